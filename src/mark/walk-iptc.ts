import type { Gather } from './field.ts'
import { text8 } from './spell.ts'
import type { View } from './view.ts'

/** Datasets of the application record in which makers are named (IIM 4.2, record 2). */
const DATASETS: Readonly<Record<number, string>> = {
  5: 'ObjectName',
  25: 'Keywords',
  40: 'SpecialInstructions',
  65: 'OriginatingProgram',
  80: 'By-line',
  105: 'Headline',
  110: 'Credit',
  115: 'Source',
  116: 'CopyrightNotice',
  120: 'Caption',
}

/** IPTC-IIM: marker, record, dataset, length, value. */
export function walkIptc(view: View, out: Gather): void {
  for (let at = 0; at + 5 <= view.size && view.u8(at) === 0x1c && out.budget.step(); ) {
    const length = view.u16(at + 3)
    // Beyond 32 767 the length itself has a length; nobody names a maker with so much.
    if (length > 0x7fff) return
    const name = view.u8(at + 1) === 2 ? DATASETS[view.u8(at + 2)] : undefined
    if (name !== undefined) out.add('iptc', name, view, at + 5, length, text8)
    at += 5 + length
  }
}

/** Image resource blocks of Photoshop: IPTC is number 0x0404, XMP 0x0424. */
export function walkPhotoshop(view: View, out: Gather): void {
  for (let at = 0; at + 12 <= view.size && view.is(at, '8BIM') && out.budget.step(); ) {
    const id = view.u16(at + 4)
    const name = 1 + view.u8(at + 6)
    const sizeAt = at + 6 + name + (name % 2)
    const size = view.u32(sizeAt)
    if (id === 0x0404) walkIptc(view.sub(sizeAt + 4, size), out)
    if (id === 0x0424) out.add('xmp', 'packet', view, sizeAt + 4, size, text8)
    at = sizeAt + 4 + size + (size % 2)
  }
}
