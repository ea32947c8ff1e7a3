import { readConfig } from './config.ts'
import { PlainFault } from './db/fault.ts'
import { createJournal } from './journal.ts'
import { openPortal } from './portal.ts'
import { finishErasures, sweepTables } from './rooms/erasure/actions.ts'

export const ERASE_HELP = `  erase finish         take what was erased out of past exports, files and table pages (DATABASE_OWNER_URL)
`

/** What an operator does about erasures beside the running portal. */
export async function eraseCommand(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  if (args[0] !== 'finish' || args.length > 1) throw new PlainFault(`erase knows:\n${ERASE_HELP}`)
  const guest = true
  const portal = await openPortal(readConfig(env), createJournal('warn'), guest)
  try {
    const finished = await finishErasures(portal.kit)
    console.log(`${finished} tombstones reached files and exports now.`)
    const owner = env.DATABASE_OWNER_URL ?? portal.embedded?.url
    if (owner === undefined) throw new PlainFault('Writing the tables anew needs DATABASE_OWNER_URL.')
    const swept = await sweepTables(owner, console.log)
    console.log(swept === 0 ? 'No table is to be written anew.' : `Swept after ${swept} tombstones.`)
  } finally {
    await portal.close()
  }
}
