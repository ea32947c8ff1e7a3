import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { FOUND_WORDS, INTACT_WORDS, REGISTER_WORDS, SIGNER_WORDS } from '../../src/mark/verdict-words.ts'
import { asPng } from '../../src/rooms/marks/png.ts'
import { hindrances } from '../axe.ts'
import { openBrowser } from '../browser.ts'
import { launchPortal, type RunningPortal } from '../portal.ts'
import { startWalk, type Walk, WAYS } from './walk.ts'

const home = mkdtempSync(join(tmpdir(), 'saola-labels-'))
const endings: (() => Promise<void>)[] = []
let portal: RunningPortal
let browser: Browser
let aiId = ''

before(async () => {
  portal = await launchPortal({ after: (run) => endings.push(run) }, join(home, 'data'))
  browser = await openBrowser()
  const listed = (await (await fetch(`${portal.url}/api/v1/systems?limit=1`)).json()) as { items: { aiId: string }[] }
  aiId = listed.items[0]?.aiId ?? assert.fail('the made-up world has systems')
})
after(async () => {
  await browser.close()
  for (const end of endings) await end()
  rmSync(home, { recursive: true, force: true })
})

/** A picture made here: sky above sand, so that letters of one colour cannot be read everywhere. */
function pictureOf(width: number, height: number): Buffer {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let n = 0; n < width * height; n++)
    data.set(n < (width * height) / 2 ? [20, 40, 90, 255] : [240, 230, 205, 255], n * 4)
  return asPng({ width, height, data })
}

/** From the page of labels through the questions to what is owed, and back to where a label is made. */
async function guide({ page, go, press }: Walk): Promise<void> {
  await go('/marks')
  await press('main a[href$="/marks/labels"]')
  await press('main a[href$="/marks/labels/guide"]')
  await press('main a[href$="/guide/q"]')
  const answer = 'main form button[type=submit]'
  const step = (selector: string) => Promise.all([page.waitForEvent('load'), page.locator(selector).first().click()])
  await press(answer, 'empty')
  assert.equal(await page.locator('.error-summary a').count(), 1, 'an answer is asked for')
  for (const [fact, value] of [
    ['role', 'deployer'],
    ['content', 'image'],
    ['ai', 'generated'],
    ['audience', 'public'],
    ['person', 'yes'],
    ['misleads', 'open'],
    ['creative', 'no'],
    ['free', 'no'],
    ['since', 'later'],
  ]) {
    await page.check(`main input[name="${fact}"][value="${value}"]`)
    // One question looks like another: the first and what comes of all are looked at.
    if (fact === 'since') await press(answer, 'result')
    else await step(answer)
  }
  const said = await page.locator('main').innerText()
  assert.match(said, /Điều 11 Luật 134|Law 134\/2025\/QH15, art\. 11\(4\)/)
  assert.equal(await page.locator('section#label, section[aria-labelledby=label]').count(), 1, 'a label is owed')
  assert.equal(await page.locator('section[aria-labelledby=notice]').count(), 1, 'a notice may be owed')
  // Changing one answer changes what follows.
  await page.locator('main details summary').last().click()
  await step('main .govuk-summary-list__actions a[href$="audience=public"]')
  await page.check('main input[name=person][value=no]')
  await step(answer)
  assert.match(page.url(), /person=no/)
  assert.ok((await page.locator('main input[name=event]').count()) > 0, 'now the event is asked for')
}

