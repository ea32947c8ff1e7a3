import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { fromMemory, rowsOf, type Source, survey } from './reading.ts'
import { LIMITS, type Limits, type Survey } from './schema.ts'

const bytes = (text: string): Source => fromMemory(Buffer.from(text))
/** A file that does not exist: made up as it is read, and counted. */
function endless(head: string, piece: string, size: number): Source & { read: () => number } {
  let read = 0
  return {
    size,
    container: null,
    read: () => read,
    async *chunks() {
      read = 0
      yield Buffer.from(head)
      const chunk = Buffer.from(piece.repeat(Math.ceil(65_536 / piece.length)))
      while (read < size) {
        read += chunk.length
        yield chunk
      }
    },
  }
}
const HUGE: Limits = { ...LIMITS, file: 2 ** 32 }

async function found(source: Source, chosen = {}): Promise<Survey> {
  const outcome = await survey(source, LIMITS, chosen)
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusals[0]?.code)
  return outcome.value
}
async function refusal(source: Source, limits = LIMITS): Promise<string> {
  const outcome = await survey(source, limits)
  return outcome.ok ? 'taken' : (outcome.refusals[0]?.code ?? '')
}
async function cells(source: Source, s?: Survey): Promise<string[][]> {
  const all: string[][] = []
  for await (const row of rowsOf(source, s ?? (await found(source)), LIMITS)) all.push([...row.cells])
  return all
}

/** Quick and within bounds, whatever the file would like to be. */
async function bounded<T>(seconds: number, run: () => Promise<T>): Promise<T> {
  const [began, before] = [performance.now(), process.memoryUsage().rss]
  const result = await run()
  assert.ok(performance.now() - began < seconds * 1000, `took ${Math.round(performance.now() - began)} ms`)
  assert.ok(process.memoryUsage().rss - before < 300 * 1_048_576, 'took more than 300 MB')
  return result
}

// ————— a zip as small as it can be —————

const TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc = (data: Buffer): number => {
  let c = 0xffffffff
  for (const byte of data) c = (TABLE[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}
interface Part {
  readonly name: string
  readonly data: Buffer
  /** What the directory says of the size, true or not. */
  readonly claims?: number
}
function zip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, claims } of parts) {
    const packed = deflateRawSync(data, { level: 9 })
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc(data), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(claims ?? data.length, 18)
    head.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed])
    const entry = Buffer.concat([
      Buffer.from('PK\x01\x02'),
      Buffer.from([20, 0]),
      head,
      Buffer.alloc(10),
      Buffer.alloc(4),
      Buffer.from(name),
    ])
    entry.writeUInt32LE(offset, 42)
    directory.push(entry)
    locals.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, list, end])
}
const part = (name: string, text: string): Part => ({ name, data: Buffer.from(text) })
const BOOK = part(
  'xl/workbook.xml',
  '<workbook xmlns:r="r"><sheets><sheet name="Ghi chú" r:id="a"/><sheet name="Hệ thống" r:id="b"/></sheets></workbook>',
)
const LINKS = part(
  'xl/_rels/workbook.xml.rels',
  '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
)
const STYLES = part(
  'xl/styles.xml',
  '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
)
const TEXTS = part('xl/sharedStrings.xml', '<sst><si><t>Tên</t></si><si><r><t>Ô </t></r><r><t>đỏ</t></r></si></sst>')
const sheet = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const FIRST = part(
  'xl/worksheets/sheet1.xml',
  sheet(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Ngày</t></is></c><c r="C1"><v>3</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>46113</v></c><c r="C3" t="str"><f>HYPERLINK("x")</f><v>=1+1</v></c></row>',
  ),
)
const SECOND = part(
  'xl/worksheets/sheet2.xml',
  sheet(
    '<row r="1"><c r="A1" t="inlineStr"><is><t>khác</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row>',
  ),
)
const workbook = (...more: readonly Part[]): Source => {
  const names = new Set(more.map((p) => p.name))
  return fromMemory(zip([...[BOOK, LINKS, STYLES, TEXTS, FIRST, SECOND].filter((p) => !names.has(p.name)), ...more]))
}

