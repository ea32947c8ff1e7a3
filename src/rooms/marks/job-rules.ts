import type { Instant } from '../../base/day.ts'
import { fill, type Text } from '../../base/text.ts'
import type { Refusal } from '../../base/outcome.ts'
import { CERTIFICATE_SAYS } from './certificate-words.ts'
import {
  type Job,
  JobLine,
  type JobResult,
  type JobShown,
  LINE_MOST,
  type LineFault,
  type LineRead,
  type Settled,
} from './job-schema.ts'
import { JOB_SAYS } from './job-words.ts'
import { SIGNING_SAYS } from './signing-words.ts'

const NEWLINE = 10

/**
 * The lines of a body that hold anything, as bytes, so that of the whole no more than one line is ever a text. Counted
 * from 1 as an editor counts, empty ones too.
 */
export function* linesIn(bytes: Uint8Array): Generator<{ readonly line: number; readonly bytes: Uint8Array }> {
  let line = 0
  for (let from = 0; from < bytes.length; ) {
    const at = bytes.indexOf(NEWLINE, from)
    const to = at < 0 ? bytes.length : at
    line += 1
    const one = bytes.subarray(from, to)
    from = to + 1
    if (one.some((byte) => byte !== 32 && byte !== 9 && byte !== 13)) yield { line, bytes: one }
  }
}

/** Each line read by itself: one that cannot be taken says so and is no reason against others. */
export function* readLines(bytes: Uint8Array): Generator<LineRead> {
  for (const one of linesIn(bytes)) yield { line: one.line, ...readLine(one.bytes) }
}

type Read = Omit<Extract<LineRead, { claim: unknown }>, 'line'> | Omit<Extract<LineRead, { fault: unknown }>, 'line'>
const bad = (fault: LineFault, ref: string | null = null): Read => ({ ref, fault })

function readLine(bytes: Uint8Array): Read {
  if (bytes.length > LINE_MOST) return bad('too-long')
  const text = textOf(bytes)
  if (text === undefined) return bad('utf-8')
  const value = valueOf(text)
  const read = JobLine.safeParse(value)
  if (read.success) return { ref: read.data.ref ?? null, claim: read.data.claim }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return bad('json')
  // Its own name helps to find the line, where that is not what is wrong.
  const ref = JobLine.shape.ref.safeParse('ref' in value ? value.ref : undefined)
  const [issue] = read.error.issues
  if (!ref.success) return bad('ref')
  return bad(issue?.code === 'unrecognized_keys' ? 'unknown-member' : 'claim', ref.data ?? null)
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Bytes that are no text are the sender's mistake; where in them does not help.
    return undefined
  }
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own words would not help the reader.
    return undefined
  }
}

/** How a job stands at a moment. */
export const shownJob = (job: Job, now: Instant): JobShown => ({
  ...{ id: job.id, aiId: job.aiId, state: job.state, of: job.lines, done: job.signed + job.refused },
  ...{ signed: job.signed, refused: job.refused, since: job.createdAt, keptUntil: job.keepUntil },
  waitsUntil: job.state !== 'done' && job.dueAt > now ? job.dueAt : null,
})

const SAYS: Readonly<Record<string, Text>> = { ...JOB_SAYS, ...SIGNING_SAYS, ...CERTIFICATE_SAYS }

/** A settled line as its owner reads it: the signature as `signClaim` gives it, or the refusal in words. */
export function shownResult(settled: Settled): JobResult {
  const { line, ref } = settled
  if ('signature' in settled) {
    const { cose, serial, contentId } = settled.signature
    return { line, ref, cose: Buffer.from(cose).toString('base64'), serial, contentId }
  }
  return { line, ref, refusal: inWords(settled.refusal) }
}

function inWords({ code, cite, facts }: Refusal) {
  const text = SAYS[code]
  if (text === undefined) throw new Error(`no words for ${code}`)
  const words = { code, vi: fill(text.vi, facts), en: fill(text.en, facts) }
  return { ...words, ...(cite === undefined ? {} : { cite }), ...(facts === undefined ? {} : { facts: { ...facts } }) }
}
