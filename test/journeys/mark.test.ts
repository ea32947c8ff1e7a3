import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { serve, type ServerType } from '@hono/node-server'
import type { Browser, BrowserContext, Download, Page } from 'playwright-core'
import { detect } from '../../src/mark/detect.ts'
import type { Pixels } from '../../src/mark/pixels.ts'
import { contentIdIn } from '../../src/mark/parent.ts'
import { readTraces } from '../../src/mark/traces.ts'
import { scan } from '../../src/mark/scan.ts'
import { workOnJobs } from '../../src/rooms/marks/job-actions.ts'
import { closeSigners } from '../../src/rooms/marks/signers.ts'
import { openBrowser } from '../browser.ts'
import { freshDatabase } from '../kit.ts'
import { SMALLEST } from '../mark-files.ts'
import { asCookie, openHouse } from '../marks.ts'
import { secondReading } from '../second-mark-reader.ts'
import { startWalk } from './walk.ts'

const fresh = await freshDatabase()
fresh.kit.setNow(new Date().toISOString())
const site = { ...fresh.kit.site, url: '' }
/** Its address is known once it listens. */
const kit = Object.assign(fresh.kit, { site })
const house = await openHouse(kit)
const root = kit.authority?.root ?? assert.fail()
const folder = mkdtempSync(join(tmpdir(), 'saola-mark-journey-'))

let server: ServerType
let browser: Browser
before(async () => {
  server = serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((listens) => server.once('listening', listens))
  site.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
})
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await Promise.all([browser.close(), closeSigners()])
  await new Promise((closed) => server.close(closed))
})

const signedIn = async (context: BrowserContext): Promise<void> => {
  const [name = '', value = ''] = (asCookie(house.lan).cookie ?? '').split('=')
  await context.addCookies([{ name, value, url: site.url }])
}
const lay = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}
const saved = async (download: Download): Promise<Buffer> => readFileSync(await download.path())

/** The points of a picture, unfolded by the browser. */
async function pixelsOf(page: Page, picture: Buffer): Promise<Pixels> {
  const { width, height, base64 } = await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes]))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    canvas?.drawImage(bitmap, 0, 0)
    const points = canvas?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray(0)
    const letters: string[] = []
    for (let at = 0; at < points.length; at += 32_768)
      letters.push(String.fromCharCode(...points.subarray(at, at + 32_768)))
    return { width: bitmap.width, height: bitmap.height, base64: btoa(letters.join('')) }
  }, picture.toString('base64'))
  return { width, height, data: new Uint8ClampedArray(Buffer.from(base64, 'base64')) }
}

