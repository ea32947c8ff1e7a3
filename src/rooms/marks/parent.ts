import { heldBlob } from '../../mark/held.ts'
import { scan } from '../../mark/scan.ts'
import { EMBEDS, type Parent } from '../../mark/signing.ts'

/** What is marked already is taken along as the parent of the new mark: its whole past stays readable. */
export function parentOf(bytes: Uint8Array): Parent | undefined {
  const { kind, fields } = scan(bytes)
  const format = EMBEDS[kind]
  const marked = fields.some(({ carrier }) => carrier === 'c2pa')
  return marked && format !== undefined ? { bytes: heldBlob(bytes), format } : undefined
}
