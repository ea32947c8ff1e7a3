import { type DataSet, type Drawn, drawnSet } from '../../db/open-data.ts'
import type { PublicSystem } from '../systems/schema.ts'
import type { ChangeItem } from './schema.ts'
import { type Sealed, withRecordLeaves, withStepLeaves } from './leaves-store.ts'
import { streamRecords, streamSteps } from './open-data-store.ts'
import { FIELDS } from './words.ts'

const SEAL: readonly Drawn<Sealed>[] = [
  {
    name: 'leaf',
    type: 'text',
    title: { vi: 'Dòng trong nhật ký công khai', en: 'Entry in the public log' },
    about: {
      vi: 'Mã băm RFC 6962 của dòng ghi việc này trong nhật ký công khai (/log), hệ thập lục phân.',
      en: 'The RFC 6962 hash of the entry of this act in the public log (/log), in hex.',
    },
    of: (s) => s.leaf,
  },
  {
    name: 'salt',
    type: 'text',
    title: { vi: 'Muối', en: 'Salt' },
    about: {
      vi: 'Cùng với nội dung của dòng này, mở cam kết mà dòng ghi trong nhật ký chứa (docs/verify.md).',
      en: 'With the content of this row it opens the commitment that the entry holds (docs/verify.md).',
    },
    of: (s) => s.salt,
  },
]

const RECORD: readonly Drawn<PublicSystem & Sealed>[] = [
  { name: 'aiId', type: 'text', title: FIELDS.aiId, of: (s) => s.aiId },
  { name: 'name', type: 'text', title: FIELDS.name, of: (s) => s.name },
  { name: 'version', type: 'text', title: FIELDS.version, of: (s) => s.version },
  {
    name: 'level',
    type: 'text',
    title: FIELDS.level,
    about: {
      vi: 'high (cao), medium (trung bình), low (thấp), do nhà cung cấp tự phân loại.',
      en: 'high, medium or low, as the provider classified it.',
    },
    of: (s) => s.level,
  },
  {
    name: 'state',
    type: 'text',
    title: FIELDS.state,
    about: {
      vi: 'declared (chưa sử dụng), in-use (đang sử dụng), suspended (tạm dừng), recalled (thu hồi), retired (ngừng sử dụng), withdrawn (đã rút thông báo).',
      en: 'declared, in-use, suspended, recalled, retired or withdrawn.',
    },
    of: (s) => s.state,
  },
  { name: 'providerName', type: 'text', title: FIELDS.providerName, of: (s) => s.provider.name },
  {
    name: 'providerAddress',
    type: 'text',
    title: FIELDS.providerAddress,
    about: { vi: 'Chỉ có ở hệ thống rủi ro cao.', en: 'For high-risk systems only.' },
    of: (s) => s.provider.address,
  },
  {
    name: 'providerContact',
    type: 'text',
    title: FIELDS.providerContact,
    about: { vi: 'Chỉ có ở hệ thống rủi ro cao.', en: 'For high-risk systems only.' },
    of: (s) => s.provider.contact,
  },
  { name: 'purpose', type: 'text', title: FIELDS.purpose, of: (s) => s.purpose },
  { name: 'functions', type: 'list', title: FIELDS.functions, of: (s) => s.functions },
  { name: 'scope', type: 'text', title: FIELDS.scope, of: (s) => s.scope },
  { name: 'users', type: 'list', title: FIELDS.users, of: (s) => s.users },
  { name: 'affected', type: 'list', title: FIELDS.affected, of: (s) => s.affected },
  {
    name: 'sectors',
    type: 'list',
    title: FIELDS.sectors,
    about: {
      vi: 'education (giáo dục), ethnic-religion (dân tộc, tôn giáo), health (y tế), banking (ngân hàng), litigation (tố tụng), transport (giao thông vận tải), finance (tài chính khác), other (khác).',
      en: 'education, ethnic-religion, health, banking, litigation, transport, finance or other.',
    },
    of: (s) => s.sectors,
  },
  {
    name: 'entries',
    type: 'list',
    title: FIELDS.entries,
    about: { vi: 'Theo Quyết định 33/2026/QĐ-TTg.', en: 'Of Decision 33/2026/QĐ-TTg.' },
    of: (s) => s.entries,
  },
  { name: 'firstUse', type: 'day', title: FIELDS.firstUse, of: (s) => s.firstUse },
  { name: 'recordedAt', type: 'moment', title: FIELDS.recordedAt, of: (s) => s.recordedAt },
  { name: 'changedAt', type: 'moment', title: FIELDS.changedAt, of: (s) => s.changedAt },
  ...SEAL,
]

