import { type Lang, type Text, text } from '../../base/text.ts'
import type { Branch, Liable } from '../../law/damage-rule.ts'
import type { Cite } from '../../law/cite.ts'

export const NOTE = text(
  'Đây là thông tin về Điều 29 của Luật theo những gì bạn trả lời, không phải kết luận của cơ quan nhà nước. Cổng không phân xử; khi các bên không thống nhất, Tòa án quyết định.',
  'This is information on article 29 of the Law from what you answered, no finding of an authority. The portal does not judge; where the parties disagree, the court decides.',
)

export const W = {
  title: text('Ai bồi thường thiệt hại?', 'Who compensates for damage?'),
  lead: text(
    'Hướng dẫn theo từng câu hỏi khi hệ thống trí tuệ nhân tạo gây thiệt hại: ai bồi thường cho ai, theo điểm nào của Luật và nên lưu giữ những gì.',
    'A guide, question by question, for damage done by an AI system: who compensates whom, under which point of the Law, and what to keep.',
  ),
  forWhom: text('Dành cho ai', 'Who it is for'),
  forWhomText: text(
    'Người bị thiệt hại, bên triển khai và nhà cung cấp hệ thống. Không cần tài khoản.',
    'The injured party, the deployer and the provider of the system. No account is needed.',
  ),
  need: text('Bạn cần biết', 'What you need'),
  needText: text(
    'Ngày xảy ra thiệt hại, hệ thống nào, và những gì bạn biết về nguyên nhân. Chưa biết thì chọn “Chưa biết”: hướng dẫn sẽ nói điều đó thay đổi gì.',
    'The day of the damage, which system it was, and what you know of the cause. If you do not know, choose “Not known yet”: the guide says what depends on it.',
  ),
  long: text('Mất bao lâu', 'How long it takes'),
  longText: text(
    'Khoảng ba phút, nhiều nhất chín câu hỏi. Cổng không lưu câu trả lời; chúng chỉ nằm trong địa chỉ của trang.',
    'About three minutes, nine questions at most. The portal keeps none of your answers; they stand in the address of the page only.',
  ),
  know: text('Xin lưu ý', 'Please note'),
  start: text('Bắt đầu', 'Start'),
  question: text('Câu hỏi', 'Question'),
  source: text('Căn cứ:', 'Source:'),
  answer: text('Tiếp tục', 'Continue'),
  back: text('Quay lại', 'Back'),
  missing: text('Hãy chọn một câu trả lời.', 'Please choose an answer.'),
  missingMany: text(
    'Hãy chọn ít nhất một câu trả lời; câu cuối không đi cùng câu khác.',
    'Please choose at least one answer; the last ones stand alone.',
  ),
  or: text('hoặc', 'or'),
  soFar: text('Các câu trả lời của bạn', 'Your answers'),
  change: text('Sửa', 'Change'),
  resultOf: text('Theo câu trả lời của bạn, ngày', 'By your answers, on'),
  who: text('Ai bồi thường cho ai', 'Who compensates whom'),
  maybe: text('Chưa xác định được', 'What is still open'),
  maybeLead: text(
    'Còn câu hỏi chưa biết câu trả lời. Tùy câu trả lời, một hoặc nhiều trường hợp dưới đây áp dụng.',
    'Some questions are not answered yet. Depending on the answers, one or several of these apply.',
  ),
  recourseLead: text(
    'Việc hoàn trả giữa các bên tính sau khi người bị thiệt hại đã được bồi thường:',
    'Reimbursement between the parties comes after the injured party was compensated:',
  ),
  toFind: text('Câu hỏi cần làm rõ:', 'Questions to settle:'),
  ours: text(
    'Luật không nói thẳng điều này; đây là cách hiểu của Cổng.',
    'The Law does not say so outright; this is how the portal reads it.',
  ),
  evidence: text('Nên lưu giữ', 'What to keep'),
  evidenceLead: text(
    'Giữ nguyên trạng, ghi ngày, và không sửa. Không ai buộc bạn gửi những thứ này cho Cổng.',
    'Keep it as it is, with its date, and do not change it. Nobody makes you send any of it to the portal.',
  ),
  ways: text('Các cách khác', 'Other ways'),
  remarks: text('Ghi chú', 'Remarks'),
  pdf: text('Tải bản in (PDF)', 'Print (PDF)'),
  again: text('Trả lời lại từ đầu', 'Start again'),
  document: text('Hướng dẫn bồi thường thiệt hại', 'Guide on compensation for damage'),
  and: text('và', 'and'),
  result: text('Kết quả', 'Result'),
} as const

/** Who pays, as the subject of a sentence. */
export const LIABLE: Readonly<Record<Liable, Text>> = {
  provider: text('nhà cung cấp', 'the provider'),
  deployer: text('bên triển khai', 'the deployer'),
  developer: text('nhà phát triển', 'the developer'),
  user: text('người sử dụng', 'the user'),
  other: text('tổ chức, cá nhân khác', 'another organisation or person'),
  'third-party': text('bên thứ ba', 'the third party'),
  civil: text('pháp luật chung về dân sự', 'general civil law'),
  nobody: text('không ai', 'nobody'),
}

