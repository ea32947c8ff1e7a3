import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, test } from 'node:test'
import * as c2pa from '@contentauth/c2pa-wasm'
import { freshDatabase } from '../../../test/kit.ts'
import { aClaim as caughtClaim, asLines, claimsOf as manyClaims } from '../../../test/mark-claims.ts'
import { SMALLEST } from '../../../test/mark-files.ts'
import { openHouse } from '../../../test/marks.ts'
import { good, kept } from '../../../test/outcomes.ts'
import { secondReading } from '../../../test/second-mark-reader.ts'
import { heldBlob } from '../../mark/held.ts'
import { picture } from '../../mark/images.ts'
import { softened } from '../../mark/attacks.ts'
import { look, lookupOf } from '../../mark/look.ts'
import { type MarkedFile, markFile } from '../../mark/marking.ts'
import { type Hashes, hashes } from '../../mark/phash.ts'
import { withRegister } from '../../mark/verdict.ts'
import { pemOf } from '../../x509.ts'
import { createApiKey } from '../parties/actions.ts'
import { act as actOnSystem } from '../systems/actions.ts'
import { compared } from '../../mark/registered.ts'
import { stateOf } from './check-actions.ts'
import * as certificates from './certificate-actions.ts'
import { compiledEngine } from './engine.ts'
import { registerItem } from './item-actions.ts'
import { ALGORITHMS } from './item-schema.ts'
import { workOnJobs } from './job-actions.ts'
import { JOB_BYTES } from './job-schema.ts'
import { dropOldJobs, takeUp } from './job-store.ts'
import { closeSigners } from './signers.ts'
import { SIGNATURES_A_DAY } from './signing-schema.ts'

c2pa.initSync({ module: compiledEngine() })
const { kit, owner } = await freshDatabase()
// Certificates are judged by the clock of the machine.
kit.setNow(new Date().toISOString())
const house = await openHouse(kit)
const { lan } = house
after(closeSigners)

