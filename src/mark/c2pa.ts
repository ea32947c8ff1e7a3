import type { Kind } from './kind.ts'
import { ASSERTION, readRegistration, type Registration } from './own.ts'
import type { Engine, ManifestFacts, SignedReading, Signer } from './signed.ts'

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

/**
 * Lets the engine read the manifest of a file and says in our words what it found. Nothing is fetched: no manifest from
 * elsewhere, no answer about a certificate. `seen`: the scanner met a manifest, so that a file which the engine cannot
 * open is told apart from one that has none. Throws only when the engine itself broke down; it is then of no more use.
 */
export async function readSigned(
  engine: C2paEngine,
  file: { readonly bytes: Uint8Array; readonly kind: Kind; readonly seen: boolean },
  lists: readonly TrustList[],
): Promise<SignedReading> {
  const format = FORMAT[file.kind]
  if (format === undefined) return { engine: C2PA_ENGINE, manifest: 'absent', codes: ['UnsupportedType'] }
  let reader: C2paReader
  try {
    reader = await engine.WasmReader.fromBytes(format, file.bytes, settings(lists))
  } catch (fault) {
    return unread(fault, file.seen)
  }
  try {
    return told(JSON.parse(reader.json()) as Store, () => JSON.parse(reader.crJson()) as Certified)
  } finally {
    reader.free()
  }
}

const uriOf = (trust: string): string => `urn:saola:trust:${trust}`
const settings = (lists: readonly TrustList[]): string =>
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

// ————— what the engine writes, as far as we read it; nothing of it is taken for granted —————

interface Status {
  readonly code?: string
  readonly url?: string
}
interface Results {
  readonly success?: readonly Status[]
  readonly failure?: readonly Status[]
}
interface Manifest {
  readonly title?: string
  readonly format?: string
  readonly claim_generator?: string
  readonly claim_generator_info?: readonly { readonly name?: string; readonly version?: string }[]
  readonly assertions?: readonly { readonly label?: string; readonly data?: unknown }[]
  readonly ingredients?: readonly Ingredient[]
  readonly signature_info?: {
    readonly issuer?: string
    readonly common_name?: string
    readonly cert_serial_number?: string
    readonly time?: string
  }
}
interface Ingredient {
  readonly title?: string
  readonly relationship?: string
  readonly active_manifest?: string
  readonly validation_status?: readonly Status[]
  readonly validation_results?: { readonly activeManifest?: Results }
}
interface Store {
  readonly active_manifest?: string
  readonly manifests?: Readonly<Record<string, Manifest>>
  readonly validation_status?: readonly Status[]
  readonly validation_results?: {
    readonly activeManifest?: Results
    readonly ingredientDeltas?: readonly { readonly validationDeltas?: Results }[]
    readonly trustListUri?: string
  }
}
interface Certified {
  readonly manifests?: readonly {
    readonly signature?: { readonly certificateInfo?: { readonly subject?: { readonly OU?: unknown } } }
  }[]
}

const short = (text: string): string => text.slice(0, 300)
const codesOf = (all: readonly Status[] = []): readonly string[] => all.flatMap(({ code }) => code ?? [])
/** Who signed is a question of its own. */
const aboutSigner = (code: string): boolean => /^(signingCredential|timeStamp|cawg)\./.test(code)
const spoiltSignature = (code: string): boolean =>
  /^(claimSignature\.|algorithm\.|signingCredential\.(invalid|revoked|ocsp\.revoked))/.test(code)

/** A spoilt signature over content that still fits: the content is not what was changed. */
const saysNothingOfContent = (code: string): boolean => aboutSigner(code) || spoiltSignature(code)

function told(store: Store, certified: () => Certified): SignedReading {
  const active = store.manifests?.[store.active_manifest ?? '']
  if (active === undefined) return { engine: C2PA_ENGINE, manifest: 'broken', codes: ['no active manifest'] }
  const results = store.validation_results?.activeManifest
  const good = codesOf(results?.success)
  const bad = codesOf(results === undefined ? store.validation_status : results.failure)
  const spoilt = bad.some(spoiltSignature) || !good.includes('claimSignature.validated')
  const stampedAt = good.includes('timeStamp.trusted') ? active.signature_info?.time : undefined
  const sourceTypes = sourceTypesOf(active)
  const registration = registrationOf(active)
  return {
    engine: C2PA_ENGINE,
    manifest: 'read',
    // What is wrong with a part now, and was not when it was taken in, was changed since.
    intact: [...bad, ...deltas(store)].every(saysNothingOfContent) ? 'yes' : 'changed',
    signature: spoilt ? 'invalid' : 'good',
    signer: signerOf(store, active, good, certified),
    ...(stampedAt === undefined ? {} : { stampedAt: asUtc(stampedAt) }),
    ...(sourceTypes.length === 0 ? {} : { sourceTypes }),
    ...(registration === undefined ? {} : { registration }),
    ...(hasBrokenIngredient(store) ? { brokenIngredient: true } : {}),
    manifests: factsOf(store),
    codes: [...new Set([...bad, ...deltas(store), ...good])].slice(0, 100),
  }
}

