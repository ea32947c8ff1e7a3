import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../base/day.ts'
import { type Acting, erase } from '../../casework/actions.ts'
import { complaints } from '../../../test/html.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { noticeBody } from '../../../test/notices.ts'
import { umbrellaWorld } from '../../../test/umbrella.ts'
import { codes, good } from '../../../test/outcomes.ts'
import { SESSION } from '../../web/server.ts'
import { putOnRecord, type Recording, updateDossier } from '../systems/actions.ts'
import type { Answers, Recorded } from '../systems/schema.ts'
import {
  dismissSignals,
  orderOffice,
  raiseSafety,
  raiseSignal,
  recountSignals,
  signalled,
  signalsOf,
  startOrder,
} from './actions.ts'
import { pages } from './pages.tsx'
import { REFUSALS } from './schema.ts'
import { SIGNAL } from './signal-kinds.ts'
import { crowdIn, incidents, late, metBy, reckonSignals, toolHigher } from './signal-rules.ts'
import { reckoningOn } from './signal-kinds.ts'
import { readQuery } from '../../web/listing.ts'
import { SignalQuery } from './signal-schema.ts'
import { TERMS } from './signal-terms.ts'
import { LIST } from '../../law/highrisk/list.ts'
import { SAYS } from './words.ts'

const { kit, owner } = await freshDatabase()
const world = await umbrellaWorld(kit)
const app = world.app(pages, { refusals: REFUSALS, says: SAYS })
const BY = reckoningOn(day('2026-11-02'))

async function kept<T>(asked: Acting, run: (asked: Acting) => Promise<T>): Promise<T> {
  return asked.db.transaction().execute((db) => run({ ...asked, db }))
}

let used = 0
async function system(dossier: Partial<Answers>, more: Partial<Recording['becomes']> = {}): Promise<Recorded> {
  used += 1
  const answers = { ...noticeBody(`S-${used}`).dossier, ...dossier }
  const recording: Recording = {
    ...{ provider: world.library, answers, verb: 'notified', data: {}, reason: null, at: kit.now() },
    becomes: { level: 'medium', state: 'in-use', sectors: [], entries: [], firstUse: null, ...more },
  }
  return good(await kept(world.as('lan'), (asked) => putOnRecord(asked, recording))).system
}
const recount = () => kept(world.as('khanh'), (asked) => recountSignals(asked))
const open = async (of: Recorded, who: 'khanh' | 'thao' = 'khanh') =>
  good(await signalsOf(world.as(who), of.aiId)).signals.filter(({ state }) => state === 'open')
const kinds = async (of: Recorded) => (await open(of)).map(({ kind }) => kind).sort()
const GRADING = { purpose: 'Chấm thi và xếp hạng học sinh.', functions: ['Chấm bài tự luận'] }
const complaint = (of: Recorded, number: string) =>
  raiseSignal(world.as('khanh'), {
    ...{ system: of.id, kind: 'petition' as const },
    reason: { vi: 'Người đọc phản ánh lời khuyên sai.', en: 'A reader complained of wrong advice.' },
    from: { kind: { vi: 'Phản ánh', en: 'Petition' }, number },
  })

