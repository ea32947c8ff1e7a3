import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { canonical, type Json } from '../src/base/canonical.ts'
import { printBundle } from '../src/log/bundle.ts'
import { printCheckpoint } from '../src/log/checkpoint.ts'
import { cosign } from '../src/log/cosignature.ts'
import { toBase64, toHex, utf8 } from '../src/log/encoding.ts'
import { commitmentOf, judgeEvidence, parseEvidence, printEvidence, type Evidence } from '../src/log/evidence.ts'
import { leafHash, sha256, type Hash } from '../src/log/hash.ts'
import { parseKeys, toBase64Url } from '../src/log/jws.ts'
import { COSIGNATURE_V1, ED25519, printVerifierKey, signerFromSeed, verifierKey } from '../src/log/key.ts'
import { printNote, signNote, withSignatures, type Note } from '../src/log/note.ts'
import { isMet, parsePolicy } from '../src/log/policy.ts'
import { printProof, type LogProof } from '../src/log/proof.ts'
import { printTile, tilePath, tilesFor, type Tile } from '../src/log/tiles.ts'
import { proveInclusion, rootOfLeaves, type HashReader } from '../src/log/tree.ts'
import { rootFromInclusion } from '../src/log/verify.ts'
import { paperPortal } from './evidence.ts'

/**
 * Two programs, two authors, one answer: `verifiers/saola_verify.py` was written from the standards alone and asks
 * openssl; `src/log` is what the portal and its pages use. Where they differ, one of them is wrong.
 */
const SCRIPT = join(import.meta.dirname, '../verifiers/saola_verify.py')
const missing = [
  ['python3', '-c', 'import sys; sys.exit(sys.version_info < (3, 11))'],
  ['openssl', 'pkeyutl', '-help'],
].find(([program = '', ...args]) => spawnSync(program, args).status !== 0)
const skip = missing === undefined ? false : `${missing[0]} is not on this machine, or too old`
const folder = mkdtempSync(join(tmpdir(), 'saola-second-'))
after(() => rmSync(folder, { recursive: true, force: true }))

// ── the second implementation, asked ────────────────────────────────────────────────────────────────────────────────

interface Said {
  readonly verdict: 'green' | 'not-green' | 'waiting' | 'malformed'
  readonly malformed?: string
  readonly entry?: { readonly inclusion: string; readonly signature: string; readonly witnesses: string }
  readonly signature?: string
  readonly witnesses?: string
  readonly cosigned?: readonly string[]
  readonly content?: Readonly<Record<string, string>>
  readonly document?: { readonly signature: string; readonly payload: string }
  readonly root?: string
  readonly files?: { readonly same: number; readonly other: Readonly<Record<string, string>> }
}
let asked = 0
const place = (): string => {
  asked += 1
  const made = join(folder, String(asked))
  mkdirSync(made)
  return made
}

function python(args: readonly string[], cwd: string) {
  const env = { ...process.env, PYTHONPYCACHEPREFIX: join(folder, 'cache') }
  const options = { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 28, timeout: 110_000 } as const
  return spawnSync('python3', ['-W', 'error', ...args], options)
}

function ask(command: string, files: readonly (string | Uint8Array)[], policy = POLICY, keys = JWKS): readonly Said[] {
  const cwd = place()
  files.forEach((file, n) => {
    writeFileSync(join(cwd, String(n)), file)
  })
  writeFileSync(join(cwd, 'policy'), policy)
  writeFileSync(join(cwd, 'keys'), keys)
  const trust = ['--policy', 'policy', ...(command === 'evidence' ? ['--keys', 'keys'] : [])]
  const done = python([SCRIPT, command, ...files.map((_, n) => String(n)), ...trust, '--json'], cwd)
  assert.equal(done.stderr, '')
  const said = JSON.parse(done.stdout) as readonly Said[]
  const worst = Math.max(...said.map(({ verdict }) => (verdict === 'green' ? 0 : verdict === 'malformed' ? 2 : 1)))
  assert.equal(done.status, worst)
  return said
}

/** The answers of both, in one shape: what a disagreement would show. */
type Answers = { readonly malformed: true } | Readonly<Record<string, unknown>>

function ofPython({ verdict, entry, cosigned, content, document }: Said): Answers {
  if (verdict === 'malformed') return { malformed: true }
  return { ...entry, cosigned, content, document, holds: verdict === 'green' }
}

function ofOurs(file: string | Uint8Array, policy = POLICY, keys = JWKS): Answers {
  // Bytes, as they come from a file: reading them as text is part of what may differ.
  const bytes = typeof file === 'string' ? utf8(file) : file
  const [evidence, trusted, known] = [parseEvidence(bytes), parsePolicy(policy), parseKeys(keys)]
  assert.ok(trusted.ok && known.ok)
  if (!evidence.ok) return { malformed: true }
  const judged = judgeEvidence(evidence.value, { policy: trusted.value, keys: known.value })
  return {
    inclusion: judged.inclusion,
    signature: judged.signature,
    witnesses: judged.witnesses.is,
    cosigned: judged.witnesses.cosigned.map(({ name }) => name).sort(),
    content: judged.content,
    document: { signature: judged.document.signature, payload: judged.document.match },
    holds: judged.holds,
  }
}