for (const lang of ['vi', 'en'] as const)
  test(`a provider marks files in the browser and sends less than a kilobyte (${lang})`, async () => {
    const context = await browser.newContext({ acceptDownloads: true })
    await signedIn(context)
    const walk = await startWalk(context, site.url, `mark-${lang}`, lang, true)
    const { page } = walk
    const system = await house.another()
    await walk.go(`/systems/${system.id}/mark`, 'no certificate')
    await walk.go(`/systems/${system.id}/marks`)
    await walk.press('main form button[type=submit]', 'issued')
    await walk.press(`a[href$="/systems/${system.id}/mark"]`)

    // Whatever leaves the browser from now on is written down.
    const sent: { readonly method: string; readonly path: string; readonly bytes: number }[] = []
    context.on('request', (request) => {
      const bytes = request.postDataBuffer()?.length ?? 0
      sent.push({ method: request.method(), path: new URL(request.url()).pathname, bytes })
    })
    const png = lay('anh.png', Buffer.from(await page.screenshot()))
    const files = [png, lay('am.mp3', SMALLEST.mp3 ?? assert.fail()), lay('phim.mkv', SMALLEST.mkv ?? assert.fail())]
    await page.setInputFiles('input[name=file]', [...files, lay('tho.txt', new TextEncoder().encode('thơ'))])
    // Registering is a choice of its own, and sends more.
    const registers = lang === 'en'
    await walk.fill({ statement: 'created-by-ai', more: ['watermark', ...(registers ? ['register'] : [])] })
    await page.locator('main form button:not([hidden])').last().click()
    await page.locator('[data-result] a[download]').nth(2).waitFor({ timeout: 60_000 })
    await page.locator('[data-result] > p', { hasText: 'tho.txt' }).waitFor()

    const all = sent.filter(({ method }) => method === 'POST')
    const registered = all.filter(({ path }) => path.endsWith('/mark/items'))
    assert.deepEqual([all.length, registered.length], registers ? [6, 3] : [3, 0], JSON.stringify(sent))
    const posts = all.filter((one) => !registered.includes(one))
    for (const { path, bytes } of posts) {
      assert.match(path, /\/mark\/sign$/)
      assert.ok(bytes > 100 && bytes < 1000, `${bytes} bytes went to ${path}`)
    }
    assert.ok(sent.filter(({ method }) => method !== 'POST').every(({ bytes }) => bytes === 0))

    const links = page.locator('[data-result] a[download]')
    const got: Buffer[] = []
    for (let n = 0; n < 3; n += 1) {
      const [download] = await Promise.all([page.waitForEvent('download'), links.nth(n).click()])
      got.push(await saved(download))
    }
    const [picture = assert.fail(), sound = assert.fail(), sidecar = assert.fail()] = got
    const written = await page.locator('[data-result] dd').nth(1).textContent()
    assert.equal(contentIdIn(picture), written)
    const item = await context.request.get(`${site.url}/api/v1/marks/items/${written}`)
    assert.equal(item.status(), registers ? 200 : 404)
    if (registers) assert.match((await item.json()).hashes.phash, /^[0-9a-f]{16}$/)
    assert.ok(readTraces(scan(sound)).some((t) => t.sort === 'manifest'))
    assert.deepEqual(secondReading(sidecar, SMALLEST.mkv ?? assert.fail(), root).problems, [])
    assert.equal(detect(await pixelsOf(page, picture))?.contentId, written, 'the number is hidden in the points too')
    await walk.look('marked')
    await walk.go('/marks/certificates')
    await walk.press('main table a', 'one certificate')
    const ordered = await house.app.request(`/api/v1/marks/jobs?aiId=${system.aiId}`, {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${house.apiKey}`, 'content-type': 'application/x-ndjson' },
        'idempotency-key': randomUUID(),
      },
      body: '{"claim":"AAAA","ref":"ô"}\n{}\n',
    })
    assert.equal(ordered.status, 202, await ordered.clone().text())
    await walk.go(`/systems/${system.id}/marks`, 'again')
    assert.match((await page.locator('main').textContent()) ?? '', lang === 'vi' ? /Đang chờ ký: 2 dòng/ : /2 lines/)
    while (await workOnJobs(kit));
    await walk.go(`/systems/${system.id}/marks`, 'job done')
    assert.match((await page.locator('main').textContent()) ?? '', lang === 'vi' ? /2 không ký/ : /2 not/)
    await walk.press('main button[form^=end-]', 'job erased')
    assert.equal(await page.locator('#jobs').count(), 0)
    if (registers) {
      await walk.press(`main button[form="withdraw-${written}"]`, 'withdrawn')
      assert.equal((await context.request.get(`${site.url}/api/v1/marks/items/${written}`)).status(), 404)
    }
    await walk.press('main table a[href$="/revoke"]')
    assert.deepEqual(walk.complaints, [])
    await context.close()
  })

for (const lang of ['vi', 'en'] as const)
  test(`without a script the file is sent, marked and given back (${lang})`, async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true })
    await signedIn(context)
    const walk = await startWalk(context, site.url, `mark-bare-${lang}`, lang, false)
    const { page } = walk
    const system = await house.another()
    await walk.go(`/systems/${system.id}/marks`)
    await walk.press('main form button[type=submit]', 'issued')
    await walk.go(`/systems/${system.id}/mark`)
    await walk.press('main form button[type=submit]', 'nothing chosen')
    assert.match((await page.locator('.error-summary').textContent()) ?? '', lang === 'vi' ? /một tệp/ : /one file/)
    await page.setInputFiles('input[name=file]', lay('anh.jpg', SMALLEST.jpeg ?? assert.fail()))
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('main form button[type=submit]').click(),
    ])
    assert.match(contentIdIn(await saved(download)) ?? '', /^[0-9a-f]{12}$/)
    assert.deepEqual(walk.complaints, [])
    await context.close()
  })
