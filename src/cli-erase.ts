import { parseArgs } from 'node:util'
import { readConfig } from './config.ts'
import { PlainFault } from './db/fault.ts'
import { createJournal } from './journal.ts'
import { openPortal, type Portal } from './portal.ts'
import { eraseAgain, finishErasures, sweepTables } from './rooms/erasure/actions.ts'
import { readErasures, returnedErasures } from './rooms/ledger/actions.ts'

export const ERASE_HELP = `  erase finish         take what was erased out of past exports, files and table pages (DATABASE_OWNER_URL)
  erase again          erase once more what the log says was erased, after an older database was restored
    --log FOLDER         the static files of the log (DATA_DIR/log)
`

/** What an operator does about erasures beside the running portal. */
export async function eraseCommand(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { verb, log } = erasing(args)
  const guest = true
  const portal = await openPortal(readConfig(env), createJournal('warn'), guest)
  try {
    await (verb === 'again' ? again(portal, log) : finish(portal, env))
  } finally {
    await portal.close()
  }
}

function erasing(args: readonly string[]): { readonly verb: 'finish' | 'again'; readonly log: string | undefined } {
  const [verb, ...rest] = args
  if (verb === 'finish' && rest.length === 0) return { verb, log: undefined }
  if (verb !== 'again') throw new PlainFault(`erase knows:\n${ERASE_HELP}`)
  try {
    return { verb, log: parseArgs({ args: rest, options: { log: { type: 'string' } } }).values.log }
  } catch (error) {
    // What parseArgs throws is one sentence for who typed it.
    throw error instanceof TypeError ? new PlainFault(error.message) : error
  }
}

async function finish({ kit, embedded }: Portal, env: NodeJS.ProcessEnv): Promise<void> {
  const finished = await finishErasures(kit)
  console.log(`${finished} tombstones reached files and exports now.`)
  const owner = env.DATABASE_OWNER_URL ?? embedded?.url
  if (owner === undefined) throw new PlainFault('Writing the tables anew needs DATABASE_OWNER_URL.')
  const swept = await sweepTables(owner, console.log)
  console.log(swept === 0 ? 'No table is to be written anew.' : `Swept after ${swept} tombstones.`)
}

/** Believed only as far as a key of this log signs for it: nobody erases by putting files into a folder. */
async function again({ kit, logKeys }: Portal, log: string | undefined): Promise<void> {
  const returned = await returnedErasures(kit, await readErasures(log ?? kit.site.log.folder, logKeys.known))
  await eraseAgain(kit, returned, (tombstone, numbers) => {
    console.log(`${tombstone}: erased again under ${numbers.join(', ')}`)
  })
  console.log(
    returned.length === 0
      ? 'Nothing that was erased is in the database again.'
      : 'Run “erase finish” now: exports and table pages follow.',
  )
}
