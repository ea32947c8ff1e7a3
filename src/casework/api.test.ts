import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { freshDatabase } from '../../test/kit.ts'
import { CARD, LOST, umbrellaOffice, umbrellaOfficeBefore, umbrellaWorld } from '../../test/umbrella.ts'
import type { Outcome } from '../base/outcome.ts'
import { describe as openApi } from '../web/describe.ts'
import { act, begin, getWhole, savePage } from './actions.ts'
import { caseApis } from './api.ts'

const { kit, owner } = await freshDatabase()
const world = await umbrellaWorld(kit)
const routes = caseApis(umbrellaOffice)
const app = world.app(routes)

interface Answered {
  readonly status: number
  readonly body: Record<string, unknown> & { readonly number: string; readonly seq: number; readonly offers: string[] }
  readonly errors: readonly string[]
  readonly facts: unknown
  readonly location: string | null
}
let keys = 0
async function ask(method: 'GET' | 'POST', path: string, body?: unknown, who = 'library', key = `k${++keys}`) {
  const answer = await app.request(`/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${who}`,
      ...(method === 'POST' ? { 'content-type': 'application/json', 'idempotency-key': key } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const json = (await answer.json()) as Answered['body'] & {
    errors?: readonly { code: string; pointer?: string; facts?: unknown }[]
  }
  const errors = (json.errors ?? []).map(({ code, pointer = '' }) => `${code} ${pointer}`.trim())
  const seen: Answered = {
    ...{ status: answer.status, body: json, errors, facts: json.errors?.[0]?.facts },
    location: answer.headers.get('location'),
  }
  return seen
}
const post = (path: string, body: unknown, who?: string, key?: string) => ask('POST', path, body, who, key)
const count = async (sql: string): Promise<number> =>
  Number((await owner.query(`select count(*) as n from ${sql}`)).rows[0].n)
const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) assert.fail(JSON.stringify(outcome.refusals))
  return outcome.value
}

const REPORT: Readonly<Record<string, unknown>> = { ...LOST, ...CARD }
const FOUND = { foundAt: '2026-11-01T08:30:00+07:00', foundWhere: 'Dưới gầm bàn', broken: 'no' }
async function reported(): Promise<string> {
  const made = await post('/umbrella-losses', { report: REPORT })
  assert.equal(made.status, 201, made.errors.join())
  return made.body.number
}

