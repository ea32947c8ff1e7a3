import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { LOST, UMBRELLA } from '../../test/umbrella.ts'
import { codes } from '../../test/outcomes.ts'
import type { AccountId, Actor, PartyId, PartyRole, UnitId, UnitRole } from '../base/actor.ts'
import type { Outcome } from '../base/outcome.ts'
import { apply, clocksOf, decide, ENGINE_VERBS, type Given, LONGEST, offers, sees, type Step } from './flow.ts'
import type { Form } from './form.ts'
import type { Procedure, StateOf } from './procedure.ts'
import type { CaseEvent, CaseFile, CaseId } from './schema.ts'
import { complaintsOf } from './walk.ts'

const [LIBRARY, STRANGERS] = ['library', 'strangers'] as PartyId[] as [PartyId, PartyId]
const [OFFICE, STORM] = ['office', 'storm'] as UnitId[] as [UnitId, UnitId]
const BEGAN = '2026-11-02T02:00:00.000Z'
const HOUR = 3_600_000
/** Hours after the file was begun. */
const at = (hours: number): string => new Date(Date.parse(BEGAN) + hours * HOUR).toISOString()

const person = (name: string): Omit<Extract<Actor, { kind: 'person' }>, 'acting' | 'seat'> => ({
  ...{ kind: 'person', account: name as AccountId, name, email: `${name}@thuvien.example`, lang: 'vi' },
})
const member = (name: string, party: PartyId, role: PartyRole): Actor => ({
  ...person(name),
  ...{ acting: { party, name: 'Thư viện Ô', role }, seat: null },
})
const seated = (name: string, unit: UnitId, role: UnitRole): Actor => ({
  ...person(name),
  ...{ acting: null, seat: { unit, kind: 'most', role } },
})
const lan = member('lan', LIBRARY, 'owner')
const mai = member('mai', LIBRARY, 'viewer')
const stranger = member('stranger', STRANGERS, 'owner')
const khanh = seated('khanh', OFFICE, 'officer')
const duc = seated('duc', OFFICE, 'officer')
const thao = seated('thao', OFFICE, 'chief')
const gio = seated('gio', STORM, 'officer')
const quan = seated('quan', OFFICE, 'administrator')
const visitor: Actor = { kind: 'visitor' }
const EVERYONE = [lan, mai, stranger, khanh, duc, thao, gio, quan, visitor]

const BLANK: CaseFile = {
  ...{ id: 'file' as CaseId, number: 'UL-2026-000001', procedure: UMBRELLA.id, party: LIBRARY, state: 'begun' },
  ...{ unit: null, copies: [], officer: null, subject: '', answers: {}, steps: {}, asked: null, seq: 0 },
  ...{ holder: 'party', heldSince: BEGAN, openedAt: BEGAN, openedBy: 'account:lan', changedAt: BEGAN },
  ...{ served: 0, workers: [] },
}

/** What makes each verb right in itself, so that only who, when and whether it is their turn decide. */
const GIVEN: Readonly<Record<string, Given>> = {
  report: { answers: LOST, sealed: ['card'], lead: OFFICE, copies: [] },
  found: { answers: { foundAt: BEGAN, foundWhere: 'Dưới gầm bàn', broken: 'no' } },
  decide: { answers: { outcome: 'returned', reasons: 'Ô ở dưới gầm bàn.' } },
  release: { answers: { summary: 'Một chiếc ô đã về nhà.' } },
  message: { text: 'Xin chào' },
  ask: { items: [{ field: 'place', label: { vi: 'Nơi mất', en: 'Where' }, reason: 'Chưa rõ tầng nào.' }] },
  answer: { replies: ['Tầng hai'], wanted: 1 },
  'hand-over': { lead: STORM },
}

const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) assert.fail(JSON.stringify(outcome.refusals))
  return outcome.value
}

/** A file after these steps, an hour apart, with its history. */
function after(...steps: readonly (readonly [who: Actor, verb: string, given?: Given])[]): {
  readonly file: CaseFile
  readonly events: CaseEvent[]
  readonly steps: Step[]
} {
  let file = BLANK
  const [events, all]: [CaseEvent[], Step[]] = [[], []]
  for (const [who, verb, given] of steps) {
    const when = at(events.length + 1)
    const step = must(decide(UMBRELLA, file, verb, who, file.seq, when, { ...GIVEN[verb], ...given }, events))
    file = step.file
    events.push(step.event)
    all.push(step)
  }
  return { file, events, steps: all }
}
const attempt = (file: CaseFile, who: Actor, verb: string, given?: Given, events: readonly CaseEvent[] = []) =>
  decide(UMBRELLA, file, verb, who, file.seq, at(100), { ...GIVEN[verb], ...given }, events)

