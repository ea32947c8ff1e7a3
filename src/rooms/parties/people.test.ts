import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { AccountId, Actor, UnitId, UnitKind, UnitRole } from '../../base/actor.ts'
import { uuidv7 } from '../../base/ids.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { addMember, createAccount, createParty, createUnit, people, seatOfficer } from './actions.ts'
import { assignDesks, desksFor } from './desk-actions.ts'
import { DESKS } from './desks.ts'
import { PartyDetails } from './schema.ts'
import { endSeat } from './unit-store.ts'

const { kit, owner } = await freshDatabase()
const { db } = kit

let count = 0
const somebody = (name: string): Promise<AccountId> =>
  createAccount(kit, { email: `p${++count}@o-do.example`, name, lang: 'vi', password: 'mưa rơi trên ô đỏ' })
const unitOf = (kind: UnitKind, nameVi = 'Phòng Ô'): Promise<UnitId> =>
  createUnit(kit, { kind, code: `U${++count}`, nameVi, nameEn: 'Umbrella office' })
const seated = async (unit: UnitId, role: UnitRole, name = 'Cò Trắng'): Promise<AccountId> => {
  const account = await somebody(name)
  await seatOfficer(kit, unit, account, role)
  return account
}
const DETAILS = PartyDetails.parse({
  kind: 'organisation',
  name: 'Thư viện Ô Đỏ',
  address: 'Số 8 ngõ Nghỉ Mát',
  contact: 'lien-he@o-do.example',
  code: '0107',
  country: 'VN',
  contactPoint: '',
  presence: '',
  representative: '',
  stateBody: false,
})
const administrator = (unit: UnitId): Actor => ({
  kind: 'person',
  account: 'a' as AccountId,
  name: 'Quản Trị',
  email: 'qt@o-do.example',
  lang: 'vi',
  acting: null,
  seat: { unit, kind: 'most', role: 'administrator' },
})
const codeOf = (outcome: { ok: true } | { ok: false; refusals: readonly { code: string }[] }) =>
  outcome.ok ? 'done' : outcome.refusals[0]?.code

describe('the desks of the State', () => {
  test('without any unit nobody is in charge', async () => {
    for (const { name } of DESKS) assert.equal(await people.deskUnit(db, name), undefined)
  })

  test('go where the act sends them: security to the police where there is a unit of it, the rest to the ministry', async () => {
    await unitOf('province')
    const most = await unitOf('most')
    assert.equal(await people.deskUnit(db, 'incident-security'), most)
    await unitOf('most')
    const police = await unitOf('police')
    await unitOf('police')
    assert.equal(await people.deskUnit(db, 'incident'), most, 'the oldest')
    assert.equal(await people.deskUnit(db, 'guidance'), most)
    assert.equal(await people.deskUnit(db, 'incident-security'), police)
    assert.equal(await people.deskUnit(db, 'a desk of a later procedure'), most)
  })

  test('are given by an administrator, and both units keep a trace', async () => {
    const [most, police] = [await people.deskUnit(db, 'incident'), await people.deskUnit(db, 'incident-security')]
    assert.ok(most !== undefined && police !== undefined)
    const [boss, other] = [administrator(most), await unitOf('ministry')]
    const wishes = [
      { name: 'incident', from: most, to: other },
      { name: 'guidance', from: most, to: most },
    ]
    assert.equal(codeOf(await assignDesks(kit, boss, wishes)), 'done')
    assert.equal(await people.deskUnit(db, 'incident'), other)
    assert.equal(await people.deskUnit(db, 'incident-security'), police)
    assert.equal(codeOf(await assignDesks(kit, boss, [{ name: 'incident', from: other, to: police }])), 'done')
    assert.equal(await people.deskUnit(db, 'incident'), police)
    const { rows } = await owner.query(
      `select unit, verb, data->'act'->>'desk' as desk from unit_event where verb like 'desk-%' order by at, verb, seq`,
    )
    assert.deepEqual(
      new Set(rows.map((r) => `${r.unit} ${r.verb} ${r.desk}`)),
      new Set([
        `${most} desk-taken incident`,
        `${other} desk-given incident`,
        `${other} desk-taken incident`,
        `${police} desk-given incident`,
      ]),
    )
    const { rows: kept } = await owner.query('select name from desk')
    assert.deepEqual(kept, [{ name: 'incident' }], 'a desk nobody touched goes on where the act sends it')
    const { rows: leaves } = await owner.query<{ body: Buffer }>('select body from log_leaf')
    assert.equal(leaves.filter(({ body }) => body.toString().includes('"unit.desk-')).length, 4)
  })

  test('stay where they are when the page was stale, the unit unknown or the hand not an administrator’s', async () => {
    const [now, most] = [await people.deskUnit(db, 'incident'), await people.deskUnit(db, 'guidance')]
    assert.ok(now !== undefined && most !== undefined)
    const boss = administrator(most)
    const stale = await assignDesks(kit, boss, [{ name: 'incident', from: most, to: await unitOf('ministry') }])
    assert.equal(codeOf(stale), 'desk.changed-meanwhile')
    assert.equal(codeOf(await assignDesks(kit, boss, [{ name: 'incident', from: now, to: uuidv7() }])), 'unit.unknown')
    assert.equal(codeOf(await assignDesks(kit, boss, [{ name: 'x', from: now, to: most }])), 'unit.unknown')
    const officer = { ...boss, seat: { unit: most, kind: 'most', role: 'chief' } } as Actor
    assert.equal(codeOf(await desksFor(kit, officer)), 'unit.unknown')
    assert.equal(await people.deskUnit(db, 'incident'), now)
  })
})

