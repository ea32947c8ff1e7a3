import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { AccountId, Actor, PartyId, UnitId } from '../../base/actor.ts'
import { LANGS } from '../../base/text.ts'
import type { Kit } from '../../db/kit.ts'
import { listMails } from '../../post/mailbox.ts'
import { Page } from '../../web/layout.tsx'
import { refusalText } from '../../web/problem.ts'
import { type Ports, serve } from '../../web/server.ts'
import { complaints } from '../../../test/html.ts'
import { freshDatabase, type TestKit } from '../../../test/kit.ts'
import * as parties from './actions.ts'
import { setFactor, offerFactor } from './account-actions.ts'
import { pages } from './pages.tsx'
import { isAtThisMachine, safeBack } from './rules.ts'
import { type Code, PartyDetails, REFUSALS } from './schema.ts'
import { codeAt } from './second-factor.ts'
import { SAYS } from './words.ts'

const { kit, owner } = await freshDatabase()
const production: TestKit = { ...kit, site: { ...kit.site, mode: 'production' } }
const refusals = { sort: REFUSALS, says: SAYS, cite: (cite: string) => cite }

const ports: Ports = {
  refusals,
  whoIs: parties.whoIs,
  whoHolds: parties.whoHolds,
  frame: (asked, content) => <Page lang={asked.lang} path={asked.path} {...content} />,
  problemPage: (_asked, problem) => ({ title: problem.title, children: <h1>{problem.code}</h1> }),
  flooded: () => false,
  signIn: (lang, back) => `/${lang}/sign-in?back=${encodeURIComponent(back)}`,
  observe: () => undefined,
  fault: (error) => {
    throw error
  },
}

type Init = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> }
interface Seen {
  readonly status: number
  readonly to: string | null
  readonly html: string
}

/** A browser without a window: keeps its cookies, sends forms from the page it stands on. */
function browser(on: Kit = kit) {
  const app = serve(on, pages, ports)
  const jar = new Map<string, string>()
  async function ask(path: string, init: Init = {}): Promise<Seen> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { host: 'localhost:8400', ...(cookie === '' ? {} : { cookie }), ...init.headers }
    const response = await app.request(path, { ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/Max-Age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return { status: response.status, to: response.headers.get('location'), html: await response.text() }
  }
  const get = (path: string) => ask(path)
  const post = (path: string, fields: Record<string, string | string[]> = {}, headers: Record<string, string> = {}) => {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) for (const v of [value].flat()) body.append(name, v)
    return ask(path, { method: 'POST', body, headers: { origin: 'http://localhost:8400', ...headers } })
  }
  const signIn = (email: string, password = PASSWORD) => post('/vi/sign-in', { email, password })
  return { get, post, signIn, jar }
}

const PASSWORD = 'mưa rơi trên ô đỏ'
const lastMail = async (to: string) => (await listMails(kit.db, 500)).find((mail) => mail.to === to)
const linkIn = (body: string | undefined): string => /https?:\/\/[^/]+(\/\S+)/.exec(body ?? '')?.[1] ?? 'no link'
const onceIn = (html: string): string => /name="once" value="([^"]+)"/.exec(html)?.[1] ?? ''

let count = 0
const fresh = (who: string): string => `${who}${++count}@o-do.example`
const account = (email: string, name = 'Ễnh Ương'): Promise<AccountId> =>
  parties.createAccount(kit, { email, name, lang: 'vi', password: PASSWORD })
const details = (more: Record<string, unknown> = {}) =>
  PartyDetails.parse({
    kind: 'organisation',
    name: 'Thư viện Ô Đỏ',
    address: 'Số 8 ngõ Nghỉ Mát',
    contact: 'lien-he@o-do.example',
    code: '',
    country: 'VN',
    contactPoint: '',
    presence: '',
    representative: '',
    stateBody: false,
    ...more,
  })
async function library(more: Record<string, unknown> = {}) {
  const email = fresh('chu')
  const founder = await account(email)
  const party = await parties.createParty(kit, founder, details(more))
  return { email, founder, party }
}
const leaves = async (subject: string): Promise<string[]> => {
  const { rows } = await owner.query<{ body: Buffer }>('select body from log_leaf order by at, id')
  return rows
    .map(({ body }) => JSON.parse(body.toString()) as { type: string; subject: string })
    .filter((leaf) => leaf.subject === subject)
    .map((leaf) => leaf.type)
}

