import { readSourceType, type Share } from './sourcetype.ts'
import type { Limit } from './budget.ts'
import type { Kind } from './kind.ts'
import type { Registration } from './own.ts'
import type { Scan } from './scan.ts'
import type { Engine, RegisterState, SignedReading, WatermarkReading } from './signed.ts'
import { readTraces, type Trace } from './traces.ts'

/** Raised whenever the same evidence could lead to another answer. */
export const JUDGE = { name: 'saola-verdict', version: '1.3.0' } as const

/** Four questions, each with its own answers. They are never added up: a score would say more than anyone knows. */
export const FOUND = ['none', 'weak', 'declared', 'signed', 'watermark-only'] as const
export const INTACT = ['yes', 'changed', 'unreadable', 'unprovable', 'unchecked', 'nothing'] as const
export const SIGNER = ['national', 'c2pa', 'other', 'untrusted', 'expired', 'invalid', 'unsigned', 'unchecked'] as const
export const REGISTER = [
  ...['match', 'uncompared', 'system-only', 'unknown-id', 'content-differs', 'revoked', 'recalled'],
  ...['suspended', 'ended', 'id-conflict', 'no-id', 'unchecked'],
] as const
export type Found = (typeof FOUND)[number]
export type Intact = (typeof INTACT)[number]
export type SignedBy = (typeof SIGNER)[number]
export type InRegister = (typeof REGISTER)[number]

/** What the mark itself says: that AI made the content, took part, or that it did not; or nothing about it. */
export type About = 'created' | 'edited' | 'synthetic' | 'not-ai' | 'unsaid'

/** Two engines that answered one question differently. Both answers stand; the more cautious one is given. */
export interface Disagreement {
  readonly question: 'found' | 'intact' | 'signer'
  readonly answers: readonly { readonly engine: Engine; readonly answer: string }[]
}

export interface Verdict {
  readonly judge: Engine
  readonly engines: readonly Engine[]
  readonly kind: Kind
  readonly found: Found
  readonly about: About
  readonly intact: Intact
  readonly signer: SignedBy
  readonly register: InRegister
  readonly disagreements: readonly Disagreement[]
  /** What the mark says of system and register, and whether that stood under a signature that holds. */
  readonly registration?: Registration & { readonly signed: boolean }
  readonly watermark?: WatermarkReading
  readonly asOf?: string
  /** Why the scan saw less than everything. */
  readonly limits: readonly Limit[]
  readonly traces: readonly Trace[]
}

export interface Evidence {
  readonly scan: Scan
  /** None: no engine was asked. Two: they may disagree. */
  readonly signed?: readonly SignedReading[]
  readonly register?: RegisterState
  readonly watermark?: WatermarkReading
}

/** Four answers from what was read. Pure: the same evidence gives the same verdict. */
export function judge({ scan, signed = [], register, watermark }: Evidence): Verdict {
  const traces = readTraces(scan)
  const registration = registrationOf(traces, signed)
  const found = foundIn(traces, signed, watermark)
  return {
    judge: JUDGE,
    engines: [scan.scanner, ...signed.map((s) => s.engine), ...(watermark === undefined ? [] : [watermark.engine])],
    kind: scan.kind,
    found,
    about: aboutOf(traces, signed, registration),
    intact: intactOf(found, signed),
    signer: signerOf(found, signed),
    register: registerOf(register, registration, watermark),
    disagreements: disagreements(signed),
    ...(registration === undefined ? {} : { registration }),
    ...(watermark === undefined ? {} : { watermark }),
    ...(register === undefined ? {} : { asOf: register.asOf }),
    limits: scan.limits,
    traces,
  }
}

/** The same verdict once the register has answered. */
export const withRegister = (verdict: Verdict, state: RegisterState): Verdict => ({
  ...verdict,
  register: registerOf(state, verdict.registration, verdict.watermark),
  asOf: state.asOf,
})

const has = (traces: readonly Trace[], ...sorts: readonly Trace['sort'][]): boolean =>
  traces.some((t) => sorts.includes(t.sort))

/** A statement that is no statement about AI, such as a camera's, is no mark of AI-generated content. */
const declares = (trace: Trace): boolean =>
  (trace.sort === 'source-type' && trace.share !== 'none') ||
  trace.sort === 'registration' ||
  trace.sort === 'aigc' ||
  trace.sort === 'iptc-ai'

function foundIn(
  traces: readonly Trace[],
  signed: readonly SignedReading[],
  watermark: WatermarkReading | undefined,
): Found {
  // An engine that sees no manifest where the scanner sees one has not refuted it: it cannot read that container.
  if (signed.some((s) => s.manifest !== 'absent') || has(traces, 'manifest')) return 'signed'
  if (traces.some(declares)) return 'declared'
  if (watermark !== undefined) return 'watermark-only'
  return has(traces, 'generator', 'aigc-unreadable') ? 'weak' : 'none'
}

