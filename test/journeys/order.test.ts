import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, PartyId } from '../../src/base/actor.ts'
import { day } from '../../src/base/day.ts'
import type { Outcome } from '../../src/base/outcome.ts'
import { type Acting, act } from '../../src/casework/actions.ts'
import { createAccount, createParty } from '../../src/rooms/parties/actions.ts'
import { orderOffice } from '../../src/rooms/supervision/actions.ts'
import { linkDeployer, putOnRecord } from '../../src/rooms/systems/actions.ts'
import type { Recorded } from '../../src/rooms/systems/schema.ts'
import { noticeBody } from '../notices.ts'
import { good } from '../outcomes.ts'
import { openSite } from './site.ts'
import { picture, startWalk, type Walk, WAYS } from './walk.ts'

const { browser, kit, owner, signIn, url, world } = await openSite()

const BY_ACTIONS = 20
const IN_BROWSER = 2

interface Deployer {
  readonly party: PartyId
  readonly email: string
  readonly name: string
  readonly as: Acting
}

async function newDeployer(n: number): Promise<Deployer> {
  const [name, email] = [`Trường Ô số ${n}`, `truong-${n}@thuvien.example`]
  const account = await createAccount(kit, { email, name, lang: 'vi', password: 'ô che mưa nắng 2026' })
  const { id: party } = await createParty(kit, account, {
    ...{ kind: 'organisation', name, address: '2 Bến Sông', contact: email, country: 'VN', code: null },
    ...{ contactPoint: null, presence: null, representative: null, stateBody: false },
  } as const)
  const actor: Actor = {
    ...{ kind: 'person', account, name, email, lang: 'vi', seat: null },
    acting: { party, name, role: 'owner' },
  }
  return { party, email, name, as: { ...kit, actor } }
}

const within = <T>(asked: Acting, run: (asked: Acting) => Promise<Outcome<T>>): Promise<T> =>
  asked.db.transaction().execute(async (db) => good(await run({ ...asked, db })))

/** A system in use, with every deployer linked to it. */
async function deployedSystem(code: string, deployers: readonly Deployer[]): Promise<Recorded> {
  const { system } = await within(world.as('lan'), (asked) =>
    putOnRecord(asked, {
      ...{ provider: world.library, answers: noticeBody(code).dossier, verb: 'notified', data: {} },
      ...{ reason: null, at: asked.now() },
      becomes: { level: 'medium', state: 'in-use', sectors: ['education'], entries: [], firstUse: day('2026-06-01') },
    }),
  )
  for (const { name, party } of deployers)
    await within(world.as('lan'), (asked) =>
      linkDeployer(asked, system.id, { name, party, since: day('2026-07-01'), until: null }),
    )
  return system
}

const SAVE = 'main form[action*="/do/"] button:not([name])'
const SEND = 'main form#send button'
const note = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('Ảnh chụp màn hình đã tắt.\n') })

// ————— the authority —————

/** Finds the provider by AI-ID, drafts the order page by page and puts it before the chief; gives its address. */
async function draft({ page, go, press, fill }: Walk, { aiId }: Recorded): Promise<string> {
  await go('/orders')
  await page.fill('main [name="about"]', aiId.toLowerCase())
  await press('main form[method="get"] button', 'found')
  await press('main form[action$="/orders"][method="post"] button')
  const file = new URL(page.url()).pathname.split('/').slice(2, 4).join('/')
  await press('main a[href$="/do/propose/kind"]')
  await fill({ kind: 'suspend', suspendBasis: 'L10.6' })
  await press(SAVE)
  assert.match(page.url(), /\/content$/, 'the system is known already')
  await fill({ reason: 'Kiểm tra cho thấy hồ sơ khai sai mục đích.', scope: 'Toàn bộ chức năng tư vấn.' })
  await press(SAVE)
  await fill({ term: '48', termUnit: 'hours' })
  await press(SAVE)
  await fill({ publicReason: 'Hồ sơ khai sai mục đích sử dụng.' })
  await press(SAVE)
  assert.match(page.url(), /\/do\/propose\/check$/)
  await press(SEND)
  assert.match(page.url(), /\/done$/)
  return `/${file}`
}

async function sign({ page, go, press }: Walk, file: string): Promise<void> {
  await go('/desk')
  await press(`main a[href$="${file}"]`, 'to be signed')
  await press('main a[href$="/do/issue"]')
  await press('main a[href$="/do/issue/check"]')
  await press(SEND)
  assert.match(page.url(), /\/do\/issue\/done$/)
  await press('main a[href*="/documents/YCTQ-"]')
}

/** A form of one page: filled in and sent. */
async function take({ page, go, press, fill }: Walk, file: string, verb: string, values: Record<string, string>) {
  await go(file)
  await press(`main a[href$="/do/${verb}"]`)
  await fill(values)
  await press(SEND)
  assert.match(page.url(), new RegExp(`/do/${verb}/done$`))
}

// ————— the addressees —————

/** Finds the order among his files, acknowledges it and reports it carried out, with evidence. */
async function carryOut(walk: Walk, units: number): Promise<string> {
  const { page, go, press, fill } = walk
  await go('/cases')
  await press('main table a[href*="/orders/LC-"]', 'as it was served')
  const file = new URL(page.url()).pathname.replace(/^\/\w+/, '')
  await press('main a[href$="/do/acknowledge"]')
  await press(SEND)
  await go(file, 'acknowledged')
  await press('main a[href$="/do/comply"]')
  await fill({ whatDone: 'Đã tắt ở mọi phòng.', units: String(units), unitsDone: String(units - 1) })
  await press(SEND, 'one unit lacks')
  assert.equal(await page.locator('.error-summary a[href="#unitsDone"]').count(), 1)
  await fill({ unitsDone: String(units) })
  await page.setInputFiles('main [name=file]', [note('bang-chung.txt')])
  await press(SEND)
  await go(file, 'reported')
  return file
}

