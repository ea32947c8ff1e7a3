import type { Gather } from './field.ts'
import { text8, utf8 } from './spell.ts'
import type { View } from './view.ts'
import { walkJumbf } from './walk-jumbf.ts'

const colours = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0)

/** GIF89a: blocks of sub-blocks. Every picture costs a step for each 255 bytes. */
export function walkGif(view: View, out: Gather): void {
  for (let at = 13 + colours(view.u8(10)); at < view.size && out.budget.step(); ) {
    const kind = view.u8(at)
    if (kind === 0x2c) at = blocksEnd(view, at + 11 + colours(view.u8(at + 9)), out)
    else if (kind === 0x21) at = extension(view, at, out)
    else {
      if (kind !== 0x3b) out.budget.met.add('truncated')
      return
    }
  }
}

/** Past the sub-blocks that begin here. */
function blocksEnd(view: View, start: number, out: Gather): number {
  let at = start
  while (at < view.size && out.budget.step()) {
    const length = view.u8(at)
    at += 1 + length
    if (length === 0) return at
  }
  return view.size
}

function extension(view: View, at: number, out: Gather): number {
  const label = view.u8(at + 1)
  const end = blocksEnd(view, at + 2, out)
  if (label === 0xfe) out.add('gif-comment', 'comment', joined(view, at + 2, end, out), 0, end, text8)
  else if (label === 0xff && view.u8(at + 2) === 11) {
    const name = view.ascii(at + 3, 11)
    const [from, size] = [at + 14, end - at - 14]
    // The packet stands as it is, not cut into sub-blocks; a ramp of 258 bytes behind it leads readers out.
    if (name === 'XMP DataXMP') out.add('xmp', 'packet', view, from, Math.max(0, size - 258), utf8)
    else if (name.startsWith('C2PA_GIF')) walkJumbf(joined(view, from, end, out), 'gif', out)
  }
  return end
}

function joined(view: View, start: number, end: number, out: Gather): View {
  const made = new Uint8Array(Math.min(end - start, out.budget.bounds.value * 4))
  let size = 0
  for (let at = start; at < end && out.budget.step(); ) {
    const length = view.u8(at)
    if (length === 0 || size + length > made.length) break
    made.set(view.bytes(at + 1, length), size)
    size += length
    at += 1 + length
  }
  return view.sub(start, end - start).unfolded(made.subarray(0, size))
}
