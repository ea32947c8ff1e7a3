/**
 * Which character a font draws with which of its glyphs: its `cmap` table, formats 4 and 12 (OpenType 1.9, chapter
 * cmap). Characters it cannot draw are not in it.
 */
export function glyphs(font: Uint8Array): ReadonlyMap<number, number> {
  const view = viewOf(font)
  const found = new Map<number, number>()
  for (const at of subtables(view, table(view, 'cmap'))) {
    const format = view.getUint16(at)
    if (format === 4) segments(view, at, found)
    if (format === 12) groups(view, at, found)
  }
  return found
}

/**
 * Which characters a font can draw. An archival PDF must not hold a letter without a shape, so we must know before
 * typst refuses the whole document.
 */
export const characters = (font: Uint8Array): ReadonlySet<number> => new Set(glyphs(font).keys())

export const viewOf = (font: Uint8Array): DataView => new DataView(font.buffer, font.byteOffset, font.byteLength)

/** Where a table of the font begins. */
export function table(view: DataView, tag: string): number {
  for (let n = 0; n < view.getUint16(4); n++) {
    const at = 12 + 16 * n
    const name = String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)))
    if (name === tag) return view.getUint32(at + 8)
  }
  throw new Error(`the font has no ${tag}`)
}

const subtables = (view: DataView, cmap: number): number[] =>
  Array.from({ length: view.getUint16(cmap + 2) }, (_, n) => cmap + view.getUint32(cmap + 4 + 8 * n + 4))

function segments(view: DataView, at: number, found: Map<number, number>): void {
  const double = view.getUint16(at + 6)
  for (let n = 0; n < double; n += 2) {
    const last = view.getUint16(at + 14 + n)
    const first = view.getUint16(at + 16 + double + n)
    const offset = at + 16 + 3 * double + n
    for (let code = first; code <= last && code < 0xffff; code++) {
      const delta = view.getInt16(at + 16 + 2 * double + n)
      const reach = view.getUint16(offset)
      const direct = reach === 0 ? code : view.getUint16(offset + reach + 2 * (code - first))
      const glyph = (direct + delta) & 0xffff
      if (direct !== 0 && glyph !== 0) found.set(code, glyph)
    }
  }
}

function groups(view: DataView, at: number, found: Map<number, number>): void {
  for (let n = 0; n < view.getUint32(at + 12); n++) {
    const group = at + 16 + 12 * n
    const first = view.getUint32(group)
    for (let code = first; code <= view.getUint32(group + 4); code++)
      found.set(code, view.getUint32(group + 8) + code - first)
  }
}
