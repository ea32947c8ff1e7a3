import type { Text } from '../base/text.ts'
import { ENGINE_VERBS, verbOf } from './flow.ts'
import { type Form, type Question, questionsOf } from './form.ts'
import { type ClockOf, firstState, type Part, type Procedure } from './procedure.ts'

/** Names of pages the engine keeps for itself. */
const RESERVED = ['check', 'done']

/**
 * Walks a procedure from its first state to its ends and says everything that would leave somebody without an owner, a
 * next step, a date or a way out. A room's test asks for an empty list.
 */
export const complaintsOf = (p: Procedure): string[] => [
  ...emptyTexts(p, p.id),
  ...statesOf(p),
  ...flowOf(p),
  ...waysOf(p),
  ...verbsOf(p),
  ...formsOf(p),
  ...clocksOf(p),
]

const isText = (value: object): value is Text => 'vi' in value && 'en' in value && Object.keys(value).length === 2

/** Every text of the value, however deep it lies: both sides must say something. */
function emptyTexts(value: unknown, where: string): string[] {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return []
  if (isText(value))
    return (['vi', 'en'] as const).flatMap((lang) =>
      String(value[lang]).trim() === '' ? [`${where} says nothing in ${lang === 'vi' ? 'Vietnamese' : 'English'}`] : [],
    )
  return Object.entries(value).flatMap(([key, inner]) => emptyTexts(inner, `${where}.${key}`))
}

const HOLDERS: readonly unknown[] = ['party', 'unit', 'nobody']

function statesOf(p: Procedure): string[] {
  const running = new Map(p.clocks.map((clock) => [clock.id, runsIn(p, clock)]))
  return Object.entries(p.states).flatMap(([id, state]) => {
    const dated = p.clocks.some((clock) => clock.kind !== 'parallel' && running.get(clock.id)?.has(id))
    return [
      ...(HOLDERS.includes(state.holder) ? [] : [`nobody is said to hold a file in ${id}`]),
      ...(['party', 'unit'] as const).flatMap((side) =>
        hasWords(state.next?.[side]) ? [] : [`${id} does not tell the ${side} what comes next`],
      ),
      ...(dated || hasWords(state.noDate) ? [] : [`${id} has neither a clock nor a reason why there is none`]),
    ]
  })
}

const hasWords = (text: Text | undefined): boolean =>
  text !== undefined && text.vi.trim() !== '' && text.en.trim() !== ''

function flowOf(p: Procedure): string[] {
  const [states, reached] = [Object.keys(p.states), reachable(p, firstState(p))]
  return [
    ...Object.entries(p.flow).flatMap(([from, verbs]) => [
      ...(p.states[from] === undefined ? [`the flow leads on from ${from}, which is no state`] : []),
      ...Object.entries(verbs).flatMap(([verb, to]) => [
        ...(p.states[to] === undefined ? [`${verb} leads from ${from} to ${to}, which is no state`] : []),
        ...(verbOf(p, verb) === undefined ? [`${verb} stands in the flow of ${from} and is not defined`] : []),
      ]),
    ]),
    ...states.filter((id) => !reached.has(id)).map((id) => `no file can ever come to ${id}`),
    ...states
      .filter((id) => ![...reachable(p, id)].some((s) => p.states[s]?.final === true))
      .map((id) => `no end can be reached from ${id}`),
  ]
}

/** Every state that can follow, itself included. */
function reachable(p: Procedure, from: string, but: readonly string[] = []): Set<string> {
  const seen = new Set<string>([from])
  for (const state of seen)
    for (const [verb, to] of Object.entries(p.flow[state] ?? {})) if (!but.includes(verb)) seen.add(to)
  return seen
}

/**
 * Nobody but the party sees a file that was not handed over, and nobody but the unit one that was not served: until
 * then the other side can neither hold it nor act.
 */
function waysOf(p: Procedure): string[] {
  const byUnit = p.begunBy === 'unit'
  const passing = Object.entries(p.verbs).filter(([, verb]) => (byUnit ? verb.serves : verb.handsOver) === true)
  const unseen = reachable(
    p,
    firstState(p),
    passing.map(([id]) => id),
  )
  const isOther = (who: Part): boolean => (who === 'party') === byUnit
  const [other, passed] = byUnit ? ['party', 'served on it'] : ['unit', 'handed to it']
  return [...unseen].flatMap((id) => [
    ...(p.states[id]?.holder === other ? [`the ${other} holds ${id} before the file was ${passed}`] : []),
    ...(byUnit && p.states[id]?.open === true ? [`${id} is open for messages before the file was ${passed}`] : []),
    ...Object.keys(p.flow[id] ?? {})
      .filter((verb) => isOther(p.verbs[verb]?.who ?? (byUnit ? 'officer' : 'party')))
      .map((verb) => `${verb} is for the ${other} in ${id}, before the file was ${passed}`),
  ])
}

