import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { freshDatabase } from '../../test/kit.ts'
import { CARD, LOST, UMBRELLA, umbrellaOffice, umbrellaWorld } from '../../test/umbrella.ts'
import { day } from '../base/day.ts'
import { type Calendar, CALENDAR } from '../law/workingdays.ts'
import { act, begin, getWhole, type Office } from './actions.ts'
import { pastOf } from './flow.ts'
import type { Procedure } from './procedure.ts'
import { recount } from './recount.ts'
import { remind, startReminders } from './reminders.ts'
import type { Answers, Correspondent } from './schema.ts'

const { kit, owner } = await freshDatabase()
const world = await umbrellaWorld(kit)

/** With a clock of another law beside the two of its own. */
const INSURED: Procedure = {
  ...UMBRELLA,
  clocks: [
    ...UMBRELLA.clocks,
    {
      ...{ id: 'insurance', name: { vi: 'Báo cho bên bảo hiểm', en: 'Tell the insurer' }, kind: 'parallel' },
      ...{ side: 'party', starts: { verb: 'report' }, met: [] },
      rule: () => ({ rule: { days: 10 }, cite: { vi: 'Hợp đồng bảo hiểm', en: 'Insurance contract' } }),
    },
  ],
}
const insured: Office = { ...umbrellaOffice, procedure: INSURED }

/** Saturday morning in Vietnam: 72 hours from then, and five working days, end on 3 and 6 November. */
const NOTICED = '2026-10-31T02:00:00.000Z'
const SOON_AFTER = '2026-10-31T03:00:00.000Z'
const hours = (from: string, n: number): string => new Date(Date.parse(from) + n * 3_600_000).toISOString()

const said = async <T>(outcome: Promise<{ readonly ok: boolean; readonly value?: T }>): Promise<T> => {
  const got = await outcome
  if (!got.ok || got.value === undefined) assert.fail(JSON.stringify(got))
  return got.value
}

async function report(more: Answers = {}, office: Office = umbrellaOffice): Promise<string> {
  kit.setNow(SOON_AFTER)
  const { number } = await said(begin(world.as('lan'), office))
  const answers = { ...LOST, noticedAt: NOTICED, ...more }
  await said(act(world.as('lan'), office, number, 'report', 0, { answers, secrets: CARD }))
  return number
}

interface Row {
  readonly about: string
  readonly recipient: string
  readonly subject: string
}
const reminders = async (number: string): Promise<Row[]> =>
  (
    await owner.query<Row>(`select about, recipient, subject from outbox where about like $1 order by about`, [
      `clock:${number}:%`,
    ])
  ).rows

/** `found-or-not 50 lan`: clock, share and reader. */
const inBrief = (rows: readonly Row[]): string[] =>
  rows.map(({ about, recipient }) => `${about.split(':').slice(2, 4).join(' ')} ${recipient.split('@')[0]}`).sort()

// Each test has the running clocks to itself.
beforeEach(async () => void (await owner.query('update casefile_clock set met_at = now() where met_at is null')))

test('before half of the time has passed nobody is reminded; then everyone who may act for the party, once', async () => {
  const number = await report()
  kit.setNow(hours(NOTICED, 35))
  assert.equal(await remind(kit, [umbrellaOffice]), 0)
  kit.setNow(hours(NOTICED, 36))
  assert.equal(await remind(kit, [umbrellaOffice]), 2)
  assert.equal(await remind(kit, [umbrellaOffice]), 0)
  assert.deepEqual(inBrief(await reminders(number)), ['found-or-not 50 binh', 'found-or-not 50 lan'])
})

test('each reader is written to in his own language, with what is left and nothing of the file itself', async () => {
  const number = await report()
  kit.setNow(hours(NOTICED, 58))
  await remind(kit, [umbrellaOffice])
  const { rows } = await owner.query<{ recipient: string; subject: string; body: string }>(
    `select recipient, subject, body from outbox where about like $1`,
    [`clock:${number}:found-or-not:80:%`],
  )
  const of = (name: string) => rows.find(({ recipient }) => recipient.startsWith(name))
  assert.equal(of('lan')?.subject, `${number}: Báo kết quả tìm trong thư viện, sắp hết thời hạn`)
  assert.match(of('lan')?.body ?? '', /còn 14 giờ/)
  assert.equal(of('binh')?.subject, `${number}: Say whether it was found in the library, the time limit is near`)
  assert.match(of('binh')?.body ?? '', /14 hours left/)
  for (const { body } of rows) assert.doesNotMatch(body, /cầu vồng|123456789|Bến Sông/)
})

