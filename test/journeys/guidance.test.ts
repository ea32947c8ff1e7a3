import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext } from 'playwright-core'
import { openBrowser } from '../browser.ts'
import { launchPortal, type RunningPortal } from '../portal.ts'
import { startWalk, type Walk, WAYS } from './walk.ts'

const home = mkdtempSync(join(tmpdir(), 'saola-guidance-'))
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

const inForm = (action: string): string => `main form[action$="${action}"] button[type=submit]`
const SAVE = 'main form[action*="/do/"] button:not([name])'

/** The printed account of a role, with the password of this installation. */
function accountOf(role: string): { email: string; password: string } {
  const { accounts } = JSON.parse(readFileSync(join(home, 'data/evaluation.json'), 'utf8')) as {
    accounts: { role: string; email: string; password: string }[]
  }
  const found = accounts.find((account) => account.role === role)
  assert.ok(found)
  return { email: found.email, password: found.password }
}

/** Answers the tool up to the grounds for medium risk, and stays there. */
async function toQuestion({ page, go, press }: Walk): Promise<void> {
  await go('/classify/q')
  for (const value of ['system', 'none']) {
    await page.check(`main input[value="${value}"]`)
    await press('main form[action*="/classify/q/"] button[type=submit]')
  }
  assert.match(page.url(), /\/classify\/q\/medium\.grounds$/)
}

/** Asks from the question of the tool, signs in on the way, and sends; gives the address of the file. */
async function request({ page, press, fill }: Walk, tag: string): Promise<string> {
  await press('main a[href*="/guidance?topic="]')
  await press('main a[href*="/guidance/new?topic="]')
  assert.match(page.url(), /\/sign-in\?back=/)
  await fill(accountOf('provider-state-body'))
  await press(inForm('/sign-in'), 'signed in')
  assert.match(page.url(), /\/guidance\?topic=medium\.grounds$/, 'back where it was asked')
  await press(inForm('/guidance'))
  await press('main a[href$="/do/send/question"]')
  assert.equal(await page.locator('main [name=topic]').inputValue(), 'medium.grounds', 'the question came along')
  await fill({ question: `Máy trả lời có ghi rõ “máy trả lời” thì còn gây nhầm lẫn không? ${tag}` })
  await press(SAVE)
  await press(SAVE)
  assert.ok((await page.locator('main .tasks, main a[href*="/do/send/system"]').count()) > 0, 'the rest may wait')
  const file = new URL(page.url()).pathname.split('/').slice(2, 4).join('/')
  await press('main a[href$="/do/send/system"]')
  await fill({ system: `Quầy hỏi đáp ${tag}`, purpose: 'Trả lời người dân.', functions: 'Trả lời tin nhắn ở quầy.' })
  await press(SAVE)
  assert.match(page.url(), /\/do\/send\/check$/)
  await press('main form#send button')
  await press('main a[href*="/documents/TNHD-"]')
  const pdf = await page.request.get(`${page.url()}.pdf`)
  assert.ok((await pdf.body()).toString('latin1').startsWith('%PDF-'))
  return `/${file}`
}

/** From the desk: takes the file and answers it, then publishes what is general in the answer. */
async function answer({ page, go, press, fill }: Walk, file: string, asked: string, said: string): Promise<void> {
  await go('')
  await press('section[aria-labelledby="tour-desk"] form button')
  await go('/desk?procedure=guidance')
  await press(`main a[href$="${file}"]`)
  await press(inForm('/take'), 'taken')
  await press('main a[href$="/do/guide"]')
  await fill({ answer: 'Dòng chữ đứng suốt cuộc trò chuyện thì người dùng nhận biết được.' })
  await press('main form#send button')
  await go(file, 'guided')
  await press('main a[href$="/do/publish"]')
  await press('main form#send button', 'empty')
  assert.ok((await page.locator('.error-summary a').count()) >= 2, 'everything that lacks is said at once')
  await fill({ topic: 'medium.grounds', publicQuestion: asked, publicAnswer: said })
  await press('main form#send button')
}

for (const [lang, script] of WAYS)
  test(`guidance from a question of the tool to its published answer (${lang}, ${script ? 'with' : 'without'} script)`, async () => {
    const tag = `${lang}-${script ? 'js' : 'plain'}`
    const contexts = await Promise.all(
      Array.from({ length: 3 }, () => browser.newContext({ javaScriptEnabled: script, locale: lang })),
    )
    const walks = await Promise.all(
      ['asker', 'officer', 'visitor'].map((who, n) =>
        startWalk(contexts[n] as BrowserContext, portal.url, `${tag}-${who}`, lang, script),
      ),
    )
    const [asker, officer, visitor] = walks as [Walk, Walk, Walk]
    await toQuestion(asker)
    const file = await request(asker, tag)

    const [question, general] = [`Có cần nhắc lại là máy không? (${tag})`, `Cần, nếu người dùng có thể quên. (${tag})`]
    await answer(officer, file, question, general)

    await asker.go(file, 'answered')
    await asker.press('main a[href*="/documents/HDPL-"]')
    assert.ok((await asker.page.locator('main').innerText()).includes('nhận biết được'))

    await toQuestion(visitor)
    await visitor.page.locator('main details summary').first().click()
    for (const words of [question, general])
      assert.ok((await visitor.page.locator('main').innerText()).includes(words), words)
    await visitor.go('/guidance/published')
    const published = await visitor.page.locator('main').innerText()
    assert.ok(published.includes(general) && !published.includes(`Quầy hỏi đáp ${tag}`), 'nobody is named')
    assert.equal((await visitor.page.request.get(`${portal.url}/${lang}${file}`, { maxRedirects: 0 })).status(), 303)

    await Promise.all(contexts.map((context) => context.close()))
    assert.deepEqual(
      walks.flatMap((walk) => walk.complaints),
      [],
    )
  })
