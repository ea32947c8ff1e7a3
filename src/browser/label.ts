import { fill } from '../base/text.ts'
import { rgbOf } from '../base/colour.ts'
import {
  type Box,
  boxOf,
  contrastOn,
  covered,
  CROPS,
  isBar,
  LEAST_CONTRAST,
  LEAST_LETTER,
  LEAST_MODULE,
  leftOf,
  letterOn,
  MOST_COVERED,
  PLACES,
  type Place,
  type Size,
} from '../mark/label.ts'
import { alone, type Art, artOf, cropped, paint, save, sizeOf } from './label-picture.ts'

/** The picture is asked for as if its shortest side were this: only the ratio of its sides leaves the device. */
const NORM = 1000

type Words = Readonly<Record<string, string>>
type Colours = Readonly<Record<string, { readonly ink: string; readonly ground: string | null }>>

interface Check {
  readonly good: boolean
  readonly text: string
}

/** Puts labels on pictures where the pictures lie: nothing of them leaves the device but the ratio of their sides. */
function labelHere(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-labels]')
  const form = place?.querySelector<HTMLFormElement>('[data-choice]')
  const canvas = place?.querySelector<HTMLCanvasElement>('[data-canvas]')
  const pen = canvas?.getContext('2d', { willReadFrequently: true })
  if (!place || !form || !canvas || !pen) return
  const words = JSON.parse(place.dataset.words ?? '{}') as Words
  const crops = JSON.parse(place.dataset.crops ?? '{}') as Words
  const colours = JSON.parse(place.dataset.colours ?? '{}') as Colours
  const lang = page.documentElement.lang === 'en' ? 'en' : 'vi'
  const number = new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'vi-VN', { maximumFractionDigits: 1 })
  const find = <E extends Element>(selector: string): E | null => place.querySelector<E>(selector)
  const [field, part, corner] = [
    find<HTMLInputElement>('[name=picture]'),
    find<HTMLInputElement>('[name=part]'),
    find<HTMLSelectElement>('[name=place]'),
  ]
  const [told, problem, result] = [
    find('[data-told]'),
    find<HTMLElement>('[data-problem]'),
    find<HTMLElement>('[data-result]'),
  ]
  if (!field || !part || !corner || !told || !problem || !result) return

  let picture: ImageBitmap | undefined
  let name = 'anh'
  /** A slider passes the same sizes again and again. */
  const drawn = new Map<string, Art>()
  /** Orders overtake each other on slow lines: only the last one draws. */
  let latest = 0

  const choice = (more: Readonly<Record<string, string | number>> = {}): URLSearchParams => {
    const query = new URLSearchParams()
    for (const [key, value] of new FormData(form))
      if (typeof value === 'string' && value.trim() !== '') query.set(key, value.trim())
    for (const [key, value] of Object.entries(more)) query.set(key, String(value))
    return query
  }
  const complain = (text = ''): void => {
    problem.textContent = text
    problem.hidden = text === ''
    if (text !== '') told.textContent = text
  }
  const address = (shape: string, query: URLSearchParams): string => `/api/v1/marks/labels/${shape}.svg?${query}`

  /** A refusal of the server is shown in its own words; a label that did not come is nothing. */
  const fetchArt = async (shape: string, query: URLSearchParams): Promise<Art | undefined> => {
    const at = address(shape, query)
    const known = drawn.get(at)
    if (known !== undefined) return known
    const answer = await fetch(at).catch(() => undefined)
    if (answer === undefined || (!answer.ok && answer.status !== 422)) {
      complain(words.away)
      return undefined
    }
    if (!answer.ok) {
      const { errors } = (await answer.json()) as { errors: readonly { readonly vi: string; readonly en: string }[] }
      complain(errors.map((error) => error[lang]).join(' '))
      return undefined
    }
    const art = await artOf(page, await answer.text())
    if (art !== undefined) drawn.set(at, art)
    return art
  }

  const showChoice = (): void => {
    const query = choice()
    const shown = find<HTMLImageElement>('[data-shown]')
    if (shown) shown.src = address('corner', query)
    for (const link of place.querySelectorAll<HTMLAnchorElement>('[data-shape]'))
      link.href = address(link.dataset.shape ?? '', query)
    const frame = shown?.parentElement
    if (frame) frame.className = `label-shown label-shown--${query.get('look')}`
  }

  const draw = async (): Promise<void> => {
    const wanted = Number(part.value) / 100
    const output = find('[data-part]')
    if (output) output.textContent = `${number.format(wanted * 100)} %`
    if (picture === undefined) return
    latest += 1
    const mine = latest
    const size = sizeOf(picture)
    const scale = Math.min(size.width, size.height) / NORM
    const where: Place = PLACES.find((p) => p === corner.value) ?? 'bottom-left'
    const asked = Math.max(wanted, LEAST_LETTER)
    const art = await fetchArt(
      isBar(where) ? 'bar' : 'corner',
      choice({
        ...{ width: Math.round(size.width / scale), height: Math.round(size.height / scale) },
        size: Math.round(NORM * asked),
      }),
    )
    if (mine !== latest || picture === undefined) return
    result.hidden = art === undefined
    if (art === undefined) return
    complain()
    // The server makes none smaller than advised: that is done here, and said.
    const factor = scale * (wanted / asked)
    const label: Size = { width: art.width * factor, height: art.height * factor }
    const box = boxOf(label, size, where)
    const look = choice().get('look') ?? 'dark'
    paint(pen, picture, size)
    const measured = measure(pen, box, colours[look])
    const ground = colours[look]?.ground
    if (isBar(where) && ground) {
      pen.fillStyle = ground
      pen.fillRect(0, box.y, size.width, box.height)
    }
    pen.drawImage(art.image, box.x, box.y, box.width, box.height)
    canvas.setAttribute('aria-label', fill(words.drawnAs, { ...size, text: art.says }))
    const made = find<HTMLElement>('[data-shrunk]')
    if (made) {
      made.hidden = size.width === picture.width
      made.textContent = fill(words.shrunk, { ...size })
    }
    const checks = checksOf({ words, number, size, label, art, factor, wanted, contrast: measured, box })
    find('[data-checks]')?.replaceChildren(...checks.map((check) => item(page, check)))
    find('[data-crops-shown]')?.replaceChildren(
      ...CROPS.map((crop) => cropped(page, canvas, crop, box, `${crops[crop.id]}: ${words[leftOf(box, crop, size)]}`)),
    )
    told.textContent = checks.map(({ text }) => text).join('. ')
  }

  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    complain()
    try {
      picture = await createImageBitmap(file)
    } catch {
      picture = undefined
      result.hidden = true
      complain(words.unread)
      field.focus()
      return
    }
    name = file.name.replace(/\.[^.]*$/, '') || 'anh'
    await draw()
  }

  for (const shown of place.querySelectorAll<HTMLElement>('[data-with-script]')) shown.hidden = false
  for (const left of place.querySelectorAll<HTMLElement>('[data-without-script]')) left.hidden = true
  form.addEventListener('change', () => {
    showChoice()
    void draw()
  })
  field.addEventListener('change', () => void take(field.files?.[0]))
  corner.addEventListener('change', () => void draw())
  part.addEventListener('input', () => void draw())
  page.addEventListener('paste', (event) => void take(event.clipboardData?.files[0]))
  page.addEventListener('dragover', (event) => event.preventDefault())
  page.addEventListener('drop', (event) => {
    event.preventDefault()
    void take(event.dataTransfer?.files[0])
  })
  for (const button of place.querySelectorAll<HTMLButtonElement>('[data-save]'))
    button.addEventListener('click', () => save(page, canvas, `${name}-nhan`, button.dataset.save ?? 'image/png'))
  for (const button of place.querySelectorAll<HTMLButtonElement>('[data-png]'))
    button.addEventListener('click', () => {
      const shape = button.dataset.png ?? 'corner'
      void fetchArt(shape, choice()).then((art) => {
        if (art !== undefined) save(page, alone(page, art), `nhan-${shape}`, 'image/png')
      })
    })
  void draw()
}

