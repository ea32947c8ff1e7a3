import type { Child } from 'hono/jsx'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { fill, type Lang } from '../../base/text.ts'
import { CALENDAR } from '../../law/workingdays.ts'
import { textIn } from '../../web/form.ts'
import { showBytes, showTime } from '../../web/format.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { EmptyState } from '../../web/parts/empty-state/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { TextArea } from '../../web/parts/text-area/part.tsx'
import { Timeline } from '../../web/parts/timeline/part.tsx'
import { remaining } from '../../web/remaining.ts'
import { type Answer, type AskedPage, page, type Route } from '../../web/route.ts'
import { inquiryOffice } from '../incidents/actions.ts'
import { checkOffice, inspectionOffice } from '../inspections/actions.ts'
import { orderOffice } from '../supervision/actions.ts'
import { violationOffice } from '../violations/actions.ts'
import {
  answer,
  close,
  getPetition,
  listAtDesk,
  ownAims,
  readClean,
  readSealed,
  take,
  unseal,
  type Whole,
} from './actions.ts'
import { FLOW, targetOf } from './rules.ts'
import { OUTCOMES, type Petition, type Step, TEXT_LIMIT } from './schema.ts'
import { SealedPart } from './sealed-part.tsx'
import { ActShown, aimsIn, Erased, problemsOf, type Slips, slipsOf, Standing, Target, Words } from './shown.tsx'
import { KIND, OUTCOME, PAST } from './words.ts'
import { D } from './words-desk.ts'

/** What a message may lead to: every kind of file an officer begins. */
const LEADS_TO = [inquiryOffice, checkOffice, inspectionOffice, orderOffice, violationOffice].map(
  ({ procedure }) => procedure,
)

const aimOf = (petition: Petition, at: string, lang: Lang): string => {
  const target = targetOf(petition, CALENDAR)
  return target === undefined ? '' : remaining(target.clock, at, lang)
}

const desk = page({
  name: 'showPetitionDesk',
  method: 'get',
  path: '/petitions/desk',
  who: 'officer',
  async handle(asked, { query }) {
    const closed = query.closed === '1'
    const all = await listAtDesk(asked, closed)
    const aims = await ownAims(asked)
    if (!all.ok) return all
    if (!aims.ok) return aims
    const chief = asked.actor.kind === 'person' && asked.actor.seat?.role === 'chief'
    const { lang, to } = asked
    const show = asked.page({
      title: D.title[lang],
      wide: true,
      unlisted: true,
      children: (
        <>
          <h1>{D.title[lang]}</h1>
          <p class="lead">{D.lead[lang]}</p>
          <p>
            <a href={to(closed ? '/petitions/desk' : '/petitions/desk?closed=1')}>
              {(closed ? D.waiting : D.closed)[lang]}
            </a>
            {' · '}
            <a href={to('/petitions/keys')}>{D.keys[lang]}</a>
          </p>
          <p class="soft">
            {aimsIn(lang, aims.value)} {chief ? <a href={to('/petitions/aims')}>{D.aimsChange[lang]}</a> : null}
          </p>
          {all.value.length === 0 ? (
            <EmptyState title={D.none[lang]} />
          ) : (
            <DataTable
              caption={(closed ? D.closed : D.waiting)[lang]}
              columns={[D.number, D.kind, D.about, D.standing, D.received, D.aim].map((label) => ({
                label: label[lang],
              }))}
              rows={all.value.map((p) => [
                <a class="number" href={to(`/petitions/${p.number}`)}>
                  {p.number}
                </a>,
                KIND[p.kind][lang],
                p.about ?? '–',
                <Standing lang={lang} state={p.state} />,
                showTime(p.receivedAt, lang),
                aimOf(p, asked.now(), lang) || '–',
              ])}
            />
          )}
        </>
      ),
    })
    return done({ show })
  },
})

const NUMBER = /^PA-\d{4}-\d{6}$/

interface Seen {
  readonly slips?: Slips
  readonly typed?: Readonly<Record<string, string>>
}

async function filePage(asked: AskedPage, number: string, seen: Seen = {}): Promise<Outcome<Answer>> {
  if (!NUMBER.test(number)) return refuse({ code: 'petition.unknown' })
  const whole = await getPetition(asked, number)
  if (!whole.ok) return whole
  const status = seen.slips === undefined ? {} : ({ status: 422 } as const)
  return done({ show: shown(asked, whole.value, seen), ...status })
}

