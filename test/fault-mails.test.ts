import assert from 'node:assert/strict'
import { test } from 'node:test'
import { killedBeforeMail } from './fault/mails.ts'
import { freshDatabase } from './kit.ts'

// `npm run fault` kills a hundred times.
test('whoever dies between commit and mail leaves every mail to the next one, which sends the same', async (t) => {
  const told = await killedBeforeMail(t, await freshDatabase(t), 5, 20_261_122)
  assert.deepEqual(told.wrong, [])
  assert.ok(told.acknowledged >= 5)
})
