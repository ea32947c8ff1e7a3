import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import { type Actor, actingFor, type Scope } from '../base/actor.ts'
import type { Outcome } from '../base/outcome.ts'
import type { Lang, Text } from '../base/text.ts'
import type { Kit } from '../db/kit.ts'
import type { PageProps } from './layout.tsx'

/**
 * Who may ask at all. What one may do to which record is the rules' business; this is the door.
 * `viewer`, `filer`, `owner`: a person acting for an organisation, at least in that role.
 */
export type Who =
  | 'anyone'
  | 'person'
  | 'viewer'
  | 'filer'
  | 'owner'
  | 'officer'
  | 'chief'
  | 'administrator'
  | { readonly scope: Scope }

const MEMBER_RANK = { viewer: 0, filer: 1, owner: 2 } as const

/** Doors for people who act for an organisation. */
export const isMemberDoor = (who: Who): boolean => typeof who === 'string' && who in MEMBER_RANK

/** Is the door open to this actor? Printed as a table route × role by a test, so that a change of power is seen. */
export function allows(who: Who, actor: Actor): boolean {
  if (who === 'anyone') return true
  if (typeof who === 'object') return actor.kind === 'program' && actor.scopes.includes(who.scope)
  if (actor.kind !== 'person') return false
  if (who === 'person') return true
  if (who === 'officer') return actor.seat !== null
  if (who === 'chief' || who === 'administrator') return actor.seat?.role === who
  const member = actingFor(actor)
  return member !== null && MEMBER_RANK[member.role] >= MEMBER_RANK[who]
}

/** What every handler is handed: the kit, who asks, and in which language. */
export interface Asked extends Kit {
  readonly actor: Actor
  readonly lang: Lang
  /** Names this request in answers and logs. */
  readonly requestId: string
}

/** Bytes or text that stream out as a file. */
export interface Download {
  readonly type: string
  /** When given, the browser saves it under this name; otherwise it shows it. */
  readonly name?: string
  readonly body: Uint8Array | string | AsyncIterable<string> | StoredFile
}

/** A file on disk that never changes under its hash: sent in parts to whoever asks for parts. */
export interface StoredFile {
  readonly path: string
  readonly size: number
  readonly sha256: string
}

/** A file that came beside another. */
export interface Beside {
  readonly name: string
  readonly bytes: Uint8Array
}

/** JSON lines, one value a line. */
export const LINES = 'application/x-ndjson'

export interface ApiRoute<P = unknown, Q = unknown, B = unknown, O = unknown> {
  readonly kind: 'api'
  readonly name: string
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** Below /api/v1, `/systems/{aiId}`. */
  readonly path: string
  readonly who: Who
  readonly summary: Text
  readonly params?: z.ZodType<P>
  readonly query?: z.ZodType<Q>
  readonly body?: z.ZodType<B>
  readonly output: z.ZodType<O>
  /** The output is text, or bytes, that leaves as it is under this media type, not as JSON. */
  readonly media?: 'image/svg+xml' | typeof LINES | 'application/timestamp-reply'
  /** 200 unless something was made, or is to be made later. */
  readonly status?: 200 | 201 | 202
  /** A POST that writes nothing (`POST /assessments`) needs no Idempotency-Key. */
  readonly stateless?: true
  /** The body is a file of any kind and of at most so many bytes, handed on as it came. */
  readonly file?: number
  /** What that file is, where it is of one kind. */
  readonly fileType?: 'application/timestamp-query'
  /** A second file may come with it under this name, in a form (`multipart/form-data`) whose first is called `file`. */
  readonly beside?: string
  /**
   * The body is JSON lines (`application/x-ndjson`) of at most so many bytes, handed on as they came: the room reads a
   * line at a time, so that one bad line is its own matter.
   */
  readonly lines?: number
  /** How long a repeated Idempotency-Key gets the same answer: `record` as long as the record itself. */
  readonly keep?: 'week' | 'record'
  /** Headers that follow from the answer, such as `Link`. */
  readonly headers?: (output: O, site: string) => Readonly<Record<string, string>>
  handle(
    asked: Asked,
    input: {
      readonly params: P
      readonly query: Q
      readonly body: B
      readonly bytes: Uint8Array
      readonly beside?: Beside
    },
  ): Promise<Outcome<O>>
}

/** A JSON route as a value: the server mounts it, `describe.ts` documents it, so the two cannot disagree. */
export const api = <P, Q, B, O>(route: Omit<ApiRoute<P, Q, B, O>, 'kind'>): ApiRoute =>
  ({ kind: 'api', ...route }) as unknown as ApiRoute

