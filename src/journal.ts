import { type Logger, pino } from 'pino'
import { codeOf } from './db/fault.ts'

export type Journal = Logger

/**
 * Structured logs without personal data: method, route name, status, duration, request id. Never a query, a body, an
 * address or a name. An error of the database is told by its code and place: its words may quote a value.
 */
export function createJournal(level: string): Journal {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } })
}

export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
  const told = { type: error.name, code: codeOf(error), frames }
  if (!fromDatabase(error)) return { ...told, message: error.message }
  return { ...told, constraint: error.constraint, table: error.table }
}

type DatabaseFault = Error & { severity: string; constraint?: string; table?: string }
const fromDatabase = (error: Error): error is DatabaseFault => 'severity' in error && 'routine' in error
