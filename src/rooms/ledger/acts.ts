import type { Json } from '../../base/canonical.ts'
import { commitment } from '../../db/leaf.ts'
import { canonical } from '../../base/canonical.ts'
import type { ActRow, ActTable, Buried, Burials } from './acts-store.ts'
import type { Finding } from './schema.ts'

/** A leaf as it says itself to be (decision 0011). */
export interface Leaf {
  readonly type: string
  readonly subject: string
  readonly at: string
  readonly groups: Readonly<Record<string, string>>
  /** Of a tombstone: what it erased. */
  readonly erases?: Json
}

export function readLeaf(text: string): Leaf | undefined {
  try {
    const leaf = JSON.parse(text) as Partial<Leaf> | null
    return typeof leaf?.type === 'string' && typeof leaf.groups === 'object' ? (leaf as Leaf) : undefined
  } catch {
    // No JSON, so it is not what we wrote.
    return undefined
  }
}

type JsonMap = Readonly<Record<string, Json>>
const map = (value: Json | undefined): JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonMap) : {}

/** What a leaf should commit to, as far as the database still has it: each group with its possible values. */
interface Opened {
  readonly type: string
  readonly salts: JsonMap
  readonly groups: Readonly<Record<string, readonly Json[]>>
  /** Where the values of each group stand, for whoever must look. */
  readonly columns: string
}

function opened(table: ActTable, row: ActRow): Opened {
  const data = map(row.data)
  switch (table) {
    case 'party_event':
    case 'unit_event': {
      const of = table === 'party_event' ? 'party' : 'unit'
      const act = { by: row.by, ...map(data.act) }
      return { type: `${of}.${row.verb}`, salts: map(data.salts), groups: { act: [act] }, columns: 'by, data' }
    }
    case 'system_event': {
      const { leaf: _, salts, ...said } = data
      const { event, register, receipt } = map(row.more)
      // Leaves of the first days did not hold what the history shows.
      const values = [
        { by: row.by, ...said, public: event ?? null },
        { by: row.by, ...said },
      ]
      const shown = {
        history: [{ seq: row.seq, ...map(event) }],
        receipt: [receipt ?? null],
        ...(row.last ? { public: [register ?? null] } : {}),
      }
      return {
        type: `system.${row.verb}`,
        salts: map(salts),
        groups: { event: values, ...shown },
        columns: 'by, data, public, or system.public, or notice.receipt',
      }
    }
    case 'casefile_event': {
      const { content, salts, document } = map(row.more)
      const act = { seq: row.seq, by: row.by, side: data.side ?? null, state: data.state ?? null }
      const { answers, ...said } = map(content)
      const paper = { said: [said], ...(answers === undefined ? {} : { answers: [answers] }) }
      return {
        type: `${String(data.procedure)}.${row.verb}`,
        salts: map(salts),
        groups: content === undefined ? {} : { act: [act], ...paper, document: [document ?? null] },
        columns: 'by, side, state, or casefile_paper.content, or casefile_document.content',
      }
    }
    case 'petition_event': {
      const { content, salts } = map(row.more)
      const act = { seq: row.seq, verb: row.verb, by: row.by, ...data }
      // Every step looks alike in the log: which it was, its group tells.
      return {
        type: 'petition.step',
        salts: map(salts),
        groups: content === undefined ? {} : { act: [act], said: [content] },
        columns: 'verb, by, side, state, or petition_paper.content',
      }
    }
    case 'incident_link': {
      const numbers = map(row.more).numbers
      const other = Array.isArray(numbers) ? numbers.map((number: Json) => ({ number })) : []
      const groups = { act: [{ by: row.by, same: data.same ?? null }], other }
      return { type: `incident.${row.verb}`, salts: map(data.salts), groups, columns: 'by, same, one, other' }
    }
    case 'signal_look': {
      const { salts, ...said } = data
      const groups = { act: [{ seq: row.seq, by: row.by, ...said }] }
      return { type: `signal.${row.verb}`, salts: map(salts), groups, columns: 'by, unit, reason, led_to' }
    }
    case 'campaign_event': {
      const groups = { act: [{ seq: row.seq, by: row.by }], shown: [data.shown ?? null] }
      return { type: `campaign.${row.verb}`, salts: map(data.salts), groups, columns: 'by, shown' }
    }
    case 'mark_certificate_event':
      return {
        type: `mark-certificate.${row.verb}`,
        salts: map(data.salts),
        groups: { act: [{ by: row.by, reason: data.reason ?? null }], certificate: [row.more] },
        columns: 'by, data, or mark_certificate',
      }
    case 'mark_item_event':
      return {
        type: `mark-item.${row.verb}`,
        salts: map(data.salts),
        groups: { act: [{ by: row.by }], item: [row.more] },
        columns: 'by, or mark_item',
      }
    case 'tombstone': {
      const groups = { act: [{ by: row.by }], public: [map(row.more).content ?? null] }
      return { type: `erasure.${row.verb}`, salts: map(data.salts), groups, columns: 'by, content' }
    }
  }
}

