import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { canonical, type Json } from '../base/canonical.ts'
import { day } from '../base/day.ts'
import type { Cite } from './cite.ts'
import { classify } from './classify.ts'
import { INSTRUMENTS, instrumentOf, PROVISIONS, provisionOf } from './provisions.ts'
import type { Facts } from './rule.ts'
import { RULES, type RuleSet } from './rules.ts'
import { named, RULE_SET } from './ruleset.ts'

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

test('the rules are data: they survive a trip through JSON and keep their hash', () => {
  const again = JSON.parse(JSON.stringify(RULES)) as typeof RULES
  assert.deepEqual(again, RULES)
  assert.equal(named(again).id, RULE_SET.id)
  assert.match(RULE_SET.id, /^rs-[0-9a-f]{16}$/)
  assert.ok(RULE_SET.hash.startsWith(RULE_SET.id.slice(3)))
})

test('another interpreter or another rule is another rule set', () => {
  assert.notEqual(named({ ...RULES, interpreter: 'another' }).id, RULE_SET.id)
  assert.notEqual(named({ ...RULES, entries: RULES.entries.slice(1) }).id, RULE_SET.id)
})

// When this fails, an old judgement would come out differently: bump INTERPRETER_VERSION and add a fixture, never edit one.
test('stored judgements are replayed byte for byte', () => {
  const stored = JSON.parse(readFileSync(new URL('./fixtures/judgements-1.json', import.meta.url), 'utf8')) as {
    readonly rules: RuleSet
    readonly cases: readonly { readonly facts: Facts; readonly on: string; readonly judgement: Json }[]
  }
  for (const { facts, on, judgement } of stored.cases) {
    assert.equal(canonical(plain(classify(stored.rules, facts, day(on)))), canonical(judgement))
  }
})

const CITE = /^(?:[LNQT]\d+(?:\.[0-9a-zđ]+)*|Q\.[IVX]+\.\d+)$/

function cites(value: Json): readonly Cite[] {
  if (typeof value === 'string') return CITE.test(value) ? [value as Cite] : []
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap((v) => (v === undefined ? [] : cites(v)))
}

test('every provision cited in the rules is known, and so is its instrument', () => {
  const all = new Set(cites(plain(RULES)))
  assert.ok(all.size > 80)
  for (const cite of all) {
    assert.ok(provisionOf(cite), cite)
    assert.ok(instrumentOf(cite), cite)
  }
})

test('the dossier has its sixteen fields in four parts, and every duty its own id', () => {
  const { fields, parts } = RULES.dossier
  assert.deepEqual(
    parts.map((p) => fields.filter((f) => f.part === p.id).length),
    [6, 6, 1, 3],
  )
  assert.equal(new Set(RULES.duties.map((d) => d.id)).size, RULES.duties.length)
})

test('provisions and instruments are listed once, with an official link', () => {
  assert.equal(new Set(PROVISIONS.map((p) => p.id)).size, PROVISIONS.length)
  for (const i of INSTRUMENTS) assert.match(i.link, /^https:\/\/vanban\.chinhphu\.vn\//)
})

function texts(value: Json): readonly { vi: string; en: string }[] {
  if (value === null || typeof value !== 'object') return []
  const own = value as { vi?: Json; en?: Json }
  if (typeof own.vi === 'string' && typeof own.en === 'string') return [{ vi: own.vi, en: own.en }]
  return Object.values(value).flatMap((v) => (v === undefined ? [] : texts(v)))
}

test('every text has both languages, precomposed, and promises nothing', () => {
  for (const { vi, en } of texts(plain([RULES, PROVISIONS, INSTRUMENTS]))) {
    assert.ok(vi.trim() && en.trim(), vi || en)
    assert.equal(vi, vi.normalize('NFC'))
    assert.doesNotMatch(en, /\b(compliant|approved by)\b/i)
  }
})
