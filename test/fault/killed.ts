import { join } from 'node:path'
import { Notifier } from '../notices.ts'
import { freePort, launchPortal, serverPid, until } from '../portal.ts'
import { wholeNotices } from '../whole.ts'
import { apiKeyOf, dice, few, folder, ownerPool, pause, type Told, Undo, wrongIn, wrongWhenRepeated } from './world.ts'

const NOTIFIERS = 20

/**
 * Node, PostgreSQL or both killed at random moments while twenty notifiers insist. Each round lasts until it has its
 * share of the acknowledgements wanted in all.
 */
export async function killed(rounds: number, wanted: number, seed: number, patience: number): Promise<Told> {
  const undo = new Undo()
  const random = dice(seed)
  const end = Date.now() + patience
  try {
    const dataDir = join(folder(undo), 'data')
    const port = await freePort()
    let portal = await launchPortal(undo, dataDir, port)
    let owner = ownerPool(dataDir)
    const before = await wholeNotices(owner)
    await owner.end()
    const notifiers = Array.from({ length: NOTIFIERS }, () => new Notifier(portal.url, apiKeyOf(dataDir)))
    const running = notifiers.map((notifier) => notifier.run())
    const heard = (): number => notifiers.reduce((sum, n) => sum + n.promised.length, 0)
    const died = { node: 0, postgres: 0, both: 0 }
    const away: number[] = []
    let round = 0
    for (; round < rounds && Date.now() < end; round += 1) {
      await pause(50 + random() * 1500)
      const victim = (['node', 'postgres', 'both'] as const)[Math.floor(random() * 3)] ?? 'both'
      died[victim] += 1
      if (victim !== 'node') process.kill(serverPid(dataDir), 'SIGKILL')
      if (victim === 'both') await pause(random() * 100)
      const [at, told] = [Date.now(), heard()]
      if (victim !== 'postgres') {
        await portal.kill()
        portal = await launchPortal(undo, dataDir, port)
      }
      await until(() => heard() > told, 60_000)
      away.push(Date.now() - at)
      await until(() => heard() >= ((round + 1) * wanted) / rounds || Date.now() > end, 600_000)
      process.stderr.write(`\rround ${round + 1} of ${rounds}, ${heard()} acknowledgements `)
    }
    process.stderr.write('\n')
    for (const notifier of notifiers) notifier.stop()
    await Promise.all(running)
    await until(async () => (await portal.ready()) === 200)

    const promised = notifiers.flatMap((n) => n.promised)
    const refused = notifiers.flatMap((n) => n.refused)
    owner = ownerPool(dataDir)
    undo.after(() => owner.end())
    const asker = notifiers[0]
    const wrong = [
      ...refused.map((text) => `refused: ${text}`),
      ...(await wrongIn(owner, before, promised)),
      ...(asker ? await wrongWhenRepeated(asker, promised) : []),
      ...(round < rounds || promised.length < wanted
        ? [`only ${round} rounds, ${promised.length} acknowledgements`]
        : []),
    ]
    const longest = Math.max(...away)
    return {
      fault: `kill -9, ${round} rounds`,
      acknowledged: promised.length,
      wrong: few(wrong),
      remarks: [
        `Node ${died.node}, PostgreSQL ${died.postgres}, both ${died.both} times`,
        `heard again after ${away.toSorted((a, b) => a - b)[away.length >> 1]} ms (longest ${longest} ms)`,
      ],
    }
  } finally {
    await undo.all()
  }
}
