import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import fc from 'fast-check'
import * as engine from '../../casework/actions.ts'
import type { Acting } from '../../casework/actions.ts'
import { chainOf } from '../../casework/chain.ts'
import { commitment } from '../../db/leaf.ts'
import { complaints } from '../../../test/html.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { act, ledgerOf, library } from '../../../test/ledger.ts'
import { noticeBody } from '../../../test/notices.ts'
import { umbrellaWorld } from '../../../test/umbrella.ts'
import { codes, good, kept } from '../../../test/outcomes.ts'
import { SESSION } from '../../web/server.ts'
import { writeAll } from '../ledger/actions.ts'
import { raiseSafety } from '../supervision/actions.ts'
import { putOnRecord, type Recording } from '../systems/actions.ts'
import type { Level, Recorded } from '../systems/schema.ts'
import {
  announceCampaign,
  campaignOf,
  campaignsOf,
  checkOffice,
  closeCampaign,
  createCampaign,
  drawCampaign,
  dropCampaign,
  openChecks,
  publicCampaign,
  publicCampaigns,
  publicFrame,
} from './actions.ts'
import { BLANK } from './campaign-form.ts'
import { againstCampaign } from './campaign-rules.ts'
import type { CampaignInput } from './campaign-schema.ts'
import { AGAIN, draw, frameHash } from './draw.ts'
import { pages } from './pages.tsx'
import { REFUSALS } from './schema.ts'
import { SAYS } from './words.ts'

const { kit, owner } = await freshDatabase()
const world = await umbrellaWorld(kit)
const app = world.app(pages, { refusals: REFUSALS, says: SAYS })
const books = await library(kit)
const [officer, chief] = [world.as('khanh'), world.as('thao')]

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

let used = 0
async function system(level: Level, sector: 'health' | 'transport'): Promise<Recorded> {
  used += 1
  const recording: Recording = {
    ...{ provider: world.library, answers: noticeBody(`M-${used}`).dossier, verb: 'notified', data: {} },
    ...{ reason: null, at: kit.now() },
    becomes: { level, state: 'in-use', sectors: [sector], entries: [], firstUse: null },
  }
  return good(await kept(world.as('lan'), (asked) => putOnRecord(asked, recording))).system
}
const medium: Recorded[] = []
for (let n = 0; n < 9; n += 1) medium.push(await system('medium', 'health'))
await system('low', 'health')
const high = await system('high', 'transport')

const WANTED: CampaignInput = {
  ...BLANK,
  ...{ title: 'Trợ lý y tế 2026', purpose: 'Xem hồ sơ phân loại.', sectors: ['health'], size: 4 },
  ...{ scope: 'Hồ sơ phân loại và minh bạch.', members: 'Trần Khánh, trưởng đoàn', period: 10 },
}
const created = async (more: Partial<CampaignInput> = {}): Promise<string> =>
  good(await kept(chief, (asked) => createCampaign(asked, { ...WANTED, ...more }))).number
const announced = async (more: Partial<CampaignInput> = {}): Promise<string> => {
  const number = await created(more)
  good(await kept(chief, (asked) => announceCampaign(asked, number)))
  return number
}
const drawing = (number: string, seed = '') => kept(chief, (asked) => drawCampaign(asked, number, seed))
/** So many more acts in the public log. */
async function grow(many: number): Promise<void> {
  await act(kit, books, many)
  await writeAll(ledgerOf(kit))
}
const sampleOf = async (number: string): Promise<string[]> => {
  const { sample } = good(await campaignOf(chief, number))
  return sample.map(({ aiId }) => aiId)
}