describe('whoever handles a case', () => {
  test('writes to owners and filers of an organisation, never to viewers', async () => {
    const founder = await somebody('Chủ')
    const party = await createParty(kit, founder, DETAILS)
    const [filer, viewer] = [await somebody('Người Lập'), await somebody('Người Xem')]
    await addMember(kit, party.id, filer, 'filer')
    await addMember(kit, party.id, viewer, 'viewer')
    const told = await people.toParty(db, party.id)
    assert.deepEqual(new Set(told.map((c) => c.account)), new Set([founder, filer]))
    assert.equal(await people.partyName(db, party.id), 'Thư viện Ô Đỏ')
    assert.deepEqual([...(await people.partyNames(db, [party.id]))], [[party.id, 'Thư viện Ô Đỏ']])
    assert.deepEqual([...(await people.partyNames(db, []))], [])
    const { kind, name, address, contact, code } = DETAILS
    assert.deepEqual(await people.about(db, party.id), { kind, name, address, contact, code })
  })

  test('writes to officers and chiefs who sit in a unit today, never to administrators', async () => {
    const unit = await unitOf('ministry', 'Phòng Mưa')
    const [officer, chief, gone] = [
      await seated(unit, 'officer', 'Cò'),
      await seated(unit, 'chief', 'Diệc'),
      await seated(unit, 'officer', 'Vạc'),
    ]
    await seated(unit, 'administrator')
    await seated(await unitOf('ministry'), 'officer')
    await endSeat(db, unit, gone, kit.now())
    const told = await people.toUnit(db, unit)
    assert.deepEqual(new Set(told.map((c) => c.account)), new Set([officer, chief]))
    assert.deepEqual(await people.unitName(db, unit), { vi: 'Phòng Mưa', en: 'Umbrella office' })
    assert.deepEqual([...(await people.unitNames(db, [unit])).keys()], [unit])
    assert.deepEqual([...(await people.unitNames(db, []))], [])
    assert.equal((await people.toAccount(db, officer))?.account, officer)
    assert.equal(await people.officerName(db, gone), 'Vạc', 'also after the seat ended')
  })

  test('learns the name of an officer, and of nobody who never was one', async () => {
    assert.equal(await people.officerName(db, await somebody('Người Dân')), undefined)
    const nobody = uuidv7()
    assert.equal(await people.toAccount(db, nobody as AccountId), undefined)
    assert.equal(await people.unitName(db, nobody as UnitId), undefined)
    assert.equal(await people.about(db, nobody as never), undefined)
  })
})
