import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Lang } from './base/text.ts'
import { MAX_EVIDENCE, type Trust } from './log/evidence.ts'
import { examine, type Found } from './log/examine.ts'
import { asKey, parseKeys, type PublicJwk } from './log/jws.ts'
import { parsePolicy, type Policy } from './log/policy.ts'
import { tell, type Told } from './log/words.ts'
import { readJson } from './log/json.ts'

export const VERIFY_HELP = `  verify FILE          check a proof of recording (.tlog-proof), asking nobody
    --policy FILE        whom to trust: C2SP tlog-policy, as at /log/policy of the portal
    --keys FILE          keys that sign receipts and documents, as at /.well-known/jwks.json
                         (without these two: those of DATA_DIR)
    --lang vi|en         in which language it is said
    --json               for programs
                         (exit code 0: it holds, 1: it does not, 2: could not look)
`

/** Why it could not be looked at, in one sentence for who typed the command. */
export class CannotLook extends Error {}

/** Checks one file without network, database or portal. Gives the exit code and what to print. */
export function verifyCommand(args: readonly string[], env: NodeJS.ProcessEnv): { code: number; says: string } {
  try {
    const { file, policy, keys, lang, json } = verifyOptions(args)
    const trust = trustFrom(policy, keys, env.DATA_DIR ?? 'data')
    const found: Found =
      (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_EVIDENCE
        ? { is: 'unreadable', refusals: [{ code: 'log.evidence-too-long' }] }
        : examine(read(file), trust)
    const told = tell(found)
    return { code: told.tone === 'good' ? 0 : 1, says: json ? asJson(found, told) : asText(told, lang) }
  } catch (error) {
    if (!(error instanceof CannotLook)) throw error
    return { code: 2, says: error.message }
  }
}

function verifyOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        policy: { type: 'string' },
        keys: { type: 'string' },
        lang: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
      },
    })
    const [file, more] = positionals
    if (file === undefined || more !== undefined) throw new CannotLook('verify needs one file.')
    if (values.lang !== 'vi' && values.lang !== 'en') throw new CannotLook('--lang is vi or en.')
    const lang: Lang = values.lang
    return { ...values, lang, file }
  } catch (error) {
    // What parseArgs throws is one sentence for who typed it.
    throw error instanceof TypeError ? new CannotLook(error.message) : error
  }
}

/** Trust is never taken from the file that is checked: it is given, or it is that of the portal beside us. */
export function trustFrom(policyFile: string | undefined, keysFile: string | undefined, dataDir: string): Trust {
  const own = join(dataDir, 'log', 'policy')
  if (policyFile === undefined && !existsSync(own))
    throw new CannotLook(
      'Say whom you trust: --policy FILE, fetched once from /log/policy of the portal, and --keys FILE from /.well-known/jwks.json.',
    )
  const keys = keysFile === undefined ? ownKeys(join(dataDir, 'keys')) : keysIn(keysFile)
  return { policy: policyIn(policyFile ?? own), keys }
}

function policyIn(file: string): Policy {
  const policy = parsePolicy(text(file))
  if (policy.ok) return policy.value
  const { code, facts } = policy.refusals[0] ?? { code: 'log.policy-line' }
  throw new CannotLook(`${file} is not a policy as C2SP tlog-policy has it (${code}, line ${facts?.line ?? '–'}).`)
}

function keysIn(file: string): readonly PublicJwk[] {
  const keys = parseKeys(text(file))
  if (!keys.ok) throw new CannotLook(`${file} is not a set of keys as RFC 7517 has it.`)
  return keys.value
}

const ownKeys = (folder: string): PublicJwk[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.public.json'))
    .flatMap((name) => asKey(readJson(text(join(folder, name))) ?? null) ?? [])

const text = (file: string): string => read(file).toString()

function read(file: string): Buffer {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) throw new CannotLook(`There is no file ${file}.`)
  try {
    return readFileSync(file)
  } catch {
    throw new CannotLook(`${file} cannot be read.`)
  }
}

const MARK: Readonly<Record<Told['tone'], string>> = { good: '+', open: '?', wrong: '!' }

function asText(told: Told, lang: Lang): string {
  const width = Math.max(0, ...[...told.facts, ...told.technical].map(({ name }) => name[lang].length)) + 2
  return [
    told.title[lang].toUpperCase(),
    told.means[lang],
    told.todo[lang],
    ...(told.facts.length === 0 ? [] : ['']),
    ...told.facts.map(({ name, value }) => `  ${name[lang].padEnd(width)}${oneLine(value[lang])}`),
    ...(told.checks.length === 0 ? [] : ['']),
    ...told.checks.map(({ name, answer, tone }) => `  ${MARK[tone]} ${oneLine(`${name[lang]}: ${answer[lang]}`)}`),
    ...(told.technical.length === 0 ? [] : ['']),
    ...told.technical.map(({ name, value }) => `  ${name[lang].padEnd(width)}${oneLine(value)}`),
  ].join('\n')
}

/** A file from anywhere writes neither lines nor commands to a terminal of its own. */
const oneLine = (said: string): string => said.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD')

const asJson = (found: Found, { came }: Told): string =>
  JSON.stringify(
    found.is === 'evidence'
      ? { came, ...found.judgement, entry: found.evidence.entry, opened: found.evidence.opened }
      : { came, holds: false, ...(found.is === 'unreadable' ? { refusals: found.refusals } : {}) },
    null,
    2,
  )
