import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '../../../test/kit.ts'
import { record } from '../../../test/register.ts'
import { createApp } from '../../app.tsx'
import { contrast, rgbOf } from '../../base/colour.ts'
import { createJournal } from '../../journal.ts'
import { LEAST_CONTRAST, letterOn } from '../../mark/label.ts'
import { assets } from '../../web/assets.ts'
import { letteredWidth, lettering } from '../../web/lettering.ts'
import { qrPath } from '../../web/parts/qr-code/part.tsx'
import { LABEL_CASES } from '../../law/labels.cases.ts'
import { drawLabel, fits, LOOK_COLOURS, USUAL } from './label-art.ts'
import { LABEL_KINDS, isBare, LENGTHS, LOOKS, SHAPES, TONGUES, GuideView, WordingView } from './label-schema.ts'
import { LABEL_TEXT, saidIn, WORDINGS } from './words-label.ts'

const { kit } = await freshDatabase()
const app = createApp(kit, { pools: {}, trustProxy: 0, journal: createJournal('silent') })
const { aiId } = await record(kit)
const ask = (path: string) => app.request(`/api/v1/marks/labels/${path}`)
const refused = async (path: string) => {
  const answer = await ask(path)
  const { errors } = (await answer.json()) as {
    errors: { code: string; pointer?: string; cite?: string; vi: string }[]
  }
  return { status: answer.status, errors }
}

// ————— the art —————

test('every look with a ground of its own can be read: letters and ground differ by at least 4.5 to 1', () => {
  for (const look of LOOKS) {
    const { ink, ground } = LOOK_COLOURS[look]
    assert.equal(ground === null, isBare(look), look)
    if (ground !== null) assert.ok(contrast(rgbOf(ink), rgbOf(ground)) >= LEAST_CONTRAST, look)
  }
})

test('every label fits the usual picture of its shape, in every wording, with AI-ID and code', () => {
  for (const shape of SHAPES)
    for (const says of LABEL_KINDS)
      for (const length of LENGTHS)
        for (const lang of TONGUES) {
          const picture = USUAL[shape]
          const wish = { shape, says, length, lang, look: 'dark', letters: 'typed', picture } as const
          const own = { ...wish, aiId, leads: `https://cong.example/vi/register/${aiId}`, letter: letterOn(picture) }
          const drawn = drawLabel(own)
          assert.ok(fits(own, drawn), `${shape} ${says} ${length} ${lang}: ${drawn.width} × ${drawn.height}`)
          assert.ok(drawn.width <= picture.width, `${shape} ${says} ${length} ${lang}`)
        }
})

test('every letter of every label has a shape, with its marks: none is drawn as a space', () => {
  const blank = lettering(' ', 'bold').path
  const texts = LABEL_KINDS.flatMap((c) => LENGTHS.flatMap((l) => [LABEL_TEXT[c][l].vi, LABEL_TEXT[c][l].en]))
  const signs = new Set(Array.from(`${texts.join('')}VN-0123456789ABCDEFGHJKMNPQRSTVWXYZ AI-ID`))
  signs.delete(' ')
  for (const sign of signs)
    for (const weight of ['regular', 'bold'] as const) {
      assert.notEqual(lettering(sign, weight).path, blank, sign)
      assert.match(lettering(sign, weight).path, /^(M-?\d+ -?\d+([LQ][-\d ]+)+Z)+$/, sign)
    }
  // A letter is its base with its marks; the same letter in two parts is the same.
  assert.equal(lettering('ộ', 'bold').path, lettering('ộ'.normalize('NFD'), 'bold').path)
  assert.ok(lettering('ộ', 'bold').path.length > lettering('o', 'bold').path.length)
  assert.equal(letteredWidth('ộ', 'bold'), letteredWidth('o', 'bold'))
})

test('the code leads to the register and has its white edge', () => {
  const leads = `https://cong.example/vi/register/${aiId}`
  const picture = USUAL.corner
  const wish = { shape: 'corner', says: 'made', length: 'short', lang: 'vi', look: 'dark', letters: 'drawn' } as const
  const { svg } = drawLabel({ ...wish, picture, letter: 54, aiId, leads })
  const { path, side } = qrPath(leads)
  assert.ok(svg.includes(`d="${path}" fill="#000000"`))
  assert.ok(svg.includes(`M0 0h${side}v${side}h-${side}z" fill="#ffffff"`))
})

// ————— by API —————

