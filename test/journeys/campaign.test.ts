import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome } from '../../src/base/outcome.ts'
import { type Acting, act, getFile } from '../../src/casework/actions.ts'
import type { Answers } from '../../src/casework/schema.ts'
import { checkOffice } from '../../src/rooms/inspections/actions.ts'
import { draw } from '../../src/rooms/inspections/draw.ts'
import { putOnRecord } from '../../src/rooms/systems/actions.ts'
import type { Recorded, SectorName } from '../../src/rooms/systems/schema.ts'
import { noticeBody } from '../notices.ts'
import { good } from '../outcomes.ts'
import { openSite } from './site.ts'
import { startWalk, type Walk, WAYS } from './walk.ts'

const { browser, signIn, url, world } = await openSite()

const within = <T>(asked: Acting, run: (asked: Acting) => Promise<Outcome<T>>): Promise<T> =>
  asked.db.transaction().execute(async (db) => good(await run({ ...asked, db })))

const system = (code: string, sector: SectorName): Promise<Recorded> =>
  within(world.as('lan'), async (asked) => {
    const made = await putOnRecord(asked, {
      ...{ provider: world.library, answers: noticeBody(code).dossier, verb: 'notified', data: {} },
      ...{ reason: null, at: asked.now() },
      becomes: { level: 'medium', state: 'in-use', sectors: [sector], entries: [], firstUse: null },
    })
    return made.ok ? { ok: true, value: made.value.system } : made
  })

const SEND = 'main form#send button'
const paper = { name: 'nhat-ky.txt', mimeType: 'text/plain', buffer: Buffer.from('Nhật ký một ngày.\n') }

/** A form of one page: filled in and sent. */
async function take({ page, go, press, fill }: Walk, file: string, verb: string, values: Record<string, string>) {
  await go(file)
  await press(`main a[href$="/do/${verb}"]`)
  await fill(values)
  if (verb === 'deliver') await page.setInputFiles('main [name=file]', [paper])
  await press(SEND)
  assert.match(page.url(), new RegExp(`/do/${verb}/done$`))
}

// ————— the chief —————

async function announce({ page, go, press, fill }: Walk, sector: SectorName): Promise<string> {
  await go('/signals')
  await press('main a[href$="/campaigns"]')
  await press('main a[href$="/campaigns/new"]')
  const wanted = {
    ...{ title: 'Trợ lý chọn ô', purpose: 'Xem hồ sơ phân loại.', size: '2', way: 'random', seedFrom: 'announced' },
    ...{ sectors: sector, scope: 'Hồ sơ phân loại.', members: 'Trần Khánh, trưởng đoàn', period: '10' },
  }
  await fill({ ...wanted, levels: 'low' })
  await press('main form button')
  assert.equal(await page.locator('.error-summary a[href="#levels"]').count(), 1, 'low risk is not sampled')
  await page.locator('main [name=levels][value=low]').uncheck()
  await fill({ seedSays: 'Giải đặc biệt ngày 15/12/2026' })
  await press('main form button')
  const path = new URL(page.url()).pathname.replace(/^\/\w+/, '')
  await press('main form[action$="/announce"] button', 'announced')
  return path
}

async function drawSample({ page, go, press, fill }: Walk, path: string): Promise<void> {
  await go(path, 'announced')
  await press('main form[action$="/draw"] button', 'no seed')
  assert.equal(await page.locator('.error-summary a[href="#seed"]').count(), 1)
  await fill({ seed: '04821' })
  await press('main form[action$="/draw"] button', 'drawn')
}

async function sign({ go, press }: Walk, file: string): Promise<void> {
  await go('/desk')
  await press(`main a[href$="${file}"]`, 'to be signed')
  await press('main a[href$="/do/announce"]')
  await press('main a[href$="/do/announce/check"]')
  await press(SEND)
}

// ————— everybody —————

