import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext } from 'playwright-core'
import { INCIDENT } from '../../src/rooms/incidents/procedure.ts'
import { openBrowser } from '../browser.ts'
import { launchPortal, type RunningPortal } from '../portal.ts'
import { moment, picture, startWalk, type Walk, WAYS } from './walk.ts'

const home = mkdtempSync(join(tmpdir(), 'saola-incident-'))
const endings: (() => Promise<void>)[] = []
let portal: RunningPortal
let browser: Browser

before(async () => {
  portal = await launchPortal({ after: (run) => endings.push(run) }, join(home, 'data'))
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  for (const end of endings) await end()
  rmSync(home, { recursive: true, force: true })
})

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const inForm = (action: string): string => `main form[action$="${action}"] button[type=submit]`
/** The button that goes on, not the one that goes back to the list. */
const SAVE = 'main form[action*="/do/"] button:not([name])'
const note = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(`${name}: 08:02 hai phiên mở\n`) })

/** Two ways through the clock: harm to health counts hours, harm to property working days. */
const CASES = {
  vi: { consequences: ['life-health'], clock: /còn \d+ giờ/, other: /ngày làm việc/ },
  en: { consequences: ['property'], clock: /\d working days? left/, other: /\d hours? left/ },
} as const

// ————— the provider —————

/** Records the incident page by page; gives the address of its file. */
async function record({ page, go, press, fill, lang }: Walk, name: string): Promise<string> {
  await go('/incidents')
  await press(inForm('/incidents'))
  await press('main a[href$="/do/record/role"]')
  await press(SAVE)
  assert.ok((await page.locator('.error-summary').count()) === 0, 'a gap may stay until it is sent')
  await page.goBack({ waitUntil: 'load' })
  await fill({ role: 'provider' })
  await press(SAVE)
  await fill({ systemName: name, level: 'medium', counterpart: 'Trường Ba Nhánh', sector: 'banking' })
  await press(SAVE)
  await fill({
    ...{ nearMiss: 'happened', ...moment('detectedAt', Date.now() - 3 * HOUR), place: 'Điểm giao dịch Bến Trăng' },
    description: 'Hệ thống đọc sai hướng dẫn uống thuốc cho một thành viên.',
  })
  await press(SAVE)
  await fill({ consequences: CASES[lang].consequences, affected: '3' })
  await press(SAVE)
  await fill({ operating: 'limited', measures: ['fix'] })
  await press(SAVE)
  assert.match(page.url(), /\/do\/record\/check$/)
  const file = new URL(page.url()).pathname.split('/').slice(2, 4).join('/')
  await go(`/${file}/do/record/also`)
  await fill({ also: ['personal-data'] })
  await press(SAVE)
  await press('main form#send button')
  assert.match(page.url(), /\/do\/record\/done$/)
  return `/${file}`
}

/** Confirms it: wrong first, then right. The clock follows the consequences. */
async function confirm({ page, go, press, fill, lang }: Walk, file: string): Promise<void> {
  await go(file, 'recorded')
  await press('main a[href$="/do/confirm"]')
  await fill(moment('confirmedAt', Date.now() - 9 * HOUR))
  await press('main form#send button', 'refused')
  assert.equal(await page.locator('.error-summary a[href="#confirmedAt-day"]').count(), 1, 'before it was detected')
  await fill(moment('confirmedAt', Date.now() - HOUR))
  await press('main form#send button')
  await go(file, 'confirmed')
  const text = await page.locator('main').innerText()
  assert.match(text, CASES[lang].clock)
  assert.doesNotMatch(
    text.split(lang === 'vi' ? 'Thông báo vi phạm' : 'Notice of the personal')[0] ?? '',
    CASES[lang].other,
  )
}

