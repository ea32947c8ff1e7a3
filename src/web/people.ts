import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Actor } from '../base/actor.ts'
import { sha256 } from '../base/hash.ts'
import { secretToken } from '../base/ids.ts'
import type { Lang } from '../base/text.ts'
import type { Kit } from '../db/kit.ts'
import { sendOpen } from './fresh.ts'
import { answeredBefore, claim, keepAnswer, type Once } from './once.ts'
import { type ProblemDocument, type RimCode, refused, rimProblem } from './problem.ts'
import { allows, type Answer, type AskedPage, type Cookie, type Form, isMemberDoor, type PageRoute } from './route.ts'
import { type C, download, html, type Ports, queryOf, readBody, written } from './send.ts'
import { unwritable } from './shape.ts'
import { inTransaction } from './transaction.ts'

export const SESSION = 'saola_session'
const FORM_LIMIT = 262_144

export async function answerPage(kit: Kit, ports: Ports, route: PageRoute, lang: Lang, c: C): Promise<Response> {
  if (route.discreet !== true) return answerPerson(kit, ports, route, lang, c)
  c.set('discreet', true)
  const answer = await answerPerson(kit, ports, route, lang, c)
  // Nor compressed on the way: the length of a compressed page can tell of a secret in it what somebody guessed.
  answer.headers.set('cache-control', 'no-store, no-transform')
  return answer
}

/** Answers a person: session, origin and form are judged here; a form runs in one transaction and works once. */
async function answerPerson(kit: Kit, ports: Ports, route: PageRoute, lang: Lang, c: C): Promise<Response> {
  const id = c.get('id')
  const discreet = route.discreet === true
  const token = discreet ? undefined : getCookie(c, SESSION)
  const actor: Actor = token === undefined ? { kind: 'visitor' } : await ports.whoIs(kit, token)
  const url = new URL(c.req.url)
  const asked: AskedPage = {
    ...kit,
    actor,
    lang,
    requestId: id,
    once: secretToken(),
    path: url.pathname + url.search,
    cookie: (name) => (discreet ? undefined : getCookie(c, name)),
    header: (name) => (discreet ? undefined : c.req.header(name)),
    to: (path) => `/${lang}${path}`,
    page: (content) => ports.frame(asked, content),
    crowded: (answer) => ports.crowd?.solved(answer) !== true && ports.crowd?.tooMany(c) === true,
    task: () => ports.crowd?.task() ?? '',
  }
  const problem = (p: ProblemDocument) => html(c, lang, p.status, ports.frame(asked, ports.problemPage(asked, p)))
  if (!allows(route.who, actor)) {
    if (actor.kind === 'visitor')
      return c.redirect(ports.signIn(lang, route.method === 'get' ? asked.path : `/${lang}`, actor), 303)
    // Who acts for no organisation yet is not refused but asked for which one.
    if (isMemberDoor(route.who) && actor.kind === 'person' && actor.acting === null && actor.seat === null)
      return c.redirect(ports.signIn(lang, route.method === 'get' ? asked.path : `/${lang}`, actor), 303)
    return problem(rimProblem('rim.not-found', id))
  }
  const input = { params: c.req.param(), query: queryOf(c) }
  if (unwritable(input)) return problem(rimProblem('rim.not-found', id))

  if (route.method === 'get') {
    const outcome = await route.handle(asked, { ...input, form: {} })
    // Whoever comes with a session sees a page of their own, which nobody keeps.
    const open = route.open === true && token === undefined
    return outcome.ok
      ? sendAnswer(kit, c, lang, outcome.value, open)
      : problem(refused(outcome.refusals, ports.refusals, id))
  }
  if (!(discreet && isUnnamed(c)) && !sameOrigin(kit, c)) return problem(rimProblem('rim.origin', id))
  if (actor.kind === 'visitor' && ports.flooded(c)) return problem(rimProblem('rim.too-many', id))
  const limit = route.limit ?? FORM_LIMIT
  const form = await readForm(c, limit)
  if (typeof form === 'string') return problem(rimProblem(form, id, limit))

  if (route.stateless) {
    const outcome = await route.handle(asked, { ...input, form })
    return outcome.ok ? sendAnswer(kit, c, lang, outcome.value) : problem(refused(outcome.refusals, ports.refusals, id))
  }
  const once: Once | undefined =
    !discreet && typeof form.once === 'string' && form.once !== ''
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
    // A background save comes again and again from one page: its token is not spent.
    if ('kept' in answer) return { keep: true, value: answer }
    if (!('goTo' in answer)) return { keep: 'show' in answer && answer.keep === true, value: answer }
    if (once)
      await keepAnswer(trx, once, { status: 303, headers: {}, body: Buffer.from(answer.goTo) }, 'week', kit.now())
    return { keep: true, value: answer }
  })
  return 'instance' in result ? problem(result) : sendAnswer(kit, c, lang, result)
}

/** A form may only come from our own pages. Browsers that send neither header send no cookie across sites either (SameSite). */
function sameOrigin(kit: Kit, c: C): boolean {
  const origin = c.req.header('origin')
  if (origin === undefined) return (c.req.header('sec-fetch-site') ?? 'same-origin') === 'same-origin'
  // The evaluation mode is reached as localhost or 127.0.0.1 alike; its door is open to this machine only.
  const here = kit.site.mode === 'evaluation' ? `http://${c.req.header('host')}` : undefined
  return origin === new URL(kit.site.url).origin || origin === here
}

/** A page that hands on no address (Referrer-Policy) has its forms sent as from nowhere; browsers still say whether the site is ours. */
const isUnnamed = (c: C): boolean =>
  c.req.header('origin') === 'null' && (c.req.header('sec-fetch-site') ?? 'same-origin') === 'same-origin'

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

const VARY = 'accept, cookie'

async function sendAnswer(kit: Kit, c: C, lang: Lang, answer: Answer, open = false): Promise<Response> {
  if ('download' in answer) return download(c, answer.download, open)
  if ('kept' in answer) return c.body(null, 204)
  for (const [name, cookie] of Object.entries(answer.cookies ?? {})) bake(kit, c, name, cookie)
  if ('goTo' in answer) return c.redirect(answer.goTo, 303)
  const kept = open && (answer.status ?? 200) === 200 && answer.cookies === undefined
  if (answer.json !== undefined && prefersJson(c)) {
    if (kept) return sendOpen(c.req, JSON.stringify(answer.json), { 'content-type': JSON_TYPE, vary: VARY })
    c.header('vary', 'accept')
    return c.json(answer.json as object)
  }
  if (answer.json !== undefined) c.header('vary', 'accept')
  if (!kept) return html(c, lang, answer.status ?? 200, answer.show)
  const text = await written(lang, answer.show)
  return sendOpen(c.req, text, { 'content-type': 'text/html; charset=UTF-8', vary: VARY }, answer.aside)
}

const JSON_TYPE = 'application/json; charset=utf-8'
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
