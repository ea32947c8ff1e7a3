import type { Text } from '../../base/text.ts'
import type { SigningCode } from './signing-schema.ts'

export const SIGNING_SAYS: Readonly<Record<SigningCode, Text>> = {
  'signing.no-certificate': {
    vi: 'Hệ thống {aiId} chưa có chứng thư đánh dấu còn hiệu lực. Hãy cấp chứng thư trước.',
    en: 'System {aiId} has no certificate for marks that holds. Issue one first.',
  },
  'signing.claim': {
    vi: 'Không ký: phần được gửi không phải là tuyên bố C2PA hợp lệ cho hệ thống này ({fault}).',
    en: 'Not signed: what was sent is no claim of C2PA that is fit for this system ({fault}).',
  },
  'signing.quota': {
    vi: 'Tổ chức của bạn đã dùng hết {limit} lượt ký của hôm nay. Hạn mức được tính lại lúc 0 giờ (giờ Việt Nam).',
    en: 'Your organisation has used all {limit} signatures of today. The count begins anew at midnight, Vietnam time.',
  },
  'signing.kind': {
    vi: 'Tệp không phải là âm thanh, hình ảnh, video hay tài liệu thuộc loại đánh dấu được.',
    en: 'The file is no audio, image, video or document of a kind that can be marked.',
  },
  'signing.unreadable': {
    vi: 'Không đánh dấu được vì cấu trúc tệp bị hỏng hoặc khác thường. Tệp không được lưu lại.',
    en: 'It could not be marked: the structure of the file is broken or unusual. It was not kept.',
  },
  'signing.unproven': {
    vi: 'Tệp đã ký không vượt qua lần đọc kiểm tra, nên không được trả về. Tệp không được lưu lại.',
    en: 'The signed file did not pass the reading that checks it, so it is not handed out. It was not kept.',
  },
  'signing.time': {
    vi: 'Việc đánh dấu tệp này quá lâu và đã bị dừng. Tệp không được lưu lại. Bạn có thể đánh dấu ngay trên máy của mình bằng dòng lệnh.',
    en: 'Marking this file took too long and was stopped. It was not kept. You can mark it on your own machine by the command line.',
  },
  'signing.busy': {
    vi: 'Hiện có quá nhiều tệp đang chờ đánh dấu. Hãy thử lại sau ít phút; tệp không được lưu lại.',
    en: 'Too many files are waiting to be marked. Try again in a few minutes; nothing was kept.',
  },
  'signing.no-stamper': {
    vi: 'Cổng này chưa được cài đặt để đóng dấu thời gian.',
    en: 'This portal has not been set up to give time stamps.',
  },
  'signing.no-file': { vi: 'Hãy gửi một tệp có nội dung.', en: 'Send a file that is not empty.' },
}
