import { type Day, day } from '../base/day.ts'
import type { Text } from '../base/text.ts'
import type { Cite, Confidence } from './cite.ts'
import type { ClockRule } from './clock.ts'
import { inForce } from './rule.ts'

/** The four groups of consequences of Decree 142 art. 19.1. */
export const INCIDENT_CLASSES = ['a', 'b', 'c', 'd'] as const
export type IncidentClass = (typeof INCIDENT_CLASSES)[number]

/** What can be ticked. The forms AI01a and AI01b have no box for `operation` and `order-safety`, the article has. */
export type Consequence =
  | 'life-health'
  | 'property'
  | 'operation'
  | 'rights-privacy'
  | 'service'
  | 'national-security'
  | 'order-safety'

/** From when a rule holds, and until when: the first day it no longer does. */
interface Dated {
  readonly from: Day
  readonly until?: Day
  readonly confidence: Confidence
}

export interface ConsequenceKind extends Dated {
  readonly id: Consequence
  readonly label: Text
  readonly hint?: Text
  readonly class: IncidentClass
  readonly cite: Cite
  /** Its words on the form of the decree; without them it is printed beside the form's own boxes. */
  readonly box?: string
}

export interface ClassKind extends Dated {
  readonly id: IncidentClass
  readonly name: Text
  readonly cite: Cite
}

const DECREE = day('2026-05-01')
const sure = { from: DECREE, confidence: 'A' } as const

export const CLASSES: readonly ClassKind[] = [
  {
    id: 'a',
    name: { vi: 'Tính mạng, sức khỏe con người', en: 'Human life and health' },
    cite: 'N19.1.a',
    ...sure,
  },
  {
    id: 'b',
    name: { vi: 'Tài sản, hoạt động của tổ chức', en: 'Property, and the work of organisations' },
    cite: 'N19.1.b',
    ...sure,
  },
  {
    id: 'c',
    name: { vi: 'Quyền con người, quyền và lợi ích hợp pháp', en: 'Human rights, lawful rights and interests' },
    cite: 'N19.1.c',
    ...sure,
  },
  {
    id: 'd',
    name: {
      vi: 'Dịch vụ công, dịch vụ thiết yếu, an ninh, trật tự, an toàn xã hội',
      en: 'Public and essential services, security, order and safety',
    },
    cite: 'N19.1.d',
    ...sure,
  },
]

export const CONSEQUENCES: readonly ConsequenceKind[] = [
  {
    id: 'life-health',
    label: { vi: 'Tính mạng, sức khỏe', en: 'Life or health' },
    hint: {
      vi: 'Có người chết hoặc sức khỏe bị tổn hại nghiêm trọng',
      en: 'Somebody died, or somebody’s health was gravely harmed',
    },
    class: 'a',
    cite: 'N19.1.a',
    box: 'Tính mạng, sức khỏe',
    ...sure,
  },
  {
    id: 'property',
    label: { vi: 'Tài sản', en: 'Property' },
    hint: { vi: 'Thiệt hại đáng kể', en: 'Considerable loss' },
    class: 'b',
    cite: 'N19.1.b',
    box: 'Tài sản',
    ...sure,
  },
  {
    id: 'operation',
    label: { vi: 'Hoạt động của tổ chức', en: 'The work of an organisation' },
    hint: { vi: 'Bị ảnh hưởng nghiêm trọng', en: 'Gravely affected' },
    class: 'b',
    cite: 'N19.1.b',
    ...sure,
  },
  {
    id: 'rights-privacy',
    label: { vi: 'Quyền con người, quyền riêng tư', en: 'Human rights or privacy' },
    hint: {
      vi: 'Quyền, lợi ích hợp pháp của cơ quan, tổ chức, cá nhân bị xâm phạm nghiêm trọng',
      en: 'Lawful rights or interests of people, organisations or bodies were gravely infringed',
    },
    class: 'c',
    cite: 'N19.1.c',
    box: 'Quyền con người, quyền riêng tư',
    ...sure,
  },
  {
    id: 'service',
    label: { vi: 'Dịch vụ công, dịch vụ thiết yếu', en: 'Public or essential services' },
    hint: { vi: 'Bị gián đoạn nghiêm trọng', en: 'Gravely interrupted' },
    class: 'd',
    cite: 'N19.1.d',
    box: 'Dịch vụ công, dịch vụ thiết yếu',
    ...sure,
  },
  {
    id: 'national-security',
    label: { vi: 'An ninh quốc gia', en: 'National security' },
    class: 'd',
    cite: 'N19.1.d',
    box: 'An ninh quốc gia',
    ...sure,
  },
  {
    id: 'order-safety',
    label: { vi: 'Trật tự, an toàn xã hội', en: 'Social order and safety' },
    class: 'd',
    cite: 'N19.1.d',
    ...sure,
  },
]

