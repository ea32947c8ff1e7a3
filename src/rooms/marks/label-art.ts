import { type Box, LEAST_MODULE, letterOn, MOST_COVERED, type Size } from '../../mark/label.ts'
import { inXml } from '../../web/feeds.ts'
import { letteredWidth, lettering, type Weight } from '../../web/lettering.ts'
import { qrPath } from '../../web/parts/qr-code/part.tsx'
import { isBare, type Length, type Look, type Shape, type Tongue, type LabelKind } from './label-schema.ts'
import { LABEL_TEXT } from './words-label.ts'

const INK = '#14213d'
const PAPER = '#ffffff'
/** Letters and ground. Bare letters have no ground of their own. */
export const LOOK_COLOURS: Readonly<Record<Look, { readonly ink: string; readonly ground: string | null }>> = {
  dark: { ink: PAPER, ground: INK },
  light: { ink: INK, ground: PAPER },
  'bare-light': { ink: PAPER, ground: null },
  'bare-dark': { ink: INK, ground: null },
}

/** What pictures and videos usually measure, where nobody says. */
export const USUAL: Readonly<Record<Shape, Size>> = {
  corner: { width: 1920, height: 1080 },
  bar: { width: 1920, height: 1080 },
  'start-wide': { width: 1920, height: 1080 },
  'start-tall': { width: 1080, height: 1920 },
  credits: { width: 1920, height: 1080 },
}
const isCard = (shape: Shape): boolean => shape.startsWith('start')

export interface LabelWish {
  readonly shape: Shape
  readonly says: LabelKind
  readonly lang: Tongue
  readonly length: Length
  readonly look: Look
  readonly aiId: string | null
  /** Where the code leads, or no code. */
  readonly leads: string | null
  readonly picture: Size
  /** Of a letter, in pixels of the picture. */
  readonly letter: number
  readonly letters: 'drawn' | 'typed'
}

export interface Label extends Size {
  readonly svg: string
}

