import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { GENERATED } from './corpus-generators.ts'
import { picture } from './images.ts'

/** What is published: not the tests, nor the files that are made for them. */
const files = readdirSync(import.meta.dirname).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !/^(corpus|attacks|images)/.test(file),
)

/** All of `mark/` as one script, as for a browser: an import of Node would not be found. */
async function bundled(): Promise<string> {
  const contents = files.map((file) => `export * from './${file}'`).join('\n')
  const stdin = { contents, resolveDir: import.meta.dirname, loader: 'ts' } as const
  const made = await build({
    stdin,
    bundle: true,
    write: false,
    minify: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'mark',
    logLevel: 'silent',
  })
  return made.outputFiles[0]?.text ?? assert.fail()
}

test('the scanner runs where there is no Node, with nothing but what every browser has', async () => {
  const script = await bundled()
  const corpus = GENERATED.map((g) => g.bytes)
  const context = createContext({ TextEncoder, TextDecoder, atob, btoa, corpus, Uint8Array })
  const found: unknown = runInContext(
    `${script}
    corpus.filter((bytes) => mark.readTraces(mark.scan(bytes)).some((t) => t.sort === 'generator')).length`,
    context,
  )
  assert.equal(found, GENERATED.length)
})

test('a watermark is hidden and found where there is no Node', async () => {
  const [script, plain] = [await bundled(), picture(1, 512)]
  const context = createContext({ TextEncoder, TextDecoder, atob, btoa, plain })
  const found: unknown = runInContext(`${script}; mark.detect(mark.embed(plain, '0123456789ab')).contentId`, context)
  assert.equal(found, '0123456789ab')
})

test('what a browser must load for all of it is small', async () => {
  const { length } = await bundled()
  assert.ok(length < 140_000, `${length} bytes`)
})

test('no two files of the craft give one name to two things', async () => {
  const seen = new Map<string, unknown>()
  for (const file of files) {
    const names: Record<string, unknown> = await import(join(import.meta.dirname, file))
    for (const [name, value] of Object.entries(names)) {
      assert.ok(!seen.has(name) || seen.get(name) === value, name)
      seen.set(name, value)
    }
  }
})
