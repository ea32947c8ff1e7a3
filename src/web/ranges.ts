import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { type Headed, holds } from './fresh.ts'
import type { StoredFile } from './route.ts'

/** First and last byte. `unsatisfiable`: nothing of the file lies there. */
export type Range = { readonly from: number; readonly to: number } | 'unsatisfiable'

/**
 * The one range that is asked for (RFC 9110 section 14). Nothing for what may be answered with the whole: no range,
 * another unit, several ranges, or one that makes no sense.
 */
export function readRange(header: string | undefined, size: number): Range | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header?.trim() ?? '') ?? []
  if (first === '' && last === '') return undefined
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { from: size - length, to: size - 1 }
  }
  const from = Number(first)
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < from) return undefined
  return from >= size ? 'unsatisfiable' : { from, to }
}

/**
 * A file whole, in part, or not at all because the asker holds it. Its tag is its hash and strong, so that parts of
 * several answers fit together; nothing on the way may compress it.
 */
export async function sendFile(
  asked: Headed,
  file: StoredFile,
  own: Readonly<Record<string, string>>,
): Promise<Response> {
  const { path, size, sha256 } = file
  const etag = `"${sha256}"`
  const headers = { ...own, etag, 'accept-ranges': 'bytes', 'cache-control': 'no-cache, no-transform' }
  if (holds(asked, etag)) return new Response(null, { status: 304, headers })
  // A part of another version would spoil what the asker has: then the whole. A date is no strong validator of ours.
  const condition = asked.header('if-range')
  const wanted = condition === undefined || condition.trim() === etag ? asked.header('range') : undefined
  const range = asked.method === 'GET' ? readRange(wanted, size) : undefined
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } })
  const { from, to } = range ?? { from: 0, to: size - 1 }
  const told = {
    ...headers,
    'content-length': String(to - from + 1),
    ...(range === undefined ? {} : { 'content-range': `bytes ${from}-${to}/${size}` }),
  }
  const status = range === undefined ? 200 : 206
  if (asked.method === 'HEAD' || size === 0) return new Response(null, { status, headers: told })
  const handle = await open(path)
  const stream = handle.createReadStream({ start: from, end: to })
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { status, headers: told })
}
