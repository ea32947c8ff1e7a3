import type { UnitKind } from '../../base/actor.ts'
import { type Text, text } from '../../base/text.ts'
import type { Cite, Confidence } from '../../law/cite.ts'
import type { Level } from '../systems/schema.ts'
import type { VisitGround, VisitKind } from './schema.ts'

interface Competence {
  readonly cite: Cite
  /** Who may, and on which grounds; on every ground where none are named. */
  readonly units: Readonly<Partial<Record<UnitKind, readonly VisitGround[] | 'every'>>>
  readonly confidence: Confidence
}

/**
 * Who is competent. Checks are for "bodies charged with state management of AI" (Law art. 28.2): the ministry of science
 * and technology, line ministries and provinces in their remit (art. 30.2; Decree art. 41, 43, 44), and the police where
 * it leads an incident (Decree art. 42.5). Inspections follow the law on inspection (art. 28.1); that law, as generally
 * known and not looked up here, keeps inspectorates with provinces and the ministry of public security and no longer
 * with other ministries. All of confidence D: a portal with other rules changes this table.
 */
export const COMPETENCE: Readonly<Record<VisitKind, Competence>> = {
  check: {
    cite: 'L28.2',
    units: { most: 'every', ministry: 'every', province: 'every', police: ['incident', 'safety'] },
    confidence: 'D',
  },
  inspection: { cite: 'L28.1', units: { province: 'every', police: 'every' }, confidence: 'D' },
}

export interface GroundOf {
  readonly name: Text
  readonly cite: Cite
  readonly levels: readonly Level[]
}

const EVERY_LEVEL: readonly Level[] = ['high', 'medium', 'low']

/** How each level is supervised (Law art. 10.5). Nothing periodic and no sample for low risk. */
export const GROUND: Readonly<Record<VisitGround, GroundOf>> = {
  periodic: { name: text('Kiểm tra định kỳ', 'Periodic check'), cite: 'L10.5.a', levels: ['high'] },
  signs: { name: text('Có dấu hiệu vi phạm', 'Signs of violation'), cite: 'L10.5.a', levels: ['high'] },
  report: { name: text('Giám sát qua báo cáo', 'Supervision by reports'), cite: 'L10.5.b', levels: ['medium'] },
  // A sample of high-risk systems is one way to carry out their periodic checks.
  sample: { name: text('Kiểm tra chọn mẫu', 'Sample check'), cite: 'L10.5.b', levels: ['medium', 'high'] },
  evaluation: {
    name: text('Đánh giá của tổ chức độc lập', 'Evaluation by an independent organisation'),
    ...{ cite: 'L10.5.b', levels: ['medium'] },
  },
  incident: { name: text('Có sự cố', 'An incident'), cite: 'L10.5', levels: EVERY_LEVEL },
  petition: { name: text('Có phản ánh', 'Feedback or a complaint'), cite: 'L10.5', levels: EVERY_LEVEL },
  safety: { name: text('Cần bảo đảm an toàn', 'Safety asks for it'), cite: 'L10.5', levels: EVERY_LEVEL },
}

/** The point of art. 10.5 that says how a level is supervised. */
export const BY_LEVEL: Readonly<Record<Level, Cite>> = { high: 'L10.5.a', medium: 'L10.5.b', low: 'L10.5.c' }

/** Months between two periodic checks of a high-risk system. The Law says "periodically" and sets none (confidence D). */
export const INTERVAL_MONTHS = 12

/** Leaves the public log must still grow by before its root is the seed: enough that no single act decides it. */
export const SEED_MARGIN = 16

/** Provisions under which an account is asked for: there source code, detailed algorithms and parameters stay closed. */
export const KEEPS_SECRET: Readonly<Record<Level, Cite>> = { high: 'L14.1.e', medium: 'L15.1.b', low: 'L31.2' }