const asUtc = (text: string): string => {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? short(text) : at.toISOString()
}

function signerOf(store: Store, active: Manifest, good: readonly string[], certified: () => Certified): Signer {
  const uri = store.validation_results?.trustListUri
  const trusted = good.includes('signingCredential.trusted')
  const trust = (['national', 'c2pa', 'other'] as const).find((list) => uri === uriOf(list)) ?? 'untrusted'
  const { issuer, common_name: name, cert_serial_number: serial } = active.signature_info ?? {}
  // Only a certificate of the portal carries an AI-ID in its subject, and asking for it costs time.
  const unit =
    trusted && trust === 'national' ? certified().manifests?.[0]?.signature?.certificateInfo?.subject?.OU : ''
  return {
    trust: trusted ? trust : 'untrusted',
    ...(name === undefined ? {} : { name: short(name) }),
    ...(issuer === undefined ? {} : { organisation: short(issuer) }),
    ...(typeof unit === 'string' && unit !== '' ? { aiId: short(unit) } : {}),
    ...(serial !== undefined && /^\d{1,60}$/.test(serial) ? { serial: BigInt(serial).toString(16) } : {}),
  }
}

interface Action {
  readonly action: string
  readonly sourceType?: string
}

function actionsOf({ assertions = [] }: Manifest): readonly Action[] {
  return assertions
    .filter(({ label = '' }) => /^c2pa\.actions(\.v2)?(__\d+)?$/.test(label))
    .flatMap(({ data }) => listIn(data, 'actions'))
    .flatMap((entry) => {
      const [action, sourceType] = [textIn(entry, 'action'), textIn(entry, 'digitalSourceType')]
      return action === undefined
        ? []
        : [{ action: short(action), ...(sourceType === undefined ? {} : { sourceType: short(sourceType) }) }]
    })
    .slice(0, 100)
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

const listIn = (holder: unknown, key: string): readonly unknown[] => {
  const list: unknown = typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined
  return Array.isArray(list) ? list : []
}
const textIn = (holder: unknown, key: string): string | undefined => {
  const text: unknown = typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined
  return typeof text === 'string' ? text : undefined
}

const deltas = (store: Store): readonly string[] =>
  (store.validation_results?.ingredientDeltas ?? []).flatMap((delta) => codesOf(delta.validationDeltas?.failure))

/** As found now, or as whoever took the part in found and wrote down then. */
const problemsOf = (ingredient: Ingredient): readonly string[] =>
  [...codesOf(ingredient.validation_status), ...codesOf(ingredient.validation_results?.activeManifest?.failure)].filter(
    (code) => !aboutSigner(code) || spoiltSignature(code),
  )

const hasBrokenIngredient = (store: Store): boolean =>
  deltas(store).some((code) => !aboutSigner(code) || spoiltSignature(code)) ||
  Object.values(store.manifests ?? {}).some(({ ingredients = [] }) => ingredients.some((i) => problemsOf(i).length > 0))

/** The tree of manifests as a list, the active one first; an ingredient names the manifest it had of its own. */
function factsOf({ manifests = {}, active_manifest: first = '' }: Store): readonly ManifestFacts[] {
  const labels = [first, ...Object.keys(manifests).filter((label) => label !== first)].slice(0, 64)
  return labels.flatMap((label): ManifestFacts[] => {
    const manifest = manifests[label]
    if (manifest === undefined) return []
    const { title, format, claim_generator_info: info, claim_generator: old, signature_info: signature } = manifest
    const generator = info?.map(({ name = '', version = '' }) => `${name} ${version}`.trim()).join(', ') ?? old
    return [
      {
        label: short(label),
        ...(title === undefined ? {} : { title: short(title) }),
        ...(format === undefined ? {} : { format: short(format) }),
        ...(generator === undefined || generator === '' ? {} : { generator: short(generator) }),
        ...(signature?.common_name === undefined ? {} : { signedBy: short(signature.common_name) }),
        ...(signature?.issuer === undefined ? {} : { organisation: short(signature.issuer) }),
        ...(signature?.time === undefined ? {} : { signedAt: asUtc(signature.time) }),
        actions: actionsOf(manifest),
        assertions: (manifest.assertions ?? [])
          .flatMap((a) => (a.label === undefined ? [] : short(a.label)))
          .slice(0, 100),
        ingredients: (manifest.ingredients ?? []).slice(0, 100).map((ingredient) => ({
          relationship: short(ingredient.relationship ?? ''),
          ...(ingredient.title === undefined ? {} : { title: short(ingredient.title) }),
          ...(ingredient.active_manifest === undefined ? {} : { manifest: short(ingredient.active_manifest) }),
          problems: problemsOf(ingredient),
        })),
      },
    ]
  })
}
