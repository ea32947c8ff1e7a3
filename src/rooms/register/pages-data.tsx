import { fill } from '../../base/text.ts'
import { dayOf } from '../../base/day.ts'
import { done, type Outcome } from '../../base/outcome.ts'
import { showDay, showNumber, showTime } from '../../web/format.ts'
import { CodeBlock } from '../../web/parts/code-block/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { Details } from '../../web/parts/details/part.tsx'
import { EmptyState } from '../../web/parts/empty-state/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type Answer, type AskedPage, type Download, file, page, type Route } from '../../web/route.ts'
import { showSize } from './rules.ts'
import { editionsOf, fileOf } from './exports.ts'
import type { ExportedSet, Manifest } from './schema.ts'
import { CELL_WORDS, DATA, DATA_SENTENCES } from './words-data.ts'

type Editions = Awaited<ReturnType<typeof editionsOf>>

const showData = page({
  name: 'open-data',
  method: 'get',
  path: '/open-data',
  who: 'anyone',
  open: true,
  async handle(asked): Promise<Outcome<Answer>> {
    const { lang } = asked
    const { newest, days } = await editionsOf(asked)
    return done({
      show: asked.page({
        title: DATA.title[lang],
        about: DATA.about[lang],
        wide: true,
        alternates:
          newest === undefined
            ? []
            : [{ type: 'application/ld+json', title: DATA.catalogue[lang], href: '/data/catalog.jsonld' }],
        children:
          newest === undefined ? (
            <NothingYet asked={asked} />
          ) : (
            <Data {...{ asked, manifest: newest.manifest, days }} />
          ),
      }),
    })
  },
})

const NothingYet = ({ asked: { lang } }: { readonly asked: AskedPage }) => (
  <>
    <h1>{DATA.title[lang]}</h1>
    <p class="lead">{DATA.lead[lang]}</p>
    <EmptyState title={DATA.none[lang]}>
      <p>{DATA.noneText[lang]}</p>
    </EmptyState>
  </>
)

interface Shown {
  readonly asked: AskedPage
  readonly manifest: Manifest
}

const Data = ({ asked, manifest, days }: Shown & Pick<Editions, 'days'>) => {
  const { lang } = asked
  return (
    <>
      <h1>{DATA.title[lang]}</h1>
      <p class="lead">{DATA.lead[lang]}</p>
      {manifest.mode === 'evaluation' ? (
        <Notice>
          <p>{DATA.evaluation[lang]}</p>
        </Notice>
      ) : null}
      <SummaryList
        rows={[
          { key: DATA.asOf[lang], value: showTime(manifest.asOf, lang) },
          { key: DATA.rhythm[lang], value: DATA.rhythmText[lang] },
          { key: DATA.publisher[lang], value: manifest.publisher },
          { key: DATA.licence[lang], value: <a href={manifest.licence}>{DATA.licenceText[lang]}</a> },
        ]}
      />
      <p>{DATA.declared[lang]}</p>
      <h2>{DATA.files[lang]}</h2>
      {manifest.sets.map((set) => (
        <Set asked={asked} manifest={manifest} set={set} />
      ))}
      <h2>{DATA.formats[lang]}</h2>
      <ul>
        {([DATA.csv, DATA.jsonl, DATA.parquet] as const).map((text) => (
          <li>{text[lang]}</li>
        ))}
      </ul>
      <p>{DATA.range[lang]}</p>
      <h2>{DATA.verify[lang]}</h2>
      <p>{DATA.verifyText[lang]}</p>
      <ul>
        {(
          [
            ['/data/manifest.json', DATA.manifest],
            ['/data/manifest.jws', DATA.signature],
            ['/data/SHA256SUMS', DATA.sums],
            ['/.well-known/jwks.json', DATA.keys],
            ['/data/catalog.jsonld', DATA.catalogue],
          ] as const
        ).map(([href, text]) => (
          <li>
            <a href={href}>{text[lang]}</a>
          </li>
        ))}
      </ul>
      <Examples asked={asked} manifest={manifest} />
      <h2>{DATA.follow[lang]}</h2>
      <p>{DATA.followText[lang]}</p>
      <p>
        <a href={manifest.changes}>
          <code>{manifest.changes}</code>
        </a>
      </p>
      <h2>{DATA.history[lang]}</h2>
      <p>{fill(DATA_SENTENCES.historyText[lang], { n: showNumber(asked.site.openData.days, lang) })}</p>
      <DataTable
        caption={DATA.history[lang]}
        captionHidden
        columns={[{ label: DATA.day[lang] }, { label: DATA.address[lang] }]}
        rows={days.map((day) => [
          showDay(day),
          <a href={`/data/${day}/manifest.json`}>
            <code>/data/{day}/…</code>
          </a>,
        ])}
      />
    </>
  )
}

