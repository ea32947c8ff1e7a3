import { type Day, day } from '../../base/day.ts'
import type { Text } from '../../base/text.ts'
import { banking } from './banking.ts'
import { education } from './education.ts'
import { type Entry, SECTORS } from './entry.ts'
import { ethnicReligion } from './ethnic-religion.ts'
import { health } from './health.ts'
import { litigation } from './litigation.ts'
import { transportAir } from './transport-air.ts'
import { transportGround } from './transport-ground.ts'

const place = (e: Entry): number => SECTORS.indexOf(e.sector) * 100 + Number(e.code.split('.')[1])

/** The list of high-risk AI systems in printed order, I.1 to VI.31. */
export const LIST: readonly Entry[] = [
  ...education,
  ...ethnicReligion,
  ...health,
  ...banking,
  ...litigation,
  ...transportGround,
  ...transportAir,
].sort((a, b) => place(a) - place(b))

export interface ListVersion {
  readonly id: string
  readonly decision: string
  readonly from: Day
  readonly until?: Day
  readonly name: Text
}

/** Which issue of the list this is. An amending decision adds a version and ends entries; it never edits them. */
export const LIST_VERSION: ListVersion = {
  id: 'qd-33-2026',
  decision: '33/2026/QĐ-TTg',
  from: day('2026-08-15'),
  name: {
    vi: 'Danh mục hệ thống trí tuệ nhân tạo có rủi ro cao, Quyết định 33/2026/QĐ-TTg',
    en: 'List of high-risk AI systems, Decision 33/2026/QĐ-TTg',
  },
}
