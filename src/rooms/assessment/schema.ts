import { z } from 'zod'
import type { AccountId, PartyId } from '../../base/actor.ts'
import { type Day, type Instant, isDay } from '../../base/day.ts'
import type { Sort } from '../../base/outcome.ts'
import type { Judgement } from '../../law/classify.ts'
import type { Facts } from '../../law/rule.ts'
import { factsOf } from '../../law/rule.ts'
import { RULE_SET } from '../../law/ruleset.ts'

export const AssessmentId = z.uuid().brand('AssessmentId')
export type AssessmentId = z.infer<typeof AssessmentId>

/** A result kept as evidence (Decree 142 art. 10.3): what was answered, under which rules, and what followed. */
export interface Assessment {
  readonly id: AssessmentId
  readonly account: AccountId
  readonly party: PartyId | null
  readonly facts: Facts
  readonly ruleSet: string
  readonly on: Day
  readonly judgement: Judgement
  readonly keptAt: Instant
}

/** One line of the list of kept results. */
export type AssessmentLine = Pick<Assessment, 'id' | 'on' | 'keptAt' | 'party'> & Pick<Judgement, 'level'>

/** General guidance of the State about one question of the tool (Law art. 10.4). */
export interface ToolNote {
  /** The guidance file it came from. */
  readonly number: string
  readonly question: string
  readonly asked: string
  readonly answered: string
  readonly at: Instant
}

export const DayInput = z.string().refine(isDay, {
  params: { code: 'form.day', text: { vi: 'Ngày phải có dạng 2026-03-01.', en: 'A day is written 2026-03-01.' } },
})

/** Questions answered by yes or no: the menus, the entries of the list, the medium grounds, the duties. */
const yesNoFacts: readonly string[] = [
  ...RULE_SET.sectors.items.map((s) => `sector.${s.value}`),
  ...RULE_SET.sectors.groups.map((g) => `group.${g.value}`),
  ...RULE_SET.entries.flatMap((e) => [...factsOf(e.when), ...(e.asides ?? []).map((a) => a.fact)]),
  ...[...RULE_SET.medium.grounds, ...RULE_SET.medium.exclusions, ...RULE_SET.dutyQuestions].map((q) => q.fact),
]

/**
 * The answers a program may send. Exactly the facts the rule set knows, each with its type: a slip in a name must not
 * pass for a question left open.
 */
export const FactsInput = z.strictObject({
  screen: z.enum(RULE_SET.screening.options.map((o) => o.value)).optional(),
  ...Object.fromEntries([...new Set(yesNoFacts)].map((fact) => [fact, z.boolean().optional()])),
  [RULE_SET.transition.fact]: z.enum(RULE_SET.transition.options.map((o) => o.value)).optional(),
  firstUseDay: DayInput.optional(),
})

/** All facts in the order they are asked. */
export const FACT_ORDER: readonly string[] = Object.keys(FactsInput.shape)

export const AssessmentInput = z.strictObject({ facts: FactsInput, on: DayInput.optional() })

const Both = z.object({ vi: z.string(), en: z.string() })
const Strings = z.array(z.string()).readonly()
const Findings = z
  .array(
    z.object({
      code: z.string(),
      cite: z.string(),
      name: Both,
      route: z.enum(['self', 'certification', 'unknown']),
      because: Strings,
      failed: Strings,
      note: Both.optional(),
    }),
  )
  .readonly()

/** A judgement as it goes out. */
export const JudgementView = z.object({
  ruleSet: z.string(),
  interpreter: z.string(),
  on: z.string(),
  level: z.enum(['high', 'medium', 'low', 'outside', 'not-a-system', 'undetermined']),
  entries: Findings,
  nearly: Findings,
  grounds: Strings,
  exclusions: Strings,
  because: z
    .array(z.object({ fact: z.string(), answer: z.union([z.string(), z.number(), z.boolean()]), cite: z.string() }))
    .readonly(),
  route: z.enum(['self', 'certification', 'unknown', 'none']),
  due: z
    .object({
      due: z.string().optional(),
      before: z.string().optional(),
      row: z.string(),
      reason: Both,
      cites: Strings,
      confidence: z.string(),
    })
    .optional(),
  duties: z
    .array(
      z.object({
        id: z.string(),
        role: z.enum(['provider', 'deployer', 'user', 'state-body']),
        time: z.string(),
        cite: z.string(),
        also: Strings,
        text: Both,
        holds: z.enum(['yes', 'if']),
      }),
    )
    .readonly(),
  notice: z.enum(['required', 'not-required', 'not-accepted', 'undetermined']),
  open: z
    .array(z.object({ fact: z.string(), cite: z.string(), changes: z.enum(['level', 'route', 'due', 'duties']) }))
    .readonly(),
  remarks: z.array(z.object({ id: z.string(), text: Both, cite: z.string() })).readonly(),
})

/** The question to put next, for a program that asks them one by one. */
export const NextQuestion = z.object({
  id: z.string(),
  kind: z.enum(['one', 'many', 'yesno']),
  ask: Both,
  help: Both.optional(),
  cite: z.string(),
  options: z.array(z.object({ value: z.string(), label: Both, help: Both.optional() })).readonly(),
  keys: Strings,
})

export const AssessmentAnswer = JudgementView.extend({ next: NextQuestion.nullable() })

export const REFUSALS = {
  'assessment.unknown': 'absent',
  'assessment.nothing-answered': 'untimely',
  'assessment.outside': 'unfit',
} as const satisfies Record<string, Sort>
export type Code = keyof typeof REFUSALS

/** Where a browser keeps the answers of somebody who uses the tool without an account. */
export const ANSWERS_COOKIE = 'saola_answers'
