import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Decrypter } from 'age-encryption'
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { pino } from 'pino'
import { createApp } from '../../app.tsx'
import { canonical } from '../../base/canonical.ts'
import { day } from '../../base/day.ts'
import type { Outcome } from '../../base/outcome.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { complaints } from '../../../test/html.ts'
import { noticeBody } from '../../../test/notices.ts'
import { kept } from '../../../test/outcomes.ts'
import { type Somebody, umbrellaWorld } from '../../../test/umbrella.ts'
import { holdsBytes } from '../../db/files.ts'
import { CALENDAR } from '../../law/workingdays.ts'
import { describeError } from '../../journal.ts'
import { dropErasedFiles, putOnRecord } from '../systems/actions.ts'
import {
  add,
  addKey,
  aimsFor,
  answer,
  close,
  comeBack,
  counts,
  endKey,
  getPetition,
  type Kept,
  keysOf,
  listAtDesk,
  outcomes,
  readClean,
  readSealed,
  readiness,
  rewrap,
  send,
  type Sent,
  setAims,
  take,
  takeBack,
  unseal,
} from './actions.ts'
import { EVALUATION_KEYS } from './evaluation-keys.ts'
import { newCode } from './code.ts'
import { targetOf } from './rules.ts'
import type { Petition } from './schema.ts'
import { sealed } from './seal.ts'

const { kit, owner } = await freshDatabase()
kit.setNow('2026-11-02T02:34:56.789Z')
const world = await umbrellaWorld(kit)
const HOUR = '2026-11-02T02:00:00.000Z'

const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) assert.fail(JSON.stringify(outcome.refusals))
  return outcome.value
}
const codes = (outcome: Outcome<unknown>): readonly string[] =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code)
const within = <T>(who: Somebody, run: (asked: ReturnType<typeof world.as>) => Promise<T>): Promise<T> =>
  kit.db.transaction().execute((db) => run({ ...world.as(who), db }))

for (const [n, { recipient }] of EVALUATION_KEYS.entries())
  must(await within('khanh', (asked) => addKey(asked, { recipient, label: `Két số ${n + 1}` })))

const message = (more: Partial<Sent> = {}): Sent => ({
  ...{ kind: 'prohibited', text: 'Họ gọi điện bằng giọng giả của con tôi.', about: '', act: 'L7.2.b' },
  ...{ named: 'no', name: '', contact: '', code: newCode(), files: [], crowded: () => false },
  ...more,
})
const sending = (more: Partial<Sent> = {}): Promise<Outcome<Kept>> =>
  within('visitor', (asked) => send(asked, message(more)))
const note = (name: string, text: string) => new File([text], name, { type: 'text/plain' })

test('a report without a name comes in, is answered, added to and closed; its sender follows it by eight words', async () => {
  const { petition, words } = must(await sending())
  const { number } = petition
  assert.match(number, /^PA-2026-\d{6}$/)
  assert.equal(petition.receivedAt, HOUR, 'no minute is kept')
  must(await within('khanh', (asked) => take(asked, number)))
  must(await within('khanh', (asked) => answer(asked, number, 'Chúng tôi đang xác minh.')))
  const typed = words.toUpperCase().replaceAll(' ', ', ')
  const read = must(await comeBack(world.as('visitor'), typed))
  assert.deepEqual(
    read.steps.map(({ verb, at }) => [verb, at]),
    [
      ['send', HOUR],
      ['take', HOUR],
      ['answer', HOUR],
    ],
  )
  assert.equal(read.petition.steps.waiting, null)
  must(await within('visitor', (asked) => add(asked, words, 'Họ lại gọi hôm nay.', [])))
  must(await within('visitor', (asked) => add(asked, words, 'Họ lại gọi hôm nay.', [])))
  const again = must(await comeBack(world.as('visitor'), words))
  assert.equal(again.steps.length, 4, 'what is sent twice is said once')
  assert.deepEqual([again.petition.state, again.petition.steps.waiting], ['taken', HOUR])
  must(await within('khanh', (asked) => answer(asked, number, 'Cảm ơn bạn.')))
  assert.deepEqual(
    codes(await within('khanh', (asked) => close(asked, number, { outcome: 'case-opened', summary: '' }))),
    ['petition.no-case'],
  )
  must(await within('khanh', (asked) => close(asked, number, { outcome: 'passed-on', summary: 'x' })))
  assert.deepEqual(await outcomes(kit), [], 'a report of a prohibited act is never told')
})

