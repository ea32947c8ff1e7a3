import type { Text } from '../base/text.ts'
import type { About, Found, InRegister, Intact, SignedBy } from './verdict.ts'

/** An answer in words: what it is called, what it means, and what nobody should read into it. */
export interface Answer {
  readonly title: Text
  readonly means: Text
  readonly not: Text
}

export const QUESTIONS: Readonly<Record<'found' | 'intact' | 'signer' | 'register', Text>> = {
  found: { vi: 'Có dấu AI hay không?', en: 'Is there a mark of AI?' },
  intact: { vi: 'Dấu còn nguyên vẹn hay không?', en: 'Is the mark intact?' },
  signer: { vi: 'Ai đã ký?', en: 'Who signed it?' },
  register: { vi: 'Có trong cơ sở dữ liệu quốc gia hay không?', en: 'Is it in the national database?' },
}

export const FOUND_WORDS: Readonly<Record<Found, Answer>> = {
  none: {
    title: { vi: 'Không tìm thấy dấu', en: 'No mark found' },
    means: {
      vi: 'Trong tệp không có dấu nào mà công cụ này đọc được.',
      en: 'The file carries no mark that this tool can read.',
    },
    not: {
      vi: 'Không có nghĩa là nội dung do con người tạo ra. Dấu thường mất khi tệp được nén, chụp lại màn hình hoặc đăng lên mạng xã hội.',
      en: 'It does not mean that a person made the content. Marks are often lost when a file is compressed, captured from a screen or posted on a social network.',
    },
  },
  weak: {
    title: { vi: 'Có vết của công cụ tạo sinh', en: 'Traces of a generator' },
    means: {
      vi: 'Tệp có dòng chữ mà một công cụ tạo sinh thường ghi lại. Tệp tự nói như vậy, không có chữ ký.',
      en: 'The file contains text of a kind that a generator leaves behind. The file says so itself, without a signature.',
    },
    not: {
      vi: 'Không chứng minh nội dung do AI tạo ra: ai cũng có thể viết hoặc xóa dòng chữ này. Đây cũng chưa phải dấu mà Nghị định yêu cầu.',
      en: 'It does not prove that AI made the content: anyone can write or remove such text. Nor is it the mark that the Decree asks for.',
    },
  },
  declared: {
    title: { vi: 'Có dấu, không ký', en: 'Marked, not signed' },
    means: {
      vi: 'Siêu dữ liệu của tệp tuyên bố nguồn gốc của nội dung theo một chuẩn đã được công bố.',
      en: 'The metadata of the file states where the content comes from, in a published standard.',
    },
    not: {
      vi: 'Không cho biết ai đã ghi tuyên bố đó, cũng không cho biết tệp có bị sửa sau đó hay không.',
      en: 'It does not show who wrote the statement, nor whether the file was changed afterwards.',
    },
  },
  signed: {
    title: { vi: 'Có dấu đã ký', en: 'Signed mark' },
    means: {
      vi: 'Trong tệp hoặc trong tệp đi kèm có một bản kê nguồn gốc có chữ ký số (C2PA). Ba câu trả lời sau cho biết chữ ký đó đáng tin đến đâu.',
      en: 'In the file or beside it there is a digitally signed manifest of its origin (C2PA). The next three answers say how far it can be relied on.',
    },
    not: {
      vi: 'Có chữ ký không có nghĩa là nội dung đúng sự thật; máy ảnh và phần mềm chỉnh sửa cũng ký như vậy.',
      en: 'A signature does not mean that the content is true; cameras and editing programs sign in the same way.',
    },
  },
  'watermark-only': {
    title: { vi: 'Chỉ còn dấu chìm', en: 'Watermark only' },
    means: {
      vi: 'Siêu dữ liệu không nói gì về AI, nhưng trong hình có một mã số ẩn. Mã số này chỉ dẫn tới một mục đăng ký và cần được đối chiếu.',
      en: 'The metadata says nothing about AI, but a number is hidden in the picture. It points to a registered item and must be compared with it.',
    },
    not: {
      vi: 'Chưa chứng minh ai đã đánh dấu: dấu chìm có thể bị chép từ hình khác sang.',
      en: 'It does not yet prove who marked the content: a watermark can be copied from another picture.',
    },
  },
}

