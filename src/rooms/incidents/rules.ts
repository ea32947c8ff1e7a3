import type { Refusal } from '../../base/outcome.ts'
import { plain } from '../../base/text.ts'
import { listOf, textOf } from '../../casework/answers.ts'
import type { Answers, CaseFile } from '../../casework/schema.ts'
import { classesOf, INCIDENT_CLASSES } from '../../law/incidents.ts'
import { aiIdOf } from '../systems/actions.ts'
import { SectorName, type System } from '../systems/schema.ts'
import type {
  Code,
  Counted,
  CountRow,
  Incident,
  OwnMeasure,
  PublicIncident,
  Reason,
  ShownAs,
  Suggestion,
  Told,
} from './schema.ts'
import { OWN_MEASURES } from './schema.ts'

type Found = Refusal & { readonly code: Code }

// ————— answers —————

/** Only an infringement of rights can be out of control in the sense of Decree art. 19.3.a. */
export const isUncontrollable = (answers: Answers): boolean =>
  answers.uncontrollable === 'yes' && listOf(answers, 'consequences').includes('rights-privacy')

/** Some system must be named: by its AI-ID, or by its name where it has none. */
export function againstNaming(answers: Answers): Found[] {
  const typed = textOf(answers, 'aiId')
  return [
    ...(typed !== undefined && aiIdOf(answers) === undefined
      ? [{ code: 'incident.system-unknown', field: 'aiId' } as const]
      : []),
    ...(typed === undefined && textOf(answers, 'systemName') === undefined
      ? [{ code: 'incident.system-missing', field: 'systemName' } as const]
      : []),
  ]
}

/** What a record must say beyond its form: which system, and no measure beside "none yet". */
export function againstRecord(answers: Answers): Found[] {
  const measures = listOf(answers, 'measures')
  return [
    ...againstNaming(answers),
    ...(measures.includes('none') && measures.length > 1
      ? [{ code: 'incident.none-and-more', field: 'measures' } as const]
      : []),
  ]
}

/** Nothing is confirmed before it was detected. The causal link and the confirmation are two moments (decrees.md 17.11). */
export function againstConfirmation(answers: Answers): Found[] {
  const detected = textOf(answers, 'detectedAt')
  const early = (key: string): boolean => {
    const at = textOf(answers, key)
    return at !== undefined && detected !== undefined && Date.parse(at) < Date.parse(detected)
  }
  return [
    ...(early('confirmedAt')
      ? [{ code: 'incident.confirmed-before-detected', field: 'confirmedAt', cite: 'N19.3.c' } as const]
      : []),
    ...(early('causalLinkAt') ? [{ code: 'incident.cause-before-detected', field: 'causalLinkAt' } as const] : []),
  ]
}

// ————— the room's own row —————

/** What the room keeps of a file, from its answers and the system they name. */
export function incidentOf(file: CaseFile, system: System | undefined): Incident {
  const { answers } = file
  const name = textOf(answers, 'systemName') ?? system?.name ?? ''
  const sector = SectorName.safeParse(answers.sector ?? system?.sectors[0] ?? 'other')
  return {
    ...{ file: file.id, number: file.number, party: file.party },
    role: answers.role === 'provider' ? 'provider' : 'deployer',
    system: system?.id ?? null,
    aiId: system?.aiId ?? null,
    systemName: name,
    sector: sector.success ? sector.data : 'other',
    classes: classesOf(listOf(answers, 'consequences')),
    nearMiss: answers.nearMiss === 'near-miss',
    detectedAt: textOf(answers, 'detectedAt') ?? file.openedAt,
    confirmedAt: file.steps.confirm === undefined ? null : (textOf(answers, 'confirmedAt') ?? null),
    reportedAt: file.steps.report ?? null,
    serious: file.state !== 'not-serious' && file.state !== 'dropped',
    case: null,
  }
}

// ————— own measures on the register —————

export const ownMeasures = (answers: Answers): OwnMeasure[] =>
  OWN_MEASURES.filter((kind) => listOf(answers, 'measures').includes(kind))

/** What a measure does to the register: a step in the use of the system, or why there is none. */
export function registerStep(
  kind: OwnMeasure,
  file: Pick<CaseFile, 'party'>,
  system: System | undefined,
): 'suspend' | 'recall' | Exclude<ShownAs, 'register'> {
  if (kind === 'fix') return 'not-needed'
  if (system === undefined) return 'unregistered'
  if (system.provider !== file.party) return 'another'
  // What an order of the State did is no measure of the provider's own.
  const state = system.own ?? system.state
  if (state === (kind === 'suspend' ? 'suspended' : 'recalled')) return 'not-needed'
  const open = kind === 'suspend' ? ['in-use'] : ['in-use', 'suspended']
  return open.includes(state) ? kind : 'not-allowed'
}

