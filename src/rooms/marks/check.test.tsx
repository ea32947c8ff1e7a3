import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { hindrances } from '../../../test/axe.ts'
import { createAdaptorServer } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from '../../../test/browser.ts'
import { authority, certify, signElsewhere } from '../../../test/c2pa.ts'
import { complaints } from '../../../test/html.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { SMALLEST } from '../../../test/mark-files.ts'
import { asPng } from './png.ts'
import { library } from '../../../test/ledger.ts'
import { noticeBody } from '../../../test/notices.ts'
import { createApp } from '../../app.tsx'
import type { Outcome } from '../../base/outcome.ts'
import { LANGS } from '../../base/text.ts'
import { createJournal } from '../../journal.ts'
import { jpeg } from '../../mark/corpus.ts'
import { asAssertion, writePacket } from '../../mark/own.ts'
import { picture } from '../../mark/images.ts'
import { hashes } from '../../mark/phash.ts'
import { embed } from '../../mark/watermark.ts'
import { FOUND_WORDS, INTACT_WORDS, REGISTER_WORDS, SIGNER_WORDS } from '../../mark/verdict-words.ts'
import { notify } from '../classification/actions.ts'
import { NoticeInput } from '../classification/schema.ts'
import { issueCertificate, revokeCertificate } from './certificate-actions.ts'
import { stateOf } from './check-actions.ts'
import { registerItem } from './item-actions.ts'
import { ItemRequest } from './item-schema.ts'
import { closeReaders, FILE_MOST } from './readers.ts'
import { offeredSamples } from './sample-actions.ts'
import { closeSigners } from './signers.ts'
import { markSent } from './signing-actions.ts'

const list = authority('C2PA')
const { kit: bare, owner } = await freshDatabase()
const kit = { ...bare, site: { ...bare.site, c2paRoots: list.roots } }
const app = createApp(kit, { pools: {}, trustProxy: 0, journal: createJournal('silent') })
const party = await library(kit)
const actor = {
  kind: 'program',
  key: 'k1',
  acting: { party, name: 'Thư viện Ô', role: 'filer' },
  scopes: ['notices:write', 'marks:write'],
} as const
const value = <T,>(outcome: Outcome<T>): T => {
  if (!outcome.ok) assert.fail(JSON.stringify(outcome.refusals))
  return outcome.value
}
const notifiedAs = async (code: string): Promise<string> =>
  value(await kit.db.transaction().execute((db) => notify({ ...kit, db, actor }, NoticeInput.parse(noticeBody(code)))))
    .receipt.aiId
const aiId = await notifiedAs('umbrella-1')

const photo = jpeg({ comment: 'umbrella '.repeat(200) })
const said = { statement: 'created-by-ai', aiId, contentId: '0123456789ab', provider: 'Thư viện Ô' } as const
const who = certify({ subject: { C: 'VN', O: 'Thư viện Ô', CN: 'Thư viện Ô' }, by: list.issuer })
const signed = await signElsewhere(photo, 'image/jpeg', who, { registration: asAssertion(said) })
const changed = Uint8Array.from(signed)
changed[changed.length - 40] = (changed[changed.length - 40] ?? 0) ^ 1
const FILES: Readonly<Record<string, Uint8Array>> = {
  'signed.jpg': signed,
  'changed.jpg': changed,
  'declared.jpg': jpeg({ xmp: writePacket({ statement: 'edited-by-ai', aiId: 'VN-0000-0000-00' }) }),
  'photo.jpg': photo,
}
const send = (path: string, bytes: Uint8Array) =>
  app.request(path, { method: 'POST', body: Uint8Array.from(bytes), headers: { 'content-type': 'image/jpeg' } })

after(async () => {
  await closeReaders()
  await closeSigners()
})

const register = (more: object) =>
  kit.db
    .transaction()
    .execute(async (db) =>
      value(await registerItem({ ...kit, actor, db }, ItemRequest.parse({ aiId, type: 'jpeg', ...more }))),
    )

// ————— programs —————

