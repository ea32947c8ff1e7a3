import { type Day, day } from '../base/day.ts'
import type { Text } from '../base/text.ts'
import type { Cite, Confidence } from './cite.ts'
import type { Facts, Test } from './rule.ts'

/** Who reads the answer. It changes what to keep, never who is liable. */
export const DAMAGE_ROLES = ['injured', 'deployer', 'provider'] as const
export type DamageRole = (typeof DAMAGE_ROLES)[number]

/** Who pays. `civil`: art. 29 does not say, general civil law does; `nobody`: an exemption, or no claim to reimbursement. */
export type Liable = 'provider' | 'deployer' | 'developer' | 'user' | 'other' | 'third-party' | 'civil' | 'nobody'

/** On which branch of Law art. 29 a finding stands. */
export type Branch =
  | 'not-yet'
  | 'outside'
  | 'breach'
  | 'intrusion'
  | 'joint'
  | 'strict'
  | 'recourse'
  | 'no-recourse'
  | 'exempt-intent'
  | 'exempt-necessity'
  | 'civil'

/** One question. `many`: each choice is a fact of its own; otherwise the chosen value is the fact `id`. */
export interface DamageQuestion {
  readonly id: string
  readonly kind: 'one' | 'many'
  readonly ask: Text
  readonly help?: Text
  readonly cite: Cite
  readonly options: readonly { readonly value: string; readonly label: Text; readonly help?: Text }[]
  /** Asked only where this may hold. */
  readonly when?: Test
  /** Asked while it is open whether it holds, too. */
  readonly evenIfOpen?: true
}

/** Somebody pays, or nobody does, when the condition holds. */
export interface LiabilityRule {
  readonly id: string
  readonly branch: Branch
  readonly liable: Liable
  readonly to: 'injured' | 'deployer'
  readonly when: Test
  readonly text: Text
  readonly cite: Cite
  readonly from: Day
  readonly until?: Day
  readonly confidence: Confidence
}

/** What is worth keeping, by whom, and for which branches; for all of them where none is named. */
export interface EvidenceKind {
  readonly id: string
  readonly roles: readonly DamageRole[]
  readonly branches?: readonly Branch[]
  readonly text: Text
  readonly cite: Cite
}

export interface DamageRules {
  readonly from: Day
  readonly questions: readonly DamageQuestion[]
  readonly liability: readonly LiabilityRule[]
  readonly evidence: readonly EvidenceKind[]
}

/** The choice that excludes all others, and the one of somebody who cannot tell: no answer at all to the rules. */
export const NOBODY = 'nobody'
export const UNKNOWN = 'unknown'

const LAW = day('2026-03-01')
const text = (vi: string, en: string): Text => ({ vi, en })
const is = (fact: string, value: string | boolean = true): Test => ({ fact, is: value })
const not = (test: Test): Test => ({ not: test })

const choice = (value: string, label: Text, help?: Text) => ({ value, label, ...(help === undefined ? {} : { help }) })
const CANNOT_TELL = choice(UNKNOWN, text('Chưa biết', 'Not known yet'))
const YES_NO = [choice('yes', text('Có', 'Yes')), choice('no', text('Không', 'No')), CANNOT_TELL]

const LAW_COUNTS: Test = { all: [is('when', 'since'), not(is('level', 'outside'))] }
/**
 * A high-risk system that was managed, operated and used as the rules ask (art. 29.2). We read it so: neither provider,
 * deployer nor user broke them, and nobody broke in, which art. 29.4 settles by itself (confidence D).
 */
const PROPER: Test = {
  all: [
    is('when', 'since'),
    is('level', 'high'),
    is('intrusion', 'no'),
    not(is('breach.provider')),
    not(is('breach.deployer')),
    not(is('breach.user')),
  ],
}
const NECESSITY: Test = { any: [is('necessity', 'force-majeure'), is('necessity', 'necessity')] }
const EXCUSED: Test = { all: [NECESSITY, is('otherwise', 'no')] }
const STRICT: Test = { all: [PROPER, is('intent', 'no'), not(EXCUSED)] }

