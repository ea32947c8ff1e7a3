import { randomBytes, X509Certificate } from 'node:crypto'
import { heldBlob } from './mark/held.ts'
import { type MarkedFile, type MarkingEngine, markFile } from './mark/marking.ts'
import type { Registration } from './mark/own.ts'
import { parentOf } from './mark/parent.ts'
import { compiledEngine, startEngine } from './rooms/marks/engine.ts'

/** Whom to ask for signatures, and for which system. */
export interface MarkerOptions {
  /** Address of the portal, such as https://saola.example.vn. */
  readonly portal: string
  /** An API key of the provider with the scope marks:write. */
  readonly apiKey: string
  readonly aiId: string
  /** The root of the portal as PEM, when it is known from elsewhere; else it is fetched from the portal. */
  readonly root?: string
  readonly fetch?: typeof fetch
}

export interface MarkOptions {
  readonly statement?: Registration['statement']
  /** Twelve hexadecimal digits; drawn at random when not given. What a watermark in the picture carries. */
  readonly contentId?: string
  /** The marked file this one was made from: it becomes the parent of the new manifest. */
  readonly before?: Uint8Array
}

export interface MarkedHere extends MarkedFile {
  readonly contentId: string
  /** Signatures the organisation may still take today. */
  readonly left: number
}

/** The portal said no, or could not be reached. */
export class PortalSaysNo extends Error {
  /** Codes of refusals, as in the API. */
  readonly codes: readonly string[]
  constructor(says: string, codes: readonly string[]) {
    super(says)
    this.codes = codes
  }
}

export interface Marker {
  /** Marks a file where it is; the portal sees its claim of some 580 bytes. Throws `NotMarked` and `PortalSaysNo`. */
  mark(bytes: Uint8Array, options?: MarkOptions): Promise<MarkedHere>
  /**
   * Runs any step that loses or breaks marks (sharp, ffmpeg, an upload service) and marks what comes out, with what went
   * in as its parent: `around(bytes, (bytes) => sharp(bytes).resize(800).toBuffer())`.
   */
  around(
    bytes: Uint8Array,
    step: (bytes: Uint8Array) => Promise<Uint8Array>,
    options?: Omit<MarkOptions, 'before'>,
  ): Promise<MarkedHere>
}

/** Opens the engine and learns the root. The key of the API travels to the portal only. */
export async function openMarker(options: MarkerOptions): Promise<Marker> {
  const { portal, aiId, fetch: ask = fetch } = options
  const root = options.root ?? (await rootOf(portal, ask))
  // The engine writes too; reading is all its own wrapper speaks of.
  const engine = (await startEngine(compiledEngine())) as unknown as MarkingEngine

  async function mark(bytes: Uint8Array, { statement, contentId, before }: MarkOptions = {}): Promise<MarkedHere> {
    let left = 0
    const parent = parentOf(before ?? bytes, heldBlob)
    const said = {
      // A step after which something else is there than before is editing; the parent says how it began.
      ...{ statement: statement ?? (before === undefined ? 'created-by-ai' : 'edited-by-ai'), aiId },
      ...{ contentId: contentId ?? randomBytes(6).toString('hex') },
      ...{ register: `${portal}/vi/register/${aiId}`, at: new Date().toISOString() },
    } as const
    const sign = async (claim: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
      const signed = await signedBy(options, ask, claim)
      left = signed.left
      return signed.cose
    }
    const wanted = { bytes, said, roots: root, sign, blobOf: heldBlob, ...(parent === undefined ? {} : { parent }) }
    const marked = await markFile(engine, wanted)
    return { ...marked, contentId: said.contentId, left }
  }
  return {
    mark,
    around: async (bytes, step, more = {}) => mark(await step(bytes), { ...more, before: bytes }),
  }
}

async function rootOf(portal: string, ask: typeof fetch): Promise<string> {
  const answer = await ask(`${portal}/marks/root.pem`).catch(unreached(portal))
  const text = await answer.text()
  if (!answer.ok) throw new PortalSaysNo(`${portal} gives no root certificate for marks.`, [])
  return new X509Certificate(text).toString()
}

const unreached = (portal: string) => (): never => {
  throw new PortalSaysNo(`${portal} cannot be reached.`, [])
}

interface Problem {
  readonly errors?: readonly { readonly code: string; readonly en?: string }[]
}

async function signedBy(
  { portal, apiKey, aiId }: MarkerOptions,
  ask: typeof fetch,
  claim: Uint8Array,
): Promise<{ readonly cose: Uint8Array<ArrayBuffer>; readonly left: number }> {
  const answer = await ask(`${portal}/api/v1/marks/sign`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ aiId, claim: Buffer.from(claim).toString('base64') }),
  }).catch(unreached(portal))
  const said = (await answer.json().catch(() => ({}))) as Problem & { cose?: string; left?: number }
  if (answer.ok && said.cose !== undefined)
    return { cose: Uint8Array.from(Buffer.from(said.cose, 'base64')), left: said.left ?? 0 }
  const errors = said.errors ?? []
  const words = errors.map(({ en, code }) => en ?? code).join(' ')
  throw new PortalSaysNo(
    words || `The portal answered ${answer.status}.`,
    errors.map(({ code }) => code),
  )
}
