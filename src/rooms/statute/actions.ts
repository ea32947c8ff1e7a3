import type { Instant } from '../../base/day.ts'
import type { Database } from '../../db/kit.ts'
import { calendarId } from '../../law/clock.ts'
import { RULE_SET } from '../../law/ruleset.ts'
import { type Calendar, CALENDAR } from '../../law/workingdays.ts'
import type { RuleSetLine } from './schema.ts'
import { allRuleSets, findCalendar, findRuleSet, insertCalendar, insertRuleSet, type KeptRuleSet } from './store.ts'

/** Keeps the present rule set with the first judgement under it, so that the judgement can be replayed for ever. */
export async function keepRuleSet(db: Database, now: Instant): Promise<string> {
  await insertRuleSet(db, RULE_SET, now)
  return RULE_SET.id
}

/** The present rules, or those of an older judgement as they were kept. */
export const ruleSetById = async (db: Database, id: string): Promise<KeptRuleSet | undefined> =>
  id === RULE_SET.id ? RULE_SET : findRuleSet(db, id)

/** Every rule set ever used, the present one first. */
export async function listRuleSets(db: Database): Promise<readonly RuleSetLine[]> {
  const kept = await allRuleSets(db)
  const line = (rules: KeptRuleSet, firstUsed: Instant | null): RuleSetLine => ({
    id: rules.id,
    hash: rules.hash,
    interpreter: rules.interpreter,
    list: rules.list.id,
    firstUsed,
    current: rules.id === RULE_SET.id,
  })
  const present = kept.find(({ rules }) => rules.id === RULE_SET.id)
  return [
    line(RULE_SET, present?.firstUsed ?? null),
    ...kept.filter(({ rules }) => rules.id !== RULE_SET.id).map(({ rules, firstUsed }) => line(rules, firstUsed)),
  ]
}

/** Keeps the calendar of this release before any clock is counted with it: an appeal counts again with the same. */
export const keepCalendar = async (db: Database, now: Instant): Promise<void> =>
  void (await insertCalendar(db, calendarId(CALENDAR), CALENDAR, now))

/** The calendar clocks are counted with now, or an earlier one as it was kept. */
export const calendarById = async (db: Database, id: string): Promise<Calendar | undefined> =>
  id === calendarId(CALENDAR) ? CALENDAR : findCalendar(db, id)
