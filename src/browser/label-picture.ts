import { type Box, type Crop, cropOf, leftOf, type Size } from '../mark/label.ts'

/** What browsers on telephones still draw; a larger picture is made smaller, and the page says so. */
const MOST_POINTS = 16_777_216
/** Side of a small picture that shows a crop, in points. */
const SMALL = 240
/** A label as the server drew it. */
export interface Art extends Size {
  readonly image: HTMLImageElement
  readonly says: string
  /** Modules a side of its QR code, and how wide it is drawn; none without a code. */
  readonly code?: { readonly modules: number; readonly side: number }
}

/** A picture of a drawing that is text; nothing in it can run, and its pixels may be read again. */
export function artOf(page: Document, svg: string): Promise<Art | undefined> {
  const number = (pattern: RegExp): number => Number(pattern.exec(svg)?.[1])
  const [width, height] = [number(/^<svg [^>]*?width="(\d+)"/), number(/^<svg [^>]*?height="(\d+)"/)]
  const code = /<svg [^>]*?width="(\d+)"[^>]*?viewBox="0 0 (\d+) \2"/.exec(svg.slice(svg.indexOf('>') + 1))
  const says = /<title>([^<]*)<\/title>/.exec(svg)?.[1] ?? ''
  const image = page.createElement('img')
  return new Promise((loaded) => {
    image.addEventListener('load', () =>
      loaded({
        ...{ image, width, height, says },
        ...(code ? { code: { side: Number(code[1]), modules: Number(code[2]) } } : {}),
      }),
    )
    image.addEventListener('error', () => loaded(undefined))
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  })
}

/** The size a picture is drawn at: its own, or the largest that browsers on telephones manage. */
export function sizeOf({ width, height }: Size): Size {
  const most = Math.sqrt(MOST_POINTS / (width * height))
  return most >= 1 ? { width, height } : { width: Math.floor(width * most), height: Math.floor(height * most) }
}

/** Draws the picture alone, and nothing that was there before. */
export function paint(pen: CanvasRenderingContext2D, picture: ImageBitmap, size: Size): void {
  pen.canvas.width = size.width
  pen.canvas.height = size.height
  pen.drawImage(picture, 0, 0, size.width, size.height)
}

/** What a platform would leave, with words that say what became of the label. */
export function cropped(page: Document, whole: HTMLCanvasElement, crop: Crop, label: Box, said: string): HTMLLIElement {
  const kept = cropOf(whole, crop)
  const small = page.createElement('canvas')
  const scale = Math.min(1, SMALL / Math.max(kept.width, kept.height))
  small.width = Math.max(1, Math.round(kept.width * scale))
  small.height = Math.max(1, Math.round(kept.height * scale))
  small.className = crop.round ? 'round' : ''
  small.setAttribute('aria-hidden', 'true')
  small.getContext('2d')?.drawImage(whole, kept.x, kept.y, kept.width, kept.height, 0, 0, small.width, small.height)
  const element = page.createElement('li')
  element.dataset.left = leftOf(label, crop, whole)
  element.append(small, said)
  return element
}

/** A label by itself, with nothing behind it. */
export function alone(page: Document, { image, width, height }: Art): HTMLCanvasElement {
  const canvas = page.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
  return canvas
}

/** JPEG knows no transparent points; left alone they would come out black. */
function onWhite(page: Document, whole: HTMLCanvasElement): HTMLCanvasElement {
  const canvas = page.createElement('canvas')
  canvas.width = whole.width
  canvas.height = whole.height
  const pen = canvas.getContext('2d')
  if (pen === null) return whole
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(whole, 0, 0)
  return canvas
}

const QUALITY = 0.92

/** Hands the picture to whoever asked, as a file. */
export function save(page: Document, whole: HTMLCanvasElement, name: string, type: string): void {
  const canvas = type === 'image/jpeg' ? onWhite(page, whole) : whole
  canvas.toBlob(
    (file) => {
      if (file === null) return
      const link = page.createElement('a')
      link.href = URL.createObjectURL(file)
      link.download = `${name}.${type === 'image/jpeg' ? 'jpg' : 'png'}`
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    },
    type,
    QUALITY,
  )
}
