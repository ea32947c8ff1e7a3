import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../src/base/day.ts'
import { createAccount, createParty } from '../../src/rooms/parties/actions.ts'
import { putOnRecord } from '../../src/rooms/systems/actions.ts'
import { noticeBody } from '../notices.ts'
import { openSite } from './site.ts'
import { startWalk, type Walk, WAYS } from './walk.ts'

const { browser, kit, signIn, url, world } = await openSite()

for (const [name, kind] of [
  ['An', 'individual'],
  ['Truong', 'organisation'],
] as const) {
  const email = `${name.toLowerCase()}@thuvien.example`
  const account = await createAccount(kit, { email, name, lang: 'vi', password: 'ô che mưa nắng 2026' })
  await createParty(kit, account, {
    ...{ kind, name, address: '2 Bến Sông', contact: email, country: 'VN', code: null, contactPoint: null },
    ...{ presence: null, representative: null, stateBody: false },
  } as const)
}
const recorded = await kit.db.transaction().execute((db) =>
  putOnRecord(
    { ...world.as('lan'), db },
    {
      ...{ provider: world.library, answers: noticeBody('O-29').dossier, verb: 'notified', data: {} },
      ...{ reason: null, at: kit.now() },
      becomes: { level: 'high', state: 'in-use', sectors: ['education'], entries: [], firstUse: day('2026-06-01') },
    },
  ),
)
assert.ok(recorded.ok)
const { aiId } = recorded.value.system

/** A step between two sides: what is typed, and the button that is pressed. */
async function say({ go, press, fill }: Walk, claim: string, n: number, verb: string, amount?: string) {
  await go(claim)
  if (amount !== undefined) await fill({ [`amount-${n}`]: amount, [`words-${n}`]: 'Trả trong tháng này.' })
  await press(`#matter-${n} button[value="${verb}"]`, `${verb} in ${n}`)
}

for (const [lang, script] of WAYS)
  test(`a claim between the injured, a deployer and a provider up to recourse (${lang}, ${script ? 'with' : 'without'} script)`, async () => {
    const people = ['an', 'truong', 'lan', 'khanh'].map((who) => `${who}@thuvien.example`)
    const contexts = await Promise.all(
      people.map(() => browser.newContext({ javaScriptEnabled: script, locale: lang })),
    )
    const walks = await Promise.all(
      contexts.map((context, n) => startWalk(context, url, `claim-${lang}-${n}`, lang, script)),
    )
    for (const [n, email] of people.entries()) await signIn(walks[n] as Walk, email)
    const [injured, deployer, provider, officer] = walks as [Walk, Walk, Walk, Walk]

    await injured.go('/damage/claims')
    await injured.press('main a[href$="/damage/claims/new"]')
    await injured.press('main form button', 'empty')
    assert.ok((await injured.page.locator('.error-summary a').count()) >= 3)
    await injured.fill({
      ...{ title: 'Ướt sách vì lời khuyên sai', facts: 'Hệ thống khuyên không mang ô.\nBão tới, sách ướt.' },
      ...{ aiId, asked: '12.500.000' },
    })
    await injured.press('main form button')
    const claim = new URL(injured.page.url()).pathname.replace(/^\/\w+/, '')
    assert.match(claim, /^\/damage\/claims\/YCBT-/)

    const invite = async (values: Readonly<Record<string, string>>) => {
      const closed = injured.page.locator('details:not([open]):has(form[action$="/invite"]) > summary')
      if ((await closed.count()) > 0) await closed.click()
      await injured.fill(values)
      await injured.press('main form[action$="/invite"] button', `invited ${values.role}`)
    }
    await invite({ role: 'provider', key: aiId })
    await invite({ role: 'deployer', name: 'Trường Ô' })
    const link = await injured.page.locator('main code').first().innerText()

    assert.equal((await officer.page.request.get(`${url}/${lang}${claim}`)).status(), 404, 'no officer reads it')
    assert.equal((await deployer.page.request.get(`${url}/${lang}${claim}`)).status(), 404, 'not joined yet')
    await deployer.go(new URL(link).pathname.replace(/^\/\w+/, ''))
    await deployer.press('main form button', 'joined')
    await provider.go(claim, 'invited')
    await provider.press('main button[value="join"]', 'joined')

    await say(deployer, claim, 1, 'offer', '5.000.000')
    await say(injured, claim, 1, 'offer', '8.000.000')
    await say(deployer, claim, 1, 'accept')
    await say(injured, claim, 1, 'confirm')
    await provider.go(claim, 'while others agree')
    assert.ok(!(await provider.page.locator('main').innerText()).includes('8.000.000'), 'not theirs to see')
    await say(injured, claim, 1, 'settle')

    await deployer.go(claim, 'paid')
    await deployer.fill({ of: '1', 'recourse-words': 'Theo điều 7 hợp đồng.' })
    await deployer.press('main form[action$="/recourse"] button', 'recourse')
    await say(provider, claim, 3, 'offer', '8.000.000')
    await say(deployer, claim, 3, 'accept')
    await say(provider, claim, 3, 'confirm')
    await provider.go('/damage/claims')

    await Promise.all(contexts.map((context) => context.close()))
    assert.deepEqual(
      walks.flatMap((walk) => walk.complaints),
      [],
    )
  })
