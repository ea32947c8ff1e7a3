import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { authority, certify, signElsewhere } from '../test/c2pa.ts'
import { checkCommand } from './cli-check.ts'
import { jpeg } from './mark/corpus.ts'
import { asAssertion, writePacket } from './mark/own.ts'

const folder = mkdtempSync(join(tmpdir(), 'saola-check-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const NOW = '2026-11-02T02:00:00.000Z'
const check = (...args: readonly string[]) => checkCommand(args, { DATA_DIR: folder }, NOW)

const AI_ID = 'VN-7K3M-9QDX-4R'
const said = { statement: 'created-by-ai', aiId: AI_ID, provider: '=HYPERLINK("x")' } as const
before(async () => {
  const { roots, issuer } = authority('C2PA')
  const photo = jpeg({ comment: 'umbrella '.repeat(50) })
  const who = certify({ subject: { C: 'VN', O: '=HYPERLINK("x")', CN: 'Xưởng Ô\u001b[2J' }, by: issuer })
  const signed = await signElsewhere(photo, 'image/jpeg', who, { registration: asAssertion(said) })
  const changed = Uint8Array.from(signed)
  changed[changed.length - 40] = 0
  for (const [name, bytes] of Object.entries({
    'signed.jpg': signed,
    'changed.jpg': changed,
    'photo.jpg': photo,
    'declared.jpg': jpeg({ xmp: writePacket(said) }),
    'doubtful.jpg': jpeg({ xmp: writePacket(said).replace('http://cv.iptc.org/newscodes/digitalsourcetype/', '') }),
    'roots.pem': roots,
  }))
    writeFileSync(at(name), bytes)
})

test('a file marked as asked gives 0, one that is not or no longer gives 1, one that cannot be looked at gives 2', async () => {
  const code = async (...args: readonly string[]) => (await check(...args)).code
  assert.equal(await code(at('signed.jpg')), 0)
  assert.equal(await code(at('declared.jpg')), 0)
  assert.equal(await code(at('changed.jpg')), 1)
  assert.equal(await code(at('photo.jpg')), 1)
  assert.equal(await code(at('absent.jpg')), 2)
  assert.equal(await code(folder), 2)
  assert.equal(await code(), 2)
  assert.equal(await code(at('signed.jpg'), '--format', 'xml'), 2)
  assert.equal(await code(at('signed.jpg'), '--c2pa', at('photo.jpg')), 2)
})

test('warnings are findings when it is asked to be strict', async () => {
  assert.equal((await check(at('doubtful.jpg'))).code, 0)
  assert.equal((await check(at('doubtful.jpg'), '--strict')).code, 1)
})

test('one file that cannot be looked at keeps none of the others from being told', async () => {
  const { code, says, faults } = await check(at('absent.jpg'), at('signed.jpg'), '--format', 'json')
  assert.equal(code, 2)
  assert.equal(faults.length, 1)
  assert.equal((JSON.parse(says) as object[]).length, 1)
})

test('the answers are said in either language, with the list a signer leads to', async () => {
  const vi = await check(at('signed.jpg'), '--lang', 'vi', '--c2pa', at('roots.pem'))
  assert.match(vi.says, /Ai đã ký\?\s+Người ký trong danh sách C2PA/)
  const en = await check(at('signed.jpg'), '--roots', at('roots.pem'))
  assert.match(en.says, /Who signed it\?\s+Signer on another list/)
  // A file writes no commands to a terminal.
  assert.ok(!en.says.includes('\u001b'))
})

test('as CSV no cell is a formula, and as SARIF each finding names its rule', async () => {
  const { says } = await check(at('signed.jpg'), at('photo.jpg'), '--format', 'csv')
  const [head = '', first = ''] = says.split('\r\n')
  assert.match(head, /^file,sha256,size,kind,found,/)
  assert.ok(first.includes(`"'=HYPERLINK(""x"")"`), first)
  const sarif = JSON.parse((await check(at('photo.jpg'), '--format', 'sarif')).says) as {
    runs: { results: { ruleId: string }[] }[]
  }
  assert.equal(sarif.runs[0]?.results[0]?.ruleId, 'VN-MARK-001')
})

test('a portal is asked about the numbers in a mark only when it is named, and about nothing else', async (t) => {
  const asked: string[] = []
  const portal = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ asOf: NOW, id: 'known', aiId: AI_ID, system: 'recalled', item: 'none' }))
  })
  await new Promise<void>((listening) => portal.listen(0, '127.0.0.1', listening))
  t.after(() => portal.close())
  const register = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`
  await check(at('signed.jpg'))
  assert.deepEqual(asked, [])
  const { code, says } = await check(at('signed.jpg'), at('photo.jpg'), '--register', register)
  assert.equal(code, 1)
  assert.match(says, /System recalled/)
  assert.deepEqual(asked, [`GET /api/v1/marks/state?aiId=${AI_ID}`])
  assert.equal((await check(at('signed.jpg'), '--register', 'http://127.0.0.1:1')).code, 2)
})