/** What the page gives away is all it takes: list, seed and number lead to the sample again. */
async function drawAgain({ page, go }: Walk, path: string): Promise<void> {
  const number = path.split('/')[2] ?? ''
  await go(`/samples/${number}`)
  const data = (await (await page.request.get(`${page.url()}/data.json`)).json()) as {
    seed: string
    size: number
    sample: string[]
  }
  const csv = await (await page.request.get(`${page.url()}/frame.csv`)).text()
  const frame = csv.trim().split('\n').slice(1)
  assert.deepEqual(draw(frame, data.seed, number, data.size), data.sample)
  assert.equal(await page.locator('main ol a.number').count(), 2)
}

const WORDS = {
  vi: { done: /2 trên 2 đã kết luận/, unnamed: 'Không nêu tên' },
  en: { done: /2 of 2 concluded/, unnamed: 'Not named' },
} as const

/** The second check of the sample, without a browser. */
async function concludeByActions(number: string): Promise<void> {
  const step = (asked: Acting, verb: string, answers: Answers = {}) =>
    within(asked, (inside) => act(inside, checkOffice, number, verb, undefined, { answers }))
  const { answers } = good(await getFile(world.as('thao'), checkOffice, number))
  await step(world.as('thao'), 'announce', answers)
  await step(world.as('khanh'), 'find', { findings: 'Không có.', explainDays: 3 })
  await step(world.as('lan'), 'explain', { explanation: 'Đồng ý.' })
  await step(world.as('thao'), 'conclude', { conclusion: 'Đạt.', answered: 'Không có.', outcomes: ['none'] })
}

const SECTOR_OF: Readonly<Record<string, SectorName>> = {
  ...{ 'vi-js': 'health', 'vi-plain': 'transport', 'en-js': 'education', 'en-plain': 'banking' },
}

for (const [lang, script] of WAYS)
  test(`a campaign from its announcement through two checks to its closure (${lang}, ${script ? 'with' : 'without'} script)`, async () => {
    const tag = `${lang}-${script ? 'js' : 'plain'}`
    const sector = SECTOR_OF[tag] ?? 'other'
    for (const n of [1, 2, 3]) await system(`C-${tag}-${n}`, sector)
    const contexts = await Promise.all(
      ['thao', 'khanh', 'lan', 'visitor'].map(() => browser.newContext({ javaScriptEnabled: script, locale: lang })),
    )
    const walks = await Promise.all(
      contexts.map((context, n) => startWalk(context, url, `campaign-${tag}-${n}`, lang, script)),
    )
    const [chief, officer, party, visitor] = walks as [Walk, Walk, Walk, Walk]
    for (const [walk, who] of [
      [chief, 'thao'],
      [officer, 'khanh'],
      [party, 'lan'],
    ] as const)
      await signIn(walk, `${who}@thuvien.example`)

    const path = await announce(chief, sector)
    await visitor.go(`/samples/${path.split('/')[2]}`, 'not drawn')
    await drawSample(chief, path)
    await officer.go(path, 'drawn')
    await officer.press('main form[action$="/open"] button', 'opened')
    const files = await officer.page
      .locator('#sample a[href*="/checks/KT-"]')
      .evaluateAll((all) => all.map((a) => (a as unknown as { pathname: string }).pathname.replace(/^\/\w+/, '')))
    assert.equal(files.length, 2)
    const [file = '', other = ''] = files
    const hidden = await party.page.request.get(`${url}/${lang}${file}`, { maxRedirects: 0 })
    assert.equal(hidden.status(), 404, 'not announced yet')
    await sign(chief, file)

    await take(officer, file, 'request', {
      records: '1. Nhật ký\n2. Hồ sơ',
      recordsWhy: 'So hồ sơ.',
      recordsDays: '5',
    })
    await party.go('/cases')
    await party.press(`main table a[href$="${file}"]`, 'as it was announced')
    await take(party, file, 'deliver', { items: '1, 2' })
    await party.go(file, 'handed over')
    assert.equal(await party.page.locator('#records a[href*="/documents/BNKT-"]').count(), 2)
    await party.press('#records a[href*="/documents/BNKT-"]')
    await take(officer, file, 'find', { findings: 'Lời báo chỉ hiện một lần.', explainDays: '5' })
    await take(party, file, 'explain', { explanation: 'Sẽ hiện mỗi lần.' })
    await take(chief, file, 'conclude', {
      conclusion: 'Cần hiện mỗi lần.',
      answered: 'Đã tiếp thu.',
      outcomes: 'order',
    })
    await chief.press('main a[href*="/documents/KLKT-"]')
    await take(chief, file, 'publish', { publicSummary: `Kết luận ${tag}.`, nameSystem: 'no' })
    await take(officer, file, 'close', { closing: 'Xong.' })
    await officer.go(file, 'closed')
    assert.equal(await officer.page.locator(`main a[href*="/orders?"][href*="origin="]`).count(), 1)
    await party.go('/organisation/access-notes', 'read by officers')
    assert.ok((await party.page.locator('main').innerText()).includes(file.split('/')[2] ?? ''))

    await concludeByActions(other.split('/')[2] ?? '')
    await chief.go(path, 'all concluded')
    assert.match(await chief.page.locator('#sample').innerText(), WORDS[lang].done)
    await chief.fill({ summary: `Hai hệ thống (${tag}).` })
    await chief.press('main form[action$="/close"] button', 'closed')
    await drawAgain(visitor, path)
    await visitor.go('/conclusions')
    const said = await visitor.page.locator(`#${file.split('/')[2]}`).innerText()
    assert.ok(said.includes(`Kết luận ${tag}.`) && said.includes(WORDS[lang].unnamed))

    await officer.go('/checks/plan')
    await Promise.all(contexts.map((context) => context.close()))
    assert.deepEqual(
      walks.flatMap((walk) => walk.complaints),
      [],
    )
  })