function assertAgreed(files: readonly (string | Uint8Array)[], policy = POLICY, keys = JWKS): readonly Answers[] {
  const said = ask('evidence', files, policy, keys).map(ofPython)
  const ours = files.map((file) => ofOurs(file, policy, keys))
  said.forEach((answers, n) => {
    assert.deepEqual(answers, ours[n], `file ${n}:\n${file(files[n])}`)
  })
  return ours
}
const file = (bytes: string | Uint8Array = ''): string =>
  (typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8')).slice(0, 3000)

// ── a log, its witnesses, its entries ───────────────────────────────────────────────────────────────────────────────

const ORIGIN = 'umbrellas.example/log'
const seed = (n: number): Uint8Array => new Uint8Array(32).fill(n)
const log = signerFromSeed(ORIGIN, ED25519, seed(1))
const newer = signerFromSeed(ORIGIN, ED25519, seed(2))
const unlisted = signerFromSeed(ORIGIN, ED25519, seed(8))
const stranger = signerFromSeed('stranger.example/log', ED25519, seed(9))
const watchers = [3, 4, 5].map((n) => signerFromSeed(`w${n}.example`, COSIGNATURE_V1, seed(n)))
const [w3 = assert.fail(), w4 = assert.fail(), w5 = assert.fail()] = watchers

const policyText = (quorum: string, logs = [log, newer]): string =>
  [
    ...logs.map(({ key }) => `log ${printVerifierKey(key)}`),
    ...[w3, w4, w5].map(({ key }) => `witness ${key.name.slice(0, 2)} ${printVerifierKey(key)}`),
    'group two 2 w3 w4 w5',
    `quorum ${quorum}`,
    '',
  ].join('\n')
const POLICY = policyText('two')

const portal = generateKeyPairSync('ed25519')
const elsewhere = generateKeyPairSync('ed25519')
const jwk = (kid: string, key: KeyObject) => ({ kty: 'OKP', crv: 'Ed25519', x: key.export({ format: 'jwk' }).x, kid })
const JWKS = JSON.stringify({ keys: [{ ...jwk('portal', portal.publicKey), use: 'sig', from: '2026-11-01' }] })
function jws(payload: string, header: Json = { alg: 'EdDSA', kid: 'portal' }, key = portal.privateKey): string {
  const signed = [typeof header === 'string' ? header : JSON.stringify(header), payload]
    .map((part) => toBase64Url(utf8(part)))
    .join('.')
  return `${signed}.${toBase64Url(sign(null, utf8(signed), key))}`
}

/** The same numbers on every run, so that a disagreement can be looked at again. */
function* numbers(start: string): Generator<number, never> {
  for (let round = 0; ; round += 1)
    for (const byte of createHash('sha256').update(`${start} ${round}`).digest()) yield byte
}
const chance = numbers('umbrella')
const below = (end: number): number =>
  ((chance.next().value * 256 + chance.next().value) * 256 + chance.next().value) % end
const saltOf = (n: number): string => toBase64Url(sha256(utf8(`salt ${n}`)))

interface Umbrella {
  readonly entry: string
  readonly opened: Evidence['opened']
}
function umbrella(n: number): Umbrella {
  const opened = {
    receipt: { salt: saltOf(2 * n), value: { number: n, item: `Ô số ${n}`, weight: n / 7 } },
    public: { salt: saltOf(2 * n + 1), value: { colour: ['đỏ', '🐂', below(1000)] } },
  }
  const groups = { receipt: commitmentOf(opened.receipt), public: commitmentOf(opened.public) }
  return { entry: canonical({ type: 'umbrella.lent', subject: `U-${n}`, at: '2026-11-22T08:00:00Z', groups }), opened }
}
const umbrellas = Array.from({ length: 130 }, (_, n) => umbrella(n))
const leaves = umbrellas.map(({ entry }) => leafHash(utf8(entry)))
const nodes = new Map<string, Hash>()
function nodeAt(level: number, index: number): Hash {
  const name = `${level}/${index}`
  const node = nodes.get(name) ?? rootOfLeaves(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))
  nodes.set(name, node)
  return node
}
const read: HashReader = (places) => Promise.resolve(places.map(({ level, index }) => nodeAt(level, index)))

interface Wish {
  readonly size?: number
  readonly root?: Hash
  readonly origin?: string
  readonly extensions?: readonly string[]
  readonly by?: readonly (typeof log)[]
  readonly seenBy?: readonly (typeof w3)[]
  readonly jws?: string
  readonly keys?: Evidence['keys']
  readonly entry?: string
  readonly opened?: Evidence['opened']
  readonly note?: (note: Note) => Note
}
function noteOf({ size = 100, origin = ORIGIN, extensions = [], by = [log], seenBy = [w3, w4], ...wish }: Wish): Note {
  const root = wish.root ?? rootOfLeaves(leaves.slice(0, size))
  const signed = signNote(printCheckpoint({ origin, size, root, extensions }), by)
  const note = withSignatures(
    signed,
    seenBy.map((witness) => cosign(signed.text, 1_700_000_000, witness)),
  )
  return wish.note?.(note) ?? note
}
async function proofOf(index: number, wish: Wish = {}): Promise<Omit<LogProof, 'extra'>> {
  const { size = 100, origin = ORIGIN, extensions = [] } = wish
  const path = index < size ? await proveInclusion(index, size, read) : []
  const note = noteOf(wish)
  const root = wish.root ?? rootOfLeaves(leaves.slice(0, size))
  return { index, path, signed: { checkpoint: { origin, size, root, extensions }, note } }
}
async function evidence(index: number, wish: Wish = {}): Promise<string> {
  const made = umbrellas[index] ?? assert.fail()
  const { entry = made.entry, opened = made.opened, keys } = wish
  const paper = wish.jws ?? jws(canonical(made.opened.receipt?.value ?? assert.fail()))
  return printEvidence({ proof: await proofOf(index, wish), entry, opened, jws: paper, ...(keys && { keys }) })
}
/** An extra line that our own printer would not make. */
async function evidenceSaying(index: number, extra: string | Uint8Array, wish: Wish = {}): Promise<string> {
  return printProof({ ...(await proofOf(index, wish)), extra: typeof extra === 'string' ? utf8(extra) : extra })
}

// ── agreement ───────────────────────────────────────────────────────────────────────────────────────────────────────

test('the second verifier compiles without a warning', { skip }, () => {
  const done = python(['-m', 'py_compile', SCRIPT], folder)
  assert.deepEqual([done.status, done.stderr], [0, ''])
})

test('every entry of every tree of 1 to 66 entries is included for both', { skip }, async () => {
  const files: string[] = []
  const ours: boolean[] = []
  for (let size = 1; size <= 66; size += 1) {
    const root = rootOfLeaves(leaves.slice(0, size))
    const note = noteOf({ size })
    const checkpoint = { origin: ORIGIN, size, root, extensions: [] }
    for (let index = 0; index < size; index += 1) {
      const path = await proveInclusion(index, size, read)
      const { entry, opened } = umbrellas[index] ?? assert.fail()
      files.push(printEvidence({ proof: { index, path, signed: { checkpoint, note } }, entry, opened }))
      const derived = rootFromInclusion(index, size, leaves[index] ?? assert.fail(), path)
      ours.push(derived !== undefined && toHex(derived) === toHex(root))
    }
  }
  assert.ok(ours.every(Boolean))
  for (const [n, said] of ask('evidence', files).entries()) assert.equal(said.verdict, 'green', files[n])
})

