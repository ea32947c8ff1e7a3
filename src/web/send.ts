import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Actor } from '../base/actor.ts'
import { secretToken } from '../base/ids.ts'
import type { Lang } from '../base/text.ts'
import type { Kit } from '../db/kit.ts'
import { sendOpen } from './fresh.ts'
import type { Sent } from './once.ts'
import type { ProblemDocument, Refusals } from './problem.ts'
import { sendFile } from './ranges.ts'
import type { AskedPage, Download, PageContent } from './route.ts'
import { inTongues } from './tongue.ts'

/** What a request carries through the rim: its own id, the name of the route it met, and what its answer owes that. */
export type Env = { Variables: { id: string; route: string; wasm?: true; discreet?: true } }
export type C = Context<Env>

/** What the rim needs and this floor does not know; `app.tsx` fills it from the rooms. */
export interface Ports {
  readonly refusals: Refusals
  /** Who holds this session cookie. */
  whoIs(kit: Kit, token: string): Promise<Actor>
  /** Who holds this API key; a visitor when nobody does. */
  whoHolds(kit: Kit, apiKey: string): Promise<Actor>
  /** The whole document around a page. */
  frame(asked: Pick<AskedPage, 'lang' | 'path' | 'actor' | 'site' | 'once'>, content: PageContent): Child
  /** The page of a problem: what happened, what it means, what one can do. */
  problemPage(
    asked: Pick<AskedPage, 'lang' | 'path' | 'actor' | 'site' | 'once' | 'requestId'>,
    problem: ProblemDocument,
  ): PageContent
  /** Where this actor goes first to come to a page: to sign in or, signed in, to choose an organisation. */
  signIn(lang: Lang, back: string, actor: Actor): string
  /** Does this request belong to a flood of forms by visitors? */
  flooded(c: C): boolean
  /** Is this one message too many in this hour, from its part of the network or in all? Counts it. Without it, never. */
  readonly crowd?: {
    tooMany(c: C): boolean
    task(): string
    solved(answer: string): boolean
  }
  observe(route: string, status: number, ms: number, method: string, requestId: string): void
  fault(error: unknown, requestId: string, route: string): void
}

/** Vietnamese unless the browser asks for English and not for Vietnamese. */
export const preferred = (c: C): Lang => {
  const asked = c.req.header('accept-language') ?? ''
  return /\bvi\b/i.test(asked) || !/\ben\b/i.test(asked) ? 'vi' : 'en'
}

/** The body, or nothing when it is larger than it may be: read no further than that. */
export async function readBody(c: C, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const length = c.req.header('content-length')
  if (Number(length ?? 0) > limit) return undefined
  // A length that was told is kept to by HTTP itself, and the whole is read faster than its pieces.
  if (length !== undefined) {
    const whole = new Uint8Array(await c.req.raw.arrayBuffer())
    return whole.length > limit ? undefined : whole
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Uint8Array.from(Buffer.concat(chunks))
}

export const queryOf = (c: C): Record<string, string | string[]> =>
  Object.fromEntries(Object.entries(c.req.queries()).map(([k, v]) => [k, v.length === 1 ? (v[0] ?? '') : v]))

const PROBLEM = 'application/problem+json'

/** What a status owes beside its body. After a 413 the rest of the body was not read, so the connection cannot be used again. */
const headersFor: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { 'www-authenticate': 'Bearer' },
  413: { connection: 'close' },
}

export const asSent = (problem: ProblemDocument): Sent => ({
  status: problem.status,
  headers: { 'content-type': PROBLEM, ...headersFor[problem.status] },
  body: Buffer.from(JSON.stringify(problem)),
})
export const sendProblem = (problem: ProblemDocument, headers: Readonly<Record<string, string>> = {}): Response => {
  const sent = asSent(problem)
  return send({ ...sent, headers: { ...sent.headers, ...headers } })
}
export const send = ({ status, headers, body }: Sent): Response =>
  new Response(Uint8Array.from(body), { status, headers: { 'cache-control': 'no-store', ...headers } })

/** A page as it leaves: whole, and every stretch in its own language. */
export const written = async (lang: Lang, page: Child): Promise<string> =>
  inTongues(String(await (page as Promise<string> | string)), lang)

export async function html(c: C, lang: Lang, status: number, body: Child): Promise<Response> {
  c.header('cache-control', 'no-store')
  return c.html(await written(lang, body), status as 200)
}

export function showProblem(kit: Kit, ports: Ports, c: C, lang: Lang, problem: ProblemDocument): Promise<Response> {
  const asked = {
    lang,
    path: c.req.path,
    actor: { kind: 'visitor' as const },
    site: kit.site,
    once: secretToken(),
    requestId: c.get('id'),
  }
  return html(c, lang, problem.status, ports.frame(asked, ports.problemPage(asked, problem)))
}

export async function download(c: C, { type, name, body }: Download, open = false): Promise<Response> {
  const own = {
    'content-type': type,
    ...(name === undefined ? {} : { 'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"` }),
  }
  const headers = { ...own, 'cache-control': 'no-store' }
  if (typeof body === 'object' && 'path' in body) return sendFile(c.req, body, own)
  if (open && (typeof body === 'string' || body instanceof Uint8Array)) return sendOpen(c.req, body, own)
  if (typeof body === 'string') return new Response(body, { headers })
  if (body instanceof Uint8Array) return new Response(Uint8Array.from(body), { headers })
  return new Response(streamed(body), { headers })
}

const streamed = (parts: AsyncIterable<string>): ReadableStream<Uint8Array> => {
  const from = parts[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await from.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await from.return?.()
    },
  })
}
