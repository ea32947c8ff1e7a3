import { readSigned, type C2paEngine, type TrustList } from './c2pa.ts'
import { detect } from './detect.ts'
import type { Pack } from './lint-packs.ts'
import { lint, type Finding } from './lint.ts'
import { scan, type Scan } from './scan.ts'
import { hashes, type Hashes } from './phash.ts'
import type { Pixels } from './pixels.ts'
import type { Engine, SignedReading } from './signed.ts'
import { judge, type Verdict } from './verdict.ts'
import { WATERMARK } from './watermark.ts'

/** Why an engine gave no answer about a file although one was asked. */
export type Stopped = 'time' | 'crash'

/** Everything that was seen in one file, small enough to hand around: long values are cut. */
export interface Looked {
  readonly verdict: Verdict
  readonly signed: readonly SignedReading[]
  /** Is it marked as the packs ask, supposing that AI made it? */
  readonly findings: readonly Finding[]
  readonly fields: readonly FieldSeen[]
  /** Fields beyond those that are listed. */
  readonly more: number
  /** How the picture looks, where its points were there: it is compared here and sent nowhere. */
  readonly hashes?: Hashes
  /** Who looked for a watermark, where somebody did: finding none is an answer too. */
  readonly sought?: Engine
  readonly stopped?: Stopped
}

export interface FieldSeen {
  readonly carrier: string
  readonly key: string
  readonly value: string
  readonly offset: number
}

export interface Means {
  readonly lists: readonly TrustList[]
  readonly packs: readonly Pack[]
  /** None: the manifest is only seen, not verified. Several may disagree. */
  readonly engines: readonly C2paEngine[]
  /** The manifest store that lies beside the file. */
  readonly sidecar?: Uint8Array
  /** The points of a picture, where somebody can unfold them; a watermark is looked for in nothing else. */
  readonly pixels?: () => Promise<Pixels | undefined>
  /** Told what was seen before an engine or a picture is touched, for whoever may have to kill this. */
  readonly early?: (looked: Looked) => void
}

const MOST_FIELDS = 200
const LONGEST = 300

/** Looks at one file with all there is. Nothing is asked of the register: see `lookupOf`. */
export async function look(bytes: Uint8Array, means: Means): Promise<Looked> {
  const own = scan(bytes)
  const { lists, packs, engines, sidecar } = means
  const seen = sidecar === undefined || hasManifest(own) ? own : withSidecar(own, scan(sidecar))
  if (engines.length > 0) means.early?.(lookedAt(seen, [], packs))
  const signed: SignedReading[] = []
  const file = { bytes, kind: own.kind, seen: hasManifest(own), ...(sidecar === undefined ? {} : { sidecar }) }
  for (const engine of engines) signed.push(await readSigned(engine, file, lists))
  return lookedAt(seen, signed, packs, await means.pixels?.())
}

function lookedAt(seen: Scan, signed: readonly SignedReading[], packs: readonly Pack[], pixels?: Pixels): Looked {
  const watermark = pixels === undefined ? undefined : detect(pixels)
  const [first] = signed
  return {
    verdict: judge({ scan: seen, signed, ...(watermark === undefined ? {} : { watermark }) }),
    signed,
    findings: lint(first === undefined ? { scan: seen } : { scan: seen, signed: first }, packs),
    fields: seen.fields.slice(0, MOST_FIELDS).map(({ carrier, key, value, offset }) => ({
      ...{ carrier, key, offset },
      value: value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value,
    })),
    more: Math.max(0, seen.fields.length - MOST_FIELDS),
    ...(pixels === undefined ? {} : { sought: WATERMARK, hashes: hashes(pixels) }),
  }
}

/** What the manifest beside a file seems to say; the places of those fields are places in the manifest. */
const withSidecar = (own: Scan, beside: Scan): Scan => ({
  ...own,
  fields: [...own.fields, ...beside.fields.filter(({ carrier }) => carrier === 'c2pa')],
  limits: [...new Set([...own.limits, ...beside.limits])],
  steps: own.steps + beside.steps,
})

const hasManifest = ({ fields }: Scan): boolean => fields.some(({ carrier }) => carrier === 'c2pa')

/** What the register is asked about a file: numbers that stand in its mark, never anything of its content. */
export interface Lookup {
  readonly aiId?: string
  readonly contentId?: string
  /** Number of the certificate, and when it signed: only of one that the portal issued. */
  readonly certificate?: string
  readonly at?: string
}

/** What there is to ask about this file; nothing when it names neither system nor content. */
export function lookupOf({ verdict, signed }: Pick<Looked, 'verdict' | 'signed'>): Lookup | undefined {
  const { registration, watermark } = verdict
  const contentId = registration?.contentId ?? watermark?.contentId
  const national = signed.find(({ signer }) => signer?.trust === 'national')
  if (registration?.aiId === undefined && contentId === undefined) return undefined
  return {
    ...(registration?.aiId === undefined ? {} : { aiId: registration.aiId }),
    ...(contentId === undefined ? {} : { contentId }),
    ...(national?.signer?.serial === undefined ? {} : { certificate: national.signer.serial }),
    ...(national?.stampedAt === undefined ? {} : { at: national.stampedAt }),
  }
}
