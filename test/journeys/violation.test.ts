import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../src/base/day.ts'
import { putOnRecord } from '../../src/rooms/systems/actions.ts'
import { noticeBody } from '../notices.ts'
import { openSite } from './site.ts'
import { picture, startWalk, type Walk, WAYS } from './walk.ts'

const { browser, kit, signIn, url, world } = await openSite()
const recorded = await kit.db.transaction().execute((db) =>
  putOnRecord(
    { ...world.as('lan'), db },
    {
      ...{ provider: world.library, answers: noticeBody('O-28').dossier, verb: 'notified', data: {} },
      ...{ reason: null, at: kit.now() },
      becomes: { level: 'medium', state: 'in-use', sectors: ['education'], entries: [], firstUse: day('2026-06-01') },
    },
  ),
)
assert.ok(recorded.ok)
const { aiId } = recorded.value.system

const SAVE = 'main form[action*="/do/"] button:not([name])'
const SEND = 'main form#send button'
const PUBLIC = {
  ...{ publicTitle: 'Không báo trước là máy', publicSummary: 'Hệ thống tư vấn không cho biết mình là máy.' },
  nameParty: 'yes',
}

/** Finds the party by AI-ID, writes down the suspicion page by page and puts it before the chief; gives its address. */
async function suspect({ page, go, press, fill }: Walk): Promise<string> {
  await go('/violations')
  await page.fill('main [name="about"]', aiId.toLowerCase())
  await press('main form[method="get"] button', 'found')
  await press('main form[action$="/violations"][method="post"] button')
  const file = new URL(page.url()).pathname.split('/').slice(2, 4).join('/')
  await press('main a[href*="/do/propose/"]')
  if (page.url().endsWith('/system')) await press(SAVE)
  await fill({ conduct: 'no-disclosure', source: 'petition' })
  await fill({ 'happenedOn-day': '20', 'happenedOn-month': '10', 'happenedOn-year': '2026' })
  await press(SAVE)
  await fill({ facts: 'Người đọc không biết mình đang nói chuyện với máy.' })
  await press(SAVE)
  await fill({ term: '5', termUnit: 'workingDays' })
  await press(SAVE)
  assert.match(page.url(), /\/do\/propose\/check$/)
  await press(SEND)
  return `/${file}`
}

/** A step of one or several pages: what is filled in is asked for, the rest stands already. */
async function take(
  { page, go, press, fill }: Walk,
  file: string,
  verb: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  await go(file)
  await press(`main a[href*="/do/${verb}"]`)
  // A form of several pages begins with the list of them.
  if ((await page.locator('main form').count()) === 0) await press(`main a[href*="/do/${verb}/"]`)
  for (let pages = 0; pages < 6 && !page.url().endsWith('/done'); pages += 1) {
    for (const [name, value] of Object.entries(values))
      if ((await page.locator(`main [name="${name}"]`).count()) > 0) await fill({ [name]: value })
    await press((await page.locator(SEND).count()) > 0 ? SEND : SAVE)
  }
  assert.match(page.url(), new RegExp(`/do/${verb}/done$`))
}

/** A chief signs what was drafted, as he reads it. */
async function sign({ page, go, press }: Walk, file: string, verb: string): Promise<void> {
  await go(file)
  await press(`main a[href$="/do/${verb}"]`)
  const check = `main a[href$="/do/${verb}/check"]`
  if ((await page.locator(check).count()) > 0) await press(check)
  await press(SEND)
  assert.match(page.url(), new RegExp(`/do/${verb}/done$`))
}

for (const [lang, script] of WAYS)
  test(`a violation from suspicion to a published sanction with the reply of the party (${lang}, ${script ? 'with' : 'without'} script)`, async () => {
    const people = ['khanh', 'thao', 'lan'].map((who) => `${who}@thuvien.example`)
    const contexts = await Promise.all(
      [...people, 'visitor'].map(() => browser.newContext({ javaScriptEnabled: script, locale: lang })),
    )
    const walks = await Promise.all(
      contexts.map((context, n) => startWalk(context, url, `violation-${lang}-${n}`, lang, script)),
    )
    for (const [n, email] of people.entries()) await signIn(walks[n] as Walk, email)
    const [officer, chief, party, visitor] = walks as [Walk, Walk, Walk, Walk]
    const status = async (walk: Walk, path: string) =>
      (await walk.page.request.get(`${url}/${lang}${path}`, { maxRedirects: 0 })).status()

    const file = await suspect(officer)
    assert.equal(await status(party, file), 404, 'not served yet')
    await sign(chief, file, 'open')
    await take(party, file, 'explain', { explanation: 'Có báo trước ở trang đầu.' })
    const finding = {
      ...{ foundConduct: 'no-disclosure', established: 'Không báo trước trong ba tuần.' },
      weighing: 'Trang đầu không có lời báo trước.',
    }
    await take(officer, file, 'weigh', finding)
    await party.go(file, 'being considered')
    assert.ok(!(await party.page.locator('main').innerText()).includes('ba tuần'), 'a draft is not shown')
    await sign(chief, file, 'find')
    await take(officer, file, 'draw-up', { sanction: 'warning', sanctionReason: 'Vi phạm lần đầu.' })
    await sign(chief, file, 'sanction')
    await chief.press('main a[href*="/documents/QDXP-"]')
    const pdf = await (await chief.page.request.get(`${chief.page.url()}.pdf`)).body()
    await picture(contexts[1] as (typeof contexts)[number], pdf, `violation-${lang}-sanction`)

    const shown = `/violations/public/${file.split('/')[2]}`
    await take(officer, file, 'redact', PUBLIC)
    assert.equal(await status(visitor, shown), 404, 'nobody publishes alone')
    await sign(chief, file, 'publish')
    await take(party, file, 'reply', { publicReply: 'Chúng tôi đã thêm lời báo trước.' })
    await visitor.go('/violations/public')
    await visitor.press(`main a[href$="${shown}"]`)
    assert.match(await visitor.page.locator('#reply').innerText(), /đã thêm lời báo trước/)
    await visitor.go('/violations/conducts')
    await take(chief, file, 'overturn', {
      ...{ overturnedBy: 'Bộ trưởng', overturnReason: 'Sai thẩm quyền.', overturnPublic: 'Ban hành sai thẩm quyền.' },
    })
    await visitor.go(shown, 'overturned')
    assert.match(await visitor.page.locator('main').innerText(), /Ban hành sai thẩm quyền/)
    await officer.go(file, 'overturned')

    await Promise.all(contexts.map((context) => context.close()))
    assert.deepEqual(
      walks.flatMap((walk) => walk.complaints),
      [],
    )
  })