describe('who may see and act', () => {
  const reported = after([lan, 'report']).file

  test('a file that was not handed over is seen by its party and by nobody else', () => {
    assert.deepEqual(
      EVERYONE.filter((who) => sees(BLANK, who)),
      [lan, mai],
    )
    assert.deepEqual(codes(attempt(BLANK, stranger, 'report')), ['case.unknown'])
  })

  test('an administrator of the unit in charge does not see files', () => {
    assert.deepEqual(
      EVERYONE.filter((who) => sees(reported, who)),
      [lan, mai, khanh, duc, thao],
    )
  })

  test('a viewer of the organisation reads, and does nothing', () => {
    assert.deepEqual(offers(UMBRELLA, reported, mai), [])
    assert.deepEqual(codes(attempt(reported, mai, 'found')), ['case.not-your-part'])
    assert.deepEqual(codes(attempt(reported, mai, 'message')), ['case.not-your-part'])
  })

  test('an officer takes the file before anything else', () => {
    assert.deepEqual(offers(UMBRELLA, reported, khanh), ['take', 'message'])
    assert.deepEqual(codes(attempt(reported, khanh, 'search')), ['case.not-on-your-desk'])
    const { file } = after([lan, 'report'], [khanh, 'take'])
    assert.deepEqual(offers(UMBRELLA, file, khanh), ['search', 'hand-over', 'ask', 'message'])
    assert.deepEqual(codes(attempt(file, khanh, 'take')), ['case.not-now'])
  })

  test('a colleague without the file may take it over and may not act on it', () => {
    const { file } = after([lan, 'report'], [khanh, 'take'])
    assert.deepEqual(offers(UMBRELLA, file, duc), ['take', 'message'])
    assert.deepEqual(codes(attempt(file, duc, 'ask')), ['case.not-on-your-desk'])
    assert.equal(must(attempt(file, duc, 'take')).file.officer, 'duc')
  })

  test('a chief who worked on the file may not also decide it', () => {
    const own = after([lan, 'report'], [thao, 'take'], [thao, 'search']).file
    assert.deepEqual(codes(attempt(own, thao, 'decide')), ['case.second-person-needed'])
    assert.ok(!offers(UMBRELLA, own, thao).includes('decide'))
    const other = after([lan, 'report'], [khanh, 'take'], [khanh, 'search']).file
    assert.equal(must(attempt(other, thao, 'decide')).file.state, 'decided')
    assert.deepEqual(codes(attempt(other, khanh, 'decide')), ['case.not-your-part'])
  })

  test('a unit with a copy looks on and does not act', () => {
    const { file } = after([lan, 'report', { copies: [STORM] }])
    assert.deepEqual(file.copies, [STORM])
    assert.ok(sees(file, gio))
    assert.deepEqual(offers(UMBRELLA, file, gio), [])
    for (const verb of ['take', 'ask', 'message', 'search'])
      assert.deepEqual(codes(attempt(file, gio, verb)), ['case.not-your-part'])
  })

  test('whoever hands a file over keeps a view; nobody has it on the desk any more', () => {
    const { file } = after([lan, 'report'], [khanh, 'take'], [khanh, 'hand-over'])
    assert.deepEqual([file.unit, file.copies, file.officer], [STORM, [OFFICE], null])
    assert.deepEqual(offers(UMBRELLA, file, khanh), [])
    assert.deepEqual(offers(UMBRELLA, file, gio), ['take', 'message'])
  })

  test('a chief may hand over what a colleague has taken, and nobody to the unit that has it already', () => {
    const { file } = after([lan, 'report'], [khanh, 'take'])
    assert.deepEqual(codes(attempt(file, thao, 'hand-over', { lead: OFFICE })), ['case.desk-unknown desk'])
    assert.equal(must(attempt(file, thao, 'hand-over')).file.unit, STORM)
  })

  test('a step on a page that is out of date is refused and says where the file stands', () => {
    const stale = decide(UMBRELLA, reported, 'withdraw', lan, 0, at(9), {})
    assert.ok(!stale.ok)
    assert.deepEqual(stale.refusals, [{ code: 'case.changed-meanwhile', facts: { step: '1', state: 'reported' } }])
  })

  test('nothing can be handed over while no unit is in charge', () => {
    const { lead: _, ...nobody } = GIVEN.report ?? {}
    assert.deepEqual(codes(decide(UMBRELLA, BLANK, 'report', lan, 0, at(1), nobody)), ['case.nobody-in-charge'])
  })
})