test('who signed, who looked, and what is not there yet: the same answers in the same words', { skip }, async () => {
  const good = await evidence(7)
  const falseLog = { ...stranger, key: log.key }
  const falseWitness = { ...w5, key: w4.key }
  const lateTime = (note: Note): Note => ({
    ...note,
    signatures: note.signatures.map((line) =>
      line.name === 'w4.example'
        ? { ...line, bytes: Uint8Array.from(line.bytes, (b, n) => (n === 0 ? 0x7f : b)) }
        : line,
    ),
  })
  const doubled = (note: Note): Note => ({ ...note, signatures: [...note.signatures, ...note.signatures] })
  const times = (note: Note): Note => withSignatures(note, [cosign(note.text, 1_700_000_500, w4)])
  const answers = assertAgreed([
    good,
    await evidence(7, { by: [newer] }),
    await evidence(7, { by: [log, newer] }),
    await evidence(7, { by: [log, unlisted, stranger] }),
    await evidence(7, { by: [unlisted] }),
    await evidence(7, { by: [falseLog] }),
    await evidence(7, { by: [newer, falseLog] }),
    await evidence(7, { origin: 'stranger.example/log', by: [stranger] }),
    await evidence(7, { origin: 'stranger.example/log', by: [log] }),
    await evidence(7, { origin: 'stranger.example/log', by: [falseLog, stranger] }),
    await evidence(7, { seenBy: [w3] }),
    await evidence(7, { seenBy: [] }),
    await evidence(7, { seenBy: [w3, w4, w5] }),
    await evidence(7, { seenBy: [w3, w5, falseWitness] }),
    await evidence(7, { note: lateTime }),
    await evidence(7, { note: doubled }),
    await evidence(7, { note: times }),
    await evidence(7, { extensions: ['written for someone else'] }),
    await evidence(120),
    await evidence(100),
    await evidence(0, { size: 0 }),
    await evidence(7, { root: sha256(utf8('another root')) }),
    await evidence(7, { entry: umbrellas[8]?.entry ?? '' }),
    printProof({ ...(await proofOf(99)), index: 100 }),
  ])
  const entry = (n: number) => {
    const found = answers[n] ?? assert.fail()
    return 'inclusion' in found ? [found.inclusion, found.signature, found.witnesses, found.holds] : found
  }
  assert.deepEqual([0, 1, 4, 5, 6, 7, 10, 13, 18, 21].map(entry), [
    ['included', 'good', 'enough', true],
    ['included', 'good', 'enough', true],
    ['included', 'absent', 'enough', false],
    ['included', 'wrong', 'enough', false],
    ['included', 'wrong', 'enough', false],
    ['included', 'unknown-log', 'enough', false],
    ['included', 'good', 'too-few', false],
    ['included', 'good', 'wrong', false],
    ['not-yet', 'good', 'enough', false],
    ['wrong', 'good', 'enough', false],
  ])
  const others = [good, await evidence(7, { seenBy: [] }), await evidence(7, { seenBy: [w3, w5, falseWitness] })]
  for (const quorum of ['none', 'w3', 'w5', 'two']) assertAgreed(others, policyText(quorum))
  assertAgreed(others, policyText('two', [newer]))
  assertAgreed(others, policyText('two', []))
  // A reader may trust two logs: one does not speak for the other.
  const both = [await evidence(7, { by: [log, stranger] }), await evidence(7, { by: [stranger] })]
  assert.deepEqual(
    assertAgreed(both, policyText('two', [log, stranger])).map((answer) => 'signature' in answer && answer.signature),
    ['good', 'absent'],
  )
})

test('a group that was erased: only an act of the same log that names it makes it so', { skip }, () => {
  const first = umbrellas[0] ?? assert.fail()
  const mine = leafHash(utf8(first.entry))
  const act = (groups: Json, more: Readonly<Record<string, Json>> = {}): string =>
    canonical({
      ...{ type: 'erasure.system', subject: 'U-0', at: '2026-11-23T08:00:00Z', groups: {} },
      ...{ erases: { tombstone: 'T-2026-000001', fields: ['colour'], groups }, ...more },
    })
  const kept = toHex(sha256(utf8('what was left')))
  const other = toHex(leafHash(utf8(umbrellas[1]?.entry ?? '')))
  const written = (tombstone: string, buried: Readonly<Record<string, Json>> = {}, opened = {}): string => {
    const its = leafHash(utf8(tombstone))
    const root = rootOfLeaves([mine, its])
    const checkpoint = { origin: ORIGIN, size: 2, root, extensions: [] }
    const erased = { receipt: { entry: tombstone, index: 1, path: [toBase64(mine)], ...buried } }
    const extra = utf8(canonical({ type: 'saola.evidence.v1', entry: first.entry, opened, erased }))
    return printProof({ index: 0, path: [its], signed: { checkpoint, note: noteOf({ size: 2, root }) }, extra })
  }
  const names = act([[toHex(mine), 'receipt', kept]])
  const { public: shown } = first.opened
  const answers = assertAgreed([
    written(names, {}, { public: shown }),
    written(act([[toHex(mine), 'receipt']])),
    written(act([[toHex(mine), 'public']])),
    written(act([[other, 'receipt', kept]])),
    written(act([])),
    written(names, { index: 0 }),
    written(names, { index: 2 }),
    written(names, { path: [] }),
    written(names, { path: [toBase64(sha256(utf8('elsewhere')))] }),
    written(names, {}, { public: { ...shown, value: 'other' } }),
    // What has no form:
    written(names, {}, { receipt: first.opened.receipt }),
    written(names, { more: true }),
    written(names, { index: -1 }),
    written(names, { path: ['x'] }),
    written(first.entry),
    written(act([[toHex(mine), 'receipt', 'x']])),
    written(act([[toHex(mine)]])),
    written(act([[toHex(mine), 'Receipt']])),
    written(act([], { erases: { tombstone: 't 1', fields: [], groups: [] } })),
    written(act([], { erases: { tombstone: 'T-1', fields: [1], groups: [] } })),
    written(act([], { erases: { tombstone: 'T-1', groups: [] } })),
  ])
  assert.deepEqual(
    answers.map((one) => ('content' in one ? [one.content, one.holds] : 'malformed')),
    [
      [{ public: 'holds', receipt: 'erased' }, true],
      [{ receipt: 'erased' }, true],
      ...Array.from({ length: 7 }, () => [{ receipt: 'erased-unproven' }, false]),
      [{ public: 'differs', receipt: 'erased' }, false],
      ...Array.from({ length: 11 }, () => 'malformed'),
    ],
  )
})

