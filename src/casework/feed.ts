import ICAL from 'ical.js'
import { addDays, type Instant } from '../base/day.ts'
import type { Lang, Text } from '../base/text.ts'
import { provisionalWords, remindersOf } from '../law/clock.ts'
import { CALENDAR } from '../law/workingdays.ts'
import type { Entry } from './desk-store.ts'
import { whereItStands } from './letters.ts'
import { clockNamed, type Procedure } from './procedure.ts'

/** What the library says of itself as jCal (RFC 7265): name, parameters, type, values. */
type Property = readonly [name: string, parameters: Readonly<Record<string, string>>, type: string, ...string[]]
type Component = readonly [name: string, properties: readonly Property[], parts: readonly Component[]]

// It counts the blank that begins a continued line as none: 74 keeps every line within the 75 octets of RFC 5545.
ICAL.foldLength = 74

const ZONE = 'Asia/Ho_Chi_Minh'
const SEVEN_HOURS = 7 * 3_600_000

const KIND: Readonly<Record<Entry['kind'], Text>> = {
  legal: { vi: 'Thời hạn theo luật', en: 'Legal time limit' },
  target: { vi: 'Mốc tự đặt', en: 'Configured target' },
  parallel: { vi: 'Nghĩa vụ theo luật khác', en: 'Duty under another law' },
}
const TITLE: Text = { vi: 'Thời hạn hồ sơ – Saola', en: 'File deadlines – Saola' }

/** Vietnam keeps one time all year. */
const TIME_ZONE: Component = [
  'vtimezone',
  [['tzid', {}, 'text', ZONE]],
  [
    [
      'standard',
      [
        ['dtstart', {}, 'date-time', '1975-06-13T00:00:00'],
        ['tzoffsetfrom', {}, 'utc-offset', '+07:00'],
        ['tzoffsetto', {}, 'utc-offset', '+07:00'],
        ['tzname', {}, 'text', '+07'],
      ],
      [],
    ],
  ],
]

const seconds = (at: Instant): string => `${at.slice(0, 19)}Z`
const inVietnam = (at: Instant): string => new Date(Date.parse(at) + SEVEN_HOURS).toISOString().slice(0, 19)

export interface FeedOf {
  readonly entries: readonly Entry[]
  readonly procedures: readonly Procedure[]
  readonly lang: Lang
  /** `https://…`, for links and for the names of the entries. */
  readonly site: string
  /** Alarms that have passed are left out. */
  readonly at: Instant
}

/**
 * The running clocks as a calendar (RFC 5545): days as whole days, hours as moments in Vietnam. An entry keeps its name
 * as long as its clock runs, so that a calendar moves it and does not double it. No subject, no answers, no people.
 */
export function calendarOf(feed: FeedOf): string {
  const events = feed.entries.map((entry) => eventOf(entry, feed)).filter((event) => event !== undefined)
  const calendar: Component = [
    'vcalendar',
    [
      ['version', {}, 'text', '2.0'],
      ['prodid', {}, 'text', `-//Saola//${feed.lang.toUpperCase()}`],
      ['calscale', {}, 'text', 'GREGORIAN'],
      ['x-wr-calname', {}, 'unknown', TITLE[feed.lang]],
      ['x-wr-timezone', {}, 'unknown', ZONE],
      ['refresh-interval', {}, 'duration', 'PT1H'],
      ['x-published-ttl', {}, 'unknown', 'PT1H'],
    ],
    [TIME_ZONE, ...events],
  ]
  return ICAL.stringify([...calendar])
}

function eventOf({ clock, kind, side, reckoning, file }: Entry, feed: FeedOf): Component | undefined {
  const { lang, site, at } = feed
  const p = feed.procedures.find(({ id }) => id === file.procedure)
  const name = p && clockNamed(p, clock)?.name[lang]
  if (p === undefined || name === undefined) return undefined
  const title = `${name} (${file.number})`
  const url = `${site}/${lang}/${p.path}/${file.number}`
  const provisional = reckoning.provisional.length === 0 ? [] : [provisionalWords(reckoning.provisional, lang)]
  const alarms = remindersOf(reckoning, CALENDAR).filter((reminder) => reminder.at > at)
  return [
    'vevent',
    [
      ['uid', {}, 'text', `${file.number}-${clock}@${new URL(site).hostname}`],
      ['dtstamp', {}, 'date-time', seconds(file.changedAt)],
      ['sequence', {}, 'integer', String(file.seq)],
      ...when(reckoning),
      ['summary', {}, 'text', title],
      [
        'description',
        {},
        'text',
        [`${p.name[lang]} ${file.number}`, whereItStands(p, file, side, lang), ...provisional].join('\n'),
      ],
      ['url', {}, 'uri', url],
      ['categories', {}, 'text', p.name[lang], KIND[kind][lang]],
      ['transp', {}, 'text', 'TRANSPARENT'],
    ],
    alarms.map(
      (alarm): Component => [
        'valarm',
        [
          ['action', {}, 'text', 'DISPLAY'],
          ['trigger', {}, 'date-time', seconds(alarm.at)],
          ['description', {}, 'text', title],
        ],
        [],
      ],
    ),
  ]
}

/** Only clocks that count hours have an hour. */
const when = ({ firstDay, due, dueDay }: Entry['reckoning']): Property[] =>
  firstDay === null
    ? [['dtstart', { tzid: ZONE }, 'date-time', inVietnam(due)]]
    : [
        ['dtstart', {}, 'date', dueDay],
        ['dtend', {}, 'date', addDays(dueDay, 1)],
      ]
