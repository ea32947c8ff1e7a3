import { day } from '../../base/day.ts'
import type { Entry } from './entry.ts'

/** Entries III.1 and III.2, health. */
export const health: readonly Entry[] = [
  {
    code: 'III.1',
    cite: 'Q.III.1',
    sector: 'health',
    name: {
      vi: 'Hỗ trợ phẫu thuật/rô-bốt phẫu thuật',
      en: 'Surgical support and surgical robots',
    },
    kind: {
      vi: 'Hệ thống hỗ trợ phẫu thuật hoặc được dùng trong rô-bốt phẫu thuật.',
      en: 'The system supports surgery or is used in a surgical robot.',
    },
    limits: [],
    join: 'any',
    conditions: [
      {
        fact: 'Q.III.1.1',
        ask: {
          vi: 'Hệ thống có được tích hợp vào rô-bốt tham gia trực tiếp vào quá trình can thiệp hoặc dẫn hướng thao tác không?',
          en: 'Is the system built into a robot that takes a direct part in the intervention or in guiding the manoeuvre?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.III.1.2',
        ask: {
          vi: 'Hệ thống có được tích hợp vào rô-bốt tự động hoàn toàn hoặc rô-bốt thông minh thực hiện thay các hành vi của con người không?',
          en: 'Is the system built into a fully automatic or intelligent robot that acts in place of humans?',
        },
        help: {
          vi: 'Quyết định 33/2026/QĐ-TTg không quy định thế nào là rô-bốt tự động hoàn toàn hay rô-bốt thông minh. Nhà cung cấp hoặc bên triển khai tự xác định và nêu lý do.',
          en: 'The Decision defines neither a fully automatic nor an intelligent robot. The answer is your own, with your reasons.',
        },
        speaksFor: true,
      },
    ],
    exclusions: [],
    route: 'self',
    from: day('2026-08-15'),
    confidence: 'A-ocr',
    note: {
      vi: 'Giữa hai gạch đầu dòng của mục này không có chữ “và” hay chữ “hoặc”. Hai gạch đầu dòng mô tả hai loại rô-bốt, nên chỉ cần thuộc một trong hai; đây cũng là cách hiểu an toàn hơn.',
      en: 'Neither “and” nor “or” stands between the two dashes of this entry. They describe two kinds of robot, so one of them is enough; this is also the safer reading.',
    },
  },
  {
    code: 'III.2',
    cite: 'Q.III.2',
    sector: 'health',
    name: {
      vi: 'Máy móc, thiết bị rô-bốt phẫu thuật sử dụng trí tuệ nhân tạo điều khiển tự động',
      en: 'Surgical machines and robots under automatic AI control',
    },
    kind: {
      vi: 'Hệ thống điều khiển tự động máy móc, thiết bị rô-bốt dùng trong phẫu thuật.',
      en: 'The system automatically controls machines or robots used in surgery.',
    },
    limits: [],
    join: 'all',
    conditions: [
      {
        fact: 'Q.III.2.1',
        ask: {
          vi: 'Hệ thống có được tích hợp vào rô-bốt trực tiếp thực thi hành vi tác động điều trị theo y lệnh lên cơ thể người bệnh không?',
          en: 'Is the system built into a robot that itself carries out treatment on the patient’s body under a medical order?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.III.2.2',
        ask: {
          vi: 'Mỗi bước thay đổi thông số có cần lệnh xác nhận của nhân viên y tế trước khi thực thi không?',
          en: 'Does every step that changes a parameter need a confirming command from health staff before it is carried out?',
        },
        help: {
          vi: 'Trả lời “Không” nếu có bước thay đổi thông số được thực thi mà không cần lệnh xác nhận.',
          en: 'Answer no if any step that changes a parameter is carried out without such a command.',
        },
        speaksFor: false,
      },
    ],
    exclusions: [],
    route: 'certification',
    from: day('2026-08-15'),
    confidence: 'A-ocr',
  },
]
