import { createHash } from 'node:crypto'
import { closeSync, createReadStream, existsSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Json } from '../../base/canonical.ts'
import { linesIn } from '../../base/lines.ts'
import { parseBundle } from '../../log/bundle.ts'
import { parseSignedCheckpoint } from '../../log/checkpoint.ts'
import { grow, NO_EDGE, rootOfEdge } from '../../log/edge.ts'
import { fromUtf8, toHex } from '../../log/encoding.ts'
import { commitmentOf, readEntry, type Trust } from '../../log/evidence.ts'
import { leafHash, sameHash } from '../../log/hash.ts'
import { readJson } from '../../log/json.ts'
import { fromBase64Url, jwsSignedBy, parseJws } from '../../log/jws.ts'
import { signatureOf, witnessesOf } from '../../log/proof.ts'
import { TILE_WIDTH, tilePath, tileWidth } from '../../log/tiles.ts'

/** One thing that is not as it should be, or that a reader should know. `open`: what cannot be judged yet. */
export interface Difference {
  /** `erased`: personal data went under a tombstone that the log itself holds, which is no difference either. */
  readonly kind: 'wrong' | 'open' | 'erased'
  /** A file and line, or a record. */
  readonly where: string
  readonly says: string
}

export interface Rebuilt {
  readonly size: number
  readonly systems: number
  readonly events: number
  /** Were the rebuilt files the published ones, byte for byte? */
  readonly equal: boolean
}

export interface RebuildOptions {
  /** The bulk files: systems.jsonl, events.jsonl and manifest.json of one edition. */
  readonly folder: string
  /** The static files of the log: checkpoint and tile/. */
  readonly log: string
  /** Where the rebuilt files go. */
  readonly out: string
  readonly trust: Trust
  readonly told: (difference: Difference) => void
}

/** What a folder cannot be rebuilt from, in one sentence. */
export class CannotRebuild extends Error {}

/** An act on a record, as the log has it. */
interface Act {
  readonly index: number
  readonly type: string
  readonly subject: string
  readonly at: string
  readonly public: string | undefined
  readonly history: string | undefined
  /** Claimed by a row of the published history. */
  told: boolean
}

/** What an act of erasing says of a group of an entry. */
interface Buried {
  readonly tombstone: string
  readonly at: string
  /** The commitment to what was left of it. */
  readonly kept: string | undefined
}

interface Log {
  readonly size: number
  /** By the hash of an entry in hex and the name of the group. */
  readonly erased: ReadonlyMap<string, Buried>
  /** By the hash of their entries, in hex. */
  readonly acts: ReadonlyMap<string, Act>
  /** The last act on each record. */
  readonly latest: ReadonlyMap<string, Act>
  readonly lastAt: string
}

/**
 * Rebuilds the public register from an edition of the open data and the log alone, as an outsider would: the log says
 * which records there are and which act on each was the last, each row must open what that act committed to, and what is
 * opened is printed anew. Every difference is named.
 */
export async function rebuild(options: RebuildOptions): Promise<Rebuilt> {
  const log = readLog(options)
  const edition = readEdition(options)
  mkdirSync(options.out, { recursive: true })
  const systems = await rebuildFile(options, edition, 'systems', systemRows(options, edition, log))
  const events = await rebuildFile(options, edition, 'events', eventRows(options, log))
  missingSteps(options, edition, log)
  return { size: log.size, systems: systems.rows, events: events.rows, equal: systems.same && events.same }
}

// ————— the log —————

