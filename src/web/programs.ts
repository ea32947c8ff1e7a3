import { z } from 'zod'
import type { Actor } from '../base/actor.ts'
import { sha256 } from '../base/hash.ts'
import type { Kit } from '../db/kit.ts'
import { sendOpen } from './fresh.ts'
import { answeredBefore, claim, keepAnswer, type Once, type Sent } from './once.ts'
import { misshapen, type RimCode, refused, rimProblem } from './problem.ts'
import { allows, type ApiRoute, type Asked, type Beside, LINES } from './route.ts'
import { asSent, type C, type Ports, preferred, queryOf, readBody, send, sendProblem } from './send.ts'
import { shapeProblems, tooDeep, unwritable } from './shape.ts'
import { inTransaction } from './transaction.ts'

const BODY_LIMIT = 1_048_576
/** What a form writes around its files. */
const FORM_AROUND = 16_384
/** A route that names no query takes none: unknown fields are refused there too. */
const NO_QUERY = z.strictObject({})

/** Answers a program: key, scope, body and Idempotency-Key are judged here, before any room is asked. */
export async function answerApi(kit: Kit, ports: Ports, route: ApiRoute, c: C): Promise<Response> {
  const id = c.get('id')
  const no = (code: RimCode) => sendProblem(rimProblem(code, id, route.file ?? route.lines ?? BODY_LIMIT))
  const actor = await holder(kit, ports, c)
  if (actor === undefined) return no('rim.no-key')
  if (!allows(route.who, actor)) return no(actor.kind === 'visitor' ? 'rim.no-key' : 'rim.scope')

  // A file costs whoever reads it far more than whoever sends it.
  if (route.file !== undefined && actor.kind === 'visitor' && ports.flooded(c)) return no('rim.too-many')
  const body =
    route.file !== undefined
      ? await readFiles(c, route.file, route.beside)
      : route.lines !== undefined
        ? await readLines(c, route.lines)
        : route.method === 'get' || route.body === undefined
          ? { ok: true as const, raw: new Uint8Array(), value: undefined }
          : await readJson(c)
  if (!body.ok) return no(body.no)
  const asked: Asked = { ...kit, actor, lang: preferred(c), requestId: id }
  if (route.method === 'get' || route.stateless) {
    const sent = await runApi(asked, ports, route, c, body, id)
    const open = route.method === 'get' && actor.kind === 'visitor' && sent.status === 200
    return open ? sendOpen(c.req, sent.body, { ...sent.headers, vary: 'authorization, accept-language' }) : send(sent)
  }

  const key = c.req.header('idempotency-key') ?? ''
  if (key === '' || key.length > 200) return no('rim.idempotency-missing')
  const who = actor.kind === 'program' ? `key:${actor.key}` : 'visitor'
  const once: Once = { scope: `${who} ${c.req.method} ${c.req.path}`, key, request: requestOf(body.raw, c) }
  const sent = await inTransaction<Sent | RimCode>(kit, async (trx) => {
    if (!(await claim(trx, once, false))) return { keep: false, value: 'rim.idempotency-in-flight' as const }
    const before = await answeredBefore(trx, once)
    if (before === 'other') return { keep: false, value: 'rim.idempotency-other' as const }
    if (before !== undefined) return { keep: false, value: before }
    const fresh = await runApi({ ...asked, db: trx }, ports, route, c, body, id)
    if (fresh.status >= 400) return { keep: false, value: fresh }
    await keepAnswer(trx, once, fresh, route.keep ?? 'week', kit.now())
    return { keep: true, value: fresh }
  })
  return typeof sent === 'string' ? no(sent) : send(sent)
}

/** What tells two requests with one key apart: what was sent, and what stood behind the address. */
function requestOf(raw: Uint8Array, c: C): string {
  const { search } = new URL(c.req.url)
  return search === '' ? sha256(raw) : sha256(`${sha256(raw)} ${search}`)
}

/** The actor behind a bearer key; a visitor without one; nobody when the key is wrong. */
async function holder(kit: Kit, ports: Ports, c: C): Promise<Actor | undefined> {
  const header = c.req.header('authorization')
  if (header === undefined) return { kind: 'visitor' }
  const key = /^Bearer (\S{1,200})$/.exec(header)?.[1]
  const actor = key === undefined ? undefined : await ports.whoHolds(kit, key)
  return actor?.kind === 'visitor' ? undefined : actor
}