test('after two days of outage with three moments passed, no reminder is missing and none comes twice', async () => {
  const number = await report()
  kit.setNow(hours(NOTICED, 35))
  await remind(kit, [umbrellaOffice])
  // The portal is away for two days: half, four fifths and the end of the 72 hours go by.
  kit.setNow(hours(NOTICED, 35 + 48))
  await remind(kit, [umbrellaOffice])
  await remind(kit, [umbrellaOffice])
  const shares = [100, 50, 80].flatMap((share) => [`found-or-not ${share} binh`, `found-or-not ${share} lan`])
  assert.deepEqual(inBrief(await reminders(number)), shares)
  for (const { subject } of await reminders(number)) assert.match(subject, /đã quá hạn|overdue/)
})

test('the clock of the machine steps back an hour and forward a day: one mail for each file, clock, share and reader', async () => {
  const number = await report({}, insured)
  for (const at of [36, 35, 36, 60, 59, 60, 35, 36]) {
    kit.setNow(hours(NOTICED, at))
    await remind(kit, [insured])
  }
  const rows = await reminders(number)
  assert.deepEqual(inBrief(rows), [
    ...['found-or-not 50 binh', 'found-or-not 50 lan', 'found-or-not 80 binh', 'found-or-not 80 lan'],
  ])
  kit.setNow(hours(NOTICED, 24 * 30))
  await remind(kit, [insured])
  kit.setNow(hours(NOTICED, 24 * 30 - 1))
  await remind(kit, [insured])
  const all = inBrief(await reminders(number))
  assert.equal(new Set(all).size, all.length)
  assert.equal(all.length, 3 * 2 + 3 * 3 + 3 * 2)
})

test('a clock of another law reminds as well', async () => {
  const number = await report({}, insured)
  // The fifth of ten days, at eight in the morning.
  kit.setNow('2026-11-05T00:59:59.000Z')
  await remind(kit, [insured])
  assert.equal((await reminders(number)).filter(({ about }) => about.includes(':insurance:')).length, 0)
  kit.setNow('2026-11-05T01:00:00.000Z')
  await remind(kit, [insured])
  const rows = (await reminders(number)).filter(({ about }) => about.includes(':insurance:'))
  assert.deepEqual(inBrief(rows), ['insurance 50 binh', 'insurance 50 lan'])
})

test('a clock of the unit reminds its officers, and the one who took the file alone once somebody did', async () => {
  const number = await report({ how: 'stolen', thief: 'Có mũ' })
  kit.setNow('2026-11-04T01:00:00.000Z')
  await remind(kit, [umbrellaOffice])
  assert.deepEqual(inBrief(await reminders(number)), ['decide 50 duc', 'decide 50 khanh', 'decide 50 thao'])
  await said(act(world.as('duc'), umbrellaOffice, number, 'take', 1))
  kit.setNow('2026-11-05T01:00:00.000Z')
  await remind(kit, [umbrellaOffice])
  assert.ok(inBrief(await reminders(number)).includes('decide 80 duc'))
  assert.equal((await reminders(number)).length, 4)
})

test('a clock that was met reminds nobody, nor does a file that is done with', async () => {
  const [met, withdrawn] = [await report(), await report()]
  const foundAt = hours(NOTICED, 1)
  const answers = { foundAt, foundWhere: 'Sau quầy', broken: 'no' }
  await said(act(world.as('lan'), umbrellaOffice, met, 'found', 1, { answers }))
  await said(act(world.as('lan'), umbrellaOffice, withdrawn, 'withdraw', 1))
  kit.setNow(hours(NOTICED, 24 * 30))
  await remind(kit, [umbrellaOffice])
  const rows = await reminders(met)
  assert.ok(rows.length > 0)
  assert.deepEqual(
    rows.filter(({ about }) => about.includes('found-or-not')),
    [],
  )
  assert.deepEqual(await reminders(withdrawn), [])
})

test('a final state reminds nobody even while a clock of another law runs on', async () => {
  const number = await report({}, insured)
  await said(act(world.as('lan'), insured, number, 'withdraw', 1))
  kit.setNow(hours(NOTICED, 24 * 30))
  assert.equal(await remind(kit, [insured]), 0)
  assert.deepEqual(await reminders(number), [])
})

test('two portals remind at once and every mail is written once', async () => {
  const numbers = [await report(), await report(), await report()]
  kit.setNow(hours(NOTICED, 73))
  const posted = await Promise.all([1, 2, 3].map(() => remind(kit, [umbrellaOffice])))
  await remind(kit, [umbrellaOffice])
  for (const number of numbers) assert.equal((await reminders(number)).length, 6)
  assert.ok(posted.reduce((sum, n) => sum + n, 0) <= 18)
})

