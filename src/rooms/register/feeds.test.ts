import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serve as listen } from '@hono/node-server'
import { SaxesParser } from 'saxes'
import { openBrowser } from '../../../test/browser.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { asking, fill, PORTS, record } from '../../../test/register.ts'
import { serve } from '../../web/server.ts'
import { asAtom, type Feed, inXml } from '../../web/feeds.ts'
import { insideScript } from './json-ld.ts'
import { pages } from './pages.tsx'

/** Text of each element of a name, in order; throws where the XML is not well-formed. */
function readXml(xml: string): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {}
  const parser = new SaxesParser()
  let text = ''
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    text = ''
    for (const [key, value] of Object.entries(attributes)) (found[`${name}@${key}`] ??= []).push(String(value))
  })
  parser.on('text', (more) => (text += more))
  parser.on('closetag', ({ name }) => (found[name] ??= []).push(text))
  parser.write(xml).close()
  return found
}

interface JsonFeed {
  readonly version: string
  readonly feed_url: string
  readonly items: readonly { readonly id: string; readonly title: string; readonly date_modified: string }[]
}

test('a search can be followed: what was recorded or changed last comes first, under an id that stays', async (t) => {
  const { kit } = await freshDatabase(t)
  const { get, html } = asking(kit)
  const early = await record(kit, { name: 'Ô & <gió>', level: 'high' })
  await record(kit, { name: 'Ô khác', level: 'low' })
  const late = await record(kit, { name: 'Ô mới', level: 'high' })
  await kit.db
    .updateTable('system')
    .set({ changed_at: '2026-10-01T00:00:00Z' })
    .where('ai_id', '=', early.aiId)
    .execute()
  const search = await html('/vi/register?level=high')
  assert.match(
    search,
    /<link rel="alternate" type="application\/atom\+xml"[^>]* href="\/vi\/register\/feed\.atom\?level=high"/,
  )
  const atom = await get('/vi/register/feed.atom?level=high')
  assert.equal(atom.headers.get('content-type'), 'application/atom+xml; charset=utf-8')
  const xml = readXml(await atom.text())
  assert.deepEqual(xml.title?.slice(1), [`Ô & <gió> (${early.aiId})`, `Ô mới (${late.aiId})`])
  assert.deepEqual(
    xml.id?.slice(1),
    [early, late].map(({ aiId }) => `tag:localhost,2026-03-01:system:${aiId}`),
  )
  assert.ok(xml['link@href']?.includes(`http://localhost:8400/vi/register/${late.aiId}`))
  const feed = (await (await get('/en/register/feed.json?level=high')).json()) as JsonFeed
  assert.equal(feed.version, 'https://jsonfeed.org/version/1.1')
  assert.deepEqual(
    feed.items.map((item) => item.id),
    xml.id?.slice(1),
    'the same in every form and language',
  )
  assert.equal(((await (await get('/vi/register/feed.json?q=khac')).json()) as JsonFeed).items.length, 1)
  assert.equal(((await (await get(`/vi/register/feed.json?q=${late.aiId}`)).json()) as JsonFeed).items.length, 1)
  assert.equal((await get('/vi/register/feed.atom?q=zzz')).status, 200)
})

test('a feed comes again as nothing until something in it changed', async (t) => {
  const { kit } = await freshDatabase(t)
  const { get } = asking(kit)
  await record(kit, { level: 'high' })
  const path = '/vi/register/feed.atom?level=high'
  const held = { 'if-none-match': (await get(path)).headers.get('etag') ?? '' }
  kit.setNow('2026-12-01T00:00:00Z')
  await record(kit, { level: 'low' })
  assert.equal((await get(path, held)).status, 304)
  await record(kit, { level: 'high' })
  assert.equal((await get(path, held)).status, 200)
})

