import type { Code } from './schema.ts'

/**
 * A file that cannot be taken as it is. Thrown deep inside a stream, where there is no answer to return, and turned
 * into a refusal at the one place that reads files (`reading.ts`).
 */
export class Unreadable extends Error {
  readonly refusal: Code
  readonly facts: Readonly<Record<string, string>>
  constructor(refusal: Code, facts: Readonly<Record<string, string>> = {}) {
    super(refusal)
    this.refusal = refusal
    this.facts = facts
  }
}
