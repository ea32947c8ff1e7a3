import { z } from 'zod'
import { actingFor } from '../base/actor.ts'
import { done, type Outcome, type Refusal, refuse } from '../base/outcome.ts'
import type { Text } from '../base/text.ts'
import { explain } from '../law/clock.ts'
import { afterOf } from '../web/listing.ts'
import { api, type Asked, type Route } from '../web/route.ts'
import { act, getFile, getSaid, type Move, type Office, open, pageOfParty, type Sent } from './actions.ts'
import { Attached, attachedAs, attachmentApis } from './api-attachments.ts'
import { LONGEST, offers } from './flow.ts'
import { schemaOf, splitSecrets } from './form.ts'
import { clockNamed, firstState, newestForm, type Procedure, type VerbOf } from './procedure.ts'
import type { CaseFile, ClockKept } from './schema.ts'

const BothLanguages = z.strictObject({ vi: z.string(), en: z.string() })
const Seq = z.int().nonnegative().optional().meta({
  description:
    'The step the program last saw; when the file has moved since, nothing is done. Without it: as it stands.',
})
const Sentences = z.strictObject({ vi: z.array(z.string()), en: z.array(z.string()) })

/** What its own party is shown of a file: a list of what goes out, never "all but". */
const Case = z
  .strictObject({
    number: z.string(),
    procedure: z.string(),
    state: z.string(),
    stateName: BothLanguages,
    holder: z.enum(['party', 'unit', 'nobody']),
    heldSince: z.string(),
    seq: z.int(),
    offers: z.array(z.string()).meta({ description: 'What this key may do next: the last part of the address' }),
    clocks: z.array(
      z.strictObject({
        id: z.string(),
        name: BothLanguages,
        kind: z.enum(['legal', 'target', 'parallel']),
        side: z.enum(['party', 'unit']),
        startedAt: z.string(),
        due: z.string().meta({ description: 'The last moment in time' }),
        dueDay: z.string(),
        met: z.string().nullable().meta({ description: 'When it was done' }),
        late: z.boolean(),
        provisional: z.array(z.string()).meta({ description: 'Days nobody has decided yet whether they are off' }),
        cite: z.string().optional(),
        explanation: Sentences,
      }),
    ),
    documents: z.array(
      z.strictObject({ number: z.string(), kind: z.string(), title: BothLanguages, at: z.string(), jws: z.string() }),
    ),
    asked: z
      .array(z.strictObject({ field: z.string(), label: BothLanguages, reason: z.string() }))
      .nullable()
      .meta({ description: 'What the authority still wants; answered as a whole' }),
    steps: z.array(z.strictObject({ seq: z.int(), verb: z.string(), at: z.string(), side: z.string() })),
    attachments: z.array(Attached),
  })
  .meta({ id: 'Case' })
type Case = z.infer<typeof Case>

const CaseInList = Case.pick({ number: true, state: true, stateName: true, holder: true, heldSince: true, seq: true })
  .extend({ subject: z.string(), openedAt: z.string(), changedAt: z.string() })
  .meta({ id: 'CaseInList' })

const params = z.object({ number: z.string().max(40) })

/** `umbrella-loss` as `UmbrellaLoss`. */
const pascal = (id: string): string => id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
const camel = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** A step a program may take, with the shape of what it sends. */
interface ApiVerb {
  readonly verb: string
  readonly v: VerbOf
  readonly body: z.ZodObject
}

/** The steps of the party that a program may take, in the order in which a file comes to them. */
function apiVerbs(p: Procedure): ApiVerb[] {
  const states = [firstState(p)]
  const found = new Set<string>()
  for (const state of states)
    for (const [verb, to] of Object.entries(p.flow[state] ?? {})) {
      if (p.verbs[verb]?.api === true && p.verbs[verb].who === 'party') found.add(verb)
      if (!states.includes(to)) states.push(to)
    }
  return [...found].flatMap((verb) => {
    const v = p.verbs[verb]
    const form = v?.form === undefined ? undefined : newestForm(p, v.form)
    const id = `${pascal(p.id)}${pascal(verb)}`
    return v === undefined
      ? []
      : [{ verb, v, body: form === undefined ? z.strictObject({}).meta({ id }) : schemaOf(form, id) }]
  })
}

/** What a program sends for a step: answers, with the secrets apart. */
function sentBy(p: Procedure, { v }: Pick<ApiVerb, 'v'>, body: Readonly<Record<string, unknown>>): Sent {
  const form = v.form === undefined ? undefined : newestForm(p, v.form)
  return form === undefined ? {} : { ...splitSecrets(form, body), exact: true }
}

export interface ApiWords {
  /** What beginning a file is called, when the procedure has a better name for it. */
  readonly begin?: Text
  /** Where the list of own files stands, when everybody may read another one at the address of the procedure. */
  readonly own?: string
}