test('a feed holds the hundred that changed last', async (t) => {
  const { kit, owner } = await freshDatabase(t)
  await fill(owner, 130)
  const { items } = (await (await asking(kit).get('/vi/register/feed.json')).json()) as JsonFeed
  assert.equal(items.length, 100)
  assert.match(items[0]?.title ?? '', /T-000130/)
})

test('records and searches come again as nothing while they stand, whatever the clock says', async (t) => {
  const { kit } = await freshDatabase(t)
  const { get } = asking(kit)
  const { aiId } = await record(kit)
  const paths = [
    `/vi/register/${aiId}`,
    '/en/register',
    `/api/v1/systems/${aiId}`,
    '/api/v1/systems',
    `/api/v1/systems/${aiId}/history`,
  ]
  const tags = await Promise.all(paths.map(async (path) => (await get(path)).headers.get('etag') ?? 'none'))
  assert.equal(new Set(tags).size, paths.length)
  kit.setNow('2026-12-01T00:00:00Z')
  for (const [n, path] of paths.entries())
    assert.equal((await get(path, { 'if-none-match': tags[n] ?? '' })).status, 304, path)
  assert.equal((await get(`/en/register/${aiId}`, { 'if-none-match': tags[0] ?? '' })).status, 200, 'another language')
})

test('whatever a provider writes, the feed is XML and the script element holds data', () => {
  const nasty = `]]></summary><x a="1" b='2'>&amp;\u0000\u0001\u000B\uFFFE\uD800 Ễ \u{1F9A7}\n</script><!--`
  const entry = { id: nasty, url: nasty, title: nasty, text: nasty, recorded: '', changed: '', tags: [nasty] }
  const feed: Feed = {
    ...{ id: nasty, self: nasty, page: nasty, title: nasty, about: nasty, author: nasty, licence: nasty },
    ...{ lang: 'vi', entries: [entry] },
  }
  const told = `]]></summary><x a="1" b='2'>&amp; Ễ \u{1F9A7}\n</script><!--`
  const read = readXml(asAtom(feed))
  assert.deepEqual(read.summary, [told])
  assert.deepEqual(read['category@term'], [told.replace('\n', ' ')])
  assert.equal(inXml(`<&>"'`), '&lt;&amp;&gt;&quot;&apos;')
  const inside = insideScript({ nasty })
  assert.doesNotMatch(inside, /</)
  assert.deepEqual(JSON.parse(inside), { nasty })
})

test('a browser takes the data in a record for data: nothing is refused, and nothing runs', async (t) => {
  const { kit } = await freshDatabase(t)
  const system = await record(kit, { name: 'Ô</script><script>document.title = "run"</script>', level: 'high' })
  const server = listen({ fetch: serve(kit, pages, PORTS).fetch, port: 0, hostname: '127.0.0.1' })
  const browser = await openBrowser()
  try {
    await new Promise((ready) => (server.listening ? ready(undefined) : server.once('listening', ready)))
    const page = await browser.newPage()
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    const { port } = server.address() as { port: number }
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (e) => console.log(`violation ${e.effectiveDirective}`))
    })
    await page.goto(`http://127.0.0.1:${port}/vi/register/${system.aiId}`)
    const texts = await page.locator('script[type="application/ld+json"]').allTextContents()
    assert.equal(texts.length, 1)
    const data = JSON.parse(texts[0] ?? '') as {
      name: string
      identifier: { value: string }
      provider: { name: string }
    }
    assert.deepEqual(
      [data.name, data.identifier.value, data.provider.name],
      [system.name, system.aiId, system.provider.name],
    )
    assert.doesNotMatch(await page.title(), /^run/)
    assert.deepEqual(
      said.filter((text) => /violation|Content.Security.Policy|Refused/i.test(text)),
      [],
    )
    // The listener does hear what is refused.
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "run"'
      document.body.append(script)
    })
    await page.waitForTimeout(50)
    assert.ok(said.some((text) => text.startsWith('violation')))
  } finally {
    await browser.close()
    server.close()
  }
})
