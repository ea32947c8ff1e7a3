import { day } from '../../base/day.ts'
import type { Entry } from './entry.ts'

/** Entry V.1, litigation. */
export const litigation: readonly Entry[] = [
  {
    code: 'V.1',
    cite: 'Q.V.1',
    sector: 'litigation',
    name: {
      vi: 'Nhận dạng sinh trắc học diện rộng phục vụ giải quyết vụ án dân sự công ích',
      en: 'Wide-area biometric identification for public-interest civil cases',
    },
    kind: {
      vi: 'Hệ thống nhận dạng con người qua dữ liệu sinh trắc học, phục vụ giải quyết vụ án.',
      en: 'The system identifies people by biometric data and serves the settling of court cases.',
    },
    limits: [
      {
        fact: 'Q.V.1.0',
        ask: {
          vi: 'Hệ thống có phục vụ việc giải quyết vụ án dân sự công ích không?',
          en: 'Does the system serve the settling of public-interest civil cases?',
        },
        speaksFor: true,
      },
    ],
    join: 'all',
    conditions: [
      {
        fact: 'Q.V.1.1',
        ask: {
          vi: 'Việc nhận dạng sinh trắc học có được áp dụng trên diện rộng không?',
          en: 'Is the biometric identification applied over a wide area?',
        },
        help: {
          vi: 'Quyết định 33/2026/QĐ-TTg không nêu con số cho “diện rộng”. Nhà cung cấp hoặc bên triển khai tự xác định và nêu lý do.',
          en: 'The Decision gives no number for “wide area”. The answer is your own, with your reasons.',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.V.1.2',
        ask: {
          vi: 'Việc nhận dạng có được áp dụng tại nơi xảy ra hành vi vi phạm hoặc nơi xảy ra hậu quả thiệt hại không?',
          en: 'Is it applied at the place of the violation or the place where the damage occurred?',
        },
        speaksFor: true,
      },
    ],
    exclusions: [],
    route: 'certification',
    from: day('2026-08-15'),
    confidence: 'A-ocr',
  },
]
