import { done, type Outcome, refuse } from '../base/outcome.ts'
import type { PartyId } from '../base/actor.ts'
import { textIn } from '../web/form.ts'
import { Button } from '../web/parts/button/part.tsx'
import { FormShell } from '../web/parts/form-shell/part.tsx'
import { Radios } from '../web/parts/radios/part.tsx'
import { TextField } from '../web/parts/text-field/part.tsx'
import { type Answer, type AskedPage, page, type Route } from '../web/route.ts'
import { beginAbout, type Candidates, type Office } from './actions.ts'
import { Arising, broughtIn, Carried, erasePages, onwards, originIn } from './pages-start.tsx'
import type { Answers } from './schema.ts'
import { Cited, type More } from './shown.tsx'
import { W } from './words-form.ts'

/** What a unit of the State begins: an officer finds whom it is about, and begins the file. */
export const beginPages = (office: Office, more: Pick<More, 'intro'>): Route[] => {
  const { procedure: p } = office
  return [
    page({
      name: `${p.id}.start`,
      method: 'get',
      path: `/${p.path}`,
      who: 'anyone',
      async handle(asked, { query }): Promise<Outcome<Answer>> {
        const [words, brought] = [typeof query.about === 'string' ? query.about.trim() : '', broughtIn(p, query)]
        const looked = mayBegin(asked) && (words !== '' || Object.keys(brought).length > 0)
        const found = looked ? await office.about?.(asked, words, brought) : undefined
        return done({ show: await startPage({ asked, office, more, words, brought, found, origin: originIn(query) }) })
      },
    }),
    page({
      name: `${p.id}.begin`,
      method: 'post',
      path: `/${p.path}`,
      who: 'officer',
      async handle(asked, { form }): Promise<Outcome<Answer>> {
        const party = textIn(form, 'party')
        // Only what can be a party at all is asked of the database.
        if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(party)) return refuse({ code: 'case.party-unknown' })
        const file = await beginAbout(asked, office, party as PartyId, broughtIn(p, form), originIn(form))
        return file.ok ? done({ goTo: asked.to(onwards(p, file.value)) }) : file
      },
    }),
    ...erasePages(office, 'officer'),
  ]
}

const mayBegin = ({ actor }: AskedPage): boolean =>
  actor.kind === 'person' && actor.seat !== null && actor.seat.role !== 'administrator'

interface Start {
  readonly asked: AskedPage
  readonly office: Office
  readonly more: Pick<More, 'intro'>
  /** What the officer typed. */
  readonly words: string
  readonly brought: Answers
  /** Undefined while nothing was looked for. */
  readonly found: Candidates | undefined
  /** The number of what the file will arise from. */
  readonly origin: string | undefined
}

const startPage = async (start: Start) => {
  const { asked, office, more } = start
  const { lang } = asked
  const { procedure: p } = office
  return asked.page({
    title: p.plural[lang],
    about: p.start.lead[lang],
    children: (
      <>
        <h1>{p.plural[lang]}</h1>
        <p class="lead">{p.start.lead[lang]}</p>
        {await more.intro?.(asked)}
        {p.start.needs.length === 0 ? null : (
          <ul>
            {p.start.needs.map((need) => (
              <li>{need[lang]}</li>
            ))}
          </ul>
        )}
        {mayBegin(asked) ? <Find {...start} /> : <p class="soft">{W.byUnit[lang]}</p>}
        <h2>{W.basis[lang]}</h2>
        <ul>
          {p.cites.map((cite) => (
            <li>
              <Cited lang={lang} cite={cite} />
            </li>
          ))}
        </ul>
      </>
    ),
  })
}

const Find = (start: Start) => {
  const { asked, office, words, brought, found, origin } = start
  const { lang, to } = asked
  const { procedure: p } = office
  return (
    <>
      <h2 id="find">{p.start.button[lang]}</h2>
      <Arising lang={lang} origin={origin} to={to} />
      <form action={to(`/${p.path}`)} method="get">
        <Carried answers={brought} origin={origin} />
        <TextField
          name="about"
          label={(p.start.find ?? W.find)[lang]}
          value={words}
          type="search"
          autocomplete="off"
          spellcheck={false}
          maxlength={200}
        />
        <Button look="secondary">{W.findButton[lang]}</Button>
      </form>
      {found === undefined ? null : found.found.length === 0 ? (
        <p>{W.foundNobody[lang]}</p>
      ) : (
        <FormShell action={to(`/${p.path}`)} once={asked.once}>
          <Carried answers={{ ...brought, ...found.brought }} origin={origin} />
          <Radios
            name="party"
            legend={W.found[lang]}
            value={found.found[0]?.party ?? ''}
            options={found.found.map(({ party, name, why }) => ({ value: party, label: name, hint: why[lang] }))}
          />
          <Button>{p.start.button[lang]}</Button>
        </FormShell>
      )}
    </>
  )
}
