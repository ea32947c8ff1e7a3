import { loadavg } from 'node:os'
import { away } from './away.ts'
import { clockBack } from './clock.ts'
import { diskFull } from './disk.ts'
import { jobsOfTheDead } from './jobs.ts'
import { killed } from './killed.ts'
import { injected, tampered } from './log.ts'
import { mailsOfTheDead } from './mails.ts'
import type { Told } from './world.ts'

/**
 * `npm run fault`: what `npm test` has no time for. After each fault everything acknowledged must be there once and
 * whole. FAULT_ROUNDS, FAULT_ACKNOWLEDGEMENTS and FAULT_SEED change `killed`, FAULT_DEATHS `mails`, FAULT_JOB_DEATHS
 * `jobs`;
 * FAULT_ONLY names one.
 */
const setting = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise)
const rounds = setting('FAULT_ROUNDS', 20)
const wanted = setting('FAULT_ACKNOWLEDGEMENTS', rounds * 1000)
const seed = setting('FAULT_SEED', 20_261_122)

const FAULTS: Readonly<Record<string, () => Promise<Told | string>>> = {
  away: () => away(setting('FAULT_AWAY_SECONDS', 60)),
  disk: diskFull,
  clock: clockBack,
  jobs: () => jobsOfTheDead(setting('FAULT_JOB_DEATHS', 20), seed),
  mails: () => mailsOfTheDead(setting('FAULT_DEATHS', 100), seed),
  tampered: () =>
    tampered(setting('FAULT_FLIPS', 1000), setting('FAULT_CHANGES', 500), setting('FAULT_CLEAN', 100), seed),
  injected: () => injected(setting('FAULT_INJECTIONS', 1000)),
  killed: () => killed(rounds, wanted, seed, 9 * 60_000),
}

const only = process.env.FAULT_ONLY
console.log(`seed ${seed}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`)
let failed = false
for (const [name, bring] of Object.entries(FAULTS)) {
  if (only !== undefined && only !== name) continue
  const began = performance.now()
  const told = await bring().catch(
    (error: unknown): Told => ({ fault: name, acknowledged: 0, wrong: [String(error)], remarks: [] }),
  )
  const seconds = Math.round((performance.now() - began) / 1000)
  if (typeof told === 'string') console.log(`- ${name}: skipped: ${told}`)
  else {
    failed ||= told.wrong.length > 0
    const verdict = told.wrong.length === 0 ? 'all there once and whole' : 'WRONG'
    console.log(`- ${told.fault} | ${told.acknowledged} acknowledged | ${verdict} | ${seconds} s`)
    for (const line of [...told.wrong, ...told.remarks]) console.log(`    ${line}`)
  }
}
process.exit(failed ? 1 : 0)
