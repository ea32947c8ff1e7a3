import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { cosign } from './cosignature.ts'
import { fromBase64, utf8 } from './encoding.ts'
import {
  COSIGNATURE_V1,
  ED25519,
  parseVerifierKey,
  printVerifierKey,
  signedBy,
  signerFromSeed,
  verifierKey,
} from './key.ts'
import { parseNote, printNote, signedWith, signNote, withSignatures } from './note.ts'

/** The published example of signed notes (Go's sumdb/note), made by another implementation. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const SEED = fromBase64('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz')?.slice(1) ?? assert.fail()
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const LINE =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'

const peter = signerFromSeed('PeterNeumann', ED25519, SEED)
const witness = signerFromSeed('witness.example/w1', COSIGNATURE_V1, new Uint8Array(32).fill(7))
const read = (source: string | Uint8Array) => {
  const note = parseNote(source)
  return note.ok ? note.value : assert.fail(note.refusals[0]?.code)
}
const codeOf = (source: string | Uint8Array): string | undefined => {
  const note = parseNote(source)
  return note.ok ? undefined : note.refusals[0]?.code
}
/** As PKCS 8 and SPKI, which OpenSSL reads (RFC 8410). */
const privateKey = (seed: Uint8Array) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  })

test('the published note is signed, printed and read as another implementation did it', () => {
  assert.equal(printVerifierKey(peter.key), PETER)
  assert.deepEqual(parseVerifierKey(PETER), { ok: true, value: peter.key })
  assert.equal(printNote(signNote(TEXT, [peter])), `${TEXT}\n${LINE}`)
  assert.deepEqual(signedWith(read(`${TEXT}\n${LINE}`), peter.key), { is: 'good' })
})

test('no part, change or other algorithm of a key text is a key', () => {
  for (let from = 0; from < PETER.length; from += 1)
    for (let to = from + 1; to <= PETER.length; to += 1)
      if (to - from < PETER.length) assert.ok(!parseVerifierKey(PETER.slice(from, to)).ok)
  for (let n = 0; n < PETER.length; n += 1) {
    const next = String.fromCharCode(PETER.charCodeAt(n) + 1)
    assert.ok(!parseVerifierKey(PETER.slice(0, n) + next + PETER.slice(n + 1)).ok, `sign ${n}`)
  }
  assert.ok(!parseVerifierKey('PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==').ok)
  assert.ok(!parseVerifierKey('PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW').ok)
  assert.ok(!parseVerifierKey(PETER.replace('c74f20a3', 'C74F20A3')).ok)
  assert.ok(!parseVerifierKey(`${PETER}\n`).ok)
})

test('a note that bends the form is refused with its reason', () => {
  const good = `${TEXT}\n${LINE}`
  const cases: readonly (readonly [string | Uint8Array, string])[] = [
    ['', 'log.note-end'],
    [TEXT, 'log.note-unsigned'],
    [`${TEXT}\n`, 'log.note-unsigned'],
    [good.slice(0, -1), 'log.note-end'],
    [`\u0001${good}`, 'log.note-characters'],
    [good.replaceAll('\n', '\r\n'), 'log.note-characters'],
    [`\ud800${good}`, 'log.note-characters'],
    [Uint8Array.of(0xff, ...utf8(good)), 'log.note-characters'],
    [good.replace('— PeterNeumann', '— Peter Neumann'), 'log.note-signature-line'],
    [good.replace('— PeterNeumann', '— Peter+Neumann'), 'log.note-signature-line'],
    [good.replace('— PeterNeumann', '— Peter\u2003Neumann'), 'log.note-signature-line'],
    [good.replace('— PeterNeumann', '— '), 'log.note-signature-line'],
    [good.replace('—', '-'), 'log.note-signature-line'],
    [`${good}One more line.\n`, 'log.note-signature-line'],
    [good.replace('JnAM=', 'JnAN='), 'log.note-signature-line'],
    [good.replace('JnAM=', 'JnAM'), 'log.note-signature-line'],
    [`${TEXT}\n— PeterNeumann x08gow==\n`, 'log.note-signature-line'],
    [`${TEXT}\n${LINE.repeat(101)}`, 'log.note-too-long'],
    [`${'x'.repeat(1_000_000)}\n\n${LINE}`, 'log.note-too-long'],
  ]
  for (const [source, code] of cases) assert.equal(codeOf(source), code)
  assert.ok(parseNote(`${TEXT}\n${LINE.repeat(100)}`).ok)
})

