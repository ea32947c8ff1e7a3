import assert from 'node:assert/strict'
import { test } from 'node:test'
import { api, page } from './route.ts'
import { fileLimit, holding } from './holding.ts'
import { z } from 'zod'

const LIMIT = 25 * 1_048_576
const never = new Promise<string>(() => undefined)

test('room is made for so many files at a time, and given back when they are answered', async () => {
  let answer: (text: string) => void = () => undefined
  const waiting = Array.from({ length: 10 }, (_, n) =>
    holding(String(LIMIT), LIMIT, () => (n === 0 ? new Promise<string>((done) => (answer = done)) : never)),
  )
  assert.equal(await holding(String(LIMIT), LIMIT, () => never), undefined)
  assert.equal(await holding('1000', LIMIT, async () => 'small'), 'small', 'small ones still find room')
  assert.equal(await holding(undefined, LIMIT, async () => 'unknown'), undefined, 'an unstated length is the largest')
  answer('done')
  assert.equal(await waiting[0], 'done')
  assert.equal(await holding(String(LIMIT), LIMIT, async () => 'next'), 'next')
  await assert.rejects(
    holding('1', LIMIT, () => Promise.reject(new Error('broke'))),
    /broke/,
  )
})

test('only routes that take files and keep nothing are counted', () => {
  const handle = async () => assert.fail()
  const common = { name: 'x', path: '/x', who: 'anyone' } as const
  assert.equal(fileLimit(page({ ...common, method: 'post', limit: LIMIT, handle })), undefined)
  assert.equal(fileLimit(page({ ...common, method: 'post', limit: LIMIT, stateless: true, handle })), LIMIT)
  const summary = { vi: 'x', en: 'x' }
  const route = { ...common, method: 'post', summary, output: z.string(), handle } as const
  assert.equal(fileLimit(api(route)), undefined)
  assert.equal(fileLimit(api({ ...route, file: LIMIT })), LIMIT)
})
