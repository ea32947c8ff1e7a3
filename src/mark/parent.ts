import { readTraces } from './traces.ts'
import { scan } from './scan.ts'
import { EMBEDS, type Parent } from './signing.ts'

/**
 * What is marked already is taken along as the parent of the new mark, so that its whole past stays readable. Nothing
 * when the file holds no manifest.
 */
export function parentOf(bytes: Uint8Array, blobOf: (bytes: Uint8Array) => Blob): Parent | undefined {
  const { kind, fields } = scan(bytes)
  const format = EMBEDS[kind]
  const marked = fields.some(({ carrier }) => carrier === 'c2pa')
  return marked && format !== undefined ? { bytes: blobOf(bytes), format } : undefined
}

/** The content id a file bears already, in metadata or manifest: what a watermark in it carries too. */
export function contentIdIn(bytes: Uint8Array): string | undefined {
  for (const trace of readTraces(scan(bytes)))
    if (trace.sort === 'registration' && trace.registration.contentId !== undefined) return trace.registration.contentId
  return undefined
}