test('a note that bears the false line of another log one trusts', { skip }, async () => {
  const falseOther = { ...log, key: stranger.key }
  const files = [
    await evidence(7, { by: [log, falseOther] }),
    await evidence(7, { by: [falseOther] }),
    await evidence(7, { by: [falseOther], origin: 'third.example/log' }),
  ]
  assert.deepEqual(
    assertAgreed(files, policyText('two', [log, stranger])).map((answer) => 'signature' in answer && answer.signature),
    ['wrong', 'wrong', 'unknown-log'],
  )
})

test('groups and documents: what holds, differs or is bound to nothing', { skip }, async () => {
  const { entry, opened } = umbrellas[7] ?? assert.fail()
  const receipt = opened.receipt ?? assert.fail()
  const payload = canonical(receipt.value)
  const { x = '' } = jwk('', portal.publicKey)
  const files = [
    await evidence(7, { opened: {} }),
    await evidence(7, { opened: { receipt } }),
    await evidence(7, { opened: { receipt: { ...receipt, value: { number: 8 } } } }),
    await evidence(7, { opened: { receipt: { ...receipt, salt: saltOf(1) } } }),
    await evidence(7, { opened: { ...opened, toString: receipt } }),
    await evidence(7, { opened: { document: receipt } }),
    await evidence(7, { opened: { public: opened.public ?? assert.fail() } }),
    await evidence(7, { jws: jws(payload, { alg: 'EdDSA', kid: 'another' }) }),
    await evidence(7, { jws: jws(payload, { alg: 'EdDSA', kid: 'portal' }, elsewhere.privateKey) }),
    await evidence(7, { jws: jws(`${payload} `) }),
    await evidence(7, { jws: jws(canonical({ number: 8 })) }),
    await evidence(7, { jws: jws('"umbrella') }),
    await evidence(7, { jws: jws(payload, { alg: 'none', kid: 'portal' }) }),
    await evidence(7, { jws: jws(payload, { alg: 'EdDSA' }) }),
    await evidence(7, { jws: jws(payload, { alg: 'EdDSA', kid: 'portal', crit: ['b64'], b64: false }) }),
    await evidence(7, { jws: jws(payload, { alg: 'EdDSA', kid: 'portal', typ: 'JWT' }) }),
    await evidence(7, { jws: jws(`\ufeff${payload}`) }),
    await evidence(7, { jws: jws(payload, '{"alg":"EdDSA","kid":"another","kid":"portal"}') }),
    await evidence(7, { jws: jws(payload, '{"alg":"none","kid":"portal","alg":"EdDSA"}') }),
    await evidence(7, { jws: jws(payload, '\ufeff{"alg":"EdDSA","kid":"portal"}') }),
    await evidence(7, { jws: jws(payload, ' {"kid" : "portal", "alg" : "EdDSA"} ') }),
    await evidence(7, { jws: jws(payload, '{"alg":"EdDSA","kid":"portal","n":1e400}') }),
    await evidence(7, { jws: jws(payload, '{"alg":"EdDSA","kid":"\\ud800"}') }),
    await evidence(7, { jws: jws(payload, '[]') }),
    await evidence(7, { jws: jws(payload, 'NaN') }),
    await evidence(7, { jws: jws(`${payload.slice(0, -1)},"number":7}`) }),
    await evidence(7, { jws: jws(payload).replace(/\.[^.]*$/, '.') }),
    await evidence(7, { jws: `${jws(payload)}=` }),
    await evidence(7, { jws: '..' }),
    await evidence(7, { jws: '' }),
    await evidence(7, { keys: [{ kty: 'OKP', crv: 'Ed25519', x, kid: 'portal' }] }),
  ]
  const answers = assertAgreed(files)
  assert.deepEqual(
    [1, 2, 5, 6, 7, 8, 10].map((n) => (answers[n] as { document?: unknown }).document),
    [
      { signature: 'good', payload: 'matches' },
      { signature: 'good', payload: 'differs' },
      { signature: 'good', payload: 'matches' },
      { signature: 'good', payload: 'not-bound' },
      { signature: 'key-unknown', payload: 'matches' },
      { signature: 'wrong', payload: 'matches' },
      { signature: 'good', payload: 'differs' },
    ],
  )
  // A key set may hold what we cannot use, two keys of one name, or nothing.
  const other = jwk('portal', elsewhere.publicKey)
  const mine = jwk('portal', portal.publicKey)
  for (const keys of [
    [],
    [other],
    [other, mine],
    [{ ...mine, x: 'AAAA' }],
    [{ ...mine, x: `${x}=` }],
    [{ ...mine, kty: 'EC' }, 7, null],
    [{ ...mine, x: toBase64Url(Uint8Array.of(1, ...new Uint8Array(31))) }],
  ])
    assertAgreed(files.slice(0, 2), POLICY, JSON.stringify({ keys }))

  const whole = { type: 'saola.evidence.v1', entry, opened: {} }
  const odd: readonly Json[] = [
    { ...whole, type: 'saola.evidence.v2' },
    { ...whole, more: 1 },
    { ...whole, opened: null },
    { ...whole, opened: [] },
    { ...whole, jws: null },
    { ...whole, keys: [] },
    { ...whole, keys: [{ kty: 'OKP' }] },
    { ...whole, entry: 7 },
    { ...whole, entry: '' },
    { ...whole, entry: '{}' },
    { ...whole, entry: `${entry} ` },
    { ...whole, entry: entry.replace('"type"', '"type":"umbrella.lost","type"') },
    { ...whole, entry: canonical({ ...(JSON.parse(entry) as object), more: 'x' }) },
    { ...whole, entry: canonical({ ...(JSON.parse(entry) as object), ruleSet: 'r1' }) },
    { ...whole, entry: canonical({ ...(JSON.parse(entry) as object), groups: { a: 'FF' } }) },
    { ...whole, entry: canonical({ type: 't', subject: 's', at: 'a', groups: { a: 'x'.repeat(70_000) } }) },
    { ...whole, entry: canonical({ type: 't', subject: 's'.repeat(70_000), at: 'a', groups: {} }) },
    { ...whole, opened: { receipt: { ...receipt, salt: `${receipt.salt}=` } } },
    { ...whole, opened: { receipt: { ...receipt, salt: toBase64Url(new Uint8Array(31)) } } },
    { ...whole, opened: { receipt: { ...receipt, salt: '' } } },
    { ...whole, opened: { receipt: { salt: receipt.salt } } },
    { ...whole, opened: { receipt: { ...receipt, more: 1 } } },
    { ...whole, opened: { ['__proto__']: { salt: receipt.salt, value: 1 } } },
    { ...whole, opened: Object.fromEntries(Array.from({ length: 17 }, (_, n) => [`g${n}`, receipt])) },
    { ...whole, opened: Object.fromEntries(Array.from({ length: 16 }, (_, n) => [`g${n}`, receipt])) },
    [],
    null,
  ]
  const texts = [
    ...odd.map(canonical),
    ...[28, 29, 30, 31, 32, 33].map((deep) =>
      canonical({ ...whole, opened: { receipt: { ...receipt, value: nested(deep) } } }),
    ),
    canonical(whole),
    ` ${canonical(whole)}`,
    canonical(whole).replace('"opened"', '"opened":{},"opened"'),
    canonical({ ...whole, opened: { receipt: { ...receipt, value: 'x' } } }).replace('"x"', '"\\ud800"'),
    canonical({ ...whole, opened: { receipt: { ...receipt, value: 'x' } } }).replace('"x"', '"\\u0078"'),
    canonical({ ...whole, opened: { receipt: { ...receipt, value: 1 } } }).replace(':1}', ':1e400}'),
    canonical({ ...whole, opened: { receipt: { ...receipt, value: 1 } } }).replace(':1}', ':-0}'),
    canonical({ ...whole, opened: { receipt: { ...receipt, value: 1 } } }).replace(':1}', ':1.0}'),
    canonical({ ...whole, opened: { receipt: { ...receipt, value: 1 } } }).replace(':1}', ':9007199254740993}'),
    '',
    'null',
  ]
  const extras = [...texts, `\ufeff${canonical(whole)}`, Uint8Array.of(0xff, 0xfe)]
  assertAgreed(await Promise.all(extras.map((extra) => evidenceSaying(7, extra))))
})
const nested = (deep: number): Json => (deep === 0 ? 1 : [nested(deep - 1)])