describe('an account', () => {
  test('from signing up to the first session: a confirmed address and a password, nothing else', async () => {
    const visitor = browser()
    const email = fresh('moi')
    const signedUp = await visitor.post('/vi/sign-up', { name: 'Ngỗng', email, password: PASSWORD })
    assert.deepEqual([signedUp.status, signedUp.to], [303, '/vi/sign-up/done'])
    assert.equal((await visitor.signIn(email)).to, '/vi/sign-up/done', 'not before the address is confirmed')

    const link = linkIn((await lastMail(email))?.body)
    const shown = await visitor.get(link)
    assert.match(shown.html, /autocomplete="current-password"/)
    assert.equal((await visitor.get('/vi/account')).status, 303, 'looking at the link confirms nothing')
    const wrong = await visitor.post(link, { password: 'not the password' })
    assert.equal(wrong.status, 422)
    assert.equal((await visitor.post(link, { password: PASSWORD })).to, '/vi')
    assert.match((await visitor.get('/vi/account')).html, /Ngỗng/)
  })

  test('a link works once, and not after a day', async () => {
    const email = fresh('mot-lan')
    await browser().post('/vi/sign-up', { name: 'Ngỗng', email, password: PASSWORD })
    const link = linkIn((await lastMail(email))?.body)
    assert.equal((await browser().post(link, { password: PASSWORD })).status, 303)
    assert.equal((await browser().get(link)).status, 404)
    assert.equal((await browser().post(link, { password: PASSWORD })).status, 404)

    const late = fresh('muon')
    await browser().post('/vi/sign-up', { name: 'Ngỗng', email: late, password: PASSWORD })
    const began = kit.now()
    kit.setNow('2026-11-03T02:00:01.000Z')
    assert.equal((await browser().get(linkIn((await lastMail(late))?.body))).status, 404)
    kit.setNow(began)
  })

  test('whoever asks about an address learns nothing about it', async () => {
    const known = fresh('quen')
    await account(known)
    const both = async (path: string, fields: Record<string, string>) => {
      const of = (email: string) => browser().post(path, { ...fields, email })
      return [await of(known), await of(fresh('la'))] as const
    }
    const [a, b] = await both('/vi/sign-up', { name: 'Ai Đó', password: PASSWORD })
    assert.deepEqual([a.status, a.to], [b.status, b.to])
    assert.match((await lastMail(known))?.subject ?? '', /đã có tài khoản/)
    const [c, d] = await both('/vi/password/forgotten', {})
    assert.deepEqual([c.status, c.to], [d.status, d.to])
    const [e, f] = await both('/vi/sign-in', { password: 'wrong password' })
    const bare = (seen: Seen) => seen.html.replaceAll(/value="[^"]*"/g, '')
    assert.deepEqual([e.status, bare(e)], [f.status, bare(f)])
  })

  test('nobody shares an account by signing up with a stranger’s address first', async () => {
    const email = fresh('nan-nhan')
    const thief = 'the thief knows this one'
    await browser().post('/vi/sign-up', { name: 'Kẻ Gian', email, password: thief })
    await browser().post('/vi/sign-up', { name: 'Chính Chủ', email, password: PASSWORD })
    assert.equal((await browser().post(linkIn((await lastMail(email))?.body), { password: PASSWORD })).status, 303)
    assert.equal((await browser().signIn(email, thief)).status, 422)
  })

  test('a forgotten password is set anew by a link, and every session before it ends', async () => {
    const email = fresh('quen-mat-khau')
    await account(email)
    const old = browser()
    await old.signIn(email)
    assert.equal((await old.get('/vi/account')).status, 200)
    await browser().post('/vi/password/forgotten', { email })
    const link = linkIn((await lastMail(email))?.body)
    assert.equal((await browser().get(link)).status, 200)
    assert.equal((await browser().post(link, { password: 'short' })).status, 422)
    assert.equal((await browser().post(link, { password: 'một câu dài khác' })).to, '/vi/sign-in?done=password')
    assert.equal((await browser().post(link, { password: 'một câu dài khác' })).status, 404)
    assert.equal((await old.get('/vi/account')).status, 303)
    assert.equal((await browser().signIn(email)).status, 422)
    assert.equal((await browser().signIn(email, 'một câu dài khác')).status, 303)
  })

  test('a changed password keeps this session and ends the others', async () => {
    const email = fresh('doi')
    await account(email)
    const [here, there] = [browser(), browser()]
    await here.signIn(email)
    await there.signIn(email)
    assert.equal(
      (await here.post('/vi/account/password', { current: 'wrong', password: 'một câu dài khác' })).status,
      422,
    )
    assert.equal(
      (await here.post('/vi/account/password', { current: PASSWORD, password: 'một câu dài khác' })).status,
      303,
    )
    assert.equal((await here.get('/vi/account')).status, 200)
    assert.equal((await there.get('/vi/account')).status, 303)
  })

  test('a form with mistakes names all of them at once and keeps what was typed', async () => {
    const seen = await browser().post('/vi/sign-up', { name: '', email: 'khong-phai-thu', password: 'ngắn' })
    assert.equal(seen.status, 422)
    for (const field of ['name', 'email', 'password']) assert.match(seen.html, new RegExp(`href="#${field}"`))
    assert.match(seen.html, /value="khong-phai-thu"/)
    assert.doesNotMatch(seen.html, /value="ngắn"/)
  })

  test('guessing ends after ten tries, also with the right password', async () => {
    const email = fresh('doan')
    await account(email)
    for (let n = 0; n < 10; n++) assert.equal((await browser().signIn(email, `guess ${n}`)).status, 422)
    assert.equal((await browser().signIn(email)).status, 429)
  })

  test('signing out ends the session, not just its cookie', async () => {
    const email = fresh('ra')
    await account(email)
    const visitor = browser()
    await visitor.signIn(email)
    const token = visitor.jar.get('saola_session') ?? ''
    assert.equal((await parties.whoIs(kit, token)).kind, 'person')
    await visitor.post('/vi/sign-out')
    assert.equal(visitor.jar.has('saola_session'), false)
    assert.equal((await parties.whoIs(kit, token)).kind, 'visitor')
  })

  test('signing in leads back to where one was, and never to somebody else', async () => {
    const email = fresh('ve')
    await account(email)
    const back = '/vi/classify?q=1'
    assert.equal((await browser().post('/vi/sign-in', { email, password: PASSWORD, back })).to, back)
    assert.equal((await browser().post('/vi/sign-in', { email, password: PASSWORD, back: '//evil.example' })).to, '/vi')
    for (const path of ['/vi', '/en/x', '/vi?a=b']) assert.equal(safeBack(path), path)
    const foreign = [
      '',
      '/',
      '/video',
      '//vi',
      'https://vi.example',
      '/vi//evil',
      '/vi/\\evil',
      '/vi/\n',
      ['/vi'],
      null,
    ]
    for (const path of foreign) assert.equal(safeBack(path), undefined, String(path))
  })
})

