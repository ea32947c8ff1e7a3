import type { Database } from '../../db/kit.ts'
import { printBundle } from '../../log/bundle.ts'
import { printCheckpoint } from '../../log/checkpoint.ts'
import { edgeAt, grow, NO_EDGE, rootOfEdge, type Edge } from '../../log/edge.ts'
import { toBase64, toHex } from '../../log/encoding.ts'
import { EMPTY_ROOT, leafHash, sameHash, type Hash } from '../../log/hash.ts'
import { parseNote, printNote, signedWith, signNote } from '../../log/note.ts'
import { parseSignature } from '../../log/signature.ts'
import { parseTilePath, printTile, TILE_WIDTH, TileFault, tilePath, tilesFor, type Tile } from '../../log/tiles.ts'
import {
  CHECKPOINT,
  clearStage,
  dropPartials,
  dropStage,
  keepFiles,
  largestSize,
  readCheckpoint,
  readStage,
  stage,
  tilesIn,
  type Around,
  type FileToKeep,
} from './files.ts'
import { mayBegin, type Published, standing } from './rules.ts'
import { type Deed, type Head, type Ledger, LedgerRefuses } from './schema.ts'
import * as store from './store.ts'

const LEASE_SECONDS = 10
/** Leaves of one head: enough for an import, little enough to be staged in memory. */
const BATCH = 8192

/** What one process remembers between two rounds, and forgets whenever something went wrong. */
export interface Memory {
  edge?: Edge
  /** The files were looked through since this process began. */
  looked?: boolean
}

/** `more`: the batch was full, so go on at once. `not-ours`: another process holds the lease. */
export type Round = 'idle' | 'grew' | 'more' | 'not-ours'

/**
 * One round of the writer: brings the files to the head, then moves the head over everything that waits. What it does
 * first is what a start does: recovery is the normal path.
 *
 *   take leaves → compute → stage → sign → swap the head → publish → tidy
 */
export async function round(ledger: Ledger, memory: Memory): Promise<Round> {
  const { desk } = ledger
  const { db } = desk
  if (memory.edge !== undefined && !(await hasWork(db, memory.edge))) return 'idle'
  const ours = await deed(ledger, 'claim', () => store.claim(db, ledger.holder, ledger.leaseSeconds ?? LEASE_SECONDS))
  if (!ours) return 'not-ours'
  try {
    const head = await apply(ledger, memory)
    return await append(ledger, memory, head)
  } catch (error) {
    // What this process believes may be wrong now: the next round reads it all again.
    delete memory.edge
    delete memory.looked
    throw error
  }
}

const hasWork = async (db: Database, edge: Edge): Promise<boolean> =>
  (await store.anyWaiting(db)) || (await store.countIndexed(db)) > edge.size

async function append(ledger: Ledger, memory: Memory, head: Head): Promise<Round> {
  const { desk, holder } = ledger
  const { db, site } = desk
  const { folder, origin } = site.log
  const most = ledger.batch ?? BATCH

  // Take. If we die here, before the commit: nothing has an index and the next round takes the same leaves.
  const next = await deed(ledger, 'take', () => store.take(db, holder, most))
  if (next === undefined) return 'not-ours'
  // If we die here, the leaves have their indexes and no head covers them: the next round begins with them.
  const to = Math.min(next, head.size + most)
  if (to === head.size) return 'idle'

  // Compute. Nothing is written, so if we die here nothing was lost.
  const before = memory.edge ?? (await edgeOf(folder, head))
  const grown = await growth(db, before, to)
  const root = rootOfEdge(grown.edge)

  // Stage. If we die here, a file lies about that no head points to; a start clears it away.
  await stage(folder, to, toHex(root), grown.files, around(ledger, 'stage'))

  // Sign. If we die here, the signature dies with us: nobody has seen it, and the same or a larger tree is signed anew.
  const after = await deed(ledger, 'sign', async () => sign(ledger, to, root))

  // Swap. This is the moment: before it nothing has happened, after it the head is this one, whoever publishes it.
  // If we die here, the next round finds a head ahead of its files and publishes what was staged.
  if (!(await deed(ledger, 'swap', () => store.swapHead(db, origin, head, after))))
    throw new LedgerRefuses(
      'head-moved',
      `Another process moved the head of the log away from ${head.size} acts while this one was signing: two writers are at work on this database.`,
    )
  memory.edge = grown.edge

  // Publish: entries before hashes before the checkpoint, so that a reader never meets a checkpoint without its files.
  // If we die here, some files of the new head are there and the checkpoint is the old one: still a whole log.
  await publish(ledger, grown.files)
  await publishCheckpoint(ledger)

  // Tidy. If we die here, there is a file too many: harmless, and cleared away at the next start.
  await tidy(ledger, to, root, grown.files)
  return to < next || to - head.size === most ? 'more' : 'grew'
}

