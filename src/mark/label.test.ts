import assert from 'node:assert/strict'
import test from 'node:test'
import { contrast, rgbOf } from '../base/colour.ts'
import { boxOf, contrastOn, covered, CROPS, cropOf, leftOf, letterOn, PLACES, type Size } from './label.ts'

const WIDE: Size = { width: 1920, height: 1080 }
const TALL: Size = { width: 1080, height: 1920 }
const LABEL: Size = { width: 300, height: 100 }
const crop = (id: string) => CROPS.find((c) => c.id === id) ?? assert.fail(id)

test('letters are at least five hundredths of the shortest side, whichever that is', () => {
  assert.deepEqual([letterOn(WIDE), letterOn(TALL), letterOn({ width: 333, height: 4000 })], [54, 54, 17])
  assert.equal(letterOn(WIDE, 0.1), 108)
})

test('wherever a label is put, it lies wholly on its picture', () => {
  for (const picture of [WIDE, TALL])
    for (const place of PLACES) {
      const box = boxOf(
        place === 'top' || place === 'bottom' ? { ...LABEL, width: picture.width } : LABEL,
        picture,
        place,
      )
      const right = box.x + box.width
      const bottom = box.y + box.height
      assert.ok(box.x >= 0 && box.y >= 0 && right <= picture.width && bottom <= picture.height, place)
    }
  assert.deepEqual(boxOf(LABEL, WIDE, 'bottom-right'), { ...LABEL, x: 1593, y: 953 })
  assert.deepEqual(boxOf({ width: 1920, height: 100 }, WIDE, 'bottom'), { x: 0, y: 980, width: 1920, height: 100 })
})

test('a crop is the largest part of its shape, from the middle', () => {
  assert.deepEqual(cropOf(WIDE, crop('1:1')), { x: 420, y: 0, width: 1080, height: 1080 })
  assert.deepEqual(cropOf(TALL, crop('16:9')), { x: 0, y: 656.25, width: 1080, height: 607.5 })
  assert.deepEqual(cropOf(TALL, crop('9:16')), { x: 0, y: 0, width: 1080, height: 1920 })
})

test('what a platform cuts away is told: whole, cut or gone', () => {
  const corner = boxOf(LABEL, WIDE, 'bottom-left')
  assert.equal(leftOf(corner, crop('16:9'), WIDE), 'whole')
  assert.equal(leftOf(corner, crop('1:1'), WIDE), 'gone')
  assert.equal(leftOf({ ...corner, x: 300 }, crop('1:1'), WIDE), 'cut')
  const bar = boxOf({ width: 1920, height: 100 }, WIDE, 'bottom')
  assert.equal(leftOf(bar, crop('4:5'), WIDE), 'cut')
  // In a square picture: the square keeps a corner that the circle does not.
  const square: Size = { width: 1000, height: 1000 }
  const small = boxOf({ width: 100, height: 50 }, square, 'bottom-right')
  assert.deepEqual([leftOf(small, crop('1:1'), square), leftOf(small, crop('round'), square)], ['whole', 'gone'])
  assert.equal(leftOf({ x: 450, y: 450, width: 100, height: 50 }, crop('round'), square), 'whole')
  assert.equal(leftOf({ x: 0, y: 470, width: 300, height: 50 }, crop('round'), square), 'cut')
})

test('letters are measured against the points under them, single specks apart', () => {
  const ground = (colours: readonly string[]) => colours.flatMap((c) => [...rgbOf(c), 255])
  const white = rgbOf('#ffffff')
  const twenty = (...last: readonly string[]) => [...Array<string>(20 - last.length).fill('#14213d'), ...last]
  const whole = contrastOn(ground(twenty()), white)
  assert.equal(whole.toFixed(3), contrast(white, rgbOf('#14213d')).toFixed(3))
  assert.equal(contrastOn(ground(twenty('#ffffff')), white).toFixed(3), whole.toFixed(3))
  assert.ok(contrastOn(ground(twenty('#eeeeee', '#eeeeee')), white) < 1.5)
  assert.equal(contrastOn([], white), 1)
})

test('how much of the picture a label covers', () => {
  assert.equal(covered({ width: 500, height: 200 }, { width: 1000, height: 1000 }), 0.1)
})
