import { addDays, dayOf } from '../../base/day.ts'
import { done, type Outcome } from '../../base/outcome.ts'
import { type Acting, act, attach, beginAbout, getFile, type Office } from '../../casework/actions.ts'
import type { Answers } from '../../casework/schema.ts'
import type { PartyId } from '../../base/actor.ts'
import type { Kit } from '../../db/kit.ts'
import {
  announceCampaign,
  campaignOf,
  checkOffice,
  createCampaign,
  drawCampaign,
  inspectionOffice,
  openChecks,
} from '../inspections/actions.ts'
import { dismissSignals, orderOffice, recountSignals, signalsOf } from '../supervision/actions.ts'
import { findByAiId } from '../systems/actions.ts'
import type { Cast } from './made-up-cases.ts'
import type { Who } from './made-up-stories.ts'

// Nothing of this happened: who is checked here, and why, is as made up as the systems.

/** Days before the portal starts, and the time of day in Vietnam. */
type Ago = readonly [days: number, time: string]

class Teller {
  readonly #kit: Kit
  readonly #cast: Cast

  constructor(kit: Kit, cast: Cast) {
    this.#kit = kit
    this.#cast = cast
  }

  /** Somebody at a moment of the story. */
  as(who: Who | PartyId, [days, time]: Ago): Acting {
    const at = new Date(`${addDays(dayOf(this.#kit.now()), -days)}T${time}:00+07:00`).toISOString()
    return { ...this.#kit, now: () => at, actor: this.#cast.actor(who) }
  }

  async system(name: string) {
    const system = await findByAiId(this.#kit.db, this.#cast.aiIds[name] ?? '')
    if (system === undefined) throw new Error(`the made-up world lost ${name}`)
    return system
  }

  /** A file drafted by an officer and signed by his chief; answers its number. */
  async signed(
    office: Office,
    verb: 'issue' | 'announce',
    [officer, chief]: readonly [Who, Who],
    when: Ago,
    party: PartyId,
    answers: Answers,
  ): Promise<string> {
    const begun = must(await beginAbout(this.as(officer, when), office, party, answers))
    const { number } = begun
    const [days, time] = when
    await this.step(office, number, officer, when, 'propose', answers)
    await this.step(office, number, chief, [days - 1, time], verb, answers)
    return number
  }

  async step(office: Office, number: string, who: Who | PartyId, when: Ago, verb: string, answers?: Answers) {
    const asked = this.as(who, when)
    const take = (db: Acting['db']) =>
      act({ ...asked, db }, office, number, verb, undefined, answers === undefined ? {} : { answers })
    // A step stands or falls as a whole, also where the world is not filled in one transaction.
    must(await (asked.db.isTransaction ? take(asked.db) : asked.db.transaction().execute(take)))
  }

  async paper(office: Office, number: string, who: Who | PartyId, when: Ago, name: string, words: string) {
    must(await attach(this.as(who, when), office, number, new File([words], name, { type: 'text/plain' })))
  }
}

/** A verb is refused here only by mistake, and a world with a hole is none. */
function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`the made-up world met a refusal: ${JSON.stringify(outcome.refusals)}`)
  return outcome.value
}

/** Orders, a campaign with its checks, an inspection, and signals somebody has looked at. */
export async function tellChecks(kit: Kit, cast: Cast): Promise<Outcome<null>> {
  const t = new Teller(kit, cast)
  await campaign(t)
  await inspection(t)
  await orders(t)
  await recountSignals(kit)
  await looks(t)
  return done(null)
}

const MOST = ['officer', 'chief'] as const

