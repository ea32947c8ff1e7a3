import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { BrowserContext, Locator, Page, Response } from 'playwright-core'
import { hindrances } from '../axe.ts'
import { complaints } from '../html.ts'

/** Where to lay screenshots for a look with one's own eyes: `SHOTS=/some/folder npm test -- test/journeys/…`. */
const SHOTS = process.env.SHOTS

/** Each language one way, with and without a script; `WALKS=all npm test -- test/journeys/*` walks all four. */
export const WAYS: readonly (readonly [lang: 'vi' | 'en', script: boolean])[] = [
  ['vi', true],
  ['en', false],
  ...(process.env.WALKS === 'all'
    ? ([
        ['vi', false],
        ['en', true],
      ] as const)
    : []),
]

export interface Walk {
  readonly page: Page
  readonly lang: 'vi' | 'en'
  readonly script: boolean
  /** Goes to a page of this language and looks at it; anew when it shows another state than before. */
  go(path: string, state?: string): Promise<void>
  /** Presses a button or follows a link, waits for the page it leads to, and looks at it. */
  press(selector: string, state?: string): Promise<void>
  /** Looks at the page as it is now, after a script changed it. */
  look(state: string): Promise<void>
  /** Types into boxes, ticks, chooses: whatever the field of that name wants. */
  fill(values: Readonly<Record<string, string | readonly string[]>>): Promise<void>
  /** Every address of this walk, without the host. */
  readonly seen: ReadonlySet<string>
  /** What was wrong with the pages seen, one line each. */
  readonly complaints: string[]
}

/**
 * A person with a browser. Every page they come to is looked at: valid HTML, axe without violations, no report of the
 * content security policy, nothing wider than the window at 320 pixels, the language stated.
 */
export async function startWalk(
  context: BrowserContext,
  url: string,
  name: string,
  lang: 'vi' | 'en',
  script: boolean,
): Promise<Walk> {
  const page = await context.newPage()
  const found: string[] = []
  const looked = new Set<string>()
  const seen = new Set<string>()
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) found.push(`CSP: ${message.text()}`)
  })
  page.on('pageerror', (error) => found.push(`script: ${error.message}`))
  // What the portal sent, before any script touched it.
  let sent: Response | undefined
  page.on('response', (response) => {
    const whole = response.request().isNavigationRequest() && response.frame() === page.mainFrame()
    if (whole && (response.status() < 300 || response.status() >= 400)) sent = response
  })
  const look = async (state = ''): Promise<void> => {
    const path = new URL(page.url()).pathname
    seen.add(path)
    const kind = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]{2,4}-\d{4}-\d{6}|VN-[\w-]+|[\w-]{43}/g, '*')
    const key = state === '' ? kind : `${kind} (${state})`
    assert.equal(await page.locator('html').getAttribute('lang'), lang, path)
    assert.equal(await page.locator('h1').count(), 1, `one h1 on ${path}`)
    if (looked.has(key)) return
    looked.add(key)
    if (sent !== undefined) found.push(...(await complaints(await sent.text())).map((c) => `${key}: ${c}`))
    sent = undefined
    // The markup is one in both languages, so axe reads it once: in the language most people read.
    if (script && lang === 'vi') found.push(...(await hindrances(page)).map((said) => `${key}: axe ${said}`))
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
      if (Number(over) > 0) found.push(`${key}: ${Number(over)} px wider than ${width}`)
      if (SHOTS !== undefined) {
        mkdirSync(SHOTS, { recursive: true })
        await page.screenshot({
          path: join(SHOTS, `${name}-${String(looked.size).padStart(2, '0')}${key.replaceAll('/', '_')}-${width}.png`),
          fullPage: true,
        })
      }
    }
  }
  return {
    page,
    lang,
    script,
    complaints: found,
    seen,
    look,
    async go(path, state) {
      await page.goto(`${url}/${lang}${path}`)
      await look(state)
    },
    async press(selector, state) {
      await Promise.all([page.waitForEvent('load'), page.locator(selector).first().click()])
      await look(state)
    },
    async fill(values) {
      for (const [field, value] of Object.entries(values)) await answer(page.locator(`main [name="${field}"]`), value)
    },
  }
}

/** One question, by whatever means it is asked. */
async function answer(field: Locator, value: string | readonly string[]): Promise<void> {
  const [first, page] = [field.first(), field.page()]
  const kind = await first.getAttribute('type')
  if (kind === 'radio' || kind === 'checkbox')
    for (const one of [value].flat()) await field.and(page.locator(`[value="${one}"]`)).check()
  else if ((await first.and(page.locator('select')).count()) > 0) await first.selectOption(String(value))
  else await first.fill(String(value))
}

/** A moment as its four boxes want it, in Vietnam. */
export function moment(name: string, at: number): Readonly<Record<string, string>> {
  const [day = '', time = ''] = new Date(at + 7 * 3_600_000).toISOString().slice(0, 16).split('T')
  const [year = '', month = '', dom = ''] = day.split('-')
  return { [`${name}-day`]: dom, [`${name}-month`]: month, [`${name}-year`]: year, [`${name}-time`]: time }
}

/** A PDF as pictures beside the screenshots, for a look with one's own eyes. */
export async function picture(context: BrowserContext, pdf: Buffer, name: string, pages = 1): Promise<void> {
  if (SHOTS === undefined) return
  const folder = mkdtempSync(join(tmpdir(), 'saola-picture-'))
  writeFileSync(join(folder, 'sheet.pdf'), pdf)
  const typst = NodeCompiler.create({ workspace: folder })
  const page = await context.newPage()
  for (let n = 1; n <= pages; n += 1) {
    const text = `#set page(width: auto, height: auto, margin: 0pt)\n#image("sheet.pdf", page: ${n})`
    await page.setContent(typst.svg({ mainFileContent: text }))
    await page
      .locator('svg')
      .first()
      .screenshot({ path: join(SHOTS, `${name}-${n}.png`) })
  }
  await page.close()
  rmSync(folder, { recursive: true, force: true })
}
