import { type Actor, files } from '../../base/actor.ts'
import { canonical, type Json } from '../../base/canonical.ts'
import { type Day, dayOf } from '../../base/day.ts'
import { uuidv7 } from '../../base/ids.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Database, Kit } from '../../db/kit.ts'
import { classify, type Judgement } from '../../law/classify.ts'
import { INTERPRETER_VERSION } from '../../law/interpreter.ts'
import type { Facts } from '../../law/rule.ts'
import { RULE_SET } from '../../law/ruleset.ts'
import { keepRuleSet, ruleSetById } from '../statute/actions.ts'
import { sees, unpack } from './rules.ts'
import { ANSWERS_COOKIE, type Assessment, type AssessmentId, type AssessmentLine, type Code } from './schema.ts'
import * as store from './store.ts'

// Another room tells this one what it has published about a question.
export { endNote, putNote, selectNotes as listNotes } from './store.ts'
export { questions } from './rules.ts'

const no = (code: Code, cite?: string) => refuse({ code, ...(cite === undefined ? {} : { cite }) })

/** What the tool answers to these facts under the rules of this release. */
export const judge = (facts: Facts, on: Day): Judgement => classify(RULE_SET, facts, on)

/** Keeps a result as evidence, for the organisation the person may file for, else for themselves. */
export async function keepAssessment(
  kit: Pick<Kit, 'db' | 'now'>,
  actor: Actor,
  facts: Facts,
): Promise<Outcome<AssessmentId>> {
  if (actor.kind !== 'person') return no('assessment.unknown')
  if (facts.screen === undefined) return no('assessment.nothing-answered')
  const now = kit.now()
  const on = dayOf(now)
  const judgement = judge(facts, on)
  // Decree 142 art. 4.3.d: of such a system the portal keeps nothing, not even that somebody asked.
  if (judgement.notice === 'not-accepted') return no('assessment.outside', 'N4.3.d')
  const { acting, account } = actor
  const party = acting !== null && files(actor, acting.party) ? acting.party : null
  const ruleSet = await keepRuleSet(kit.db, now)
  const id = uuidv7(Date.parse(now)) as AssessmentId
  await store.insertAssessment(kit.db, { id, account, party, facts, ruleSet, on, judgement, keptAt: now })
  return done(id)
}

export async function findAssessment(db: Database, id: string, actor: Actor): Promise<Outcome<Assessment>> {
  const found = await store.selectAssessment(db, id)
  return found !== undefined && sees(found, actor) ? done(found) : no('assessment.unknown')
}

export const listAssessments = async (db: Database, actor: Actor): Promise<readonly AssessmentLine[]> =>
  actor.kind === 'person' ? store.selectAssessments(db, actor.account, actor.acting?.party ?? null) : []

/**
 * A kept result judged again under its own rule set. `same`: to the byte what was kept; `cannot`: it was judged by an
 * interpreter this release no longer carries, so the kept judgement stands by itself.
 */
export async function replay(db: Database, kept: Assessment) {
  const rules = await ruleSetById(db, kept.ruleSet)
  if (rules === undefined) throw new Error(`assessment ${kept.id} names a rule set that was never kept`)
  const newer = kept.ruleSet !== RULE_SET.id
  if (rules.interpreter !== INTERPRETER_VERSION) return { rules, newer, result: 'cannot' as const }
  const again = classify(rules, kept.facts, kept.on)
  return { rules, newer, result: bytes(again) === bytes(kept.judgement) ? ('same' as const) : ('other' as const) }
}

const bytes = (judgement: Judgement): string => canonical(judgement as unknown as Json)

/** What this browser last answered in the tool, signed in or not. Nothing of it is believed beyond what the rules ask. */
export const factsFromTool = (asked: { cookie(name: string): string | undefined }): Facts | undefined =>
  unpack(asked.cookie(ANSWERS_COOKIE))
