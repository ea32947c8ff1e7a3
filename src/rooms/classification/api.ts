import { z } from 'zod'
import { api, type Route } from '../../web/route.ts'
import { aiIds } from '../systems/actions.ts'
import { notify, reclassify } from './actions.ts'
import { Confirmation, NoticeInput, ReclassificationInput } from './schema.ts'

export const createNotice = api({
  name: 'createNotice',
  method: 'post',
  path: '/notices',
  who: { scope: 'notices:write' },
  summary: {
    vi: 'Thông báo kết quả phân loại; nhận ngay AI-ID và xác nhận',
    en: 'Notify a classification result; AI-ID and receipt come at once',
  },
  body: NoticeInput,
  output: Confirmation,
  status: 201,
  keep: 'record',
  headers: ({ receipt }, site) => ({ location: `${site}/api/v1/systems/${receipt.aiId}` }),
  handle: (asked, { body }) => notify(asked, body),
})

export const createReclassification = api({
  name: 'createReclassification',
  method: 'post',
  path: '/systems/{aiId}/reclassifications',
  who: { scope: 'notices:write' },
  summary: { vi: 'Thông báo kết quả phân loại lại', en: 'Notify a reclassification' },
  params: z.object({ aiId: z.string() }),
  body: ReclassificationInput,
  output: Confirmation,
  status: 201,
  keep: 'record',
  handle: (asked, { params, body }) => reclassify(asked, aiIds.parse(params.aiId) ?? params.aiId, body),
})

export const apis: readonly Route[] = [createNotice, createReclassification]
