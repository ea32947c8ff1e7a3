import { refuse, type Outcome } from '../base/outcome.ts'

/**
 * Every way in which a text or file of the log can fail to have its form. Stable and translatable, like any refusal.
 * What has no form proves nothing, neither for nor against anyone.
 */
export const MALFORMED = [
  ...['log.note-too-long', 'log.note-characters', 'log.note-end', 'log.note-unsigned', 'log.note-signature-line'],
  ...['log.key-form', 'log.key-name', 'log.key-algorithm', 'log.key-id'],
  ...['log.checkpoint-lines', 'log.checkpoint-size', 'log.checkpoint-root'],
  ...['log.proof-header', 'log.proof-extra', 'log.proof-index', 'log.proof-path'],
  ...['log.request-old-size', 'log.request-path'],
  ...['log.tile-length', 'log.bundle-length'],
  ...['log.policy-characters', 'log.policy-line', 'log.policy-key', 'log.policy-name', 'log.policy-twice'],
  ...['log.policy-quorum'],
  ...['log.evidence-too-long', 'log.evidence-extra', 'log.evidence-entry', 'log.evidence-opened', 'log.evidence-jws'],
  ...['log.evidence-erased', 'log.evidence-keys', 'log.keys-form'],
] as const
export type Malformed = (typeof MALFORMED)[number]

export const malformed = (code: Malformed, facts?: Readonly<Record<string, string>>): Outcome<never> =>
  refuse(facts === undefined ? { code } : { code, facts })
