import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { sha256 as hashOf } from './base/hash.ts'
import { dayOf } from './base/day.ts'
import type { Lang } from './base/text.ts'
import { CannotLook } from './cli-verify.ts'
import { type Cite, citeText } from './law/cite.ts'
import type { TrustList } from './mark/c2pa.ts'
import { packsOn, type Pack } from './mark/lint-packs.ts'
import { type Looked, lookupOf } from './mark/look.ts'
import { answersOf, asJson, type Report } from './mark/report.ts'
import { R, STOPPED } from './mark/report-words.ts'
import { showAt } from './mark/sheet.ts'
import { sarif } from './mark/sarif.ts'
import { type Pair, pairsOf } from './mark/sidecar.ts'
import { compared } from './mark/registered.ts'
import type { RegisterState } from './mark/signed.ts'
import { ABOUT_WORDS, DISAGREE, LIMITED, QUESTIONS } from './mark/verdict-words.ts'
import { withRegister } from './mark/verdict.ts'
import { closeReaders, lookApart } from './rooms/marks/readers.ts'

export const CHECK_HELP = `  check FILE…          read the marks of AI in files, sending nothing of them anywhere
    --strict             warnings count as findings, and so does what could not be read whole
    --format FORMAT      text, json, csv or sarif (text)
    --national FILE      roots of the national list, as PEM (without it: that of DATA_DIR)
    --c2pa FILE          the trust list of C2PA, as PEM (without it: SAOLA_C2PA_TRUST)
    --roots FILE         roots you trust yourself, as PEM
    --sidecar FILE       the manifest of the one file (without it: FILE.c2pa, or the same name as .c2pa, beside it)
    --register URL       ask this portal about the numbers in a mark, and about nothing else
    --lang vi|en         in which language it is said
                         (exit code 0: marked as asked and nothing wrong, 1: a finding, 2: could not look)
`

/** The engine holds the whole file in a bounded memory. */
const MOST = 200 * 1_048_576
const FORMATS = ['text', 'json', 'csv', 'sarif'] as const
type Format = (typeof FORMATS)[number]

interface Options {
  readonly files: readonly string[]
  readonly strict: boolean
  readonly format: Format
  readonly lang: Lang
  readonly lists: readonly TrustList[]
  readonly register: string | undefined
  readonly sidecar: string | undefined
}

/** Checks files one after the other, each in a thread of its own. Gives the exit code and what to print where. */
export async function checkCommand(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  now = new Date().toISOString(),
): Promise<{ readonly code: number; readonly says: string; readonly faults: readonly string[] }> {
  const faults: string[] = []
  const reports: Report[] = []
  try {
    const options = checkOptions(args, env)
    const packs = packsOn(dayOf(now))
    for (const pair of withSidecars(options)) {
      const report = await checkOne(pair, options, packs, now).catch((fault: unknown) => {
        if (!(fault instanceof CannotLook)) throw fault
        faults.push(fault.message)
      })
      if (report !== undefined) reports.push(report)
    }
    const found = reports.some(({ looked }) => isFinding(looked, options.strict))
    return { code: faults.length > 0 ? 2 : found ? 1 : 0, says: printed(reports, options, packs), faults }
  } catch (fault) {
    if (!(fault instanceof CannotLook)) throw fault
    return { code: 2, says: '', faults: [fault.message] }
  } finally {
    await closeReaders()
  }
}

function checkOptions(args: readonly string[], env: NodeJS.ProcessEnv): Options {
  const { values, positionals: files } = parsed(args)
  const format = FORMATS.find((one) => one === values.format)
  if (files.length === 0) throw new CannotLook('check needs at least one file.')
  if (format === undefined) throw new CannotLook(`--format is one of ${FORMATS.join(', ')}.`)
  if (values.lang !== 'vi' && values.lang !== 'en') throw new CannotLook('--lang is vi or en.')
  if (values.register !== undefined && !URL.canParse(values.register))
    throw new CannotLook('--register is the address of a portal, such as https://saola.example.vn.')
  const own = join(env.DATA_DIR ?? 'data', 'keys', 'mark-root.pem')
  const national = values.national ?? (existsSync(own) ? own : undefined)
  const lists = [
    ...list('national', national),
    ...list('c2pa', values.c2pa ?? env.SAOLA_C2PA_TRUST),
    ...list('other', values.roots),
  ]
  const { lang, strict, register, sidecar } = values
  return { files, format, lang, strict, lists, register, sidecar }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        strict: { type: 'boolean', default: false },
        format: { type: 'string', default: 'text' },
        lang: { type: 'string', default: 'en' },
        national: { type: 'string' },
        c2pa: { type: 'string' },
        roots: { type: 'string' },
        register: { type: 'string' },
        sidecar: { type: 'string' },
      },
    })
  } catch (error) {
    // What parseArgs throws is one sentence for who typed it.
    throw error instanceof TypeError ? new CannotLook(error.message) : error
  }
}

