import { fill } from '../base/text.ts'
import { actingFor } from '../base/actor.ts'
import { done, type Outcome, refuse } from '../base/outcome.ts'
import { showTime } from '../web/format.ts'
import { Button, Buttons } from '../web/parts/button/part.tsx'
import { FormShell } from '../web/parts/form-shell/part.tsx'
import { type Answer, type AskedPage, type Form, page, type Route } from '../web/route.ts'
import { begin, erase, getFile, listOfParty, type Office } from './actions.ts'
import { questionsOf, slips } from './form.ts'
import { newestForm, openingVerb, type Procedure } from './procedure.ts'
import type { Answers, CaseFile } from './schema.ts'
import { Cited, type More, StateShown } from './shown.tsx'
import { F } from './words-file.ts'
import { ruleShown, W } from './words-form.ts'

/** Where one goes on with a file: to its first form while that is not sent, else to the file. */
export const onwards = (p: Procedure, file: CaseFile): string =>
  file.seq === 0 ? `/${p.path}/${file.number}/do/${openingVerb(p)}` : `/${p.path}/${file.number}`

/** Answers another page sends along in the address, `?topic=…`: only what the first form asks and would take. */
export function broughtIn(p: Procedure, sent: Form | AskedQuery): Answers {
  const form = newestForm(p, p.verbs[openingVerb(p)]?.form ?? '')
  const all = form === undefined ? [] : questionsOf(form).filter((q) => q.kind === 'line' || q.kind === 'one')
  const answers = Object.fromEntries(
    all.flatMap(({ key }) => {
      const answer = sent[key]
      return typeof answer === 'string' && answer !== '' ? [[key, answer]] : []
    }),
  )
  const wrong = form === undefined ? [] : slips(form, answers, '', [], { whole: false }).map(({ field }) => field)
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !wrong.includes(key)))
}
type AskedQuery = Readonly<Record<string, string | readonly string[]>>

/** The number of what a new file is to arise from, as an address or a form brought it. */
export const originIn = ({ origin }: Form | AskedQuery): string | undefined =>
  typeof origin === 'string' && /^[A-Z]{2,6}-\d{4}-\d{6,9}$/.test(origin) ? origin : undefined

/** What goes along from page to page until the file is begun. */
export const Carried = ({ answers, origin }: { readonly answers: Answers; readonly origin: string | undefined }) => (
  <>
    {Object.entries({ ...answers, ...(origin === undefined ? {} : { origin }) }).map(([name, value]) => (
      <input type="hidden" name={name} value={String(value)} />
    ))}
  </>
)

/** Says from what the file about to be begun will arise. */
export const Arising = ({
  lang,
  origin,
  to,
}: Pick<AskedPage, 'lang' | 'to'> & { readonly origin: string | undefined }) =>
  origin === undefined ? null : (
    <p>
      {F.arose[lang]} <a href={to(`/cases/${origin}`)}>{origin}</a>
    </p>
  )

/** The start page, beginning a file, and erasing one that was never sent. */
export const startPages = (office: Office, more: Pick<More, 'intro'>): Route[] => {
  const { procedure: p } = office
  return [
    page({
      name: `${p.id}.start`,
      method: 'get',
      path: `/${p.path}`,
      who: 'anyone',
      async handle(asked, { query }): Promise<Outcome<Answer>> {
        const member = actingFor(asked.actor)
        const own = member === null ? [] : await listOfParty(asked.db, member.party, p.id)
        const open = own.filter(({ state }) => p.states[state]?.final !== true)
        return done({ show: await startPage(asked, p, more, open, broughtIn(p, query), originIn(query)) })
      },
    }),
    page({
      // Whoever is not signed in, or acts for nobody yet, is led through that first and back here.
      name: `${p.id}.new`,
      method: 'get',
      path: `/${p.path}/new`,
      who: 'filer',
      handle: async (asked, { query }): Promise<Outcome<Answer>> =>
        done({ goTo: asked.to(`/${p.path}${queryOf(broughtIn(p, query), originIn(query))}`) }),
    }),
    page({
      name: `${p.id}.begin`,
      method: 'post',
      path: `/${p.path}`,
      who: 'filer',
      async handle(asked, { form }): Promise<Outcome<Answer>> {
        const file = await begin(asked, office, broughtIn(p, form), originIn(form))
        return file.ok ? done({ goTo: asked.to(onwards(p, file.value)) }) : file
      },
    }),
    ...erasePages(office, 'filer'),
  ]
}

