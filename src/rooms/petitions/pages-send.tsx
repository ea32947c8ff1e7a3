import { fill } from '../../base/text.ts'
import type { Child } from 'hono/jsx'
import { done, type Outcome } from '../../base/outcome.ts'
import { canonical } from '../../base/canonical.ts'
import { assets } from '../../web/assets.ts'
import { textIn } from '../../web/form.ts'
import { showTime } from '../../web/format.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { Details } from '../../web/parts/details/part.tsx'
import { FileField } from '../../web/parts/file-field/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { Panel } from '../../web/parts/panel/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { TextArea } from '../../web/parts/text-area/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { Timeline } from '../../web/parts/timeline/part.tsx'
import { type Answer, type AskedPage, type Form, page, type Route } from '../../web/route.ts'
import {
  add,
  comeBack,
  type Kept as KeptMessage,
  readiness,
  receiptFile,
  send,
  takeBack,
  type Thread,
} from './actions.ts'
import { Before, Kept } from './pages-start.tsx'
import type { Written } from './rules.ts'
import { ACTS, type Aims, BODY_LIMIT, type Kind, KINDS, type Step, TEXT_LIMIT } from './schema.ts'
import {
  ActShown,
  actLabel,
  aimsIn,
  Leave,
  problemsOf,
  type Slips,
  slipsOf,
  Standing,
  Target,
  Words,
  Erased,
} from './shown.tsx'
import { KIND, NEXT, OUTCOME, PAST } from './words.ts'
import { S } from './words-sender.ts'

const kindIn = (text: unknown): Kind => KINDS.find((kind) => kind === text) ?? 'feedback'

/** The files of a form; a browser sends a nameless empty one where none was chosen. */
export function uploadsIn(form: Form): File[] {
  const value = form.file
  const all = value === undefined || typeof value === 'string' || value instanceof File ? [value] : value
  return all.filter((file): file is File => file instanceof File && (file.name !== '' || file.size > 0))
}

// ————— writing —————

interface Draft {
  readonly asked: AskedPage
  readonly written: Written
  readonly code: string
  readonly sealable: boolean
  readonly aims: Aims
  readonly slips: Slips
  /** A little work for the browser, while too many messages come in at once. */
  readonly work?: string | undefined
}

const EMPTY: Omit<Written, 'kind'> = { text: '', about: '', act: '', named: '', name: '', contact: '' }

const write = page({
  name: 'writePetition',
  method: 'get',
  path: '/petitions/new',
  who: 'anyone',
  discreet: true,
  async handle(asked, { query }) {
    const one = (name: string): string => (typeof query[name] === 'string' ? query[name].slice(0, 60) : '')
    const about = one('about')
    // The register leads here with a record and nothing else.
    const kind = query.kind === undefined && about !== '' ? 'record-error' : kindIn(query.kind)
    const written = { ...EMPTY, kind, about, act: one('act') }
    return done({ show: formPage({ asked, written, ...(await readiness(asked, kind)), slips: {} }) })
  },
})

function formPage(draft: Draft): Child {
  const { asked, written, code, sealable, aims, slips } = draft
  const { lang, to } = asked
  const kind = kindIn(written.kind)
  return asked.page({
    title: S.formTitle[kind][lang],
    unlisted: true,
    back: { text: S.title[lang], href: to(kind === 'prohibited' ? '/petitions/prohibited' : '/petitions') },
    problems: problemsOf(slips),
    children: (
      <>
        <Leave asked={asked} />
        <h1>{S.formTitle[kind][lang]}</h1>
        <p>{aimsIn(lang, aims)}</p>
        {kind === 'prohibited' ? <Before asked={asked} /> : null}
        <FormShell action={to('/petitions')} upload>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="code" value={code} />
          <Questions {...draft} />
          {sealable ? <Sealable {...draft} /> : <p class="soft">{S.unsealable[lang]}</p>}
          <h2 id="code">{S.codeTitle[lang]}</h2>
          <CodeShown words={code} />
          <p>{S.codeText[lang]}</p>
          <Work {...draft} />
          <Button>{S.sending[kind][lang]}</Button>
        </FormShell>
        <Kept asked={asked} />
      </>
    ),
  })
}

/** Instead of a picture puzzle: a browser that can, reckons for some seconds. One that cannot, waits. */
const Work = ({ asked: { lang }, work }: Draft) =>
  work === undefined ? null : (
    <>
      <input type="hidden" name="work" value="" data-work={work} />
      <p role="status" data-working={S.working[lang]} data-worked={S.worked[lang]}></p>
      <script src={assets().work} defer></script>
    </>
  )

