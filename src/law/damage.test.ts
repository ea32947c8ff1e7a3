import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../base/day.ts'
import { citeText } from './cite.ts'
import { DAMAGE, type DamageSaid, damageFacts } from './damage.ts'
import { type DamageQuestion, NOBODY, UNKNOWN } from './damage-rule.ts'
import { DAMAGE_CASES } from './damage-cases.ts'
import { damagePath, isDamageAnswer, liable } from './liable.ts'
import { provisionOf } from './provisions.ts'
import { factsOf } from './rule.ts'

const on = day('2026-10-15')
const judged = (said: DamageSaid, at = on) => liable(DAMAGE, damageFacts(DAMAGE, said), at)

for (const c of DAMAGE_CASES)
  test(c.name, () => {
    const walked = damagePath(DAMAGE, c.said)
    assert.equal(walked.next, undefined, 'every question of the path is answered')
    assert.deepEqual(walked.said, c.said, 'and nothing besides')
    const { findings, evidence } = judged(c.said, c.on)
    const held = (holds: string) => findings.filter((f) => f.holds === holds).map((f) => f.id)
    assert.deepEqual(held('yes'), c.yes)
    assert.deepEqual(held('if'), c.maybe ?? [])
    if (c.path !== undefined)
      assert.deepEqual(
        walked.path.map(({ id }) => id),
        c.path,
      )
    if (c.keeps !== undefined)
      assert.deepEqual(
        evidence.map(({ id }) => id),
        c.keeps,
      )
  })

test('there is a worked case for every branch of art. 29', () => {
  const branches = new Set(DAMAGE_CASES.flatMap((c) => judged(c.said).findings.map(({ branch }) => branch)))
  assert.deepEqual([...new Set(DAMAGE.liability.map(({ branch }) => branch))].sort(), [...branches].sort())
  const certain = new Set(DAMAGE_CASES.flatMap(({ yes }) => yes))
  assert.deepEqual(
    DAMAGE.liability.map(({ id }) => id).filter((id) => !certain.has(id)),
    [],
  )
})

/** Every way of answering that anybody can go; of the choices that go together, none, each alone, and all. */
function* everyWay(said: DamageSaid = {}): Generator<DamageSaid> {
  const { next } = damagePath(DAMAGE, said)
  if (next === undefined) return yield said
  for (const chosen of choices(next)) yield* everyWay({ ...said, [next.id]: chosen })
}
function choices({ kind, options }: DamageQuestion): string[][] {
  const alone = options.map(({ value }) => [value])
  const all = options.map(({ value }) => value).filter((value) => value !== NOBODY && value !== UNKNOWN)
  return kind === 'one' ? alone : [...alone, all]
}

test('whatever is answered, somebody is named; and for certain when everything is known', () => {
  let ways = 0
  for (const said of everyWay()) {
    ways += 1
    const { findings } = judged(said)
    assert.ok(findings.length > 0, JSON.stringify(said))
    const open = Object.values(said).some((chosen) => chosen.includes(UNKNOWN))
    if (!open)
      assert.ok(
        findings.some(({ holds }) => holds === 'yes'),
        JSON.stringify(said),
      )
    const ids = findings.filter(({ holds }) => holds === 'yes').map(({ id }) => id)
    assert.ok(!(ids.includes('strict') && ids.some((id) => id.startsWith('exempt'))), 'liable and exempt at once')
  }
  assert.ok(ways > 1000, `${ways}`)
})

test('a finding left open names the facts it hangs on, and only those nobody could tell', () => {
  const said = { role: ['injured'], when: ['since'], level: ['high'], intrusion: ['unknown'], breach: ['nobody'] }
  const facts = damageFacts(DAMAGE, said)
  for (const { holds, hangsOn } of liable(DAMAGE, facts, on).findings) {
    assert.equal(hangsOn.length > 0, holds === 'if')
    for (const fact of hangsOn) assert.equal(facts[fact], undefined)
  }
})

test('before the Law there is no rule to answer by', () => {
  assert.deepEqual(judged({ role: ['injured'], when: ['since'] }, day('2026-02-28')).findings, [])
})

test('an answer may not contradict itself or name what is not offered', () => {
  const breach = DAMAGE.questions.find(({ id }) => id === 'breach')
  assert.ok(breach)
  assert.ok(isDamageAnswer(breach, ['breach.user', 'breach.other']))
  for (const chosen of [[], ['breach.user', NOBODY], [NOBODY, UNKNOWN], ['breach.nobody']])
    assert.ok(!isDamageAnswer(breach, chosen), chosen.join())
})

test('a changed answer takes away what it made pointless', () => {
  const said = {
    role: ['injured'],
    when: ['since'],
    level: ['high'],
    intrusion: ['no'],
    breach: ['nobody'],
    intent: ['yes'],
  }
  const { said: kept, next } = damagePath(DAMAGE, { ...said, breach: ['breach.user'] })
  assert.equal(next, undefined)
  assert.equal(kept.intent, undefined)
})

test('every question, finding and piece of evidence cites a provision that is explained, in both languages', () => {
  for (const { cite } of [...DAMAGE.questions, ...DAMAGE.liability, ...DAMAGE.evidence]) {
    assert.ok(provisionOf(cite), cite)
    assert.ok(citeText(cite, 'vi').includes('Luật 134/2025/QH15'))
  }
  const asked = new Set(
    DAMAGE.questions.flatMap(({ id, kind, options }) => (kind === 'one' ? [id] : options.map((o) => o.value))),
  )
  const weighed = [
    ...DAMAGE.liability.flatMap(({ when }) => factsOf(when)),
    ...DAMAGE.questions.flatMap(({ when }) => (when === undefined ? [] : factsOf(when))),
  ]
  assert.deepEqual(
    weighed.filter((fact) => !asked.has(fact)),
    [],
    'no rule weighs a fact nobody is asked for',
  )
})
