/** A fault whose message is one sentence for the person who runs the portal: shown without a stack. */
export class PlainFault extends Error {}

/** The stable code of an error (`ENOSPC`, `40001`), whoever threw it. Errors are told apart by this, never by their words. */
export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
