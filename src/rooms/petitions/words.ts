import { type Text, text } from '../../base/text.ts'
import type { Act, Code, Kind, Outcome, State, Verb } from './schema.ts'

export const KIND: Readonly<Record<Kind, Text>> = {
  feedback: text('Phản ánh, kiến nghị', 'Feedback or petition'),
  'record-error': text('Báo sai sót trong Sổ đăng ký', 'Error in the register'),
  prohibited: text('Phản ánh hành vi bị nghiêm cấm', 'Report of a prohibited act'),
}

export const STATE: Readonly<Record<State, Text>> = {
  received: text('Đã nhận', 'Received'),
  taken: text('Đang xem xét', 'Being looked at'),
  answered: text('Đã trả lời', 'Answered'),
  closed: text('Đã kết thúc', 'Closed'),
}

/** What comes next, as the sender is told. */
export const NEXT: Readonly<Record<State, Text>> = {
  received: text('Một cán bộ sẽ nhận xem xét.', 'An officer will take it.'),
  taken: text('Cán bộ đang xem xét và sẽ trả lời tại đây.', 'An officer is looking at it and will answer here.'),
  answered: text('Bạn đọc câu trả lời bên dưới; có thể viết thêm.', 'Read the answer below; you can write more.'),
  closed: text(
    'Việc xem xét đã kết thúc. Nếu bạn viết thêm, cơ quan sẽ xem lại.',
    'It is closed. If you write more, it will be looked at again.',
  ),
}

export const PAST: Readonly<Record<Verb, Text>> = {
  send: text('Đã gửi', 'Sent'),
  add: text('Đã gửi thêm', 'More was sent'),
  'take-back': text('Người gửi đã rút lại tên và tệp', 'The sender took back name and files'),
  take: text('Cán bộ đã nhận xem xét', 'An officer took it'),
  answer: text('Cơ quan đã trả lời', 'The authority answered'),
  unseal: text('Cán bộ đã mở phần được niêm phong', 'An officer opened what was sealed'),
  close: text('Đã kết thúc', 'Closed'),
  erase: text('Nội dung đã được xóa theo yêu cầu', 'What was said was erased on request'),
}

export const ERASED: Text = text(
  'Nội dung của bước này đã được xóa. Dấu xóa số {number}.',
  'What was said at this step was erased, tombstone {number}.',
)

export const OUTCOME: Readonly<Record<Outcome, Text>> = {
  mended: text('Đã sửa', 'Put right'),
  'no-fault': text('Không thấy sai sót', 'No fault was found'),
  'case-opened': text('Đã mở hồ sơ', 'A case was opened'),
  'passed-on': text('Đã chuyển cơ quan có thẩm quyền', 'Passed on to the competent authority'),
  noted: text('Đã ghi nhận', 'Noted'),
}

