import { z } from 'zod'
import { done, refuse } from '../../base/outcome.ts'
import { INSTRUMENTS, NO_SUBSTITUTE, PROVISIONS } from '../../law/provisions.ts'
import { RULE_SET } from '../../law/ruleset.ts'
import { api, type Route } from '../../web/route.ts'
import { calendarById, listRuleSets, ruleSetById } from './actions.ts'
import { type Code, EntryView, InstrumentView, ProvisionView, RuleSetLine } from './schema.ts'

const no = (code: Code) => refuse({ code })
const Both = z.object({ vi: z.string(), en: z.string() })

const ruleSets = api({
  name: 'listRuleSets',
  method: 'get',
  path: '/law/rulesets',
  who: 'anyone',
  summary: {
    vi: 'Mọi bộ quy tắc phân loại đã từng được dùng, bộ hiện hành đứng đầu',
    en: 'Every rule set ever used to classify, the present one first',
  },
  output: z.object({ items: z.array(RuleSetLine).readonly() }),
  handle: async ({ db }) => done({ items: await listRuleSets(db) }),
})

const ruleSet = api({
  name: 'getRuleSet',
  method: 'get',
  path: '/law/rulesets/{id}',
  who: 'anyone',
  summary: {
    vi: 'Toàn văn một bộ quy tắc; hash là SHA-256 của dạng chuẩn (RFC 8785) khi bỏ hai trường id và hash',
    en: 'A rule set in full; hash is the SHA-256 of its canonical form (RFC 8785) without id and hash',
  },
  params: z.object({ id: z.string().max(40) }),
  // All of it is public: it is the law as data, and whoever checks the hash needs every byte.
  output: z.looseObject({ id: z.string(), hash: z.string(), interpreter: z.string(), from: z.string() }),
  handle: async ({ db }, { params }) => {
    const found = await ruleSetById(db, params.id)
    return found ? done({ ...found }) : no('statute.no-rule-set')
  },
})

const entries = api({
  name: 'listHighRisk',
  method: 'get',
  path: '/law/high-risk',
  who: 'anyone',
  summary: {
    vi: 'Danh mục hệ thống rủi ro cao, từng mục kèm điều kiện và trường hợp loại trừ',
    en: 'The high-risk list, each entry with its conditions and exclusions',
  },
  output: z.object({
    list: z.object({
      id: z.string(),
      decision: z.string(),
      from: z.string(),
      until: z.string().optional(),
      name: Both,
    }),
    items: z.array(EntryView).readonly(),
  }),
  handle: async () => done({ list: RULE_SET.list, items: RULE_SET.entries }),
})

const entry = api({
  name: 'getHighRisk',
  method: 'get',
  path: '/law/high-risk/{code}',
  who: 'anyone',
  summary: { vi: 'Một mục của Danh mục, ví dụ VI.7', en: 'One entry of the list, such as VI.7' },
  params: z.object({ code: z.string().max(12) }),
  output: EntryView,
  handle: async (_, { params }) => {
    const found = RULE_SET.entries.find((e) => e.code === params.code)
    return found ? done(found) : no('statute.no-entry')
  },
})

const provisions = api({
  name: 'listProvisions',
  method: 'get',
  path: '/law/provisions',
  who: 'anyone',
  summary: {
    vi: 'Văn bản và điều luật được viện dẫn, mỗi điều một câu tóm tắt không thay thế văn bản',
    en: 'Instruments and articles cited, each with one sentence that is no substitute for the text',
  },
  output: z.object({
    noSubstitute: Both,
    instruments: z.array(InstrumentView).readonly(),
    items: z.array(ProvisionView).readonly(),
  }),
  handle: async () =>
    done({
      noSubstitute: NO_SUBSTITUTE,
      instruments: INSTRUMENTS,
      items: PROVISIONS.map((p) => ({ ...p, instrument: p.id.slice(0, 1) })),
    }),
})

const calendar = api({
  name: 'getCalendar',
  method: 'get',
  path: '/law/calendars/{id}',
  who: 'anyone',
  summary: {
    vi: 'Lịch ngày nghỉ đã dùng để tính một thời hạn; đối chiếu được bất kỳ lúc nào',
    en: 'The calendar of days off a time limit was counted with, so that anyone may count again',
  },
  params: z.object({ id: z.string().max(64) }),
  // Public law and public decisions, every day with its source.
  output: z.looseObject({ id: z.string(), years: z.array(z.number()).readonly() }),
  handle: async ({ db }, { params }) => {
    const found = await calendarById(db, params.id)
    return found ? done({ id: params.id, ...found }) : no('statute.no-calendar')
  },
})

export const apis: readonly Route[] = [ruleSets, ruleSet, entries, entry, provisions, calendar]
