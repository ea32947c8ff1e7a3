import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, PartyId } from '../../base/actor.ts'
import { day } from '../../base/day.ts'
import type { Acting } from '../../casework/actions.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { noticeBody } from '../../../test/notices.ts'
import { umbrellaWorld } from '../../../test/umbrella.ts'
import { codes, good, kept } from '../../../test/outcomes.ts'
import { createAccount, createParty } from '../parties/actions.ts'
import { putOnRecord } from '../systems/actions.ts'
import * as act from './actions.ts'
import { dongIn, matterOffers } from './claim-rules.ts'
import type { Claim, MatterVerb } from './schema.ts'

const { kit, owner } = await freshDatabase()
const world = await umbrellaWorld(kit)

interface Somebody {
  readonly party: PartyId
  readonly as: Acting
}
async function newParty(name: string, code: string | null): Promise<Somebody> {
  const email = `${name.replaceAll(' ', '')}@thuvien.example`
  const account = await createAccount(kit, { email, name, lang: 'vi', password: 'ô che mưa nắng 2026' })
  const { id } = await createParty(kit, account, {
    ...{ kind: code === null ? 'individual' : 'organisation', name, address: '2 Bến Sông', contact: email },
    ...{ country: 'VN', code, contactPoint: null, presence: null, representative: null, stateBody: false },
  } as const)
  const actor: Actor = {
    ...{ kind: 'person', account, name, email, lang: 'vi', seat: null },
    acting: { party: id, name, role: 'owner' },
  }
  return { party: id, as: { ...kit, actor } }
}
/** The injured person; a school that deployed the adviser; a workshop the school has a contract with. */
const [an, school, workshop] = [
  await newParty('Nguyễn Văn An', null),
  await newParty('Trường Ô', '0100000008'),
  await newParty('Xưởng Ô', null),
]

const system = good(
  await kept(world.as('lan'), (asked) =>
    putOnRecord(asked, {
      ...{ provider: world.library, answers: noticeBody('O-29').dossier, verb: 'notified', data: {} },
      ...{ reason: null, at: asked.now() },
      becomes: { level: 'high', state: 'in-use', sectors: ['education'], entries: [], firstUse: day('2026-06-01') },
    }),
  ),
).system

const SAID: act.ClaimTyped = {
  ...{ title: 'Ướt hết sách vì lời khuyên không mang ô', facts: 'Hệ thống khuyên không cần ô; bão tới.' },
  ...{ happenedOn: day('2026-10-20'), systemName: '', aiId: system.aiId.toLowerCase(), asked: '12.500.000' },
}
const begun = async (said: Partial<act.ClaimTyped> = {}): Promise<Claim> =>
  good(await kept(an.as, (asked) => act.openClaim(asked, { ...SAID, ...said })))
const seqOf = async ({ number }: Claim): Promise<number> =>
  Number((await owner.query('select seq from claim where number = $1', [number])).rows[0].seq)

const invite = async (claim: Claim, role: string, key: string, name = '', by = an.as) =>
  kept(by, async (asked) => act.invite(asked, claim.number, await seqOf(claim), { role, key, name }))
const answer = async (claim: Claim, who: Acting, verb: 'join' | 'decline') =>
  kept(who, async (asked) => act.answerInvitation(asked, claim.number, await seqOf(claim), verb))
const settle = async (claim: Claim, who: Acting, n: number, verb: MatterVerb, amount = '', words = '') =>
  kept(who, async (asked) => act.settleMatter(asked, claim.number, await seqOf(claim), n, verb, { amount, words }))
const seen = async (claim: Claim, who: Acting) => good(await act.getClaim(who, claim.number))

/** A claim of An against the school and the library, both of whom have joined. */
async function joined(): Promise<Claim> {
  const claim = await begun()
  good(await invite(claim, 'deployer', '0100000008'))
  good(await invite(claim, 'provider', system.aiId))
  good(await answer(claim, school.as, 'join'))
  good(await answer(claim, world.as('lan'), 'join'))
  return claim
}