function readLog({ log: folder, trust, told }: RebuildOptions): Log {
  const file = join(folder, 'checkpoint')
  if (!existsSync(file)) throw new CannotRebuild(`There is no checkpoint in ${folder}.`)
  const signed = parseSignedCheckpoint(readFileSync(file))
  if (!signed.ok) throw new CannotRebuild(`${file} is not a checkpoint.`)
  const { size, root } = signed.value.checkpoint
  const where = 'checkpoint'
  const signature = signatureOf(signed.value, trust.policy)
  if (signature !== 'good') told({ kind: 'wrong', where, says: `Its signature is ${signature}.` })
  const witnesses = witnessesOf(signed.value, trust.policy).is
  if (witnesses !== 'enough')
    told({ kind: witnesses === 'wrong' ? 'wrong' : 'open', where, says: `Witnesses: ${witnesses}.` })
  const acts = new Map<string, Act>()
  const latest = new Map<string, Act>()
  const erased = new Map<string, Buried>()
  let edge = NO_EDGE
  let lastAt = ''
  for (let index = 0; index * TILE_WIDTH < size; index += 1) {
    const hashes = bundleAt(folder, index, size).map((bytes, n) => {
      const hash = leafHash(bytes)
      const entry = readEntry(fromUtf8(bytes) ?? '')
      if (entry === undefined)
        told({ kind: 'wrong', where: `entry ${index * TILE_WIDTH + n} of the log`, says: 'It cannot be read.' })
      else {
        if (entry.at > lastAt) lastAt = entry.at
        const { tombstone = '', groups = [] } = entry.erases ?? {}
        for (const [leaf = '', group = '', kept] of groups)
          erased.set(`${leaf} ${group}`, { tombstone, at: entry.at, kept })
        const act = entry.type.startsWith('system.') ? actOf(entry, index * TILE_WIDTH + n) : undefined
        if (act !== undefined) acts.set(toHex(hash), act)
        if (act !== undefined) latest.set(act.subject, act)
      }
      return hash
    })
    edge = grow(edge, hashes).edge
  }
  if (!sameHash(rootOfEdge(edge), root))
    told({ kind: 'wrong', where: 'the log', says: 'Its entries do not give the root that its checkpoint signs.' })
  return { size, acts, latest, erased, lastAt }
}

const actOf = (entry: NonNullable<ReturnType<typeof readEntry>>, index: number): Act => ({
  ...{ index, type: entry.type, subject: entry.subject, at: entry.at, told: false },
  ...{ public: entry.groups.public, history: entry.groups.history },
})

function bundleAt(folder: string, index: number, size: number): readonly Uint8Array[] {
  const width = tileWidth({ level: 'entries', index }, size)
  const path = tilePath({ level: 'entries', index, width })
  const bundle = existsSync(join(folder, path)) ? parseBundle(readFileSync(join(folder, path)), width) : undefined
  if (bundle === undefined || !bundle.ok) throw new CannotRebuild(`${path} of the log is missing or damaged.`)
  return bundle.value
}

// ————— the edition —————

interface Edition {
  readonly asOf: string | undefined
  /** By file. */
  readonly sums: ReadonlyMap<string, string>
  /** Rows taken out later, as the law may demand: set and key. */
  readonly tombstones: ReadonlySet<string>
}

interface ManifestFile {
  readonly asOf?: unknown
  readonly files?: readonly { readonly name: string; readonly sha256: string }[]
  readonly tombstones?: readonly { readonly set: string; readonly key: readonly string[] }[]
}

/** What the manifest says, signature and all; without one, what is as of when is not known. */
function readEdition({ folder, trust, told }: RebuildOptions): Edition {
  for (const name of ['systems.jsonl', 'events.jsonl'])
    if (!existsSync(join(folder, name))) throw new CannotRebuild(`There is no ${name} in ${folder}.`)
  const where = 'manifest.json'
  const file = join(folder, where)
  if (!existsSync(file)) {
    told({ kind: 'open', where, says: 'It is not there, so nobody says as of when the files are, or signs for them.' })
    return { asOf: undefined, sums: new Map(), tombstones: new Set() }
  }
  const text = readFileSync(file, 'utf8')
  const said = (readJson(text) ?? {}) as ManifestFile
  const seal = existsSync(join(folder, 'manifest.jws')) ? readFileSync(join(folder, 'manifest.jws'), 'utf8') : ''
  const jws = parseJws(seal.trim())
  const signed = jws === undefined ? 'absent' : jws.payload === text ? jwsSignedBy(jws, trust.keys) : 'wrong'
  if (signed !== 'good')
    told({ kind: signed === 'wrong' ? 'wrong' : 'open', where, says: `Its signature is ${signed}.` })
  return {
    asOf: typeof said.asOf === 'string' ? said.asOf : undefined,
    sums: new Map((said.files ?? []).map(({ name, sha256 }) => [name, sha256])),
    tombstones: new Set((said.tombstones ?? []).map(({ set, key }) => [set, ...key].join(' '))),
  }
}

/**
 * Might this act have come after the snapshot of the edition? Its time was taken when its request began, and a request
 * may have been under way when the snapshot was taken.
 */
const mayBeLater = ({ asOf }: Edition, { at }: Pick<Act, 'at'>): boolean =>
  asOf === undefined || Date.parse(at) > Date.parse(asOf) - 60_000

