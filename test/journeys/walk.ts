import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { complaints } from '../html.ts'

/** Where to lay screenshots for a look with one's own eyes: `SHOTS=/some/folder npm test -- test/journeys/…`. */
const SHOTS = process.env.SHOTS

export interface Walk {
  readonly page: Page
  readonly lang: 'vi' | 'en'
  readonly script: boolean
  /** Goes to a page of this language and looks at it. */
  go(path: string): Promise<void>
  /** Presses a button or follows a link, waits for the page it leads to, and looks at it. */
  press(selector: string): Promise<void>
  fill(values: Readonly<Record<string, string>>): Promise<void>
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
  const seen = new Set<string>()
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) found.push(`CSP: ${message.text()}`)
  })
  page.on('pageerror', (error) => found.push(`script: ${error.message}`))
  const look = async (): Promise<void> => {
    const path = new URL(page.url()).pathname
    const key = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|TB-\d+-\d+|VN-[\w-]+|[\w-]{43}/g, '*')
    assert.equal(await page.locator('html').getAttribute('lang'), lang, path)
    assert.equal(await page.locator('h1').count(), 1, `one h1 on ${path}`)
    if (seen.has(key)) return
    seen.add(key)
    const html = await (await context.request.get(page.url())).text()
    found.push(...(await complaints(html)).map((c) => `${key}: ${c}`))
    if (script) {
      const { violations } = await new AxeBuilder({ page }).analyze()
      found.push(...violations.map((v) => `${key}: axe ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`))
    }
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
      if (Number(over) > 0) found.push(`${key}: ${Number(over)} px wider than ${width}`)
      if (SHOTS !== undefined) {
        mkdirSync(SHOTS, { recursive: true })
        await page.screenshot({
          path: join(SHOTS, `${name}-${String(seen.size).padStart(2, '0')}${key.replaceAll('/', '_')}-${width}.png`),
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
    async go(path) {
      await page.goto(`${url}/${lang}${path}`)
      await look()
    },
    async press(selector) {
      await Promise.all([page.waitForEvent('load'), page.locator(selector).first().click()])
      await look()
    },
    async fill(values) {
      for (const [field, value] of Object.entries(values))
        await page.locator(`main [name="${field}"]`).first().fill(value)
    },
  }
}
