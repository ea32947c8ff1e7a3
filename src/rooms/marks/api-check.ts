import { done } from '../../base/outcome.ts'
import { asJson } from '../../mark/report.ts'
import { api, type Route } from '../../web/route.ts'
import { checkFile, stateOf } from './check-actions.ts'
import { FILE_MOST } from './readers.ts'
import { CheckQuery, MarkReport, MarkState, StateQuery } from './schema.ts'

const check = api({
  name: 'checkMark',
  method: 'post',
  path: '/marks/check',
  who: 'anyone',
  stateless: true,
  file: FILE_MOST,
  beside: 'sidecar',
  summary: {
    vi: 'Kiểm tra dấu AI trong một tệp, kèm bản kê nằm cạnh tệp nếu có; không tệp nào được lưu. Trả về bốn câu trả lời và căn cứ của chúng',
    en: 'Check a file for marks of AI, with the manifest beside it where there is one; nothing is kept. Returns four answers and what they rest on',
  },
  query: CheckQuery,
  output: MarkReport,
  async handle(asked, { query, bytes, beside }) {
    const report = await checkFile(asked, { name: query.name, bytes, ...(beside && { sidecar: beside }) })
    return report.ok ? done(MarkReport.parse(asJson(report.value))) : report
  },
})

const state = api({
  name: 'getMarkState',
  method: 'get',
  path: '/marks/state',
  who: 'anyone',
  summary: {
    vi: 'Cơ sở dữ liệu nói gì về các mã số ghi trong một dấu',
    en: 'What the database says of the numbers that stand in a mark',
  },
  query: StateQuery,
  output: MarkState,
  handle: async (asked, { query }) => done(await stateOf(asked, query)),
})

export const checkApis: readonly Route[] = [check, state]
