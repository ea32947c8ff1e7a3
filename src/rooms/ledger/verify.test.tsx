import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { hindrances } from '../../../test/axe.ts'
import { createAdaptorServer } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from '../../../test/browser.ts'
import { complaints } from '../../../test/html.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { ledgerOf, library, logSigner } from '../../../test/ledger.ts'
import { noticeBody } from '../../../test/notices.ts'
import { CARD, LOST, UMBRELLA, umbrellaOffice, umbrellaWorld } from '../../../test/umbrella.ts'
import { createApp } from '../../app.tsx'
import type { Actor, PartyId } from '../../base/actor.ts'
import type { Outcome } from '../../base/outcome.ts'
import { LANGS } from '../../base/text.ts'
import { getSaid, open } from '../../casework/actions.ts'
import { filePages } from '../../casework/pages-file.tsx'
import { createJournal } from '../../journal.ts'
import { utf8 } from '../../log/encoding.ts'
import { type Evidence, parseEvidence, printEvidence } from '../../log/evidence.ts'
import { type Came, examine, outcomeOf } from '../../log/examine.ts'
import { tell } from '../../log/words.ts'
import { SESSION } from '../../web/server.ts'
import { notify } from '../classification/actions.ts'
import { NoticeInput } from '../classification/schema.ts'
import { writeAll } from './actions.ts'
import { evidenceOfNotice, evidenceOfRecord } from './evidence.ts'
import { evidencePages } from './pages-evidence.tsx'
import { trustNow } from './trust.ts'
import { publishTrust } from './writer.ts'

const { kit, owner } = await freshDatabase()
const app = createApp(kit, { pools: {}, trustProxy: 0, journal: createJournal('silent') })
const ledger = ledgerOf(kit)
const provider = await library(kit)
const stranger = await library(kit)
const filer = (party: PartyId): Actor => ({
  kind: 'program',
  key: 'k1',
  acting: { party, name: 'Thư viện Ô', role: 'filer' },
  scopes: ['notices:write'],
})
const asked = { ...kit, actor: filer(provider) }
const value = <T,>(outcome: Outcome<T>): T => {
  if (!outcome.ok) assert.fail(JSON.stringify(outcome.refusals))
  return outcome.value
}
const codes = (outcome: Outcome<unknown>): string[] => (outcome.ok ? [] : outcome.refusals.map((r) => r.code))
const notified = async (code: string) =>
  value(await kit.db.transaction().execute((db) => notify({ ...asked, db }, NoticeInput.parse(noticeBody(code)))))
const came = async (file: string): Promise<Came> => outcomeOf(examine(utf8(file), (await trustNow(kit)).trust))

await publishTrust({ desk: kit, known: [logSigner(kit).key] })
const { receipt, jws } = await notified('umbrella-1')
const older = await notified('umbrella-2')

test('before a checkpoint covers it, a receipt is not yet included and nothing is said against it', async () => {
  assert.deepEqual(codes(await evidenceOfNotice(asked, receipt.number)), ['evidence.not-yet'])
  assert.deepEqual(codes(await evidenceOfRecord(kit, receipt.aiId)), ['evidence.not-yet'])
  const page = await app.request(`/vi/register/${receipt.aiId}/record.tlog-proof`)
  assert.equal(page.status, 409)
  assert.match(await page.text(), /Không có gì sai: hãy quay lại sau một phút/)
})

test('the receipt of a notice comes with evidence that holds, for whoever sees the notice', async () => {
  // A leaf of the first days had no group for the receipt.
  await owner.query(
    `update log_leaf set body = convert_to(regexp_replace(convert_from(body, 'UTF8'), ',"receipt":"[0-9a-f]+"', ''), 'UTF8')
     where convert_from(body, 'UTF8') like $1`,
    [`%${older.receipt.aiId}%`],
  )
  await writeAll(ledger)
  const file = value(await evidenceOfNotice(asked, receipt.number))
  assert.equal(await came(file), 'holds')
  const evidence = value(parseEvidence(file))
  assert.deepEqual(Object.keys(evidence.opened), ['receipt'])
  assert.deepEqual([evidence.opened.receipt?.value, evidence.jws], [receipt, jws])
  assert.deepEqual(codes(await evidenceOfNotice({ ...kit, actor: filer(stranger) }, receipt.number)), [
    'notice.unknown',
  ])
  assert.equal((await app.request(`/vi/notices/${receipt.number}/receipt.tlog-proof`)).status, 303)
})

