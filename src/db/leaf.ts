import { hash, randomBytes } from 'node:crypto'
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
  /** Of an act of erasing: what it erased, by address and in clear. */
  readonly erases?: Erases
}

/** What an act of erasing took away (docs/log.md): never a value. */
export interface Erases {
  /** Number of the tombstone. */
  readonly tombstone: string
  /** Fields of a dossier that were chosen; none where all that was said went. */
  readonly fields: readonly string[]
  /** Hash of the entry that committed to it (RFC 6962, hex), group, and the commitment to what was left of it. */
  readonly groups: readonly (readonly [entry: string, group: string, kept?: string])[]
}

/** sha256(salt ‖ canonical(value)) as 64 hex digits. The salt keeps short values from being guessed. */
export const commitment = (salt: string, value: Json): string =>
  hash('sha256', Buffer.concat([Buffer.from(salt, 'base64url'), Buffer.from(canonical(value))]), 'hex')

/** 32 random bytes as base64url. */
export const freshSalt = (): string => randomBytes(32).toString('base64url')

const body = (act: LeafAct, salts: Readonly<Record<string, string>>): Json => ({
  type: act.type,
  subject: act.subject,
  at: act.at,
  ...(act.ruleSet === undefined ? {} : { ruleSet: act.ruleSet }),
  ...(act.erases === undefined ? {} : { erases: act.erases as unknown as Json }),
  groups: Object.fromEntries(
    Object.entries(act.groups).map(([name, value]) => [name, commitment(salts[name] ?? '', value)]),
  ),
})

/** A leaf ready to be written, and the salts that open it. */
export interface MadeLeaf {
  readonly row: { readonly id: string; readonly at: Instant; readonly body: Buffer }
  readonly salts: Readonly<Record<string, string>>
}

/**
 * The leaf of an act: it shows only what kind of act, on what and when; the rest are commitments. Store the salts
 * beside the values: without them nobody can open the leaf later.
 */
export function makeLeaf(act: LeafAct): MadeLeaf {
  const salts = Object.fromEntries(Object.keys(act.groups).map((name) => [name, freshSalt()]))
  return { row: { id: uuidv7(), at: act.at, body: Buffer.from(canonical(body(act, salts))) }, salts }
}

/** Puts leaves into the log, in the transaction of their acts. */
export async function addLeaves(db: Database, leaves: readonly MadeLeaf[]): Promise<void> {
  if (leaves.length === 0) return
  const rows = leaves.map(({ row }) => row)
  await db.insertInto('log_leaf').values(rows).execute()
}

/** One act, one leaf. */
export async function addLeaf(db: Database, act: LeafAct): Promise<{ leaf: string; salts: Record<string, string> }> {
  const made = makeLeaf(act)
  await addLeaves(db, [made])
  return { leaf: made.row.id, salts: { ...made.salts } }
}
