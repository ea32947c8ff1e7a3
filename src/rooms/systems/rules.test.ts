import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { AccountId, Actor, PartyId } from '../../base/actor.ts'
import type { Outcome } from '../../base/outcome.ts'
import { DOSSIER, type DossierKey } from '../../law/dossier.ts'
import { portalScheme } from './ai-id.ts'
import {
  changes,
  codeKey,
  decide,
  FLOW,
  fieldsOf,
  held,
  isPublic,
  lacking,
  mergePart,
  next,
  offers,
  owed,
  ownState,
  printOf,
  publicChanges,
  publish,
} from './rules.ts'
import {
  type Answers,
  type Draft,
  isList,
  LEVELS,
  type Recorded,
  REFUSALS,
  type State,
  STATES,
  type SystemId,
  VERBS,
} from './schema.ts'
import { SAYS } from './words.ts'

const PROVIDER = 'p' as PartyId
const filer: Actor = {
  kind: 'person',
  account: 'a' as AccountId,
  name: 'Lan',
  email: 'lan@thuvien.example',
  lang: 'vi',
  acting: { party: PROVIDER, name: 'Thư viện Ô', role: 'filer' },
  seat: null,
}
const AT = '2026-11-02T02:00:00.000Z'
const system = (state: State): Recorded => ({
  id: 's' as SystemId,
  aiId: 'VN-0000-0000-00',
  provider: PROVIDER,
  internalCode: 'O1',
  name: 'Trợ lý cho mượn ô',
  state,
  level: 'high',
  sectors: [],
  entries: [],
  firstUse: null,
  dossierVersion: 1,
  recordedAt: AT,
  changedAt: AT,
  seq: 3,
  holds: [],
  own: null,
})
const full: Answers = Object.fromEntries(
  DOSSIER.fields.map(({ key }) => [key, isList(key) ? [`«${key}»`] : `«${key}»`]),
)
const codes = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.refusals.map((r) => r.code))

describe('an order of the State stands beside what the provider does', () => {
  const [first, second] = ['LC-2026-000001', 'LC-2026-000002']

  test('the graver of all orders and own steps is what the register shows', () => {
    const suspended = held(system('in-use'), first, 'suspended')
    assert.deepEqual([suspended.state, ownState(suspended)], ['suspended', 'in-use'])
    const recalled = held(suspended, second, 'recalled')
    assert.equal(recalled.state, 'recalled')
    const back = held(recalled, second, null)
    assert.equal(back.state, 'suspended')
    const free = held(back, first, null)
    assert.deepEqual([free.state, free.own, free.holds], ['in-use', null, []])
  })

  test('lifting an order never undoes a measure the provider took himself', () => {
    assert.equal(held(held(system('recalled'), first, 'suspended'), first, null).state, 'recalled')
    assert.equal(held(held(system('suspended'), first, 'recalled'), first, null).state, 'suspended')
    assert.equal(held(held(system('declared'), first, 'suspended'), first, null).state, 'declared')
  })

  test('while it stands the provider may be stricter, and may not bring the system back into use', () => {
    const suspended = held(system('in-use'), first, 'suspended')
    assert.deepEqual(offers(suspended, filer), ['suspend', 'recall', 'retire'])
    assert.deepEqual(codes(decide(suspended, 'recall', filer, 3, AT, null)), [])
    const both = held(system('suspended'), first, 'suspended')
    const refused = decide(both, 'resume', filer, 3, AT, null)
    assert.deepEqual(codes(refused), ['system.held'])
    assert.ok(!refused.ok && refused.refusals[0]?.facts?.order === first)
  })
})