/**
 * What the office begins itself: a reminder to bring a borrowed umbrella back.
 *
 *   drafted ─propose▶ proposed ─sign▶ served ─return▶ over        (end-with: from another file)
 */
const REMINDER: Procedure = {
  ...UMBRELLA,
  ...{ id: 'umbrella-reminder', begunBy: 'unit', forms: {}, clocks: [], desks: [] },
  states: Object.fromEntries(
    (['drafted', 'proposed', 'served', 'over'] as const).map((id): [string, StateOf] => {
      const { open: _, final: __, ...state } = UMBRELLA.states.reported as StateOf
      const noDate = { vi: 'Không có thời hạn.', en: 'No time limit.' }
      if (id === 'served') return [id, { ...state, noDate, holder: 'party', open: true }]
      return [id, id === 'over' ? { ...state, noDate, holder: 'nobody', final: true } : { ...state, noDate }]
    }),
  ),
  verbs: Object.fromEntries(
    (
      [
        ['propose', { who: 'officer' }],
        ['sign', { who: 'chief', secondPerson: true, serves: true }],
        ['return', { who: 'party' }],
        ['end-with', { who: 'chief', follows: true }],
      ] as const
    ).map(([id, v]) => [id, { ask: UMBRELLA.name, past: UMBRELLA.name, cite: 'L12.1', ...v }]),
  ),
  flow: {
    drafted: { propose: 'proposed' },
    proposed: { sign: 'served' },
    served: { return: 'over', 'end-with': 'over' },
    over: {},
  },
}

describe('a file the unit begins', () => {
  const drafted: CaseFile = {
    ...BLANK,
    ...{ procedure: REMINDER.id, state: 'drafted', holder: 'unit', unit: OFFICE, officer: 'khanh' as AccountId },
    ...{ openedBy: 'account:khanh', served: null, workers: ['account:khanh'] },
  }
  const take = (file: CaseFile, who: Actor, verb: string, given: Given = {}) =>
    decide(REMINDER, file, verb, who, file.seq, at(file.seq + 1), given)
  const proposed = must(take(drafted, khanh, 'propose')).file
  const served = must(take(proposed, thao, 'sign')).file

  test('is whole: every state has an owner, a next step and a way out', () => {
    assert.deepEqual(complaintsOf(REMINDER), [])
  })

  test('is there for the unit alone until it is served, and from then on for the party too', () => {
    for (const file of [drafted, proposed]) {
      assert.deepEqual(
        EVERYONE.filter((who) => sees(file, who)),
        [khanh, duc, thao],
      )
      for (const verb of ['return', 'message', 'take', 'sign'])
        assert.deepEqual(codes(take(file, lan, verb)), ['case.unknown'], verb)
      assert.deepEqual(offers(REMINDER, file, lan), [])
    }
    assert.equal(served.served, 2)
    assert.deepEqual(
      EVERYONE.filter((who) => sees(served, who)),
      [lan, mai, khanh, duc, thao],
    )
    assert.deepEqual(offers(REMINDER, served, lan), ['return', 'message'])
    assert.equal(must(take(served, lan, 'return')).event.side, 'party')
  })

  test('whoever began it may not sign it, also when a colleague has it on the desk by now', () => {
    const own: CaseFile = {
      ...drafted,
      openedBy: 'account:thao',
      officer: 'thao' as AccountId,
      workers: ['account:thao'],
    }
    const taken = must(take(must(take(own, thao, 'propose')).file, duc, 'take')).file
    assert.equal(taken.officer, 'duc')
    assert.deepEqual(codes(take(taken, thao, 'sign')), ['case.second-person-needed'])
    assert.ok(!offers(REMINDER, taken, thao).includes('sign'))
  })

  test('a step that follows from another file is offered to nobody and open to nobody', () => {
    assert.ok(EVERYONE.every((who) => !offers(REMINDER, served, who).includes('end-with')))
    assert.deepEqual(codes(take(served, thao, 'end-with')), ['case.not-now'])
    assert.equal(must(take(served, thao, 'end-with', { follows: true })).file.state, 'over')
  })

  test('a party that could hold or write on what it cannot see is named', () => {
    const { drafted: first, ...rest } = REMINDER.states
    const broken = { ...REMINDER, states: { drafted: { ...(first as StateOf), holder: 'party', open: true }, ...rest } }
    assert.deepEqual(complaintsOf(broken as Procedure), [
      'the party holds drafted before the file was served on it',
      'drafted is open for messages before the file was served on it',
    ])
  })
})