interface Line {
  readonly text: string
  readonly size: number
  readonly weight: Weight
  /** Room above it. */
  readonly before?: number
}
interface Placed extends Line {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** In letters: room around the text, between lines (two marks stand on some letters), and the hairline around all. */
const [PADDING, LEADING, HAIRLINE] = [0.5, 1.4, 0.05]
/** From the middle of a line of text to its baseline, in letters. */
const BASE = 0.36
/** Side of the code in letters; the AI-ID is written smaller than the statement itself. */
const [CODE, SMALL] = [3, 0.7]
/** How much of its width text may take on a picture, and on a card. */
const [REACH, CARD_REACH] = [0.92, 0.8]
/** The second language on a card. */
const SECOND = { size: 0.7, before: 0.5 } as const

const widthOf = ({ text, size, weight }: Line): number => letteredWidth(text, weight) * size

/** Breaks a line between words so that it fits; a single long word stays whole. */
function broken(line: Line, room: number): readonly Line[] {
  return line.text.split(' ').reduce<readonly Line[]>((all, word) => {
    const last = all.at(-1)
    const longer = last && { ...last, text: `${last.text} ${word}` }
    if (longer && widthOf(longer) <= room) return [...all.slice(0, -1), longer]
    return [...all, { ...line, text: word, ...(last ? { before: 0 } : {}) }]
  }, [])
}

/** The same with lines of about one length: as many as needed, and no word left alone at the end. */
function wrapped(line: Line, room: number): readonly Line[] {
  let lines = broken(line, room)
  for (let less = room - line.size / 2; less > line.size; less -= line.size / 2) {
    const narrower = broken(line, less)
    if (narrower.length > lines.length) break
    lines = narrower
  }
  return lines
}

const heightOf = ({ size, before = 0 }: Line): number => size * LEADING + before

/** `second`: how large the second language and how much room above it, in letters of the first. */
function linesOf(
  { says, lang, length, aiId, letter }: LabelWish,
  size: number,
  room: number,
  second = { size: 1, before: 0 },
): readonly Line[] {
  const text = LABEL_TEXT[says][length]
  const first: Line = { text: lang === 'en' ? text.en : text.vi, size, weight: 'bold' }
  const other: Line = {
    ...{ text: text.en, size: size * second.size, weight: 'regular' },
    before: size * second.before,
  }
  const id: Line = { text: `AI-ID ${aiId}`, size: letter * SMALL, weight: 'regular', before: size * second.before }
  return [first, ...(lang === 'both' ? [other] : []), ...(aiId === null ? [] : [id])].flatMap((line) =>
    wrapped(line, room),
  )
}

/** Whether it fits its picture and how much it covers is the asker’s business: `fits` tells. */
export function drawLabel(wish: LabelWish): Label {
  return isCard(wish.shape) ? card(wish) : strip(wish)
}

/** Does a label leave enough of its picture, and does it lie within it? A card is the whole picture. */
export const fits = ({ shape, picture }: LabelWish, label: Size): boolean =>
  label.width <= picture.width &&
  label.height <= picture.height &&
  (isCard(shape) || label.width * label.height <= picture.width * picture.height * MOST_COVERED)

/** The code with its quiet edge, large enough to be read from a screen. */
function codeOf(
  leads: string,
  letter: number,
  least: number,
): { readonly path: string; readonly modules: number; readonly side: number } {
  const { path, side: modules } = qrPath(leads)
  return { path, modules, side: Math.ceil(Math.max(letter * CODE, modules * LEAST_MODULE, least)) }
}

/** Corner, bar, credits: text at the left, the code at its right. */
function strip(wish: LabelWish): Label {
  const { shape, letter, picture, leads, look } = wish
  const padding = letter * PADDING
  const code = leads === null ? undefined : codeOf(leads, letter, 0)
  const beside = code === undefined ? 0 : code.side + padding
  const lines = linesOf(wish, letter, picture.width * REACH - 2 * padding - beside)
  const text = {
    width: Math.max(...lines.map(widthOf)),
    height: lines.reduce((sum, line) => sum + heightOf(line), 0),
  }
  const inner = { width: text.width + beside, height: Math.max(text.height, code?.side ?? 0) }
  const height = Math.ceil(inner.height + padding * (shape === 'bar' ? 1 : 1.2))
  const width = shape === 'bar' ? picture.width : Math.ceil(inner.width + 2 * padding)
  const left = shape === 'corner' ? padding : (width - inner.width) / 2
  const top = (height - text.height) / 2
  const centred = shape === 'credits'
  const placed = stacked(lines, (line) => left + (centred ? (text.width - widthOf(line)) / 2 : 0), top)
  return svg(wish, { width, height }, [
    ...(isBare(look) ? [] : [ground(look, { width, height }, letter, shape !== 'bar')]),
    ...placed.map((line) => drawn(line, wish)),
    ...(code === undefined ? [] : [codeAt(code, { x: left + text.width + padding, y: (height - code.side) / 2 })]),
  ])
}

/** A whole picture to open a video with: the statement in the middle, the AI-ID and the code below it. */
function card(wish: LabelWish): Label {
  const { picture, letter, leads, look } = wish
  const headline = Math.max(letter, letterOn(picture, 0.08))
  const lines = linesOf(wish, headline, picture.width * CARD_REACH, SECOND)
  const code = leads === null ? undefined : codeOf(leads, letter, Math.min(picture.width, picture.height) * 0.22)
  const text = lines.reduce((sum, line) => sum + heightOf(line), 0)
  const gap = code === undefined ? 0 : headline * 0.6
  const top = (picture.height - text - gap - (code?.side ?? 0)) / 2
  const placed = stacked(lines, (line) => (picture.width - widthOf(line)) / 2, top)
  return svg(wish, picture, [
    ...(isBare(look) ? [] : [ground(look, picture, letter, false)]),
    ...placed.map((line) => drawn(line, wish)),
    ...(code === undefined ? [] : [codeAt(code, { x: (picture.width - code.side) / 2, y: top + text + gap })]),
  ])
}

function stacked(lines: readonly Line[], x: (line: Line) => number, top: number): readonly Placed[] {
  let y = top
  return lines.map((line) => {
    const middle = y + (line.before ?? 0) + (line.size * LEADING) / 2
    y += heightOf(line)
    return { ...line, x: x(line), y: middle + line.size * BASE, width: widthOf(line) }
  })
}

const short = (n: number): string => String(Math.round(n * 100) / 100)

/** A hairline of the letters’ colour shows the ground on any picture, also one of its own colour. */
function ground(look: Look, { width, height }: Size, letter: number, edged: boolean): string {
  const { ink, ground: fill } = LOOK_COLOURS[look]
  const line = edged ? Math.max(1, letter * HAIRLINE) : 0
  const edge = edged ? ` stroke="${ink}" stroke-width="${short(line)}" rx="${short(letter * 0.15)}"` : ''
  return `<rect x="${short(line / 2)}" y="${short(line / 2)}" width="${short(width - line)}" height="${short(height - line)}" fill="${fill}"${edge}/>`
}

const FONTS = "'Be Vietnam Pro','Noto Sans','Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"

function drawn({ text, size, weight, x, y, width }: Placed, { look, letters }: LabelWish): string {
  const { ink } = LOOK_COLOURS[look]
  if (letters === 'typed')
    return `<text x="${short(x)}" y="${short(y)}" font-family="${FONTS}" font-size="${short(size)}" font-weight="${weight === 'bold' ? 700 : 400}" fill="${ink}" textLength="${short(width)}" lengthAdjust="spacingAndGlyphs">${inXml(text)}</text>`
  const { path, unit } = lettering(text, weight)
  return `<path transform="translate(${short(x)} ${short(y)}) scale(${size / unit})" d="${path}" fill="${ink}"/>`
}

/** Always dark on white: a scanner needs it. */
const codeAt = ({ path, modules, side }: ReturnType<typeof codeOf>, { x, y }: Pick<Box, 'x' | 'y'>): string =>
  `<svg x="${short(x)}" y="${short(y)}" width="${side}" height="${side}" viewBox="0 0 ${modules} ${modules}" shape-rendering="crispEdges"><path d="M0 0h${modules}v${modules}h-${modules}z" fill="#ffffff"/><path d="${path}" fill="#000000"/></svg>`

/** What it says stands in the title, for those who hear it and for machines that search. */
function svg({ says, lang, length, aiId }: LabelWish, { width, height }: Size, parts: readonly string[]): Label {
  const text = LABEL_TEXT[says][length]
  const told = [lang === 'en' ? [] : [text.vi], lang === 'vi' ? [] : [text.en], aiId === null ? [] : [`AI-ID ${aiId}`]]
  return {
    width,
    height,
    svg: [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" lang="${lang === 'en' ? 'en' : 'vi'}">`,
      `<title>${inXml(told.flat().join('. '))}</title>`,
      ...parts,
      '</svg>',
      '',
    ].join('\n'),
  }
}
