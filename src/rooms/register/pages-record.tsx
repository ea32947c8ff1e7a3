import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { day } from '../../base/day.ts'
import { done, type Outcome } from '../../base/outcome.ts'
import { fill, type Lang } from '../../base/text.ts'
import { DOSSIER } from '../../law/dossier.ts'
import { LIST } from '../../law/highrisk/list.ts'
import { showDay, showTime } from '../../web/format.ts'
import { Cite } from '../../web/parts/cite/part.tsx'
import { Diff } from '../../web/parts/diff/part.tsx'
import { LevelTag } from '../../web/parts/level-tag/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { QrCode } from '../../web/parts/qr-code/part.tsx'
import { StatusTag, type StatusTone } from '../../web/parts/status-tag/part.tsx'
import { SummaryList, type SummaryRow } from '../../web/parts/summary-list/part.tsx'
import { type Answer, type AskedPage, page } from '../../web/route.ts'
import { OUTCOME_WORDS, outcomes } from '../petitions/actions.ts'
import type { PublicOutcome } from '../petitions/schema.ts'
import { citeLink } from '../statute/schema.ts'
import { LEVEL_WORDS, type PublicSystem, STATE_WORDS, VERB_WORDS } from '../systems/schema.ts'
import { findAiId, recordOf } from './actions.ts'
import { insideScript, recordInSchemaOrg } from './json-ld.ts'
import { cellOf, inASentence } from './rules.ts'
import type { HistoryItem, Recorded } from './schema.ts'
import { type Field, FIELDS, LEVEL_MEANS, LOUD, SENTENCES, WORDS } from './words.ts'

const TONE: Readonly<Record<PublicSystem['state'], StatusTone>> = {
  declared: 'quiet',
  'in-use': 'active',
  suspended: 'suspended',
  recalled: 'recalled',
  retired: 'quiet',
  withdrawn: 'quiet',
}

/** Level and state, by word, colour and shape. */
export const Tags = ({ lang, system }: { readonly lang: Lang; readonly system: PublicSystem }) => (
  <>
    <LevelTag level={system.level} word={LEVEL_WORDS[system.level][lang]} />{' '}
    <StatusTag tone={TONE[system.state]}>{STATE_WORDS[system.state][lang]}</StatusTag>
  </>
)

export const showRecord = page({
  name: 'register-record',
  method: 'get',
  path: '/register/{aiId}',
  who: 'anyone',
  open: true,
  async handle(asked, { params: { aiId = '' } }): Promise<Outcome<Answer>> {
    const record = await recordOf(asked, aiId)
    if (!record.ok) {
      const spelled = await findAiId(asked, aiId)
      return spelled === undefined || spelled === aiId ? record : done({ goTo: asked.to(`/register/${spelled}`) })
    }
    const { system } = record.value
    const told = await outcomes(asked, system.aiId)
    return done({
      show: asked.page({
        title: system.name,
        about: inASentence(system, asked.lang),
        back: { text: WORDS.back[asked.lang], href: cameFrom(asked) },
        children: <Record asked={asked} record={record.value} told={told} />,
      }),
      json: system,
      aside: readAtSaid(record.value, asked.lang),
    })
  },
})

const readAtSaid = ({ readAt }: Recorded, lang: Lang): string =>
  fill(SENTENCES.readAt[lang], { time: showTime(readAt, lang) })

/** The search the reader came from, with its words and filters; the register otherwise. */
function cameFrom(asked: AskedPage): string {
  const from = asked.header('referer') ?? ''
  const register = asked.to('/register')
  const url = URL.canParse(from) ? new URL(from) : undefined
  return url?.pathname === register && url.host === asked.header('host') ? register + url.search : register
}

interface RecordProps {
  readonly asked: AskedPage
  readonly record: Recorded
  /** What became of what people told about it, the latest first. */
  readonly told: readonly PublicOutcome[]
}