/** Makes a label by the form alone, as whoever has no script. */
async function choose({ page, go, press, fill, lang }: Walk): Promise<void> {
  await go('/marks/labels')
  await fill({ says: 'edited', lang: 'both', look: 'light', aiId: 'VN-0000-0000-00' })
  await press('main form[data-choice] button[type=submit]', 'refused')
  assert.match(await page.locator('.error-summary').innerText(), /VN-0000-0000-00/)
  await fill({ aiId, qr: 'yes' })
  await press('main form[data-choice] button[type=submit]', 'chosen')
  const src = (await page.locator('main img[data-shown]').getAttribute('src')) ?? ''
  assert.match(src, /says=edited/)
  const svg = await (await page.request.get(`${portal.url}${src}`)).text()
  assert.match(svg, new RegExp(`<title>Chỉnh sửa bằng AI\\. Edited with AI\\. AI-ID ${aiId}</title>`))
  for (const shape of ['corner', 'bar', 'start-wide', 'start-tall', 'credits']) {
    const href = (await page.locator(`main a[data-shape="${shape}"]`).getAttribute('href')) ?? ''
    assert.equal((await page.request.get(`${portal.url}${href}`)).status(), 200, shape)
  }
  await press('main a[href$="/marks/labels/wording"]')
  const words = await page.locator('main').innerText()
  assert.match(words, lang === 'vi' ? /Đọc mất khoảng 4 giây/ : /About 4 seconds to say/)
}

const colourAt = (page: Page, x: number, y: number): Promise<readonly number[]> =>
  page.evaluate(
    ([left, top]) =>
      Array.from(
        (document.querySelector('[data-canvas]') as HTMLCanvasElement)
          .getContext('2d')
          ?.getImageData(left as number, top as number, 1, 1).data ?? [],
      ).slice(0, 3),
    [x, y],
  )
const settled = (page: Page, words: RegExp): Promise<unknown> =>
  page.waitForFunction(
    (source) => new RegExp(source).test(document.querySelector('[data-checks]')?.textContent ?? ''),
    words.source,
  )

/** Puts labels on a picture in the browser, and looks at the points. */
async function onPicture(walk: Walk): Promise<void> {
  const { page, go, lang } = walk
  await go('/marks/labels')
  const sent: string[] = []
  page.on('request', (request) => {
    sent.push(`${request.method()} ${request.url().replace(portal.url, '')} ${request.postData() ?? ''}`)
  })
  const [width, height] = [800, 600]
  const picture = pictureOf(width, height)
  await page.setInputFiles('[name=picture]', { name: 'bien.png', mimeType: 'image/png', buffer: picture })
  await settled(page, /30/)
  assert.deepEqual(await page.locator('[data-checks] .checks__wrong').count(), 0, 'a label with a ground passes')
  assert.deepEqual(await colourAt(page, 20, 575), [20, 33, 61], 'the dark ground lies in the lower left corner')
  assert.deepEqual(await colourAt(page, 700, 575), [240, 230, 205], 'and nowhere else')
  const left = () =>
    page.locator('[data-crops-shown] li').evaluateAll((all) => all.map((li) => (li as HTMLElement).dataset.left))
  assert.deepEqual(await left(), ['cut', 'cut', 'gone', 'gone', 'cut'])
  walk.complaints.push(...(await hindrances(page)).map((said) => `on a picture: axe ${said}`))
  if (process.env.SHOTS !== undefined)
    for (const wide of [320, 1280]) {
      await page.setViewportSize({ width: wide, height: 800 })
      await page.screenshot({ path: join(process.env.SHOTS, `labels-${lang}-picture-${wide}.png`), fullPage: true })
    }
  await walk.go('/marks/labels')
  await page.setInputFiles('[name=picture]', { name: 'bien.png', mimeType: 'image/png', buffer: picture })
  // White letters without a ground: read on the sky, not on the sand.
  await page.check('main input[name=look][value=bare-light]')
  await settled(page, lang === 'vi' ? /chỉ 1,\d/ : /only 1\.\d/)
  await page.selectOption('[name=place]', 'top-right')
  await settled(page, lang === 'vi' ? /tương phản 1\d/ : /Contrast 1\d/)
  await page.locator('[name=part]').fill('3')
  await settled(page, lang === 'vi' ? /chỉ 3 %/ : /only 3%/)
  // A bar with its ground reaches from edge to edge, also when it is small.
  await page.check('main input[name=look][value=light]')
  await page.selectOption('[name=place]', 'bottom')
  await page.waitForFunction(() => {
    const pen = (document.querySelector('[data-canvas]') as HTMLCanvasElement).getContext('2d')
    return [2, 797].every((x) => pen?.getImageData(x, 597, 1, 1).data[2] === 255)
  })
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-save="image/jpeg"]')])
  assert.equal(file.suggestedFilename(), 'bien-nhan.jpg')
  const saved = readFileSync(await file.path())
  assert.deepEqual([...saved.subarray(0, 3)], [0xff, 0xd8, 0xff])
  const [art] = await Promise.all([page.waitForEvent('download'), page.click('[data-png="start-tall"]')])
  const png = readFileSync(await art.path())
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1080, 1920])
  // What left the device: addresses of labels with the ratio of the sides, nothing of the picture.
  const out = sent.filter((line) => !/ \/(assets\/|(vi|en)\/marks\/labels )/.test(line))
  for (const line of out) assert.match(line, /^GET \/api\/v1\/marks\/labels\/[a-z-]+\.svg(\?[\w=&-]*)? $/)
  assert.ok(
    out.some((line) => line.includes('width=1333&height=1000')),
    'only the ratio is told',
  )
  await page.setInputFiles('[name=picture]', {
    name: 'x.png',
    mimeType: 'image/png',
    buffer: Buffer.from('no picture'),
  })
  await page.waitForSelector('[data-problem]:not([hidden])')
}