async function orders(t: Teller): Promise<void> {
  const licences = await t.system('raSoat')
  const lifted = await t.signed(orderOffice, 'issue', MOST, [40, '09:10'], licences.provider, {
    ...{ kind: 'suspend', suspendBasis: 'L10.6', aiId: licences.aiId ?? '', systemName: licences.name },
    reason: 'Kết quả rà soát của hệ thống được dùng để trả lại hồ sơ trong khi hệ thống được khai là chỉ hỗ trợ.',
    ...{ scope: 'Chức năng rà soát hồ sơ cấp phép bến.', term: 3, termUnit: 'workingDays' },
    publicReason: 'Cách dùng kết quả rà soát khác với nội dung đã khai.',
  })
  await t.step(orderOffice, lifted, 'songNgan', [38, '14:00'], 'acknowledge')
  await t.step(orderOffice, lifted, 'songNgan', [37, '10:20'], 'comply', {
    ...{ whatDone: 'Đã tắt chức năng; cán bộ rà soát thủ công.', units: 1, unitsDone: 1 },
  })
  await t.step(orderOffice, lifted, 'officer', [36, '09:00'], 'verify', { finding: 'Đã xem tại bộ phận một cửa.' })
  await t.step(orderOffice, lifted, 'chief', [30, '16:00'], 'lift', {
    liftReason: 'Hồ sơ đã được sửa, cán bộ quyết định từng hồ sơ.',
    endPublic: 'Hồ sơ phân loại đã được sửa; cán bộ quyết định từng hồ sơ.',
  })

  const voice = await t.system('giongRu')
  await t.signed(orderOffice, 'issue', MOST, [12, '08:40'], voice.provider, {
    ...{ kind: 'suspend', suspendBasis: 'L12.3', aiId: voice.aiId ?? '', systemName: voice.name },
    reason: 'Báo cáo kết quả khắc phục sự cố đã quá hạn; bản thu mẫu chưa có chấp thuận vẫn còn.',
    ...{ scope: 'Mọi giọng tạo từ bản thu mẫu của người khác.', term: 48, termUnit: 'hours' },
    publicReason: 'Sự cố về giọng nói của người đã mất chưa được khắc phục xong.',
  })

  const credit = await t.system('trangKhuyet')
  const supplement = await t.signed(orderOffice, 'issue', MOST, [6, '10:00'], credit.provider, {
    ...{ kind: 'supplement', aiId: credit.aiId ?? '', systemName: credit.name },
    reason: 'Hồ sơ không nói ai quyết định khoản vay sau khi hệ thống chấm điểm.',
    ...{ scope: 'Phần mô tả chức năng và kiểm soát của con người.', term: 10, termUnit: 'workingDays' },
  })
  await t.step(orderOffice, supplement, 'benTrang', [4, '15:30'], 'acknowledge')
}

async function campaign(t: Teller): Promise<void> {
  const { number } = must(
    await createCampaign(t.as('chief', [34, '09:00']), {
      title: 'Hệ thống hội thoại và giọng nói, quý IV năm 2026',
      purpose: 'Xem người dùng có được biết mình đang gặp trí tuệ nhân tạo không, và hồ sơ có khớp với thực tế không.',
      ...{ levels: ['medium'], sectors: [], place: '', size: 4, way: 'random' },
      ...{
        seedFrom: 'announced',
        seedSays: 'Giải đặc biệt xổ số kiến thiết miền Bắc, ngày mở thưởng kế tiếp (giả định)',
      },
      scope: 'Hồ sơ phân loại, dấu nhận biết và thông báo cho người dùng.',
      members: 'Bùi Thị Tiếp, trưởng đoàn\nCao Văn Duyên, giám sát',
      period: 10,
    }),
  )
  must(await announceCampaign(t.as('chief', [34, '09:30']), number))
  must(await drawCampaign(t.as('chief', [32, '19:00']), number, '05417'))
  must(await openChecks(t.as('officer', [31, '08:15']), number))
  const { sample } = must(await campaignOf(t.as('officer', [31, '08:20']), number))
  for (const [n, { file }] of sample.entries()) if (file !== null) await check(t, file, n)
}