/** The same without a browser. */
async function carryOutByActions(number: string, { as }: Deployer): Promise<void> {
  const step = (verb: string, answers?: Record<string, string | number>) =>
    within(as, (asked) => act(asked, orderOffice, number, verb, undefined, answers === undefined ? {} : { answers }))
  await step('acknowledge')
  await step('comply', { whatDone: 'Đã tắt.', units: 4, unitsDone: 4 })
}

async function numbersOf(file: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await owner.query<{ party: string; number: string }>(
    `select o.party, o.number from supervision_order o join supervision_order p on p.file = o.principal
     where p.number = $1`,
    [file.split('/')[2]],
  )
  return new Map(rows.map(({ party, number }) => [party, number]))
}

// ————— everybody —————

const WORDS = {
  vi: { suspended: 'Tạm dừng', use: 'Đang sử dụng', lifted: 'Đã dỡ bỏ', done: /23 trên 23 bên đã báo cáo xong/ },
  en: { suspended: 'Suspended', use: 'In use', lifted: 'Lifted', done: /23 of 23 addressees report it carried out/ },
} as const

async function readInPublic({ page, go, press, lang }: Walk, { aiId }: Recorded, file: string, stands: boolean) {
  const state = stands ? 'while it stands' : 'lifted'
  await go(`/orders/public?q=${aiId}`, state)
  await press(`main a[href$="/orders/public/${file.split('/')[2]}"]`, state)
  assert.ok((await page.locator('main').innerText()).includes(stands ? WORDS[lang].suspended : WORDS[lang].lifted))
  await go(`/register/${aiId}`, state)
  const text = await page.locator('main').innerText()
  assert.ok(text.includes(stands ? WORDS[lang].suspended : WORDS[lang].use))
  assert.equal(await page.locator(`main a[href*="/orders/public/LC-"]`).count(), stands ? 1 : 2)
  const badge = await (await page.request.get(`${url}/${lang}/register/${aiId}/badge.svg`)).text()
  assert.ok(badge.includes(`>${stands ? WORDS[lang].suspended : WORDS[lang].use}<`))
}

const deployers: Deployer[] = []

for (const [lang, script] of WAYS)
  test(`a suspension of a system of twenty-two deployers up to reinstatement (${lang}, ${script ? 'with' : 'without'} script)`, async () => {
    while (deployers.length < BY_ACTIONS + IN_BROWSER) deployers.push(await newDeployer(deployers.length))
    const [tag, plain] = [`${lang}-${script ? 'js' : 'plain'}`, deployers.slice(IN_BROWSER)]
    const system = await deployedSystem(`O-${tag}`, deployers)
    const people = [
      ...['khanh', 'thao', 'lan'].map((who) => `${who}@thuvien.example`),
      ...deployers.slice(0, IN_BROWSER).map(({ email }) => email),
    ]
    const contexts = await Promise.all(
      [...people, 'visitor'].map(() => browser.newContext({ javaScriptEnabled: script, locale: lang })),
    )
    const walks = await Promise.all(contexts.map((context, n) => startWalk(context, url, `${tag}-${n}`, lang, script)))
    for (const [n, email] of people.entries()) await signIn(walks[n] as Walk, email)
    const [officer, chief, provider, first, second, visitor] = walks as [Walk, Walk, Walk, Walk, Walk, Walk]

    const file = await draft(officer, system)
    for (const walk of [provider, first, visitor]) {
      const answer = await walk.page.request.get(`${url}/${lang}${file}`, { maxRedirects: 0 })
      assert.notEqual(answer.status(), 200, 'not served yet')
    }
    await officer.go(file, 'proposed')
    assert.equal(await officer.page.locator('main a[href$="/do/issue"]').count(), 0, 'whoever drafted may not sign')
    await sign(chief, file)
    await readInPublic(visitor, system, file, true)

    const numbers = await numbersOf(file)
    assert.equal(numbers.size, BY_ACTIONS + IN_BROWSER)
    for (const deployer of plain) await carryOutByActions(numbers.get(deployer.party) ?? '', deployer)
    await carryOut(first, 3)
    const own = await carryOut(second, 5)
    assert.equal((await first.page.request.get(`${url}/${lang}${own}`)).status(), 404, "another deployer's")
    await carryOut(provider, 1)
    await provider.go(`/systems/${system.id}/use`, 'held')
    assert.equal(await provider.page.locator('main a[href$="/use/resume"]').count(), 0)

    await officer.go(file, 'carried out')
    assert.match(await officer.page.locator('#addressees').innerText(), WORDS[lang].done)
    await take(officer, file, 'verify', { finding: 'Đã kiểm tra tại năm điểm.' })
    await take(chief, file, 'lift', { liftReason: 'Hồ sơ đã đúng.', endPublic: 'Hồ sơ đã được sửa.' })
    await chief.press('main a[href*="/documents/QDDB-"]')
    const pdf = await (await chief.page.request.get(`${chief.page.url()}.pdf`)).body()
    await picture(contexts[1] as (typeof contexts)[number], pdf, `${tag}-lifted`)
    await readInPublic(visitor, system, file, false)
    await first.go('/cases', 'lifted')

    await Promise.all(contexts.map((context) => context.close()))
    assert.deepEqual(
      walks.flatMap((walk) => walk.complaints),
      [],
    )
  })
