import { DATA_SETS } from '../src/app.tsx'
import { readConfig } from '../src/config.ts'
import { createJournal } from '../src/journal.ts'
import { openPortal } from '../src/portal.ts'
import { exportData } from '../src/rooms/register/actions.ts'
import { memoryOf } from './measure.ts'

/** One export in a process that holds the whole portal, as at night, and what it took: a line of JSON. */
const guest = true
const portal = await openPortal(readConfig(process.env), createJournal('warn'), guest)
try {
  // A small one first: compiled code and connections belong to the idle portal.
  await portal.kit.reader.selectFrom('term').select('term').limit(1).execute()
  await new Promise((resume) => setTimeout(resume, 3000))
  const idle = memoryOf(process.pid).now
  const began = performance.now()
  const outcome = await exportData(portal.kit, DATA_SETS)
  const seconds = (performance.now() - began) / 1000
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  const { sets, files } = outcome.value
  const sizes = files.map(({ name, size }) => ({ name, size }))
  console.log(JSON.stringify({ seconds, idle, peak: memoryOf(process.pid).peak, sets, sizes }))
} finally {
  await portal.close()
}
