import type { Child } from 'hono/jsx'
import { z } from 'zod'
import type { Instant } from '../base/day.ts'
import { done, type Outcome } from '../base/outcome.ts'
import { type Text, text } from '../base/text.ts'
import type { Cite as CiteKey } from '../law/cite.ts'
import { citeLink } from './cite-link.ts'
import { asAtom, asJsonFeed, type Entry, type Feed, LICENCE, MOST_ENTRIES, tagged } from './feeds.ts'
import { addressOf, afterOf, type Cursor, readCursor, readQuery, wordsOf, writeCursor } from './listing.ts'
import { Cite } from './parts/cite/part.tsx'
import { DataTable } from './parts/data-table/part.tsx'
import { EmptyState } from './parts/empty-state/part.tsx'
import { Filters } from './parts/filters/part.tsx'
import { Pagination } from './parts/pagination/part.tsx'
import { type Answer, api, type Asked, type AskedPage, page, type PageRoute, type Route } from './route.ts'

const PAGE = 25

const W = {
  filters: text('Bộ lọc', 'Filters'),
  apply: text('Lọc', 'Apply the filters'),
  clear: text('Bỏ bộ lọc', 'Clear the filters'),
  noneFound: text('Không có mục nào khớp với bộ lọc.', 'Nothing fits these filters.'),
  more: text('Xem tiếp', 'Show more'),
  feeds: text('Theo dõi danh sách này', 'Follow this list'),
  atom: text('Nguồn tin Atom', 'Atom feed'),
  jsonFeed: text('Nguồn tin JSON', 'JSON feed'),
  json: text('Dữ liệu JSON', 'Data as JSON'),
} as const

/** A list anyone may read: what it holds, how it is asked and how it is shown. */
export interface PublicList<T, S extends z.ZodObject> {
  /** `Orders`: names the routes (`showPublicOrders`, `listOrders`). */
  readonly name: string
  /** `orders`: the page is `/orders/public`, the API `/orders`. */
  readonly path: string
  readonly title: Text
  readonly lead: Text
  readonly cites: readonly CiteKey[]
  readonly back: Text
  readonly none: Text
  readonly feedTitle: Text
  /** What a program reads of the list before it asks. */
  readonly summary: Text
  readonly query: S
  readonly item: z.ZodType<T>
  /** What changed last stands first; `after` is not among them. */
  readonly list: (asked: Asked, query: z.output<S>, limit: number, after?: Cursor) => Promise<readonly T[]>
  readonly fields: (asked: AskedPage, query: z.output<S>) => Child
  readonly columns: readonly Text[]
  readonly row: (item: T, asked: AskedPage) => Child[]
  readonly entry: (item: T, asked: AskedPage) => Entry
  /** Other pages that belong to the list. */
  readonly links?: readonly { readonly path: string; readonly text: Text }[]
}

interface Listed {
  readonly number: string
  readonly changedAt: Instant
}

/** The page of the list with its filters, the same as JSON, its feeds for any filter, and the list for programs. */
export const publicList = <T extends Listed, S extends z.ZodObject>(of: PublicList<T, S>): readonly Route[] => [
  feed(of, 'atom', 'application/atom+xml; charset=utf-8', asAtom),
  feed(of, 'json', 'application/feed+json; charset=utf-8', asJsonFeed),
  page({
    name: `showPublic${of.name}`,
    method: 'get',
    path: `/${of.path}/public`,
    who: 'anyone',
    open: true,
    async handle(asked, input): Promise<Outcome<Answer>> {
      const { lang, to } = asked
      const query = readQuery(of.query, input.query)
      const after = readCursor(input.query.after)
      const found = await of.list(asked, query, PAGE + 1, after)
      const items = found.slice(0, PAGE)
      const last = found.length > PAGE ? items.at(-1) : undefined
      const next = last && to(`/${of.path}/public${addressOf(query, { after: writeCursor(last) })}`)
      const children = (
        <Shown of={of} asked={asked} query={query} items={items} next={next} later={after !== undefined} />
      )
      return done({
        show: asked.page({
          ...{
            title: of.title[lang],
            about: of.lead[lang],
            wide: true,
            alternates: feedsOf(of, asked, query),
            children,
          },
          back: { text: of.back[lang], href: to(`/${of.path}`) },
        }),
        json: { items, next: next === undefined ? null : asked.site.url + next },
      })
    },
  }),
  listed(of),
]

interface ShownProps<T, S extends z.ZodObject> {
  readonly of: PublicList<T, S>
  readonly asked: AskedPage
  readonly query: z.output<S>
  readonly items: readonly T[]
  readonly next: string | undefined
  /** Not the first page. */
  readonly later: boolean
}

