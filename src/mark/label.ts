import { luminance, ratio, type Rgb } from '../base/colour.ts'

/*
 * Visible labels on still pictures: how large, where, whether they can be read, and what remains when a platform crops
 * the picture. No act prescribes any of these figures (Decree 142 art. 18.3 asks for “clear, easy to understand and to
 * notice”, art. 18.7 leaves figures to guidance): they are advice, and each says where it comes from.
 */

/**
 * Size of a letter as a part of the shortest side of the picture. 5 % is what China’s GB 45438-2025 asks of labels on
 * images; smaller ones are lost in a feed.
 */
export const LEAST_LETTER = 0.05

/** How much letters must differ from what is under them: WCAG 2.2, success criterion 1.4.3. */
export const LEAST_CONTRAST = 4.5

/** A label that covers more of the picture may hinder seeing it (Decree art. 18.3.đ). Our own figure. */
export const MOST_COVERED = 0.3

/** Pixels: a module of a QR code smaller than this is easily lost on a screen. Our own figure. */
export const LEAST_MODULE = 3

export interface Size {
  readonly width: number
  readonly height: number
}
export interface Box extends Size {
  readonly x: number
  readonly y: number
}

export const PLACES = ['bottom-left', 'bottom-right', 'top-left', 'top-right', 'bottom', 'top'] as const
/** A corner, or a bar across the whole width. */
export type Place = (typeof PLACES)[number]
export const isBar = (place: Place): place is 'bottom' | 'top' => place === 'bottom' || place === 'top'

const shortest = ({ width, height }: Size): number => Math.min(width, height)

/** The size of a letter on this picture, in its pixels; the least advised unless a larger part is given. */
export const letterOn = (picture: Size, part = LEAST_LETTER): number => Math.ceil(shortest(picture) * part)

/** Where a label of this size lies. In a corner it keeps half the least letter from the edges, a bar none. */
export function boxOf(label: Size, picture: Size, place: Place): Box {
  const margin = isBar(place) ? 0 : Math.round(letterOn(picture) / 2)
  const right = picture.width - label.width - margin
  const bottom = picture.height - label.height - margin
  return {
    ...label,
    x: isBar(place) ? Math.round((picture.width - label.width) / 2) : place.endsWith('left') ? margin : right,
    y: place.startsWith('top') ? margin : bottom,
  }
}

/** How much of the picture lies under the label, 0 to 1. */
export const covered = (label: Size, picture: Size): number =>
  (label.width * label.height) / (picture.width * picture.height)

/** How platforms usually show a picture: the largest part of that shape, cut from the middle. */
export const CROPS = [
  { id: '1:1', ratio: 1, round: false },
  { id: '4:5', ratio: 4 / 5, round: false },
  { id: '9:16', ratio: 9 / 16, round: false },
  { id: '16:9', ratio: 16 / 9, round: false },
  { id: 'round', ratio: 1, round: true },
] as const satisfies readonly Crop[]

export interface Crop {
  readonly id: string
  /** Width over height. */
  readonly ratio: number
  readonly round: boolean
}

/** The part of the picture that a crop leaves. */
export function cropOf({ width, height }: Size, { ratio: wanted }: Crop): Box {
  const wide = width / height > wanted
  const size = wide ? { width: height * wanted, height } : { width, height: width / wanted }
  return { ...size, x: (width - size.width) / 2, y: (height - size.height) / 2 }
}

/** What of a label is left by a crop. */
export type Left = 'whole' | 'cut' | 'gone'

export function leftOf(label: Box, crop: Crop, picture: Size): Left {
  const kept = cropOf(picture, crop)
  if (crop.round) return leftInRound(label, kept)
  const inside =
    label.x >= kept.x &&
    label.y >= kept.y &&
    label.x + label.width <= kept.x + kept.width &&
    label.y + label.height <= kept.y + kept.height
  if (inside) return 'whole'
  const apart =
    label.x >= kept.x + kept.width ||
    label.y >= kept.y + kept.height ||
    label.x + label.width <= kept.x ||
    label.y + label.height <= kept.y
  return apart ? 'gone' : 'cut'
}

function leftInRound(label: Box, kept: Box): Left {
  const [cx, cy, radius] = [kept.x + kept.width / 2, kept.y + kept.height / 2, kept.width / 2]
  const far = (x: number, y: number): number => Math.hypot(x - cx, y - cy)
  const [right, bottom] = [label.x + label.width, label.y + label.height]
  const corners = [far(label.x, label.y), far(right, label.y), far(label.x, bottom), far(right, bottom)]
  if (Math.max(...corners) <= radius) return 'whole'
  const nearest = far(Math.min(Math.max(cx, label.x), right), Math.min(Math.max(cy, label.y), bottom))
  return nearest >= radius ? 'gone' : 'cut'
}

/** The twentieth part of the points that read worst is left out: single specks do not make a label illegible. */
const SPECKS = 0.05

/**
 * The contrast of letters of one colour with the points under them, as canvases give these: four bytes each, the
 * fourth ignored. The answer holds for all but one point in twenty.
 */
export function contrastOn(points: ArrayLike<number>, ink: Rgb): number {
  const own = luminance(ink)
  const all: number[] = []
  for (let at = 0; at + 3 < points.length; at += 4)
    all.push(ratio(own, luminance([points[at] ?? 0, points[at + 1] ?? 0, points[at + 2] ?? 0])))
  all.sort((a, b) => a - b)
  return all[Math.floor(all.length * SPECKS)] ?? 1
}