test('the same form sent twice is one message; with other words it adds to the first', async () => {
  const form = message({ text: 'Một lần.' })
  const [one, two] = await Promise.all([sending(form), sending(form)])
  assert.equal(must(one).petition.number, must(two).petition.number)
  assert.equal(must(await sending(form)).petition.seq, 1)
  assert.equal(must(await sending({ ...form, text: 'Hai lần.' })).petition.seq, 2)
})

test('everything that lacks is said at once, and nothing of it is kept', async () => {
  const before = (await counts(kit)).reduce((sum, { n }) => sum + n, 0)
  assert.deepEqual(codes(await sending({ text: ' ', act: '', named: '' })), [
    ...['petition.act-missing', 'petition.text-missing', 'petition.named-missing'],
  ])
  assert.deepEqual(codes(await sending({ kind: 'record-error', named: 'yes' })), [
    'petition.about-missing',
    'petition.name-missing',
  ])
  assert.deepEqual(codes(await sending({ about: 'VN-AI-000000' })), ['petition.about-unknown'])
  assert.deepEqual(codes(await sending({ files: [new File(['MZ\0\0'], 'a.exe')] })), ['petition.file-kind'])
  assert.deepEqual(codes(await sending({ files: [1, 2, 3, 4].map((n) => note(`${n}`, 'x')) })), ['petition.files-many'])
  assert.deepEqual(codes(await sending({ code: 'ba bo' })), ['petition.code-unknown'])
  assert.deepEqual(codes(await sending({ crowded: () => true })), ['petition.crowded'])
  assert.equal(
    (await counts(kit)).reduce((sum, { n }) => sum + n, 0),
    before,
  )
})

test('officers and chiefs of the unit in charge see a message; for everybody else there is none', async () => {
  const { petition } = must(await sending())
  for (const who of ['khanh', 'duc', 'thao'] as const) must(await getPetition(world.as(who), petition.number))
  for (const who of ['gio', 'quan', 'lan', 'mai', 'stranger', 'visitor'] as const) {
    assert.deepEqual(codes(await getPetition(world.as(who), petition.number)), ['petition.unknown'], who)
    for (const step of [take, unseal])
      assert.deepEqual(codes(await within(who, (asked) => step(asked, petition.number))), ['petition.unknown'], who)
    assert.deepEqual(codes(await readClean(world.as(who), petition.number, 1, 1)), ['petition.unknown'])
  }
  const atDesk = must(await listAtDesk(world.as('khanh'), false)).map(({ number }) => number)
  assert.ok(atDesk.includes(petition.number))
  assert.ok(!must(await listAtDesk(world.as('gio'), false)).some(({ number }) => number === petition.number))
  assert.deepEqual(codes(await listAtDesk(world.as('quan'), false)), ['petition.unknown'])
})

const openWith = async (secret: string, bytes: Uint8Array): Promise<Uint8Array> => {
  const decrypter = new Decrypter()
  decrypter.addIdentity(secret)
  return decrypter.decrypt(bytes)
}

