import { type Selectable, sql } from 'kysely'
import type { AccountId, PartyId } from '../../base/actor.ts'
import type { Day, Instant } from '../../base/day.ts'
import { json } from '../../db/json.ts'
import type { Database } from '../../db/kit.ts'
import type { Tables } from '../../db/tables.ts'
import type { Judgement, Level } from '../../law/classify.ts'
import type { Facts } from '../../law/rule.ts'
import { type Assessment, AssessmentId, type AssessmentLine, type ToolNote } from './schema.ts'

export const insertAssessment = (db: Database, a: Assessment) =>
  db
    .insertInto('assessment')
    .values({
      id: a.id,
      account: a.account,
      party: a.party,
      system: null,
      facts: json(a.facts),
      rule_set: a.ruleSet,
      on_day: a.on,
      judgement: json(a.judgement),
      kept_at: a.keptAt,
    })
    .execute()

export async function selectAssessment(db: Database, id: string): Promise<Assessment | undefined> {
  if (!AssessmentId.safeParse(id).success) return undefined
  const row = await db.selectFrom('assessment').selectAll().where('id', '=', id).executeTakeFirst()
  return row && read(row)
}

// Written by `insertAssessment` alone and never changed: the table may be appended to, no more.
const read = (row: Selectable<Tables['assessment']>): Assessment => ({
  id: row.id as AssessmentId,
  account: row.account as AccountId,
  party: row.party as PartyId | null,
  facts: row.facts as unknown as Facts,
  ruleSet: row.rule_set,
  on: row.on_day as Day,
  judgement: row.judgement as unknown as Judgement,
  keptAt: row.kept_at,
})

/** Those a person kept for themselves and those of the organisation they act for, newest first. */
export async function selectAssessments(
  db: Database,
  account: AccountId,
  party: PartyId | null,
): Promise<readonly AssessmentLine[]> {
  const rows = await db
    .selectFrom('assessment')
    .select(['id', 'on_day', 'kept_at', 'party', sql<Level>`judgement->>'level'`.as('level')])
    .where((e) =>
      e.or([
        e.and([e('account', '=', account), e('party', 'is', null)]),
        ...(party === null ? [] : [e('party', '=', party)]),
      ]),
    )
    .orderBy('kept_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id as AssessmentId,
    on: row.on_day as Day,
    keptAt: row.kept_at,
    party: row.party as PartyId | null,
    level: row.level,
  }))
}

/** Published again, it replaces what stood there; withdrawn, it ends. */
export const putNote = (db: Database, { number, ...note }: ToolNote) =>
  db
    .insertInto('tool_note')
    .values({ number, ...note })
    .onConflict((c) => c.column('number').doUpdateSet({ ...note, ended_at: null }))
    .execute()

export const endNote = (db: Database, number: string, at: Instant) =>
  db.updateTable('tool_note').set({ ended_at: at }).where('number', '=', number).execute()

/** What was published about a question, newest first. */
export const selectNotes = (db: Database, question: string): Promise<ToolNote[]> =>
  db
    .selectFrom('tool_note')
    .select(['number', 'question', 'asked', 'answered', 'at'])
    .where('question', '=', question)
    .where('ended_at', 'is', null)
    .orderBy('at', 'desc')
    .limit(20)
    .execute()