/** With a ground of its own the contrast is that of the label; bare letters stand on the picture. */
function measure(pen: CanvasRenderingContext2D, box: Box, look: Colours[string] | undefined): number {
  const ink = rgbOf(look?.ink ?? '#ffffff')
  if (look?.ground) return contrastOn([...rgbOf(look.ground), 255], ink)
  const [x, y] = [Math.max(0, Math.floor(box.x)), Math.max(0, Math.floor(box.y))]
  const [width, height] = [Math.max(1, Math.floor(box.width)), Math.max(1, Math.floor(box.height))]
  return contrastOn(pen.getImageData(x, y, width, height).data, ink)
}

interface Measured {
  readonly words: Words
  readonly number: Intl.NumberFormat
  readonly size: Size
  readonly label: Size
  readonly art: Art
  readonly factor: number
  readonly wanted: number
  readonly contrast: number
  readonly box: Box
}

function checksOf({ words, number, size, label, art, factor, wanted, contrast, box }: Measured): readonly Check[] {
  const part = covered(label, size)
  const inside = box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width + 1 && box.height <= size.height
  const legible = wanted >= LEAST_LETTER
  const readable = contrast >= LEAST_CONTRAST
  const small = inside && part <= MOST_COVERED
  const facts = { letter: letterOn(size, wanted), part: number.format(wanted * 100) }
  const module = art.code && (art.code.side * factor) / art.code.modules
  return [
    { good: legible, text: fill(legible ? words.goodSize : words.badSize, facts) },
    {
      good: readable,
      // Never rounded up to what is wanted.
      text: fill(readable ? words.goodContrast : words.badContrast, {
        ratio: number.format(Math.floor(contrast * 10) / 10),
      }),
    },
    { good: small, text: fill(small ? words.goodCover : words.badCover, { part: number.format(part * 100) }) },
    ...(module === undefined
      ? []
      : [
          {
            good: module >= LEAST_MODULE,
            text: fill(module >= LEAST_MODULE ? words.goodCode : words.badCode, { module: number.format(module) }),
          },
        ]),
  ]
}

function item(page: Document, { good, text }: Check): HTMLLIElement {
  const element = page.createElement('li')
  element.className = good ? 'checks__good' : 'checks__wrong'
  element.textContent = text
  return element
}

try {
  labelHere(document)
} catch (fault) {
  console.error(fault)
}
