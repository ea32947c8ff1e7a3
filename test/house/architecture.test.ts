import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { test } from 'node:test'

const SRC = join(import.meta.dirname, '../../src')

/** Floors, lowest first. A file may use its own room and any lower floor; never sideways, never up. */
const FLOORS = [['base'], ['law', 'mark', 'log', 'db'], ['web', 'post'], ['casework'], ['rooms', 'browser'], ['roof']]
/** Rooms in the order knowledge flows: a later room may call an earlier one. */
const ROOMS = [
  ...['parties', 'statute', 'systems', 'assessment', 'classification', 'inventory'],
  ...['guidance', 'conformity', 'incidents', 'supervision', 'inspections', 'violations', 'damage', 'impact'],
  ...['sandbox', 'support', 'datasets', 'plan', 'petitions', 'marks', 'ledger', 'register', 'erasure', 'home'],
]
const DOORS = ['schema.ts', 'actions.ts']
const NOT_FOR_BROWSERS = ['db', 'web']
const ROOF = [
  ...['main.ts', 'app.ts', 'app.tsx', 'cli.ts', 'world.ts', 'config.ts', 'keys.ts', 'lock.ts'],
  ...['portal.ts', 'health.ts', 'journal.ts', 'bin.ts', 'cli-check.ts', 'cli-verify.ts', 'cli-rebuild.ts'],
  ...['authority.ts', 'stamp.ts', 'x509.ts', 'cli-erase.ts', 'marker.ts', 'cli-mark.ts'],
]
/** Inside a room knowledge flows one way too. */
const ORDER = ['schema.ts', 'words.ts', 'rules.ts', 'procedure.ts', 'store.ts', 'actions.ts']
/** Libraries that only some places may name. */
const RIM: readonly (readonly [library: RegExp, places: RegExp])[] = [
  [/^(hono|@hono)\b/, /^(web\/|casework\/pages|rooms\/[^/]+\/(pages|api)|app\.tsx?$|main\.ts$|health\.ts$)|\.tsx$/],
  [/^(pg|kysely)$/, /^(db\/|web\/once\.ts$|health\.ts$)|store\.ts$/],
  [/^zod$/, /schema\.ts$|\/api(-\w+)?\.ts$|\/pages\.tsx$|^(web|base)\/|^casework\/form\.ts$/],
]

interface Place {
  readonly part: string
  readonly room: string
  readonly name: string
}

function place(file: string): Place {
  const [top = '', second = ''] = file.split('/')
  return { part: ROOF.includes(file) ? 'roof' : top, room: second, name: file.split('/').at(-1) ?? '' }
}
const height = (part: string): number => FLOORS.findIndex((floor) => floor.includes(part))
const planned = (p: Place): boolean => height(p.part) >= 0 && (p.part !== 'rooms' || ROOMS.includes(p.room))

function complaint(from: string, to: string): string | undefined {
  const [a, b] = [place(from), place(to)]
  if (!planned(a) || !planned(b)) return `${from} → ${to}: not a room on the plan`
  if (a.part === 'browser' && NOT_FOR_BROWSERS.includes(b.part)) return `${from}: ${b.part} stays on the server`
  if (height(b.part) < height(a.part)) return undefined
  if (a.part !== b.part) return `${from} reaches up or sideways to ${to}`
  return a.part === 'rooms' ? amongRooms(from, to) : undefined
}

function amongRooms(from: string, to: string): string | undefined {
  const [a, b] = [place(from), place(to)]
  if (a.room !== b.room) {
    if (ROOMS.indexOf(b.room) > ROOMS.indexOf(a.room)) return `${a.room} may not know ${b.room}`
    return DOORS.includes(b.name) ? undefined : `${from} enters ${b.room} by ${b.name}, not by a door`
  }
  const [i, j] = [ORDER.indexOf(a.name), ORDER.indexOf(b.name)]
  if (i >= 0 && j > i) return `${from} knows ${b.name}, which comes after it in the room`
  return /^(pages\.tsx|api\.ts)$/.test(b.name) && i >= 0 ? `${from} knows the rim of its own room` : undefined
}