/** Or might a row be waiting for a checkpoint newer than ours? Not when the log has that moment of the record already. */
const mayBeWaiting = ({ latest, lastAt }: Log, aiId: string, at: string): boolean =>
  Date.parse(at) > Date.parse(lastAt) - 60_000 && (latest.get(aiId)?.at ?? '') < at

type Row = { readonly [key: string]: Json }

interface ReadRow {
  readonly row: Row
  readonly line: string
  readonly where: string
}

async function* rowsOf({ folder, told }: RebuildOptions, set: string): AsyncGenerator<ReadRow> {
  let n = 0
  for await (const line of linesIn(createReadStream(join(folder, `${set}.jsonl`)))) {
    n += 1
    const where = `${set}.jsonl line ${n}`
    const row = readJson(line)
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) yield { row: row as Row, line, where }
    else told({ kind: 'wrong', where, says: 'It is not a row.' })
  }
}

/** Writes what was opened and compares it with what was published. */
async function rebuildFile(
  { folder, out, told }: RebuildOptions,
  { sums }: Edition,
  set: string,
  lines: AsyncIterable<string>,
): Promise<{ readonly rows: number; readonly same: boolean }> {
  const name = `${set}.jsonl`
  const [made, given] = [createHash('sha256'), createHash('sha256')]
  const file = openSync(join(out, name), 'w')
  let rows = 0
  try {
    for await (const line of lines) {
      rows += 1
      writeSync(file, `${line}\n`)
      made.update(`${line}\n`)
    }
  } finally {
    closeSync(file)
  }
  for await (const chunk of createReadStream(join(folder, name))) given.update(chunk as Buffer)
  const [rebuilt, published] = [made.digest('hex'), given.digest('hex')]
  const promised = sums.get(name)
  if (promised !== undefined && promised !== published)
    told({ kind: 'wrong', where: name, says: 'It is not the file the manifest lists.' })
  return { rows, same: rebuilt === published }
}

// ————— records —————

async function* systemRows(options: RebuildOptions, edition: Edition, log: Log): AsyncGenerator<string> {
  const { told } = options
  const seen = new Set<string>()
  let before = ''
  for await (const { row, line, where } of rowsOf(options, 'systems')) {
    const aiId = String(row.aiId)
    const no = (says: string, kind: Difference['kind'] = 'wrong') => told({ kind, where: `${where} (${aiId})`, says })
    if (aiId <= before) no('Rows do not stand in the order of their AI-IDs.')
    before = aiId
    seen.add(aiId)
    const act = actIn(log, row, no, String(row.changedAt))
    const last = log.latest.get(aiId)
    if (act !== undefined && last !== undefined && last !== act && !mayBeLater(edition, last))
      no(`The log has a later act on it, ${last.type} of ${last.at} at ${last.index}.`)
    if (act !== undefined && act.subject !== aiId) no(`The entry it names is about ${act.subject}.`)
    const gone = log.erased.get(`${String(row.leaf)} public`)
    if (act !== undefined && gone !== undefined && row.salt === null) {
      no(`${erasedAt(gone)} The rest of this row can no longer be held against the log.`, 'erased')
      const printed = printSystem(row)
      if (printed !== line) no('It is not printed as rows are.')
      yield printed
    } else if (act !== undefined && !opens(row, valueOfSystem(row), act.public))
      no('It does not open what the entry committed to.')
    else if (act !== undefined) {
      const printed = printSystem(row)
      if (printed !== line) no('It is not printed as rows are.')
      yield printed
    }
  }
  for (const [aiId, act] of log.latest)
    if (!seen.has(aiId))
      told({
        kind: edition.tombstones.has(`systems ${aiId}`) || mayBeLater(edition, act) ? 'open' : 'wrong',
        where: aiId,
        says: 'The log has acts on this record, and systems.jsonl has no row for it.',
      })
}

const erasedAt = ({ tombstone, at }: Buried): string => `Personal data was erased from it on ${at} under ${tombstone}.`

/** Columns in the order in which they are printed; leaf and salt end every row. */
const SEAL = ['leaf', 'salt']
const PLAIN = ['purpose', 'functions', 'scope', 'users', 'affected', 'sectors', 'entries', 'firstUse', 'recordedAt']
const SYSTEM = [
  ...['aiId', 'name', 'version', 'level', 'state', 'providerName', 'providerAddress', 'providerContact'],
  ...[...PLAIN, 'changedAt', ...SEAL],
]
/** What was added since stands after them; an edition of the first days has no such columns. */
const LATER = ['order', 'tombstone']
const HISTORY = ['level', 'state', 'version', 'reason', 'changes', ...LATER]
const STEP = ['aiId', 'seq', 'verb', 'at', 'level', 'state', 'version', 'reason', 'changes', ...SEAL]

