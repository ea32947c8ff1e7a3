import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { compress } from 'hono/compress'
import type { Child } from 'hono/jsx'
import type { Actor } from '../base/actor.ts'
import { sha256 } from '../base/hash.ts'
import { secretToken, uuidv7 } from '../base/ids.ts'
import { LANGS, type Lang } from '../base/text.ts'
import { isTransient, retrying } from '../db/connect.ts'
import type { Database, Kit } from '../db/kit.ts'
import { assets } from './assets.ts'
import { answeredBefore, claim, keepAnswer, type Once, type Sent } from './once.ts'
import { misshapen, type ProblemDocument, type Refusals, type RimCode, refused, rimProblem } from './problem.ts'
import {
  allows,
  type Answer,
  type ApiRoute,
  type Asked,
  type AskedPage,
  type Cookie,
  type Download,
  type Form,
  type PageContent,
  type PageRoute,
  type Route,
} from './route.ts'
import { shapeProblems, unwritable } from './shape.ts'

/** What the rim needs and this floor does not know; `app.ts` fills it from the rooms. */
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
  /** A page asked for by somebody who is not signed in: where to go. */
  signIn(lang: Lang, back: string): string
  observe(route: string, status: number, ms: number, method: string, requestId: string): void
  fault(error: unknown, requestId: string, route: string): void
}

export const SESSION = 'saola_session'
const API = '/api/v1'
const BODY_LIMIT = 1_048_576
const FORM_LIMIT = 262_144
const PROBLEM = 'application/problem+json'
const CSP =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

type Env = { Variables: { id: string; route: string } }
type C = Context<Env>

/** Mounts every route. The only place that sends, sets cookies, opens transactions and knows headers. */
export function serve(kit: Kit, routes: readonly Route[], ports: Ports): Hono<Env> {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    const began = performance.now()
    c.set('id', uuidv7())
    c.set('route', 'none')
    await next()
    for (const [name, value] of Object.entries(headersOfAll(kit))) c.res.headers.set(name, value)
    c.res.headers.set('x-request-id', c.get('id'))
    ports.observe(c.get('route'), c.res.status, performance.now() - began, c.req.method, c.get('id'))
  })
  app.use(compress())
  app.get('/', (c) => c.redirect(`/${preferred(c)}`, 302))
  app.get('/assets/*', (c) => asset(c))
  for (const route of routes) {
    if (route.kind === 'api')
      app.on(route.method.toUpperCase(), API + honoPath(route.path), (c) =>
        named(c, route, () => answerApi(kit, ports, route, c)),
      )
    else
      for (const lang of LANGS)
        app.on(route.method.toUpperCase(), `/${lang}${honoPath(route.path)}`, (c) =>
          named(c, route, () => answerPage(kit, ports, route, lang, c)),
        )
  }
  app.notFound((c) =>
    isApi(c)
      ? sendProblem(c, rimProblem('rim.not-found', c.get('id')))
      : showProblem(kit, ports, c, langOf(c), rimProblem('rim.not-found', c.get('id'))),
  )
  app.onError((error, c) => {
    const id = c.get('id')
    const problem = rimProblem(isTransient(error) ? 'rim.away' : 'rim.fault', id)
    ports.fault(error, id, c.get('route'))
    return isApi(c) ? sendProblem(c, problem) : showProblem(kit, ports, c, langOf(c), problem)
  })
  return app
}

const honoPath = (path: string): string => path.replace(/\/$/, '').replace(/\{(\w+)\}/g, ':$1')
const isApi = (c: C): boolean => c.req.path.startsWith('/api/')
const langOf = (c: C): Lang => (c.req.path === '/en' || c.req.path.startsWith('/en/') ? 'en' : 'vi')

/** Vietnamese unless the browser asks for English and not for Vietnamese. */
const preferred = (c: C): Lang => {
  const asked = c.req.header('accept-language') ?? ''
  return /\bvi\b/i.test(asked) || !/\ben\b/i.test(asked) ? 'vi' : 'en'
}

