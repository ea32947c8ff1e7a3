import { done } from '../../base/outcome.ts'
import { api, LINES, type Route } from '../../web/route.ts'
import { endJob, jobOf, orderJob, resultsOf } from './job-actions.ts'
import { JOB_BYTES, JobOf, JobQuery, JobShown, ResultsQuery, ResultsText } from './job-schema.ts'

const WRITER = { scope: 'marks:write' } as const

const order = api({
  name: 'orderMarkJob',
  method: 'post',
  path: '/marks/jobs',
  who: WRITER,
  lines: JOB_BYTES,
  status: 202,
  summary: {
    vi: 'Đặt lượt ký hàng loạt: mỗi dòng một tuyên bố C2PA {"claim", "ref"}; được ký lần lượt ở phía Cổng',
    en: 'Order signing in bulk: one claim of C2PA a line {"claim", "ref"}; signed one after the other in the background',
  },
  query: JobQuery,
  output: JobShown,
  headers: ({ id }, site) => ({ location: `${site}/api/v1/marks/jobs/${id}` }),
  handle: (asked, { query, bytes }) => orderJob(asked, query.aiId, bytes),
})

const job = api({
  name: 'getMarkJob',
  method: 'get',
  path: '/marks/jobs/{id}',
  who: WRITER,
  summary: { vi: 'Tiến độ của một lượt ký hàng loạt', en: 'How a job of signing in bulk stands' },
  params: JobOf,
  output: JobShown,
  handle: (asked, { params }) => jobOf(asked, params.id),
})

const results = api({
  name: 'listMarkJobResults',
  method: 'get',
  path: '/marks/jobs/{id}/results',
  who: WRITER,
  media: LINES,
  summary: {
    vi: 'Kết quả của từng dòng: chữ ký, hoặc lý do không ký; tối đa 500 dòng mỗi lần',
    en: 'What became of each line: its signature, or why there is none; at most 500 at a time',
  },
  params: JobOf,
  query: ResultsQuery,
  output: ResultsText,
  async handle(asked, { params, query }) {
    const found = await resultsOf(asked, params.id, query.after)
    return found.ok ? done(found.value.map((one) => `${JSON.stringify(one)}\n`).join('')) : found
  },
})

const end = api({
  name: 'endMarkJob',
  method: 'delete',
  path: '/marks/jobs/{id}',
  who: WRITER,
  summary: {
    vi: 'Dừng một lượt ký hàng loạt và xóa mọi kết quả của nó',
    en: 'End a job of signing in bulk and erase it with its results',
  },
  params: JobOf,
  output: JobOf,
  handle: (asked, { params }) => endJob(asked, params.id),
})

export const jobApis: readonly Route[] = [order, job, results, end]
