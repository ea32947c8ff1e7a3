/** A fault whose message is one sentence for the person who runs the portal: shown without a stack. */
export class PlainFault extends Error {}

/** The stable code of an error (`ENOSPC`, `40001`), whoever threw it. Errors are told apart by this, never by their words. */
export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined

/** Why a database could not be reached or entered, in one sentence; the error itself when it is another matter. */
export function reachInWords(url: string, error: unknown): unknown {
  const { host, username, pathname } = new URL(url)
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EHOSTUNREACH':
    case 'ETIMEDOUT':
    case 'EAI_AGAIN':
    case '57P03':
      return new PlainFault(`The database at ${host} does not answer.`)
    case '28P01':
    case '28000':
      return new PlainFault(
        `The database at ${host} refuses ${username} with this password: npm run db:prepare sets it.`,
      )
    case '3D000':
      return new PlainFault(`The server at ${host} has no database ${pathname.slice(1)}.`)
    default:
      return error
  }
}
