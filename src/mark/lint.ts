import { MEDIUM } from './kind.ts'
import type { Check, LintRule, Pack } from './lint-packs.ts'
import type { Scan } from './scan.ts'
import type { SignedReading } from './signed.ts'
import { readSourceType } from './sourcetype.ts'
import { readTraces, type Place, type Trace } from './traces.ts'

export const LINTER = { name: 'saola-mark-lint', version: '1.0.0' } as const

/** What a file looks like to the linter; `before`: the same content before an export. */
export interface Marked {
  readonly scan: Scan
  readonly signed?: SignedReading
  readonly before?: { readonly scan: Scan; readonly signed?: SignedReading }
}

export interface Finding {
  readonly pack: string
  readonly rule: LintRule
  /** Where in the file, when it is about a place. */
  readonly place?: Place
  /** What was found there. */
  readonly value?: string
}

/** Every finding of every rule of the packs, in their order. Is the file marked as asked? No error is yes. */
export function lint(file: Marked, packs: readonly Pack[]): readonly Finding[] {
  const seen = look(file.scan, file.signed)
  const before = file.before === undefined ? undefined : look(file.before.scan, file.before.signed)
  return packs.flatMap((pack) =>
    pack.rules.flatMap((rule) => CHECK[rule.check](seen, before).map((hit) => ({ pack: pack.id, rule, ...hit }))),
  )
}

export const isMarked = (findings: readonly Finding[]): boolean => findings.every((f) => f.rule.level !== 'error')

interface Seen {
  readonly scan: Scan
  readonly signed: SignedReading | undefined
  readonly traces: readonly Trace[]
  readonly inScope: boolean
}
type Hit = Pick<Finding, 'place' | 'value'>

const look = (scan: Scan, signed: SignedReading | undefined): Seen => ({
  scan,
  signed,
  traces: readTraces(scan),
  inScope: !['document', 'sidecar', 'unknown'].includes(MEDIUM[scan.kind]),
})

/** A statement that the content was created or edited by AI, in a standard that others read. */
const states = (trace: Trace): boolean =>
  (trace.sort === 'source-type' && (trace.share === 'generated' || trace.share === 'edited')) ||
  (trace.sort === 'aigc' && trace.says === 'is') ||
  trace.sort === 'registration'

const signedStates = ({ signed, traces }: Seen): boolean => {
  const types = signed?.sourceTypes ?? []
  if (signed?.registration !== undefined || types.some((t) => isAi(t))) return true
  // Without an engine, what the manifest seems to say must do.
  return (
    signed === undefined && traces.some((t) => t.sort === 'manifest-hint' && t.name === 'source-type' && isAi(t.value))
  )
}
const isAi = (value: string): boolean => ['generated', 'edited'].includes(readSourceType(value).share)

const stated = (seen: Seen): boolean => seen.traces.some(states) || signedStates(seen)
const hasManifest = ({ traces, signed }: Seen): boolean =>
  (signed !== undefined && signed.manifest !== 'absent') || traces.some((t) => t.sort === 'manifest')
const weak = ({ traces }: Seen): readonly Trace[] => traces.filter((t) => t.sort === 'generator')
const sourceTypes = ({ traces }: Seen) => traces.filter((t) => t.sort === 'source-type')
const when = (holds: boolean): readonly Hit[] => (holds ? [{}] : [])

/** Each check says where it fails; nothing means it holds. */
const CHECK: Readonly<Record<Check, (seen: Seen, before: Seen | undefined) => readonly Hit[]>> = {
  'states-ai': (seen) => when(seen.inScope && !stated(seen) && weak(seen).length === 0),
  'states-more-than-generator-text': (seen) =>
    seen.inScope && !stated(seen)
      ? weak(seen)
          .slice(0, 1)
          .map((t) => ({ place: t.place, value: t.sort === 'generator' ? t.name : '' }))
      : [],
  'whole-source-type': (seen) => [
    ...sourceTypes(seen)
      .filter((t) => t.listed && !t.whole)
      .map((t) => ({ place: t.place, value: t.value })),
    ...(seen.signed?.sourceTypes ?? [])
      .map(readSourceType)
      .filter((t) => t.listed && !t.whole)
      .map((t) => ({ value: t.value })),
  ],
  'listed-source-type': (seen) =>
    sourceTypes(seen)
      .filter((t) => !t.listed)
      .map((t) => ({ place: t.place, value: t.value.slice(0, 200) })),
  'no-contradiction': (seen) =>
    stated(seen)
      ? sourceTypes(seen)
          .filter((t) => t.listed && t.share === 'none')
          .map((t) => ({ place: t.place, value: t.value }))
      : [],
  'readable-label': (seen) =>
    seen.traces.flatMap((t) => (t.sort === 'aigc-unreadable' ? [{ place: t.place, value: t.value }] : [])),
  'manifest-states-ai': (seen) => when(hasManifest(seen) && !signedStates(seen)),
  'manifest-intact': ({ signed }) =>
    when(signed?.manifest === 'broken' || signed?.intact === 'changed' || signed?.signature === 'invalid'),
  'kept-statement': (seen, before) => when(before !== undefined && stated(before) && !stated(seen)),
  'kept-manifest': (seen, before) =>
    when(before !== undefined && hasManifest(before) && !hasManifest(seen) && stated(seen)),
  'names-system': (seen) => when(seen.inScope && stated(seen) && !names(seen)),
  survives: (seen) => when(seen.inScope && stated(seen) && !hasManifest(seen)),
  'seen-whole': ({ scan }) => when(scan.limits.length > 0),
  stamped: ({ signed }) =>
    when(signed?.intact === 'yes' && signed.signature === 'good' && signed.stampedAt === undefined),
  'in-scope': (seen) => when(!seen.inScope),
}

const names = ({ traces, signed }: Seen): boolean =>
  signed?.registration !== undefined ||
  signed?.signer?.organisation !== undefined ||
  traces.some(
    (t) =>
      (t.sort === 'registration' && (t.registration.aiId ?? t.registration.provider) !== undefined) ||
      (t.sort === 'aigc' && t.producer !== undefined) ||
      (t.sort === 'iptc-ai' && t.name === 'AISystemUsed'),
  )