test('a byte order mark is part of what was signed, not something to overlook', () => {
  const marked = read(utf8(`\ufeff${TEXT}\n${LINE}`))
  assert.deepEqual(signedWith(marked, peter.key), { is: 'wrong' })
})

test('the text ends at the last empty line, so it may hold empty lines itself', () => {
  const text = 'One\n\n— Two x08go/Zz\n\nThree\n'
  const note = read(printNote(signNote(text, [peter])))
  assert.equal(note.text, text)
  assert.deepEqual(signedWith(note, peter.key), { is: 'good' })
})

test('a stranger who shares name or id is not taken for the key', () => {
  const other = verifierKey('PeterNeumann', ED25519, signerFromSeed('x', ED25519, new Uint8Array(32)).key.bytes)
  const note = signNote(TEXT, [peter])
  assert.deepEqual(signedWith(note, other), { is: 'absent' })
  assert.deepEqual(signedWith(note, { ...peter.key, name: 'PeterNewman' }), { is: 'absent' })
  assert.deepEqual(
    signedWith(note, { ...other, id: peter.key.id }),
    { is: 'wrong' },
    'name and id of a key are its claim',
  )
  const bad = { name: 'PeterNeumann', id: peter.key.id, bytes: new Uint8Array(64) }
  assert.deepEqual(signedWith({ text: TEXT, signatures: [...note.signatures, bad] }, peter.key), { is: 'wrong' })
})

test('a cosignature holds with its time, and with no other', () => {
  const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
  const made = cosign(text, 1_679_315_147, witness)
  const note = withSignatures(signNote(text, [peter]), [made])
  assert.deepEqual(signedWith(read(printNote(note)), witness.key), { is: 'good', at: 1_679_315_147 })
  assert.deepEqual(
    made.bytes.slice(0, 8),
    Uint8Array.of(0, 0, 0, 0, 0x64, 0x18, 0x50, 0xcb),
    'as in the published example',
  )
  const later = made.bytes.with(7, 0xcc)
  assert.deepEqual(signedWith({ text, signatures: [{ ...made, bytes: later }] }, witness.key), { is: 'wrong' })
  const endless = Uint8Array.of(...new Uint8Array(8).fill(0xff), ...made.bytes.slice(8))
  assert.deepEqual(signedWith({ text, signatures: [{ ...made, bytes: endless }] }, witness.key), { is: 'wrong' })
  assert.deepEqual(signedWith({ text, signatures: [{ ...made, bytes: made.bytes.slice(8) }] }, witness.key), {
    is: 'wrong',
  })
  const again = withSignatures(note, [cosign(text, 1_679_315_148, witness)])
  assert.equal(again.signatures.length, 2)
  assert.deepEqual(signedWith(again, witness.key), { is: 'good', at: 1_679_315_148 })
})

test('a plain signature of a witness is no cosignature, even with the same secret', () => {
  const plain = signerFromSeed('witness.example/w1', ED25519, new Uint8Array(32).fill(7))
  assert.notEqual(plain.key.id, witness.key.id)
  const { bytes } = signNote(TEXT, [plain]).signatures[0] ?? assert.fail()
  const dressed = { name: witness.key.name, id: witness.key.id, bytes }
  assert.deepEqual(signedWith({ text: TEXT, signatures: [dressed] }, witness.key), { is: 'wrong' })
})

test('whatever can be signed is read back the same, byte for byte', () => {
  const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\p{Cc}/gu, ' '))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const printed = printNote(signNote(`${lines.join('\n')}\n`, [peter]))
      const note = read(utf8(printed))
      assert.equal(printNote(note), printed)
      assert.deepEqual(signedWith(note, peter.key), { is: 'good' })
    }),
    { numRuns: 100 },
  )
})

