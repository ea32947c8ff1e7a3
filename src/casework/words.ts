import type { Text } from '../base/text.ts'
import type { Code } from './schema.ts'

/** The engine's refusals. `{…}` is filled with the facts of the refusal. */
export const SAYS: Readonly<Record<Code, Text>> = {
  'case.unknown': { vi: 'Không có hồ sơ này.', en: 'There is no such file.' },
  'case.no-organisation': {
    vi: 'Hãy chọn tổ chức hoặc cá nhân mà bạn làm thay trước khi lập hồ sơ.',
    en: 'Choose the organisation or person you act for before you begin a file.',
  },
  'case.not-your-part': {
    vi: 'Bước này không thuộc phần việc của bạn.',
    en: 'This step is not yours to take.',
  },
  'case.not-on-your-desk': {
    vi: 'Hãy nhận xử lý hồ sơ trước khi thực hiện bước này.',
    en: 'Take the file before you take this step.',
  },
  'case.second-person-needed': {
    vi: 'Người đang xử lý hồ sơ không được tự quyết định; cần một người khác.',
    en: 'Whoever works on the file may not decide it; a second person is needed.',
  },
  'case.not-now': {
    vi: 'Hồ sơ đang ở trạng thái không cho phép bước này.',
    en: 'The file is not at a stage that allows this step.',
  },
  'case.changed-meanwhile': {
    vi: 'Hồ sơ vừa có thay đổi (bước {step}). Hãy xem lại rồi thực hiện.',
    en: 'The file has changed meanwhile (step {step}). Look at it again, then act.',
  },
  'case.already-asked': {
    vi: 'Yêu cầu bổ sung trước đó chưa được trả lời.',
    en: 'An earlier request has not been answered yet.',
  },
  'case.nobody-in-charge': {
    vi: 'Chưa có đơn vị nào được giao tiếp nhận loại hồ sơ này.',
    en: 'No unit has been put in charge of files of this kind yet.',
  },
  'case.party-unknown': {
    vi: 'Cổng không có tổ chức, cá nhân này.',
    en: 'The portal knows no such organisation or person.',
  },
  'case.origin-unknown': {
    vi: 'Không có hồ sơ mà hồ sơ mới này phát sinh từ đó.',
    en: 'The file from which this one would arise does not exist.',
  },
  'case.asked-before': {
    vi: 'Chỉ được yêu cầu thêm điều này khi có trả lời, tệp hoặc tin nhắn gửi sau danh sách đầu. Hãy chỉ ra nội dung đó.',
    en: 'A second list may only ask for this because of an answer, file or message later than the first. Point to it.',
  },
  'case.missing': { vi: 'Mục này chưa có nội dung.', en: 'This is missing.' },
  'case.choice': { vi: 'Hãy chọn một trong các giá trị cho trước.', en: 'Choose one of the given values.' },
  'case.too-long': { vi: 'Nội dung dài tối đa {max} ký tự.', en: 'At most {max} characters.' },
  'case.future': { vi: 'Thời điểm này chưa đến.', en: 'This moment is still to come.' },
  'case.format': { vi: 'Nội dung không đúng định dạng.', en: 'This is not in the expected format.' },
  'case.field-unknown': { vi: 'Biểu mẫu không có mục này.', en: 'The form has no such field.' },
  'case.desk-unknown': { vi: 'Hãy chọn một đơn vị khác để chuyển.', en: 'Choose another unit to hand over to.' },
  'case.submitted': {
    vi: 'Hồ sơ đã gửi nên không xóa được.',
    en: 'The file has been sent and can no longer be erased.',
  },
  'attachment.unknown': { vi: 'Không có tệp này.', en: 'There is no such file.' },
  'attachment.empty': { vi: 'Hãy chọn một tệp có nội dung.', en: 'Choose a file that is not empty.' },
  'attachment.too-large': { vi: 'Tệp {name} lớn hơn 20 MB.', en: 'The file {name} is larger than 20 MB.' },
  'attachment.type': {
    vi: 'Tệp {name} không thuộc loại nhận được: PDF, DOCX, ODT, PNG, JPEG hoặc văn bản.',
    en: 'The file {name} is not of a kind taken here: PDF, DOCX, ODT, PNG, JPEG or text.',
  },
  'attachment.handed-over': {
    vi: 'Tệp đã gửi cùng hồ sơ nên không gỡ được.',
    en: 'The file was sent and can no longer be taken away.',
  },
  'document.erased': {
    vi: 'Văn bản này có dữ liệu cá nhân và đã được xóa; bản đã ký không còn trên Cổng.',
    en: 'This document held personal data and was erased; the signed copy is no longer on the portal.',
  },
  'document.unknown': { vi: 'Không có văn bản này.', en: 'There is no such document.' },
  'feed.unknown': { vi: 'Không có địa chỉ lịch này.', en: 'There is no such calendar address.' },
}
