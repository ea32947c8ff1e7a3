import type { Limits, Row } from './schema.ts'
import { Unreadable } from './unreadable.ts'

export interface Item {
  readonly n: number
  readonly values: ReadonlyMap<string, string>
}

/**
 * The objects of a JSON list, of a list inside an object (`{"systems": […]}`), or of one object a line, one after the
 * other: only one object at a time is held, however long the list.
 */
export async function* jsonItems(text: AsyncIterable<string>, limits: Limits): AsyncGenerator<Item> {
  let n = 0
  for await (const source of objects(text, limits)) {
    n += 1
    let value: unknown
    try {
      value = JSON.parse(source)
    } catch {
      // Not JSON: said with the place.
      throw new Unreadable('inventory.broken-json', { row: String(n) })
    }
    const values = new Map<string, string>()
    flatten(value, '', values, limits)
    yield { n, values }
  }
}

/** Cuts the text into objects. A wrapper around one list is walked through: `depth` counts only what encloses objects. */
async function* objects(text: AsyncIterable<string>, limits: Limits): AsyncGenerator<string> {
  let held = ''
  let depth = 0
  /** Brackets of both kinds: what is nested without end is no table. */
  let nested = 0
  let inText = false
  let escaped = false
  let outer = ''
  let tail = ''
  for await (const piece of text) {
    for (const char of piece) {
      if (depth === 0) {
        if (char === '{' && !tail.endsWith('[') && outer === '' && /^\s*$/.test(tail)) outer = '?'
        if (char === '{') {
          depth = 1
          nested = 0
          held = char
          continue
        }
        tail = (tail + char).slice(-200)
        if (outer !== 'wrapped' && !/[\s,[\]{}\uFEFF]/.test(char))
          throw new Unreadable('inventory.broken-json', { row: '1' })
        continue
      }
      held += char
      if (held.length > limits.row) throw new Unreadable('inventory.row-too-long', { row: '1' })
      if (inText) {
        if (escaped) escaped = false
        else if (char === '\\') escaped = true
        else if (char === '"') inText = false
        continue
      }
      if (char === '{' || char === '[') nested += 1
      else if (char === '}' || char === ']') nested -= 1
      if (nested > DEEPEST) throw new Unreadable('inventory.broken-json', { row: '1' })
      if (char === '"') inText = true
      else if (char === '{') depth += 1
      else if (char === '[') {
        // `{"systems": [` at the very start is a wrapper around the list, not a row.
        if (depth === 1 && outer === '?' && /^\{\s*"[^"]{1,100}"\s*:\s*\[$/.test(held)) {
          outer = 'wrapped'
          depth = 0
          held = ''
          tail = '['
        }
      } else if (char === '}') {
        depth -= 1
        if (depth === 0) {
          outer = outer === '?' ? 'plain' : outer
          yield held
          held = ''
          tail = ''
        }
      }
    }
  }
  if (depth !== 0) throw new Unreadable('inventory.broken-json', { row: '–' })
}

const DEEP = 4
const DEEPEST = 30

/** `{"result": {"level": "high"}}` is a column `result.level`; a list of texts is one cell, an item a line. */
function flatten(value: unknown, path: string, into: Map<string, string>, limits: Limits, depth = 0): void {
  if (into.size > limits.columns)
    throw new Unreadable('inventory.too-many-columns', { row: '1', limit: String(limits.columns) })
  if (value === null || value === undefined) return
  if (Array.isArray(value)) {
    const simple = value.every((v) => typeof v !== 'object')
    into.set(path, simple ? value.join('\n') : JSON.stringify(value))
  } else if (typeof value === 'object') {
    if (depth >= DEEP) into.set(path, JSON.stringify(value))
    else
      for (const [key, inner] of Object.entries(value))
        flatten(inner, path === '' ? key : `${path}.${key}`, into, limits, depth + 1)
  } else into.set(path, String(value as string | number | boolean))
}

/** Every name that occurs, in the order in which it first does. */
export async function columnsIn(items: AsyncIterable<Item>, limits: Limits): Promise<string[]> {
  const names = new Set<string>()
  for await (const item of items) {
    for (const name of item.values.keys()) names.add(name)
    if (names.size > limits.columns)
      throw new Unreadable('inventory.too-many-columns', { row: String(item.n), limit: String(limits.columns) })
  }
  return [...names]
}

export async function* jsonRows(items: AsyncIterable<Item>, columns: readonly string[]): AsyncGenerator<Row> {
  for await (const { n, values } of items) yield { n, cells: columns.map((c) => values.get(c) ?? '') }
}