test('values of any kind have one canonical form for both', { skip }, async () => {
  const values = [
    ...fc.sample(fc.jsonValue({ maxDepth: 4 }), { numRuns: 300, seed: 142 }),
    ...fc.sample(fc.double({ noNaN: true, noDefaultInfinity: true }), { numRuns: 300, seed: 134 }),
    ...[-0, 5e-324, 1e21, 1e20, 1e-6, 1e-7, 123e-20, 2 ** 53, 1e23 / 3, '\u2028\u007f\u0000\ufeff', '"\\/\b'],
    { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 },
  ] as readonly Json[]
  // One proof for all: what an entry holds is answered apart from whether it is in the log.
  const proof = await proofOf(7)
  const files = values.map((value, n) => {
    const opening = { salt: saltOf(n), value }
    const groups = { said: commitmentOf(opening) }
    const entry = canonical({ type: 'umbrella.described', subject: `U-${n}`, at: '2026-11-22', groups })
    return printEvidence({ proof, entry, opened: { said: opening } })
  })
  for (const [n, { content }] of ask('evidence', files).entries()) {
    assert.deepEqual(content, { said: 'holds' }, JSON.stringify(values[n]))
  }
})

test('five hundred spoilt proofs: both refuse, doubt or accept the same ones', { skip }, async () => {
  const originals = await Promise.all([
    evidence(7),
    evidence(0, { size: 1, seenBy: [w3, w4, w5] }),
    evidence(63, { size: 64, by: [newer, log] }),
    evidence(99, { seenBy: [w3] }),
    evidence(120),
    evidence(7, { origin: 'stranger.example/log', by: [stranger] }),
  ])
  const spoilt = Array.from({ length: 500 }, (_, n) => spoil(originals[n % originals.length] ?? assert.fail()))
  const answers = assertAgreed(spoilt)
  const malformed = answers.filter((answer) => 'malformed' in answer).length
  assert.ok(malformed > 50 && malformed < 450, `${malformed} of 500 cannot be read: the sample says little`)
  const green = answers.filter((answer) => 'holds' in answer && answer.holds).length
  assert.ok(green < 100, `${green} of 500 still hold`)
})

/** One thing about a text is changed, somewhere between a bit and a line. */
function spoil(text: string): string {
  const lines = text.split('\n')
  const at = below(text.length)
  // Most letters stand in the extra line, so lines are chosen first.
  const row = below(lines.length)
  const line = lines[row] ?? ''
  const spot = below(line.length + 1)
  const put = (changed: string) => lines.with(row, changed).join('\n')
  const letters = 'AQgwz+/=09 \u2014\u00a0\r\té'
  const letter = letters[below(letters.length)] ?? ''
  const kinds: readonly (() => string)[] = [
    () => put(line.slice(0, spot) + letter + line.slice(spot + 1)),
    () => put(line.slice(0, spot) + letter + line.slice(spot)),
    () => put(line.slice(0, spot) + line.slice(spot + 1)),
    () => lines.toSpliced(row, 1).join('\n'),
    () => lines.toSpliced(row, 0, line).join('\n'),
    () => lines.toSpliced(row, 0, lines[below(lines.length)] ?? '').join('\n'),
    () => lines.toSpliced(row, 1, lines[row + 1] ?? '', line).join('\n'),
    () => text.slice(0, at),
    () => text + letter,
    () => text.replace(/^index (\d+)$/m, (_, index: string) => `index ${Number(index) + below(3) - 1}`),
    () => text.replace(/^(\d+)$/m, (size: string) => String(Number(size) + below(3) - 1)),
    () => put(swapCase(line, spot)),
  ]
  return (kinds[below(kinds.length)] ?? assert.fail())()
}
const swapCase = (line: string, at: number): string => {
  const [sign = ''] = line.slice(at)
  const swapped = sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase()
  return line.slice(0, at) + swapped + line.slice(at + 1)
}

test('two hundred receipts with their proofs hold for both, and none with a character changed', { skip }, async () => {
  const office = paperPortal()
  const { policy: trusted, keys } = office.witnessed
  const policy = [
    ...trusted.logs.map(({ key }) => `log ${printVerifierKey(key)}`),
    ...trusted.witnesses.map(({ name, key }) => `witness ${name} ${printVerifierKey(key)}`),
    'quorum rain\n',
  ].join('\n')
  const papers = await office.evidence(Array.from({ length: 200 }, (_, n) => office.receipt(n)))
  const files = papers.map(printEvidence)
  const known = JSON.stringify({ keys })
  const good = assertAgreed(files, policy, known)
  assert.ok(good.every((answers) => 'holds' in answers && answers.holds === true))
  const spoilt = files.map((text, n) => {
    const at = (n * 7919 + 13) % text.length
    return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
  })
  assert.ok(!assertAgreed(spoilt, policy, known).some((answers) => 'holds' in answers && answers.holds === true))
})