/** A procedure for programs: the same forms, the same steps and the same judge as on the pages. */
export function caseApis(office: Office, words: ApiWords = {}): readonly Route[] {
  const { procedure: p } = office
  const verbs = apiVerbs(p)
  return [
    ...beginning(office, verbs, words),
    ...verbs.map((one) => stepApi(office, one)),
    ...talkApis(office),
    ...attachmentApis(office, pascal(p.id)),
    ...readApis(office, words),
  ]
}

const read = { scope: 'cases:read' } as const
const write = { scope: 'cases:write' } as const
/** Steps of the engine that a program may take, whatever the procedure. */
const WRITTEN = ['answer', 'message']

const summaryOf = (p: Procedure, what: Text): Text => ({
  vi: `${p.name.vi}: ${what.vi}`,
  en: `${p.name.en}: ${what.en}`,
})

const BEGIN: Text = {
  vi: 'lập hồ sơ và thực hiện các bước đầu trong một yêu cầu',
  en: 'begin a file and take its first steps in one request',
}

function beginning(office: Office, verbs: readonly ApiVerb[], words: ApiWords): Route[] {
  const { procedure: p } = office
  const [first, ...later] = verbs
  // A procedure that programs cannot begin has no such address.
  if (first === undefined || p.flow[firstState(p)]?.[first.verb] === undefined) return []
  const steps = [first, ...later.filter(({ v }) => v.form !== undefined)]
  const body = z
    .strictObject(
      Object.fromEntries(steps.map(({ verb, body }) => [verb, verb === first.verb ? body : body.optional()])),
    )
    .meta({ id: `${pascal(p.id)}Begun` })
  return [
    api({
      name: `create${pascal(p.id)}`,
      method: 'post',
      path: `/${p.path}`,
      who: write,
      summary: words.begin ?? summaryOf(p, BEGIN),
      body,
      output: Case,
      status: 201,
      keep: 'record',
      headers: ({ number }, site) => ({ location: `${site}/api/v1/${p.path}/${number}` }),
      async handle(asked, { body: given }): Promise<Outcome<Case>> {
        const moves: Move[] = steps.flatMap((step) => {
          const said = given[step.verb] as Readonly<Record<string, unknown>> | undefined
          return said === undefined ? [] : [{ verb: step.verb, ...sentBy(p, step, said) }]
        })
        const opened = await open(asked, office, moves)
        return opened.ok ? shown(asked, office, opened.value) : opened
      },
    }),
  ]
}

const stepApi = (office: Office, one: ApiVerb): Route => {
  const { procedure: p } = office
  return api({
    name: `${camel(one.verb)}${pascal(p.id)}`,
    method: 'post',
    path: `/${p.path}/{number}/${one.verb}`,
    who: write,
    summary: summaryOf(p, one.v.ask),
    params,
    body: one.body.extend({ seq: Seq }).meta({ id: `${pascal(p.id)}${pascal(one.verb)}Step` }),
    output: Case,
    keep: 'record',
    async handle(asked, { params: { number }, body }): Promise<Outcome<Case>> {
      const { seq, ...said } = body as { readonly seq?: number }
      const acted = await act(asked, office, number, one.verb, seq, sentBy(p, one, said))
      return acted.ok ? shown(asked, office, acted.value) : acted
    },
  })
}

const Words = z.string().trim().min(1).max(LONGEST)

/** Answering the authority's list, and writing to it. */
const talkApis = (office: Office): Route[] => {
  const { procedure: p } = office
  return [
    api({
      name: `answer${pascal(p.id)}`,
      method: 'post',
      path: `/${p.path}/{number}/answer`,
      who: write,
      summary: summaryOf(p, {
        vi: 'trả lời trọn danh sách yêu cầu bổ sung',
        en: 'answer the whole list of what is wanted',
      }),
      params,
      body: z.strictObject({
        replies: z.array(Words).min(1).max(100).meta({ description: 'One for each item of `asked`, in its order' }),
        seq: Seq,
      }),
      output: Case,
      keep: 'record',
      async handle(asked, { params: { number }, body: { replies, seq } }): Promise<Outcome<Case>> {
        const file = await getFile(asked, office, number)
        if (!file.ok) return file
        const items = (await getSaid(asked, office, file.value)).items ?? replies
        if (replies.length > items.length)
          return refuse({ code: 'case.field-unknown', field: `replies.${items.length}` })
        const acted = await act(asked, office, number, 'answer', seq, { replies })
        return acted.ok ? shown(asked, office, acted.value) : refuse(...acted.refusals.map(inReplies))
      },
    }),
    api({
      name: `message${pascal(p.id)}`,
      method: 'post',
      path: `/${p.path}/{number}/message`,
      who: write,
      summary: summaryOf(p, { vi: 'gửi tin nhắn cho cơ quan', en: 'write to the authority' }),
      params,
      body: z.strictObject({ text: Words, seq: Seq }),
      output: Case,
      keep: 'record',
      async handle(asked, { params: { number }, body: { text, seq } }): Promise<Outcome<Case>> {
        const acted = await act(asked, office, number, 'message', seq, { text })
        return acted.ok ? shown(asked, office, acted.value) : acted
      },
    }),
  ]
}

