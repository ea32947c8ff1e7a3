import type { Child } from 'hono/jsx'
import type { Day } from '../../base/day.ts'
import type { Lang, Text } from '../../base/text.ts'
import type { Cite as CiteOf } from '../../law/cite.ts'
import type { EntryFinding, Judgement } from '../../law/classify.ts'
import type { Facts } from '../../law/rule.ts'
import type { RuleSet } from '../../law/rules.ts'
import { showDay, showWeekday } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { Details } from '../../web/parts/details/part.tsx'
import { LevelTag } from '../../web/parts/level-tag/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { citeLink, LEVEL_WORDS, ROLE_WORDS, ROUTE_WORDS, TIME_WORDS } from '../statute/schema.ts'
import { hangsOn, type Said, said } from './rules.ts'
import { LEVEL_HEADING, LEVEL_MEANS, WORDS as W } from './words.ts'

/** A judgement with what it was made from. */
export interface Shown {
  readonly lang: Lang
  readonly rules: RuleSet
  readonly facts: Facts
  readonly judgement: Judgement
}

export const Cited = ({ lang, cite }: { readonly lang: Lang; readonly cite: CiteOf }) => (
  <Cite {...citeLink(lang, cite)} />
)

/** Whose conclusion it is, of which day, the level, and what the level means in one sentence. */
export const Head = ({ lang, rules, judgement: j, facts }: Shown) => {
  const told = rules.screening.options.find((o) => o.value === facts.screen)
  return (
    <>
      <p class="caption">
        {W.ownOf[lang]} {showDay(j.on)}
      </p>
      <h1>{LEVEL_HEADING[j.level][lang]}</h1>
      {j.level === 'undetermined' || j.level === 'not-a-system' ? null : (
        <p>
          <LevelTag level={j.level} word={LEVEL_WORDS[j.level][lang]} />
        </p>
      )}
      <p>
        {told?.said && j.level === 'not-a-system' ? `${told.said[lang]} ` : null}
        {LEVEL_MEANS[j.level][lang]}
      </p>
    </>
  )
}

/** What to do and by when. `act`: with the buttons that begin it. */
export const Next = ({ lang, judgement: j, today, act }: Shown & { readonly today: Day; readonly act: boolean }) => (
  <>
    <h2>{W.next[lang]}</h2>
    <NextSteps lang={lang} judgement={j} />
    {j.due ? <ByWhen lang={lang} due={j.due} today={today} /> : null}
    {act && unsettled(j) ? <StillOpen lang={lang} /> : null}
    {act ? <Actions lang={lang} judgement={j} /> : null}
  </>
)

const NextSteps = ({ lang, judgement: j }: Pick<Shown, 'lang' | 'judgement'>) => {
  const step = (text: Text | string, cite: CiteOf) => (
    <li>
      {typeof text === 'string' ? text : text[lang]} <Cited lang={lang} cite={cite} />
    </li>
  )
  switch (j.level) {
    case 'high':
      return (
        <ol>
          {step(W.dossierStep, 'N12.2')}
          {step(W.conformityStep[lang][j.route], 'L13.2')}
          {step(W.noticeStep, 'L10.3')}
        </ol>
      )
    case 'medium':
      return (
        <ol>
          {step(W.dossierStep, 'N12.2')}
          {step(W.noticeStep, 'L10.3')}
        </ol>
      )
    case 'low':
      return (
        <ul>
          {step(W.lowWhy, 'L10.3')}
          {step(W.lowPublish, 'L10.3')}
          {step(W.review, 'N11.1')}
        </ul>
      )
    case 'not-a-system':
      return <p>{W.notASystemDo[lang]}</p>
    case 'outside':
      return <p>{W.outsideDo[lang]}</p>
    case 'undetermined':
      return (
        <p>
          {W.undeterminedDo[lang]} <Cited lang={lang} cite="N10.4" />
        </p>
      )
  }
}

/** A level that stands while questions are open that may still change the route or the day. */
const unsettled = (j: Judgement): boolean => j.level !== 'undetermined' && j.open.some((o) => o.changes !== 'duties')

const StillOpen = ({ lang }: Pick<Shown, 'lang'>) => (
  <p>
    {W.stillOpen[lang]} <a href={`/${lang}/classify/q`}>{W.goOn[lang]}</a>
  </p>
)

interface ByWhenProps {
  readonly lang: Lang
  readonly due: NonNullable<Judgement['due']>
  readonly today: Day
}

const ByWhen = ({ lang, due, today }: ByWhenProps) => (
  <>
    <h3>{W.byWhen[lang]}</h3>
    {due.due ? (
      <p>
        <strong>
          {W.dueBy[lang]} {showWeekday(due.due, lang)}.
        </strong>
        {due.due < today ? ` ${W.duePassed[lang]}` : null}
      </p>
    ) : null}
    <p>
      {due.reason[lang]}
      {due.due && due.confidence === 'D' ? ` ${W.dueOurs[lang]}` : null}{' '}
      {due.cites.map((cite, n) => (
        <>
          {n === 0 ? '' : '; '}
          <Cited lang={lang} cite={cite} />
        </>
      ))}
    </p>
  </>
)

const Actions = ({ lang, judgement: j }: Pick<Shown, 'lang' | 'judgement'>) => {
  switch (j.level) {
    case 'high':
    case 'medium':
      return (
        <Buttons>
          <Button href={`/${lang}/systems/new`}>{W.toNotice[lang]}</Button>
        </Buttons>
      )
    case 'low':
      return (
        <p>
          <a href={`/${lang}/systems/new`}>{W.toPublish[lang]}</a>
        </p>
      )
    case 'undetermined':
      return (
        <Buttons>
          <Button href={`/${lang}/classify/q`}>{W.goOn[lang]}</Button>
        </Buttons>
      )
    case 'not-a-system':
    case 'outside':
      return null
  }
}