/** The files of the next head, and its edge. */
interface Growth {
  readonly edge: Edge
  readonly files: readonly FileToKeep[]
}

/** Bundles are written whole, so reading begins where the last one does. */
async function growth(db: Database, edge: Edge, to: number): Promise<Growth> {
  const from = edge.size - (edge.size % TILE_WIDTH)
  const entries = await store.entries(db, from, to)
  const bundles = tilesFor(edge.size, to).filter(({ level }) => level === 'entries')
  const { edge: next, tiles } = grow(edge, entries.slice(edge.size - from).map(leafHash))
  return {
    edge: next,
    files: [
      ...bundles.map((tile) => ({ path: tilePath(tile), bytes: bundleOf(entries, from, tile) })),
      ...tiles.map(({ tile, hashes }) => ({ path: tilePath(tile), bytes: printTile(hashes) })),
    ],
  }
}

function bundleOf(entries: readonly Uint8Array[], from: number, { index, width }: Tile): Uint8Array {
  const first = index * TILE_WIDTH - from
  return printBundle(entries.slice(first, first + width))
}

function sign({ desk, signers }: Ledger, size: number, root: Hash): Head {
  if (signers.length === 0)
    throw new LedgerRefuses('no-key', 'The log has no key to sign with: `npm run -s saola -- keys` makes one.')
  const text = printCheckpoint({ origin: desk.site.log.origin, size, root, extensions: [] })
  const note = printNote(signNote(text, signers))
  return { size, root: toBase64(root), note, signedAt: desk.now(), witnessed: null }
}

async function publish(ledger: Ledger, files: readonly FileToKeep[]): Promise<void> {
  const { folder } = ledger.desk.site.log
  const isEntries = ({ path }: FileToKeep): boolean => path.startsWith('tile/entries/')
  await keepFiles(folder, files.filter(isEntries), around(ledger, 'entries'))
  await keepFiles(
    folder,
    files.filter((file) => !isEntries(file)),
    around(ledger, 'hashes'),
  )
}

/** Publishes the head as it stands in the database, with the cosignatures there are for it. Never an older one. */
export async function publishCheckpoint(ledger: Ledger): Promise<void> {
  const { db, site } = ledger.desk
  const { folder, origin } = site.log
  const [head, shown] = [await store.findHead(db, origin), await readCheckpoint(folder)]
  if (head === undefined || (shown !== undefined && shown !== 'strange' && shown.checkpoint.size > head.size)) return
  const note = await cosigned(db, head)
  await keepFiles(folder, [{ path: CHECKPOINT, bytes: Buffer.from(note) }], around(ledger, 'checkpoint'))
}

/** The checkpoint of a head with every cosignature that witnesses gave for this very size. */
export async function cosigned(db: Database, head: Head): Promise<string> {
  const lines = (await store.listWitnesses(db)).filter(({ size, line }) => size === head.size && line !== null)
  const note = parseNote(head.note)
  if (!note.ok) throw new Error('the checkpoint in the database cannot be read')
  const signatures = lines.flatMap(({ line }) => parseSignature(line ?? '') ?? [])
  return printNote({ text: note.value.text, signatures: [...note.value.signatures, ...signatures] })
}

async function tidy(ledger: Ledger, size: number, root: Hash, files: readonly FileToKeep[]): Promise<void> {
  const { folder } = ledger.desk.site.log
  const full = files.flatMap(({ path }) => parseTilePath(path) ?? []).filter(({ width }) => width === TILE_WIDTH)
  await deed(ledger, 'tidy-partials', () => dropPartials(folder, full))
  await deed(ledger, 'tidy-stage', () => dropStage(folder, size, toHex(root)))
}

/**
 * Brings the published files to the head of the database, or refuses. The same at a start, after any failure, and
 * when another process moved the head: what is there is looked at, what is missing is made again.
 */
async function apply(ledger: Ledger, memory: Memory): Promise<Head> {
  const { db, site } = ledger.desk
  const { origin } = site.log
  if (memory.looked !== true) await clearAway(ledger)
  const published = await look(ledger, memory)
  const head = await store.findHead(db, origin)
  if (head === undefined) {
    const first = await begin(ledger, published)
    Object.assign(memory, { edge: NO_EDGE, looked: true })
    return first
  }
  if (standing(head, published) === 'behind' || memory.edge?.size !== head.size)
    memory.edge = await bringUp(ledger, head, published)
  memory.looked = true
  return head
}