describe('how a file is written is found out', () => {
  test('UTF-8 with its mark, semicolons, line breaks and quotes in cells', async () => {
    const file = bytes('\uFEFFTên;Mục đích\r\n"Ô ""đỏ""";"hai\ndòng"\r\n')
    const { reading, columns, total } = await found(file)
    assert.deepEqual([reading.format, reading.encoding, reading.separator, reading.header], ['csv', 'utf-8', ';', 1])
    assert.deepEqual([columns, total], [['Tên', 'Mục đích'], 1])
    assert.deepEqual(await cells(file), [['Ô "đỏ"', 'hai\ndòng']])
  })

  test('UTF-16, Windows-1252 and Windows-1258 by their bytes', async () => {
    const utf16 = fromMemory(Buffer.from('\uFEFFTên\tNơi\nÔ\tHuế\n', 'utf16le'))
    assert.equal((await found(utf16)).reading.encoding, 'utf-16le')
    assert.deepEqual(await cells(utf16), [['Ô', 'Huế']])
    const west = fromMemory(
      Buffer.from([...Buffer.from('Name,Purpose\nX,it'), 0x92, ...Buffer.from('s caf'), 0xe9, 0x0a]),
    )
    assert.equal((await found(west)).reading.encoding, 'windows-1252')
    assert.deepEqual(await cells(west), [['X', 'it’s café']])
    // Hệ thống: ê and a dot below, ô and an acute, as Windows-1258 writes them.
    const viet = fromMemory(
      Buffer.from([
        ...Buffer.from('Ten,Loai\nH'),
        0xea,
        0xf2,
        ...Buffer.from(' th'),
        0xf4,
        0xec,
        ...Buffer.from('ng,A\n'),
      ]),
    )
    assert.equal((await found(viet)).reading.encoding, 'windows-1258')
    assert.equal((await cells(viet))[0]?.[0]?.normalize('NFC'), 'Hệ thống')
  })

  test('a few damaged bytes among much UTF-8 stay visible instead of turning the whole file into nonsense', async () => {
    const file = fromMemory(
      Buffer.concat([Buffer.from('Tên,Mục đích\nHệ thống đỏ,'), Buffer.from([0xff]), Buffer.from('\n')]),
    )
    assert.equal((await found(file)).reading.encoding, 'utf-8')
    assert.deepEqual(await cells(file), [['Hệ thống đỏ', '\uFFFD']])
  })

  test('a title above the table, repeated titles, empty rows and the titles once more', async () => {
    const file = bytes('Danh mục năm 2026,,\n\nTên,Khác,Khác\nA,1,2\n,,\nTên,Khác,Khác\nB,3,4\n')
    const { reading, columns, total, repeated } = await found(file)
    assert.equal(reading.header, 3)
    assert.deepEqual(columns, ['Tên', 'Khác', 'Khác (2)'])
    assert.deepEqual([total, repeated], [2, 1])
    assert.deepEqual(await cells(file), [
      ['A', '1', '2'],
      ['B', '3', '4'],
    ])
  })

  test('JSON: a list, a list inside an object, one object a line', async () => {
    const list = bytes('[{"name":"A","result":{"level":"high"},"functions":["x","y"]},{"name":"B"}]')
    assert.deepEqual((await found(list)).columns, ['name', 'result.level', 'functions'])
    assert.deepEqual(await cells(list), [
      ['A', 'high', 'x\ny'],
      ['B', '', ''],
    ])
    assert.deepEqual(await cells(bytes('{"systems": [{"a":"1"},{"a":"2"}]}')), [['1'], ['2']])
    assert.deepEqual(await cells(bytes('{"a":"{["}\n{"a":"\\"}"}\n')), [['{['], ['"}']])
  })

  test('XLSX: shared and rich texts, days, sheets; a formula gives its last value and is never calculated', async () => {
    const { reading, columns } = await found(workbook())
    assert.deepEqual([reading.sheet, reading.sheets], ['Ghi chú', ['Ghi chú', 'Hệ thống']])
    assert.deepEqual(columns, ['Tên', 'Ngày', '3'])
    assert.deepEqual(await cells(workbook()), [['Ô đỏ', '2026-04-01', '=1+1']])
    const other = await found(workbook(), { sheet: 'Hệ thống' })
    assert.deepEqual(await cells(workbook(), other), [['x']])
  })
})