/** Static, re-exporting, type-only and dynamic imports alike: an arrow is an arrow. */
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"\n]+)['"]/g

interface Arrow {
  readonly from: string
  readonly spec: string
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
)
const code = (file: string): string => readFileSync(join(SRC, file), 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')
const arrows: Arrow[] = files.flatMap((from) =>
  [...code(from).matchAll(IMPORT)].map(([, spec = '']) => ({ from, spec })),
)
const target = ({ from, spec }: Arrow): string => relative(SRC, resolve(SRC, dirname(from), spec))
const inside = arrows.filter((arrow) => arrow.spec.startsWith('.') && /\.tsx?$/.test(arrow.spec))

test('enough of the house is seen for the fence to mean something', () => {
  assert.ok(files.length >= 60, `only ${files.length} files`)
  assert.ok(inside.length >= 100, `only ${inside.length} imports`)
  assert.deepEqual(
    inside.map(target).filter((to) => !files.includes(to)),
    [],
  )
})

test('every file stands on a floor of the plan', () => {
  assert.deepEqual(
    files.filter((file) => !planned(place(file))),
    [],
  )
})

test('nothing reaches up, sideways or through a wall', () => {
  assert.deepEqual(
    inside.flatMap((arrow) => complaint(arrow.from, target(arrow)) ?? []),
    [],
  )
})

test('there is no circle, not even a small one', () => {
  const next = new Map(files.map((file) => [file, inside.filter((a) => a.from === file).map(target)]))
  assert.deepEqual(circles(next), [])
  assert.equal(
    circles(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['b']],
      ]),
    ).length,
    1,
  )
})

function circles(next: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (path.includes(file) || done.has(file)) return
    for (const to of next.get(file) ?? []) walk(to, [...path, file])
    done.add(file)
  }
  for (const file of next.keys()) walk(file, [])
  return found
}

test('libraries are named at the rim only', () => {
  const named = arrows.filter((arrow) => !arrow.spec.startsWith('.'))
  const wrong = named.filter(({ from, spec }) =>
    RIM.some(([library, places]) => library.test(spec) && !places.test(from)),
  )
  assert.deepEqual(
    wrong.map(({ from, spec }) => `${from} names ${spec}`),
    [],
  )
})

test('no file bears a name that says nothing', () => {
  const empty = /(^|\/)(index|utils?|types|helpers?|service|common|misc)(\.tsx?|\/)/
  assert.deepEqual(
    files.filter((file) => empty.test(file)),
    [],
  )
})

test('the fence would notice', () => {
  const bad: readonly (readonly [string, string])[] = [
    ['base/day.ts', 'law/rule.ts'],
    ['law/rule.ts', 'db/kit.ts'],
    ['web/server.ts', 'rooms/parties/actions.ts'],
    ['rooms/parties/actions.ts', 'rooms/register/actions.ts'],
    ['rooms/register/store.ts', 'rooms/systems/store.ts'],
    ['rooms/systems/rules.ts', 'rooms/systems/store.ts'],
    ['rooms/systems/actions.ts', 'rooms/systems/pages.tsx'],
    ['browser/app.ts', 'db/kit.ts'],
    ['rooms/parties/api.ts', 'main.ts'],
    ['helpers/a.ts', 'base/day.ts'],
  ]
  for (const [from, to] of bad) assert.ok(complaint(from, to), `${from} → ${to}`)
  const good: readonly (readonly [string, string])[] = [
    ['rooms/register/pages.tsx', 'rooms/systems/actions.ts'],
    ['rooms/systems/api.ts', 'rooms/systems/actions.ts'],
    ['main.ts', 'app.ts'],
    ['browser/app.ts', 'law/rule.ts'],
  ]
  for (const [from, to] of good) assert.equal(complaint(from, to), undefined)
})