test('a name and an original file open with a private key of the unit only, and only after that was noted', async () => {
  const { petition, words } = must(
    await sending({
      named: 'yes',
      name: 'Nguyễn Thị Ô',
      contact: '0900 000 000',
      files: [note('của tôi.txt', 'Bằng chứng.')],
    }),
  )
  const { number } = petition
  must(await within('khanh', (asked) => take(asked, number)))
  const whole = must(await getPetition(world.as('khanh'), number))
  assert.deepEqual(
    whole.sealed.map(({ what }) => what),
    ['identity', 'original'],
  )
  const [identity, original] = whole.sealed
  assert.deepEqual(codes(await readSealed(world.as('khanh'), number, identity?.id ?? '')), ['petition.unknown'])
  must(await within('khanh', (asked) => unseal(asked, number)))
  assert.deepEqual(codes(await readSealed(world.as('duc'), number, 'key')), ['petition.unknown'], 'he did not ask')
  const thread = must(await comeBack(world.as('visitor'), words))
  assert.equal(thread.steps.at(-1)?.verb, 'unseal', 'the sender sees it')

  const envelope = must(await readSealed(world.as('khanh'), number, 'key'))
  for (const { secret } of EVALUATION_KEYS) {
    const own = Buffer.from(await openWith(secret, envelope)).toString()
    const who = Buffer.from(await openWith(own, must(await readSealed(world.as('khanh'), number, identity?.id ?? ''))))
    assert.deepEqual(JSON.parse(who.toString()), { name: 'Nguyễn Thị Ô', contact: '0900 000 000' })
    const file = Buffer.from(await openWith(own, must(await readSealed(world.as('khanh'), number, original?.id ?? ''))))
    assert.equal(file.toString(), '{"name":"của tôi.txt","type":"text/plain"}\nBằng chứng.')
  }
  await assert.rejects(
    openWith(EVALUATION_KEYS[0].secret, must(await readSealed(world.as('khanh'), number, identity?.id ?? ''))),
  )
})

test('whoever left a name and files may take them back in any state: they are gone, and the words stay', async () => {
  const text = 'Bản sao này phải mất.'
  const sent = await sending({ named: 'yes', name: 'Nguyễn Thị Ô', files: [note('a.txt', text)] })
  const { petition, words } = must(sent)
  const copy = createHash('sha256').update(text).digest('hex')
  assert.equal(await holdsBytes(kit.site.files, copy), true)
  const thread = must(await within('visitor', (asked) => takeBack(asked, words)))
  assert.deepEqual([thread.petition.named, thread.sealed, thread.petition.state], [false, false, 'received'])
  assert.deepEqual(
    thread.steps.map(({ verb }) => verb),
    ['send', 'take-back'],
  )
  assert.equal(must(await within('visitor', (asked) => takeBack(asked, words))).steps.length, 2, 'once is enough')
  for (const table of ['petition_sealed', 'petition_seal', 'petition_file']) {
    const { rows } = await owner.query(`select 1 from ${table} where petition = $1`, [petition.id])
    assert.deepEqual(rows, [], table)
  }
  await dropErasedFiles(kit)
  assert.equal(await holdsBytes(kit.site.files, copy), false)
  must(await within('khanh', (asked) => take(asked, petition.number)))
  const whole = must(await getPetition(world.as('khanh'), petition.number))
  assert.deepEqual([whole.sealed, whole.clean], [[], []])
  assert.ok(whole.steps[0]?.paper.text)
})

test('with fewer than two keys neither names nor files are taken, and the form says so', async () => {
  const { kit: bare } = await freshDatabase()
  const other = await umbrellaWorld(bare)
  assert.equal((await readiness(bare, 'feedback')).sealable, false)
  const asked = other.as('visitor')
  const sent = (more: Partial<Sent>) =>
    bare.db.transaction().execute((db) => send({ ...asked, db }, message({ ...more })))
  assert.deepEqual(codes(await sent({ named: 'yes', name: 'Ô' })), ['petition.no-seal'])
  assert.deepEqual(codes(await sent({ files: [note('a', 'b')] })), ['petition.no-seal'])
  assert.equal(must(await sent({})).petition.named, false)
})