// ————— several reports of one event —————

const HOURS_72 = 72 * 3_600_000
/** The share of plain words two descriptions have in common from which they count as similar. */
const SIMILAR = 0.3
/** Words this short say nothing about an event in either language. */
const LONG_ENOUGH = 3

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    plain(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= LONG_ENOUGH),
  )

/** Words in common as a share of those of the shorter text: a short report of a long story is the same story. */
export function likeness(a: string, b: string): number {
  const [x, y] = [wordsOf(a), wordsOf(b)]
  const least = Math.min(x.size, y.size)
  return least === 0 ? 0 : [...x].filter((word) => y.has(word)).length / least
}

const namesAlike = (a: Incident, b: Incident): boolean =>
  plain(a.systemName) !== '' && plain(a.systemName) === plain(b.systemName)

function reasonsFor(a: Told, b: Told): Reason[] {
  const near = Math.abs(Date.parse(a.detectedAt) - Date.parse(b.detectedAt)) <= HOURS_72
  return [
    ...(a.system !== null && a.system === b.system ? (['same-system'] as const) : []),
    ...(namesAlike(a, b) ? (['same-name'] as const) : []),
    ...(near ? (['close-in-time'] as const) : []),
    ...(likeness(a.description, b.description) >= SIMILAR ? (['similar-words'] as const) : []),
  ]
}

/**
 * Which other reports may be about the same event: near in time, and of the same system, of one of the same name, or in
 * similar words. Law and decree know no such link (decrees.md 17.10); an officer confirms or rejects each.
 */
export const suggest = (incident: Told, others: readonly Told[]): Suggestion[] =>
  others
    .filter((other) => other.file !== incident.file && (other.case === null || other.case !== incident.case))
    .map((other) => ({ other, reasons: reasonsFor(incident, other) }))
    .filter(({ reasons }) => reasons.includes('close-in-time') && reasons.length > 1)
    .sort((a, b) => b.reasons.length - a.reasons.length)

// ————— what becomes public —————

/** Month of the confirmation in Vietnam: a day might tell who it was. */
const monthOf = (at: string): string => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 7)

export function publication({ answers: known }: CaseFile, answers: Answers): PublicIncident {
  const sector = SectorName.safeParse(known.sector)
  return {
    summary: textOf(answers, 'publicSummary') ?? '',
    classes: classesOf(listOf(known, 'consequences')),
    sector: sector.success ? sector.data : null,
    nearMiss: known.nearMiss === 'near-miss',
    month: monthOf(textOf(known, 'confirmedAt') ?? ''),
    system:
      answers.nameSystem === 'yes' ? { name: textOf(known, 'systemName') ?? '', aiId: aiIdOf(known) ?? null } : null,
    reply: null,
  }
}

/** Is a summary of this file public now? */
export const isPublished = ({ steps }: CaseFile): boolean =>
  steps.publish !== undefined && (steps['withdraw-publication'] ?? '') < steps.publish

// ————— statistics —————

/** More would not fit a chart. */
const MONTHS = 24

/** The months from the first to the last without a gap, so that an empty month is seen as empty. */
function everyMonth(first: string, last: string): string[] {
  const months: string[] = []
  for (let at = first; at <= last; ) {
    months.push(at)
    const [year = 0, month = 1] = at.split('-').map(Number)
    at = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
  }
  return months
}

/** The same; the last 24 of them. */
export const monthsBetween = (first: string, last: string): string[] => everyMonth(first, last).slice(-MONTHS)

/** Every class and sector, and every month from the first to the last with an incident: those without one say 0. */
export function countRows({ counts, medianMinutes }: Counted): CountRow[] {
  const row = (by: CountRow['by'], key: string): CountRow => ({
    ...{ by, key, medianMinutes: by === 'all' ? medianMinutes : null },
    count: counts.find((c) => c.kind === by && c.key === key)?.count ?? 0,
  })
  const months = counts.flatMap(({ kind, key }) => (kind === 'month' ? [key] : [])).sort()
  const [first, last] = [months[0], months.at(-1)]
  return [
    row('all', ''),
    ...INCIDENT_CLASSES.map((key) => row('class', key)),
    ...SectorName.options.map((key) => row('sector', key)),
    ...(first === undefined || last === undefined ? [] : everyMonth(first, last).map((key) => row('month', key))),
  ]
}
