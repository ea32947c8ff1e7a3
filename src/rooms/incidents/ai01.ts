import { dayOf } from '../../base/day.ts'
import type { Text } from '../../base/text.ts'
import type { Whole } from '../../casework/actions.ts'
import { listOf, textOf } from '../../casework/answers.ts'
import { answerShown } from '../../casework/form.ts'
import type { Answers } from '../../casework/schema.ts'
import { CONSEQUENCES } from '../../law/incidents.ts'
import { type Json, qrMatrix } from '../../web/document.ts'
import { showNumber, showTime } from '../../web/format.ts'
import { aiIdOf } from '../systems/actions.ts'
import { questionOf } from './procedure.ts'
import { FIELDS } from './words.ts'

/** What a sheet needs besides the file. */
export interface Printing {
  readonly whole: Whole
  /** Who receives it: the unit in charge, else the ministry. */
  readonly to: string
  readonly site: { readonly url: string; readonly mode: 'evaluation' | 'production' }
  readonly at: string
  /** In clear only where the party prints its own form and has opened the number for it. */
  readonly citizenId: string
}

/** The form is Vietnamese, whatever language its reader prefers. */
const vi = ({ answers }: { readonly answers: Answers }, key: string): string => {
  const question = questionOf(key)
  if (question === undefined) return ''
  return answerShown(question, answers[key])
    .map((one: string | Text) => (typeof one === 'string' ? one : one.vi))
    .join('; ')
}

const written = (day: string): string => {
  const [year = '', month = '', dom = ''] = day.split('-')
  return `ngày ${dom} tháng ${month} năm ${year}`
}

interface Line {
  readonly [key: string]: Json | undefined
}
const line = (label: string, value: string): Line => ({ label, value })