const pick = (row: Row, names: readonly string[]): Row =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]))

/** The public value a row was made of. */
const valueOfSystem = (row: Row): Json => ({
  ...pick(row, ['aiId', 'name', 'version', 'level', 'state', ...PLAIN, 'changedAt']),
  provider: {
    name: row.providerName ?? null,
    address: row.providerAddress ?? null,
    contact: row.providerContact ?? null,
  },
})

const printRow = (columns: readonly string[], row: Row): string => JSON.stringify(pick(row, columns))

const printSystem = (row: Row): string => printRow(SYSTEM, row)

// ————— history —————

async function* eventRows(options: RebuildOptions, log: Log): AsyncGenerator<string> {
  const last = new Map<string, number>()
  for await (const { row, line, where } of rowsOf(options, 'events')) {
    const [aiId, seq] = [String(row.aiId), Number(row.seq)]
    const no = (says: string, kind: Difference['kind'] = 'wrong') =>
      options.told({ kind, where: `${where} (${aiId} step ${seq})`, says })
    if (seq <= (last.get(aiId) ?? 0)) no('The steps of a record do not stand in their order.')
    last.set(aiId, seq)
    const act = actIn(log, row, no, String(row.at))
    if (act === undefined) continue
    if (act.told) no('Another row names the same entry.')
    act.told = true
    const entry = `${act.type} on ${act.subject} at ${act.at}`
    if (entry !== `system.${String(row.verb)} on ${aiId} at ${String(row.at)}`) no(`The entry it names is ${entry}.`)
    if (act.history === undefined) no('Its entry is of the first days and commits to no history.', 'open')
    const gone = log.erased.get(`${String(row.leaf)} history`)
    if (act.history !== undefined && gone !== undefined && opens(row, valueOfStep(row), gone.kept))
      no(`${erasedAt(gone)} The rest is what the tombstone committed to.`, 'erased')
    else if (act.history !== undefined && !opens(row, valueOfStep(row), act.history)) {
      no('It does not open what the entry committed to.')
      continue
    }
    const printed = printStep(row)
    if (printed !== line) no('It is not printed as rows are.')
    yield printed
  }
}

const valueOfStep = (row: Row): Json =>
  Object.fromEntries(Object.entries(pick(row, ['seq', ...HISTORY])).filter(([, value]) => value !== null))

const printStep = (row: Row): string =>
  printRow([...STEP, ...LATER.filter((column) => column in row)], {
    ...row,
    changes: Array.isArray(row.changes)
      ? row.changes.map((change: Json) => {
          const { field, before, after } = change as Row
          return { field, before, after } as Json
        })
      : null,
  })

/** Acts that committed to a public step which no row shows. */
function missingSteps({ told }: RebuildOptions, edition: Edition, { acts }: Log): void {
  for (const act of acts.values())
    if (act.history !== undefined && !act.told)
      told({
        kind: mayBeLater(edition, act) || isBuried(edition, act) ? 'open' : 'wrong',
        where: `${act.subject}: ${act.type} of ${act.at}`,
        says: `The log has this public step at ${act.index}, and events.jsonl has no row for it.`,
      })
}

const isBuried = ({ tombstones }: Edition, { subject }: Act): boolean =>
  [...tombstones].some((key) => key === `systems ${subject}` || key.startsWith(`events ${subject} `))

// ————— both —————

/** The act a row names; nothing, and said so, when the log has none of that hash. */
function actIn(log: Log, row: Row, no: (says: string, kind?: Difference['kind']) => void, at: string): Act | undefined {
  const act = typeof row.leaf === 'string' ? log.acts.get(row.leaf) : undefined
  if (act === undefined && mayBeWaiting(log, String(row.aiId), at))
    no('The log does not have the entry it names yet: fetch a newer checkpoint.', 'open')
  else if (act === undefined) no('The log does not have the entry it names.')
  return act
}

function opens(row: Row, value: Json, promised: string | undefined): boolean {
  const { salt } = row
  if (typeof salt !== 'string' || fromBase64Url(salt)?.length !== 32) return false
  return commitmentOf({ salt, value }) === promised
}