describe('an organisation', () => {
  test('needs name, address and contact; its founder owns it and acts for it', async () => {
    const email = fresh('sang-lap')
    await account(email)
    const visitor = browser()
    assert.equal((await visitor.signIn(email)).to, '/vi')
    const few = await visitor.post('/vi/organisations/new', { kind: 'organisation', country: 'VN', contact: 'abc' })
    assert.equal(few.status, 422)
    for (const field of ['name', 'address', 'contact']) assert.match(few.html, new RegExp(`href="#${field}"`))
    const made = await visitor.post('/vi/organisations/new', { ...flat(details()), back: '/vi/systems/new' })
    assert.deepEqual([made.status, made.to], [303, '/vi/systems/new'])
    assert.match((await visitor.get('/vi/organisation')).html, /Thư viện Ô Đỏ/)
  })

  test('abroad it is shown what Law art. 14.6 asks, and is registered without it', async () => {
    const { email, party } = await library({ country: 'FR' })
    assert.equal(party.contactPoint, null)
    const visitor = browser()
    await visitor.signIn(email)
    assert.match((await visitor.get('/vi/organisation')).html, /Điều 14 Luật 134/)
  })

  test('with a code known already it is registered, and told so without a word about the other', async () => {
    await library({ code: '0101', name: 'Trạm Ô Xanh' })
    const email = fresh('trung')
    await account(email)
    const visitor = browser()
    await visitor.signIn(email)
    const made = await visitor.post('/vi/organisations/new', flat(details({ code: '0101' })))
    assert.equal(made.to, '/vi/organisation')
    const shown = await visitor.get('/vi/organisation')
    assert.match(shown.html, /Mã số này đã có trên Cổng/)
    assert.doesNotMatch(shown.html, /Trạm Ô Xanh/)
    assert.equal(await parties.findPartyByCode(kit.db, '0101'), undefined, 'who of the two is meant, nobody knows')
  })

  test('a change from a stale page is refused, and every change leaves an event and a leaf', async () => {
    const { email, party } = await library()
    const visitor = browser()
    await visitor.signIn(email)
    const form = { ...flat(details({ name: 'Thư viện Ô Tím' })), seq: String(party.seq) }
    assert.equal((await visitor.post('/vi/organisation/edit', form)).status, 303)
    assert.equal((await visitor.post('/vi/organisation/edit', form)).status, 409)
    assert.equal((await parties.findParty(kit.db, party.id))?.name, 'Thư viện Ô Tím')
    const { rows } = await owner.query('select seq, verb from party_event where party = $1 order by seq', [party.id])
    assert.deepEqual(rows, [
      { seq: 1, verb: 'created' },
      { seq: 2, verb: 'changed' },
    ])
    assert.deepEqual(await leaves(party.id), ['party.created', 'party.changed'])
  })

  test('a leaf never carries a name', async () => {
    await library({ name: 'Tên Riêng Không Lộ' })
    const { rows } = await owner.query<{ body: Buffer }>('select body from log_leaf')
    assert.ok(rows.every(({ body }) => !body.toString().includes('Tên Riêng')))
  })

  test('whoever belongs to several chooses for whom to act, and to no other', async () => {
    const first = await library({ name: 'Nhà Một' })
    const second = await parties.createParty(kit, first.founder, details({ name: 'Nhà Hai' }))
    const stranger = await library({ name: 'Nhà Lạ' })
    const visitor = browser()
    assert.equal((await visitor.signIn(first.email)).to, '/vi/organisations')
    assert.equal((await visitor.get('/vi/organisation')).status, 303)
    assert.equal((await visitor.post('/vi/organisations/switch', { party: stranger.party.id })).status, 404)
    assert.equal((await visitor.post('/vi/organisations/switch', { party: second.id })).status, 303)
    assert.match((await visitor.get('/vi/organisation')).html, /Nhà Hai/)
  })

  test('what belongs to another organisation is not there', async () => {
    const [mine, other] = [await library(), await library()]
    const visitor = browser()
    await visitor.signIn(mine.email)
    assert.equal((await visitor.get(`/vi/organisation/members/${other.founder}`)).status, 404)
    assert.equal((await visitor.post(`/vi/organisation/members/${other.founder}/remove`)).status, 404)
    const key = await parties.createApiKey(kit, keyFor(other.party.id, other.founder))
    const held = await parties.whoHolds(kit, key)
    const id = held.kind === 'program' ? held.key : ''
    assert.equal((await visitor.get(`/vi/organisation/keys/${id}`)).status, 404)
    assert.equal((await visitor.post(`/vi/organisation/keys/${id}/revoke`)).status, 404)
    assert.equal((await parties.whoHolds(kit, key)).kind, 'program')
  })
})

