import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { paperPortal } from '../../test/evidence.ts'
import { canonical, type Json } from '../base/canonical.ts'
import { utf8 } from './encoding.ts'
import { type Evidence, judgeEvidence, MAX_EVIDENCE, parseEvidence, printEvidence, type Trust } from './evidence.ts'
import { examine, OUTCOMES, outcomeOf } from './examine.ts'
import { parseKeys, toBase64Url } from './jws.ts'
import { NO_QUORUM } from './policy.ts'
import { printProof } from './proof.ts'
import { tell } from './words.ts'

const portal = paperPortal()
const receipts = Array.from({ length: 500 }, (_, n) => portal.receipt(n))
const all = await portal.evidence(receipts)
const one = all[123] ?? assert.fail()
const read = (file: string | Uint8Array): Evidence => {
  const found = parseEvidence(file)
  return found.ok ? found.value : assert.fail(found.refusals[0]?.code)
}
const came = (evidence: Evidence, trust: Trust = portal.trust) =>
  outcomeOf(examine(utf8(printEvidence(evidence)), trust))
const opening = one.opened.receipt ?? assert.fail()

test('five hundred receipts: each file is read, printed the same, and holds', () => {
  for (const evidence of all) {
    const file = printEvidence(evidence)
    const again = read(file)
    assert.equal(printEvidence(again), file)
    const { holds, ...answers } = judgeEvidence(again, portal.witnessed)
    assert.ok(holds, JSON.stringify(answers))
  }
})

test('a receipt shown with the evidence of another is wrong', () => {
  const other = all[124] ?? assert.fail()
  assert.equal(came({ ...one, opened: other.opened }), 'wrong')
  assert.equal(came({ ...one, entry: other.entry }), 'wrong')
  assert.equal(came({ ...one, jws: other.jws ?? '' }), 'wrong')
  assert.equal(came({ ...one, proof: other.proof }), 'wrong')
})

test('two thousand files changed by one character are never accepted', () => {
  const file = printEvidence(one)
  const characters = 'AZaz09+/= \n—\u0000é{}":'
  fc.assert(
    fc.property(
      fc.nat(file.length - 1),
      fc.nat(characters.length - 1),
      fc.constantFrom('put', 'insert', 'drop'),
      (at, with_, how) => {
        const char = characters[with_] ?? ''
        const rest = file.slice(how === 'insert' ? at : at + 1)
        const changed = `${file.slice(0, at)}${how === 'drop' ? '' : char}${rest}`
        fc.pre(changed !== file)
        const found = examine(utf8(changed), portal.witnessed)
        return outcomeOf(found) !== 'holds' && tell(found).tone !== 'good'
      },
    ),
    { numRuns: 2000 },
  )
})

test('two thousand files whose content was changed and written well again are never accepted', () => {
  const { value } = opening
  const members = Object.keys(value as object)
  const content = fc.record({
    member: fc.constantFrom(...members),
    value: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
    jws: fc.constantFrom('kept', 'left out', 'with the same change'),
  })
  fc.assert(
    fc.property(content, ({ member, value: put, jws }) => {
      const changed = { ...(value as Record<string, Json>), [member]: put }
      fc.pre(canonical(changed) !== canonical(value))
      const { jws: signed = '', ...rest } = one
      const evidence: Evidence = {
        ...rest,
        opened: { receipt: { ...opening, value: changed } },
        ...(jws === 'left out' ? {} : { jws: jws === 'kept' ? signed : withPayload(signed, changed) }),
      }
      return came(evidence) === 'wrong'
    }),
    { numRuns: 2000 },
  )
})

const withPayload = (jws: string, value: Json): string =>
  jws
    .split('.')
    .map((part, n) => (n === 1 ? toBase64Url(utf8(canonical(value))) : part))
    .join('.')

test('each way in which a file can fail to convince has a name of its own', () => {
  const { jws = '', ...without } = one
  const { signed } = one.proof
  const unsigned = { ...signed, note: { ...signed.note, signatures: signed.note.signatures.slice(1) } }
  const stranger: Trust = { policy: { logs: [], witnesses: [], quorum: NO_QUORUM }, keys: [portal.jwk] }
  const waits = { ...one, proof: { ...one.proof, index: 500, path: [] } }
  const early = {
    ...one,
    proof: {
      ...one.proof,
      signed: { ...signed, note: { ...signed.note, signatures: signed.note.signatures.slice(0, 1) } },
    },
  }
  const asked = (evidence: Evidence, trust = portal.trust) => came(evidence, trust)
  assert.equal(asked(one), 'holds')
  assert.equal(asked(without), 'holds')
  assert.equal(asked({ ...without, opened: {} }), 'holds')
  assert.equal(asked({ ...one, opened: {} }), 'not-bound')
  assert.equal(asked(waits), 'not-yet')
  assert.equal(asked(early, portal.witnessed), 'too-few')
  assert.equal(asked({ ...one, proof: { ...one.proof, signed: unsigned } }), 'unsigned')
  assert.equal(asked(one, stranger), 'unknown-log')
  assert.equal(asked(one, { ...portal.trust, keys: [] }), 'key-unknown')
  assert.equal(asked({ ...one, opened: { ...one.opened, event: { ...opening, value: {} } } }), 'wrong')
  assert.equal(asked({ ...one, opened: { ...one.opened, other: opening } }), 'not-covered')
  const of = (text: string, trust = portal.trust) => outcomeOf(examine(utf8(text), trust))
  assert.equal(of(jws), 'jws-good')
  assert.equal(of(`${jws}\n`), 'jws-good')
  assert.equal(of(withPayload(jws, { number: 'TB-2026-999999' })), 'jws-wrong')
  assert.equal(of(jws, { ...portal.trust, keys: [] }), 'jws-unknown')
  assert.equal(of(canonical(opening.value)), 'json')
  assert.equal(of('%PDF-1.7 …'), 'pdf')
  assert.equal(of(printProof(one.proof)), 'bare-proof')
  assert.equal(of(printProof({ ...one.proof, extra: utf8('something else') })), 'unreadable')
  assert.equal(of(''), 'unreadable')
  assert.equal(of('a'.repeat(MAX_EVIDENCE + 1)), 'too-long')
})

