import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { glyphs, table, viewOf } from './document/coverage.ts'

/** A line of text as one outline, in units of the face: `unit` of them are the size of a letter. */
export interface Lettered {
  /** SVG path data; the baseline is 0, down is positive. */
  readonly path: string
  readonly unit: number
}

export type Weight = 'regular' | 'bold'

const FILES: Readonly<Record<Weight, readonly [folder: string, file: string]>> = {
  regular: ['400Regular', 'BeVietnamPro_400Regular.ttf'],
  bold: ['700Bold', 'BeVietnamPro_700Bold.ttf'],
}

interface Face {
  readonly view: DataView
  readonly glyphOf: ReadonlyMap<number, number>
  readonly unit: number
  readonly at: Readonly<Record<'glyf' | 'loca' | 'hmtx', number>>
  readonly longLoca: boolean
  readonly advances: number
}

const opened = new Map<Weight, Face>()

function face(weight: Weight): Face {
  const known = opened.get(weight)
  if (known !== undefined) return known
  const home = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/be-vietnam-pro/package.json'))
  const font = readFileSync(join(home, ...FILES[weight]))
  const view = viewOf(font)
  const head = table(view, 'head')
  const fresh: Face = {
    view,
    glyphOf: glyphs(font),
    unit: view.getUint16(head + 18),
    longLoca: view.getInt16(head + 50) === 1,
    advances: view.getUint16(table(view, 'hhea') + 34),
    at: { glyf: table(view, 'glyf'), loca: table(view, 'loca'), hmtx: table(view, 'hmtx') },
  }
  opened.set(weight, fresh)
  return fresh
}

/**
 * Text drawn in the portal's own face, so that every Vietnamese mark stands where it should on machines that have no
 * such font. What the face cannot draw is drawn as a space: only words of our own and AI-IDs come here.
 */
export function lettering(text: string, weight: Weight): Lettered {
  const own = face(weight)
  let x = 0
  const parts: string[] = []
  for (const sign of text.normalize('NFC')) {
    const glyph = glyphOf(own, sign)
    parts.push(...contours(own, glyph, { a: 1, b: 0, c: 0, d: 1, x, y: 0 }))
    x += advance(own, glyph)
  }
  return { path: parts.join(''), unit: own.unit }
}

/** How wide the text is, as a part of the size of its letters. */
export function letteredWidth(text: string, weight: Weight): number {
  const own = face(weight)
  return Array.from(text.normalize('NFC')).reduce((sum, sign) => sum + advance(own, glyphOf(own, sign)), 0) / own.unit
}

const glyphOf = (own: Face, sign: string): number =>
  own.glyphOf.get(sign.codePointAt(0) ?? 0) ?? own.glyphOf.get(0x20) ?? 0

function advance({ view, at, advances }: Face, glyph: number): number {
  return view.getUint16(at.hmtx + 4 * Math.min(glyph, advances - 1))
}

/** Where the points of a glyph go: `x' = a·x + c·y + x`, `y' = b·x + d·y + y`. */
interface Move {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly x: number
  readonly y: number
}

function contours(own: Face, glyph: number, move: Move): string[] {
  const { view, at, longLoca } = own
  const place = (n: number) => (longLoca ? view.getUint32(at.loca + 4 * n) : 2 * view.getUint16(at.loca + 2 * n))
  const [from, to] = [place(glyph), place(glyph + 1)]
  if (from === to) return []
  const start = at.glyf + from
  const count = view.getInt16(start)
  return count < 0 ? composed(own, start + 10, move) : simple(view, start + 10, count, move)
}

/** Flags of a part of a composed glyph (OpenType 1.9, chapter glyf). */
const PART = { words: 0x01, offsets: 0x02, scale: 0x08, more: 0x20, scaleXY: 0x40, matrix: 0x80 } as const