const flat = (d: PartyDetails): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(d).map(([name, value]) => [name, typeof value === 'string' ? value : ''])),
  ...(d.stateBody ? { stateBody: 'yes' } : {}),
})
const keyFor = (party: PartyId, founder: AccountId) => ({
  party,
  account: founder,
  label: 'máy chủ',
  scopes: ['systems:read' as const],
})

describe('members', () => {
  test('an owner invites; the invited joins once, by a link only their address got', async () => {
    const { email, party } = await library()
    const boss = browser()
    await boss.signIn(email)
    const invited = fresh('khach')
    assert.equal((await boss.post('/vi/organisation/members/invite', { email: invited, role: 'filer' })).status, 303)
    assert.match((await boss.get('/vi/organisation')).html, new RegExp(invited))
    const link = linkIn((await lastMail(invited))?.body)

    assert.equal((await boss.get(link)).status, 200)
    assert.equal((await boss.post(link)).status, 403, 'the owner cannot accept for another address')
    const guest = browser()
    assert.match((await guest.get(link)).html, /autocomplete="new-password"/)
    const joined = await guest.post(`${link}/sign-up`, { name: 'Khách Mới', password: PASSWORD })
    assert.deepEqual([joined.status, joined.to], [303, '/vi/organisation'])
    assert.match((await guest.get('/vi/organisation')).html, /Khách Mới/)
    assert.equal((await browser().get(link)).status, 404)
    const told = await parties.membersToNotify(kit.db, party.id)
    assert.deepEqual(
      told.map((m) => m.email),
      [email, invited],
    )
  })

  test('an invited person with an account signs in and accepts', async () => {
    const { email } = await library()
    const [known, boss, guest] = [fresh('da-co'), browser(), browser()]
    await account(known)
    await boss.signIn(email)
    await boss.post('/vi/organisation/members/invite', { email: known.toUpperCase(), role: 'viewer' })
    const link = linkIn((await lastMail(known.toUpperCase()))?.body)
    assert.match((await guest.get(link)).html, /sign-in\?back=/)
    assert.equal((await guest.post(`${link}/sign-up`, { name: 'Ai', password: PASSWORD })).status, 409)
    await guest.signIn(known)
    assert.equal((await guest.post(link)).to, '/vi/organisation')
    assert.equal((await guest.get('/vi/organisation')).status, 200)
  })

  test('a viewer and a filer may not invite, nor touch keys or details', async () => {
    const { party } = await library()
    for (const role of ['viewer', 'filer'] as const) {
      const email = fresh(role)
      await parties.addMember(kit, party.id, await account(email), role)
      const visitor = browser()
      await visitor.signIn(email)
      assert.equal((await visitor.get('/vi/organisation')).status, 200)
      for (const path of ['members/invite', 'keys/new', 'edit']) {
        assert.equal((await visitor.get(`/vi/organisation/${path}`)).status, 404, `${role} ${path}`)
        assert.equal((await visitor.post(`/vi/organisation/${path}`, { email: fresh('x'), role: 'owner' })).status, 404)
      }
      assert.doesNotMatch((await visitor.get('/vi/organisation')).html, /members\/invite|keys\/new/)
    }
  })

  test('the last owner stays until somebody takes over', async () => {
    const { email, founder, party } = await library()
    const boss = browser()
    await boss.signIn(email)
    assert.equal((await boss.post('/vi/organisation/leave')).status, 422)
    assert.equal((await boss.post(`/vi/organisation/members/${founder}/remove`)).status, 409)
    assert.equal((await boss.post(`/vi/organisation/members/${founder}`, { role: 'viewer' })).status, 409)

    const heir = await account(fresh('ke-nhiem'))
    await parties.addMember(kit, party.id, heir, 'filer')
    assert.match((await boss.get('/vi/organisation/leave')).html, new RegExp(heir))
    assert.equal((await boss.post('/vi/organisation/leave', { heir })).status, 303)
    const { rows } = await owner.query('select account, role from membership where party = $1 and until is null', [
      party.id,
    ])
    assert.deepEqual(rows, [{ account: heir, role: 'owner' }])
    assert.equal((await boss.get('/vi/organisation')).status, 303)
  })

  test('two owners who leave at the same moment do not leave nobody', async () => {
    const { email, party } = await library()
    const second = fresh('hai')
    await parties.addMember(kit, party.id, await account(second), 'owner')
    const [a, b] = [browser(), browser()]
    await a.signIn(email)
    await b.signIn(second)
    const [x, y] = await Promise.all([a.post('/vi/organisation/leave'), b.post('/vi/organisation/leave')])
    assert.deepEqual(
      [x.status, y.status].sort((a, b) => a - b),
      [303, 422],
    )
  })

  test('a withdrawn invitation is worth nothing', async () => {
    const { email } = await library()
    const boss = browser()
    await boss.signIn(email)
    const invited = fresh('rut')
    await boss.post('/vi/organisation/members/invite', { email: invited, role: 'filer' })
    const id = /invitations\/([0-9a-f-]+)\/withdraw/.exec((await boss.get('/vi/organisation')).html)?.[1]
    assert.equal((await boss.post(`/vi/organisation/invitations/${id}/withdraw`)).status, 303)
    assert.equal((await browser().get(linkIn((await lastMail(invited))?.body))).status, 404)
  })

  test('a removed member sees nothing any more', async () => {
    const { email, party } = await library()
    const gone = fresh('thoi')
    const goneId = await account(gone)
    await parties.addMember(kit, party.id, goneId, 'filer')
    const [boss, member] = [browser(), browser()]
    await boss.signIn(email)
    await member.signIn(gone)
    assert.equal((await member.get('/vi/organisation')).status, 200)
    assert.equal((await boss.post(`/vi/organisation/members/${goneId}/remove`)).status, 303)
    assert.equal((await member.get('/vi/organisation')).status, 303)
  })

  test('what officers read is noted and shown', async () => {
    const { email, party } = await library()
    const unit = await parties.createUnit(kit, {
      kind: 'province',
      code: `P${++count}`,
      nameVi: 'Sở Xứ Mưa',
      nameEn: 'Rainland',
    })
    await parties.noteAccess(kit.db, { by: 'account:x', unit, party: party.id, object: 'VN-AI-7', at: kit.now() })
    const visitor = browser()
    await visitor.signIn(email)
    assert.match((await visitor.get('/en/organisation/access-notes')).html, /Rainland[^]*VN-AI-7/)

    const number = 'HS-2026-000012: căn cước'
    await parties.noteAccess(kit.db, { by: 'account:x', unit, party: party.id, object: number, at: kit.now() })
    const { html } = await visitor.get('/vi/organisation/access-notes')
    assert.match(html, new RegExp(`<td[^>]*><span>${number}</span></td>`), 'what was read is named and leads nowhere')
  })
})