const headersOfAll = (kit: Kit): Readonly<Record<string, string>> => ({
  'content-security-policy': CSP,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  ...(kit.site.url.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
})

async function named(c: C, route: Route, answer: () => Promise<Response>): Promise<Response> {
  c.set('route', route.name)
  return answer()
}

function asset(c: C): Response {
  const file = assets().find(c.req.path)
  if (file === undefined) return c.body(null, 404)
  const accepts = c.req.header('accept-encoding') ?? ''
  const [encoding, body] =
    file.br && /\bbr\b/.test(accepts)
      ? ['br', file.br]
      : file.gzip && /\bgzip\b/.test(accepts)
        ? ['gzip', file.gzip]
        : [undefined, file.body]
  return new Response(Uint8Array.from(body), {
    headers: {
      'content-type': file.type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(encoding ? { 'content-encoding': encoding } : {}),
    },
  })
}

// ————— programs —————

async function answerApi(kit: Kit, ports: Ports, route: ApiRoute, c: C): Promise<Response> {
  const id = c.get('id')
  const no = (code: RimCode) => sendProblem(c, rimProblem(code, id))
  const actor = await holder(kit, ports, c)
  if (actor === undefined) return no('rim.no-key')
  if (!allows(route.who, actor)) return no(actor.kind === 'visitor' ? 'rim.no-key' : 'rim.scope')

  const body =
    route.method === 'get' || route.body === undefined
      ? { ok: true as const, raw: new Uint8Array(), value: undefined }
      : await readJson(c)
  if (!body.ok) return no(body.no)
  const asked: Asked = { ...kit, actor, lang: preferred(c), requestId: id }
  if (route.method === 'get' || route.stateless) return send(c, await runApi(asked, ports, route, c, body.value, id))

  const key = c.req.header('idempotency-key') ?? ''
  if (key === '' || key.length > 200) return no('rim.idempotency-missing')
  const who = actor.kind === 'program' ? `key:${actor.key}` : 'visitor'
  const once: Once = { scope: `${who} ${c.req.method} ${c.req.path}`, key, request: sha256(body.raw) }
  const sent = await inTransaction<Sent | RimCode>(kit, async (trx) => {
    if (!(await claim(trx, once, false))) return { keep: false, value: 'rim.idempotency-in-flight' as const }
    const before = await answeredBefore(trx, once)
    if (before === 'other') return { keep: false, value: 'rim.idempotency-other' as const }
    if (before !== undefined) return { keep: false, value: before }
    const fresh = await runApi({ ...asked, db: trx }, ports, route, c, body.value, id)
    if (fresh.status >= 400) return { keep: false, value: fresh }
    await keepAnswer(trx, once, fresh, route.keep ?? 'week', kit.now())
    return { keep: true, value: fresh }
  })
  return typeof sent === 'string' ? no(sent) : send(c, sent)
}

/** The actor behind a bearer key; a visitor without one; nobody when the key is wrong. */
async function holder(kit: Kit, ports: Ports, c: C): Promise<Actor | undefined> {
  const header = c.req.header('authorization')
  if (header === undefined) return { kind: 'visitor' }
  const key = /^Bearer (\S{1,200})$/.exec(header)?.[1]
  const actor = key === undefined ? undefined : await ports.whoHolds(kit, key)
  return actor?.kind === 'visitor' ? undefined : actor
}

async function runApi(asked: Asked, ports: Ports, route: ApiRoute, c: C, body: unknown, id: string): Promise<Sent> {
  const query = queryOf(c)
  if (unwritable(body) || unwritable(query) || unwritable(c.req.param())) return asSent(rimProblem('rim.text', id))
  const params = route.params?.safeParse(c.req.param())
  if (params && !params.success) return asSent(rimProblem('rim.not-found', id))
  const shapes = [route.query?.safeParse(query), route.body?.safeParse(body)] as const
  const problems = [
    ...(shapes[0]?.success === false ? shapeProblems(shapes[0].error, query) : []),
    ...(shapes[1]?.success === false ? shapeProblems(shapes[1].error, body) : []),
  ]
  if (problems.length > 0) return asSent(misshapen(problems, id))
  const outcome = await route.handle(asked, { params: params?.data, query: shapes[0]?.data, body: shapes[1]?.data })
  if (!outcome.ok) return asSent(refused(outcome.refusals, ports.refusals, id))
  // Whatever is not in the output schema cannot leave.
  const shown = route.output.parse(outcome.value)
  return {
    status: route.status ?? 200,
    headers: { 'content-type': 'application/json; charset=utf-8', ...route.headers?.(shown, asked.site.url) },
    body: Buffer.from(JSON.stringify(shown)),
  }
}

type Read =
  | { readonly ok: true; readonly raw: Uint8Array; readonly value: unknown }
  | { readonly ok: false; readonly no: RimCode }

async function readJson(c: C): Promise<Read> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return { ok: false, no: 'rim.media-type' }
  const raw = await readBody(c, BODY_LIMIT)
  if (raw === undefined) return { ok: false, no: 'rim.too-large' }
  try {
    return { ok: true, raw, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw)) }
  } catch {
    // The parser's own words would not help the reader.
    return { ok: false, no: 'rim.json' }
  }
}