interface Sent {
  readonly answers: Readonly<Record<string, { readonly code: string }>>
  readonly file: object
  readonly register: { readonly system?: string } | null
  readonly engines: readonly { readonly name: string }[]
}
const codes = ({ answers }: Sent): string[] =>
  ['found', 'intact', 'signer', 'register'].map((q) => answers[q]?.code ?? '')

test('a program sends a file and gets four answers with the state of the system in the register', async () => {
  const response = await send('/api/v1/marks/check?name=signed.jpg', signed)
  assert.equal(response.status, 200)
  const report = (await response.json()) as Sent
  assert.deepEqual(codes(report), ['signed', 'yes', 'c2pa', 'system-only'])
  assert.equal(report.register?.system, 'declared')
  assert.deepEqual(
    report.engines.map(({ name }) => name),
    ['saola-verdict', 'saola-mark', 'c2pa-rs'],
  )
  const other = (await (await send('/api/v1/marks/check', FILES['declared.jpg'] ?? photo)).json()) as Sent
  assert.deepEqual(codes(other), ['declared', 'unprovable', 'unsigned', 'unknown-id'])
})

test('a file that is too large is refused unread, with the limit in words', async () => {
  const response = await send('/api/v1/marks/check', new Uint8Array(FILE_MOST + 1))
  assert.equal(response.status, 413)
  assert.match(await response.text(), /at most 25 MB/)
  assert.equal((await send('/api/v1/marks/check', new Uint8Array(0))).status, 422)
})

test('the register answers about the numbers of a mark', async () => {
  const state = async (query: string): Promise<unknown> => (await app.request(`/api/v1/marks/state?${query}`)).json()
  const asOf = kit.now()
  assert.deepEqual(await state(`aiId=${aiId}`), { asOf, id: 'known', aiId, system: 'declared', item: 'none' })
  assert.deepEqual(await state('aiId=VN-0000-0000-00'), { asOf, id: 'unknown' })
  assert.equal((await app.request('/api/v1/marks/state?file=x')).status, 422)
})

test('a certificate of the portal is known as such, and one that was revoked from that moment on', async () => {
  const { publicKey, privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const { authority: portal = assert.fail() } = kit
  const period = { from: '2026-11-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' }
  const names = { country: 'VN', organisation: 'Thư viện Ô', aiId }
  const leaf = portal.issue({ publicKey, ...names, ...period, revocations: 'http://localhost/marks/revoked.crl' })
  const chain = [leaf, portal.issuer].map((der) => Buffer.from(der))
  const own = { subject: {}, key, publicKey, chain, serial: '' }
  const marked = await signElsewhere(photo, 'image/jpeg', own, { registration: asAssertion(said) })
  const report = (await (await send('/api/v1/marks/check', marked)).json()) as Sent
  assert.deepEqual(codes(report), ['signed', 'yes', 'national', 'system-only'])

  const [system] = (await owner.query('select id from system where ai_id = $1', [aiId])).rows
  const asFiler = { ...kit, actor }
  const issued = value(await kit.db.transaction().execute((db) => issueCertificate({ ...asFiler, db }, system.id)))
  const ask = (more: object) => stateOf(kit, { aiId, certificate: issued.serial, ...more })
  assert.deepEqual([(await ask({})).certificate, (await ask({})).item], ['good', 'none'])
  const before = kit.now()
  kit.setNow('2026-11-05T02:00:00.000Z')
  await kit.db
    .transaction()
    .execute(async (db) => value(await revokeCertificate({ ...asFiler, db }, issued.id, 'key-compromise')))
  assert.equal((await ask({ at: before })).certificate, 'good')
  assert.equal((await ask({ at: kit.now() })).certificate, 'revoked')
  assert.equal((await ask({})).certificate, 'revoked', 'without a moment nobody can say that it signed before')
  const other = { ...said, contentId: 'aaaaaaaaaaaa' }
  const first = await signElsewhere(photo, 'image/jpeg', who, { registration: asAssertion(other) })
  const copy = await signElsewhere(changed, 'image/jpeg', who, { registration: asAssertion(other) })
  await register({ contentId: 'aaaaaaaaaaaa', sha256: createHash('sha256').update(first).digest('hex') })
  const inRegister = async (bytes: Uint8Array) =>
    codes((await (await send('/api/v1/marks/check', bytes)).json()) as Sent).at(-1)
  assert.equal(await inRegister(first), 'match', 'the registered bytes themselves')
  assert.equal(await inRegister(copy), 'uncompared', 'other bytes under the same number, without points to compare')
  const elsewhere = await notifiedAs('umbrella-2')
  assert.equal((await stateOf(kit, { aiId: elsewhere, certificate: issued.serial })).item, 'differs')
})

/** The manifest of a film, as the portal makes it for a program of the provider. */
async function manifestOf(bytes: Uint8Array): Promise<Uint8Array> {
  const asked = { ...kit, actor }
  await kit.db.transaction().execute(async (db) => value(await issueCertificate({ ...asked, db }, aiId)))
  const { manifest } = value(await markSent(asked, bytes, { aiId, statement: 'created-by-ai' }))
  return Buffer.from(manifest, 'base64')
}

// ————— people —————

let browser: Browser
let origin = ''
const server = createAdaptorServer({ fetch: app.fetch })
before(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await new Promise((closed) => server.close(closed))
})