const CodeShown = ({ words }: { readonly words: string }) => (
  <ol class="code-words" translate="no">
    {words.split(' ').map((word) => (
      <li>{word}</li>
    ))}
  </ol>
)

const Questions = ({ asked: { lang }, written, slips }: Draft) => {
  const kind = kindIn(written.kind)
  return (
    <>
      {kind === 'prohibited' ? (
        <Radios
          name="act"
          legend={S.actLegend[lang]}
          legendAs="h2"
          value={written.act}
          error={slips.act}
          options={ACTS.map((act) => ({ value: act, label: actLabel(act, lang) }))}
        />
      ) : null}
      <TextField
        name="about"
        label={(kind === 'record-error' ? S.aboutLabel : S.aboutOptional)[lang]}
        hint={S.aboutHint[lang]}
        value={written.about}
        error={slips.about}
        autocomplete="off"
        spellcheck={false}
        width={20}
        maxlength={60}
      />
      <TextArea
        name="text"
        label={S.textLabel[kind][lang]}
        hint={S.textHint[kind][lang]}
        value={written.text}
        error={slips.text}
        rows={8}
        maxlength={TEXT_LIMIT}
      />
    </>
  )
}

const Sealable = ({ asked: { lang }, written, slips }: Draft) => (
  <>
    <FileField
      name="file"
      label={S.file[lang]}
      hint={
        <>
          {S.fileHint[lang]}
          {Object.keys(slips).length === 0 ? null : <> {S.fileAgain[lang]}</>}
        </>
      }
      error={slips.file}
      multiple
    />
    <Radios
      name="named"
      legend={S.namedLegend[lang]}
      legendAs="h2"
      value={written.named}
      error={slips.named}
      options={[
        { value: 'no', label: S.namedNo[lang], hint: S.namedNoHint[lang] },
        { value: 'yes', label: S.namedYes[lang], hint: S.namedYesHint[lang] },
      ]}
    />
    <TextField
      name="name"
      label={S.name[lang]}
      hint={S.onlyNamed[lang]}
      value={written.name}
      error={slips.name}
      autocomplete="off"
      spellcheck={false}
      maxlength={300}
    />
    <TextField
      name="contact"
      label={S.contact[lang]}
      hint={`${S.contactHint[lang]} ${S.onlyNamed[lang]}`}
      value={written.contact}
      error={slips.contact}
      autocomplete="off"
      spellcheck={false}
      maxlength={300}
    />
  </>
)

const sendIt = page({
  name: 'sendPetition',
  method: 'post',
  path: '/petitions',
  who: 'anyone',
  discreet: true,
  limit: BODY_LIMIT,
  async handle(asked, { form }): Promise<Outcome<Answer>> {
    const one = (name: string): string => textIn(form, name)
    const written: Written = {
      ...{ kind: kindIn(one('kind')), text: one('text'), about: one('about'), act: one('act') },
      ...{ named: one('named'), name: one('name'), contact: one('contact') },
    }
    const sent = await send(asked, {
      ...written,
      ...{ code: one('code'), files: uploadsIn(form), crowded: () => asked.crowded(one('work')) },
    })
    if (sent.ok) return done({ show: sentPage(asked, sent.value), keep: true })
    const slips = slipsOf(sent.refusals, asked.lang) ?? crowdedSlips(sent.refusals, asked)
    if (slips === undefined) return sent
    const { sealable, aims, code } = await readiness(asked, kindIn(written.kind))
    // The words somebody wrote down stay his, unless they were none.
    const words = slips.code === undefined ? one('code') : code
    const work = sent.refusals.some((refusal) => refusal.code === 'petition.crowded') ? asked.task() : undefined
    return done({ show: formPage({ asked, written, code: words, sealable, aims, slips, work }), status: 422 })
  },
})

/** Too many at once is said on the form itself, where the words are still there. */
const crowdedSlips = (refusals: Parameters<typeof slipsOf>[0], { lang }: AskedPage): Slips | undefined =>
  refusals.every(({ code }) => code === 'petition.crowded')
    ? slipsOf(
        refusals.map((refusal) => ({ ...refusal, field: 'text' })),
        lang,
      )
    : undefined

// ————— afterwards —————

