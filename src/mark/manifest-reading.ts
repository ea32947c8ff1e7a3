import { readingSettings } from './c2pa.ts'
import type { MarkingEngine } from './marking.ts'
import { ASSERTION, readRegistration, type Registration } from './own.ts'

/** What a manifest that stands alone proves of itself, apart from its content. */
export interface ManifestReading {
  readonly manifestId: string
  readonly registration: Registration
  /** Of the certificate that signed it, in hexadecimal. */
  readonly serial: string
}

interface Store {
  readonly active_manifest?: string
  readonly validation_results?: {
    readonly activeManifest?: {
      readonly success?: readonly { readonly code?: string }[]
      readonly failure?: readonly { readonly code?: string }[]
    }
  }
  readonly manifests?: Readonly<
    Record<
      string,
      {
        readonly assertions?: readonly { readonly label?: string; readonly data?: unknown }[]
        readonly signature_info?: { readonly cert_serial_number?: string }
      }
    >
  >
}

/** Reads a manifest store by itself. Nothing when its signature does not lead to these roots or it is not ours. */
export async function readingOf(
  engine: MarkingEngine,
  manifest: Uint8Array,
  roots: string,
): Promise<ManifestReading | undefined> {
  const settings = readingSettings([{ trust: 'other', roots }])
  const reader = await engine.WasmReader.fromBytes('application/c2pa', manifest, settings).catch((fault: unknown) => {
    if (fault instanceof Error && fault.name === 'RuntimeError') throw fault
    // Whatever the engine says of it, it is no manifest that proves anything.
    return undefined
  })
  if (reader === undefined) return undefined
  try {
    const store = JSON.parse(reader.json()) as Store
    const manifestId = store.active_manifest ?? ''
    const { success = [], failure = [] } = store.validation_results?.activeManifest ?? {}
    const active = store.manifests?.[manifestId]
    const said = active?.assertions?.find(({ label }) => label === ASSERTION)?.data
    const registration = readRegistration(new Map(entriesOf(said)))
    const serial = active?.signature_info?.cert_serial_number
    // Of the content nothing is known here, so what is said of it does not count.
    const wrong = failure.filter(({ code = '' }) => !/^assertion\.(dataHash|bmffHash|boxesHash)\./.test(code))
    const signed = success.some(({ code }) => code === 'signingCredential.trusted')
    if (wrong.length > 0 || !signed || registration === undefined || !/^\d{1,60}$/.test(serial ?? '')) return undefined
    return { manifestId, registration, serial: BigInt(serial ?? 0).toString(16) }
  } finally {
    reader.free()
  }
}

const entriesOf = (data: unknown): readonly (readonly [string, string])[] =>
  typeof data === 'object' && data !== null
    ? Object.entries(data).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : []))
    : []