/** Reports it with a file, and holds the receipt. */
async function report(walk: Walk, file: string): Promise<void> {
  const { page, go, press, fill, script } = walk
  await go(file)
  await press('main a[href$="/do/report"]')
  await press('main a[href$="/do/report/reporter"]')
  assert.notEqual(await page.locator('main [name=reporterName]').inputValue(), '', 'what is known is not asked again')
  await press(SAVE)
  await go(`${file}/do/report/cause`)
  await fill({
    operating: 'stopped',
    technicalMeasures: 'Tắt phần hướng dẫn.',
    organisationalMeasures: 'Gọi điện từng người.',
  })
  await press(SAVE)
  await fill({ damage: 'Ba người uống sai giờ.' })
  await press(SAVE)
  await fill({ signer: 'Đặng Thị Mai', signerTitle: 'Giám đốc' })
  await press(SAVE)
  const files = `${file}/files?back=${encodeURIComponent(`/${walk.lang}${file}/do/report/check`)}`
  await go(files)
  await page.setInputFiles('main [name=file]', [note('nhat-ky.txt'), note('thu-xin-loi.txt')])
  if (script) {
    // Each file is sent on its own and says in words how far it has come.
    await Promise.all([page.waitForURL(/added=/), page.locator(inForm('/files')).last().click()])
    await page.waitForLoadState('load')
  } else await press('main form[enctype] button')
  await go(files, 'with files')
  assert.equal(await page.locator('main form[action*="/remove"]').count(), 2, 'both files are there')
  await press('main a[href$="/do/report/check"]')
  await press('main form#send button')
  assert.match(page.url(), /\/do\/report\/done$/)
  await press('main a[href*="/documents/TNSC-"]')
  for (const [ending, starts] of [
    ['pdf', '%PDF-'],
    ['jws', 'ey'],
    ['json', '{'],
  ] as const) {
    const answer = await page.request.get(`${page.url()}.${ending}`)
    assert.equal(answer.status(), 200)
    const body = await answer.body()
    assert.ok(body.toString('latin1').startsWith(starts), ending)
    if (ending === 'pdf') await picture(page.context(), body, `${walk.lang}-receipt`)
  }
  await go(file, 'reported')
}

async function answer({ page, go, press, fill }: Walk, file: string, items: number): Promise<void> {
  await go(file, `asked for ${items}`)
  await press('main a[href$="/answer"]')
  for (let n = 1; n <= items; n += 1) await fill({ [`reply-${n}`]: `Trả lời mục ${n}: từ 08:02 đến 08:40.` })
  await page.setInputFiles('main [name=file]', note('tra-loi.txt'))
  await press(inForm('/answer'))
  assert.equal(await page.locator('main a[href$="/answer"]').count(), 0, 'the list is answered')
}

async function remedy({ go, press, fill }: Walk, file: string): Promise<void> {
  await go(file)
  await press('main a[href$="/do/final-report"]')
  await fill({
    remedy: 'Đã thay kho hướng dẫn và kiểm tra lại từng câu.',
    prevention: 'Dược sĩ duyệt mỗi lần cập nhật.',
  })
  await press('main form#send button')
}

// ————— the officer —————

async function takeFromDesk({ page, go, press }: Walk, number: string): Promise<void> {
  await go('/desk')
  await press(`main a[href$="${number}"]`, 'before it is taken')
  await press(inForm('/take'), 'taken')
  assert.equal(await page.locator(inForm('/take')).count(), 0)
}

async function ask({ page, go, press, fill }: Walk, file: string): Promise<void> {
  await go(file)
  await press('main a[href$="/ask"]')
  await fill({ 'field-1': 'damage', 'reason-1': 'Nêu rõ khoảng thời gian.' })
  await fill({ 'field-2': 'attachment', 'reason-2': 'Gửi nhật ký của cả hai phiên.' })
  await press('main form#ask button:not([name])')
  await press('main a[href*="/steps/"]')
  assert.equal(await page.locator('.error-summary').count(), 0)
}

/** A second list needs a ground in each of its rows; then it is one list again. */
async function askAgain({ page, go, press, fill }: Walk, file: string): Promise<void> {
  await go(`${file}/ask`, 'a second time')
  await fill({ 'field-1': 'damage', 'reason-1': 'Khoảng thời gian mới nêu khác với nhật ký.' })
  await press('main form#ask button:not([name])', 'without ground')
  assert.equal(await page.locator('.error-summary a[href="#because-1"]').count(), 1, 'refused at its row')
  const later = await page.locator('main [name="because-1"] option').last().getAttribute('value')
  await fill({ 'because-1': later ?? '' })
  await press('main form#ask button:not([name])')
  assert.equal(await page.locator('.error-summary').count(), 0)
}

/** A form of one page: filled in, sent, and its last page looked at. */
async function take({ go, press, fill, page }: Walk, file: string, verb: string, values: Record<string, string>) {
  await go(file)
  await press(`main a[href$="/do/${verb}"]`)
  await fill(values)
  await press('main form#send button')
  assert.match(page.url(), new RegExp(`/do/${verb}/done$`))
}

// ————— everybody else —————

/** Signs in with one click, as the tours do. */
async function signIn({ go, press }: Walk, tour: string): Promise<void> {
  await go('')
  await press(`section[aria-labelledby="tour-${tour}"] form button`)
}

/** Whoever acts for another organisation, with the password this installation gave. */
async function strangerIn(context: BrowserContext): Promise<void> {
  const { accounts } = JSON.parse(readFileSync(join(home, 'data/evaluation.json'), 'utf8')) as {
    accounts: { role: string; email: string; password: string }[]
  }
  const stranger = accounts.find(({ role }) => role === 'provider-school')
  assert.ok(stranger)
  const form = { email: stranger.email, password: stranger.password }
  const answer = await context.request.post(`${portal.url}/vi/sign-in`, { form, headers: { origin: portal.url } })
  assert.equal((await context.request.get(`${portal.url}/vi/cases`)).status(), 200, String(answer.status()))
}

