import { find, type Gather } from './field.ts'
import { text8 } from './spell.ts'
import type { View } from './view.ts'

const SOURCE_TYPE = 'cv.iptc.org/newscodes/digitalsourcetype/'
const MOST_HINTS = 16

/**
 * A C2PA manifest store is here (JUMBF, ISO 19566-5; label `c2pa`). Nothing is verified: the engine does that. What its
 * letters say about source and generator is noted as unsigned hearsay, so that a page can show something before the
 * engine has loaded.
 */
export function walkJumbf(view: View, where: string, out: Gather): boolean {
  if (!isManifest(view)) return false
  out.put('c2pa', 'manifest', where, view, 0, view.size)
  hints(view, out)
  return true
}

/** A superbox whose description box bears the label of a manifest store. */
export const isManifest = (view: View): boolean =>
  view.is(4, 'jumb') && view.is(12, 'jumd') && view.is(33, 'c2pa') && view.u8(37) === 0

/** Also for later parts of a store that was cut into segments. */
export function hints(view: View, out: Gather): void {
  const found = new Set<string>()
  for (let at = 0, n = 0; n < MOST_HINTS && out.budget.step(); n += 1) {
    const place = find(view, SOURCE_TYPE, at, out)
    if (place < 0) break
    const code = /^[A-Za-z]{3,60}/.exec(view.ascii(place + SOURCE_TYPE.length, 64))?.[0]
    if (code !== undefined && !found.has(code))
      out.put('c2pa', 'source-type', `http://${SOURCE_TYPE}${code}`, view, place, SOURCE_TYPE.length + code.length)
    if (code !== undefined) found.add(code)
    at = place + SOURCE_TYPE.length
  }
  generator(view, out)
}

/** `claim_generator`, a text of CBOR: its length stands in the byte before it or in one or two more. */
function generator(view: View, out: Gather): void {
  const key = 'claim_generator'
  for (let at = 0, n = 0; n < MOST_HINTS; n += 1) {
    const place = find(view, key, at, out)
    if (place < 0) return
    at = place + key.length
    const head = view.u8(at)
    const [skip, length] =
      head >= 0x60 && head <= 0x77 ? [1, head - 0x60] : head === 0x78 ? [2, view.u8(at + 1)] : [0, 0]
    if (length > 0) {
      out.add('c2pa', 'generator', view, at + skip, length, text8)
      return
    }
  }
}
