import { type AccountId, type Actor, type PartyId, SCOPES } from './base/actor.ts'
import { day, type Instant } from './base/day.ts'
import { secretToken } from './base/ids.ts'
import type { Outcome } from './base/outcome.ts'
import type { Kit } from './db/kit.ts'
import type { Facts } from './law/rule.ts'
import { keepAssessment } from './rooms/assessment/actions.ts'
import { notify, type Origin, reclassify, send } from './rooms/classification/actions.ts'
import type { NoticeInput, Offered, ReclassificationInput } from './rooms/classification/schema.ts'
import { type Cast, tellCases } from './rooms/home/made-up-cases.ts'
import { tellChecks } from './rooms/home/made-up-checks.ts'
import { CHAT, CLEAR, CREDIT, EXAM, LICENCES, STANDS, SURGERY, TUG, VOICE } from './rooms/home/made-up-facts.ts'
import { MEMBERS, OFFICERS, PARTIES, type PartyName, UNITS } from './rooms/home/made-up-parties.ts'
import { tellPetitions } from './rooms/home/made-up-petitions.ts'
import * as made from './rooms/home/made-up-systems.ts'
import { issueCertificate } from './rooms/marks/certificate-actions.ts'
import { laySamples } from './rooms/marks/sample-actions.ts'
import {
  addMember,
  createAccount,
  createApiKey,
  createParty,
  createUnit,
  seatOfficer,
} from './rooms/parties/actions.ts'
import {
  type Acting,
  act,
  endDeployment,
  findByAiId,
  findDraft,
  linkDeployer,
  listDeployments,
  saveDraft,
  startDraft,
  updateDossier,
} from './rooms/systems/actions.ts'
import type { Answers, Verb } from './rooms/systems/schema.ts'

/** What the evaluation mode tells its visitors. */
export interface World {
  readonly accounts: { role: string; email: string; password: string }[]
  readonly apiKey: string
}

/** Whoever acts for an organisation in the story. */
interface Teller {
  readonly account: AccountId
  readonly party: PartyId
  readonly actor: Actor
}
type Tellers = Readonly<Record<PartyName, Teller>>

/** A verb of a room is refused here only by mistake, and a world with a hole is none. */
async function must<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const result = await outcome
  if (!result.ok) throw new Error(`the made-up world met a refusal: ${JSON.stringify(result.refusals)}`)
  return result.value
}

const at = <T extends Kit>(kit: T, instant: Instant): T => ({ ...kit, now: () => new Date(instant).toISOString() })

/**
 * Fills the evaluation mode with a small made-up world, through the same verbs people use. Told in the order of its
 * days, so that numbers and log leaves stand in the order of their times.
 */
export async function fillWorld(kit: Kit): Promise<World> {
  const accounts: World['accounts'] = []
  const begin = at(kit, '2026-06-22T01:30:00Z')
  const tellers = await gatherParties(begin, accounts)
  const officers = await seatOfficers(begin, accounts)
  const { account, party } = tellers.benTrang
  const apiKey = await createApiKey(at(kit, '2026-07-01T02:00:00Z'), {
    party,
    account,
    label: 'Kết nối thử của hợp tác xã',
    scopes: [...SCOPES],
  })
  const aiIds = await tell(new Story(kit, tellers))
  const cast: Cast = { aiIds, actor: (who) => personOf(who, tellers, officers) }
  await must(tellCases(kit, cast))
  await tellMessages(kit, officers, aiIds)
  await must(tellChecks(kit, cast))
  // From today, whenever the world is made: a certificate that has ended could not be tried.
  const { trangNon } = aiIds
  if (kit.authority !== undefined && trangNon !== undefined) {
    const asked = { ...kit, actor: tellers.benTrang.actor }
    const certificate = await must(issueCertificate(asked, trangNon))
    if (kit.site.samples !== undefined) await must(laySamples(asked, trangNon, certificate))
  }
  return { accounts, apiKey }
}

type Officers = ReadonlyMap<string, Actor>

