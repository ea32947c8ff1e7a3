import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { actAtOnce, checked, ledgerOf, library, logSigner } from '../../../test/ledger.ts'
import { freshDatabase, type TestKit } from '../../../test/kit.ts'
import { parseSignedCheckpoint } from '../../log/checkpoint.ts'
import { isWitnessKey, parseVerifierKey } from '../../log/key.ts'
import { parsePolicy, type Policy } from '../../log/policy.ts'
import { witnessesOf } from '../../log/proof.ts'
import { leafHash } from '../../log/hash.ts'
import { verifyProof } from '../../log/proof.ts'
import { printVerifierKey } from '../../log/key.ts'
import { tileReader } from '../../log/tiles.ts'
import { proveConsistency } from '../../log/tree.ts'
import { printAddCheckpoint } from '../../log/witness.ts'
import { headNow, proofOf, startWitness, writeAll } from './actions.ts'
import { tilesIn } from './files.ts'
import type { Ledger } from './schema.ts'
import { publishCheckpoint } from './sequence.ts'
import * as store from './store.ts'
import { submitHead } from './submit.ts'
import type { RunningWitness } from './witness.ts'

interface Ending {
  after(run: () => Promise<void> | void): void
}

function folder(t: Ending): string {
  const dir = mkdtempSync(join(tmpdir(), 'saola-witness-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

const SEEN_AT = 1_795_000_000

async function watch(t: Ending, kit: TestKit, name: string, dir = folder(t)): Promise<RunningWitness> {
  const setup = { folder: dir, name, logs: [logSigner(kit).key], now: () => SEEN_AT }
  const running = await startWitness(setup, { host: '127.0.0.1', port: 0 })
  t.after(running.stop)
  return running
}

/** A policy that wants any of these witnesses, or as many as it says. */
function policyOf(
  kit: TestKit,
  witnesses: readonly (RunningWitness & { readonly at?: string })[],
  need = 'any',
): Policy {
  const lines = witnesses.map((w, n) => `witness W${n} ${w.verifierKey} ${w.at ?? w.url}`)
  const names = witnesses.map((_, n) => `W${n}`).join(' ')
  const log = `log ${printVerifierKey(logSigner(kit).key)}`
  const policy = parsePolicy([log, ...lines, `group G ${need} ${names}`, 'quorum G', ''].join('\n'))
  assert.ok(policy.ok, JSON.stringify(policy))
  return policy.value
}

async function logged(
  t: Ending,
  many = 3,
): Promise<{ kit: TestKit; ledger: Ledger; grow: (n?: number) => Promise<void> }> {
  const { kit } = await freshDatabase(t as never)
  const [ledger, party] = [ledgerOf(kit), await library(kit)]
  const grow = async (n = 2): Promise<void> => {
    await actAtOnce(kit, party, n)
    await writeAll(ledger)
  }
  await grow(many)
  return { kit, ledger, grow }
}

test('two witnesses cosign each head, and the published checkpoint bears both', async (t) => {
  const { kit, ledger, grow } = await logged(t)
  const witnesses = [await watch(t, kit, 'w1.example'), await watch(t, kit, 'w2.example')]
  const policy = policyOf(kit, witnesses, 'all')
  for (const size of [3, 305, 307]) {
    assert.deepEqual(await submitHead(ledger, policy), [])
    const shown = await headNow(kit)
    assert.equal(shown?.checkpoint.size, size)
    assert.deepEqual(shown && witnessesOf(shown, policy), {
      is: 'enough',
      cosigned: ['W0', 'W1'].map((name) => ({ name, at: SEEN_AT })),
      wrong: [],
    })
    assert.deepEqual((await checked(kit)).findings, [])
    await grow(size === 3 ? 302 : 2)
  }
})

test('a witness that is away costs its own cosignature and nothing else, and catches up when it is back', async (t) => {
  const { kit, ledger, grow } = await logged(t)
  const dir = folder(t)
  const [here, gone] = [await watch(t, kit, 'w1.example'), await watch(t, kit, 'w2.example', dir)]
  assert.deepEqual(await submitHead(ledger, policyOf(kit, [here, gone])), [])
  await gone.stop()
  await grow()
  assert.deepEqual(await submitHead(ledger, policyOf(kit, [here, gone])), ['W1: is away'])
  assert.equal((await headNow(kit))?.note.signatures.length, 2)
  await grow()
  const back = await watch(t, kit, 'w2.example', dir)
  const policy = policyOf(kit, [here, { ...gone, at: back.url }])
  assert.deepEqual(await submitHead(ledger, policy), [])
  assert.equal((await headNow(kit))?.note.signatures.length, 3)
})

test('what enough witnesses have seen is what proofs are given under', async (t) => {
  const { kit, ledger, grow } = await logged(t)
  const witness = await watch(t, kit, 'w1.example')
  const policy = policyOf(kit, [witness])
  await submitHead(ledger, policy)
  await grow()
  const rows = await kit.db.selectFrom('log_leaf').select(['id', 'log_index', 'body']).orderBy('log_index').execute()
  for (const { id, log_index, body } of rows) {
    const proof = await proofOf(kit, id)
    assert.ok(proof !== undefined && proof !== 'not-yet')
    const verdict = verifyProof(proof, leafHash(body), policy)
    const seen = (log_index ?? 0) < 3
    assert.deepEqual([verdict.holds, verdict.witnesses.is], [seen, seen ? 'enough' : 'too-few'])
  }
})

test('a log the witness has not met is shown from its beginning, whatever we believed it to hold', async (t) => {
  const { kit, ledger } = await logged(t, 5)
  const witness = await watch(t, kit, 'w1.example')
  const key = parseVerifierKey(witness.verifierKey)
  assert.ok(key.ok && isWitnessKey(key.value))
  const name = `${key.value.name}+${key.value.id}`
  await store.keepWitness(kit.db, { key: name, size: 4, line: null, at: kit.now(), problem: null })
  assert.deepEqual(await submitHead(ledger, policyOf(kit, [witness])), [])
})

test('a witness that holds more than we know is believed to have seen an older backup restored, and says its size', async (t) => {
  const { kit, ledger, grow } = await logged(t)
  const dir = folder(t)
  const root = Buffer.alloc(32, 7).toString('base64')
  writeFileSync(join(dir, 'state.json'), JSON.stringify({ [kit.site.log.origin]: { size: 9, root } }))
  const witness = await watch(t, kit, 'w1.example', dir)
  const [problem = ''] = await submitHead(ledger, policyOf(kit, [witness]))
  assert.match(problem, /^W0: holds 9 acts, more than the 3 we know of: was an older database restored\?$/)
  const [line] = await store.listWitnesses(kit.db)
  assert.deepEqual([line?.size, line?.line, line?.problem], [9, null, problem])
  await grow(6)
  assert.deepEqual(await submitHead(ledger, policyOf(kit, [witness])), ['W0: holds another tree of 9 acts than ours'])
  await grow(6)
  assert.deepEqual(await submitHead(ledger, policyOf(kit, [witness])), [
    'W0: says that our tree did not grow from the one it saw',
  ])
  assert.equal((await headNow(kit))?.note.signatures.length, 1)
})

test('a cosignature that is not of the key we know is not published', async (t) => {
  const { kit, ledger } = await logged(t)
  const [one, other] = [await watch(t, kit, 'w1.example'), await watch(t, kit, 'w1.example')]
  const policy = policyOf(kit, [{ ...one, at: other.url }])
  assert.deepEqual(await submitHead(ledger, policy), ['W0: its cosignature is not its own'])
  assert.equal((await headNow(kit))?.note.signatures.length, 1)
})

test('the witness answers with the statuses of the standard', async (t) => {
  const { kit, grow } = await logged(t, 4)
  const witness = await watch(t, kit, 'w1.example')
  const first = await headNow(kit)
  await grow(3)
  const second = await headNow(kit)
  assert.ok(first && second)
  const path = await proveConsistency(4, 7, tileReader(7, tilesIn(kit.site.log.folder)))
  const send = async (body: string, method = 'POST', to = '/add-checkpoint') => {
    const response = await fetch(witness.url + to, { method, ...(method === 'POST' ? { body } : {}) })
    return [response.status, response.headers.get('content-type'), await response.text()] as const
  }
  const begin = printAddCheckpoint({ old: 0, path: [], signed: first })
  const grown = printAddCheckpoint({ old: 4, path, signed: second })
  const renamed = parseSignedCheckpoint(begin.slice(begin.indexOf('\n\n') + 2).replace(/^[^\n]+/, 'other.example/log'))
  assert.ok(renamed.ok)
  assert.equal((await send('nonsense'))[0], 400)
  assert.equal((await send(printAddCheckpoint({ old: 0, path: [], signed: renamed.value })))[0], 404)
  assert.equal((await send(begin.replace(/\n4\n/, '\n5\n')))[0], 403)
  assert.equal((await send(printAddCheckpoint({ old: 9, path: [], signed: first })))[0], 400)
  assert.deepEqual(await send(grown), [409, 'text/x.tlog.size', '0\n'])
  const [status, type, body] = await send(begin)
  assert.deepEqual([status, type], [200, 'text/plain; charset=utf-8'])
  assert.match(body, /^— w1\.example [A-Za-z0-9+/=]+\n$/)
  assert.equal((await send(printAddCheckpoint({ old: 4, path: [], signed: first })))[0], 200, 'the same head once more')
  assert.equal((await send(printAddCheckpoint({ old: 4, path: path.slice(1), signed: second })))[0], 422)
  assert.equal((await send(grown))[0], 200)
  assert.deepEqual(await send(begin), [409, 'text/x.tlog.size', '7\n'])
  assert.equal((await send('', 'GET'))[0], 405)
  assert.equal((await send('', 'GET', '/'))[0], 404)
})

test('of two growths asked for at once the witness cosigns one, and never goes back', async (t) => {
  const { kit, grow } = await logged(t, 4)
  const dir = folder(t)
  const witness = await watch(t, kit, 'w1.example', dir)
  const heads = [await headNow(kit)]
  await grow()
  heads.push(await headNow(kit))
  const answers = await Promise.all(
    heads.flatMap((signed) => {
      assert.ok(signed)
      const body = printAddCheckpoint({ old: 0, path: [], signed })
      return [1, 2, 3].map(async () => (await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body })).status)
    }),
  )
  assert.equal(answers.filter((status) => status === 200).length, 1)
  assert.equal(answers.filter((status) => status === 409).length, 5)
  const seen = JSON.parse(readFileSync(join(dir, 'state.json'), 'utf8')) as Record<string, { size: number }>
  assert.ok([4, 6].includes(seen[kit.site.log.origin]?.size ?? 0))
  assert.equal(statSync(join(dir, 'witness-key')).mode & 0o777, 0o600)
})

test('a checkpoint is never published over a newer one', async (t) => {
  const { kit, ledger, grow } = await logged(t)
  const old = await store.findHead(kit.db, kit.site.log.origin)
  await grow()
  assert.ok(old)
  await kit.db.updateTable('log_head').set({ size: old.size, root: old.root, note: old.note }).execute()
  await publishCheckpoint(ledger)
  assert.equal((await headNow(kit))?.checkpoint.size, 5)
})
