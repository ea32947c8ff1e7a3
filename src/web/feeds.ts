import type { Instant } from '../base/day.ts'
import type { Lang } from '../base/text.ts'

/** As many as a reader of feeds keeps anyway; older ones stand in the open data. */
export const MOST_ENTRIES = 100

/** Free use with attribution, as the foot of every page says. */
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/'

/** Names things of this portal for ever (RFC 4151): its host, and the day the Law gave them their names. */
export const tagged = (site: string, what: string): string => `tag:${new URL(site).hostname},2026-03-01:${what}`

/** A thing in a feed. Its id never changes, whatever it is called and wherever the portal moves. */
export interface Entry {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly text: string
  readonly recorded: Instant
  readonly changed: Instant
  readonly tags: readonly string[]
}

export interface Feed {
  readonly id: string
  readonly self: string
  readonly page: string
  readonly title: string
  readonly about: string
  readonly author: string
  readonly licence: string
  readonly lang: Lang
  /** Last changed first. */
  readonly entries: readonly Entry[]
}

/** An empty feed has stood unchanged since the Law came into force. */
const EVER: Instant = '2026-03-01T00:00:00.000Z'

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
/** What XML 1.0 has no way to write: control characters, halves of pairs, the two that are no characters. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

/** A text as XML content or attribute. */
export const inXml = (text: string): string =>
  text.replace(UNWRITABLE, '').replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)

const element = (name: string, text: string): string => `<${name}>${inXml(text)}</${name}>`
const link = (rel: string, type: string, href: string): string =>
  `<link rel="${rel}" type="${type}" href="${inXml(href)}"/>`

/** RFC 4287. */
export function asAtom(feed: Feed): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.about),
    element('updated', feed.entries[0]?.changed ?? EVER),
    `<author>${element('name', feed.author)}</author>`,
    element('rights', feed.licence),
    link('self', 'application/atom+xml', feed.self),
    link('alternate', 'text/html', feed.page),
    ...feed.entries.map(atomEntry),
    '</feed>',
    '',
  ]
  return lines.join('\n')
}

const atomEntry = (entry: Entry): string =>
  [
    '<entry>',
    element('id', entry.id),
    element('title', entry.title),
    element('published', entry.recorded),
    element('updated', entry.changed),
    link('alternate', 'text/html', entry.url),
    ...entry.tags.map((tag) => `<category term="${inXml(tag)}"/>`),
    `<summary type="text">${inXml(entry.text)}</summary>`,
    '</entry>',
  ].join('')

/** JSON Feed 1.1. */
export const asJsonFeed = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.about,
    home_page_url: feed.page,
    feed_url: feed.self,
    language: feed.lang,
    authors: [{ name: feed.author }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_text: entry.text,
      date_published: entry.recorded,
      date_modified: entry.changed,
      tags: entry.tags,
    })),
  })
