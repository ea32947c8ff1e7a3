import { z } from 'zod'
import type { PartyId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import type { Refusal, Sort } from '../../base/outcome.ts'
import type { SystemId } from '../systems/schema.ts'
import { AiIdText, ClaimRequest, SIGNATURES_A_DAY } from './signing-schema.ts'

/** Most bytes of one job: a claim of 600 bytes takes 850 as a line, so the share of a day fits in. */
export const JOB_BYTES = 32 * 1_048_576
/** Claims of one organisation that may wait at a time: what it may have signed on one day. */
export const LINES_MOST = SIGNATURES_A_DAY
/** Jobs of one organisation that are kept at a time, finished ones included. */
export const JOBS_MOST = 50
/** Characters of one line: the longest claim, and a name beside it. */
export const LINE_MOST = 24_000
/** Lines of results in one answer. */
export const RESULTS_AT_ONCE = 500

/** One line of what is handed over. */
export const JobLine = z.strictObject({
  claim: ClaimRequest.shape.claim,
  ref: z
    .string()
    .max(120)
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text))
    .optional(),
})

/** What is wrong with a line: the first member that cannot be taken, or the line as a whole. */
export type LineFault = 'utf-8' | 'json' | 'too-long' | 'claim' | 'ref' | 'unknown-member'

/** A line as it was read: a claim to be signed, or what is wrong with it. */
export type LineRead =
  | { readonly line: number; readonly ref: string | null; readonly claim: Uint8Array }
  | { readonly line: number; readonly ref: string | null; readonly fault: LineFault }

export const JOB_STATES = ['waiting', 'running', 'done'] as const
export const JobState = z.enum(JOB_STATES)

export interface Job {
  readonly id: string
  readonly party: PartyId
  readonly system: SystemId
  readonly aiId: string
  /** The API key that ordered it. */
  readonly key: string
  readonly state: z.infer<typeof JobState>
  readonly lines: number
  /** The last line that was dealt with, as counted in what was sent. */
  readonly seen: number
  readonly signed: number
  readonly refused: number
  readonly createdAt: Instant
  /** Nothing happens before. */
  readonly dueAt: Instant
  readonly keepUntil: Instant
}

/** What became of a line. */
export type Became =
  | { readonly line: number; readonly signature: Signature }
  | { readonly line: number; readonly refusal: Refusal }
export type Settled = Became & { readonly ref: string | null }
export interface Signature {
  readonly cose: Uint8Array
  readonly serial: string
  readonly contentId: string
}

export const JobQuery = z.strictObject({ aiId: AiIdText })
export const JobOf = z.object({ id: z.uuid() })
export const ResultsQuery = z.strictObject({
  after: z.coerce.number().int().min(0).max(2_147_483_647).default(0).meta({
    description: 'The last line that is known already: lines behind it are given, at most 500',
  }),
})

/** How a job stands, as its owner reads it. */
export const JobShown = z
  .strictObject({
    id: z.string(),
    aiId: z.string(),
    state: JobState,
    of: z.int().meta({ description: 'Lines in all' }),
    done: z.int().meta({ description: 'Lines dealt with: signed and refused' }),
    signed: z.int(),
    refused: z.int(),
    since: z.string(),
    waitsUntil: z.string().nullable().meta({
      description: 'When it goes on: the share of the day is used up, or something failed and is tried again',
    }),
    keptUntil: z.string().meta({ description: 'Then it is erased with its results; later while it makes progress' }),
  })
  .readonly()
  .meta({ id: 'MarkJob' })
export type JobShown = z.infer<typeof JobShown>

/** One line of the results. */
export const JobResult = z.union([
  z.strictObject({
    line: z.int(),
    ref: z.string().nullable(),
    cose: z.string().meta({ description: 'As `POST /marks/sign` gives it' }),
    serial: z.string(),
    contentId: z.string(),
  }),
  z.strictObject({
    line: z.int(),
    ref: z.string().nullable(),
    refusal: z.strictObject({
      code: z.string(),
      vi: z.string(),
      en: z.string(),
      cite: z.string().optional(),
      facts: z.record(z.string(), z.string()).optional(),
    }),
  }),
])
export type JobResult = z.infer<typeof JobResult>
/** The results as they leave: each line made by `JobResult`. */
export const ResultsText = z.string().meta({
  description:
    'A line each: line, ref, cose, serial, contentId; or line, ref, refusal {code, vi, en, cite, facts}. Nothing when there is none behind `after` yet',
})

/** Every way a job can say no, and what sort of no it is. */
export const JOB_REFUSALS = {
  'job.unknown': 'absent',
  'job.empty': 'unfit',
  'job.line': 'unfit',
  'job.lines': 'overmuch',
  'job.too-many': 'overmuch',
  'job.key': 'unentitled',
} as const satisfies Record<string, Sort>
export type JobCode = keyof typeof JOB_REFUSALS