test('whoever was hurt begins a claim, and says of it what can be read', async () => {
  const claim = await begun()
  assert.match(claim.number, /^YCBT-2026-\d{6}$/)
  assert.deepEqual([claim.aiId, claim.systemName, claim.asked], [system.aiId, system.name, 12_500_000])
  const wrong = await kept(an.as, (asked) =>
    act.openClaim(asked, {
      ...{ title: ' ', facts: 'x'.repeat(5001), happenedOn: day('2030-01-01'), systemName: '' },
      ...{ aiId: 'VN-AI-0000-0000', asked: 'nhiều' },
    }),
  )
  assert.deepEqual(codes(wrong), [
    'claim.missing title',
    'claim.too-long facts',
    'claim.day happened',
    'claim.missing systemName',
    'claim.system-unknown aiId',
    'claim.amount asked',
  ])
  assert.deepEqual(codes(await act.openClaim(world.as('mai'), SAID)), ['claim.no-organisation'])
  assert.deepEqual(codes(await act.openClaim(world.as('khanh'), SAID)), ['claim.no-organisation'])
})

test('sums are read as people write them, and what is no sum is refused', () => {
  assert.deepEqual(
    ['12.500.000', '12,500,000 đ', '12 500 000 đồng', '5000 VND'].map(dongIn),
    [12_500_000, 12_500_000, 12_500_000, 5000],
  )
  assert.deepEqual(['', '0', '-5', '1e6', 'năm triệu', '9'.repeat(17)].map(dongIn), Array(6).fill(undefined))
})

test('only those who stand in a claim find it: no officer, no administrator, no stranger, nobody who declined', async () => {
  const claim = await joined()
  for (const who of ['khanh', 'thao', 'quan', 'gio', 'stranger', 'visitor'] as const)
    assert.deepEqual(codes(await act.getClaim(world.as(who), claim.number)), ['claim.unknown'], who)
  assert.deepEqual(codes(await act.getClaim(workshop.as, claim.number)), ['claim.unknown'])
  good(await invite(claim, 'user', '', 'Người bán sách'))
  const other = await begun()
  good(await invite(other, 'deployer', '0100000008'))
  good(await answer(other, school.as, 'decline'))
  assert.deepEqual(codes(await act.getClaim(school.as, other.number)), ['claim.unknown'])
  assert.deepEqual(codes(await invite(other, 'deployer', '0100000008')), ['claim.already-there key'])
  assert.equal((await owner.query("select 1 from access_note where object like 'YCBT-%'")).rowCount, 0)
})

test('the claimant alone invites: the provider by the AI-ID, an organisation by its code, anybody else by a link', async () => {
  const claim = await begun()
  assert.deepEqual(codes(await invite(claim, 'king', 'nobody at all')), ['claim.role role', 'claim.nobody-found key'])
  assert.deepEqual(codes(await invite(claim, 'other', '')), ['claim.missing name'])
  good(await invite(claim, 'provider', system.aiId))
  assert.deepEqual(codes(await invite(claim, 'deployer', '0100000008', '', world.as('lan'))), ['claim.not-your-part'])
  good(await invite(claim, 'third-party', '', 'Xưởng Ô'))
  const { whole } = await seen(claim, an.as)
  const side = whole.sides[2]
  assert.ok(side && side.party === null)
  const token = act.linkFor(kit, claim, side)
  assert.deepEqual(codes(await act.findInvited(kit, `${token.slice(0, -3)}AAA`)), ['claim.unknown'])
  const late = { ...kit, now: () => '2027-03-01T00:00:00.000Z' as never }
  assert.deepEqual(codes(await act.findInvited(late, token)), ['claim.unknown'], 'it lasts thirty days')
  assert.deepEqual(codes(await kept(an.as, (asked) => act.joinByLink(asked, token))), ['claim.already-there'])
  good(await kept(workshop.as, (asked) => act.joinByLink(asked, token)))
  assert.deepEqual(codes(await kept(school.as, (asked) => act.joinByLink(asked, token))), ['claim.unknown'])
  assert.equal((await seen(claim, workshop.as)).side.role, 'third-party')
})

