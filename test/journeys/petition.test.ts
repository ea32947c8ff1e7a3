import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { day } from '../../src/base/day.ts'
import { addKey, EVALUATION_KEYS } from '../../src/rooms/petitions/actions.ts'
import { newCode } from '../../src/rooms/petitions/code.ts'
import { putOnRecord } from '../../src/rooms/systems/actions.ts'
import { noticeBody } from '../notices.ts'
import { good } from '../outcomes.ts'
import { openSite } from './site.ts'
import { startWalk, type Walk, WAYS } from './walk.ts'

const { browser, kit, signIn, url, world } = await openSite()

let aiId = ''

before(async () => {
  for (const [n, who] of (['khanh', 'thao'] as const).entries())
    await kit.db.transaction().execute(async (db) => {
      const recipient = EVALUATION_KEYS[n]?.recipient ?? ''
      good(await addKey({ ...world.as(who), db }, { recipient, label: `Két số ${n + 1}` }))
    })
  await kit.db.transaction().execute(async (db) => {
    const asked = { ...world.as('lan'), db }
    const { system } = good(
      await putOnRecord(asked, {
        ...{ provider: world.library, answers: noticeBody('O-petition').dossier, verb: 'notified', data: {} },
        ...{ reason: null, at: asked.now() },
        becomes: { level: 'medium', state: 'in-use', sectors: ['education'], entries: [], firstUse: day('2026-06-01') },
      }),
    )
    aiId = system.aiId ?? ''
  })
})
const inForm = (action: string): string => `main form[action$="${action}"] button[type=submit]`
const photo = (name: string) => ({
  name,
  mimeType: 'image/png',
  buffer: readFileSync(new URL('../../docs/screenshot.png', import.meta.url)),
})

/** From the six acts to the confirmation; gives number and code. */
async function report({ page, go, press, fill }: Walk): Promise<{ number: string; code: string }> {
  await go('/petitions')
  await press('main a[href$="/petitions/prohibited"]')
  await press('main a[href$="/petitions/denunciation"]')
  await go('/petitions/prohibited')
  await press('main a[href$="act=L7.2.b"]')
  assert.equal(await page.locator('main [name=act][value="L7.2.b"]').isChecked(), true)
  const code = (await page.locator('.code-words').innerText()).split(/\s+/).join(' ')
  assert.equal(code.split(' ').length, 8)
  await press(inForm('/petitions'), 'empty')
  assert.ok((await page.locator('.error-summary a').count()) >= 2, 'everything that lacks is said at once')
  await fill({
    text: 'Họ gọi bằng giọng giả của con tôi.\n\nBa lần trong tuần.',
    named: 'no',
    about: aiId.toLowerCase(),
  })
  await page.setInputFiles('main [name=file]', [photo('nha-toi.png')])
  await press(inForm('/petitions'), 'sent')
  const sent = await page.locator('main').innerText()
  assert.ok(
    code.split(' ').every((word) => sent.includes(word)),
    'the words that were written down stay',
  )
  const [number = ''] = /PA-\d{4}-\d{6}/.exec(sent) ?? []
  assert.deepEqual(await page.context().cookies(), [], 'no cookie')
  return { number, code }
}

const WORDS = {
  vi: { unsealed: 'Cán bộ đã mở phần được niêm phong', opened: 'Đã mở hồ sơ', answer: 'Đã nhận, đang xác minh.' },
  en: {
    unsealed: 'An officer opened what was sealed',
    opened: 'A case was opened',
    answer: 'Received, we are looking.',
  },
} as const

