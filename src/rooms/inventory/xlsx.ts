import { posix } from 'node:path'
import { type SaxesTagPlain, SaxesParser } from 'saxes'
import { type Entry, fromBuffer, open, type ZipFile } from 'yauzl'
import type { Limits, Row } from './schema.ts'
import { Unreadable } from './unreadable.ts'

/** A workbook on disk or in memory: a zip is read from its end. */
export type Container = { readonly path: string } | { readonly buffer: Buffer }

export interface Workbook {
  readonly sheets: readonly string[]
  rows(sheet: string): AsyncGenerator<Row>
  close(): void
}

const MOST_PARTS = 5_000
const DAY_MS = 86_400_000

/**
 * Opens an XLSX within bounds: parts are inflated as a stream, never beyond the size their directory declares, and
 * what all parts we read may hold together is limited. Formulas are never evaluated; their last value is taken.
 */
export async function openWorkbook(container: Container, limits: Limits): Promise<Workbook> {
  const zip = await unzip(container)
  const parts = await partsOf(zip)
  const budget = { left: limits.unzipped }
  const part = (name: string): AsyncGenerator<Buffer> | undefined => {
    const entry = parts.get(name)
    return entry && inflate(zip, entry, budget)
  }
  const book = part('xl/workbook.xml')
  if (book === undefined) {
    zip.close()
    throw new Unreadable('inventory.not-a-workbook')
  }
  try {
    const { sheets, since1904 } = await sheetsOf(book, part('xl/_rels/workbook.xml.rels'))
    return {
      sheets: sheets.map((s) => s.name),
      close: () => zip.close(),
      async *rows(name) {
        // Each walk through the file has the whole budget.
        budget.left = limits.unzipped
        const path = sheets.find((s) => s.name === name)?.path
        const dates = await datesOf(part('xl/styles.xml'))
        const texts = await textsOf(part('xl/sharedStrings.xml'), limits)
        const sheet = path === undefined ? undefined : part(path)
        if (sheet === undefined) throw new Unreadable('inventory.no-sheet')
        yield* rowsOf(sheet, { texts, dates, since1904, limits })
      },
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

const OPTIONS = { lazyEntries: true, autoClose: false, strictFileNames: true } as const

const unzip = (container: Container): Promise<ZipFile> =>
  new Promise((done, failed) => {
    const opened = (error: Error | null, zip?: ZipFile) =>
      error === null && zip !== undefined ? done(zip) : failed(new Unreadable('inventory.not-a-workbook'))
    if ('path' in container) open(container.path, OPTIONS, opened)
    else fromBuffer(container.buffer, OPTIONS, opened)
  })

function partsOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>()
  return new Promise((done, failed) => {
    const refuse = () => {
      zip.close()
      failed(new Unreadable('inventory.not-a-workbook'))
    }
    if (zip.entryCount > MOST_PARTS) return refuse()
    zip.on('entry', (entry: Entry) => {
      parts.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.on('end', () => done(parts))
    zip.on('error', refuse)
    zip.readEntry()
  })
}

async function* inflate(zip: ZipFile, entry: Entry, budget: { left: number }): AsyncGenerator<Buffer> {
  if (entry.uncompressedSize > budget.left) throw new Unreadable('inventory.bomb')
  const stream = await new Promise<NodeJS.ReadableStream>((done, failed) =>
    zip.openReadStream(entry, (error, s) =>
      error === null ? done(s) : failed(new Unreadable('inventory.not-a-workbook')),
    ),
  )
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      budget.left -= chunk.length
      if (budget.left < 0) throw new Unreadable('inventory.bomb')
      yield chunk
    }
  } catch (error) {
    // Larger than declared, or damaged: the zip reader's own errors carry no code worth telling apart.
    throw error instanceof Unreadable ? error : new Unreadable('inventory.bomb')
  }
}

type Attributes = Readonly<Record<string, string>>
interface Hears {
  open?(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

/** Longest stretch without a tag: the parser holds it in memory as one text. */
const LONGEST = 2_097_152

/** Feeds XML to the ears and yields after each piece, so that what was heard can be handed on. No document types, no entities. */
async function* hear(xml: AsyncIterable<Buffer>, ears: Hears): AsyncGenerator<null> {
  const parser = new SaxesParser({ xmlns: false })
  let problem: Error | undefined
  parser.on('error', () => (problem ??= new Unreadable('inventory.broken-xml')))
  parser.on('doctype', () => (problem ??= new Unreadable('inventory.broken-xml')))
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  parser.on('opentag', (tag: SaxesTagPlain) => ears.open?.(local(tag.name), tag.attributes))
  parser.on('closetag', (tag: SaxesTagPlain) => ears.close?.(local(tag.name)))
  if (ears.text) parser.on('text', (text) => ears.text?.(text))
  const decoder = new TextDecoder('utf-8')
  let bare = 0
  for await (const chunk of xml) {
    const last = chunk.lastIndexOf(0x3c)
    const first = chunk.indexOf(0x3c)
    if (bare + (first < 0 ? chunk.length : first) > LONGEST)
      throw new Unreadable('inventory.row-too-long', { row: '–' })
    bare = last < 0 ? bare + chunk.length : chunk.length - last
    parser.write(decoder.decode(chunk, { stream: true }))
    if (problem !== undefined) throw problem
    yield null
  }
  parser.close()
  if (problem !== undefined) throw problem
}

async function walk(xml: AsyncIterable<Buffer> | undefined, ears: Hears): Promise<void> {
  if (xml === undefined) return
  for await (const _ of hear(xml, ears));
}

async function sheetsOf(book: AsyncIterable<Buffer>, links: AsyncIterable<Buffer> | undefined) {
  const found: { name: string; link: string }[] = []
  let since1904 = false
  await walk(book, {
    open(name, a) {
      if (name === 'sheet' && found.length < 200) found.push({ name: a.name ?? '', link: a['r:id'] ?? a.id ?? '' })
      if (name === 'workbookPr') since1904 = a.date1904 === '1' || a.date1904 === 'true'
    },
  })
  const targets = new Map<string, string>()
  await walk(links, {
    open(name, a) {
      if (name === 'Relationship' && a.Id !== undefined && a.Target !== undefined)
        targets.set(a.Id, a.Target.startsWith('/') ? a.Target.slice(1) : posix.join('xl', a.Target))
    },
  })
  const sheets = found.map(({ name, link }, i) => ({
    name,
    path: targets.get(link) ?? `xl/worksheets/sheet${i + 1}.xml`,
  }))
  return { sheets, since1904 }
}

/** Which cell styles show a number as a day. */
async function datesOf(styles: AsyncIterable<Buffer> | undefined): Promise<ReadonlySet<number>> {
  const own = new Map<number, boolean>()
  const dates = new Set<number>()
  let [inCells, index] = [false, 0]
  await walk(styles, {
    open(name, a) {
      if (name === 'numFmt')
        own.set(Number(a.numFmtId), /[ymdhs]/i.test((a.formatCode ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) {
        const id = Number(a.numFmtId)
        if (own.get(id) ?? ((id >= 14 && id <= 22) || (id >= 45 && id <= 47))) dates.add(index)
        index += 1
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return dates
}

/** The texts cells refer to by number. Phonetic readings are left out. */
async function textsOf(shared: AsyncIterable<Buffer> | undefined, limits: Limits): Promise<readonly string[]> {
  const texts: string[] = []
  let [text, inText, reading, size] = ['', false, false, 0]
  await walk(shared, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') reading = true
      inText = name === 't' && !reading
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') reading = false
      if (name === 'si') texts.push(text)
    },
    text(piece) {
      if (!inText) return
      text += piece
      // Each text costs something even when it is empty.
      size += piece.length + 16
      if (size > limits.texts) throw new Unreadable('inventory.bomb')
    },
  })
  return texts
}

interface SheetContext {
  readonly texts: readonly string[]
  readonly dates: ReadonlySet<number>
  readonly since1904: boolean
  readonly limits: Limits
}

async function* rowsOf(sheet: AsyncIterable<Buffer>, context: SheetContext): AsyncGenerator<Row> {
  const { limits } = context
  const ready: Row[] = []
  let n = 0
  let cells: string[] = []
  let size = 0
  let column = 0
  let cell: Attributes = {}
  let value = ''
  let inside = false
  const ears: Hears = {
    open(name, a) {
      if (name === 'row') {
        n = a.r === undefined ? n + 1 : Number(a.r)
        cells = []
        column = size = 0
      } else if (name === 'c') {
        cell = a
        value = ''
        column = a.r === undefined ? column + 1 : columnOf(a.r)
      } else inside = name === 'v' || name === 't'
    },
    text(piece) {
      if (!inside) return
      value += piece
      size += piece.length
      if (size > limits.row) throw new Unreadable('inventory.row-too-long', { row: String(n) })
    },
    close(name) {
      if (name === 'v' || name === 't') inside = false
      else if (name === 'c' && value !== '') {
        // Formatted but empty cells far to the right are common and harmless.
        if (column > limits.columns)
          throw new Unreadable('inventory.too-many-columns', { row: String(n), limit: String(limits.columns) })
        const text = shown(cell, value, context)
        size += text.length
        if (size > limits.row * 2) throw new Unreadable('inventory.row-too-long', { row: String(n) })
        while (cells.length < column - 1) cells.push('')
        cells[column - 1] = text
      } else if (name === 'row') ready.push({ n, cells })
    },
  }
  for await (const _ of hear(sheet, ears)) yield* ready.splice(0)
  yield* ready.splice(0)
}

/** `BC12` is the 55th column. */
function columnOf(reference: string): number {
  let column = 0
  for (const char of reference) {
    const digit = char.charCodeAt(0) - 64
    if (digit < 1 || digit > 26) break
    column = column * 26 + digit
  }
  return column
}

function shown(cell: Attributes, value: string, { texts, dates, since1904 }: SheetContext): string {
  if (cell.t === 's') return texts[Number(value)] ?? ''
  if (cell.t === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (cell.t !== undefined && cell.t !== 'n') return value
  const number = Number(value)
  if (!dates.has(Number(cell.s)) || !Number.isFinite(number) || number < 1 || number > 2_958_465) return value
  // Day 60 of the 1900 system is a 29 February that never was; from there on it counts one too many.
  const days = since1904 ? number + 1_462 : number < 60 ? number + 1 : number
  const at = new Date(Math.round((days - 25_569) * 86_400) * 1_000)
  const text = at.toISOString()
  return at.getTime() % DAY_MS === 0 ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ')
}
