import { z } from 'zod'
import { done } from '../../base/outcome.ts'
import { caseApis } from '../../casework/api.ts'
import { api, type Route } from '../../web/route.ts'
import { incidentOffice, inquiryOffice, publishedIncidents, statistics } from './actions.ts'
import { PublicIncident, Statistics } from './schema.ts'

const count = api({
  name: 'countIncidents',
  method: 'get',
  path: '/incidents/statistics',
  who: 'anyone',
  summary: { vi: 'Thống kê sự cố nghiêm trọng', en: 'Statistics of serious incidents' },
  output: Statistics,
  handle: async (asked) => done(await statistics(asked)),
})

const published = api({
  name: 'listPublishedIncidents',
  method: 'get',
  path: '/incidents/published',
  who: 'anyone',
  summary: { vi: 'Sự cố được công bố, mới nhất trước', en: 'Published incidents, newest first' },
  output: z.strictObject({
    items: z.array(
      PublicIncident.unwrap().extend({ number: z.string(), publishedAt: z.string() }).meta({ id: 'PublishedIncident' }),
    ),
  }),
  handle: async (asked) =>
    done({
      items: (await publishedIncidents(asked)).map(({ number, at, content }) => ({
        ...content,
        ...{ number, publishedAt: at },
      })),
    }),
})

export const apis: readonly Route[] = [
  // Before the file, whose address would swallow theirs.
  ...[count, published],
  ...caseApis(incidentOffice, {
    begin: {
      vi: 'Ghi nhận sự cố nghiêm trọng; có thể xác nhận và gửi báo cáo sơ bộ trong cùng yêu cầu',
      en: 'Record a serious incident; confirm and report it in the same request if you like',
    },
  }),
  ...caseApis(inquiryOffice),
]