describe('one list of what is missing', () => {
  const begun = [
    [lan, 'report'],
    [khanh, 'take'],
    [khanh, 'ask'],
  ] as const

  test('while it is open the party holds the file, and no second list can follow', () => {
    const { file, events } = after(...begun)
    assert.deepEqual([file.asked, file.holder], [3, 'party'])
    assert.deepEqual(codes(attempt(file, khanh, 'ask', {}, events)), ['case.not-now'])
    assert.deepEqual(offers(UMBRELLA, file, lan), ['found', 'withdraw', 'answer', 'message'])
  })

  test('it is answered whole: a missing or empty reply is a gap at its own place', () => {
    const { file } = after(...begun)
    assert.deepEqual(codes(attempt(file, lan, 'answer', { replies: [], wanted: 2 })), [
      'case.missing reply-1',
      'case.missing reply-2',
    ])
    assert.deepEqual(codes(attempt(file, lan, 'answer', { replies: ['Tầng hai', ' '], wanted: 2 })), [
      'case.missing reply-2',
    ])
    assert.deepEqual(codes(attempt(file, lan, 'answer', { replies: ['x'.repeat(LONGEST + 1)] })), [
      'case.too-long reply-1',
    ])
    const done = must(attempt(file, lan, 'answer')).file
    assert.deepEqual([done.asked, done.holder], [null, 'unit'])
  })

  test('a second list must point, for each thing, at something the party sent after the first', () => {
    const item = GIVEN.ask?.items?.[0]
    assert.ok(item)
    const { file, events } = after(...begun, [lan, 'answer'])
    const asking = (because?: number) =>
      codes(
        attempt(file, khanh, 'ask', { items: [{ ...item, ...(because === undefined ? {} : { because }) }] }, events),
      )
    assert.deepEqual(asking(), ['case.asked-before because-1'])
    assert.deepEqual(asking(1), ['case.asked-before because-1'], 'the report came before the first list')
    assert.deepEqual(asking(3), ['case.asked-before because-1'], 'the list itself is the unit’s')
    assert.deepEqual(asking(99), ['case.asked-before because-1'], 'there is no such step')
    assert.deepEqual(asking(4), [])
  })

  test('every row is judged at once: what it asks for, why, and because of what', () => {
    const { file, events } = after(...begun, [lan, 'answer'])
    const label = { vi: 'x', en: 'x' }
    const items = [
      { field: '', label, reason: '' },
      { field: 'weight', label, reason: 'Nặng bao nhiêu?', because: 4 },
      { field: 'attachment', label, reason: 'x'.repeat(LONGEST + 1), because: 4 },
    ]
    assert.deepEqual(codes(attempt(file, khanh, 'ask', { items }, events)), [
      ...['case.missing field-1', 'case.missing reason-1', 'case.asked-before because-1'],
      ...['case.field-unknown field-2', 'case.too-long reason-3'],
    ])
    assert.deepEqual(codes(attempt(file, khanh, 'ask', { items: [] }, events)), ['case.missing items'])
  })
})

describe('every problem at once', () => {
  test('the form, the law’s own reasons and an empty message each point at their place', () => {
    const storm = { ...LOST, kind: 'sun', how: 'storm', ribs: 3 }
    assert.deepEqual(codes(attempt(BLANK, lan, 'report', { answers: storm, sealed: [] })), [
      'case.format ribs',
      'case.missing card',
      'case.choice how',
    ])
    const { file } = after([lan, 'report'])
    assert.deepEqual(codes(attempt(file, lan, 'message', { text: '  ' })), ['case.missing text'])
  })
})