describe('what a campaign may cover', () => {
  test('never low risk: not the form, not the rule, not the table (Law art. 10.5.c)', async () => {
    const refused = await kept(chief, (asked) => createCampaign(asked, { ...WANTED, levels: ['medium', 'low'] }))
    assert.deepEqual(codes(refused), ['campaign.low levels'])
    assert.equal(refused.ok ? '' : refused.refusals[0]?.cite, 'L10.5.c')
    const number = await created()
    await assert.rejects(
      owner.query(`update campaign set levels = '{medium,low}' where number = $1`, [number]),
      /campaign_never_low/,
    )
    good(await kept(chief, (asked) => announceCampaign(asked, number)))
    const { rows } = await owner.query(
      `select distinct s.level from campaign_frame f join campaign c on c.id = f.campaign join system s on s.ai_id = f.ai_id where c.number = $1`,
      [number],
    )
    assert.deepEqual(rows, [{ level: 'medium' }])
    good(await kept(chief, (asked) => dropCampaign(asked, number)))
  })

  test('everything that lacks is said at once', () => {
    const against = againstCampaign({ ...BLANK, levels: [], size: Number.NaN, period: 91, seedFrom: 'announced' })
    assert.deepEqual(
      new Set(against.map(({ field }) => field)),
      new Set(['levels', 'members', 'period', 'purpose', 'scope', 'seedSays', 'size', 'title']),
    )
  })

  test('a chief lays it down, of a unit that may check; others find nothing of it', async () => {
    assert.deepEqual(codes(await kept(officer, (asked) => createCampaign(asked, WANTED))), ['campaign.not-competent'])
    assert.deepEqual(codes(await kept(world.as('lan'), (asked) => createCampaign(asked, WANTED))), [
      'campaign.not-competent',
    ])
    const number = await created()
    assert.equal(good(await campaignOf(officer, number)).campaign.number, number)
    for (const who of ['gio', 'lan', 'quan', 'visitor'] as const) {
      assert.deepEqual(codes(await campaignOf(world.as(who), number)), ['campaign.unknown'], who)
      const answer = await app.request(`/vi/campaigns/${number}`, { headers: { cookie: `${SESSION}=${who}` } })
      assert.notEqual(answer.status, 200, who)
    }
    assert.deepEqual(codes(await kept(officer, (asked) => announceCampaign(asked, number))), ['campaign.not-competent'])
    assert.ok(good(await campaignsOf(chief)).some((one) => one.number === number))
  })
})

/** What anyone finds on the register, and so in its open data: in use, of the level and the field. */
const onRegister = async (): Promise<string[]> => {
  const { rows } = await owner.query<{ ai_id: string }>(
    `select ai_id from register_entry where state = 'in-use' and level = 'medium' and sectors && '{health}' order by ai_id collate "C"`,
  )
  return rows.map(({ ai_id }) => ai_id)
}

