import { sha256 } from '../base/hash.ts'

/** What is asked of a request here: its headers. */
export interface Headed {
  header(name: string): string | undefined
  readonly method: string
}

/** Does the asker already hold this very thing? Weak comparison, as RFC 9110 13.1.2 has it for If-None-Match. */
export function holds(asked: Headed, etag: string): boolean {
  const held = asked.header('if-none-match')
  if (held === undefined) return false
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '')
  return held.trim() === '*' || held.split(',').some((tag) => bare(tag) === bare(etag))
}

/**
 * What everybody gets alike may be kept by anybody, but is asked for again each time: then it comes as 304 unless it
 * changed. The tag is the hash of what is sent, weak because it may be compressed on the way. `aside` is the part of the
 * text that only says when it was read; a page that says nothing else anew has not changed.
 */
export function sendOpen(
  asked: Headed,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>>,
  aside = '',
): Response {
  const counted = typeof body === 'string' && aside !== '' ? body.replaceAll(aside, '') : body
  const etag = `W/"${sha256(counted).slice(0, 32)}"`
  const all = { ...headers, etag, 'cache-control': 'no-cache' }
  if (holds(asked, etag)) return new Response(null, { status: 304, headers: all })
  return new Response(typeof body === 'string' ? body : Uint8Array.from(body), { headers: all })
}
