import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '../test/kit.ts'
import { connect } from './db/connect.ts'
import { health, noting } from './health.ts'
import { createJournal } from './journal.ts'

const { kit, database, owner } = await freshDatabase()

test('a portal with its database is ready; one behind or without it is not and says why', async (t) => {
  const app = connect(database.app)
  t.after(app.close)
  const asked = health(kit, { app: app.pool })
  assert.equal((await asked.request('/healthz')).status, 200)
  assert.equal((await asked.request('/readyz')).status, 200)
  await owner.query(`delete from migration where name = (select max(name) from migration)`)
  const behind = await asked.request('/readyz')
  assert.deepEqual([behind.status, await behind.text()], [503, 'migrations are waiting\n'])
  const nowhere = connect('postgres://saola_app:x@127.0.0.1:1/none')
  t.after(nowhere.close)
  const without = await health(kit, { app: nowhere.pool }).request('/readyz')
  assert.deepEqual([without.status, await without.text()], [503, 'the database does not answer\n'])
})

test('the figures name routes, pools and waiting mails, and answer no request from outside', async (t) => {
  const app = connect(database.app)
  t.after(app.close)
  const asked = health(kit, { app: app.pool })
  noting(createJournal('silent'))('showSystem', 200, 12, 'GET', 'id')
  const text = await (await asked.request('/metrics')).text()
  assert.match(text, /saola_request_seconds_count\{route="showSystem",status="200"\} 1/)
  assert.match(text, /saola_pool_connections\{pool="app",state="waiting"\} 0/)
  assert.match(text, /saola_outbox_waiting 0/)
  assert.match(text, /process_resident_memory_bytes/)
  for (const name of ['forwarded', 'x-forwarded-for', 'x-real-ip'])
    assert.equal((await asked.request('/metrics', { headers: { [name]: 'for=192.0.2.1' } })).status, 404)
})
