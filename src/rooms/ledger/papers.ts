import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { canonical, type Json } from '../../base/canonical.ts'
import { hashOf } from '../../base/hash.ts'
import { codeOf } from '../../db/fault.ts'
import type { Database, Kit } from '../../db/kit.ts'
import { pathOf } from '../systems/actions.ts'
import * as store from './papers-store.ts'
import type { Finding } from './schema.ts'

type Told = (finding: Finding) => void

/** What hangs on the acts: bytes of files, dossiers, receipts, documents, rule sets. Gives how many were looked at. */
export async function checkPapers(kit: Pick<Kit, 'db' | 'site' | 'keys'>, told: Told): Promise<Record<string, number>> {
  return {
    'attached files': await checkBytes(kit, told),
    'dossier versions': await checkDossiers(kit.db, told),
    'signed papers': await checkSigned(kit, told),
    'rule sets': await checkRuleSets(kit.db, told),
  }
}

const altered = (where: string, says: string): Finding => ({ kind: 'altered', where, says })

async function checkBytes({ db, site }: Pick<Kit, 'db' | 'site'>, told: Told): Promise<number> {
  let n = 0
  for await (const { of, id, sha256 } of store.attachedFiles(db)) {
    n += 1
    const found = await hashOfFile(pathOf(site.files, sha256))
    if (found === undefined)
      told({ kind: 'missing', where: `${of} ${id}`, says: `Its bytes (${sha256}) are not in the content store.` })
    else if (found !== sha256)
      told(altered(`${of} ${id}`, `Its bytes in the content store are not those of ${sha256}.`))
  }
  return n
}

async function hashOfFile(path: string): Promise<string | undefined> {
  const sum = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) sum.update(chunk as Buffer)
    return sum.digest('hex')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Answers and files of a dossier against its hash, and the hash against the event the log committed to. */
async function checkDossiers(db: Database, told: Told): Promise<number> {
  let n = 0
  for await (const row of store.dossierVersions(db)) {
    n += 1
    const where = `dossier_version ${row.system} version ${row.version}`
    if (row.promised !== row.hash) told(altered(where, 'Its hash is not the one the event recorded (column hash).'))
    else if (!possibleFiles(row).some((attachments) => hashOf({ answers: row.answers, attachments }) === row.hash))
      told(
        altered(
          where,
          'Its answers, or the files beside it, are not those of its hash (column answers, table attachment).',
        ),
      )
  }
  return n
}

/** The files that stood beside a version. Where something happened in its very millisecond, both are possible. */
function possibleFiles({ attachments, at }: store.VersionRow): { kind: string; sha256: string }[][] {
  let sets: (typeof attachments)[] = [[]]
  for (const file of attachments) {
    const there = file.added_at <= at && (file.removed_at === null || file.removed_at >= at)
    const sure = there && file.added_at !== at && file.removed_at !== at
    if (there) sets = sets.flatMap((set) => (sure ? [[...set, file]] : [[...set, file], set]))
  }
  return sets
    .slice(0, 64)
    .flatMap((set) => orders(set).map((files) => files.map(({ kind, sha256 }) => ({ kind, sha256 }))))
}

/** Files are listed by the moment they were added; those of one moment in any order. */
function orders<T extends { readonly added_at: string }>(files: readonly T[]): T[][] {
  const [first] = files
  if (first === undefined) return [[]]
  const firsts = files.filter(({ added_at }) => added_at === first.added_at).slice(0, 4)
  return firsts.flatMap((one) => orders(files.filter((file) => file !== one)).map((rest) => [one, ...rest]))
}

/** Signed papers: the signature, the content it is over, and the columns that repeat it. */
async function checkSigned({ db, keys }: Pick<Kit, 'db' | 'keys'>, told: Told): Promise<number> {
  const known = new Map(keys.publicKeys().keys.map((key) => [(key as { kid: string }).kid, readKey(key)]))
  let n = 0
  for await (const { of, number, content, jws, columns, erased } of store.signedPapers(db)) {
    n += 1
    const where = `${of} ${number}`
    // What was left of it is held by the leaf of its tombstone, as every act is.
    if (erased !== null) continue
    const [header = '', payload = '', signature = ''] = jws.split('.')
    const key = known.get(kidOf(header))
    const says = Buffer.from(canonical(content))
    if (key === undefined) told({ kind: 'unproven', where, says: 'No key of this portal has signed it.' })
    else if (!verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url')))
      told(altered(where, 'Its signature does not hold (column jws).'))
    else if (!Buffer.from(payload, 'base64url').equals(says))
      told(altered(where, `Its content is not what was signed (column ${of === 'notice' ? 'receipt' : 'content'}).`))
    const signed = content as Readonly<Record<string, Json>>
    for (const [name, value] of Object.entries(columns))
      if (signed[name] !== value) told(altered(where, `The column for ${name} is not what was signed.`))
  }
  return n
}

const readKey = (jwk: Json): KeyObject => createPublicKey({ key: jwk as Record<string, string>, format: 'jwk' })

function kidOf(header: string): string {
  try {
    return String((JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid?: unknown }).kid)
  } catch {
    // No header, no key.
    return ''
  }
}

/** A rule set is named by its content. */
async function checkRuleSets(db: Database, told: Told): Promise<number> {
  const rows = await store.listRuleSetBodies(db)
  for (const { id, body } of rows) {
    const { id: _, hash: __, ...rules } = body as Readonly<Record<string, Json>>
    if (id !== `rs-${hashOf(rules).slice(0, 16)}`)
      told(altered(`rule_set ${id}`, 'Its rules are not those it is named by.'))
  }
  return rows.length
}
