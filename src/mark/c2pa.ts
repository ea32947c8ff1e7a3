import {
  aboutSigner,
  actionsOf,
  asUtc,
  type Certified,
  codesOf,
  factsOf,
  type Manifest,
  problemsOf,
  short,
  spoiltSignature,
  type Store,
} from './c2pa-store.ts'
import type { Kind } from './kind.ts'
import { ASSERTION, readRegistration, type Registration } from './own.ts'
import { BESIDE_CODES, type Fit, fitOf, intactBeside, isWrongBytes, SIDECAR_FORMAT } from './sidecar.ts'
import type { Engine, SignedReading, Signer } from './signed.ts'

/** The engine of the C2PA project as WebAssembly, as far as reading needs it. Whoever calls has loaded it. */
export interface C2paEngine {
  readonly WasmReader: {
    fromBytes(format: string, bytes: Uint8Array, settings?: string | null): Promise<C2paReader>
  }
}
interface C2paReader {
  json(): string
  crJson(): string
  free(): void
}

/** The engine inside `@contentauth/c2pa-wasm` 0.13.3. A test holds it against what the engine says of itself. */
export const C2PA_ENGINE: Engine = { name: 'c2pa-rs', version: '0.91.3' }

/** Roots as PEM, and what it means when a signer leads to one of them. */
export interface TrustList {
  readonly trust: Exclude<Signer['trust'], 'untrusted'>
  readonly roots: string
}

/** What the engine wants to be told a file is. A kind that is not here cannot hold a manifest that it reads. */
const FORMAT: Readonly<Partial<Record<Kind, string>>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  heic: 'image/heic',
  tiff: 'image/tiff',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  avi: 'video/avi',
}

export interface FileToRead {
  readonly bytes: Uint8Array
  readonly kind: Kind
  /** The scanner met a manifest, so that a file which the engine cannot open is told apart from one that has none. */
  readonly seen: boolean
  /** The manifest store beside the file. One inside it goes before. */
  readonly sidecar?: Uint8Array
}

/**
 * Lets the engine read the manifest of a file and says in our words what it found. Nothing is fetched: no manifest from
 * elsewhere, no answer about a certificate. Throws only when the engine itself broke down; it is then of no more use.
 */
export async function readSigned(
  engine: C2paEngine,
  file: FileToRead,
  lists: readonly TrustList[],
): Promise<SignedReading> {
  if (file.sidecar !== undefined && !file.seen) return readBeside(engine, file.bytes, file.sidecar, lists)
  const format = FORMAT[file.kind]
  if (format === undefined) return { engine: C2PA_ENGINE, manifest: 'absent', codes: ['UnsupportedType'] }
  let reader: C2paReader
  try {
    reader = await engine.WasmReader.fromBytes(format, file.bytes, readingSettings(lists))
  } catch (fault) {
    return unread(fault, file.seen)
  }
  try {
    let certified: Certified | undefined
    return told(JSON.parse(reader.json()) as Store, () => (certified ??= JSON.parse(reader.crJson()) as Certified))
  } finally {
    reader.free()
  }
}

/**
 * The engine takes no file together with a manifest beside it. It verifies the store alone: structure, signature, chain,
 * and that each assertion is the one that was signed; the hash of the content is then compared here.
 */
async function readBeside(
  engine: C2paEngine,
  content: Uint8Array,
  sidecar: Uint8Array,
  lists: readonly TrustList[],
): Promise<SignedReading> {
  let reader: C2paReader
  try {
    reader = await engine.WasmReader.fromBytes(SIDECAR_FORMAT, sidecar, readingSettings(lists))
  } catch (fault) {
    // Whoever lays it beside a file says that it is a manifest.
    return { ...unread(fault, true), manifest: 'broken', beside: true }
  }
  try {
    const store = JSON.parse(reader.json()) as Store
    const certified = JSON.parse(reader.crJson()) as Certified
    const success = store.validation_results?.activeManifest?.success ?? []
    const fit = await fitOf(content, { certified, active: store.active_manifest ?? '', success })
    return told(store, () => certified, fit)
  } finally {
    reader.free()
  }
}

const uriOf = (trust: string): string => `urn:saola:trust:${trust}`
/** What the engine is told before it reads: roots of signers and of who stamps times alike, and to fetch nothing. */
export const readingSettings = (lists: readonly TrustList[]): string =>
  JSON.stringify({
    trust: {
      anchors: lists.flatMap(({ trust, roots }) =>
        ['manifest', 'tsa'].map((kind) => ({ trust_anchors: roots, trust_uri: uriOf(trust), trust_kind: kind })),
      ),
    },
    verify: { remote_manifest_fetch: false, ocsp_fetch: false },
  })

/** The engine says why it gave up as a word such as `C2pa(JumbfNotFound)`. */
function unread(fault: unknown, seen: boolean): SignedReading {
  if (fault instanceof Error && fault.name === 'RuntimeError') throw fault
  const code = short(String(fault instanceof Error ? fault.message : fault).replace(/^C2pa\((.*)\)$/s, '$1'))
  const absent = !seen || /^(JumbfNotFound|UnsupportedType|ProvenanceMissing|RemoteManifestUrl)/.test(code)
  const elsewhere = /^RemoteManifestUrl\("(.*)"\)$/.exec(code)?.[1]
  return {
    ...{ engine: C2PA_ENGINE, manifest: absent ? 'absent' : 'broken', codes: [code] },
    ...(elsewhere === undefined ? {} : { elsewhere }),
  }
}

