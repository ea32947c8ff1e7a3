import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Notifier } from '../notices.ts'
import { launchPortal, serverPid, until } from '../portal.ts'
import { wholeNotices } from '../whole.ts'
import { apiKeyOf, few, folder, ownerPool, pause, type Told, Undo, wrongIn, wrongWhenRepeated } from './world.ts'

/** The portal asks for 200 MB before it starts. */
const SMALL = '240m'
const LARGER = '600m'

/** The disk fills up under ten notifiers, stays full for a while, and is made larger. */
export async function diskFull(): Promise<Told | string> {
  const undo = new Undo()
  try {
    const disk = join(folder(undo), 'disk')
    mkdirSync(disk)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL}`, 'tmpfs', disk])
    if (mounted.status !== 0) return 'a small disk can only be mounted by root on Linux'
    undo.after(async () => void spawnSync('umount', ['-l', disk]))
    const dataDir = join(disk, 'data')
    const portal = await launchPortal(undo, dataDir)
    let owner = ownerPool(dataDir)
    const before = await wholeNotices(owner)
    await owner.end()
    const notifiers = Array.from({ length: 10 }, () => new Notifier(portal.url, apiKeyOf(dataDir)))
    const running = notifiers.map((notifier) => notifier.run())
    const heard = (): number => notifiers.reduce((sum, n) => sum + n.promised.length, 0)
    const stranger = new Notifier(portal.url, apiKeyOf(dataDir))

    // Full when nobody is heard any more.
    for (let last = -1; last !== heard(); await pause(3000)) last = heard()
    const [first, server] = [heard(), serverPid(dataDir)]
    const answer = await stranger.send('disk-full', 'umbrella-disk-full').catch(() => undefined)
    const page = await fetch(`${portal.url}/en/register`).catch(() => undefined)
    const said = answer?.body.toString() ?? ''
    await page?.arrayBuffer()
    spawnSync('mount', ['-o', `remount,size=${LARGER}`, disk])
    const began = Date.now()
    await until(() => heard() > first + 50, 90_000)
    const again = Date.now() - began
    for (const notifier of notifiers) notifier.stop()
    await Promise.all(running)
    owner = ownerPool(dataDir)
    undo.after(() => owner.end())
    const promised = notifiers.flatMap((n) => n.promised)
    const asker = notifiers[0]
    return {
      fault: `disk full at ${SMALL}`,
      acknowledged: promised.length,
      wrong: few([
        ...notifiers.flatMap((n) => n.refused).map((text) => `refused: ${text}`),
        ...(answer?.status === 503 ? [] : [`a notice was answered ${answer?.status}: ${said.slice(0, 200)}`]),
        ...(await wrongIn(owner, before, promised)),
        ...(asker ? await wrongWhenRepeated(asker, promised) : []),
      ]),
      remarks: [
        `full after ${first} acknowledgements; a notice was told ${answer?.status}, a page ${page?.status ?? 'nothing'}`,
        `heard again ${again} ms after there was room${serverPid(dataDir) === server ? '' : '; PostgreSQL was started anew'}`,
      ],
    }
  } finally {
    await undo.all()
  }
}
