import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Given, readGiven } from './authority.ts'
import { codeOf, PlainFault } from './db/fault.ts'
import { hasLogKey, hasSecret, hasSigningKey, readPrivateKey, readSecret } from './keys.ts'
import { isKeyName } from './log/key.ts'
import { parsePolicy, type Policy } from './log/policy.ts'

export interface Config {
  readonly mode: 'evaluation' | 'production'
  readonly host: string
  readonly port: number
  /** Without a slash at the end. */
  readonly url: string
  /** How many proxies in front are ours; 0 believes no forwarding header. */
  readonly trustProxy: number
  /** Absent in the evaluation mode, which brings its own server. */
  readonly database?: { readonly app: string; readonly reader: string; readonly owner?: string }
  readonly mail?: { readonly smtp: string; readonly from: string }
  readonly dataDir: string
  readonly files: string
  readonly erasing: { readonly ground: string; readonly backupDays: number }
  readonly openData: { readonly folder: string; readonly publisher: string; readonly days: number }
  readonly markJobs: { readonly hours: number }
  readonly logLevel: string
  readonly signingKey?: string
  readonly siteSecret?: string
  /** The issuer of certificates for marks, where the environment gives it. */
  readonly authority?: Given
  /** The trust list of C2PA as PEM, where the operator keeps a copy of it. */
  readonly c2paRoots?: string
  /** The log of acts: its name as C2SP tlog-checkpoint has it, and who witnesses it. */
  readonly log: { readonly origin: string; readonly key?: string; readonly policy?: Policy }
}

type Env = Readonly<Record<string, string | undefined>>

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const LOOPBACK = ['127.0.0.1', 'localhost', '::1']
const PRODUCTION_ONLY = ['DATABASE_OWNER_URL', 'DATABASE_PUBLIC_URL', 'PUBLIC_URL', 'SMTP_URL']

/** The environment as a config, or one fault that lists everything wrong with it. */
export function readConfig(env: Env): Config {
  const faults: string[] = []
  const production = set(env, 'DATABASE_URL') !== undefined
  const mode = production ? forProduction(env, faults) : forEvaluation(env, faults)
  const config = { ...common(env, faults), ...mode, log: logOf(env, mode.url, faults) }
  if (faults.length > 0) throw new PlainFault(`The configuration has ${count(faults)}:\n- ${faults.join('\n- ')}`)
  return config
}

const count = (faults: readonly string[]): string => (faults.length === 1 ? 'one fault' : `${faults.length} faults`)

/** An empty variable is one that was not set. */
const set = (env: Env, name: string): string | undefined => (env[name]?.trim() ? env[name]?.trim() : undefined)

/** Known by its number only; its articles are not among our sources (confidence D), so an operator may name them. */
const GROUND = 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15'

function common(env: Env, faults: string[]) {
  const dataDir = resolve(set(env, 'DATA_DIR') ?? 'data')
  const logLevel = set(env, 'LOG_LEVEL') ?? 'info'
  if (!LEVELS.includes(logLevel)) faults.push(`LOG_LEVEL must be one of ${LEVELS.join(', ')}.`)
  const signingKey = set(env, 'SAOLA_SIGNING_KEY')
  if (signingKey !== undefined && readPrivateKey(signingKey) === undefined)
    faults.push('SAOLA_SIGNING_KEY must be an Ed25519 private key as JWK or PEM.')
  const siteSecret = set(env, 'SAOLA_SITE_SECRET')
  if (siteSecret !== undefined && readSecret(siteSecret) === undefined)
    faults.push('SAOLA_SITE_SECRET must be 32 bytes as base64url.')
  const authority = authorityOf(env, faults)
  const c2paRoots = rootsOf('SAOLA_C2PA_TRUST', env, faults)
  return {
    host: set(env, 'HOST') ?? '127.0.0.1',
    port: whole(env, 'PORT', 8400, [1, 65_535], faults),
    trustProxy: whole(env, 'TRUST_PROXY', 0, [0, 10], faults),
    dataDir,
    files: join(dataDir, 'files'),
    openData: {
      folder: join(dataDir, 'data'),
      publisher: set(env, 'OPEN_DATA_PUBLISHER') ?? 'Saola',
      days: whole(env, 'OPEN_DATA_DAYS', 30, [1, 9999], faults),
    },
    erasing: {
      ground: set(env, 'ERASURE_GROUND') ?? GROUND,
      backupDays: whole(env, 'BACKUP_DAYS', 35, [0, 9999], faults),
    },
    markJobs: { hours: whole(env, 'MARK_JOB_HOURS', 24, [1, 720], faults) },
    logLevel,
    ...(signingKey === undefined ? {} : { signingKey }),
    ...(siteSecret === undefined ? {} : { siteSecret }),
    ...(authority === undefined ? {} : { authority }),
    ...(c2paRoots === undefined ? {} : { c2paRoots }),
  }
}