const DAMAGE_QUESTIONS: readonly DamageQuestion[] = [
  {
    ...{ id: 'role', kind: 'one', cite: 'L29' },
    ask: text('Bạn là ai trong vụ việc?', 'Who are you in this matter?'),
    help: text(
      'Câu trả lời không đổi người phải bồi thường, chỉ đổi những gì bạn nên lưu giữ.',
      'This does not change who compensates, only what you should keep.',
    ),
    options: [
      choice('injured', text('Người bị thiệt hại', 'The injured party')),
      choice(
        'deployer',
        text('Bên triển khai', 'The deployer'),
        text(
          'Sử dụng hệ thống thuộc phạm vi kiểm soát của mình trong nghề nghiệp, thương mại, dịch vụ.',
          'Uses the system, under its control, in professional, commercial or service activity.',
        ),
      ),
      choice(
        'provider',
        text('Nhà cung cấp', 'The provider'),
        text(
          'Đưa hệ thống ra thị trường hoặc vào sử dụng dưới tên, thương hiệu, nhãn hiệu của mình.',
          'Places the system on the market or puts it into use under its own name or mark.',
        ),
      ),
    ],
  },
  {
    ...{ id: 'when', kind: 'one', cite: 'L34' },
    ask: text('Thiệt hại xảy ra khi nào?', 'When did the damage occur?'),
    options: [
      choice('since', text('Từ ngày 01/03/2026', 'On or after 1 March 2026')),
      choice('before', text('Trước ngày 01/03/2026', 'Before 1 March 2026')),
    ],
  },
  {
    ...{ id: 'level', kind: 'one', cite: 'L9.1', when: is('when', 'since') },
    ask: text(
      'Hệ thống trí tuệ nhân tạo gây thiệt hại có mức rủi ro nào?',
      'Which risk level does the AI system have?',
    ),
    help: text(
      'Sổ đăng ký công khai ghi mức rủi ro mà nhà cung cấp đã khai; công cụ phân loại giúp xác định khi chưa có.',
      'The public register shows the level the provider declared; the classification tool helps where there is none.',
    ),
    options: [
      choice('high', text('Rủi ro cao', 'High risk')),
      choice('medium', text('Rủi ro trung bình', 'Medium risk')),
      choice('low', text('Rủi ro thấp', 'Low risk')),
      choice(
        'outside',
        text('Chỉ phục vụ quốc phòng, an ninh, cơ yếu', 'Serves defence, security or cipher only'),
        text('Không thuộc phạm vi của Luật.', 'Outside the scope of the Law.'),
      ),
      CANNOT_TELL,
    ],
  },
  {
    ...{ id: 'intrusion', kind: 'one', cite: 'L29.4', when: LAW_COUNTS, evenIfOpen: true, options: YES_NO },
    ask: text(
      'Hệ thống có bị bên thứ ba xâm nhập, chiếm quyền điều khiển hoặc can thiệp trái pháp luật không?',
      'Did a third party break into the system, hijack it or interfere with it unlawfully?',
    ),
  },
  {
    ...{ id: 'fault', kind: 'many', cite: 'L29.4', when: { all: [LAW_COUNTS, is('intrusion', 'yes')] } },
    ask: text('Ai có lỗi trong việc để điều đó xảy ra?', 'Who was at fault in letting that happen?'),
    help: text('Có thể chọn nhiều.', 'Choose all that apply.'),
    options: [
      choice('fault.deployer', text('Bên triển khai', 'The deployer')),
      choice('fault.provider', text('Nhà cung cấp', 'The provider')),
      choice(NOBODY, text('Không bên nào trong hai bên này', 'Neither of the two')),
      CANNOT_TELL,
    ],
  },
  {
    ...{ id: 'breach', kind: 'many', cite: 'L29.1', when: LAW_COUNTS, evenIfOpen: true },
    ask: text(
      'Ai đã vi phạm quy định của Luật này hoặc quy định khác về trí tuệ nhân tạo và qua đó gây thiệt hại?',
      'Who broke this Law, or another rule on AI, and thereby caused the damage?',
    ),
    help: text(
      'Không kể bên thứ ba đã xâm nhập. Có thể chọn nhiều; cơ quan có thẩm quyền hoặc Tòa án kết luận có vi phạm hay không.',
      'Leave out whoever broke in. Choose all that apply; whether there was a breach is for the authority or the court.',
    ),
    options: [
      choice('breach.provider', text('Nhà cung cấp', 'The provider')),
      choice('breach.deployer', text('Bên triển khai', 'The deployer')),
      choice('breach.developer', text('Nhà phát triển', 'The developer')),
      choice('breach.user', text('Người sử dụng', 'The user')),
      choice('breach.other', text('Tổ chức, cá nhân khác', 'Another organisation or person')),
      choice(NOBODY, text('Không ai vi phạm', 'Nobody broke a rule')),
      CANNOT_TELL,
    ],
  },
  {
    ...{ id: 'intent', kind: 'one', cite: 'L29.3.a', when: PROPER, evenIfOpen: true, options: YES_NO },
    ask: text(
      'Thiệt hại có xảy ra hoàn toàn do lỗi cố ý của người bị thiệt hại không?',
      'Was the damage due entirely to the intentional fault of the injured party?',
    ),
    help: text(
      'Vô ý, hoặc chỉ có lỗi một phần, thì trả lời “Không”.',
      'Carelessness, or fault in part only, means “No”.',
    ),
  },
  {
    ...{ id: 'necessity', kind: 'one', cite: 'L29.3.b' },
    ...{ when: { all: [PROPER, is('intent', 'no')] }, evenIfOpen: true },
    ask: text(
      'Thiệt hại có xảy ra trong trường hợp bất khả kháng hoặc tình thế cấp thiết không?',
      'Did it occur in force majeure or in a state of necessity?',
    ),
    options: [
      choice('neither', text('Không', 'Neither')),
      choice(
        'force-majeure',
        text('Bất khả kháng', 'Force majeure'),
        text(
          'Sự kiện khách quan không lường trước được và không thể khắc phục được.',
          'An outside event that could be neither foreseen nor overcome.',
        ),
      ),
      choice(
        'necessity',
        text('Tình thế cấp thiết', 'State of necessity'),
        text(
          'Không còn cách nào khác để tránh một thiệt hại lớn hơn đang thực tế đe dọa.',
          'No other way was left to avert a greater harm that really threatened.',
        ),
      ),
      CANNOT_TELL,
    ],
  },
  {
    ...{ id: 'otherwise', kind: 'one', cite: 'L29.3.b', options: YES_NO },
    when: { all: [PROPER, is('intent', 'no'), NECESSITY] },
    ask: text(
      'Có luật khác quy định rằng trong trường hợp này vẫn phải bồi thường không?',
      'Does another law say that compensation is owed in this case all the same?',
    ),
    help: text(
      'Không rõ thì chọn “Chưa biết”; luật sư hoặc trợ giúp viên pháp lý có thể cho biết.',
      'If you are not sure, choose “Not known yet”; a lawyer or a legal-aid officer can tell you.',
    ),
  },
  {
    ...{ id: 'recourse', kind: 'many', cite: 'L29.2', when: { all: [STRICT, not(is('role', 'injured'))] } },
    evenIfOpen: true,
    ask: text(
      'Bên triển khai đã thỏa thuận với ai về việc hoàn trả khoản tiền bồi thường?',
      'With whom has the deployer agreed on reimbursement of the compensation?',
    ),
    help: text('Có thể chọn nhiều.', 'Choose all that apply.'),
    options: [
      choice('recourse.provider', text('Nhà cung cấp', 'The provider')),
      choice('recourse.developer', text('Nhà phát triển', 'The developer')),
      choice('recourse.other', text('Bên liên quan khác', 'Another party concerned')),
      choice(NOBODY, text('Không có thỏa thuận', 'There is no agreement')),
      CANNOT_TELL,
    ],
  },
]

