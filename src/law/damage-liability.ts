import { type Text, text } from '../base/text.ts'
import type { Cite } from './cite.ts'
import {
  type Branch,
  DAMAGE_FROM,
  EXCUSED,
  factIs,
  factNot,
  LAW_COUNTS,
  type Liable,
  type LiabilityRule,
  PROPER,
  STRICT,
} from './damage-rule.ts'
import type { Test } from './rule.ts'

type More = Partial<Pick<LiabilityRule, 'to' | 'confidence'>>
const pays = (
  id: string,
  branch: Branch,
  liable: Liable,
  cite: Cite,
  when: Test,
  says: Text,
  more: More = {},
): LiabilityRule => ({
  id,
  branch,
  liable,
  cite,
  when,
  text: says,
  to: 'injured',
  from: DAMAGE_FROM,
  confidence: 'A',
  ...more,
})

const BREACH = text(
  'Bên có hành vi vi phạm mà gây thiệt hại thì phải bồi thường theo pháp luật về dân sự; tùy tính chất, mức độ, hậu quả, hành vi đó còn bị xử phạt hành chính hoặc truy cứu trách nhiệm hình sự.',
  'Whoever breaks the rules and thereby does damage compensates under civil law; by its nature, degree and consequence the act is also sanctioned or prosecuted.',
)
const JOINT = text(
  'Bên có lỗi trong việc để hệ thống bị xâm nhập, chiếm quyền điều khiển hoặc can thiệp phải liên đới bồi thường cùng bên thứ ba.',
  'Whoever was at fault in letting the intrusion, hijacking or interference happen is jointly liable with the third party.',
)
const RECOURSE = text(
  'Sau khi bồi thường cho người bị thiệt hại, bên triển khai yêu cầu bên này hoàn trả theo thỏa thuận giữa hai bên.',
  'Having compensated the injured party, the deployer claims reimbursement from this party as the two have agreed.',
)
const breaks = (who: 'provider' | 'deployer' | 'developer' | 'user' | 'other'): LiabilityRule =>
  pays(`breach-${who}`, 'breach', who, 'L29.1', { all: [LAW_COUNTS, factIs(`breach.${who}`)] }, BREACH)
const joins = (who: 'deployer' | 'provider'): LiabilityRule =>
  pays(
    `joint-${who}`,
    'joint',
    who,
    'L29.4',
    { all: [LAW_COUNTS, factIs('intrusion', 'yes'), factIs(`fault.${who}`)] },
    JOINT,
  )
const repays = (who: 'provider' | 'developer' | 'other'): LiabilityRule =>
  pays(`recourse-${who}`, 'recourse', who, 'L29.2', { all: [STRICT, factIs(`recourse.${who}`)] }, RECOURSE, {
    to: 'deployer',
  })

/** Who compensates whom, branch by branch of art. 29. */
export const LIABILITY: readonly LiabilityRule[] = [
  pays(
    'not-yet',
    'not-yet',
    'civil',
    'L34',
    factIs('when', 'before'),
    text(
      'Thiệt hại xảy ra trước ngày Luật có hiệu lực nên Điều 29 chưa áp dụng: trách nhiệm bồi thường theo pháp luật chung về dân sự.',
      'The damage came before the Law was in force, so art. 29 does not apply yet: general civil law says who compensates.',
    ),
    { confidence: 'D' },
  ),
  pays(
    'intruder',
    'intrusion',
    'third-party',
    'L29.4',
    { all: [LAW_COUNTS, factIs('intrusion', 'yes')] },
    text(
      'Bên thứ ba đã xâm nhập, chiếm quyền điều khiển hoặc can thiệp trái pháp luật phải bồi thường.',
      'The third party that broke in, hijacked the system or interfered with it unlawfully compensates.',
    ),
  ),
  joins('deployer'),
  joins('provider'),
  breaks('provider'),
  breaks('deployer'),
  breaks('developer'),
  breaks('user'),
  breaks('other'),
  pays(
    'strict',
    'strict',
    'deployer',
    'L29.2',
    STRICT,
    text(
      'Hệ thống rủi ro cao được quản lý, vận hành, sử dụng đúng quy định mà vẫn gây thiệt hại: bên triển khai bồi thường, dù không có lỗi.',
      'A high-risk system was managed, operated and used as the rules ask and still did damage: the deployer compensates, without any fault.',
    ),
  ),
  repays('provider'),
  repays('developer'),
  repays('other'),
  pays(
    'no-recourse',
    'no-recourse',
    'nobody',
    'L29.2',
    {
      all: [
        STRICT,
        factIs('recourse.provider', false),
        factIs('recourse.developer', false),
        factIs('recourse.other', false),
      ],
    },
    text(
      'Không có thỏa thuận thì khoản này không cho bên triển khai quyền yêu cầu ai hoàn trả.',
      'Without an agreement this clause gives the deployer no claim to reimbursement.',
    ),
    { to: 'deployer' },
  ),
  pays(
    'exempt-intent',
    'exempt-intent',
    'nobody',
    'L29.3.a',
    { all: [PROPER, factIs('intent', 'yes')] },
    text(
      'Thiệt hại hoàn toàn do lỗi cố ý của người bị thiệt hại: bên triển khai được miễn trách nhiệm bồi thường.',
      'The damage is due entirely to the intentional fault of the injured party: the deployer is exempt.',
    ),
  ),
  pays(
    'exempt-necessity',
    'exempt-necessity',
    'nobody',
    'L29.3.b',
    { all: [PROPER, factIs('intent', 'no'), EXCUSED] },
    text(
      'Bất khả kháng hoặc tình thế cấp thiết, và không luật nào quy định khác: bên triển khai được miễn trách nhiệm bồi thường.',
      'Force majeure or a state of necessity, and no law says otherwise: the deployer is exempt.',
    ),
  ),
  pays(
    'civil',
    'civil',
    'civil',
    'L29.2',
    {
      all: [
        factIs('when', 'since'),
        { any: [factIs('level', 'medium'), factIs('level', 'low')] },
        factIs('intrusion', 'no'),
        ...(['provider', 'deployer', 'developer', 'user', 'other'] as const).map((who) =>
          factNot(factIs(`breach.${who}`)),
        ),
      ],
    },
    text(
      'Trách nhiệm không cần lỗi chỉ đặt ra với hệ thống rủi ro cao. Rủi ro trung bình hoặc thấp mà không ai vi phạm: áp dụng pháp luật chung về dân sự.',
      'Liability without fault is for high-risk systems only. At medium or low risk, where nobody broke a rule, general civil law applies.',
    ),
    { confidence: 'D' },
  ),
  pays(
    'outside',
    'outside',
    'civil',
    'L1.2',
    { all: [factIs('when', 'since'), factIs('level', 'outside')] },
    text(
      'Hoạt động chỉ phục vụ quốc phòng, an ninh, cơ yếu không thuộc phạm vi của Luật: trách nhiệm bồi thường theo pháp luật khác.',
      'Activity that serves defence, security or cipher only is outside the Law: other law says who compensates.',
    ),
  ),
]
