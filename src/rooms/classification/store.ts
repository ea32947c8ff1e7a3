import { sql } from 'kysely'
import type { Judgement } from '../../law/classify.ts'
import { json } from '../../db/json.ts'
import type { Database } from '../../db/kit.ts'
import type { SystemId } from '../systems/schema.ts'
import { type Channel, type Declared, type Notice, Receipt } from './schema.ts'

export async function nextNumber(db: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`select nextval('notice_number') as n`.execute(db)
  return rows[0]?.n ?? 0
}

/** The notice with its receipt; row, event and leaf of the system stand in the same transaction already. */
export async function insertNotice(
  db: Database,
  n: Notice,
  judgement: Judgement | undefined,
  by: string,
): Promise<void> {
  await db
    .insertInto('notice')
    .values({
      number: n.number,
      system: n.system,
      kind: n.kind,
      channel: n.channel,
      received_at: n.receivedAt,
      recorded_at: n.recordedAt,
      level: n.receipt.level,
      dossier_version: n.receipt.dossierVersion,
      dossier_hash: n.receipt.dossierHash,
      declared: json(n.declared),
      rule_set: judgement?.ruleSet ?? null,
      judgement: json(judgement),
      differs: n.declared.difference !== null,
      by,
      receipt: json(n.receipt),
      jws: n.jws,
    })
    .execute()
}

const COLUMNS = [
  'number',
  'system',
  'kind',
  'channel',
  'received_at',
  'recorded_at',
  'declared',
  'receipt',
  'jws',
] as const

interface Row {
  number: string
  system: string
  kind: string
  channel: string
  received_at: string
  recorded_at: string
  declared: unknown
  receipt: unknown
  jws: string
}

const asNotice = (r: Row): Notice => ({
  number: r.number,
  system: r.system as SystemId,
  kind: r.kind as Notice['kind'],
  channel: r.channel as Channel,
  receivedAt: r.received_at,
  recordedAt: r.recorded_at,
  declared: r.declared as Declared,
  receipt: Receipt.parse(r.receipt),
  jws: r.jws,
})

export async function findNotice(db: Database, number: string): Promise<Notice | undefined> {
  const row = await db.selectFrom('notice').select(COLUMNS).where('number', '=', number).executeTakeFirst()
  return row && asNotice(row)
}

/** The notices of a system, newest first; at most 100. */
export async function listNotices(db: Database, system: SystemId): Promise<Notice[]> {
  const rows = await db
    .selectFrom('notice')
    .select(COLUMNS)
    .where('system', '=', system)
    .orderBy('recorded_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(asNotice)
}