function sentPage(asked: AskedPage, kept: KeptMessage): Child {
  const { lang, to } = asked
  const { petition, words } = kept
  return asked.page({
    title: S.sentTitle[lang],
    unlisted: true,
    children: (
      <>
        <Leave asked={asked} />
        <Panel title={S.sentTitle[lang]} label={S.number[lang]} number={petition.number} />
        <h2>{S.codeTitle[lang]}</h2>
        <CodeShown words={words} />
        <p>{S.codeAfter[lang]}</p>
        <h2>{S.nextTitle[lang]}</h2>
        <p>{NEXT[petition.state][lang]}</p>
        <Target asked={asked} petition={petition} />
        <FormShell action={to('/petitions/return')}>
          <input type="hidden" name="code" value={words} />
          <Button look="secondary">{S.returnDo[lang]}</Button>
        </FormShell>
        <ReceiptPart asked={asked} kept={kept} />
        <p>{S.done[lang]}</p>
      </>
    ),
  })
}

const ReceiptPart = ({ asked: { lang, to }, kept }: { readonly asked: AskedPage; readonly kept: KeptMessage }) => (
  <>
    <h2>{S.receiptTitle[lang]}</h2>
    <p>{S.receiptText[lang]}</p>
    <FormShell action={to('/petitions/receipt')}>
      <input type="hidden" name="code" value={kept.words} />
      <Button look="secondary">{S.receiptDo[lang]}</Button>
    </FormShell>
    <Details summary={S.receiptShow[lang]}>
      <p>{S.receiptHow[lang]}</p>
      <pre class="wrap" tabindex={0}>
        <code>{canonical({ ...kept.petition.receipt })}</code>
      </pre>
      <pre class="wrap" tabindex={0}>
        <code>{kept.petition.jws}</code>
      </pre>
    </Details>
  </>
)

// ————— returning —————

const codePage = (asked: AskedPage, slips: Slips, typed = ''): Child => {
  const { lang, to } = asked
  return asked.page({
    title: S.returnTitle[lang],
    unlisted: true,
    back: { text: S.title[lang], href: to('/petitions') },
    problems: problemsOf(slips),
    children: (
      <>
        <Leave asked={asked} />
        <h1>{S.returnTitle[lang]}</h1>
        <p class="lead">{S.backText[lang]}</p>
        <FormShell action={to('/petitions/return')}>
          <TextField
            name="code"
            label={S.codeLabel[lang]}
            hint={S.codeHint[lang]}
            value={typed}
            error={slips.code}
            autocomplete="off"
            spellcheck={false}
            maxlength={400}
          />
          <Button>{S.open[lang]}</Button>
        </FormShell>
      </>
    ),
  })
}

const returning = page({
  name: 'showPetitionReturn',
  method: 'get',
  path: '/petitions/return',
  who: 'anyone',
  discreet: true,
  handle: async (asked) => done({ show: codePage(asked, {}) }),
})

const opened = page({
  name: 'openPetition',
  method: 'post',
  path: '/petitions/return',
  who: 'anyone',
  discreet: true,
  async handle(asked, { form }): Promise<Outcome<Answer>> {
    const typed = textIn(form, 'code')
    const thread = await comeBack(asked, typed)
    if (thread.ok) return done({ show: threadPage(asked, thread.value) })
    const slips = slipsOf(thread.refusals, asked.lang)
    return slips === undefined ? thread : done({ show: codePage(asked, slips, typed), status: 422 })
  },
})

interface Shown {
  readonly slips?: Slips
  readonly text?: string
  /** What was just done, in words. */
  readonly told?: string
}

function threadPage(asked: AskedPage, thread: Thread, { slips = {}, text = '', told }: Shown = {}): Child {
  const { lang, to } = asked
  const { petition, words } = thread
  return asked.page({
    title: S.threadTitle[lang],
    unlisted: true,
    problems: problemsOf(slips),
    children: (
      <>
        <Leave asked={asked} />
        <span class="caption number">{petition.number}</span>
        <h1>{S.threadTitle[lang]}</h1>
        {told === undefined ? null : (
          <Notice tone="success">
            <p>{told}</p>
          </Notice>
        )}
        <Facts asked={asked} thread={thread} />
        <p>{NEXT[petition.state][lang]}</p>
        <Target asked={asked} petition={petition} />
        <h2>{S.history[lang]}</h2>
        <Timeline items={thread.steps.toReversed().map((step) => happening(asked, step))} />
        <h2>{S.addTitle[lang]}</h2>
        <FormShell action={to('/petitions/add')} upload>
          <input type="hidden" name="code" value={words} />
          <TextArea name="text" label={S.addLabel[lang]} value={text} error={slips.text} maxlength={TEXT_LIMIT} />
          {thread.sealable ? (
            <FileField name="file" label={S.file[lang]} hint={S.fileHint[lang]} error={slips.file} multiple />
          ) : null}
          <Button>{S.addDo[lang]}</Button>
        </FormShell>
        {thread.sealed ? <TakingBack asked={asked} words={words} /> : null}
        <ReceiptPart asked={asked} kept={thread} />
        <p>{S.done[lang]}</p>
      </>
    ),
  })
}