for (const [lang, script] of WAYS)
  test(`an officer looks at signals, puts one down, sets one aside and opens a check (${lang}, ${script ? 'with' : 'without'} script)`, async () => {
    const { aiId } = await within(world.as('lan'), async (asked) => {
      const dossier = { ...noticeBody(`S-${lang}-${script}`).dossier, purpose: 'Chấm thi và xếp hạng học sinh.' }
      const made = await putOnRecord(asked, {
        ...{ provider: world.library, answers: dossier, verb: 'notified', data: {}, reason: null, at: asked.now() },
        becomes: { level: 'medium', state: 'in-use', sectors: ['education'], entries: [], firstUse: null },
      })
      return made.ok ? { ok: true, value: made.value.system } : made
    })
    const context = await browser.newContext({ javaScriptEnabled: script, locale: lang })
    const walk = await startWalk(context, url, `signals-${lang}`, lang, script)
    const { page, go, press } = walk
    await signIn(walk, 'khanh@thuvien.example')
    await go(`/signals/${aiId}`, 'nothing counted yet')
    await press(`main form[action$="/recount"] button`, 'counted')
    assert.match(await page.locator('main').innerText(), /I\.2/)
    await page.fill('main #safety', 'Trường phản ánh kết quả chấm sai hàng loạt.')
    await press('main form[action$="/safety"] button', 'two signals')
    await press('main form[action$="/dismiss"] button:not([formaction])', 'no reason given')
    assert.equal(await page.locator('.error-summary a[href="#reason"]').count(), 1)
    await page.locator('main [name=signal]').first().uncheck()
    await page.fill('main form[action$="/dismiss"] [name=reason]', 'Chỉ dùng để luyện tập.')
    await press('main form[action$="/dismiss"] button:not([formaction])', 'one set aside')
    await press('main button[formaction*="/checks/from-signals/"]', 'a check begun')
    assert.match(page.url(), /\/checks\/KT-/)
    await go(`/signals?q=${aiId}`, 'nothing left')
    await context.close()
    assert.deepEqual(walk.complaints, [])
  })