test('spoilt notes: odd signatures, odd names, odd lengths', { skip }, async () => {
  const good = await evidence(7)
  const end = good.lastIndexOf('\n\n') + 2
  const [head, lines] = [good.slice(0, end), good.slice(end)]
  const [own = ''] = lines.split('\n')
  const proof = await proofOf(7)
  const first = proof.signed.note.signatures[0] ?? assert.fail()
  const line = (name: string, bytes: Uint8Array) => `— ${name} ${toBase64(bytes)}\n`
  const cut = head.lastIndexOf('\n\n', head.length - 3) + 2
  const withText = (text: string): string => head.slice(0, cut) + text + lines
  const [origin = '', size = '', root = ''] = head.slice(cut).split('\n')
  const short = withText(`${origin}\n${size}\n${root}\n\n\n`).length - cut
  const sized = (length: number): string => withText(`${origin}\n${size}\n${root}\n${'x'.repeat(length - short)}\n\n`)
  const signed = (count: number): string => good + line('unknown', new Uint8Array(9)).repeat(count - 3)
  const limits = assertAgreed([sized(1_000_000), sized(1_000_001), signed(100), signed(101)])
  assert.deepEqual(
    limits.map((answer) => ('signature' in answer ? answer.signature : 'malformed')),
    ['wrong', 'malformed', 'good', 'malformed'],
  )
  assertAgreed([
    ...[head, `${head}\n`, head.slice(0, -1), `${good}\n`, `${good} `, good.slice(0, -1), `\ufeff${good}`],
    ...[good.replaceAll('\n', '\r\n'), good.replace('—', '-'), good.replace('— ', '—'), good.replace('— ', '—  ')],
    good + line('w5.example', new Uint8Array(4)),
    good + line('w5.example', new Uint8Array(5)),
    good + line('w5+example', new Uint8Array(80)),
    good + line('w5\u00a0example', new Uint8Array(80)),
    good + line('w5\u0085example', new Uint8Array(80)),
    good + line('w5\u3000example', new Uint8Array(80)),
    good + line('w5\ufeffexample', new Uint8Array(80)),
    good + line('w5\u200bexample', new Uint8Array(80)),
    good + line('w5\u2028example', new Uint8Array(80)),
    good + line('w5\u007fexample', new Uint8Array(80)),
    good + line('w5\u001cexample', new Uint8Array(80)),
    good + line('nhân-chứng', new Uint8Array(80)),
    good + own.replace(/ [^ ]+$/, '\n'),
    good + own.replace(/=+$/, '\n'),
    withText(`${origin}\n${size}\n\n`),
    withText(`${origin}\n${size}\n${root}\n\nmore\n\n`),
    withText(`\n${size}\n${root}\n\n`),
    withText(`${origin}\n0${size}\n${root}\n\n`),
    withText(`${origin}\n+${size}\n${root}\n\n`),
    withText(`${origin}\n${size}\n${root.slice(4)}\n\n`),
    withText(`${origin}\n${size}\n${root.replace('=', '')}\n\n`),
    withText(`${origin}\n9007199254740991\n${root}\n\n`),
    withText(`${origin}\n9007199254740992\n${root}\n\n`),
    withText(`two words\n${size}\n${root}\n\n`),
    withText(`a+b\n${size}\n${root}\n\n`),
    withText(`${origin}\n0\n${root}\n\n`),
    withText(`${origin}\n${size}\n${root}\n \n\n`),
    good.replace('index 7', 'index 07'),
    good.replace('index 7', 'index 9007199254740992'),
    good.replace('index 7', 'index ٧'),
    good.replace('tlog-proof@v1', 'tlog-proof@v2'),
    good.replace('extra ', 'extra  '),
    good.replace(/^extra .*\n/m, ''),
    good.replace(/^extra .*$/m, 'extra '),
    good.replace(/^extra (.*)$/m, 'extra $1\nextra $1'),
    printProof({ ...proof, path: Array.from({ length: 63 }, () => proof.path[0] ?? assert.fail()), extra: utf8('{}') }),
    good.replace('index 7\n', `index 7\n${`${root}\n`.repeat(57)}`),
    // RFC 8032 section 5.1.7: S must be below the order of the group, or every signature has a twin.
    await evidence(7, {
      note: (note) => ({ ...note, signatures: [{ ...first, bytes: twin(first.bytes) }, ...note.signatures.slice(1)] }),
    }),
    Uint8Array.from([...utf8(good), 0xc3, 0x28, 0x0a]),
  ])
})

const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n
function twin(signature: Uint8Array): Uint8Array {
  let s = ORDER
  signature.slice(32).forEach((byte, n) => {
    s += BigInt(byte) << BigInt(8 * n)
  })
  return Uint8Array.from(signature, (byte, n) => (n < 32 ? byte : Number((s >> BigInt(8 * (n - 32))) & 255n)))
}

test('a key under which anyone can sign makes nobody’s signature good', { skip }, async () => {
  const little = (value: bigint): Uint8Array =>
    Uint8Array.from({ length: 32 }, (_, n) => Number((value >> BigInt(8 * n)) & 255n))
  const p = 2n ** 255n - 19n
  // Of order 1, 2, 4 and 8; the first again in a second spelling; and a number that is no point at all.
  const eight = BigInt('0x05fc536d880238b13933c6d3acdfd5f098eff289f4c345b027b2c28f95e826')
  for (const y of [1n, p - 1n, 0n, eight, p - eight, p + 1n, 1n + 2n ** 255n, 2n]) {
    const key = verifierKey(ORIGIN, ED25519, little(y))
    // R is the neutral element and S is nought: with A of order 1 this signs everything.
    const nobody = { key, sign: () => Uint8Array.from({ length: 64 }, (_, n) => (n === 0 ? 1 : 0)) }
    const policy = `log ${printVerifierKey(key)}\nquorum none\n`
    const [answers] = assertAgreed([await evidence(7, { by: [nobody] })], policy)
    assert.deepEqual(answers && 'signature' in answers && answers.signature, 'wrong')
  }
})