const ABOUT: Readonly<Record<Share, About>> = {
  generated: 'created',
  edited: 'edited',
  synthetic: 'synthetic',
  none: 'not-ai',
}
/** What weighs more when a mark says several things: a word that AI took part is never outweighed by one that it did not. */
const WEIGHT: readonly About[] = ['created', 'edited', 'synthetic', 'not-ai']

function aboutOf(
  traces: readonly Trace[],
  signed: readonly SignedReading[],
  registration: Registration | undefined,
): About {
  const said = new Set<About>()
  if (registration !== undefined) said.add(registration.statement === 'created-by-ai' ? 'created' : 'edited')
  for (const value of signed.flatMap((s) => s.sourceTypes ?? [])) said.add(ABOUT[readSourceType(value).share])
  for (const trace of traces) {
    if (trace.sort === 'source-type' && trace.listed) said.add(ABOUT[trace.share])
    if (trace.sort === 'aigc') said.add(trace.says === 'is' ? 'created' : 'synthetic')
    if (trace.sort === 'iptc-ai') said.add('synthetic')
    if (trace.sort === 'manifest-hint' && trace.name === 'source-type' && signed.length === 0)
      said.add(ABOUT[readSourceType(trace.value).share])
  }
  return WEIGHT.find((about) => said.has(about)) ?? 'unsaid'
}

type IntactOf = (reading: SignedReading) => Intact
const intactIn: IntactOf = ({ manifest, intact, signature }) => {
  if (manifest === 'absent') return 'nothing'
  if (manifest === 'broken') return 'unreadable'
  if (intact === undefined && signature !== 'invalid') return 'unchecked'
  return intact === 'yes' && signature !== 'invalid' ? 'yes' : 'changed'
}
/** The more cautious answer first. */
const CAUTION: readonly Intact[] = ['changed', 'unreadable', 'yes']

function intactOf(found: Found, signed: readonly SignedReading[]): Intact {
  if (found === 'none') return 'nothing'
  if (found !== 'signed') return 'unprovable'
  const answers = signed.map(intactIn)
  return CAUTION.find((answer) => answers.includes(answer)) ?? 'unchecked'
}

const signerIn = ({ manifest, signature, signer }: SignedReading): SignedBy => {
  if (manifest !== 'read') return 'unchecked'
  if (signature === 'invalid') return 'invalid'
  return signer?.expired === true ? 'expired' : (signer?.trust ?? 'untrusted')
}
const DISTRUST: readonly SignedBy[] = ['invalid', 'untrusted', 'expired', 'other', 'c2pa', 'national']

function signerOf(found: Found, signed: readonly SignedReading[]): SignedBy {
  if (found !== 'signed') return 'unsigned'
  const answers = signed.map(signerIn)
  return DISTRUST.find((answer) => answers.includes(answer)) ?? 'unchecked'
}

/** What stands under a signature that holds goes before what anyone may have written. */
function registrationOf(
  traces: readonly Trace[],
  signed: readonly SignedReading[],
): (Registration & { readonly signed: boolean }) | undefined {
  const proven = signed.find((s) => s.registration !== undefined && intactIn(s) === 'yes')?.registration
  if (proven !== undefined) return { ...proven, signed: true }
  const claimed = signed.find((s) => s.registration !== undefined)?.registration
  const declared = traces.flatMap((t) => (t.sort === 'registration' ? [t.registration] : []))[0]
  const said = claimed ?? declared
  return said === undefined ? undefined : { ...said, signed: false }
}

function registerOf(
  state: RegisterState | undefined,
  registration: Registration | undefined,
  watermark: WatermarkReading | undefined,
): InRegister {
  const [written, drawn] = [registration?.contentId, watermark?.contentId]
  // Two ids in one file: one of them was copied from somewhere.
  if (written !== undefined && drawn !== undefined && written !== drawn) return 'id-conflict'
  if (written === undefined && drawn === undefined && registration?.aiId === undefined) return 'no-id'
  if (state === undefined) return 'unchecked'
  if (state.id === 'unknown') return 'unknown-id'
  if (state.item === 'differs') return 'content-differs'
  if (state.certificate === 'revoked') return 'revoked'
  if (state.system === 'recalled' || state.system === 'suspended') return state.system
  if (state.system === 'retired' || state.system === 'withdrawn') return 'ended'
  if (state.item === 'uncompared') return 'uncompared'
  return state.item === 'same' ? 'match' : 'system-only'
}

function disagreements(signed: readonly SignedReading[]): readonly Disagreement[] {
  const about = (question: Disagreement['question'], answer: (s: SignedReading) => string): Disagreement[] => {
    const answers = signed.map((s) => ({ engine: s.engine, answer: answer(s) }))
    return new Set(answers.map((a) => a.answer)).size > 1 ? [{ question, answers }] : []
  }
  return [
    ...about('found', (s) => (s.manifest === 'absent' ? 'none' : 'signed')),
    ...about('intact', intactIn),
    ...about('signer', signerIn),
  ]
}
