import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OFFICES, ROUTES } from '../../src/app.tsx'
import { complaintsOf } from '../../src/casework/walk.ts'

const PROCEDURES = OFFICES.map(({ procedure }) => procedure)

test('every procedure says in each of its states who holds a file, what comes next and by when, in both languages', () => {
  assert.ok(PROCEDURES.length > 1)
  assert.deepEqual(PROCEDURES.flatMap(complaintsOf), [])
})

test('no two procedures share a name, an address or the letters of their numbers', () => {
  const alone = (of: (p: (typeof PROCEDURES)[number]) => string): void =>
    assert.equal(new Set(PROCEDURES.map(of)).size, PROCEDURES.length, PROCEDURES.map(of).join(', '))
  alone((p) => p.id)
  alone((p) => p.path)
  alone((p) => p.prefix)
  alone((p) => p.name.vi)
  alone((p) => p.name.en)
})

test('no two documents of the portal begin their numbers with the same letters', () => {
  const prefixes = PROCEDURES.flatMap((p) => [
    p.prefix,
    ...Object.values(p.verbs).flatMap(({ document }) => document?.prefix ?? []),
  ])
  assert.deepEqual(
    prefixes.filter((prefix, n) => prefixes.indexOf(prefix) !== n),
    [],
  )
})

test('an effect of a room belongs to a verb of its procedure', () => {
  for (const { procedure, effects = {} } of OFFICES)
    for (const verb of Object.keys(effects)) assert.ok(procedure.verbs[verb], `${procedure.id}: ${verb}`)
})

test('every procedure has its start page and its file among the pages of the portal', () => {
  const paths = new Set(ROUTES.filter(({ kind }) => kind === 'page').map(({ method, path }) => `${method} ${path}`))
  for (const { path } of PROCEDURES)
    for (const page of [`get /${path}`, `post /${path}`, `get /${path}/{number}`, `post /${path}/{number}/do/{verb}`])
      assert.ok(paths.has(page), page)
})