export const ABOUT_WORDS: Readonly<Record<About, Text>> = {
  created: { vi: 'Dấu nói: nội dung do AI tạo ra.', en: 'The mark says: created by AI.' },
  edited: { vi: 'Dấu nói: nội dung được chỉnh sửa bằng AI.', en: 'The mark says: edited with AI.' },
  synthetic: {
    vi: 'Dấu nói: có phần do máy tạo ra, hoặc có thể do AI tạo ra.',
    en: 'The mark says: partly made by a machine, or possibly by AI.',
  },
  'not-ai': {
    vi: 'Dấu nói về nguồn gốc nhưng không nói đến AI, chẳng hạn ảnh do máy ảnh chụp.',
    en: 'The mark speaks of the origin but not of AI, as that of a camera does.',
  },
  unsaid: { vi: 'Không có tuyên bố nào về AI.', en: 'Nothing is stated about AI.' },
}

export const INTACT_WORDS: Readonly<Record<Intact, Answer>> = {
  yes: {
    title: { vi: 'Còn nguyên vẹn', en: 'Intact' },
    means: {
      vi: 'Nội dung và bản kê không thay đổi kể từ khi được ký.',
      en: 'Content and manifest are as they were when they were signed.',
    },
    not: {
      vi: 'Không xác nhận những điều bản kê nói là đúng.',
      en: 'It does not confirm that what the manifest says is true.',
    },
  },
  changed: {
    title: { vi: 'Đã thay đổi sau khi ký', en: 'Changed since it was signed' },
    means: {
      vi: 'Tệp từng được đánh dấu, sau đó nội dung hoặc bản kê đã thay đổi.',
      en: 'The file was marked once; content or manifest changed afterwards.',
    },
    not: {
      vi: 'Không có nghĩa là giả mạo: thay đổi kích thước, nén lại hoặc sửa một thẻ thông tin cũng cho kết quả này.',
      en: 'It does not mean fake: resizing, compressing again or editing a single tag has the same result.',
    },
  },
  unreadable: {
    title: { vi: 'Không đọc được bản kê', en: 'The manifest cannot be read' },
    means: {
      vi: 'Trong tệp có một bản kê, nhưng bản kê bị hỏng hoặc theo dạng chưa được hỗ trợ.',
      en: 'The file contains a manifest, but it is damaged or of a form not supported yet.',
    },
    not: {
      vi: 'Không kết luận được gì về nội dung, theo hướng nào cũng vậy.',
      en: 'Nothing follows from it about the content, one way or the other.',
    },
  },
  unprovable: {
    title: { vi: 'Không kiểm chứng được', en: 'Cannot be proven' },
    means: {
      vi: 'Dấu không có chữ ký, nên không thể biết tệp có thay đổi hay không.',
      en: 'The mark is not signed, so nobody can tell whether the file was changed.',
    },
    not: { vi: 'Không có nghĩa là tệp đã bị sửa.', en: 'It does not mean that the file was changed.' },
  },
  unchecked: {
    title: { vi: 'Chưa kiểm tra', en: 'Not checked yet' },
    means: {
      vi: 'Có một bản kê đã ký, nhưng bộ kiểm tra chữ ký chưa chạy, không mở được dạng tệp này, hoặc không đối chiếu được bản kê với nội dung.',
      en: 'There is a signed manifest, but the engine that checks signatures has not run, cannot open this kind of file, or cannot hold the content against the manifest.',
    },
    not: { vi: 'Chưa phải là một kết quả.', en: 'This is not a result yet.' },
  },
  nothing: {
    title: { vi: 'Không có gì để kiểm tra', en: 'Nothing to check' },
    means: { vi: 'Không có dấu nên không có gì để so.', en: 'Without a mark there is nothing to compare.' },
    not: {
      vi: 'Không có nghĩa là tệp chưa bị sửa.',
      en: 'It does not mean that the file was never changed.',
    },
  },
}