const root = kit.authority?.root ?? assert.fail()
const bearer = { authorization: `Bearer ${house.apiKey}` }
const post = (path: string, body: unknown, key = randomUUID()) =>
  house.app.request(`/api/v1${path}`, {
    method: 'POST',
    headers: { ...bearer, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  })
const send = (bytes: Uint8Array, query: Record<string, string>) =>
  house.app.request(`/api/v1/marks?${new URLSearchParams(query)}`, {
    method: 'POST',
    headers: { ...bearer, 'content-type': 'application/octet-stream' },
    body: Uint8Array.from(bytes),
  })
const said = async (answer: Response): Promise<string> =>
  `${answer.status} ${((await answer.json()) as { errors?: { code: string }[] }).errors?.map(({ code }) => code).join() ?? ''}`
const aiId = house.system.aiId
const asWritten = (contentId: string, of = aiId) =>
  ({ statement: 'created-by-ai', aiId: of, contentId, provider: house.provider }) as const

/** Marks on this machine; only the claim goes to the portal. */
async function markHere(bytes: Uint8Array, contentId: string, of = aiId): Promise<MarkedFile> {
  const sign = async (claim: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
    const answer = await post('/marks/sign', { aiId: of, claim: Buffer.from(claim).toString('base64') })
    const text = await answer.text()
    assert.equal(answer.status, 200, text)
    return Uint8Array.from(Buffer.from(JSON.parse(text).cose, 'base64'))
  }
  return markFile(c2pa, { bytes, said: asWritten(contentId, of), roots: pemOf(root), sign, blobOf: heldBlob })
}

describe('signing without the content', () => {
  test('before a certificate was issued nothing is signed', async () => {
    const claim = Buffer.from(await aClaim('0123456789ab')).toString('base64')
    assert.equal(await said(await post('/marks/sign', { aiId, claim })), '409 signing.no-certificate')
  })

  test('a program marks a file at home and sends the claim alone; two readers trust it', async () => {
    const issued = await post('/marks/certificates', { aiId })
    assert.equal(issued.status, 201)
    const marked = await markHere(SMALLEST.jpeg ?? assert.fail(), '0123456789ab')
    assert.deepEqual(secondReading(marked.manifest, marked.file, root).problems, [])
    const { rows } = await owner.query('select signed from mark_day')
    assert.deepEqual(rows, [{ signed: 1 }], 'that one was signed is all that is kept')
  })

  test('a claim for another system, or that is none, is not signed', async () => {
    const other = await house.another()
    good(await kept(lan, (a) => certificates.issueCertificate(a, other.id)))
    const claim = Buffer.from(await aClaim('0123456789ab')).toString('base64')
    assert.equal(await said(await post('/marks/sign', { aiId: other.aiId, claim })), '422 signing.claim')
    const none = Buffer.from('xin chào').toString('base64')
    assert.equal(await said(await post('/marks/sign', { aiId, claim: none })), '422 signing.claim')
    assert.equal(await said(await post('/marks/sign', { aiId: 'VN-0000-0000-00', claim })), '404 certificate.unknown')
  })

  test('for a system out of use nothing is signed, though its certificate holds', async () => {
    const system = await house.another()
    good(await kept(lan, (a) => certificates.issueCertificate(a, system.id)))
    const marked = await markHere(SMALLEST.png ?? assert.fail(), 'a00000000001', system.aiId)
    assert.ok(marked.file.length > 0)
    good(await kept(lan, (a) => actOnSystem(a, system.id, 'suspend', system.seq, 'Ô bị dột')))
    const claim = Buffer.from(await aClaim('a00000000002', system.aiId)).toString('base64')
    assert.equal(await said(await post('/marks/sign', { aiId: system.aiId, claim })), '409 certificate.system-state')
  })

  test('many are signed at once, each judged by itself, and they count together', async () => {
    const claims = [await aClaim('e00000000001'), new TextEncoder().encode('không'), await aClaim('e00000000002')]
    const asked = { aiId, claims: claims.map((claim) => Buffer.from(claim).toString('base64')) }
    const before = await (await post('/marks/sign', { aiId, claim: asked.claims[0] })).json()
    const { items, left } = await (await post('/marks/sign-many', asked)).json()
    assert.deepEqual(
      items.map((one: { contentId?: string; code?: string }) => one.contentId ?? one.code),
      ['e00000000001', 'signing.claim', 'e00000000002'],
    )
    assert.equal(left, before.left - 2, 'what was not signed does not count')
    await owner.query('update mark_day set signed = $1', [SIGNATURES_A_DAY - 1])
    assert.equal(await said(await post('/marks/sign-many', asked)), '429 signing.quota')
    await owner.query('update mark_day set signed = 1')
  })

  test('when the share of the day is used up it says so, and tomorrow it signs again', async () => {
    await owner.query('update mark_day set signed = $1', [SIGNATURES_A_DAY])
    const claim = Buffer.from(await aClaim('0123456789ab')).toString('base64')
    assert.equal(await said(await post('/marks/sign', { aiId, claim })), '429 signing.quota')
    const { rows } = await owner.query('update mark_day set signed = 1 returning party')
    assert.equal(rows.length, 1)
  })

  test('a signature comes stamped by the clock of the database, and so outlives the revocation of its certificate', async () => {
    const system = await house.another()
    const certificate = good(await kept(lan, (a) => certificates.issueCertificate(a, system.id)))
    const claim = Buffer.from(await aClaim('0123456789ab', system.aiId)).toString('base64')
    const { stampedAt } = await (await post('/marks/sign', { aiId: system.aiId, claim })).json()
    assert.ok(Math.abs(Date.parse(stampedAt) - Date.now()) < 5000, stampedAt)
    const marked = await markHere(SMALLEST.gif ?? assert.fail(), 'f00000000001', system.aiId)
    const now = kit.now()
    kit.setNow(new Date(Date.now() + 60_000).toISOString())
    good(await kept(lan, (a) => certificates.revokeCertificate(a, certificate.id, 'key-compromise')))
    const lists = [{ trust: 'national', roots: pemOf(root) }] as const
    const looked = await look(marked.file, { lists, packs: [], engines: [c2pa] })
    const asked = lookupOf(looked) ?? assert.fail()
    assert.equal(looked.verdict.signer, 'national')
    const state = await stateOf(kit, asked)
    assert.equal(withRegister(looked.verdict, state).register, 'system-only', 'it was stamped before')
    const { at: _, ...unstamped } = asked
    assert.equal(withRegister(looked.verdict, await stateOf(kit, unstamped)).register, 'revoked')
    assert.equal((await stateOf(kit, { ...asked, at: kit.now() })).certificate, 'revoked', 'stamped after it')
    kit.setNow(now)
  })

  test('whoever signs elsewhere is given a stamp for a hash, as RFC 3161 has it', async () => {
    // Version 1, SHA-256, thirty-two bytes, and the certificate wanted.
    const hash = `0420${'ab'.repeat(32)}`
    const query = Uint8Array.from(Buffer.from(`3037020101302f300b0609608648016503040201${hash}0101ff`, 'hex'))
    const send = (body: Uint8Array<ArrayBuffer>) =>
      house.app.request('/api/v1/marks/tsa', {
        ...{ method: 'POST', body },
        headers: { 'content-type': 'application/timestamp-query' },
      })
    const answer = await send(query)
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'application/timestamp-reply'])
    const reply = Buffer.from(await answer.arrayBuffer())
    assert.ok(reply.includes(Buffer.from(hash, 'hex')), 'the token is over the very hash')
    assert.equal((await send(new Uint8Array(5000))).status, 413)
    const junk = Buffer.from(await (await send(new Uint8Array(9))).arrayBuffer())
    assert.equal(junk.toString('hex'), '3009300702010203020204', 'refused as badDataFormat')
  })

  test('a certificate that ends soon is replaced by the program that signs', async () => {
    const system = await house.another()
    const first = good(await kept(lan, (a) => certificates.issueCertificate(a, system.id)))
    const claim = Buffer.from(await aClaim('0123456789ab', system.aiId)).toString('base64')
    const now = kit.now()
    kit.setNow(new Date(Date.parse(now) + 80 * 86_400_000).toISOString())
    const answer = await (await post('/marks/sign', { aiId: system.aiId, claim })).json()
    kit.setNow(now)
    assert.notEqual(answer.serial, first.serial)
    const all = await certificates.certificatesOf(lan, system)
    assert.deepEqual(
      [answer.serial, first.serial],
      all.map(({ serial }) => serial),
    )
  })
})

