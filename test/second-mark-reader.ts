import { createHash, createVerify, X509Certificate } from 'node:crypto'

/**
 * A second reader of manifests, for tests: written from the texts of C2PA 2.x, JUMBF (ISO 19566-5), CBOR and COSE, it
 * shares no line with the engine nor with `src/mark`. It knows ES256 and bindings by `c2pa.hash.data`, which is what the
 * portal signs; of boxes (`c2pa.hash.bmff`) it checks all but the hash of the content.
 */
export interface SecondReading {
  readonly claim: Readonly<Record<string, unknown>>
  readonly registration: unknown
  readonly subject: string
  /** What does not hold; empty when all of it does. */
  readonly problems: readonly string[]
}

interface Box {
  readonly label: string
  readonly content: Buffer
  /** Everything behind the head: what hashes of assertions are over. */
  readonly whole: Buffer
  readonly inside: readonly Box[]
}

function boxesIn(bytes: Buffer): Box[] {
  const found: Box[] = []
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at)
    const kind = bytes.toString('latin1', at + 4, at + 8)
    if (size < 8 || at + size > bytes.length) break
    const body = bytes.subarray(at + 8, at + size)
    if (kind === 'jumb') {
      const head = body.readUInt32BE(0)
      const name = body.subarray(8 + 16 + 1, head)
      const label = name.toString('utf8', 0, Math.max(0, name.indexOf(0)))
      const rest = body.subarray(head)
      const first = rest.length >= 8 ? rest.subarray(8, rest.readUInt32BE(0)) : rest
      found.push({ label, content: first, whole: body, inside: boxesIn(rest) })
    }
    at += size
  }
  return found
}

type Value = number | string | boolean | null | Buffer | Value[] | Map<unknown, Value>

function cbor(bytes: Buffer): Value {
  let at = 0
  const read = (): Value => {
    const head = bytes[at++] ?? 0
    const [major, info] = [head >> 5, head & 31]
    let n = info
    if (info >= 24 && major !== 7) {
      const size = 1 << (info - 24)
      n = Number(bytes.subarray(at, at + size).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n))
      at += size
    }
    if (major === 0) return n
    if (major === 1) return -1 - n
    if (major === 2 || major === 3) {
      const part = bytes.subarray(at, (at += n))
      return major === 2 ? part : part.toString('utf8')
    }
    if (major === 4) return Array.from({ length: n }, read)
    if (major === 5) return new Map(Array.from({ length: n }, () => [read(), read()] as const))
    if (major === 6) return read()
    return info === 20 ? false : info === 21 ? true : null
  }
  return read()
}
const map = (value: Value | undefined): Map<unknown, Value> => (value instanceof Map ? value : new Map())
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** `manifest`: the store as it stands in the file; `file` and where in it the store is left out of the hash. */
export function secondReading(manifest: Uint8Array, file: Uint8Array, root: Uint8Array): SecondReading {
  const problems: string[] = []
  const wrong = (holds: boolean, says: string): void => void (holds || problems.push(says))
  const active = boxesIn(Buffer.from(manifest))[0]?.inside.at(-1)
  const part = (label: string): Box | undefined => active?.inside.find((box) => box.label === label)
  const claimBytes = part('c2pa.claim.v2')?.content ?? Buffer.alloc(0)
  const claim = map(cbor(claimBytes))
  const assertions = part('c2pa.assertions')?.inside ?? []

  const [guarded, , , signature] = cbor(part('c2pa.signature')?.content ?? Buffer.from([0x80])) as Value[]
  const head = map(cbor(guarded as Buffer))
  const chain = [head.get(33) as Buffer[]].flat().map((der) => new X509Certificate(der))
  const [leaf, issuer] = chain
  const top = new X509Certificate(root)
  wrong(head.get(1) === -7, 'the algorithm is not ES256')
  const signed = Buffer.concat([
    Buffer.from([0x84, 0x6a]),
    Buffer.from('Signature1'),
    byteString(guarded as Buffer),
    Buffer.from([0x40]),
    byteString(claimBytes),
  ])
  const verifier = createVerify('sha256').update(signed)
  const key = leaf?.publicKey
  wrong(
    key !== undefined && verifier.verify({ key, dsaEncoding: 'ieee-p1363' }, signature as Buffer),
    'the signature does not hold',
  )
  wrong(leaf !== undefined && issuer !== undefined && leaf.verify(issuer.publicKey), 'the issuer did not sign the leaf')
  wrong(issuer?.verify(top.publicKey) === true, 'the root did not sign the issuer')

  for (const entry of (claim.get('created_assertions') ?? []) as Value[]) {
    const label = String(map(entry).get('url')).split('/').at(-1) ?? ''
    const box = assertions.find((one) => one.label === label)
    const hash = map(entry).get('hash') as Buffer
    wrong(box !== undefined && sha256(box.whole).equals(hash), `${label} is not what was signed`)
  }
  const binding = assertions.find((one) => one.label === 'c2pa.hash.data')
  if (binding !== undefined) {
    const said = map(cbor(binding.content))
    const out = ((said.get('exclusions') ?? []) as Value[]).map((one) => map(one) as Map<string, number>)
    const sum = createHash('sha256')
    let at = 0
    for (const gap of out) {
      sum.update(file.subarray(at, gap.get('start') ?? 0))
      at = (gap.get('start') ?? 0) + (gap.get('length') ?? 0)
    }
    wrong(
      sum
        .update(file.subarray(at))
        .digest()
        .equals(said.get('hash') as Buffer),
      'the content was changed',
    )
  } else
    wrong(
      assertions.some((one) => one.label.startsWith('c2pa.hash.bmff')),
      'nothing binds the content',
    )
  const ours = assertions.find((one) => one.label === 'vn.saola.registration')
  return {
    claim: Object.fromEntries(claim) as Record<string, unknown>,
    registration: ours === undefined ? undefined : JSON.parse(ours.content.toString('utf8')),
    subject: leaf?.subject ?? '',
    problems,
  }
}

const byteString = (bytes: Buffer): Buffer => {
  const { length: n } = bytes
  const head = n < 24 ? [0x40 | n] : n < 256 ? [0x58, n] : [0x59, n >> 8, n & 255]
  return Buffer.concat([Buffer.from(head), bytes])
}
