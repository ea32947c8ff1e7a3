import type { Gather } from './field.ts'
import { latin1, text8, untilZero } from './spell.ts'
import type { View } from './view.ts'
import { walkId3 } from './walk-id3.ts'

/** Tags stand before and behind the sound; the sound itself is not looked at. */
export function walkMp3(view: View, out: Gather): void {
  let start = 0
  // Programs that do not look put a second tag before the first.
  for (let n = 0; n < 4 && out.budget.step(); n += 1) {
    const length = walkId3(view.sub(start), out)
    if (length === 0) break
    start += length
  }
  tagsBehind(view, out)
}

/** APE and ID3v1, in this order from the end, in whatever they stand. */
export function tagsBehind(view: View, out: Gather): void {
  const old = view.size - 128
  const has = old >= 0 && view.is(old, 'TAG')
  if (has) id3v1(view.sub(old), out)
  const foot = (has ? old : view.size) - 32
  if (foot >= 0 && view.is(foot, 'APETAGEX')) ape(view, foot, out)
}

const NAMES: readonly (readonly [key: string, at: number, length: number])[] = [
  ['title', 3, 30],
  ['artist', 33, 30],
  ['album', 63, 30],
  ['comment', 97, 28],
]

function id3v1(view: View, out: Gather): void {
  for (const [key, at, length] of NAMES)
    out.add('id3v1', key, view, at, length, (bytes) => untilZero(latin1(bytes)).trim())
}

/** APEv2: the foot says how long everything before it is. */
function ape(view: View, foot: number, out: Gather): void {
  const size = view.u32(foot + 12, true)
  const count = view.u32(foot + 16, true)
  let at = foot + 32 - size
  if (at < 0) return
  for (let n = 0; n < count && at + 9 < foot && out.budget.step(); n += 1) {
    const length = view.u32(at, true)
    const flags = view.u32(at + 4, true)
    const head = view.bytes(at + 8, 256)
    const end = head.indexOf(0)
    if (end < 2) return
    // Bits 1 and 2 say what kind: 0 is text in UTF-8.
    if ((flags & 6) === 0) out.add('ape', latin1(head.subarray(0, end)), view, at + 8 + end + 1, length, text8)
    at += 8 + end + 1 + length
  }
}