/** A list of roots is read when the portal starts: a broken one would make every signer unknown without a word. */
function rootsOf(name: string, env: Env, faults: string[]): string | undefined {
  const file = set(env, name)
  if (file === undefined) return undefined
  try {
    const roots = readFileSync(file, 'utf8')
    const all = roots.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
    if (all.length === 0) faults.push(`${name}: there is no certificate in ${file}.`)
    for (const one of all) new X509Certificate(one)
    return all.join('\n')
  } catch (error) {
    faults.push(
      `${name}: ${file} ${codeOf(error)?.startsWith('ERR_') ? 'holds a broken certificate' : 'cannot be read'}.`,
    )
    return undefined
  }
}

/** Both or neither: a key without its chain signs what nobody can trace to a root. */
function authorityOf(env: Env, faults: string[]): Given | undefined {
  const [key, chain] = [set(env, 'SAOLA_MARK_KEY'), set(env, 'SAOLA_MARK_CHAIN')]
  if (key === undefined && chain === undefined) return undefined
  if (key === undefined || chain === undefined) {
    faults.push('SAOLA_MARK_KEY and SAOLA_MARK_CHAIN are set together or not at all.')
    return undefined
  }
  const [stampKey, certificate] = [set(env, 'SAOLA_MARK_STAMP_KEY'), set(env, 'SAOLA_MARK_STAMP')]
  if ((stampKey === undefined) !== (certificate === undefined))
    faults.push('SAOLA_MARK_STAMP_KEY and SAOLA_MARK_STAMP are set together or not at all.')
  const stamp = stampKey === undefined || certificate === undefined ? undefined : { key: stampKey, certificate }
  try {
    readGiven({ key, chain, ...(stamp === undefined ? {} : { stamp }) })
  } catch (error) {
    if (!(error instanceof PlainFault)) throw error
    faults.push(`SAOLA_MARK_…: ${error.message}`)
  }
  return { key, chain, ...(stamp === undefined ? {} : { stamp }) }
}

/** Named after the place it is served from, so that readers find its files (C2SP tlog-tiles). */
function logOf(env: Env, url: string, faults: string[]): Config['log'] {
  // The evaluation may start on another port tomorrow, and its log must still be the same one.
  const production = set(env, 'DATABASE_URL') !== undefined
  const host = production ? (parse(url)?.host ?? 'localhost') : 'saola-evaluation.invalid'
  const origin = set(env, 'SAOLA_LOG_ORIGIN') ?? `${host}/log`
  if (!isKeyName(origin)) faults.push('SAOLA_LOG_ORIGIN must be a name without spaces and plus signs.')
  const key = set(env, 'SAOLA_LOG_KEY')
  if (key !== undefined && readPrivateKey(key) === undefined)
    faults.push('SAOLA_LOG_KEY must be an Ed25519 private key as JWK or PEM.')
  const policy = policyOf(set(env, 'SAOLA_LOG_POLICY'), faults)
  return { origin, ...(key === undefined ? {} : { key }), ...(policy === undefined ? {} : { policy }) }
}

function policyOf(file: string | undefined, faults: string[]): Policy | undefined {
  if (file === undefined) return undefined
  try {
    const read = parsePolicy(readFileSync(file, 'utf8'))
    const nowhere = read.ok ? read.value.witnesses.filter(({ url }) => !URL.canParse(url ?? '')) : []
    if (!read.ok) {
      const { code, facts } = read.refusals[0] ?? { code: 'log.policy-line' }
      faults.push(
        `SAOLA_LOG_POLICY: ${file} is not a policy as C2SP tlog-policy has it (${code}, line ${facts?.line ?? '–'}).`,
      )
    }
    for (const { name } of nowhere) faults.push(`SAOLA_LOG_POLICY: the witness ${name} has no address.`)
    return read.ok ? read.value : undefined
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    faults.push(`SAOLA_LOG_POLICY: ${file} cannot be read.`)
    return undefined
  }
}

function whole(env: Env, name: string, otherwise: number, [least, most]: [number, number], faults: string[]): number {
  const text = set(env, name)
  if (text === undefined) return otherwise
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  faults.push(`${name} must be a whole number from ${least} to ${most}.`)
  return otherwise
}