function composed(own: Face, start: number, outer: Move): string[] {
  const { view } = own
  const parts: string[] = []
  let at = start
  for (;;) {
    const flags = view.getUint16(at)
    const glyph = view.getUint16(at + 2)
    at += 4
    const read = (flags & PART.words) !== 0 ? view.getInt16.bind(view) : view.getInt8.bind(view)
    const wide = (flags & PART.words) !== 0 ? 2 : 1
    // Points of the parts may be laid upon each other instead; our face does not.
    const [dx, dy] = (flags & PART.offsets) !== 0 ? [read(at), read(at + wide)] : [0, 0]
    at += 2 * wide
    const part = (n: number) => view.getInt16(at + 2 * n) / 16_384
    let own4: readonly [number, number, number, number] = [1, 0, 0, 1]
    if ((flags & PART.scale) !== 0) {
      own4 = [part(0), 0, 0, part(0)]
      at += 2
    } else if ((flags & PART.scaleXY) !== 0) {
      own4 = [part(0), 0, 0, part(1)]
      at += 4
    } else if ((flags & PART.matrix) !== 0) {
      own4 = [part(0), part(1), part(2), part(3)]
      at += 8
    }
    const [a, b, c, d] = own4
    parts.push(
      ...contours(own, glyph, {
        a: outer.a * a + outer.c * b,
        b: outer.b * a + outer.d * b,
        c: outer.a * c + outer.c * d,
        d: outer.b * c + outer.d * d,
        x: outer.a * dx + outer.c * dy + outer.x,
        y: outer.b * dx + outer.d * dy + outer.y,
      }),
    )
    if ((flags & PART.more) === 0) return parts
  }
}

interface Point {
  readonly x: number
  readonly y: number
  readonly on: boolean
}

/** Flags of a point of a simple glyph. */
const POINT = { on: 0x01, shortX: 0x02, shortY: 0x04, repeat: 0x08, sameX: 0x10, sameY: 0x20 } as const

function simple(view: DataView, start: number, count: number, move: Move): string[] {
  const ends = Array.from({ length: count }, (_, n) => view.getUint16(start + 2 * n))
  const total = (ends.at(-1) ?? -1) + 1
  let at = start + 2 * count
  at += 2 + view.getUint16(at)
  const flags: number[] = []
  while (flags.length < total) {
    const flag = view.getUint8(at++)
    const times = (flag & POINT.repeat) !== 0 ? view.getUint8(at++) + 1 : 1
    for (let n = 0; n < times; n++) flags.push(flag)
  }
  const along = (short: number, same: number): number[] => {
    let value = 0
    return flags.map((flag) => {
      if ((flag & short) !== 0) value += (flag & same) !== 0 ? view.getUint8(at++) : -view.getUint8(at++)
      else if ((flag & same) === 0) {
        value += view.getInt16(at)
        at += 2
      }
      return value
    })
  }
  const xs = along(POINT.shortX, POINT.sameX)
  const ys = along(POINT.shortY, POINT.sameY)
  const points = flags.map((flag, n): Point => {
    const [x, y] = [xs[n] ?? 0, ys[n] ?? 0]
    return {
      x: Math.round(move.a * x + move.c * y + move.x),
      // Up in the font is down in a picture.
      y: -Math.round(move.b * x + move.d * y + move.y),
      on: (flag & POINT.on) !== 0,
    }
  })
  return ends.map((end, n) => outline(points.slice(n === 0 ? 0 : (ends[n - 1] ?? -1) + 1, end + 1)))
}

const between = (p: Point, q: Point): Point => ({
  x: Math.round((p.x + q.x) / 2),
  y: Math.round((p.y + q.y) / 2),
  on: true,
})

/** Quadratic curves; between two points that guide a curve lies one that is on it. */
function outline(points: readonly Point[]): string {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return ''
  const begin = first.on ? first : last.on ? last : between(first, last)
  const rest = first.on ? points.slice(1) : last.on ? points.slice(0, -1) : points
  const drawn = [`M${begin.x} ${begin.y}`]
  let guide: Point | undefined
  for (const point of [...rest, begin]) {
    if (guide === undefined) {
      if (point.on) drawn.push(`L${point.x} ${point.y}`)
      else guide = point
    } else {
      const to = point.on ? point : between(guide, point)
      drawn.push(`Q${guide.x} ${guide.y} ${to.x} ${to.y}`)
      guide = point.on ? undefined : point
    }
  }
  return `${drawn.join('')}Z`
}