describe('an API key', () => {
  test('is shown once, made once, and a stranger’s when revoked', async () => {
    const { email, party } = await library()
    const visitor = browser()
    await visitor.signIn(email)
    const once = onceIn((await visitor.get('/vi/organisation/keys/new')).html)
    const form = { label: 'máy chủ', scopes: ['notices:write', 'systems:read'], once }
    const made = await visitor.post('/vi/organisation/keys/new', form)
    assert.match(made.to ?? '', /^\/vi\/organisation\/keys\/[0-9a-f-]{36}$/)
    assert.equal(
      (await visitor.post('/vi/organisation/keys/new', form)).to,
      made.to,
      'the same form again makes no second key',
    )

    const shown = await visitor.get(made.to ?? '')
    const key = /saola_[\w-]{43}/.exec(shown.html)?.[0] ?? ''
    assert.doesNotMatch((await visitor.get(made.to ?? '')).html, /saola_[\w-]{43}/)
    const { rows } = await owner.query('select * from api_key where party = $1', [party.id])
    assert.equal(rows.length, 1)
    const { rows: kept } = await owner.query(`select string_agg(convert_from(body, 'utf8'), '') as all from answered`)
    assert.ok(!JSON.stringify([rows, kept]).includes(key.slice(6)), 'nothing that is stored gives the key away')

    const held = await parties.whoHolds(kit, key)
    assert.deepEqual(held.kind === 'program' && [held.acting.party, held.scopes], [
      party.id,
      ['notices:write', 'systems:read'],
    ])
    assert.equal((await visitor.post(`${made.to}/revoke`)).status, 303)
    assert.deepEqual(await parties.whoHolds(kit, key), { kind: 'visitor' })
    assert.deepEqual(await parties.whoHolds(kit, `saola_${'x'.repeat(43)}`), { kind: 'visitor' })
  })
})