test('the evidence of an older notice proves less, and says so', async () => {
  const file = value(await evidenceOfNotice(asked, older.receipt.number))
  assert.equal(await came(file), 'not-bound')
})

test('anybody gets the evidence of a public record, which opens only what the register shows', async () => {
  const response = await app.request(`/en/register/${receipt.aiId}/record.tlog-proof`)
  assert.equal(response.status, 200)
  assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="VN-[\w-]+\.tlog-proof"$/)
  const file = await response.text()
  assert.equal(await came(file), 'holds')
  const { opened, jws: none } = value(parseEvidence(file))
  const shown = (await (await app.request(`/api/v1/systems/${receipt.aiId}`)).json()) as object
  assert.deepEqual([Object.keys(opened), opened.public?.value, none], [['public'], shown, undefined])
  const again = await app.request(`/en/register/${receipt.aiId}/record.tlog-proof`, {
    headers: { 'if-none-match': response.headers.get('etag') ?? '' },
  })
  assert.equal(again.status, 304)
  assert.equal((await app.request('/en/register/VN-0000-0000-00/record.tlog-proof')).status, 404)
})

test('a document of a procedure comes with evidence for whoever sees the file, beside its other endings', async () => {
  const world = await umbrellaWorld(kit)
  const pages = world.app([...evidencePages([umbrellaOffice]), ...filePages(umbrellaOffice, {})])
  const lan = world.as('lan')
  const file = value(await open(lan, umbrellaOffice, [{ verb: 'report', answers: LOST, secrets: CARD }]))
  await writeAll(ledger)
  const [document] = (await getSaid(kit, umbrellaOffice, file)).documents
  const path = `/vi/${UMBRELLA.path}/${file.number}/documents/${document?.number}`
  const get = (at: string, who: string) => pages.request(at, { headers: { cookie: `${SESSION}=${who}` } })
  const response = await get(`${path}.tlog-proof`, 'lan')
  assert.equal(response.status, 200)
  const text = await response.text()
  assert.equal(await came(text), 'holds')
  assert.deepEqual(Object.keys(value(parseEvidence(text)).opened), ['document'])
  assert.equal((await get(`${path}.tlog-proof`, 'stranger')).status, 404)
  const page = await get(path, 'lan')
  assert.match(await page.text(), new RegExp(`${document?.number}\\.tlog-proof`))
  assert.equal((await get(`${path}.json`, 'lan')).status, 200)
})

// ————— the page —————

let browser: Browser
let origin = ''
let files: Readonly<Record<string, string>> = {}
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

/** One file for every outcome there is. */
async function everyOutcome(): Promise<Readonly<Record<string, string>>> {
  const file = value(await evidenceOfNotice(asked, receipt.number))
  const evidence = value(parseEvidence(file))
  const { signed } = evidence.proof
  const changed = (more: Partial<Evidence>) => printEvidence({ ...evidence, ...more })
  const opening = evidence.opened.receipt ?? assert.fail()
  const noted = (text: string) => ({
    ...signed,
    note: { ...signed.note, text: signed.note.text.replace(/^.*\n/, text) },
  })
  return {
    'holds.tlog-proof': file,
    'wrong.tlog-proof': changed({ opened: { receipt: { ...opening, value: { ...receipt, level: 'low' } } } }),
    'unknown-log.tlog-proof': changed({ proof: { ...evidence.proof, signed: noted('other.example/log\n') } }),
    'not-covered.tlog-proof': changed({ opened: { ...evidence.opened, extra: opening } }),
    'not-bound.tlog-proof': value(await evidenceOfNotice(asked, older.receipt.number)),
    'not-yet.tlog-proof': changed({ proof: { ...evidence.proof, index: 10_000, path: [] } }),
    'jws-good.jws': jws,
    'jws-wrong.jws': `${jws.slice(0, -4)}AAAA`,
    'json.json': JSON.stringify(receipt),
    'pdf.pdf': '%PDF-1.7',
    'unreadable.txt': 'Ô',
    'too-long.tlog-proof': 'x'.repeat(1_048_577),
  }
}
const asFile = (name: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(files[name] ?? ''),
})
const expected = async (name: string) => tell(examine(utf8(files[name] ?? ''), (await trustNow(kit)).trust))
const SHOTS = process.env.SHOTS