test('policies: both read the same ones, and ask for the same witnesses', { skip }, () => {
  const [a, b, c] = [w3, w4, w5].map(({ key }) => printVerifierKey(key))
  const three = `witness w3 ${a}\nwitness w4 ${b}\nwitness w5 ${c}\n`
  const own = `log ${printVerifierKey(log.key)}`
  const asWitness = printVerifierKey(verifierKey('both.example', COSIGNATURE_V1, log.key.bytes))
  const asLog = printVerifierKey(verifierKey('other.example/log', ED25519, log.key.bytes))
  const odd = [
    ...['', '\n', 'quorum none', 'quorum none\n', 'quorum none\nquorum none\n', 'quorum\n', 'quorum none none\n'],
    ...[' \t quorum \t none \t\n', '# chú thích\nquorum none\n', '  #x\nquorum none\n', 'quorum none # no\n'],
    ...['quorum none\r\n', 'quorum\u00a0none\n', 'quorum none\n\u007f\n', '\ufeffquorum none\n', 'Quorum none\n'],
    ...['quorum w3\n', `quorum w3\n${three}`, `${three}quorum w3\n`, `${three}quorum w6\n`, `${three}quorum none\n`],
    ...['any', 'all', '0', '1', '2', '3', '4', '02', '+2', '2.0', 'most', '-1', '1e0', ''].map(
      (k) => `${three}group g ${k} w3 w4 w5\nquorum g\n`,
    ),
    `${three}group g any\nquorum g\n`,
    `${three}group g any w3 w3\nquorum g\n`,
    `${three}group g any none\nquorum g\n`,
    `${three}group none any w3\nquorum none\n`,
    `${three}group w3 any w4\nquorum w3\n`,
    `${three}group g any g\nquorum g\n`,
    `${three}group g any h\ngroup h any w3\nquorum g\n`,
    `${three}group g any w3\ngroup g any w4\nquorum g\n`,
    `${three}group g any w3 w4\ngroup h any w4 w5\nquorum h\n`,
    `${three}group g any w3 w4\ngroup h all g w5\nquorum h\n`,
    `${three}group g all w3 w4\ngroup h any g w5\nquorum h\n`,
    `${three}group g all w3 w4\ngroup h any g w5\nquorum g\n`,
    `${three}group g any w3 w4\nquorum w3\n`,
    `${three}group nhóm any w3 w4\nquorum nhóm\n`,
    `${three}group g\u00a0h any w3 w4\nquorum g\u00a0h\n`,
    `${three}witness w6 ${a}\nquorum none\n`,
    `${three}witness w3 ${asWitness}\nquorum none\n`,
    `witness none ${a}\nquorum none\n`,
    `witness w3 ${a} https://w3.example/ more\nquorum w3\n`,
    `witness w3 ${a} https://w3.example/\nquorum w3\n`,
    `witness ${a}\nquorum none\n`,
    `${own}\nquorum none\n`,
    `${own} https://umbrellas.example/log\nquorum none\n`,
    `${own} https://umbrellas.example/log x\nquorum none\n`,
    `${own}\n${own}\nquorum none\n`,
    `${own}\nlog ${asLog}\nquorum none\n`,
    `${own}\nwitness both ${asWitness}\nquorum both\n`,
    `log ${a}\nquorum none\n`,
    `witness w3 ${printVerifierKey(log.key)}\nquorum none\n`,
    `log\nquorum none\n`,
    `log ${printVerifierKey(log.key).replace('/log+', '/lag+')}\nquorum none\n`,
    `log ${printVerifierKey(log.key).toUpperCase()}\nquorum none\n`,
    `log ${printVerifierKey(log.key).replace(/=$/, '')}\nquorum none\n`,
    'mirror x\nquorum none\n',
  ]
  const whole = `${POLICY.replace('group two', 'group one any w3 w4\ngroup two').replace('two 2 w3 w4 w5', 'two all one w5')}`
  const cases = [...odd, whole, ...Array.from({ length: 400 }, () => spoil(whole))]
  const names = ['w3', 'w4', 'w5', 'w6', 'both']
  const subsets = Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_, n) => bits & (2 ** n)))

  const driver = `
import json, pathlib
import saola_verify as verifier
names, subsets = json.loads(pathlib.Path("subsets").read_text("utf-8"))
told = []
for text in json.loads(pathlib.Path("policies").read_text("utf-8")):
    try:
        policy = verifier.read_policy(text.encode("utf-8"))
        told.append([policy.satisfied(frozenset(subset)) for subset in subsets])
    except verifier.Malformed as wrong:
        told.append(None)
print(json.dumps(told))
`
  const cwd = place()
  writeFileSync(join(cwd, 'policies'), JSON.stringify(cases))
  writeFileSync(join(cwd, 'subsets'), JSON.stringify([names, subsets]))
  const script = join(cwd, 'driver.py')
  writeFileSync(script, `import sys\nsys.path.insert(0, ${JSON.stringify(dirname(SCRIPT))})\n${driver}`)
  const done = python([script], cwd)
  assert.equal(done.stderr, '')
  const theirs = JSON.parse(done.stdout) as readonly (readonly boolean[] | null)[]
  let readable = 0
  cases.forEach((text, n) => {
    const policy = parsePolicy(text)
    const ours = policy.ok ? subsets.map((subset) => isMet(policy.value.quorum, new Set(subset))) : null
    readable += policy.ok ? 1 : 0
    assert.deepEqual(theirs[n], ours, JSON.stringify(text))
  })
  assert.ok(readable > 20 && readable < cases.length - 100, `${readable} of ${cases.length} can be read`)
})

test('a checkpoint alone: who signed it and who looked', { skip }, () => {
  const notes = [noteOf({}), noteOf({ by: [unlisted] }), noteOf({ seenBy: [w5] }), noteOf({ size: 0 })]
  const verdicts = notes.map((note) => {
    const said = ask('checkpoint', [printNote(note)])[0]
    return [said?.verdict, said?.signature, said?.witnesses]
  })
  assert.deepEqual(verdicts, [
    ['green', 'good', 'enough'],
    ['not-green', 'absent', 'enough'],
    ['not-green', 'good', 'too-few'],
    ['green', 'good', 'enough'],
  ])
})

// ── whole logs ──────────────────────────────────────────────────────────────────────────────────────────────────────

const many = Array.from({ length: 66_000 }, (_, n) => utf8(`umbrella ${n} lent`))
const manyLeaves = many.map(leafHash)