describe('officers', () => {
  const seated = async (role: 'officer' | 'chief' | 'administrator', unit?: UnitId) => {
    const email = fresh('can-bo')
    const id = await account(email)
    const at =
      unit ??
      (await parties.createUnit(kit, { kind: 'ministry', code: `M${++count}`, nameVi: 'Bộ Mây', nameEn: 'Clouds' }))
    await parties.seatOfficer(kit, at, id, role)
    return { email, id, unit: at }
  }
  const seatOf = (actor: Actor) => (actor.kind === 'person' ? (actor.seat?.role ?? null) : undefined)
  const who = (on: Kit, visitor: ReturnType<typeof browser>) =>
    parties.whoIs(on, visitor.jar.get('saola_session') ?? '')

  test('without the second factor have no seat in production, and have one when it is shown', async () => {
    const { email, id } = await seated('officer')
    const visitor = browser(production)
    assert.equal((await visitor.signIn(email)).to, '/vi/account/second-factor')
    assert.equal(seatOf(await who(production, visitor)), null)

    const page = await visitor.get('/vi/account/second-factor')
    const sealed = /name="sealed" value="([^"]+)"/.exec(page.html)?.[1] ?? ''
    const secret = (/id="factor">([A-Z2-7 ]+)</.exec(page.html)?.[1] ?? '').replaceAll(' ', '')
    assert.equal((await visitor.post('/vi/account/second-factor', { sealed, code: '000000' })).status, 422)
    const code = codeAt(secret, kit.now())
    assert.equal((await visitor.post('/vi/account/second-factor', { sealed, code })).status, 303)
    assert.equal(seatOf(await who(production, visitor)), 'officer')
    const { rows } = await owner.query<{ totp_sealed: Buffer }>('select totp_sealed from account where id = $1', [id])
    assert.ok(!rows[0]?.totp_sealed.toString('latin1').includes(secret))

    const again = browser(production)
    assert.equal((await again.signIn(email)).to, '/vi/sign-in/code')
    assert.equal((await who(production, again)).kind, 'visitor', 'the password alone opens nothing')
    assert.equal((await again.post('/vi/sign-in/code', { code })).status, 422, 'a code is used once')
    kit.setNow(new Date(Date.parse(kit.now()) + 60_000).toISOString())
    assert.equal((await again.post('/vi/sign-in/code', { code: codeAt(secret, kit.now()) })).status, 303)
    assert.equal(seatOf(await who(production, again)), 'officer')
  })

  test('have their seat at once in the evaluation mode', async () => {
    const { email } = await seated('chief')
    const visitor = browser()
    await visitor.signIn(email)
    assert.equal(seatOf(await who(kit, visitor)), 'chief')
  })

  test('are signed out after twelve hours', async () => {
    const { email } = await seated('officer')
    const visitor = browser()
    await visitor.signIn(email)
    const began = kit.now()
    kit.setNow(new Date(Date.parse(began) + 12 * 3_600_000).toISOString())
    assert.equal((await who(kit, visitor)).kind, 'visitor')
    kit.setNow(began)
  })

  test('begin with the link of the command line: it makes the unit, the account and the seat', async () => {
    const email = fresh('quan-tri')
    const { link } = await parties.inviteAdministrator(kit, email)
    const visitor = browser()
    const accepted = await visitor.post(`${linkIn(link)}/sign-up`, { name: 'Quản Trị', password: PASSWORD })
    assert.equal(accepted.to, '/vi')
    assert.equal(seatOf(await who(kit, visitor)), 'administrator')
    assert.equal((await visitor.get('/vi/units')).status, 200)

    const made = await visitor.post('/vi/units/new', {
      kind: 'police',
      code: 'A05',
      nameVi: 'Cục Ô',
      nameEn: 'Umbrella Bureau',
    })
    assert.match(made.to ?? '', /^\/vi\/units\//)
    const twice = await visitor.post('/vi/units/new', {
      kind: 'police',
      code: 'A05',
      nameVi: 'Cục Ô',
      nameEn: 'Umbrella Bureau',
    })
    assert.equal(twice.status, 422)
    const invited = fresh('moi-vao')
    assert.equal((await visitor.post(`${made.to}/invite`, { email: invited, role: 'officer' })).status, 303)
    const officer = browser(production)
    const joined = await officer.post(`${linkIn((await lastMail(invited))?.body)}/sign-up`, {
      name: 'Cán Bộ',
      password: PASSWORD,
    })
    assert.equal(joined.to, '/vi/account/second-factor')
    assert.equal((await officer.get('/vi/units')).status, 404)

    const unit = (made.to ?? '').slice('/vi/units/'.length)
    assert.deepEqual(await leaves(unit), ['unit.created', 'unit.officer-invited', 'unit.officer-seated'])
    const [, id = ''] = /officers\/([0-9a-f-]{36})/.exec((await visitor.get(made.to ?? '')).html) ?? []
    assert.equal((await visitor.post(`${made.to}/officers/${id}/remove`)).status, 303)
    assert.equal((await officer.get('/vi/account')).status, 303, 'removed means signed out')
  })

  test('the last administrator stays', async () => {
    const { rows } = await owner.query<{ unit: UnitId; account: string; email: string }>(
      `select s.unit, s.account, a.email from seat s join account a on a.id = s.account join unit u on u.id = s.unit
       where u.kind = 'most' and s.role = 'administrator' and s.until is null`,
    )
    assert.equal(rows.length, 1)
    const visitor = browser()
    await visitor.signIn(rows[0]?.email ?? '')
    assert.equal((await visitor.post(`/vi/units/${rows[0]?.unit}/officers/${rows[0]?.account}/remove`)).status, 409)
  })

  test('an administrator says which unit is in charge of what, from a page that is not stale', async () => {
    const keeper = await parties.people.deskUnit(kit.db, 'guidance')
    assert.ok(keeper !== undefined)
    const email = fresh('phan-cong')
    await parties.seatOfficer(kit, keeper, await account(email), 'administrator')
    const { unit } = await seated('officer')
    const visitor = browser()
    await visitor.signIn(email)
    assert.match((await visitor.get('/vi/units')).html, /href="\/vi\/units\/desks"/)
    const { html } = await visitor.get('/vi/units/desks')
    assert.match(html, /href="\/vi\/law\/provisions\/N42\.5"/)
    assert.match(html, new RegExp(`name="guidance-drawn" value="${keeper}"`))
    const form = { guidance: unit, 'guidance-drawn': keeper, once: onceIn(html) }
    assert.equal((await visitor.post('/vi/units/desks', form)).to, '/vi/units/desks?done=saved')
    assert.equal(await parties.people.deskUnit(kit.db, 'guidance'), unit)
    assert.equal((await visitor.post('/vi/units/desks', { ...form, once: 'another' })).status, 409)
    assert.deepEqual((await leaves(unit)).slice(-1), ['unit.desk-given'])
    const [, officer = ''] = /officers\/([0-9a-f-]{36})/.exec((await visitor.get(`/vi/units/${unit}`)).html) ?? []
    const colleague = browser()
    await colleague.signIn((await parties.people.toAccount(kit.db, officer as AccountId))?.email ?? '')
    assert.equal((await colleague.get('/vi/units/desks')).status, 404)
  })

  test('of other units, also their administrators, do not manage units', async () => {
    const { email, unit } = await seated('administrator')
    const visitor = browser()
    await visitor.signIn(email)
    assert.equal((await visitor.get('/vi/units')).status, 404)
    assert.equal((await visitor.post(`/vi/units/${unit}/invite`, { email: fresh('y'), role: 'chief' })).status, 404)
  })

  test('who lost the telephone sets a new second factor after an administrator resets it', async () => {
    const { rows } = await owner.query<{ unit: UnitId; email: string }>(
      `select s.unit, a.email from seat s join account a on a.id = s.account join unit u on u.id = s.unit
       where u.kind = 'most' and s.until is null limit 1`,
    )
    const { email, id, unit } = await seated('officer', rows[0]?.unit)
    const offer = await offerFactor(production, id)
    assert.ok(offer.ok)
    assert.ok((await setFactor(production, id, offer.value.sealed, codeAt(offer.value.secret, kit.now()))).ok)
    const admin = browser()
    await admin.signIn(rows[0]?.email ?? '')
    assert.equal((await admin.post(`/vi/units/${unit}/officers/${id}/reset`)).status, 303)
    assert.equal((await browser(production).signIn(email)).to, '/vi/account/second-factor')
  })
})

