import type { Text } from '../../base/text.ts'
import type { CertificateCode, Reason } from './certificate-schema.ts'

export const CERTIFICATE_SAYS: Readonly<Record<CertificateCode, Text>> = {
  'certificate.unknown': { vi: 'Không có chứng thư nào như vậy.', en: 'There is no such certificate.' },
  'certificate.not-yours': {
    vi: 'Bạn cần quyền lập hồ sơ trong tổ chức cung cấp hệ thống này.',
    en: 'You need the right to file for the organisation that provides this system.',
  },
  'certificate.no-issuer': {
    vi: 'Cổng này chưa được cài đặt để cấp chứng thư đánh dấu. Bạn vẫn có thể dùng cách đánh dấu khác mà Nghị định cho phép.',
    en: 'This portal has not been set up to issue certificates for marks. Any other method the Decree allows is open to you.',
  },
  'certificate.system-state': {
    vi: 'Hệ thống đang tạm dừng, bị thu hồi hoặc đã ngừng sử dụng, nên không đánh dấu được nội dung mới.',
    en: 'The system is suspended, recalled or no longer in use, so no new content can be marked for it.',
  },
  'certificate.too-many': {
    vi: 'Hệ thống {aiId} đã có {limit} chứng thư còn hiệu lực. Hãy thu hồi chứng thư không dùng nữa rồi yêu cầu lại.',
    en: 'System {aiId} already has {limit} certificates that hold. Revoke one you no longer use, then ask again.',
  },
  'certificate.ended': {
    vi: 'Chứng thư này đã hết hạn hoặc đã bị thu hồi.',
    en: 'This certificate has ended or was revoked already.',
  },
  'certificate.reason-missing': { vi: 'Hãy chọn lý do thu hồi.', en: 'Choose why it is revoked.' },
}

export const REASON_WORDS: Readonly<Record<Reason, Text>> = {
  'key-compromise': {
    vi: 'Khóa có thể đã lộ hoặc bị dùng trái phép',
    en: 'The key may have been exposed or misused',
  },
  changed: { vi: 'Thông tin của tổ chức đã thay đổi', en: 'Details of the organisation have changed' },
  superseded: { vi: 'Đã có chứng thư khác thay thế', en: 'Another certificate takes its place' },
  ended: { vi: 'Hệ thống không còn tạo nội dung', en: 'The system no longer makes content' },
  withdrawn: { vi: 'Không còn quyền sử dụng', en: 'The right to use it was withdrawn' },
}

