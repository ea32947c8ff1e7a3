import { actorId } from '../base/actor.ts'
import { done, type Outcome } from '../base/outcome.ts'
import { seal, unseal } from '../base/seal.ts'
import { sees, sideOf } from './flow.ts'
import { type Acting, no, type Office, seatOf } from './office.ts'
import type { CaseFile } from './schema.ts'
import * as store from './store.ts'

export const purposeOf = (file: Pick<CaseFile, 'number'>, key: string): string => `case ${file.number} ${key}`

export const secretOf = ({ site }: Acting, file: CaseFile, key: string, words: string) => ({
  key,
  sealed: seal(site.secret, purposeOf(file, key), words),
  hint: `${'•'.repeat(Math.max(3, words.length - 3))}${words.slice(-3)}`,
})

/** Opens one secret for one reader, and notes who read it: the party sees the note. */
export async function readSecret(asked: Acting, office: Office, number: string, key: string): Promise<Outcome<string>> {
  const file = await store.findFile(asked.db, office.procedure.id, number)
  if (file === undefined || !sees(file, asked.actor) || sideOf(file, asked.actor) === 'copy') return no('case.unknown')
  const found = await store.findSecret(asked.db, file.id, key)
  const words = found && unseal(asked.site.secret, purposeOf(file, key), found.sealed)
  if (words === undefined) return no('case.unknown')
  if (file.served !== null)
    await office.people.noteAccess(asked.db, {
      ...{ by: actorId(asked.actor), unit: seatOf(asked.actor), party: file.party },
      ...{ object: `${number} ${key}`, at: asked.now() },
    })
  return done(words)
}
