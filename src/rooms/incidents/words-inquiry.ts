import { text } from '../../base/text.ts'

export const STATE = {
  drafted: text('Đang soạn', 'Being drafted'),
  asked: text('Chờ trả lời', 'Awaiting the reply'),
  answered: text('Đã trả lời', 'Answered'),
  closed: text('Đã kết thúc', 'Closed'),
  dropped: text('Đã bỏ dự thảo', 'Draft dropped'),
} as const

export const NEXT = {
  drafted: {
    party: text('Chưa có gì.', 'Nothing yet.'),
    unit: text('Soạn xong thì gửi cho tổ chức.', 'Send it to the organisation when the draft is done.'),
  },
  asked: {
    party: text(
      'Kiểm tra hệ thống. Nếu có sự cố nghiêm trọng thì ghi nhận và báo cáo ngay, rồi trả lời; nếu không thì nêu lý do.',
      'Look into the system. If there was a serious incident, record and report it at once and reply; if not, say why.',
    ),
    unit: text('Chờ tổ chức trả lời.', 'Wait for the reply of the organisation.'),
  },
  answered: {
    party: text(
      'Chờ cơ quan xem xét. Chưa phải làm gì thêm.',
      'The authority looks at the reply. Nothing to do for now.',
    ),
    unit: text('Xem xét trả lời rồi kết thúc hồ sơ.', 'Look at the reply and close the file.'),
  },
  closed: {
    party: text('Hồ sơ đã kết thúc.', 'The file is closed.'),
    unit: text('Hồ sơ đã kết thúc.', 'The file is closed.'),
  },
  dropped: {
    party: text('Hồ sơ đã kết thúc.', 'The file is closed.'),
    unit: text('Dự thảo đã bỏ, chưa gửi cho ai.', 'The draft was dropped; nobody received it.'),
  },
} as const

export const NO_DATE = {
  unserved: text('Chưa gửi nên chưa có thời hạn.', 'Not sent yet, so no time limit runs.'),
  answered: text('Luật không ấn định thời hạn xem xét trả lời.', 'The law sets no time for looking at the reply.'),
  over: text('Hồ sơ đã kết thúc nên không còn thời hạn nào.', 'The file is closed, so no time limit runs.'),
} as const

export const VERB = {
  send: { ask: text('Gửi cho tổ chức', 'Send it'), past: text('Đã gửi yêu cầu làm rõ', 'Inquiry sent') },
  drop: { ask: text('Bỏ dự thảo', 'Drop the draft'), past: text('Đã bỏ dự thảo', 'Draft dropped') },
  reply: { ask: text('Trả lời', 'Reply'), past: text('Đã trả lời', 'Replied') },
  close: { ask: text('Kết thúc hồ sơ', 'Close the file'), past: text('Đã kết thúc', 'Closed') },
} as const

export const FIELDS = {
  start: {
    lead: text(
      'Khi có thông tin về dấu hiệu sự cố nghiêm trọng, cơ quan có thẩm quyền hỏi nhà cung cấp hoặc bên triển khai. Tổ chức ghi nhận và báo cáo sự cố, hoặc nêu lý do vì sao không phải sự cố nghiêm trọng.',
      'Where there is word of a possible serious incident, the competent authority asks the provider or deployer, who records and reports it, or says why it is none.',
    ),
    button: text('Soạn yêu cầu làm rõ', 'Draft an inquiry'),
    find: text('AI-ID của hệ thống, mã số hoặc tên tổ chức', 'AI-ID of the system, code or name of the organisation'),
  },
  page: text('Thông tin cần làm rõ', 'What is to be cleared up'),
  lead: text(
    'Tổ chức sẽ đọc toàn bộ nội dung này. Không ghi tên, địa chỉ hay chi tiết có thể làm lộ người cung cấp thông tin.',
    'The organisation will read all of it. Leave out names, addresses and anything that could give away who told you.',
  ),
  aiId: text('AI-ID của hệ thống', 'AI-ID of the system'),
  systemName: text('Tên hệ thống', 'Name of the system'),
  told: text('Dấu hiệu sự cố', 'Signs of an incident'),
  toldHint: text(
    'Nêu việc đã xảy ra, thời gian, địa điểm và hậu quả đã biết.',
    'Say what happened, when, where, and what came of it as far as known.',
  ),
  days: text('Trả lời trong mấy ngày làm việc', 'Working days to reply'),
  reply: text('Trả lời của tổ chức', 'Reply of the organisation'),
  outcome: text('Kết quả kiểm tra', 'What you found'),
  serious: text(
    'Có sự cố nghiêm trọng, đã ghi nhận trên Cổng',
    'There was a serious incident; it is recorded on the portal',
  ),
  notSerious: text('Không có sự cố nghiêm trọng', 'There was no serious incident'),
  unclear: text('Chưa xác định được, đang kiểm tra tiếp', 'Not known yet; we go on looking'),
  incident: text('Số hồ sơ sự cố', 'Number of the incident file'),
  explanation: text('Nội dung trả lời', 'Your reply'),
  explanationHint: text(
    'Không gửi mã nguồn, tham số mô hình hoặc dữ liệu huấn luyện.',
    'Send no source code, model parameters or training data.',
  ),
  closing: text('Kết thúc hồ sơ', 'Close the file'),
  conclusion: text('Nhận xét của cơ quan', 'What the authority concludes'),
  document: text('Yêu cầu làm rõ dấu hiệu sự cố', 'Inquiry about a possible incident'),
  documentSays: text(
    'Cơ quan có thẩm quyền đề nghị tổ chức kiểm tra và trả lời trong thời hạn đã nêu.',
    'The competent authority asks the organisation to look into this and to reply in the time given.',
  ),
  clock: text('Trả lời yêu cầu làm rõ', 'Reply to the inquiry'),
  recordIncident: text('Ghi nhận sự cố nghiêm trọng từ yêu cầu này', 'Record a serious incident from this inquiry'),
  askParty: text('Yêu cầu tổ chức làm rõ dấu hiệu sự cố', 'Ask an organisation about a possible incident'),
} as const