/** A spoilt signature over content that still fits: the content is not what was changed. */
const saysNothingOfContent = (code: string): boolean => aboutSigner(code) || spoiltSignature(code)

/** `beside`: how the content stands to the manifest, where that was found here and not by the engine. */
function told(store: Store, certified: () => Certified, beside?: Fit): SignedReading {
  const active = store.manifests?.[store.active_manifest ?? '']
  if (active === undefined) return { engine: C2PA_ENGINE, manifest: 'broken', codes: ['no active manifest'] }
  const results = store.validation_results?.activeManifest
  const good = codesOf(results?.success)
  const failures = (results === undefined ? store.validation_status : results.failure) ?? []
  const bad = codesOf(beside === undefined ? failures : failures.filter((status) => !isWrongBytes(beside, status)))
  const spoilt = bad.some(spoiltSignature) || !good.includes('claimSignature.validated')
  const stampedAt = good.includes('timeStamp.trusted') ? active.signature_info?.time : undefined
  const sourceTypes = sourceTypesOf(active)
  const registration = registrationOf(active)
  // What is wrong with a part now, and was not when it was taken in, was changed since.
  const holds = [...bad, ...deltas(store)].every(saysNothingOfContent)
  const intact = beside === undefined ? (holds ? 'yes' : 'changed') : intactBeside(beside, holds)
  return {
    engine: C2PA_ENGINE,
    manifest: 'read',
    ...(intact === undefined ? {} : { intact }),
    signature: spoilt ? 'invalid' : 'good',
    signer: signerOf(store, active, { good, bad }, certified),
    ...(stampedAt === undefined ? {} : { stampedAt: asUtc(stampedAt), ...stampedBy(certified()) }),
    ...(sourceTypes.length === 0 ? {} : { sourceTypes }),
    ...(registration === undefined ? {} : { registration }),
    ...(hasBrokenIngredient(store) ? { brokenIngredient: true } : {}),
    manifests: factsOf(store),
    ...(beside === undefined ? {} : { beside: true }),
    codes: [
      ...new Set([
        ...(beside === undefined ? [] : [BESIDE_CODES[beside]]),
        ...bad,
        ...deltas(store),
        ...stampFaults(store),
        ...good,
      ]),
    ].slice(0, 100),
  }
}

function stampedBy({ manifests = [] }: Certified): Pick<SignedReading, 'stampedBy'> {
  const { O, CN } = manifests[0]?.signature?.timeStampInfo?.certificateInfo?.subject ?? {}
  const names = [CN, O].flatMap((name) => (typeof name === 'string' && name !== '' ? [short(name)] : []))
  return names.length === 0 ? {} : { stampedBy: names.join(', ') }
}

interface Codes {
  readonly good: readonly string[]
  readonly bad: readonly string[]
}

function signerOf(store: Store, active: Manifest, { good, bad }: Codes, certified: () => Certified): Signer {
  const uri = store.validation_results?.trustListUri
  const trusted = good.includes('signingCredential.trusted')
  const trust = (['national', 'c2pa', 'other'] as const).find((list) => uri === uriOf(list)) ?? 'untrusted'
  const { issuer, common_name: name, cert_serial_number: serial } = active.signature_info ?? {}
  // Only a certificate of the portal carries an AI-ID in its subject, and asking for it costs time.
  const unit =
    trusted && trust === 'national' ? certified().manifests?.[0]?.signature?.certificateInfo?.subject?.OU : ''
  return {
    trust: trusted ? trust : 'untrusted',
    ...(bad.includes('signingCredential.expired') ? { expired: true } : {}),
    ...(name === undefined ? {} : { name: short(name) }),
    ...(issuer === undefined ? {} : { organisation: short(issuer) }),
    ...(typeof unit === 'string' && unit !== '' ? { aiId: short(unit) } : {}),
    ...(serial !== undefined && /^\d{1,60}$/.test(serial) ? { serial: BigInt(serial).toString(16) } : {}),
  }
}

const sourceTypesOf = (active: Manifest): readonly string[] => [
  ...new Set(actionsOf(active).flatMap(({ sourceType }) => sourceType ?? [])),
]

function registrationOf({ assertions = [] }: Manifest): Registration | undefined {
  const ours = assertions.find(({ label = '' }) => label === ASSERTION || label.startsWith(`${ASSERTION}__`))
  if (typeof ours?.data !== 'object' || ours.data === null) return undefined
  const said = Object.entries(ours.data).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return readRegistration(new Map(said))
}

const deltas = (store: Store): readonly string[] =>
  (store.validation_results?.ingredientDeltas ?? []).flatMap((delta) => codesOf(delta.validationDeltas?.failure))

/** What is wrong with a time stamp: it then counts for nothing, and the mark stands without it. */
const stampFaults = (store: Store): readonly string[] =>
  codesOf(store.validation_results?.activeManifest?.informational).filter((code) => code.startsWith('timeStamp.'))

const hasBrokenIngredient = (store: Store): boolean =>
  deltas(store).some((code) => !aboutSigner(code) || spoiltSignature(code)) ||
  Object.values(store.manifests ?? {}).some(({ ingredients = [] }) => ingredients.some((i) => problemsOf(i).length > 0))
