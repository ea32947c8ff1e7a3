import { type Actor, actingFor } from '../../base/actor.ts'
import type { Text } from '../../base/text.ts'
import type { Cite } from '../../law/cite.ts'
import type { Because, Judgement } from '../../law/classify.ts'
import { NONE } from '../../law/flow.ts'
import { factsOf, type Fact, type Facts } from '../../law/rule.ts'
import type { RuleSet } from '../../law/rules.ts'
import { type Assessment, FACT_ORDER, FactsInput } from './schema.ts'

/**
 * Kept for an organisation, it belongs to the organisation and not to whoever kept it; kept for oneself, to oneself.
 */
export function sees(assessment: Pick<Assessment, 'account' | 'party'>, actor: Actor): boolean {
  if (assessment.party !== null) return actingFor(actor)?.party === assessment.party
  return actor.kind === 'person' && actor.account === assessment.account
}

/** A browser keeps at most 4,096 bytes of a cookie; all answers together need about half. */
const LONGEST = 4096

/** Answers as they travel in a cookie: `screen~system!sector.health~0`, signs that need no escaping. */
export const pack = (facts: Facts): string =>
  Object.entries(facts)
    .flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}~${value === true ? 1 : value === false ? 0 : value}`],
    )
    .join('!')

/** What of a cookie are answers to questions we ask. Anything else in it is dropped without a word. */
export function unpack(text: string | undefined): Facts | undefined {
  if (text === undefined || text.length > LONGEST) return undefined
  const known = text.split('!').flatMap((part): [string, Fact][] => {
    const [key = '', value = ''] = part.split('~')
    const shape = Object.hasOwn(FactsInput.shape, key)
      ? FactsInput.shape[key as keyof typeof FactsInput.shape]
      : undefined
    const fact = value === '1' ? true : value === '0' ? false : value
    return shape?.safeParse(fact).success ? [[key, fact]] : []
  })
  return known.length === 0 ? undefined : Object.fromEntries(known)
}

/** A question of the rules and what may be ticked under it. */
export interface Question {
  readonly id: string
  readonly ask: Text
  readonly choices: readonly { readonly value: string; readonly label: Text }[]
  readonly kind: 'one' | 'many' | 'yesno' | 'day'
  readonly cite: Cite
}

/** Every menu of the rules; the answer to one sets many facts. */
const menus = ({ sectors, medium, entries }: RuleSet): readonly Question[] => {
  const menu = (id: string, ask: Text, cite: Cite, choices: readonly (readonly [string, Text])[]): Question => ({
    id,
    ask,
    cite,
    kind: 'many',
    choices: choices.map(([value, label]) => ({ value, label })),
  })
  const own = (list: RuleSet['medium']['grounds']) => list.map((q) => [q.fact, q.label] as const)
  const kinds = (sector: string) => entries.filter((e) => e.sector === sector).map((e) => [e.cite, e.kind] as const)
  return [
    menu(
      'sectors',
      sectors.ask,
      sectors.cite,
      sectors.items.map((s) => [`sector.${s.value}`, s.label]),
    ),
    menu(
      'groups',
      sectors.groupsAsk,
      sectors.cite,
      sectors.groups.map((g) => [`group.${g.value}`, g.label]),
    ),
    ...[...new Set(entries.map((e) => e.sector))].map((sector) =>
      menu(`kinds.${sector}`, sectors.kindsAsk, sectors.cite, kinds(sector)),
    ),
    menu('medium.grounds', medium.groundsAsk, medium.cite, own(medium.grounds)),
    menu('medium.exclusions', medium.exclusionsAsk, medium.exclusions[0]?.cite ?? medium.cite, own(medium.exclusions)),
  ]
}

/** Every question of the tool, in the order of the rules. */
export function questions(rules: RuleSet): readonly Question[] {
  const { screening, transition, entries, dutyQuestions } = rules
  const one = (id: string, q: Pick<Question, 'ask' | 'cite'>, choices: Question['choices']): Question => ({
    ...{ id, kind: 'one', ask: q.ask, cite: q.cite, choices },
  })
  const yesNo = (q: { readonly fact: string; readonly ask: Text }, cite: Cite): Question => ({
    ...{ id: q.fact, kind: 'yesno', ask: q.ask, cite, choices: [] },
  })
  return [
    one('screen', screening, screening.options),
    ...menus(rules),
    ...entries.flatMap((e) =>
      [...e.limits, ...e.conditions, ...e.exclusions, ...(e.asides ?? [])].map((c) => yesNo(c, e.cite)),
    ),
    one(transition.fact, transition, transition.options),
    ...dutyQuestions.map((q) => yesNo(q, q.cite)),
  ]
}

/** Finds the question behind a fact, on the path of the questionnaire or not. */
function questionOf(rules: RuleSet, fact: string): Question | undefined {
  const { ask, cite } = rules.transition
  if (fact === 'firstUseDay') return { id: fact, kind: 'day', ask, cite, choices: [] }
  const all = questions(rules)
  return all.find((q) => q.id === fact) ?? all.find((q) => q.choices.some((c) => c.value === fact))
}

const YES: Text = { vi: 'Có', en: 'Yes' }
const NO: Text = { vi: 'Không', en: 'No' }

/** A question with the answer that was given to it, for people to read. */
export interface Said {
  readonly id: string
  readonly ask: Text
  readonly answers: readonly Text[]
  readonly cite: Cite
}

/** Puts facts back into the questions they came from: a menu once, with all that was ticked in it. */
export function said(rules: RuleSet, facts: Facts, because: readonly Pick<Because, 'fact'>[]): readonly Said[] {
  const questions = because.flatMap(({ fact }) => {
    const question = questionOf(rules, fact)
    return question === undefined ? [] : [{ question, fact }]
  })
  return questions
    .filter(({ question }, n) => questions.findIndex((q) => q.question.id === question.id) === n)
    .map(({ question, fact }) => ({
      id: question.id,
      ask: question.ask,
      answers: answersTo(rules, question, facts, facts[fact] ?? ''),
      cite: question.cite,
    }))
}

function answersTo(rules: RuleSet, { kind, choices }: Question, facts: Facts, answer: Fact): readonly Text[] {
  switch (kind) {
    case 'yesno':
      return [answer === true ? YES : NO]
    case 'day':
      return [{ vi: String(answer), en: String(answer) }]
    case 'one':
      return choices.filter((c) => c.value === answer).map((c) => c.label)
    case 'many': {
      const ticked = choices.filter((c) => facts[c.value] === true).map((c) => c.label)
      return ticked.length > 0 ? ticked : [rules.sectors.none]
    }
  }
}

/** Every answer given, in the order of the questions. */
export const allSaid = (rules: RuleSet, facts: Facts): readonly Said[] =>
  said(
    rules,
    facts,
    Object.keys(facts)
      .filter((fact) => facts[fact] !== undefined)
      .sort((a, b) => place(a) - place(b))
      .map((fact) => ({ fact })),
  )

/** A question this release no longer asks stands last. */
const place = (fact: string): number => (FACT_ORDER.indexOf(fact) + FACT_ORDER.length + 1) % (FACT_ORDER.length + 1)

/** The open questions on which a duty hangs. */
export const hangsOn = (rules: RuleSet, facts: Facts, duty: Judgement['duties'][number]): readonly Text[] => {
  const test = rules.duties.find((d) => d.id === duty.id)?.when
  return test === undefined
    ? []
    : factsOf(test)
        .filter((f) => facts[f] === undefined)
        .flatMap((f) => rules.dutyQuestions.filter((q) => q.fact === f).map((q) => q.ask))
}

/** The optional questions worth asking: those still open for this result, and those already answered. */
export const dutyQuestions = (rules: RuleSet, facts: Facts, judgement: Judgement) =>
  rules.dutyQuestions.filter((q) => facts[q.fact] !== undefined || judgement.open.some((o) => o.fact === q.fact))

/** Takes in the optional form: yes, no, or left open. Anything else leaves the question as it was. */
export function withDutyAnswers(rules: RuleSet, facts: Facts, form: Readonly<Record<string, unknown>>): Facts {
  const given = rules.dutyQuestions.flatMap(({ fact }): [string, boolean | undefined][] => {
    const answer = form[fact]
    return answer === 'yes' || answer === 'no'
      ? [[fact, answer === 'yes']]
      : answer === 'open'
        ? [[fact, undefined]]
        : []
  })
  return { ...facts, ...Object.fromEntries(given) }
}

/** What a posted form says to a question of ticks or choices; text only. */
export const chosen = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((v): v is string => typeof v === 'string')

/** "None of these" beside something else: a contradiction the page asks to mend. */
export const contradicts = (all: readonly string[]): boolean => all.includes(NONE) && all.length > 1