const asFile = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: Buffer.from(FILES[name] ?? '') })
const SHOTS = process.env.SHOTS

async function looked(page: Page, name: string): Promise<string[]> {
  const found: string[] = []
  found.push(...(await hindrances(page)).map((said) => `${name}: axe ${said}`))
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const over = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'))
    if (over > 0) found.push(`${name}: ${over} px wider than ${width}`)
    if (SHOTS === undefined) continue
    mkdirSync(SHOTS, { recursive: true })
    await page.screenshot({ path: join(SHOTS, `${name}-${width}.png`), fullPage: true })
  }
  return found
}

/** Everything a page asks for, with its body. */
function recorded(page: Page): { readonly asks: string[]; readonly found: string[] } {
  const [asks, found]: [string[], string[]] = [[], []]
  page.on('request', (request) => {
    asks.push(`${request.method()} ${request.url().replace(origin, '')}`)
    if (request.postData() !== null) found.push(`a body was sent to ${request.url()}`)
  })
  page.on('pageerror', (error) => found.push(error.message))
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) found.push(message.text())
  })
  return { asks, found }
}

const opened = async (context: BrowserContext, lang: string): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(`${origin}/${lang}/check`, { waitUntil: 'networkidle' })
  return page
}
const results = (page: Page): Promise<string[]> => page.locator('.answers__title').allTextContents()

test('on the page itself: four answers for each file, and nothing of a file is sent', async () => {
  for (const lang of LANGS) {
    const context = await browser.newContext()
    const page = await opened(context, lang)
    const { asks, found } = recorded(page)
    found.push(...(await looked(page, `check-${lang}-empty`)))
    await page.setInputFiles('input[name=file]', Object.keys(FILES).map(asFile))
    await page.locator('.report h2', { hasText: 'photo.jpg' }).waitFor()
    assert.equal(await page.locator('.answers__one').count(), 16)
    assert.deepEqual(await page.locator('.overview > li > a').allTextContents(), Object.keys(FILES))
    assert.equal(await page.evaluate('document.activeElement.id'), 'overview')
    const first = (await results(page)).slice(0, 4)
    assert.deepEqual(first.slice(2), [SIGNER_WORDS.c2pa.title[lang], REGISTER_WORDS['system-only'].title[lang]])
    await page.locator('.report details').evaluateAll((all) => all.forEach((d) => d.setAttribute('open', '')))
    found.push(...(await looked(page, `check-${lang}-results`)))
    assert.deepEqual(
      asks.map((ask) => ask.replace(/\.[0-9a-f]{12}\./, '.').replace(/\?.*/, '?')),
      [
        ...['GET /assets/look.js', 'GET /assets/c2pa.wasm'],
        ...['GET /api/v1/marks/state?', 'GET /api/v1/marks/state?', 'GET /api/v1/marks/state?'],
      ],
    )
    assert.equal(
      await page.locator('.report a[href*="/register/"]').first().getAttribute('href'),
      `/${lang}/register/${aiId}`,
    )
    assert.deepEqual(found, [])
    await context.close()
  }
})

