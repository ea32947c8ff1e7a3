import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pause } from './pause.ts'

test('a pause ends with its time, or at once when it is called off, even before it began', async () => {
  const began = performance.now()
  await pause(5, new AbortController().signal)
  assert.ok(performance.now() - began >= 4)
  const stopping = new AbortController()
  const waiting = pause(60_000, stopping.signal)
  stopping.abort()
  await waiting
  await pause(60_000, stopping.signal)
})
