import { text } from '../../base/text.ts'

export const STATE = {
  begun: text('Đang soạn', 'Being written'),
  submitted: text('Đã gửi', 'Sent'),
  'under-review': text('Đang xem xét', 'Under review'),
  guided: text('Đã hướng dẫn', 'Guidance given'),
  published: text('Đã hướng dẫn và công bố', 'Guidance given and published'),
  withdrawn: text('Đã rút', 'Withdrawn'),
} as const

const NONE = text('Không còn việc phải làm.', 'Nothing is left to do.')

export const NEXT = {
  begun: {
    party: text('Bạn điền và gửi đề nghị.', 'You fill in the request and send it.'),
    unit: text('Tổ chức đang soạn đề nghị.', 'The organisation is writing its request.'),
  },
  submitted: {
    party: text('Một cán bộ sẽ nhận xử lý đề nghị của bạn.', 'An officer will take your request.'),
    unit: text('Cán bộ nhận xử lý đề nghị.', 'An officer takes the request.'),
  },
  'under-review': {
    party: text(
      'Cán bộ đang xem xét; có thể hỏi thêm bạn một lần.',
      'The officer is looking at it, and may ask you for more once.',
    ),
    unit: text('Cán bộ trả lời, hoặc yêu cầu bổ sung bằng một danh sách.', 'The officer answers, or asks in one list.'),
  },
  guided: {
    party: text(
      'Bạn tự quyết định mức rủi ro và chịu trách nhiệm; hướng dẫn không thay cho việc tự phân loại.',
      'You decide on the level yourself and answer for it; guidance does not replace your own classification.',
    ),
    unit: text(
      'Có thể công bố nội dung chung của câu trả lời dưới câu hỏi liên quan.',
      'The general part of the answer may be published under its question.',
    ),
  },
  published: {
    party: text(
      'Nội dung chung đã được công bố, không nêu tên tổ chức của bạn.',
      'The general part has been published without naming your organisation.',
    ),
    unit: text('Có thể sửa hoặc gỡ nội dung đã công bố.', 'What was published may be reworded or withdrawn.'),
  },
  withdrawn: { party: NONE, unit: NONE },
  noDate: text(
    'Luật không đặt thời hạn cho việc đề nghị hướng dẫn; nhưng phải phân loại trước khi đưa hệ thống vào sử dụng.',
    'The law sets no time for asking; but a system must be classified before it is put into use.',
  ),
  nothingDue: text('Không còn thời hạn nào.', 'No time limit is left.'),
} as const

export const VERB = {
  send: { ask: text('Gửi đề nghị hướng dẫn', 'Send the request'), past: text('Đã gửi đề nghị', 'Request sent') },
  withdraw: { ask: text('Rút đề nghị', 'Withdraw the request'), past: text('Đã rút đề nghị', 'Request withdrawn') },
  guide: { ask: text('Gửi câu trả lời', 'Send the answer'), past: text('Cơ quan đã hướng dẫn', 'Guidance given') },
  publish: {
    ask: text('Công bố câu trả lời chung', 'Publish the general answer'),
    past: text('Đã công bố câu trả lời chung', 'General answer published'),
  },
  'withdraw-publication': {
    ask: text('Gỡ câu trả lời đã công bố', 'Withdraw the published answer'),
    past: text('Đã gỡ câu trả lời đã công bố', 'Published answer withdrawn'),
  },
} as const