/** The classes of what was ticked, each once, in the order of the article. */
export const classesOf = (ticked: readonly string[]): IncidentClass[] =>
  INCIDENT_CLASSES.filter((id) => CONSEQUENCES.some((c) => c.class === id && ticked.includes(c.id)))

export interface ReportRule extends Dated {
  readonly rule: ClockRule
  readonly cite: Cite
}

interface FirstRule extends ReportRule {
  readonly classes: readonly IncidentClass[]
  /** Only for incidents nobody can get under control. */
  readonly uncontrollable?: true
}

/** The shortest clock first: where several apply, it counts (our reading, confidence D: the act is silent). */
const FIRST_REPORT: readonly FirstRule[] = [
  { classes: ['a', 'd'], rule: { hours: 72 }, cite: 'N19.3.a', ...sure },
  { classes: ['c'], uncontrollable: true, rule: { hours: 72 }, cite: 'N19.3.a', ...sure },
  { classes: ['b', 'c'], rule: { workingDays: 5 }, cite: 'N19.3.b', ...sure },
]

/**
 * How long the preliminary report may take, from the moment the incident was confirmed (Decree art. 19.3). Nothing
 * when nothing was ticked that makes an incident serious. A near miss counts like the harm it nearly did (Law art. 3.8).
 */
export function firstReport(
  ticked: readonly string[],
  uncontrollable: boolean,
  on: Day,
): Pick<ReportRule, 'rule' | 'cite'> | undefined {
  const classes = classesOf(ticked)
  const found = FIRST_REPORT.find(
    (r) =>
      inForce(r, on) && r.classes.some((c) => classes.includes(c)) && (r.uncontrollable !== true || uncontrollable),
  )
  return found && { rule: found.rule, cite: found.cite }
}

/** How long the report on the remedy may take, from the day the preliminary one was filed (Decree art. 19.4). */
const FINAL_REPORT: readonly ReportRule[] = [{ rule: { days: 15 }, cite: 'N19.4', ...sure }]

export function finalReport(on: Day): Pick<ReportRule, 'rule' | 'cite'> | undefined {
  const found = FINAL_REPORT.find((r) => inForce(r, on))
  return found && { rule: found.rule, cite: found.cite }
}

export type ParallelId = 'cyber' | 'personal-data' | 'sector'

/** A duty to report the same event under another law: named here, counted where its period is known, met elsewhere. */
export interface ParallelDuty extends Dated {
  readonly id: ParallelId
  readonly name: Text
  /** When it applies, in words the person can check. */
  readonly when: Text
  readonly source: Text
  /** From the moment of detection. None for sector laws: each has its own. */
  readonly clocks: readonly { readonly id: string; readonly name: Text; readonly rule: ClockRule }[]
}

