import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { contrast as contrastOf, rgbOf } from '../src/base/colour.ts'

type Theme = ReadonlyMap<string, string>

/** The colours as the style sheet writes them: `:root` first, then what the dark theme changes. */
function themes(): Readonly<Record<'light' | 'dark', Theme>> {
  const [light = '', rest = ''] = readFileSync('src/web/styles/_tokens.scss', 'utf8').split(
    '@media screen and (prefers-color-scheme: dark)',
  )
  const [dark = ''] = rest.split('@media print')
  const read = (text: string) =>
    [...text.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value] as const)
  return { light: new Map(read(light)), dark: new Map([...read(light), ...read(dark)]) }
}

const contrast = (a: string, b: string): number => contrastOf(rgbOf(a), rgbOf(b))

/** Foreground, background, the least they must differ. */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ...['paper', 'surface', 'was', 'now'].map((ground) => ['ink', ground, 7] as const),
  ...['ink-soft', 'action', 'action-hover', 'visited', 'error', 'success'].flatMap((ink) =>
    ['paper', 'surface'].map((ground) => [ink, ground, 4.5] as const),
  ),
  ...['low', 'medium', 'high', 'outside'].flatMap((level) =>
    ['paper', 'surface'].map((ground) => [`level-${level}`, ground, 4.5] as const),
  ),
  ['on-action', 'action', 4.5],
  ['on-action', 'action-hover', 4.5],
  ['on-loud', 'suspended', 4.5],
  ['on-loud', 'recalled', 4.5],
  ['on-band', 'band', 7],
  ['focus-ink', 'focus', 7],
  ['input-border', 'paper', 3],
  ['input-border', 'surface', 3],
  ['error', 'paper', 3],
]

for (const [name, theme] of Object.entries(themes()))
  test(`everything written in the ${name} theme can be read`, () => {
    const faint = PAIRS.flatMap(([front, back, least]) => {
      const ratio = contrast(theme.get(front) ?? '#808080', theme.get(back) ?? '#808080')
      return ratio < least ? [`${front} on ${back}: ${ratio.toFixed(2)}, wanted ${least}`] : []
    })
    assert.deepEqual(faint, [])
  })

test('the focus ring is seen on every ground: by its yellow or by its ink', () => {
  for (const theme of Object.values(themes()))
    for (const ground of ['paper', 'surface', 'band']) {
      const against = theme.get(ground) ?? ''
      const best = Math.max(
        contrast(theme.get('focus') ?? '', against),
        contrast(theme.get('focus-ink') ?? '', against),
      )
      assert.ok(best >= 3, `${ground}: ${best.toFixed(2)}`)
    }
})

test('a colour is written in the tokens and nowhere else', () => {
  for (const sheet of ['_base', '_layout', '_forms', '_content', '_tables', '_casework']) {
    const text = readFileSync(`src/web/styles/${sheet}.scss`, 'utf8')
    const stray = [...text.matchAll(/#[0-9a-f]{3,6}\b|rgb\(|hsl\(/gi)].map(([found]) => found)
    // The ground of a QR code stays white, whatever the theme: a scanner needs dark on light.
    assert.deepEqual(
      stray.filter((found) => found !== '#fff'),
      [],
      sheet,
    )
  }
})
