import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { type ClockRule, type Reckoning, reckon } from '../src/law/clock.ts'
import { CALENDAR } from '../src/law/workingdays.ts'
import { type Asked, type Opinion, oracle, questions } from './clock-oracle.ts'
import { interleave, median, printMachine, printRatio, spread } from './measure.ts'
import { setting } from './portal.ts'

/**
 * Every clock of the act against an oracle that shares no code with it, a million moments of three years in
 * each of three zones of the host; one disagreement, or one byte that differs between the zones, fails. Then how many
 * clocks a second one core reckons, beside a bare addition of days that knows no holiday.
 */
const ZONES = ['UTC', 'Asia/Ho_Chi_Minh', 'America/Los_Angeles']
const MOMENTS = setting('BENCH_ROWS', 1_000_000)
const SEED = setting('BENCH_SEED', 20_260_301)
const ROUNDS = setting('BENCH_ROUNDS', 5)
const SECONDS = setting('BENCH_MS', 1000) / 1000

interface Verdict {
  readonly zone: string
  readonly moments: number
  readonly hash: string
  readonly disagreements: readonly string[]
}

const ruleOf = ({ unit, n }: Asked): ClockRule => ({ [unit]: n }) as unknown as ClockRule

const bare = (r: Reckoning): Opinion => ({
  due: r.due,
  dueDay: r.dueDay,
  firstDay: r.firstDay,
  movedFrom: r.movedFrom,
  skipped: r.skipped.map((s) => s.day).join(),
  provisional: r.provisional.join(),
})

function compare(): Verdict {
  const second = oracle()
  const hash = createHash('sha256')
  const disagreements: string[] = []
  for (const [asked, moment] of questions(MOMENTS, SEED)) {
    const started = new Date(moment).toISOString()
    const ours = JSON.stringify(bare(reckon(ruleOf(asked), started, CALENDAR)))
    const theirs = JSON.stringify(second(asked, moment))
    if (ours !== theirs && disagreements.length < 10)
      disagreements.push(`${asked.n} ${asked.unit} from ${started}: ours ${ours}, oracle ${theirs}`)
    hash.update(ours)
  }
  return { zone: process.env.TZ ?? '', moments: MOMENTS, hash: hash.digest('hex'), disagreements }
}

/** In a process of its own: the zone of a host is set before it starts. */
function compareIn(zone: string): Promise<Verdict> {
  const args = ['--import', 'tsx', import.meta.filename, 'compare']
  const child = spawn(process.execPath, args, {
    env: { ...process.env, TZ: zone },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => said.push(piece))
  return new Promise((done, failed) => {
    child.on('error', failed)
    child.on('close', (status) =>
      status === 0
        ? done(JSON.parse(Buffer.concat(said).toString()) as Verdict)
        : failed(new Error(`${zone} ended with ${status}`)),
    )
  })
}

/** Per second of processor time. */
function rateOf(act: (asked: Asked, moment: number) => unknown): Promise<number> {
  const asked = [...questions(2_000, SEED)]
  const began = process.cpuUsage()
  const until = performance.now() + SECONDS * 1000
  let n = 0
  while (performance.now() < until)
    for (const [what, moment] of asked) {
      act(what, moment)
      n += 1
    }
  const { user, system } = process.cpuUsage(began)
  return Promise.resolve((n * 1e6) / (user + system))
}

if (process.argv[2] === 'compare') console.log(JSON.stringify(compare()))
else {
  await printMachine(`Clocks: ${MOMENTS} moments in each of ${ZONES.length} zones, seed ${SEED}`)
  const verdicts: Verdict[] = []
  const waiting = [...ZONES]
  const worker = async (): Promise<void> => {
    for (let zone = waiting.shift(); zone !== undefined; zone = waiting.shift()) verdicts.push(await compareIn(zone))
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), ZONES.length) }, worker))
  for (const { zone, hash, disagreements } of verdicts) {
    console.log(`  ${zone.padEnd(20)} ${disagreements.length} disagreements, ${hash.slice(0, 16)}`)
    for (const line of disagreements) console.log(`    ${line}`)
  }
  const alike = new Set(verdicts.map((v) => v.hash)).size === 1
  if (!alike) console.log('  the zones do not agree byte for byte')
  if (!alike || verdicts.some((v) => v.disagreements.length > 0)) process.exitCode = 1

  const sides = {
    saola: (asked: Asked, moment: number) => reckon(ruleOf(asked), new Date(moment).toISOString(), CALENDAR),
    addition: ({ n }: Asked, moment: number) => new Date(moment + n * 86_400_000).toISOString(),
  }
  const rates = await interleave(ROUNDS, {
    saola: () => rateOf(sides.saola),
    addition: () => rateOf(sides.addition),
  })
  for (const [name, all] of Object.entries(rates))
    console.log(`  ${name.padEnd(20)} ${spread(all)} per second and core`)
  printRatio('saola / bare addition', median(rates.saola) / median(rates.addition), { least: 0.01 })
}