describe('beginning a file', () => {
  test('a program reports in one request and is told where the file stands, by which clocks and with which receipt', async () => {
    const { status, body, location } = await post('/umbrella-losses', { report: REPORT })
    assert.equal(status, 201)
    assert.equal(location, `${kit.site.url}/api/v1/umbrella-losses/${body.number}`)
    assert.deepEqual([body.state, body.holder, body.seq, body.asked], ['reported', 'unit', 1, null])
    assert.deepEqual(body.offers, ['found', 'withdraw', 'message'])
    const clocks = body.clocks as {
      id: string
      dueDay: string
      late: boolean
      cite: string
      explanation: { vi: string[] }
    }[]
    assert.deepEqual(
      clocks.map(({ id, dueDay, late, cite }) => [id, dueDay, late, cite]),
      [
        ['found-or-not', '2026-11-03', false, 'N19.3'],
        ['decide', '2026-11-09', false, 'L12.1'],
      ],
    )
    assert.match(clocks[0]?.explanation.vi[0] ?? '', /72 giờ/)
    assert.match(JSON.stringify(body.documents), /ULR-2026-\d{6}/)
    assert.deepEqual((await ask('GET', `/umbrella-losses/${body.number}`)).body, body)
    assert.doesNotMatch(JSON.stringify(body), /123456789/)
  })

  test('several steps go in one request, in the order in which a file comes to them', async () => {
    const { status, body } = await post('/umbrella-losses', { found: FOUND, report: REPORT })
    assert.equal(status, 201)
    assert.deepEqual([body.state, body.seq], ['found', 2])
    assert.deepEqual(
      (body.steps as { verb: string }[]).map(({ verb }) => verb),
      ['report', 'found'],
    )
  })

  test('the first step may not lack, and a step nobody knows is refused', async () => {
    const { status, errors } = await post('/umbrella-losses', { found: FOUND, decide: {} })
    assert.deepEqual([status, errors], [422, ['form.missing /report', 'form.unknown /decide']])
  })

  test('everything wrong with the shape is said at once, with its place', async () => {
    const { place: _, ...rest } = REPORT
    const { status, errors } = await post('/umbrella-losses', {
      report: { ...rest, kind: 'beach', ribs: 3.5, colours: [], serial: 'x', card: '12', hat: true },
    })
    assert.equal(status, 422)
    assert.deepEqual(errors, [
      ...['form.choice /report/kind', 'form.missing /report/colours', 'form.type /report/ribs'],
      ...['form.format /report/serial', 'form.missing /report/place', 'form.format /report/card'],
      'form.unknown /report/hat',
    ])
  })

  test('a question that depends on another is asked for when it applies, and refused when it does not', async () => {
    const before = await count('casefile')
    const lacking = await post('/umbrella-losses', { report: { ...REPORT, how: 'stolen' } })
    assert.deepEqual([lacking.status, lacking.errors], [422, ['case.missing /report/thief']])
    const besides = await post('/umbrella-losses', { report: { ...REPORT, thief: 'Cao' } })
    assert.deepEqual([besides.status, besides.errors], [422, ['case.field-unknown /report/thief']])
    const later = await post('/umbrella-losses', { report: REPORT, found: { ...FOUND, broken: 'yes' } })
    assert.deepEqual([later.status, later.errors], [422, ['case.missing /found/damage']])
    assert.equal(await count('casefile'), before, 'a refusal leaves nothing behind')
  })

  test('a moment still to come and the law’s own reasons point at their field', async () => {
    const { errors } = await post('/umbrella-losses', {
      report: { ...REPORT, noticedAt: '2027-01-01T00:00:00Z', kind: 'sun', how: 'storm' },
    })
    assert.deepEqual(errors, ['case.future /report/noticedAt', 'case.choice /report/how'])
  })

  test('the same key brings the same file, whatever happens on the way', async () => {
    const [one, two] = [
      await post('/umbrella-losses', { report: REPORT }, 'library', 'same'),
      await post('/umbrella-losses', { report: REPORT }, 'library', 'same'),
    ]
    assert.deepEqual(one.body, two.body)
  })
})

