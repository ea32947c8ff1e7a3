import type { Instant } from '../../base/day.ts'
import { json } from '../../db/json.ts'
import type { Database } from '../../db/kit.ts'
import type { RuleSet } from '../../law/rules.ts'
import type { Calendar } from '../../law/workingdays.ts'

export type KeptRuleSet = RuleSet & { readonly hash: string }

/** The first judgement under a rule set keeps it; every later one finds it there. */
export const insertRuleSet = (db: Database, rules: KeptRuleSet, now: Instant) =>
  db
    .insertInto('rule_set')
    .values({ id: rules.id, body: json(rules), first_used: now })
    .onConflict((c) => c.column('id').doNothing())
    .execute()

export async function findRuleSet(db: Database, id: string): Promise<KeptRuleSet | undefined> {
  const row = await db.selectFrom('rule_set').select('body').where('id', '=', id).executeTakeFirst()
  // Written by `insertRuleSet` alone and never changed: the table may be appended to, no more.
  return row && (row.body as unknown as KeptRuleSet)
}

/** Newest first. A law changes a few times a year, so all of them are few. */
export async function allRuleSets(db: Database): Promise<readonly { rules: KeptRuleSet; firstUsed: Instant }[]> {
  const rows = await db.selectFrom('rule_set').selectAll().orderBy('first_used', 'desc').limit(200).execute()
  return rows.map((row) => ({ rules: row.body as unknown as KeptRuleSet, firstUsed: row.first_used }))
}

export const insertCalendar = (db: Database, id: string, calendar: Calendar, now: Instant) =>
  db
    .insertInto('calendar')
    .values({ id, body: json(calendar), first_used: now })
    .onConflict((c) => c.column('id').doNothing())
    .execute()

export async function findCalendar(db: Database, id: string): Promise<Calendar | undefined> {
  const row = await db.selectFrom('calendar').select('body').where('id', '=', id).executeTakeFirst()
  // Written by `insertCalendar` alone and never changed.
  return row && (row.body as unknown as Calendar)
}