/** The body, or nothing when it is larger than it may be: read no further than that. */
async function readBody(c: C, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(c.req.header('content-length') ?? 0) > limit) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Uint8Array.from(Buffer.concat(chunks))
}

const queryOf = (c: C): Record<string, string | string[]> =>
  Object.fromEntries(Object.entries(c.req.queries()).map(([k, v]) => [k, v.length === 1 ? (v[0] ?? '') : v]))

const asSent = (problem: ProblemDocument): Sent => ({
  status: problem.status,
  headers: { 'content-type': PROBLEM, ...(problem.status === 401 ? { 'www-authenticate': 'Bearer' } : {}) },
  body: Buffer.from(JSON.stringify(problem)),
})
const sendProblem = (c: C, problem: ProblemDocument): Response => send(c, asSent(problem))
const send = (_c: C, { status, headers, body }: Sent): Response =>
  new Response(Uint8Array.from(body), { status, headers: { 'cache-control': 'no-store', ...headers } })

// ————— people —————

async function answerPage(kit: Kit, ports: Ports, route: PageRoute, lang: Lang, c: C): Promise<Response> {
  const id = c.get('id')
  const token = getCookie(c, SESSION)
  const actor: Actor = token === undefined ? { kind: 'visitor' } : await ports.whoIs(kit, token)
  const url = new URL(c.req.url)
  const asked: AskedPage = {
    ...kit,
    actor,
    lang,
    requestId: id,
    once: secretToken(),
    path: url.pathname + url.search,
    cookie: (name) => getCookie(c, name),
    header: (name) => c.req.header(name),
    to: (path) => `/${lang}${path}`,
    page: (content) => ports.frame(asked, content),
  }
  const problem = (p: ProblemDocument) => html(c, p.status, ports.frame(asked, ports.problemPage(asked, p)))
  if (!allows(route.who, actor)) {
    if (actor.kind === 'visitor')
      return c.redirect(ports.signIn(lang, route.method === 'get' ? asked.path : `/${lang}`), 303)
    return problem(rimProblem('rim.not-found', id))
  }
  const input = { params: c.req.param(), query: queryOf(c) }
  if (unwritable(input)) return problem(rimProblem('rim.not-found', id))

  if (route.method === 'get') {
    const outcome = await route.handle(asked, { ...input, form: {} })
    return outcome.ok ? sendAnswer(kit, c, outcome.value) : problem(refused(outcome.refusals, ports.refusals, id))
  }
  if (!sameOrigin(kit, c)) return problem(rimProblem('rim.origin', id))
  const form = await readForm(c, route.limit ?? FORM_LIMIT)
  if (typeof form === 'string') return problem(rimProblem(form, id))

  const once: Once | undefined =
    typeof form.once === 'string' && form.once !== ''
      ? { scope: `${sha256(token ?? 'visitor')} ${route.name}`, key: form.once.slice(0, 200), request: '' }
      : undefined
  const result = await inTransaction<Answer | ProblemDocument>(kit, async (trx) => {
    if (once) {
      await claim(trx, once, true)
      const before = await answeredBefore(trx, once)
      if (before !== undefined && before !== 'other')
        return { keep: false, value: { goTo: Buffer.from(before.body).toString() } }
    }
    const outcome = await route.handle({ ...asked, db: trx }, { ...input, form })
    if (!outcome.ok) return { keep: false, value: refused(outcome.refusals, ports.refusals, id) }
    const answer = outcome.value
    if (!('goTo' in answer)) return { keep: false, value: answer }
    if (once)
      await keepAnswer(trx, once, { status: 303, headers: {}, body: Buffer.from(answer.goTo) }, 'week', kit.now())
    return { keep: true, value: answer }
  })
  return 'instance' in result ? problem(result) : sendAnswer(kit, c, result)
}

