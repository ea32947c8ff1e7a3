import { day } from '../../base/day.ts'
import type { Entry } from './entry.ts'

/** Entries I.1 to I.3, education. */
export const education: readonly Entry[] = [
  {
    code: 'I.1',
    cite: 'Q.I.1',
    sector: 'education',
    name: {
      vi: 'Cung cấp nội dung tự học theo chương trình giáo dục từ nguồn dữ liệu không có kiểm soát',
      en: 'Self-study content under the education programme from uncontrolled data sources',
    },
    kind: {
      vi: 'Hệ thống cung cấp nội dung để người học tự học theo chương trình giáo dục.',
      en: 'The system supplies content from which learners study on their own under the education programme.',
    },
    limits: [],
    join: 'all',
    conditions: [
      {
        fact: 'Q.I.1.1',
        ask: {
          vi: 'Hệ thống có tự động cung cấp nội dung phục vụ việc tự học của người học theo chương trình giáo dục không?',
          en: 'Does the system supply content automatically for learners’ self-study under the education programme?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.I.1.2',
        ask: {
          vi: 'Có phải dữ liệu nội dung học tập được đưa vào hệ thống mà không có kiểm soát không?',
          en: 'Does learning content go into the system without being controlled?',
        },
        help: {
          vi: 'Quyết định 33/2026/QĐ-TTg không quy định thế nào là có kiểm soát. Nhà cung cấp hoặc bên triển khai tự xác định và nêu lý do, ví dụ ai kiểm tra nội dung và kiểm tra khi nào.',
          en: 'The Decision does not define control. The answer is your own, with your reasons: who checks the content, for example, and when.',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.I.1.3',
        ask: {
          vi: 'Hệ thống có được triển khai trên quy mô lớn, có khả năng tạo ra rủi ro mang tính hệ thống hoặc tác động trên diện rộng tới người học không?',
          en: 'Is the system used at large scale, so that it could create a systemic risk or affect learners widely?',
        },
        help: {
          vi: 'Quyết định 33/2026/QĐ-TTg không nêu con số cho “quy mô lớn” hay “diện rộng”. Nhà cung cấp hoặc bên triển khai tự xác định và nêu lý do.',
          en: 'The Decision gives no number for “large scale” or “widely”. The answer is your own, with your reasons.',
        },
        speaksFor: true,
      },
    ],
    exclusions: [],
    route: 'unknown',
    from: day('2026-08-15'),
    confidence: 'A-ocr',
  },
  {
    code: 'I.2',
    cite: 'Q.I.2',
    sector: 'education',
    name: {
      vi: 'Tự động kiểm tra, đánh giá kết quả, xếp hạng người học',
      en: 'Automatic testing, assessment of results and ranking of learners',
    },
    kind: {
      vi: 'Hệ thống kiểm tra, đánh giá kết quả hoặc xếp hạng người học.',
      en: 'The system tests learners, assesses their results or ranks them.',
    },
    limits: [],
    join: 'all',
    conditions: [
      {
        fact: 'Q.I.2.1',
        ask: {
          vi: 'Hệ thống có thực hiện việc kiểm tra, đánh giá người học một cách tự động không?',
          en: 'Does the system test or assess learners automatically?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.I.2.2',
        ask: {
          vi: 'Kết quả do hệ thống tạo ra có được dùng làm căn cứ chính thức để đánh giá kết quả học tập, đánh giá năng lực hoặc xếp hạng người học không?',
          en: 'Is the system’s result an official ground for assessing learning results, assessing ability or ranking learners?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.I.2.3',
        ask: {
          vi: 'Việc đánh giá có được thực hiện trong hệ thống giáo dục quốc dân không?',
          en: 'Does the assessment take place inside the national education system?',
        },
        speaksFor: true,
      },
    ],
    exclusions: [],
    route: 'self',
    from: day('2026-08-15'),
    confidence: 'A-ocr',
  },
  {
    code: 'I.3',
    cite: 'Q.I.3',
    sector: 'education',
    name: {
      vi: 'Giám sát, phân tích hành vi người học',
      en: 'Monitoring and analysis of learners’ behaviour',
    },
    kind: {
      vi: 'Hệ thống giám sát hoặc phân tích hành vi của người học.',
      en: 'The system monitors or analyses how learners behave.',
    },
    limits: [],
    join: 'any',
    conditions: [
      {
        fact: 'Q.I.3.1',
        ask: {
          vi: 'Hệ thống có sử dụng dữ liệu sinh trắc học của người học (nhận diện khuôn mặt, ánh mắt, hành vi, cảm xúc cá nhân) không?',
          en: 'Does the system use learners’ biometric data (recognition of face, gaze, behaviour or personal emotion)?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.I.3.2',
        ask: {
          vi: 'Hệ thống có thiết lập cơ chế phản hồi, cảnh báo tự động tần suất cao gây căng thẳng tâm lý hoặc xâm phạm quyền riêng tư của người học trong quá trình học tập không?',
          en: 'Does the system set up high-frequency automatic feedback or alerts that cause learners mental stress or invade their privacy while they study?',
        },
        help: {
          vi: 'Phản hồi, cảnh báo nói ở đây là về trạng thái chú ý, biểu cảm cá nhân, kết quả học tập hoặc đánh giá người học. Quyết định 33/2026/QĐ-TTg không nêu con số cho “tần suất cao”; nhà cung cấp hoặc bên triển khai tự xác định và nêu lý do.',
          en: 'Meant are feedback and alerts on attention, personal expression, learning results or the assessment of learners. The Decision gives no number for “high frequency”; the answer is your own, with your reasons.',
        },
        speaksFor: true,
      },
    ],
    exclusions: [],
    route: 'self',
    from: day('2026-08-15'),
    confidence: 'A-ocr',
    note: {
      vi: 'Cụm từ “gây căng thẳng tâm lý hoặc xâm phạm quyền riêng tư” được hiểu là chỉ gắn với cơ chế phản hồi, cảnh báo; vì vậy chỉ riêng việc sử dụng dữ liệu sinh trắc học đã đủ để thuộc mục này.',
      en: 'We read the words on mental stress and privacy as belonging to feedback and alerts only, so the use of biometric data is enough by itself.',
    },
  },
]