describe('a sample drawn at random', () => {
  test('the list is fixed before there is a seed, and nobody draws before the log has grown as far as was said', async () => {
    const number = await announced()
    const before = good(await publicCampaign(kit, number))
    assert.equal(before.seed, null)
    assert.equal(before.frame.count, 9)
    assert.deepEqual(
      good(await publicFrame(kit, number)),
      await onRegister(),
      'what the register and its export show that day',
    )
    assert.deepEqual(codes(await drawing(number)), ['campaign.log-short'])
    const late = await system('medium', 'health')
    await grow(60)
    good(await drawing(number))
    const after_ = good(await publicCampaign(kit, number))
    assert.deepEqual(after_.frame, before.frame)
    assert.ok(!good(await publicFrame(kit, number)).includes(late.aiId), 'what came later is not in the list')
    assert.equal(after_.sample.length, 4)
    assert.deepEqual(codes(await drawing(number)), ['campaign.not-now'], 'a sample is drawn once')
    medium.push(late)
  })

  test('anyone draws the same one again from list and seed alone; the seed is the root of the log at that size', async () => {
    const number = await announced()
    await grow(60)
    good(await drawing(number))
    const told = good(await publicCampaign(kit, number))
    const frame = good(await publicFrame(kit, number))
    assert.equal(sha256(frame.map((aiId) => `${aiId}\n`).join('')), told.frame.sha256)
    const tickets = frame
      .map((aiId) => [sha256(`${told.seed}\n${number}\n${aiId}\n`), aiId] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    assert.deepEqual(
      tickets.slice(0, 4).map(([, aiId]) => aiId),
      told.sample,
    )
    const { rows } = await owner.query('select body from log_leaf where log_index < $1 order by log_index', [
      told.logSize,
    ])
    assert.equal(rows.length, told.logSize)
    assert.equal(told.seed, rootOf(rows.map(({ body }) => body as Buffer)).toString('hex'))
  })

  test('the announcement is a leaf of the log that opens to what was fixed', async () => {
    const number = await announced({ seedFrom: 'announced', seedSays: 'Giải đặc biệt ngày 15/12/2026' })
    const { leaf } = good(await publicCampaign(kit, number))
    const { rows } = await owner.query(
      `select encode(body, 'escape') as body, e.shown from log_leaf l join campaign_event e on e.leaf = l.id where l.id = $1`,
      [leaf.id],
    )
    const body = JSON.parse(rows[0].body) as { type: string; subject: string; groups: Record<string, string> }
    assert.deepEqual([body.type, body.subject], ['campaign.announced', number])
    assert.equal(body.groups.shown, commitment(leaf.salt, rows[0].shown))
    assert.equal(rows[0].shown.frameCount, 10)
    assert.deepEqual(codes(await drawing(number, ' ')), ['campaign.seed-missing seed'])
    good(await drawing(number, '04821'))
    assert.deepEqual(
      good(await publicCampaign(kit, number)).sample,
      draw(good(await publicFrame(kit, number)), '04821', number, 4),
    )
  })

  const python = spawnSync('python3', ['-c', 'import hashlib']).status === 0
  test('the program on the page draws the same', { skip: python ? false : 'python3 is not on this machine' }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'saola-draw-'))
    after(() => rmSync(folder, { recursive: true, force: true }))
    const frame = ['VN-AAAA-0002', 'VN-AAAA-0001', 'VN-ZZZZ-0009', 'VN-BBBB-0003']
    writeFileSync(join(folder, 'frame.csv'), `${['aiId', ...frame].join('\n')}\n`)
    writeFileSync(join(folder, 'again.py'), AGAIN)
    const said = spawnSync('python3', ['again.py', 'DKT-2026-000001', 'seed', '2', 'frame.csv'], {
      cwd: folder,
      encoding: 'utf8',
    })
    const [first = '', ...sample] = said.stdout.trim().split('\n')
    assert.equal(first.split(/\s+/)[1], frameHash(frame))
    assert.deepEqual(sample, draw(frame, 'seed', 'DKT-2026-000001', 2))
  })

  test('the draw does not hang on the order of the list, takes each once, and a longer sample begins with the shorter', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[0-9A-Z]{8}$/), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(ids, fc.string(), fc.nat(40), (frame, seed, size) => {
        const sample = draw(frame, seed, 'DKT', size)
        assert.equal(new Set(sample).size, Math.min(size, frame.length))
        assert.deepEqual(draw(frame.toReversed(), seed, 'DKT', size), sample)
        assert.deepEqual(draw(frame, seed, 'DKT', size + 1).slice(0, size), sample)
        assert.equal(frameHash(frame), frameHash(frame.toReversed()))
      }),
      { numRuns: 100 },
    )
  })
})

/** RFC 6962 as its text says it, with nothing of ours. */
function rootOf(bodies: readonly Buffer[]): Buffer {
  const hash = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  if (bodies.length === 0) return hash()
  if (bodies.length === 1) return hash(Uint8Array.of(0), bodies[0] ?? new Uint8Array())
  let split = 1
  while (split * 2 < bodies.length) split *= 2
  return hash(Uint8Array.of(1), rootOf(bodies.slice(0, split)), rootOf(bodies.slice(split)))
}

describe('a sample by signals', () => {
  test('takes those with the gravest reasons, and stays with the unit', async () => {
    const [first, second] = medium
    assert.ok(first && second)
    for (const { aiId } of [first, second])
      good(await kept(officer, (asked) => raiseSafety(asked, aiId, 'Có báo cáo cháy nổ.')))
    const number = await announced({ way: 'signals' })
    good(await drawing(number))
    assert.deepEqual((await sampleOf(number)).sort(), [first.aiId, second.aiId].sort())
    assert.deepEqual(codes(await publicCampaign(kit, number)), ['campaign.unknown'])
    assert.deepEqual(codes(await publicFrame(kit, number)), ['campaign.unknown'])
    assert.ok(!(await publicCampaigns(kit)).some((one) => one.number === number))
    assert.equal((await app.request(`/vi/samples/${number}`)).status, 404)
  })
})

