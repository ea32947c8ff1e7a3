import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src/app.tsx'
import { startEmbedded } from '../../src/db/embedded.ts'
import { createJournal } from '../../src/journal.ts'
import { fillWorld } from '../../src/world.ts'
import { freshDatabase, prepareServer } from '../kit.ts'
import { noticeBody, type Promised } from '../notices.ts'
import { wholeNotices } from '../whole.ts'
import { dice, few, type Told, Undo, wrongIn } from './world.ts'

const STEPS = 80

/** The clock jumps forward and back, by seconds and by months, between and during notices of ten at a time. */
export async function clockBack(): Promise<Told> {
  const undo = new Undo()
  try {
    const folder = mkdtempSync(join(tmpdir(), 'saola-clock-'))
    undo.after(async () => rmSync(folder, { recursive: true, force: true }))
    const server = await startEmbedded(join(folder, 'postgres'))
    undo.after(server.stop)
    await prepareServer(server.url)
    process.env.SAOLA_TEST_SERVER = server.url
    const { kit, owner } = await freshDatabase(undo)
    const { apiKey } = await fillWorld(kit)
    const app = createApp(kit, { pools: {}, trustProxy: 0, journal: createJournal('silent') })
    const before = await wholeNotices(owner)
    const random = dice(7)
    const send = async (key: string, code: string): Promise<Promised> => {
      const response = await app.request('/api/v1/notices', {
        method: 'POST',
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(noticeBody(code)),
      })
      const body = Buffer.from(await response.arrayBuffer())
      return { key, code, status: response.status, type: response.headers.get('content-type') ?? '', body }
    }
    const promised: Promised[] = []
    const wrong: string[] = []
    let back = 0
    let now = Date.parse('2026-11-02T02:00:00.000Z')
    for (let step = 0; step < STEPS; step += 1) {
      const jump = (random() - 0.6) * 10 ** (3 + random() * 6.5)
      if (jump < 0) back += 1
      now = Math.min(Math.max(now + jump, Date.parse('2026-09-01T00:00:00Z')), Date.parse('2027-02-01T00:00:00Z'))
      kit.setNow(new Date(now).toISOString())
      const answers = Promise.all(Array.from({ length: 10 }, () => send(randomUUID(), `umbrella-${randomUUID()}`)))
      kit.setNow(new Date(now - random() * 60_000).toISOString())
      for (const answer of await answers)
        if (answer.status === 201) promised.push(answer)
        else wrong.push(`refused: ${answer.status} ${answer.body.toString().slice(0, 200)}`)
      // Whoever repeats a key after the clock went back gets the bytes of before.
      const told = promised[Math.floor(random() * promised.length)]
      if (told && !(await send(told.key, told.code)).body.equals(told.body))
        wrong.push(`${told.code} answered otherwise`)
    }
    const page = await app.request('/api/v1/systems?limit=100')
    if (page.status !== 200) wrong.push(`the register answered ${page.status}`)
    wrong.push(...(await wrongIn(owner, before, promised)), ...(await numbersTwice(owner)))
    return {
      fault: `clock stepped back ${back} times`,
      acknowledged: promised.length,
      wrong: few(wrong),
      remarks: ['jumps of a second to a month, some in the middle of notices; repeated keys got the same bytes'],
    }
  } finally {
    delete process.env.SAOLA_TEST_SERVER
    await undo.all()
  }
}

async function numbersTwice(owner: Awaited<ReturnType<typeof freshDatabase>>['owner']): Promise<string[]> {
  const { rows } = await owner.query<{ n: number }>(
    `select (count(*) - count(distinct split_part(number, '-', 3)))::int as n from notice`,
  )
  return rows[0]?.n === 0 ? [] : [`${rows[0]?.n} notice numbers were given twice`]
}