test('once loaded the page works without network, and says that the database was not asked', async () => {
  const context = await browser.newContext()
  const page = await opened(context, 'vi')
  await page.click('[data-ready]')
  await page.getByRole('status').filter({ hasText: 'Đã sẵn sàng' }).waitFor()
  await context.setOffline(true)
  const { asks } = recorded(page)
  await page.setInputFiles('input[name=file]', [asFile('signed.jpg'), asFile('photo.jpg')])
  await page.locator('.report h2', { hasText: 'photo.jpg' }).waitFor()
  const [, intact, signer, register] = await results(page)
  assert.deepEqual(
    [intact, signer, register],
    [...['Còn nguyên vẹn', SIGNER_WORDS.c2pa.title.vi, REGISTER_WORDS.unchecked.title.vi]],
  )
  assert.ok(await page.getByText('Chưa hỏi được cơ sở dữ liệu').isVisible())
  assert.deepEqual(
    asks.filter((ask) => !ask.startsWith('GET /api/v1/marks/state?')),
    [],
  )
  await page.uncheck('[data-ask]')
  asks.length = 0
  await page.setInputFiles('input[name=file]', asFile('changed.jpg'))
  await page.locator('.report h2', { hasText: 'changed.jpg' }).waitFor()
  assert.ok(await page.getByText('Không có gì được gửi đi cho tệp này.').isVisible())
  assert.deepEqual(asks, [])
  await context.close()
})

test('files may be dropped and pasted, and everything works with the keyboard', async () => {
  const context = await browser.newContext()
  const page = await opened(context, 'en')
  await page.focus('input[name=file]')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  assert.equal(await page.locator('[role=status]').textContent(), 'Choose at least one file to check.')
  for (const event of ['drop', 'paste']) {
    const transfer = await page.evaluateHandle(
      ([bytes, name]) => {
        const made = new DataTransfer()
        made.items.add(new File([Uint8Array.from(bytes as number[])], `${String(name)}.jpg`, { type: 'image/jpeg' }))
        return made
      },
      [[...signed], event],
    )
    await page.evaluate(
      ([name, data]) => {
        const made =
          name === 'drop'
            ? new DragEvent('drop', { dataTransfer: data as DataTransfer, bubbles: true })
            : new ClipboardEvent('paste', { clipboardData: data as DataTransfer, bubbles: true })
        document.querySelector('main')?.dispatchEvent(made)
      },
      [event, transfer] as const,
    )
    await page.locator('.report h2', { hasText: `${event}.jpg` }).waitFor()
  }
  assert.equal(await page.evaluate('document.activeElement.textContent'), 'paste.jpg')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('.report__keep a')])
  assert.equal(download.suggestedFilename(), 'paste.jpg.report.json')
  await context.close()
})

