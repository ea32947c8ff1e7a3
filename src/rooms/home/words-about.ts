import type { Text } from '../../base/text.ts'

const t = (vi: string, en: string): Text => ({ vi, en })

export const ABOUT = {
  title: t('Về Cổng một cửa về trí tuệ nhân tạo', 'About the portal'),
  what: t(
    'Cổng là nơi tiếp nhận thông báo kết quả phân loại hệ thống trí tuệ nhân tạo, cấp mã định danh và cho mọi người tra cứu Cơ sở dữ liệu quốc gia về hệ thống trí tuệ nhân tạo.',
    'The portal takes in notices of how AI systems were classified, gives each system its identifier, and lets everyone search the national database on AI systems.',
  ),
  who: t('Ai chịu trách nhiệm', 'Who is responsible'),
  operator: t(
    'Bộ Khoa học và Công nghệ là chủ quản dữ liệu, xây dựng và vận hành Cổng và Cơ sở dữ liệu.',
    'The Ministry of Science and Technology owns the data and builds and operates the portal and the database.',
  ),
  evaluation: t(
    'Bạn đang xem bản dùng thử chạy trên một máy, không do Bộ vận hành: con người, tổ chức và hệ thống đều hư cấu, và không xác nhận nào có giá trị pháp lý.',
    'This is an evaluation copy on a single machine, not operated by the Ministry: people, organisations and systems are made up, and no confirmation has legal value.',
  ),
  does: t('Bạn làm được gì ở đây', 'What you can do here'),
  never: t('Những gì Cổng không bao giờ hỏi', 'What the portal never asks'),
  neverAsks: t(
    'Mã nguồn, tham số mô hình, thuật toán chi tiết, dữ liệu huấn luyện thô, bí mật kinh doanh và bí mật nhà nước. Khi thông báo, không cơ quan nào được đòi thêm giấy tờ ngoài nội dung của hồ sơ phân loại.',
    'Source code, model parameters, detailed algorithms, raw training data, business secrets and state secrets. For a notice no agency may demand papers beyond the contents of the classification dossier.',
  ),
  outside: t(
    'Hệ thống nội bộ của cơ quan Đảng, tổ chức chính trị, hệ thống thuộc bí mật nhà nước, quốc phòng và an ninh không thuộc phạm vi của Cổng: chúng tôi từ chối và không lưu gì.',
    'Internal systems of the Party and of political organisations, and systems under state secrecy, defence and security are not for this portal: we refuse them and keep nothing.',
  ),
  shown: t('Thông tin nào công khai', 'What is public'),
  shownText: t(
    'Sổ đăng ký cho thấy tên, nhà cung cấp, mục đích, phạm vi, mức rủi ro, tình trạng và lịch sử của hệ thống. Kiến trúc, dữ liệu đầu vào và biện pháp quản lý rủi ro chỉ nhà cung cấp và cán bộ có thẩm quyền xem được; mỗi lần cán bộ xem đều để lại dấu vết mà tổ chức đọc được. Trước khi gửi, bạn thấy chính xác những gì sẽ công khai.',
    'The register shows name, provider, purpose, scope, level, state and history of a system. Architecture, input data and risk measures are read only by the provider and by competent officers, and each such reading leaves a note that the organisation sees. Before you send, you see exactly what will be public.',
  ),
  interim: t('Thông báo gửi trước khi Cổng vận hành', 'Notices sent before the portal opened'),
  interimText: t(
    'Thông báo đã gửi qua kênh tạm thời có giá trị như nhau. Cổng lưu lại với kênh và thời điểm tiếp nhận ban đầu.',
    'Notices sent through the interim channel have equal value. They are kept with their channel and their original time of receipt.',
  ),
  proof: t('Bằng chứng ghi nhận', 'Proof of recording'),
  proofText: t(
    'Mỗi xác nhận được ký số, để sau này ai cũng kiểm tra được rằng nội dung không bị thay đổi. Hồ sơ chỉ được thêm phiên bản mới, không bị sửa đè hay xóa.',
    'Each confirmation is signed, so that anyone can later check that nothing was changed. Dossiers only gain versions; they are never overwritten or deleted.',
  ),
  keys: t('Các khóa công khai từng dùng để ký', 'All public keys ever used to sign'),
  open: t('Mã nguồn mở', 'Open source'),
  openText: t(
    'Cổng chạy bằng Saola, phần mềm nguồn mở theo giấy phép Apache 2.0. Bộ quy tắc phân loại được công bố toàn văn kèm mã băm, và mọi kết quả cũ đều tính lại được theo đúng bộ quy tắc đã dùng.',
    'The portal runs on Saola, open-source software under the Apache 2.0 licence. The rules of classification are published in full with their hash, and every old result can be worked out again under the rules it used.',
  ),
  api: t('API và dữ liệu cho lập trình viên', 'API and data for programmers'),
  doing: [
    t(
      'Tra cứu hệ thống theo tên, nhà cung cấp, mục đích hoặc AI-ID.',
      'Look systems up by name, provider, purpose or AI-ID.',
    ),
    t('Tự phân loại một hệ thống và giữ kết quả làm bằng chứng.', 'Classify a system and keep the result as evidence.'),
    t('Thông báo, cập nhật, đính chính và phân loại lại.', 'Notify, update, correct and reclassify.'),
    t(
      'Báo cáo sự cố nghiêm trọng và theo dõi đến khi đóng hồ sơ.',
      'Report a serious incident and follow it until the file is closed.',
    ),
    t(
      'Đề nghị hướng dẫn phân loại và đọc hướng dẫn đã công bố.',
      'Ask for guidance on classification, and read what was published.',
    ),
    t('Đọc quy định theo từng điều, từng nghĩa vụ.', 'Read the law by article and by duty.'),
  ],
} as const satisfies Record<string, Text | readonly Text[]>

