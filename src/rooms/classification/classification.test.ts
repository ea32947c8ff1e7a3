import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { compactVerify, importJWK } from 'jose'
import type { Actor, PartyId } from '../../base/actor.ts'
import { canonical, type Json } from '../../base/canonical.ts'
import { uuidv7 } from '../../base/ids.ts'
import type { Outcome } from '../../base/outcome.ts'
import { day } from '../../base/day.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { act, findByAiId, listEvents, saveDraft, startDraft, updateDossier } from '../systems/actions.ts'
import type { Dossier } from '../systems/schema.ts'
import { findNotice, listNotices, notify, reclassify, send } from './actions.ts'
import { NoticeInput, ReclassificationInput } from './schema.ts'

const { kit, owner } = await freshDatabase()

const PROVIDER = uuidv7() as PartyId
const STRANGER = uuidv7() as PartyId
const filer = (party: PartyId): Actor => ({
  kind: 'program',
  key: 'k1',
  acting: { party, name: 'Thư viện Ô', role: 'filer' },
  scopes: ['notices:write'],
})
const asked = { ...kit, actor: filer(PROVIDER) }

before(async () => {
  for (const id of [PROVIDER, STRANGER])
    await kit.db
      .insertInto('party')
      .values({
        id,
        kind: 'organisation',
        name: 'Thư viện Ô',
        address: '1 Bến Sông',
        contact: 'o@thuvien.example',
        created_at: kit.now(),
      })
      .execute()
})

const dossier = (more: Partial<Dossier> = {}): Dossier => ({
  name: 'Trợ lý cho mượn ô',
  version: '1.0',
  internalCode: uuidv7(),
  providerName: 'Thư viện Ô',
  providerAddress: '1 Bến Sông',
  providerContact: 'o@thuvien.example',
  purpose: 'Trả lời câu hỏi về việc mượn ô',
  functions: ['Trả lời tin nhắn'],
  architecture: 'Mô hình ngôn ngữ của bên thứ ba và kho câu hỏi',
  scope: 'Ba chi nhánh',
  users: ['Bạn đọc'],
  affected: ['Bạn đọc'],
  inputData: ['Câu hỏi bằng chữ'],
  riskMeasures: 'Nhân viên xem lại hằng tuần',
  safetyMeasures: 'Giới hạn chủ đề',
  transparencyMeasures: 'Báo rõ là máy trả lời',
  ...more,
})
const input = (more: Partial<NoticeInput> = {}): NoticeInput =>
  NoticeInput.parse({ dossier: dossier(), result: { level: 'medium' }, ...more })

const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) assert.fail(JSON.stringify(outcome.refusals))
  return outcome.value
}
const codes = (outcome: Outcome<unknown>): string[] => (outcome.ok ? [] : outcome.refusals.map((r) => r.code))
const count = async (table: string): Promise<number> =>
  Number((await owner.query(`select count(*) as n from ${table}`)).rows[0].n)

test('a list entry or sector named twice stands once on the record', async () => {
  const offered = { entries: ['IV.2', 'IV.2'], sectors: ['banking' as const, 'banking' as const] }
  const { receipt } = value(await notify(asked, input({ result: { level: 'high' }, offered })))
  const { rows } = await owner.query('select entries, sectors from system where ai_id = $1', [receipt.aiId])
  assert.deepEqual(rows, [{ entries: ['IV.2'], sectors: ['banking'] }])
})

test('a notice is recorded at once with AI-ID, number, time and a receipt anyone can verify (N14.4)', async () => {
  const { receipt, jws } = value(await notify(asked, input()))
  assert.match(receipt.aiId, /^VN-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/)
  assert.match(receipt.number, /^TB-2026-\d{6}$/)
  assert.equal(receipt.receivedAt, kit.now())
  assert.equal(receipt.legalValue, false)
  const { payload, protectedHeader } = await compactVerify(jws, async (header) => {
    const jwk = kit.keys.publicKeys().keys.find((k) => (k as { kid: string }).kid === header.kid)
    return importJWK(jwk as object, 'EdDSA')
  })
  assert.equal(protectedHeader.alg, 'EdDSA')
  assert.equal(new TextDecoder().decode(payload), canonical(receipt as unknown as Json))
})

test('row, event, dossier version, notice and log leaf stand together', async () => {
  const { receipt } = value(await notify(asked, input()))
  const system = await findByAiId(kit.db, receipt.aiId)
  assert.ok(system)
  assert.equal(system.state, 'declared')
  const [event] = await listEvents(kit.db, system.id)
  assert.equal(event?.verb, 'notified')
  const { rows } = await owner.query(`select convert_from(body, 'UTF8') as body from log_leaf where id = $1`, [
    event?.data.leaf,
  ])
  const leaf = JSON.parse(rows[0].body) as { type: string; subject: string; groups: object }
  assert.equal(leaf.type, 'system.notified')
  assert.equal(leaf.subject, receipt.aiId)
  assert.ok(!rows[0].body.includes('Thư viện'), 'no name stands in a leaf')
})

