import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { MarkingEngine } from '../../src/mark/marking.ts'
import { compiledEngine, startEngine } from '../../src/rooms/marks/engine.ts'
import { asLines, claimsOf, Orderer } from '../mark-claims.ts'
import { freePort, launchPortal, serverPid, until } from '../portal.ts'
import { apiKeyOf, dice, few, folder, ownerPool, pause, type Told, Undo } from './world.ts'

/** Claims the made-up world has left of the day's share: its sample took one. */
const CLAIMS = 19_000

/**
 * Node, PostgreSQL or both killed while a job of bulk signing is under way. At the end each line must have its one
 * signature, and the day must count as many as there are lines.
 */
export async function jobsOfTheDead(deaths: number, seed: number): Promise<Told> {
  const undo = new Undo()
  const random = dice(seed)
  try {
    const dataDir = join(folder(undo), 'data')
    const port = await freePort()
    let portal = await launchPortal(undo, dataDir, port)
    let owner = ownerPool(dataDir)
    const { rows } = await owner.query<{ ai_id: string; signed: number }>(
      `select ai_id, coalesce((select sum(signed) from mark_day), 0)::int as signed from mark_certificate limit 1`,
    )
    await owner.end()
    const [{ ai_id: aiId, signed: before } = { ai_id: '', signed: 0 }] = rows
    const engine = (await startEngine(compiledEngine())) as unknown as MarkingEngine
    const body = asLines(await claimsOf(engine, aiId, CLAIMS))
    const orderer = new Orderer(portal.url, apiKeyOf(dataDir))
    const id = await orderer.order(aiId, body, randomUUID())
    const reached: number[] = []
    for (let n = 0; n < deaths; n += 1) {
      await pause(random() * 800)
      const victim = (['node', 'postgres', 'both'] as const)[Math.floor(random() * 3)]
      if (victim !== 'node') process.kill(serverPid(dataDir), 'SIGKILL')
      if (victim !== 'postgres') {
        await portal.kill()
        portal = await launchPortal(undo, dataDir, port)
      }
      await until(async () => (await portal.ready()) === 200)
      const { signed, state } = await orderer.job(id)
      if (state === 'done') break
      reached.push(signed)
      process.stderr.write(`\rdeath ${n + 1} of ${deaths}, ${signed} signed `)
    }
    process.stderr.write('\n')
    await until(async () => (await orderer.job(id)).state === 'done', 300_000)
    owner = ownerPool(dataDir)
    undo.after(() => owner.end())
    const { signed, refused } = await orderer.job(id)
    const results = await orderer.results(id)
    const day = await owner.query<{ signed: number }>('select sum(signed)::int as signed from mark_day')
    const counted = (day.rows[0]?.signed ?? 0) - before
    const wrong = [
      ...(signed === CLAIMS && refused === 0 ? [] : [`${signed} signed, ${refused} refused of ${CLAIMS}`]),
      ...(counted === CLAIMS ? [] : [`${counted} were counted`]),
      ...results.flatMap(({ line, ref, contentId }, n) =>
        line === n + 1 && ref === `${n}` && contentId === (0xd00000000000 + n).toString(16) ? [] : [`line ${line}`],
      ),
      ...(results.length === CLAIMS ? [] : [`${results.length} results`]),
      ...(reached.length < deaths ? [`done after ${reached.length} deaths`] : []),
    ]
    return {
      fault: `kill -9 in a job of ${CLAIMS} claims, ${reached.length} times`,
      acknowledged: results.length,
      wrong: few(wrong),
      remarks: [`signed after each: ${reached.join(', ')}`],
    }
  } finally {
    await undo.all()
  }
}
