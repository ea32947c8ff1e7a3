import type { Lang, Text } from '../../base/text.ts'
import { showMoment } from '../../web/format.ts'
import { LEVEL_WORDS } from '../systems/schema.ts'
import type { Code, Receipt } from './schema.ts'

export const SAYS: Readonly<Record<Code, Text>> = {
  'notice.low': {
    vi: 'Hệ thống rủi ro thấp không phải thông báo, nên Cổng không nhận thông báo này. Bạn có thể tự nguyện công khai thông tin cơ bản của hệ thống.',
    en: 'A low-risk system need not be notified, so the portal takes no notice of it. You may publish its basic information voluntarily.',
  },
  'notice.outside': {
    vi: 'Hệ thống này không thuộc phạm vi thu thập của Cổng. Không có thông tin nào được lưu lại.',
    en: 'The portal may not collect this system. Nothing was kept.',
  },
  'notice.not-low': {
    vi: 'Công khai tự nguyện chỉ dành cho hệ thống rủi ro thấp; hệ thống rủi ro trung bình và cao thì thông báo.',
    en: 'Voluntary publication is for low-risk systems; medium and high risk are notified.',
  },
  'notice.erased': {
    vi: 'Xác nhận này có dữ liệu cá nhân và bản đã ký đã được xóa khỏi Cổng. Bản mà nhà cung cấp đang giữ vẫn kiểm tra được.',
    en: 'This confirmation held personal data, and its signed copy was erased from the portal. The copy the provider holds still verifies.',
  },
  'notice.unknown': { vi: 'Không có thông báo nào mang số này.', en: 'There is no notice of this number.' },
  'notice.not-now': {
    vi: 'Việc này không thực hiện được ở trạng thái hiện tại của hồ sơ.',
    en: 'This cannot be done in the present state of the file.',
  },
  'notice.no-organisation': {
    vi: 'Bạn cần quyền lập hồ sơ trong tổ chức cung cấp hệ thống này.',
    en: 'You need the right to file for the organisation that provides this system.',
  },
  'notice.day-to-come': { vi: 'Ngày này chưa đến.', en: 'This day is still to come.' },
  'reclassification.before-law': {
    vi: 'Ngày hoàn thành rà soát không thể trước ngày 01/03/2026, ngày Luật có hiệu lực.',
    en: 'The review cannot have been completed before 01/03/2026, the Law’s first day.',
  },
  'reclassification.same-level': {
    vi: 'Mức rủi ro không thay đổi nên không phải thông báo phân loại lại; nếu nội dung hồ sơ thay đổi, hãy cập nhật hồ sơ.',
    en: 'The level stays the same, so there is no reclassification to notify; if the dossier changed, update it.',
  },
}

export const KIND_WORDS: Readonly<Record<Receipt['kind'], Text>> = {
  first: { vi: 'Thông báo kết quả phân loại', en: 'Notice of the classification result' },
  reclassification: { vi: 'Thông báo kết quả phân loại lại', en: 'Notice of reclassification' },
  publication: { vi: 'Công khai tự nguyện', en: 'Voluntary publication' },
}

export const CHANNEL_WORDS: Readonly<Record<Receipt['channel'], Text>> = {
  portal: { vi: 'Cổng một cửa', en: 'This portal' },
  interim: { vi: 'Kênh tạm thời trước khi Cổng vận hành', en: 'Interim channel before the portal' },
  imported: { vi: 'Nhập từ hệ thống khác', en: 'Imported' },
}

