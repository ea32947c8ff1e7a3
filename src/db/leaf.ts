import { createHash, randomBytes } from 'node:crypto'
import { canonical, type Json } from '../base/canonical.ts'
import type { Instant } from '../base/day.ts'
import { uuidv7 } from '../base/ids.ts'
import type { Database } from './kit.ts'

export interface LeafAct {
  /** `system.notified`: the room and the past fact. */
  readonly type: string
  /** AI-ID or number, never a name. */
  readonly subject: string
  readonly at: Instant
  readonly ruleSet?: string
  /** What the leaf commits to without showing it. A group is opened as a whole, so keep what is opened apart, apart. */
  readonly groups: Readonly<Record<string, Json>>
}

/** sha256(salt ‖ canonical(value)) as 64 hex digits. The salt keeps short values from being guessed. */
export const commitment = (salt: string, value: Json): string =>
  createHash('sha256').update(Buffer.from(salt, 'base64url')).update(canonical(value)).digest('hex')

const body = (act: LeafAct, salts: Readonly<Record<string, string>>): Json => ({
  type: act.type,
  subject: act.subject,
  at: act.at,
  ...(act.ruleSet === undefined ? {} : { ruleSet: act.ruleSet }),
  groups: Object.fromEntries(
    Object.entries(act.groups).map(([name, value]) => [name, commitment(salts[name] ?? '', value)]),
  ),
})

/**
 * Puts an act into the log, in the transaction of the act. The leaf shows only what kind of act, on what and when;
 * the rest are commitments. Store the salts beside the values: without them nobody can open the leaf later.
 */
export async function addLeaf(db: Database, act: LeafAct): Promise<{ leaf: string; salts: Record<string, string> }> {
  const leaf = uuidv7()
  const salts = Object.fromEntries(Object.keys(act.groups).map((name) => [name, randomBytes(32).toString('base64url')]))
  await db
    .insertInto('log_leaf')
    .values({ id: leaf, at: act.at, body: Buffer.from(canonical(body(act, salts))) })
    .execute()
  return { leaf, salts }
}