/** Says only what was really done; to be kept true by whoever changes the tests. */
export const ACCESS = {
  title: t('Tiếp cận cho mọi người', 'Accessibility'),
  lead: t(
    'Mọi người đều phải dùng được Cổng, kể cả bằng bàn phím, bằng trình đọc màn hình, trên điện thoại nhỏ hay với đường truyền chậm. Chúng tôi hướng tới mức AA của WCAG 2.2; mức này chưa được một bên độc lập xác nhận.',
    'Everyone should be able to use the portal: by keyboard, with a screen reader, on a small telephone or a slow line. We aim at level AA of WCAG 2.2; no independent body has confirmed it yet.',
  ),
  can: t('Bạn có thể', 'You can'),
  canDo: [
    t('dùng mọi chức năng khi tắt JavaScript;', 'use every function with JavaScript switched off;'),
    t(
      'đi đến mọi liên kết, ô nhập và nút bằng bàn phím, luôn thấy mình đang ở đâu;',
      'reach every link, field and button by keyboard, and always see where you are;',
    ),
    t(
      'phóng chữ đến 200 % và xem trên màn hình rộng 320 điểm ảnh mà không phải cuộn ngang;',
      'enlarge text to 200 % and use a screen 320 pixels wide without scrolling sideways;',
    ),
    t('đọc trên nền sáng hoặc tối theo cài đặt của máy;', 'read on light or dark, as your device is set;'),
    t(
      'phân biệt mức rủi ro và tình trạng bằng chữ và hình, không chỉ bằng màu;',
      'tell levels and states by word and shape, not by colour alone;',
    ),
    t(
      'đọc toàn bộ Cổng bằng tiếng Việt hoặc tiếng Anh. Nội dung do nhà cung cấp viết giữ nguyên ngôn ngữ gốc.',
      'read all of the portal in Vietnamese or English. What providers write stays in its own language.',
    ),
  ],
  tested: t('Đã kiểm tra thế nào', 'What was tested, and how'),
  testedHow: [
    t(
      'Tự động, mỗi khi phần mềm thay đổi: HTML hợp lệ, bộ quy tắc axe trong trình duyệt Chromium, độ tương phản của mọi cặp màu ở nền sáng và tối.',
      'By machine, with every change: valid HTML, the axe rules in Chromium, the contrast of every pair of colours on light and dark.',
    ),
    t(
      'Tự động: hành trình chính từ phân loại đến xác nhận, có và không có JavaScript.',
      'By machine: the main journey from classifying to the confirmation, with and without JavaScript.',
    ),
    t(
      'Bằng mắt: các trang ở chiều rộng 320 và 1280 điểm ảnh, cả hai ngôn ngữ.',
      'By eye: pages at widths of 320 and 1280 pixels, in both languages.',
    ),
  ],
  not: t('Chưa kiểm tra hoặc chưa tốt', 'Not yet tested, or not yet good'),
  notTested: [
    t(
      'Chưa được thử cùng người khuyết tật và với trình đọc màn hình thật (NVDA, VoiceOver, TalkBack).',
      'Not yet tried with disabled people and with real screen readers (NVDA, VoiceOver, TalkBack).',
    ),
    t('Chưa thử trên Firefox và Safari.', 'Not yet tried in Firefox and Safari.'),
    t(
      'Tài liệu PDF được xuất theo PDF/A; trang HTML có cùng nội dung và dễ đọc hơn bằng trình đọc màn hình.',
      'PDF documents are PDF/A; the HTML page has the same content and is easier for screen readers.',
    ),
  ],
  tell: t('Khi bạn gặp trở ngại', 'If something stands in your way'),
  tellUs: t(
    'Hãy báo cho đơn vị vận hành Cổng: địa chỉ trang, việc bạn muốn làm và thiết bị bạn dùng.',
    'Tell the unit that operates the portal: the address of the page, what you wanted to do, and your device.',
  ),
  evaluation: t(
    'Bản dùng thử này không có đơn vị vận hành: hãy báo cho người đã cài đặt, hoặc cho dự án Saola.',
    'This evaluation copy has no operating unit: tell whoever installed it, or the Saola project.',
  ),
} as const satisfies Record<string, Text | readonly Text[]>