/** Opens the sealed original in the browser of the officer; without a script the age file is there to take. */
async function openSealed({ page, press, script }: Walk): Promise<void> {
  await press(inForm('/unseal'), 'unsealed')
  if (!script) {
    const href = (await page.locator('#sealed [data-sealed] a').first().getAttribute('href')) ?? ''
    const sealed = await (await page.request.get(`${url}${href}`)).body()
    assert.ok(sealed.toString('latin1').startsWith('age-encryption.org/v1\n'))
    return
  }
  await page.fill('#key', 'AGE-SECRET-KEY-1')
  await page.click('[data-open]')
  await page.locator('#sealed [data-told]:not(:empty)').waitFor()
  await page.fill('#key', EVALUATION_KEYS[1].secret)
  await page.click('[data-open]')
  const link = page.locator('[data-shown] a[download]')
  await link.waitFor()
  assert.equal(await link.getAttribute('download'), 'nha-toi.png')
  const [saved] = await Promise.all([page.waitForEvent('download'), link.click()])
  const bytes = readFileSync(await saved.path())
  assert.deepEqual(bytes, photo('x').buffer, 'the original, byte for byte')
}

/** Every kind of file an officer begins can arise from a message; all but one are left to the tests of their rooms. */
const LEADS_TO = ['incident-inquiries', 'checks', 'inspections', 'orders', 'violations']

/** From the desk: takes it, opens what is sealed, answers, and opens a file of the State from it. */
async function work(walk: Walk, number: string): Promise<void> {
  const { page, go, press, fill, lang } = walk
  await go('/petitions/desk')
  await press(`main a[href$="/petitions/${number}"]`)
  await press(inForm('/take'), 'taken')
  const copy = await page.request.get(`${url}/${lang}/petitions/${number}/files/1/1`)
  assert.equal(copy.headers()['content-type'], 'image/png')
  await openSealed(walk)
  await go(`/petitions/${number}`, 'opened')
  await press(inForm('/answer'), 'no answer')
  await fill({ text: WORDS[lang].answer })
  await press(inForm('/answer'), 'answered')
  await fill({ outcome: 'case-opened' })
  await press(inForm('/close'), 'no case yet')
  assert.equal(await page.locator('.error-summary a[href="#outcome"]').count(), 1, 'nothing has arisen yet')
  for (const path of LEADS_TO)
    assert.equal(await page.locator(`main a[href*="/${path}?origin=${number}"]`).count(), 1, path)
  const [path, prefix] = lang === 'vi' ? ['violations', 'VP'] : ['checks', 'KT']
  await press(`main a[href*="/${path}?origin=${number}"]`, 'from a message')
  await press(`main form[action$="/${path}"][method="post"] button`)
  await go(`/petitions/${number}`, 'with a case')
  await press(`main a[href*="/cases/${prefix}-"]`, 'the case')
  await go(`/petitions/${number}`, 'to be closed')
  await fill({ outcome: 'case-opened' })
  await press(inForm('/close'), 'closed')
}

for (const [lang, script] of WAYS)
  test(`a report without a name: sent, answered, returned to with eight words, a case opened (${lang}, ${script ? 'with' : 'without'} script)`, async () => {
    const tag = `${lang}-${script ? 'js' : 'plain'}`
    const contexts = await Promise.all(
      ['sender', 'officer', 'other'].map(() => browser.newContext({ javaScriptEnabled: script, locale: lang })),
    )
    const walks = await Promise.all(contexts.map((context, n) => startWalk(context, url, `${tag}-${n}`, lang, script)))
    const [sender, officer, other] = walks as [Walk, Walk, Walk]
    await signIn(officer, 'khanh@thuvien.example')
    await signIn(other, 'gio@thuvien.example')
    const { number, code } = await report(sender)
    await work(officer, number)

    await sender.go('/petitions/return')
    await sender.fill({ code: `${code} xyz` })
    await sender.press(inForm('/petitions/return'), 'a slip')
    await sender.fill({ code: code.toUpperCase() })
    await sender.press(inForm('/petitions/return'), 'closed')
    const read = await sender.page.locator('main').innerText()
    for (const said of [WORDS[lang].unsealed, WORDS[lang].opened, WORDS[lang].answer])
      assert.ok(read.includes(said), said)
    assert.ok(!read.includes('khanh') && !/(VP|KT)-\d/.test(read), 'neither the officer nor the case is named')
    await sender.fill({ text: 'Họ lại gọi.' })
    await sender.press(inForm('/petitions/add'), 'added')
    if (lang === 'en' && !script) await sender.press(inForm('/petitions/take-back'), 'taken back')
    assert.deepEqual(await sender.page.context().cookies(), [])
    await sender.go('/petitions/outcomes')
    assert.ok(!(await sender.page.locator('main').innerText()).includes(number), 'reports are only counted')

    await officer.go('/petitions/keys')
    await other.go('/petitions/desk')
    assert.equal((await other.page.request.get(`${url}/${lang}/petitions/${number}`)).status(), 404)
    await sender.go(`/petitions/new?about=${aiId}`, 'an error')
    assert.equal(await sender.page.locator('main [name=about]').inputValue(), aiId)
    await sender.page.click('[data-leave]')
    await sender.page.waitForURL(`${url}/${lang}`)

    await Promise.all(contexts.map((context) => context.close()))
    assert.deepEqual(
      walks.flatMap((walk) => walk.complaints),
      [],
    )
  })