/** Boxes of a page are counted from one, places in a list from nought. */
const inReplies = (refusal: Refusal): Refusal => {
  const [, n] = /^reply-(\d+)$/.exec(refusal.field ?? '') ?? []
  return n === undefined ? refusal : { ...refusal, field: `replies.${Number(n) - 1}` }
}

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
const After = afterOf((text) => {
  const [at, id] = Buffer.from(text, 'base64url').toString().split(' ')
  const cursor = Cursor.safeParse([at, id])
  return cursor.success ? { at: cursor.data[0], id: cursor.data[1] } : undefined
})

const readApis = (office: Office, { own }: ApiWords): Route[] => {
  const { procedure: p } = office
  const list = own === undefined ? `/${p.path}` : `/${p.path}/${own}`
  const query = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20), after: After.optional() })
  return [
    api({
      name: `list${pascal(p.id)}Files`,
      method: 'get',
      path: list,
      who: read,
      summary: summaryOf(p, { vi: 'hồ sơ của tổ chức, thay đổi gần nhất trước', en: 'own files, latest change first' }),
      query,
      output: z.strictObject({ items: z.array(CaseInList), next: z.string().nullable() }),
      headers: ({ next }): Record<string, string> => (next === null ? {} : { link: `<${next}>; rel="next"` }),
      async handle(asked, { query: { limit, after } }) {
        const party = actingFor(asked.actor)?.party
        const found = party === undefined ? [] : await pageOfParty(asked.db, party, p.id, limit + 1, after)
        const items = found.slice(0, limit)
        const last = found.length > limit ? items.at(-1) : undefined
        const cursor = last && Buffer.from(`${last.changedAt} ${last.id}`).toString('base64url')
        return done({
          items: items.map((file) => ({
            ...inBrief(p, file),
            ...{ subject: file.subject, openedAt: file.openedAt, changedAt: file.changedAt },
          })),
          next: cursor === undefined ? null : `${asked.site.url}/api/v1${list}?limit=${limit}&after=${cursor}`,
        })
      },
    }),
    api({
      name: `read${pascal(p.id)}`,
      method: 'get',
      path: `/${p.path}/{number}`,
      who: read,
      summary: summaryOf(p, {
        vi: 'hồ sơ của tổ chức: trạng thái, thời hạn, văn bản',
        en: 'an own file: state, time limits, documents',
      }),
      params,
      output: Case,
      async handle(asked, { params: { number } }): Promise<Outcome<Case>> {
        const file = await getFile(asked, office, number)
        return file.ok ? shown(asked, office, file.value) : file
      },
    }),
  ]
}

// ————— what is shown —————

const inBrief = (p: Procedure, file: CaseFile) => ({
  ...{
    number: file.number,
    state: file.state,
    stateName: p.states[file.state]?.name ?? { vi: file.state, en: file.state },
  },
  ...{ holder: file.holder, heldSince: file.heldSince, seq: file.seq },
})

async function shown(asked: Asked, office: Office, file: CaseFile): Promise<Outcome<Case>> {
  const { procedure: p } = office
  const { events, clocks, documents, items, files } = await getSaid(asked, office, file)
  return done({
    ...inBrief(p, file),
    procedure: p.id,
    offers: offers(p, file, asked.actor).filter((verb) => p.verbs[verb]?.api === true || WRITTEN.includes(verb)),
    clocks: clocks.map((clock) => clockShown(p, file, clock, asked.now())),
    documents: documents.map(({ number, content, at, jws }) => ({
      ...{ number, kind: content.kind, title: { ...content.title }, at, jws },
    })),
    asked: items === null ? null : items.map(({ field, label, reason }) => ({ field, label: { ...label }, reason })),
    steps: events.map(({ seq, verb, at, side }) => ({ seq, verb, at, side })),
    attachments: files.map(attachedAs),
  })
}

function clockShown(p: Procedure, file: CaseFile, kept: ClockKept, at: string): Case['clocks'][number] {
  const clock = clockNamed(p, kept.clock)
  const cite = clock?.rule(file.answers)?.cite
  const { reckoning: r, metAt } = kept
  return {
    ...{
      id: kept.clock,
      name: { ...(clock?.name ?? { vi: kept.clock, en: kept.clock }) },
      kind: kept.kind,
      side: kept.side,
    },
    ...{ startedAt: r.started, due: r.due, dueDay: r.dueDay, met: metAt, late: (metAt ?? at) > r.due },
    provisional: [...r.provisional],
    ...(typeof cite === 'string' ? { cite } : {}),
    explanation: { vi: [...explain(r, 'vi')], en: [...explain(r, 'en')] },
  }
}
