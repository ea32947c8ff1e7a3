import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ROUTES } from '../src/app.tsx'
import { type Actor, type Member, type PartyId, SCOPES, type UnitId } from '../src/base/actor.ts'
import { allows } from '../src/web/route.ts'

const person = (acting: Member['role'] | null, seat: 'officer' | 'chief' | 'administrator' | null): Actor => ({
  kind: 'person',
  account: 'a' as never,
  name: 'Lan',
  email: 'lan@thuvien.example',
  lang: 'vi',
  acting: acting && { party: 'p' as PartyId, name: 'Thư viện Ô', role: acting },
  seat: seat && { unit: 'u' as UnitId, kind: 'most', role: seat },
})
const program = (scope: (typeof SCOPES)[number]): Actor => ({
  kind: 'program',
  key: 'k',
  acting: { party: 'p' as PartyId, name: 'Thư viện Ô', role: 'filer' },
  scopes: [scope],
})

const ROLES: readonly (readonly [string, Actor])[] = [
  ['visitor', { kind: 'visitor' }],
  ['person', person(null, null)],
  ['viewer', person('viewer', null)],
  ['filer', person('filer', null)],
  ['owner', person('owner', null)],
  ['officer', person(null, 'officer')],
  ['chief', person(null, 'chief')],
  ['administrator', person(null, 'administrator')],
  ...SCOPES.map((scope) => [scope, program(scope)] as const),
]

const FILE = join(import.meta.dirname, 'permissions.txt')

/** Of the column of addresses: fixed, so that a long new one does not change every line. */
const WIDTH = 80

function table(): string {
  const rows = ROUTES.map((r) => [
    `${r.method.toUpperCase()} ${r.kind === 'api' ? '/api/v1' : ''}${r.path}`,
    ...ROLES.map(([, actor]) => (allows(r.who, actor) ? 'x' : '.')),
  ])
  const all = [['route', ...ROLES.map(([role]) => role)], ...rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))]
  return `${all.map(([route = '', ...cells]) => [route.padEnd(WIDTH), ...cells.map((cell, i) => cell.padEnd(ROLES[i]?.[0].length ?? 1))].join('  ').trimEnd()).join('\n')}\n`
}

test('who may knock at which door: a change shows in permissions.txt (rewrite it with UPDATE=1)', () => {
  const now = table()
  if (process.env.UPDATE === '1') writeFileSync(FILE, now)
  assert.equal(now, readFileSync(FILE, 'utf8'))
})

test('every route has a name of its own and its own address', () => {
  const names = ROUTES.map((r) => r.name)
  assert.deepEqual(
    names.filter((n, i) => names.indexOf(n) !== i),
    [],
  )
  const places = ROUTES.map((r) => `${r.kind} ${r.method} ${r.path}`)
  assert.deepEqual(
    places.filter((p, i) => places.indexOf(p) !== i),
    [],
  )
})