const Record = ({ asked, record, told }: RecordProps) => {
  const { system, history } = record
  const { lang } = asked
  const address = `${asked.site.url}${asked.to(`/register/${system.aiId}`)}`
  return (
    <>
      <span class="caption number">{system.aiId}</span>
      <h1>{system.name}</h1>
      <p>
        <Tags lang={lang} system={system} />
      </p>
      {system.state === 'declared' || system.state === 'in-use' ? null : (
        <Notice tone="important" title={LOUD[system.state].title[lang]}>
          <p>{LOUD[system.state].text[lang]}</p>
        </Notice>
      )}
      <p class="lead">{inASentence(system, lang)}</p>
      <h2>{WORDS.details[lang]}</h2>
      <SummaryList rows={rowsOf(system, lang)} />
      <h2>{WORDS.meaning[lang]}</h2>
      <p>
        {LEVEL_MEANS[system.level][lang]} <Cite {...citeLink(lang, 'L9.1')} />
      </p>
      <p>
        {WORDS.declared[lang]} <Cite {...citeLink(lang, 'L10.3')} />
      </p>
      <h2>{WORDS.history[lang]}</h2>
      {history.length === 0 ? (
        <p>{WORDS.noHistory[lang]}</p>
      ) : (
        history.map((item) => (
          <Step lang={lang} item={item} orders={asked.to('/orders/public')} tombstones={asked.to('/tombstones')} />
        ))
      )}
      <Told asked={asked} told={told} />
      <h2>{WORDS.address[lang]}</h2>
      <QrCode text={address} title={WORDS.qr[lang]} caption={system.aiId} />
      <p>{address}</p>
      <ul class="plain no-print">
        <li>
          <a href={asked.to(`/register/${system.aiId}/record.tlog-proof`)}>{WORDS.evidence[lang]}</a>
        </li>
        <li>
          <a href={asked.to('/verify')}>{WORDS.verify[lang]}</a>
        </li>
        <li>
          <a href={asked.to(`/register/${system.aiId}/badge.svg`)}>{WORDS.badge[lang]}</a>
        </li>
        <li>
          <a href={asked.to(`/petitions/new?about=${system.aiId}`)}>{WORDS.wrong[lang]}</a>
        </li>
        <li>
          <a href={asked.to(`/petitions/outcomes?about=${system.aiId}`)}>{WORDS.told[lang]}</a>
        </li>
        <li>
          <a href={asked.to(`/violations/public?q=${system.aiId}`)}>{WORDS.violations[lang]}</a>
        </li>
        <li>
          <a href={asked.to('/damage')}>{WORDS.damage[lang]}</a>
        </li>
        <li>
          <a href={`/api/v1/systems/${system.aiId}`}>{WORDS.data[lang]}</a>
        </li>
        <li>
          <a href={`/api/v1/systems/${system.aiId}/history`}>{WORDS.historyData[lang]}</a>
        </li>
      </ul>
      <p class="soft">{readAtSaid(record, lang)}</p>
      {raw(
        `<script type="application/ld+json">${insideScript(recordInSchemaOrg(system, asked.site.url, address))}</script>`,
      )}
    </>
  )
}

const TOLD_AT_MOST = 5

/** Errors that were reported and feedback that was given, once they are dealt with; nothing where there is none. */
const Told = ({ asked: { lang, to }, told }: Pick<RecordProps, 'asked' | 'told'>) =>
  told.length === 0 ? null : (
    <>
      <h2>{WORDS.toldTitle[lang]}</h2>
      <ul>
        {told.slice(0, TOLD_AT_MOST).map(({ number, about, outcome, summary }) => (
          <li>
            <strong>{OUTCOME_WORDS[outcome][lang]}.</strong> <span lang="vi">{summary}</span>{' '}
            <a class="number" href={to(`/petitions/outcomes?about=${about}`)}>
              {number}
            </a>
          </li>
        ))}
      </ul>
    </>
  )

