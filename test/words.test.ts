import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { REFUSALS, SAYS } from '../src/app.tsx'

const SRC = join(import.meta.dirname, '../src')
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (f) => /\.tsx?$/.test(f) && !/\.test\.tsx?$/.test(f),
)

test('every refusal has a sort and words in both languages', () => {
  const said = SAYS as Readonly<Record<string, { vi: string; en: string }>>
  assert.deepEqual(Object.keys(REFUSALS).sort(), Object.keys(said).sort())
  for (const [code, text] of Object.entries(said)) assert.ok(text.vi.trim() && text.en.trim(), code)
})

test('two rooms never share a code, nor a room one with the engine', () => {
  const homes = [
    'casework/schema.ts',
    ...readdirSync(join(SRC, 'rooms')).map((room) => `rooms/${room}/${room === 'home' ? 'frame.tsx' : 'schema.ts'}`),
  ]
  // A room that refuses nothing of its own needs no schema.
  const codes = homes
    .filter((file) => existsSync(join(SRC, file)))
    .flatMap((file) => {
      const text = readFileSync(join(SRC, file), 'utf8')
      return [...(/REFUSALS = \{([^}]*)\}/.exec(text)?.[1] ?? '').matchAll(/'([a-z-]+\.[a-z-]+)':/g)].map(
        ([, code = '']) => code,
      )
    })
  assert.deepEqual(
    codes.filter((c, i) => codes.indexOf(c) !== i),
    [],
  )
})

test('no page and no word promises what the law does not: nothing is approved or compliant', () => {
  const promises =
    /\b(we approve|is approved|has been approved|fully compliant|is compliant)\b|đã được phê duyệt|đã được chấp thuận|đạt chuẩn|tuân thủ đầy đủ|chưa (được )?phê duyệt/i
  for (const file of sources.filter((f) => f.startsWith('rooms/') || f.startsWith('web/'))) {
    const hit = promises.exec(readFileSync(join(SRC, file), 'utf8'))
    assert.equal(hit, null, `${file}: ${hit?.[0]}`)
  }
})
