import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext } from 'playwright-core'
import { openBrowser } from '../browser.ts'
import { launchPortal, type RunningPortal } from '../portal.ts'
import { startWalk, type Walk, WAYS } from './walk.ts'

const home = mkdtempSync(join(tmpdir(), 'saola-erasure-'))
const endings: (() => Promise<void>)[] = []
let portal: RunningPortal
let browser: Browser

before(async () => {
  portal = await launchPortal({ after: (run) => endings.push(run) }, join(home, 'data'))
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  for (const end of endings) await end()
  rmSync(home, { recursive: true, force: true })
})

const inForm = (action: string): string => `main form[action$="${action}"] button`

/** The printed account of a role, with the password of this installation. */
function accountOf(role: string): { email: string; password: string } {
  const { accounts } = JSON.parse(readFileSync(join(home, 'data/evaluation.json'), 'utf8')) as {
    accounts: { role: string; email: string; password: string }[]
  }
  const { email, password } = accounts.find((account) => account.role === role) ?? assert.fail(role)
  return { email, password }
}

async function signIn({ go, fill, press }: Walk, role: string): Promise<string> {
  const account = accountOf(role)
  await go('/sign-in')
  await fill(account)
  await press(inForm('/sign-in'), 'signed in')
  return account.password
}

/** The first record of the register whose history shows another version: what stood there before may be erased. */
async function oldContact({ page, lang }: Walk): Promise<string> {
  const { items } = (await (await page.request.get(`${portal.url}/api/v1/changes`)).json()) as {
    items: { aiId: string; verb: string }[]
  }
  const updated = items.filter(({ verb }) => verb.startsWith('dossier-')).map(({ aiId }) => aiId)
  return [...new Set(updated)][lang === 'vi' ? 0 : 1] ?? assert.fail('the made-up world has no second version')
}

// What is erased once is gone: the made-up world has enough for two.
for (const [lang, script] of WAYS.slice(0, 2))
  test(`from a proposal to its tombstone, and an account that goes (${lang}, ${script ? 'with' : 'without'} script)`, async () => {
    const contexts = await Promise.all(
      Array.from({ length: 4 }, () => browser.newContext({ javaScriptEnabled: script, locale: lang })),
    )
    const walks = await Promise.all(
      ['officer', 'chief', 'member', 'owner'].map((who, n) =>
        startWalk(contexts[n] as BrowserContext, portal.url, `${lang}-${who}`, lang, script),
      ),
    )
    const [officer, chief, member, owner] = walks as [Walk, Walk, Walk, Walk]
    const aiId = await oldContact(officer)

    await signIn(officer, 'officer')
    await officer.go('/erasures')
    await officer.press('main a[href$="/erasures/new"]')
    await officer.press(inForm('/erasures/new'), 'empty')
    assert.ok((await officer.page.locator('.error-summary a').count()) >= 3, 'everything that lacks is said at once')
    const asked = { 'askedOn-day': '1', 'askedOn-month': '7', 'askedOn-year': '2026' }
    await officer.fill({ kind: 'system', subject: aiId.toLowerCase(), versions: 'all', ...asked })
    await officer.press(inForm('/erasures/new'), 'refused')
    await officer.fill({ versions: 'earlier' })
    await officer.press(inForm('/erasures/new'))
    assert.equal(await officer.page.locator(inForm('/carry-out')).count(), 0, 'who proposes does not carry out')
    const proposal = new URL(officer.page.url()).pathname.slice(3)

    await signIn(chief, 'chief')
    await chief.go(proposal, 'to carry out')
    await chief.press(inForm('/carry-out'), 'carried out')
    assert.match(await chief.page.locator('main').innerText(), /T-\d{4}-\d{6}/)
    await chief.go('/tombstones')
    assert.ok((await chief.page.locator('main').innerText()).includes(aiId))
    await chief.go(`/register/${aiId}`)
    await chief.go('/erasures', 'with a tombstone')

    const password = await signIn(member, lang === 'vi' ? 'provider-filer' : 'provider-viewer')
    await member.go('/account')
    await member.press('main a[href$="/account/erase"]')
    await member.fill({ current: 'not the password' })
    await member.press(inForm('/account/erase'), 'wrong password')
    await member.fill({ current: password })
    await member.press(inForm('/account/erase'))
    assert.match(await member.page.locator('main').innerText(), /T-\d{4}-\d{6}/)
    await member.go('/account', 'signed out')
    assert.match(member.page.url(), /\/sign-in/)

    await signIn(owner, 'provider')
    await owner.go('/account/erase', 'cannot go')
    assert.equal(await owner.page.locator(inForm('/account/erase')).count(), 0)

    await Promise.all(contexts.map((context) => context.close()))
    assert.deepEqual(
      walks.flatMap((walk) => walk.complaints),
      [],
    )
  })
