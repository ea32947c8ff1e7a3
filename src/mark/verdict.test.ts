import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { jpeg, manifest, packet, png, textChunk } from './corpus.ts'
import { type Registration, writePacket } from './own.ts'
import { scan } from './scan.ts'
import type { RegisterState, SignedReading } from './signed.ts'
import * as verdicts from './verdict.ts'
import { ABOUT_WORDS, FOUND_WORDS, INTACT_WORDS, REGISTER_WORDS, SIGNER_WORDS } from './verdict-words.ts'
import { NAMESPACES } from './xmp.ts'

const { judge } = verdicts
const REGISTRATION: Registration = { statement: 'created-by-ai', aiId: 'AI-2026-000042-K', contentId: '0123456789ab' }
const ENGINE = { name: 'c2pa-rs', version: '0.91.3' }
const OTHER = { name: 'c2pa-ts', version: '0.14.0' }
const GOOD: SignedReading = {
  engine: ENGINE,
  manifest: 'read',
  intact: 'yes',
  signature: 'good',
  signer: { trust: 'national', organisation: 'Umbrella Library', aiId: 'AI-2026-000042-K' },
  sourceTypes: ['http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia'],
  registration: REGISTRATION,
  codes: [],
}
const KNOWN: RegisterState = { asOf: '2026-06-01T00:00:00.000Z', id: 'known', system: 'in-use', item: 'same' }
const MARK = { engine: { name: 'saola-watermark', version: '1' }, contentId: '0123456789ab', z: 12 }

const bare = scan(jpeg({}))
const signedFile = scan(jpeg({ jumbf: manifest('x') }))
const declared = scan(jpeg({ xmp: writePacket(REGISTRATION) }))
const weak = scan(png([textChunk('parameters', 'a\nSteps: 20, Sampler: Euler, Seed: 1')]))
const camera = scan(
  jpeg({
    xmp: packet(
      `xmlns:e="${NAMESPACES.Iptc4xmpExt}" e:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"`,
    ),
  }),
)
const four = (v: verdicts.Verdict): string => [v.found, v.intact, v.signer, v.register].join(' ')

test('each of the four questions is answered by itself', () => {
  const cases: readonly (readonly [expected: string, evidence: verdicts.Evidence])[] = [
    ['none nothing unsigned no-id', { scan: bare }],
    ['none nothing unsigned no-id', { scan: camera }],
    ['weak unprovable unsigned no-id', { scan: weak }],
    ['declared unprovable unsigned unchecked', { scan: declared }],
    ['declared unprovable unsigned match', { scan: declared, register: KNOWN }],
    ['watermark-only unprovable unsigned unchecked', { scan: bare, watermark: MARK }],
    [
      'watermark-only unprovable unsigned content-differs',
      { scan: bare, watermark: MARK, register: { ...KNOWN, item: 'differs' } },
    ],
    ['signed unchecked unchecked no-id', { scan: signedFile }],
    ['signed yes national match', { scan: signedFile, signed: [GOOD], register: KNOWN }],
    ['signed yes untrusted unchecked', { scan: signedFile, signed: [{ ...GOOD, signer: { trust: 'untrusted' } }] }],
    ['signed changed national unchecked', { scan: signedFile, signed: [{ ...GOOD, intact: 'changed' }] }],
    ['signed changed invalid unchecked', { scan: signedFile, signed: [{ ...GOOD, signature: 'invalid' }] }],
    [
      'signed unreadable unchecked no-id',
      { scan: signedFile, signed: [{ engine: ENGINE, manifest: 'broken', codes: [] }] },
    ],
    [
      'signed unchecked unchecked no-id',
      { scan: signedFile, signed: [{ engine: ENGINE, manifest: 'absent', codes: [] }] },
    ],
    ['signed yes national unknown-id', { scan: signedFile, signed: [GOOD], register: { asOf: '', id: 'unknown' } }],
    [
      'signed yes national suspended',
      { scan: signedFile, signed: [GOOD], register: { ...KNOWN, system: 'suspended' } },
    ],
    ['signed yes national recalled', { scan: signedFile, signed: [GOOD], register: { ...KNOWN, system: 'recalled' } }],
    [
      'signed yes national revoked',
      { scan: signedFile, signed: [GOOD], register: { ...KNOWN, certificate: 'revoked' } },
    ],
    ['signed yes national ended', { scan: signedFile, signed: [GOOD], register: { ...KNOWN, system: 'retired' } }],
    [
      'signed yes national uncompared',
      { scan: signedFile, signed: [GOOD], register: { ...KNOWN, item: 'uncompared' } },
    ],
    ['signed yes national system-only', { scan: signedFile, signed: [GOOD], register: { ...KNOWN, item: 'none' } }],
    [
      'signed yes national id-conflict',
      { scan: signedFile, signed: [GOOD], register: KNOWN, watermark: { ...MARK, contentId: 'ffffffffffff' } },
    ],
  ]
  for (const [expected, evidence] of cases) assert.equal(four(judge(evidence)), expected)
  const reached = (n: number): Set<string> => new Set(cases.map(([expected]) => expected.split(' ')[n] ?? ''))
  assert.deepEqual(new Set(verdicts.FOUND), reached(0))
  assert.deepEqual(new Set(verdicts.INTACT), reached(1))
  for (const code of verdicts.REGISTER) assert.ok(reached(3).has(code), code)
})