const TakingBack = ({ asked: { lang, to }, words }: { readonly asked: AskedPage; readonly words: string }) => (
  <>
    <h2>{S.takeBackTitle[lang]}</h2>
    <p>{S.takeBackText[lang]}</p>
    <FormShell action={to('/petitions/take-back')}>
      <input type="hidden" name="code" value={words} />
      <Button look="warning">{S.takeBackDo[lang]}</Button>
    </FormShell>
  </>
)

const Facts = ({
  asked: { lang, to },
  thread: { petition: p },
}: {
  readonly asked: AskedPage
  readonly thread: Thread
}) => (
  <SummaryList
    rows={[
      { key: S.kind[lang], value: KIND[p.kind][lang] },
      { key: S.standing[lang], value: <Standing lang={lang} state={p.state} /> },
      ...(p.outcome === null ? [] : [{ key: S.outcome[lang], value: OUTCOME[p.outcome][lang] }]),
      ...(p.act === null ? [] : [{ key: S.act[lang], value: <ActShown lang={lang} act={p.act} /> }]),
      ...(p.about === null ? [] : [{ key: S.system[lang], value: <a href={to(`/register/${p.about}`)}>{p.about}</a> }]),
      { key: S.namedShown[lang], value: (p.named ? S.namedSealed : S.namedNone)[lang] },
    ]}
  />
)

/** What happened, as the sender sees it: the unit, never the officer. */
const happening = ({ lang }: AskedPage, { verb, side, at, paper }: Step) => ({
  when: showTime(at, lang),
  what: paper.outcome === undefined ? PAST[verb][lang] : `${PAST[verb][lang]}: ${OUTCOME[paper.outcome][lang]}`,
  who: (side === 'sender' ? S.you : S.unit)[lang],
  detail: (
    <>
      {paper.text === undefined ? null : <Words text={paper.text} />}
      <Erased lang={lang} paper={paper} />
      {paper.files === undefined ? null : <p class="soft">{fill(S.filesCame[lang], { n: paper.files })}</p>}
    </>
  ),
})

const addMore = page({
  name: 'addToPetition',
  method: 'post',
  path: '/petitions/add',
  who: 'anyone',
  discreet: true,
  limit: BODY_LIMIT,
  async handle(asked, { form }): Promise<Outcome<Answer>> {
    const [code, text] = [textIn(form, 'code'), textIn(form, 'text')]
    const more = await add(asked, code, text, uploadsIn(form))
    if (more.ok) return done({ show: threadPage(asked, more.value, { told: S.added[asked.lang] }), keep: true })
    const slips = slipsOf(more.refusals, asked.lang)
    const thread = slips?.code === undefined ? await comeBack(asked, code) : undefined
    if (slips === undefined || thread?.ok === false) return more
    return done({
      show: thread === undefined ? codePage(asked, slips, code) : threadPage(asked, thread.value, { slips, text }),
      status: 422,
    })
  },
})

const takingBack = page({
  name: 'takeBackFromPetition',
  method: 'post',
  path: '/petitions/take-back',
  who: 'anyone',
  discreet: true,
  async handle(asked, { form }): Promise<Outcome<Answer>> {
    const less = await takeBack(asked, textIn(form, 'code'))
    if (!less.ok) return less
    return done({ show: threadPage(asked, less.value, { told: S.takenBack[asked.lang] }), keep: true })
  },
})

const receipt = page({
  name: 'takePetitionReceipt',
  method: 'post',
  path: '/petitions/receipt',
  who: 'anyone',
  discreet: true,
  async handle(asked, { form }): Promise<Outcome<Answer>> {
    const thread = await comeBack(asked, textIn(form, 'code'))
    if (!thread.ok) return thread
    const [first] = thread.value.steps
    const body = `${JSON.stringify(receiptFile(thread.value, first?.paper.text ?? ''), null, 2)}\n`
    return done({ download: { type: 'application/json', name: `${thread.value.petition.number}.json`, body } })
  },
})

export const senderPages: readonly Route[] = [write, sendIt, returning, opened, addMore, takingBack, receipt]
