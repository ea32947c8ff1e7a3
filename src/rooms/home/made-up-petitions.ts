import type { Actor, UnitId } from '../../base/actor.ts'
import { addDays, dayOf } from '../../base/day.ts'
import type { Outcome } from '../../base/outcome.ts'
import type { Acting } from '../../casework/actions.ts'
import type { Kit } from '../../db/kit.ts'
import { answer, close, EVALUATION_KEYS, keepKey, send, type Sent, take } from '../petitions/actions.ts'
import { TOLD_CODE } from './schema.ts'

/** A message of the made-up world: whoever tells it, and what the unit has made of it so far. */
interface ToldMessage {
  readonly daysAgo: number
  readonly sent: Pick<Sent, 'kind' | 'text'> & Partial<Sent>
  /** The name of the system it is about, where it is about one. */
  readonly system?: string
  readonly taken?: number
  readonly answered?: readonly [daysAgo: number, text: string]
  readonly closed?: readonly [daysAgo: number, outcome: string, summary: string]
}

const NOBODY = { about: '', act: '', named: 'no', name: '', contact: '', files: [] } as const

const TOLD: readonly ToldMessage[] = [
  {
    daysAgo: 24,
    sent: {
      kind: 'record-error',
      text: 'Phạm vi ghi ba điểm giao dịch, nhưng tôi thấy quầy ở chợ Bến cũng dùng.',
      code: 'mua sen bien tre gio que hoa nang',
    },
    system: 'trangNon',
    taken: 22,
    answered: [18, 'Cảm ơn bạn. Hợp tác xã đã được nhắc và đã cập nhật phạm vi sử dụng.'],
    closed: [17, 'mended', 'Nhà cung cấp đã cập nhật phạm vi: bốn điểm giao dịch.'],
  },
  {
    daysAgo: 20,
    sent: {
      kind: 'feedback',
      text: 'Xin cho tải danh sách hệ thống đang bị tạm dừng dưới dạng bảng tính.',
      code: 'gio mua bien sen tre que hoa nang',
    },
    taken: 19,
    answered: [12, 'Danh sách có trong dữ liệu mở, dạng CSV, được cập nhật hằng đêm.'],
    closed: [11, 'noted', 'Danh sách hệ thống bị tạm dừng đã có trong dữ liệu mở, dạng CSV.'],
  },
  {
    daysAgo: 9,
    sent: {
      ...{ kind: 'prohibited', act: 'L7.2.b', code: TOLD_CODE },
      text: 'Có người gọi cho các cụ trong xóm bằng giọng y như con cháu, bảo chuyển tiền gấp. Ba nhà đã mất tiền tiết kiệm.',
    },
    taken: 8,
    answered: [
      6,
      'Chúng tôi đã nhận và đang phối hợp xác minh. Nếu có số điện thoại gọi đến, bạn có thể viết thêm tại đây.',
    ],
  },
  {
    daysAgo: 3,
    sent: {
      ...{ kind: 'prohibited', act: 'L7.4', named: 'yes', name: 'Nguyễn Văn Giả Định', contact: '0900 000 000' },
      ...{
        text: 'Ở xưởng tôi làm, nút dừng của máy phân loại bị bọc lại để không ai bấm được.',
        code: 'que hoa mua sen bien tre gio nang',
      },
    },
    taken: 2,
  },
  {
    daysAgo: 1,
    sent: {
      ...{ kind: 'prohibited', act: 'unsure', code: 'nang que hoa mua sen bien tre gio' },
      text: 'Trang bán thuốc dùng hình và giọng giả của một bác sĩ có thật. Tôi không chắc đây là hành vi nào.',
    },
  },
]

/** Messages in every stage, sealed for keys that everybody knows. */
export async function tellPetitions(
  kit: Kit,
  unit: UnitId,
  officers: readonly [Actor, Actor],
  aiIds: Readonly<Record<string, string>>,
): Promise<readonly Outcome<unknown>[]> {
  const at = (daysAgo: number): Kit => ({ ...kit, now: () => `${addDays(dayOf(kit.now()), -daysAgo)}T03:00:00.000Z` })
  const [officer] = officers
  const seen: Outcome<unknown>[] = []
  for (const [n, { recipient }] of EVALUATION_KEYS.entries()) {
    const holder = officers[n]
    if (holder?.kind !== 'person') continue
    const key = { unit, recipient, label: holder.name, account: holder.account, since: at(30).now() }
    seen.push(await keepKey(kit, key))
  }
  for (const { daysAgo, sent, system, taken, answered, closed } of TOLD) {
    const about = system === undefined ? '' : (aiIds[system] ?? '')
    const kept = await send(at(daysAgo), { ...NOBODY, about, code: '', crowded: () => false, ...sent })
    seen.push(kept)
    if (!kept.ok) continue
    const { number } = kept.value.petition
    const as = (ago: number): Acting => ({ ...at(ago), actor: officer })
    if (taken !== undefined) seen.push(await take(as(taken), number))
    if (answered !== undefined) seen.push(await answer(as(answered[0]), number, answered[1]))
    if (closed !== undefined) seen.push(await close(as(closed[0]), number, { outcome: closed[1], summary: closed[2] }))
  }
  return seen
}
