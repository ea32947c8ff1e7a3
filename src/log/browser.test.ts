import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { printCheckpoint } from './checkpoint.ts'
import { toBase64, utf8 } from './encoding.ts'
import { leafHash } from './hash.ts'
import { ED25519, printVerifierKey, signerFromSeed } from './key.ts'
import { signNote } from './note.ts'
import { printProof } from './proof.ts'
import { rootOfLeaves } from './tree.ts'

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))

/** All of `log/` as one script, as for a browser: an import of Node would not be found. */
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
    globalName: 'log',
    logLevel: 'silent',
  })
  return made.outputFiles[0]?.text ?? assert.fail()
}

test('the log runs where there is no Node: a proof is checked with nothing but what every browser has', async () => {
  const script = await bundled()
  const log = signerFromSeed('umbrellas.example/log', ED25519, new Uint8Array(32).fill(1))
  const leaves = ['one', 'two'].map((entry) => leafHash(utf8(entry)))
  const checkpoint = { origin: 'umbrellas.example/log', size: 2, root: rootOfLeaves(leaves), extensions: [] }
  const note = signNote(printCheckpoint(checkpoint), [log])
  const proof = printProof({ index: 0, path: leaves.slice(1), signed: { checkpoint, note } })
  const policy = `log ${printVerifierKey(log.key)}\nquorum none\n`
  const context = createContext({ TextEncoder, TextDecoder, atob, btoa, proof, policy })
  const found: unknown = runInContext(
    `${script}
    const policyRead = log.parsePolicy(policy), proofRead = log.parseProof(proof)
    const holds = (entry) => log.verifyProof(proofRead.value, log.leafHash(log.utf8(entry)), policyRead.value).holds
    JSON.stringify([holds('one'), holds('two'), log.toBase64(log.EMPTY_ROOT)])`,
    context,
  )
  assert.equal(found, JSON.stringify([true, false, toBase64(rootOfLeaves([]))]))
})

test('what a browser must load for it is small', async () => {
  const { length } = await bundled()
  assert.ok(length < 85_000, `${length} bytes`)
})

test('no two files of the log give one name to two things', async () => {
  const seen = new Map<string, unknown>()
  for (const file of files) {
    const names: Record<string, unknown> = await import(join(import.meta.dirname, file))
    for (const [name, value] of Object.entries(names)) {
      assert.ok(!seen.has(name) || seen.get(name) === value, name)
      seen.set(name, value)
    }
  }
})
