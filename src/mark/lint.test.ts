import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../base/day.ts'
import { chunk, infoList, internationalChunk, jpeg, manifest, packet, pdf, png, riff, textChunk } from './corpus.ts'
import { CHECKS, PACKS, packsOn, VIETNAM } from './lint-packs.ts'
import { isMarked, lint, type Marked } from './lint.ts'
import { type Registration, writePacket } from './own.ts'
import { sarif } from './sarif.ts'
import { scan } from './scan.ts'
import type { SignedReading } from './signed.ts'
import { SOURCE_TYPES } from './sourcetype.ts'
import { NAMESPACES } from './xmp.ts'

const FULL: Registration = { statement: 'created-by-ai', aiId: 'AI-2026-000042-K', contentId: '0123456789ab' }
const source = (value: string): string => packet(`xmlns:e="${NAMESPACES.Iptc4xmpExt}" e:DigitalSourceType="${value}"`)
const rules = (file: Marked): string[] => lint(file, [VIETNAM]).map((f) => f.rule.id.slice(-3))
const of = (bytes: Uint8Array): Marked => ({ scan: scan(bytes) })
const signed = (bytes: Uint8Array, reading: Partial<SignedReading>): Marked => ({
  scan: scan(bytes),
  signed: {
    engine: { name: 'c2pa-rs', version: '0' },
    manifest: 'read',
    intact: 'yes',
    signature: 'good',
    codes: [],
    ...reading,
  },
})
const store = jpeg({ jumbf: manifest(`${SOURCE_TYPES}trainedAlgorithmicMedia `) })
const cameraStore = jpeg({ jumbf: manifest(`${SOURCE_TYPES}digitalCapture `), xmp: writePacket(FULL) })
const WEBUI = textChunk('parameters', 'a\nSteps: 20, Sampler: Euler, Seed: 1')

test('the linter says of each file what the decree asks and the file lacks', () => {
  const cases: readonly (readonly [what: string, expected: readonly string[], file: Marked])[] = [
    ['nothing at all', ['001'], of(jpeg({}))],
    ['text of a generator only', ['002'], of(png([WEBUI]))],
    ['the statement and the system', ['012'], of(jpeg({ xmp: writePacket(FULL) }))],
    ['the statement alone', ['011', '012'], of(jpeg({ xmp: source(`${SOURCE_TYPES}trainedAlgorithmicMedia`) }))],
    [
      'text of a generator and the statement',
      ['012'],
      of(png([WEBUI, internationalChunk('XML:com.adobe.xmp', writePacket(FULL))])),
    ],
    ['the bare code', ['003', '011', '012'], of(jpeg({ xmp: source('trainedAlgorithmicMedia') }))],
    [
      'an address with https',
      ['003', '011', '012'],
      of(jpeg({ xmp: source(`${SOURCE_TYPES.replace('http', 'https')}trainedAlgorithmicMedia`) })),
    ],
    ['a code that is not on the list', ['001', '004'], of(jpeg({ xmp: source(`${SOURCE_TYPES}madeByMagic`) }))],
    ['a camera', ['001'], of(jpeg({ xmp: source(`${SOURCE_TYPES}digitalCapture`) }))],
    [
      'a camera and AI',
      ['005', '012'],
      of(
        png([
          internationalChunk('XML:com.adobe.xmp', source(`${SOURCE_TYPES}digitalCapture`)),
          internationalChunk('XML:com.adobe.xmp', writePacket(FULL)),
        ]),
      ),
    ],
    ['the label of GB 45438', ['012'], of(png([textChunk('AIGC', '{"Label":"1","ContentProducer":"0011"}')]))],
    ['a label that says perhaps', ['001'], of(png([textChunk('AIGC', '{"Label":"2"}')]))],
    ['a label nobody can read', ['001', '006'], of(png([textChunk('AIGC', '{Label')]))],
    ['a manifest that says so', ['011'], of(store)],
    ['a manifest that is silent about AI', ['007'], of(cameraStore)],
    [
      'a manifest with the bare code, as the engine accepts it',
      ['003'],
      signed(store, {
        sourceTypes: ['trainedAlgorithmicMedia'],
        registration: FULL,
        stampedAt: '2026-11-02T02:00:00.000Z',
      }),
    ],
    ['a signature without a time stamp', ['015'], signed(store, { registration: FULL, signature: 'good' })],
    ['a manifest that no longer fits', ['008'], signed(store, { intact: 'changed', registration: FULL })],
    ['a sound without a word', ['001'], of(riff('WAVE', [infoList({ ICMT: 'rain' })]))],
    ['a document', ['014'], of(pdf())],
    ['a file that was cut', ['001', '013'], of(jpeg({}).subarray(0, 12))],
  ]
  for (const [what, expected, file] of cases) assert.deepEqual(rules(file), expected, what)
})

test('what was there before the export must be there after it', () => {
  const before = { scan: scan(cameraStore) }
  assert.deepEqual(rules({ scan: scan(jpeg({})), before }), ['001', '009'])
  assert.deepEqual(rules({ scan: scan(jpeg({ xmp: writePacket(FULL) })), before }), ['010', '012'])
  assert.deepEqual(rules({ scan: scan(cameraStore), before }), ['007'])
})

test('a file without an error is marked as asked, whatever is advised', () => {
  const found = (bytes: Uint8Array) => isMarked(lint(of(bytes), [VIETNAM]))
  assert.equal(found(jpeg({ xmp: writePacket({ statement: 'edited-by-ai' }) })), true)
  assert.equal(found(jpeg({})), false)
  assert.equal(found(png([WEBUI])), false)
})

test('a pack holds from its first day', () => {
  assert.deepEqual(packsOn(day('2026-04-30')), [])
  assert.deepEqual(packsOn(day('2026-05-01')), [VIETNAM])
  assert.deepEqual(packsOn(day('2026-05-01'), ['EU']), [])
})

test('rules have ids of their own, words in both languages, and every check is asked for', () => {
  const all = PACKS.flatMap((pack) => pack.rules)
  assert.equal(new Set(all.map((r) => r.id)).size, all.length)
  assert.deepEqual(new Set(all.map((r) => r.check)), new Set(CHECKS))
  for (const { level, cite } of all) assert.ok(level !== 'error' || cite !== undefined)
})

test('findings become SARIF with rule, level and place', () => {
  const bytes = png([chunk('zzZZ', new Uint8Array(3)), WEBUI])
  const findings = lint(of(bytes), [VIETNAM])
  const log = JSON.parse(JSON.stringify(sarif([{ uri: 'umbrella.png', findings }], [VIETNAM], 'en'))) as {
    version: string
    runs: {
      tool: { driver: { rules: { id: string }[] } }
      results: {
        ruleId: string
        ruleIndex: number
        level: string
        locations: { physicalLocation: { region: { byteOffset: number; byteLength: number } } }[]
      }[]
    }[]
  }
  const [run] = log.runs
  const [result] = run?.results ?? []
  assert.equal(log.version, '2.1.0')
  assert.equal(result?.ruleId, 'VN-MARK-002')
  assert.equal(run?.tool.driver.rules[result?.ruleIndex ?? -1]?.id, 'VN-MARK-002')
  const { byteOffset = 0, byteLength = 0 } = result?.locations[0]?.physicalLocation.region ?? {}
  const text = new TextDecoder().decode(bytes.subarray(byteOffset, byteOffset + byteLength))
  assert.equal(text, 'a\nSteps: 20, Sampler: Euler, Seed: 1')
})
