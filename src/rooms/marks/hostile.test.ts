import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { authority, certify, signElsewhere } from '../../../test/c2pa.ts'
import { HOSTILE_MANIFESTS } from '../../mark/corpus-hostile.ts'
import { bytesOf, jpeg, join } from '../../mark/corpus.ts'
import { closeReaders, lookApart } from './readers.ts'

after(closeReaders)
const { roots, issuer } = authority('C2PA')
const lists = [{ trust: 'c2pa', roots }] as const
const look = async (bytes: Uint8Array) => {
  const seen = await lookApart({ bytes, lists, packs: [] })
  return seen === 'busy' ? seen : seen.looked
}
const photo = jpeg({ comment: 'umbrella '.repeat(100) })
const good = await signElsewhere(photo, 'image/jpeg', certify({ subject: { C: 'VN', O: 'Ô', CN: 'Ô' }, by: issuer }))

async function isWell(): Promise<number> {
  const began = performance.now()
  const looked = await look(good)
  assert.ok(looked !== 'busy' && looked.verdict.signer === 'c2pa' && looked.stopped === undefined)
  return performance.now() - began
}

test('no file built against the engine takes ten seconds, ends the process, or spoils what is read after it', async () => {
  for (const [what, build] of Object.entries(HOSTILE_MANIFESTS)) {
    const began = performance.now()
    const looked = await look(build())
    assert.notEqual(looked, 'busy', what)
    assert.ok(performance.now() - began < 10_000, what)
    await isWell()
  }
})

test('a file on which the engine hangs is stopped and read without it, and delays nobody', async () => {
  const streams = new Uint8Array(1_200_000).fill(32)
  for (let at = 0; at + 30 <= streams.length; at += 30) streams.set(bytesOf('/Metadata/Subtype/XML>>stream\n'), at)
  const began = performance.now()
  const hanging = look(join('%PDF-1.7\n', streams))
  const others: number[] = []
  for (let n = 0; n < 30; n += 1) others.push(await isWell())
  const looked = await hanging
  assert.ok(performance.now() - began < 15_000)
  assert.ok(looked !== 'busy')
  assert.deepEqual([looked.verdict.kind, looked.stopped], ['pdf', 'time'])
  // Whoever had to wait for the hanging one would have waited the whole ten seconds.
  assert.ok(Math.max(...others) < 6000, `${Math.max(...others)} ms`)
})
