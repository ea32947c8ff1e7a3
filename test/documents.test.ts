import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import type { Cite } from '../src/law/cite.ts'
import { provisionOf } from '../src/law/provisions.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')
const DOCUMENTS = ['.', 'decisions', 'docs'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file)),
)

const dead = (link: RegExp): string[] =>
  DOCUMENTS.flatMap((file) =>
    [...read(file).matchAll(link)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(ROOT, dirname(file), target)))
      .map((target) => `${file} → ${target}`),
  )

test('every relative link in a document leads somewhere', () => {
  assert.ok(DOCUMENTS.length >= 10)
  assert.deepEqual(dead(/(?<!!)\[[^\]]*\]\(([^)#\s]+)[^)]*\)/g), [])
})

test('every picture in a document is there', () => {
  assert.deepEqual(dead(/!\[[^\]]*\]\(([^)#\s]+)[^)]*\)/g), [])
})

test('the README shows the two commands, and both are there to be run', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  for (const name of ['start', 'test']) {
    assert.ok(read('README.md').includes(`npm ci && npm ${name}\n`))
    assert.ok(scripts[name])
  }
})

test('every dependency has its line and exact version in the record of the stack', () => {
  const stack = read('decisions/0002-the-stack.md')
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >
  const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
  const lines = stack.split('\n')
  const missing = all.filter(([name, version]) => !lines.some((l) => l.includes(`\`${name}\``) && l.includes(version)))
  assert.deepEqual(missing, [])
})

test('every room stands in the architecture', () => {
  const rooms = readdirSync(join(ROOT, 'src/rooms'))
  const architecture = read('ARCHITECTURE.md')
  assert.deepEqual(
    rooms.filter((room) => !architecture.includes(`| \`${room}\` |`)),
    [],
  )
})

/** Vietnamese, English, code, article. */
const TERMS = read('GLOSSARY.md')
  .split('\n')
  .filter((line) => /^\| .+ \| .+ \| .+ \| .+ \|$/.test(line) && !line.startsWith('| Vietnamese'))
  .map((line) => line.slice(2, -2).split(' | '))

test('the glossary has one line for each term', () => {
  for (const column of [0, 1]) {
    const words = TERMS.map((row) => row[column] ?? '').filter((word) => word !== '–')
    assert.deepEqual(
      words.filter((word, i) => words.indexOf(word) !== i),
      [],
    )
  }
})

test('every article the glossary names by its key is a provision we show', () => {
  const keys = TERMS.flatMap((row) => [...(row[3] ?? '').matchAll(/`([^`]+)`/g)].map(([, key = '']) => key))
  assert.ok(keys.length >= 30)
  assert.deepEqual(
    keys.filter((key) => provisionOf(key as Cite) === undefined),
    [],
  )
})