test('an offer is accepted by one and confirmed by the other; a new offer takes acceptance back', async () => {
  const claim = await joined()
  assert.deepEqual(codes(await settle(claim, an.as, 1, 'accept')), ['claim.not-now'])
  good(await settle(claim, school.as, 1, 'offer', '5.000.000', 'Trả trong tháng này.'))
  assert.deepEqual(codes(await settle(claim, school.as, 1, 'accept')), ['claim.not-now'], 'nobody accepts his own')
  good(await settle(claim, an.as, 1, 'offer', '8.000.000'))
  good(await settle(claim, school.as, 1, 'accept'))
  assert.deepEqual(codes(await settle(claim, school.as, 1, 'confirm')), ['claim.not-now'])
  good(await settle(claim, school.as, 1, 'offer', '7.000.000', 'Xin giảm một triệu.'))
  assert.equal((await seen(claim, an.as)).whole.matters[0]?.state, 'talking')
  good(await settle(claim, an.as, 1, 'accept'))
  good(await settle(claim, school.as, 1, 'confirm'))
  const { whole, side } = await seen(claim, an.as)
  assert.equal(whole.matters[0]?.state, 'agreed')
  assert.deepEqual(whole.matters[0] && matterOffers(whole, whole.matters[0], side), ['settle', 'say'])
  assert.deepEqual(codes(await settle(claim, school.as, 1, 'settle')), ['claim.not-now'], 'he who is paid says so')
  assert.deepEqual(codes(await settle(claim, an.as, 1, 'say')), ['claim.missing words-1'])
})

test('what two settle is theirs: another who is liable sees neither offer nor sum', async () => {
  const claim = await joined()
  good(await settle(claim, school.as, 1, 'offer', '5.000.000', 'Giữa hai bên thôi.'))
  const library = await seen(claim, world.as('lan'))
  assert.deepEqual(
    library.whole.matters.map(({ n }) => n),
    [2],
  )
  assert.ok(!JSON.stringify(library.whole).includes('Giữa hai bên thôi'))
  assert.equal(library.whole.sides.length, 3, 'who stands in the claim is known to all')
  assert.deepEqual(codes(await settle(claim, world.as('lan'), 1, 'accept')), ['claim.unknown'])
  assert.deepEqual(codes(await settle(claim, world.as('mai'), 2, 'offer', '1000')), ['claim.not-your-part'])
})

test('whoever has compensated asks another who is liable for the money back, and not before', async () => {
  const claim = await joined()
  const recourse = async (of: number, words = 'Theo điều 7 hợp đồng.') =>
    kept(school.as, async (asked) => act.askRecourse(asked, claim.number, await seqOf(claim), of, words))
  assert.deepEqual(codes(await recourse(2)), ['claim.not-now of'])
  good(await settle(claim, school.as, 1, 'offer', '5.000.000'))
  good(await settle(claim, an.as, 1, 'accept'))
  good(await settle(claim, school.as, 1, 'confirm'))
  good(await settle(claim, an.as, 1, 'settle'))
  assert.deepEqual(codes(await recourse(0)), ['claim.not-now of'], 'never of the injured party')
  assert.deepEqual(codes(await recourse(2, '')), ['claim.missing recourse-words'])
  good(await recourse(2))
  const claimant = JSON.stringify((await seen(claim, an.as)).whole)
  assert.ok(!claimant.includes('điều 7 hợp đồng'), 'the claimant learns nothing of it')
  good(await settle(claim, world.as('lan'), 3, 'offer', '5.000.000'))
  good(await settle(claim, school.as, 3, 'accept'))
  good(await settle(claim, world.as('lan'), 3, 'confirm'))
  const { whole } = await seen(claim, world.as('lan'))
  assert.deepEqual(
    whole.matters.map(({ kind, state }) => `${kind} ${state}`),
    ['compensation talking', 'recourse agreed'],
  )
})