export const SIGNER_WORDS: Readonly<Record<SignedBy, Answer>> = {
  national: {
    title: { vi: 'Chứng thư kỹ thuật do Cổng cấp', en: 'Certificate issued by the portal' },
    means: {
      vi: 'Người ký dùng chứng thư kỹ thuật do Cổng cấp cho một tổ chức và một hệ thống AI.',
      en: 'The signer used a technical certificate that the portal issued to an organisation and an AI system.',
    },
    not: {
      vi: 'Đây là dấu kỹ thuật, không phải chữ ký số công cộng, và không phải sự phê duyệt nội dung.',
      en: 'It is a technical mark, not a public digital signature, and not an approval of the content.',
    },
  },
  c2pa: {
    title: { vi: 'Người ký trong danh sách C2PA', en: 'Signer on the C2PA list' },
    means: {
      vi: 'Chứng thư của người ký dẫn tới danh sách tin cậy của C2PA.',
      en: 'The certificate of the signer leads to the trust list of C2PA.',
    },
    not: {
      vi: 'Không có nghĩa là hệ thống AI đã được thông báo tại Việt Nam.',
      en: 'It does not mean that the AI system was notified in Viet Nam.',
    },
  },
  other: {
    title: { vi: 'Người ký trong một danh sách khác', en: 'Signer on another list' },
    means: {
      vi: 'Chứng thư dẫn tới một gốc tin cậy mà người kiểm tra đã tự thêm.',
      en: 'The certificate leads to a root that whoever runs this check has added.',
    },
    not: {
      vi: 'Cổng không bảo đảm cho gốc tin cậy đó.',
      en: 'The portal does not vouch for that root.',
    },
  },
  untrusted: {
    title: { vi: 'Người ký chưa được biết đến', en: 'Signer not known' },
    means: {
      vi: 'Chữ ký đúng, nhưng chứng thư không dẫn tới danh sách nào mà công cụ này biết.',
      en: 'The signature holds, but the certificate leads to no list that this tool knows.',
    },
    not: {
      vi: 'Không có nghĩa là chữ ký sai hoặc tệp là giả.',
      en: 'It does not mean that the signature is wrong or the file is fake.',
    },
  },
  expired: {
    title: { vi: 'Chứng thư đã hết hạn, không có dấu thời gian', en: 'Certificate ended, no time stamp' },
    means: {
      vi: 'Chữ ký khớp với bản kê, nhưng chứng thư của người ký đã hết hạn và không có dấu thời gian đáng tin nào cho thấy chữ ký có từ khi chứng thư còn hiệu lực.',
      en: 'The signature fits the manifest, but the certificate of the signer has ended, and no trusted time stamp shows that it signed before that.',
    },
    not: {
      vi: 'Không có nghĩa là chữ ký sai hoặc tệp là giả: trước khi chứng thư hết hạn, người ký vẫn xác định được.',
      en: 'It does not mean that the signature is wrong or the file is fake: before the certificate ended, its signer could be told.',
    },
  },
  invalid: {
    title: { vi: 'Chữ ký không đúng', en: 'The signature does not hold' },
    means: {
      vi: 'Chữ ký không khớp với bản kê, nên không thể nói ai đã ký.',
      en: 'The signature does not fit the manifest, so nobody can be named as the signer.',
    },
    not: {
      vi: 'Không có nghĩa là người có tên trong bản kê đã làm điều gì sai.',
      en: 'It does not mean that whoever is named in the manifest did anything wrong.',
    },
  },
  unsigned: {
    title: { vi: 'Không có chữ ký', en: 'Not signed' },
    means: { vi: 'Tệp không có chữ ký nào về nguồn gốc.', en: 'The file bears no signature about its origin.' },
    not: {
      vi: 'Không có nghĩa là dấu trái quy định: Nghị định cho chọn một trong nhiều cách đánh dấu.',
      en: 'It does not mean that the mark breaks a rule: the Decree leaves the choice among several methods.',
    },
  },
  unchecked: {
    title: { vi: 'Chưa kiểm tra', en: 'Not checked yet' },
    means: {
      vi: 'Chưa có bộ kiểm tra nào đọc được chữ ký của tệp này.',
      en: 'No engine has read the signature of this file yet.',
    },
    not: { vi: 'Chưa phải là một kết quả.', en: 'This is not a result yet.' },
  },
}

