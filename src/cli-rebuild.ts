import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CannotLook, trustFrom } from './cli-verify.ts'
import { CannotRebuild, rebuild } from './rooms/ledger/rebuild.ts'

export const REBUILD_HELP = `  rebuild FOLDER       rebuild the public register from an edition of the open data and the log alone
    --log FOLDER         the static files of the log, as below /log/ (FOLDER/log)
    --out FOLDER         where the rebuilt files go (FOLDER/rebuilt)
    --policy FILE        whom to trust, and --keys FILE, as for verify (FOLDER/log/policy)
                         (exit code 0: byte-equal and proven, 1: not, 2: could not)
`

/** What an outsider does with what anybody may download. Gives the exit code. */
export async function rebuildCommand(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<number> {
  try {
    const { folder, ...given } = rebuildOptions(args)
    const log = given.log ?? join(folder, 'log')
    const beside = join(log, 'policy')
    const policy = given.policy ?? (existsSync(beside) ? beside : undefined)
    const trust = trustFrom(policy, given.keys, env.DATA_DIR ?? 'data')
    let [wrong, erased] = [0, 0]
    const { size, systems, events, equal } = await rebuild({
      ...{ folder, log, out: given.out ?? join(folder, 'rebuilt'), trust },
      told({ kind, where, says }) {
        if (kind === 'wrong') wrong += 1
        if (kind === 'erased') erased += 1
        say(`${kind}: ${where}: ${says}`)
      },
    })
    say(`Rebuilt ${systems} systems and ${events} steps of their history from ${size} entries of the log.`)
    if (erased > 0) say(`In ${erased} rows personal data was erased lawfully, as the log itself records.`)
    say(
      equal
        ? 'They are the published files, byte for byte.'
        : 'They are not the published files; see what is named above.',
    )
    return equal && wrong === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof CannotLook) && !(error instanceof CannotRebuild)) throw error
    say(error.message)
    return 2
  }
}

function rebuildOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        log: { type: 'string' },
        out: { type: 'string' },
        policy: { type: 'string' },
        keys: { type: 'string' },
      },
    })
    const [folder, more] = positionals
    if (folder === undefined || more !== undefined) throw new CannotLook('rebuild needs one folder.')
    return { ...values, folder }
  } catch (error) {
    // What parseArgs throws is one sentence for who typed it.
    throw error instanceof TypeError ? new CannotLook(error.message) : error
  }
}
