import type { Text } from '../../base/text.ts'
import type { Cite } from '../../law/cite.ts'

/** The front page of marks and labels. */
export const F = {
  title: { vi: 'Dấu và nhãn trên nội dung tạo bằng AI', en: 'Marks and labels on content made with AI' },
  back: { vi: 'Dấu và nhãn', en: 'Marks and labels' },
  about: {
    vi: 'Luật yêu cầu ai đánh dấu, ai thông báo và gắn nhãn nội dung tạo bằng trí tuệ nhân tạo, và các công cụ để làm việc đó.',
    en: 'Who must mark, give notice of and label content made with AI under the Law, and the tools to do it with.',
  },
  lead: {
    vi: 'Dấu để máy đọc, nhãn để người xem nhận ra. Luật giao hai việc này cho hai bên khác nhau.',
    en: 'Marks are for machines to read, labels for people to see. The Law gives them into different hands.',
  },
  law: { vi: 'Luật yêu cầu ai làm gì', en: 'What the Law asks of whom' },
  doors: { vi: 'Bạn muốn làm gì?', en: 'What would you like to do?' },
  not: { vi: 'Dấu và nhãn không nói gì', en: 'What marks and labels do not say' },
  notText: {
    vi: 'Có dấu hay nhãn không có nghĩa là nội dung sai sự thật; thiếu dấu, thiếu nhãn cũng không có nghĩa là nội dung do con người tạo ra. Cổng không nhận xét nội dung đúng hay sai.',
    en: 'A mark or label does not mean that content is untrue; none does not mean that a person made it. The portal does not judge what content says.',
  },
  report: {
    vi: 'Thấy nội dung lẽ ra phải có nhãn? Gửi phản ánh',
    en: 'Seen content that should carry a label? Tell the authority',
  },
} as const satisfies Record<string, Text>

interface Asks {
  readonly who: Text
  readonly says: Text
  readonly cites: readonly Cite[]
}

/** Who owes what: one row for each duty. */
export const ASKS: readonly Asks[] = [
  {
    who: { vi: 'Nhà cung cấp: đánh dấu', en: 'Providers: mark' },
    says: {
      vi: 'Âm thanh, hình ảnh, video do hệ thống tạo ra phải mang dấu ở định dạng máy đọc; dấu được giữ trong các chức năng do hệ thống kiểm soát. Đầu ra là văn bản không phải mang dấu này, trừ khi pháp luật khác yêu cầu.',
      en: 'Audio, images and video a system makes must carry a mark that machines can read, kept within the functions the system controls. Text needs no such mark unless other law asks for one.',
    },
    cites: ['L11.2', 'N17'],
  },
  {
    who: { vi: 'Bên triển khai: thông báo', en: 'Deployers: give notice' },
    says: {
      vi: 'Thông báo rõ khi đưa ra công cộng văn bản, âm thanh, hình ảnh, video được tạo ra hoặc chỉnh sửa bằng trí tuệ nhân tạo mà có thể khiến người xem nhầm về sự kiện, nhân vật có thật.',
      en: 'Say so clearly when text, audio, images or video made or edited by AI are given to the public and may mislead about the truth of an event or a person.',
    },
    cites: ['L11.3', 'N18.1'],
  },
  {
    who: { vi: 'Bên triển khai: gắn nhãn', en: 'Deployers: label' },
    says: {
      vi: 'Gắn nhãn dễ nhận biết cho âm thanh, hình ảnh, video mô phỏng ngoại hình, giọng nói của người thật hoặc tái hiện sự kiện có thật. Tác phẩm điện ảnh, nghệ thuật, sáng tạo được gắn theo cách không cản trở việc thưởng thức.',
      en: 'Put an easily recognised label on audio, images and video that imitate a real person’s looks or voice or re-enact a real event. Film, art and creative works carry it in a way that does not hinder enjoyment.',
    },
    cites: ['L11.4', 'N18.2'],
  },
]

interface Door {
  readonly path: string
  readonly title: Text
  readonly says: Text
  readonly also?: readonly { readonly path: string; readonly title: Text }[]
}

/** What one may come for: first what anybody does, then deployers, providers and programs. */
export const DOORS: readonly Door[] = [
  {
    path: '/check',
    title: { vi: 'Kiểm tra một tệp', en: 'Check a file' },
    says: {
      vi: 'Tệp có dấu AI không, dấu còn nguyên không, ai ký, Sổ đăng ký nói gì. Tệp không rời thiết bị của bạn.',
      en: 'Is there a mark of AI, is it intact, who signed, what does the register say. The file stays on your device.',
    },
  },
  {
    path: '/marks/labels/guide',
    title: { vi: 'Tôi có phải thông báo, gắn nhãn không?', en: 'Do I owe a notice or a label?' },
    says: {
      vi: 'Nhiều nhất mười câu hỏi. Câu trả lời không được lưu.',
      en: 'Ten questions at most. Your answers are not kept.',
    },
  },
  {
    path: '/marks/labels',
    title: { vi: 'Tạo nhãn', en: 'Make a label' },
    says: {
      vi: 'Nhãn cho ảnh và video, đặt lên ảnh ngay trên thiết bị của bạn.',
      en: 'Labels for pictures and video, put on a picture on your own device.',
    },
    also: [
      {
        path: '/marks/labels/wording',
        title: { vi: 'Câu chữ cho âm thanh, văn bản, giao diện', en: 'Wording for audio, texts and interfaces' },
      },
    ],
  },
  {
    path: '/systems',
    title: { vi: 'Đánh dấu nội dung hệ thống của bạn tạo ra', en: 'Mark what your system makes' },
    says: {
      vi: 'Chọn hệ thống đã thông báo, rồi chọn “Đánh dấu nội dung”: chứng thư có ngay, tệp được đánh dấu trên thiết bị của bạn. Cần tài khoản của nhà cung cấp.',
      en: 'Choose a notified system, then “Marking content”: a certificate comes at once, and files are marked on your own device. You need the provider’s account.',
    },
  },
  {
    path: '/api',
    title: { vi: 'Đánh dấu và kiểm tra bằng chương trình', en: 'Mark and check by program' },
    says: {
      vi: 'API; lệnh saola mark và saola check; gói saola/marker cho Node. Chỉ tuyên bố được gửi đi ký, nội dung thì không.',
      en: 'The API; the commands saola mark and saola check; the package saola/marker for Node. Claims travel to be signed, content does not.',
    },
  },
  {
    path: '/marks/certificates',
    title: { vi: 'Chứng thư gốc và chứng thư đánh dấu', en: 'Root and certificates for marks' },
    says: {
      vi: 'Để nạp vào công cụ đọc C2PA của bạn, và để xem chứng thư nào đã bị thu hồi.',
      en: 'To load into a C2PA reader of your own, and to see which were revoked.',
    },
  },
]