function shown(asked: AskedPage, whole: Whole, { slips = {}, typed = {} }: Seen): Child {
  const { lang, to } = asked
  const { petition: p } = whole
  return asked.page({
    title: `${p.number}: ${KIND[p.kind][lang]}`,
    unlisted: true,
    back: { text: D.title[lang], href: to('/petitions/desk') },
    problems: problemsOf(slips),
    children: (
      <>
        <span class="caption number">{p.number}</span>
        <h1>{KIND[p.kind][lang]}</h1>
        <Facts asked={asked} whole={whole} />
        <Target asked={asked} petition={p} />
        {p.named ? null : (
          <Notice tone="important">
            <p>{D.senderWhy[lang]}</p>
          </Notice>
        )}
        <Taking asked={asked} whole={whole} />
        <h2>{D.history[lang]}</h2>
        <Timeline items={whole.steps.toReversed().map((step) => happening(asked, whole, step))} />
        <p class="soft small">{D.hourOnly[lang]}</p>
        <SealedPart asked={asked} whole={whole} />
        <Chain asked={asked} whole={whole} />
        <Answering asked={asked} whole={whole} slips={slips} typed={typed} />
        <Closing asked={asked} whole={whole} slips={slips} typed={typed} />
      </>
    ),
  })
}

interface Part {
  readonly asked: AskedPage
  readonly whole: Whole
}

const Facts = ({ asked: { lang, to }, whole: { petition: p, officerName } }: Part) => (
  <SummaryList
    rows={[
      { key: D.standing[lang], value: <Standing lang={lang} state={p.state} /> },
      { key: D.received[lang], value: showTime(p.receivedAt, lang) },
      { key: D.officer[lang], value: officerName ?? D.nobody[lang] },
      { key: D.sender[lang], value: (p.named ? D.senderNamed : D.senderUnnamed)[lang] },
      ...(p.act === null ? [] : [{ key: D.act[lang], value: <ActShown lang={lang} act={p.act} /> }]),
      ...(p.about === null ? [] : [{ key: D.about[lang], value: <a href={to(`/register/${p.about}`)}>{p.about}</a> }]),
      ...(p.outcome === null ? [] : [{ key: D.outcome[lang], value: OUTCOME[p.outcome][lang] }]),
    ]}
  />
)

const Taking = ({ asked, whole: { petition: p } }: Part) => {
  const { lang, to, once, actor } = asked
  const mine = actor.kind === 'person' && p.officer === actor.account
  if (mine || FLOW[p.state].take === undefined) return null
  return (
    <FormShell action={to(`/petitions/${p.number}/take`)} once={`${once}-take`}>
      <Button look={p.officer === null ? 'primary' : 'secondary'}>
        {(p.officer === null ? D.take : D.takeOver)[lang]}
      </Button>
    </FormShell>
  )
}

const happening = ({ lang, to }: AskedPage, { petition, clean }: Whole, { seq, verb, side, at, paper }: Step) => ({
  when: showTime(at, lang),
  what: paper.outcome === undefined ? PAST[verb][lang] : `${PAST[verb][lang]}: ${OUTCOME[paper.outcome][lang]}`,
  who: (side === 'sender' ? D.theSender : D.officer)[lang],
  detail: (
    <>
      {paper.text === undefined ? null : <Words text={paper.text} />}
      <Erased lang={lang} paper={paper} />
      <ul class="plain">
        {clean
          .filter((file) => file.seq === seq)
          .map(({ n, type, size }) => (
            <li>
              <a href={to(`/petitions/${petition.number}/files/${seq}/${n}`)}>
                {fill(D.cleanFile[lang], { n, type, size: showBytes(size, lang) })}
              </a>
            </li>
          ))}
      </ul>
      {paper.sealedOnly === undefined || paper.sealedOnly === 0 ? null : (
        <p class="soft">{fill(D.sealedOnly[lang], { n: paper.sealedOnly })}</p>
      )}
    </>
  ),
})