/** Forms AI01a (organisations) and AI01b (individuals) of Decree 142: sections I to VI, their lines in their order. */
export function ai01({ whole, to, site, at, citizenId }: Printing): Json {
  const { file } = whole
  const { answers } = file
  const organisation = textOf(answers, 'reporter') !== 'individual'
  const name = textOf(answers, 'reporterName') ?? ''
  const provider = answers.role === 'provider'
  const other = textOf(answers, 'counterpart') ?? ''
  const day = dayOf(file.steps.report ?? at)
  const ticked = listOf(answers, 'consequences')
  const contact = [textOf(answers, 'reporterAddress'), textOf(answers, 'reporterContact')]
  return {
    ...{ title: `${organisation ? 'AI01a' : 'AI01b'} ${file.number}`, organisation, name, to },
    ...{ number: `${file.number}/BC`, day: written(day), evaluation: site.mode === 'evaluation' },
    sections: [
      {
        title: 'I. Thông tin chung',
        items: organisation
          ? [
              line('1. Tên tổ chức, doanh nghiệp:', name),
              line('2. Địa chỉ, thông tin liên hệ:', contact.filter(Boolean).join('; ')),
            ]
          : [
              line('1. Họ và tên:', name),
              line('2. Số CCCD:', citizenId),
              line('3. Địa chỉ thông tin liên hệ:', contact.filter(Boolean).join('; ')),
              line('4. Điện thoại:', `${vi(file, 'phone')}     Email: ${vi(file, 'email')}`),
            ],
      },
      {
        title: 'II. Thông tin hệ thống trí tuệ nhân tạo',
        items: [
          line('1. Tên hệ thống:', textOf(answers, 'systemName') ?? ''),
          line('2. Mã định danh hệ thống (AI-ID):', aiIdOf(answers) ?? ''),
          line('3. Mức độ rủi ro:', vi(file, 'level')),
          line(
            '4. Nhà cung cấp, bên triển khai:',
            [
              `${provider ? FIELDS.provider.vi : FIELDS.deployer.vi}: ${name}`,
              ...(other === '' ? [] : [`${provider ? FIELDS.deployer.vi : FIELDS.provider.vi}: ${other}`]),
            ].join('; '),
          ),
        ],
      },
      {
        title: 'III. Thông tin sự cố',
        items: [
          line('1. Thời điểm phát hiện sự cố:', vi(file, 'detectedAt')),
          line('2. Thời điểm xác nhận mối liên hệ nhân quả với hệ thống trí tuệ nhân tạo:', vi(file, 'causalLinkAt')),
          line('3. Địa điểm xảy ra sự cố:', vi(file, 'place')),
          line('4. Mô tả ngắn gọn sự cố:', vi(file, 'description')),
          {
            label: '5. Loại hậu quả (đánh dấu [x] vào ô tương ứng):',
            ticks: [
              ...CONSEQUENCES.flatMap(({ id, box }) =>
                box === undefined ? [] : [{ on: ticked.includes(id), label: `${box};` }],
              ),
              {
                on: typeof answers.affected === 'number',
                label: `Ước tính số lượng người hoặc tổ chức bị ảnh hưởng${typeof answers.affected === 'number' ? `: ${showNumber(answers.affected, 'vi')}` : ''}.`,
              },
            ],
          },
          {
            label: '6. Trạng thái vận hành của hệ thống tại thời điểm báo cáo:',
            ticks: [
              { on: answers.operating === 'running', label: 'Đang hoạt động' },
              { on: answers.operating === 'limited', label: 'Hoạt động hạn chế' },
              { on: answers.operating === 'stopped', label: 'Đã tạm dừng' },
            ],
          },
          line('7. Đánh giá sơ bộ về nguyên nhân sự cố (nếu có):', vi(file, 'causeView')),
        ],
      },
      {
        title: 'IV. Biện pháp khẩn cấp đã thực hiện',
        items: [
          line('1. Biện pháp kỹ thuật:', vi(file, 'technicalMeasures')),
          line('2. Biện pháp tổ chức, quản trị:', vi(file, 'organisationalMeasures')),
        ],
      },
      { title: 'V. Đánh giá sơ bộ thiệt hại và phạm vi ảnh hưởng', items: [line('', vi(file, 'damage'))] },
      { title: 'VI. Kiến nghị, đề xuất (nếu có)', items: [line('', vi(file, 'proposals'))] },
    ],
    signature: organisation
      ? {
          head: 'LÃNH ĐẠO TỔ CHỨC, DOANH NGHIỆP',
          how: '(Ký, ghi rõ họ tên, chức vụ và đóng dấu)',
          ...{ name: vi(file, 'signer'), title: vi(file, 'signerTitle') },
        }
      : {
          head: 'NGƯỜI BÁO CÁO',
          how: '(Ký, ghi rõ họ tên và đóng dấu nếu có)',
          ...{ name: vi(file, 'signer'), title: '' },
        },
    beside: beside(whole),
    foot: `${organisation ? 'Mẫu AI01a' : 'Mẫu AI01b'}, Nghị định 142/2026/NĐ-CP · ${file.number}`,
    qr: qrMatrix(`${site.url}/vi/incidents/${file.number}`),
  }
}

/** What the portal keeps and the form has no line for. */
function beside({ file, clocks, documents }: Whole): readonly Line[] {
  const { answers } = file
  const ticked = listOf(answers, 'consequences')
  const first = clocks.find((c) => c.clock === 'first-report')
  const late = first?.metAt != null && first.metAt > first.reckoning.due
  const sent = file.steps.report
  return [
    {
      label: 'Hậu quả theo khoản 1 Điều 19 mà mẫu không có ô:',
      ticks: CONSEQUENCES.filter(({ box }) => box === undefined).map(({ id, label }) => ({
        ...{ on: ticked.includes(id), label: label.vi },
      })),
    },
    line('Hậu quả:', vi(file, 'nearMiss')),
    ...(answers.uncontrollable === undefined ? [] : [line('Khả năng kiểm soát:', vi(file, 'uncontrollable'))]),
    line('Thời điểm xác nhận sự cố:', vi(file, 'confirmedAt')),
    line('Biện pháp tự thực hiện ngay:', vi(file, 'measures')),
    ...(answers.also === undefined ? [] : [line('Báo cáo khác, dấu hiệu khác:', vi(file, 'also'))]),
    line(
      'Gửi qua Cổng:',
      sent === undefined
        ? 'bản nháp, chưa gửi'
        : `${showTime(sent, 'vi')}${late ? ', sau thời hạn' : ', trong thời hạn'}; ${documents.find(({ content }) => content.kind === 'receipt')?.number ?? ''}`,
    ),
  ]
}
