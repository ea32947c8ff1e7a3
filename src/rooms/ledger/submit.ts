import { parseSignedCheckpoint, type SignedCheckpoint } from '../../log/checkpoint.ts'
import { fromDecimal } from '../../log/encoding.ts'
import { signedWith, withSignatures } from '../../log/note.ts'
import type { Policy, Witness } from '../../log/policy.ts'
import { witnessesOf } from '../../log/proof.ts'
import { printSignature } from '../../log/signature.ts'
import { tileReader } from '../../log/tiles.ts'
import { proveConsistency } from '../../log/tree.ts'
import { parseCosignatures, printAddCheckpoint } from '../../log/witness.ts'
import { tilesIn } from './files.ts'
import type { Ledger, WitnessLine } from './schema.ts'
import { cosigned, publishCheckpoint } from './sequence.ts'
import * as store from './store.ts'

const PATIENCE_MS = 5000

/** What a witness made of a head: its cosignature, or the size it holds instead and why there is none. */
type Said =
  | { readonly line: string; readonly size: number }
  | { readonly line: null; readonly size: number; readonly problem: string }

/**
 * Shows the present head to every witness that has not cosigned it, all at once, and publishes the checkpoint again
 * with what they gave. Nothing waits for this: a witness that is away costs its own cosignature and nothing else.
 * Gives what went wrong, in words.
 */
export async function submitHead(ledger: Ledger, policy: Policy): Promise<readonly string[]> {
  const { db, now, site } = ledger.desk
  const head = await store.findHead(db, site.log.origin)
  const signed = head && parseSignedCheckpoint(head.note)
  if (head === undefined || !signed?.ok) return []
  const before = new Map((await store.listWitnesses(db)).map((line) => [line.key, line]))
  const open = policy.witnesses.filter((witness) => !hasCosigned(before.get(nameOf(witness)), head.size))
  const said = await Promise.all(
    open.map(async (witness) => {
      const known = before.get(nameOf(witness))?.size ?? 0
      const answer = await show(site.log.folder, witness, signed.value, known)
      const problem = answer.line === null ? answer.problem : null
      await store.keepWitness(db, { key: nameOf(witness), size: answer.size, line: answer.line, at: now(), problem })
      return answer
    }),
  )
  if (said.some(({ line }) => line !== null)) {
    await publishCheckpoint(ledger)
    const note = await cosigned(db, head)
    const whole = parseSignedCheckpoint(note)
    if (whole.ok && witnessesOf(whole.value, policy).is === 'enough')
      await store.setWitnessed(db, site.log.origin, note)
  }
  return said.flatMap((answer) => (answer.line === null ? [answer.problem] : []))
}

export const nameOf = ({ key }: Witness): string => `${key.name}+${key.id}`

const hasCosigned = (said: WitnessLine | undefined, size: number): boolean => said?.line != null && said.size === size

/** Asks with the size we believe it holds, and once more with the size it names. */
async function show(folder: string, witness: Witness, signed: SignedCheckpoint, known: number): Promise<Said> {
  const first = await ask(folder, witness, signed, Math.min(known, signed.checkpoint.size))
  return first.line === null && first.again !== undefined ? ask(folder, witness, signed, first.again) : first
}

async function ask(
  folder: string,
  witness: Witness,
  signed: SignedCheckpoint,
  old: number,
): Promise<Said & { readonly again?: number }> {
  const { size } = signed.checkpoint
  const no = (problem: string, holds = old) => ({ line: null, size: holds, problem: `${witness.name}: ${problem}` })
  try {
    const path = await proveConsistency(old, size, tileReader(size, tilesIn(folder)))
    const response = await fetch(`${witness.url?.replace(/\/$/, '')}/add-checkpoint`, {
      method: 'POST',
      body: printAddCheckpoint({ old, path, signed }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const body = await response.text()
    if (response.status === 200) return lineOf(witness, signed, body) ?? no('its cosignature is not its own')
    if (response.status !== 409) return no(WORDS[response.status] ?? `answered ${response.status}`)
    const holds = fromDecimal(body.replace(/\n$/, ''))
    if (holds === undefined) return no('answered 409 without a size')
    if (holds > size)
      return no(`holds ${holds} acts, more than the ${size} we know of: was an older database restored?`, holds)
    if (holds === old) return no(`holds another tree of ${holds} acts than ours`, holds)
    return { ...no(`holds ${holds} acts`, holds), again: holds }
  } catch (error) {
    // Away, slow, cut off: whatever it was, the next head is shown to it again.
    return no(error instanceof Error && error.name === 'TimeoutError' ? 'did not answer in time' : 'is away')
  }
}

const WORDS: Readonly<Record<number, string>> = {
  400: 'could not read what we sent',
  403: 'does not trust our key',
  404: 'does not know our log',
  422: 'says that our tree did not grow from the one it saw',
}

/** The cosignature as a line under the note, if it is one of this witness's key. */
function lineOf({ key }: Witness, { note, checkpoint }: SignedCheckpoint, body: string): Said | undefined {
  const given = parseCosignatures(body)
  const own = given.ok ? given.value.filter(({ name, id }) => name === key.name && id === key.id) : []
  const [line] = own
  if (line === undefined || signedWith(withSignatures(note, own), key).is !== 'good') return undefined
  return { line: printSignature(line), size: checkpoint.size }
}