const Chain = ({ asked: { lang, to }, whole: { petition: p, arisen } }: Part) => (
  <section>
    <h2>{D.chainTitle[lang]}</h2>
    {arisen.length === 0 ? <p>{D.chainNone[lang]}</p> : null}
    <ul class="plain">
      {arisen.map(({ number, subject }) => (
        <li>
          <a class="number" href={to(`/cases/${number}`)}>
            {number}
          </a>{' '}
          {subject}
        </li>
      ))}
    </ul>
    {p.state === 'received' ? (
      <p>{D.takeFirst[lang]}</p>
    ) : (
      <>
        <p>{D.chainOpen[lang]}</p>
        <ul class="plain">
          {LEADS_TO.map(({ path, name }) => (
            <li>
              <a href={to(`/${path}?origin=${p.number}${p.about === null ? '' : `&about=${p.about}`}`)}>{name[lang]}</a>
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
)

type Writing = Part & Required<Seen>

const Answering = ({ asked: { lang, to, once }, whole: { petition: p }, slips, typed }: Writing) =>
  FLOW[p.state].answer === undefined ? null : (
    <section>
      <h2>{D.answerTitle[lang]}</h2>
      <FormShell action={to(`/petitions/${p.number}/answer`)} once={`${once}-answer`} unsaved>
        <TextArea
          name="text"
          label={D.answer[lang]}
          hint={D.answerHint[lang]}
          value={typed.text}
          error={slips.text}
          rows={6}
          maxlength={TEXT_LIMIT}
        />
        <Button>{D.answerDo[lang]}</Button>
      </FormShell>
    </section>
  )

const Closing = ({ asked: { lang, to, once }, whole: { petition: p }, slips, typed }: Writing) => {
  if (p.state === 'closed') return null
  return (
    <section>
      <h2>{D.closeTitle[lang]}</h2>
      {FLOW[p.state].close === undefined ? (
        <p>{D.answerFirst[lang]}</p>
      ) : (
        <>
          <p>{D.closeText[lang]}</p>
          <FormShell action={to(`/petitions/${p.number}/close`)} once={`${once}-close`}>
            <Radios
              name="outcome"
              legend={D.outcome[lang]}
              value={typed.outcome}
              error={slips.outcome}
              options={OUTCOMES.map((value) => ({ value, label: OUTCOME[value][lang] }))}
            />
            {p.kind === 'prohibited' ? null : (
              <TextArea
                name="summary"
                label={D.summary[lang]}
                hint={D.summaryHint[lang]}
                value={typed.summary}
                error={slips.summary}
                rows={3}
              />
            )}
            <Button look="secondary">{D.closeDo[lang]}</Button>
          </FormShell>
        </>
      )}
    </section>
  )
}

const show = page({
  name: 'showPetition',
  method: 'get',
  path: '/petitions/{number}',
  who: 'officer',
  handle: (asked, { params: { number = '' } }) => filePage(asked, number),
})

/** A step of an officer: back to the message, or the form again with what is wrong. */
const step = (
  verb: string,
  run: (asked: AskedPage, number: string, one: (name: string) => string) => Promise<Outcome<unknown>>,
): Route =>
  page({
    name: `${verb}Petition`,
    method: 'post',
    path: `/petitions/{number}/${verb}`,
    who: 'officer',
    async handle(asked, { params: { number = '' }, form }): Promise<Outcome<Answer>> {
      const one = (name: string): string => textIn(form, name)
      const taken = await run(asked, number, one)
      if (taken.ok) return done({ goTo: asked.to(`/petitions/${number}${verb === 'unseal' ? '#sealed' : ''}`) })
      const slips = slipsOf(taken.refusals, asked.lang)
      if (slips === undefined) return taken
      const typed = { text: one('text'), outcome: one('outcome'), summary: one('summary') }
      return filePage(asked, number, { slips, typed })
    },
  })

const cleanFile = page({
  name: 'readPetitionFile',
  method: 'get',
  path: '/petitions/{number}/files/{seq}/{n}',
  who: 'officer',
  async handle(asked, { params: { number = '', seq = '', n = '' } }): Promise<Outcome<Answer>> {
    const file = await readClean(asked, number, Number(seq), Number(n))
    if (!file.ok) return file
    const { type, bytes } = file.value
    return done({ download: { type, name: `${number}-${seq}-${n}.${ENDING[type] ?? 'bin'}`, body: bytes } })
  },
})

const ENDING: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'text/plain': 'txt',
}

const sealedFile = page({
  name: 'readSealed',
  method: 'get',
  path: '/petitions/{number}/sealed/{id}',
  who: 'officer',
  async handle(asked, { params: { number = '', id = '' } }): Promise<Outcome<Answer>> {
    const body = await readSealed(asked, number, id)
    if (!body.ok) return body
    return done({
      download: { type: 'application/octet-stream', name: `${number}-${id.slice(0, 8)}.age`, body: body.value },
    })
  },
})

export const deskPages: readonly Route[] = [
  desk,
  step('take', (asked, number) => take(asked, number)),
  step('answer', (asked, number, one) => answer(asked, number, one('text'))),
  step('unseal', (asked, number) => unseal(asked, number)),
  step('close', (asked, number, one) => close(asked, number, { outcome: one('outcome'), summary: one('summary') })),
  cleanFile,
  sealedFile,
]
/** One message: after every page with a name of its own, because its address would swallow theirs. */
export const filePages: readonly Route[] = [show]
