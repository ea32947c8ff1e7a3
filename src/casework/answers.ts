import type { ClockRule } from '../law/clock.ts'
import type { Answers } from './schema.ts'

/** One answer as text; nothing where it was left out. */
export const textOf = (answers: Answers, key: string): string | undefined => {
  const answer = answers[key]
  return typeof answer === 'string' && answer.trim() !== '' ? answer : undefined
}

/** One answer as a number; nothing where it was left out. */
export const numberOf = (answers: Answers, key: string): number | undefined => {
  const answer = answers[key]
  return typeof answer === 'number' ? answer : undefined
}

/** What was chosen of several; empty where nothing was. */
export const listOf = (answers: Answers, key: string): readonly string[] => {
  const answer = answers[key]
  return Array.isArray(answer) ? (answer as readonly string[]) : []
}

/** A time that was answered as a number and its unit, as a rule a clock can count. */
export function termOf(answers: Answers, unit = 'termUnit', term = 'term'): ClockRule | undefined {
  const n = numberOf(answers, term)
  if (n === undefined || n < 1) return undefined
  switch (answers[unit]) {
    case 'hours':
      return { hours: n }
    case 'days':
      return { days: n }
    case 'workingDays':
      return { workingDays: n }
    default:
      return undefined
  }
}
