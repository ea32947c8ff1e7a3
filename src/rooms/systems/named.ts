import { textOf } from '../../casework/answers.ts'
import type { Answers, CaseFile } from '../../casework/schema.ts'
import type { Database } from '../../db/kit.ts'
import { portalScheme } from './ai-id.ts'
import type { System } from './schema.ts'
import { findByAiId } from './store.ts'

/** The AI-ID a file names, in its one spelling, however it was typed. */
export const aiIdOf = (answers: Answers): string | undefined => portalScheme.parse(textOf(answers, 'aiId') ?? '')

/** The system a file names; nothing where it names none or one that is not in the register. */
export const systemOf = async (db: Database, { answers }: Pick<CaseFile, 'answers'>): Promise<System | undefined> => {
  const aiId = aiIdOf(answers)
  return aiId === undefined ? undefined : findByAiId(db, aiId)
}