export const C = {
  title: { vi: 'Chứng thư đánh dấu', en: 'Certificates for marks' },
  about: {
    vi: 'Chứng thư mà nhà cung cấp dùng để ký đánh dấu kỹ thuật lên nội dung do trí tuệ nhân tạo tạo ra.',
    en: 'The certificates providers use to sign technical marks on content made by AI.',
  },
  lead: {
    vi: 'Nội dung âm thanh, hình ảnh, video do hệ thống trí tuệ nhân tạo tạo ra phải được đánh dấu ở định dạng máy đọc được. Nhà cung cấp đã thông báo hệ thống có thể ký đánh dấu đó bằng chứng thư của Cổng, để ai cũng biết nội dung đến từ hệ thống nào trong Sổ đăng ký.',
    en: 'Audio, images and video made by an AI system must carry a mark that machines can read. A provider that has notified its system may sign that mark with a certificate of the portal, so that anyone can tell which system of the register the content came from.',
  },
  nature: {
    vi: 'Đánh dấu kỹ thuật, không phải chữ ký số công cộng',
    en: 'A technical mark, not a public digital signature',
  },
  natureText: {
    vi: 'Chứng thư cho biết hệ thống nào trong Sổ đăng ký đã đánh dấu nội dung. Chứng thư không thay chữ ký của người hay tổ chức, không chứng thực nội dung là đúng và không có nghĩa là Nhà nước đã xem nội dung đó.',
    en: 'A certificate tells which system of the register marked the content. It replaces nobody’s signature, does not vouch that the content is true, and does not mean that the State has looked at it.',
  },
  root: { vi: 'Chứng thư gốc', en: 'Root certificate' },
  rootText: {
    vi: 'Nạp chứng thư gốc vào công cụ đọc C2PA của bạn để công cụ nhận ra các đánh dấu này. Hãy so vân tay với bản công bố ở nơi khác trước khi tin dùng.',
    en: 'Load the root certificate into your C2PA reader so that it recognises these marks. Compare the fingerprint with one published elsewhere before you trust it.',
  },
  noIssuer: {
    vi: 'Cổng này chưa được cài đặt để cấp chứng thư đánh dấu.',
    en: 'This portal has not been set up to issue certificates for marks.',
  },
  rootFile: { vi: 'Tải chứng thư gốc (PEM)', en: 'Download the root certificate (PEM)' },
  chainFile: { vi: 'Tải chứng thư của bộ phận cấp phát (PEM)', en: 'Download the issuing certificate (PEM)' },
  revokedFile: {
    vi: 'Tải danh sách chứng thư bị thu hồi (CRL)',
    en: 'Download the list of revoked certificates (CRL)',
  },
  stamps: { vi: 'Dấu thời gian', en: 'Time stamps' },
  stampsText: {
    vi: 'Chứng thư đánh dấu chỉ có hiệu lực 90 ngày. Mỗi chữ ký lấy qua Cổng đều kèm dấu thời gian (RFC 3161), nên sau khi chứng thư hết hạn hoặc bị thu hồi vẫn biết được chữ ký có từ trước đó. Dấu thời gian chỉ xác nhận chữ ký đã có vào lúc ấy; không xác nhận nội dung, cũng không phải dịch vụ cấp dấu thời gian theo pháp luật về giao dịch điện tử.',
    en: 'Certificates for marks hold for 90 days only. Every signature taken through the portal comes with a time stamp (RFC 3161), so that once the certificate has ended or was revoked, it can still be told that it signed before. A stamp says that the signature was there at that moment and nothing of the content; it is no time-stamping service under the law on electronic transactions.',
  },
  stampsNone: {
    vi: 'Cổng này chưa được cài đặt để đóng dấu thời gian: khi chứng thư hết hạn, không còn xác nhận được người ký.',
    en: 'This portal has not been set up to give time stamps: once a certificate has ended, its signer can no longer be told.',
  },
  stampsPolicy: { vi: 'Chính sách', en: 'Policy' },
  stampsFile: { vi: 'Tải chứng thư đóng dấu thời gian (PEM)', en: 'Download the certificate for time stamps (PEM)' },
  stampsElsewhere: {
    vi: 'Nếu ký ở nơi khác, bạn cũng có thể lấy dấu thời gian của Cổng; chỉ giá trị băm được gửi đi:',
    en: 'If you sign elsewhere you may have a time stamp of the portal too; only a hash is sent:',
  },
  fingerprint: { vi: 'Vân tay SHA-256', en: 'SHA-256 fingerprint' },
  find: { vi: 'Tìm chứng thư', en: 'Find a certificate' },
  findLabel: { vi: 'AI-ID hoặc số chứng thư', en: 'AI-ID or certificate number' },
  findHint: { vi: 'Ví dụ: VN-7K3M-9QDX-4R', en: 'For instance VN-7K3M-9QDX-4R' },
  findDo: { vi: 'Tìm chứng thư', en: 'Find certificates' },
  latest: { vi: 'Chứng thư cấp gần đây', en: 'Lately issued' },
  found: { vi: 'Chứng thư tìm thấy', en: 'Certificates found' },
  none: { vi: 'Chưa có chứng thư nào.', en: 'There are no certificates yet.' },
  noneFound: {
    vi: 'Không tìm thấy chứng thư nào. Hãy kiểm tra lại AI-ID hoặc số chứng thư.',
    en: 'No certificate was found. Check the AI-ID or the number.',
  },
  number: { vi: 'Số chứng thư', en: 'Number' },
  organisation: { vi: 'Tổ chức', en: 'Organisation' },
  system: { vi: 'Hệ thống', en: 'System' },
  systemState: { vi: 'Tình trạng hệ thống hiện nay', en: 'State of the system now' },
  valid: { vi: 'Thời hạn', en: 'Period' },
  validFromTo: { vi: '{from} đến {to}', en: '{from} to {to}' },
  state: { vi: 'Tình trạng', en: 'State' },
  issued: { vi: 'Cấp lúc', en: 'Issued' },
  live: { vi: 'Còn hiệu lực', en: 'Valid' },
  ended: { vi: 'Đã hết hạn', en: 'Ended' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
  revokedAt: { vi: 'Thu hồi lúc', en: 'Revoked at' },
  reason: { vi: 'Lý do', en: 'Reason' },
  whole: { vi: 'Chứng thư đầy đủ', en: 'The certificate itself' },
  copy: { vi: 'Sao chép chứng thư', en: 'Copy the certificate' },
  copied: { vi: 'Đã sao chép', en: 'Copied' },
  json: { vi: 'Dữ liệu này ở dạng JSON', en: 'This as JSON' },
  one: { vi: 'Chứng thư đánh dấu {number}', en: 'Certificate for marks {number}' },
  own: { vi: 'Đánh dấu nội dung', en: 'Marking content' },
  ownLead: {
    vi: 'Dùng chứng thư dưới đây để ký đánh dấu kỹ thuật lên nội dung do hệ thống tạo ra. Tệp của bạn không phải gửi lên Cổng.',
    en: 'Use a certificate below to sign technical marks on what the system makes. Your files need not be sent to the portal.',
  },
  ownNone: {
    vi: 'Hệ thống chưa có chứng thư đánh dấu. Chứng thư được cấp ngay, có hiệu lực 90 ngày.',
    en: 'The system has no certificate for marks yet. One is issued at once and holds for 90 days.',
  },
  ownKey: {
    vi: 'Khóa của chứng thư được Cổng giữ ở dạng niêm phong và chỉ dùng để ký khi bạn yêu cầu. Khi ký bằng chương trình, chứng thư được thay tự động trước khi hết hạn 15 ngày.',
    en: 'The portal keeps the key of a certificate sealed and uses it only to sign when you ask. When programs sign, the certificate is replaced by itself 15 days before it ends.',
  },
  certificates: { vi: 'Chứng thư của hệ thống', en: 'Certificates of the system' },
  issue: { vi: 'Cấp chứng thư đánh dấu', en: 'Issue a certificate for marks' },
  issueMore: { vi: 'Cấp thêm chứng thư', en: 'Issue another certificate' },
  revoke: { vi: 'Thu hồi', en: 'Revoke' },
  revokeTitle: { vi: 'Thu hồi chứng thư đánh dấu', en: 'Revoke a certificate for marks' },
  revokeText: {
    vi: 'Sau khi thu hồi, khóa bị xóa và không ký được nữa; việc này không hoàn lại được. Nội dung đã ký trước đó vẫn giữ chữ ký, nhưng người kiểm tra sẽ thấy chứng thư đã bị thu hồi từ lúc nào và vì sao.',
    en: 'Its key is erased and signs no more; this cannot be taken back. What it signed before stays signed, but whoever checks it will see that the certificate was revoked, when and why.',
  },
  revokeWhy: { vi: 'Vì sao thu hồi?', en: 'Why is it revoked?' },
  revokeDo: { vi: 'Thu hồi chứng thư', en: 'Revoke the certificate' },
  withdraw: { vi: 'Rút đăng ký', en: 'Withdraw' },
  cancel: { vi: 'Không thu hồi', en: 'Do not revoke' },
  outOfUse: {
    vi: 'Hệ thống không ở tình trạng được đánh dấu nội dung mới',
    en: 'The system is in a state in which no new content can be marked',
  },
  reader: {
    vi: 'Bạn xem được trang này nhưng không cấp hay thu hồi chứng thư được: cần quyền lập hồ sơ.',
    en: 'You may read this page. To issue or revoke certificates you need the right to file.',
  },
} as const satisfies Record<string, Text>
