import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { authority, certify, engine, signElsewhere } from '../../test/c2pa.ts'
import { C2PA_ENGINE, readSigned, type TrustList } from './c2pa.ts'
import { bytesOf, jpeg, manifest } from './corpus.ts'
import { look, lookupOf } from './look.ts'
import { asAssertion, writePacket } from './own.ts'
import { packsOn } from './lint-packs.ts'
import { withRegister } from './verdict.ts'
import type { Day } from '../base/day.ts'
import type { SignedReading } from './signed.ts'

/** Files that a signer made who shares no code with the reader (test/c2pa.ts), read by the real engine. */
const [national, world, stranger] = ['Cổng', 'C2PA', 'Stranger'].map(authority)
const lists: readonly TrustList[] = [
  { trust: 'national', roots: national?.roots ?? '' },
  { trust: 'c2pa', roots: world?.roots ?? '' },
]
const AI_ID = 'VN-7K3M-9QDX-4R'
const subject = { C: 'VN', O: 'Xưởng Ô', OU: AI_ID, CN: 'Xưởng Ô' }
const said = { statement: 'created-by-ai', aiId: AI_ID, contentId: '0123456789ab', provider: 'Xưởng Ô' } as const

const photo = jpeg({ comment: 'umbrella '.repeat(200) })

const read = (bytes: Uint8Array, trusted = lists): Promise<SignedReading> =>
  readSigned(engine(), { bytes, kind: 'jpeg', seen: true }, trusted)
const signedBy = (who: ReturnType<typeof authority> | undefined, more = {}) =>
  signElsewhere(photo, 'image/jpeg', certify({ subject, ...(who === undefined ? {} : { by: who.issuer }) }), {
    registration: asAssertion(said),
    ...more,
  })
let marked: Uint8Array
before(async () => {
  marked = await signedBy(national)
})

test('the engine is named as it names itself', async () => {
  const { WasmReader } = engine()
  const crJson = JSON.parse((await WasmReader.fromBytes('image/jpeg', marked)).crJson()) as { jsonGenerator: object }
  assert.deepEqual(crJson.jsonGenerator, C2PA_ENGINE)
})

test('a signer leads to the national root, to the list of C2PA, to a list of one’s own, or to none', async () => {
  const other: readonly TrustList[] = [...lists, { trust: 'other', roots: stranger?.roots ?? '' }]
  const trusts = async (who: ReturnType<typeof authority> | undefined, trusted = lists) =>
    (await read(await signedBy(who), trusted)).signer?.trust
  assert.deepEqual(
    await Promise.all([trusts(national), trusts(world), trusts(stranger), trusts(undefined), trusts(stranger, other)]),
    ['national', 'c2pa', 'untrusted', 'untrusted', 'other'],
  )
})

test('of a certificate of the portal the AI-ID is told, of any other nothing that its holder wrote into it', async () => {
  const { signer } = await read(marked)
  assert.deepEqual([signer?.aiId, signer?.organisation, signer?.name], [AI_ID, 'Xưởng Ô', 'Xưởng Ô'])
  assert.match(signer?.serial ?? '', /^2a[0-9a-f]{30}$/)
  assert.equal((await read(await signedBy(stranger))).signer?.aiId, undefined)
})

test('our assertion and the source type of the actions are read, and say that AI made it', async () => {
  const reading = await read(marked)
  assert.deepEqual(reading.registration, said)
  assert.deepEqual(reading.sourceTypes, ['http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia'])
  assert.deepEqual(
    reading.manifests?.[0]?.actions.map(({ action }) => action),
    ['c2pa.created'],
  )
})

/** Four answers about a file, as words. */
async function answers(bytes: Uint8Array) {
  const { verdict } = await look(bytes, { lists, packs: [], engines: [engine()] })
  return [verdict.found, verdict.intact, verdict.signer, verdict.register, verdict.about]
}

test('one changed byte is found wherever it is, and never called a fake', async () => {
  assert.deepEqual(await answers(marked), ['signed', 'yes', 'national', 'unchecked', 'created'])
  const behind = Uint8Array.from(marked)
  behind[behind.length - 40] = (behind[behind.length - 40] ?? 0) ^ 1
  assert.deepEqual((await answers(behind)).slice(0, 3), ['signed', 'changed', 'national'])
  const longer = new Uint8Array([...marked, 0])
  assert.deepEqual((await answers(longer)).slice(0, 2), ['signed', 'changed'])
  const id = Buffer.from(marked).indexOf(AI_ID, Buffer.from(marked).indexOf('saola:AiId'))
  const claimed = Uint8Array.from(marked)
  claimed[id + 4] = 0x39
  assert.deepEqual((await answers(claimed)).slice(0, 2), ['signed', 'changed'])
})

