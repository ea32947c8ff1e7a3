import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { uuidv7 } from '../base/ids.ts'
import { LANGS, type Lang } from '../base/text.ts'
import { isTransient } from '../db/connect.ts'
import type { Kit } from '../db/kit.ts'
import { type Asset, assets } from './assets.ts'
import { engineAsset, enginePath } from './engine-asset.ts'
import { fileLimit, holding } from './holding.ts'
import { answerPage } from './people.ts'
import { rimProblem } from './problem.ts'
import { answerApi } from './programs.ts'
import type { FileRoute, Route } from './route.ts'
import { type C, download, type Env, type Ports, preferred, sendProblem, showProblem } from './send.ts'
import { unwritable } from './shape.ts'

export { SESSION } from './people.ts'
export type { Ports } from './send.ts'

const API = '/api/v1'
const csp = (more = ''): string =>
  `default-src 'none'; style-src 'self'; script-src 'self'${more}; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`
const CSP = csp()
/** Where WebAssembly runs: the engine comes from this site, and no text ever becomes a script. */
const CSP_WASM = csp(" 'wasm-unsafe-eval'")

/** Mounts every route. The only place that sends, sets cookies, opens transactions and knows headers. */
export function serve(kit: Kit, routes: readonly Route[], ports: Ports): Hono<Env> {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    const began = performance.now()
    c.set('id', uuidv7())
    c.set('route', 'none')
    await next()
    for (const [name, value] of Object.entries(headersOfAll(kit))) c.res.headers.set(name, value)
    if (c.get('wasm') === true) c.res.headers.set('content-security-policy', CSP_WASM)
    if (c.get('discreet') === true) c.res.headers.set('referrer-policy', 'no-referrer')
    c.res.headers.set('x-request-id', c.get('id'))
    ports.observe(c.get('route'), c.res.status, performance.now() - began, c.req.method, c.get('id'))
  })
  app.use(compress())
  app.get('/', (c) => c.redirect(`/${preferred(c)}`, 302))
  app.get('/assets/*', async (c) =>
    asset(c, c.req.path === enginePath() ? await engineAsset() : assets().find(c.req.path)),
  )
  for (const route of routes) {
    if (route.kind === 'api')
      app.on(route.method.toUpperCase(), API + honoPath(route.path), (c) =>
        named(kit, ports, c, route, () => answerApi(kit, ports, route, c)),
      )
    else if (route.kind === 'file')
      app.get(honoPath(route.path), (c) => named(kit, ports, c, route, () => answerFile(kit, ports, route, c)))
    else
      for (const lang of LANGS)
        app.on(route.method.toUpperCase(), `/${lang}${honoPath(route.path)}`, (c) =>
          named(kit, ports, c, route, () => answerPage(kit, ports, route, lang, c)),
        )
  }
  for (const [path, allow] of methodsByPath(routes))
    app.all(API + honoPath(path), (c) => sendProblem(rimProblem('rim.method', c.get('id')), { allow }))
  app.notFound((c) =>
    isApi(c)
      ? sendProblem(rimProblem('rim.not-found', c.get('id')))
      : showProblem(kit, ports, c, langOf(c), rimProblem('rim.not-found', c.get('id'))),
  )
  app.onError((error, c) => {
    const id = c.get('id')
    const problem = rimProblem(isTransient(error) ? 'rim.away' : 'rim.fault', id)
    ports.fault(error, id, c.get('route'))
    return isApi(c) ? sendProblem(problem) : showProblem(kit, ports, c, langOf(c), problem)
  })
  return app
}

/** Which methods an address of the API takes, for whoever comes with another (RFC 9110, 405 with Allow). */
const methodsByPath = (routes: readonly Route[]): ReadonlyMap<string, string> =>
  routes.reduce((all, { kind, path, method }) => {
    const before = all.get(path)
    return kind === 'api' ? all.set(path, [...(before ? [before] : []), method.toUpperCase()].join(', ')) : all
  }, new Map<string, string>())

/** `{doc}.pdf` takes only what ends so, and is handed on with its ending. */
const honoPath = (path: string): string =>
  path
    .replace(/\/$/, '')
    .replace(/\{(\w+)\}(\.[\w-]+)/g, ':$1{[^/]+\\$2}')
    .replace(/\{(\w+)\}/g, ':$1')
const isApi = (c: C): boolean => c.req.path.startsWith('/api/')
const langOf = (c: C): Lang => (c.req.path === '/en' || c.req.path.startsWith('/en/') ? 'en' : 'vi')

const headersOfAll = (kit: Kit): Readonly<Record<string, string>> => ({
  'content-security-policy': CSP,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  ...(kit.site.url.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
})

async function named(kit: Kit, ports: Ports, c: C, route: Route, answer: () => Promise<Response>): Promise<Response> {
  c.set('route', route.name)
  if (route.kind === 'page' && route.wasm) c.set('wasm', true)
  const limit = fileLimit(route)
  if (limit === undefined) return answer()
  const answered = await holding(c.req.header('content-length'), limit, answer)
  if (answered !== undefined) return answered
  const problem = rimProblem('rim.crowded', c.get('id'))
  // The body was not read, so the connection cannot be used again.
  c.header('connection', 'close')
  return isApi(c) ? sendProblem(problem, { connection: 'close' }) : showProblem(kit, ports, c, langOf(c), problem)
}

/** A file for anyone: who asks does not matter, so no cookie is looked at. */
async function answerFile(kit: Kit, ports: Ports, route: FileRoute, c: C): Promise<Response> {
  const id = c.get('id')
  const no = () => showProblem(kit, ports, c, preferred(c), rimProblem('rim.not-found', id))
  if (unwritable(c.req.param())) return no()
  const found = await route.handle({ ...kit, requestId: id }, c.req.param())
  return found.ok ? download(c, found.value, true) : no()
}

function asset(c: C, file: Asset | undefined): Response {
  if (file === undefined) return c.body(null, 404)
  if (file.wasm) c.set('wasm', true)
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