describe('what gives reason to look', () => {
  test('a description in the words of an entry of the list, while less is declared; the sentence says which and where', async () => {
    const [exam, umbrella] = [await system(GRADING, { sectors: ['education'] }), await system({})]
    await recount()
    const [signal] = await open(exam)
    assert.equal(signal?.kind, 'list-words')
    assert.match(signal?.reason.vi ?? '', /Mục đích có cụm từ «Chấm thi».*mục I\.2/)
    assert.match(signal?.reason.en ?? '', /“Chấm thi” \(purpose\) is common for entry I\.2/)
    assert.ok(signal?.facts.some(({ source }) => source.en === 'Purpose'))
    assert.deepEqual(await kinds(umbrella), [])
  })

  test('the same words weigh less in another field, and where a person decides', async () => {
    const other = await system(GRADING, { sectors: ['other'] })
    const person = await system(
      { ...GRADING, riskMeasures: '-', functions: ['Chấm bài; giáo viên chấm lại'] },
      { sectors: ['education'] },
    )
    const alone = await system(GRADING, { sectors: ['education'] })
    await recount()
    const points = await Promise.all([alone, person, other].map(async (one) => (await open(one))[0]?.gravity ?? 0))
    assert.ok((points[0] ?? 0) > (points[1] ?? 0) && (points[0] ?? 0) > (points[2] ?? 0))
  })

  test('most systems of the field with a like name are declared higher', async () => {
    for (let n = 1; n <= 6; n += 1)
      await system(
        { name: `Điều phối phà qua sông ${n}` },
        { level: 'high', sectors: ['transport'], entries: ['VI.2'] },
      )
    const lower = await system({ name: 'Điều phối phà qua sông lớn' }, { sectors: ['transport'] })
    const elsewhere = await system({ name: 'Điều phối phà qua sông lớn' }, { sectors: ['education'] })
    await recount()
    assert.deepEqual(await kinds(lower), ['similar-higher'])
    assert.match((await open(lower))[0]?.reason.vi ?? '', /^6 trên 6 hệ thống cùng lĩnh vực/)
    assert.deepEqual(await kinds(elsewhere), [])
  })

  test('a reach over the whole country or a crowd; questions are no people', async () => {
    const all = await system({ scope: 'Toàn quốc', affected: ['Khoảng 1,2 triệu lượt người mượn'] })
    const few = await system({ scope: 'Trả lời 250.000 câu hỏi một năm của 5.200 thành viên' })
    await recount()
    assert.deepEqual(await kinds(all), ['scale'])
    assert.deepEqual(await kinds(few), [])
    assert.equal(crowdIn('khoảng 5.200 thành viên và 12 học sinh')?.n, 5200)
    assert.equal(crowdIn('250.000 câu hỏi'), undefined)
    assert.equal(crowdIn('3 million users')?.n, 3_000_000)
  })

  test('the tool said more than was declared; less or nothing certain is no sign', () => {
    const row = { system: 's' as never, level: 'medium', notice: 'TB-2026-000001', cites: ['Q.IV.2'] } as const
    const [signal] = toolHigher({ ...row, tool: 'high' }, BY)
    assert.match(signal?.reason.vi ?? '', /Đã khai «Rủi ro trung bình».*TB-2026-000001.*«Rủi ro cao».*mục IV\.2/)
    for (const tool of ['low', 'medium', 'outside', 'undetermined'])
      assert.deepEqual(toolHigher({ ...row, tool }, BY), [])
  })

  test('a notice after first use is late unless a transition allows it', () => {
    const row = { system: 's' as never, level: 'medium', sectors: [], notice: 'TB-2026-000002', due: null } as const
    const at = { receivedAt: '2026-09-10T02:00:00.000Z' }
    assert.equal(late({ ...row, ...at, firstUse: day('2026-08-01') }, BY).length, 1)
    assert.equal(late({ ...row, ...at, firstUse: day('2026-02-01') }, BY).length, 0, 'Law art. 35.1')
    assert.equal(late({ ...row, ...at, level: 'high', firstUse: day('2026-09-01') }, BY).length, 0, 'Decision art. 4.3')
    assert.equal(late({ ...row, ...at, firstUse: day('2026-09-10') }, BY).length, 0, 'on the day itself')
  })

  test('harm weighs more than a near miss, and a second event more than one', () => {
    const row = {
      system: 's' as never,
      level: 'low',
      numbers: ['SC-2026-000001'],
      classes: ['b'],
      last: kit.now(),
    } as const
    const gravity = (events: number, nearMisses: number) =>
      incidents({ ...row, events, nearMisses }, BY)[0]?.gravity ?? 0
    assert.ok(gravity(2, 0) > gravity(1, 0) && gravity(1, 0) > gravity(1, 1))
  })

  test('phrases are met word by word, as they were written', () => {
    assert.equal(metBy('Hệ thống CHẤM điểm tín dụng.', 'cham diem tin dung'), 'CHẤM điểm tín dụng')
    assert.equal(metBy('chấm điểm tín dụng', 'diem tin'), 'điểm tín')
    assert.equal(metBy('uavs', 'uav'), undefined)
    assert.equal(metBy('Trợ lý không tự thực hiện giao dịch.', 'thuc hien giao dich'), undefined, 'it says so itself')
    assert.equal(metBy('Không giải ngân; hệ thống thực hiện giao dịch', 'thuc hien giao dich'), 'thực hiện giao dịch')
  })

  test('every phrase stands for an entry of the list, in plain spelling', () => {
    const known = new Set(LIST.map(({ code }) => code))
    for (const [code, terms] of Object.entries(TERMS)) {
      assert.ok(known.has(code), code)
      for (const term of terms) assert.match(term, /^[a-z0-9]+( [a-z0-9]+)*$/)
    }
  })
})

