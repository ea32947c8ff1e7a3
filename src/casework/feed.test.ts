import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UMBRELLA } from '../../test/umbrella.ts'
import type { Lang } from '../base/text.ts'
import { type ClockRule, reckon } from '../law/clock.ts'
import { CALENDAR } from '../law/workingdays.ts'
import type { Entry } from './desk-store.ts'
import { calendarOf } from './feed.ts'

const STARTED = '2026-11-02T02:00:00.000Z'
const LONG = 'Báo kết quả tìm; ở Ổ, Ễ, Ộ, Ẳ\\đường, và mọi nơi khác mà chiếc ô có thể đã bị để quên trong thư viện'
const procedure = {
  ...UMBRELLA,
  clocks: [
    ...UMBRELLA.clocks,
    ...(['target', 'parallel'] as const).map((kind) => ({
      ...{ id: kind, name: { vi: LONG, en: 'Look, again' }, kind, side: 'unit' as const },
      ...{ starts: { verb: 'report' }, met: [], rule: () => undefined },
    })),
  ],
}

const entry = (clock: string, kind: Entry['kind'], rule: ClockRule, seq = 3): Entry => ({
  ...{ clock, kind, side: 'party', reckoning: reckon(rule, STARTED, CALENDAR) },
  file: {
    ...{ number: 'UL-2026-000007', procedure: UMBRELLA.id, state: 'reported', asked: null, seq },
    changedAt: '2026-11-02T03:04:05.678Z',
  },
})
const ENTRIES = [
  entry('found-or-not', 'legal', { hours: 72 }),
  entry('decide', 'legal', { workingDays: 5 }),
  entry('target', 'target', { days: 10 }),
  entry('parallel', 'parallel', { months: 3 }),
]

const feed = (entries: readonly Entry[], lang: Lang = 'vi', at = STARTED): string =>
  calendarOf({ entries, procedures: [procedure], lang, site: 'https://saola.example', at })

// ————— another reading, by the letter of RFC 5545 —————

interface Line {
  readonly name: string
  readonly parameters: Readonly<Record<string, string>>
  readonly value: string
}
interface Block {
  readonly name: string
  readonly lines: Line[]
  readonly blocks: Block[]
}

/** 3.1: lines end in CRLF and go on after a CRLF and one blank. */
function linesOf(text: string): Line[] {
  assert.ok(text.endsWith('\r\n'), 'the last line ends as well')
  const unfolded = text.replaceAll(/\r\n[ \t]/g, '')
  return unfolded
    .slice(0, -2)
    .split('\r\n')
    .map((line) => {
      const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)((?:;[A-Z-]+=[^;:]*)*):(.*)$/s.exec(line) ?? []
      assert.notEqual(name, '', `not a line of a calendar: ${line}`)
      const pairs = parameters.split(';').slice(1)
      return { name, parameters: Object.fromEntries(pairs.map((pair) => pair.split('='))), value } as Line
    })
}

function read(text: string): Block {
  const open: Block[] = [{ name: '', lines: [], blocks: [] }]
  for (const line of linesOf(text)) {
    const last = open.at(-1)
    if (line.name === 'BEGIN') {
      const block = { name: line.value, lines: [], blocks: [] }
      last?.blocks.push(block)
      open.push(block)
    } else if (line.name === 'END') assert.equal(open.pop()?.name, line.value)
    else last?.lines.push(line)
  }
  assert.equal(open.length, 1)
  const [calendar] = open[0]?.blocks ?? []
  if (calendar === undefined) assert.fail('no calendar')
  return calendar
}

/** 3.3.11 */
const unescape = (text: string): string => text.replaceAll(/\\([\\;,nN])/g, (_, c: string) => (/n/i.test(c) ? '\n' : c))
const one = (block: Block | undefined, name: string): Line | undefined => {
  const found = block?.lines.filter((line) => line.name === name) ?? []
  assert.ok(found.length <= 1, `${name} stands ${found.length} times`)
  return found[0]
}
const words = (block: Block | undefined, name: string): string => unescape(one(block, name)?.value ?? '')
const events = (calendar: Block): Block[] => calendar.blocks.filter(({ name }) => name === 'VEVENT')
const eventOf = (calendar: Block, clock: string): Block | undefined =>
  events(calendar).find((e) => words(e, 'UID').startsWith(`UL-2026-000007-${clock}@`))

