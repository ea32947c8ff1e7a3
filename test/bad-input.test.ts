import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import type { Actor, PartyId } from '../src/base/actor.ts'
import { uuidv7 } from '../src/base/ids.ts'
import { apis as assessment } from '../src/rooms/assessment/api.ts'
import { REFUSALS as assessmentRefusals } from '../src/rooms/assessment/schema.ts'
import { SAYS as assessmentSays } from '../src/rooms/assessment/words.ts'
import { apis as classification } from '../src/rooms/classification/api.ts'
import { REFUSALS } from '../src/rooms/classification/schema.ts'
import { SAYS } from '../src/rooms/classification/words.ts'
import { REFUSALS as systemsRefusals } from '../src/rooms/systems/schema.ts'
import { SAYS as systemsSays } from '../src/rooms/systems/words.ts'
import { type Ports, serve } from '../src/web/server.ts'
import { freshDatabase } from './kit.ts'
import { wholeNotices } from './whole.ts'

const { kit, owner } = await freshDatabase()
const PARTY = uuidv7() as PartyId
const PROGRAM: Actor = {
  kind: 'program',
  key: 'fuzz',
  acting: { party: PARTY, name: 'Thư viện Ô', role: 'filer' },
  scopes: ['notices:write'],
}

const faults: unknown[] = []
const ports: Ports = {
  refusals: {
    sort: { ...REFUSALS, ...systemsRefusals, ...assessmentRefusals },
    says: { ...SAYS, ...systemsSays, ...assessmentSays },
    cite: (c) => c,
  },
  whoIs: async () => ({ kind: 'visitor' }),
  whoHolds: async () => PROGRAM,
  frame: () => '',
  problemPage: () => ({ title: '' }),
  flooded: () => false,
  signIn: () => '/',
  observe: () => undefined,
  fault: (error) => faults.push(error),
}
const app = serve(kit, [...assessment, ...classification], ports)

before(async () => {
  await kit.db
    .insertInto('party')
    .values({
      id: PARTY,
      kind: 'organisation',
      name: 'Thư viện Ô',
      address: '1 Bến Sông',
      contact: 'o@thuvien.example',
      created_at: kit.now(),
    })
    .execute()
})

const post = (path: string, body: string) =>
  app.request(`/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: 'Bearer x', 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body,
  })

const good = {
  dossier: {
    name: 'Trợ lý',
    version: '1',
    internalCode: 'a',
    providerName: 'Thư viện',
    providerAddress: 'Bến',
    providerContact: 'o@thuvien.example',
    purpose: 'Trả lời',
    functions: ['a'],
    architecture: 'b',
    scope: 'c',
    users: ['d'],
    affected: ['e'],
    inputData: ['f'],
    riskMeasures: 'g',
    safetyMeasures: 'h',
    transparencyMeasures: 'i',
  },
  result: { level: 'medium' },
  offered: { sectors: ['health'], entries: ['III.1'], inUse: true, facts: { screen: 'system', 'sector.health': true } },
}
const answers = {
  facts: { screen: 'system', 'sector.health': true, 'Q.III.1': true, 'medium.content': false },
  on: '2026-10-01',
}

/** Every path into a document, so that one place at a time can be spoilt. */
const paths = (value: unknown, at: readonly string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? [[...at], ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...at, key]))]
    : [[...at]]

function spoil(value: unknown, path: readonly string[], by: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return by
  const copy: Record<string, unknown> = Array.isArray(value)
    ? ([...(value as unknown[])] as never)
    : { ...(value as object) }
  copy[key] = spoil(copy[key], rest, by)
  return copy
}

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '\0',
    '\ud800',
    'x'.repeat(9000),
    '__proto__',
    -0,
    1e308,
    [],
    {},
    null,
    true,
    '2026-02-30',
    '=1+1',
    '<script>',
  ),
)
const spoilt = (document: unknown) =>
  fc.tuple(fc.constantFrom(...paths(document)), anything).map(([path, by]) => spoil(document, path, by))
const documents = (document: object) =>
  fc.oneof(
    { weight: 2, arbitrary: anything.map((value) => JSON.stringify(value)) },
    {
      weight: 6,
      arbitrary: spoilt(document)
        .chain((one) => fc.oneof(fc.constant(one), spoilt(one)))
        .map((value) => JSON.stringify(value)),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constant(JSON.stringify(document)), fc.nat(400)).map(([text, cut]) => text.slice(0, cut)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...paths(document).filter((p) => p.length > 0)), fc.string())
        .map(([path, key]) => JSON.stringify(spoil(document, [...path.slice(0, -1), key || 'k'], 1))),
    },
  )

const RUNS = 5000
const SEED = { seed: 134_2025, numRuns: RUNS, endOnFailure: true }

test('five thousand random documents at POST /notices: never a 5xx, never half a record', async () => {
  let recorded = 0
  await fc.assert(
    fc.asyncProperty(documents(good), fc.nat(), async (body, n) => {
      const response = await post('/notices', body.replace('"internalCode":"a"', `"internalCode":"c${n}${recorded}"`))
      assert.ok(response.status < 500, `${response.status} for ${body.slice(0, 300)}`)
      if (response.status === 201) recorded += 1
      else assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/)
    }),
    SEED,
  )
  assert.deepEqual(faults, [])
  assert.ok(recorded > 50, 'some of them were good')
  assert.deepEqual(await wholeNotices(owner), { notices: recorded, broken: 0, leftovers: 0 })
})

test('five thousand random documents at POST /assessments: never a 5xx, nothing kept', async () => {
  await fc.assert(
    fc.asyncProperty(documents(answers), async (body) => {
      const response = await post('/assessments', body)
      assert.ok(response.status < 500, `${response.status} for ${body.slice(0, 300)}`)
    }),
    SEED,
  )
  assert.deepEqual(faults, [])
  assert.equal(Number((await owner.query('select count(*) as n from assessment')).rows[0].n), 0)
})