function verbsOf(p: Procedure): string[] {
  const taken = Object.values(p.flow).flatMap((verbs) => Object.keys(verbs))
  return Object.entries(p.verbs).flatMap(([id, verb]) => [
    ...(taken.includes(id) ? [] : [`${id} is defined and can never be done`]),
    ...(verb.form === undefined || (p.forms[verb.form]?.length ?? 0) > 0
      ? []
      : [`${id} wants the form ${verb.form}, which does not exist`]),
    ...(verb.secondPerson === true && verb.who !== 'chief'
      ? [`${id} wants a second person and is not for a chief`]
      : []),
  ])
}

const formsOf = (p: Procedure): string[] =>
  Object.entries(p.forms).flatMap(([id, versions]) =>
    versions.flatMap((form, n) => {
      const [name, before] = [`${id} v${form.version}`, versions[n - 1]]
      return [
        ...(form.id === id ? [] : [`${name} calls itself ${form.id}`]),
        ...(before !== undefined && before.version >= form.version
          ? [`${name} does not come after its forerunner`]
          : []),
        ...twice(form.pages.map((page) => page.id)).map((page) => `${name} has two pages ${page}`),
        ...twice(questionsOf(form).map((q) => q.key)).map((key) => `${name} asks ${key} twice`),
        ...form.pages
          .filter((page) => RESERVED.includes(page.id))
          .map((page) => `${name} may not name a page ${page.id}`),
        ...form.pages.filter((page) => page.questions.length === 0).map((page) => `${name} asks nothing on ${page.id}`),
        ...conditions(form, name),
      ]
    }),
  )

const twice = (all: readonly string[]): string[] => [...new Set(all.filter((one, n) => all.indexOf(one) !== n))]

/** A question may hang on an earlier one of the same form, and on values that one can have. */
function conditions(form: Form, name: string): string[] {
  const all = questionsOf(form)
  return all.flatMap((q, n): string[] => {
    if (q.when === undefined) return []
    const { key, is } = q.when
    const at = all.findIndex((other) => other.key === key)
    const earlier = all[at]
    if (earlier === undefined) return [`${name}: ${q.key} hangs on ${key}, which is not asked`]
    if (at >= n) return [`${name}: ${q.key} hangs on ${key}, which is only asked later`]
    return is.filter((value) => !canBe(earlier, value)).map((value) => `${name}: ${key} can never be ${value}`)
  })
}

const canBe = (q: Question, value: string): boolean => !('options' in q) || q.options.some((o) => o.value === value)

/** Where a clock may be running: from the states its start leads to, on by every step that does not meet it. */
function runsIn(p: Procedure, clock: ClockOf): ReadonlySet<string> {
  const { verb } = clock.starts
  if (clock.met.includes(verb)) return new Set()
  // What the engine lets happen without a word in the flow leaves the file in its state.
  const staying = (ENGINE_VERBS as readonly string[]).includes(verb) ? Object.keys(p.states) : []
  const began = [...Object.values(p.flow).flatMap((verbs) => verbs[verb] ?? []), ...staying]
  return new Set(began.flatMap((state) => [...reachable(p, state, clock.met)]))
}

function clocksOf(p: Procedure): string[] {
  const keys = Object.values(p.forms).flatMap((versions) =>
    versions.flatMap((form) => questionsOf(form).map((q) => q.key)),
  )
  return [
    ...twice(p.clocks.map((clock) => clock.id)).map((id) => `two clocks are called ${id}`),
    ...p.clocks.flatMap(({ id, kind, starts, met }) => [
      ...(verbOf(p, starts.verb) === undefined
        ? [`the clock ${id} starts with ${starts.verb}, which nobody can do`]
        : []),
      ...(starts.answer === undefined || keys.includes(starts.answer)
        ? []
        : [`the clock ${id} starts at the answer ${starts.answer}, which is never asked`]),
      ...met
        .filter((verb) => verbOf(p, verb) === undefined)
        .map((verb) => `the clock ${id} is met by ${verb}, which nobody can do`),
      ...(met.length === 0 && kind !== 'parallel' ? [`nothing can meet the clock ${id}`] : []),
    ]),
  ]
}