/** The receipt as rows, the same on the page and in print. */
export function receiptRows(r: Receipt, lang: Lang): readonly { readonly key: string; readonly value: string }[] {
  const w = (vi: string, en: string) => (lang === 'vi' ? vi : en)
  return [
    { key: w('Mã định danh hệ thống (AI-ID)', 'System identifier (AI-ID)'), value: r.aiId },
    { key: w('Số thông báo', 'Notice number'), value: r.number },
    { key: w('Loại', 'Kind'), value: KIND_WORDS[r.kind][lang] },
    { key: w('Thời điểm tiếp nhận', 'Received'), value: showMoment(r.receivedAt, lang) },
    ...(r.recordedAt === r.receivedAt
      ? []
      : [{ key: w('Thời điểm ghi nhận trên Cổng', 'Recorded on the portal'), value: showMoment(r.recordedAt, lang) }]),
    { key: w('Kênh tiếp nhận', 'Channel'), value: CHANNEL_WORDS[r.channel][lang] },
    {
      key: w('Hệ thống', 'System'),
      value: r.version === null ? r.system : `${r.system}, ${w('phiên bản', 'version')} ${r.version}`,
    },
    { key: w('Nhà cung cấp', 'Provider'), value: r.provider },
    {
      key: w('Mức rủi ro do nhà cung cấp xác định', 'Level determined by the provider'),
      value: LEVEL_WORDS[r.level][lang],
    },
    ...(r.previousLevel === null
      ? []
      : [{ key: w('Mức rủi ro trước đó', 'Previous level'), value: LEVEL_WORDS[r.previousLevel][lang] }]),
    { key: w('Phiên bản hồ sơ', 'Dossier version'), value: String(r.dossierVersion) },
    { key: w('Mã băm hồ sơ (SHA-256)', 'Hash of the dossier (SHA-256)'), value: r.dossierHash },
  ]
}

export const RECEIPT_WORDS = {
  title: { vi: 'Xác nhận tiếp nhận điện tử', en: 'Electronic confirmation of receipt' },
  meaning: {
    vi: 'Xác nhận này ghi nhận việc đã tiếp nhận thông báo. Đây không phải là quyết định, giấy phép hay sự chấp thuận; nhà cung cấp chịu trách nhiệm về nội dung đã khai (khoản 3 Điều 10 Luật 134/2025/QH15; Điều 14 Nghị định 142/2026/NĐ-CP).',
    en: 'This confirms that the notice was received. It is no decision, licence or consent; the provider answers for what was declared (Law 134/2025/QH15, art. 10(3); Decree 142/2026/NĐ-CP, art. 14).',
  },
  published: {
    vi: 'Thông tin này do tổ chức, cá nhân tự nguyện công khai (khoản 3 Điều 10 Luật 134/2025/QH15).',
    en: 'This was published voluntarily (Law 134/2025/QH15, art. 10(3)).',
  },
  noValue: { vi: 'Bản dùng thử: không có giá trị pháp lý.', en: 'Evaluation mode: no legal value.' },
} as const satisfies Record<string, Text>

/** The mail that tells an organisation's people. It names no person and holds no secret. */
export function confirmationMail(
  lang: Lang,
  r: Receipt,
  site: string,
): { readonly subject: string; readonly body: string } {
  const lines = receiptRows(r, lang).map(({ key, value }) => `${key}: ${value}`)
  const link = `${site}/${lang}/notices/${r.number}`
  const noValue = r.legalValue ? [] : [RECEIPT_WORDS.noValue[lang], '']
  return lang === 'vi'
    ? {
        subject: `Đã tiếp nhận: ${r.number}, AI-ID ${r.aiId}`,
        body: [
          ...noValue,
          `Cổng đã tiếp nhận lúc ${showMoment(r.recordedAt, lang)}.`,
          '',
          ...lines,
          '',
          `Xem và tải xác nhận: ${link}`,
          '',
          RECEIPT_WORDS[r.kind === 'publication' ? 'published' : 'meaning'].vi,
        ].join('\n'),
      }
    : {
        subject: `Received: ${r.number}, AI-ID ${r.aiId}`,
        body: [
          ...noValue,
          `The portal received this on ${showMoment(r.recordedAt, lang)}.`,
          '',
          ...lines,
          '',
          `See and download the confirmation: ${link}`,
          '',
          RECEIPT_WORDS[r.kind === 'publication' ? 'published' : 'meaning'].en,
        ].join('\n'),
      }
}