describe('clocks', () => {
  test('start with their step, or at the moment that was answered, and are met by what they wait for', () => {
    const { file } = after([lan, 'report'])
    const [search, answer] = clocksOf(UMBRELLA, file, [])
    assert.equal(search?.reckoning.started, LOST.noticedAt)
    assert.deepEqual([answer?.reckoning.started, answer?.metAt], [at(1), null])
    const { file: found } = after([lan, 'report'], [lan, 'found'])
    assert.deepEqual(
      clocksOf(UMBRELLA, found, []).map((clock) => clock.metAt),
      [at(2), null],
    )
  })

  test('one that does not run for these answers is not there', () => {
    const { file } = after([lan, 'report', { answers: { ...LOST, how: 'storm' } }])
    assert.deepEqual(
      clocksOf(UMBRELLA, file, []).map((clock) => clock.clock),
      ['decide'],
    )
  })

  test('what was done before a clock began does not meet it', () => {
    const file = { ...after([lan, 'report']).file, steps: { decide: at(0.5), report: at(1) } }
    assert.equal(clocksOf(UMBRELLA, file, []).find((clock) => clock.clock === 'decide')?.metAt, null)
  })

  test('once met, a clock stays as it was', () => {
    const kept = clocksOf(UMBRELLA, after([lan, 'report'], [lan, 'found']).file, [])
    const later = { ...after([lan, 'report']).file, steps: { report: at(50), found: at(60) } }
    assert.deepEqual(clocksOf(UMBRELLA, later, kept)[0], kept[0])
  })
})

/** The same walk whenever it is run (mulberry32). */
function chance(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Who and when, not what: refusals that no other words would mend. */
const BARRED = /^case\.(unknown|not-now|not-your-part|not-on-your-desk|second-person-needed)/

describe('on any way through a procedure', () => {
  const verbs = [...Object.keys(UMBRELLA.verbs), ...ENGINE_VERBS]
  const walks = Array.from({ length: 200 }, (_, seed) => {
    const roll = chance(seed)
    const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(roll() * all.length)]
    const [steps, events]: [Step[], CaseEvent[]] = [[], []]
    let file = BLANK
    for (let n = 1; n <= 14; n++) {
      const ways = EVERYONE.flatMap((who) => offers(UMBRELLA, file, who).map((verb) => ({ who, verb })))
      const way = pick(ways)
      if (way === undefined) break
      const step = decide(UMBRELLA, file, way.verb, way.who, file.seq, at(n), GIVEN[way.verb] ?? {}, events)
      // A second list without a reason is refused for what it says; the walk goes another way.
      if (!step.ok) continue
      file = step.value.file
      steps.push(step.value)
      events.push(step.value.event)
    }
    return { file, steps, events }
  })

  test('the walks go far enough to mean something', () => {
    const seen = new Set(walks.flatMap(({ events }) => events.map((event) => event.verb)))
    assert.deepEqual([...seen].sort(), [...verbs].sort())
    assert.ok(
      walks.some(({ file }) => file.state === 'decided') && walks.some(({ file }) => file.state === 'withdrawn'),
    )
  })

  test('what is offered is never refused for who or when, and what is not offered always is', () => {
    for (const { steps, events } of walks)
      for (const [n, file] of [BLANK, ...steps.map((step) => step.file)].entries())
        for (const who of EVERYONE) {
          const offered = offers(UMBRELLA, file, who)
          for (const verb of verbs) {
            const said = codes(attempt(file, who, verb, {}, events.slice(0, n)))
            const barred = said.some((code) => BARRED.test(code))
            assert.equal(
              barred,
              !offered.includes(verb),
              `${verb} in ${file.state} by ${JSON.stringify(who)}: ${said.join()}`,
            )
          }
        }
  })

  test('a file is the fold of its events, and its answers are those of its papers', () => {
    for (const { file, steps, events } of walks) {
      const folded = events.reduce((before, event) => apply(UMBRELLA, before, event), BLANK)
      const answers = Object.assign({}, ...steps.map((step) => step.paper.answers ?? {})) as CaseFile['answers']
      assert.deepEqual({ ...folded, answers, subject: UMBRELLA.subject(answers) }, file)
    }
  })

  test('nobody holds a file that has ended, and the party holds one it was asked about', () => {
    for (const { steps } of walks)
      for (const { file } of steps) {
        const state = UMBRELLA.states[file.state]
        const expected = state?.final === true ? 'nobody' : file.asked === null ? state?.holder : 'party'
        assert.equal(file.holder, expected)
      }
  })
})