const startPage = async (
  asked: AskedPage,
  p: Procedure,
  more: Pick<More, 'intro'>,
  open: readonly CaseFile[],
  brought: Answers,
  origin: string | undefined,
) => {
  const { lang, to } = asked
  const times = p.clocks.flatMap((clock) => {
    // How long it takes is known beforehand only where it does not hang on the answers.
    const ruled = clock.kind === 'parallel' ? undefined : clock.rule({})
    return ruled === undefined ? [] : [{ ...clock, ...ruled }]
  })
  return asked.page({
    title: p.name[lang],
    about: p.start.lead[lang],
    children: (
      <>
        <h1>{p.name[lang]}</h1>
        <p class="lead">{p.start.lead[lang]}</p>
        {await more.intro?.(asked)}
        {p.start.needs.length === 0 ? null : (
          <>
            <h2>{W.needs[lang]}</h2>
            <ul>
              {p.start.needs.map((need) => (
                <li>{need[lang]}</li>
              ))}
            </ul>
          </>
        )}
        {times.length === 0 ? null : (
          <>
            <h2>{W.howLong[lang]}</h2>
            <ul>
              {times.map(({ name, side, rule, cite, kind }) => (
                <li>
                  {fill((side === 'party' ? W.forParty : W.forUnit)[lang], {
                    name: name[lang],
                    time: ruleShown(rule, lang),
                  })}{' '}
                  (
                  {kind === 'target' ? (
                    W.aim[lang]
                  ) : typeof cite === 'string' ? (
                    <Cited lang={lang} cite={cite} />
                  ) : (
                    cite[lang]
                  )}
                  )
                </li>
              ))}
            </ul>
          </>
        )}
        <Arising lang={lang} origin={origin} to={to} />
        <Begin asked={asked} p={p} brought={brought} origin={origin} />
        {open.length === 0 ? null : (
          <>
            <h2>{W.ownOpen[lang]}</h2>
            <ul>
              {open.slice(0, 10).map((file) => (
                <li>
                  <a href={to(onwards(p, file))}>
                    {file.subject === '' ? file.number : `${file.number}: ${file.subject}`}
                  </a>{' '}
                  <StateShown lang={lang} p={p} state={file.state} />{' '}
                  <span class="soft">{fill(W.savedAt[lang], { time: showTime(file.changedAt, lang) })}</span>
                </li>
              ))}
            </ul>
            <p>
              <a href={to('/cases')}>{W.ownAll[lang]}</a>
            </p>
          </>
        )}
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

/** The one button, or why there is none. */
const Begin = ({
  asked,
  p,
  brought,
  origin,
}: {
  readonly asked: AskedPage
  readonly p: Procedure
  readonly brought: Answers
  readonly origin: string | undefined
}) => {
  const { actor, lang, to, once } = asked
  const member = actingFor(actor)
  if (member !== null && member.role !== 'viewer')
    return (
      <FormShell action={to(`/${p.path}`)} once={once}>
        <Carried answers={brought} origin={origin} />
        <Button>{p.start.button[lang]}</Button>
      </FormShell>
    )
  if (member !== null) return <p class="soft">{W.viewing[lang]}</p>
  if (actor.kind === 'person' && actor.seat !== null)
    return (
      <p>
        {W.officer[lang]} {actor.seat.role === 'administrator' ? null : <a href={to('/desk')}>{W.desk[lang]}</a>}
      </p>
    )
  return (
    <Buttons>
      <Button href={to(`/${p.path}/new${queryOf(brought, origin)}`)}>
        {(actor.kind === 'visitor' ? W.signIn : W.choose)[lang]}
      </Button>
    </Buttons>
  )
}

const queryOf = (answers: Answers, origin: string | undefined): string => {
  const query = new URLSearchParams([
    ...Object.entries(answers).map(([key, value]) => [key, String(value)]),
    ...(origin === undefined ? [] : [['origin', origin]]),
  ]).toString()
  return query === '' ? '' : `?${query}`
}

/** Erasing what was begun and never sent, after a question: by whichever side begins files of this procedure. */
export const erasePages = (office: Office, who: 'filer' | 'officer'): Route[] => {
  const { procedure: p } = office
  return [
    page({
      name: `${p.id}.eraseQuestion`,
      method: 'get',
      path: `/${p.path}/{number}/erase`,
      who,
      async handle(asked, { params }): Promise<Outcome<Answer>> {
        const file = await getFile(asked, office, params.number ?? '')
        if (!file.ok) return file
        return file.value.seq > 0 ? refuse({ code: 'case.submitted' }) : done({ show: erasePage(asked, p, file.value) })
      },
    }),
    page({
      name: `${p.id}.erase`,
      method: 'post',
      path: `/${p.path}/{number}/erase`,
      who,
      async handle(asked, { params }): Promise<Outcome<Answer>> {
        const erased = await erase(asked, office, params.number ?? '')
        return erased.ok ? done({ goTo: asked.to(`/${p.path}`) }) : erased
      },
    }),
  ]
}

const erasePage = (asked: AskedPage, p: Procedure, file: CaseFile) => {
  const { lang, to, once } = asked
  const title = fill(W.eraseTitle[lang], { number: file.number })
  const back = to(onwards(p, file))
  return asked.page({
    title,
    unlisted: true,
    back: { text: file.number, href: back },
    children: (
      <>
        <h1>{title}</h1>
        <p>{W.eraseLead[lang]}</p>
        <FormShell action={to(`/${p.path}/${file.number}/erase`)} once={once}>
          <Buttons>
            <Button look="warning">{W.eraseYes[lang]}</Button>
            <Button look="secondary" href={back}>
              {W.eraseNo[lang]}
            </Button>
          </Buttons>
        </FormShell>
      </>
    ),
  })
}