describe('a low-risk system', () => {
  test('is looked at on an incident, feedback or a need of safety, and for nothing else (Law art. 10.5.c)', async () => {
    const low = await system(GRADING, { level: 'low', sectors: ['education'] })
    await recount()
    assert.deepEqual(await kinds(low), [])
    const all = good(await signalled(world.as('khanh'), readQuery(SignalQuery, { level: 'low' }), 100))
    assert.ok(!all.some(({ aiId }) => aiId === low.aiId))
    await complaint(low, 'PA-2026-000001')
    await recount()
    assert.deepEqual(await kinds(low), ['list-words', 'petition'])
    const listed = good(await signalled(world.as('khanh'), readQuery(SignalQuery, { level: 'low' }), 100))
    assert.ok(listed.some(({ aiId }) => aiId === low.aiId))
    const ids = (await open(low)).flatMap(({ id, kind }) => (kind === 'petition' ? [id] : []))
    good(await kept(world.as('khanh'), (asked) => dismissSignals(asked, low.aiId, ids, 'Đã trả lời.')))
    await recount()
    assert.deepEqual(await kinds(low), [], 'with the feedback settled nothing keeps the others open')
  })

  test('no rule finds a reason for one by itself', () => {
    const row = { system: 's' as never, level: 'low' } as const
    const all = {
      ...{ scale: [{ ...row, scope: 'Toàn quốc', users: [], affected: [], deployers: 0 }], incidents: [] },
      tool: [{ ...row, notice: 'TB', tool: 'high', cites: [] }],
      words: [
        {
          ...row,
          sectors: [],
          name: 'Chấm thi',
          purpose: '',
          functions: [],
          hits: [{ code: 'I.2', terms: ['cham thi'] }],
        },
      ],
      similar: [{ ...row, sectors: [], neighbours: 10, higher: 10, examples: [] }],
      late: [{ ...row, sectors: [], notice: 'TB', receivedAt: kit.now(), firstUse: day('2026-08-01'), due: null }],
    }
    assert.deepEqual(reckonSignals(all, day('2026-11-02'), new Set()), [])
    assert.equal(reckonSignals(all, day('2026-11-02'), new Set([row.system])).length, 5)
  })

  test('an officer puts down in writing why safety asks for it', async () => {
    const low = await system({}, { level: 'low' })
    assert.deepEqual(codes(await kept(world.as('khanh'), (asked) => raiseSafety(asked, low.aiId, ' '))), [
      'signal.reason-missing reason',
    ])
    good(await kept(world.as('khanh'), (asked) => raiseSafety(asked, low.aiId, 'Hai thiết bị cùng loại đã bốc cháy.')))
    assert.deepEqual(await kinds(low), ['safety'])
    assert.equal(good(await signalsOf(world.as('khanh'), low.aiId)).looks[0]?.verb, 'raised')
  })
})

describe('the door for other rooms', () => {
  test('one file gives one reason, however often it is told', async () => {
    const of = await system({})
    await complaint(of, 'PA-2026-000007')
    await complaint(of, 'PA-2026-000007')
    await complaint(of, 'PA-2026-000008')
    assert.deepEqual(await kinds(of), ['petition', 'petition'])
    assert.deepEqual(
      new Set((await open(of)).map(({ origin }) => origin)),
      new Set(['PA-2026-000007', 'PA-2026-000008']),
    )
  })
})