test('a signature by another key is no signature', async () => {
  const [who, thief] = [certify({ subject, by: national?.issuer ?? assert.fail() }), certify({ subject })]
  const forged = await signElsewhere(photo, 'image/jpeg', { ...who, key: thief.key })
  assert.deepEqual((await answers(forged)).slice(0, 3), ['signed', 'changed', 'invalid'])
})

test('a part with a broken manifest of its own is told, and does not break the whole', async () => {
  const part = Uint8Array.from(marked)
  part[part.length - 40] = (part[part.length - 40] ?? 0) ^ 1
  const whole = await signedBy(national, { ingredient: { bytes: part, format: 'image/jpeg', title: 'part.jpg' } })
  const reading = await read(whole)
  assert.deepEqual([reading.intact, reading.brokenIngredient], ['yes', true])
  const [first, second] = reading.manifests ?? []
  assert.equal(first?.ingredients[0]?.title, 'part.jpg')
  assert.equal(first?.ingredients[0]?.manifest, second?.label)
  assert.ok(first?.ingredients[0]?.problems.includes('assertion.dataHash.mismatch'))
})

test('without a manifest none is found, and a broken one is unreadable rather than absent', async () => {
  assert.deepEqual(await answers(photo), ['none', 'nothing', 'unsigned', 'no-id', 'unsaid'])
  const broken = jpeg({ jumbf: manifest('c2pa.actions') })
  const [found, intact] = await answers(broken)
  assert.deepEqual([found, intact], ['signed', 'unreadable'])
  assert.equal(
    (await readSigned(engine(), { bytes: bytesOf('junk'), kind: 'jpeg', seen: false }, [])).manifest,
    'absent',
  )
})

test('what a manifest says and where it leads is never fetched', async (t) => {
  const asked: unknown[] = []
  t.mock.method(globalThis, 'fetch', async (input: unknown) => {
    asked.push(input)
    throw new Error('no network')
  })
  const remote = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dcterms="http://purl.org/dc/terms/" dcterms:provenance="https://elsewhere.example/a.c2pa"/></rdf:RDF></x:xmpmeta>`
  assert.deepEqual((await answers(jpeg({ xmp: remote }))).slice(0, 2), ['none', 'nothing'])
  assert.equal((await read(jpeg({ xmp: remote }))).elsewhere, 'https://elsewhere.example/a.c2pa')
  await read(marked)
  assert.deepEqual(asked, [])
})

test('the register is asked about the numbers in the mark, and its answer is one of the four', async () => {
  const looked = await look(marked, { lists, packs: packsOn('2026-11-02' as Day), engines: [engine()] })
  const lookup = lookupOf(looked)
  assert.deepEqual([lookup?.aiId, lookup?.contentId], [AI_ID, said.contentId])
  assert.match(lookup?.certificate ?? '', /^2a/)
  const asOf = '2026-11-02T02:00:00.000Z'
  const suspended = { asOf, id: 'known', aiId: AI_ID, system: 'suspended', item: 'none' } as const
  assert.equal(withRegister(looked.verdict, suspended).register, 'suspended')
  assert.equal(withRegister(looked.verdict, { asOf, id: 'unknown' }).register, 'unknown-id')
  assert.deepEqual(
    looked.findings.filter(({ rule }) => rule.level === 'error'),
    [],
  )
  assert.equal(lookupOf(await look(photo, { lists, packs: [], engines: [] })), undefined)
})

test('two engines that differ are both shown, and the more cautious answer is given', async () => {
  const lenient = { WasmReader: { fromBytes: async () => Promise.reject(new Error('C2pa(JumbfNotFound)')) } }
  const { verdict } = await look(marked, { lists, packs: [], engines: [engine(), lenient] })
  assert.deepEqual(
    verdict.disagreements.map(({ question }) => question),
    ['found', 'intact', 'signer'],
  )
})

test('a mark in metadata alone is declared and cannot be proven', async () => {
  assert.deepEqual(await answers(jpeg({ xmp: writePacket(said) })), [
    ...['declared', 'unprovable', 'unsigned', 'unchecked', 'created'],
  ])
})