/** A form may only come from our own pages. Browsers that send neither header send no cookie across sites either (SameSite). */
function sameOrigin(kit: Kit, c: C): boolean {
  const origin = c.req.header('origin')
  if (origin === undefined) return (c.req.header('sec-fetch-site') ?? 'same-origin') === 'same-origin'
  return origin === new URL(kit.site.url).origin || origin === `http://${c.req.header('host')}`
}

async function readForm(c: C, limit: number): Promise<Form | RimCode> {
  const type = c.req.header('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return 'rim.form'
  const raw = await readBody(c, limit)
  if (raw === undefined) return 'rim.too-large'
  try {
    const data = await new Response(raw, { headers: { 'content-type': type } }).formData()
    const form: Record<string, string | File | (string | File)[]> = {}
    for (const name of new Set(data.keys())) {
      const all = data.getAll(name).map((value) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value))
      form[name] = all.length === 1 && all[0] !== undefined ? all[0] : all
    }
    return unwritable(form) ? 'rim.text' : form
  } catch {
    // A malformed multipart body; nothing was read from it.
    return 'rim.form'
  }
}

async function sendAnswer(kit: Kit, c: C, answer: Answer): Promise<Response> {
  if ('download' in answer) return download(answer.download)
  for (const [name, cookie] of Object.entries(answer.cookies ?? {})) bake(kit, c, name, cookie)
  if ('goTo' in answer) return c.redirect(answer.goTo, 303)
  if (answer.json !== undefined) {
    c.header('vary', 'accept')
    if (prefersJson(c)) return c.json(answer.json as object)
  }
  return html(c, answer.status ?? 200, answer.show)
}

const prefersJson = (c: C): boolean => {
  const accept = c.req.header('accept') ?? ''
  return accept.includes('application/json') && !accept.includes('text/html')
}

function bake(kit: Kit, c: C, name: string, cookie: Cookie | null): void {
  const secure = kit.site.url.startsWith('https:')
  if (cookie === null) deleteCookie(c, name, { path: '/' })
  else
    setCookie(c, name, cookie.value, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure,
      ...(cookie.lasts === undefined ? {} : { maxAge: cookie.lasts }),
    })
}

async function html(c: C, status: number, body: Child): Promise<Response> {
  c.header('cache-control', 'no-store')
  return c.html(await (body as Promise<string> | string), status as 200)
}

function showProblem(kit: Kit, ports: Ports, c: C, lang: Lang, problem: ProblemDocument): Promise<Response> {
  const asked = {
    lang,
    path: c.req.path,
    actor: { kind: 'visitor' as const },
    site: kit.site,
    once: secretToken(),
    requestId: c.get('id'),
  }
  return html(c, problem.status, ports.frame(asked, ports.problemPage(asked, problem)))
}

function download({ type, name, body }: Download): Response {
  const headers = {
    'content-type': type,
    'cache-control': 'no-store',
    ...(name === undefined ? {} : { 'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"` }),
  }
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

// ————— one request, one transaction —————

class NotKept extends Error {
  readonly value: unknown
  constructor(value: unknown) {
    super('rolled back on purpose')
    this.value = value
  }
}

/** Runs a write in one transaction and keeps it only if it says so: a refusal leaves nothing half-written. */
async function inTransaction<T>(
  kit: Kit,
  run: (trx: Database) => Promise<{ readonly keep: boolean; readonly value: T }>,
): Promise<T> {
  try {
    return await retrying(() =>
      kit.db.transaction().execute(async (trx) => {
        const { keep, value } = await run(trx)
        if (!keep) throw new NotKept(value)
        return value
      }),
    )
  } catch (error) {
    if (error instanceof NotKept) return error.value as T
    throw error
  }
}