test('withdrawing ends what is talked about and leaves what is agreed', async () => {
  const claim = await joined()
  good(await settle(claim, school.as, 1, 'offer', '5.000.000'))
  good(await settle(claim, an.as, 1, 'accept'))
  good(await settle(claim, school.as, 1, 'confirm'))
  const withdraw = async (who: Acting) =>
    kept(who, async (asked) => act.withdrawClaim(asked, claim.number, await seqOf(claim)))
  assert.deepEqual(codes(await withdraw(school.as)), ['claim.not-your-part'])
  good(await withdraw(an.as))
  assert.deepEqual(codes(await withdraw(an.as)), ['claim.not-now'])
  const { whole } = await seen(claim, an.as)
  assert.deepEqual(
    whole.matters.map(({ state }) => state),
    ['agreed', 'ended'],
  )
  good(await settle(claim, an.as, 1, 'settle'))
})

test('a unit reads what a side lets it read, from then and until then; every reading is noted', async () => {
  const claim = await joined()
  good(await settle(claim, school.as, 1, 'offer', '5.000.000', 'Giữa hai bên thôi.'))
  const share = async (verb: 'share' | 'unshare', unit: string = world.office) =>
    kept(world.as('lan'), async (asked) => act.shareWith(asked, claim.number, await seqOf(claim), unit, verb))
  assert.deepEqual(codes(await share('share', 'no unit')), ['claim.unit-unknown unit'])
  good(await share('share'))
  const read = good(await act.getClaim(world.as('khanh'), claim.number))
  assert.ok(read.reading && read.side.role === 'provider')
  assert.ok(
    !JSON.stringify(read.whole).includes('Giữa hai bên thôi'),
    'what the provider does not see, it does not see',
  )
  assert.deepEqual(codes(await settle(claim, world.as('khanh'), 2, 'offer', '1')), ['claim.unknown'])
  for (const who of ['gio', 'quan'] as const)
    assert.deepEqual(codes(await act.getClaim(world.as(who), claim.number)), ['claim.unknown'], who)
  const notes = await owner.query('select party from access_note where object = $1', [claim.number])
  assert.deepEqual(notes.rows, [{ party: world.library }])
  assert.equal((await act.listOwn(world.as('khanh'))).shared.length, 1)
  assert.ok(!JSON.stringify((await seen(claim, an.as)).whole).includes('"share"'), 'no other side is told')
  good(await share('unshare'))
  assert.deepEqual(codes(await act.getClaim(world.as('khanh'), claim.number)), ['claim.unknown'])
})

test('whoever is late reads anew: a step taken meanwhile refuses the next one', async () => {
  const claim = await joined()
  const stale = await seqOf(claim)
  good(await settle(claim, school.as, 1, 'offer', '5.000.000'))
  const said = { amount: '1', words: '' }
  const late = await kept(an.as, (asked) => act.settleMatter(asked, claim.number, stale, 1, 'offer', said))
  assert.deepEqual(codes(late), ['claim.changed-meanwhile'])
})

test('a claim is no act of the register: no leaf tells of it, and mails hold nothing of it', async () => {
  const leaves = async () => Number((await owner.query('select count(*) as n from log_leaf')).rows[0].n)
  const before = await leaves()
  const claim = await joined()
  good(await settle(claim, school.as, 1, 'offer', '5.000.000', 'Giữa hai bên thôi.'))
  assert.equal(await leaves(), before)
  const mails = await owner.query(
    "select recipient, subject, body from outbox where about like 'claim:' || $1 || '%'",
    [claim.number],
  )
  assert.ok((mails.rowCount ?? 0) >= 5)
  for (const { subject, body } of mails.rows)
    assert.ok(!/5\.000\.000|Giữa hai bên|Ướt hết sách/.test(`${subject} ${body}`))
})