export const REGISTER_WORDS: Readonly<Record<InRegister, Answer>> = {
  match: {
    title: { vi: 'Khớp với cơ sở dữ liệu', en: 'Matches the database' },
    means: {
      vi: 'Mã số có trong cơ sở dữ liệu và nội dung giống với mục đã đăng ký.',
      en: 'The number stands in the database and the content is like the registered item.',
    },
    not: {
      vi: 'Đăng ký không phải là phê duyệt nội dung.',
      en: 'Registration is no approval of the content.',
    },
  },
  uncompared: {
    title: { vi: 'Có mã số, chưa đối chiếu được nội dung', en: 'Number found, content not compared' },
    means: {
      vi: 'Nội dung mang mã số này đã được đăng ký, nhưng không có gì để đối chiếu bản này với bản đã đăng ký.',
      en: 'Content with this number is registered, but there is nothing by which this copy could be compared with it.',
    },
    not: {
      vi: 'Chưa chứng minh đây chính là nội dung đó: mã số có thể bị chép từ tệp khác sang.',
      en: 'It does not prove that this is that content: a number can be copied from another file.',
    },
  },
  'system-only': {
    title: { vi: 'Có hệ thống, chưa đăng ký nội dung', en: 'System known, content not registered' },
    means: {
      vi: 'Hệ thống AI được nêu có trong cơ sở dữ liệu; riêng nội dung này không được đăng ký để đối chiếu.',
      en: 'The AI system named stands in the database; this content itself is not registered, so it cannot be compared.',
    },
    not: {
      vi: 'Chưa chứng minh hệ thống đó đã tạo ra nội dung này; pháp luật không yêu cầu đăng ký từng nội dung.',
      en: 'It does not prove that this system made the content; the law does not ask that each content be registered.',
    },
  },
  'unknown-id': {
    title: { vi: 'Mã số không có trong cơ sở dữ liệu', en: 'Number not in the database' },
    means: {
      vi: 'Dấu nêu một mã số mà cơ sở dữ liệu không có.',
      en: 'The mark gives a number that the database does not have.',
    },
    not: {
      vi: 'Không có nghĩa là vi phạm: mã số có thể bị ghi sai, hoặc mục đăng ký không công khai.',
      en: 'It does not mean an offence: the number may be misspelt, or its entry not public.',
    },
  },
  'content-differs': {
    title: { vi: 'Có mã số, nội dung khác', en: 'Number found, content differs' },
    means: {
      vi: 'Mã số có trong cơ sở dữ liệu nhưng thuộc về một nội dung khác. Dấu có thể đã bị chép sang, hoặc nội dung đã thay đổi nhiều.',
      en: 'The number stands in the database but belongs to other content. The mark may have been copied, or the content changed a great deal.',
    },
    not: {
      vi: 'Không cho biết ai đã chép dấu.',
      en: 'It does not show who copied the mark.',
    },
  },
  revoked: {
    title: { vi: 'Chứng thư đã bị thu hồi', en: 'Certificate revoked' },
    means: {
      vi: 'Chứng thư của người ký đã bị thu hồi, và không có dấu thời gian nào cho thấy chữ ký có từ trước khi thu hồi.',
      en: 'The certificate of the signer was revoked, and no time stamp shows that it signed before that.',
    },
    not: {
      vi: 'Không ảnh hưởng đến những nội dung có dấu thời gian trước khi chứng thư bị thu hồi.',
      en: 'Content with a time stamp from before the revocation is not affected.',
    },
  },
  recalled: {
    title: { vi: 'Hệ thống đã bị thu hồi', en: 'System recalled' },
    means: {
      vi: 'Hệ thống AI được nêu hiện ở trạng thái thu hồi.',
      en: 'The AI system named is at present recalled.',
    },
    not: {
      vi: 'Không nói gì về thời điểm nội dung được tạo ra, có thể là trước khi thu hồi.',
      en: 'It says nothing about when the content was made, which may have been before.',
    },
  },
  suspended: {
    title: { vi: 'Hệ thống đang tạm dừng', en: 'System suspended' },
    means: {
      vi: 'Hệ thống AI được nêu hiện đang tạm dừng.',
      en: 'The AI system named is at present suspended.',
    },
    not: {
      vi: 'Không nói gì về thời điểm nội dung được tạo ra, có thể là trước khi tạm dừng.',
      en: 'It says nothing about when the content was made, which may have been before.',
    },
  },
  ended: {
    title: { vi: 'Hệ thống đã ngừng sử dụng', en: 'System no longer in use' },
    means: {
      vi: 'Hệ thống AI được nêu đã ngừng sử dụng hoặc thông báo đã được rút.',
      en: 'The AI system named is retired, or its notice was withdrawn.',
    },
    not: {
      vi: 'Không có nghĩa là dấu sai: nội dung có thể được tạo ra khi hệ thống còn hoạt động.',
      en: 'It does not mean that the mark is wrong: the content may date from when the system was in use.',
    },
  },
  'id-conflict': {
    title: { vi: 'Hai mã số khác nhau', en: 'Two different numbers' },
    means: {
      vi: 'Siêu dữ liệu và dấu chìm nêu hai mã nội dung khác nhau. Ít nhất một mã không thuộc về tệp này.',
      en: 'Metadata and watermark give two different content ids. At least one of them does not belong to this file.',
    },
    not: {
      vi: 'Không cho biết mã số nào đúng.',
      en: 'It does not show which one is right.',
    },
  },
  'no-id': {
    title: { vi: 'Không có mã số để tra', en: 'No number to look up' },
    means: {
      vi: 'Trong tệp không có mã định danh hệ thống hay mã nội dung nào.',
      en: 'The file gives neither an AI-ID nor a content id.',
    },
    not: {
      vi: 'Không có nghĩa là hệ thống chưa thông báo: pháp luật không buộc ghi mã số vào dấu.',
      en: 'It does not mean that the system was not notified: the law does not require the number in the mark.',
    },
  },
  unchecked: {
    title: { vi: 'Chưa tra cứu', en: 'Not looked up yet' },
    means: {
      vi: 'Có mã số nhưng chưa hỏi cơ sở dữ liệu, chẳng hạn vì không có mạng.',
      en: 'There is a number, but the database was not asked, for instance because there is no network.',
    },
    not: { vi: 'Chưa phải là một kết quả.', en: 'This is not a result yet.' },
  },
}

/** Where two engines do not agree. */
export const DISAGREE: Text = {
  vi: 'Các bộ kiểm tra cho kết quả khác nhau; kết quả thận trọng hơn được nêu ở trên.',
  en: 'The engines do not agree; the more cautious answer is given above.',
}
/** Where the scan ended before the file did. */
export const LIMITED: Text = {
  vi: 'Tệp chưa được đọc hết vì vượt giới hạn hoặc bị cắt; có thể còn dấu chưa được thấy.',
  en: 'Not all of the file was read, because it exceeds a limit or was cut; there may be marks that were not seen.',
}
