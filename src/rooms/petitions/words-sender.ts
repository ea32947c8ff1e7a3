import { type Text, text } from '../../base/text.ts'

/** What people who tell something read. Plain and calm: some of them are afraid. */
export const S = {
  title: text('Phản ánh, kiến nghị', 'Tell us'),
  about: text(
    'Gửi phản ánh, kiến nghị về trí tuệ nhân tạo, báo sai sót trong Sổ đăng ký, phản ánh hành vi bị nghiêm cấm.',
    'Send feedback or a petition about AI, report an error in the register, or report a prohibited act.',
  ),
  lead: text(
    'Bất kỳ ai cũng có thể gửi phản ánh, kiến nghị về trí tuệ nhân tạo. Không cần tài khoản, không cần nêu tên. Bạn nhận một mã gồm tám từ để quay lại đọc trả lời.',
    'Anybody can tell the authority something about AI. No account and no name are needed. You get a code of eight words with which you return and read the answer.',
  ),
  aims: text(
    'Đơn vị tiếp nhận đặt mục tiêu nhận xem xét trong {take} ngày làm việc và trả lời trong {answer} ngày làm việc. Luật không đặt thời hạn cho việc này.',
    'The unit in charge aims to take a message within {take} working days and to answer within {answer}. No law sets a time for this.',
  ),
  leave: text('Rời trang này ngay', 'Leave this page at once'),
  prohibited: text('Phản ánh hành vi bị nghiêm cấm', 'Report a prohibited act'),
  prohibitedText: text(
    'Bạn thấy ai đó dùng AI để lừa dối, gây hại hoặc làm điều luật cấm.',
    'You see somebody use AI to deceive, to harm, or to do what the law prohibits.',
  ),
  prohibitedDo: text('Xem sáu hành vi và gửi phản ánh', 'See the six acts and report one'),
  feedback: text('Góp ý, kiến nghị', 'Feedback and petitions'),
  feedbackText: text(
    'Bạn muốn góp ý về quản lý trí tuệ nhân tạo, về một hệ thống hoặc về Cổng này.',
    'You want to say something about how AI is governed, about a system, or about this portal.',
  ),
  feedbackDo: text('Gửi góp ý, kiến nghị', 'Send feedback or a petition'),
  error: text('Báo sai sót trong Sổ đăng ký', 'Report an error in the register'),
  errorText: text(
    'Một bản ghi trong Sổ đăng ký ghi sai hoặc đã cũ. Kết quả xử lý được công khai.',
    'A record of the register is wrong or out of date. What becomes of it is made public.',
  ),
  errorDo: text('Báo sai sót', 'Report an error'),
  back: text('Quay lại bằng mã', 'Return with your code'),
  backText: text(
    'Bạn đã gửi trước đây: đọc trả lời, viết thêm, tải biên nhận.',
    'You wrote before: read the answer, write more, take your receipt.',
  ),
  backDo: text('Nhập mã tám từ', 'Type the eight words'),
  outcomes: text('Mọi người đã phản ánh gì và kết quả ra sao', 'What people told us and what became of it'),

  // ————— the six acts —————
  actsLead: text(
    'Luật cấm sáu hành vi sau. Bạn không cần chứng minh hành vi vi phạm; chỉ cần kể điều bạn biết.',
    'The law prohibits the following six acts. You need not prove anything; tell what you know.',
  ),
  anonymousTitle: text('Trước khi bạn viết', 'Before you write'),
  notDenunciation: text(
    'Phản ánh gửi ở đây là thông tin cho cơ quan quản lý, không phải là đơn tố cáo theo Luật Tố cáo. Cơ quan đọc, xem xét và trả lời; nhưng quyền của người tố cáo và thời hạn giải quyết theo luật chỉ áp dụng khi bạn tố cáo.',
    'What you send here is information for the authority (phản ánh). It is not a denunciation under the Law on Denunciations (tố cáo). The authority reads it, looks into it and answers; but the rights and time limits the law gives a denouncer come only with a denunciation.',
  ),
  denunciation: text(
    'Tố cáo theo luật khác thế nào và gửi ở đâu',
    'What a statutory denunciation is and where it goes',
  ),
  example: text('Ví dụ:', 'For example:'),
  tellThis: text('Phản ánh hành vi này', 'Report this act'),
  second: text(
    'Làm ra, cung cấp, triển khai hoặc dùng hệ thống AI nhằm một trong bốn mục đích:',
    'Making, providing, deploying or using an AI system for one of four purposes:',
  ),

  // ————— what is kept —————
  keepsTitle: text('Chúng tôi giữ gì và không giữ gì', 'What we keep and what we do not'),
  keeps: [
    text(
      'Giữ: nội dung bạn viết, và giờ gửi (không giữ phút). Cán bộ của đơn vị tiếp nhận đọc được nội dung.',
      'We keep your words and the hour they came in, not the minute. Officers of the unit in charge read your words.',
    ),
    text(
      'Niêm phong: tên, cách liên hệ (nếu bạn để lại) và tệp gốc được mã hóa ngay trong bộ nhớ máy chủ, trước khi ghi. Máy chủ không có khóa để mở. Mỗi lần cán bộ mở, bạn thấy khi quay lại.',
      'We seal your name and contact, if you leave them, and original files: they are encrypted in the memory of the server before anything is written. The server has no key to open them. When an officer does, you see it when you return.',
    ),
    text(
      'Không giữ: địa chỉ mạng, loại máy, trình duyệt, ngôn ngữ của bạn. Không dùng cookie ở các trang này, kể cả khi bạn đang đăng nhập.',
      'We do not keep your network address, device, browser or language settings. These pages use no cookie, even while you are signed in.',
    ),
    text(
      'Ảnh: bản cán bộ xem đã bỏ nơi chụp, giờ chụp, máy chụp. Nhưng cảnh trong ảnh, cách viết và những điều chỉ ít người biết vẫn có thể cho biết bạn là ai.',
      'Pictures: the copy officers look at holds no place, time or camera. But what a picture shows, how you write, and what only few people know can still tell who you are.',
    ),
  ] as readonly Text[],
  networkTitle: text('Nhà mạng vẫn thấy gì', 'What the operator of your network still sees'),
  network: text(
    'Nhà mạng, hoặc người quản lý mạng ở nơi làm việc, vẫn thấy máy của bạn đã mở Cổng này, lúc nào và khoảng bao nhiêu dữ liệu; họ không thấy bạn viết gì. Nhật ký công khai của Cổng cho thấy có một bước nào đó về phản ánh được ghi nhận, không cho biết của ai. Nếu điều đó đáng lo, đừng dùng mạng và máy của nơi làm việc; hãy dùng trình duyệt Tor.',
    'Your operator, or whoever runs the network at your work, still sees that your device opened this portal, when, and about how much it sent; not what you wrote. The public log of the portal shows that some step about some message was recorded, never whose. If that worries you, use neither the network nor a device of your work, and use Tor Browser.',
  ),

  // ————— the form —————
  formTitle: {
    feedback: text('Gửi góp ý, kiến nghị', 'Send feedback or a petition'),
    'record-error': text('Báo sai sót của một bản ghi', 'Report an error in a record'),
    prohibited: text('Phản ánh một hành vi bị nghiêm cấm', 'Report a prohibited act'),
  },
  actLegend: text('Hành vi bạn muốn phản ánh', 'Which act do you report?'),
  aboutLabel: text('AI-ID của hệ thống', 'AI-ID of the system'),
  aboutOptional: text('AI-ID của hệ thống (không bắt buộc)', 'AI-ID of the system (optional)'),
  aboutHint: text(
    'Có trên trang của hệ thống trong Sổ đăng ký.',
    'It stands on the page of the system in the register.',
  ),
  textLabel: {
    feedback: text('Góp ý, kiến nghị của bạn', 'What do you want to tell us?'),
    'record-error': text('Chỗ nào sai, và đúng ra là gì?', 'What is wrong, and what would be right?'),
    prohibited: text('Điều gì đã xảy ra?', 'What happened?'),
  },
  textHint: {
    feedback: text('Viết bằng tiếng Việt hoặc tiếng Anh.', 'Write in Vietnamese or English.'),
    'record-error': text(
      'Nếu biết, cho biết nguồn để kiểm tra.',
      'If you know a source by which it can be checked, name it.',
    ),
    prohibited: text(
      'Ai làm, làm gì, ở đâu, khi nào, với hệ thống nào. Đừng viết điều chỉ mình bạn biết nếu bạn không muốn bị nhận ra.',
      'Who did what, where, when, with which system. Leave out what only you can know, if you do not want to be recognised.',
    ),
  },
  file: text('Tệp kèm theo (không bắt buộc)', 'Files (optional)'),
  fileHint: text(
    'Tối đa 3 tệp, mỗi tệp 8 MB: ảnh, PDF, văn bản, âm thanh, video. Tên tệp và tệp gốc được niêm phong. Ảnh JPEG, PNG, WebP và văn bản có thêm một bản đã bỏ siêu dữ liệu để cán bộ xem; loại khác chỉ có bản niêm phong.',
    'Up to 3 files of 8 MB: pictures, PDF, text, sound, film. Names and originals are sealed. Of JPEG, PNG and WebP pictures and of texts, officers see a copy freed of metadata; of other kinds there is only the sealed one.',
  ),
  fileAgain: text(
    'Nếu bạn đã chọn tệp, hãy chọn lại: trình duyệt không giữ tệp khi trang được hiện lại.',
    'If you had chosen files, choose them again: browsers forget them when a page is shown anew.',
  ),
  namedLegend: text('Bạn có để lại tên không?', 'Do you leave your name?'),
  namedNo: text('Không, gửi ẩn danh', 'No, send it without a name'),
  namedNoHint: text('Bạn vẫn đọc được trả lời bằng mã.', 'You still read the answer with your code.'),
  namedYes: text('Có, để lại tên', 'Yes, leave my name'),
  namedYesHint: text(
    'Tên được niêm phong; chỉ cán bộ giữ khóa của đơn vị mở được.',
    'It is sealed; only officers who hold a key of the unit can open it.',
  ),
  name: text('Họ tên', 'Your name'),
  contact: text('Cách liên hệ (không bắt buộc)', 'How to reach you (optional)'),
  contactHint: text('Điện thoại, thư điện tử hoặc địa chỉ.', 'Telephone, e-mail or address.'),
  onlyNamed: text('Chỉ điền khi bạn để lại tên.', 'Only if you leave your name.'),
  unsealable: text(
    'Lúc này đơn vị tiếp nhận chưa có đủ hai khóa niêm phong, nên không nhận tên và tệp. Bạn vẫn gửi được nội dung bằng chữ; tin được gửi không kèm tên.',
    'The unit has fewer than two sealing keys just now, so names and files are not taken. You can still send your words, without a name.',
  ),
  codeTitle: text('Mã của bạn', 'Your code'),
  codeText: text(
    'Hãy chép tám từ này ra giấy trước khi gửi. Đó là cách duy nhất để đọc trả lời và viết thêm: chúng tôi không lưu mã và không cấp lại được. Đừng chụp màn hình nếu máy không phải của riêng bạn.',
    'Write these eight words (Vietnamese syllables without marks) down before you send. They are the only way to read the answer and to write more: we do not keep them and cannot give them again. Take no screenshot if the device is not yours alone.',
  ),
  working: text(
    'Trình duyệt đang làm một phép tính nhỏ để gửi được ngay, mất vài giây…',
    'Your browser does a little reckoning so that you can send at once. It takes some seconds…',
  ),
  worked: text('Đã xong. Bạn có thể bấm gửi lại.', 'Done. You can send again.'),
  keepsLink: text(
    'Chúng tôi giữ gì và không giữ gì, nhà mạng thấy gì',
    'What we keep and what we do not, and what your network sees',
  ),
  codeAfter: text(
    'Kiểm tra xem bạn đã chép đúng tám từ này chưa. Chúng tôi không hiện lại được nữa.',
    'Check that you wrote these eight words down rightly. They cannot be shown again.',
  ),
  sending: {
    feedback: text('Gửi góp ý, kiến nghị', 'Send'),
    'record-error': text('Gửi báo sai sót', 'Send the report'),
    prohibited: text('Gửi phản ánh', 'Send the report'),
  },

  // ————— afterwards —————
  sentTitle: text('Đã nhận', 'We have received it'),
  number: text('Số', 'Number'),
  nextTitle: text('Tiếp theo', 'What happens next'),
  target: {
    take: text('Đơn vị đặt mục tiêu nhận xem xét: {remaining}.', 'The unit aims to take it: {remaining}.'),
    answer: text('Đơn vị đặt mục tiêu trả lời: {remaining}.', 'The unit aims to answer: {remaining}.'),
  },
  aim: text(
    'Đây là mục tiêu của đơn vị, không phải thời hạn do luật định.',
    'This is an aim of the unit, not a time limit set by law.',
  ),
  receiptTitle: text('Biên nhận', 'Receipt'),
  receiptText: text(
    'Biên nhận có chữ ký của Cổng, chứng minh bạn đã gửi nội dung nào, vào ngày giờ nào (làm tròn đến giờ), không nêu tên ai. Có thể tải về bây giờ hoặc khi quay lại. Người tìm thấy tệp này trên máy bạn sẽ biết bạn đã gửi.',
    'The receipt is signed by the portal. It proves what was sent and in which hour, and names nobody. Take it now or when you return. Whoever finds this file on your device will know that you sent it.',
  ),
  receiptDo: text('Tải biên nhận', 'Take the receipt'),
  receiptShow: text('Xem biên nhận và chữ ký', 'Show the receipt and its signature'),
  receiptHow: text(
    'Người kiểm tra tính sha256 của salt và JSON chuẩn hóa {files, text} (files: sha256 của từng tệp gốc) rồi so với content trong biên nhận; chữ ký kiểm tra bằng khóa tại /.well-known/jwks.json.',
    'To check it: sha256 over the salt and the canonical JSON {files, text} (files: sha256 of each original) equals content in the receipt; the signature is checked with the keys at /.well-known/jwks.json.',
  ),
  returnDo: text('Xem lại nội dung đã gửi', 'See what you sent'),

  // ————— returning —————
  returnTitle: text('Quay lại bằng mã', 'Return with your code'),
  codeLabel: text('Tám từ của mã', 'The eight words'),
  codeHint: text(
    'Gõ có dấu hay không dấu, chữ hoa hay chữ thường đều được; cách nhau bằng khoảng trắng.',
    'With or without Vietnamese marks, in capitals or not; with spaces between.',
  ),
  open: text('Mở', 'Open'),
  threadTitle: text('Nội dung bạn đã gửi', 'What you sent'),
  kind: text('Loại', 'Kind'),
  standing: text('Tình trạng', 'Where it stands'),
  act: text('Hành vi', 'Act'),
  system: text('Hệ thống', 'System'),
  outcome: text('Kết quả', 'Outcome'),
  namedShown: text('Tên của bạn', 'Your name'),
  namedSealed: text('Đã niêm phong', 'Sealed'),
  namedNone: text('Không để lại', 'Not left'),
  history: text('Diễn biến', 'What happened'),
  you: text('Bạn', 'You'),
  unit: text('Đơn vị tiếp nhận', 'The unit in charge'),
  filesCame: text('Kèm {n} tệp.', 'With {n} file(s).'),
  addTitle: text('Viết thêm', 'Write more'),
  addLabel: text('Nội dung viết thêm', 'What you want to add'),
  addDo: text('Gửi thêm', 'Send it too'),
  added: text('Đã nhận nội dung viết thêm.', 'What you added has been received.'),
  takeBackTitle: text('Rút lại tên và tệp', 'Take back your name and files'),
  takeBackText: text(
    'Tên, cách liên hệ, tệp gốc và bản cán bộ xem được xóa khỏi Cổng. Nội dung bằng chữ và câu trả lời vẫn còn. Những gì cán bộ đã mở trước đó thì không lấy lại được; bản sao lưu cũ còn giữ chúng đến khi hết hạn lưu.',
    'Name, contact, original files and the copies officers look at are deleted from the portal. Your words and the answers stay. What an officer has opened before cannot be taken back, and older backups hold it until they expire.',
  ),
  takeBackDo: text('Xóa tên và tệp của tôi', 'Delete my name and files'),
  takenBack: text('Đã xóa tên và tệp.', 'Name and files have been deleted.'),
  done: text(
    'Đọc xong, hãy đóng cửa sổ này. Nếu dùng chung máy, hãy xóa lịch sử trình duyệt.',
    'When you are done, close this window. If you share the device, clear the history of the browser.',
  ),

  // ————— denunciation —————
  denTitle: text('Phản ánh và tố cáo', 'Information and denunciation'),
  denLead: text(
    'Phản ánh trên Cổng này và tố cáo theo Luật Tố cáo số 25/2018/QH14 là hai việc khác nhau.',
    'Telling the authority something here and denouncing somebody under the Law on Denunciations No. 25/2018/QH14 are two different things.',
  ),
  denRows: [
    [
      text('Tên người gửi', 'Name of the sender'),
      text('Không bắt buộc', 'Not needed'),
      text('Bắt buộc: họ tên, địa chỉ, cách liên hệ (Điều 23)', 'Needed: name, address, contact (art. 23)'),
    ],
    [
      text('Cách gửi', 'How it is made'),
      text('Trên Cổng này', 'On this portal'),
      text('Bằng đơn, hoặc trình bày trực tiếp (Điều 22)', 'In writing, or in person (art. 22)'),
    ],
    [
      text('Thời hạn', 'Time limits'),
      text('Mục tiêu của đơn vị tiếp nhận', 'Aims of the unit in charge'),
      text('Do Luật Tố cáo quy định', 'Set by the Law on Denunciations'),
    ],
    [
      text('Bảo vệ người gửi', 'Protection of the sender'),
      text('Không giữ dấu vết; tên được niêm phong', 'No traces are kept; a name is sealed'),
      text('Bí mật và biện pháp bảo vệ theo Luật Tố cáo', 'Secrecy and protection under the Law on Denunciations'),
    ],
  ] as readonly (readonly [Text, Text, Text])[],
  denColumns: [
    text('Nội dung', 'Point'),
    text('Phản ánh ở đây', 'Information sent here'),
    text('Tố cáo', 'Denunciation'),
  ],
  denUnnamed: text(
    'Thông tin không nêu tên thì không được xử lý như tố cáo. Nhưng nếu nội dung rõ ràng, có tài liệu, chứng cứ cụ thể và có cơ sở để thẩm tra, xác minh thì cơ quan vẫn tiến hành thanh tra, kiểm tra theo thẩm quyền (khoản 2 Điều 25 Luật Tố cáo).',
    'Information without a name is not handled as a denunciation. But where it is clear, comes with concrete evidence and can be verified, the authority still inspects or checks within its powers (Law on Denunciations, art. 25(2)).',
  ),
  denWhere: text(
    'Muốn tố cáo, hãy gửi đơn hoặc đến trình bày tại cơ quan có thẩm quyền giải quyết, ví dụ nơi tiếp công dân của Bộ Khoa học và Công nghệ, của Ủy ban nhân dân cấp tỉnh, hoặc cơ quan công an nếu có dấu hiệu tội phạm. Cổng này không nhận đơn tố cáo.',
    'To denounce, write to or visit the authority competent to deal with it, such as the citizens’ reception office of the Ministry of Science and Technology or of your province, or the police where there are signs of a crime. This portal takes no denunciations.',
  ),
  denNote: text(
    'Tóm tắt bằng lời của chúng tôi, không thay cho văn bản luật.',
    'A summary in our own words; it does not replace the text of the law.',
  ),

  // ————— what became of it —————
  outLead: text(
    'Số liệu của mọi phản ánh, và kết quả của những phản ánh đã kết thúc. Không có thông tin về người gửi. Phản ánh hành vi bị nghiêm cấm chỉ được đếm.',
    'How many messages there are, and what became of those that are closed. Nothing is said about who sent them. Reports of prohibited acts are only counted.',
  ),
  outCounts: text('Số phản ánh theo loại và tình trạng', 'Messages by kind and standing'),
  outList: text('Kết quả', 'Outcomes'),
  outNone: text(
    'Chưa có phản ánh nào kết thúc với kết quả công khai.',
    'No message has been closed with a public outcome yet.',
  ),
  outAbout: text('Về bản ghi {aiId}', 'About the record {aiId}'),
  outAll: text('Xem mọi kết quả', 'See all outcomes'),
} as const