test('a key that is added can open what came before it only once somebody has sealed that anew', async () => {
  const third = {
    secret: 'AGE-SECRET-KEY-1XPQW6R3WRN8Q9LERKLQNFVTPTPGHNLQA5Z69CZ4PJ4FPDGYFZULSJWCFSD',
    recipient: 'age1evl09ppvt6a4d2hznm8flv68vnv7zmwu0wtmpes5mnxs7zejrqwqxj0n0t',
  }
  const { petition } = must(await sending({ named: 'yes', name: 'Ô' }))
  assert.deepEqual(codes(await within('khanh', (asked) => addKey(asked, { recipient: 'age1wrong', label: '' }))), [
    'petition.key-form',
    'petition.key-label',
  ])
  must(await within('khanh', (asked) => addKey(asked, { recipient: third.recipient, label: 'Lãnh đạo' })))
  assert.deepEqual(codes(await within('duc', (asked) => addKey(asked, { recipient: third.recipient, label: 'x' }))), [
    'petition.key-known',
  ])
  const { recipients, stale } = must(await keysOf(world.as('khanh')))
  const old = stale.find(({ number }) => number === petition.number)
  assert.ok(old)
  await assert.rejects(openWith(third.secret, old.envelope))
  const own = await openWith(EVALUATION_KEYS[0].secret, old.envelope)
  const present = recipients.map(({ recipient }) => recipient)
  const given = { number: petition.number, recipients: present, envelope: await sealed(present, own) }
  assert.deepEqual(codes(await within('khanh', (asked) => rewrap(asked, { ...given, recipients: present.slice(1) }))), [
    'petition.envelope-form',
  ])
  assert.deepEqual(codes(await within('gio', (asked) => rewrap(asked, given))), ['petition.envelope-form'])
  must(await within('khanh', (asked) => rewrap(asked, given)))
  const after = must(await keysOf(world.as('khanh'))).stale
  assert.ok(!after.some(({ number }) => number === petition.number))
  must(await within('khanh', (asked) => endKey(asked, third.recipient)))
  assert.deepEqual(codes(await within('khanh', (asked) => endKey(asked, EVALUATION_KEYS[0].recipient))), [
    'petition.keys-few',
  ])
})

test('a chief sets the aims of the unit; a message keeps those it came in under', async () => {
  const dueOf = async (petition: Petition) => targetOf(petition, CALENDAR)?.clock.dueDay
  const before = must(await sending()).petition
  assert.equal(await dueOf(before), '2026-11-05')
  const set = (who: Somebody, take: number, answer: number) =>
    kept(world.as(who), (asked) => setAims(asked, { take, answer }))
  assert.deepEqual(codes(await set('khanh', 2, 10)), ['petition.unknown'], 'an officer sets none')
  assert.deepEqual(codes(await set('thao', 0, 400)), ['petition.aim', 'petition.aim'])
  assert.deepEqual(codes(await set('thao', 10, 5)), ['petition.aim-order'])
  must(await set('thao', 1, 10))
  const after = must(await sending()).petition
  assert.deepEqual([await dueOf(after), after.aims.answer], ['2026-11-03', 10])
  assert.equal(await dueOf(must(await getPetition(world.as('khanh'), before.number)).petition), '2026-11-05')
  assert.deepEqual(await aimsFor(kit, 'prohibited'), { take: 1, answer: 10 })
  const { rows } = await owner.query("select by, data -> 'act' as act from unit_event where verb = 'message-aims-set'")
  assert.deepEqual(
    rows.map(({ act }) => act),
    [{ take: 1, answer: 10 }],
  )
  must(await set('thao', 3, 15))
})

test('what became of feedback is told to everybody, without a word about who sent it', async () => {
  const { petition } = must(await sending({ kind: 'feedback', act: '', named: 'yes', name: 'Nguyễn Thị Ô' }))
  const { number } = petition
  must(await within('khanh', (asked) => take(asked, number)))
  must(await within('khanh', (asked) => answer(asked, number, 'Đã sửa trang hướng dẫn.')))
  assert.deepEqual(codes(await within('khanh', (asked) => close(asked, number, { outcome: '', summary: '' }))), [
    'petition.outcome-missing',
    'petition.summary-missing',
  ])
  must(await within('khanh', (asked) => close(asked, number, { outcome: 'mended', summary: 'Đã sửa lời hướng dẫn.' })))
  const told = await outcomes(kit)
  assert.deepEqual(told, [
    {
      ...{ number, kind: 'feedback', about: null, outcome: 'mended', summary: 'Đã sửa lời hướng dẫn.' },
      ...{ receivedAt: HOUR, changedAt: HOUR },
    },
  ])
})

