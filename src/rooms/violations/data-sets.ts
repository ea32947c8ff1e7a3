import { type DataSet, type Drawn, drawnSet } from '../../db/open-data.ts'
import type { PublicViolation } from './schema.ts'
import { streamPublic } from './store.ts'
import { W } from './words.ts'

const COLUMNS: readonly Drawn<PublicViolation>[] = [
  { name: 'number', type: 'text', title: { vi: 'Số', en: 'Number' }, of: (v) => v.number },
  {
    name: 'title',
    type: 'text',
    title: W.result,
    about: { vi: 'Trống khi nội dung đã rút.', en: 'Empty once the publication was withdrawn.' },
    of: (v) => v.title,
  },
  {
    name: 'summary',
    type: 'text',
    title: W.summary,
    about: { vi: 'Lời của cơ quan, đã lược bỏ.', en: 'As the authority wrote it in Vietnamese, redacted.' },
    of: (v) => v.summary,
  },
  {
    name: 'conduct',
    type: 'text',
    title: W.conduct,
    about: {
      vi: 'Mã trong danh mục hành vi (/vi/violations/conducts).',
      en: 'Its name in the list of conducts (/en/violations/conducts).',
    },
    of: (v) => v.conduct,
  },
  {
    name: 'cite',
    type: 'text',
    title: { vi: 'Điều khoản bị vi phạm', en: 'Provision broken' },
    about: {
      vi: 'L11.1 là Điều 11 khoản 1 Luật Trí tuệ nhân tạo.',
      en: 'L11.1 is article 11, clause 1 of the Law on AI.',
    },
    of: (v) => v.cite,
  },
  {
    name: 'issuerVi',
    type: 'text',
    title: W.issuer,
    about: { vi: 'Tên tiếng Việt.', en: 'Its name in Vietnamese.' },
    of: (v) => v.issuer.vi,
  },
  {
    name: 'issuerEn',
    type: 'text',
    title: W.issuer,
    about: { vi: 'Tên tiếng Anh.', en: 'Its name in English.' },
    of: (v) => v.issuer.en,
  },
  {
    name: 'party',
    type: 'text',
    title: W.party,
    about: { vi: 'Trống khi quyết định không nêu tên.', en: 'Empty where the decision does not name it.' },
    of: (v) => v.party,
  },
  {
    name: 'aiId',
    type: 'text',
    title: { vi: 'Mã AI-ID', en: 'AI-ID' },
    about: { vi: 'Trống khi không nêu hệ thống.', en: 'Empty where no system is named.' },
    of: (v) => v.system?.aiId ?? null,
  },
  {
    name: 'sanction',
    type: 'text',
    title: W.sanction,
    about: { vi: 'warning (cảnh cáo), fine (phạt tiền), other (khác).', en: 'warning, fine or other.' },
    of: (v) => v.sanction,
  },
  { name: 'sanctionedAt', type: 'moment', title: W.decided, of: (v) => v.sanctionedAt },
  {
    name: 'standing',
    type: 'text',
    title: W.standingFilter,
    about: {
      vi: 'standing (có hiệu lực), carried-out (đã chấp hành), overturned (đã bị hủy bỏ), withdrawn (đã rút nội dung).',
      en: 'standing, carried-out, overturned or withdrawn.',
    },
    of: (v) => v.standing,
  },
  {
    name: 'reason',
    type: 'text',
    title: W.reason,
    about: {
      vi: 'Vì sao quyết định bị hủy bỏ hoặc nội dung được rút.',
      en: 'Why the decision was overturned or its publication withdrawn.',
    },
    of: (v) => v.reason,
  },
  {
    name: 'reply',
    type: 'text',
    title: W.reply,
    about: { vi: 'Nguyên văn.', en: 'Word for word.' },
    of: (v) => v.reply,
  },
  { name: 'publishedAt', type: 'moment', title: W.publishedAt, of: (v) => v.publishedAt },
  {
    name: 'changedAt',
    type: 'moment',
    title: { vi: 'Thay đổi gần nhất', en: 'Last changed' },
    of: (v) => v.changedAt,
  },
]

/** Published sanctions, with those overturned or withdrawn since: the public list as a table. */
const VIOLATIONS: DataSet = drawnSet(
  {
    id: 'violations',
    title: { vi: 'Kết quả xử lý vi phạm', en: 'Results of handling violations' },
    about: {
      vi: 'Quyết định xử phạt vi phạm hành chính đã công khai (Điều 28 khoản 4 Luật Trí tuệ nhân tạo), đã lược bỏ bí mật và dữ liệu cá nhân, kèm phản hồi của bên bị xử phạt. Quyết định bị hủy bỏ hoặc đã rút nội dung vẫn còn dòng.',
      en: 'Published decisions on administrative sanctions (Law on AI art. 28.4), with secrets and personal data left out and the reply of the party beside them. One that was overturned or withdrawn keeps its row.',
    },
    key: ['number'],
  },
  COLUMNS,
  streamPublic,
)

/** What this room publishes as open data. */
export const SETS: readonly DataSet[] = [VIOLATIONS]