test('a low-risk system is not notified, and nothing is kept (L10.3)', async () => {
  const before = await count('system')
  assert.deepEqual(codes(await notify(asked, input({ result: { level: 'low' } }))), ['notice.low'])
  assert.equal(await count('system'), before)
})

test('a system of state secrecy, defence, security or party affairs is refused and nothing is kept (N4.3.d)', async () => {
  for (const screen of ['party-internal', 'state-secret', 'defence', 'security']) {
    const before = await count('system')
    assert.deepEqual(codes(await notify(asked, input({ offered: { facts: { screen } } as never }))), ['notice.outside'])
    assert.equal(await count('system'), before)
  }
})

test('the declaration stands as declared where the tool would answer otherwise, and the difference is recorded', async () => {
  const facts = {
    screen: 'system',
    'sector.education': false,
    'sector.ethnic-religion': false,
    'sector.health': false,
    'sector.banking': false,
    'sector.litigation': false,
    'sector.transport': false,
    'sector.finance': false,
    'medium.interlocutor': false,
    'medium.content': false,
  }
  const { receipt, difference } = value(await notify(asked, input({ offered: { facts } as never })))
  assert.equal(receipt.level, 'medium')
  assert.equal(difference?.tool, 'low')
  const { rows } = await owner.query('select differs, rule_set, judgement from notice where number = $1', [
    receipt.number,
  ])
  assert.equal(rows[0].differs, true)
  assert.equal(rows[0].judgement.ruleSet, rows[0].rule_set)
})

test('the same internal code of the same provider is the same system: refused with its AI-ID (N11.4)', async () => {
  const code = 'UMB 01'
  const { receipt } = value(await notify(asked, input({ dossier: dossier({ internalCode: code }) })))
  const again = await notify(asked, input({ dossier: dossier({ internalCode: 'umb01' }) }))
  assert.ok(!again.ok)
  assert.equal(again.refusals[0]?.code, 'dossier.code-taken')
  assert.equal(again.refusals[0]?.facts?.aiId, receipt.aiId)
  value(await notify({ ...asked, actor: filer(STRANGER) }, input({ dossier: dossier({ internalCode: code }) })))
})

test('a code once declared leads to its system for ever, also after the provider changed it (N11.4)', async () => {
  const first = dossier({ internalCode: 'CŨ 01' })
  const { receipt } = value(await notify(asked, input({ dossier: first })))
  const system = await findByAiId(kit.db, receipt.aiId)
  value(await updateDossier(asked, system?.id ?? '', { ...first, internalCode: 'MỚI 01' }, 'updated', null))
  const again = await notify(asked, input({ dossier: dossier({ internalCode: 'cũ01' }) }))
  assert.ok(!again.ok)
  assert.equal(again.refusals[0]?.facts?.aiId, receipt.aiId)
})

test('an entry of the list beside a level below high is recorded as a difference', async () => {
  const { difference } = value(await notify(asked, input({ offered: { entries: ['IV.2'] } })))
  assert.deepEqual(difference, { declared: 'medium', tool: 'high', cites: ['Q.IV.2'] })
})

test('the same name under another code is recorded with a visible possible duplicate', async () => {
  const name = 'Máy gợi ý đường về'
  const first = value(await notify(asked, input({ dossier: dossier({ name }) })))
  const second = value(
    await notify(asked, input({ dossier: dossier({ name: 'máy  gợi ý đường về'.replace('  ', ' ') }) })),
  )
  assert.deepEqual(second.possibleDuplicates, [first.receipt.aiId])
})

test('a notice received earlier by the interim channel keeps its original time (N46)', async () => {
  const { receipt } = value(
    await notify(asked, input(), { channel: 'interim', receivedAt: '2026-05-20T03:00:00.000Z' }),
  )
  assert.equal(receipt.channel, 'interim')
  assert.equal(receipt.receivedAt, '2026-05-20T03:00:00.000Z')
  assert.equal(receipt.recordedAt, kit.now())
})

test('a viewer does not notify, nor does anybody for another organisation', async () => {
  const viewer: Actor = {
    kind: 'program',
    key: 'k2',
    acting: { party: PROVIDER, name: '', role: 'viewer' },
    scopes: [],
  }
  assert.deepEqual(codes(await notify({ ...asked, actor: viewer }, input())), ['notice.no-organisation'])
})

