import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { createApp } from '../../src/app.tsx'
import { createJournal } from '../../src/journal.ts'
import { openBrowser } from '../browser.ts'
import { type Fresh, freshDatabase, type TestKit } from '../kit.ts'
import { umbrellaWorld, type UmbrellaWorld } from '../umbrella.ts'
import type { Walk } from './walk.ts'

export interface Site {
  readonly kit: TestKit
  /** For looking behind the curtain. */
  readonly owner: Fresh['owner']
  readonly url: string
  readonly browser: Browser
  readonly world: UmbrellaWorld
  /** By the door of the made-up world, without a password. */
  signIn(walk: Pick<Walk, 'page'>, email: string): Promise<void>
}

/** A portal of its own with the people of the umbrella library, and a browser before it; both end with the file's tests. */
export async function openSite(): Promise<Site> {
  const fresh = await freshDatabase()
  const site = { ...fresh.kit.site, url: '' }
  const kit = { ...fresh.kit, site }
  const world = await umbrellaWorld(fresh.kit)
  const app = createApp(kit, { pools: {}, trustProxy: 0, journal: createJournal('silent') })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((listens) => server.once('listening', listens))
  // Its address is known once it listens.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  site.url = url
  const browser = await openBrowser()
  after(async () => {
    await browser.close()
    await new Promise((closed) => server.close(closed))
  })
  const signIn: Site['signIn'] = async ({ page }, email) => {
    await page.request.post(`${url}/vi/evaluation/sign-in`, { form: { email }, headers: { origin: url } })
  }
  return { kit, owner: fresh.owner, url, browser, world, signIn }
}
