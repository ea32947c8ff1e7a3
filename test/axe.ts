import axe from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * What hinders people on a page as it stands, one line each: rule and elements. Empty when all is well. Run by hand and
 * not by the wrapper for browsers, which first looks for frames on every page, and there are none.
 */
export async function hindrances(page: Page, options: axe.RunOptions = {}): Promise<string[]> {
  await page.evaluate(axe.source)
  const asked = JSON.stringify({ resultTypes: ['violations'], iframes: false, ...options })
  return page.evaluate(`axe.run(${asked}).then(({ violations }) => violations.map(({ id, nodes }) =>
    id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`)
}