type More = Partial<Pick<LiabilityRule, 'to' | 'confidence'>>
const pays = (
  id: string,
  branch: Branch,
  liable: Liable,
  cite: Cite,
  when: Test,
  says: Text,
  more: More = {},
): LiabilityRule => ({ id, branch, liable, cite, when, text: says, to: 'injured', from: LAW, confidence: 'A', ...more })

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
  pays(`breach-${who}`, 'breach', who, 'L29.1', { all: [LAW_COUNTS, is(`breach.${who}`)] }, BREACH)
const joins = (who: 'deployer' | 'provider'): LiabilityRule =>
  pays(`joint-${who}`, 'joint', who, 'L29.4', { all: [LAW_COUNTS, is('intrusion', 'yes'), is(`fault.${who}`)] }, JOINT)
const repays = (who: 'provider' | 'developer' | 'other'): LiabilityRule =>
  pays(`recourse-${who}`, 'recourse', who, 'L29.2', { all: [STRICT, is(`recourse.${who}`)] }, RECOURSE, {
    to: 'deployer',
  })

const LIABILITY: readonly LiabilityRule[] = [
  pays(
    'not-yet',
    'not-yet',
    'civil',
    'L34',
    is('when', 'before'),
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
    { all: [LAW_COUNTS, is('intrusion', 'yes')] },
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
      all: [STRICT, is('recourse.provider', false), is('recourse.developer', false), is('recourse.other', false)],
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
    { all: [PROPER, is('intent', 'yes')] },
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
    { all: [PROPER, is('intent', 'no'), EXCUSED] },
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
        is('when', 'since'),
        { any: [is('level', 'medium'), is('level', 'low')] },
        is('intrusion', 'no'),
        ...(['provider', 'deployer', 'developer', 'user', 'other'] as const).map((who) => not(is(`breach.${who}`))),
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
    { all: [is('when', 'since'), is('level', 'outside')] },
    text(
      'Hoạt động chỉ phục vụ quốc phòng, an ninh, cơ yếu không thuộc phạm vi của Luật: trách nhiệm bồi thường theo pháp luật khác.',
      'Activity that serves defence, security or cipher only is outside the Law: other law says who compensates.',
    ),
  ),
]