/** The first check is concluded and published, the second waits for an explanation, the third for records, the last for a signature. */
async function check(t: Teller, number: string, nth: number): Promise<void> {
  const found = must(await getFile(t.as('officer', [30, '09:00']), checkOffice, number))
  if (nth >= 3) return
  await t.step(checkOffice, number, 'chief', [29, '10:00'], 'announce', found.answers)
  await t.step(checkOffice, number, 'officer', nth === 2 ? [3, '09:00'] : [26, '09:00'], 'request', {
    records: 'Ảnh chụp chỗ báo cho người dùng biết\nNhật ký lưu vết của một ngày\nKết quả kiểm thử gần nhất',
    recordsWhy: 'So nội dung hồ sơ với cách hệ thống đang chạy.',
    recordsDays: 7,
  })
  if (nth === 2) return
  await t.paper(checkOffice, number, found.party, [22, '14:00'], 'anh-chup.txt', 'Ảnh chụp màn hình chào.\n')
  await t.step(checkOffice, number, found.party, [22, '14:05'], 'deliver', { items: '1, 2' })
  await t.step(checkOffice, number, 'officer', [21, '10:30'], 'receive', {
    ...{ items: '3', received: 'Một tập giấy 12 trang, đóng dấu giáp lai.', giver: 'Người đại diện' },
  })
  await t.step(checkOffice, number, 'officer', nth === 1 ? [2, '16:00'] : [18, '16:00'], 'find', {
    findings:
      nth === 1
        ? 'Lời báo cho người dùng chỉ hiện ở lần đầu; người quay lại không thấy nữa.'
        : 'Không phát hiện sai lệch giữa hồ sơ và thực tế.',
    explainDays: 5,
  })
  if (nth === 1) return
  await t.step(checkOffice, number, found.party, [16, '09:45'], 'explain', { explanation: 'Chúng tôi đồng ý.' })
  await t.step(checkOffice, number, 'chief', [14, '11:00'], 'conclude', {
    conclusion: 'Hồ sơ phân loại khớp với thực tế; người dùng được báo rõ ràng.',
    ...{ answered: 'Bên được kiểm tra đồng ý với dự thảo.', outcomes: ['none'] },
  })
  await t.step(checkOffice, number, 'chief', [13, '15:00'], 'publish', {
    publicSummary:
      'Một hệ thống hội thoại được chọn ngẫu nhiên. Hồ sơ phân loại khớp với thực tế, người dùng được báo rõ là đang gặp trí tuệ nhân tạo. Không phát hiện vi phạm.',
    nameSystem: 'no',
  })
}

async function inspection(t: Teller): Promise<void> {
  const exam = await t.system('chamThi')
  const number = await t.signed(
    inspectionOffice,
    'announce',
    ['officer-province', 'chief-province'],
    [20, '08:30'],
    exam.provider,
    {
      ...{ aiId: exam.aiId ?? '', systemName: exam.name, ground: 'signs' },
      reason: 'Kết quả chấm thi được dùng ngay để cấp chứng nhận, chưa thấy người chấm lại.',
      ...{ scope: 'Hệ thống chấm thi lý thuyết và quy trình công bố kết quả.', period: 30 },
      legal: 'Pháp luật về thanh tra.',
      members: 'Quách Văn Tỉnh, trưởng đoàn\nĐinh Thị Đầu, người ra quyết định',
      necessity: 'Không có cách khác để biết ai quyết định kết quả cuối cùng.',
    },
  )
  await t.step(inspectionOffice, number, 'officer-province', [17, '09:15'], 'request', {
    records: 'Hồ sơ kỹ thuật của hệ thống\nNhật ký lưu vết của kỳ thi gần nhất\nDữ liệu huấn luyện: danh mục và nguồn',
    recordsWhy: 'Xác định ai quyết định kết quả và hệ thống học từ đâu.',
    recordsDays: 10,
  })
  await t.paper(
    inspectionOffice,
    number,
    exam.provider,
    [11, '16:10'],
    'ho-so-ky-thuat.txt',
    'Hồ sơ kỹ thuật, bản 1.0.\n',
  )
  await t.step(inspectionOffice, number, exam.provider, [11, '16:15'], 'deliver', { items: '1' })
}

/** What somebody has looked at already: a late notice with a good reason. */
async function looks(t: Teller): Promise<void> {
  const { aiId } = await t.system('raSoat')
  const officer = t.as('officer', [0, '07:30'])
  const { signals } = must(await signalsOf(officer, aiId ?? ''))
  const late = signals.filter(({ kind, state }) => kind === 'late' && state === 'open').map(({ id }) => id)
  if (late.length === 0) return
  must(await dismissSignals(officer, aiId ?? '', late, 'Đã xem trong yêu cầu tạm dừng tháng trước; hồ sơ đã được sửa.'))
}
