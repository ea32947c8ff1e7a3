import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../browser.ts'
import { launchPortal, type RunningPortal } from '../portal.ts'
import { startWalk, type Walk, WAYS } from './walk.ts'

const home = mkdtempSync(join(tmpdir(), 'saola-journey-'))
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

const PASSWORD = 'một mật khẩu đủ dài'
const inForm = (action: string): string => `main form[action$="${action}"] button[type=submit]`

/** Signs up, confirms by the mail the evaluation mode shows, and founds an organisation. */
async function signUp({ page, go, press, fill, lang }: Walk, email: string, organisation: string): Promise<void> {
  await go('/sign-up')
  await fill({ name: 'Nguyễn Ánh Đường', email, password: PASSWORD })
  await press(inForm('/sign-up'))
  await go('/evaluation/mail')
  const link = page.locator(`main article:has-text("${email}") a[href*="/confirm/"]`).first()
  await go((await link.getAttribute('href'))?.replace(`/${lang}`, '') ?? '')
  await fill({ password: PASSWORD })
  await press('main form[action*="/confirm/"] button[type=submit]')
  await go('/organisations/new')
  await page.check('main [name="kind"][value="organisation"]')
  await fill({ name: organisation, address: '12 Bến Nghé, Hà Nội', contact: email })
  await press(inForm('/organisations/new'))
}

/** Answers the tool for a medium-risk chat bot, changes an answer and comes back. */
async function classify({ page, go, press }: Walk): Promise<void> {
  await go('/classify')
  await go('/classify/q')
  const answers = ['system', 'none', 'medium.interlocutor', 'none', 'later']
  for (const value of answers) {
    await page.check(`main input[value="${value}"]`)
    await press('main form[action*="/classify/q/"] button[type=submit]')
  }
  assert.match(page.url(), /\/classify\/result$/)
  assert.equal((await page.locator('main .level--medium').count()) > 0, true, 'medium risk is said')
  await go('/classify/q/screen')
  await page.check('main input[value="system"]')
  await press('main form[action*="/classify/q/"] button[type=submit]')
  await go('/classify/result')
}

async function keepResult({ go, press }: Walk): Promise<void> {
  await go('/classify/keep')
  await press(inForm('/classify/keep'))
}

const PARTS = {
  identification: { version: '1.0', internalCode: '', providerContact: 'lien-he@bennghe.example' },
  description: {
    purpose: 'Trả lời câu hỏi của bạn đọc',
    functions: 'Trả lời tin nhắn\nNhắc lịch trả sách',
    architecture: 'Mô hình ngôn ngữ và kho câu hỏi',
    scope: 'Ba chi nhánh',
    users: 'Bạn đọc',
    affected: 'Bạn đọc và người nhà',
  },
  data: { inputData: 'Câu hỏi bằng chữ' },
  risk: {
    riskMeasures: 'Xem lại hằng tuần',
    safetyMeasures: 'Giới hạn chủ đề',
    transparencyMeasures: 'Báo rõ là máy trả lời',
  },
} as const

/** Compiles the dossier, declares the result, checks and sends; gives the AI-ID. */
async function notify({ page, go, press, fill }: Walk, name: string, code: string): Promise<string> {
  await go('/systems')
  await go('/systems/new')
  await fill({ name })
  await press(inForm('/systems/new'))
  const system = new URL(page.url()).pathname.split('/').slice(2).join('/')
  await go(`/${system}/result`)
  await press(inForm('/result/take'))
  await press(inForm('/result'))
  for (const [part, values] of Object.entries(PARTS)) {
    await go(`/${system}/dossier/${part}`)
    await fill(part === 'identification' ? { ...values, internalCode: code } : values)
    await press('main button[name="go"][value="back"]')
  }
  await go(`/${system}/files`)
  await go(`/${system}/outside`)
  await go(`/${system}/check`)
  await press(inForm('/send'))
  assert.match(page.url(), /\/notices\/TB-\d{4}-\d{6}$/)
  return (await page.locator('main .panel').innerText()).match(/VN-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}/)?.[0] ?? ''
}

/** The confirmation as PDF, and its signature file. */
async function download({ page }: Walk): Promise<void> {
  for (const [ending, starts] of [
    ['pdf', '%PDF-'],
    ['jws', 'ey'],
    ['json', '{'],
  ] as const) {
    const response = await page.request.get(`${page.url()}/receipt.${ending}`)
    assert.equal(response.status(), 200)
    assert.ok((await response.body()).toString('latin1').startsWith(starts), ending)
  }
  assert.ok((await page.locator('main svg').count()) > 0, 'a QR code')
}

async function find({ page, go, press, fill }: Walk, typed: string, aiId: string): Promise<void> {
  await go('/register')
  await fill({ q: typed })
  await press('main form button[type=submit]')
  await press(`main a[href*="${aiId}"]`)
  assert.match(page.url(), new RegExp(`/register/${aiId}$`))
}

/** What one does with a system afterwards. */
async function goOn({ page, go, press, fill }: Walk, aiId: string): Promise<void> {
  await go('/systems')
  await press(`main a:has-text("Bến Nghé")`)
  const system = new URL(page.url()).pathname.split('/').slice(2).join('/')
  for (const path of ['use', 'deployers', 'history', 'reclassify', 'update', 'files']) await go(`/${system}/${path}`)
  await go(`/${system}/reclassify`)
  await press(inForm('/reclassify'))
  assert.equal(await page.locator('.error-summary').count(), 1, 'an empty form says what is missing')
  await go(`/${system}/use/put-into-use`)
  await press('main form button[type=submit]')
  await go(`/register/${aiId}`)
  await fill({}).catch(() => undefined)
}

for (const [lang, script] of WAYS)
  test(`a provider signs up, classifies, compiles, notifies, holds the receipt and is found (${lang}, ${script ? 'with' : 'without'} script)`, async () => {
    const context = await browser.newContext({ javaScriptEnabled: script, locale: lang })
    const walk = await startWalk(context, portal.url, `${lang}-${script ? 'js' : 'plain'}`, lang, script)
    const tag = `${lang}${script ? 'x' : 'y'}`
    await walk.go('')
    await classify(walk)
    await signUp(walk, `${tag}@bennghe.example`, `Thư viện Bến Nghé ${tag}`)
    await keepResult(walk)
    const aiId = await notify(walk, `Trợ lý đọc sách Bến Nghé ${tag}`, `DS-${tag}`)
    await download(walk)
    await find(walk, `tro ly doc sach ben nghe ${tag}`, aiId)
    await goOn(walk, aiId)
    for (const path of [
      '/law',
      '/law/high-risk',
      '/law/duties',
      '/law/provisions/L10.3',
      '/about',
      '/accessibility',
      '/api',
      '/organisation',
      '/account',
      '/nowhere',
    ])
      await walk.go(path)
    await context.close()
    assert.deepEqual(walk.complaints, [])
  })
