import type { Refusal, Sort } from '../base/outcome.ts'
import { fill, type Lang, type Text } from '../base/text.ts'
import type { ShapeProblem } from './shape.ts'
import { pointer } from './shape.ts'

const STATUS = { absent: 404, unentitled: 403, untimely: 409, unfit: 422, overmuch: 429 } as const satisfies Record<
  Sort,
  number
>
const FIRST = ['absent', 'overmuch', 'unentitled', 'unfit', 'untimely'] as const satisfies readonly Sort[]

/** What the rooms say about their refusals: of what sort each is, and in which words. */
export interface Refusals {
  readonly sort: Readonly<Record<string, Sort>>
  readonly says: Readonly<Record<string, Text>>
  /** A citation in words, from the law (`law/cite.ts`), which this floor does not know. */
  readonly cite: (cite: string, lang: Lang) => string
}

export interface ProblemError {
  readonly code: string
  readonly pointer?: string
  readonly vi: string
  readonly en: string
  readonly cite?: string
  readonly facts?: Readonly<Record<string, string>>
}

/** The body of `application/problem+json` (RFC 9457). */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly instance: string
  readonly errors: readonly ProblemError[]
}

/** A refusal in words. A code without words is a fault of ours: it throws, and a test walks all codes. */
export function refusalText(refusal: Refusal, refusals: Refusals): Text {
  const text = refusals.says[refusal.code]
  if (text === undefined) throw new Error(`no words for ${refusal.code}`)
  return { vi: fill(text.vi, refusal.facts), en: fill(text.en, refusal.facts) }
}

/** The only place where a no becomes a number. Absence wins alone: it must not reveal what else is wrong. */
export function refused(all: readonly Refusal[], refusals: Refusals, instance: string): ProblemDocument {
  const sortOf = (r: Refusal): Sort => refusals.sort[r.code] ?? 'untimely'
  const sort = FIRST.find((s) => all.some((r) => sortOf(r) === s)) ?? 'untimely'
  const shown = sort === 'absent' ? all.filter((r) => sortOf(r) === 'absent').slice(0, 1) : all
  const errors = shown.map((r) => ({
    code: r.code,
    ...refusalText(r, refusals),
    ...(r.field === undefined ? {} : { pointer: `/${r.field.replaceAll('.', '/')}` }),
    ...(r.cite === undefined ? {} : { cite: r.cite }),
    ...(r.facts === undefined ? {} : { facts: r.facts }),
  }))
  return document(STATUS[sort], errors, instance)
}

export const misshapen = (problems: readonly ShapeProblem[], instance: string): ProblemDocument =>
  document(
    422,
    problems.map((p) => ({ code: p.code, pointer: pointer(p), ...p.text })),
    instance,
  )

/** Refusals of the rim itself, before any room is asked. */
export const RIM = {
  'rim.no-key': {
    status: 401,
    vi: 'Cần khóa API hợp lệ trong tiêu đề Authorization: Bearer.',
    en: 'A valid API key is needed in the header Authorization: Bearer.',
  },
  'rim.scope': {
    status: 403,
    vi: 'Khóa API này không có quyền thực hiện việc đó.',
    en: 'This API key may not do that.',
  },
  'rim.not-found': { status: 404, vi: 'Không có gì ở địa chỉ này.', en: 'There is nothing at this address.' },
  'rim.method': {
    status: 405,
    vi: 'Địa chỉ này không nhận phương thức đó.',
    en: 'This address does not take that method.',
  },
  'rim.idempotency-missing': {
    status: 400,
    vi: 'Cần tiêu đề Idempotency-Key (1 đến 200 ký tự).',
    en: 'The header Idempotency-Key is needed (1 to 200 characters).',
  },
  'rim.idempotency-other': {
    status: 422,
    vi: 'Idempotency-Key này đã dùng cho một nội dung khác.',
    en: 'This Idempotency-Key was used with another body.',
  },
  'rim.idempotency-in-flight': {
    status: 409,
    vi: 'Yêu cầu với Idempotency-Key này đang được xử lý.',
    en: 'A request with this Idempotency-Key is being handled.',
  },
  'rim.too-large': {
    status: 413,
    vi: 'Nội dung gửi lên quá lớn: nhiều nhất là {most}.',
    en: 'What was sent is too large: at most {most} are taken.',
  },
  'rim.media-type': { status: 415, vi: 'Nội dung phải là application/json.', en: 'The body must be application/json.' },
  'rim.media-lines': {
    status: 415,
    vi: 'Nội dung phải là application/x-ndjson: mỗi dòng một giá trị JSON.',
    en: 'The body must be application/x-ndjson: one JSON value a line.',
  },
  'rim.json': { status: 400, vi: 'Nội dung không phải JSON hợp lệ.', en: 'The body is not valid JSON.' },
  'rim.too-deep': {
    status: 422,
    vi: 'Nội dung JSON lồng quá nhiều cấp.',
    en: 'The JSON is nested too deeply.',
  },
  'rim.text': {
    status: 422,
    vi: 'Nội dung có ký tự không lưu được.',
    en: 'The body holds characters that cannot be kept.',
  },
  'rim.too-many': {
    status: 429,
    vi: 'Có quá nhiều biểu mẫu được gửi từ địa chỉ mạng của bạn trong một phút.',
    en: 'Too many forms came from your network address within a minute.',
  },
  'rim.crowded': {
    status: 429,
    vi: 'Cổng đang đọc quá nhiều tệp cùng một lúc. Hãy thử lại sau ít phút; tệp của bạn chưa được nhận.',
    en: 'The portal is reading too many files at the moment. Try again in a few minutes; yours was not taken.',
  },
  'rim.origin': { status: 403, vi: 'Biểu mẫu được gửi từ một trang khác.', en: 'The form was sent from another site.' },
  'rim.form': { status: 400, vi: 'Biểu mẫu không đọc được.', en: 'The form cannot be read.' },
  'rim.fault': {
    status: 500,
    vi: 'Hệ thống gặp sự cố. Chưa có gì được ghi nhận; bạn có thể gửi lại.',
    en: 'Something failed on our side. Nothing was recorded; you may send it again.',
  },
  'rim.away': {
    status: 503,
    vi: 'Cơ sở dữ liệu tạm thời không trả lời. Chưa có gì được ghi nhận; hãy thử lại sau ít phút.',
    en: 'The database does not answer at the moment. Nothing was recorded; try again in a few minutes.',
  },
} as const satisfies Record<string, Text & { readonly status: number }>
export type RimCode = keyof typeof RIM

export const rimProblem = (code: RimCode, instance: string, limit = 0): ProblemDocument => {
  const { status, vi, en } = RIM[code]
  const most = limit < 1_048_576 ? `${Math.floor(limit / 1024)} kB` : `${Math.floor(limit / 1_048_576)} MB`
  return document(status, [{ code, vi: fill(vi, { most }), en: fill(en, { most }) }], instance)
}

function document(status: number, errors: readonly ProblemError[], instance: string): ProblemDocument {
  const [first] = errors
  return {
    type: 'about:blank',
    title: first?.vi ?? '',
    status,
    code: first?.code ?? 'rim.fault',
    instance: `urn:request:${instance}`,
    errors,
  }
}
