import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import type { Child } from 'hono/jsx'
import type { Browser, BrowserContextOptions, Page as Tab } from 'playwright-core'
import { type Lang, LANGS } from '../src/base/text.ts'
import { assets } from '../src/web/assets.ts'
import { counterpart, Page } from '../src/web/layout.tsx'
import { Gallery, SPECIMENS } from '../src/web/parts/gallery.tsx'
import { hindrances } from './axe.ts'
import { openBrowser } from './browser.ts'
import { complaints } from './html.ts'

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'"

const places = (lang: Lang) => [
  { text: { vi: 'Tra cứu hệ thống', en: 'Find a system' }[lang], href: `/${lang}/register` },
  { text: { vi: 'Tự phân loại', en: 'Classify a system' }[lang], href: `/${lang}/classify` },
]

const page = (lang: Lang, path: string, body: Child): string =>
  String(
    <Page
      lang={lang}
      title={{ vi: 'Các thành phần', en: 'Parts' }[lang]}
      path={path}
      nav={places(lang)}
      foot={places(lang)}
      here={`/${lang}/register`}
      who={{ name: 'Ễnh Ương', href: `/${lang}/me`, signOut: `/${lang}/sign-out`, once: 'a' }}
      back={{ text: { vi: 'Quay lại', en: 'Back' }[lang], href: `/${lang}` }}
      evaluation
    >
      {body}
    </Page>,
  )

const gallery = (lang: Lang, path: string): string =>
  page(
    lang,
    path,
    <>
      <h1>{{ vi: 'Các thành phần', en: 'Parts' }[lang]}</h1>
      <Gallery lang={lang} />
    </>,
  )