/** A row for each field that is there: what is not public leaves no gap. */
function rowsOf(system: PublicSystem, lang: Lang): readonly SummaryRow[] {
  return (Object.keys(FIELDS) as Field[]).flatMap((field) => {
    const value = valueOf(system, field, lang)
    return value === null ? [] : [{ key: FIELDS[field][lang], value }]
  })
}

function valueOf(system: PublicSystem, field: Field, lang: Lang): Child {
  if (field === 'level') return <LevelTag level={system.level} word={LEVEL_WORDS[system.level][lang]} />
  if (field === 'state') return <StatusTag tone={TONE[system.state]}>{STATE_WORDS[system.state][lang]}</StatusTag>
  if (field === 'recordedAt' || field === 'changedAt') return showTime(system[field], lang)
  if (field === 'firstUse') return system.firstUse && showDay(day(system.firstUse))
  if (field === 'entries') return system.entries.length === 0 ? null : <Entries lang={lang} codes={system.entries} />
  if (field === 'functions' || field === 'users' || field === 'affected') return listed(system[field])
  return cellOf(system, field, lang) || null
}

const listed = (items: readonly string[]): Child => {
  if (items.length < 2) return items[0] ?? null
  return (
    <ul>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}

const Entries = ({ lang, codes }: { readonly lang: Lang; readonly codes: readonly string[] }) => (
  <ul class="plain">
    {codes.map((code) => (
      <li>
        <a href={citeLink(lang, `Q.${code}`).href}>{code}</a> {LIST.find((entry) => entry.code === code)?.name[lang]}
      </li>
    ))}
  </ul>
)

/** Event verbs and fields of later versions are shown as they are rather than not at all. */
const verbWord = (verb: string, lang: Lang): string =>
  (VERB_WORDS as Readonly<{ [verb: string]: { readonly [L in Lang]: string } }>)[verb]?.[lang] ?? verb
const fieldWord = (field: string, lang: Lang): string =>
  DOSSIER.fields.find(({ key }) => key === field)?.label[lang] ??
  (field in FIELDS ? FIELDS[field as Field][lang] : field)

interface StepProps {
  readonly lang: Lang
  readonly item: HistoryItem
  /** Where the public list of orders stands. */
  readonly orders: string
  /** Where the list of erasures stands. */
  readonly tombstones: string
}

const Step = ({ lang, item, orders, tombstones }: StepProps) => (
  <section>
    <h3>
      {verbWord(item.verb, lang)}{' '}
      <time datetime={item.at} class="soft">
        {showTime(item.at, lang)}
      </time>
    </h3>
    {item.level === undefined && item.state === undefined ? null : (
      <p>
        {item.level ? <LevelTag level={item.level} word={LEVEL_WORDS[item.level][lang]} /> : null}{' '}
        {item.state ? <StatusTag tone={TONE[item.state]}>{STATE_WORDS[item.state][lang]}</StatusTag> : null}
      </p>
    )}
    {item.order === undefined ? null : (
      <p>
        {WORDS.order[lang]}: <a href={`${orders}/${item.order}`}>{item.order}</a>
      </p>
    )}
    {item.tombstone === undefined ? null : (
      <p>
        {WORDS.tombstone[lang]}: <a href={tombstones}>{item.tombstone}</a>
      </p>
    )}
    {item.reason === undefined ? null : (
      <p>
        {WORDS.reason[lang]}: {item.reason}
      </p>
    )}
    {item.changes === undefined || item.changes.length === 0 ? null : (
      <Diff
        words={{ was: WORDS.was[lang], now: WORDS.now[lang], nothing: WORDS.nothing[lang] }}
        changes={item.changes.map(({ field, before, after }) => ({
          key: field,
          label: fieldWord(field, lang),
          was: before === '' ? undefined : before,
          now: after === '' ? undefined : after,
        }))}
      />
    )}
  </section>
)
