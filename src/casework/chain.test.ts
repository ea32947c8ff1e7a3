import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CARD, LOST, type Somebody, UMBRELLA, umbrellaOffice, umbrellaWorld } from '../../test/umbrella.ts'
import { freshDatabase } from '../../test/kit.ts'
import type { Outcome } from '../base/outcome.ts'
import { SESSION } from '../web/server.ts'
import { begin, open } from './actions.ts'
import { chainOf, listArisen, noteSource } from './chain.ts'
import { formPages } from './pages-form.tsx'
import { filePages } from './pages-file.tsx'
import { listPages } from './pages-lists.ts'
import type { CaseFile } from './schema.ts'

const { kit } = await freshDatabase()
kit.setNow('2026-11-02T02:00:00.000Z')
const world = await umbrellaWorld(kit)
const app = world.app([...formPages(umbrellaOffice), ...filePages(umbrellaOffice), ...listPages([umbrellaOffice])])
const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) assert.fail(JSON.stringify(outcome.refusals))
  return outcome.value
}
const get = (who: Somebody, path: string) => app.request(path, { headers: { cookie: `${SESSION}=${who}` } })
const post = (who: Somebody, path: string, fields: Record<string, string>) =>
  app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie: `${SESSION}=${who}` } })
const reported = async (): Promise<CaseFile> =>
  must(await open(world.as('lan'), umbrellaOffice, [{ verb: 'report', answers: LOST, secrets: CARD }]))
const numbers = (all: readonly { readonly number: string }[]) => all.map(({ number }) => number)

test('a file arises from another, and each of the two pages leads to the other', async () => {
  const first = await reported()
  const start = await (await get('lan', `/vi/${UMBRELLA.path}?origin=${first.number}`)).text()
  assert.match(start, new RegExp(`Phát sinh từ[^]*?${first.number}`))
  const begun = await post('lan', `/vi/${UMBRELLA.path}`, { origin: first.number })
  const second = /[A-Z]+-\d{4}-\d{6}/.exec(begun.headers.get('location') ?? '')?.[0] ?? ''
  assert.deepEqual(numbers((await chainOf(world.as('lan'), first)).led), [second])
  const page = await (await get('lan', `/vi/${UMBRELLA.path}/${first.number}`)).text()
  assert.match(page, new RegExp(`Dẫn đến[^]*?/vi/cases/${second}`))
  const led = await get('lan', `/vi/cases/${first.number}`)
  assert.equal(led.headers.get('location'), `/vi/${UMBRELLA.path}/${first.number}`)
})

test('whoever may see only one of two files learns nothing of the other', async () => {
  const first = await reported()
  const draft = must(await begin(world.as('lan'), umbrellaOffice, {}, first.number))
  assert.deepEqual((await chainOf(world.as('khanh'), first)).led, [], 'a draft is private paper of the party')
  assert.equal((await get('stranger', `/vi/cases/${first.number}`)).status, 404)
  assert.equal((await get('khanh', `/vi/cases/${draft.number}`)).status, 404)
})

test('nothing arises from what its beginner may not see, and nothing half-begun stays', async () => {
  const first = await reported()
  const answer = await post('stranger', `/vi/${UMBRELLA.path}`, { origin: first.number })
  assert.equal(answer.status, 404)
  assert.deepEqual(await listArisen(world.as('lan'), first.number), [])
})

test('a petition is no file: the unit that holds it is led to it, and nobody else', async () => {
  const source = { number: 'PA-2026-000009', path: '/petitions/PA-2026-000009', unit: world.office }
  for (const _ of ['first', 'told again']) await noteSource(kit, source)
  assert.equal((await get('khanh', `/vi/cases/${source.number}`)).headers.get('location'), `/vi${source.path}`)
  for (const who of ['gio', 'quan', 'lan', 'stranger'] as const)
    assert.equal((await get(who, `/vi/cases/${source.number}`)).status, 404, who)
})