test('a film and the manifest beside it are checked together: by a program, on the page, and without a script', async () => {
  const film = SMALLEST.mkv ?? assert.fail()
  const manifest = await manifestOf(film)
  const form = new FormData()
  form.append('file', new File([Uint8Array.from(film)], 'film.mkv'))
  form.append('sidecar', new File([Uint8Array.from(manifest)], 'film.c2pa'))
  const answer = await app.request('/api/v1/marks/check?name=film.mkv', { method: 'POST', body: form })
  const report = (await answer.json()) as Sent & { readonly sidecar: { readonly name: string } | null }
  assert.deepEqual(codes(report), ['signed', 'yes', 'national', 'system-only'])
  assert.equal(report.sidecar?.name, 'film.c2pa')
  const broken = await app.request('/api/v1/marks/check', {
    ...{ method: 'POST', body: 'x' },
    headers: { 'content-type': 'multipart/form-data; boundary=y' },
  })
  assert.equal(broken.status, 400)

  const other = Uint8Array.from(film, (byte, n) => (n === film.length - 1 ? byte ^ 1 : byte))
  const part = (name: string, bytes: Uint8Array) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })
  const context = await browser.newContext()
  const page = await opened(context, 'vi')
  const { asks, found } = recorded(page)
  const sent = [
    part('film.mkv', film),
    part('khac.mkv', other),
    part('khac.mkv.c2pa', manifest),
    part('a.c2pa', manifest),
  ]
  await page.setInputFiles('input[name=file]', [...sent, part('film.c2pa', manifest)])
  await page.locator('.report h2', { hasText: 'a.c2pa' }).waitFor()
  assert.deepEqual(await page.locator('.overview > li > a').allTextContents(), ['film.mkv', 'khac.mkv', 'a.c2pa'])
  const titles = await results(page)
  assert.deepEqual(
    [1, 2, 5].map((n) => titles[n]),
    [INTACT_WORDS.yes, SIGNER_WORDS.national, INTACT_WORDS.changed].map(({ title }) => title.vi),
  )
  const stamped = await page
    .getByText(/Đóng dấu thời gian lúc \d\d:\d\d:\d\d ngày .*, do Saola time stamps, Saola\./)
    .count()
  assert.equal(stamped, 2, 'the file that was changed keeps the moment of its signature')
  assert.ok(await page.getByText('bản kê thuộc về một tệp khác').isVisible())
  assert.ok(await page.getByText('Đây chỉ là bản kê.').isVisible())
  // The sheet is the one that is looked at above; here it is only photographed.
  if (SHOTS !== undefined) found.push(...(await looked(page, 'check-vi-beside')))
  assert.deepEqual(found, [])
  assert.ok(asks.every((ask) => ask.startsWith('GET ')))
  await context.close()

  const plain = await browser.newContext({ javaScriptEnabled: false })
  const still = await plain.newPage()
  await still.goto(`${origin}/en/check`)
  await still.setInputFiles('input[name=file]', part('film.mkv', film))
  await still.setInputFiles('input[name=sidecar]', part('film.c2pa', manifest))
  await still.click('main form button')
  await still.locator('.report h2').waitFor()
  assert.equal((await results(still))[1], INTACT_WORDS.yes.title.en)
  assert.ok(await still.getByText('The manifest was taken from the file beside it: film.c2pa').isVisible())
  assert.deepEqual(await complaints(await still.content()), [])
  if (SHOTS !== undefined) await still.screenshot({ path: join(SHOTS, 'check-en-plain-beside.png'), fullPage: true })
  await plain.close()
})

test('a watermark is looked for in the points of a picture, and says "marked by" only where the picture is alike', async () => {
  const context = await browser.newContext()
  const page = await opened(context, 'en')
  const [drawn, other] = [picture(3, 640), picture(4, 640)]
  await register({ contentId: 'bbbbbbbbbbbb', sha256: 'b'.repeat(64), hashes: hashes(drawn) })
  const asked: Readonly<Record<string, readonly [Buffer, string]>> = {
    'copy.png': [asPng(embed(drawn, 'bbbbbbbbbbbb')), REGISTER_WORDS.match.title.en],
    'taken.png': [asPng(embed(other, 'bbbbbbbbbbbb')), REGISTER_WORDS['content-differs'].title.en],
    'strange.png': [asPng(embed(drawn, 'cccccccccccc')), REGISTER_WORDS['unknown-id'].title.en],
    'plain.png': [asPng(drawn), REGISTER_WORDS['no-id'].title.en],
  }
  const files = Object.entries(asked).map(([name, [buffer]]) => ({ name, mimeType: 'image/png', buffer }))
  await page.setInputFiles('input[name=file]', files)
  await page.locator('.report h2', { hasText: 'plain.png' }).waitFor()
  const said = await results(page)
  assert.deepEqual(
    [3, 7, 11, 15].map((n) => said[n]),
    Object.values(asked).map(([, title]) => title),
  )
  assert.equal(said[0], FOUND_WORDS['watermark-only'].title.en)
  const sent = (await page.locator('.report code').allTextContents()).filter((code) => code.startsWith('GET'))
  assert.deepEqual(
    sent,
    ['b', 'b', 'c'].map((id) => `GET /api/v1/marks/state?contentId=${id.repeat(12)}`),
  )
  await context.close()
})