const list = (trust: TrustList['trust'], file: string | undefined): readonly TrustList[] => {
  if (file === undefined || file === '') return []
  const roots = read(file).toString()
  if (!roots.includes('-----BEGIN CERTIFICATE-----')) throw new CannotLook(`There is no certificate in ${file}.`)
  return [{ trust, roots }]
}

function read(file: string): Buffer {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found?.isFile() !== true) throw new CannotLook(`There is no file ${file}.`)
  if (found.size > MOST) throw new CannotLook(`${file} is larger than ${MOST / 1_048_576} MB.`)
  try {
    return readFileSync(file)
  } catch {
    throw new CannotLook(`${file} cannot be read.`)
  }
}

type Named = { readonly name: string }

/** Each file with the manifest beside it: the one that was named, one of those that were listed, or one that lies there. */
function withSidecars({ files, sidecar }: Options): readonly Pair<Named>[] {
  if (sidecar !== undefined && files.length !== 1) throw new CannotLook('--sidecar goes with one file.')
  return pairsOf(files.map((name) => ({ name }))).map((pair) => {
    const { name } = pair.file
    const near = [`${name}.c2pa`, `${name.slice(0, name.length - extname(name).length)}.c2pa`]
    const found = sidecar ?? pair.sidecar?.name ?? near.find((file) => file !== name && existsSync(file))
    return found === undefined ? pair : { file: pair.file, sidecar: { name: found } }
  })
}

async function checkOne(pair: Pair<Named>, options: Options, packs: readonly Pack[], at: string): Promise<Report> {
  const file = pair.file.name
  const bytes = Uint8Array.from(read(file))
  const beside = pair.sidecar && { name: pair.sidecar.name, bytes: Uint8Array.from(read(pair.sidecar.name)) }
  const seen = await lookApart({ bytes, lists: options.lists, packs, ...(beside && { sidecar: beside.bytes }) })
  if (seen === 'busy') throw new CannotLook(`${file} took too long.`)
  const { looked, sha256 } = seen
  const lookup = options.register === undefined ? undefined : lookupOf(looked)
  const state =
    lookup === undefined
      ? undefined
      : compared(await stateOf(options.register ?? '', new URLSearchParams({ ...lookup })), { sha256 })
  return {
    file: { name: file, size: bytes.length, sha256 },
    ...(beside && { sidecar: { name: beside.name, size: beside.bytes.length, sha256: hashOf(beside.bytes) } }),
    at,
    looked: state === undefined ? looked : { ...looked, verdict: withRegister(looked.verdict, state) },
    ...(state === undefined ? {} : { register: state }),
  }
}

async function stateOf(register: string, query: URLSearchParams): Promise<RegisterState> {
  const address = new URL(`/api/v1/marks/state?${query}`, register)
  const response = await fetch(address, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined)
  if (!response?.ok) throw new CannotLook(`${address.origin} does not answer about the numbers in a mark.`)
  return (await response.json()) as RegisterState
}

const WRONG = ['content-differs', 'revoked', 'recalled', 'suspended', 'id-conflict']

/** Not marked as the rules ask, or a mark that no longer holds. */
function isFinding({ verdict, findings, stopped }: Looked, strict: boolean): boolean {
  if (verdict.intact === 'changed' || verdict.signer === 'invalid' || WRONG.includes(verdict.register)) return true
  if (findings.some(({ rule }) => rule.level === 'error' || (strict && rule.level === 'warning'))) return true
  const doubtful = verdict.intact === 'unreadable' || verdict.register === 'unknown-id'
  return strict && (doubtful || stopped !== undefined || verdict.disagreements.length > 0)
}