/** A posted form: repeated fields are lists, files are files. Nothing is trusted yet. */
export type Form = Readonly<Record<string, string | File | readonly (string | File)[]>>

/** What a page route answers. `status` is 422 for a form shown again with its problems. */
export type Answer =
  | ({
      readonly show: Child
      readonly status?: 200 | 404 | 409 | 422 /** The same thing as JSON, for whoever prefers it. */
      readonly json?: unknown
      /** The words of an open page that only tell when it was read. */
      readonly aside?: string
      /**
       * What was done is kept although the page is shown at once: for a discreet route, where no cookie and no address
       * could carry what is to be shown to the page after it. The act itself must then bear being repeated.
       */
      readonly keep?: true
    } & Cookies)
  | ({ readonly goTo: string } & Cookies)
  /** What a script posted in the background is kept; there is nothing to show, or bytes for the script. */
  | { readonly kept: true; readonly download?: Download }
  | { readonly download: Download }

interface Cookies {
  /** Cookies to set, `null` to drop; always HttpOnly, SameSite=Lax. */
  readonly cookies?: Readonly<Record<string, Cookie | null>>
}
export interface Cookie {
  readonly value: string
  /** Seconds; without it the cookie ends with the browser session. */
  readonly lasts?: number
}

export interface AskedPage extends Asked {
  /** A one-time token for the form on this page; posted back as `once`, it makes the post harmless to repeat. */
  readonly once: string
  /** Path and query as asked for. */
  readonly path: string
  readonly cookie: (name: string) => string | undefined
  /** Headers by lower-case name, for the few pages that must look (evaluation sign-in). */
  readonly header: (name: string) => string | undefined
  /** An address in the language of this page: `to('/register')` is `/vi/register`. */
  readonly to: (path: string) => string
  /** The whole document around what a page has to say. */
  readonly page: (props: PageContent) => Child
  /**
   * Counts this request, and says whether it is one too many in this hour: from its part of the network, or in all. It
   * never is for whoever brings the answer to a `task`.
   */
  readonly crowded: (answer: string) => boolean
  /** A little work for the browser of somebody who was held up. */
  readonly task: () => string
}
export type PageContent = Pick<
  PageProps,
  'title' | 'back' | 'wide' | 'problems' | 'about' | 'unlisted' | 'alternates' | 'children'
>

export interface PageRoute {
  readonly kind: 'page'
  readonly name: string
  readonly method: 'get' | 'post'
  /** Below /vi and /en, `/systems/{id}/dossier/{part}`. */
  readonly path: string
  readonly who: Who
  /** Largest body in bytes; 256 KiB unless a file is expected. */
  readonly limit?: number
  /** Every visitor gets the same, and no secret stands in the address: it may be kept and asked for again (ETag). */
  readonly open?: true
  /** A `post` that writes nothing runs in no transaction, so that it may take its time. */
  readonly stateless?: true
  /** The page runs WebAssembly, which its content security policy then allows. */
  readonly wasm?: true
  /**
   * Nobody is asked who he is: no cookie is read or set, no address is handed on to the next page, and nothing is noted
   * about the request itself. A form here is told from its repeat by what it says, never by who sent it.
   */
  readonly discreet?: true
  handle(
    asked: AskedPage,
    input: {
      readonly params: Readonly<Record<string, string>>
      readonly query: Readonly<Record<string, string | readonly string[]>>
      readonly form: Form
    },
  ): Promise<Outcome<Answer>>
}

/** A page as a value. A `post` runs in one transaction that is kept only when it answers with `goTo` or `kept`. */
export const page = (route: Omit<PageRoute, 'kind'>): PageRoute => ({ kind: 'page', ...route })

/** A file at an address of its own, in no language: `/data/{name}`. */
export interface FileRoute {
  readonly kind: 'file'
  readonly name: string
  readonly method: 'get'
  readonly path: string
  readonly who: 'anyone'
  handle(
    asked: Kit & { readonly requestId: string },
    params: Readonly<Record<string, string>>,
  ): Promise<Outcome<Download>>
}

export const file = (route: Omit<FileRoute, 'kind' | 'method' | 'who'>): FileRoute => ({
  kind: 'file',
  method: 'get',
  who: 'anyone',
  ...route,
})

export type Route = ApiRoute | PageRoute | FileRoute
