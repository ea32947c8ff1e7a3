import { done, type Outcome } from '../../base/outcome.ts'
import type { Lang } from '../../base/text.ts'
import { type Answer, type AskedPage, page, type PageRoute } from '../../web/route.ts'
import { LEVEL_WORDS, type PublicSystem, STATE_WORDS } from '../systems/schema.ts'
import { lately } from './actions.ts'
import { asAtom, asJsonFeed, type Entry, type Feed, LICENCE, MOST_ENTRIES, tagged } from '../../web/feeds.ts'
import { readQuery } from '../../web/listing.ts'
import { addressOf, inASentence } from './rules.ts'
import { Query } from './schema.ts'
import { FEED } from './words-data.ts'

function entryOf(system: PublicSystem, { lang, site, to }: Pick<AskedPage, 'lang' | 'site' | 'to'>): Entry {
  return {
    id: tagged(site.url, `system:${system.aiId}`),
    url: site.url + to(`/register/${system.aiId}`),
    title: `${system.name} (${system.aiId})`,
    text: inASentence(system, lang),
    recorded: system.recordedAt,
    changed: system.changedAt,
    tags: [LEVEL_WORDS[system.level][lang], STATE_WORDS[system.state][lang]],
  }
}

/** Where the feeds of a search stand. */
export const feedsOf = (query: Query, { to, lang }: { to(path: string): string; readonly lang: Lang }) => {
  const address = addressOf({ ...query, sort: 'best' })
  return [
    { type: 'application/atom+xml', title: FEED.atom[lang], href: to(`/register/feed.atom${address}`) },
    { type: 'application/feed+json', title: FEED.json[lang], href: to(`/register/feed.json${address}`) },
  ] as const
}

/** Newly recorded and lately changed systems of any search. */
const feed = (ending: 'atom' | 'json', type: string, write: (feed: Feed) => string): PageRoute =>
  page({
    name: `register-feed-${ending}`,
    method: 'get',
    path: `/register/feed.${ending}`,
    who: 'anyone',
    open: true,
    async handle(asked, input): Promise<Outcome<Answer>> {
      const { lang, site } = asked
      const query = readQuery(Query, input.query)
      const address = addressOf({ ...query, sort: 'best' })
      const body = write({
        id: tagged(site.url, `register:${lang}${address}`),
        self: site.url + asked.to(`/register/feed.${ending}${address}`),
        page: site.url + asked.to(`/register${address}`),
        title: query.q === '' ? FEED.title[lang] : `${FEED.title[lang]}: ${query.q}`,
        about: FEED.about[lang],
        author: site.openData.publisher,
        licence: LICENCE,
        lang,
        entries: (await lately(asked, query, MOST_ENTRIES)).map((system) => entryOf(system, asked)),
      })
      return done({ download: { type, body } })
    },
  })

export const feedPages: readonly PageRoute[] = [
  feed('atom', 'application/atom+xml; charset=utf-8', asAtom),
  feed('json', 'application/feed+json; charset=utf-8', asJsonFeed),
]