const review = (level: string, completedOn: string, more: object = {}): ReclassificationInput =>
  ReclassificationInput.parse({ trigger: 'significant-change', completedOn, result: { level }, ...more })

test('a reclassification to a higher level within 15 working days is in time, later it is accepted and marked (N11.3.a)', async () => {
  kit.setNow('2026-11-02T02:00:00.000Z')
  const one = value(await notify(asked, input())).receipt
  const inTime = value(await reclassify(asked, one.aiId, review('high', '2026-10-12')))
  assert.deepEqual(inTime.clock, { due: '2026-11-02', late: false, provisional: [], cite: 'N11.3.a' })
  const two = value(await notify(asked, input())).receipt
  const late = value(await reclassify(asked, two.aiId, review('high', '2026-10-09')))
  assert.equal(late.clock?.late, true)
  assert.equal(late.receipt.aiId, two.aiId, 'the AI-ID stays')
  assert.equal(late.receipt.previousLevel, 'medium')
})

test('no review was completed before the Law was in force (L34)', async () => {
  const one = value(await notify(asked, input())).receipt
  assert.deepEqual(codes(await reclassify(asked, one.aiId, review('high', '2026-02-28'))), [
    'reclassification.before-law',
  ])
})

test('a lower level may be notified whenever the provider likes, without a clock (N11.3.b)', async () => {
  const one = value(await notify(asked, input({ result: { level: 'high' } }))).receipt
  const down = value(await reclassify(asked, one.aiId, review('medium', '2026-06-01')))
  assert.equal(down.clock, null)
  assert.equal(down.receipt.level, 'medium')
})

test('the same level is no reclassification, and a review that is still to come is none either (N11.4)', async () => {
  const one = value(await notify(asked, input())).receipt
  assert.deepEqual(codes(await reclassify(asked, one.aiId, review('medium', '2027-01-01'))), [
    'reclassification.same-level',
    'notice.day-to-come',
  ])
})

test("another organisation's system does not exist for whoever may not see it", async () => {
  const one = value(await notify(asked, input())).receipt
  assert.deepEqual(
    codes(await reclassify({ ...asked, actor: filer(STRANGER) }, one.aiId, review('high', '2026-10-12'))),
    ['system.unknown'],
  )
})

test('a retired system is not reclassified', async () => {
  const one = value(await notify(asked, input())).receipt
  const system = await findByAiId(kit.db, one.aiId)
  value(await act(asked, system?.id ?? '', 'retire', system?.seq ?? 0, 'thay bằng hệ thống khác'))
  assert.deepEqual(codes(await reclassify(asked, one.aiId, review('high', '2026-10-12'))), ['notice.not-now'])
})

test('a draft is sent only when nothing is missing, all gaps said at once, and then becomes the record', async () => {
  const draft = value(await startDraft(asked, PROVIDER, 'Máy đọc phiếu mượn'))
  assert.deepEqual(codes(await send(asked, draft.id)), ['dossier.missing'])
  value(await saveDraft(asked, draft.id, 2, (d) => ({ ...d, result: { level: 'medium' } })))
  const gaps = await send(asked, draft.id)
  assert.ok(!gaps.ok && gaps.refusals.length > 5)
  value(await saveDraft(asked, draft.id, 3, (d) => ({ ...d, answers: dossier({ name: 'Máy đọc phiếu mượn' }) })))
  const { receipt } = value(await send(asked, draft.id))
  assert.equal((await findByAiId(kit.db, receipt.aiId))?.id, draft.id)
  assert.deepEqual(codes(await send(asked, draft.id)), ['notice.not-now'])
})

test('a low-risk system is published with a name, a provider and a purpose, and nothing more is shown (L10.3)', async () => {
  const draft = value(await startDraft(asked, PROVIDER, 'Bộ lọc thư rác'))
  value(
    await saveDraft(asked, draft.id, 2, (d) => ({
      answers: { ...d.answers, purpose: 'Lọc thư rác', users: ['Nhân viên'] },
      result: { level: 'low' },
    })),
  )
  const { receipt } = value(await send(asked, draft.id))
  assert.equal(receipt.kind, 'publication')
  const { rows } = await owner.query('select public from system where ai_id = $1', [receipt.aiId])
  assert.deepEqual(rows[0].public.users, [])
  assert.equal(rows[0].public.provider.address, null)
})

test('notices stay as they were: every one is found again by number and by system', async () => {
  const one = value(await notify(asked, input({ offered: { firstUse: day('2026-09-01'), inUse: true } }))).receipt
  const found = await findNotice(kit.db, one.number)
  assert.deepEqual(found?.receipt, one)
  assert.equal(found && (await listNotices(kit.db, found.system)).length, 1)
})