describe('a walk over a procedure', () => {
  const { states, flow, verbs, forms, clocks } = UMBRELLA
  const [report] = forms.report ?? []
  const broken = (change: Partial<Procedure>): string[] => complaintsOf({ ...UMBRELLA, ...change })
  const state = (id: string, change: object): Partial<Procedure> => ({
    states: { ...states, [id]: { ...states[id], ...change } as StateOf },
  })
  const form = (change: (pages: Form['pages']) => Form['pages']): Partial<Procedure> => {
    assert.ok(report)
    return { forms: { ...forms, report: [{ ...report, pages: change(report.pages) }] } }
  }
  const question = { ask: { vi: 'Hỏi', en: 'Asking' }, kind: 'line', max: 9 } as const

  test('finds nothing to say against one that is whole', () => {
    assert.deepEqual(complaintsOf(UMBRELLA), [])
  })

  for (const [what, change, complaint] of [
    ['a state without an owner', state('found', { holder: undefined }), 'nobody is said to hold a file in found'],
    [
      'a state that does not say what comes next',
      state('found', { next: { party: { vi: 'Chờ', en: '' }, unit: { vi: 'Quyết định', en: 'Decide' } } }),
      'found does not tell the party what comes next',
    ],
    [
      'a state without a date and without a reason',
      state('begun', { noDate: undefined }),
      'begun has neither a clock nor a reason why there is none',
    ],
    [
      'a verb that leads nowhere',
      { flow: { ...flow, found: { decide: 'judged' } } },
      'decide leads from found to judged, which is no state',
    ],
    [
      'a verb nobody defined',
      { flow: { ...flow, found: { decide: 'decided', dream: 'found' } } },
      'dream stands in the flow of found and is not defined',
    ],
    [
      'a verb that can never be done',
      { verbs: { ...verbs, dream: verbs.search as never } },
      'dream is defined and can never be done',
    ],
    [
      'a state no file comes to',
      { flow: { ...flow, reported: { search: 'searching', found: 'found' } } },
      'no file can ever come to withdrawn',
    ],
    ['a state without a way out', { flow: { ...flow, found: {} } }, 'no end can be reached from found'],
    [
      'a form that is not there',
      { forms: { ...forms, summary: [] } },
      'release wants the form summary, which does not exist',
    ],
    [
      'a question that hangs on one that is not asked',
      form((pages) =>
        pages.map((page, n) =>
          n > 0 ? page : { ...page, questions: [{ ...question, key: 'x', when: { key: 'y', is: ['1'] } }] },
        ),
      ),
      'report v1: x hangs on y, which is not asked',
    ],
    [
      'a question that hangs on a later one',
      form(([first, ...rest]) => [
        {
          id: 'zero',
          title: question.ask,
          questions: [{ ...question, key: 'x', when: { key: 'how', is: ['stolen'] } }],
        },
        ...(first === undefined ? [] : [first]),
        ...rest,
      ]),
      'report v1: x hangs on how, which is only asked later',
    ],
    [
      'a question that hangs on a value nobody can choose',
      form((pages) => [
        ...pages,
        {
          id: 'last',
          title: question.ask,
          questions: [{ ...question, key: 'x', when: { key: 'how', is: ['eaten'] } }],
        },
      ]),
      'report v1: how can never be eaten',
    ],
    [
      'a page with a name of the engine',
      form((pages) => [...pages, { id: 'check', title: question.ask, questions: [{ ...question, key: 'x' }] }]),
      'report v1 may not name a page check',
    ],
    [
      'a clock that nobody can start',
      { clocks: clocks.map((clock) => ({ ...clock, starts: { verb: 'dream' } })) },
      'the clock decide starts with dream, which nobody can do',
    ],
    [
      'a clock that starts at an answer nobody is asked for',
      { clocks: clocks.map((clock) => ({ ...clock, starts: { verb: 'report', answer: 'dreamtAt' } })) },
      'the clock decide starts at the answer dreamtAt, which is never asked',
    ],
    [
      'a text without its English side',
      { name: { vi: 'Báo mất ô', en: ' ' } },
      'umbrella-loss.name says nothing in English',
    ],
    [
      'an empty text deep in a form',
      form((pages) => pages.map((page) => ({ ...page, lead: { vi: '', en: 'Lead' } }))),
      'umbrella-loss.forms.report.0.pages.0.lead says nothing in Vietnamese',
    ],
    [
      'a step of the unit on a file it was not handed',
      { verbs: { ...verbs, report: { ...verbs.report, handsOver: undefined } as never } },
      'the unit holds reported before the file was handed to it',
    ],
    [
      'a second person asked of an officer',
      { verbs: { ...verbs, decide: { ...verbs.decide, who: 'officer' } as never } },
      'decide wants a second person and is not for a chief',
    ],
  ] satisfies readonly (readonly [string, Partial<Procedure>, string])[])
    test(`names ${what}`, () => {
      const said = broken(change)
      assert.ok(said.includes(complaint), said.join('\n') || 'nothing was said')
    })
})