describe('a step on a file', () => {
  test('is taken by name, and refused from a stale step with the present one', async () => {
    const number = await reported()
    const stale = await post(`/umbrella-losses/${number}/found`, { ...FOUND, seq: 0 })
    assert.deepEqual(
      [stale.status, stale.errors, stale.facts],
      [409, ['case.changed-meanwhile'], { step: '1', state: 'reported' }],
    )
    const { status, body } = await post(`/umbrella-losses/${number}/found`, { ...FOUND, seq: 1 })
    assert.deepEqual([status, body.state, body.offers], [200, 'found', ['message']])
    const again = await post(`/umbrella-losses/${number}/found`, FOUND)
    assert.deepEqual([again.status, again.errors], [409, ['case.not-now']])
  })

  test('a step without a form needs no words', async () => {
    const { status, body } = await post(`/umbrella-losses/${await reported()}/withdraw`, {})
    assert.deepEqual([status, body.state, body.holder], [200, 'withdrawn', 'nobody'])
  })

  test('answers go to the newest form, though somebody began an older one on the portal', async () => {
    const { number } = must(await begin(world.as('lan'), umbrellaOfficeBefore))
    must(await savePage(world.as('lan'), umbrellaOfficeBefore, number, 'report', 'umbrella', { answers: { ribs: 12 } }))
    assert.equal((await post(`/umbrella-losses/${number}/report`, { ...REPORT, seq: 0 })).status, 200)
    const { papers } = must(await getWhole(world.as('lan'), umbrellaOffice, number))
    assert.deepEqual([papers.get(1)?.form?.version, papers.get(1)?.answers?.ribs], [2, 8])
  })

  test('the list of what is wanted is read and answered whole', async () => {
    const number = await reported()
    must(await act(world.as('khanh'), umbrellaOffice, number, 'take', 1))
    const items = [
      { field: 'place', label: { vi: 'Nơi mất', en: 'Where' }, reason: 'Tầng nào?' },
      { field: 'attachment', label: { vi: 'Ảnh', en: 'Picture' }, reason: 'Chưa có ảnh.' },
    ]
    must(await act(world.as('khanh'), umbrellaOffice, number, 'ask', 2, { items }))
    const { body } = await ask('GET', `/umbrella-losses/${number}`)
    assert.deepEqual([body.asked, body.holder], [items, 'party'])
    assert.ok(body.offers.includes('answer'))
    const at = `/umbrella-losses/${number}/answer`
    assert.deepEqual((await post(at, { replies: ['Tầng hai'] })).errors, ['case.missing /replies/1'])
    assert.deepEqual((await post(at, { replies: ['a', 'b', 'c'] })).errors, ['case.field-unknown /replies/2'])
    const answered = await post(at, { replies: ['Tầng hai', 'Không có ảnh'], seq: 3 })
    assert.deepEqual([answered.status, answered.body.asked, answered.body.holder], [200, null, 'unit'])
    const wrote = await post(`/umbrella-losses/${number}/message`, { text: 'Xin cảm ơn' })
    assert.equal(wrote.body.seq, 5)
  })

  test('of 200 programs that take one step at the same moment one wins, and the others learn where the file stands', async () => {
    const number = await reported()
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => post(`/umbrella-losses/${number}/found`, { ...FOUND, seq: 1 })),
    )
    assert.equal(answers.filter(({ status }) => status === 200).length, 1)
    const others = answers.filter(({ status }) => status !== 200)
    assert.deepEqual(
      [...new Set(others.map(({ status, errors, facts }) => JSON.stringify([status, errors, facts])))],
      [JSON.stringify([409, ['case.changed-meanwhile'], { step: '2', state: 'found' }])],
    )
    assert.equal(await count(`casefile_event e join casefile f on f.id = e.file where f.number = '${number}'`), 2)
  })
})

describe('who may', () => {
  test('a file of another organisation is not there, whatever is asked of it', async () => {
    const number = await reported()
    for (const [method, rest, body] of [
      ['GET', '', undefined],
      ['POST', '/found', FOUND],
      ['POST', '/withdraw', {}],
      ['POST', '/answer', { replies: ['x'] }],
      ['POST', '/message', { text: 'x' }],
    ] as const) {
      const { status, errors } = await ask(method, `/umbrella-losses/${number}${rest}`, body, 'stranger')
      assert.deepEqual([status, errors], [404, ['case.unknown']], rest)
    }
    assert.deepEqual((await ask('GET', '/umbrella-losses', undefined, 'stranger')).body.items, [])
  })

  test('a key that may only read does not write', async () => {
    const number = await reported()
    assert.equal((await ask('GET', `/umbrella-losses/${number}`, undefined, 'reader')).status, 200)
    assert.equal((await post('/umbrella-losses', { report: REPORT }, 'reader')).status, 403)
    assert.equal((await post(`/umbrella-losses/${number}/withdraw`, {}, 'reader')).status, 403)
  })
})

