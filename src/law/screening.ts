import { type Day, day } from '../base/day.ts'
import type { Text } from '../base/text.ts'
import type { Cite, Confidence } from './cite.ts'

export type ScreenValue = 'system' | 'model' | 'not-ai' | 'party-internal' | 'state-secret' | 'defence' | 'security'

export interface ScreenOption {
  readonly value: ScreenValue
  readonly label: Text
  readonly help?: Text
  /** `outside` also means: the portal must not store it (Decree 142 art. 4.3.d). */
  readonly leads: 'classify' | 'not-a-system' | 'outside'
  /** What the reader is told when the questions end here. */
  readonly said?: Text
  readonly cite: Cite
  readonly from: Day
  readonly confidence: Confidence
}

export interface Screening {
  readonly fact: 'screen'
  readonly ask: Text
  readonly help: Text
  readonly cite: Cite
  readonly options: readonly ScreenOption[]
}

const LAW = day('2026-03-01')
const DECREE = day('2026-05-01')

const dontEnter: Text = {
  vi: 'Cổng không thu thập thông tin về hệ thống này: đừng nhập thông tin nào về hệ thống ở đây.',
  en: 'The portal does not collect information on this system: do not enter anything about it here.',
}

/** The first question: is this an AI system the portal may take in at all? */
export const SCREENING: Screening = {
  fact: 'screen',
  ask: { vi: 'Bạn muốn phân loại đối tượng nào?', en: 'What do you want to classify?' },
  help: {
    vi: 'Hệ thống trí tuệ nhân tạo là hệ thống chạy trên máy, có mức độ tự chủ nhất định, suy luận từ dữ liệu đầu vào để tạo ra dự đoán, nội dung, khuyến nghị hoặc quyết định.',
    en: 'An AI system runs on machines, has some autonomy and infers predictions, content, recommendations or decisions from its inputs.',
  },
  cite: 'L3.2',
  options: [
    {
      value: 'system',
      label: { vi: 'Một hệ thống trí tuệ nhân tạo', en: 'An AI system' },
      help: {
        vi: 'Phần mềm hoặc thiết bị mà người dùng hay hệ thống khác sử dụng được.',
        en: 'Software or a device that people or other systems can use.',
      },
      leads: 'classify',
      cite: 'L3.2',
      from: LAW,
      confidence: 'A',
    },
    {
      value: 'model',
      label: { vi: 'Chỉ là một mô hình trí tuệ nhân tạo', en: 'Only an AI model' },
      help: {
        vi: 'Thành phần thuật toán được huấn luyện từ dữ liệu, chưa gắn vào hệ thống nào.',
        en: 'An algorithmic component trained from data, not yet part of any system.',
      },
      leads: 'not-a-system',
      said: {
        vi: 'Mô hình đứng riêng không phải phân loại; hãy phân loại hệ thống có sử dụng mô hình đó.',
        en: 'A model by itself is not classified; classify the system that uses it.',
      },
      cite: 'N6.2',
      from: DECREE,
      confidence: 'A',
    },
    {
      value: 'not-ai',
      label: { vi: 'Phần mềm không có trí tuệ nhân tạo', en: 'Software without AI' },
      help: {
        vi: 'Chỉ chạy theo các quy tắc cố định do người viết sẵn, không suy luận từ dữ liệu đầu vào.',
        en: 'It only follows fixed rules written by people and infers nothing from its inputs.',
      },
      leads: 'not-a-system',
      said: {
        vi: 'Theo câu trả lời này, đây không phải là hệ thống trí tuệ nhân tạo theo Luật.',
        en: 'By this answer it is not an AI system in the sense of the Law.',
      },
      cite: 'L3.2',
      from: LAW,
      confidence: 'A',
    },
    {
      value: 'party-internal',
      label: {
        vi: 'Hệ thống nội bộ của cơ quan Đảng hoặc tổ chức chính trị',
        en: 'An internal system of the Party or of a political organisation',
      },
      leads: 'outside',
      said: dontEnter,
      cite: 'N4.3.d',
      from: DECREE,
      confidence: 'A',
    },
    {
      value: 'state-secret',
      label: { vi: 'Hệ thống thuộc phạm vi bí mật nhà nước', en: 'A system covered by state secrecy' },
      leads: 'outside',
      said: dontEnter,
      cite: 'N4.3.d',
      from: DECREE,
      confidence: 'A',
    },
    {
      value: 'defence',
      label: { vi: 'Hệ thống chỉ phục vụ mục đích quốc phòng', en: 'A system for defence purposes only' },
      help: {
        vi: 'Nếu hệ thống còn dùng cho mục đích dân sự thì chọn “Một hệ thống trí tuệ nhân tạo”.',
        en: 'If it also serves civil purposes, choose “An AI system”.',
      },
      leads: 'outside',
      said: dontEnter,
      cite: 'L1.2',
      from: LAW,
      confidence: 'A',
    },
    {
      value: 'security',
      label: {
        vi: 'Hệ thống chỉ phục vụ mục đích an ninh hoặc cơ yếu',
        en: 'A system for security or cipher purposes only',
      },
      help: {
        vi: 'Nếu hệ thống còn dùng cho mục đích dân sự thì chọn “Một hệ thống trí tuệ nhân tạo”.',
        en: 'If it also serves civil purposes, choose “An AI system”.',
      },
      leads: 'outside',
      said: dontEnter,
      cite: 'L1.2',
      from: LAW,
      confidence: 'A',
    },
  ],
}
