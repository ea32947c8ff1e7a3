import { day } from '../../base/day.ts'
import type { Entry } from './entry.ts'

/** Entries IV.1 and IV.2, banking. */
export const banking: readonly Entry[] = [
  {
    code: 'IV.1',
    cite: 'Q.IV.1',
    sector: 'banking',
    name: {
      vi: 'Tự động thực hiện giao dịch điện tử trong hoạt động ngân hàng',
      en: 'Automatic electronic transactions in banking',
    },
    kind: {
      vi: 'Hệ thống thực hiện giao dịch điện tử.',
      en: 'The system carries out electronic transactions.',
    },
    limits: [
      {
        fact: 'Q.IV.1.0',
        ask: {
          vi: 'Hệ thống có tự động thực hiện giao dịch điện tử trong hoạt động ngân hàng không?',
          en: 'Does the system carry out electronic transactions automatically in banking activity?',
        },
        speaksFor: true,
      },
    ],
    join: 'all',
    conditions: [
      {
        fact: 'Q.IV.1.1',
        ask: {
          vi: 'Hệ thống có khả năng tự tạo, sửa đổi, xác nhận và phê duyệt giao dịch không?',
          en: 'Can the system by itself create, edit, confirm and approve transactions?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.IV.1.2',
        ask: {
          vi: 'Giao dịch có thuộc mức giá trị cao theo quy định của Ngân hàng Nhà nước không?',
          en: 'Are the transactions of high value under the rules of the State Bank?',
        },
        help: {
          vi: 'Quyết định 33/2026/QĐ-TTg không nêu con số mà dẫn chiếu đến quy định của Ngân hàng Nhà nước. Nhà cung cấp hoặc bên triển khai tự xác định, nêu lý do và quy định đã căn cứ vào.',
          en: 'The Decision gives no number and refers to the rules of the State Bank. The answer is your own, with your reasons and the rule you rely on.',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.IV.1.3',
        ask: {
          vi: 'Con người có kiểm tra, phê duyệt hoặc kiểm soát giao dịch trước khi giao dịch được thực hiện không?',
          en: 'Does a person check, approve or control the transaction before it is carried out?',
        },
        help: {
          vi: 'Trả lời “Có” nếu thực tế có ít nhất một trong ba việc: kiểm tra, phê duyệt hoặc kiểm soát.',
          en: 'Answer yes if at least one of the three, check, approval or control, really takes place.',
        },
        speaksFor: false,
      },
    ],
    exclusions: [],
    route: 'unknown',
    from: day('2026-08-15'),
    confidence: 'A-ocr',
  },
  {
    code: 'IV.2',
    cite: 'Q.IV.2',
    sector: 'banking',
    name: {
      vi: 'Tự động quyết định cấp tín dụng',
      en: 'Automatic credit decision',
    },
    kind: {
      vi: 'Hệ thống quyết định cấp tín dụng.',
      en: 'The system decides on granting credit.',
    },
    limits: [
      {
        fact: 'Q.IV.2.0',
        ask: {
          vi: 'Hệ thống có chấm điểm tín dụng, đánh giá khả năng trả nợ và tự động đưa ra quyết định cấp tín dụng hoặc giải ngân không?',
          en: 'Does the system score creditworthiness, assess the ability to repay and automatically decide to grant credit or disburse?',
        },
        speaksFor: true,
      },
    ],
    join: 'all',
    conditions: [
      {
        fact: 'Q.IV.2.1',
        ask: {
          vi: 'Hệ thống có đưa ra quyết định cuối cùng về việc phê duyệt hoặc từ chối cấp tín dụng không?',
          en: 'Does the system take the final decision to approve or refuse credit?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.IV.2.2',
        ask: {
          vi: 'Quyết định của hệ thống có được sử dụng trực tiếp để cấp tín dụng hoặc giải ngân không?',
          en: 'Is the system’s decision used directly to grant credit or disburse?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.IV.2.3',
        ask: {
          vi: 'Cán bộ tín dụng có phê duyệt độc lập trước khi cấp tín dụng hoặc giải ngân không?',
          en: 'Does a credit officer give an independent approval before credit is granted or disbursed?',
        },
        speaksFor: false,
      },
      {
        fact: 'Q.IV.2.4',
        ask: {
          vi: 'Khoản vay có đạt mức giá trị theo quy định của Ngân hàng Nhà nước không?',
          en: 'Does the value of the loan reach the level set by the State Bank?',
        },
        help: {
          vi: 'Quyết định 33/2026/QĐ-TTg không nêu con số mà dẫn chiếu đến quy định của Ngân hàng Nhà nước. Nhà cung cấp hoặc bên triển khai tự xác định, nêu lý do và quy định đã căn cứ vào.',
          en: 'The Decision gives no number and refers to the rules of the State Bank. The answer is your own, with your reasons and the rule you rely on.',
        },
        speaksFor: true,
      },
    ],
    exclusions: [],
    route: 'unknown',
    from: day('2026-08-15'),
    confidence: 'A-ocr',
  },
]