/** Every address that belongs to the file, and every verb of the procedure: nothing of it is there for others. */
async function seesNothing(context: BrowserContext, lang: string, file: string, addresses: Iterable<string>) {
  const own = [...addresses].filter((path) => path.includes(`${file}`))
  assert.ok(own.length >= 15, `only ${own.length} addresses`)
  for (const path of own) assert.equal((await context.request.get(portal.url + path)).status(), 404, path)
  const verbs = ['take', 'ask', 'answer', 'message', 'hand-over', ...Object.keys(INCIDENT.verbs).map((v) => `do/${v}`)]
  for (const verb of verbs) {
    const path = `/${lang}${file}/${verb}`
    const form = { seq: '3', once: `${file}${verb}`, text: 'x' }
    const answered = await context.request.post(portal.url + path, { form, headers: { origin: portal.url } })
    assert.equal(answered.status(), 404, `post ${path}`)
  }
}

const SUMMARY = 'Một hệ thống đọc sai hướng dẫn uống thuốc; ba người uống sai giờ, không ai phải nằm viện.'
const REPLY = 'Chúng tôi đã xin lỗi từng người và nay có dược sĩ duyệt mỗi lần cập nhật.'

async function readInPublic({ page, go, press }: Walk, number: string, name: string): Promise<void> {
  await go('/incidents/published')
  await press(`main a[href$="/published/${number}"]`)
  const text = await page.locator('main').innerText()
  assert.ok(text.includes(SUMMARY) && text.includes(REPLY))
  assert.ok(!text.includes(name) && !text.includes('Bến Trăng'), 'nobody is named')
  await go('/incidents/statistics')
  assert.ok((await page.locator('main svg').count()) >= 3, 'charts')
  assert.ok((await page.locator('main table').count()) >= 3, 'and their tables')
}

for (const [lang, script] of WAYS)
  test(`an incident from the first record to the published summary (${lang}, ${script ? 'with' : 'without'} script)`, async () => {
    const tag = `${lang}-${script ? 'js' : 'plain'}`
    const name = `Nhắc uống thuốc ${tag}`
    const contexts = await Promise.all(
      Array.from({ length: 4 }, () => browser.newContext({ javaScriptEnabled: script, locale: lang })),
    )
    const walks = await Promise.all(
      ['provider', 'officer', 'visitor'].map((who, n) =>
        startWalk(contexts[n] as BrowserContext, portal.url, `${tag}-${who}`, lang, script),
      ),
    )
    const [provider, officer, visitor] = walks as [Walk, Walk, Walk]
    const stranger = contexts[3] as BrowserContext
    await Promise.all([signIn(provider, 'incident'), signIn(officer, 'desk'), strangerIn(stranger)])

    const file = await record(provider, name)
    const number = file.split('/')[2] ?? ''
    assert.equal((await officer.page.request.get(`${portal.url}/${lang}${file}`)).status(), 404, 'not handed over yet')
    await confirm(provider, file)
    await report(provider, file)

    await takeFromDesk(officer, number)
    await ask(officer, file)
    await answer(provider, file, 2)
    await askAgain(officer, file)
    await answer(provider, file, 1)
    await take(officer, file, 'guide', { guidance: 'Chỉ mở lại khi dược sĩ đã duyệt.' })
    await remedy(provider, file)
    await take(officer, file, 'close', { conclusion: 'Đã khắc phục.' })
    await take(officer, file, 'publish', { publicSummary: SUMMARY, nameSystem: 'no' })
    await take(provider, file, 'reply', { publicReply: REPLY })

    for (const walk of [provider, officer]) {
      await walk.go(file, 'closed')
      const text = await walk.page.locator('main').innerText()
      for (const { id, name: clock } of INCIDENT.clocks.filter(({ kind }) => kind === 'legal'))
        assert.ok(text.includes(clock[lang]), `${id} stands on the page of either side`)
    }
    await provider.go('/cases')
    await readInPublic(visitor, number, name)

    const sheet = await provider.page.request.get(`${portal.url}/${lang}${file}/ai01.pdf`)
    const pdf = await sheet.body()
    assert.ok(pdf.toString('latin1').startsWith('%PDF-'))
    await picture(contexts[0] as BrowserContext, pdf, `${tag}-ai01a`, 2)
    const more = ['ai01.pdf', 'report.json', 'erase'].map((end) => `/${lang}${file}/${end}`)
    await seesNothing(stranger, lang, file, new Set([...provider.seen, ...officer.seen, ...more]))

    await Promise.all(contexts.map((context) => context.close()))
    assert.deepEqual(
      walks.flatMap((walk) => walk.complaints),
      [],
    )
  })
