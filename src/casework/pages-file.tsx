import type { Child } from 'hono/jsx'
import { actingFor, files as mayFile, type UnitId } from '../base/actor.ts'
import { done, type Outcome } from '../base/outcome.ts'
import { fill, type Text } from '../base/text.ts'
import { showBytes, showTime } from '../web/format.ts'
import { Button, Buttons } from '../web/parts/button/part.tsx'
import { FILE_WORDS, FileList, type ListedFile } from '../web/parts/file-list/part.tsx'
import { FormShell } from '../web/parts/form-shell/part.tsx'
import { StatusTag } from '../web/parts/status-tag/part.tsx'
import { SummaryList, type SummaryRow } from '../web/parts/summary-list/part.tsx'
import { Timeline } from '../web/parts/timeline/part.tsx'
import { remaining } from '../web/remaining.ts'
import { type Answer, type AskedPage, page, type Route } from '../web/route.ts'
import { chainOf, type Linked } from './chain.ts'
import { getWhole, type Office, type Whole } from './actions.ts'
import { isFinal, pressing } from './due.ts'
import { FilesOfStep, Items, knownOf, questionName, type ShownProps, whoTook, within } from './file-shown.tsx'
import { ENGINE_VERBS, offers, pastOf, verbOf } from './flow.ts'
import { ASKED } from './letters.ts'
import { documentPages } from './pages-document.tsx'
import { stepPages } from './pages-step.tsx'
import { talkPages } from './pages-talk.tsx'
import { basisOf, clockNamed, firstState, type Procedure } from './procedure.ts'
import type { CaseFile } from './schema.ts'
import { Cited, ClockOfFile, HolderShown, Lines, type More, problemsOf, StateShown } from './shown.tsx'
import { MessageForm, openItems, type Returned } from './talk-shown.tsx'
import { F } from './words-file.ts'

/** A file of a procedure, for its party, the unit in charge and units with a copy; and everything said on it. */
export function filePages(office: Office, more: More = {}): Route[] {
  const { procedure: p } = office
  const showFile = (asked: AskedPage, whole: Whole, returned?: Returned) =>
    filePage({ asked, office, whole, more, returned: returned ?? { slips: {} } })
  return [
    page({
      name: `${p.id}.showFile`,
      method: 'get',
      path: `/${p.path}/{number}`,
      who: 'person',
      async handle(asked, { params }): Promise<Outcome<Answer>> {
        const found = await getWhole(asked, office, params.number ?? '')
        return found.ok ? done({ show: await showFile(asked, found.value) }) : found
      },
    }),
    ...talkPages(office, showFile),
    ...stepPages(office),
    ...documentPages(office),
  ]
}

// ————— the file —————

interface FileProps {
  readonly asked: AskedPage
  readonly office: Office
  readonly whole: Whole
  readonly more: More
  readonly returned: Returned
}

async function filePage({ asked, office, whole, more, returned }: FileProps): Promise<Child> {
  const { lang } = asked
  const { procedure: p } = office
  const { file } = whole
  const names = await knownOf(asked, office, whole)
  const [beside, chain] = [await more.beside?.(asked, whole), await chainOf(asked, file)]
  const at = asked.to(`/${p.path}/${file.number}`)
  const shown = { asked, p, whole, names, at }
  return asked.page({
    title: `${file.number} – ${file.subject === '' ? p.name[lang] : file.subject}`,
    unlisted: true,
    problems: problemsOf(returned.slips),
    children: (
      <>
        <p class="caption">{p.name[lang]}</p>
        <h1>
          {file.number}
          {file.subject === '' ? null : `: ${file.subject}`}
        </h1>
        <Standing {...shown} />
        <CanDo {...shown} />
        <Clocks {...shown} />
        <Request {...shown} />
        <Facts {...shown} />
        <Related asked={asked} {...chain} />
        <Messages {...shown} returned={returned} />
        <h2>{F.history[lang]}</h2>
        <History {...shown} />
        <h2>{F.files[lang]}</h2>
        <Attachments {...shown} />
        <h2>{F.documents[lang]}</h2>
        <Documents {...shown} />
        {beside}
      </>
    ),
  })
}