for (const [lang, script] of WAYS)
  test(`label workbench (${lang}, ${script ? 'with' : 'without'} script)`, async () => {
    const context = await browser.newContext({ javaScriptEnabled: script, locale: lang })
    const walk = await startWalk(context, portal.url, `labels-${lang}-${script ? 'js' : 'plain'}`, lang, script)
    await guide(walk)
    await choose(walk)
    if (script) await onPicture(walk)
    else assert.equal(await walk.page.locator('[data-with-script]:visible').count(), 0)
    await context.close()
    assert.deepEqual(walk.complaints, [])
  })

/** What the four samples of the made-up world are, in the order they are offered. */
const SAMPLES_SAY: readonly (readonly string[])[] = [
  [FOUND_WORDS.signed, INTACT_WORDS.yes, SIGNER_WORDS.national, REGISTER_WORDS.match],
  [FOUND_WORDS.signed, INTACT_WORDS.changed, SIGNER_WORDS.national, REGISTER_WORDS['content-differs']],
  [FOUND_WORDS.weak, INTACT_WORDS.unprovable, SIGNER_WORDS.unsigned, REGISTER_WORDS['no-id']],
  [FOUND_WORDS.none, INTACT_WORDS.nothing, SIGNER_WORDS.unsigned, REGISTER_WORDS['no-id']],
].map((all) => all.map(({ title }) => title.vi))

test('whoever comes to check for the first time tries the samples, by one press or without a script', async () => {
  const context = await browser.newContext()
  const walk = await startWalk(context, portal.url, 'samples', 'vi', true)
  const { page } = walk
  await walk.go('/check')
  const links = page.locator('a[data-sample]')
  assert.equal(await links.count(), SAMPLES_SAY.length)
  for (const [n, said] of SAMPLES_SAY.entries()) {
    const name = (await links.nth(n).getAttribute('download')) ?? ''
    await links.nth(n).click()
    await page.locator('.report h2', { hasText: name }).waitFor()
    assert.deepEqual(await page.locator('.answers__title').allTextContents(), said, name)
    if (n === 0) await walk.look('sample')
  }
  await walk.press('.report__keep a[href$="/petitions"]')
  assert.equal(new URL(page.url()).pathname, '/vi/petitions', 'whoever finds something may tell the authority')
  await context.close()
  const bare = await browser.newContext({ javaScriptEnabled: false, locale: 'en' })
  const plain = await startWalk(bare, portal.url, 'samples-plain', 'en', false)
  await plain.go('/check')
  const [file] = await Promise.all([
    plain.page.waitForEvent('download'),
    plain.page.locator('a[data-sample]').first().click(),
  ])
  await plain.page.setInputFiles('input[name=file]', await file.path())
  await plain.press('main form button', 'sample sent')
  assert.equal(await plain.page.locator('.answers__title').first().textContent(), FOUND_WORDS.signed.title.en)
  await bare.close()
  assert.deepEqual([...walk.complaints, ...plain.complaints], [])
})
