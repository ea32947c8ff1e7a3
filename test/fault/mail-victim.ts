import { act, type Acting } from '../../src/casework/actions.ts'
import { remind } from '../../src/casework/reminders.ts'
import { connect } from '../../src/db/connect.ts'
import type { Kit, Site } from '../../src/db/kit.ts'
import { smtp, startSender } from '../../src/post/sender.ts'
import { throwawaySigner } from '../kit.ts'
import { umbrellaOffice, type UmbrellaWorld } from '../umbrella.ts'

/** What the process is told that is going to die: see mails.ts. */
export interface Victim {
  readonly app: string
  readonly reader: string
  readonly site: Omit<Site, 'secret'>
  readonly actors: Pick<UmbrellaWorld['actors'], 'lan' | 'khanh'>
  readonly files: readonly string[]
  /** What its clock shows when it starts. */
  readonly start: string
  readonly smtp: string
  /** Only delivers what others left behind. */
  readonly heir: boolean
}

/** A portal reduced to what mails: steps of files, each told once it is committed; reminders; the sender. */
const victim = JSON.parse(process.env.SAOLA_VICTIM ?? '') as Victim
const [app, reader] = [connect(victim.app, { max: 4 }), connect(victim.reader, { max: 1 })]
const began = Date.now()
const kit: Kit = {
  ...{ db: app.db, reader: reader.db, keys: await throwawaySigner() },
  now: () => new Date(Date.parse(victim.start) + Date.now() - began).toISOString(),
  site: { ...victim.site, secret: Buffer.alloc(32, 7) },
}
startSender({
  ...{ db: app.db, now: kit.now, from: 'portal@saola.example', host: 'saola.example', idleMs: 5 },
  deliver: smtp(victim.smtp).deliver,
})

async function step(number: string, n: number): Promise<void> {
  const actor = n % 2 === 0 ? victim.actors.lan : victim.actors.khanh
  const seq = await kit.db.transaction().execute(async (db) => {
    const asked: Acting = { ...kit, db, actor }
    const done = await act(asked, umbrellaOffice, number, 'message', undefined, { text: `Tin ${n}` })
    if (!done.ok) throw new Error(JSON.stringify(done.refusals))
    return done.value.seq
  })
  process.stdout.write(`${number} ${seq}\n`)
}

for (let n = 0; !victim.heir; n += 1) {
  await step(victim.files[n % victim.files.length] ?? '', n)
  await remind(kit, [umbrellaOffice])
}