const Shown = <T, S extends z.ZodObject>({ of, asked, query, items, next, later }: ShownProps<T, S>) => {
  const { lang, to } = asked
  const filtered = wordsOf(query).length > 0
  return (
    <>
      <h1>{of.title[lang]}</h1>
      <p class="lead">{of.lead[lang]}</p>
      <p>
        {of.cites.map((cite, n) => (
          <>
            {n === 0 ? null : ' · '}
            <Cite {...citeLink(lang, cite)} />
          </>
        ))}
      </p>
      <Filters
        title={W.filters[lang]}
        action={to(`/${of.path}/public`)}
        apply={W.apply[lang]}
        clear={{ text: W.clear[lang], href: to(`/${of.path}/public`) }}
        open={filtered}
        fields={of.fields(asked, query)}
      >
        {items.length === 0 ? (
          <EmptyState title={(filtered || later ? W.noneFound : of.none)[lang]} />
        ) : (
          <DataTable
            caption={of.title[lang]}
            captionHidden
            columns={of.columns.map((label) => ({ label: label[lang] }))}
            rows={items.map((item) => of.row(item, asked))}
          />
        )}
        <Pagination label={of.title[lang]} next={next === undefined ? undefined : { text: W.more[lang], href: next }} />
        <h2>{W.feeds[lang]}</h2>
        <ul>
          {feedsOf(of, asked, query).map(({ title, href }) => (
            <li>
              <a href={href}>{title}</a>
            </li>
          ))}
          <li>
            <a href={`/api/v1/${of.path}${addressOf(query)}`}>{W.json[lang]}</a>
          </li>
          {(of.links ?? []).map(({ path, text }) => (
            <li>
              <a href={to(path)}>{text[lang]}</a>
            </li>
          ))}
        </ul>
      </Filters>
    </>
  )
}

const feedsOf = <T, S extends z.ZodObject>(of: PublicList<T, S>, { to, lang }: AskedPage, query: z.output<S>) => {
  const at = (ending: string): string => to(`/${of.path}/public/feed.${ending}${addressOf(query)}`)
  return [
    { type: 'application/atom+xml', title: W.atom[lang], href: at('atom') },
    { type: 'application/feed+json', title: W.jsonFeed[lang], href: at('json') },
  ] as const
}

const feed = <T, S extends z.ZodObject>(
  of: PublicList<T, S>,
  ending: 'atom' | 'json',
  type: string,
  write: (feed: Feed) => string,
): PageRoute =>
  page({
    name: `${of.path}-feed-${ending}`,
    method: 'get',
    path: `/${of.path}/public/feed.${ending}`,
    who: 'anyone',
    open: true,
    async handle(asked, input): Promise<Outcome<Answer>> {
      const { lang, site } = asked
      const query = readQuery(of.query, input.query)
      const address = addressOf(query)
      const body = write({
        id: tagged(site.url, `${of.path}:${lang}${address}`),
        self: site.url + asked.to(`/${of.path}/public/feed.${ending}${address}`),
        page: site.url + asked.to(`/${of.path}/public${address}`),
        ...{ title: of.feedTitle[lang], about: of.lead[lang], author: site.openData.publisher, lang, licence: LICENCE },
        entries: (await of.list(asked, query, MOST_ENTRIES)).map((item) => of.entry(item, asked)),
      })
      return done({ download: { type, body } })
    },
  })

/** A page at a time. */
const listed = <T extends Listed, S extends z.ZodObject>(of: PublicList<T, S>): Route => {
  const page = {
    limit: z.coerce.number().int().min(1).max(100).default(20),
    after: afterOf(readCursor).optional(),
  }
  return api({
    name: `list${of.name}`,
    method: 'get',
    path: `/${of.path}`,
    who: 'anyone',
    summary: of.summary,
    // What a schema not known yet gives when it is extended, the compiler cannot tell.
    query: of.query.extend(page) as unknown as z.ZodType<z.output<S> & z.output<z.ZodObject<typeof page>>>,
    output: z.strictObject({ items: z.array(of.item), next: z.string().nullable() }),
    headers: ({ next }): Record<string, string> => (next === null ? {} : { link: `<${next}>; rel="next"` }),
    async handle(asked, { query: { limit, after, ...query } }) {
      const found = await of.list(asked, query as unknown as z.output<S>, limit + 1, after)
      const items = found.slice(0, limit)
      const last = found.length > limit ? items.at(-1) : undefined
      const address = addressOf(query, { limit: String(limit), ...(last && { after: writeCursor(last) }) })
      return done({ items, next: last === undefined ? null : `${asked.site.url}/api/v1/${of.path}${address}` })
    },
  })
}
