import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `npm run bench`: one figure after the other, so that none disturbs another. `npm run bench -- log search` measures
 * these only; `npm run bench -- short` whether each of them still runs, in figures that mean nothing.
 */
const FIRST = ['classify', 'clocks', 'notices', 'incident', 'orders', 'record', 'search', 'import']
/** What the figures use; everything else in this folder is a figure. */
const TOOLS = ['again', 'all', 'bare-handler', 'clock-oracle', 'export-once', 'measure', 'portal', 'register']

const SHORT = {
  ...{ BENCH_ROUNDS: '1', BENCH_MS: '300', BENCH_ROWS: '1000', BENCH_WALKS: '60', BENCH_LEAVES: '2000' },
  ...{ BENCH_SECONDS: '3', BENCH_NOTICES: '10', BENCH_IN_A_ROW: '5', BENCH_ORDERS: '5' },
  ...{ BENCH_IMAGES: '6', BENCH_SIDE: '256' },
}

const here = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
  .filter((name) => !TOOLS.includes(name))
const figures = [...FIRST, ...here.filter((name) => !FIRST.includes(name))]

const asked = process.argv.slice(2)
const short = asked.includes('short')
const wanted = asked.filter((name) => name !== 'short')
const unknown = wanted.filter((name) => !figures.includes(name))
if (unknown.length > 0) {
  console.error(`no such figure: ${unknown.join(', ')}; there are ${figures.join(', ')}`)
  process.exit(2)
}

const failed = figures
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .filter((name) => {
    const args = ['--import', 'tsx', join(import.meta.dirname, `${name}.ts`)]
    const env = { ...(short ? SHORT : {}), ...process.env }
    const began = performance.now()
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env })
    console.log(`  (${name}: ${Math.round((performance.now() - began) / 1000)} s)`)
    return status !== 0
  })
if (failed.length > 0) {
  console.error(`not measured, or wrong: ${failed.join(', ')}`)
  process.exitCode = 1
}