/** State, holder and next date: what everybody came to read. */
const Standing = ({ asked, p, whole, names }: ShownProps) => {
  const { lang } = asked
  const { file, side, clocks } = whole
  const state = p.states[file.state]
  const own = side === 'party' ? 'party' : 'unit'
  const next = file.asked === null ? state?.next[own] : ASKED[own]
  const clock = isFinal(p, file) ? undefined : pressing(clocks)
  const name = clock && clockNamed(p, clock.clock)?.name[lang]
  return (
    <>
      <p id="present">
        <StateShown lang={lang} p={p} state={file.state} /> {next?.[lang]}
      </p>
      <p>
        <HolderShown lang={lang} file={file} names={names} />
      </p>
      <p>
        {clock === undefined ? (
          (state?.noDate ?? F.noDate)[lang]
        ) : (
          <>
            {F.nextDate[lang]}: {name ?? clock.clock}, <strong>{remaining(clock.reckoning, asked.now(), lang)}</strong>
          </>
        )}
      </p>
    </>
  )
}

/** The decisive step first: what is waited for, then what the flow leads on with, then what is always possible. */
function inOrder(p: Procedure, file: CaseFile, offered: readonly string[]): string[] {
  const own = offered.filter((verb) => !(ENGINE_VERBS as readonly string[]).includes(verb))
  const first = [
    ...(file.asked === null ? [] : ['answer']),
    ...(file.officer === null ? ['take'] : []),
    ...own.filter((verb) => verbOf(p, verb)?.who !== 'party' || file.asked === null),
    ...own,
    ...['ask', 'take', 'hand-over', 'message'],
  ]
  return [...new Set(first)].filter((verb) => offered.includes(verb))
}

const CanDo = ({ asked, p, whole, names, at }: ShownProps) => {
  const { lang } = asked
  const { file, side } = whole
  const verbs = inOrder(p, file, offers(p, file, asked.actor))
  return (
    <div class="no-print">
      {verbs.length === 0 ? (
        <p class="soft">{cannot(asked, whole)[lang]}</p>
      ) : (
        <>
          <h2>{F.canDo[lang]}</h2>
          {side === 'unit' && file.officer === null ? <p>{F.takeFirst[lang]}</p> : null}
          <Buttons>
            {verbs.map((verb, n) => (
              <Offer asked={asked} p={p} file={file} names={names} at={at} verb={verb} first={n === 0} />
            ))}
          </Buttons>
        </>
      )}
    </div>
  )
}

/** Why there is no button for this reader. */
function cannot({ actor }: AskedPage, { file, side }: Whole): Text {
  if (side === 'copy') return F.copy
  return side === 'party' && actingFor(actor) !== null && !mayFile(actor, file.party) ? F.viewing : F.cannot
}

interface OfferProps extends Omit<ShownProps, 'whole'> {
  readonly file: CaseFile
  readonly verb: string
  readonly first: boolean
}

const Offer = ({ asked, p, file, names, at, verb, first }: OfferProps) => {
  const { lang, once } = asked
  const look = first ? 'primary' : 'secondary'
  const words = verbOf(p, verb)?.ask[lang] ?? verb
  if (verb === 'take') {
    const who = (file.officer === null ? undefined : names.officers.get(file.officer)) ?? F.colleague[lang]
    return (
      <FormShell action={`${at}/take`} once={`${once}-take`} seq={file.seq}>
        <Button look={look}>{file.officer === null ? words : fill(F.takeOver[lang], { who })}</Button>
      </FormShell>
    )
  }
  if (verb === 'message')
    return (
      <Button look={look} href="#message">
        {F.toMessage[lang]}
      </Button>
    )
  const engine = (ENGINE_VERBS as readonly string[]).includes(verb)
  const draft = file.state === firstState(p) && verbOf(p, verb)?.form !== undefined
  return (
    <Button look={look} href={engine ? `${at}/${verb}` : `${at}/do/${verb}`}>
      {draft ? F.toForm[lang] : words}
    </Button>
  )
}

