import type { Text } from '../base/text.ts'
import type { Cite } from './cite.ts'
import { OTHER_DUTIES } from './duties-others.ts'
import { PROVIDER_DUTIES } from './duties-provider.ts'
import type { Duty } from './duty.ts'

/** Who must do what at which level. */
export const DUTIES: readonly Duty[] = [...PROVIDER_DUTIES, ...OTHER_DUTIES]

/** A question that changes duties only, never the level; asked when it suits, or not at all. */
export interface DutyQuestion {
  readonly fact: string
  readonly ask: Text
  readonly help?: Text
  readonly cite: Cite
}

/** Optional questions behind the duties. `route` is not among them: the classifier knows it. */
export const DUTY_QUESTIONS: readonly DutyQuestion[] = [
  {
    fact: 'role.provider',
    ask: {
      vi: 'Bạn có đưa hệ thống ra thị trường hoặc đưa vào sử dụng dưới tên, nhãn hiệu của mình không?',
      en: 'Do you place it on the market or put it into use under your own name or mark?',
    },
    help: {
      vi: 'Khi đó bạn là nhà cung cấp, dù ai là người phát triển.',
      en: 'Then you are the provider, whoever developed it.',
    },
    cite: 'L3.4',
  },
  {
    fact: 'role.deployer',
    ask: {
      vi: 'Bạn có sử dụng hệ thống thuộc quyền kiểm soát của mình trong hoạt động chuyên môn, thương mại hoặc dịch vụ không?',
      en: 'Do you use it under your control in professional, commercial or service activity?',
    },
    help: {
      vi: 'Khi đó bạn là bên triển khai; một người có thể giữ nhiều vai trò.',
      en: 'Then you are a deployer; one person may hold several roles.',
    },
    cite: 'L3.5',
  },
  {
    fact: 'role.user',
    ask: {
      vi: 'Bạn có trực tiếp tương tác với hệ thống hoặc sử dụng kết quả của hệ thống không?',
      en: 'Do you interact with it directly or use its output?',
    },
    cite: 'L3.6',
  },
  {
    fact: 'interacts',
    ask: {
      vi: 'Hệ thống có tương tác trực tiếp với con người không?',
      en: 'Does the system interact directly with people?',
    },
    cite: 'L11.1',
  },
  {
    fact: 'generates.media',
    ask: {
      vi: 'Hệ thống có tạo ra âm thanh, hình ảnh hoặc video không?',
      en: 'Does the system generate audio, images or video?',
    },
    help: { vi: 'Văn bản không thuộc diện phải đánh dấu.', en: 'Text need not be marked.' },
    cite: 'L11.2',
  },
  {
    fact: 'public.content',
    ask: {
      vi: 'Có đưa ra công chúng nội dung do trí tuệ nhân tạo tạo ra hoặc chỉnh sửa có thể gây nhầm lẫn về sự kiện, nhân vật không?',
      en: 'Is content made or edited by AI given to the public that may mislead about an event or a person?',
    },
    cite: 'L11.3',
  },
  {
    fact: 'simulates',
    ask: {
      vi: 'Có âm thanh, hình ảnh, video mô phỏng người thật hoặc tái hiện sự kiện thật không?',
      en: 'Does audio, image or video imitate a real person or re-enact a real event?',
    },
    cite: 'L11.4',
  },
  {
    fact: 'foreign',
    ask: {
      vi: 'Nhà cung cấp có phải là tổ chức, cá nhân nước ngoài không?',
      en: 'Is the provider a foreign organisation or person?',
    },
    cite: 'L14.6',
  },
  {
    fact: 'stateBody',
    ask: {
      vi: 'Hệ thống có được cơ quan nhà nước sử dụng trong quản lý nhà nước hoặc dịch vụ công không?',
      en: 'Does a state body use it in state management or public services?',
    },
    cite: 'L27.1',
  },
  {
    fact: 'stateDecision',
    ask: {
      vi: 'Kết quả có là căn cứ trực tiếp của quyết định hành chính về con người, tổ chức, ngân sách hoặc chế độ không?',
      en: 'Does its output directly ground administrative decisions on people, organisations, budget or benefits?',
    },
    cite: 'N20.7',
  },
]
