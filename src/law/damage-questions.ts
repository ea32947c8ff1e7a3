import { type Text, text } from '../base/text.ts'
import {
  type DamageQuestion,
  factIs,
  factNot,
  LAW_COUNTS,
  NECESSITY,
  NOBODY,
  PROPER,
  STRICT,
  UNKNOWN,
} from './damage-rule.ts'

const choice = (value: string, label: Text, help?: Text) => ({ value, label, ...(help === undefined ? {} : { help }) })
const CANNOT_TELL = choice(UNKNOWN, text('Chưa biết', 'Not known yet'))
const YES_NO = [choice('yes', text('Có', 'Yes')), choice('no', text('Không', 'No')), CANNOT_TELL]

/** What is asked about damage, in this order; each question only where its answer can matter. */
export const DAMAGE_QUESTIONS: readonly DamageQuestion[] = [
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
    ...{ id: 'level', kind: 'one', cite: 'L9.1', when: factIs('when', 'since') },
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
    ...{ id: 'fault', kind: 'many', cite: 'L29.4', when: { all: [LAW_COUNTS, factIs('intrusion', 'yes')] } },
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
    ...{ when: { all: [PROPER, factIs('intent', 'no')] }, evenIfOpen: true },
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
    when: { all: [PROPER, factIs('intent', 'no'), NECESSITY] },
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
    ...{ id: 'recourse', kind: 'many', cite: 'L29.2', when: { all: [STRICT, factNot(factIs('role', 'injured'))] } },
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