describe('the AI-ID is short, readable aloud, and knows when it was copied wrongly', () => {
  const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const made = fc.integer().map(() => portalScheme.make())
  const signsAt = (aiId: string) => aiId.split('').flatMap((s, i) => (i > 2 && s !== '-' ? [i] : []))
  const put = (text: string, at: number, sign: string) => text.slice(0, at) + sign + text.slice(at + 1)

  test('every AI-ID that is made has the one spelling that is read', () => {
    fc.assert(
      fc.property(made, (aiId) => {
        assert.match(aiId, /^VN-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/)
        const bare = aiId.replaceAll('-', '')
        for (const typed of [
          aiId,
          aiId.toLowerCase(),
          bare,
          bare.slice(2),
          bare.replaceAll('0', 'o').replaceAll('1', 'l'),
          ` ${aiId.replaceAll('-', ' ')} `,
        ])
          assert.equal(portalScheme.parse(typed), aiId, typed)
      }),
    )
  })

  test('every single wrong sign is found', () => {
    fc.assert(
      fc.property(made, (aiId) => {
        for (const at of signsAt(aiId))
          for (const sign of SIGNS)
            if (aiId[at] !== sign) assert.equal(portalScheme.parse(put(aiId, at, sign)), undefined)
      }),
      { numRuns: 30 },
    )
  })

  test('every swap of two neighbours is found', () => {
    fc.assert(
      fc.property(made, (aiId) => {
        const places = signsAt(aiId)
        for (const [n, at] of places.slice(1).entries()) {
          const before = places[n] ?? 0
          const [a = '', b = ''] = [aiId[before], aiId[at]]
          if (a !== b) assert.equal(portalScheme.parse(put(put(aiId, before, b), at, a)), undefined)
        }
      }),
    )
  })

  test('whatever else is typed is not an AI-ID', () => {
    fc.assert(fc.property(fc.string(), (text) => portalScheme.parse(text) === undefined))
    for (const text of ['', 'VN', 'VN-', 'VN-0000-0000', 'ỤỤ-ỤỤỤỤ-ỤỤỤỤ-ỤỤ'])
      assert.equal(portalScheme.parse(text), undefined)
  })
})

describe('the use of a system', () => {
  const reachable = (from: State): State[] => {
    const seen = new Set<State>([from])
    for (const state of seen) for (const verb of VERBS) seen.add(next(state, verb) ?? state)
    return [...seen]
  }

  test('every state but a draft is reached from a notice', () => {
    assert.deepEqual(reachable('declared').toSorted(), STATES.filter((s) => s !== 'draft').toSorted())
  })

  test('every state can come to an end, and an end is an end', () => {
    for (const state of STATES.filter((s) => s !== 'draft'))
      assert.ok(
        reachable(state).some((s) => Object.keys(FLOW[s]).length === 0),
        state,
      )
    for (const state of ['retired', 'withdrawn'] as const) assert.deepEqual(FLOW[state], {})
  })

  test('a step is taken exactly where it is offered', () => {
    for (const state of STATES.filter((s) => s !== 'draft'))
      for (const verb of VERBS) {
        const decided = decide(system(state), verb, filer, 3, AT, null)
        assert.equal(decided.ok, next(state, verb) !== undefined, `${state} ${verb}`)
        assert.equal(decided.ok, offers(system(state), filer).includes(verb))
        if (decided.ok) assert.deepEqual([decided.value.seq, decided.value.public?.state], [4, next(state, verb)])
        else assert.deepEqual(codes(decided), ['system.not-now'])
      }
  })

  test('a stale page is refused before the step is looked at', () => {
    assert.deepEqual(codes(decide(system('declared'), 'put-into-use', filer, 2, AT, null)), [
      'system.changed-meanwhile',
    ])
  })

  test('who may not see a system is not told that there is one', () => {
    const stranger: Actor = { ...filer, acting: { party: 'q' as PartyId, name: 'X', role: 'owner' } }
    for (const s of [undefined, system('declared')])
      assert.deepEqual(codes(decide(s, 'retire', stranger, 3, AT, null)), ['system.unknown'])
    assert.deepEqual(offers(system('declared'), stranger), [])
  })
})