test('a file on which the engine hangs is stopped on the device too, and the next one is read as ever', async () => {
  const context = await browser.newContext()
  const page = await opened(context, 'en')
  // A visitor's browser is given half a minute; nobody waits for that here.
  await page.evaluate(`document.querySelector('[data-check]').dataset.patience = '3500'`)
  await page.click('[data-ready]')
  await page.getByRole('status').filter({ hasText: 'Ready' }).waitFor()
  const streams = Buffer.from(`%PDF-1.7\n${'/Metadata/Subtype/XML>>stream\n'.repeat(40_000)}`)
  await page.setInputFiles('input[name=file]', [
    { name: 'streams.pdf', mimeType: 'application/pdf', buffer: streams },
    asFile('signed.jpg'),
  ])
  await page.locator('.report h2', { hasText: 'signed.jpg' }).waitFor()
  assert.ok(await page.getByText('did not finish this file').isVisible())
  const titles = await results(page)
  assert.equal(titles[6], SIGNER_WORDS.c2pa.title.en)
  await context.close()
})

test('without a script the same is found by the server, which keeps nothing and says so', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  for (const lang of LANGS)
    for (const name of Object.keys(FILES)) {
      await page.goto(`${origin}/${lang}/check`)
      await page.setInputFiles('input[name=file]', asFile(name))
      await page.click('main form button')
      assert.equal(await page.locator('.report h2').textContent(), name)
      assert.equal(await page.locator('.answers__one').count(), 4)
      const text = (await page.locator('[data-result]').textContent()) ?? ''
      assert.ok(text.includes(lang === 'vi' ? 'không được lưu lại' : 'was not kept'))
      assert.deepEqual(await complaints(await page.content()), [])
    }
  await page.goto(`${origin}/vi/check`)
  await page.click('main form button')
  assert.match((await page.locator('.error-summary').textContent()) ?? '', /Hãy chọn một tệp/)
  await context.close()
  const { rows } = await owner.query('select count(*) as n from answered')
  assert.equal(Number(rows[0].n), 0, 'nothing of it is kept')
})

test('samples are offered in the made-up world alone, and only while their certificate holds', async () => {
  assert.doesNotMatch(await (await app.request('/vi/check')).text(), /data-sample/)
  assert.equal((await app.request('/check/samples/mau-4-khong-dau.png')).status, 404)
  const samples = join(kit.site.files, 'samples')
  mkdirSync(samples, { recursive: true })
  const made = { ...kit, site: { ...kit.site, samples } }
  assert.deepEqual(await offeredSamples(made), [], 'none were made')
  const note = (until: string) => writeFileSync(join(samples, 'samples.json'), JSON.stringify({ until }))
  note(new Date(Date.parse(kit.now()) + 1000).toISOString())
  assert.equal((await offeredSamples(made)).length, 4)
  note(kit.now())
  assert.deepEqual(await offeredSamples(made), [])
})

test('only the check page and its worker may run WebAssembly', async () => {
  const policy = async (path: string) => (await app.request(path)).headers.get('content-security-policy') ?? ''
  const page = await (await app.request('/vi/check')).text()
  const script = /data-look="([^"]+)"/.exec(page)?.[1] ?? ''
  for (const [path, may] of [
    ['/vi/check', true],
    [script, true],
    ['/vi/verify', false],
    ['/vi', false],
  ] as const)
    assert.equal((await policy(path)).includes("'wasm-unsafe-eval'"), may, path)
})

test('the engine is compressed, and kept for ever under the hash of its content', async () => {
  const page = await (await app.request('/vi/check')).text()
  const engine = /data-engine="([^"]+)"/.exec(page)?.[1] ?? ''
  const response = await app.request(engine, { headers: { 'accept-encoding': 'br' } })
  assert.deepEqual(
    [response.headers.get('content-type'), response.headers.get('content-encoding')],
    ['application/wasm', 'br'],
  )
  assert.match(response.headers.get('cache-control') ?? '', /immutable/)
  assert.ok((await response.arrayBuffer()).byteLength < 3_500_000)
})
