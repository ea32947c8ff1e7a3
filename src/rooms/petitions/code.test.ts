import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plain } from '../../base/text.ts'
import { codeHash, newCode, readCode, saltOf } from './code.ts'
import { CODE_WORDS } from './code-words.ts'

test('a code is eight of 1024 short words: eighty bits', () => {
  assert.equal(new Set(CODE_WORDS).size, 1024)
  assert.ok(CODE_WORDS.every((word) => /^[a-z]{2,6}$/.test(word) && plain(word) === word))
  const words = newCode().split(' ')
  assert.equal(words.length, 8)
  assert.ok(words.every((word) => CODE_WORDS.includes(word)))
  assert.notEqual(newCode(), newCode())
})

test('a code is read as people write it down: with marks, in capitals, with anything between', () => {
  for (const typed of ['ba bach bai cay dua duong gach hoa', 'BA, bạch, bài\nCây - Dừa / đường   gạch. hoa!'])
    assert.deepEqual(readCode(typed), { is: 'code', words: 'ba bach bai cay dua duong gach hoa' })
})

test('a slip names its word; too few or too many words are no code', () => {
  assert.deepEqual(readCode('ba bach bai cay dua duong gach zzz'), { is: 'slip', word: 'zzz' })
  for (const typed of ['', 'ba bach', 'ba bach bai cay dua duong gach hoa ba'])
    assert.deepEqual(readCode(typed), { is: 'other-count' })
})

test('what is kept of a code needs the secret of this portal; its salt does not follow from what is kept', () => {
  const words = 'ba bach bai cay dua duong gach hoa'
  const [one, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
  assert.equal(codeHash(one, words), codeHash(one, words))
  assert.notEqual(codeHash(one, words), codeHash(other, words))
  assert.notEqual(saltOf(words), codeHash(one, words))
})
