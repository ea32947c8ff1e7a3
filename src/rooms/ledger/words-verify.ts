import type { Text } from '../../base/text.ts'
import type { VerifyCode } from './verify-schema.ts'

export const VERIFY_SAYS: Readonly<Record<VerifyCode, Text>> = {
  'evidence.not-yet': {
    vi: 'Việc này đã được ghi nhận nhưng chưa nằm trong mốc của nhật ký công khai. Không có gì sai: hãy quay lại sau một phút để tải tệp bằng chứng.',
    en: 'This act is recorded, but the public log has no checkpoint over it yet. Nothing is wrong: come back in a minute to download the evidence.',
  },
}

export const V = {
  title: { vi: 'Kiểm tra bằng chứng ghi nhận', en: 'Check a proof of recording' },
  about: {
    vi: 'Kiểm tra xác nhận, văn bản hoặc bản ghi của Cổng có đúng như đã được ghi hay không.',
    en: 'See whether a receipt, document or record of the portal is as it was recorded.',
  },
  lead: {
    vi: 'Chọn tệp có đuôi .tlog-proof mà bạn nhận được. Bạn sẽ biết nội dung trong tệp có đúng như đã được ghi vào nhật ký công khai của Cổng hay không.',
    en: 'Choose the file ending in .tlog-proof that you were given. You will see whether its content is what was recorded in the public log of the portal.',
  },
  stays: {
    vi: 'Tệp được kiểm tra ngay trên thiết bị của bạn và không được gửi đi đâu. Sau khi trang đã mở, việc kiểm tra không cần mạng.',
    en: 'The file is checked on your own device and sent nowhere. Once this page is open, no network is needed.',
  },
  sent: {
    vi: 'Trình duyệt của bạn không chạy mã lệnh của trang này, nên tệp được gửi đến Cổng để kiểm tra. Cổng không lưu lại tệp.',
    en: 'Your browser does not run the script of this page, so the file is sent to the portal to be checked. The portal does not keep it.',
  },
  wasSent: {
    vi: 'Tệp đã được gửi đến Cổng để kiểm tra và không được lưu lại.',
    en: 'The file was sent to the portal to be checked, and was not kept.',
  },
  field: { vi: 'Tệp cần kiểm tra', en: 'File to check' },
  hint: {
    vi: 'Tệp .tlog-proof, tối đa 1 MB. Xác nhận đã ký (.jws) kiểm tra được một phần.',
    en: 'A .tlog-proof file of at most 1 MB. A signed receipt (.jws) can be checked in part.',
  },
  drop: {
    vi: 'Bạn cũng có thể kéo tệp và thả vào trang này.',
    en: 'You may also drag the file and drop it on this page.',
  },
  check: { vi: 'Kiểm tra tệp', en: 'Check the file' },
  none: { vi: 'Hãy chọn một tệp để kiểm tra.', en: 'Choose a file to check.' },
  checking: { vi: 'Đang kiểm tra tệp…', en: 'Checking the file…' },
  unread: { vi: 'Không mở được tệp này trên thiết bị của bạn.', en: 'This file could not be opened on your device.' },
  result: { vi: 'Kết quả kiểm tra', en: 'Result' },
  of: { vi: 'Tệp:', en: 'File:' },
  says: { vi: 'Nội dung đã được xác nhận', en: 'What was confirmed' },
  unsure: { vi: 'Nội dung ghi trong tệp, chưa được xác nhận đủ', en: 'What the file says, not fully confirmed' },
  checks: { vi: 'Từng mục kiểm tra', en: 'Each check' },
  technical: { vi: 'Chi tiết kỹ thuật', en: 'Technical details' },
  trust: { vi: 'Kiểm tra dựa vào những khóa nào', en: 'Which keys are trusted' },
  trustText: {
    vi: 'Trang này tin các khóa và nhân chứng sau, lấy từ Cổng khi trang được mở. Muốn không phải tin Cổng, hãy giữ bản sao của riêng bạn và kiểm tra bằng công cụ dòng lệnh.',
    en: 'This page trusts the following keys and witnesses, taken from the portal when the page was opened. Not to have to trust the portal, keep a copy of your own and check on the command line.',
  },
  policy: { vi: 'Quy tắc của nhật ký', en: 'Policy of the log' },
  keys: { vi: 'Khóa ký xác nhận và văn bản', en: 'Keys that sign receipts and documents' },
  where: { vi: 'Lấy tệp bằng chứng ở đâu', en: 'Where to get the file' },
  whereText: {
    vi: 'Trên trang của thông báo, của văn bản đã cấp và của mỗi bản ghi trong Sổ đăng ký, mục “Bằng chứng ghi nhận”. Bản PDF để đọc và in, không mang bằng chứng.',
    en: 'On the page of a notice, of a document that was issued and of each record in the register, under “Proof of recording”. A PDF is for reading and printing and carries no evidence.',
  },
  limits: { vi: 'Bằng chứng không nói gì', en: 'What a proof does not say' },
  limitsText: {
    vi: 'Bằng chứng cho biết điều gì đã được ghi và từ đó không bị sửa. Bằng chứng không xác nhận điều được khai là đúng, và không có bằng chứng nào cho thấy một điều không tồn tại.',
    en: 'It shows what was recorded and that it has not been changed since. It does not show that what was declared is true, and no proof of this kind shows that something does not exist.',
  },
  download: { vi: 'Bằng chứng ghi nhận (.tlog-proof)', en: 'Proof of recording (.tlog-proof)' },
  toCheck: { vi: 'Kiểm tra một bằng chứng', en: 'Check a proof' },
} as const satisfies Record<string, Text>

/** Stands in every signed search result, word for word. */
export const ATTESTED = {
  proves: {
    vi: 'Mỗi kết quả kèm bằng chứng rằng dòng ghi nêu ở đó nằm trong nhật ký công khai tính đến mốc này. Chữ ký cho thấy Cổng đã trả lời câu hỏi này bằng đúng các kết quả này, vào thời điểm này.',
    en: 'Each match comes with a proof that its entry is in the public log as of this checkpoint. The signature shows that the portal gave exactly these matches to this question at this time.',
  },
  doesNotProve: {
    vi: 'Nhật ký loại này không chứng minh được điều gì không tồn tại: việc không có kết quả khác, và việc dòng ghi nêu ở đây là việc gần nhất của bản ghi, chỉ là lời của Cổng, được ký để có thể đối chiếu về sau. Kết quả cũng không xác nhận điều được khai là đúng.',
    en: 'A log of this kind cannot prove absence: that there are no other matches, and that an entry is the last act on its record, is only the word of the portal, signed so that it can be held to it later. Nor does it show that what was declared is true.',
  },
} as const satisfies Record<string, Text>