describe('two people write the same part', () => {
  const keys = fieldsOf('identification').map((f) => f.key)
  const draft = (answers: Answers, rev = 1, marks: Draft['marks'] = {}): Draft => ({
    answers,
    result: {},
    rev,
    marks,
    savedAt: AT,
  })
  const page = (name: string, drawnFrom: Draft, answers: Answers) => ({
    page: name,
    rev: drawnFrom.rev,
    was: keys.map((key) => printOf(drawnFrom.answers[key])),
    answers,
  })
  const saved = (from: Draft, sent: ReturnType<typeof page>): Draft => {
    const { answers, marks, clashes } = mergePart(from, 'identification', sent)
    assert.deepEqual(clashes, [])
    return { ...from, answers, marks, rev: from.rev + 1 }
  }

  test('what only one of them touched is taken from that one', () => {
    const start = draft({ name: 'Ô', version: '1' })
    const first = saved(start, page('a', start, { name: 'Ô mới', version: '1' }))
    const both = saved(first, page('b', start, { name: 'Ô', version: '2', internalCode: 'O1' }))
    assert.deepEqual(both.answers, { name: 'Ô mới', version: '2', internalCode: 'O1' })
  })

  test('where both wrote different things nobody is overwritten', () => {
    const start = draft({ name: 'Ô' })
    const first = saved(start, page('a', start, { name: 'Ô xanh' }))
    assert.deepEqual(mergePart(first, 'identification', page('b', start, { name: 'Ô đỏ' })).clashes, ['name'])
    assert.deepEqual(mergePart(first, 'identification', page('b', start, { name: 'Ô xanh' })).clashes, [])
    // Having seen the other's text, the person decides.
    assert.equal(saved(first, page('b', first, { name: 'Ô đỏ' })).answers.name, 'Ô đỏ')
  })

  test('what a page saved itself in the background never stands against it', () => {
    const start = draft({ name: 'Ô' })
    const once = saved(start, page('a', start, { name: 'Ô x' }))
    const other = saved(once, page('b', once, { name: 'Ô x', version: '2' }))
    const twice = saved(other, page('a', start, { name: 'Ô xa' }))
    assert.deepEqual(twice.answers, { name: 'Ô xa', version: '2' })
    assert.deepEqual(mergePart(twice, 'identification', page('a', start, {})).answers, { version: '2' })
  })

  test('nothing anybody typed is lost, whatever the order', () => {
    const text = fc.constantFrom('x', 'y', 'z', undefined)
    const answers = fc
      .record({ name: text, version: text, internalCode: text })
      .map((a) => Object.fromEntries(Object.entries(a).filter(([, v]) => v !== undefined)) as Answers)
    fc.assert(
      fc.property(answers, answers, answers, (base, one, two) => {
        const start = draft(base)
        const first = saved(start, page('a', start, one))
        const { answers: after, clashes } = mergePart(first, 'identification', page('b', start, two))
        for (const key of keys) {
          const [was, a, b] = [base[key], one[key], two[key]]
          if (clashes.includes(key)) assert.ok(a !== was && b !== was && a !== b)
          else assert.equal(after[key], b === was ? a : b)
        }
      }),
    )
  })
})

describe('what the register shows', () => {
  const shownAt = (level: (typeof LEVELS)[number]): string => {
    const { name, version, provider, purpose, functions, scope, users, affected } = publish(
      { ...system('declared'), level, name: '«name»' },
      full,
    )
    return JSON.stringify({ name, version, provider, purpose, functions, scope, users, affected })
  }

  test('a change is public exactly where the register shows the field', () => {
    for (const level of LEVELS)
      for (const { key } of DOSSIER.fields)
        assert.equal(isPublic(key, level), shownAt(level).includes(`«${key}»`), `${level} ${key}`)
    const all = changes({}, full)
    assert.deepEqual(
      publicChanges(all, 'low').map((c) => c.field),
      ['name', 'version', 'providerName', 'purpose'],
    )
    assert.ok(!publicChanges(all, 'high').some((c) => c.field === 'architecture' || c.field === 'internalCode'))
  })

  test('a document stands for the parts the decree says, and never for the identification (N12.5, N12.7)', () => {
    const identification = fieldsOf('identification').map((f) => f.key)
    assert.deepEqual(
      lacking({}, []),
      DOSSIER.fields.map((f) => f.key),
    )
    assert.deepEqual(lacking({}, [{ kind: 'model-card' }]), identification)
    assert.deepEqual(lacking({}, [{ kind: 'dpia' }]), [...identification, ...fieldsOf('description').map((f) => f.key)])
    assert.deepEqual(lacking(full, []), [])
  })

  test('a voluntary publication owes only what makes it recognisable (L10.3)', () => {
    assert.deepEqual(owed('low', {}, []), ['name', 'providerName', 'purpose'])
    assert.equal(owed('medium', {}, []).length, 16)
  })
})

test('codes that differ in case or spaces are one code', () => {
  assert.equal(codeKey(' CB 01 '), codeKey('cb01'))
})

test('every refusal has words in both languages', () => {
  assert.deepEqual(Object.keys(SAYS).toSorted(), Object.keys(REFUSALS).toSorted())
  for (const text of Object.values(SAYS)) assert.ok(text.vi.length > 10 && text.en.length > 10)
})

test('every key of the dossier belongs to one part', () => {
  const all: DossierKey[] = DOSSIER.parts.flatMap((p) => fieldsOf(p.id).map((f) => f.key))
  assert.deepEqual(
    all,
    DOSSIER.fields.map((f) => f.key),
  )
})