test('an officer makes a key in the browser, and what came before opens with it once it is sealed anew', async () => {
  const context = await browser.newContext({ locale: 'en' })
  const walk = await startWalk(context, url, 'keys', 'en', true)
  const { page, go, press, fill } = walk
  await signIn(walk, 'khanh@thuvien.example')
  await go('/petitions/keys')
  await page.click('[data-make] button')
  const link = page.locator('[data-make] a[download]')
  const [saved] = await Promise.all([page.waitForEvent('download'), link.click()])
  const [secret = ''] = /AGE-SECRET-KEY-1\w+/.exec(readFileSync(await saved.path(), 'utf8')) ?? []
  assert.match(await page.locator('main [name=recipient]').inputValue(), /^age1\w{58}$/)
  await press(inForm('/petitions/keys'), 'no label')
  await fill({ label: 'Safe 3' })
  await press(inForm('/petitions/keys'), 'added')
  const seal = async (key: string, told: string): Promise<void> => {
    await page.fill('#key', key)
    await page.click('[data-open]')
    await page.locator('[data-rewrap] [data-told]', { hasText: told }).waitFor()
  }
  const before = await page.locator('[data-rewrap] li').count()
  assert.ok(before > 0, 'somebody has sent something sealed')
  // The new key opens nothing yet.
  await seal(secret, `0 message(s) sealed anew; ${before} could not`)
  await seal(EVALUATION_KEYS[0].secret, `${before} message(s) sealed anew; 0 could not`)
  await go('/petitions/keys', 'sealed anew')
  assert.equal(await page.locator('[data-rewrap]').count(), 0)
  assert.deepEqual(walk.complaints, [])
  await context.close()
})

test('in a flood a browser that does a little work gets through; one without a script keeps its words and waits', async () => {
  for (let n = 0; n < 60; n += 1) {
    const body = new URLSearchParams({ kind: 'feedback', text: `Tin ${n}`, named: 'no', code: newCode() })
    await (await fetch(`${url}/vi/petitions`, { method: 'POST', body })).arrayBuffer()
  }
  for (const script of [false, true]) {
    const context = await browser.newContext({ javaScriptEnabled: script, locale: 'vi' })
    const walk = await startWalk(context, url, `flood-${script}`, 'vi', script)
    const { page, go, press, fill } = walk
    await go('/petitions/new?kind=feedback')
    await fill({ text: 'Giữa cơn lũ tin.', named: 'no' })
    await press(inForm('/petitions'), 'held up')
    assert.equal(await page.locator('main [name=text]').inputValue(), 'Giữa cơn lũ tin.')
    assert.equal(await page.locator('.error-summary a[href="#text"]').count(), 1)
    if (script) await page.locator('[data-working]', { hasText: 'Đã xong' }).waitFor()
    await press(inForm('/petitions'), 'again')
    assert.equal(await page.locator('.panel').count(), script ? 1 : 0)
    assert.deepEqual(walk.complaints, [])
    await context.close()
  }
})