/** Messages of people who are nobody, at the desk of the unit that keeps the portal. */
async function tellMessages(kit: Kit, officers: Officers, aiIds: Cast['aiIds']): Promise<void> {
  const [officer, chief] = [officers.get('officer'), officers.get('chief')]
  if (officer?.kind !== 'person' || officer.seat === null || chief === undefined) throw new Error('nobody sits there')
  const seen = await tellPetitions(kit, officer.seat.unit, [officer, chief], aiIds)
  for (const outcome of seen) await must(Promise.resolve(outcome))
}

function personOf(who: Parameters<Cast['actor']>[0], tellers: Tellers, officers: Officers): Actor {
  const party = Object.values(tellers).find((teller) => teller.party === who)
  const actor = party?.actor ?? (who in tellers ? tellers[who as PartyName].actor : officers.get(who))
  if (actor === undefined) throw new Error(`nobody in the made-up world is ${who}`)
  return actor
}

/** Every officer in his unit, by the role his account is printed with. */
async function seatOfficers(kit: Kit, accounts: World['accounts']): Promise<Officers> {
  const seated = new Map<string, Actor>()
  const units = new Map<string, Awaited<ReturnType<typeof createUnit>>>()
  for (const [name, details] of Object.entries(UNITS)) units.set(name, await createUnit(kit, details))
  for (const officer of OFFICERS) {
    const account = await welcome(kit, officer, accounts)
    const unit = units.get(officer.unit)
    if (unit === undefined) continue
    await seatOfficer(kit, unit, account, officer.as)
    const { role, name, email, lang } = officer
    const seat = { unit, kind: officer.unit, role: officer.as }
    seated.set(role, { kind: 'person', account, name, email, lang, acting: null, seat })
  }
  return seated
}

async function gatherParties(kit: Kit, accounts: World['accounts']): Promise<Tellers> {
  const tellers: Partial<Record<PartyName, Teller>> = {}
  for (const member of MEMBERS) {
    const account = await welcome(kit, member, accounts)
    const founded = tellers[member.party]
    if (founded !== undefined) await addMember(kit, founded.party, account, member.as)
    else {
      const { id, name } = await createParty(kit, account, PARTIES[member.party])
      const acting = { party: id, name, role: 'owner' } as const
      const { email, lang } = member
      const actor: Actor = { kind: 'person', account, name: member.name, email, lang, acting, seat: null }
      tellers[member.party] = { account, party: id, actor }
    }
  }
  return tellers as Tellers
}

type Newcomer = { readonly role: string; readonly email: string; readonly name: string; readonly lang: 'vi' | 'en' }

/** Every installation has passwords of its own. */
async function welcome(kit: Kit, { role, ...person }: Newcomer, accounts: World['accounts']): Promise<AccountId> {
  const password = secretToken().slice(0, 16)
  accounts.push({ role, email: person.email, password })
  return createAccount(kit, { ...person, password })
}

type Level = NoticeInput['result']['level']
type More = Omit<Offered, 'facts'> & { readonly facts?: Facts }

/** The rooms' verbs with the names filled in; a system is called by its AI-ID. */
class Story {
  readonly #kit: Kit
  readonly #tellers: Tellers

  constructor(kit: Kit, tellers: Tellers) {
    this.#kit = kit
    this.#tellers = tellers
  }

  partyOf(who: PartyName): PartyId {
    return this.#tellers[who].party
  }