const STEP: readonly Drawn<ChangeItem & Sealed>[] = [
  { name: 'aiId', type: 'text', title: FIELDS.aiId, of: (e) => e.aiId },
  {
    name: 'seq',
    type: 'integer',
    title: { vi: 'Số thứ tự', en: 'Number' },
    about: {
      vi: 'Tăng dần trong lịch sử của một hệ thống; số thiếu là bước không công khai.',
      en: 'Rises within the history of a system; a number left out is a step that is not public.',
    },
    of: (e) => e.seq,
  },
  {
    name: 'verb',
    type: 'text',
    title: { vi: 'Sự kiện', en: 'Event' },
    about: {
      vi: 'Mã sự kiện, ví dụ notified (thông báo), reclassified (phân loại lại), suspend (tạm dừng).',
      en: 'Its code, such as notified, reclassified, suspend.',
    },
    of: (e) => e.verb,
  },
  { name: 'at', type: 'moment', title: { vi: 'Thời điểm', en: 'Moment' }, of: (e) => e.at },
  {
    name: 'level',
    type: 'text',
    title: FIELDS.level,
    about: { vi: 'Từ bước này, khi có nêu.', en: 'From this step on, where it says so.' },
    of: (e) => e.level ?? null,
  },
  {
    name: 'state',
    type: 'text',
    title: FIELDS.state,
    about: { vi: 'Từ bước này, khi có nêu.', en: 'From this step on, where it says so.' },
    of: (e) => e.state ?? null,
  },
  {
    name: 'version',
    type: 'integer',
    title: { vi: 'Lần khai hồ sơ', en: 'Version of the dossier' },
    of: (e) => e.version ?? null,
  },
  { name: 'reason', type: 'text', title: { vi: 'Lý do', en: 'Reason' }, of: (e) => e.reason ?? null },
  {
    name: 'changes',
    type: 'json',
    title: { vi: 'Nội dung thay đổi', en: 'What changed' },
    about: {
      vi: 'Danh sách JSON; mỗi mục gồm field (trường), before (trước), after (sau). Chỉ các trường công khai.',
      en: 'A JSON list of field, before and after; public fields only.',
    },
    of: (e) => (e.changes === undefined ? null : JSON.stringify(e.changes)),
  },
  ...SEAL,
  {
    name: 'order',
    type: 'text',
    title: { vi: 'Số yêu cầu của cơ quan nhà nước', en: 'Number of the order of the State' },
    of: (e) => e.order ?? null,
  },
  {
    name: 'tombstone',
    type: 'text',
    title: { vi: 'Số dấu xóa', en: 'Number of the tombstone' },
    about: {
      vi: 'Ở bước này dữ liệu cá nhân đã được xóa khỏi bản ghi.',
      en: 'At this step personal data was erased from the record.',
    },
    of: (e) => e.tombstone ?? null,
  },
]

/** The public records as they stand. */
const SYSTEMS: DataSet = drawnSet(
  {
    id: 'systems',
    title: { vi: 'Hệ thống trí tuệ nhân tạo', en: 'AI systems' },
    about: {
      vi: 'Bản ghi công khai của mọi hệ thống trong Sổ đăng ký, mỗi hệ thống một dòng, theo tình trạng tại thời điểm xuất. Nội dung do nhà cung cấp khai báo.',
      en: 'The public record of every system in the register, one row each, as it stood at the time of the export. The content is what providers declare.',
    },
    key: ['aiId'],
  },
  RECORD,
  (db) => withRecordLeaves(db, streamRecords(db)),
)

/** How they came to stand so. */
const EVENTS: DataSet = drawnSet(
  {
    id: 'events',
    title: { vi: 'Lịch sử công khai', en: 'Public history' },
    about: {
      vi: 'Mọi bước công khai trong lịch sử của các hệ thống: thông báo, cập nhật, phân loại lại, tạm dừng, thu hồi, rút thông báo.',
      en: 'Every public step in the history of the systems: notices, updates, reclassifications, suspensions, recalls, withdrawals.',
    },
    key: ['aiId', 'seq'],
  },
  STEP,
  (db) => withStepLeaves(db, streamSteps(db)),
)

/** What the register itself publishes; the roof adds what other rooms have. */
export const SETS: readonly DataSet[] = [SYSTEMS, EVENTS]
