import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '../base/day.ts'
import { LABEL_QUALITIES, labelDuties, labelRemarks, labelWays } from './label-duties.ts'
import {
  type LabelAnswers,
  labelFacts,
  labelling,
  nextLabelQuestion,
  labelOptions,
  walkedLabelAnswers,
} from './labelling.ts'
import { LABEL_CASES } from './labels.cases.ts'
import { LABEL_EXCEPTIONS, LABEL_QUESTIONS, NOT_YET } from './labels.ts'
import { PROVISIONS } from './provisions.ts'

const ON = day('2026-11-02')

for (const c of LABEL_CASES)
  test(`notice and label: ${c.name}`, () => {
    const found = labelling(c.answers, c.on ?? ON)
    const ids = (holds: 'yes' | 'if') => found.owed.filter((o) => o.holds === holds).map((o) => o.id)
    assert.deepEqual([ids('yes'), ids('if')], [c.owed, c.perhaps ?? []])
    assert.deepEqual(
      found.exceptions.map((e) => e.id),
      c.exceptions ?? [],
    )
    const ways = found.ways.map((w) => w.id)
    for (const way of c.ways ?? []) assert.ok(ways.includes(way), way)
    for (const way of c.notWays ?? []) assert.ok(!ways.includes(way), way)
    const remarks = found.remarks.map((r) => r.id)
    for (const remark of c.remarks ?? []) assert.ok(remarks.includes(remark), remark)
    assert.equal(found.until?.day, c.until)
  })

test('every case is reached by answering the questions one by one, and none is asked in vain', () => {
  for (const c of LABEL_CASES.filter((k) => k.on === undefined)) {
    let answers: LabelAnswers = {}
    for (let next = nextLabelQuestion(answers, ON); next; next = nextLabelQuestion(answers, ON)) {
      const value = c.answers[next.fact] ?? NOT_YET
      assert.ok(
        value === NOT_YET || labelOptions(next, answers).some((o) => o.value === value),
        `${c.name}: ${next.fact}`,
      )
      answers = { ...answers, [next.fact]: value }
    }
    const owed = (a: LabelAnswers) => labelling(a, ON).owed.map(({ id, holds }) => `${id} ${holds}`)
    assert.deepEqual(owed(answers), owed(c.answers), c.name)
    assert.deepEqual(walkedLabelAnswers(answers, ON), answers, c.name)
  }
})

test('the way is short: nobody answers more than ten questions, a private person one', () => {
  assert.equal(nextLabelQuestion({ role: 'private' }, ON), undefined)
  assert.equal(nextLabelQuestion({ role: 'deployer', content: 'image', ai: 'none' }, ON), undefined)
  assert.equal(nextLabelQuestion({ role: 'provider', content: 'text' }, ON), undefined)
  assert.ok(LABEL_QUESTIONS.length <= 10)
})

test('an address changed by hand says no more than the questions do', () => {
  assert.deepEqual(walkedLabelAnswers({ role: 'nobody' }, ON), {})
  // Spelling is no question for a picture; what stands behind it is not believed either.
  const given = { role: 'deployer', content: 'image', ai: 'text-tool', audience: 'public' }
  assert.deepEqual(walkedLabelAnswers(given, ON), { role: 'deployer', content: 'image' })
  // An earlier answer changed: later ones that are no longer asked are dropped.
  assert.deepEqual(walkedLabelAnswers({ role: 'private', content: 'image', ai: 'generated' }, ON), { role: 'private' })
  assert.deepEqual(walkedLabelAnswers({ role: ['deployer', 'provider'] }, ON), {})
})

test('everything the rules look at is asked, and everything asked is looked at', () => {
  const asked = LABEL_QUESTIONS.map((q) => q.fact)
  assert.deepEqual([...labelFacts(ON), 'since'].sort(), [...asked].sort())
})

test('each rule has words in both languages, a citation, and an id of its own', () => {
  const rules = [
    ...labelDuties(LABEL_EXCEPTIONS).map((d) => ({ ...d, text: d.todo })),
    ...labelWays(LABEL_EXCEPTIONS),
    ...labelRemarks(LABEL_EXCEPTIONS),
    ...LABEL_EXCEPTIONS,
  ]
  const articles = new Set(PROVISIONS.map((p) => p.id))
  for (const { id, text, cite } of rules) {
    assert.ok(text.vi && text.en, id)
    assert.ok(articles.has(cite.split('.')[0] ?? ''), `${id}: ${cite} has no page`)
  }
  for (const { fact, cite } of LABEL_QUESTIONS) assert.ok(articles.has(cite.split('.')[0] ?? ''), `${fact}: ${cite}`)
  const ids = rules.map((r) => r.id)
  assert.deepEqual(
    ids.filter((id, n) => ids.indexOf(id) !== n),
    [],
  )
  assert.deepEqual(
    LABEL_QUALITIES.map((q) => q.cite),
    ['N18.3.a', 'N18.3.b', 'N18.3.c', 'N18.3.d', 'N18.3.đ'],
  )
})