/** The reasons by article: question, answer, provision; then the entries and grounds they led to. */
export const Reasons = (shown: Shown) => {
  const { lang, rules, facts, judgement: j } = shown
  const label = (fact: string) =>
    [...rules.medium.grounds, ...rules.medium.exclusions].find((q) => q.fact === fact)?.label
  const listed = (facts_: readonly string[]) => (
    <ul>
      {facts_.map((fact) => (
        <li>{label(fact)?.[lang]}</li>
      ))}
    </ul>
  )
  return (
    <>
      {j.entries.length > 0 ? <Entries lang={lang} entries={j.entries} /> : null}
      {j.grounds.length > 0 && j.level !== 'high' ? (
        <>
          <h2>{W.grounds[lang]}</h2>
          <p>{W.groundsLead[lang]}</p>
          {listed(j.grounds)}
        </>
      ) : null}
      {j.exclusions.length > 0 && j.level !== 'high' ? (
        <>
          <h2>{W.exclusions[lang]}</h2>
          {listed(j.exclusions)}
          <p>
            <Cited lang={lang} cite="N9.3" />
          </p>
        </>
      ) : null}
      {j.because.length > 0 ? (
        <>
          <h2>{W.why[lang]}</h2>
          <SaidList lang={lang} all={said(rules, facts, j.because)} />
        </>
      ) : null}
      {j.nearly.length > 0 ? (
        <>
          <h2>{W.nearly[lang]}</h2>
          <p>{W.nearlyLead[lang]}</p>
          <ul>
            {j.nearly.map((e) => (
              <li>
                {e.code}. {e.name[lang]} <Cited lang={lang} cite={e.cite} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

interface SaidListProps {
  readonly lang: Lang
  readonly all: readonly Said[]
}

/** Question, answer, and the provision below it: a citation in full needs a line of its own. */
export const SaidList = ({ lang, all }: SaidListProps) => (
  <SummaryList
    rows={all.map((s) => ({
      key: s.ask[lang],
      value: (
        <>
          {s.answers.map((a) => a[lang]).join('; ')}
          <br />
          <Cited lang={lang} cite={s.cite} />
        </>
      ),
    }))}
  />
)

const Entries = ({ lang, entries }: { readonly lang: Lang; readonly entries: readonly EntryFinding[] }) => (
  <>
    <h2>{W.entries[lang]}</h2>
    <DataTable
      caption={W.entries[lang]}
      captionHidden
      columns={[{ label: W.entry[lang] }, { label: W.system[lang] }, { label: W.route[lang] }]}
      rows={entries.map((e) => [
        e.code,
        <>
          <a href={citeLink(lang, e.cite).href}>{e.name[lang]}</a>
          {e.note ? <span class="soft"> {e.note[lang]}</span> : null}
        </>,
        ROUTE_WORDS[e.route][lang],
      ])}
    />
  </>
)

const ROLES = ['provider', 'deployer', 'user', 'state-body'] as const

/** What follows, by role: first what comes before use, the rest for those who want it. */
export const Duties = (shown: Shown) => {
  const { lang, judgement: j } = shown
  const groups = ROLES.map((role) => ({ role, all: j.duties.filter((d) => d.role === role) })).filter(
    (g) => g.all.length > 0,
  )
  return groups.length === 0 ? null : (
    <>
      <h2 id="duties">{W.duties[lang]}</h2>
      {groups.map(({ role, all }) => {
        const early = all.filter((d) => d.time === 'before-use' && d.holds === 'yes')
        const first = early.length > 0 ? early : all.filter((d) => d.holds === 'yes').slice(0, 2)
        const more = all.filter((d) => !first.includes(d))
        return (
          <>
            <h3>{ROLE_WORDS[role][lang]}</h3>
            {first.length > 0 ? <DutyList {...shown} all={first} /> : null}
            {more.length > 0 ? (
              <Details summary={`${W.dutiesMore[lang]} (${more.length})`}>
                <DutyList {...shown} all={more} />
              </Details>
            ) : null}
          </>
        )
      })}
    </>
  )
}

const DutyList = ({ lang, rules, facts, all }: Shown & { readonly all: Judgement['duties'] }) => (
  <ul>
    {all.map((d) => (
      <li>
        <strong>{TIME_WORDS[d.time][lang]}:</strong> {d.text[lang]}
        {d.holds === 'if'
          ? hangsOn(rules, facts, d).map((ask) => (
              <span class="soft">
                {' '}
                {W.hangsOn[lang]} {ask[lang]}
              </span>
            ))
          : null}{' '}
        <Cited lang={lang} cite={d.cite} />
      </li>
    ))}
  </ul>
)

export const Remarks = ({ lang, judgement: j }: Shown) =>
  j.remarks.length === 0 ? null : (
    <>
      <h2>{W.remarks[lang]}</h2>
      <ul>
        {j.remarks.map((r) => (
          <li>
            {r.text[lang]} <Cited lang={lang} cite={r.cite} />
          </li>
        ))}
      </ul>
    </>
  )

/** Under which rules and on which day, for whoever wants to check. */
export const proofRows = ({
  lang,
  judgement: j,
}: Shown): readonly { readonly key: string; readonly value: Child }[] => [
  {
    key: W.ruleSet[lang],
    value: <a href={`/${lang}/law/rulesets`}>{j.ruleSet}</a>,
  },
  { key: W.onDay[lang], value: showDay(j.on) },
  { key: W.interpreter[lang], value: j.interpreter },
]
