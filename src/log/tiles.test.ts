import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { MAX_ENTRY, parseBundle, printBundle } from './bundle.ts'
import { edgeAt, grow, NO_EDGE, rootOfEdge } from './edge.ts'
import { utf8 } from './encoding.ts'
import { leafHash, type Hash } from './hash.ts'
import {
  parseTilePath,
  printTile,
  TileFault,
  tilePath,
  tileReader,
  tilesFor,
  type FetchTile,
  type Tile,
} from './tiles.ts'
import { extend, EMPTY, proveConsistency, proveInclusion, rootOf, rootOfLeaves } from './tree.ts'
import { verifyConsistency, verifyInclusion } from './verify.ts'

const SIZE = 70_000
const leaves = Array.from({ length: SIZE }, (_, n) => leafHash(utf8(`entry ${n}`)))
const rootAt = (size: number): Hash => rootOfLeaves(leaves.slice(0, size))

/** Files of a log that grew by the given steps, by their path. */
function written(...sizes: readonly number[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  let edge = NO_EDGE
  for (const size of sizes) {
    const grown = grow(edge, leaves.slice(edge.size, size))
    edge = grown.edge
    for (const { tile, hashes } of grown.tiles) files.set(tilePath(tile), printTile(hashes))
  }
  return files
}
const from =
  (files: ReadonlyMap<string, Uint8Array>): FetchTile =>
  (tile) =>
    Promise.resolve(files.get(tilePath(tile)))

test('a tile is found under its number in groups of three digits, all but the last with an x', () => {
  assert.equal(tilePath({ level: 0, index: 1234067, width: 256 }), 'tile/0/x001/x234/067')
  assert.equal(tilePath({ level: 0, index: 0, width: 1 }), 'tile/0/000.p/1')
  assert.equal(tilePath({ level: 1, index: 67, width: 12 }), 'tile/1/067.p/12')
  assert.equal(tilePath({ level: 'entries', index: 1067, width: 256 }), 'tile/entries/x001/067')
})

test('every path reads back as the tile it names', () => {
  const tile = fc.record(
    {
      level: fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 })),
      index: fc.oneof(fc.nat(2_000_000), fc.maxSafeNat()),
      width: fc.integer({ min: 1, max: 256 }),
    },
    { noNullPrototype: true },
  )
  fc.assert(fc.property(tile, (one) => assert.deepEqual(parseTilePath(tilePath(one)), one)))
})

test('another spelling of a path is no path', () => {
  const wrong = [
    ...[
      '',
      'tile',
      'tile/0',
      'tile/0/',
      'tile/0/67',
      'tile/0/0067',
      'tile/0/x000/067',
      'tile/0/x001/67',
      'tile/0/001/067',
    ],
    ...[
      'tile/00/067',
      'tile/64/067',
      'tile/-1/067',
      'tile/0/067.p/0',
      'tile/0/067.p/256',
      'tile/0/067.p/01',
      'tile/0/067.p',
    ],
    ...[
      '/tile/0/067',
      'tile/0/067/',
      'tile/0/067.p/1/',
      'tile/data/067',
      'tile/0/x999/x999/x999/x999/x999/999',
      'tile/0/x067',
    ],
    ...['tile/0/067\n', 'tile/0/../067'],
  ]
  for (const path of wrong) assert.equal(parseTilePath(path), undefined, path)
})

test('a tree of 70,000 leaves has the tiles that the standard counts', () => {
  const tiles = tilesFor(0, SIZE).filter((tile) => tile.level !== 'entries')
  const of = (level: number, full: boolean): Tile[] =>
    tiles.filter((tile) => tile.level === level && (tile.width === 256) === full)
  assert.equal(of(0, true).length, 273)
  assert.deepEqual(of(0, false), [{ level: 0, index: 273, width: 112 }])
  assert.equal(of(1, true).length, 1)
  assert.deepEqual(of(1, false), [{ level: 1, index: 1, width: 17 }])
  assert.deepEqual(of(2, false), [{ level: 2, index: 0, width: 1 }])
  assert.equal(tiles.length, 277)
  assert.deepEqual(
    tilesFor(0, 256).map((tile) => tilePath(tile)),
    ['tile/entries/000', 'tile/0/000', 'tile/1/000.p/1'],
  )
  assert.deepEqual(tilesFor(SIZE, SIZE), [])
})

