import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '../../../test/kit.ts'
import { umbrellaWorld } from '../../../test/umbrella.ts'
import { apis } from './api.ts'
import { pages } from './pages.tsx'
import { addressOf, saidIn } from './rules.ts'

const { kit, owner } = await freshDatabase()
const world = await umbrellaWorld(kit)
const app = world.app([...pages, ...apis])

const post = (answers: unknown) =>
  app.request('/api/v1/liability', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ answers }),
  })
/** How many rows there are in the whole database. */
const rows = async (): Promise<number> => {
  const { rows: tables } = await owner.query<{ name: string }>(
    "select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  )
  const sums = tables.map(({ name }) => `(select count(*) from ${name})`).join(' + ')
  return Number((await owner.query(`select ${sums} as n`)).rows[0].n)
}

const STRICT = { role: 'injured', when: 'since', level: 'high', intrusion: 'no', breach: ['nobody'] }

test('a program is told who compensates, what is still to be asked, and that it is no judgement', async () => {
  const answer = await post(STRICT)
  assert.equal(answer.status, 200)
  const said = (await answer.json()) as {
    next: string
    note: { en: string }
    findings: { id: string; holds: string; hangsOn: string[] }[]
  }
  assert.equal(said.next, 'intent')
  assert.match(said.note.en, /does not judge/)
  assert.deepEqual(
    said.findings.find(({ id }) => id === 'strict'),
    { ...said.findings.find(({ id }) => id === 'strict'), holds: 'if', hangsOn: ['intent', 'necessity', 'otherwise'] },
  )
})

test('a question nobody asks and a choice nobody offers are refused, not left out', async () => {
  assert.equal((await post({ ...STRICT, wrath: 'yes' })).status, 422)
  assert.equal((await post({ ...STRICT, level: 'extreme' })).status, 422)
})

test('an address mended by hand still leads somewhere: what it says wrongly is asked again', async () => {
  const at = async (path: string) => (await app.request(`/vi/damage/${path}`)).headers.get('location')
  assert.equal(await at('result?role=king'), '/vi/damage/q/role')
  assert.equal(
    await at('result?role=deployer&when=since&level=low&level=high'),
    '/vi/damage/q/level?role=deployer&when=since',
  )
  assert.equal(await at('q/otherwise?role=injured&when=since'), '/vi/damage/q/level?role=injured&when=since')
  assert.equal(await at('q/nothing'), '/vi/damage/q/role')
  assert.equal(await at('q?role=injured&when=before&breach=nobody'), '/vi/damage/result?role=injured&when=before')
})

test('a contradiction is shown again with what was chosen, and nothing is decided', async () => {
  const said = 'role=injured&when=since&level=low&intrusion=no'
  const page = await app.request(`/vi/damage/q?${said}&at=breach&breach=nobody&breach=breach.user`)
  assert.equal(page.status, 422)
  const html = await page.text()
  assert.match(html, /Hãy chọn ít nhất một câu trả lời/)
  assert.equal(html.match(/checked/g)?.length, 2)
})

test('nothing of it is kept, whoever asks', async () => {
  const before = await rows()
  await post(STRICT)
  await app.request(`/en/damage/result${addressOf(saidIn({ role: 'injured', when: 'before' }))}`)
  assert.equal(await rows(), before)
})

test('the print says what the page says, in both languages', async () => {
  for (const lang of ['vi', 'en']) {
    const pdf = await app.request(`/${lang}/damage/result/document?role=injured&when=before`)
    assert.equal(pdf.headers.get('content-type'), 'application/pdf')
    assert.ok((await pdf.arrayBuffer()).byteLength > 10_000)
  }
})
