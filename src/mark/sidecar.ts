import type { Certified, Status } from './c2pa-store.ts'
import type { SignedReading } from './signed.ts'

/** A manifest store that lies beside its file, as the engine wants it called. */
export const SIDECAR_FORMAT = 'application/c2pa'

/** What we found ourselves when we held a file against the manifest beside it; the other codes are the engine's. */
export const BESIDE_CODES = {
  fits: 'saola.sidecar.hash.match',
  differs: 'saola.sidecar.hash.mismatch',
  unbound: 'saola.sidecar.unbound',
} as const

/** How the content stands to a manifest that lies beside it. `unbound`: the manifest binds it in a way we cannot hold. */
export type Fit = keyof typeof BESIDE_CODES

const BINDING = 'c2pa.hash.data'
const ALGORITHMS: Readonly<Record<string, string>> = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' }

/**
 * Holds a whole file against the hash in the active manifest of a store beside it (C2PA 2.x, data hash). The engine has
 * checked that the assertion is the one that was signed: without its word (`success`) nothing fits. A hash that leaves
 * out stretches of the file was made for a manifest inside it, and says nothing here.
 */
export async function fitOf(
  content: Uint8Array,
  store: { readonly certified: Certified; readonly active: string; readonly success: readonly Status[] },
): Promise<Fit> {
  const { certified, active, success } = store
  const own = certified.manifests?.find(({ label }) => label === active)?.assertions?.[BINDING]
  const { alg = 'sha256', hash, exclusions = [] } = (own ?? {}) as Readonly<Record<string, unknown>>
  const name = typeof alg === 'string' ? ALGORITHMS[alg] : undefined
  const said = typeof hash === 'string' ? /^b64'(.*)'$/.exec(hash)?.[1] : undefined
  const proven = success.some(
    ({ code, url = '' }) =>
      code === 'assertion.hashedURI.match' && url.endsWith(`/${active}/c2pa.assertions/${BINDING}`),
  )
  const whole = Array.isArray(exclusions) && exclusions.length === 0
  if (name === undefined || said === undefined || !proven || !whole) return 'unbound'
  const digest = new Uint8Array(await crypto.subtle.digest(name, unshared(content)))
  return btoa(String.fromCharCode(...digest)) === said ? 'fits' : 'differs'
}

/** A film is not copied only to be hashed. */
const unshared = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array<ArrayBuffer> =>
  buffer instanceof ArrayBuffer
    ? new Uint8Array(buffer, byteOffset, byteLength)
    : Uint8Array.from(new Uint8Array(buffer, byteOffset, byteLength))

/** The engine was given no content and hashed something else: what it says of that hash says nothing. */
export const isWrongBytes = (fit: Fit, { code = '' }: Status): boolean =>
  code === 'assertion.dataHash.mismatch' ||
  (fit === 'unbound' && /^assertion\.(bmffHash|boxesHash)\.mismatch$/.test(code))

/** Does the content fit, as far as a reading tells? Nothing where nobody could hold it against the manifest. */
export const intactBeside = (fit: Fit, restHolds: boolean): SignedReading['intact'] =>
  fit === 'differs' || !restHolds ? 'changed' : fit === 'fits' ? 'yes' : undefined

/** A file, and the manifest beside it where there is one. */
export interface Pair<T> {
  readonly file: T
  readonly sidecar?: T
}

const EXTENSION = /\.c2pa$/i
const stemOf = (name: string): string => name.replace(/\.[^./\\]*$/, '').toLowerCase()

/**
 * Puts files and their manifests together by name: `film.mkv` with `film.mkv.c2pa`, else with `film.c2pa` where only one
 * file bears that stem. A manifest that belongs to none of them stays by itself.
 */
export function pairsOf<T extends { readonly name: string }>(files: readonly T[]): readonly Pair<T>[] {
  const sidecars = files.filter(({ name }) => EXTENSION.test(name))
  const contents = files.filter(({ name }) => !EXTENSION.test(name))
  const ownerOf = (sidecar: T): T | undefined => {
    const said = stemOf(sidecar.name)
    const exact = contents.filter(({ name }) => name.toLowerCase() === said)
    const alike = contents.filter(({ name }) => stemOf(name) === said)
    const [owner, another] = exact.length > 0 ? exact : alike
    return another === undefined ? owner : undefined
  }
  const taken = new Map<T, T>()
  // The whole name says more than the stem, so it is asked first.
  for (const exactly of [true, false])
    for (const sidecar of sidecars) {
      const owner = ownerOf(sidecar)
      const isExact = owner?.name.toLowerCase() === stemOf(sidecar.name)
      if (owner !== undefined && isExact === exactly && !taken.has(owner)) taken.set(owner, sidecar)
    }
  const used = new Set(taken.values())
  return files.flatMap((file): Pair<T>[] => {
    if (used.has(file)) return []
    const sidecar = taken.get(file)
    return [sidecar === undefined ? { file } : { file, sidecar }]
  })
}