/** Holds one act against its leaf and against the step before it. */
export function judgeAct(table: ActTable, row: ActRow, before: ActRow | undefined, buried: Burials): Finding[] {
  const where = `${table} ${row.id} step ${row.seq}`
  const found: Finding[] = [...stepsOf(where, row, before)]
  if (row.body === null)
    return [
      ...found,
      {
        kind: 'extra',
        where,
        says: `The act “${row.verb}” of ${row.at} stands in the database and has no leaf in the log.`,
      },
    ]
  const leaf = readLeaf(row.body.includes('\\') ? unescape(row.body) : row.body)
  if (leaf === undefined) return [...found, altered(`log_leaf ${row.leaf}`, 'The leaf cannot be read.')]
  const open = opened(table, row)
  if (leaf.type !== open.type)
    found.push(altered(where, `The log says ${leaf.type}, the database ${open.type} (column verb).`))
  if (leaf.subject !== row.subject && !isEither(row, leaf.subject))
    found.push(altered(where, `The log says it was about ${leaf.subject}, the database ${row.subject ?? 'nothing'}.`))
  if (leaf.at !== row.at) found.push(altered(where, `The log says ${leaf.at}, the database ${row.at} (column at).`))
  if (row.same_time !== true) found.push(altered(`log_leaf ${row.leaf}`, 'Its column at is not the time of its act.'))
  if (canonical(leaf.erases ?? null) !== canonical(map(row.more).erases ?? null))
    found.push(altered(where, 'What it erased is not what the log says (tables tombstone, tombstone_group).'))
  for (const name of Object.keys(leaf.groups)) {
    const erased = buried.get(row.leaf ?? '')?.get(name)
    const judged =
      erased === undefined ? judgeGroup(table, row, leaf, open, name) : judgeErased(leaf, open, name, erased)
    if (judged !== undefined) found.push({ ...judged, where })
  }
  return found
}

type Said = Omit<Finding, 'where'>

function judgeGroup(table: ActTable, row: ActRow, leaf: Leaf, open: Opened, name: string): Said | undefined {
  const [values, salt] = [open.groups[name], open.salts[name]]
  if (typeof salt !== 'string')
    return {
      kind: 'missing',
      says: `What opens group ${name} is gone, and no tombstone of the log says that it was erased.`,
    }
  if (values === undefined)
    return isOwed(table, name, row)
      ? { kind: 'missing', says: 'The log committed to answers that are no longer in casefile_paper.' }
      : undefined
  if (values.some((value) => commitment(salt, value) === leaf.groups[name])) return undefined
  return {
    kind: 'altered',
    says: `What the database says now is not what the log committed to (group ${name}: ${open.columns}).`,
  }
}

/** What was erased must be gone, and what was left must be what the tombstone committed to. */
function judgeErased(leaf: Leaf, open: Opened, name: string, erased: Buried): Said | undefined {
  const [values = [], salt] = [open.groups[name], open.salts[name]]
  if (typeof salt === 'string' && values.some((value) => commitment(salt, value) === leaf.groups[name]))
    return {
      kind: 'returned',
      says: `Group ${name} was erased on ${erased.at} under tombstone ${erased.tombstone} and is in the database again.`,
    }
  const { kept, salt: own } = erased
  if (kept === null || own === null || values.some((value) => commitment(own, value) === kept)) return undefined
  return {
    kind: 'altered',
    says: `What was left when ${erased.tombstone} erased the rest is not there any more as it was (group ${name}: ${open.columns}).`,
  }
}

/** Two things in one act: it may be told of either. */
const isEither = (row: ActRow, subject: string): boolean => {
  const { numbers } = map(row.more)
  return Array.isArray(numbers) && numbers.includes(subject)
}

/** A group without a value: lawful for what the register showed earlier, which is not kept, and not here. */
const isOwed = (table: ActTable, name: string, row: ActRow): boolean =>
  table === 'casefile_event' && name === 'answers' && map(row.more).content !== undefined

function stepsOf(where: string, row: ActRow, before: ActRow | undefined): Finding[] {
  const last = before?.id === row.id ? before : undefined
  const found: Finding[] = []
  if (row.seq !== (last?.seq ?? 0) + 1)
    found.push({
      kind: 'missing',
      where,
      says: `The steps before it are gone: ${last === undefined ? 'it is the first that is there' : `the one before it is ${last.seq}`}.`,
    })
  const [was, is] = [last?.log_index ?? null, row.log_index]
  if (was !== null && is !== null && is < was)
    found.push({
      kind: 'reordered',
      where,
      says: `It stands in the log at ${is}, before the step it follows (${was}).`,
    })
  return found
}

const altered = (where: string, says: string): Finding => ({ kind: 'altered', where, says })

/** As PostgreSQL's `encode(…, 'escape')` writes bytes: backslash doubled, all beyond ASCII in octal. */
export function unescape(text: string): string {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== '\\') bytes.push(text.charCodeAt(at))
    else if (text[at + 1] === '\\') {
      bytes.push(0x5c)
      at += 1
    } else {
      bytes.push(Number.parseInt(text.slice(at + 1, at + 4), 8))
      at += 3
    }
  }
  return Buffer.from(bytes).toString()
}