/** The acts of art. 7 as anybody would say them, each with something that could happen. */
export const ACT: Readonly<Record<Act, { readonly plain: Text; readonly example: Text }>> = {
  'L7.1': {
    plain: text(
      'Lợi dụng hoặc chiếm quyền một hệ thống AI để làm trái pháp luật, xâm phạm quyền của người khác',
      'Misusing or seizing an AI system to break the law or to infringe the rights of others',
    ),
    example: text(
      'Kẻ gian chiếm trợ lý ảo của một cửa hàng rồi dùng nó gửi đường dẫn lừa tiền cho khách.',
      'Somebody seizes the chat assistant of a shop and has it send fraudulent links to customers.',
    ),
  },
  'L7.2.a': {
    plain: text(
      'Làm ra, cung cấp hoặc dùng hệ thống AI nhằm thực hiện điều luật cấm',
      'Making, providing or using an AI system in order to do what the law prohibits',
    ),
    example: text(
      'Một dịch vụ cho thuê công cụ tự động dò và bẻ khóa tài khoản của người khác.',
      'A service rents out a tool that finds and breaks into the accounts of others.',
    ),
  },
  'L7.2.b': {
    plain: text(
      'Cố ý và có hệ thống làm giả người, sự kiện thật để lừa dối, thao túng, gây thiệt hại nghiêm trọng',
      'Deliberately and systematically faking real people or events to deceive or manipulate, with serious harm',
    ),
    example: text(
      'Một nhóm nhiều lần gọi điện bằng giọng giả của người thân để lừa lấy tiền tiết kiệm.',
      'A group keeps calling with the faked voices of relatives and takes people’s savings.',
    ),
  },
  'L7.2.c': {
    plain: text(
      'Lợi dụng điểm yếu của trẻ em, người cao tuổi, người khuyết tật và những nhóm dễ bị tổn thương khác để gây hại',
      'Exploiting the weaknesses of children, elderly people, persons with disabilities and other vulnerable groups to do harm',
    ),
    example: text(
      'Một ứng dụng trò chuyện nhận ra trẻ đang buồn rồi liên tục thúc trẻ nạp tiền.',
      'A chat application notices that a child is sad and keeps pressing it to pay.',
    ),
  },
  'L7.2.d': {
    plain: text(
      'Tạo hoặc phát tán nội dung giả có thể gây nguy hại nghiêm trọng cho an ninh, trật tự, an toàn xã hội',
      'Making or spreading fakes that may seriously endanger national security, order or social safety',
    ),
    example: text(
      'Video giả cảnh vỡ đập được lan truyền làm người dân cả vùng bỏ chạy.',
      'A fake film of a breaking dam makes a whole district flee.',
    ),
  },
  'L7.3': {
    plain: text(
      'Thu thập, dùng dữ liệu trái pháp luật để xây dựng, thử hoặc chạy AI',
      'Collecting or using data unlawfully to build, test or run AI',
    ),
    example: text(
      'Một công ty lấy bệnh án của bệnh nhân để huấn luyện hệ thống mà không có căn cứ pháp lý.',
      'A company trains its system with patients’ records without any legal ground.',
    ),
  },
  'L7.4': {
    plain: text(
      'Cản trở, vô hiệu hóa hoặc làm sai lệch việc con người giám sát và can thiệp',
      'Obstructing, disabling or distorting human supervision and intervention',
    ),
    example: text(
      'Nút dừng khẩn cấp bị khóa để dây chuyền không bao giờ phải dừng.',
      'The emergency stop is locked so that the line never has to halt.',
    ),
  },
  'L7.5': {
    plain: text(
      'Che giấu thông tin phải công khai; tẩy xóa, làm sai lệch nhãn, cảnh báo bắt buộc',
      'Hiding what must be public; erasing or falsifying mandatory labels and warnings',
    ),
    example: text(
      'Một trang đăng video do AI tạo sau khi đã xóa nhãn cho biết điều đó.',
      'A site posts an AI-made film after removing the label that said so.',
    ),
  },
  'L7.6': {
    plain: text(
      'Lợi dụng nghiên cứu, thử nghiệm, đánh giá, kiểm định AI để làm trái pháp luật',
      'Abusing research, testing, evaluation or verification of AI to act unlawfully',
    ),
    example: text(
      'Một nhóm gọi là “thử nghiệm” nhưng thật ra đang chấm điểm người vay mà không ai hay biết.',
      'A group calls it a “test” while it secretly scores people who apply for loans.',
    ),
  },
  unsure: {
    plain: text('Tôi không chắc là hành vi nào', 'I am not sure which of them it is'),
    example: text('Cơ quan sẽ tự xác định.', 'The authority will find out.'),
  },
}

