import type { Child } from 'hono/jsx'
import type { Instant } from '../base/day.ts'
import { fill, type Lang } from '../base/text.ts'
import { StatusTag } from '../web/parts/status-tag/part.tsx'
import { remaining } from '../web/remaining.ts'
import { ENGINE_VERBS } from './flow.ts'
import { soonUntil } from './desk.ts'
import { isFinal, metLate, pressing } from './due.ts'
import { clockNamed, type Procedure } from './procedure.ts'
import type { CaseFile, ClockKept } from './schema.ts'
import { L } from './words-lists.ts'

/** Which file this is: its number leads to it; what it is and what it is about stand below. */
export const FileNamed = ({
  lang,
  href,
  p,
  file,
  children,
}: {
  readonly lang: Lang
  readonly href: string
  readonly p: Procedure
  readonly file: Pick<CaseFile, 'number' | 'subject'>
  readonly children?: Child
}) => (
  <>
    <a href={href}>
      <strong class="number">{file.number}</strong>
    </a>
    <br />
    {p.name[lang]}
    {file.subject === '' ? null : (
      <>
        <br />
        <span class="soft">{file.subject}</span>
      </>
    )}
    {children}
  </>
)

/** The next date with what is left of it; why there is none otherwise; and what was done too late. */
export const NextDate = ({
  lang,
  p,
  file,
  clocks,
  at,
}: {
  readonly lang: Lang
  readonly p: Procedure
  readonly file: Pick<CaseFile, 'state'>
  readonly clocks: readonly ClockKept[]
  readonly at: Instant
}) => {
  const clock = isFinal(p, file) ? undefined : pressing(clocks)
  const name = (id: string): string => clockNamed(p, id)?.name[lang] ?? id
  return (
    <>
      {clock === undefined ? (
        (p.states[file.state]?.noDate ?? L.noDate)[lang]
      ) : (
        <>
          <Urgent lang={lang} clock={clock} at={at} />
          {name(clock.clock)}: {remaining(clock.reckoning, at, lang)}
        </>
      )}
      {metLate(clocks).map((late) => (
        <>
          <br />
          <StatusTag tone="quiet">{fill(L.late[lang], { clock: name(late.clock) })}</StatusTag>
        </>
      ))}
    </>
  )
}

const Urgent = ({ lang, clock, at }: { readonly lang: Lang; readonly clock: ClockKept; readonly at: Instant }) => {
  const { due } = clock.reckoning
  if (at <= due && due > soonUntil(at)) return null
  return (
    <>
      <StatusTag tone={at > due ? 'problem' : 'active'}>{(at > due ? L.over : L.soon)[lang]}</StatusTag>
      <br />
    </>
  )
}

/** Where one begins to take a step; taking a file and writing a message happen on its own page. */
export function stepPath(p: Procedure, number: string, verb: string): string {
  const file = `/${p.path}/${number}`
  if (verb === 'take' || verb === 'message') return file
  return (ENGINE_VERBS as readonly string[]).includes(verb) ? `${file}/${verb}` : `${file}/do/${verb}`
}

export const howMany = (n: number, lang: Lang): string => (n === 1 ? L.one[lang] : fill(L.many[lang], { n }))
