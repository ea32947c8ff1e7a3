import { type Day, day } from '../base/day.ts'
import type { Text } from '../base/text.ts'
import type { Cite, Confidence } from './cite.ts'

export interface ReviewTrigger {
  readonly id: string
  readonly text: Text
  readonly cite: Cite
}

export interface Reclassification {
  readonly from: Day
  readonly confidence: Confidence
  readonly triggers: readonly ReviewTrigger[]
  readonly notTriggers: readonly ReviewTrigger[]
  /** To a higher level: tell, and apply the new measures at once. */
  readonly higher: { readonly workingDays: number; readonly starts: Text; readonly duty: Text; readonly cite: Cite }
  readonly lower: { readonly duty: Text; readonly cite: Cite }
  /** Became high because the list was amended: the longest time to complete dossier and conformity. */
  readonly listAmended: {
    readonly months: number
    readonly starts: Text
    readonly duty: Text
    readonly note: Text
    readonly cite: Cite
  }
}

/** When a level must be looked at again, and what follows (Law art. 10.2, Decree 142 art. 11). */
export const RECLASSIFICATION: Reclassification = {
  from: day('2026-05-01'),
  confidence: 'A',
  triggers: [
    {
      id: 'significant-change',
      text: {
        vi: 'Có thay đổi đáng kể về chức năng, mục đích sử dụng hoặc bối cảnh triển khai',
        en: 'A significant change of function, purpose or context of deployment',
      },
      cite: 'N11.1.a',
    },
    {
      id: 'serious-incident',
      text: {
        vi: 'Xảy ra sự cố nghiêm trọng cho thấy rủi ro thực tế cao hơn mức đã phân loại',
        en: 'A serious incident showing that the real risk is higher than classified',
      },
      cite: 'N11.1.b',
    },
    {
      id: 'list-amended',
      text: {
        vi: 'Thủ tướng Chính phủ sửa đổi, bổ sung Danh mục hệ thống trí tuệ nhân tạo có rủi ro cao',
        en: 'The Prime Minister amends the list of high-risk AI systems',
      },
      cite: 'N11.1.c',
    },
    {
      id: 'agency-request',
      text: { vi: 'Cơ quan có thẩm quyền yêu cầu bằng văn bản', en: 'A written request of the competent agency' },
      cite: 'N11.1.d',
    },
    {
      id: 'deployer-change',
      text: {
        vi: 'Bên triển khai sửa đổi, tích hợp hoặc thêm chức năng mới làm phát sinh rủi ro mới hoặc cao hơn: cùng nhà cung cấp rà soát',
        en: 'The deployer modifies, integrates or adds a function with a new or higher risk: review together with the provider',
      },
      cite: 'N11.2',
    },
  ],
  notTriggers: [
    {
      id: 'upgrade',
      text: {
        vi: 'Nâng cấp, tối ưu hóa không làm thay đổi bản chất rủi ro',
        en: 'Upgrades and optimisation that leave the nature of the risk unchanged',
      },
      cite: 'N11.4',
    },
    {
      id: 'fix',
      text: { vi: 'Sửa lỗi thông thường', en: 'Ordinary fixes' },
      cite: 'N11.4',
    },
    {
      id: 'data-refresh',
      text: {
        vi: 'Cập nhật dữ liệu định kỳ không làm thay đổi bản chất rủi ro',
        en: 'A periodic data refresh that leaves the nature of the risk unchanged',
      },
      cite: 'N11.4',
    },
  ],
  higher: {
    workingDays: 15,
    starts: { vi: 'ngày hoàn thành rà soát', en: 'the day the review was completed' },
    duty: {
      vi: 'Thông báo kết quả phân loại lại và áp dụng ngay các biện pháp của mức rủi ro mới.',
      en: 'Notify the new level and apply its measures at once.',
    },
    cite: 'N11.3.a',
  },
  lower: {
    duty: {
      vi: 'Có thể thông báo để được áp dụng chế độ của mức rủi ro thấp hơn; không có thời hạn.',
      en: 'You may notify, to come under the lighter regime; there is no time limit.',
    },
    cite: 'N11.3.b',
  },
  listAmended: {
    months: 12,
    starts: { vi: 'ngày quyết định sửa đổi Danh mục có hiệu lực', en: 'the day the amending decision takes effect' },
    duty: {
      vi: 'Hoàn thiện hồ sơ và đánh giá sự phù hợp; được tiếp tục vận hành nếu có con người giám sát thực chất và lưu nhật ký hoạt động, can thiệp.',
      en: 'Complete dossier and conformity assessment; it may run meanwhile under real human oversight with logs of operation and interventions kept.',
    },
    note: {
      vi: 'Khoản 5 dẫn chiếu điểm a khoản 1 nhưng tính từ quyết định sửa đổi Danh mục (điểm c); chỉ áp dụng khi Danh mục thay đổi, trường hợp khác cần ý kiến pháp lý.',
      en: 'Clause 5 refers to point a of clause 1 but counts from an amendment of the list (point c); applied only when the list changes, other cases need a legal ruling.',
    },
    cite: 'N11.5',
  },
}
