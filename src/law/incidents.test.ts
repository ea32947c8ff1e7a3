import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '../base/day.ts'
import { reckon } from './clock.ts'
import {
  CLASSES,
  classesOf,
  CONSEQUENCES,
  finalReport,
  firstReport,
  PARALLEL,
  parallelClock,
  routeOf,
} from './incidents.ts'
import { CALENDAR } from './workingdays.ts'

const ON = day('2026-11-02')
const rule = (ticked: readonly string[], uncontrollable = false) => firstReport(ticked, uncontrollable, ON)

test('Decree art. 19.1: every box belongs to one class, and every class has a box', () => {
  assert.deepEqual(
    [...new Set(CONSEQUENCES.map((c) => c.class))].sort(),
    CLASSES.map((c) => c.id),
  )
  for (const c of CONSEQUENCES) assert.equal(c.cite, CLASSES.find(({ id }) => id === c.class)?.cite)
  // The form of the decree has five boxes; what the article adds is printed beside them.
  assert.deepEqual(
    CONSEQUENCES.filter((c) => c.box === undefined).map((c) => c.id),
    ['operation', 'order-safety'],
  )
})

const CASES: readonly (readonly [told: string, ticked: readonly string[], uncontrollable: boolean, hours: boolean])[] =
  [
    ['a patient was given the wrong dose', ['life-health'], false, true],
    ['harm to health counts, whether or not it can be controlled', ['life-health'], true, true],
    ['a public service stood still', ['service'], false, true],
    ['national security was affected', ['national-security'], false, true],
    ['order and safety were affected, though the form has no box for it', ['order-safety'], false, true],
    ['a warehouse lost its stock', ['property'], false, false],
    ['an office could not work', ['operation'], false, false],
    ['loss of property stays with five working days, whatever else is said', ['property'], true, false],
    ['rights were infringed and it is under control', ['rights-privacy'], false, false],
    ['rights were infringed and nobody can stop it', ['rights-privacy'], true, true],
    ['several classes: the shortest clock', ['property', 'life-health'], false, true],
    ['property and rights together, under control', ['property', 'rights-privacy'], false, false],
    ['property and rights together, out of control', ['property', 'rights-privacy'], true, true],
  ]

for (const [told, ticked, uncontrollable, hours] of CASES)
  test(`Decree art. 19.3: ${told}`, () => {
    assert.deepEqual(
      rule(ticked, uncontrollable),
      hours ? { rule: { hours: 72 }, cite: 'N19.3.a' } : { rule: { workingDays: 5 }, cite: 'N19.3.b' },
    )
  })

test('nothing ticked is no serious incident, and before 1 May 2026 there was no clock', () => {
  assert.equal(rule([]), undefined)
  assert.equal(firstReport(['life-health'], false, day('2026-04-30')), undefined)
  assert.ok(firstReport(['life-health'], false, day('2026-05-01')))
  assert.equal(finalReport(day('2026-04-30')), undefined)
})

test('confirmed on a Friday afternoon: 72 hours end on Monday, five working days on the Friday after', () => {
  const confirmed = '2026-11-06T08:00:00.000Z'
  const due = (ticked: readonly string[]) => {
    const found = rule(ticked)
    assert.ok(found)
    return reckon(found.rule, confirmed, CALENDAR).due
  }
  assert.equal(due(['life-health']), '2026-11-09T08:00:00.000Z')
  assert.equal(due(['property']), '2026-11-13T16:59:59.999Z')
})

test('Decree art. 19.4: fifteen days from the preliminary report, to a working day', () => {
  const found = finalReport(ON)
  assert.deepEqual(found, { rule: { days: 15 }, cite: 'N19.4' })
  // 6 November and fifteen days is Saturday the 21st.
  assert.equal(reckon({ days: 15 }, '2026-11-06T03:00:00.000Z', CALENDAR).dueDay, '2026-11-23')
})

test('classes stand in the order of the article, each once', () => {
  assert.deepEqual(classesOf(['order-safety', 'property', 'service', 'operation']), ['b', 'd'])
})

test('Decree art. 19.5: duties under other laws run from detection, and only when they were ticked', () => {
  assert.deepEqual(parallelClock('cyber-notice', ['cyber'])?.rule, { hours: 24 })
  assert.deepEqual(parallelClock('cyber-report', ['cyber'])?.rule, { hours: 72 })
  assert.deepEqual(parallelClock('personal-data-notice', ['personal-data'])?.rule, { hours: 72 })
  assert.equal(parallelClock('cyber-notice', ['personal-data', 'sector']), undefined)
  assert.deepEqual(PARALLEL.find((p) => p.id === 'sector')?.clocks, [])
})

test('Decree art. 19.7 and 42.5: class d or signs of crime go to the police unit, and the ministry keeps a view', () => {
  const police = { lead: 'incident-security', copies: ['incident'], cite: 'N42.5' }
  assert.deepEqual(routeOf(['service'], false), police)
  assert.deepEqual(routeOf(['order-safety', 'property'], false), police)
  assert.deepEqual(routeOf(['property'], true), police)
  assert.deepEqual(routeOf(['life-health', 'rights-privacy'], false), { lead: 'incident', copies: [], cite: 'N19.6' })
})
