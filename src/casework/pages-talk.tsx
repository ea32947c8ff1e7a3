import { fill } from '../base/text.ts'
import type { Child } from 'hono/jsx'
import { done, type Outcome, type Refusal, refuse } from '../base/outcome.ts'
import { FILE_LIMIT } from '../db/files.ts'
import { textIn } from '../web/form.ts'
import { Button, Buttons } from '../web/parts/button/part.tsx'
import { FormShell } from '../web/parts/form-shell/part.tsx'
import { Radios } from '../web/parts/radios/part.tsx'
import { TextArea } from '../web/parts/text-area/part.tsx'
import { type Answer, type AskedPage, type Form, page, type Route } from '../web/route.ts'
import { act, attach, getWhole, type Office, type Sent, type Whole } from './actions.ts'
import { type EngineVerb, offers } from './flow.ts'
import { askTalk } from './pages-ask.tsx'
import type { CaseFile } from './schema.ts'
import { Lines, saying, stateName } from './shown.tsx'
import { at, Attaching, Cancel, limitText, openItems, type Returned, sheet, type Talk } from './talk-shown.tsx'
import { F } from './words-file.ts'

export type ShowFile = (asked: AskedPage, whole: Whole, returned?: Returned) => Promise<Child>

/** A little more than one file, so that files slightly too large are told so in the form. */
const LIMIT = FILE_LIMIT + 2 * 1_048_576

/** Take, ask, answer, write and hand over: what either side says to the other on a file. */
export function talkPages(office: Office, showFile: ShowFile): Route[] {
  const { procedure: p } = office
  const talks = [askTalk(office), answerTalk(office), handOverTalk(office)]
  return [
    straight(office, 'take', showFile),
    straight(office, 'message', showFile),
    ...(['take', 'message'] as const).map((verb) =>
      page({
        name: `${p.id}.${verb}Back`,
        method: 'get',
        path: `/${p.path}/{number}/${verb}`,
        who: 'person',
        // Whoever changes the language after a refused step comes back to the file.
        handle: async (asked, { params }) => done({ goTo: asked.to(`/${p.path}/${params.number ?? ''}`) }),
      }),
    ),
    ...talks.flatMap((talk) => [shown(office, talk), sent(office, talk, showFile)]),
  ]
}

/** A form on the file page itself. */
const straight = (office: Office, verb: 'take' | 'message', showFile: ShowFile): Route => {
  const { procedure: p } = office
  return page({
    name: `${p.id}.${verb}`,
    method: 'post',
    path: `/${p.path}/{number}/${verb}`,
    who: 'person',
    limit: LIMIT,
    async handle(asked, { params, form }): Promise<Outcome<Answer>> {
      const found = await getWhole(asked, office, params.number ?? '')
      if (!found.ok) return found
      const text = textIn(form, 'text')
      const taken = await step(asked, office, found.value, verb, form, verb === 'message' ? { text: text.trim() } : {})
      if (taken.ok) return done({ goTo: at(asked, p, taken.value, verb === 'message' ? '#messages' : '') })
      const no = await returned(asked, office, found.value, taken.refusals)
      if (no === undefined) return taken
      return done({ show: await showFile(asked, no.whole, { ...no, text }), status: no.status })
    },
  })
}

const shown = (office: Office, talk: Talk): Route => {
  const { procedure: p } = office
  return page({
    name: `${p.id}.${nameOf(talk.verb)}Form`,
    method: 'get',
    path: `/${p.path}/{number}/${talk.verb}`,
    who: 'person',
    async handle(asked, { params }): Promise<Outcome<Answer>> {
      const found = await getWhole(asked, office, params.number ?? '')
      if (!found.ok) return found
      const whole = found.value
      if (!offers(p, whole.file, asked.actor).includes(talk.verb)) return done({ goTo: at(asked, p, whole.file) })
      return done({ show: await talk.show(asked, whole, {}, { slips: {} }) })
    },
  })
}

const sent = (office: Office, talk: Talk, showFile: ShowFile): Route => {
  const { procedure: p } = office
  return page({
    name: `${p.id}.${nameOf(talk.verb)}`,
    method: 'post',
    path: `/${p.path}/{number}/${talk.verb}`,
    who: 'person',
    limit: LIMIT,
    async handle(asked, { params, form }): Promise<Outcome<Answer>> {
      const found = await getWhole(asked, office, params.number ?? '')
      if (!found.ok) return found
      const whole = found.value
      // Nothing is sent yet: the same page with one row more and everything that was typed.
      if (textIn(form, 'more') !== '' && offers(p, whole.file, asked.actor).includes(talk.verb))
        return done({ show: await talk.show(asked, whole, form, { slips: {} }) })
      const taken = await step(asked, office, whole, talk.verb, form, talk.read(form, whole, p, asked.lang))
      if (taken.ok) return done({ goTo: at(asked, p, taken.value) })
      const no = await returned(asked, office, whole, taken.refusals, (field) => talk.fieldOf?.(form, field) ?? field)
      if (no === undefined) return taken
      const still = offers(p, no.whole.file, asked.actor).includes(talk.verb)
      const show = still ? await talk.show(asked, no.whole, form, no) : await showFile(asked, no.whole, no)
      return done({ show, status: no.status })
    },
  })
}

