import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { freshDatabase } from '../../test/kit.ts'
import { post } from './mail.ts'
import { listMails } from './mailbox.ts'
import { type Letter, sendNext, smtp, startSender } from './sender.ts'

const { kit } = await freshDatabase()
const START = '2026-11-02T02:00:00.000Z'
const minutes = (n: number): string => new Date(Date.parse(START) + n * 60_000).toISOString()

const sender = (deliver: (letter: Letter) => Promise<void>) => ({
  ...{ db: kit.db, now: kit.now, from: 'portal@saola.example', host: 'saola.example', deliver, idleMs: 10 },
})

async function write(about: string): Promise<void> {
  kit.setNow(START)
  await kit.db.updateTable('outbox').set({ failed_at: START }).where('sent_at', 'is', null).execute()
  await post(kit.db, { about, to: 'umbrella@library.example', subject: 'Biên nhận', body: 'Đã nhận' }, START)
}

test('a letter is sent once, with an id that follows from its row', async () => {
  await write('one')
  const sent: Letter[] = []
  const to = sender(async (letter) => void sent.push(letter))
  assert.equal(await sendNext(to), true)
  assert.equal(await sendNext(to), false)
  const [row] = await listMails(kit.db)
  assert.deepEqual(sent, [
    {
      messageId: `<${row?.id}@saola.example>`,
      from: 'portal@saola.example',
      to: 'umbrella@library.example',
      subject: 'Biên nhận',
      text: 'Đã nhận',
    },
  ])
  assert.equal(row?.sentAt, START)
})

test('a refused letter waits longer each time and is given up at last, without telling the address', async () => {
  await write('two')
  let tries = 0
  const failing = sender(() => {
    tries += 1
    return Promise.reject(
      Object.assign(new Error('no such umbrella@library.example'), { code: 'EENVELOPE', responseCode: 550 }),
    )
  })
  assert.equal(await sendNext(failing), true)
  assert.equal(await sendNext(failing), false)
  for (let day = 0; day < 100; day += 1) {
    kit.setNow(minutes(1 + day * 1440))
    await sendNext(failing)
  }
  assert.equal(tries, 10)
  const row = await kit.db.selectFrom('outbox').selectAll().where('about', '=', 'two').executeTakeFirstOrThrow()
  assert.notEqual(row.failed_at, null)
  assert.equal(row.problem, 'EENVELOPE 550')
})

test('two senders never hold the same letter, and a dead one gives it back', async () => {
  await write('three')
  let hold = (): void => undefined
  const held = new Promise<void>((release) => {
    hold = release
  })
  const first = sendNext(sender(() => held))
  await new Promise((resume) => setTimeout(resume, 50))
  let second = 0
  const other = sender(async () => void (second += 1))
  assert.equal(await sendNext(other), false)
  kit.setNow(minutes(11))
  assert.equal(await sendNext(other), true)
  assert.equal(second, 1)
  hold()
  await first
})

test('stopping lets the letter in hand finish', async () => {
  await write('four')
  let done = false
  const { stop } = startSender(
    sender(async () => {
      await new Promise((resume) => setTimeout(resume, 80))
      done = true
    }),
  )
  await new Promise((resume) => setTimeout(resume, 40))
  await stop()
  assert.equal(done, true)
})

test('over SMTP the Vietnamese text arrives whole', async (t) => {
  const { url, received } = await postOffice(t)
  const { deliver, close } = smtp(url)
  t.after(close)
  await deliver({
    messageId: '<1@a.example>',
    from: 'a@a.example',
    to: 'b@b.example',
    subject: 'Biên nhận',
    text: 'Đã nhận ạ',
  })
  const [header = '', body = ''] = received().split('\r\n\r\n')
  assert.match(header, /^Message-ID: <1@a\.example>$/im)
  assert.match(header, /Subject: =\?UTF-8\?/i)
  const encoded = /base64/i.test(header) ? Buffer.from(body, 'base64') : fromQuotedPrintable(body)
  assert.match(encoded.toString(), /Đã nhận ạ/)
})

const fromQuotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=\r\n/g, '').replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  )

/** A post office of a few lines: says yes to everything and keeps what it was given. */
async function postOffice(t: { after(run: () => void): void }): Promise<{ url: string; received(): string }> {
  let received = ''
  const server = createServer((socket) => {
    let inData = false
    socket.write('220 office.example\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1')
      if (inData) {
        received += text
        if (!received.endsWith('\r\n.\r\n')) return
        inData = false
        socket.write('250 kept\r\n')
      } else if (/^DATA/i.test(text)) {
        inData = true
        socket.write('354 go on\r\n')
      } else socket.write(/^QUIT/i.test(text) ? '221 bye\r\n' : '250 office.example\r\n')
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  t.after(() => server.close())
  const at = server.address()
  return { url: `smtp://127.0.0.1:${typeof at === 'object' ? at?.port : 0}`, received: () => received }
}

test('a sender with nothing to send leaves no listener behind, however long it waits', async () => {
  const warnings: string[] = []
  const hear = (warning: Error): void => void warnings.push(warning.name)
  process.on('warning', hear)
  const { stop } = startSender({ ...sender(() => Promise.resolve()), idleMs: 1 })
  await new Promise((resume) => setTimeout(resume, 400))
  await stop()
  process.off('warning', hear)
  assert.deepEqual(warnings, [])
})