/** What a branch comes to, `{who}` being those who pay. */
export const OUTCOME: Readonly<Record<Branch, Text>> = {
  'not-yet': text('Theo pháp luật chung về dân sự', 'General civil law applies'),
  outside: text('Theo pháp luật khác', 'Other law applies'),
  breach: text('{who} bồi thường cho người bị thiệt hại', '{who} must compensate the injured party'),
  intrusion: text('{who} bồi thường cho người bị thiệt hại', '{who} must compensate the injured party'),
  joint: text('{who} liên đới bồi thường cùng bên thứ ba', '{who} jointly liable with the third party'),
  strict: text('{who} bồi thường cho người bị thiệt hại', '{who} must compensate the injured party'),
  recourse: text('{who} hoàn trả cho bên triển khai', '{who} to reimburse the deployer'),
  'no-recourse': text('Bên triển khai không được hoàn trả', 'The deployer is not reimbursed'),
  'exempt-intent': text('Bên triển khai được miễn trách nhiệm', 'The deployer is exempt'),
  'exempt-necessity': text('Bên triển khai được miễn trách nhiệm', 'The deployer is exempt'),
  civil: text('Theo pháp luật chung về dân sự', 'General civil law applies'),
}

export const HEADING = {
  open: text('Chưa đủ thông tin để biết ai bồi thường', 'It cannot be told yet who compensates'),
  several: text('Nhiều bên phải bồi thường', 'Several must compensate'),
} as const

/** Where else to go. `path`: a page of the portal. */
export const WAYS: readonly { readonly text: Text; readonly cite?: Cite; readonly path?: string }[] = [
  {
    text: text(
      'Thương lượng: nêu thiệt hại, số tiền và căn cứ bằng văn bản; ghi lại thỏa thuận.',
      'Negotiate: put the damage, the sum and the grounds in writing, and write down what is agreed.',
    ),
  },
  {
    text: text(
      'Khởi kiện tại Tòa án theo pháp luật về dân sự và tố tụng dân sự; pháp luật đó đặt thời hiệu khởi kiện.',
      'Go to court under civil law and civil procedure, which set a time for doing so.',
    ),
    cite: 'L29.1',
  },
  {
    text: text(
      'Báo cáo sự cố nghiêm trọng qua Cổng nếu bạn là nhà cung cấp, bên triển khai hoặc người sử dụng.',
      'Report a serious incident through the portal if you are provider, deployer or user.',
    ),
    cite: 'L12.2',
    path: '/incidents',
  },
  {
    text: text(
      'Phản ánh, khiếu nại hoặc tố cáo với cơ quan quản lý nhà nước về trí tuệ nhân tạo.',
      'Tell, or complain to, the authority that manages AI for the State.',
    ),
    cite: 'L30.1.e',
    path: '/petitions',
  },
  {
    text: text(
      'Hỏi bên triển khai, nhà cung cấp về bảo hiểm trách nhiệm dân sự hoặc biện pháp bảo đảm khác.',
      'Ask deployer and provider for their civil-liability insurance or other security.',
    ),
    cite: 'L14.5',
  },
]

export const REMARKS: readonly { readonly text: Text; readonly cite: Cite; readonly branches: readonly Branch[] }[] = [
  {
    branches: ['breach'],
    cite: 'L35.1',
    text: text(
      'Hệ thống hoạt động trước ngày 01/03/2026 có thêm 12 hoặc 18 tháng để thực hiện nghĩa vụ của Luật: nghĩa vụ nào đã phải thực hiện vào ngày xảy ra thiệt hại thì mới có thể bị vi phạm.',
      'Systems in operation before 1 March 2026 have 12 or 18 months more for the duties of the Law: only a duty that was already owed on the day of the damage can have been breached.',
    ),
  },
  {
    branches: ['strict'],
    cite: 'L29.2',
    text: text(
      'Việc bên triển khai được hoàn trả hay không là việc giữa các bên đó; người bị thiệt hại không phải chờ.',
      'Whether the deployer is reimbursed is between those parties; the injured party need not wait for it.',
    ),
  },
  {
    branches: ['intrusion', 'joint'],
    cite: 'L29.4',
    text: text(
      'Liên đới nghĩa là người bị thiệt hại có thể yêu cầu bất kỳ bên nào trong số đó bồi thường toàn bộ; các bên tự tính lại với nhau theo pháp luật về dân sự.',
      'Jointly liable means that the injured party may claim the whole from any of them; they settle among themselves under civil law.',
    ),
  },
  {
    branches: ['exempt-intent', 'exempt-necessity'],
    cite: 'L29.3',
    text: text(
      'Miễn trừ chỉ đối với trách nhiệm tại khoản 2; người có hành vi vi phạm vẫn chịu trách nhiệm theo khoản 1.',
      'The exemption is from clause 2 only; whoever broke a rule answers under clause 1 all the same.',
    ),
  },
]

/** «A, B và C», "A, B and C"; with `or` where any of them may be meant. */
export const listed = (words: readonly string[], lang: Lang, word: Text = W.and): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${word[lang]} ${words.at(-1) ?? ''}`
