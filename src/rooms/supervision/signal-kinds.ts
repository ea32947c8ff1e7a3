import type { UnitKind } from '../../base/actor.ts'
import { type Day, day } from '../../base/day.ts'
import { type Text, text } from '../../base/text.ts'
import type { Cite, Confidence } from '../../law/cite.ts'
import type { SignalKind } from './signal-schema.ts'

export interface SignalKindOf {
  readonly name: Text
  /** What it is about, for whoever reads the list. */
  readonly means: Text
  readonly cite: Cite
  readonly confidence: Confidence
  /** It is one of the three reasons for which a low-risk system may be looked at at all (Law art. 10.5.c). */
  readonly admitsLow?: true
  /** Kinds of units it concerns: nobody else finds it on his list. */
  readonly units: readonly UnitKind[]
}

const CHECKING: readonly UnitKind[] = ['most', 'ministry', 'province']
const EVERY_UNIT: readonly UnitKind[] = ['most', 'police', 'ministry', 'province']

/**
 * What gives reason to look at a system. The Law speaks of "signs of violation" (art. 10.5.a), samples (10.5.b),
 * incidents, feedback and safety (10.5.c) and of discrepancy in what was declared (10.6), and names no signs: the kinds
 * are ours, of confidence D.
 */
export const SIGNAL: Readonly<Record<SignalKind, SignalKindOf>> = {
  'tool-higher': {
    name: text('Công cụ phân loại cho mức cao hơn', 'The tool says a higher level'),
    means: text(
      'Câu trả lời của chính nhà cung cấp trong công cụ dẫn đến mức cao hơn mức đã khai.',
      'The provider’s own answers to the tool lead to a higher level than it declared.',
    ),
    ...{ cite: 'L10.6', confidence: 'D', units: CHECKING },
  },
  'list-words': {
    name: text('Mô tả giống một mục trong Danh mục', 'The description resembles an entry of the list'),
    means: text(
      'Tên, mục đích hoặc chức năng có những từ thường dùng cho một mục của Danh mục hệ thống rủi ro cao.',
      'Name, purpose or functions use words common for an entry of the list of high-risk systems.',
    ),
    ...{ cite: 'Q1', confidence: 'D', units: CHECKING },
  },
  scale: {
    name: text('Quy mô lớn so với mức đã khai', 'A large scale for the level declared'),
    means: text(
      'Phạm vi, số người dùng hoặc số bên triển khai lớn; quy mô ảnh hưởng là một tiêu chí phân loại.',
      'Scope, users or deployers are many; the scale of influence is a criterion of classification.',
    ),
    ...{ cite: 'L9.2', confidence: 'D', units: CHECKING },
  },
  incidents: {
    name: text('Sự cố nghiêm trọng', 'Serious incidents'),
    means: text('Sự cố nghiêm trọng đã được báo cáo trong một năm qua.', 'Serious incidents reported within a year.'),
    ...{ cite: 'L10.5', confidence: 'D', units: EVERY_UNIT, admitsLow: true },
  },
  'similar-higher': {
    name: text('Hệ thống tương tự khai mức cao hơn', 'Similar systems are declared higher'),
    means: text(
      'Phần lớn hệ thống cùng lĩnh vực, tên gần giống đã khai mức rủi ro cao hơn.',
      'Most systems of the field with a like name are declared at a higher level.',
    ),
    ...{ cite: 'L9.2', confidence: 'D', units: CHECKING },
  },
  late: {
    name: text('Thông báo hoặc phân loại lại muộn', 'A late notice or reclassification'),
    means: text(
      'Thông báo sau khi đã đưa vào sử dụng, hoặc thông báo phân loại lại quá hạn.',
      'Notified after it was put into use, or a reclassification notified late.',
    ),
    ...{ cite: 'L10.3', confidence: 'D', units: CHECKING },
  },
  petition: {
    name: text('Phản ánh, kiến nghị', 'Feedback and petitions'),
    means: text('Người dân, tổ chức phản ánh về hệ thống.', 'People or organisations have complained about it.'),
    ...{ cite: 'L10.5', confidence: 'D', units: EVERY_UNIT, admitsLow: true },
  },
  safety: {
    name: text('Yêu cầu bảo đảm an toàn', 'A need of safety'),
    means: text(
      'Cán bộ nêu lý do an toàn bằng văn bản.',
      'An officer has put down in writing why safety asks for a look.',
    ),
    ...{ cite: 'L10.5', confidence: 'D', units: EVERY_UNIT, admitsLow: true },
  },
}

/** Weights and thresholds in force from a day on. The law sets none: an aim of the service, changed by adding a row. */
export interface Reckoning {
  readonly from: Day
  readonly weights: Readonly<Record<SignalKind, number>>
  /** People a medium or low system may reach, and deployers it may have, before its scale is a sign. */
  readonly crowd: number
  readonly deployers: number
  /** How alike two names must be, 0 to 1, how many such systems it takes, and which share of them is declared higher. */
  readonly alike: number
  readonly neighbours: number
  readonly share: number
  /** In how many names of a field a word may stand and still tell them apart. */
  readonly rare: number
  /** For how many days an incident counts. */
  readonly incidentDays: number
}

export const RECKONINGS: readonly Reckoning[] = [
  {
    from: day('2026-03-01'),
    weights: {
      ...{ incidents: 60, petition: 45, safety: 70, 'tool-higher': 80, 'list-words': 55 },
      ...{ 'similar-higher': 40, scale: 25, late: 30 },
    },
    ...{ crowd: 100_000, deployers: 50, alike: 0.6, neighbours: 5, share: 0.6, rare: 60, incidentDays: 365 },
  },
]

/** The reckoning in force on a day. */
export function reckoningOn(on: Day): Reckoning {
  const found = RECKONINGS.findLast(({ from }) => from <= on) ?? RECKONINGS[0]
  if (found === undefined) throw new Error('no reckoning of signals is in force')
  return found
}