test('a growing log writes exactly the tiles that its new size calls for', () => {
  fc.assert(
    fc.property(fc.nat(70_000), fc.nat(3_000), (old, more) => {
      const size = Math.min(SIZE, old + more)
      const { edge } = grow(NO_EDGE, leaves.slice(0, old))
      const grown = grow(edge, leaves.slice(old, size))
      assert.deepEqual(
        grown.tiles.map((filled) => filled.tile),
        tilesFor(old, size).filter((tile) => tile.level !== 'entries'),
      )
      assert.deepEqual(rootOfEdge(grown.edge), rootOf(extend(EMPTY, leaves.slice(0, size))))
    }),
    { numRuns: 20 },
  )
})

test('an edge read back from the files goes on as the one that was kept', async () => {
  for (const size of [0, 1, 255, 256, 257, 511, 65_535, 65_536, 65_537, SIZE]) {
    const files = written(Math.floor(size / 3), size)
    const edge = await edgeAt(size, from(files))
    assert.deepEqual(rootOfEdge(edge), rootAt(size))
    assert.deepEqual(
      grow(edge, leaves.slice(0, 300)),
      grow(grow(NO_EDGE, leaves.slice(0, size)).edge, leaves.slice(0, 300)),
    )
  }
})

test('proofs read from tiles verify, and each tile is fetched once', async () => {
  const files = written(SIZE)
  const root = rootAt(SIZE)
  const roots = new Map<number, Hash>()
  await fc.assert(
    fc.asyncProperty(
      fc.nat(SIZE - 1),
      fc.constantFrom(1, 2, 255, 256, 257, 4_096, 65_535, 65_536, 65_537),
      async (index, old) => {
        const fetched: string[] = []
        const read = tileReader(SIZE, (tile) => {
          fetched.push(tilePath(tile))
          return from(files)(tile)
        })
        const proof = await proveInclusion(index, SIZE, read)
        assert.equal(new Set(fetched).size, fetched.length)
        assert.ok(verifyInclusion(index, SIZE, leaves[index] ?? assert.fail(), proof, root))
        const oldRoot = roots.get(old) ?? rootAt(old)
        roots.set(old, oldRoot)
        const grown = await proveConsistency(old, SIZE, read)
        assert.ok(verifyConsistency({ size: old, root: oldRoot }, { size: SIZE, root }, grown))
      },
    ),
    { numRuns: 200 },
  )
})

test('a partial tile that made way for the full one is read from the full one', async () => {
  const files = written(300, 600)
  files.delete('tile/0/001.p/44')
  const proof = await proveInclusion(299, 300, tileReader(300, from(files)))
  assert.ok(verifyInclusion(299, 300, leaves[299] ?? assert.fail(), proof, rootAt(300)))
})

test('a missing or cut tile is named, and a node beyond the tree is not guessed', async () => {
  const files = written(300)
  files.delete('tile/0/000')
  const named = (fault: string) => (error: unknown) =>
    error instanceof TileFault && error.fault === fault && tilePath(error.tile) === 'tile/0/000'
  await assert.rejects(proveInclusion(0, 300, tileReader(300, from(files))), named('missing'))
  files.set('tile/0/000', new Uint8Array(8191))
  await assert.rejects(proveInclusion(0, 300, tileReader(300, from(files))), named('length'))
  await assert.rejects(tileReader(300, from(written(300)))([{ level: 0, index: 300 }]), RangeError)
  await assert.rejects(tileReader(300, from(written(300)))([{ level: 0, index: 512 }]), TileFault)
})

test('entries come out of a bundle as they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 700 }), { maxLength: 256 }), (entries) => {
      assert.deepEqual(parseBundle(printBundle(entries), entries.length), { ok: true, value: entries })
    }),
    { numRuns: 100 },
  )
  assert.deepEqual([...printBundle([Uint8Array.of(7, 8), new Uint8Array()])], [0, 2, 7, 8, 0, 0])
  const longest = new Uint8Array(MAX_ENTRY)
  assert.deepEqual(parseBundle(printBundle([longest]), 1), { ok: true, value: [longest] })
  assert.throws(() => printBundle([new Uint8Array(MAX_ENTRY + 1)]), RangeError)
})

test('a bundle that is cut, too long or of another width is refused, wherever it is cut', () => {
  const bytes = printBundle([utf8('one'), utf8('two'), new Uint8Array()])
  for (let end = 0; end < bytes.length; end += 1) assert.ok(!parseBundle(bytes.slice(0, end), 3).ok)
  assert.ok(!parseBundle(Uint8Array.of(...bytes, 0), 3).ok)
  assert.ok(!parseBundle(bytes, 2).ok)
  assert.ok(!parseBundle(bytes, 4).ok)
})
