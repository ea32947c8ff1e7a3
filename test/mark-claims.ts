import assert from 'node:assert/strict'
import { heldBlob } from '../src/mark/held.ts'
import { type MarkingEngine, markFile } from '../src/mark/marking.ts'
import { SMALLEST } from './mark-files.ts'

/** A claim as the engine makes it, caught on its way to be signed. */
export async function aClaim(engine: MarkingEngine, aiId: string, contentId: string): Promise<Uint8Array> {
  let caught: Uint8Array | undefined
  const sign = async (claim: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
    caught = Uint8Array.from(claim)
    throw new Error('only to see it')
  }
  const said = { statement: 'created-by-ai', aiId, contentId, provider: 'Thư viện Ô' } as const
  const wanted = { bytes: SMALLEST.jpeg ?? assert.fail(), said, roots: '', sign, blobOf: heldBlob }
  await assert.rejects(markFile(engine, wanted))
  return caught ?? assert.fail()
}

const FIRST = 0xd00000000000

/** As many claims as wanted, each over content of its own: only the number differs. */
export async function claimsOf(engine: MarkingEngine, aiId: string, count: number): Promise<Uint8Array[]> {
  const one = Buffer.from(await aClaim(engine, aiId, FIRST.toString(16)))
  const at = one.indexOf(FIRST.toString(16))
  return Array.from({ length: count }, (_, n) => {
    const claim = Buffer.from(one)
    claim.write((FIRST + n).toString(16), at)
    return claim
  })
}

/** The body of a job: a claim a line, named by its place. */
export const asLines = (claims: readonly Uint8Array[]): string =>
  claims.map((claim, n) => JSON.stringify({ claim: Buffer.from(claim).toString('base64'), ref: `${n}` })).join('\n')

/** Orders and follows jobs as a program does. */
export class Orderer {
  readonly #portal: string
  readonly #headers: Readonly<Record<string, string>>

  constructor(portal: string, apiKey: string) {
    this.#portal = portal
    this.#headers = { authorization: `Bearer ${apiKey}` }
  }

  async order(aiId: string, body: string, key: string): Promise<string> {
    const answer = await fetch(`${this.#portal}/api/v1/marks/jobs?aiId=${aiId}`, {
      method: 'POST',
      headers: { ...this.#headers, 'content-type': 'application/x-ndjson', 'idempotency-key': key },
      body,
    })
    const text = await answer.text()
    if (answer.status !== 202) throw new Error(`${answer.status} ${text}`)
    return (JSON.parse(text) as { id: string }).id
  }

  async job(id: string): Promise<{ readonly state: string; readonly signed: number; readonly refused: number }> {
    const answer = await fetch(`${this.#portal}/api/v1/marks/jobs/${id}`, { headers: this.#headers })
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    return (await answer.json()) as never
  }

  /** All that is there, as a program fetches it: behind the last line it has. */
  async results(id: string): Promise<{ readonly line: number; readonly ref: string; readonly contentId?: string }[]> {
    const all: { line: number; ref: string; contentId?: string }[] = []
    for (;;) {
      const after = all.at(-1)?.line ?? 0
      const at = `${this.#portal}/api/v1/marks/jobs/${id}/results?after=${after}`
      const text = await (await fetch(at, { headers: this.#headers })).text()
      const lines = text.split('\n').filter((line) => line !== '')
      if (lines.length === 0) return all
      all.push(...lines.map((line) => JSON.parse(line) as never))
    }
  }
}