describe('what officers do with signals', () => {
  test('one is set aside with a reason, and comes back only when its facts are others', async () => {
    const of = await system(GRADING, { sectors: ['education'] })
    await recount()
    const ids = (await open(of)).map(({ id }) => id)
    const dismiss = (reason: string, of_ = ids) =>
      kept(world.as('khanh'), (asked) => dismissSignals(asked, of.aiId, of_, reason))
    assert.deepEqual(codes(await dismiss('  ')), ['signal.reason-missing reason'])
    assert.deepEqual(codes(await dismiss('x', [])), ['signal.none-chosen signal'])
    good(await dismiss('Chỉ dùng để luyện tập.'))
    assert.deepEqual(codes(await dismiss('Lần nữa')), ['signal.looked-at'])
    await recount()
    assert.deepEqual(await kinds(of), [], 'the same facts stay looked at')
    const answers = { ...noticeBody(`S-${used}`).dossier, ...GRADING, functions: ['Đánh giá kết quả học tập cả năm'] }
    good(await kept(world.as('lan'), (asked) => updateDossier(asked, of.id, answers, 'updated', 'Thêm kỳ thi')))
    await recount()
    assert.deepEqual(await kinds(of), ['list-words'])
  })

  test('a reason whose facts are gone has passed', async () => {
    const of = await system(GRADING, { sectors: ['education'] })
    await recount()
    const answers = noticeBody(`S-${used}`).dossier
    good(await kept(world.as('lan'), (asked) => updateDossier(asked, of.id, answers, 'corrected', 'Ghi nhầm')))
    await recount()
    const [signal] = good(await signalsOf(world.as('khanh'), of.aiId)).signals
    assert.equal(signal?.state, 'passed')
  })

  test('an order is drafted with the reasons as its first words, and the signals name it', async () => {
    const of = await system(GRADING, { sectors: ['education'] })
    await recount()
    const ids = (await open(of)).map(({ id }) => id)
    const file = good(await kept(world.as('khanh'), (asked) => startOrder(asked, orderOffice, of.aiId, ids)))
    assert.match(file.number, /^LC-/)
    const { signals, looks } = good(await signalsOf(world.as('thao'), of.aiId))
    assert.deepEqual(
      signals.map(({ state, ledTo }) => [state, ledTo]),
      [['order-started', file.number]],
    )
    assert.equal(looks[0]?.verb, 'order-started')
    const { rows } = await owner.query('select answers from casefile_draft where file = $1', [file.id])
    assert.match(rows[0].answers.reason, /mục I\.2/)
    good(await kept(world.as('khanh'), (asked) => erase(asked, orderOffice, file.number)))
    await recount()
    assert.deepEqual(await kinds(of), ['list-words'], 'a draft that was given up settles nothing')
  })
})

describe('who sees signals', () => {
  const get = (who: string, path: string) => app.request(path, { headers: { cookie: `${SESSION}=${who}` } })

  test('officers do; the provider, strangers, visitors and administrators find nothing', async () => {
    const of = await system(GRADING, { sectors: ['education'] })
    await recount()
    assert.equal((await get('khanh', `/vi/signals/${of.aiId}`)).status, 200)
    for (const who of ['lan', 'stranger', 'visitor', 'quan'] as const)
      assert.deepEqual(codes(await signalsOf(world.as(who), of.aiId)), ['signal.unknown'], who)
    assert.equal((await get('quan', `/vi/signals/${of.aiId}`)).status, 404)
    assert.deepEqual(codes(await signalsOf(world.as('khanh'), 'VN-0000-0000')), ['signal.unknown'])
  })

  test('the reading is noted for the provider, who does not learn that there is a signal', async () => {
    const of = await system(GRADING, { sectors: ['education'] })
    await recount()
    await signalsOf(world.as('khanh'), of.aiId)
    const { rows } = await owner.query('select object from access_note where object like $1', [`%${of.aiId}%`])
    assert.deepEqual(rows, [{ object: of.aiId }])
  })

  test('pages are whole in both languages, and a form that lacks something says so beside the field', async () => {
    const of = await system(GRADING, { sectors: ['education'] })
    await complaint(of, 'PA-2026-000009')
    await recount()
    for (const lang of ['vi', 'en'])
      for (const path of ['/signals', `/signals?level=medium&kind=list-words&q=${of.aiId}`, `/signals/${of.aiId}`]) {
        const answer = await get('khanh', `/${lang}${path}`)
        assert.equal(answer.status, 200, path)
        assert.deepEqual(await complaints(await answer.text()), [], path)
      }
    const [first] = await open(of)
    const answer = await app.request(`/en/signals/${of.aiId}/dismiss`, {
      ...{ method: 'POST', headers: { cookie: `${SESSION}=khanh` } },
      body: new URLSearchParams({ signal: first?.id ?? '', reason: '' }),
    })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /id="reason-error"[^>]*>Give the reason/)
  })

  test('the police find what concerns security, not the classification of others', () => {
    assert.ok(SIGNAL.incidents.units.includes('police'))
    assert.ok(!SIGNAL['list-words'].units.includes('police'))
  })
})