test('an error that was reported stands with its outcome on the record, once it is dealt with', async () => {
  const { system } = must(
    await within('lan', (asked) =>
      putOnRecord(asked, {
        ...{ provider: world.library, answers: noticeBody('O-error').dossier, verb: 'notified', data: {} },
        ...{ reason: null, at: asked.now() },
        becomes: { level: 'medium', state: 'in-use', sectors: ['education'], entries: [], firstUse: day('2026-06-01') },
      }),
    ),
  )
  const about = system.aiId ?? ''
  const app = createApp(kit, { pools: {}, trustProxy: 0, journal: pino({ level: 'silent' }) })
  const record = async () => (await app.request(`/vi/register/${about}`)).text()
  assert.match(await record(), new RegExp(`/vi/petitions/new\\?about=${about}`))
  const { petition } = must(await sending({ kind: 'record-error', act: '', about: about.toLowerCase() }))
  assert.equal(petition.about, about)
  const { number } = petition
  must(await within('khanh', (asked) => take(asked, number)))
  must(await within('khanh', (asked) => answer(asked, number, 'Đã nhắc nhà cung cấp.')))
  assert.ok(!(await record()).includes(number))
  must(await within('khanh', (asked) => close(asked, number, { outcome: 'mended', summary: 'Đã sửa phạm vi.' })))
  assert.match(await record(), new RegExp(`Đã sửa phạm vi\\.[^]*${number}`))
  const { rows } = await owner.query(`select from signal where kind = 'petition'`)
  assert.equal(rows.length, 1, 'it is a reason to look at the system')
})

test('a receipt proves day and content and names nobody', async () => {
  const words = newCode()
  const file = note('bí mật.txt', 'Bằng chứng.')
  const { petition } = must(await sending({ code: words, text: 'Chuyện là thế này.', files: [file] }))
  const app = createApp(kit, { pools: {}, trustProxy: 0, journal: pino({ level: 'silent' }) })
  const got = await app.request('/vi/petitions/receipt', { method: 'POST', body: new URLSearchParams({ code: words }) })
  const { receipt, jws, salt, text } = (await got.json()) as {
    receipt: Record<string, string>
    jws: string
    salt: string
    text: string
  }
  const { payload } = await compactVerify(jws, createLocalJWKSet(kit.keys.publicKeys() as unknown as JSONWebKeySet))
  assert.equal(Buffer.from(payload).toString(), canonical(receipt))
  const files = [createHash('sha256').update('Bằng chứng.').digest('hex')]
  const content = createHash('sha256')
    .update(salt + canonical({ text, files }))
    .digest('hex')
  assert.equal(receipt.content, content)
  assert.deepEqual(Object.keys(receipt).sort(), [
    ...['content', 'kind', 'legalValue', 'number', 'receivedAt', 'site', 'type'],
  ])
  assert.equal(receipt.number, petition.number)
})

test('in the public log a message that comes in looks like any other step about any other message', async () => {
  await sending()
  const { rows } = await owner.query<{ body: Buffer; at: Date }>(
    `select l.body, l.at from log_leaf l join petition_event e on e.leaf = l.id`,
  )
  assert.ok(rows.length > 5)
  const shown = rows.map(({ body }) => {
    const { type, subject, at, groups } = JSON.parse(body.toString()) as Record<string, unknown> & { groups: object }
    return JSON.stringify([type, subject, at, Object.keys(groups).sort()])
  })
  assert.deepEqual([...new Set(shown)], [JSON.stringify(['petition.step', 'petitions', HOUR, ['act', 'said']])])
})

// ————— what stays nowhere —————

const CANARIES = {
  address: 'canary-address',
  agent: 'canary-agent',
  language: 'canary-language',
  name: 'canary-file-name',
  metadata: 'canary-metadata',
  cookie: 'canary-cookie',
  identity: 'canary-identity',
} as const

/** A JPEG of one grey square, with EXIF that tells too much. */
const photograph = (canary: string): Uint8Array<ArrayBuffer> => {
  const segment = (marker: number, body: Buffer): Buffer =>
    Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body])
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
      segment(0xe1, Buffer.from(`Exif\0\0${canary}`)),
      segment(0xfe, Buffer.from(canary)),
      segment(0xdb, Buffer.alloc(65, 1)),
      segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
      segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
      Buffer.from([0x12, 0x34, 0xff, 0xd9]),
    ]),
  )
}