test('a program gets a label to lay over its picture, the same for everybody and with an ETag', async () => {
  const answer = await ask('corner.svg?lang=both')
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('content-type'), 'image/svg+xml')
  assert.match(answer.headers.get('etag') ?? '', /^W\/"/)
  const svg = await answer.text()
  assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+"/)
  assert.match(svg, /<title>Tạo bằng AI\. Made with AI<\/title>/)
  assert.doesNotMatch(svg, /<text|<script|href=/)
  const typed = await (await ask('corner.svg?letters=typed')).text()
  assert.match(typed, /<text [^>]*font-family="'Be Vietnam Pro'[^>]*>Tạo bằng AI<\/text>/)
})

test('its letters follow the shortest side of the picture', async () => {
  const size = async (query: string) =>
    Number(/font-size="([\d.]+)"/.exec(await (await ask(`corner.svg?letters=typed&${query}`)).text())?.[1])
  assert.equal(await size('width=4000&height=3000'), 150)
  assert.equal(await size('width=1080&height=1920&size=80'), 80)
  const bar = await (await ask('bar.svg?width=800&height=600')).text()
  assert.match(bar, /^<svg [^>]*width="800"/)
})

test('a label names a system of the register, and no other', async () => {
  const typed = await (await ask(`corner.svg?letters=typed&qr=yes&aiId=${aiId.toLowerCase()}`)).text()
  assert.ok(typed.includes(`AI-ID ${aiId}</text>`))
  assert.ok(typed.includes(qrPath(`${kit.site.url}/vi/register/${aiId}`).path))
  const { status, errors } = await refused('corner.svg?aiId=VN-0000-0000-00')
  assert.equal(status, 422)
  assert.deepEqual([errors[0]?.code, errors[0]?.pointer, errors[0]?.cite], ['label.unknown-ai-id', '/aiId', 'N14.4'])
})

test('what could not be read or would hide the picture is refused, with its article', async () => {
  const told = async (query: string) => {
    const { status, errors } = await refused(query)
    return [status, ...errors.map(({ code, cite }) => `${code} ${cite}`)]
  }
  assert.deepEqual(await told('corner.svg?width=2000&height=1000&size=20'), [422, 'label.too-small N18.3.a'])
  assert.deepEqual(
    await told(`corner.svg?width=300&height=300&length=long&lang=both&says=person&qr=yes&aiId=${aiId}`),
    [422, 'label.too-large N18.3.đ'],
  )
  assert.deepEqual(await told('corner.svg?qr=yes'), [422, 'label.qr-without-id N14.4'])
  assert.deepEqual(await told('bar.svg?width=800'), [422, 'label.half-size N18.3.d'])
})

test('a slip in a name or value makes no label that says something else', async () => {
  for (const query of [
    'corner.svg?say=edited',
    'corner.svg?says=real',
    'corner.svg?width=1e9&height=9',
    'bar.svg?qr=1',
  ])
    assert.equal((await ask(query)).status, 422, query)
  for (const path of ['seal.svg', 'corner', 'corner.png', 'corner.svg.svg'])
    assert.equal((await ask(path)).status, 404, path)
})

test('a program asks what is owed, question by question, and nothing is kept', async () => {
  const put = (body: object) =>
    app.request('/api/v1/marks/labels/duties', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const first = GuideView.parse(await (await put({ answers: {} })).json())
  assert.equal(first.next?.fact, 'role')
  assert.ok(first.owed.every((o) => o.holds === 'if'))
  for (const c of LABEL_CASES.filter((k) => k.on === undefined)) {
    const found = GuideView.parse(await (await put({ answers: c.answers, on: '2026-11-02' })).json())
    const yes = found.owed.filter((o) => o.holds === 'yes').map((o) => o.id)
    assert.deepEqual(yes, c.owed, c.name)
  }
  assert.equal((await put({ answers: { role: 'nobody' } })).status, 422)
  assert.equal((await put({ answers: { rôle: 'deployer' } })).status, 422)
  assert.equal((await put({ answers: {}, on: '2026-02-30' })).status, 422)
})

test('the script of the page is small: at most ten thousand bytes', () => {
  const { label, find } = assets()
  assert.ok((find(label)?.body.length ?? Infinity) <= 10_000)
})

test('the wording comes in both languages, with its article and, where it is spoken, its length', async () => {
  const answer = await ask('wording')
  const { items, labels, prescribed } = WordingView.parse(await answer.json())
  assert.equal(prescribed, false)
  assert.equal(labels.length, LABEL_KINDS.length * LENGTHS.length)
  assert.deepEqual([...new Set(items.map((i) => i.medium))], ['video', 'audio', 'text', 'interface'])
  const start = items.find((i) => i.id === 'audio-start')
  // Thirteen syllables at three and a half a second.
  assert.equal(start?.spokenSeconds?.vi, 4)
  assert.equal(saidIn('một hai ba bốn', 'vi'), 1.5)
  for (const { id, spoken, text } of WORDINGS.filter((w) => w.medium === 'audio'))
    assert.ok(spoken && saidIn(text.vi, 'vi') <= 8 && saidIn(text.en, 'en') <= 8, id)
})
