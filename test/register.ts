import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { Child } from 'hono/jsx'
import { sql } from 'kysely'
import { uuidv7 } from '../src/base/ids.ts'
import { exact, plain } from '../src/base/text.ts'
import { json } from '../src/db/json.ts'
import type { Kit } from '../src/db/kit.ts'
import { portalScheme } from '../src/rooms/systems/ai-id.ts'
import type { PublicSystem } from '../src/rooms/systems/schema.ts'
import { apis } from '../src/rooms/register/api.ts'
import { pages } from '../src/rooms/register/pages.tsx'
import { REFUSALS, type SystemPage } from '../src/rooms/register/schema.ts'
import { SAYS } from '../src/rooms/register/words.ts'
import { Page } from '../src/web/layout.tsx'
import { serve } from '../src/web/server.ts'
import { complaints } from './html.ts'

type Told = Partial<Omit<PublicSystem, 'provider'>> & { readonly provider?: string }

let minute = 0

/** A system as the room of systems would have written it. */
export async function record(kit: Kit, told: Told = {}): Promise<PublicSystem> {
  minute += 1
  const at = new Date(Date.UTC(2026, 3, 1) + minute * 60_000).toISOString()
  const { provider = 'Thư viện Ô', ...rest } = told
  const shown: PublicSystem = {
    aiId: portalScheme.make(),
    name: 'Trợ lý cho mượn ô',
    version: '1.0',
    level: 'medium',
    state: 'in-use',
    provider: { name: provider, address: 'Hà Nội', contact: 'o@saola.example' },
    purpose: 'Gợi ý ô theo thời tiết',
    functions: ['gợi ý'],
    scope: null,
    users: [],
    affected: [],
    sectors: ['other'],
    entries: [],
    firstUse: null,
    recordedAt: at,
    changedAt: at,
    ...rest,
  }
  const party = uuidv7()
  const words = [shown.name, provider, shown.aiId, shown.purpose ?? '', ...shown.functions].join(' ')
  await kit.db
    .insertInto('party')
    .values({
      id: party,
      kind: 'organisation',
      name: provider,
      address: 'Hà Nội',
      contact: 'o@saola.example',
      created_at: at,
    })
    .execute()
  await kit.db
    .insertInto('system')
    .values({
      id: uuidv7(),
      ai_id: shown.aiId,
      provider: party,
      name: shown.name,
      name_plain: plain(shown.name),
      state: shown.state,
      level: shown.level,
      sectors: [...shown.sectors],
      entries: [...shown.entries],
      public: json(shown),
      search_exact: exact(words),
      search_plain: plain(words),
      created_at: at,
      recorded_at: shown.recordedAt,
      changed_at: at,
    })
    .execute()
  for (const term of plain(words).match(/[a-z]{2,}/g) ?? [])
    await kit.db
      .insertInto('term')
      .values({ term })
      .onConflict((c) => c.doNothing())
      .execute()
  return shown
}

/** Many at once, alike but for their number. */
export const fill = (owner: { query(sql: string): Promise<unknown> }, count: number, from = 0): Promise<unknown> =>
  owner.query(`
    insert into party (id, kind, name, address, contact, created_at)
    values ('01900000-0000-7000-8000-000000000001', 'organisation', 'Kho Ô', 'Huế', 'k@saola.example', now())
    on conflict do nothing;
    insert into system (id, ai_id, provider, internal_code_key, name, name_plain, state, level, sectors, entries, public,
                        search_exact, search_plain, created_at, recorded_at, changed_at)
    select gen_random_uuid(), id, '01900000-0000-7000-8000-000000000001', id, 'Máy ' || n, 'may ' || n, state, 'low', '{health}', '{}',
      jsonb_build_object('aiId', id, 'name', 'Máy ' || n, 'version', null, 'level', 'low', 'state', state,
        'provider', jsonb_build_object('name', 'Kho Ô', 'address', null, 'contact', null), 'purpose', null,
        'functions', '[]'::jsonb, 'scope', null, 'users', '[]'::jsonb, 'affected', '[]'::jsonb,
        'sectors', '["health"]'::jsonb, 'entries', '[]'::jsonb, 'firstUse', null,
        'recordedAt', at, 'changedAt', at),
      'máy ' || n, 'may ' || n, at, at, at
    from (select n, 'T-' || lpad(n::text, 6, '0') as id, case when n % 10 = 0 then 'retired' else 'in-use' end as state,
            '2026-05-01T00:00:00Z'::timestamptz + (n / 3) * interval '1 microsecond' as at
          from generate_series(${from + 1}, ${from + count}) n) rows`)

export const PORTS: Parameters<typeof serve>[2] = {
  refusals: { sort: REFUSALS, says: SAYS, cite: (cite) => cite },
  whoIs: async () => ({ kind: 'visitor' }),
  whoHolds: async () => ({ kind: 'visitor' }),
  frame: (asked, content): Child => Page({ lang: asked.lang, path: asked.path, ...content }),
  problemPage: (_asked, problem) => ({ title: problem.code, children: problem.title }),
  flooded: () => false,
  signIn: (lang) => `/${lang}/sign-in`,
  observe: () => undefined,
  fault: (error) => console.error(error),
}

export function asking(kit: Kit) {
  const app = serve(kit, [...pages, ...apis], PORTS)
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
  const list = async (query: string) => {
    const answer = await get(`/api/v1/systems${query}`)
    assert.equal(answer.status, 200, await answer.clone().text())
    return (await answer.json()) as SystemPage
  }
  const names = async (query: string) => (await list(query)).items.map((item) => item.name)
  const html = async (path: string) => {
    const answer = await get(path)
    const text = await answer.text()
    assert.deepEqual(await complaints(text), [], path)
    return text
  }
  return { get, list, names, html }
}

/**
 * Waits until every transaction of the whole server that is open now has ended: other test files share the server, and
 * what was written beside a step still open is told only after it.
 */
export async function settled({ db }: Pick<Kit, 'db'>): Promise<void> {
  const { rows } = await sql<{ end: string }>`select pg_snapshot_xmax(pg_current_snapshot())::text as end`.execute(db)
  const over = sql<{ over: boolean }>`
    select pg_snapshot_xmin(pg_current_snapshot()) >= ${rows[0]?.end}::xid8 as over`
  while ((await over.execute(db)).rows[0]?.over !== true) await pause(10)
}