test('a reminder waits until somebody is there to read it', async () => {
  const number = await report()
  const none = async (): Promise<readonly Correspondent[]> => []
  const empty: Office = { ...umbrellaOffice, people: { ...umbrellaOffice.people, toParty: none } }
  kit.setNow(hours(NOTICED, 36))
  assert.equal(await remind(kit, [empty]), 0)
  assert.equal(await remind(kit, [umbrellaOffice]), 2)
  assert.equal((await reminders(number)).length, 2)
})

test('the job reminds at its start, tells of a failure and goes on', async () => {
  const number = await report()
  kit.setNow(hours(NOTICED, 36))
  const problems: unknown[] = []
  let away = true
  const toParty: Office['people']['toParty'] = async (db, party) => {
    if (away) throw new Error('away')
    return umbrellaOffice.people.toParty(db, party)
  }
  const office: Office = { ...umbrellaOffice, people: { ...umbrellaOffice.people, toParty } }
  const job = startReminders(kit, [office], (error) => void problems.push(error), 10)
  const until = async (holds: () => boolean | Promise<boolean>) => {
    for (let n = 0; n < 300 && !(await holds()); n += 1) await new Promise((resume) => setTimeout(resume, 10))
  }
  await until(() => problems.length > 0)
  away = false
  await until(async () => (await reminders(number)).length > 0)
  await job.stop()
  assert.ok(problems.length > 0)
  assert.equal((await reminders(number)).length, 2)
})

// ————— another calendar —————

/** The calendar of today with one day more off. */
const off = (on: string): Calendar => ({
  ...CALENDAR,
  off: [
    ...CALENDAR.off,
    {
      ...{ day: day(on), what: { vi: 'Ngày Ô', en: 'Umbrella day' } },
      ...{ source: 'made up', confidence: 'law' as const, counts: true },
    },
  ],
})

test('when the calendar changes, a running clock is counted anew and the file says so', async () => {
  const number = await report()
  kit.setNow('2026-11-02T02:00:00.000Z')
  const due = async () =>
    (await said(getWhole(world.as('lan'), umbrellaOffice, number))).clocks.find(({ clock }) => clock === 'decide')
      ?.reckoning.dueDay
  assert.equal(await due(), '2026-11-06')
  assert.equal(await recount(kit, [umbrellaOffice]), 0)
  assert.equal(await recount(kit, [umbrellaOffice], off('2026-11-04')), 1)
  assert.equal(await due(), '2026-11-09')
  const whole = await said(getWhole(world.as('lan'), umbrellaOffice, number))
  const last = whole.events.at(-1)
  assert.deepEqual(
    [last?.verb, last?.side, last?.state, whole.file.state, whole.file.seq, whole.file.holder],
    ['clock-recounted', 'portal', 'reported', 'reported', 2, 'unit'],
  )
  assert.match(pastOf(UMBRELLA, 'clock-recounted').vi, /tính lại/)
  assert.deepEqual(whole.papers.get(2)?.shown?.find(({ key }) => key === 'decide')?.answer, [
    {
      vi: 'Từ hết thứ Sáu 06/11/2026 thành hết thứ Hai 09/11/2026',
      en: 'From the end of Friday 06/11/2026 to the end of Monday 09/11/2026',
    },
  ])
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from casefile_event e join log_leaf l on l.id = e.leaf
     join casefile f on f.id = e.file where f.number = $1 and e.verb = 'clock-recounted'`,
    [number],
  )
  assert.equal(rows[0]?.n, 1)
  await said(act(world.as('khanh'), umbrellaOffice, number, 'take', 2))
})

test('a day that turns out worked takes nothing from what was promised', async () => {
  const number = await report()
  await recount(kit, [umbrellaOffice], off('2026-11-04'))
  await recount(kit, [umbrellaOffice], CALENDAR)
  const { clocks } = await said(getWhole(world.as('lan'), umbrellaOffice, number))
  const decide = clocks.find(({ clock }) => clock === 'decide')
  assert.deepEqual([decide?.reckoning.dueDay, decide?.reckoning.promised], ['2026-11-09', '2026-11-09'])
  // It is counted by today's calendar now: there is nothing left to do.
  assert.equal(await recount(kit, [umbrellaOffice]), 0)
})

test('two portals start at once and the change is noted once', async () => {
  const number = await report()
  await Promise.all([1, 2].map(() => recount(kit, [umbrellaOffice], off('2026-11-05'))))
  const { events } = await said(getWhole(world.as('lan'), umbrellaOffice, number))
  assert.deepEqual(
    events.map(({ verb }) => verb),
    ['report', 'clock-recounted'],
  )
})
