import { text } from '../../base/text.ts'

/** What officers read at their desk. */
export const D = {
  title: text('Phản ánh của người dân', 'Messages from the public'),
  lead: text(
    'Phản ánh, kiến nghị gửi đến đơn vị của bạn. Chỉ cán bộ và lãnh đạo của đơn vị thấy.',
    'Feedback, petitions and reports that came to your unit. Only its officers and chiefs see them.',
  ),
  waiting: text('Đang xem xét', 'At work'),
  closed: text('Đã kết thúc', 'Closed'),
  keys: text('Khóa niêm phong của đơn vị', 'Sealing keys of the unit'),
  none: text('Không có phản ánh nào ở đây.', 'There are no messages here.'),
  number: text('Số', 'Number'),
  kind: text('Loại', 'Kind'),
  about: text('Hệ thống', 'System'),
  standing: text('Tình trạng', 'Standing'),
  received: text('Nhận', 'Received'),
  aim: text('Mục tiêu', 'Aim'),
  aimsTitle: text('Mục tiêu trả lời của đơn vị', 'Aims of the unit for answering'),
  aimsLead: text(
    'Luật không đặt thời hạn trả lời phản ánh, nên đơn vị tự đặt mục tiêu và nói trước cho người gửi. Mục tiêu mới chỉ áp dụng cho phản ánh gửi từ nay về sau.',
    'No law sets a time for answering a message, so the unit sets an aim and tells senders beforehand. A new aim holds for messages still to come.',
  ),
  aimField: {
    take: text('Nhận xem xét trong mấy ngày làm việc', 'Working days to take a message up'),
    answer: text('Trả lời trong mấy ngày làm việc', 'Working days to answer'),
  },
  aimsDo: text('Lưu mục tiêu', 'Save the aims'),
  aimsChange: text('Đổi mục tiêu', 'Change the aims'),
  fewKeys: text(
    'Đơn vị có ít hơn hai khóa niêm phong: người dân chưa gửi được tên và tệp. Hãy thêm khóa.',
    'The unit has fewer than two sealing keys, so people cannot send names or files. Add a key.',
  ),

  // ————— one message —————
  officer: text('Cán bộ xem xét', 'Officer'),
  nobody: text('Chưa có ai nhận', 'Nobody yet'),
  sender: text('Người gửi', 'Sender'),
  senderNamed: text('Để lại tên, đang niêm phong', 'Left a name, which lies sealed'),
  senderUnnamed: text('Ẩn danh', 'Without a name'),
  senderWhy: text(
    'Đừng tìm cách xác định người gửi ẩn danh. Câu trả lời không được chứa điều có thể làm lộ họ.',
    'Do not try to find out who sends without a name. Write nothing in an answer that could give them away.',
  ),
  act: text('Hành vi được phản ánh', 'Act reported'),
  outcome: text('Kết quả', 'Outcome'),
  take: text('Nhận xem xét', 'Take it'),
  takeOver: text('Nhận thay đồng nghiệp', 'Take it over'),
  history: text('Diễn biến', 'What happened'),
  theSender: text('Người gửi', 'The sender'),
  hourOnly: text(
    'Thời điểm chỉ ghi đến giờ, để không ai đối chiếu được với nhật ký mạng.',
    'Times are kept to the hour only, so that nobody can lay them beside logs of a network.',
  ),
  cleanFile: text('Tệp {n} (bản đã bỏ siêu dữ liệu), {type}, {size}', 'File {n} (freed of metadata), {type}, {size}'),
  sealedOnly: text(
    '{n} tệp khác chỉ có bản niêm phong.',
    '{n} more file(s) came for which there is only the sealed original.',
  ),

  sealedTitle: text('Phần được niêm phong', 'What is sealed'),
  sealedText: text(
    'Tên, cách liên hệ và tệp gốc được mã hóa bằng khóa của đơn vị. Máy chủ không mở được: bạn mở ngay trong trình duyệt, bằng khóa riêng của mình. Mỗi lần lấy phần niêm phong đều được ghi lại và người gửi nhìn thấy.',
    'Name, contact and original files are encrypted to the keys of the unit. The server cannot open them: you do, in your browser, with your own private key. Each time is recorded, and the sender sees it.',
  ),
  unseal: text('Lấy phần niêm phong (được ghi lại)', 'Fetch what is sealed (this is recorded)'),
  identity: text('Tên và cách liên hệ', 'Name and contact'),
  original: text('Tệp gốc', 'Original file'),
  sealedFile: text('{what}, {size}, gửi ở bước {seq}', '{what}, {size}, from step {seq}'),
  envelope: text('Khóa của phản ánh này', 'The key of this message'),
  withScript: text(
    'Chọn tệp khóa riêng hoặc dán khóa (AGE-SECRET-KEY-1…). Khóa chỉ nằm trong bộ nhớ của trang này và không rời khỏi máy bạn.',
    'Choose the file of your private key or paste it (AGE-SECRET-KEY-1…). It stays in the memory of this page and never leaves your device.',
  ),
  withoutScript: text(
    'Không có JavaScript thì không mở được tại đây. Bạn có thể tải các tệp .age bên dưới và mở bằng chương trình age: mở khóa của phản ánh bằng khóa riêng của bạn, rồi dùng khóa đó mở các tệp còn lại.',
    'Without JavaScript nothing can be opened here. You can take the .age files below and open them with the program age: open the key of the message with your own key, then the other files with that.',
  ),
  identityField: text('Khóa riêng', 'Private key'),
  identityFile: text('Tệp khóa riêng', 'File of the private key'),
  openDo: text('Mở trên máy này', 'Open on this device'),
  opened: text('Đã mở.', 'Opened.'),
  wrongKey: text(
    'Khóa này không mở được phản ánh. Hãy kiểm tra lại khóa.',
    'This key does not open the message. Check it.',
  ),
  noKey: text('Chọn tệp khóa hoặc dán khóa trước.', 'Choose the file of a key, or paste a key, first.'),
  save: text('Lưu tệp', 'Save the file'),
  danger: text(
    'Tệp gốc có thể chứa mã độc; chỉ mở trên máy được tách riêng.',
    'An original may carry malware; open it on an isolated machine only.',
  ),

  answerTitle: text('Trả lời', 'Answer'),
  answer: text('Câu trả lời cho người gửi', 'Answer to the sender'),
  answerHint: text(
    'Người gửi đọc bằng mã. Không nêu tên cán bộ; không nhắc chi tiết chỉ người gửi biết.',
    'The sender reads it with the code. Name no officer; repeat nothing that only the sender could know.',
  ),
  answerDo: text('Gửi câu trả lời', 'Send the answer'),

  chainTitle: text('Hồ sơ phát sinh', 'Files that arose from it'),
  chainNone: text('Chưa có hồ sơ nào.', 'None yet.'),
  chainOpen: text('Mở hồ sơ từ phản ánh này:', 'Open a file from this message:'),
  takeFirst: text('Nhận xem xét trước khi mở hồ sơ.', 'Take the message before you open a file.'),

  closeTitle: text('Kết thúc', 'Close'),
  closeText: text(
    'Người gửi thấy kết quả. Trừ phản ánh hành vi bị nghiêm cấm, kết quả và lời tóm tắt được công khai cho mọi người.',
    'The sender sees the outcome. Except for reports of prohibited acts, outcome and summary are public.',
  ),
  summary: text('Tóm tắt công khai', 'Public summary'),
  summaryHint: text('Không nêu tên, không chép lời người gửi.', 'Name nobody and do not quote the sender.'),
  closeDo: text('Kết thúc phản ánh', 'Close the message'),
  answerFirst: text('Trả lời trước khi kết thúc.', 'Answer before you close.'),

  // ————— keys —————
  keysTitle: text('Khóa niêm phong của đơn vị', 'Sealing keys of the unit'),
  keysLead: text(
    'Tên người gửi và tệp gốc được niêm phong cho các khóa công khai dưới đây. Cổng chỉ giữ khóa công khai; khóa riêng do cán bộ giữ. Cần ít nhất hai khóa, do hai người giữ, để mất một khóa không mất hết.',
    'Names of senders and original files are sealed for the public keys below. The portal keeps only these; officers keep the private ones. There must be at least two, held by two people, so that losing one loses nothing.',
  ),
  keysNone: text('Chưa có khóa nào.', 'There is no key yet.'),
  label: text('Người giữ', 'Held by'),
  recipient: text('Khóa công khai', 'Public key'),
  since: text('Từ', 'Since'),
  endDo: text('Bỏ khóa', 'End this key'),
  endText: text(
    'Nội dung niêm phong từ nay không dành cho khóa này nữa. Những gì đã niêm phong trước đó thì người giữ khóa vẫn mở được cho đến khi được niêm phong lại.',
    'From now on nothing is sealed for it. What was sealed before can still be opened with it, until it is sealed anew.',
  ),
  addTitle: text('Thêm khóa', 'Add a key'),
  addText: text(
    'Tạo cặp khóa ngay tại đây (cần JavaScript), hoặc bằng chương trình age-keygen rồi dán khóa công khai.',
    'Make a pair here (needs JavaScript), or with the program age-keygen, and paste the public key.',
  ),
  make: text('Tạo cặp khóa trên máy này', 'Make a pair on this device'),
  made: text(
    'Đã tạo. Hãy lưu tệp khóa riêng vào nơi an toàn ngoài máy này: Cổng không có bản nào.',
    'Made. Save the private key to a safe place outside this device: the portal has no copy.',
  ),
  saveKey: text('Lưu tệp khóa riêng', 'Save the private key'),
  addDo: text('Thêm khóa công khai', 'Add the public key'),
  recipientHint: text('Bắt đầu bằng age1.', 'It begins with age1.'),
  labelHint: text('Ví dụ: Trưởng phòng, két số 2', 'For example: head of section, safe 2'),

  rewrapTitle: text('Niêm phong lại cho các khóa hiện tại', 'Seal anew for the present keys'),
  rewrapNone: text(
    'Mọi phản ánh đã được niêm phong cho đúng các khóa hiện tại.',
    'Every message is sealed for exactly the present keys.',
  ),
  rewrapText: text(
    '{n} phản ánh được niêm phong cho tập khóa khác với hiện tại. Người giữ một khóa cũ mở khóa của từng phản ánh trong trình duyệt và niêm phong lại; máy chủ không đọc được gì.',
    '{n} message(s) are sealed for other keys than the present ones. Whoever holds an older key opens the key of each in the browser and seals it anew; the server reads nothing.',
  ),
  rewrapDo: text('Niêm phong lại trên máy này', 'Seal anew on this device'),
  rewrapScript: text('Việc này cần JavaScript.', 'This needs JavaScript.'),
  rewrapped: text(
    'Đã niêm phong lại {n} phản ánh; {left} không mở được bằng khóa này.',
    '{n} message(s) sealed anew; {left} could not be opened with this key.',
  ),
  saved: text('Đã lưu.', 'Saved.'),
  evaluationKeys: text(
    'Bản dùng thử: khóa riêng mẫu, ai cũng biết, để bạn thử mở phần niêm phong.',
    'Evaluation: a sample private key that everybody knows, for trying to open what is sealed.',
  ),
} as const
