import { dayOf } from '../../base/day.ts'
import { done, type Outcome } from '../../base/outcome.ts'
import { fill, type Lang } from '../../base/text.ts'
import { LIST } from '../../law/highrisk/list.ts'
import { showDay, showNumber } from '../../web/format.ts'
import { type Asking, readQuery } from '../../web/listing.ts'
import { Checkboxes } from '../../web/parts/checkboxes/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { EmptyState } from '../../web/parts/empty-state/part.tsx'
import { Filters } from '../../web/parts/filters/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { Pagination } from '../../web/parts/pagination/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { Select } from '../../web/parts/select/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { type Answer, type AskedPage, page, type PageRoute, type Route } from '../../web/route.ts'
import { citeLink } from '../statute/schema.ts'
import { LEVEL_WORDS, type PublicSystem, SECTOR_WORDS, STATE_WORDS } from '../systems/schema.ts'
import { everything, facets, findAiId, hiddenByFilters, searchForgiving } from './actions.ts'
import { addressOf, asCsv, asJson, BOUND, filtered, inBrief, readCursor, writeCursor } from './rules.ts'
import { dataPages } from './pages-data.tsx'
import { feedPages, feedsOf } from './pages-feeds.tsx'
import { showRecord, Tags } from './pages-record.tsx'
import { type Count, type Cursor, type Facets, type Found, Query } from './schema.ts'
import { SENTENCES, WORDS } from './words.ts'
import { FEED } from './words-data.ts'

const PAGE_SIZE = 20

const cursorFrom = (asking: Asking) => (typeof asking.after === 'string' ? readCursor(asking.after) : undefined)

// ————— search —————

const showSearch = page({
  name: 'register',
  method: 'get',
  path: '/register',
  who: 'anyone',
  open: true,
  async handle(asked, input) {
    const query = readQuery(Query, input.query)
    const aiId = await findAiId(asked, query.q)
    if (aiId !== undefined) return done({ goTo: asked.to(`/register/${aiId}`) })
    const after = cursorFrom(input.query)
    const found = await searchForgiving(asked, query, PAGE_SIZE, after)
    const [counts, hidden] = await Promise.all([
      facets(asked, { ...query, q: found.instead ?? query.q }),
      found.items.length === 0 && hiddenByFilters(asked, query),
    ])
    const view: View = { asked, query, found, counts, hidden, later: after !== undefined }
    const { lang } = asked
    return done({
      show: asked.page({
        title: WORDS.title[lang],
        about: WORDS.about[lang],
        wide: true,
        unlisted: query.q !== '' || filtered(query) || view.later,
        alternates: feedsOf({ ...query, q: found.instead ?? query.q }, asked),
        children: <Search {...view} />,
      }),
      json: { items: found.items, total: found.total, next: found.next && asked.site.url + nextOf(view, found.next) },
    })
  },
})

interface View {
  readonly asked: AskedPage
  readonly query: Query
  readonly found: Found
  readonly counts: Facets
  readonly hidden: boolean
  /** Not the first page. */
  readonly later: boolean
}

const nextOf = ({ asked, query, found }: View, next: Cursor): string =>
  asked.to(`/register${addressOf({ ...query, q: found.instead ?? query.q }, { after: writeCursor(next) })}`)

const Search = (view: View) => {
  const { asked, query } = view
  const { lang } = asked
  return (
    <>
      <h1>{WORDS.title[lang]}</h1>
      <p>
        {WORDS.lead[lang]} <Cite {...citeLink(lang, 'L10.3')} />
      </p>
      <search>
        <form method="get" action={asked.to('/register')} class="main__column">
          <TextField
            name="q"
            type="search"
            label={WORDS.q[lang]}
            hint={WORDS.qHint[lang]}
            value={query.q}
            maxlength={200}
            spellcheck={false}
          />
          <Kept query={{ ...query, q: '' }} />
          <button type="submit" class="govuk-button">
            {WORDS.find[lang]}
          </button>
        </form>
      </search>
      <Filters
        title={filterTitle(query, lang)}
        action={asked.to('/register')}
        apply={WORDS.apply[lang]}
        clear={{ text: WORDS.clear[lang], href: asked.to(`/register${addressOf(withoutFilters(query))}`) }}
        fields={<Fields {...view} />}
      >
        <Results {...view} />
      </Filters>
    </>
  )
}