/** Made-up accounts with known passwords: this mode never leaves the machine. */
function forEvaluation(env: Env, faults: string[]) {
  const host = set(env, 'HOST') ?? '127.0.0.1'
  if (!LOOPBACK.includes(host))
    faults.push(
      `HOST is ${host}, but without DATABASE_URL this is the evaluation mode, which listens on 127.0.0.1, ::1 or localhost only.`,
    )
  const meant = PRODUCTION_ONLY.filter((name) => set(env, name) !== undefined)
  if (meant.length > 0)
    faults.push(`DATABASE_URL is missing, although ${meant.join(' and ')} ${meant.length > 1 ? 'are' : 'is'} set.`)
  const port = set(env, 'PORT') ?? '8400'
  return { mode: 'evaluation' as const, url: `http://${host === '::1' ? '[::1]' : host}:${port}` }
}

function forProduction(env: Env, faults: string[]) {
  const app = databaseUrl(env, 'DATABASE_URL', 'saola_app', faults)
  const reader = databaseUrl(env, 'DATABASE_PUBLIC_URL', 'saola_public', faults)
  const owner = set(env, 'DATABASE_OWNER_URL')
  if (owner !== undefined && !isPostgres(owner)) faults.push('DATABASE_OWNER_URL must begin with postgres://.')
  wantKeys(env, faults)
  return {
    mode: 'production' as const,
    url: publicUrl(env, faults),
    database: { app, reader, ...(owner === undefined ? {} : { owner }) },
    mail: { smtp: smtpUrl(env, faults), from: needed(env, 'MAIL_FROM', 'the address mails come from', faults) },
  }
}

function wantKeys(env: Env, faults: string[]): void {
  const dataDir = resolve(set(env, 'DATA_DIR') ?? 'data')
  const make = '`npm run saola -- keys` makes one in DATA_DIR/keys'
  if (set(env, 'SAOLA_SIGNING_KEY') === undefined && !hasSigningKey(dataDir))
    faults.push(`There is no signing key: set SAOLA_SIGNING_KEY, or ${make}.`)
  if (set(env, 'SAOLA_SITE_SECRET') === undefined && !hasSecret(dataDir))
    faults.push(`There is no site secret: set SAOLA_SITE_SECRET, or ${make}.`)
  if (set(env, 'SAOLA_LOG_KEY') === undefined && !hasLogKey(dataDir))
    faults.push(`There is no key for the log: set SAOLA_LOG_KEY, or ${make}.`)
}

function needed(env: Env, name: string, what: string, faults: string[]): string {
  const value = set(env, name)
  if (value === undefined) faults.push(`${name} is missing: ${what}.`)
  return value ?? ''
}

const parse = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined)
const isPostgres = (text: string): boolean => /^postgres(ql)?:$/.test(parse(text)?.protocol ?? '')

function databaseUrl(env: Env, name: string, role: string, faults: string[]): string {
  const text = needed(env, name, `postgres://${role}:…@host/database`, faults)
  if (text === '') return text
  const url = parse(text)
  if (url === undefined || !isPostgres(text)) faults.push(`${name} must begin with postgres://.`)
  else if (url.username !== role)
    faults.push(`${name} must sign in as ${role}, the role the migrations grant rights to.`)
  else if (url.password === '') faults.push(`${name} must carry a password: npm run db:prepare gives it to the role.`)
  return text
}

function publicUrl(env: Env, faults: string[]): string {
  const text = needed(env, 'PUBLIC_URL', 'where people find the portal, such as https://saola.example.vn', faults)
  const url = parse(text)
  const local = LOOPBACK.includes(url?.hostname ?? '')
  if (text !== '' && (url === undefined || (url.protocol !== 'https:' && !(local && url.protocol === 'http:'))))
    faults.push('PUBLIC_URL must begin with https://.')
  else if (url !== undefined && (url.pathname !== '/' || url.search !== '' || url.hash !== ''))
    faults.push('PUBLIC_URL must be a host only, without a path.')
  return url?.origin ?? ''
}

function smtpUrl(env: Env, faults: string[]): string {
  const text = needed(env, 'SMTP_URL', 'smtps://user:password@host, through which mails leave', faults)
  if (text !== '' && !/^smtps?:$/.test(parse(text)?.protocol ?? ''))
    faults.push('SMTP_URL must begin with smtp:// or smtps://.')
  return text
}
