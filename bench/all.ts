import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** `npm run bench`: one figure after the other, so that none disturbs another. */
const FIGURES = [
  'classify',
  'clocks',
  'notices',
  'incident',
  'orders',
  'record',
  'search',
  'import',
  'open-data',
  'log',
  'verify',
  'memory',
]

const failed = FIGURES.filter((name) => {
  const args = ['--import', 'tsx', join(import.meta.dirname, `${name}.ts`)]
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0
})
if (failed.length > 0) {
  console.error(`not measured: ${failed.join(', ')}`)
  process.exitCode = 1
}
