import { type DataSet, type Drawn, drawnSet } from '../../db/open-data.ts'
import type { PublicOrder } from './schema.ts'
import { streamPublic } from './store.ts'
import { W } from './words.ts'

const COLUMNS: readonly Drawn<PublicOrder>[] = [
  { name: 'number', type: 'text', title: W.number, of: (o) => o.number },
  {
    name: 'kind',
    type: 'text',
    title: W.kindFilter,
    about: {
      vi: 'suspend (tạm dừng), recall (thu hồi), suspend-legacy và end-legacy (tạm dừng, chấm dứt hệ thống hoạt động trước ngày Luật có hiệu lực).',
      en: 'suspend, recall, suspend-legacy or end-legacy (of a system that ran before the Law).',
    },
    of: (o) => o.kind,
  },
  {
    name: 'basis',
    type: 'text',
    title: W.basis,
    about: {
      vi: 'Điều khoản của Luật Trí tuệ nhân tạo: L10.6 là Điều 10 khoản 6.',
      en: 'The provision of the Law on AI: L10.6 is article 10, clause 6.',
    },
    of: (o) => o.basis,
  },
  {
    name: 'issuerVi',
    type: 'text',
    title: W.issuer,
    about: { vi: 'Tên tiếng Việt.', en: 'Its name in Vietnamese.' },
    of: (o) => o.issuer.vi,
  },
  {
    name: 'issuerEn',
    type: 'text',
    title: W.issuer,
    about: { vi: 'Tên tiếng Anh.', en: 'Its name in English.' },
    of: (o) => o.issuer.en,
  },
  {
    name: 'aiId',
    type: 'text',
    title: { vi: 'Mã AI-ID', en: 'AI-ID' },
    about: {
      vi: 'Trống khi hệ thống không có trên Sổ đăng ký.',
      en: 'Empty where the system is not on the register.',
    },
    of: (o) => o.system.aiId,
  },
  { name: 'systemName', type: 'text', title: W.system, of: (o) => o.system.name },
  { name: 'provider', type: 'text', title: W.provider, of: (o) => o.provider },
  {
    name: 'level',
    type: 'text',
    title: W.levelFilter,
    about: { vi: 'high (cao), medium (trung bình), low (thấp).', en: 'high, medium or low.' },
    of: (o) => o.system.level,
  },
  {
    name: 'sectors',
    type: 'list',
    title: W.sectorFilter,
    about: { vi: 'Như ở bộ dữ liệu systems.', en: 'As in the data set systems.' },
    of: (o) => o.system.sectors,
  },
  {
    name: 'systemState',
    type: 'text',
    title: W.systemNow,
    about: { vi: 'Tại thời điểm xuất; như ở bộ dữ liệu systems.', en: 'At the time of the export; as in systems.' },
    of: (o) => o.system.state,
  },
  {
    name: 'reason',
    type: 'text',
    title: W.reason,
    about: { vi: 'Lời công bố của cơ quan ban hành.', en: 'As the authority published it, in Vietnamese.' },
    of: (o) => o.reason,
  },
  { name: 'issuedAt', type: 'moment', title: W.issued, of: (o) => o.issuedAt },
  {
    name: 'ended',
    type: 'text',
    title: W.ended,
    about: {
      vi: 'lifted (dỡ bỏ), closed (kết thúc), revoked (hủy bỏ); trống khi yêu cầu đang có hiệu lực.',
      en: 'lifted, closed or revoked; empty while the order stands.',
    },
    of: (o) => o.ended,
  },
  { name: 'endedAt', type: 'moment', title: { vi: 'Thời điểm kết thúc', en: 'Ended at' }, of: (o) => o.endedAt },
  { name: 'endedReason', type: 'text', title: W.endedReason, of: (o) => o.endedReason },
  {
    name: 'changedAt',
    type: 'moment',
    title: { vi: 'Thay đổi gần nhất', en: 'Last changed' },
    of: (o) => o.changedAt,
  },
]

/** Orders that take a system out of use, and those that ended since: the public list as a table. */
const ORDERS: DataSet = drawnSet(
  {
    id: 'orders',
    title: { vi: 'Yêu cầu tạm dừng, thu hồi', en: 'Orders to suspend and recall' },
    about: {
      vi: 'Mọi yêu cầu của cơ quan nhà nước về tạm dừng, thu hồi hoặc chấm dứt một hệ thống (Điều 10 khoản 6, Điều 12 khoản 3, Điều 35 khoản 2 Luật Trí tuệ nhân tạo), kể cả yêu cầu đã dỡ bỏ hoặc hủy bỏ. Không dòng nào bị xóa.',
      en: 'Every order of the State to suspend, recall or end a system (Law on AI art. 10.6, 12.3, 35.2), with those lifted or revoked since. No row is ever taken away.',
    },
    key: ['number'],
  },
  COLUMNS,
  streamPublic,
)

/** What supervision publishes as open data. */
export const SETS: readonly DataSet[] = [ORDERS]
