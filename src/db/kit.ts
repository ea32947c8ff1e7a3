import type { KeyObject } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Instant } from '../base/day.ts'
import type { Json } from '../base/canonical.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

/** Signs receipts as compact JWS (RFC 7515, EdDSA) and names its key. */
export interface Signer {
  readonly kid: string
  sign(payload: Json): Promise<string>
  /** Every public key ever used, newest first, as a JWK set (RFC 7517). */
  publicKeys(): { readonly keys: readonly Json[] }
}

/** What a certificate for marks is to say. */
export interface LeafRequest {
  readonly publicKey: KeyObject
  /** Two letters (ISO 3166). */
  readonly country: string
  readonly organisation: string
  readonly aiId: string
  readonly from: Instant
  readonly to: Instant
  /** Where the list of revoked ones is, as an address. */
  readonly revocations: string
}

/** Says under its own signature that something was there at a moment (RFC 3161). Certificate and answers are DER. */
export interface Stamper {
  /** Under the root of the authority. */
  readonly certificate: Uint8Array
  /** Under what terms it stamps: the number of the policy that stands in every token. */
  readonly policy: string
  /** When it may stamp: from the first moment, before the second. */
  readonly from: Instant
  readonly to: Instant
  /** A token over a SHA-256, at a moment in whole seconds. Does not look at `from` and `to`. */
  stamp(hash: Uint8Array, at: Instant): Uint8Array
  /** The answer to a query, whatever it holds: what cannot be stamped is refused within it. */
  answer(query: Uint8Array, at: Instant): Uint8Array
}

/**
 * Issues the certificates that marks are signed with (Decree art. 17). A technical mark: nobody is identified by it as
 * by a public digital signature. Certificates are DER.
 */
export interface Authority {
  readonly root: Uint8Array
  readonly issuer: Uint8Array
  /** Absent where no certificate for time stamps was set up: marks then carry none. */
  readonly stamper?: Stamper
  issue(leaf: LeafRequest): Uint8Array
  /** The signed list of revoked leaves; `reason` as RFC 5280, 5.3.1 counts. */
  revocations(
    revoked: readonly { readonly serial: string; readonly at: Instant; readonly reason: number }[],
    at: Instant,
  ): Uint8Array
}

/**
 * What a verb needs and we do not own: the database, the clock, the keys, and where the portal lives.
 * `db` is the one transaction of the request when something is written (opened at the rim, see `web/server.ts`):
 * whatever a verb writes, events and log leaves and mails included, stands or falls together.
 */
export interface Kit {
  readonly db: Database
  /** The register's own eyes: a role that may read the public views and nothing else (migrations/0005). */
  readonly reader: Database
  now(): Instant
  readonly keys: Signer
  /** Absent where no issuer of certificates for marks was set up. */
  readonly authority?: Authority
  readonly site: Site
}

export interface Site {
  /** Without a slash at the end. */
  readonly url: string
  /** Receipts of the evaluation mode have no legal value and say so. */
  readonly mode: 'evaluation' | 'production'
  /** Sealing key for what must be readable again (TOTP secrets, cursors): 32 bytes. */
  readonly secret: Uint8Array
  /** Where attachments lie. */
  readonly files: string
  /** Open data: the folder its editions lie in, in whose name, and for how many days each stays. */
  /** Roots of the trust list of C2PA as PEM, where the operator has installed it. */
  readonly c2paRoots?: string
  readonly openData: { readonly folder: string; readonly publisher: string; readonly days: number }
  /** Erasing personal data: on which ground, and after how many days the last backup that still holds it is destroyed. */
  readonly erasing: { readonly ground: string; readonly backupDays: number }
  /** Where files to try the check of marks with lie; in the made-up world only. */
  readonly samples?: string
  /** Signing in bulk: for how many hours a job is kept after the last thing that happened in it. */
  readonly markJobs: { readonly hours: number }
  /** The log of acts: its name, and the folder its files are published from. */
  readonly log: { readonly origin: string; readonly folder: string }
}