function printed(reports: readonly Report[], { format, lang }: Options, packs: readonly Pack[]): string {
  if (format === 'json') return JSON.stringify(reports.map(asJson), null, 2)
  if (format === 'csv') return csv(reports)
  if (format === 'text') return reports.map((report) => text(report, lang)).join('\n\n')
  const files = reports.map(({ file, looked }) => ({ uri: encodeURI(file.name), findings: looked.findings }))
  return JSON.stringify(sarif(files, packs, lang), null, 2)
}

/** A file from anywhere writes neither lines nor commands to a terminal of its own. */
const oneLine = (said: string): string => said.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD')

function text({ file, sidecar, looked, register }: Report, lang: Lang): string {
  const { verdict, signed, findings, stopped } = looked
  const width = Math.max(...Object.values(QUESTIONS).map((question) => question[lang].length)) + 2
  const row = (name: string, value: string): string => `  ${name.padEnd(width)}${oneLine(value)}`
  const answers = Object.entries(answersOf(verdict)).flatMap(([question, { title, not }]) => [
    row(QUESTIONS[question as 'found'][lang], title[lang]),
    row('', not[lang]),
  ])
  const signer = signed.flatMap((reading) => reading.signer ?? [])[0]
  const facts: readonly (readonly [string, string | undefined])[] = [
    [R.sidecar[lang], sidecar?.name],
    [R.signer[lang], signer && [signer.name, signer.organisation].filter(Boolean).join(', ')],
    [R.stampedAt[lang], stampedIn(signed, lang)],
    [R.aiId[lang], verdict.registration?.aiId],
    [R.contentId[lang], verdict.registration?.contentId],
    [R.asOf[lang], register?.asOf],
    [R.engines[lang], [verdict.judge, ...verdict.engines].map(({ name, version }) => `${name} ${version}`).join(', ')],
  ]
  return [
    oneLine(file.name),
    `  ${ABOUT_WORDS[verdict.about][lang]}`,
    ...answers,
    ...facts.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [row(name, value)])),
    ...(stopped === undefined ? [] : [`  ! ${STOPPED[stopped][lang]}`]),
    ...(verdict.disagreements.length === 0 ? [] : [`  ! ${DISAGREE[lang]}`]),
    ...(verdict.limits.length === 0 ? [] : [`  ! ${LIMITED[lang]}`]),
    ...findings.map(({ rule, value }) => {
      const by = rule.cite === undefined ? '' : ` (${citeText(rule.cite as Cite, lang)})`
      return `  ${rule.id} ${R.level[rule.level][lang]}: ${oneLine(`${rule.title[lang]}${value ? `: ${value}` : ''}${by}`)}`
    }),
  ].join('\n')
}

const stampedIn = (signed: Looked['signed'], lang: Lang): string | undefined => {
  const { stampedAt, stampedBy = R.stampedBySomeone[lang] } = signed.find((reading) => reading.stampedAt) ?? {}
  return stampedAt && `${showAt(stampedAt, lang)}, ${stampedBy}`
}

const COLUMNS = [
  ...['file', 'sha256', 'size', 'kind', 'found', 'about', 'intact', 'signer', 'register', 'aiId', 'contentId'],
  ...['organisation', 'rules', 'engines', 'stampedAt'],
]

function csv(reports: readonly Report[]): string {
  const rows = reports.map(({ file, looked: { verdict, signed, findings } }) => [
    ...[file.name, file.sha256, String(file.size), verdict.kind, verdict.found, verdict.about, verdict.intact],
    ...[verdict.signer, verdict.register, verdict.registration?.aiId, verdict.registration?.contentId],
    signed.flatMap((reading) => reading.signer?.organisation ?? [])[0],
    findings.map(({ rule }) => `${rule.id} ${rule.level}`).join(' '),
    [verdict.judge, ...verdict.engines].map(({ name, version }) => `${name}/${version}`).join(' '),
    signed.flatMap(({ stampedAt }) => stampedAt ?? [])[0],
  ])
  return [COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
}

/** Quoted where it must be; what a spreadsheet would take for a formula is made text (OWASP, CSV injection). */
function cell(value: string | undefined): string {
  const said = (value ?? '').replace(/^[=+\-@\t\r]/, "'$&")
  return /[",\r\n]/.test(said) ? `"${said.replaceAll('"', '""')}"` : said
}
