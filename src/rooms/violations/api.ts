import { z } from 'zod'
import { done } from '../../base/outcome.ts'
import { caseApis } from '../../casework/api.ts'
import { api, type Route } from '../../web/route.ts'
import { publicViolations, violationOffice } from './actions.ts'
import { readCursor, wordsOf, writeCursor } from './rules.ts'
import { PublicQuery, PublicViolation } from './schema.ts'

const UNREADABLE = {
  code: 'form.cursor',
  text: {
    vi: 'Con trỏ trang không đọc được; hãy dùng nguyên giá trị đã nhận.',
    en: 'The cursor cannot be read; use the value as you received it.',
  },
} as const

const After = z
  .string()
  .max(200)
  .transform((text, context) => {
    const cursor = readCursor(text)
    if (cursor !== undefined) return cursor
    context.issues.push({ code: 'custom', input: text, params: UNREADABLE })
    return z.NEVER
  })
  .meta({ description: 'Opaque: where this page begins, from `next` of the page before' })

const listed = api({
  name: 'listViolations',
  method: 'get',
  path: '/violations',
  who: 'anyone',
  summary: {
    vi: 'Kết quả xử lý vi phạm đã công khai, kể cả quyết định bị hủy bỏ, thay đổi gần nhất trước',
    en: 'Published results of handling violations, those overturned included, last changed first',
  },
  query: PublicQuery.extend({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    after: After.optional(),
  }),
  output: z.strictObject({ items: z.array(PublicViolation), next: z.string().nullable() }),
  headers: ({ next }): Record<string, string> => (next === null ? {} : { link: `<${next}>; rel="next"` }),
  async handle(asked, { query: { limit, after, ...query } }) {
    const found = await publicViolations(asked, query, limit + 1, after)
    const items = found.slice(0, limit)
    const last = found.length > limit ? items.at(-1) : undefined
    const address = new URLSearchParams([...wordsOf(query), ['limit', String(limit)]])
    if (last !== undefined) address.append('after', writeCursor(last))
    return done({ items, next: last === undefined ? null : `${asked.site.url}/api/v1/violations?${address}` })
  },
})

export const apis: readonly Route[] = [
  listed,
  // The own files of a party stand beside the list everybody may read.
  ...caseApis(violationOffice, { own: 'own' }),
]
