import { z } from 'zod'
import type { Sort } from '../../base/outcome.ts'
import { PlainFault } from '../../db/fault.ts'
import type { Kit } from '../../db/kit.ts'
import type { LogKey, Signer } from '../../log/key.ts'
import type { Policy } from '../../log/policy.ts'

/** What the room needs of the kit: no request stands behind most of its work. */
export type Desk = Pick<Kit, 'db' | 'now' | 'site'>

/**
 * Every deed of one append that touches something outside memory, in the order of the story. Tests break before and
 * after each: failed and not stored, failed but stored.
 */
export const DEEDS = [
  ...['claim', 'take', 'stage-write', 'stage-rename', 'sign', 'swap'],
  ...['entries-write', 'entries-rename', 'hashes-write', 'hashes-rename', 'checkpoint-write', 'checkpoint-rename'],
  ...['tidy-partials', 'tidy-stage'],
] as const
export type Deed = (typeof DEEDS)[number]
export type Moment = 'before' | 'after'

/** Who writes the log: one process at a time, by its lease. */
export interface Ledger {
  readonly desk: Desk
  /** Newest first; every head is signed by all of them. */
  readonly signers: readonly Signer<LogKey['type']>[]
  /** Every key that ever signed. */
  readonly known: readonly LogKey[]
  /** Names this process in the lease. */
  readonly holder: string
  readonly leaseSeconds?: number
  /** Most leaves of one head. */
  readonly batch?: number
  /** Tests break here. */
  readonly fault?: (deed: Deed, moment: Moment) => void | Promise<void>
}

export interface LedgerKeys {
  readonly signers: Ledger['signers']
  readonly known: Ledger['known']
  readonly policy?: Policy
}

/** The log is not signed any further until a person has looked: each refusal says what to do. */
export class LedgerRefuses extends PlainFault {
  constructor(
    readonly why: 'database-older' | 'other-head' | 'rows-differ' | 'head-moved' | 'checkpoint-strange' | 'no-key',
    message: string,
  ) {
    super(message)
  }
}

/** The head as the database keeps it: what is signed, whether or not its files are published yet. */
export interface Head {
  readonly size: number
  /** Base 64. */
  readonly root: string
  /** The checkpoint with the log's own signatures. */
  readonly note: string
  readonly signedAt: string
  /** The last checkpoint with enough cosignatures, if there was one. */
  readonly witnessed: string | null
}

export interface WitnessLine {
  /** `name+id`. */
  readonly key: string
  readonly size: number
  readonly line: string | null
  readonly at: string
  readonly problem: string | null
}

export const HeadView = z.strictObject({
  origin: z.string(),
  size: z.int().nonnegative(),
  root: z.string(),
  signedAt: z.string(),
  checkpoint: z.string(),
  keys: z.array(z.string()).readonly(),
})
export type HeadView = z.infer<typeof HeadView>

export const REFUSALS = { 'ledger.not-begun': 'absent' } as const satisfies Record<string, Sort>
export type Code = keyof typeof REFUSALS

/** What fsck found, in one plain sentence and where. */
export interface Finding {
  /** `returned`: erased under a tombstone of the log, and in the database again. */
  readonly kind: 'missing' | 'extra' | 'altered' | 'reordered' | 'unproven' | 'returned'
  /** A file of the log, a row of a table, a document. */
  readonly where: string
  readonly says: string
}