describe('the evaluation mode', () => {
  test('signs in with one click, on the machine itself only', async () => {
    const { email } = await library()
    const visitor = browser()
    assert.equal(
      (await visitor.post('/vi/evaluation/sign-in', { email, back: '/vi/organisation' })).to,
      '/vi/organisation',
    )
    assert.equal((await visitor.get('/vi/organisation')).status, 200)

    const refused: readonly (readonly [string, Record<string, string>])[] = [
      ['a foreign Host', { host: 'evil.example', origin: 'http://evil.example' }],
      [
        'a Host that only begins like ours',
        { host: 'localhost.evil.example', origin: 'http://localhost.evil.example' },
      ],
      ['another port in Origin', { origin: 'http://localhost:9999' }],
      ['a foreign Origin', { origin: 'https://evil.example' }],
      ['a Forwarded header', { forwarded: 'for=192.0.2.1' }],
      ['an X-Forwarded-For header', { 'x-forwarded-for': '192.0.2.1' }],
      ['an X-Forwarded-Proto header', { 'x-forwarded-proto': 'https' }],
    ]
    for (const [why, headers] of refused) {
      const stranger = browser()
      const seen = await stranger.post('/vi/evaluation/sign-in', { email }, headers)
      assert.ok([403, 404].includes(seen.status), why)
      assert.equal(stranger.jar.size, 0, why)
    }
    const without = await serve(kit, pages, ports).request('/vi/evaluation/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ email }),
      headers: { host: 'localhost:8400' },
    })
    assert.equal(without.status, 404, 'no Origin')
    for (const host of ['127.0.0.1:1', '[::1]:8400', 'localhost'])
      assert.ok(isAtThisMachine((name) => (name === 'host' ? host : undefined)))
  })

  test('is not there in production', async () => {
    const { email } = await library()
    assert.equal((await browser(production).post('/vi/evaluation/sign-in', { email })).status, 404)
    assert.equal((await browser(production).get('/vi/evaluation/mail')).status, 404)
    assert.equal((await parties.signInAs(production, email)).ok, false)
  })

  test('shows the mails it would have sent, with links that work', async () => {
    const email = fresh('thu')
    const visitor = browser()
    await visitor.post('/en/sign-up', { name: 'Goose', email, password: PASSWORD })
    const page = await visitor.get('/en/evaluation/mail')
    const link = /href="(\/en\/confirm\/[\w-]{43})"/.exec(page.html)?.[1] ?? ''
    assert.equal((await visitor.get(link)).status, 200)
  })
})