/** Files half-written by who died, except those staged for the head, which may still have to be published. */
async function clearAway(ledger: Ledger): Promise<void> {
  const { db, site } = ledger.desk
  const { folder, origin } = site.log
  const head = await store.findHead(db, origin)
  const hex = head === undefined ? '' : toHex(Buffer.from(head.root, 'base64'))
  const staged = head && (await readStage(folder, head.size, hex))
  await clearStage(folder)
  if (head !== undefined && staged !== undefined) await stage(folder, head.size, hex, staged, (_, run) => run())
}

async function look({ desk, known }: Ledger, memory: Memory): Promise<Published> {
  const { folder, origin } = desk.site.log
  const shown = await readCheckpoint(folder)
  if (shown !== undefined && shown !== 'strange' && shown.checkpoint.origin !== origin)
    throw new LedgerRefuses(
      'checkpoint-strange',
      `The published log in ${folder} is called ${shown.checkpoint.origin}, and this portal would write ${origin}. A log keeps its name for ever: set SAOLA_LOG_ORIGIN=${shown.checkpoint.origin}.`,
    )
  const ours =
    shown !== 'strange' && shown !== undefined && known.some((key) => signedWith(shown.note, key).is === 'good')
  if (shown !== undefined && !ours)
    throw new LedgerRefuses(
      'checkpoint-strange',
      `The published checkpoint in ${folder} was not signed by this log, or was damaged. Run \`npm run -s saola -- fsck\`; when the database is right, delete the file ${CHECKPOINT} and it is published anew.`,
    )
  const head = shown === undefined ? undefined : shown.checkpoint
  // Walking all files takes a while: once is enough, since from then on only this process writes here.
  const largest = memory.looked === true ? 0 : await largestSize(folder)
  return { head, largest }
}

async function begin(ledger: Ledger, published: Published): Promise<Head> {
  const { db, site } = ledger.desk
  mayBegin(published)
  const head = sign(ledger, 0, EMPTY_ROOT)
  if (!(await store.insertHead(db, site.log.origin, head))) throw new Error('another process began the log')
  // If we die here, the next round finds a head without a checkpoint and publishes it.
  await publishCheckpoint(ledger)
  return head
}

/** The edge of the head, with all its files published: those staged, or all made again from the rows. */
async function bringUp(ledger: Ledger, head: Head, { head: shown }: Published): Promise<Edge> {
  const { folder } = ledger.desk.site.log
  const hex = toHex(Buffer.from(head.root, 'base64'))
  const staged = await readStage(folder, head.size, hex)
  if (staged !== undefined) {
    await publish(ledger, staged)
    await tidy(ledger, head.size, Buffer.from(head.root, 'base64'), staged)
  }
  const edge = await edgeOf(folder, head).catch((error: unknown) => {
    if (error instanceof TileFault || error instanceof Damaged) return undefined
    throw error
  })
  const whole = edge ?? (await remake(ledger, head))
  if (shown?.size !== head.size) await publishCheckpoint(ledger)
  return whole
}

class Damaged extends Error {}

async function edgeOf(folder: string, head: Pick<Head, 'size' | 'root'>): Promise<Edge> {
  const edge = head.size === 0 ? NO_EDGE : await edgeAt(head.size, tilesIn(folder))
  if (toBase64(rootOfEdge(edge)) !== head.root) throw new Damaged()
  return edge
}

/** All files once more from the rows. First only computed: rows that do not give the signed root must write nothing. */
async function remake(ledger: Ledger, head: Head): Promise<Edge> {
  const { db } = ledger.desk
  const walk = async (each: (files: readonly FileToKeep[]) => Promise<void>): Promise<Edge> => {
    let edge = NO_EDGE
    while (edge.size < head.size) {
      const grown = await growth(db, edge, Math.min(head.size, edge.size + BATCH))
      await each(grown.files)
      edge = grown.edge
    }
    return edge
  }
  const edge = await walk(async () => undefined)
  if (!sameHash(rootOfEdge(edge), Buffer.from(head.root, 'base64')))
    throw new LedgerRefuses(
      'rows-differ',
      `The rows of the database are not the ${head.size} acts that were signed. Run \`npm run -s saola -- fsck\` to see which; the log is not signed any further.`,
    )
  await walk((files) => publish(ledger, files))
  return edge
}

async function deed<T>({ fault }: Ledger, name: Deed, run: () => Promise<T>): Promise<T> {
  await fault?.(name, 'before')
  const value = await run()
  await fault?.(name, 'after')
  return value
}

const around =
  (ledger: Ledger, of: 'stage' | 'entries' | 'hashes' | 'checkpoint'): Around =>
  (part, run) =>
    deed(ledger, `${of}-${part}`, run)