test('every running clock is one entry, and the calendar carries the zone it speaks of', () => {
  const calendar = read(feed(ENTRIES))
  assert.equal(calendar.name, 'VCALENDAR')
  assert.equal(one(calendar, 'VERSION')?.value, '2.0')
  assert.equal(events(calendar).length, 4)
  const [zone] = calendar.blocks.filter(({ name }) => name === 'VTIMEZONE')
  assert.equal(one(zone, 'TZID')?.value, 'Asia/Ho_Chi_Minh')
  assert.equal(one(zone?.blocks[0], 'TZOFFSETTO')?.value, '+0700')
  // 3.6: a calendar has at least one component, also when nothing is due.
  assert.equal(read(feed([])).blocks.length, 1)
})

test('a clock of hours is a moment in Vietnam, whatever the zone of the machine', () => {
  const start = one(eventOf(read(feed(ENTRIES)), 'found-or-not'), 'DTSTART')
  // 72 hours from 09:00 on 2 November in Vietnam.
  assert.deepEqual([start?.parameters.TZID, start?.value], ['Asia/Ho_Chi_Minh', '20261105T090000'])
  const zone = process.env.TZ
  try {
    process.env.TZ = 'America/Los_Angeles'
    assert.equal(feed(ENTRIES).includes('DTSTART;TZID=Asia/Ho_Chi_Minh:20261105T090000'), true)
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
})

test('a clock of days is the whole of its last day', () => {
  const calendar = read(feed(ENTRIES))
  for (const [clock, first, next] of [
    ['decide', '20261109', '20261110'],
    ['target', '20261112', '20261113'],
  ] as const) {
    const event = eventOf(calendar, clock)
    const [start, end] = [one(event, 'DTSTART'), one(event, 'DTEND')]
    assert.deepEqual([start?.parameters.VALUE, start?.value], ['DATE', first])
    assert.deepEqual([end?.parameters.VALUE, end?.value], ['DATE', next])
  }
})

test('an entry keeps its name when the file moves on, and says that it is newer', () => {
  const [before, after] = [3, 4].map(
    (seq) => events(read(feed([entry('decide', 'legal', { workingDays: 5 }, seq)])))[0],
  )
  assert.equal(one(before, 'UID')?.value, 'UL-2026-000007-decide@saola.example')
  assert.equal(one(before, 'UID')?.value, one(after, 'UID')?.value)
  assert.deepEqual([one(before, 'SEQUENCE')?.value, one(after, 'SEQUENCE')?.value], ['3', '4'])
  assert.equal(one(before, 'DTSTAMP')?.value, '20261102T030405Z')
})

test('alarms stand at the reminders that are still to come', () => {
  const alarms = (at: string): (string | undefined)[] =>
    (eventOf(read(feed(ENTRIES, 'vi', at)), 'found-or-not')?.blocks ?? []).map((alarm) => {
      assert.equal(alarm.name, 'VALARM')
      assert.equal(one(alarm, 'ACTION')?.value, 'DISPLAY')
      assert.equal(one(alarm, 'TRIGGER')?.parameters.VALUE, 'DATE-TIME')
      return one(alarm, 'TRIGGER')?.value
    })
  assert.deepEqual(alarms(STARTED), ['20261103T140000Z', '20261104T113600Z', '20261105T020000Z'])
  assert.deepEqual(alarms('2026-11-04T11:36:00.000Z'), ['20261105T020000Z'])
  assert.deepEqual(alarms('2026-12-04T11:36:00.000Z'), [])
})

test('the words are those of the feed, with their commas, semicolons and marks, and the entry leads to the file', () => {
  const target = eventOf(read(feed(ENTRIES)), 'target')
  assert.equal(words(target, 'SUMMARY'), `${LONG} (UL-2026-000007)`)
  assert.equal(words(target, 'URL'), 'https://saola.example/vi/umbrella-losses/UL-2026-000007')
  assert.equal(words(target, 'DESCRIPTION'), 'Báo mất ô UL-2026-000007\nĐã báo. Phòng đồ thất lạc đang xem.')
  assert.equal(one(target, 'CATEGORIES')?.value, 'Báo mất ô,Mốc tự đặt')
  const english = eventOf(read(feed(ENTRIES, 'en')), 'parallel')
  assert.equal(words(english, 'SUMMARY'), 'Look, again (UL-2026-000007)')
  assert.equal(one(english, 'CATEGORIES')?.value, 'Loss of an umbrella,Duty under another law')
  // Three months end in early February 2027: nobody has decided yet on which days the New Year is off.
  assert.match(words(english, 'DESCRIPTION'), /provisional/)
})

test('no line is longer than 75 octets, and no letter is cut in two', () => {
  const text = feed(ENTRIES)
  for (const line of text.split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)}: ${line}`)
    assert.doesNotMatch(line, /\uFFFD/)
    assert.equal(Buffer.from(line).toString(), line)
  }
  assert.ok(text.includes('\r\n '), 'something was folded')
})