  #as(who: PartyName, when: Instant): Acting {
    return { ...at(this.#kit, when), actor: this.#tellers[who].actor }
  }

  async #system(aiId: string) {
    const system = await findByAiId(this.#kit.db, aiId)
    if (system === undefined) throw new Error(`the made-up world lost ${aiId}`)
    return system
  }

  async notify(when: Instant, who: PartyName, written: made.Written, level: Level, more: More, origin?: Origin) {
    const dossier = { ...written, ...providerOf(who) }
    const input = { dossier, result: { level }, offered: more } as NoticeInput
    return (await must(notify(this.#as(who, when), input, origin))).receipt.aiId
  }

  async publish(when: Instant, who: PartyName, answers: Answers, more: More): Promise<string> {
    const id = await this.draft(when, who, answers, { level: 'low', ...more })
    return (await must(send(this.#as(who, when), id))).receipt.aiId
  }

  async draft(when: Instant, who: PartyName, answers: Answers, result: Readonly<Record<string, unknown>>) {
    const asked = this.#as(who, when)
    const { id } = await must(startDraft(asked, this.partyOf(who), answers.name ?? ''))
    const rev = (await findDraft(asked.db, id))?.rev ?? 1
    await must(saveDraft(asked, id, rev, (paper) => ({ answers: { ...paper.answers, ...answers }, result })))
    return id
  }

  async step(when: Instant, who: PartyName, aiId: string, verb: Verb, reason: string | null = null): Promise<void> {
    const { id, seq } = await this.#system(aiId)
    await must(act(this.#as(who, when), id, verb, seq, reason))
  }

  async rewrite(
    when: Instant,
    who: PartyName,
    aiId: string,
    written: made.Written,
    kind: 'updated' | 'corrected',
    reason: string,
  ): Promise<void> {
    const { id } = await this.#system(aiId)
    await must(updateDossier(this.#as(who, when), id, { ...written, ...providerOf(who) }, kind, reason))
  }

  async reclassify(when: Instant, who: PartyName, aiId: string, input: ReclassificationInput): Promise<void> {
    await must(reclassify(this.#as(who, when), aiId, input))
  }

  async deploy(when: Instant, who: PartyName, aiId: string, name: string, party: PartyId | null, since: string) {
    const { id } = await this.#system(aiId)
    await must(linkDeployer(this.#as(who, when), id, { name, party, since: day(since), until: null }))
  }

  async endDeployment(when: Instant, who: PartyName, aiId: string, name: string, until: string): Promise<void> {
    const { id } = await this.#system(aiId)
    const deployment = (await listDeployments(this.#kit.db, id)).find((d) => d.deployerName === name)
    await must(endDeployment(this.#as(who, when), id, deployment?.id ?? '', day(until)))
  }

  async keep(when: Instant, who: PartyName, facts: Facts): Promise<void> {
    const { actor, ...kit } = this.#as(who, when)
    await must(keepAssessment(kit, actor, facts))
  }
}

const providerOf = (who: PartyName) => {
  const { name, address, contact } = PARTIES[who]
  return { providerName: name, providerAddress: address, providerContact: contact }
}

/** The AI-IDs of the systems by their names in this file. */
async function tell(story: Story): Promise<Readonly<Record<string, string>>> {
  const july = await inJuly(story)
  const summer = await inAugust(story, july)
  return { ...july, ...summer, ...(await inAutumn(story, { ...july, ...summer })) }
}

/** The portal opens; what came in by the interim channel keeps its time (Decree art. 46). */
async function inJuly(s: Story) {
  const interim = { channel: 'interim', receivedAt: '2026-05-18T03:25:40.000Z' } as const
  const chat: More = { sectors: ['banking'], facts: CHAT, inUse: true, firstUse: day('2026-05-20') }
  const trangNon = await s.notify('2026-07-01T02:10:12Z', 'benTrang', made.TRANG_NON, 'medium', chat, interim)
  const hoiDap = await s.notify('2026-07-03T01:42:07Z', 'songNgan', made.HOI_DAP_BEN, 'medium', {
    sectors: ['transport'],
    facts: { ...CHAT, stateBody: true },
  })
  const luongLach = await s.notify('2026-07-06T07:18:55Z', 'baNhanh', made.LUONG_LACH, 'medium', {
    sectors: ['education'],
    facts: CHAT,
  })
  await s.step('2026-07-07T01:00:00Z', 'songNgan', hoiDap, 'put-into-use')
  const raSoat = await s.notify('2026-07-08T03:05:31Z', 'songNgan', made.RA_SOAT_BEN, 'medium', {
    sectors: ['transport'],
    inUse: true,
    firstUse: day('2026-07-08'),
  })
  await s.publish('2026-07-10T08:20:00Z', 'baNhanh', made.XEP_LICH, {
    sectors: ['education'],
    facts: CLEAR,
    inUse: true,
  })
  await s.step('2026-07-13T01:30:00Z', 'baNhanh', luongLach, 'put-into-use')
  const trangTron = await s.notify('2026-07-15T09:01:44Z', 'benTrang', made.TRANG_TRON, 'medium', {
    sectors: ['banking'],
    facts: CHAT,
    inUse: true,
    firstUse: day('2026-07-15'),
  })
  const giongRu = await s.notify('2026-07-20T13:37:20Z', 'saoMai', made.GIONG_RU, 'medium', {
    sectors: ['other'],
    facts: VOICE,
  })
  await s.step('2026-07-22T12:00:00Z', 'saoMai', giongRu, 'put-into-use')
  const thiepVe = await s.notify('2026-07-24T14:12:09Z', 'saoMai', made.THIEP_VE, 'medium', {
    inUse: true,
    facts: VOICE,
  })
  await s.notify('2026-07-28T02:55:18Z', 'baNhanh', made.LONG_TIENG, 'medium', {
    sectors: ['education'],
    facts: VOICE,
    inUse: true,
    firstUse: day('2026-07-28'),
  })
  return { trangNon, hoiDap, luongLach, raSoat, trangTron, giongRu, thiepVe }
}

type July = Awaited<ReturnType<typeof inJuly>>

const TRANG_NON_1_1: made.Written = {
  ...made.TRANG_NON,
  version: '1.1',
  functions: [...made.TRANG_NON.functions, 'Nhận câu hỏi bằng giọng nói'],
  inputData: [...made.TRANG_NON.inputData, 'Giọng nói của thành viên, chuyển thành văn bản rồi xóa ngay'],
}
const TRANG_NON_CORRECTED: made.Written = {
  ...TRANG_NON_1_1,
  affected: ['Thành viên hợp tác xã', 'Người thân được thành viên nhờ hỏi thay'],
}

const TRANG_TRON_2: made.Written = {
  ...made.TRANG_TRON,
  version: '2.0',
  purpose: 'Xét hồ sơ vay vốn mùa vụ và tự quyết định cho vay trong hạn mức, để thành viên nhận tiền trong ngày.',
  functions: ['Chấm điểm khả năng trả nợ', 'Quyết định cho vay hoặc từ chối', 'Giải thích quyết định cho thành viên'],
  architecture:
    'Khối hội thoại thu thập thông tin; khối tính khả năng trả nợ; khối quyết định theo ngưỡng của hội đồng tín dụng; khối giải thích. Lệnh giải ngân được gửi thẳng đến bộ phận quỹ.',
  users: ['Thành viên đề nghị vay', 'Cán bộ tín dụng giám sát'],
}

/** On 15 August the list of high-risk systems takes effect (Decision 33/2026/QĐ-TTg). */
async function inAugust(s: Story, { trangNon, giongRu }: July) {
  await s.deploy('2026-08-01T03:00:00Z', 'saoMai', giongRu, PARTIES.muaNgau.name, s.partyOf('muaNgau'), '2026-08-01')
  await s.rewrite(
    '2026-08-05T04:20:33Z',
    'benTrang',
    trangNon,
    TRANG_NON_1_1,
    'updated',
    'Thêm cách hỏi bằng giọng nói.',
  )
  await s.deploy('2026-08-10T03:10:00Z', 'saoMai', giongRu, PARTIES.doiSim.name, s.partyOf('doiSim'), '2026-08-10')
  await s.publish('2026-08-12T06:45:00Z', 'muaNgau', made.GOI_Y_O, { sectors: ['other'], facts: CLEAR })
  const tug = await s.notify('2026-08-19T08:14:26Z', 'tarnHeron', made.APRON_TUG, 'high', {
    sectors: ['transport'],
    entries: ['VI.17'],
    facts: TUG,
    inUse: true,
    firstUse: day('2026-06-02'),
  })
  await s.deploy('2026-08-19T08:30:00Z', 'tarnHeron', tug, 'Cảng hàng không Đồng Mây', null, '2026-06-02')
  const stands = await s.notify('2026-08-21T07:50:02Z', 'tarnHeron', made.STAND_PLANNER, 'high', {
    sectors: ['transport'],
    entries: ['VI.16'],
    facts: STANDS,
  })
  const chamThi = await s.notify('2026-08-27T02:33:47Z', 'baNhanh', made.CHAM_THI, 'high', {
    sectors: ['education'],
    entries: ['I.2'],
    facts: EXAM,
  })
  return { stands, chamThi }
}

async function inAutumn(s: Story, known: July & Awaited<ReturnType<typeof inAugust>>) {
  const { trangNon, trangTron, luongLach, raSoat, stands, chamThi, giongRu, thiepVe } = known
  await s.step('2026-09-01T00:30:00Z', 'tarnHeron', stands, 'put-into-use')
  const slip = 'Bản trước ghi thiếu nhóm người bị ảnh hưởng.'
  await s.rewrite('2026-09-03T03:12:50Z', 'benTrang', trangNon, TRANG_NON_CORRECTED, 'corrected', slip)
  await s.step('2026-09-07T01:00:00Z', 'baNhanh', chamThi, 'put-into-use')
  const alone = 'Hệ thống tự quyết định khoản vay mùa vụ; cán bộ tín dụng giám sát và xử lý khiếu nại.'
  await s.rewrite('2026-09-08T02:11:05Z', 'benTrang', trangTron, TRANG_TRON_2, 'updated', alone)
  await s.reclassify('2026-09-10T08:25:19Z', 'benTrang', trangTron, {
    trigger: 'significant-change',
    completedOn: day('2026-09-04'),
    result: { level: 'high' },
    reason: 'Hệ thống chuyển từ soạn đề xuất sang tự quyết định các khoản vay đạt mức giá trị quy định.',
    offered: { entries: ['IV.2'], facts: CREDIT },
  })
  await s.notify('2026-09-22T09:40:11Z', 'tarnHeron', made.SUTURE_GUIDE, 'high', {
    sectors: ['health'],
    entries: ['III.1'],
    facts: SURGERY,
  })
  const depth = 'Trả lời sai độ sâu luồng sau đợt lũ; tạm dừng để cập nhật giáo trình và kiểm tra lại.'
  await s.step('2026-09-29T02:05:00Z', 'baNhanh', luongLach, 'suspend', depth)
  const trangKhuyet = await s.notify('2026-10-06T07:31:58Z', 'benTrang', made.TRANG_KHUYET, 'medium', {
    sectors: ['banking'],
    facts: CREDIT,
  })
  await s.endDeployment('2026-10-10T02:00:00Z', 'saoMai', giongRu, PARTIES.doiSim.name, '2026-10-10')
  const second = 'Mở rộng sang điểm giao dịch thứ tư, thay bộ câu hỏi kiểm thử.'
  const trangNon2: made.Written = {
    ...TRANG_NON_CORRECTED,
    version: '2.0',
    scope: 'Bốn điểm giao dịch của hợp tác xã trong tỉnh Đồng Mây; khoảng 5.200 thành viên.',
    safetyMeasures: TRANG_NON_CORRECTED.safetyMeasures.replace('350', '480'),
  }
  await s.rewrite('2026-10-12T08:08:08Z', 'benTrang', trangNon, trangNon2, 'updated', second)
  const wrong =
    'Two aircraft were given the same stand on 13 October; nobody was hurt. Recalled until the cause is found.'
  await s.step('2026-10-14T05:20:00Z', 'tarnHeron', stands, 'recall', wrong)
  await s.reclassify('2026-10-19T03:48:36Z', 'songNgan', raSoat, {
    trigger: 'significant-change',
    completedOn: day('2026-09-01'),
    result: { level: 'high' },
    reason: 'Kết quả rà soát của hệ thống nay được dùng trực tiếp để trả lại hồ sơ.',
    offered: { entries: ['VI.5'], facts: LICENCES },
  })
  const twice = await s.notify('2026-10-20T02:15:00Z', 'benTrang', made.TRANG_NON_TWICE, 'medium', { facts: CHAT })
  const same = 'Thông báo nhầm lần hai cho cùng một hệ thống.'
  await s.step('2026-10-20T02:41:00Z', 'benTrang', twice, 'withdraw', same)
  await s.draft('2026-10-26T03:30:00Z', 'benTrang', made.TRANG_RAM, {})
  await s.draft('2026-10-26T09:10:00Z', 'baNhanh', made.NHAT_KY_DO, { level: 'medium', sectors: ['education'] })
  await s.keep('2026-10-28T02:22:00Z', 'benTrang', VOICE)
  await s.step('2026-10-30T11:00:00Z', 'saoMai', thiepVe, 'retire', 'Tác giả ngừng dịch vụ vẽ thiệp.')
  return { trangKhuyet }
}
