import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientAddress, Flood } from './flood.ts'

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