test('keys that come with a file are never believed', () => {
  const evidence = { ...one, keys: [portal.jwk] }
  assert.equal(came(evidence, { ...portal.trust, keys: [] }), 'key-unknown')
  assert.equal(came(evidence), 'holds')
})

test('what contradicts itself is wrong even where it is not yet included, and never the other way round', () => {
  const waits = { ...one, proof: { ...one.proof, index: 500, path: [] } }
  assert.equal(came({ ...waits, opened: { receipt: { ...opening, value: { number: 'x' } } } }), 'wrong')
  const { content, inclusion, holds } = judgeEvidence(waits, portal.trust)
  assert.deepEqual([content.receipt, inclusion, holds], ['holds', 'not-yet', false])
})

test('nothing that is read can throw, whatever is inside', () => {
  const inside = (text: string) => printProof({ ...one.proof, extra: utf8(text) })
  const code = (text: string): string => {
    const found = parseEvidence(inside(text))
    return found.ok ? assert.fail() : (found.refusals[0]?.code ?? '')
  }
  const content = (more: object) => canonical({ type: 'saola.evidence.v1', entry: one.entry, opened: {}, ...more })
  assert.equal(code('{"a":1}'), 'log.evidence-extra')
  assert.equal(code(`${'['.repeat(5000)}${']'.repeat(5000)}`), 'log.evidence-extra')
  assert.equal(code(` ${content({})}`), 'log.evidence-extra')
  assert.equal(code(content({}).replace('{', '{"type":"saola.evidence.v1",')), 'log.evidence-extra')
  assert.equal(code(content({ more: 1 })), 'log.evidence-extra')
  assert.equal(code(content({ entry: '{}' })), 'log.evidence-entry')
  assert.equal(code(content({ entry: `${one.entry} ` })), 'log.evidence-entry')
  assert.equal(code(content({ opened: { Receipt: opening } })), 'log.evidence-opened')
  assert.equal(code(content({ opened: { receipt: { ...opening, salt: 'AAAA' } } })), 'log.evidence-opened')
  assert.equal(code(content({ jws: 'a.b.c' })), 'log.evidence-jws')
  assert.equal(code(content({ keys: [{ kty: 'RSA' }] })), 'log.evidence-keys')
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), fc.string({ unit: 'binary' }), (json, text) => {
      for (const file of [inside(json), json, text]) tell(examine(utf8(file), portal.trust))
      return true
    }),
    { numRuns: 500 },
  )
})

test('a signature that asks to be understood otherwise is no signature of ours', () => {
  const { jws = '' } = one
  const headed = (header: object) =>
    [toBase64Url(utf8(canonical(header as Json))), ...jws.split('.').slice(1)].join('.')
  const is = (text: string) => examine(utf8(text), portal.trust).is
  assert.equal(is(headed({ alg: 'none', kid: portal.jwk.kid })), 'unreadable')
  assert.equal(is(headed({ alg: 'EdDSA', kid: portal.jwk.kid, crit: ['b64'], b64: false })), 'unreadable')
  assert.equal(is(`${jws}=`), 'unreadable')
  assert.equal(is(`${jws}.`), 'unreadable')
})

test('of a set of keys those are taken that can have signed, and anything else is passed over', () => {
  const set = {
    keys: [
      { ...portal.jwk, use: 'sig', alg: 'EdDSA' },
      { kty: 'RSA', kid: 'r' },
      { ...portal.jwk, x: 'A' },
    ],
  }
  const keys = parseKeys(JSON.stringify(set))
  assert.deepEqual(keys.ok && keys.value, [portal.jwk])
  assert.equal(parseKeys('[]').ok, false)
})

test('every outcome is told in both languages, and only one of them is good', () => {
  const told = [one, { ...one, opened: {} }].map((evidence) =>
    tell(examine(utf8(printEvidence(evidence)), portal.trust)),
  )
  assert.deepEqual(
    told.map(({ tone }) => tone),
    ['good', 'open'],
  )
  assert.equal(told[0]?.facts.find(({ name }) => name.en === 'Number')?.value.vi, 'TB-2026-000123')
  assert.equal(told[0]?.facts.find(({ name }) => name.en === 'Recorded')?.value.vi, '09:00:00 ngày 02/11/2026 (UTC+7)')
  assert.equal(new Set(OUTCOMES).size, 18)
})