/** Every file below a folder that holds one of the canaries. */
function holding(folder: string, found: string[] = []): string[] {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (Object.values(CANARIES).some((canary) => entry.name.includes(canary))) found.push(path)
    if (entry.isDirectory()) holding(path, found)
    else if (entry.isFile() && Object.values(CANARIES).some((canary) => readFileSync(path).includes(canary)))
      found.push(path)
  }
  return found
}

test('of 500 reports nothing about their senders is left outside the sealed store', async () => {
  const lines: string[] = []
  const journal = pino(
    { level: 'trace', base: null, serializers: { err: describeError } },
    { write: (line: string) => void lines.push(line) },
  )
  // Whatever a library would put into a temporary folder lands in one of our own.
  const [before, scratch] = [process.env.TMPDIR, join(kit.site.files, 'scratch')]
  mkdirSync(scratch)
  process.env.TMPDIR = scratch
  try {
    assert.equal(tmpdir(), scratch)
    const app = createApp(kit, { pools: {}, trustProxy: 1, journal })
    const report = async (n: number): Promise<void> => {
      const form = new FormData()
      const said = { kind: 'prohibited', act: 'L7.3', text: `Chuyện thứ ${n}.`, code: newCode(), about: '' }
      for (const [name, value] of Object.entries(said)) form.append(name, value)
      form.append('named', n % 2 === 0 ? 'no' : 'yes')
      // Also where somebody typed a name and then chose to send without it.
      form.append('name', CANARIES.identity)
      form.append('contact', CANARIES.identity)
      form.append('once', `${CANARIES.cookie}-${n}`)
      form.append(
        'file',
        new File([photograph(CANARIES.metadata)], `${CANARIES.name}-${n}.jpg`, { type: 'image/jpeg' }),
      )
      const sent = await app.request(n % 2 === 0 ? '/vi/petitions' : '/en/petitions', {
        method: 'POST',
        body: form,
        headers: {
          'x-forwarded-for': `${CANARIES.address}-${n}`,
          'user-agent': CANARIES.agent,
          'accept-language': CANARIES.language,
          cookie: `saola_session=${CANARIES.cookie}`,
          referer: `https://${CANARIES.cookie}.example/`,
        },
      })
      assert.equal(sent.status, 200)
      assert.equal(sent.headers.get('set-cookie'), null)
      if (n === 0) assert.deepEqual(await complaints(await sent.text()), [])
    }
    // Six connections: so many at a time.
    for (let n = 0; n < 500; n += 5) await Promise.all([n, n + 1, n + 2, n + 3, n + 4].map(report))
    // A refused form and a broken one leave nothing either.
    for (const body of ['x=1', '------broken'])
      await app.request('/vi/petitions', {
        method: 'POST',
        body,
        headers: { 'content-type': 'multipart/form-data; boundary=----b', 'user-agent': CANARIES.agent },
      })
    assert.ok(lines.length >= 500, 'the journal was at work')
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  const found = (text: string) => Object.values(CANARIES).filter((canary) => text.includes(canary))
  assert.deepEqual(found(lines.join('')), [], 'logs')
  const { rows: tables } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  )
  for (const { name } of tables) {
    // Bytes are shown in hexadecimal: the canaries are looked for in both spellings.
    const spelled = Object.values(CANARIES).flatMap((canary) => [canary, Buffer.from(canary).toString('hex')])
    const { rows } = await owner.query(`select 1 from ${name} t where t::text ~ $1 limit 1`, [spelled.join('|')])
    assert.equal(rows.length, 0, name)
  }
  assert.deepEqual(holding(kit.site.files), [], 'files and temporary folders')
  const { rows: spoken } = await owner.query(
    `select 1 from information_schema.columns where table_name like 'petition%' and column_name like '%lang%'`,
  )
  assert.equal(spoken.length, 0, 'nor in which language somebody read the page')
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from petition_sealed where what = 'original'`,
  )
  assert.ok((rows[0]?.n ?? 0) >= 500, 'and yet every original is there, sealed')
})