/** On a phone the filters stay folded, so that the results come first; their button says that some are at work. */
const filterTitle = (query: Query, lang: Lang): string => {
  const n = query.level.length + query.state.length + query.sector.length + (query.entry === undefined ? 0 : 1)
  return n === 0 ? WORDS.filters[lang] : fill(SENTENCES.filtersSet[lang], { n: String(n) })
}

const withoutFilters = (query: Query): Query => ({ ...query, level: [], state: [], sector: [], entry: undefined })

/** What one form holds, the other one carries along. */
const Kept = ({ query }: { readonly query: Query }) => (
  <>
    {[...new URLSearchParams(addressOf(query))].map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

const NONE: Count = { count: 0, exact: true }
const howMany = ({ count, exact }: Count, lang: Lang): string =>
  exact ? showNumber(count, lang) : fill(SENTENCES.moreThan[lang], { n: showNumber(BOUND, lang) })

const Fields = ({ asked: { lang }, query, counts }: View) => {
  const boxes = <T extends string>(
    facet: 'level' | 'state' | 'sector',
    words: Readonly<Record<T, { readonly [L in Lang]: string }>>,
    options: readonly T[],
  ) => (
    <Checkboxes
      name={facet}
      small
      legend={WORDS[facet][lang]}
      values={query[facet]}
      options={options.map((value) => ({
        value,
        label: (
          <>
            {words[value][lang]} <span class="soft number">({howMany(counts[facet].get(value) ?? NONE, lang)})</span>
          </>
        ),
      }))}
    />
  )
  return (
    <>
      <Kept query={{ ...withoutFilters(query), sort: 'best' }} />
      {boxes('level', LEVEL_WORDS, ['high', 'medium', 'low'])}
      {boxes('state', STATE_WORDS, ['declared', 'in-use', 'suspended', 'recalled', 'retired', 'withdrawn'])}
      {boxes('sector', SECTOR_WORDS, Object.keys(SECTOR_WORDS) as (keyof typeof SECTOR_WORDS)[])}
      <Select
        name="entry"
        label={WORDS.entry[lang]}
        value={query.entry ?? ''}
        options={entryOptions(lang, query, counts)}
      />
      {query.q === '' ? null : (
        <Radios
          name="sort"
          small
          legend={WORDS.sort[lang]}
          value={query.sort}
          options={[
            { value: 'best', label: WORDS.best[lang] },
            { value: 'newest', label: WORDS.newest[lang] },
          ]}
        />
      )}
    </>
  )
}

/** Only entries that lead somewhere, and the one that is chosen. */
const entryOptions = (lang: Lang, query: Query, counts: Facets) => [
  { value: '', label: WORDS.anyEntry[lang] },
  ...LIST.flatMap(({ code, name }) => {
    const count = counts.entry.get(code) ?? NONE
    return count.count === 0 && code !== query.entry
      ? []
      : [{ value: code, label: `${code} (${howMany(count, lang)}) ${name[lang]}` }]
  }),
]

const Results = (view: View) => {
  const { asked, query, found, hidden, later } = view
  const { lang } = asked
  const address = addressOf({ ...query, q: found.instead ?? query.q })
  const first = asked.to(`/register${address}`)
  if (found.items.length === 0) return <Nothing {...{ asked, query, hidden, later }} />
  return (
    <section aria-labelledby="results">
      {found.instead === null ? null : (
        <Notice>
          <p>
            <a href={first}>{fill(SENTENCES.instead[lang], { q: found.instead })}</a>
          </p>
          <p>{fill(SENTENCES.insteadWhy[lang], { q: query.q, instead: found.instead })}</p>
        </Notice>
      )}
      <h2 id="results">{headline(found.total, lang)}</h2>
      <ul class="tasks">
        {found.items.map((system) => (
          <li>
            <Hit asked={asked} system={system} />
          </li>
        ))}
      </ul>
      <Pagination
        label={WORDS.pages[lang]}
        previous={later ? { text: WORDS.first[lang], href: first } : undefined}
        next={found.next ? { text: WORDS.next[lang], href: nextOf(view, found.next) } : undefined}
      />
      <p class="no-print">
        {WORDS.whole[lang]}: <a href={asked.to(`/register/export.csv${address}`)}>CSV</a> ·{' '}
        <a href={asked.to(`/register/export.json${address}`)}>JSON</a>
      </p>
      <p class="no-print">
        {FEED.line[lang]}: <a href={asked.to(`/register/feed.atom${address}`)}>Atom</a> ·{' '}
        <a href={asked.to(`/register/feed.json${address}`)}>JSON Feed</a>
      </p>
      <p class="no-print">
        <a href={asked.to('/open-data')}>{WORDS.openData[lang]}</a>
      </p>
    </section>
  )
}

const headline = (total: Count, lang: Lang): string => {
  if (!total.exact) return fill(SENTENCES.foundMany[lang], { n: showNumber(BOUND, lang) })
  return total.count === 1
    ? SENTENCES.foundOne[lang]
    : fill(SENTENCES.found[lang], { n: showNumber(total.count, lang) })
}

const Hit = ({ asked: { lang, to }, system }: { readonly asked: AskedPage; readonly system: PublicSystem }) => {
  const brief = inBrief(system.purpose)
  return (
    <div class="tasks__what">
      <a href={to(`/register/${system.aiId}`)}>
        <strong>{system.name}</strong>
      </a>
      <div>{system.provider.name}</div>
      <div>
        <Tags lang={lang} system={system} />
      </div>
      {brief === undefined ? null : <span class="tasks__hint">{brief}</span>}
      <span class="tasks__hint">
        <span class="number">{system.aiId}</span> ·{' '}
        {fill(SENTENCES.recordedOn[lang], { day: showDay(dayOf(system.recordedAt)) })}
      </span>
    </div>
  )
}

const Nothing = ({ asked, query, hidden, later }: Pick<View, 'asked' | 'query' | 'hidden' | 'later'>) => {
  const { lang, to } = asked
  const link = (target: Query, text: string) => <a href={to(`/register${addressOf(target)}`)}>{text}</a>
  if (later)
    return (
      <EmptyState title={WORDS.noMore[lang]}>
        <p>{WORDS.noMoreText[lang]}</p>
        <p>{link(query, WORDS.first[lang])}</p>
      </EmptyState>
    )
  if (query.q === '' && !filtered(query))
    return (
      <EmptyState title={WORDS.emptyTitle[lang]}>
        <p>{WORDS.emptyText[lang]}</p>
      </EmptyState>
    )
  return (
    <EmptyState title={WORDS.noneTitle[lang]}>
      {hidden ? <p>{WORDS.noneFilters[lang]}</p> : query.q === '' ? null : <p>{WORDS.noneWords[lang]}</p>}
      {filtered(query) ? <p>{link(withoutFilters(query), WORDS.clear[lang])}</p> : null}
      <p>{WORDS.noneLow[lang]}</p>
    </EmptyState>
  )
}

// ————— files —————

const exportAs = (ending: 'csv' | 'json'): PageRoute =>
  page({
    name: `register-${ending}`,
    method: 'get',
    path: `/register/export.${ending}`,
    who: 'anyone',
    async handle(asked, input): Promise<Outcome<Answer>> {
      const batches = everything(asked, readQuery(Query, input.query))
      const name = `saola-${dayOf(asked.now())}.${ending}`
      return done({
        download:
          ending === 'csv'
            ? { type: 'text/csv; charset=utf-8', name, body: asCsv(batches, asked.lang) }
            : { type: 'application/json; charset=utf-8', name, body: asJson(batches) },
      })
    },
  })

export const pages: readonly Route[] = [
  showSearch,
  exportAs('csv'),
  exportAs('json'),
  ...feedPages,
  ...dataPages,
  showRecord,
]