test('no changed note is signed, and no changed or cut note makes the reader throw', () => {
  const original = utf8(printNote(withSignatures(signNote(TEXT, [peter]), [cosign(TEXT, 1, witness)])))
  fc.assert(
    fc.property(fc.nat(original.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const note = parseNote(original.with(at, (original[at] ?? 0) ^ flip))
      if (!note.ok) return
      const found = [signedWith(note.value, peter.key).is, signedWith(note.value, witness.key).is]
      assert.notDeepEqual(found, ['good', 'good'])
    }),
    { numRuns: 500 },
  )
  for (let end = 0; end < original.length; end += 1) {
    const note = parseNote(original.slice(0, end))
    if (note.ok) assert.equal(signedWith(note.value, witness.key).is, 'absent')
  }
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (junk) => void parseNote(junk)))
  fc.assert(fc.property(fc.uint8Array(), (junk) => void parseNote(junk)))
  fc.assert(fc.property(fc.string(), (junk) => assert.ok(!parseVerifierKey(junk).ok)))
})

test('what is very long is refused or read, but never breaks the reader', () => {
  const long = 'A'.repeat(4 * 200_000)
  assert.ok(!parseVerifierKey(`${long}+00000000+${long}`).ok)
  assert.ok(!parseVerifierKey(`${long}+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW`).ok)
  const source = `${TEXT}\n— x ${long}\n`
  assert.equal(printNote(read(source)), source)
  assert.equal(codeOf(long.repeat(20)), 'log.note-too-long')
})

test('bytes that are no point of the curve are a key that signed nothing', () => {
  for (let n = 0; n < 50; n += 1) {
    const key = verifierKey('x', ED25519, randomBytes(32))
    assert.equal(signedBy(key, utf8(TEXT), randomBytes(64)), false)
  }
  // A point of small order "signs" everything for whoever is generous, openssl among them.
  const small = verifierKey('x', ED25519, Uint8Array.of(1, ...new Uint8Array(31)))
  assert.equal(signedBy(small, utf8(TEXT), Uint8Array.of(1, ...new Uint8Array(63))), false)
})

test('Node signs and accepts what we sign and accept', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array(), (seed, message) => {
      const signer = signerFromSeed('x', ED25519, seed)
      const made = signer.sign(message)
      assert.deepEqual(new Uint8Array(sign(null, message, privateKey(seed))), made)
      assert.ok(verify(null, message, createPublicKey(privateKey(seed)), made))
      assert.ok(signedBy(signer.key, message, made))
    }),
    { numRuns: 50 },
  )
})

const openssl = ((): string | undefined => {
  try {
    return execFileSync('openssl', ['version'], { encoding: 'utf8' })
  } catch {
    return undefined
  }
})()

test('openssl accepts our signatures and we accept its own', {
  skip: openssl === undefined && 'no openssl here',
}, () => {
  const dir = mkdtempSync(join(tmpdir(), 'saola-note-'))
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(dir, name), content)
    return join(dir, name)
  }
  const run = (...args: readonly string[]): Buffer => execFileSync('openssl', ['pkeyutl', '-rawin', ...args])
  try {
    const secret = file('key.pem', privateKey(SEED).export({ format: 'pem', type: 'pkcs8' }))
    const open = file('pub.pem', createPublicKey(privateKey(SEED)).export({ format: 'pem', type: 'spki' }))
    const text = file('text', TEXT)
    const ours = file('sig', signNote(TEXT, [peter]).signatures[0]?.bytes ?? assert.fail())
    assert.match(
      run('-verify', '-pubin', '-inkey', open, '-in', text, '-sigfile', ours).toString(),
      /Verified Successfully/,
    )
    const theirs = Uint8Array.from(run('-sign', '-inkey', secret, '-in', text))
    assert.ok(signedBy(peter.key, utf8(TEXT), theirs))
    assert.deepEqual(theirs, fromBase64(LINE.slice('— PeterNeumann '.length, -1))?.slice(4), 'the published signature')
  } finally {
    rmSync(dir, { recursive: true })
  }
})
