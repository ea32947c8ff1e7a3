import { z } from 'zod'
import { done } from '../../base/outcome.ts'
import { afterOf } from '../../web/listing.ts'
import { api, type Route } from '../../web/route.ts'
import { PublicSystem } from '../systems/schema.ts'
import { changesAfter, historyOf, search, systemOf } from './actions.ts'
import { addressOf, readCursor, readStep, writeCursor, writeStep } from './rules.ts'
import { BEGINNING, ChangePage, History, Query, SystemPage } from './schema.ts'

const ListQuery = Query.extend({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: afterOf(readCursor, 600).optional(),
})

const ID = z.strictObject({ aiId: z.string().max(100) })

const listSystems = api({
  name: 'listSystems',
  method: 'get',
  path: '/systems',
  who: 'anyone',
  summary: {
    vi: 'Tra cứu sổ đăng ký, mới ghi nhận trước hoặc phù hợp nhất trước',
    en: 'Search the register, newest or best match first',
  },
  query: ListQuery,
  output: SystemPage,
  headers: (output): Record<string, string> => (output.next === null ? {} : { link: `<${output.next}>; rel="next"` }),
  async handle(asked, { query: { limit, after, ...query } }) {
    const { items, total, next } = await search(asked, query, limit, after)
    const more = (cursor: string) => addressOf(query, { limit: String(limit), after: cursor })
    return done({
      items: [...items],
      total,
      next: next && `${asked.site.url}/api/v1/systems${more(writeCursor(next))}`,
    })
  },
})

const readSystem = api({
  name: 'readSystem',
  method: 'get',
  path: '/systems/{aiId}',
  who: 'anyone',
  summary: { vi: 'Bản ghi công khai của một hệ thống', en: 'The public record of a system' },
  params: ID,
  output: PublicSystem,
  handle: (asked, { params }) => systemOf(asked, params.aiId),
})

const readHistory = api({
  name: 'readSystemHistory',
  method: 'get',
  path: '/systems/{aiId}/history',
  who: 'anyone',
  summary: {
    vi: 'Lịch sử công khai của một hệ thống, mới nhất trước',
    en: 'The public history of a system, newest first',
  },
  params: ID,
  output: History,
  async handle(asked, { params }) {
    const history = await historyOf(asked, params.aiId)
    return history.ok ? done({ items: [...history.value] }) : history
  },
})

const AfterStep = afterOf(readStep, 40, 'Opaque: from `next` of the page before, or from the manifest of an export')

const listChanges = api({
  name: 'listChanges',
  method: 'get',
  path: '/changes',
  who: 'anyone',
  summary: {
    vi: 'Mọi bước trong lịch sử công khai, cũ trước mới sau, để theo dõi mà không sót, không trùng',
    en: 'Every public step of every record, oldest first, to be followed without missing or repeating one',
  },
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(1000).default(100), after: AfterStep.optional() }),
  output: ChangePage,
  async handle(asked, { query: { limit, after = BEGINNING } }) {
    const { items, last, more } = await changesAfter(asked, after, limit)
    const next = `${asked.site.url}/api/v1/changes?limit=${limit}&after=${writeStep(last)}`
    return done({ items: [...items], next, more })
  },
})

export const apis: readonly Route[] = [listSystems, readSystem, readHistory, listChanges]