const keep = (
  id: string,
  roles: readonly DamageRole[],
  cite: Cite,
  vi: string,
  en: string,
  branches?: readonly Branch[],
): EvidenceKind => ({ id, roles, cite, text: { vi, en }, ...(branches === undefined ? {} : { branches }) })

const EVIDENCE: readonly EvidenceKind[] = [
  keep(
    'harm',
    ['injured'],
    'L29.1',
    'Giấy tờ về thiệt hại: hồ sơ y tế, hóa đơn, ảnh chụp, lời xác nhận của người chứng kiến.',
    'Proof of the damage: medical records, bills, photographs, statements of witnesses.',
  ),
  keep(
    'contact',
    ['injured'],
    'L3.7',
    'Dấu vết của lần bạn sử dụng hoặc bị hệ thống tác động: thời điểm, ảnh màn hình, tin nhắn, kết quả hệ thống đưa ra.',
    'Traces of how the system touched you: time, screenshots, messages, what it put out.',
  ),
  keep(
    'told',
    ['injured'],
    'L14.1.e',
    'Thông tin về hệ thống và cảnh báo rủi ro mà nhà cung cấp, bên triển khai đã đưa cho bạn.',
    'What provider and deployer told you of the system, and their risk warnings.',
  ),
  keep(
    'record',
    ['injured', 'deployer', 'provider'],
    'L8.2',
    'Bản ghi của hệ thống trong Sổ đăng ký vào ngày xảy ra thiệt hại: mã định danh, mức rủi ro, tình trạng.',
    'The record of the system in the register on the day of the damage: AI-ID, level, state of use.',
  ),
  keep(
    'logs',
    ['provider'],
    'L14.1.c',
    'Nhật ký hoạt động quanh thời điểm xảy ra thiệt hại và hồ sơ kỹ thuật của phiên bản khi đó.',
    'Activity logs around the moment of the damage, and the technical dossier of that version.',
  ),
  keep(
    'audit-logs',
    ['deployer'],
    'L28.3',
    'Nhật ký lưu vết quanh thời điểm xảy ra thiệt hại: ai vận hành, đầu vào nào, đầu ra nào.',
    'Audit logs around the moment of the damage: who operated it, what went in, what came out.',
  ),
  keep(
    'oversight',
    ['deployer'],
    'L14.2.b',
    'Hồ sơ về giám sát và can thiệp của con người: ai trực, đã thấy gì, đã can thiệp thế nào.',
    'Records of human supervision and intervention: who was on duty, what was seen, what was done.',
  ),
  keep(
    'oversight-design',
    ['provider'],
    'L14.1.d',
    'Hồ sơ về cách thiết kế cho con người giám sát, can thiệp, và hướng dẫn đã giao cho bên triển khai.',
    'How it was designed for human supervision and intervention, and the instructions handed to the deployer.',
  ),
  keep(
    'proper-use',
    ['deployer'],
    'L14.2.a',
    'Bằng chứng đã vận hành đúng mục đích, phạm vi và mức rủi ro được phân loại.',
    'Proof that it was run within the classified purpose, scope and level.',
    ['strict', 'recourse', 'no-recourse', 'exempt-intent', 'exempt-necessity', 'breach'],
  ),
  keep(
    'risk-management',
    ['provider'],
    'L14.1.a',
    'Hồ sơ biện pháp quản lý rủi ro và các lần rà soát.',
    'Records of risk-management measures and of their reviews.',
    ['strict', 'recourse', 'breach', 'joint'],
  ),
  keep(
    'conformity',
    ['provider'],
    'L13.3',
    'Kết quả đánh giá sự phù hợp còn hiệu lực vào ngày xảy ra thiệt hại.',
    'The conformity result that stood on the day of the damage.',
    ['strict', 'recourse', 'breach'],
  ),
  keep(
    'agreement',
    ['deployer', 'provider'],
    'L29.2',
    'Hợp đồng và thỏa thuận giữa các bên về việc hoàn trả khoản tiền bồi thường, cùng chứng từ đã chi trả.',
    'Contracts between the parties on reimbursement of compensation, and proof of what was paid.',
    ['strict', 'recourse', 'no-recourse'],
  ),
  keep(
    'security',
    ['deployer', 'provider'],
    'L29.4',
    'Biện pháp bảo mật đã áp dụng, cảnh báo đã nhận, dấu vết xâm nhập và cách đã ứng phó.',
    'Security measures in place, warnings received, traces of the intrusion and how it was met.',
    ['intrusion', 'joint'],
  ),
  keep(
    'incident',
    ['deployer'],
    'L12.2.b',
    'Bản ghi nhận sự cố và thông báo đã gửi qua Cổng.',
    'The record of the incident and the notice sent through the portal.',
  ),
  keep(
    'remedy',
    ['provider'],
    'L12.2.a',
    'Biện pháp kỹ thuật, tạm dừng, thu hồi đã áp dụng và thông báo đã gửi qua Cổng.',
    'Technical measures, suspension or recall applied, and the notice sent through the portal.',
  ),
  keep(
    'excuse',
    ['injured', 'deployer'],
    'L29.3',
    'Bằng chứng về trường hợp được miễn trừ: lỗi cố ý, sự kiện bất khả kháng, tình thế cấp thiết.',
    'Proof for or against the exemption: intentional fault, force majeure, state of necessity.',
    ['exempt-intent', 'exempt-necessity', 'strict'],
  ),
  keep(
    'insurance',
    ['deployer', 'provider'],
    'L14.5',
    'Hợp đồng bảo hiểm trách nhiệm dân sự hoặc biện pháp bảo đảm khác, nếu có.',
    'The civil-liability insurance or other security, where there is one.',
  ),
]

/** Art. 29 as data: what is asked, who then compensates whom, and what to keep. */
export const DAMAGE: DamageRules = {
  from: LAW,
  questions: DAMAGE_QUESTIONS,
  liability: LIABILITY,
  evidence: EVIDENCE,
}

/** Answers as given, by question. */
export type DamageSaid = Readonly<Record<string, readonly string[]>>

/** What the answers say as facts: a question answered "not known" says nothing, which is not the same as no. */
export const damageFacts = ({ questions }: DamageRules, said: DamageSaid): Facts =>
  Object.fromEntries(
    questions.flatMap(({ id, kind, options }): [string, string | boolean][] => {
      const chosen = said[id]
      if (chosen === undefined || chosen.includes(UNKNOWN)) return []
      if (kind === 'one') return chosen[0] === undefined ? [] : [[id, chosen[0]]]
      return options
        .filter(({ value }) => value !== NOBODY && value !== UNKNOWN)
        .map(({ value }) => [value, chosen.includes(value)])
    }),
  )
