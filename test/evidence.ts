import { generateKeyPairSync, sign } from 'node:crypto'
import { canonical, type Json } from '../src/base/canonical.ts'
import { printCheckpoint } from '../src/log/checkpoint.ts'
import { cosign } from '../src/log/cosignature.ts'
import { utf8 } from '../src/log/encoding.ts'
import { commitmentOf, type Evidence, type Opening, type Trust } from '../src/log/evidence.ts'
import { leafHash, type Hash } from '../src/log/hash.ts'
import { type PublicJwk, toBase64Url } from '../src/log/jws.ts'
import { COSIGNATURE_V1, ED25519, type Signer, signerFromSeed, type LogKey, type WitnessKey } from '../src/log/key.ts'
import { signNote, withSignatures } from '../src/log/note.ts'
import { NO_QUORUM } from '../src/log/policy.ts'
import { type HashReader, proveInclusion, rootOfLeaves } from '../src/log/tree.ts'

/** A portal and its log as outsiders see them: made of nothing but keys, so that thousands of receipts cost seconds. */
export interface PaperPortal {
  readonly trust: Trust
  /** The same with one witness that must have looked. */
  readonly witnessed: Trust
  readonly jwk: PublicJwk
  receipt(n: number): Json
  jws(value: Json): string
  /** Evidence of each of these receipts in one log. */
  evidence(receipts: readonly Json[]): Promise<Evidence[]>
}

const ORIGIN = 'umbrellas.example/log'
const filled = (byte: number): Uint8Array => new Uint8Array(32).fill(byte)

export function paperPortal(): PaperPortal {
  const log: Signer<LogKey['type']> = signerFromSeed(ORIGIN, ED25519, filled(1))
  const witness: Signer<WitnessKey['type']> = signerFromSeed('rain.example', COSIGNATURE_V1, filled(2))
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const { x = '' } = publicKey.export({ format: 'jwk' })
  const jwk: PublicJwk = { kty: 'OKP', crv: 'Ed25519', x, kid: 'umbrella-key' }
  const policy = { logs: [{ key: log.key }], witnesses: [], quorum: NO_QUORUM }
  const jws = (value: Json): string => {
    const text = [{ alg: 'EdDSA', kid: jwk.kid }, value].map((part) => toBase64Url(utf8(canonical(part)))).join('.')
    return `${text}.${toBase64Url(sign(null, Buffer.from(text), privateKey))}`
  }
  return {
    trust: { policy, keys: [jwk] },
    witnessed: {
      policy: {
        ...policy,
        witnesses: [{ name: 'rain', key: witness.key }],
        quorum: { need: 1, of: ['rain'] },
      },
      keys: [jwk],
    },
    jwk,
    receipt: receiptOf,
    jws,
    async evidence(receipts) {
      const acts = receipts.map((value, n) => {
        const receipt: Opening = { salt: toBase64Url(saltOf(n)), value }
        const { aiId = '', recordedAt = '' } = value as Readonly<Record<string, string>>
        const groups = { event: '0'.repeat(64), receipt: commitmentOf(receipt) }
        const entry = canonical({ type: 'system.notified', subject: aiId, at: recordedAt, groups })
        return { receipt, entry }
      })
      const leaves = acts.map(({ entry }) => leafHash(utf8(entry)))
      const text = printCheckpoint({ origin: ORIGIN, size: leaves.length, root: rootOfLeaves(leaves), extensions: [] })
      const note = withSignatures(signNote(text, [log]), [cosign(text, 1_790_000_000, witness)])
      const checkpoint = { origin: ORIGIN, size: leaves.length, root: rootOfLeaves(leaves), extensions: [] }
      const read = remembered(leaves)
      return Promise.all(
        acts.map(async ({ receipt, entry }, index) => ({
          proof: { index, path: await proveInclusion(index, leaves.length, read), signed: { checkpoint, note } },
          entry,
          opened: { receipt },
          jws: jws(receipt.value),
        })),
      )
    },
  }
}

const saltOf = (n: number): Uint8Array => Uint8Array.from({ length: 32 }, (_, i) => (n * 7 + i * 31) % 256)

/** Every node once: a proof each would otherwise hash the whole tree again. */
function remembered(leaves: readonly Hash[]): HashReader {
  const known = new Map<string, Hash>()
  return async (places) =>
    places.map(({ level, index }) => {
      const name = `${level} ${index}`
      const found = known.get(name) ?? rootOfLeaves(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))
      known.set(name, found)
      return found
    })
}

const receiptOf = (n: number): Json => ({
  type: 'saola.receipt.v1',
  number: `TB-2026-${String(n).padStart(6, '0')}`,
  kind: 'first',
  aiId: `VN-${n}`,
  system: `Trợ lý mượn ô số ${n}`,
  version: null,
  provider: 'Thư viện Ô',
  level: 'medium',
  previousLevel: null,
  recordedAt: '2026-11-02T02:00:00.000Z',
  receivedAt: '2026-11-02T02:00:00.000Z',
  dossierVersion: 1,
  cites: ['L10.3', 'N14.4'],
  issuer: 'https://umbrellas.example',
  legalValue: true,
})
