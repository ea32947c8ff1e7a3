import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cropped, jpegged, labelled, mirrored, psnr, resized, rotated, screenshot, turned } from './attacks.ts'
import { CODED_BITS, decode, encode } from './coding.ts'
import { detect } from './detect.ts'
import { complexOf, fft2 } from './fft.ts'
import { picture } from './images.ts'
import { distance, hashes, sameImage } from './phash.ts'
import type { Pixels } from './pixels.ts'
import { embed } from './watermark.ts'

const ID = '0123456789ab'
const hex = fc.stringMatching(/^[0-9a-f]{12}$/)

test('an id comes back from its coded bits, also when an eighth of them was turned over', () => {
  fc.assert(
    fc.property(hex, fc.infiniteStream(fc.integer({ min: 0, max: 7 })), (id, dice) => {
      const coded = encode(id)
      assert.equal(coded.length, CODED_BITS)
      const clean = Float64Array.from(coded, (bit) => bit * 2 - 1)
      assert.equal(decode(clean), id)
      // Never two neighbours among eight: what noise does, not what malice can.
      const noisy = clean.map((soft, n) => (n % 8 === 0 && (dice.next().value ?? 0) > 0 ? -soft : soft))
      assert.equal(decode(noisy), id)
    }),
    { numRuns: 50 },
  )
})

test('bits that nobody coded give no id', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: CODED_BITS, maxLength: CODED_BITS }),
      (noise) => {
        assert.equal(decode(Float64Array.from(noise)), undefined)
      },
    ),
    // The same fifty each time: of 16,000 pieces of noise one passes the checksum, and only the waves tell it apart.
    { numRuns: 50, seed: 48 },
  )
})

test('a transform there and back gives what was there', () => {
  const square = complexOf(256)
  for (let n = 0; n < 256; n += 1) square.re[n] = (n * 37) % 101
  fft2(square, 16)
  fft2(square, 16, true)
  for (let n = 0; n < 256; n += 1) assert.ok(Math.abs((square.re[n] ?? 0) / 256 - ((n * 37) % 101)) < 1e-9)
})

/** Leaves, clouds, a portrait and a flat drawing. */
const PICTURES = [0, 1, 2, 5].map((n) => picture(n, 640))
const MARKED = PICTURES.map((p) => embed(p, ID))
const found = (image: Pixels): string | undefined => detect(image)?.contentId

test('a mark is found as it was made, mirrored, turned by right angles and at a quarter of its size', () => {
  for (const [n, image] of MARKED.entries()) {
    assert.equal(found(image), ID, `picture ${n}`)
    assert.equal(found(mirrored(image)), ID, `picture ${n} mirrored`)
    for (const quarters of [1, 2, 3] as const) assert.equal(found(turned(quarters)(image)), ID, `picture ${n} turned`)
  }
  const small = MARKED.filter((image) => found(resized(0.25)(image)) === ID)
  assert.ok(small.length >= MARKED.length / 2, `${small.length}`)
})

test('a mark outlives compression, cropping, a label and a small turn in most pictures', () => {
  for (const attack of [jpegged(50), jpegged(30), cropped(0.75), labelled, rotated(2)]) {
    const left = MARKED.filter((image) => found(attack(image)) === ID)
    assert.ok(left.length >= 3, `${left.length}`)
  }
})

test('a mark is found in a picture that fills less than half of a wide screen', () => {
  const shot = detect(screenshot(MARKED[0] ?? assert.fail()))
  assert.equal(shot?.contentId, ID)
  assert.ok(shot.lie.side < 45, `${shot.lie.side}`)
})

test('pictures without a mark give none, and nobody finds a mark under another key', () => {
  for (const image of PICTURES) assert.equal(found(image), undefined)
  for (const image of MARKED) assert.equal(detect(image, 'another key'), undefined)
})

test('a mark changes a picture less than the eye minds', () => {
  for (const [n, image] of MARKED.entries()) assert.ok(psnr(PICTURES[n] ?? image, image) > 39.7)
})

test('what holds no mark is refused when marking and gives none when looked at', () => {
  const blank = (width: number, height: number): Pixels => ({
    width,
    height,
    data: new Uint8ClampedArray(width * height * 4).fill(200),
  })
  assert.throws(() => embed(blank(100, 100), ID))
  assert.throws(() => embed(blank(600, 600), 'umbrella'))
  for (const [w, h] of [
    [0, 0],
    [1, 1],
    [3000, 1],
    [64, 64],
    [700, 40],
  ] as const)
    assert.equal(found(blank(w, h)), undefined)
  assert.equal(found(embed(blank(600, 400), ID)), ID)
})

test('copies of a picture are known for the same, other pictures are not', () => {
  const all = PICTURES.map(hashes)
  for (const [n, image] of PICTURES.entries()) {
    const own = all[n] ?? assert.fail()
    for (const attack of [jpegged(30), resized(0.5)]) assert.ok(sameImage(own, hashes(attack(image))), `picture ${n}`)
    assert.ok(sameImage(own, hashes(MARKED[n] ?? image)))
    for (const [m, other] of all.entries()) assert.equal(sameImage(own, other), n === m)
  }
  assert.equal(distance('00', 'ff'), 8)
  assert.equal(distance('00', 'ffff'), 16)
})
