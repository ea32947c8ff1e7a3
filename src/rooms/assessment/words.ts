import type { Text } from '../../base/text.ts'
import type { Level } from '../../law/classify.ts'
import type { Code } from './schema.ts'

export const SAYS: Record<Code, Text> = {
  'assessment.unknown': {
    vi: 'Không có kết quả phân loại nào ở địa chỉ này dành cho bạn.',
    en: 'There is no kept result here for you.',
  },
  'assessment.nothing-answered': {
    vi: 'Chưa có câu trả lời nào để lưu. Hãy trả lời các câu hỏi trước.',
    en: 'There are no answers to keep yet. Please answer the questions first.',
  },
  'assessment.outside': {
    vi: 'Cổng không thu thập thông tin về hệ thống loại này. Không có gì được lưu.',
    en: 'The portal does not collect information on a system of this kind. Nothing was kept.',
  },
}

/** The heading of a result. It says whose conclusion it is. */
export const LEVEL_HEADING: Record<Level, Text> = {
  high: { vi: 'Theo câu trả lời của bạn, hệ thống có rủi ro cao', en: 'By your answers, the system is high-risk' },
  medium: {
    vi: 'Theo câu trả lời của bạn, hệ thống có rủi ro trung bình',
    en: 'By your answers, the system is of medium risk',
  },
  low: { vi: 'Theo câu trả lời của bạn, hệ thống có rủi ro thấp', en: 'By your answers, the system is of low risk' },
  outside: { vi: 'Hệ thống này không thuộc phạm vi của Cổng', en: 'This system is outside the portal' },
  'not-a-system': {
    vi: 'Theo câu trả lời của bạn, không có hệ thống nào phải phân loại',
    en: 'By your answers, there is no system to classify',
  },
  undetermined: {
    vi: 'Chưa đủ câu trả lời để xác định mức rủi ro',
    en: 'There are not yet enough answers to tell the level',
  },
}

export const LEVEL_MEANS: Record<Level, Text> = {
  high: {
    vi: 'Hệ thống thuộc Danh mục do Thủ tướng Chính phủ ban hành vì có thể gây thiệt hại đáng kể đến tính mạng, sức khỏe, quyền và lợi ích hợp pháp: phải có hồ sơ, đánh giá sự phù hợp và thông báo trước khi đưa vào sử dụng.',
    en: 'It is on the Prime Minister’s list of systems that can do considerable harm to life, health, rights and lawful interests: it needs a dossier, a conformity assessment and a notice before it is put into use.',
  },
  medium: {
    vi: 'Người sử dụng có thể bị gây nhầm lẫn, tác động hoặc thao túng vì không biết mình đang gặp trí tuệ nhân tạo: phải có hồ sơ và thông báo trước khi đưa vào sử dụng.',
    en: 'Users may be confused, influenced or manipulated because they cannot tell that they face AI: it needs a dossier and a notice before it is put into use.',
  },
  low: {
    vi: 'Hệ thống không thuộc mức rủi ro cao hay trung bình: không phải lập hồ sơ, không phải thông báo.',
    en: 'It is neither high-risk nor of medium risk: no dossier and no notice are needed.',
  },
  outside: {
    vi: 'Pháp luật không cho phép Cổng thu thập thông tin về hệ thống loại này.',
    en: 'The law does not let the portal collect information on a system of this kind.',
  },
  'not-a-system': {
    vi: 'Chỉ hệ thống trí tuệ nhân tạo mới phải phân loại mức độ rủi ro.',
    en: 'Only AI systems are classified by risk.',
  },
  undetermined: {
    vi: 'Chưa biết không có nghĩa là không: mỗi câu còn bỏ trống vẫn có thể làm thay đổi mức rủi ro.',
    en: 'Unknown is not no: each question left open may still change the level.',
  },
}

export const LEVEL_LINE: Record<Level, Text> = {
  high: { vi: 'Rủi ro cao', en: 'High risk' },
  medium: { vi: 'Rủi ro trung bình', en: 'Medium risk' },
  low: { vi: 'Rủi ro thấp', en: 'Low risk' },
  outside: { vi: 'Ngoài phạm vi của Cổng', en: 'Outside the portal' },
  'not-a-system': { vi: 'Không phải hệ thống trí tuệ nhân tạo phải phân loại', en: 'No AI system to classify' },
  undetermined: { vi: 'Chưa xác định', en: 'Undetermined' },
}

