import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { build } from 'esbuild'
import { hashOf } from '../src/base/hash.ts'
import { RULES } from '../src/law/rules.ts'
import { RULE_SET } from '../src/law/ruleset.ts'
import { printEvidence } from '../src/log/evidence.ts'
import { printPolicy } from '../src/log/policy.ts'
import { jpeg } from '../src/mark/corpus.ts'
import { openBrowser } from './browser.ts'
import { authority, certify, signElsewhere } from './c2pa.ts'
import { paperPortal } from './evidence.ts'

/** The package as outsiders get it: packed, laid into a folder of its own, used without the sources and without network. */
const ROOT = join(import.meta.dirname, '..')
const home = mkdtempSync(join(tmpdir(), 'saola-package-'))
const installed = join(home, 'node_modules', 'saola')
after(() => rmSync(home, { recursive: true, force: true }))

const portal = paperPortal()
const [evidence = assert.fail()] = await portal.evidence([portal.receipt(1), portal.receipt(2)])
const trust = { policy: printPolicy(portal.witnessed.policy), keys: JSON.stringify({ keys: portal.trust.keys }) }
const file = printEvidence(evidence)
const changed = printEvidence({ ...evidence, entry: evidence.entry.replace('VN-1', 'VN-2') })
const lay = (name: string, text: string): string => {
  writeFileSync(join(home, name), text)
  return join(home, name)
}
let packed: readonly string[] = []

before(() => {
  const pack = ['pack', '--ignore-scripts=false', '--offline', '--json', '--pack-destination', home]
  const said = execFileSync('npm', pack, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const [made] = JSON.parse(said.slice(said.indexOf('[\n'))) as { filename: string; files: { path: string }[] }[]
  packed = made?.files.map(({ path }) => path) ?? []
  mkdirSync(installed, { recursive: true })
  execFileSync('tar', ['-xzf', join(home, made?.filename ?? ''), '--strip-components=1', '-C', installed])
  // Its only dependencies at run time; the rest belongs to the portal, which is not in the package.
  for (const scope of ['@noble', '@contentauth'])
    symlinkSync(join(ROOT, 'node_modules', scope), join(home, 'node_modules', scope))
  lay('package.json', '{"type":"module"}')
  lay('good.tlog-proof', file)
  lay('changed.tlog-proof', changed)
  lay('policy', trust.policy)
  lay('jwks.json', trust.keys)
})

test('the package holds what is made of the law, the log and the marks, and nothing of the portal', () => {
  assert.ok(packed.includes('dist/bin.js') && packed.includes('dist/log/evidence.d.ts'))
  assert.deepEqual(
    packed.filter(
      (path) =>
        !/^(dist\/(base|law|log|mark)\/|dist\/(bin|marker|cli-mark|cli-check|cli-verify|cli-rebuild|rooms\/ledger\/rebuild|rooms\/marks\/(cap|engine|look-worker|pool|readers))\.|package\.json$|README|LICENSE)/.test(
          path,
        ),
    ),
    [],
  )
  assert.deepEqual(
    packed.filter((path) => /\.test\.|cases?\.js|corpus/.test(path)),
    [],
  )
})

/** What an outsider writes, the same in Node and in a browser. */
const USE = `
import { examine, outcomeOf, parseKeys, parsePolicy, utf8, tell } from 'saola/log'
import { classify, RULE_SET } from 'saola/law'
import * as mark from 'saola/mark'
export function use({ policy, keys, good, changed }) {
  const trust = { policy: parsePolicy(policy).value, keys: parseKeys(keys).value }
  const came = (text) => outcomeOf(examine(utf8(text), trust))
  const judged = classify(RULE_SET, { screen: 'system' }, '2026-11-02')
  const scanned = mark.scan(new TextEncoder().encode('an umbrella'))
  return [came(good), came(changed), tell(examine(utf8(good), trust)).title.vi, judged.level, RULE_SET.hash, typeof scanned.kind]
}`
const asked = { ...trust, good: file, changed }
const EXPECTED = ['holds', 'wrong', 'Bằng chứng đúng', 'undetermined', RULE_SET.hash, 'string']

test('it is used in Node as it is installed', () => {
  lay('use.js', USE)
  const script = `import { use } from './use.js'; console.log(JSON.stringify(use(JSON.parse(process.argv[1]))))`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(asked)], {
    cwd: home,
    encoding: 'utf8',
  })
  assert.deepEqual(JSON.parse(said), EXPECTED)
})

