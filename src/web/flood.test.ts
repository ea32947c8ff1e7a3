import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { clientAddress, Crowd, Flood, prefixOf } from './flood.ts'

test('a hundred and twenty posts a minute pass, the next waits for the next minute; others are not touched', () => {
  const flood = new Flood()
  for (let i = 0; i < 120; i += 1) assert.equal(flood.tooMany('192.0.2.1', 100_000 + i), false)
  assert.equal(flood.tooMany('192.0.2.1', 100_500), true)
  assert.equal(flood.tooMany('192.0.2.2', 100_500), false)
  assert.equal(flood.tooMany('192.0.2.1', 160_001), false)
})

test('only proxies of ours are believed about where a request came from', () => {
  assert.equal(clientAddress('10.0.0.1', '203.0.113.9, 198.51.100.7', 0), '10.0.0.1')
  assert.equal(clientAddress('10.0.0.1', '203.0.113.9, 198.51.100.7', 1), '198.51.100.7')
  assert.equal(clientAddress('10.0.0.1', '203.0.113.9, 198.51.100.7', 2), '203.0.113.9')
  assert.equal(clientAddress('10.0.0.1', undefined, 1), '10.0.0.1')
})

test('a part of the network may send sixty messages an hour, and all of it twelve hundred', () => {
  const crowd = new Crowd()
  for (let i = 0; i < 60; i += 1) assert.equal(crowd.tooMany(`192.0.2.${i}`, 3_600_000 + i), false)
  assert.equal(crowd.tooMany('192.0.2.200', 3_700_000), true)
  assert.equal(crowd.tooMany('192.0.3.1', 3_700_000), false)
  for (let i = 62; i < 1200; i += 1) assert.equal(crowd.tooMany(undefined, 3_700_000), false)
  assert.equal(crowd.tooMany('198.51.100.1', 3_700_000), true)
  assert.equal(crowd.tooMany('192.0.2.1', 7_200_000), false, 'the next hour begins anew')
})

test('a part of the network is 256 addresses of the old kind, or a site of the new', () => {
  const cases = [
    ['192.0.2.77', '192.0.2'],
    ['::ffff:192.0.2.77', '192.0.2'],
    ['2001:DB8:1:2:3:4:5:6', '2001:db8:1'],
    ['2001:db8:1::6', '2001:db8:1'],
    ['2001:db8::6', '2001:db8:0'],
    ['::1', '0:0:0'],
    ['no address', 'no address'],
  ] as const
  for (const [address, prefix] of cases) assert.equal(prefixOf(address), prefix, address)
})

/** As a browser finds it. */
function work(task: string): string {
  for (let n = 0; ; n += 1) {
    const answer = `${task}.${n}`
    if (createHash('sha256').update(answer).digest().readUInt32BE(0) >>> 14 === 0) return answer
  }
}

test('whoever did the work gets through once; no other answer, and none of another hour or portal, does', () => {
  const crowd = new Crowd()
  crowd.tooMany('192.0.2.1', 3_600_000)
  const answer = work(crowd.task())
  const wrong = work(`${'x'.repeat(22)}.${'y'.repeat(43)}`)
  for (const no of ['', 'x', `${crowd.task()}.0x`, wrong]) assert.equal(crowd.solved(no), false, no)
  assert.equal(new Crowd().solved(answer), false)
  assert.deepEqual([crowd.solved(answer), crowd.solved(answer)], [true, false])
  const late = work(crowd.task())
  crowd.tooMany('192.0.2.1', 7_200_000)
  assert.equal(crowd.solved(late), false)
})