describe('a hostile file is refused within bounds', () => {
  test('a cell of two gigabytes: after a megabyte', async () => {
    const file = endless('name,purpose\nA,"', 'x', 2 ** 31)
    assert.equal(await bounded(5, () => refusal(file, HUGE)), 'inventory.row-too-long')
    assert.ok(file.read() < 16 * 1_048_576, `${file.read()} bytes were read`)
  })

  test('a million columns, quoted or not, on one line or on many', async () => {
    for (const piece of [',', '"",', '"\n",']) {
      const file = endless('name,purpose\n', piece, 2 ** 31)
      const code = await bounded(5, () => refusal(file, HUGE))
      assert.ok(['inventory.too-many-columns', 'inventory.row-too-long'].includes(code), code)
      assert.ok(file.read() < 16 * 1_048_576)
    }
  })

  test('a million rows', async () => {
    const file = endless('name,purpose\n', 'A,B\n', 2 ** 31)
    assert.equal(await bounded(20, () => refusal(file, HUGE)), 'inventory.too-many-rows')
  })

  test('larger than may be sent: before a byte is read', async () => {
    const file = endless('', 'x', 2 ** 31)
    assert.equal(await refusal(file), 'inventory.too-large')
    assert.equal(file.read(), 0)
  })

  test('zero characters, nothing at all, titles without rows, rows of nothing', async () => {
    assert.equal(await refusal(bytes('name,purpose\nA,\0B\n')), 'inventory.binary')
    assert.equal(await refusal(bytes('')), 'inventory.empty')
    assert.equal(await refusal(bytes('name,purpose\n')), 'inventory.no-rows')
    assert.equal(await refusal(bytes('\n\n , \n')), 'inventory.no-rows')
    assert.equal(await refusal(fromMemory(Buffer.from('d0cf11e0a1b11ae1000000', 'hex'))), 'inventory.old-excel')
  })

  test('JSON that never ends, is nested without end, or is none', async () => {
    assert.equal(await bounded(5, () => refusal(endless('[{"a":"', 'x', 2 ** 31), HUGE)), 'inventory.row-too-long')
    const deep = bytes(`[${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}]`)
    assert.equal(await bounded(5, () => refusal(deep)), 'inventory.broken-json')
    assert.equal(await refusal(bytes('[{"a":1},{"a":')), 'inventory.broken-json')
    assert.equal(await refusal(bytes('[{"a":01}]')), 'inventory.broken-json')
    const wide = bytes(`[{${Array.from({ length: 2000 }, (_, n) => `"k${n}":1`).join(',')}}]`)
    assert.equal(await refusal(wide), 'inventory.too-many-columns')
  })

  const zeros = (mib: number): Buffer => Buffer.alloc(mib * 1_048_576, 'x')

  test('a zip bomb: by the size it declares', async () => {
    const bomb = workbook({ name: 'xl/worksheets/sheet1.xml', data: zeros(1), claims: 2 ** 31 })
    assert.equal(await bounded(5, () => refusal(bomb)), 'inventory.bomb')
  })

  test('a zip bomb that lies about its size, and one that is a single cell', async () => {
    const head = Buffer.from('<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>')
    const data = Buffer.concat([head, zeros(64)])
    const lying = workbook({ name: 'xl/worksheets/sheet1.xml', data, claims: 1000 })
    const honest = workbook({ name: 'xl/worksheets/sheet1.xml', data })
    assert.ok(['inventory.bomb', 'inventory.row-too-long'].includes(await bounded(5, () => refusal(lying))))
    assert.equal(await bounded(5, () => refusal(honest)), 'inventory.row-too-long')
    const texts = workbook({
      name: 'xl/sharedStrings.xml',
      data: Buffer.from(`<sst>${'<si><t>aaaaaaaaaaaaaaaa</t></si>'.repeat(2_000_000)}</sst>`),
    })
    assert.equal(await bounded(20, () => refusal(texts, { ...LIMITS, texts: 8 * 1_048_576 })), 'inventory.bomb')
  })

  test('a workbook with a document type, a column far out, no sheet, or that is no workbook', async () => {
    const lol = part(
      'xl/worksheets/sheet1.xml',
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData>&a;</sheetData></worksheet>',
    )
    assert.equal(await refusal(workbook(lol)), 'inventory.broken-xml')
    const far = part('xl/worksheets/sheet1.xml', sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'))
    assert.equal(await refusal(workbook(far)), 'inventory.too-many-columns')
    assert.equal(await refusal(fromMemory(zip([part('a.txt', 'x')]))), 'inventory.not-a-workbook')
    assert.equal(await refusal(fromMemory(Buffer.from('PK\x03\x04 broken'))), 'inventory.not-a-workbook')
    assert.equal(await refusal(fromMemory(zip([{ ...BOOK, data: Buffer.from('<workbook/>') }]))), 'inventory.no-sheet')
  })
})