test('every refusal has words in both languages', () => {
  for (const code of Object.keys(REFUSALS) as Code[])
    for (const lang of LANGS) assert.ok(refusalText({ code }, refusals)[lang].length > 10)
})

describe('every page is valid HTML in both languages', () => {
  const valid = async (seen: Seen, what: string) => {
    assert.equal(seen.html.match(/<h1/g)?.length, 1, `one heading on ${what}`)
    assert.deepEqual(await complaints(seen.html), [], what)
  }
  for (const lang of LANGS)
    test(lang, async () => {
      const visitor = browser()
      for (const path of [
        'sign-up',
        'sign-up/done',
        'sign-in',
        'sign-in?done=password&back=/vi',
        'password/forgotten',
        'password/sent',
      ])
        await valid(await visitor.get(`/${lang}/${path}`), path)
      await valid(await visitor.post(`/${lang}/sign-up`), 'sign-up with mistakes')
      const email = fresh('trang')
      await visitor.post(`/${lang}/sign-up`, { name: 'Ngỗng', email, password: PASSWORD })
      await valid(await visitor.get(linkIn((await lastMail(email))?.body)), 'confirm')
      const member = fresh('thanh-vien')
      const { party } = await library()
      await parties.addMember(kit, party.id, await account(member), 'owner')
      const other = await account(fresh('khac'))
      await parties.addMember(kit, party.id, other, 'filer')
      await visitor.post(`/${lang}/password/forgotten`, { email: member })
      await valid(await visitor.get(linkIn((await lastMail(member))?.body)), 'new password')
      await visitor.signIn(member)
      const guest = fresh('khach-trang')
      await visitor.post(`/${lang}/organisation/members/invite`, { email: guest, role: 'filer' })
      const made = await visitor.post(`/${lang}/organisation/keys/new`, { label: 'k', scopes: 'systems:read' })
      await valid(await visitor.get(made.to ?? ''), 'the key')
      await valid(await visitor.get(made.to ?? ''), 'the key again')
      await valid(await browser().get(linkIn((await lastMail(guest))?.body)), 'invitation')
      await valid(await visitor.get(linkIn((await lastMail(guest))?.body)), 'invitation of another')
      const inside = [
        'account',
        'account/name',
        'account/password',
        'organisations',
        'organisations/new',
        'organisation',
      ]
      const more = ['edit', 'members/invite', `members/${other}`, 'leave', 'keys/new', 'access-notes'].map(
        (p) => `organisation/${p}`,
      )
      for (const path of [...inside, ...more, 'evaluation/mail']) {
        const seen = await visitor.get(`/${lang}/${path}`)
        assert.equal(seen.status, 200, path)
        await valid(seen, path)
      }
      for (const path of [
        'organisations/new',
        'organisation/edit',
        'organisation/keys/new',
        'organisation/members/invite',
      ])
        await valid(await visitor.post(`/${lang}/${path}`), `${path} with mistakes`)

      const admin = browser()
      const { link } = await parties.inviteAdministrator(kit, fresh('qt'))
      await admin.post(`${linkIn(link)}/sign-up`, { name: 'Quản Trị', password: PASSWORD })
      await valid(await admin.get(`/${lang}/account/second-factor`), 'second factor')
      const unit =
        (
          await admin.post(`/${lang}/units/new`, {
            kind: 'province',
            code: `Q${++count}`,
            nameVi: 'Sở',
            nameEn: 'Dept',
          })
        ).to ?? ''
      await admin.post(`${unit}/invite`, { email: fresh('u'), role: 'chief' })
      const officer = await account(fresh('o'))
      await parties.seatOfficer(kit, unit.slice(`/${lang}/units/`.length) as UnitId, officer, 'officer')
      for (const path of [
        `/${lang}/units`,
        `/${lang}/units/new`,
        `/${lang}/units/desks`,
        `/${lang}/units/desks?done=saved`,
        unit,
        `${unit}/invite`,
        `${unit}/officers/${officer}`,
      ]) {
        const seen = await admin.get(path)
        assert.equal(seen.status, 200, path)
        await valid(seen, path)
      }
    })
})
