import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { engine } from '../../test/c2pa.ts'
import { PUBLIC_FILES } from './corpus-public.ts'
import { look } from './look.ts'

const FOLDER = join(import.meta.dirname, '../../../shared/data/c2pa-public-testfiles')
const here = existsSync(FOLDER)

test('every public test file of C2PA gets its expected verdict from scanner and engine together', {
  skip: here ? false : 'the files are not ours to hand on and are not here',
}, async () => {
  const files = readdirSync(FOLDER).filter((file) => !file.endsWith('.md'))
  assert.deepEqual(files.toSorted(), PUBLIC_FILES.map(({ file }) => file).toSorted(), 'the table names every file')
  for (const { file, answers, broken = false } of PUBLIC_FILES) {
    const bytes = readFileSync(join(FOLDER, file))
    const { verdict, signed } = await look(bytes, { lists: [], packs: [], engines: [engine()] })
    assert.deepEqual([verdict.found, verdict.intact, verdict.signer], answers, file)
    assert.equal(signed[0]?.brokenIngredient ?? false, broken, file)
  }
})