/** Refusals in words. */
export const SAYS: Readonly<Record<Code, Text>> = {
  'petition.unknown': text('Không có phản ánh nào ở địa chỉ này.', 'There is no message at this address.'),
  'petition.code-unknown': text(
    'Không tìm thấy nội dung nào với mã này. Hãy kiểm tra đủ tám từ và đúng thứ tự.',
    'Nothing was found with this code. Check that there are eight words, in their order.',
  ),
  'petition.code-word': text(
    'Từ “{word}” không có trong các từ dùng làm mã. Hãy kiểm tra lại từ này.',
    'The word “{word}” is none of those our codes are made of. Check this word.',
  ),
  'petition.code-missing': text('Nhập tám từ của mã.', 'Type the eight words of the code.'),
  'petition.text-missing': text('Viết điều bạn muốn cho biết.', 'Write what you want to tell.'),
  'petition.text-long': text('Nội dung dài tối đa 10.000 ký tự.', 'At most 10,000 characters.'),
  'petition.about-missing': text('Ghi AI-ID của bản ghi có sai sót.', 'Give the AI-ID of the record.'),
  'petition.about-unknown': text(
    'Sổ đăng ký không có AI-ID này. Hãy kiểm tra lại, hoặc để trống và mô tả hệ thống trong nội dung.',
    'The register has no such AI-ID. Check it, or leave it out and describe the system in your words.',
  ),
  'petition.act-missing': text(
    'Chọn một hành vi, hoặc chọn dòng cuối nếu không chắc.',
    'Choose an act, or the last line if you are not sure.',
  ),
  'petition.named-missing': text('Chọn gửi ẩn danh hay để lại tên.', 'Choose whether you leave your name.'),
  'petition.name-missing': text('Ghi họ tên, hoặc chọn gửi ẩn danh.', 'Give your name, or choose to send without it.'),
  'petition.name-long': text('Tối đa 300 ký tự.', 'At most 300 characters.'),
  'petition.no-seal': text(
    'Lúc này chưa niêm phong được tên và tệp nên chúng tôi không nhận. Bạn vẫn gửi được nội dung bằng chữ.',
    'Names and files cannot be sealed just now, so we do not take them. You can still send your words.',
  ),
  'petition.file-kind': text(
    'Không nhận loại tệp này. Nhận ảnh, PDF, văn bản, âm thanh và video.',
    'This kind of file is not taken. Pictures, PDF, text, sound and film are.',
  ),
  'petition.file-large': text('Mỗi tệp tối đa 8 MB.', 'A file may have 8 MB at most.'),
  'petition.files-many': text('Mỗi lần gửi tối đa 3 tệp.', 'At most 3 files at a time.'),
  'petition.crowded': text(
    'Hiện có quá nhiều tin gửi đến cùng lúc. Nội dung bạn viết vẫn còn trên trang này: hãy chờ ít phút rồi bấm gửi lại.',
    'Too many messages are coming in just now. Your words are still on this page: wait some minutes and send again.',
  ),
  'petition.additions-many': text(
    'Bạn đã viết thêm quá nhiều lần vào nội dung này. Hãy gửi một phản ánh mới.',
    'You have added to this too often. Please send a new message.',
  ),
  'petition.nobody': text(
    'Cổng chưa có đơn vị tiếp nhận. Hãy thử lại sau.',
    'No unit takes messages in yet. Please try again later.',
  ),
  'petition.not-now': text('Bước này không thực hiện được lúc này.', 'This step cannot be taken now.'),
  'petition.changed-meanwhile': text(
    'Phản ánh đã thay đổi trong lúc bạn xem. Hãy tải lại trang.',
    'The message changed meanwhile. Load the page again.',
  ),
  'petition.answer-missing': text('Viết câu trả lời.', 'Write the answer.'),
  'petition.outcome-missing': text('Chọn kết quả.', 'Choose what became of it.'),
  'petition.summary-missing': text(
    'Viết kết quả cho mọi người đọc, không nêu tên ai.',
    'Say in public words what became of it, naming nobody.',
  ),
  'petition.no-case': text(
    'Chưa có hồ sơ nào phát sinh từ phản ánh này. Hãy mở hồ sơ trước, rồi mới chọn kết quả này.',
    'No file has arisen from this message. Open one first, then choose this outcome.',
  ),
  'petition.key-form': text(
    'Đây không phải khóa công khai age (X25519): khóa bắt đầu bằng age1 và có 62 ký tự.',
    'This is no public age key (X25519): it begins with age1 and has 62 signs.',
  ),
  'petition.key-label': text(
    'Ghi ai giữ khóa này (tối đa 100 ký tự).',
    'Say who holds this key (at most 100 characters).',
  ),
  'petition.key-known': text('Đơn vị đã có khóa này.', 'The unit has, or had, this key.'),
  'petition.keys-few': text(
    'Đơn vị phải còn ít nhất hai khóa. Hãy thêm khóa mới trước khi bỏ khóa này.',
    'A unit keeps at least two keys. Add another one before you end this one.',
  ),
  'petition.aim': text('Nhập số ngày làm việc từ 1 đến {most}.', 'Enter a number of working days from 1 to {most}.'),
  'petition.aim-order': text(
    'Thời gian trả lời không được ngắn hơn thời gian nhận xem xét.',
    'The time to answer cannot be shorter than the time to take it up.',
  ),
  'petition.envelope-form': text(
    'Phần niêm phong lại không đúng: không phải tệp age hoặc không đủ số khóa.',
    'What was sealed anew is not right: no age file, or not for all keys.',
  ),
}