async function looked(context: BrowserContext, page: Page, name: string): Promise<string[]> {
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

test('every outcome is told on the page itself: no file is sent, and no network is needed once it is open', async () => {
  files = await everyOutcome()
  const found: string[] = []
  for (const lang of LANGS) {
    const context = await browser.newContext()
    const page = await context.newPage()
    page.on('pageerror', (error) => found.push(error.message))
    page.on('console', (message) => {
      if (/Content.Security.Policy|Refused to/i.test(message.text())) found.push(message.text())
    })
    await page.goto(`${origin}/${lang}/verify`, { waitUntil: 'networkidle' })
    assert.ok(await page.getByText(lang === 'vi' ? 'không được gửi đi đâu' : 'sent nowhere').isVisible())
    assert.equal(await page.locator('[data-without-script]').isVisible(), false)
    found.push(...(await looked(context, page, `verify-${lang}-empty`)))
    await context.setOffline(true)
    const asks: string[] = []
    page.on('request', (request) => asks.push(`${request.method()} ${request.url()}`))
    for (const name of Object.keys(files)) {
      await page.setInputFiles('input[type=file]', asFile(name))
      const told = await expected(name)
      assert.equal(told.came, name.split('.')[0])
      await page.locator('.verdict__file', { hasText: name }).waitFor()
      assert.equal(await page.locator('#verdict').textContent(), told.title[lang])
      assert.equal(await page.locator(`.verdict--${told.tone}`).count(), 1)
      assert.equal(await page.locator('.verdict .checks li').count(), told.checks.length)
      assert.ok((await page.locator('[role=status]').textContent())?.startsWith(told.title[lang]))
      await page.locator('.verdict details').evaluateAll((all) => all.forEach((d) => d.setAttribute('open', '')))
      found.push(...(await looked(context, page, `verify-${lang}-${told.came}`)))
    }
    assert.deepEqual(asks, [], 'the page asks nobody')
    await context.close()
  }
  assert.deepEqual(found, [])
})

test('a file may be dropped on the page, and the button works with the keyboard alone', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${origin}/vi/verify`, { waitUntil: 'networkidle' })
  const asks: string[] = []
  page.on('request', (request) => asks.push(request.url()))
  await page.focus('input[type=file]')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  assert.equal(await page.locator('[role=status]').textContent(), 'Hãy chọn một tệp để kiểm tra.')
  const transfer = await page.evaluateHandle((text) => {
    const made = new DataTransfer()
    made.items.add(new File([text], 'dropped.tlog-proof'))
    return made
  }, files['holds.tlog-proof'] ?? '')
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
  await page.locator('.verdict--good').waitFor()
  assert.match((await page.locator('.verdict').textContent()) ?? '', /dropped\.tlog-proof/)
  assert.deepEqual(asks, [])
  await context.close()
})

test('without a script the same is found by the server, which says that the file was sent and not kept', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  for (const lang of LANGS)
    for (const name of Object.keys(files).filter((one) => !one.startsWith('too-long'))) {
      await page.goto(`${origin}/${lang}/verify`)
      await page.setInputFiles('input[type=file]', asFile(name))
      await page.click('main form button')
      const told = await expected(name)
      assert.equal(await page.locator('#verdict').textContent(), told.title[lang])
      const text = (await page.locator('[data-result]').textContent()) ?? ''
      assert.ok(text.includes(lang === 'vi' ? 'không được lưu lại' : 'was not kept'))
      assert.deepEqual(await complaints(await page.content()), [])
    }
  await page.goto(`${origin}/vi/verify`)
  await page.click('main form button')
  assert.match((await page.locator('.error-summary').textContent()) ?? '', /Hãy chọn một tệp/)
  await context.close()
  const { rows } = await owner.query('select count(*) as n from answered')
  assert.equal(Number(rows[0].n), 0, 'nothing of it is kept')
})

test('a file larger than evidence can be is refused by the server unread', async () => {
  const body = new FormData()
  body.append('file', new File(['x'.repeat(1_100_000)], 'large.tlog-proof'))
  const response = await app.request('/vi/verify', {
    method: 'POST',
    body,
    headers: { origin: 'http://localhost:8400' },
  })
  assert.equal(response.status, 413)
})
