import { z } from 'zod'
import { done } from '../../base/outcome.ts'
import { caseApis } from '../../casework/api.ts'
import { api, type Route } from '../../web/route.ts'
import { orderOffice, publicOrders } from './actions.ts'
import { readCursor, wordsOf, writeCursor } from './rules.ts'
import { PublicOrder, PublicQuery } from './schema.ts'

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
  name: 'listOrders',
  method: 'get',
  path: '/orders',
  who: 'anyone',
  summary: {
    vi: 'Yêu cầu tạm dừng, thu hồi hệ thống và yêu cầu đã dỡ bỏ, thay đổi gần nhất trước',
    en: 'Orders to suspend or recall systems, and those lifted since, last changed first',
  },
  query: PublicQuery.extend({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    after: After.optional(),
  }),
  output: z.strictObject({ items: z.array(PublicOrder), next: z.string().nullable() }),
  headers: ({ next }): Record<string, string> => (next === null ? {} : { link: `<${next}>; rel="next"` }),
  async handle(asked, { query: { limit, after, ...query } }) {
    const found = await publicOrders(asked, query, limit + 1, after)
    const items = found.slice(0, limit)
    const last = found.length > limit ? items.at(-1) : undefined
    const address = new URLSearchParams([...wordsOf(query), ['limit', String(limit)]])
    if (last !== undefined) address.append('after', writeCursor(last))
    return done({ items, next: last === undefined ? null : `${asked.site.url}/api/v1/orders?${address}` })
  },
})

export const apis: readonly Route[] = [
  listed,
  // The own files of an addressee stand beside the list everybody may read.
  ...caseApis(orderOffice, { own: 'own' }),
]
