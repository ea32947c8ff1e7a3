import type { UnitKind } from '../../base/actor.ts'
import { type Text, text } from '../../base/text.ts'
import type { Cite } from '../../law/cite.ts'

/** A kind of work some unit of the State is in charge of. */
export interface Desk {
  readonly name: string
  readonly title: Text
  /** The provision that gives the work to a body of the State. */
  readonly cite: Cite
  /** Whose work it is while no administrator has said otherwise. */
  readonly kind: UnitKind
}

/** A new procedure adds its line here; a desk that has none is looked after by the unit that keeps the portal. */
export const DESKS: readonly Desk[] = [
  {
    name: 'incident',
    title: text('Sự cố nghiêm trọng', 'Serious incidents'),
    cite: 'N19.6',
    kind: 'most',
  },
  {
    name: 'incident-security',
    title: text(
      'Sự cố nghiêm trọng có ảnh hưởng đến an ninh quốc gia, trật tự, an toàn xã hội',
      'Serious incidents that affect national security, social order or safety',
    ),
    cite: 'N42.5',
    kind: 'police',
  },
  {
    name: 'guidance',
    title: text('Hướng dẫn phân loại rủi ro', 'Guidance on the classification of risk'),
    cite: 'N10.4',
    kind: 'most',
  },
  {
    name: 'petition',
    title: text('Phản ánh, kiến nghị và báo sai sót', 'Feedback, petitions and reports of errors'),
    cite: 'N41.3.c',
    kind: 'most',
  },
  {
    name: 'petition-prohibited',
    title: text('Phản ánh hành vi bị nghiêm cấm', 'Reports of prohibited acts'),
    cite: 'L7',
    kind: 'most',
  },
]

export const defaultKind = (name: string): UnitKind => DESKS.find((desk) => desk.name === name)?.kind ?? 'most'