const aClaim = (contentId: string, of = aiId): Promise<Uint8Array> => caughtClaim(c2pa, of, contentId)

describe('signing in bulk', () => {
  const order = (body: string, { key = randomUUID(), of = aiId, as = house.apiKey } = {}) =>
    house.app.request(`/api/v1/marks/jobs?aiId=${of}`, {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${as}`, 'content-type': 'application/x-ndjson', 'idempotency-key': key },
      },
      body,
    })
  const ask = (path: string, method = 'GET', as = house.apiKey) =>
    house.app.request(`/api/v1/marks/jobs/${path}`, {
      method,
      headers: { authorization: `Bearer ${as}`, 'idempotency-key': randomUUID() },
    })
  const lines = async (path: string) =>
    (await (await ask(path)).text())
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
  const counted = async () => Number((await owner.query('select sum(signed) as n from mark_day')).rows[0]?.n)
  const lineOf = (claim: Uint8Array, ref: string) =>
    JSON.stringify({ claim: Buffer.from(claim).toString('base64'), ref })
  const claimsOf = (count: number) => manyClaims(c2pa, aiId, count)
  const workedOut = async (): Promise<void> => {
    while (await workOnJobs(kit));
  }

  test('a bad line is told at its line and the others are signed; who asks again gets the same job', async () => {
    const [first, second] = await claimsOf(2)
    const before = await counted()
    const body = [
      ...[lineOf(first ?? assert.fail(), 'ô-1'), '', 'không phải JSON', '{"ref":"thiếu"}'],
      ...[lineOf(new TextEncoder().encode('không phải tuyên bố'), 'hỏng'), lineOf(second ?? assert.fail(), 'ô-2')],
      JSON.stringify({ claim: 'AAAA', ref: 'x'.repeat(121) }),
    ].join('\r\n')
    const key = randomUUID()
    const answer = await order(body, { key })
    const job = await answer.json()
    assert.equal(answer.status, 202, JSON.stringify(job))
    assert.equal(answer.headers.get('location'), `${kit.site.url}/api/v1/marks/jobs/${job.id}`)
    assert.deepEqual([job.state, job.of, job.done], ['waiting', 6, 0])
    assert.deepEqual(await (await order(body, { key })).json(), job)
    assert.equal((await order(`${body}\n{}`, { key })).status, 422, 'another body under the same key')
    assert.deepEqual(await lines(`${job.id}/results`), [], 'nothing before it was dealt with')

    await workedOut()
    const { state, of, done, signed, refused } = await (await ask(job.id)).json()
    assert.deepEqual([state, of, done, signed, refused], ['done', 6, 6, 2, 4])
    assert.equal(await counted(), before + 2, 'what was refused does not count')
    const all = await lines(`${job.id}/results`)
    assert.deepEqual(
      all.map(({ line, ref, contentId, refusal }) => [
        line,
        ref,
        contentId ?? `${refusal.code} ${refusal.facts.fault}`,
      ]),
      [
        [1, 'ô-1', 'd00000000000'],
        [3, null, 'job.line json'],
        [4, 'thiếu', 'job.line claim'],
        [5, 'hỏng', 'signing.claim unreadable'],
        [6, 'ô-2', 'd00000000001'],
        [7, null, 'job.line ref'],
      ],
    )
    assert.equal(all[3].refusal.cite, 'N17.1')
    assert.deepEqual(await lines(`${job.id}/results?after=5`), all.slice(4))
    // What is signed in bulk is what is signed one by one.
    const [single] = await claimsOf(1)
    const alone = await post('/marks/sign', { aiId, claim: Buffer.from(single ?? assert.fail()).toString('base64') })
    const { serial, cose } = await alone.json()
    assert.equal(all[0].serial, serial)
    assert.equal(Buffer.from(all[0].cose, 'base64').length, Buffer.from(cose, 'base64').length)
    const { rows } = await owner.query('select count(*) as n from mark_job_line where claim is not null')
    assert.equal(Number(rows[0].n), 0, 'a claim goes once it is signed')
  })

  test('a portal that dies half-way, and two at once, sign no line twice and count none twice', async () => {
    const before = await counted()
    const claims = await claimsOf(250)
    const { id } = await (await order(asLines(claims))).json()
    // Dies with the signatures made and not yet kept.
    const dies = kit.db.withPlugin({
      transformQuery: ({ node }) => {
        if (node.kind === 'UpdateQueryNode') throw new Error('killed')
        return node
      },
      transformResult: async ({ result }) => result,
    })
    await assert.rejects(workOnJobs({ ...kit, db: dies }), /killed/)
    assert.equal(await counted(), before)
    await owner.query('update mark_job set due_at = created_at where id = $1', [id])
    await kit.db.transaction().execute(async (db) => {
      assert.equal((await takeUp(db, kit.now()))?.id, id)
      assert.equal(await workOnJobs(kit), false, 'one portal at a time')
    })
    await Promise.all([workedOut(), workedOut(), workedOut()])
    const job = await (await ask(id)).json()
    assert.deepEqual([job.state, job.signed, job.refused], ['done', 250, 0])
    assert.equal(await counted(), before + 250)
    const found = [...(await lines(`${id}/results`)).slice(0, 100), ...(await lines(`${id}/results?after=100`))]
    assert.equal(new Set(found.map(({ contentId }) => contentId)).size, 250)
    assert.ok(found.every(({ line, ref }) => Number(ref) === line - 1))
  })

  test('when the share of the day is used up it goes on tomorrow; a revoked key and a system out of use end it', async () => {
    await owner.query('update mark_day set signed = $1', [SIGNATURES_A_DAY - 3])
    const claims = await claimsOf(5)
    const { id } = await (await order(asLines(claims))).json()
    await workedOut()
    const job = await (await ask(id)).json()
    assert.deepEqual([job.state, job.signed, job.refused], ['running', 3, 0])
    const midnight = `${new Date(Date.parse(kit.now()) + 7 * 3_600_000).toISOString().slice(0, 10)}T17:00:00.000Z`
    assert.equal(job.waitsUntil, midnight)
    const now = kit.now()
    kit.setNow(midnight)
    const account = actorOf(lan)
    await workedOut()
    assert.deepEqual((await (await ask(id)).json()).signed, 5)
    kit.setNow(now)
    await owner.query('delete from mark_day where signed = 2')
    await owner.query('update mark_day set signed = 1')

    const system = await house.another()
    good(await kept(lan, (a) => certificates.issueCertificate(a, system.id)))
    const scopes = ['marks:write'] as const
    const as = await createApiKey(kit, { party: system.provider, account, label: 'tạm', scopes: [...scopes] })
    const one = lineOf(await aClaim('d0000000000f', system.aiId), 'a')
    const made = async (with_ = house.apiKey) => (await (await order(one, { of: system.aiId, as: with_ })).json()).id
    const [revoked, stopped] = [await made(as), await made()]
    await owner.query(`update api_key set revoked_at = now() where label = 'tạm'`)
    good(await kept(lan, (a) => actOnSystem(a, system.id, 'suspend', system.seq, 'Ô bị dột')))
    await workedOut()
    const codes = await Promise.all(
      [revoked, stopped].map(async (of) => (await lines(`${of}/results`))[0].refusal.code),
    )
    assert.deepEqual(codes, ['job.key', 'certificate.system-state'])
    assert.equal(await said(await order(one, { of: system.aiId })), '409 certificate.system-state')
  })

  test('what does not fit is refused whole, in words', async () => {
    assert.equal(await said(await order('\n \r\n')), '422 job.empty')
    assert.equal(await said(await order('{}\n'.repeat(SIGNATURES_A_DAY + 1))), '429 job.lines')
    const as = (type: string, more: object = {}) => ({
      method: 'POST',
      headers: { ...bearer, 'content-type': type, 'idempotency-key': randomUUID(), ...more },
      body: '{}',
    })
    const at = `/api/v1/marks/jobs?aiId=${aiId}`
    assert.equal((await house.app.request(at, as('application/json'))).status, 415)
    const large = as('application/x-ndjson', { 'content-length': String(JOB_BYTES + 1) })
    assert.equal((await house.app.request(at, large)).status, 413)
    const unready = await house.another()
    assert.equal(await said(await order('{}', { of: unready.aiId })), '409 signing.no-certificate')
  })

  test('a job is its owner’s alone; ended or out of time, it is erased with everything', async () => {
    const [claim = assert.fail()] = await claimsOf(1)
    const made = async () => (await (await order(lineOf(claim, 'a'))).json()).id as string
    const [ended, forgotten] = [await made(), await made()]
    const { actor } = house.stranger
    assert.ok(actor.kind === 'person' && actor.acting !== null)
    const stranger = await createApiKey(kit, {
      ...{ party: actor.acting.party, account: actor.account, label: 'lạ', scopes: ['marks:write'] },
    })
    for (const [path, method] of [[ended], [`${ended}/results`], [ended, 'DELETE']] as const)
      assert.equal((await ask(path, method ?? 'GET', stranger)).status, 404, path)
    assert.equal((await ask(ended, 'DELETE')).status, 200)
    assert.equal((await ask(ended)).status, 404)
    await workedOut()
    const now = kit.now()
    kit.setNow(new Date(Date.parse(now) + 24 * 3_600_000).toISOString())
    assert.equal((await ask(forgotten)).status, 404, 'not shown for a moment longer')
    await dropOldJobs(kit.db, kit.now())
    kit.setNow(now)
    const { rows } = await owner.query('select job from mark_job_line where job = any($1)', [[ended, forgotten]])
    assert.deepEqual(rows, [])
  })
})

const actorOf = ({ actor }: certificates.Acting) => (actor.kind === 'person' ? actor.account : assert.fail())

describe('a file that is sent to be marked', () => {
  test('comes back marked: an image with its manifest inside, a film of Matroska with one beside it', async () => {
    const png = await (await send(SMALLEST.png ?? assert.fail(), { aiId, contentId: 'b00000000001' })).json()
    assert.equal(png.placement, 'embedded')
    assert.deepEqual(png.layers, ['metadata', 'manifest'])
    const [file, manifest] = [png.file, png.manifest].map((text: string) => Buffer.from(text, 'base64'))
    assert.deepEqual(secondReading(manifest ?? assert.fail(), file ?? assert.fail(), root).problems, [])
    const film = await (await send(SMALLEST.mkv ?? assert.fail(), { aiId })).json()
    assert.deepEqual([film.placement, film.file, film.layers], ['sidecar', null, ['manifest']])
    assert.match(film.contentId, /^[0-9a-f]{12}$/)
    const beside = secondReading(Buffer.from(film.manifest, 'base64'), SMALLEST.mkv ?? assert.fail(), root)
    assert.deepEqual(beside.problems, [])
    // Marked again, the first mark is the parent of the second.
    const again = await (await send(Buffer.from(png.file, 'base64'), { aiId, statement: 'edited-by-ai' })).json()
    assert.ok(Buffer.from(again.manifest, 'base64').includes(png.manifestId))
  })

  test('what cannot be marked is refused in words, and a broken file harms nobody', async () => {
    assert.equal(await said(await send(new TextEncoder().encode('thơ'), { aiId })), '422 signing.kind')
    assert.equal(await said(await send(new Uint8Array(0), { aiId })), '422 signing.no-file')
    const broken = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff)
    assert.equal(await said(await send(broken, { aiId })), '422 signing.unreadable')
    const system = await house.another()
    const jpeg = SMALLEST.jpeg ?? assert.fail()
    assert.equal(await said(await send(jpeg, { aiId: system.aiId })), '409 signing.no-certificate')
    assert.equal((await send(jpeg, { aiId })).status, 200)
  })
})

describe('registered items', () => {
  const look = hashes(picture(3, 512))
  const request = async (contentId: string, more: object = {}) => {
    const marked = await markHere(SMALLEST.jpeg ?? assert.fail(), contentId)
    const manifest = Buffer.from(marked.manifest).toString('base64')
    return { aiId, contentId, type: 'jpeg', sha256: 'ab'.repeat(32), hashes: look, manifest, ...more }
  }
  const get = (path: string) => house.app.request(`/api/v1${path}`)

  test('a provider registers content by its numbers; anyone finds it and its manifest again', async () => {
    const asked = await request('c00000000001')
    const answer = await post('/marks/items', asked)
    assert.equal(answer.status, 201, await answer.clone().text())
    const item = await (await get('/marks/items/c00000000001')).json()
    assert.deepEqual([item.aiId, item.provider, item.system], [aiId, house.provider, 'in-use'])
    assert.deepEqual(item.hashes, look)
    const value = Buffer.from('c00000000001', 'hex').toString('base64')
    const query = new URLSearchParams({ alg: ALGORITHMS.watermark, value })
    const { matches } = await (await get(`/soft-binding/matches/byBinding?${query}`)).json()
    assert.deepEqual(matches, [
      { manifestId: item.manifestId, endpoint: `${kit.site.url}/api/v1/soft-binding`, similarityScore: 100 },
    ])
    const manifest = await get(`/soft-binding/manifests/${item.manifestId}`)
    assert.equal(manifest.headers.get('content-type'), 'application/c2pa')
    assert.deepEqual(Buffer.from(await manifest.arrayBuffer()).toString('base64'), asked.manifest)
  })

  test('a number found in a watermark leads to its item; only content that looks the same is said to be marked by it', async () => {
    const state = await stateOf(kit, { contentId: 'c00000000001' })
    assert.deepEqual([state.id, state.aiId, state.item], ['known', aiId, 'none'])
    assert.equal(compared(state, { hashes: hashes(softened(1)(picture(3, 512))) }).item, 'same')
    assert.equal(compared(state, { hashes: hashes(picture(4, 512)) }).item, 'differs')
    assert.equal(compared(state, { sha256: 'ab'.repeat(32) }).item, 'same')
    assert.equal(compared(state, { sha256: 'cd'.repeat(32) }).item, 'uncompared')
    const other = await stateOf(kit, { contentId: 'c00000000001', aiId: (await house.another()).aiId })
    assert.equal(other.item, 'differs', 'the number was copied to another system')
    assert.equal((await stateOf(kit, { contentId: 'ffffffffffff' })).id, 'unknown')
  })

  test('a copy that lost everything is found by how it looks, another picture is not', async () => {
    const bound = async ({ phash, dhash, pdq }: Hashes) => {
      const value = Buffer.from(phash + dhash + pdq, 'hex').toString('base64')
      const answer = await house.app.request('/api/v1/soft-binding/matches/byBinding', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ alg: ALGORITHMS.image, value }),
      })
      assert.equal(answer.status, 200, await answer.clone().text())
      return ((await answer.json()) as { matches: { similarityScore: number }[] }).matches
    }
    const [copy] = await bound(hashes(softened(1)(picture(3, 512))))
    assert.ok(copy !== undefined && copy.similarityScore > 90, JSON.stringify(copy))
    assert.deepEqual(await bound(hashes(picture(4, 512))), [])
  })

  test('a content id is registered once; a manifest of somebody else, or over other content, is refused', async () => {
    assert.equal(await said(await post('/marks/items', await request('c00000000001'))), '409 item.taken')
    const other = { ...(await request('c00000000002')), contentId: 'c00000000003' }
    assert.equal(await said(await post('/marks/items', other)), '422 item.manifest')
    const broken = { ...(await request('c00000000004')), manifest: Buffer.from('không phải').toString('base64') }
    assert.equal(await said(await post('/marks/items', broken)), '422 item.manifest')
    const system = await house.another()
    assert.equal(
      await said(await post('/marks/items', { ...(await request('c00000000005')), aiId: system.aiId })),
      '422 item.manifest',
    )
  })

  test('a withdrawn item is no longer found; that it was registered stays on the record', async () => {
    good(await kept(lan, (a) => registerItem(a, { ...base, contentId: 'c00000000009' })))
    const remove = (headers: Record<string, string>) =>
      house.app.request('/api/v1/marks/items/c00000000009', {
        method: 'DELETE',
        headers: { ...headers, 'idempotency-key': randomUUID() },
      })
    assert.equal((await remove({})).status, 401)
    assert.equal((await remove(bearer)).status, 200)
    assert.equal((await get('/marks/items/c00000000009')).status, 404)
    assert.equal((await remove(bearer)).status, 404)
    const { rows } = await owner.query(
      `select verb from mark_item_event e join mark_item i on i.id = e.item where content_id = 'c00000000009' order by e.seq`,
    )
    assert.deepEqual(
      rows.map(({ verb }) => verb),
      ['registered', 'withdrawn'],
    )
  })
  const base = { aiId, statement: 'created-by-ai', type: 'jpeg', sha256: 'cd'.repeat(32) } as const
})
