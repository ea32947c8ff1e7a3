import { CLAIMED } from './claim.ts'
import { RESERVED } from './cose.ts'
import type { Kind } from './kind.ts'
import { ASSERTION, asAssertion, type Registration } from './own.ts'
import { SOURCE_TYPES } from './sourcetype.ts'

/** The engine of the C2PA project as WebAssembly, as far as writing needs it. Whoever calls has loaded it. */
export interface SigningEngine {
  readonly WasmBuilder: { fromJson(definition: string, settings?: string | null): SigningBuilder }
}
interface SigningBuilder {
  addIngredientFromBlob(definition: string, format: string, blob: Blob): Promise<void>
  setNoEmbed(sidecar: boolean): void
  signAndGetManifestBytes(
    signer: SignerDefinition,
    identities: readonly never[],
    format: string,
    source: Blob,
  ): Promise<unknown>
  free(): void
}
interface SignerDefinition {
  readonly alg: 'es256'
  readonly reserveSize: number
  readonly sign: (claim: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>
}

/** Kinds whose files hold a manifest themselves, as the engine wants them called. */
export const EMBEDS: Readonly<Partial<Record<Kind, string>>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  heic: 'image/heic',
  tiff: 'image/tiff',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  avi: 'video/x-msvideo',
}
/** Kinds for which the manifest is a file of its own beside the content. */
export const BESIDE: readonly Kind[] = ['ogg', 'opus', 'mkv', 'webm', 'pdf']

export type Placement = 'embedded' | 'sidecar'
/** Where the manifest of this kind goes; nothing for what is no audio, image, video or document we know. */
export const placementOf = (kind: Kind): Placement | undefined =>
  EMBEDS[kind] === undefined ? (BESIDE.includes(kind) ? 'sidecar' : undefined) : 'embedded'

/** What stood in the file before, taken along as the parent of what is now signed. */
export interface Parent {
  readonly bytes: Blob
  readonly format: string
}

export interface Wanted {
  readonly said: Registration & { readonly aiId: string; readonly contentId: string }
  readonly kind: Kind
  readonly parent?: Parent
  /** Signs a claim: the whole COSE_Sign1 of `RESERVED` bytes (`cose.ts`), made wherever the key is. */
  readonly sign: (claim: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>
  readonly program?: { readonly name: string; readonly version: string }
}

export interface Signed {
  /** The file with its manifest; the same bytes as before when the manifest is a sidecar. */
  readonly file: Uint8Array
  /** The manifest store (JUMBF), which a sidecar `.c2pa` holds as it is. */
  readonly manifest: Uint8Array
  readonly placement: Placement
}

const TYPE = {
  'created-by-ai': 'trainedAlgorithmicMedia',
  'edited-by-ai': 'compositeWithTrainedAlgorithmicMedia',
} as const satisfies Record<Registration['statement'], string>

/** How actions call the ingredient within one definition. */
const PARENT = 'parent'

/** The definition of the manifest: how the content came to be, and the registration (Decree art. 17). */
export function definitionOf({ said, parent, program }: Wanted): object {
  const type = SOURCE_TYPES + TYPE[said.statement]
  const how =
    parent === undefined
      ? [{ action: 'c2pa.created', digitalSourceType: type }]
      : [
          { action: 'c2pa.opened', parameters: { ingredientIds: [PARENT] } },
          { action: 'c2pa.edited', digitalSourceType: type },
        ]
  return {
    claim_version: 2,
    claim_generator_info: [
      {
        ...(program ?? { name: 'Saola', version: '1' }),
        [CLAIMED.aiId]: said.aiId,
        [CLAIMED.contentId]: said.contentId,
      },
    ],
    assertions: [
      { label: 'c2pa.actions.v2', data: { actions: how }, created: true },
      { label: ASSERTION, data: asAssertion(said), kind: 'Json', created: true },
    ],
  }
}

const SETTINGS = JSON.stringify({
  // A thumbnail would be a second copy of the content, and costs more than all the rest.
  builder: { thumbnail: { enabled: false } },
  // The engine would refuse to give out what it cannot trace to a root; whoever calls reads the file again.
  verify: { verify_after_sign: false, remote_manifest_fetch: false, ocsp_fetch: false },
})

/** Signs a file as the last layer of its mark. Throws the engine's fault on files it cannot take. */
export async function signFile(engine: SigningEngine, source: Blob, wanted: Wanted): Promise<Signed> {
  const placement = placementOf(wanted.kind)
  if (placement === undefined) throw new Error(`no manifest fits a file of kind ${wanted.kind}`)
  const builder = engine.WasmBuilder.fromJson(JSON.stringify(definitionOf(wanted)), SETTINGS)
  try {
    if (wanted.parent !== undefined)
      await builder.addIngredientFromBlob(
        JSON.stringify({ label: PARENT, relationship: 'parentOf' }),
        wanted.parent.format,
        wanted.parent.bytes,
      )
    if (placement === 'sidecar') builder.setNoEmbed(true)
    const format = EMBEDS[wanted.kind] ?? 'application/octet-stream'
    const sign = async (claim: Uint8Array<ArrayBuffer>) => wanted.sign(claim)
    const signer = { alg: 'es256', reserveSize: RESERVED, sign } as const
    const { asset, manifest } = (await builder.signAndGetManifestBytes(signer, [], format, source)) as {
      readonly asset: Uint8Array
      readonly manifest: Uint8Array
    }
    return { file: asset, manifest, placement }
  } finally {
    builder.free()
  }
}