const nameOf = (verb: string): string => verb.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
/** The chosen files and the step in one go. A page that shows itself again keeps nothing of either (`web/route.ts`). */
async function step(
  asked: AskedPage,
  office: Office,
  { file }: Whole,
  verb: EngineVerb,
  form: Form,
  sending: Sent,
): Promise<Outcome<CaseFile>> {
  const wrong: Refusal[] = []
  for (const upload of uploads(form)) {
    const kept = await attach(asked, office, file.number, upload)
    if (!kept.ok) wrong.push(...kept.refusals)
  }
  const seen = textIn(form, 'seq')
  const acted = await act(asked, office, file.number, verb, /^\d{1,9}$/.test(seen) ? Number(seen) : -1, sending)
  return wrong.length === 0 ? acted : refuse(...wrong, ...(acted.ok ? [] : acted.refusals))
}

/** A box for files that was left empty is posted as a file without name and content. */
const uploads = (form: Form): File[] =>
  [form.file ?? []]
    .flat()
    .filter((value): value is File => value instanceof File && (value.size > 0 || value.name !== ''))

interface Refused extends Returned {
  readonly whole: Whole
  readonly status: 409 | 422
}

/** What the person is shown again; nothing when the refusal is a page of its own. */
async function returned(
  asked: AskedPage,
  office: Office,
  before: Whole,
  refusals: readonly Refusal[],
  fieldOf: (field: string) => string = (field) => field,
): Promise<Refused | undefined> {
  const { lang } = asked
  const untimely = refusals.find(({ code }) => code === 'case.changed-meanwhile' || code === 'case.not-now')
  if (untimely !== undefined) {
    const again = await getWhole(asked, office, before.file.number)
    if (!again.ok) return undefined
    const state = stateName(office.procedure, again.value.file.state, lang)
    const present = fill((untimely.code === 'case.not-now' ? F.notNow : F.stale)[lang], { state })
    // Files that came with this very request are not kept.
    return { whole: { ...again.value, attachments: before.attachments }, slips: { present }, present, status: 409 }
  }
  if (refusals.some(({ field }) => field === undefined)) return undefined
  const slips: Record<string, string> = {}
  for (const refusal of refusals) {
    const field = fieldOf(refusal.field ?? '')
    const words = refusal.field === 'items' ? F.askEmpty[lang] : saying(refusal, lang)
    slips[field] = [slips[field], words].filter(Boolean).join(' ')
  }
  return { whole: before, slips, status: 422 }
}

// ————— answer —————

const answerTalk = ({ procedure: p }: Office): Talk => ({
  verb: 'answer',
  read: (form, whole) => ({ replies: openItems(whole).map((_, n) => textIn(form, `reply-${n + 1}`).trim()) }),
  async show(asked, whole, form, returned) {
    const { lang } = asked
    return sheet({
      ...{ asked, p, whole, returned },
      ...{ title: F.answer[lang], lead: F.answerLead[lang] },
      children: (
        <FormShell action={at(asked, p, whole.file, '/answer')} once={asked.once} seq={whole.file.seq} upload unsaved>
          {openItems(whole).map((item, n) => (
            <>
              <h2>
                {n + 1}. {item.label[lang]}
              </h2>
              <TextArea
                name={`reply-${n + 1}`}
                label={fill(F.yourReply[lang], { n: n + 1 })}
                hint={
                  <>
                    {F.why[lang]}: <Lines text={item.reason} />
                  </>
                }
                value={textIn(form, `reply-${n + 1}`)}
                error={returned.slips[`reply-${n + 1}`]}
                limit={limitText(lang)}
              />
            </>
          ))}
          <Attaching asked={asked} p={p} whole={whole} slips={returned.slips} />
          <Buttons>
            <Button>{F.answerSend[lang]}</Button>
            <Cancel asked={asked} p={p} file={whole.file} />
          </Buttons>
        </FormShell>
      ),
    })
  },
})

// ————— hand over —————

/** Each other unit once, by the desk that leads to it. */
async function unitsFor({ db }: AskedPage, { procedure: p, people }: Office, file: CaseFile) {
  const found = await Promise.all(p.desks.map(async (desk) => ({ desk, unit: await people.deskUnit(db, desk) })))
  const names = await people.unitNames(
    db,
    found.flatMap(({ unit }) => unit ?? []),
  )
  return found
    .filter(({ unit }, n) => unit !== undefined && unit !== file.unit && found.findIndex((f) => f.unit === unit) === n)
    .map(({ desk, unit }) => ({ desk, name: unit === undefined ? undefined : names.get(unit) }))
}

const handOverTalk = (office: Office): Talk => ({
  verb: 'hand-over',
  read: (form) => {
    const text = textIn(form, 'text').trim()
    return { desk: textIn(form, 'desk'), ...(text === '' ? {} : { text }) }
  },
  async show(asked, whole, form, returned) {
    const { lang } = asked
    const { procedure: p } = office
    const units = await unitsFor(asked, office, whole.file)
    return sheet({
      ...{ asked, p, whole, returned },
      ...{ title: F.handOver[lang], lead: F.handOverLead[lang] },
      children:
        units.length === 0 ? (
          <>
            <p>{F.noDesk[lang]}</p>
            <Cancel asked={asked} p={p} file={whole.file} />
          </>
        ) : (
          <FormShell action={at(asked, p, whole.file, '/hand-over')} once={asked.once} seq={whole.file.seq} unsaved>
            <Radios
              name="desk"
              legend={F.toWhom[lang]}
              value={textIn(form, 'desk')}
              error={returned.slips.desk}
              options={units.map(({ desk, name }) => ({ value: desk, label: name?.[lang] ?? desk }))}
            />
            <TextArea
              name="text"
              label={F.note[lang]}
              hint={F.noteHint[lang]}
              value={textIn(form, 'text')}
              error={returned.slips.text}
              rows={3}
            />
            <Buttons>
              <Button>{F.handOverSend[lang]}</Button>
              <Cancel asked={asked} p={p} file={whole.file} />
            </Buttons>
          </FormShell>
        ),
    })
  },
})