const Facts = ({ asked, p, whole, names, at }: ShownProps) => {
  const { lang } = asked
  const { file, side, events, papers, hints } = whole
  const erased = [...papers.values()].findLast((paper) => paper.erased !== undefined)?.erased
  const filed = events.findLast((e) => e.side === 'party' && papers.get(e.seq)?.shown !== undefined)
  const unitName = (unit: UnitId): string => (names.units.get(unit) ?? F.someUnit)[lang]
  const rows: (SummaryRow | undefined)[] = [
    { key: (p.begunBy === 'unit' ? F.addressee : F.party)[lang], value: names.party },
    file.unit === null ? undefined : { key: F.unit[lang], value: unitName(file.unit) },
    file.copies.length === 0
      ? undefined
      : { key: F.copies[lang], value: <Lines text={file.copies.map(unitName).join('\n')} /> },
    side === 'party' || file.unit === null
      ? undefined
      : {
          key: F.officer[lang],
          value: file.officer === null ? F.officerNone[lang] : (names.officers.get(file.officer) ?? ''),
        },
    { key: F.opened[lang], value: showTime(file.openedAt, lang) },
    filed === undefined
      ? undefined
      : {
          key: F.content[lang],
          value: (
            <a href={`${at}/steps/${filed.seq}`}>
              {pastOf(p, filed.verb)[lang]} ({showTime(filed.at, lang)})
            </a>
          ),
        },
    {
      key: F.basis[lang],
      value: basisOf(p, file.answers).map((cite, n) => (
        <>
          {n === 0 ? '' : '; '}
          <Cited lang={lang} cite={cite} />
        </>
      )),
    },
  ]
  return (
    <>
      <h2>{F.about[lang]}</h2>
      {erased === undefined ? null : <p>{fill(F.erased[lang], { number: erased })}</p>}
      <SummaryList rows={rows.flatMap((row) => row ?? [])} />
      {hints.size === 0 || side === 'copy' ? null : (
        <>
          <h3>{F.secrets[lang]}</h3>
          <p>{F.secretsLead[lang]}</p>
          <SummaryList
            rows={[...hints].map(([key, hint]) => ({
              key: questionName(p, key)?.[lang] ?? key,
              value: hint,
              action: {
                text: F.open[lang],
                href: `${at}/secret/${key}`,
                about: within(questionName(p, key)?.[lang] ?? key),
              },
            }))}
          />
        </>
      )}
    </>
  )
}

interface RelatedProps extends Awaited<ReturnType<typeof chainOf>> {
  readonly asked: AskedPage
}

/** From what the file arose and what it led to, for whoever may see those. */
const Related = ({ asked: { lang, to }, from, led }: RelatedProps) => {
  const linked = ({ number, subject }: Linked) => (
    <>
      <a class="number" href={to(`/cases/${number}`)}>
        {number}
      </a>
      {subject === '' ? null : `: ${subject}`}
    </>
  )
  if (from === undefined && led.length === 0) return null
  const rows: (SummaryRow | undefined)[] = [
    from && { key: F.arose[lang], value: linked(from) },
    led.length === 0
      ? undefined
      : {
          key: F.led[lang],
          value: (
            <ul>
              {led.map((file) => (
                <li>{linked(file)}</li>
              ))}
            </ul>
          ),
        },
  ]
  return (
    <>
      <h2>{F.chain[lang]}</h2>
      <SummaryList rows={rows.flatMap((row) => row ?? [])} />
    </>
  )
}