test('it is used in a browser, bundled, with nothing of Node and without zod', async () => {
  const contents = `${USE}\nglobalThis.use = use`
  const made = await build({
    stdin: { contents, resolveDir: home },
    bundle: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'iife',
    logLevel: 'silent',
  })
  const inputs = Object.keys(made.metafile.inputs)
  assert.deepEqual(
    inputs.filter((path) => !/(saola\/dist\/(base|law|log|mark)\/|@noble\/(curves|hashes)\/|<stdin>)/.test(path)),
    [],
  )
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.setContent('<!doctype html><title>x</title>')
    await page.addScriptTag({ content: made.outputFiles[0]?.text ?? '' })
    const found = await page.evaluate(
      (given) => (globalThis as unknown as { use(g: object): unknown }).use(given),
      asked,
    )
    assert.deepEqual(found, EXPECTED)
  } finally {
    await browser.close()
  }
})

test('its command checks a file without the portal', () => {
  const saola = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(installed, 'dist/bin.js'), ...args], { cwd: home, encoding: 'utf8' })
  const by = ['--policy', 'policy', '--keys', 'jwks.json']
  const good = saola('verify', 'good.tlog-proof', ...by)
  assert.deepEqual([good.status, good.stderr], [0, ''])
  assert.match(good.stdout, /^THE EVIDENCE HOLDS/)
  assert.equal(saola('verify', 'changed.tlog-proof', ...by, '--json').status, 1)
  assert.equal(saola('verify', 'absent', ...by).status, 2)
  assert.match(saola('help').stdout, /verify FILE/)
})

test('its command reads marks with the engine, in a thread of compiled code', async () => {
  const { roots, issuer } = authority('Cổng')
  const subject = { C: 'VN', O: 'Xưởng Ô', CN: 'Xưởng Ô' }
  const photo = jpeg({ comment: 'umbrella '.repeat(50) })
  writeFileSync(join(home, 'marked.jpg'), await signElsewhere(photo, 'image/jpeg', certify({ subject, by: issuer })))
  writeFileSync(join(home, 'photo.jpg'), photo)
  lay('roots.pem', roots)
  const check = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(installed, 'dist/bin.js'), 'check', ...args], { cwd: home, encoding: 'utf8' })
  const good = check('marked.jpg', '--national', 'roots.pem')
  assert.deepEqual([good.status, good.stderr], [0, ''])
  assert.match(good.stdout, /Certificate issued by the portal/)
  assert.equal(check('photo.jpg').status, 1)
  assert.equal(check('absent.jpg').status, 2)
})

test('its declarations tell a program in TypeScript what it is given', () => {
  const program = `import { examine, type Found, type Trust } from 'saola/log'
import { classify, type Judgement } from 'saola/law'
import { scan } from 'saola/mark'
export const look = (bytes: Uint8Array, trust: Trust): Found => examine(bytes, trust)
export const wrong: string = examine(new Uint8Array(), { policy: 1 })
export type Level = Judgement['level']
export const all = [classify, scan]
`
  lay('program.ts', program)
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--skipLibCheck', '--types', '']
  const { stdout } = spawnSync(join(ROOT, 'node_modules/.bin/tsc'), [...flags, 'program.ts'], {
    cwd: home,
    encoding: 'utf8',
  })
  const lines = stdout.split('\n').filter((line) => line.includes('error'))
  assert.ok(lines.length >= 1 && lines.every((line) => line.startsWith('program.ts(5,')), stdout)
})

test('the law names its rules alike with and without Node', () => {
  assert.equal(RULE_SET.hash, hashOf(JSON.parse(JSON.stringify(RULES))))
})