/** Decree art. 19.5: where another law asks for a report too, that report follows that law. */
export const PARALLEL: readonly ParallelDuty[] = [
  {
    id: 'cyber',
    name: { vi: 'Báo cáo sự cố an ninh mạng', en: 'Report of a cyber incident' },
    when: {
      vi: 'Sự cố đồng thời là sự cố an ninh mạng của hệ thống thông tin do bạn làm chủ quản.',
      en: 'The event is a cyber incident of an information system you are in charge of as well.',
    },
    source: {
      vi: 'Điểm d khoản 2 Điều 31 Nghị định 331/2026/NĐ-CP',
      en: 'Decree 331/2026/NĐ-CP, art. 31(2)(d)',
    },
    clocks: [
      {
        id: 'cyber-notice',
        name: { vi: 'Thông báo ban đầu về sự cố an ninh mạng', en: 'First notice of the cyber incident' },
        rule: { hours: 24 },
      },
      {
        id: 'cyber-report',
        name: { vi: 'Báo cáo sự cố an ninh mạng', en: 'Report of the cyber incident' },
        rule: { hours: 72 },
      },
    ],
    // Published in August 2026; seen in one source only.
    from: day('2026-08-19'),
    confidence: 'C',
  },
  {
    id: 'personal-data',
    name: { vi: 'Thông báo vi phạm dữ liệu cá nhân', en: 'Notice of a personal-data breach' },
    when: {
      vi: 'Sự cố làm lộ, mất hoặc xâm phạm dữ liệu cá nhân do bạn kiểm soát.',
      en: 'Personal data you control were disclosed, lost or otherwise violated.',
    },
    source: {
      vi: 'Điều 23 Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Điều 29 Nghị định 356/2025/NĐ-CP',
      en: 'Personal Data Protection Law 91/2025/QH15, art. 23; Decree 356/2025/NĐ-CP, art. 29',
    },
    clocks: [
      {
        id: 'personal-data-notice',
        name: { vi: 'Thông báo vi phạm dữ liệu cá nhân', en: 'Notice of the personal-data breach' },
        rule: { hours: 72 },
      },
    ],
    from: day('2026-01-01'),
    confidence: 'C',
  },
  {
    id: 'sector',
    name: { vi: 'Báo cáo theo pháp luật chuyên ngành', en: 'Report under the law of the sector' },
    when: {
      vi: 'Pháp luật của ngành (như y tế, ngân hàng, giao thông) cũng yêu cầu báo cáo sự việc này; thời hạn theo luật đó.',
      en: 'The law of the sector (health, banking, transport and others) asks for a report too, within its own time.',
    },
    source: { vi: 'Pháp luật chuyên ngành', en: 'The law of the sector' },
    clocks: [],
    from: DECREE,
    confidence: 'A',
  },
]

/** The clock of a parallel duty, when that duty was ticked. */
export const parallelClock = (
  id: string,
  ticked: readonly string[],
): { readonly rule: ClockRule; readonly cite: Text } | undefined => {
  const duty = PARALLEL.find((p) => p.clocks.some((c) => c.id === id))
  const clock = duty?.clocks.find((c) => c.id === id)
  return duty === undefined || clock === undefined || !ticked.includes(duty.id)
    ? undefined
    : { rule: clock.rule, cite: duty.source }
}

export interface Routing {
  readonly lead: 'incident' | 'incident-security'
  readonly copies: readonly ('incident' | 'incident-security')[]
  readonly cite: Cite
}

/**
 * Who verifies. The Ministry of Science and Technology receives every report (Decree art. 19.6); where security, order
 * or safety may be affected, or a crime may have been committed, the Ministry of Public Security leads and the other
 * keeps a view (art. 19.7, 42.5). All of class d goes there: the article puts services and security into one group.
 */
export const routeOf = (ticked: readonly string[], crimeSigns: boolean): Routing =>
  crimeSigns || classesOf(ticked).includes('d')
    ? { lead: 'incident-security', copies: ['incident'], cite: 'N42.5' }
    : { lead: 'incident', copies: [], cite: 'N19.6' }