test('what the mark says of AI is kept apart from whether there is one', () => {
  assert.equal(judge({ scan: camera }).about, 'not-ai')
  assert.equal(judge({ scan: weak }).about, 'unsaid')
  assert.equal(judge({ scan: declared }).about, 'created')
  const edited = { ...GOOD, registration: { statement: 'edited-by-ai' } as const, sourceTypes: [] }
  assert.equal(judge({ scan: signedFile, signed: [edited] }).about, 'edited')
})

test('where two engines disagree the verdict says so, and gives the more cautious answer', () => {
  const other: SignedReading = {
    engine: OTHER,
    manifest: 'read',
    intact: 'changed',
    signature: 'good',
    signer: { trust: 'c2pa' },
    codes: [],
  }
  const verdict = judge({ scan: signedFile, signed: [GOOD, other] })
  assert.deepEqual([verdict.intact, verdict.signer], ['changed', 'c2pa'])
  assert.deepEqual(verdict.disagreements, [
    {
      question: 'intact',
      answers: [
        { engine: ENGINE, answer: 'yes' },
        { engine: OTHER, answer: 'changed' },
      ],
    },
    {
      question: 'signer',
      answers: [
        { engine: ENGINE, answer: 'national' },
        { engine: OTHER, answer: 'c2pa' },
      ],
    },
  ])
  assert.deepEqual(judge({ scan: signedFile, signed: [GOOD, { ...GOOD, engine: OTHER }] }).disagreements, [])
})

test('every verdict names every engine with its version', () => {
  const { judge: by, engines } = judge({ scan: signedFile, signed: [GOOD], watermark: MARK })
  for (const { name, version } of [by, ...engines]) assert.ok(name !== '' && version !== '')
  assert.deepEqual(
    engines.map((e) => e.name),
    ['saola-mark', 'c2pa-rs', 'saola-watermark'],
  )
})

test('a registration counts as signed only under a signature that holds', () => {
  const signed = (reading: SignedReading) => judge({ scan: signedFile, signed: [reading] }).registration?.signed
  assert.equal(signed(GOOD), true)
  assert.equal(signed({ ...GOOD, intact: 'changed' }), false)
  assert.equal(judge({ scan: declared }).registration?.signed, false)
})

test('each answer has words in both languages for what it means and what it does not, and none says fake or approved', () => {
  const all = {
    ...prefixed('f', FOUND_WORDS),
    ...prefixed('i', INTACT_WORDS),
    ...prefixed('s', SIGNER_WORDS),
    ...prefixed('r', REGISTER_WORDS),
  }
  assert.equal(
    Object.keys(all).length,
    [verdicts.FOUND, verdicts.INTACT, verdicts.SIGNER, verdicts.REGISTER].flat().length,
  )
  for (const { title, means, not } of Object.values(all))
    for (const { vi, en } of [title, means, not]) {
      assert.ok(vi.length > 5 && en.length > 5)
      assert.notEqual(vi, en)
    }
  for (const { title, means } of Object.values(all))
    for (const text of [title.en, means.en]) assert.doesNotMatch(text, /fake|approved|compliant|genuine/i)
  assert.equal(Object.keys(ABOUT_WORDS).length, 5)
})
const prefixed = <T>(prefix: string, words: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(words).map(([key, value]) => [prefix + key, value]))

const PUBLIC = join(import.meta.dirname, '../../../shared/data/c2pa-public-testfiles')
const published = (): string[] => {
  try {
    return readdirSync(PUBLIC).filter((file) => !file.endsWith('.md'))
  } catch {
    return [] // Not everyone has them: they are not ours to hand on.
  }
}

test('the public files of C2PA have a manifest where they should and none where they should not', {
  skip: published().length === 0 ? 'the files are not here' : false,
}, () => {
  for (const file of published()) {
    const without = /-(A|I)\.jpg$/.test(file)
    assert.equal(judge({ scan: scan(readFileSync(join(PUBLIC, file))) }).found, without ? 'none' : 'signed', file)
  }
})