export const WORDS = {
  title: { vi: 'Phân loại hệ thống trí tuệ nhân tạo', en: 'Classify an AI system' },
  about: {
    vi: 'Công cụ miễn phí giúp nhà cung cấp tự phân loại mức độ rủi ro của hệ thống trí tuệ nhân tạo. Không cần tài khoản.',
    en: 'A free tool that helps providers classify the risk of an AI system themselves. No account needed.',
  },
  lead: {
    vi: 'Trả lời vài câu hỏi về hệ thống của bạn để biết mức độ rủi ro, lý do theo từng điều luật và việc cần làm tiếp theo.',
    en: 'Answer a few questions about your system to learn its level of risk, the reasons by article, and what to do next.',
  },
  forWhom: { vi: 'Dành cho ai', en: 'Who it is for' },
  provider: { vi: 'nhà cung cấp', en: 'provider' },
  providerMeans: {
    vi: 'tổ chức, cá nhân đưa hệ thống ra thị trường hoặc đưa vào sử dụng dưới tên, nhãn hiệu của mình',
    en: 'whoever places a system on the market or puts it into use under their own name or mark',
  },
  forWhomBefore: { vi: 'Dành trước hết cho', en: 'First of all for the' },
  forWhomAfter: {
    vi: 'Bên triển khai, người sử dụng và bất kỳ ai quan tâm cũng dùng được.',
    en: 'Deployers, users and anyone who is curious may use it too.',
  },
  need: { vi: 'Bạn cần biết gì', en: 'What you need to know' },
  needs: [
    { vi: 'hệ thống dùng để làm gì, trong lĩnh vực nào;', en: 'what the system is for, and in which field;' },
    {
      vi: 'hệ thống tự quyết định đến đâu và con người kiểm tra ở bước nào;',
      en: 'how far it decides by itself, and where a person checks;',
    },
    {
      vi: 'ngày hệ thống được, hoặc dự kiến được, đưa vào sử dụng lần đầu.',
      en: 'when it was, or will be, first put into use.',
    },
  ],
  long: { vi: 'Mất bao lâu', en: 'How long it takes' },
  longText: {
    vi: 'Thường khoảng 6 câu hỏi, chừng 5 phút. Bạn có thể quay lại và sửa câu trả lời bất cứ lúc nào.',
    en: 'Usually about 6 questions and 5 minutes. You can go back and change an answer at any time.',
  },
  know: { vi: 'Trước khi bắt đầu', en: 'Before you start' },
  own: {
    vi: 'Đây là việc tự phân loại của nhà cung cấp. Công cụ chỉ hỗ trợ; kết quả do nhà cung cấp chịu trách nhiệm.',
    en: 'This is the provider’s own classification. The tool only helps; the provider answers for the result.',
  },
  optional: {
    vi: 'Việc dùng công cụ là tự nguyện. Không cơ quan nào được yêu cầu bạn nộp kết quả của công cụ.',
    en: 'Using it is voluntary. No authority may demand its output from you.',
  },
  evidenceRule: {
    vi: 'Nếu bạn lưu lại, kết quả là tài liệu điện tử hợp lệ của hồ sơ phân loại và là chứng cứ khi cần đối chiếu sau này.',
    en: 'If you keep it, the output is a valid electronic document of the classification dossier and evidence in a later check.',
  },
  stays: {
    vi: 'Câu trả lời nằm trong trình duyệt của bạn, tối đa 7 ngày, và không được lưu ở Cổng trừ khi bạn chọn lưu kết quả.',
    en: 'Your answers stay in your browser, for up to 7 days, and are not stored by the portal unless you choose to keep the result.',
  },
  secret: {
    vi: 'Không nhập thông tin bí mật nhà nước. Nếu hệ thống thuộc diện không thu thập, Cổng sẽ xóa ngay câu trả lời.',
    en: 'Enter no state secrets. If your system is one the portal may not take in, your answer is dropped at once.',
  },
  start: { vi: 'Bắt đầu trả lời', en: 'Start answering' },
  goOn: { vi: 'Trả lời tiếp', en: 'Go on answering' },
  seeResult: { vi: 'Xem kết quả', en: 'See the result' },
  under: { vi: 'Bạn đang trả lời dở', en: 'You have answers here already' },
  restart: { vi: 'Xóa câu trả lời và làm lại', en: 'Clear the answers and start over' },
  alsoKept: { vi: 'Kết quả đã lưu', en: 'Kept results' },
  question: { vi: 'Câu', en: 'Question' },
  source: { vi: 'Căn cứ:', en: 'Basis:' },
  answerButton: { vi: 'Lưu câu trả lời', en: 'Save the answer' },
  or: { vi: 'hoặc', en: 'or' },
  many: { vi: 'Chọn mọi ý phù hợp.', en: 'Choose all that apply.' },
  guidance: { vi: 'Hướng dẫn đã công bố về câu hỏi này', en: 'Guidance published about this question' },
  askGuidance: {
    vi: 'Chưa chắc nên trả lời thế nào? Đề nghị cơ quan nhà nước hướng dẫn',
    en: 'Not sure how to answer? Ask the authority for guidance',
  },
  soFar: { vi: 'Câu trả lời của bạn đến giờ', en: 'Your answers so far' },
  reread: { vi: 'Xem lại và sửa câu trả lời', en: 'Review and change your answers' },
  change: { vi: 'Sửa', en: 'Change' },
  back: { vi: 'Quay lại', en: 'Back' },
  missing: { vi: 'Hãy chọn một câu trả lời.', en: 'Choose an answer.' },
  missingMany: {
    vi: 'Hãy chọn ít nhất một ý, hoặc “Không thuộc trường hợp nào”.',
    en: 'Choose at least one, or “None of these”.',
  },
  contradiction: {
    vi: 'Bạn vừa chọn “Không thuộc trường hợp nào” vừa chọn ý khác. Hãy bỏ một trong hai.',
    en: 'You chose “None of these” together with something else. Take one of them away.',
  },
  lost: { vi: 'Không tìm thấy câu trả lời của bạn', en: 'Your answers are not here' },
  lostText: {
    vi: 'Trình duyệt không gửi lại câu trả lời trước: có thể đã quá 7 ngày, hoặc trình duyệt đang chặn cookie. Công cụ cần một cookie để giữ câu trả lời giữa các câu hỏi; cookie này không theo dõi bạn.',
    en: 'Your browser did not send the earlier answers: they may be older than 7 days, or it blocks cookies. The tool needs one cookie to carry your answers from question to question; it does not track you.',
  },
  startAgain: { vi: 'Làm lại từ đầu', en: 'Start again' },
  outsideGone: {
    vi: 'Chúng tôi đã xóa câu trả lời vừa rồi khỏi trình duyệt của bạn và không lưu gì ở Cổng.',
    en: 'We removed the answer from your browser and kept nothing on the portal.',
  },
  outsideTitle: { vi: 'Cổng không tiếp nhận hệ thống này', en: 'The portal does not take in this system' },
  outsideWhy: {
    vi: 'Cổng không thu thập thông tin về hệ thống nội bộ của cơ quan Đảng, tổ chức chính trị, hệ thống thuộc phạm vi bí mật nhà nước, và hệ thống chỉ phục vụ quốc phòng, an ninh, cơ yếu.',
    en: 'The portal collects nothing on internal systems of the Party or of political organisations, on systems covered by state secrecy, or on systems for defence, security or cipher only.',
  },
  outsideDo: {
    vi: 'Bạn không phải làm gì trên Cổng. Hãy theo quy định riêng của cơ quan, lĩnh vực mình và đừng gửi thông tin về hệ thống qua Cổng.',
    en: 'There is nothing for you to do here. Follow the rules of your own body or field, and send no information on the system through this portal.',
  },
  outsideMistake: {
    vi: 'Nếu bạn chọn nhầm, hoặc hệ thống còn dùng cho mục đích dân sự, hãy làm lại từ đầu.',
    en: 'If you chose by mistake, or the system also serves civil purposes, start again.',
  },
  ownOf: { vi: 'Kết quả tự phân loại ngày', en: 'Your own classification of' },
  next: { vi: 'Việc cần làm tiếp', en: 'What to do next' },
  byWhen: { vi: 'Thời hạn', en: 'By when' },
  dueBy: { vi: 'Chậm nhất hết', en: 'By the end of' },
  duePassed: { vi: 'Thời hạn này đã qua: hãy làm ngay.', en: 'That day has passed: please act now.' },
  dueOurs: { vi: 'Ngày này do chúng tôi tính từ văn bản.', en: 'We counted this day from the text.' },
  dossierStep: {
    vi: 'Lập hồ sơ phân loại gồm bốn phần.',
    en: 'Compile the classification dossier in its four parts.',
  },
  conformityStep: {
    vi: {
      self: 'Tự đánh giá sự phù hợp, hoặc thuê tổ chức đánh giá.',
      certification: 'Được chứng nhận sự phù hợp trước khi đưa vào sử dụng.',
      unknown:
        'Đánh giá sự phù hợp. Hình thức đánh giá của mục này chưa đọc được chắc chắn từ Danh mục: hãy đối chiếu bản gốc hoặc đề nghị hướng dẫn.',
      none: '',
    },
    en: {
      self: 'Assess conformity yourselves, or have a registered body do so.',
      certification: 'Obtain certification before it is put into use.',
      unknown:
        'Assess conformity. Which route the list asks for could not be read for certain: check the printed list or ask for guidance.',
      none: '',
    },
  },
  noticeStep: {
    vi: 'Gửi thông báo qua Cổng trước khi đưa vào sử dụng. Cổng ghi nhận ngay và cấp mã định danh; không phải chờ chấp thuận.',
    en: 'Send the notice through the portal before use. It is recorded at once and an AI-ID is issued; there is nothing to wait for.',
  },
  toNotice: { vi: 'Soạn hồ sơ và thông báo', en: 'Prepare dossier and notice' },
  lowWhy: {
    vi: 'Luật chỉ yêu cầu thông báo kết quả mức cao và trung bình. Với mức thấp, không phải lập hồ sơ và Cổng không nhận thông báo.',
    en: 'The Law asks for a notice of high and medium results only. At low risk no dossier is needed and the portal takes no notice.',
  },
  lowPublish: {
    vi: 'Nhà nước khuyến khích công khai thông tin cơ bản về hệ thống rủi ro thấp. Việc này tự nguyện.',
    en: 'You are encouraged to publish basic information on a low-risk system. That is voluntary.',
  },
  toPublish: { vi: 'Công khai tự nguyện thông tin cơ bản', en: 'Publish basic information by choice' },
  review: {
    vi: 'Rà soát lại khi chức năng, mục đích hoặc bối cảnh sử dụng thay đổi đáng kể.',
    en: 'Review the level when function, purpose or context change significantly.',
  },
  notASystemDo: {
    vi: 'Bạn không phải phân loại hay thông báo. Nếu sau này đối tượng được đưa vào một hệ thống trí tuệ nhân tạo, hãy phân loại hệ thống đó.',
    en: 'There is nothing to classify or notify. If it later becomes part of an AI system, classify that system.',
  },
  undeterminedDo: {
    vi: 'Trả lời tiếp các câu còn lại. Nếu không trả lời được, bạn có thể đề nghị Bộ Khoa học và Công nghệ hướng dẫn, kèm hồ sơ kỹ thuật.',
    en: 'Answer the remaining questions. If you cannot, you may ask the Ministry of Science and Technology for guidance, with the technical dossier.',
  },
  why: { vi: 'Vì sao', en: 'Why' },
  entries: { vi: 'Mục của Danh mục mà hệ thống thuộc về', en: 'Entries of the list it belongs to' },
  nearly: { vi: 'Mục gần với hệ thống nhưng không áp dụng', en: 'Entries close to it that do not apply' },
  nearlyLead: {
    vi: 'Bạn đã chọn các loại này nhưng câu trả lời cho thấy chưa đủ điều kiện:',
    en: 'You chose these kinds, but by your answers a condition is missing:',
  },
  route: { vi: 'Đánh giá sự phù hợp', en: 'Conformity assessment' },
  entry: { vi: 'Mục', en: 'Entry' },
  system: { vi: 'Hệ thống', en: 'System' },
  grounds: { vi: 'Dấu hiệu của mức trung bình', en: 'Grounds of medium risk' },
  groundsLead: {
    vi: 'Theo câu trả lời của bạn, người sử dụng có thể không nhận biết được:',
    en: 'By your answers, users may be unable to tell:',
  },
  exclusions: { vi: 'Trường hợp loại trừ đã áp dụng', en: 'Exclusions applied' },
  duties: { vi: 'Việc phải làm theo vai trò', en: 'What follows, by role' },
  dutiesMore: { vi: 'Xem thêm việc của vai trò này', en: 'More for this role' },
  hangsOn: { vi: 'Chỉ khi trả lời “Có”:', en: 'Only if the answer is yes:' },
  refine: {
    vi: 'Trả lời thêm để danh sách sát với bạn hơn (không bắt buộc)',
    en: 'Answer more to make the list fit you better (optional)',
  },
  refineLead: {
    vi: 'Các câu này không làm thay đổi mức rủi ro. Bỏ trống câu nào cũng được.',
    en: 'These questions do not change the level. Leave out any you like.',
  },
  refineButton: { vi: 'Cập nhật danh sách', en: 'Update the list' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  open: { vi: 'Chưa rõ', en: 'Not known' },
  stillOpen: {
    vi: 'Còn câu hỏi bỏ trống có thể làm thay đổi hình thức đánh giá hoặc thời hạn.',
    en: 'Questions are still open that may change the route of assessment or the day it is due.',
  },
  remarks: { vi: 'Cần lưu ý', en: 'Please note' },
  keepTitle: { vi: 'Lưu kết quả làm chứng cứ', en: 'Keep the result as evidence' },
  keepText: {
    vi: 'Bạn có thể lưu kết quả cùng câu trả lời, bộ quy tắc và ngày. Kết quả đã lưu không thay đổi khi quy tắc thay đổi.',
    en: 'You may keep the result with your answers, the rule set and the day. A kept result does not change when the rules do.',
  },
  keepVisitor: {
    vi: 'Bạn sẽ được mời đăng nhập; câu trả lời vẫn giữ nguyên.',
    en: 'You will be asked to sign in; your answers stay.',
  },
  keep: { vi: 'Lưu kết quả này', en: 'Keep this result' },
  keepFor: { vi: 'Lưu cho', en: 'Kept for' },
  keepForMe: { vi: 'riêng bạn', en: 'you alone' },
  keepForMeKept: { vi: 'cá nhân', en: 'a person' },
  keepForParty: { vi: 'tổ chức bạn đang đại diện', en: 'the organisation you act for' },
  keepWhat: {
    vi: 'Sẽ lưu: mức rủi ro, câu trả lời, bộ quy tắc và ngày áp dụng.',
    en: 'What is kept: level, answers, rule set and day.',
  },
  result: { vi: 'Kết quả', en: 'Result' },
  proof: { vi: 'Bằng chứng', en: 'Proof' },
  ruleSet: { vi: 'Bộ quy tắc', en: 'Rule set' },
  onDay: { vi: 'Ngày áp dụng', en: 'As of' },
  interpreter: { vi: 'Phiên bản bộ diễn giải', en: 'Interpreter version' },
  answers: { vi: 'Toàn bộ câu trả lời', en: 'All answers' },
  print: {
    vi: 'Trang này in được trên khổ A4 bằng lệnh in của trình duyệt.',
    en: 'This page prints on A4 with your browser’s print command.',
  },
  keptTitle: { vi: 'Kết quả phân loại đã lưu', en: 'Kept result' },
  keptAt: { vi: 'Lưu lúc', en: 'Kept at' },
  keptId: { vi: 'Mã tài liệu', en: 'Document' },
  keptList: { vi: 'Kết quả phân loại đã lưu', en: 'Kept results' },
  keptNone: { vi: 'Chưa có kết quả nào được lưu', en: 'Nothing kept yet' },
  keptNoneText: {
    vi: 'Khi lưu một kết quả phân loại, bạn sẽ tìm lại nó ở đây.',
    en: 'When you keep a result of the tool, you find it here.',
  },
  pdf: { vi: 'Tải tài liệu PDF', en: 'Download the PDF' },
  newer: {
    vi: 'Đã có bộ quy tắc mới hơn. Kết quả này vẫn giữ nguyên theo bộ quy tắc của ngày đó; hãy phân loại lại nếu cần kết quả theo quy tắc hiện hành.',
    en: 'There is a newer rule set. This result stays as it was under the rules of its day; classify again for a result under the present rules.',
  },
  replay: {
    vi: {
      same: 'Chạy lại theo đúng bộ quy tắc này cho kết quả trùng khớp từng ký tự.',
      other:
        'Chạy lại theo bộ quy tắc này cho kết quả khác với bản đã lưu. Bản đã lưu là bản gốc; hãy báo cho chúng tôi.',
      cannot: 'Bộ diễn giải của kết quả này không còn trong phiên bản hiện tại; bản đã lưu là bản gốc.',
    },
    en: {
      same: 'Judged again under this very rule set, the result is the same to the byte.',
      other:
        'Judged again under this rule set, the result differs from what was kept. The kept one is the original; please tell us.',
      cannot: 'The interpreter of this result is no longer part of this release; the kept result is the original.',
    },
  },
  again: { vi: 'Phân loại lại theo quy tắc hiện hành', en: 'Classify again under the present rules' },
  document: {
    vi: 'Đây là tài liệu điện tử của hồ sơ phân loại, do công cụ của Cổng tạo ra từ câu trả lời của nhà cung cấp.',
    en: 'This is an electronic document of the classification dossier, made by the portal’s tool from the provider’s answers.',
  },
} as const