describe('files beside a file', () => {
  const send = async (number: string, name: string, bytes: string, who = 'library', key = `k${++keys}`) => {
    const path = `/api/v1/umbrella-losses/${number}/attachments?name=${encodeURIComponent(name)}`
    const headers = { authorization: `Bearer ${who}`, 'idempotency-key': key }
    const answer = await app.request(path, { method: 'POST', headers, body: bytes })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> & { errors?: unknown[] } }
  }
  const filesOf = async (number: string) =>
    ((await ask('GET', `/umbrella-losses/${number}`)).body.attachments as { name: string; seq: number | null }[]).map(
      ({ name, seq }) => [name, seq],
    )

  test('a program sends one along, takes one away, and the rest goes with the next step', async () => {
    const number = await reported()
    const kept = await send(number, 'nhật ký.txt', 'Ô màu đỏ.', 'library', 'twice')
    assert.deepEqual([kept.status, kept.body.type, kept.body.seq], [201, 'text/plain', null])
    assert.deepEqual((await send(number, 'nhật ký.txt', 'Ô màu đỏ.', 'library', 'twice')).body, kept.body)
    const wrong = await send(number, 'nhầm.txt', 'Không phải tệp này.')
    assert.deepEqual(await filesOf(number), [
      ['nhật ký.txt', null],
      ['nhầm.txt', null],
    ])
    const gone = await app.request(`/api/v1/umbrella-losses/${number}/attachments/${String(wrong.body.id)}`, {
      ...{ method: 'DELETE', headers: { authorization: 'Bearer library', 'idempotency-key': `k${++keys}` } },
    })
    assert.equal(gone.status, 200)
    assert.equal((await post(`/umbrella-losses/${number}/message`, { text: 'Kèm nhật ký.' })).status, 200)
    assert.deepEqual(await filesOf(number), [['nhật ký.txt', 2]])
  })

  test('what is no document is refused, and another organisation finds no file to put one beside', async () => {
    const number = await reported()
    for (const [name, bytes, who, status, code] of [
      ['run.sh', '#!/bin/sh\n', 'library', 422, 'attachment.type'],
      ['rỗng.txt', '', 'library', 422, 'attachment.empty'],
      ['a.txt', 'x', 'stranger', 404, 'case.unknown'],
    ] as const) {
      const { status: got, body } = await send(number, name, bytes, who)
      assert.deepEqual([got, (body.errors?.[0] as { code: string } | undefined)?.code], [status, code])
    }
    assert.equal((await send(number, 'a.txt', 'x', 'reader')).status, 403)
    assert.deepEqual(await filesOf(number), [])
  })
})

test('the list of files is walked page by page, latest change first, each once', async () => {
  const all: string[] = []
  let path: string | undefined = '/umbrella-losses?limit=4'
  while (path !== undefined) {
    const { body, status } = await ask('GET', path)
    assert.equal(status, 200)
    all.push(...(body.items as { number: string }[]).map(({ number }) => number))
    path = typeof body.next === 'string' ? body.next.replace(`${kit.site.url}/api/v1`, '') : undefined
  }
  assert.equal(all.length, await count('casefile'))
  assert.equal(new Set(all).size, all.length)
  assert.deepEqual((await ask('GET', '/umbrella-losses?after=x')).errors, ['form.cursor /after'])
})

test('the OpenAPI document asks for what the form asks for', () => {
  const { components, paths } = openApi(routes, kit.site.url) as {
    components: { schemas: Record<string, { required?: string[]; additionalProperties?: boolean }> }
    paths: object
  }
  assert.deepEqual(Object.keys(paths), [
    ...['/umbrella-losses', '/umbrella-losses/{number}/report', '/umbrella-losses/{number}/found'],
    ...['/umbrella-losses/{number}/withdraw', '/umbrella-losses/{number}/answer', '/umbrella-losses/{number}/message'],
    ...['/umbrella-losses/{number}/attachments', '/umbrella-losses/{number}/attachments/{id}'],
    '/umbrella-losses/{number}',
  ])
  const { required = [], additionalProperties } = components.schemas.UmbrellaLossReport ?? {}
  assert.ok(required.includes('place') && required.includes('card') && !required.includes('thief'))
  assert.equal(additionalProperties, false)
})