test('every part is in the gallery', () => {
  const folders = readdirSync('src/web/parts', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  assert.deepEqual(
    SPECIMENS.map(({ part }) => part),
    folders.map(({ name }) => name).sort(),
  )
})

describe('every example is valid HTML in both languages', () => {
  for (const { part, examples } of SPECIMENS)
    test(part, async () => {
      for (const { name, show } of examples)
        for (const lang of LANGS)
          assert.deepEqual(await complaints(page(lang, `/${lang}/parts`, show(lang))), [], `${name} (${lang})`)
    })
})

test('the whole gallery is one valid page: no id twice', async () => {
  for (const lang of LANGS) assert.deepEqual(await complaints(gallery(lang, `/${lang}/parts`)), [])
})

test('no page carries a style or a script of its own', () => {
  const html = gallery('vi', '/vi/parts')
  assert.doesNotMatch(html, /\sstyle=|<style|<script(?![^>]*src=)|\son[a-z]+=|javascript:/)
})

test('what people wrote stays text', () => {
  assert.doesNotMatch(page('vi', '/vi/"><script>', '<script>alert(1)</script>'), /<script>/)
})

test('the language switch leads to the same page with the same query', () => {
  assert.equal(counterpart('/vi/register?q=%C3%B4&after=9', 'vi'), '/en/register?q=%C3%B4&after=9')
  assert.equal(counterpart('/en', 'en'), '/vi')
  assert.equal(counterpart('/en?x=1', 'en'), '/vi?x=1')
  assert.equal(counterpart('/parts', 'vi'), '/en')
  assert.equal(counterpart('/video', 'vi'), '/en')
})

test('style sheet and script are small, and stand at addresses that name their content', () => {
  const { css, js, icon, preload, find } = assets()
  assert.match(css, /^\/assets\/app\.[0-9a-f]{12}\.css$/)
  assert.ok((find(css)?.gzip?.length ?? Infinity) <= 14 * 1024)
  assert.ok((find(js)?.gzip?.length ?? Infinity) <= 6 * 1024)
  assert.ok([icon, ...preload].every((path) => find(path) !== undefined))
  assert.equal(find('/assets/app.css'), undefined)
  const sheet = Buffer.from(find(css)?.body ?? []).toString()
  assert.doesNotMatch(sheet, /GDS Transport|crown|font:(latin|vietnamese)|https?:/)
})

describe('in a real browser', () => {
  let browser: Browser
  let server: Server
  let origin: string
  const posted: string[] = []

  before(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? '/'
      const file = assets().find(path)
      const lang = path.startsWith('/en') ? 'en' : 'vi'
      response.setHeader('content-security-policy', POLICY)
      response.setHeader('content-type', file?.type ?? 'text/html; charset=utf-8')
      if (request.method === 'POST') posted.push(path)
      // A slow line, so that a second click finds the first one still on its way.
      setTimeout(() => response.end(file?.body ?? gallery(lang, path)), request.method === 'POST' ? 300 : 0)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await openBrowser()
  })
  after(async () => {
    await browser.close()
    server.close()
  })

  /** Opens a page in a context of its own and gives what the browser complained about. */
  async function visit(path: string, options: BrowserContextOptions, look: (tab: Tab) => Promise<void>) {
    const context = await browser.newContext(options)
    const tab = await context.newPage()
    const said: string[] = []
    tab.on('console', (message) => void said.push(message.text()))
    tab.on('pageerror', (fault) => void said.push(fault.message))
    await tab.goto(`${origin}${path}`)
    await look(tab)
    await context.close()
    assert.deepEqual(said, [])
  }

  for (const lang of LANGS)
    for (const colorScheme of ['light', 'dark'] as const)
      test(`axe finds nothing in the ${colorScheme} gallery (${lang})`, async () => {
        await visit(`/${lang}/parts`, { colorScheme }, async (tab) => {
          const found = await hindrances(tab, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            // Many examples share one page: headings of examples do not make an outline.
            rules: { 'heading-order': { enabled: false }, 'landmark-unique': { enabled: false } },
          })
          assert.deepEqual(found, [])
        })
      })

  test('nothing sticks out sideways at 320 px, with text at twice its size at 640 px', async () => {
    for (const width of [320, 640])
      await visit('/vi/parts', { viewport: { width, height: 800 } }, async (tab) => {
        const beyond = await tab.evaluate(() => {
          if (innerWidth > 600) document.documentElement.style.fontSize = '200%'
          return document.documentElement.scrollWidth - document.documentElement.clientWidth
        })
        assert.equal(beyond, 0, `${width} px`)
      })
  })

  test('the own face is drawn for Vietnamese letters', async () => {
    await visit('/vi/parts', {}, async (tab) => {
      const drawn = await tab.evaluate(async () => {
        await document.fonts.ready
        return [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family)
      })
      assert.ok(drawn.length >= 2)
      assert.ok(drawn.every((family) => family.includes('Be Vietnam Pro')))
    })
  })

  test('the error summary takes the focus, and its links lead into the fields', async () => {
    await visit('/vi/parts', {}, async (tab) => {
      assert.equal(await tab.evaluate(() => document.activeElement?.id), 'problems')
      await tab.click('.error-summary a >> nth=0')
      assert.equal(await tab.evaluate(() => document.activeElement?.id), 'lender')
    })
  })

  test('"none of these" and the others exclude each other', async () => {
    await visit('/vi/parts', {}, async (tab) => {
      await tab.check('#functions-none')
      assert.equal(await tab.isChecked('#functions'), false)
      await tab.check('#functions-2')
      assert.equal(await tab.isChecked('#functions-none'), false)
    })
  })

  test('a form saves itself in the background and says so, and goes out once however often it is sent', async () => {
    await visit('/vi/parts', {}, async (tab) => {
      await tab.fill('#contact', 'a@saola.example')
      await tab.getByText('Đã lưu bản nháp').waitFor()
      assert.deepEqual(posted, ['/parts/draft'])
      await tab.evaluate(() => {
        const button = document.querySelector<HTMLButtonElement>('form[data-autosave] button')
        button?.click()
        button?.click()
      })
      await tab.waitForURL(`${origin}/parts`)
      await tab.waitForLoadState()
      assert.deepEqual(posted, ['/parts/draft', '/parts'])
    })
  })

  test('without a script every form still stands, and no button promises what needs one', async () => {
    await visit('/vi/parts', { javaScriptEnabled: false }, async (tab) => {
      assert.equal(await tab.isVisible('button[data-copy]'), false)
      assert.equal(await tab.isVisible('#contact'), true)
    })
  })

  test('a record prints on A4 with nothing cut and its pages counted', async () => {
    await visit('/vi/parts', {}, async (tab) => {
      const pdf = (await tab.pdf({ preferCSSPageSize: true })).toString('latin1')
      assert.match(pdf, /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/)
    })
  })
})