const Clocks = ({ asked, p, whole }: ShownProps) => {
  const { lang } = asked
  const { file, clocks } = whole
  return (
    <>
      <h2>{F.clocks[lang]}</h2>
      {clocks.length === 0 ? <p>{F.noClocks[lang]}</p> : null}
      {clocks.map((clock) => (
        <ClockOfFile lang={lang} p={p} clock={clock} answers={file.answers} at={asked.now()} ended={isFinal(p, file)} />
      ))}
    </>
  )
}

/** The open request for more, for both sides. */
const Request = ({ asked, p, whole, at }: ShownProps) => {
  const { lang } = asked
  const { file, side, events, papers } = whole
  const since = events.find(({ seq }) => seq === file.asked)
  if (since === undefined) return null
  const lead = side === 'party' ? F.requestSince : F.requestWaits
  return (
    <>
      <h2>{F.request[lang]}</h2>
      <p>{fill(lead[lang], { time: showTime(since.at, lang) })}</p>
      <Items asked={asked} p={p} whole={whole} at={at} items={openItems(whole)} />
      <FilesOfStep asked={asked} at={at} files={papers.get(since.seq)?.files ?? []} />
    </>
  )
}

const Messages = ({ asked, p, whole, names, at, returned }: ShownProps & { readonly returned: Returned }) => {
  const { lang } = asked
  const { file, events, papers } = whole
  const messages = events.filter(({ verb }) => verb === 'message')
  const may = offers(p, file, asked.actor).includes('message')
  if (messages.length === 0 && !may) return null
  return (
    <>
      <h2 id="messages">{F.messages[lang]}</h2>
      {messages.length === 0 ? <p>{F.noMessages[lang]}</p> : null}
      {messages.map((event) => (
        <section>
          <h3>
            {whoTook(asked, whole, names, event)}{' '}
            <time datetime={event.at} class="soft">
              {showTime(event.at, lang)}
            </time>
          </h3>
          <p>
            <Lines text={papers.get(event.seq)?.text ?? ''} />
          </p>
          <FilesOfStep asked={asked} at={at} files={papers.get(event.seq)?.files ?? []} />
        </section>
      ))}
      {may ? <MessageForm asked={asked} p={p} whole={whole} slips={returned.slips} text={returned.text ?? ''} /> : null}
    </>
  )
}

const History = ({ asked, p, whole, names, at }: ShownProps) => {
  const { lang } = asked
  if (whole.events.length === 0) return <p>{F.noHistory[lang]}</p>
  return (
    <Timeline
      items={whole.events.toReversed().map((event) => ({
        when: <time datetime={event.at}>{showTime(event.at, lang)}</time>,
        what: pastOf(p, event.verb)[lang],
        who: whoTook(asked, whole, names, event),
        href: `${at}/steps/${event.seq}`,
      }))}
    />
  )
}

const Attachments = ({ asked, whole, at }: ShownProps) => {
  const { lang } = asked
  if (whole.attachments.length === 0) return <p>{F.noFiles[lang]}</p>
  return (
    <FileList
      words={FILE_WORDS[lang]}
      files={whole.attachments.map(
        (a): ListedFile => ({
          ...{ name: a.name, href: `${at}/files/${a.id}`, size: showBytes(a.size, lang), sha256: a.sha256 },
          added: showTime(a.addedAt, lang),
          state: a.seq === null ? <StatusTag tone="quiet">{F.notSent[lang]}</StatusTag> : null,
        }),
      )}
    />
  )
}

const Documents = ({ asked, whole, at }: ShownProps) => {
  const { lang } = asked
  if (whole.documents.length === 0) return <p>{F.noDocuments[lang]}</p>
  return (
    <ul>
      {whole.documents.map(({ number, content, at: when }) => (
        <li>
          <a href={`${at}/documents/${number}`}>
            {content.title[lang]} {number}
          </a>{' '}
          <span class="soft">{showTime(when, lang)}</span>
        </li>
      ))}
    </ul>
  )
}