const Set = ({ asked: { lang }, manifest, set }: Shown & { readonly set: ExportedSet }) => {
  const rows = set.records === 1 ? DATA_SENTENCES.recordsOne : DATA_SENTENCES.records
  return (
    <section>
      <h3 id={set.id}>{set.title[lang]}</h3>
      <p>
        {set.about[lang]} {fill(rows[lang], { n: showNumber(set.records, lang) })}.
      </p>
      <DataTable
        caption={set.title[lang]}
        captionHidden
        columns={[{ label: DATA.file[lang] }, { label: DATA.size[lang], numeric: true }, { label: DATA.sum[lang] }]}
        rows={manifest.files
          .filter((f) => f.set === set.id)
          .map((f) => [<a href={`/data/${f.name}`}>{f.name}</a>, showSize(f.size, lang), <code>{f.sha256}</code>])}
      />
      <Details summary={DATA.columns[lang]}>
        <DataTable
          caption={DATA.columns[lang]}
          captionHidden
          columns={[{ label: DATA.column[lang] }, { label: DATA.type[lang] }, { label: DATA.meaning[lang] }]}
          rows={set.columns.map((column) => [
            <code class="number">{column.name}</code>,
            CELL_WORDS[column.type][lang],
            column.about === undefined ? column.title[lang] : `${column.title[lang]}. ${column.about[lang]}`,
          ])}
        />
      </Details>
    </section>
  )
}

const Examples = ({ asked: { lang, site }, manifest: { asOf } }: Shown) => {
  const at = `${site.url}/data`
  const examples = [
    [
      'take',
      DATA.take[lang],
      `mkdir saola-${dayOf(asOf)} && cd saola-${dayOf(asOf)}\ncurl -O ${at}/SHA256SUMS\nfor f in $(cut -c 67- SHA256SUMS); do curl -O ${at}/$f; done\nsha256sum -c SHA256SUMS`,
    ],
    ['resume', DATA.resume[lang], `curl -C - -O ${at}/systems.parquet`],
    ['ask', DATA.ask[lang], `duckdb -c "select level, count(*) from 'systems.parquet' group by level"`],
  ] as const
  return (
    <>
      <h2>{DATA.examples[lang]}</h2>
      {examples.map(([id, title, code]) => (
        <CodeBlock id={id} title={title} code={code} copy={{ text: DATA.copy[lang], done: DATA.copied[lang] }} />
      ))}
    </>
  )
}

// ————— files —————

const sendData = (found: Awaited<ReturnType<typeof fileOf>>): Outcome<Download> =>
  found.ok ? done({ type: found.value.type, body: found.value }) : found

/** Of the newest edition, and of the edition of a day. */
export const dataPages: readonly Route[] = [
  showData,
  file({
    name: 'open-data-file',
    path: '/data/{name}',
    handle: async (asked, { name = '' }) => sendData(await fileOf(asked, name)),
  }),
  file({
    name: 'open-data-file-of-day',
    path: '/data/{day}/{name}',
    handle: async (asked, { day = '', name = '' }) => sendData(await fileOf(asked, name, day)),
  }),
]
