import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { PlainFault } from '../../db/fault.ts'
import { cosign } from '../../log/cosignature.ts'
import { toBase64 } from '../../log/encoding.ts'
import { hashFromBase64 } from '../../log/hash.ts'
import {
  COSIGNATURE_V1,
  type LogKey,
  printVerifierKey,
  type Signer,
  signerFromSeed,
  type WitnessKey,
} from '../../log/key.ts'
import { answerTo, judge, NEVER_SEEN, parseAddCheckpoint } from '../../log/witness.ts'
import type { Head } from '../../log/verify.ts'
import { keepFiles, readIfThere } from './files.ts'

/**
 * A witness (C2SP tlog-witness): sees that a log only grows, and signs what it saw. It should run elsewhere, with
 * somebody else, on another machine than the log it watches: that is all its worth.
 */
export interface WitnessSetup {
  /** Its key and what it saw last. */
  readonly folder: string
  readonly name: string
  readonly logs: readonly LogKey[]
  readonly now: () => number
}

const KEY = 'witness-key'
const STATE = 'state.json'
/** As long as a note may be, and a path. */
const LIMIT = 1_010_000

export type WitnessSigner = Signer<WitnessKey['type']>

/** Its key, made at the first start. 32 secret bytes as base64url, for its owner's eyes only. */
export function witnessSigner(folder: string, name: string): WitnessSigner {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, KEY)
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  const seed = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
  if (seed.length !== 32) throw new PlainFault(`${file} is not the key of a witness.`)
  return signerFromSeed(name, COSIGNATURE_V1, seed)
}

/** The last head of each log it cosigned, by origin. */
type Seen = Readonly<Record<string, { readonly size: number; readonly root: string }>>

async function readSeen(folder: string): Promise<Seen> {
  const bytes = await readIfThere(join(folder, STATE))
  if (bytes === undefined) return {}
  return JSON.parse(Buffer.from(bytes).toString()) as Seen
}

/** Answers requests one after the other: what it has seen is never read while it is being changed. */
export function witness({ folder, name, logs, now }: WitnessSetup) {
  const signer = witnessSigner(folder, name)
  let turn: Promise<unknown> = Promise.resolve()

  async function answer(body: Uint8Array): Promise<ReturnType<typeof answerTo>> {
    const asked = parseAddCheckpoint(body)
    if (!asked.ok) return answerTo({ status: 400 }, [])
    const { origin } = asked.value.signed.checkpoint
    const keys = logs.filter((key) => key.name === origin)
    const seen = await readSeen(folder)
    const judged = judge(keys.length === 0 ? undefined : { keys, latest: headOf(seen[origin]) }, asked.value)
    if (judged.status !== 200) return answerTo(judged, [])
    const { size, root } = judged.latest
    const next: Seen = { ...seen, [origin]: { size, root: toBase64(root) } }
    await keepFiles(folder, [{ path: STATE, bytes: Buffer.from(`${JSON.stringify(next, null, 2)}\n`) }])
    // If we die here, we have seen a head that nobody was told of: the log asks again and is answered.
    return answerTo(judged, [cosign(judged.text, now(), signer)])
  }

  return {
    key: signer.key,
    add(body: Uint8Array): Promise<ReturnType<typeof answerTo>> {
      const mine = turn.then(() => answer(body))
      turn = mine.catch(() => undefined)
      return mine
    },
  }
}

function headOf(seen: Seen[string] | undefined): Head {
  if (seen === undefined) return NEVER_SEEN
  const root = hashFromBase64(seen.root)
  if (root === undefined)
    throw new PlainFault(`${STATE} of the witness cannot be read: without it nothing is cosigned.`)
  return { size: seen.size, root }
}

export interface RunningWitness {
  readonly url: string
  /** `name+id+key`, for the policies of others. */
  readonly verifierKey: string
  stop(): Promise<void>
}

export async function startWitness(
  setup: WitnessSetup,
  { host, port }: { readonly host: string; readonly port: number },
  onFault: (error: unknown) => void = () => undefined,
): Promise<RunningWitness> {
  const own = witness(setup)
  const server = createServer((request, response) => {
    respond(own, request, response).catch((error: unknown) => {
      onFault(error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  server.requestTimeout = 15_000
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(port, host, done)
  })
  const place = server.address()
  const at = typeof place === 'object' && place !== null ? place.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${at}`,
    verifierKey: printVerifierKey(own.key),
    stop: () => closed(server),
  }
}

const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })

async function respond(own: ReturnType<typeof witness>, request: IncomingMessage, response: ServerResponse) {
  if (request.url !== '/add-checkpoint') return void response.writeHead(404).end()
  if (request.method !== 'POST') return void response.writeHead(405, { allow: 'POST' }).end()
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LIMIT) return void response.writeHead(413, { connection: 'close' }).end()
    chunks.push(chunk)
  }
  const { status, type, body } = await own.add(Buffer.concat(chunks))
  response.writeHead(status, { 'content-type': type }).end(body)
}
