import { type Day, day } from '../base/day.ts'
import type { Text } from '../base/text.ts'
import type { Cite, Confidence } from './cite.ts'

/** An act nobody may do with AI. A reminder, never a level: the Law forbids acts, not systems. */
export interface ProhibitedAct {
  readonly cite: Cite
  readonly text: Text
  readonly points: readonly { readonly cite: Cite; readonly text: Text }[]
  readonly from: Day
  readonly confidence: Confidence
}

const act = (cite: Cite, vi: string, en: string, points: ProhibitedAct['points'] = []): ProhibitedAct => ({
  cite,
  text: { vi, en },
  points,
  from: day('2026-03-01'),
  confidence: 'A',
})

/** The six prohibited acts of Law art. 7, in our words. */
export const PROHIBITED: readonly ProhibitedAct[] = [
  act(
    'L7.1',
    'Lợi dụng hoặc chiếm đoạt hệ thống trí tuệ nhân tạo để vi phạm pháp luật, xâm phạm quyền và lợi ích hợp pháp của người khác.',
    'Using or seizing an AI system to break the law or to infringe others’ rights and lawful interests.',
  ),
  act(
    'L7.2',
    'Phát triển, cung cấp, triển khai hoặc sử dụng hệ thống trí tuệ nhân tạo nhằm một trong các mục đích sau:',
    'Developing, providing, deploying or using an AI system for any of these purposes:',
    [
      { cite: 'L7.2.a', text: { vi: 'thực hiện điều mà luật cấm;', en: 'doing anything that statutes prohibit;' } },
      {
        cite: 'L7.2.b',
        text: {
          vi: 'cố ý và có hệ thống dùng yếu tố giả mạo hoặc mô phỏng người, sự kiện thật để lừa dối, thao túng nhận thức, hành vi, gây thiệt hại nghiêm trọng;',
          en: 'deliberately and systematically using fakes or simulations of real people or events to deceive or to manipulate perception or behaviour, causing serious harm;',
        },
      },
      {
        cite: 'L7.2.c',
        text: {
          vi: 'lợi dụng điểm yếu của nhóm dễ bị tổn thương (trẻ em, người cao tuổi, người khuyết tật, người dân tộc thiểu số, người mất hoặc bị hạn chế năng lực hành vi dân sự, người có khó khăn trong nhận thức, làm chủ hành vi) để gây tổn hại cho chính họ hoặc người khác;',
          en: 'exploiting weaknesses of vulnerable groups (children, elderly people, persons with disabilities, ethnic minorities, persons without or with limited civil-act capacity, persons with difficulty in cognition or in controlling behaviour) to harm them or others;',
        },
      },
      {
        cite: 'L7.2.d',
        text: {
          vi: 'tạo ra hoặc phổ biến nội dung giả mạo có khả năng gây nguy hại nghiêm trọng đến an ninh quốc gia, trật tự, an toàn xã hội.',
          en: 'making or spreading fake content that may seriously endanger national security, order or social safety.',
        },
      },
    ],
  ),
  act(
    'L7.3',
    'Thu thập, xử lý, sử dụng dữ liệu để phát triển, huấn luyện, kiểm thử hoặc vận hành trí tuệ nhân tạo trái pháp luật về dữ liệu, dữ liệu cá nhân, sở hữu trí tuệ, an ninh mạng.',
    'Collecting, processing or using data to develop, train, test or operate AI against the law on data, personal data, intellectual property or cybersecurity.',
  ),
  act(
    'L7.4',
    'Cản trở, vô hiệu hóa hoặc làm sai lệch cơ chế giám sát, can thiệp, kiểm soát của con người.',
    'Obstructing, disabling or distorting human supervision, intervention and control.',
  ),
  act(
    'L7.5',
    'Che giấu thông tin phải công khai, minh bạch hoặc giải trình; tẩy xóa, làm sai lệch thông tin, nhãn, cảnh báo bắt buộc.',
    'Hiding information that must be public, transparent or explained; erasing or falsifying mandatory information, labels or warnings.',
  ),
  act(
    'L7.6',
    'Lợi dụng hoạt động nghiên cứu, thử nghiệm, đánh giá, kiểm định hệ thống trí tuệ nhân tạo để làm việc trái pháp luật.',
    'Abusing research, testing, evaluation or verification of AI systems to act unlawfully.',
  ),
]
