import { streamPublished } from '../../casework/actions.ts'
import { type DataSet, type Drawn, drawnSet } from '../../db/open-data.ts'
import { INCIDENT } from './procedure.ts'
import { countRows } from './rules.ts'
import { type CountRow, PublicIncident } from './schema.ts'
import { countIncidents } from './store.ts'
import { W } from './words.ts'

const COUNT: readonly Drawn<CountRow>[] = [
  {
    name: 'by',
    type: 'text',
    title: { vi: 'Tính theo', en: 'Counted by' },
    about: {
      vi: 'all (tất cả), class (nhóm hậu quả), sector (lĩnh vực), month (tháng gửi báo cáo). Mỗi bảng tính chỉ có một chiều, không kết hợp.',
      en: 'all, class of consequence, sector, or month of the report. One at a time: they are never combined.',
    },
    of: (c) => c.by,
  },
  {
    name: 'key',
    type: 'text',
    title: { vi: 'Giá trị', en: 'Value' },
    about: {
      vi: 'Nhóm a, b, c, d theo Điều 19 khoản 1 Nghị định 142/2026/NĐ-CP; lĩnh vực như ở bộ dữ liệu systems; tháng dạng 2026-11 theo giờ Việt Nam; trống ở dòng all.',
      en: 'Class a, b, c or d of Decree 142/2026/NĐ-CP art. 19.1; a sector as in systems; a month as 2026-11, Vietnam time; empty for all.',
    },
    of: (c) => c.key,
  },
  {
    name: 'count',
    type: 'integer',
    title: W.countColumn,
    about: {
      vi: 'Một sự cố có thể thuộc nhiều nhóm. Nhóm, lĩnh vực, tháng không có sự cố ghi số 0.',
      en: 'One incident may belong to several classes. A class, sector or month without an incident says 0.',
    },
    of: (c) => c.count,
  },
  {
    name: 'medianMinutes',
    type: 'integer',
    title: W.median,
    about: { vi: 'Tính bằng phút; chỉ có ở dòng all.', en: 'In minutes; on the row all only.' },
    of: (c) => c.medianMinutes,
  },
]

const COUNTS: DataSet = drawnSet(
  {
    id: 'incident-counts',
    title: W.statistics,
    about: {
      vi: `${W.statisticsLead.vi} Chỉ gồm các tổng số đã công khai trên trang thống kê (Điều 4 khoản 1 Nghị định 142/2026/NĐ-CP).`,
      en: `${W.statisticsLead.en} Nothing but the sums the page of statistics shows (Decree 142/2026/NĐ-CP art. 4.1).`,
    },
    key: ['by', 'key'],
  },
  COUNT,
  async function* (db) {
    yield countRows(await countIncidents(db))
  },
)

/** A published summary with its number and moments. */
interface Published extends PublicIncident {
  readonly number: string
  readonly publishedAt: string
  readonly changedAt: string
}

const SUMMARY: readonly Drawn<Published>[] = [
  { name: 'number', type: 'text', title: { vi: 'Số hồ sơ', en: 'Number' }, of: (i) => i.number },
  {
    name: 'month',
    type: 'text',
    title: W.month,
    about: {
      vi: 'Dạng 2026-11. Không nêu ngày, vì ngày có thể cho biết là ai.',
      en: 'As 2026-11. Never the day, which might tell who it was.',
    },
    of: (i) => i.month,
  },
  {
    name: 'classes',
    type: 'list',
    title: W.classes,
    about: {
      vi: 'a, b, c, d theo Điều 19 khoản 1 Nghị định 142/2026/NĐ-CP.',
      en: 'a, b, c and d of Decree 142/2026/NĐ-CP art. 19.1.',
    },
    of: (i) => i.classes,
  },
  {
    name: 'sector',
    type: 'text',
    title: W.sectorColumn,
    about: { vi: 'Như ở bộ dữ liệu systems.', en: 'As in the data set systems.' },
    of: (i) => i.sector,
  },
  {
    name: 'nearMiss',
    type: 'yes-no',
    title: { vi: 'Mới là nguy cơ', en: 'Near miss' },
    about: {
      vi: 'Đúng khi mới có nguy cơ gây hậu quả, hậu quả chưa xảy ra.',
      en: 'True where harm threatened and did not happen.',
    },
    of: (i) => i.nearMiss,
  },
  {
    name: 'aiId',
    type: 'text',
    title: { vi: 'Mã AI-ID', en: 'AI-ID' },
    about: {
      vi: 'Chỉ khi cơ quan công bố có nêu tên hệ thống và hệ thống có trên Sổ đăng ký.',
      en: 'Only where the publication names the system and the register has it.',
    },
    of: (i) => i.system?.aiId ?? null,
  },
  {
    name: 'systemName',
    type: 'text',
    title: W.system,
    about: {
      vi: 'Chỉ khi cơ quan công bố có nêu tên hệ thống.',
      en: 'Only where the publication names the system.',
    },
    of: (i) => i.system?.name ?? null,
  },
  {
    name: 'summary',
    type: 'text',
    title: W.summary,
    about: { vi: 'Nguyên văn tiếng Việt.', en: 'As written, in Vietnamese.' },
    of: (i) => i.summary,
  },
  {
    name: 'reply',
    type: 'text',
    title: W.reply,
    about: {
      vi: 'Nguyên văn; trống khi chưa phản hồi. Báo cáo sự cố không phải là thừa nhận lỗi.',
      en: 'As written; empty until there is one. To report an incident is not to admit a fault.',
    },
    of: (i) => i.reply,
  },
  { name: 'publishedAt', type: 'moment', title: W.publishedAt, of: (i) => i.publishedAt },
  { name: 'changedAt', type: 'moment', title: W.changedAt, of: (i) => i.changedAt },
]

const SUMMARIES: DataSet = drawnSet(
  {
    id: 'incidents',
    title: W.published,
    about: {
      vi: 'Bản tóm tắt các sự cố nghiêm trọng do cơ quan tiếp nhận công bố, không nêu tên người, cùng phản hồi của bên báo cáo. Sự cố chưa công bố hoặc đã rút công bố không có ở đây; tổng số nằm ở bộ dữ liệu incident-counts.',
      en: 'Summaries of serious incidents that the authority published, naming nobody, with the reply of the party. What is not published, or was withdrawn, is not here; the sums are in incident-counts.',
    },
    key: ['number'],
  },
  SUMMARY,
  async function* (db) {
    for await (const batch of streamPublished(db, INCIDENT.id))
      yield batch.map(({ number, at, changedAt, content }) => ({
        ...PublicIncident.parse(content),
        ...{ number, publishedAt: at, changedAt },
      }))
  },
)

/** What incidents publish as open data: sums, and what an officer published, nothing else. */
export const SETS: readonly DataSet[] = [SUMMARIES, COUNTS]
