import { type FileToRead, readingSettings, readSigned } from './c2pa.ts'
import { kindOf, type Kind } from './kind.ts'
import { metadataPieces, type Pieces } from './metadata.ts'
import { ASSERTION, asAssertion } from './own.ts'
import { scan } from './scan.ts'
import { EMBEDS, placementOf, type Placement, type SigningEngine, signFile, type Wanted } from './signing.ts'
import { readTraces } from './traces.ts'
import { sourceOf, View } from './view.ts'

/** The engine with both its sides: what was written is read again before anybody gets it. */
export interface MarkingEngine extends SigningEngine {
  readonly WasmReader: {
    fromBytes(format: string, bytes: Uint8Array, settings?: string | null): Promise<MarkingReader>
  }
}
interface MarkingReader {
  json(): string
  crJson(): string
  free(): void
}

export interface MarkWanted extends Omit<Wanted, 'kind'> {
  readonly bytes: Uint8Array
  /** Roots the signature must lead to, as PEM. */
  readonly roots: string
  /** How the engine is given bytes: a Blob, or in Node what stands for one. */
  readonly blobOf: (bytes: Uint8Array | Pieces) => Blob
}

export type Layer = 'metadata' | 'manifest'

export interface MarkedFile {
  readonly kind: Kind
  /** The marked file; for a sidecar, the file as it is to stand beside it. */
  readonly file: Uint8Array
  /** The manifest store; what a sidecar `.c2pa` holds. */
  readonly manifest: Uint8Array
  /** The name of the manifest, `urn:c2pa:…`. */
  readonly manifestId: string
  readonly placement: Placement
  /** What was written. Metadata is written where we can; the answer says so when not. */
  readonly layers: readonly Layer[]
}

/** Why a file was not marked. */
export type MarkFault = 'kind' | 'engine' | 'unproven'
export class NotMarked extends Error {
  readonly fault: MarkFault
  constructor(fault: MarkFault, says: string) {
    super(says)
    this.fault = fault
  }
}

/**
 * Marks a file: metadata first, the signed manifest last, then the whole is read again and must prove itself. Watermark
 * and visible label belong before this, in the pixels. Throws `NotMarked` and nothing is handed out.
 */
export async function markFile(engine: MarkingEngine, wanted: MarkWanted): Promise<MarkedFile> {
  const { bytes, said, blobOf, roots } = wanted
  const kind = kindOf(new View(sourceOf(bytes)))
  const placement = placementOf(kind)
  if (placement === undefined) throw new NotMarked('kind', `no mark fits a file of kind ${kind}`)
  // A manifest beside the file binds it as it is.
  const written = placement === 'sidecar' ? undefined : metadataPieces(kind, bytes, said)
  const signed = await engineSays(() => signFile(engine, blobOf(written ?? bytes), { ...wanted, kind }))
  const file = placement === 'sidecar' ? bytes : signed.file
  const manifestId = await engineSays(() =>
    prove(engine, { file, manifest: signed.manifest, kind, placement }, said, roots),
  )
  return {
    ...{ kind, file, manifest: signed.manifest, manifestId, placement },
    layers: [...(written !== undefined && declares(file, said.contentId) ? (['metadata'] as const) : []), 'manifest'],
  }
}

/** The engine writes some containers anew and may leave out what it does not know. */
const declares = (file: Uint8Array, contentId: string): boolean =>
  readTraces(scan(file)).some((t) => t.sort === 'registration' && t.registration.contentId === contentId)

async function engineSays<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof NotMarked) throw error
    throw new NotMarked('engine', String(error instanceof Error ? error.message : error).slice(0, 300))
  }
}

interface Store {
  readonly active_manifest?: string
  readonly validation_state?: string
  readonly validation_results?: {
    readonly activeManifest?: {
      readonly failure?: readonly { readonly code?: string }[]
      readonly informational?: readonly { readonly code?: string }[]
    }
  }
  readonly manifests?: Readonly<
    Record<string, { readonly assertions?: readonly { readonly label?: string; readonly data?: unknown }[] }>
  >
}
/** Reads what was written as a stranger would, and gives the name of the manifest. */
async function prove(
  engine: MarkingEngine,
  { file, manifest, kind, placement }: Pick<MarkedFile, 'file' | 'manifest' | 'kind' | 'placement'>,
  said: Wanted['said'],
  roots: string,
): Promise<string> {
  if (placement === 'sidecar')
    return proveBeside(engine, { bytes: file, kind, seen: false, sidecar: manifest }, said, roots)
  const settings = readingSettings([{ trust: 'other', roots }])
  const reader = await engine.WasmReader.fromBytes(EMBEDS[kind] ?? 'application/octet-stream', file, settings)
  try {
    const store = JSON.parse(reader.json()) as Store
    const name = store.active_manifest ?? ''
    const { failure = [], informational = [] } = store.validation_results?.activeManifest ?? {}
    const failures = [...failure, ...informational].flatMap(({ code = '' }) =>
      failure.some((one) => one.code === code) || isBadStamp(code) ? code : [],
    )
    if (failures.length > 0) throw new NotMarked('unproven', failures.join(', '))
    if (store.validation_state !== 'Trusted') throw new NotMarked('unproven', `read as ${store.validation_state}`)
    const ours = store.manifests?.[name]?.assertions?.find(({ label }) => label === ASSERTION)?.data
    if (JSON.stringify(ours) !== JSON.stringify(asAssertion(said)))
      throw new NotMarked('unproven', 'another registration')
    return name
  } finally {
    reader.free()
  }
}

/** A time stamp that does not hold is no failure to the engine, but no mark of ours bears one. */
const isBadStamp = (code: string): boolean => /^timeStamp\.(?!validated$|trusted$)/.test(code)

/** A manifest beside its file goes the way of every reader: engine, then the hash of the content. */
async function proveBeside(
  engine: MarkingEngine,
  file: FileToRead,
  said: Wanted['said'],
  roots: string,
): Promise<string> {
  const reading = await readSigned(engine, file, [{ trust: 'other', roots }])
  const { intact, signature, signer, registration, manifests = [], codes } = reading
  if (intact !== 'yes' || signature !== 'good' || signer?.trust !== 'other' || codes.some(isBadStamp))
    throw new NotMarked('unproven', codes.join(', '))
  if (registration === undefined || JSON.stringify(asAssertion(registration)) !== JSON.stringify(asAssertion(said)))
    throw new NotMarked('unproven', 'another registration')
  return manifests[0]?.label ?? ''
}