interface Body {
  readonly raw: Uint8Array
  readonly value: unknown
  readonly beside?: Beside
}

async function runApi(
  asked: Asked,
  ports: Ports,
  route: ApiRoute,
  c: C,
  { raw: bytes, value: body, beside }: Body,
  id: string,
): Promise<Sent> {
  const query = queryOf(c)
  if (unwritable(body) || unwritable(query) || unwritable(c.req.param())) return asSent(rimProblem('rim.text', id))
  const params = route.params?.safeParse(c.req.param())
  if (params && !params.success) return asSent(rimProblem('rim.not-found', id))
  const shapes = [(route.query ?? NO_QUERY).safeParse(query), route.body?.safeParse(body)] as const
  const problems = [
    ...(shapes[0].success === false ? shapeProblems(shapes[0].error, query) : []),
    ...(shapes[1]?.success === false ? shapeProblems(shapes[1].error, body) : []),
  ]
  if (problems.length > 0) return asSent(misshapen(problems, id))
  const input = { params: params?.data, query: shapes[0].data, body: shapes[1]?.data, bytes, ...(beside && { beside }) }
  const outcome = await route.handle(asked, input)
  if (!outcome.ok) return asSent(refused(outcome.refusals, ports.refusals, id))
  // Whatever is not in the output schema cannot leave.
  const shown = route.output.parse(outcome.value)
  return {
    status: route.status ?? 200,
    headers: {
      'content-type': route.media ?? 'application/json; charset=utf-8',
      ...route.headers?.(shown, asked.site.url),
    },
    body: bodyOf(route.media === undefined ? JSON.stringify(shown) : shown),
  }
}

const bodyOf = (shown: unknown): Buffer => Buffer.from(shown instanceof Uint8Array ? shown : String(shown))

type Read = ({ readonly ok: true } & Body) | { readonly ok: false; readonly no: RimCode }

async function readFile(c: C, limit: number): Promise<Read> {
  const raw = await readBody(c, limit)
  return raw === undefined ? { ok: false, no: 'rim.too-large' } : { ok: true, raw, value: undefined }
}

/** A file as it is, or a form with that file and one beside it. */
async function readFiles(c: C, limit: number, beside: string | undefined): Promise<Read> {
  const type = c.req.header('content-type') ?? ''
  const whole = await readFile(c, beside === undefined ? limit : limit + FORM_AROUND)
  if (!whole.ok || beside === undefined || !/^multipart\/form-data\b/i.test(type))
    return whole.ok && whole.raw.length > limit ? { ok: false, no: 'rim.too-large' } : whole
  const form = await new Response(Uint8Array.from(whole.raw), { headers: { 'content-type': type } })
    .formData()
    // A malformed body; nothing was read from it.
    .catch(() => undefined)
  const [file, second] = [form?.get('file'), form?.get(beside)]
  if (!(file instanceof File)) return { ok: false, no: 'rim.form' }
  const raw = new Uint8Array(await file.arrayBuffer())
  if (!(second instanceof File) || second.size === 0) return { ok: true, raw, value: undefined }
  const bytes = new Uint8Array(await second.arrayBuffer())
  return { ok: true, raw, value: undefined, beside: { name: second.name, bytes } }
}

async function readLines(c: C, limit: number): Promise<Read> {
  const type = c.req.header('content-type') ?? ''
  return type.toLowerCase().split(';')[0]?.trim() === LINES ? readFile(c, limit) : { ok: false, no: 'rim.media-lines' }
}

async function readJson(c: C): Promise<Read> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return { ok: false, no: 'rim.media-type' }
  const raw = await readBody(c, BODY_LIMIT)
  if (raw === undefined) return { ok: false, no: 'rim.too-large' }
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw))
    return tooDeep(value) ? { ok: false, no: 'rim.too-deep' } : { ok: true, raw, value }
  } catch {
    // The parser's own words would not help the reader.
    return { ok: false, no: 'rim.json' }
  }
}
