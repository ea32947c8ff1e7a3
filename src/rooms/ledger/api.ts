import type { Kit } from '../../db/kit.ts'
import { api, type Route } from '../../web/route.ts'
import { publishedAt, showHead } from './actions.ts'
import { HeadView } from './schema.ts'

const getHead = api({
  name: 'getLogHead',
  method: 'get',
  path: '/log/head',
  who: 'anyone',
  summary: {
    vi: 'Mốc hiện tại của nhật ký công khai; các tệp của nhật ký nằm dưới /log/ theo C2SP tlog-tiles',
    en: 'The present checkpoint of the public log; its files are below /log/ as C2SP tlog-tiles has them',
  },
  output: HeadView,
  handle: (asked) => showHead(asked),
})

export const apis: readonly Route[] = [getHead]

/** The log as static files (C2SP tlog-tiles): anybody may read them, from any page. */
export async function logFile(kit: Pick<Kit, 'site'>, path: string): Promise<Response> {
  const open = { 'access-control-allow-origin': '*' }
  const found = await publishedAt(kit, path)
  if (found === undefined)
    return new Response('Not found\n', { status: 404, headers: { ...open, 'cache-control': 'no-store' } })
  const headers = { ...open, 'content-type': found.type, 'cache-control': found.cache }
  return new Response(Uint8Array.from(found.bytes), { headers })
}
