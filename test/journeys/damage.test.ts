import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citeText } from '../../src/law/cite.ts'
import { DAMAGE, damageFacts } from '../../src/law/damage.ts'
import { DAMAGE_CASES, type DamageCase } from '../../src/law/damage-cases.ts'
import { damagePath, liable } from '../../src/law/liable.ts'
import { openSite } from './site.ts'
import { picture, startWalk, type Walk, WAYS } from './walk.ts'

const { browser, url } = await openSite()

const findingsOf = (c: DamageCase) => liable(DAMAGE, damageFacts(DAMAGE, c.said), c.on)
const branchesOf = (c: DamageCase): string[] =>
  findingsOf(c)
    .findings.filter(({ holds }) => holds === 'yes')
    .map(({ branch }) => branch)

/** One case for each branch that nothing before it has shown, and one that stays open: the rest is asked in law/. */
const CASES = DAMAGE_CASES.filter((c, n) => {
  const before = new Set(DAMAGE_CASES.slice(0, n).flatMap(branchesOf))
  return c.yes.length === 0
    ? !DAMAGE_CASES.slice(0, n).some(({ yes }) => yes.length === 0)
    : branchesOf(c).some((branch) => !before.has(branch))
})
/** Looked at closely, beside the pages on the way. */
const LOOKED = ['breach-provider', 'intruder', 'open']

const ANSWER = 'main form[action$="/damage/q"] button'

/** Answers question after question, and reads who compensates whom, under which point, and what to keep. */
async function ask({ page, go, press, fill, lang }: Walk, c: DamageCase, state: string | undefined): Promise<void> {
  await go('/damage/q/role')
  const { path } = damagePath(DAMAGE, c.said)
  for (const [n, { id, kind }] of path.entries()) {
    assert.ok(new URL(page.url()).pathname.endsWith(`/damage/q/${id}`), `${c.name}: ${page.url()}`)
    await fill({ [id]: kind === 'one' ? (c.said[id]?.[0] ?? '') : (c.said[id] ?? []) })
    await press(ANSWER, n + 1 === path.length ? state : undefined)
  }
  assert.ok(new URL(page.url()).pathname.endsWith('/damage/result'), c.name)
  const said = (await page.locator('main').innerText()).replaceAll(' ', ' ')
  const { findings, evidence } = findingsOf(c)
  for (const { text, cite } of [...findings, ...evidence]) {
    assert.ok(said.includes(text[lang]), `${c.name}: ${text[lang]}`)
    assert.ok(said.includes(citeText(cite, lang)), `${c.name}: ${cite}`)
  }
}

for (const [lang, script] of WAYS)
  test(`whoever was hurt, deployed or provided learns who compensates whom, in every branch of art. 29 (${lang}, ${script ? 'with' : 'without'} script)`, async () => {
    const context = await browser.newContext({ javaScriptEnabled: script, locale: lang })
    const walk = await startWalk(context, url, `damage-${lang}-${script ? 'js' : 'plain'}`, lang, script)
    const { page, go, press, fill } = walk
    await go('/damage')
    await press('main a[href$="/damage/q/role"]')
    await press(ANSWER, 'nothing chosen')
    assert.equal(await page.locator('.error-summary a[href="#answer"]').count(), 1)
    for (const c of CASES) {
      const [first = 'open'] = c.yes
      await ask(walk, c, LOOKED.includes(first) ? first : undefined)
    }
    // An answer changed on the way: the rest is asked again only where it must be.
    await press('main a[href*="/damage/q/breach"]')
    await fill({ breach: lang === 'vi' ? 'unknown' : 'nobody' })
    await press(ANSWER)
    const pdf = await page.request.get(page.url().replace('/result?', '/result/document?'))
    if (pdf.url().includes('/document')) await picture(context, await pdf.body(), `damage-${lang}`)
    await context.close()
    assert.deepEqual(walk.complaints, [])
  })