/** The static files of a log of so many entries, as the portal writes them. */
function writeLog(size: number, from = 0, to = place()): string {
  const put = (path: string, bytes: Uint8Array | string) => {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    writeFileSync(join(to, path), bytes)
  }
  for (const tile of tilesFor(from, size)) put(tilePath(tile), bytesOf(tile))
  const root = rootOfLeaves(manyLeaves.slice(0, size))
  put('checkpoint', printNote(noteOf({ size, root })))
  return to
}
function bytesOf({ level, index, width }: Tile): Uint8Array {
  if (level === 'entries') return printBundle(many.slice(index * 256, index * 256 + width))
  const span = 256 ** level
  const root = (n: number) => rootOfLeaves(manyLeaves.slice(n * span, (n + 1) * span))
  return printTile(Array.from({ length: width }, (_, n) => root(index * 256 + n)))
}
function askLog(at: string): Said {
  writeFileSync(join(folder, 'policy'), POLICY)
  const done = python([SCRIPT, 'tiles', at, '--policy', join(folder, 'policy'), '--json'], folder)
  assert.equal(done.stderr, '')
  const [said] = JSON.parse(done.stdout) as readonly Said[]
  assert.equal(done.status, said?.verdict === 'green' ? 0 : 1)
  return said ?? assert.fail()
}

test('a log of static files: every tile is derived anew from the entries', { skip }, () => {
  for (const size of [0, 1, 2, 255, 256, 257, 512, 700, 66_000]) {
    const { verdict, root, files } = askLog(writeLog(size))
    assert.deepEqual([verdict, root, files?.other], ['green', 'same', {}], `${size} entries`)
    assert.equal(files?.same, tilesFor(0, size).length)
  }
})

test('a log that grew keeps its older partial tiles, or lets them go', { skip }, () => {
  const grown = writeLog(700, 300, writeLog(300))
  assert.deepEqual([askLog(grown).verdict, askLog(grown).files?.other], ['green', {}])
  // A reader of the older checkpoint finds only the full tile.
  cpSync(join(writeLog(300), 'checkpoint'), join(grown, 'checkpoint'))
  rmSync(join(grown, 'tile/0/001.p'), { recursive: true })
  rmSync(join(grown, 'tile/entries/001.p'), { recursive: true })
  const { verdict, files } = askLog(grown)
  assert.deepEqual([verdict, new Set(Object.values(files?.other ?? {}))], ['green', new Set(['beyond'])])
})

test('a log that was tampered with says where', { skip }, () => {
  const whole = writeLog(700)
  const spoiltLog = (change: (at: string) => void): readonly unknown[] => {
    const at = place()
    cpSync(whole, at, { recursive: true })
    change(at)
    const { verdict, root, files } = askLog(at)
    return [verdict, root, files?.other]
  }
  const flip = (path: string, byte: number) => (at: string) => {
    const bytes = readFileSync(join(at, path))
    bytes[byte] = (bytes[byte] ?? 0) ^ 1
    writeFileSync(join(at, path), bytes)
  }
  assert.deepEqual(spoiltLog(flip('tile/0/001', 77)), ['not-green', 'same', { 'tile/0/001': 'differs' }])
  assert.deepEqual(spoiltLog(flip('tile/1/000.p/2', 0)), ['not-green', 'same', { 'tile/1/000.p/2': 'differs' }])
  assert.deepEqual(
    spoiltLog((at) => rmSync(join(at, 'tile/0/000'))),
    ['not-green', 'same', { 'tile/0/000': 'missing' }],
  )
  assert.deepEqual(
    spoiltLog((at) => rmSync(join(at, 'tile/entries/002.p/188'))),
    ['not-green', 'not-derived', { 'tile/entries/002.p/188': 'missing' }],
  )
  assert.deepEqual(spoiltLog(flip('tile/entries/001', 1)), [
    'not-green',
    'not-derived',
    { 'tile/entries/001': 'malformed' },
  ])
  const [verdict, root, other] = spoiltLog(flip('tile/entries/001', 9))
  assert.deepEqual([verdict, root], ['not-green', 'differs'])
  assert.deepEqual(other, { 'tile/0/001': 'differs', 'tile/1/000.p/2': 'differs' })
  assert.deepEqual(
    spoiltLog((at) => writeFileSync(join(at, 'tile/0/notes.txt'), 'x')),
    ['green', 'same', { 'tile/0/notes.txt': 'stray' }],
  )
})

// ── people ──────────────────────────────────────────────────────────────────────────────────────────────────────────

test('people read the answers in Vietnamese or English, and programs the exit code', { skip }, async () => {
  const cwd = place()
  const put = (name: string, text: string) => writeFileSync(join(cwd, name), text)
  put('good', await evidence(7))
  put('waits', await evidence(120))
  put('spoilt', 'umbrella')
  put('escape', await evidence(7, { origin: 'evil\u202e.example', by: [log] }))
  put('policy', POLICY)
  put('keys', JWKS)
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = python([SCRIPT, ...args], cwd)
    return { status, stdout, stderr }
  }
  const trust = ['--policy', 'policy', '--keys', 'keys']
  const good = run('evidence', 'good', ...trust)
  assert.equal(good.status, 0)
  assert.match(good.stdout, /included: at place 7 of a log of 100 entries[^]*Everything holds\./)
  const tot = run('evidence', 'good', ...trust, '--lang', 'vi')
  assert.match(tot.stdout, /có trong nhật ký: vị trí 7, nhật ký có 100 mục[^]*Mọi điểm đều đúng\./)
  const waits = run('evidence', 'waits', ...trust)
  assert.equal(waits.status, 1)
  assert.match(waits.stdout, /not yet included[^]*at least 121 entries[^]*come back later/)
  assert.doesNotMatch(waits.stdout, /wrong/)
  assert.equal(run('evidence', 'good', 'spoilt', ...trust).status, 2)
  assert.match(run('evidence', 'spoilt', ...trust, '--lang', 'vi').stdout, /không đọc được/)
  assert.equal(run('evidence', 'nowhere', ...trust).status, 2)
  assert.equal(run('evidence', 'good', '--policy', 'keys').status, 2)
  assert.equal(run('evidence', 'good').status, 2)
  // The keys in the file itself are nobody's: without --keys the document stays unproven.
  assert.match(run('evidence', 'good', '--policy', 'policy').stdout, /key unknown: portal[^]*Not everything holds\./)
  assert.match(run('evidence', 'escape', ...trust).stdout, /evil\\u\{202e\}\.example/)
})
