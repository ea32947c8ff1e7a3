import type { ManifestFacts } from './signed.ts'

// What the engine writes, as far as we read it; nothing of it is taken for granted.

/** One finding of the engine: its code, and what it is about. */
export interface Status {
  readonly code?: string
  readonly url?: string
}
/** What held and what did not, of one manifest. */
export interface Results {
  readonly success?: readonly Status[]
  readonly failure?: readonly Status[]
  readonly informational?: readonly Status[]
}
/** One manifest of a store. */
export interface Manifest {
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
/** A part that went into the content, with what was found of it. */
export interface Ingredient {
  readonly title?: string
  readonly relationship?: string
  readonly active_manifest?: string
  readonly validation_status?: readonly Status[]
  readonly validation_results?: { readonly activeManifest?: Results }
}
/** The whole answer of the engine, as `json()` gives it. */
export interface Store {
  readonly active_manifest?: string
  readonly manifests?: Readonly<Record<string, Manifest>>
  readonly validation_status?: readonly Status[]
  readonly validation_results?: {
    readonly activeManifest?: Results
    readonly ingredientDeltas?: readonly { readonly validationDeltas?: Results }[]
    readonly trustListUri?: string
  }
}
interface Holder {
  readonly subject?: { readonly O?: unknown; readonly OU?: unknown; readonly CN?: unknown }
}

/** The same as `crJson()` gives it: with the subject of the certificate, and assertions about hashes. */
export interface Certified {
  readonly manifests?: readonly {
    readonly label?: string
    readonly assertions?: Readonly<Record<string, unknown>>
    readonly signature?: {
      readonly certificateInfo?: Holder
      readonly timeStampInfo?: { readonly certificateInfo?: Holder }
    }
  }[]
}

/** No value that a stranger wrote is longer than this. */
export const short = (text: string): string => text.slice(0, 300)
/** The codes of findings, in their order. */
export const codesOf = (all: readonly Status[] = []): readonly string[] => all.flatMap(({ code }) => code ?? [])
/** Who signed is a question of its own. */
export const aboutSigner = (code: string): boolean => /^(signingCredential|timeStamp|cawg)\./.test(code)
/** The signature itself, or the right to make it, does not hold. */
export const spoiltSignature = (code: string): boolean =>
  /^(claimSignature\.|algorithm\.|signingCredential\.(invalid|revoked|ocsp\.revoked))/.test(code)

/** A moment in UTC; what is none stays as it was written. */
export const asUtc = (text: string): string => {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? short(text) : at.toISOString()
}

interface Action {
  readonly action: string
  readonly sourceType?: string
}

/** How the content came to be, in the words of one manifest. */
export function actionsOf({ assertions = [] }: Manifest): readonly Action[] {
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

const listIn = (holder: unknown, key: string): readonly unknown[] => {
  const list: unknown = typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined
  return Array.isArray(list) ? list : []
}
const textIn = (holder: unknown, key: string): string | undefined => {
  const text: unknown = typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined
  return typeof text === 'string' ? text : undefined
}

/** As found now, or as whoever took the part in found and wrote down then. */
export const problemsOf = (ingredient: Ingredient): readonly string[] =>
  [...codesOf(ingredient.validation_status), ...codesOf(ingredient.validation_results?.activeManifest?.failure)].filter(
    (code) => !aboutSigner(code) || spoiltSignature(code),
  )

/** The tree of manifests as a list, the active one first; an ingredient names the manifest it had of its own. */
export function factsOf({ manifests = {}, active_manifest: first = '' }: Store): readonly ManifestFacts[] {
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
