import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { serve, type ServerType } from '@hono/node-server'
import { freshDatabase } from '../test/kit.ts'
import { SMALLEST } from '../test/mark-files.ts'
import { openHouse } from '../test/marks.ts'
import { good, kept } from '../test/outcomes.ts'
import { checkCommand } from './cli-check.ts'
import { markCommand } from './cli-mark.ts'
import { contentIdIn } from './mark/parent.ts'
import { openMarker } from './marker.ts'
import { issueCertificate } from './rooms/marks/certificate-actions.ts'
import { pemOf } from './x509.ts'

const { kit } = await freshDatabase()
kit.setNow(new Date().toISOString())
const house = await openHouse(kit)
const folder = mkdtempSync(join(tmpdir(), 'saola-mark-'))
const lay = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}
let server: ServerType
let portal = ''
before(async () => {
  good(await kept(house.lan, (a) => issueCertificate(a, house.system.id)))
  server = serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((listens) => server.once('listening', listens))
  portal = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await new Promise((closed) => server.close(closed))
})

const run = (args: readonly string[], env: Record<string, string> = { SAOLA_API_KEY: house.apiKey }) =>
  markCommand(['--portal', portal, '--ai-id', house.system.aiId, ...args], env)
const bytesOf = (kind: keyof typeof SMALLEST): Uint8Array => SMALLEST[kind] ?? assert.fail()

test('files are marked on this machine, and the command that checks them trusts them', async () => {
  const files = [lay('anh.png', bytesOf('png')), lay('am.wav', bytesOf('wav')), lay('phim.mkv', bytesOf('mkv'))]
  const out = join(folder, 'marked')
  const said = await run([...files, '--out', out])
  assert.deepEqual([said.code, said.faults], [0, []])
  assert.match(said.says[2] ?? '', /keep .*phim\.c2pa beside it/)
  assert.ok(readFileSync(join(out, 'phim.c2pa')).length > 4096)
  const root = lay('root.pem', pemOf(kit.authority?.root ?? assert.fail()))
  const checked = await checkCommand([join(out, 'anh.png'), '--format', 'json', '--national', root], {})
  assert.match(JSON.stringify(checked), /national/)
  // The film finds the manifest beside it, also where both are listed, and also one that is named.
  const film = join(out, 'phim.mkv')
  for (const args of [[film], [film, join(out, 'phim.c2pa')], [film, '--sidecar', join(out, 'phim.c2pa')]]) {
    const { code, says } = await checkCommand([...args, '--format', 'json', '--national', root], {})
    const [report, more] = JSON.parse(says)
    assert.deepEqual([code, report.answers.intact.code, report.answers.signer.code], [0, 'yes', 'national'])
    assert.match(report.sidecar.name, /phim\.c2pa$/)
    assert.equal(more, undefined)
  }
  const told = await checkCommand([film, '--national', root, '--lang', 'vi'], {})
  assert.match(told.says, /Dấu thời gian +\d\d:\d\d:\d\d ngày .*, Saola time stamps, Saola/)
  const foreign = await checkCommand([lay('khac.mkv', bytesOf('webm')), '--sidecar', join(out, 'phim.c2pa')], {})
  assert.equal(foreign.code, 1)
  assert.match(foreign.says, /Changed since it was signed/)
})

test('a list in JSON lines is marked, each file under its own number; what cannot be is named', async () => {
  const list = lay(
    'list.jsonl',
    [
      { file: lay('mot.jpg', bytesOf('jpeg')), contentId: 'd00000000001', out: join(folder, 'ra', '1.jpg') },
      { file: lay('hai.txt', 'một bài thơ'), out: join(folder, 'ra', '2.txt') },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  )
  const said = await run(['--list', list, '--json'])
  assert.equal(said.code, 1)
  const [one, two] = said.says.map((line) => JSON.parse(line))
  assert.equal(one.contentId, 'd00000000001')
  assert.equal(contentIdIn(readFileSync(one.marked)), 'd00000000001')
  assert.match(two.fault, /not marked \(kind\)/)
  assert.equal((await run(['--list', list])).code, 1, 'what is there is never written over')
})

test('without key, portal or certificate it says what is missing and marks nothing', async () => {
  const file = lay('x.png', bytesOf('png'))
  assert.equal((await run([file], {})).code, 2)
  assert.equal((await markCommand([file], {})).code, 2)
  assert.equal((await run([])).code, 2)
  assert.equal(
    (await markCommand(['--portal', 'http://127.0.0.1:1', '--ai-id', 'x', file], { SAOLA_API_KEY: 'k' })).code,
    2,
  )
  const wrong = await run([file, '--out', join(folder, 'none')], { SAOLA_API_KEY: 'saola_x' })
  assert.equal(wrong.code, 1)
})

test('a step that loses marks is gone around: what comes out is marked, with what went in as its parent', async () => {
  const marker = await openMarker({ portal, apiKey: house.apiKey, aiId: house.system.aiId })
  const first = await marker.mark(bytesOf('jpeg'))
  // As a service for pictures does it: everything that is not picture is dropped.
  const stripped = async (): Promise<Uint8Array> => bytesOf('jpeg')
  const again = await marker.around(first.file, stripped)
  const store = Buffer.from(again.manifest)
  assert.ok(store.includes(first.manifestId) && store.includes('c2pa.opened'))
  assert.ok(again.left < first.left)
})
