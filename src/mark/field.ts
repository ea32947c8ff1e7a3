import { Budget } from './budget.ts'
import { inflate } from './inflate.ts'
import type { View } from './view.ts'

/** What held a value. Stable words: they stand in evidence that people keep. */
export const CARRIERS = [
  ...['xmp', 'exif', 'iptc', 'png-text', 'jpeg-comment', 'gif-comment', 'riff-info', 'riff-chunk', 'bext', 'ixml'],
  ...['mp4-meta', 'id3v1', 'id3v2', 'ape', 'vorbis', 'matroska', 'pdf-info', 'svg', 'stealth', 'c2pa'],
] as const
export type Carrier = (typeof CARRIERS)[number]

/** One value and where in the file it stands. Of an unfolded value the place of its folded form. */
export interface Field {
  readonly carrier: Carrier
  readonly key: string
  readonly value: string
  readonly offset: number
  readonly length: number
  /** The value was longer than the bounds allow. */
  readonly cut?: true
}

/** Where walkers put what they find, with the budget of the whole file. */
export class Gather {
  readonly fields: Field[] = []
  readonly budget: Budget

  constructor(budget: Budget = new Budget()) {
    this.budget = budget
  }

  /** The bytes of a value, as many as may be kept, spelled and put down. Empty values are not worth a line. */
  add(carrier: Carrier, key: string, view: View, at: number, length: number, spell: (bytes: Uint8Array) => string) {
    const there = Math.max(0, Math.min(length, view.size - at))
    if (there === 0) return
    const allowed = this.budget.keep(there)
    this.put(carrier, key, spell(view.bytes(at, allowed)), view, at, there, allowed < there)
  }

  put(carrier: Carrier, key: string, value: string, view: View, at: number, length: number, cut = false): void {
    if (value === '' || !this.budget.step()) return
    if (this.fields.length >= this.budget.bounds.fields) {
      this.budget.met.add('fields')
      return
    }
    const place = view.where(at, length)
    const field = { carrier, key: key.slice(0, 200), value, ...place }
    this.fields.push(cut ? { ...field, cut } : field)
  }

  /** Unfolds a stretch of a file. */
  unfold(view: View): View {
    const { bytes, whole } = inflate(view.bytes(0, view.size), this.budget, this.budget.bounds.value * 4)
    if (!whole && !this.budget.met.has('inflated')) this.budget.met.add('truncated')
    return view.unfolded(bytes)
  }
}

/** The first place of these letters from `from`, or -1. Paid for by the bytes looked at. */
export function find(view: View, letters: string, from: number, out: Gather, until = view.size): number {
  const wanted = Uint8Array.from(letters, (char) => char.charCodeAt(0))
  const [first = 0] = wanted
  const WINDOW = 1 << 16
  for (let at = Math.max(0, from); at + wanted.length <= until; at += WINDOW) {
    const window = view.bytes(at, Math.min(WINDOW + wanted.length - 1, until - at))
    if (!out.budget.step(1 + (window.length >> 6))) return -1
    let hits = 0
    for (let n = window.indexOf(first); n >= 0; n = window.indexOf(first, n + 1)) {
      hits += 1
      if (wanted.every((byte, k) => window[n + k] === byte)) return at + n
    }
    out.budget.step(hits >> 3)
  }
  return -1
}