describe('checks of the sample', () => {
  const opening = (asked: Acting, number: string) => kept(asked, (within) => openChecks(within, number))

  test('an officer opens them in one go, twice opens none twice, and the chief may sign each', async () => {
    const number = await announced({
      seedFrom: 'announced',
      seedSays: 'Xổ số',
      levels: ['high', 'medium'],
      sectors: [],
      size: 3,
    })
    assert.deepEqual(codes(await opening(officer, number)), ['campaign.not-now'])
    good(await drawing(number, '12345'))
    assert.deepEqual(codes(await opening(chief, number)), ['campaign.officer-opens'])
    assert.equal(good(await opening(officer, number)), 3)
    assert.equal(good(await opening(officer, number)), 0)
    const { sample } = good(await campaignOf(chief, number))
    assert.equal(new Set(sample.map(({ file }) => file)).size, 3)
    for (const { file, level } of sample) {
      const check = good(await engine.getFile(chief, checkOffice, file ?? ''))
      assert.deepEqual([check.state, check.answers.ground], ['proposed', level === 'high' ? 'periodic' : 'sample'])
      const { from } = await chainOf(chief, check)
      assert.equal(from?.number, number)
      good(
        await kept(chief, (asked) =>
          engine.act(asked, checkOffice, check.number, 'announce', undefined, { answers: check.answers }),
        ),
      )
    }
    assert.ok(high.aiId)
  })

  test('it ends with a summary, when every check of it is concluded', async () => {
    const number = await announced({ seedFrom: 'announced', seedSays: 'Xổ số', size: 2 })
    good(await drawing(number, '777'))
    good(await opening(officer, number))
    const close = (summary: string) => kept(chief, (asked) => closeCampaign(asked, number, summary))
    assert.deepEqual(codes(await close('Xong.')), ['campaign.checks-open'])
    for (const { file } of good(await campaignOf(chief, number)).sample) {
      const check = good(await engine.getFile(chief, checkOffice, file ?? ''))
      const take = async (asked: Acting, verb: string, answers = {}) =>
        good(await kept(asked, (within) => engine.act(within, checkOffice, check.number, verb, undefined, { answers })))
      await take(chief, 'announce', check.answers)
      await take(officer, 'find', { findings: 'Không có.', explainDays: 1 })
      await take(world.as('lan'), 'explain', { explanation: 'Đồng ý.' })
      await take(chief, 'conclude', { conclusion: 'Đạt.', answered: 'Không có.', outcomes: ['none'] })
    }
    assert.deepEqual(codes(await close(' ')), ['campaign.missing summary'])
    const { summary } = good(await close('Hai hệ thống được kiểm tra, không có vi phạm.'))
    assert.match(summary ?? '', /không có vi phạm/)
    assert.deepEqual(codes(await close('Lần nữa')), ['campaign.not-now'])
    assert.equal(good(await campaignsOf(chief)).find((one) => one.number === number)?.concluded, 2)
  })
})

test('pages are whole in both languages, in every state', async () => {
  const all = good(await campaignsOf(chief))
  const byState = [...new Map(all.map((one) => [`${one.state} ${one.way}`, one])).values()]
  for (const lang of ['vi', 'en'])
    for (const [who, path] of [
      ['thao', '/campaigns'],
      ['thao', '/campaigns/new'],
      ...byState.map(({ number }) => ['thao', `/campaigns/${number}`] as const),
      ...byState.map(({ number }) => ['khanh', `/campaigns/${number}`] as const),
      ['visitor', '/samples'],
      ...byState
        .filter(({ way, announcedAt }) => way === 'random' && announcedAt !== null)
        .map(({ number }) => ['visitor', `/samples/${number}`] as const),
    ] as const) {
      const answer = await app.request(`/${lang}${path}`, { headers: { cookie: `${SESSION}=${who}` } })
      assert.equal(answer.status, 200, `${who} ${path}`)
      assert.deepEqual(await complaints(await answer.text()), [], path)
    }
  const answer = await app.request('/vi/campaigns', {
    ...{ method: 'POST', headers: { cookie: `${SESSION}=thao` } },
    body: new URLSearchParams({ title: 'Đợt', levels: 'low', size: '3', way: 'random' }),
  })
  assert.equal(answer.status, 422)
  assert.match(await answer.text(), /id="levels-error"[^>]*>Hệ thống rủi ro thấp/)
})