export const FIELDS = {
  start: {
    lead: text(
      'Nhà cung cấp chưa chắc hệ thống của mình thuộc mức rủi ro nào có thể đề nghị Bộ Khoa học và Công nghệ hướng dẫn trên cơ sở hồ sơ kỹ thuật. Việc này không bắt buộc và không làm chậm việc tự phân loại.',
      'A provider who is not sure of the level of a system may ask the Ministry of Science and Technology for guidance, on the basis of a technical file. Nobody has to ask, and asking holds up no classification.',
    ),
    needs: [
      text(
        'Câu hỏi của bạn, gắn với một câu của công cụ phân loại nếu có',
        'Your question, under one of the tool if it fits',
      ),
      text('Mục đích và chức năng của hệ thống', 'What the system is for and what it does'),
      text(
        'Hồ sơ kỹ thuật dạng tệp, nếu có: không gửi mã nguồn, tham số, thuật toán chi tiết hay dữ liệu huấn luyện',
        'A technical file if you have one: never source code, parameters, detailed algorithms or training data',
      ),
    ],
    button: text('Soạn đề nghị hướng dẫn', 'Write a request'),
  },
  questionPage: text('Bạn muốn hỏi điều gì?', 'What would you like to ask?'),
  topic: text('Câu hỏi của công cụ phân loại', 'Question of the classification tool'),
  topicHint: text(
    'Đã chọn sẵn nếu bạn đến từ công cụ. Nếu không có câu nào phù hợp, chọn dòng cuối.',
    'Chosen already if you came from the tool. If none fits, take the last line.',
  ),
  otherTopic: text('Nội dung khác về phân loại', 'Something else about classification'),
  question: text('Câu hỏi của bạn', 'Your question'),
  questionHint: text('Nêu điều bạn còn phân vân và vì sao.', 'Say what is in doubt and why.'),
  systemPage: text('Hệ thống được hỏi', 'The system you ask about'),
  systemLead: text(
    'Không ghi mã nguồn, tham số, thuật toán chi tiết hay dữ liệu huấn luyện (khoản 4 Điều 12 Nghị định 142/2026/NĐ-CP).',
    'Write no source code, parameters, detailed algorithms or training data (Decree 142/2026/NĐ-CP, art. 12(4)).',
  ),
  system: text('Tên hệ thống', 'Name of the system'),
  aiId: text('AI-ID', 'AI-ID'),
  purpose: text('Mục đích sử dụng', 'Purpose'),
  functions: text('Chức năng chính và nơi sử dụng', 'Main functions and where it is used'),
  own: text('Nhận định của bạn về mức rủi ro', 'Your own view of the level'),
  answerPage: text('Trả lời đề nghị hướng dẫn', 'Answer the request'),
  answer: text('Nội dung hướng dẫn', 'Guidance'),
  answerHint: text(
    'Nêu căn cứ. Nhà cung cấp vẫn tự phân loại và chịu trách nhiệm.',
    'Give the grounds. The provider still classifies, and answers for it.',
  ),
  publicationPage: text('Công bố câu trả lời chung', 'Publish the general answer'),
  publicationLead: text(
    'Viết lại để không nhận ra tổ chức, hệ thống hay bí mật nào. Nội dung này hiện dưới câu hỏi của công cụ, kèm ngày công bố.',
    'Write it so that no organisation, system or secret can be recognised. It appears under the question of the tool, with its date.',
  ),
  publicTopic: text('Hiện dưới câu hỏi nào', 'Under which question it appears'),
  publicQuestion: text('Câu hỏi, viết chung', 'The question in general words'),
  publicAnswer: text('Câu trả lời, viết chung', 'The answer in general words'),
  receipt: text('Xác nhận đã nhận đề nghị hướng dẫn', 'Receipt of a request for guidance'),
  receiptSays: text(
    'Cổng đã nhận đề nghị hướng dẫn phân loại này.',
    'The portal has received this request for guidance on classification.',
  ),
  document: text('Hướng dẫn phân loại', 'Guidance on classification'),
  documentSays: text(
    'Hướng dẫn dựa trên thông tin đã cung cấp. Nhà cung cấp tự phân loại và chịu trách nhiệm về kết quả (khoản 1 và khoản 4 Điều 10 Luật 134/2025/QH15).',
    'Given on the information provided. The provider classifies, and answers for the result (Law 134/2025/QH15, art. 10(1) and 10(4)).',
  ),
  clock: text('Trả lời đề nghị', 'Answer to the request'),
  clockWhy: text(
    'Mục tiêu phục vụ của Cổng; luật không đặt thời hạn trả lời.',
    'An aim of this service; the law sets no time for the answer.',
  ),
  publishedTitle: text('Hướng dẫn đã công bố', 'Published guidance'),
  publishedLead: text(
    'Câu trả lời chung của cơ quan nhà nước về phân loại, xếp theo câu hỏi của công cụ.',
    'General answers of the authority on classification, by question of the tool.',
  ),
  publishedNone: text('Chưa có hướng dẫn nào được công bố.', 'No guidance has been published yet.'),
} as const
