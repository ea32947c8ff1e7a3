import { fill, type Lang } from '../base/text.ts'
import { type Cite, citeText } from '../law/cite.ts'
import type { TrustList } from '../mark/c2pa.ts'
import { lookupOf, type Lookup, type Looked, type Stopped } from '../mark/look.ts'
import { answersOf, type Report } from '../mark/report.ts'
import { type Drawing, drawOverview, drawReport } from '../mark/sheet.ts'
import { compared } from '../mark/registered.ts'
import { type Pair, pairsOf } from '../mark/sidecar.ts'
import type { RegisterState } from '../mark/signed.ts'
import { withRegister } from '../mark/verdict.ts'
import type { Order, Word } from './look.ts'

type Words = Readonly<Record<string, string>>
interface Seen {
  readonly looked: Looked
  readonly sha256: string
  readonly sidecarSha256?: string
}

/** A worker that looks at files, and another one when it had to be killed. */
class Looker {
  readonly #script: string
  #engine: string | WebAssembly.Module
  #worker: Worker | undefined
  #ready: Promise<boolean> | undefined

  readonly #patience: () => number

  constructor(script: string, engine: string, patience: () => number) {
    this.#script = script
    this.#engine = engine
    this.#patience = patience
  }

  /** Loads the engine, once. False: it could not be loaded, and the next file will try again. */
  prepare(): Promise<boolean> {
    this.#ready ??= this.#ask({ do: 'start', engine: this.#engine }, 120_000).then((word) => {
      if (word !== undefined && word.is === 'ready') this.#engine = word.module
      const ready = word?.is === 'ready'
      if (!ready) this.#ready = undefined
      return ready
    })
    return this.#ready
  }

  async look({ file, sidecar }: Pair<File>, lists: readonly TrustList[]): Promise<Seen | 'unread' | 'slow'> {
    await this.prepare()
    let early: Seen | undefined
    const word = await this.#ask(
      { do: 'look', file, ...(sidecar && { sidecar }), lists },
      this.#patience(),
      (seen) => (early = seen),
    )
    if (word?.is === 'looked') return word
    if (word?.is === 'unread') return 'unread'
    // Too slow, or the engine broke down: what was seen before it was asked is told, and the next file gets another.
    this.#worker?.terminate()
    this.#worker = undefined
    this.#ready = undefined
    const stopped: Stopped = word === undefined ? 'time' : 'crash'
    return early === undefined ? 'slow' : { ...early, looked: { ...early.looked, stopped } }
  }

  /** One question at a time; no answer in time is none. */
  #ask(order: Order, patience: number, early?: (seen: Seen) => void): Promise<Word | undefined> {
    this.#worker ??= new Worker(this.#script)
    const worker = this.#worker
    return new Promise((answered) => {
      const timer = setTimeout(() => answered(undefined), patience)
      const end = (word: Word): void => {
        clearTimeout(timer)
        answered(word)
      }
      worker.onmessage = ({ data }: MessageEvent<Word>) => (data.is === 'early' ? early?.(data) : end(data))
      worker.onerror = () => end({ is: order.do === 'start' ? 'without' : 'broken' })
      worker.postMessage(order)
    })
  }
}

/** Sends the numbers of a mark, and says what was sent. */
async function ask(lookup: Lookup): Promise<{ readonly sent: string; readonly state?: RegisterState }> {
  const address = `/api/v1/marks/state?${new URLSearchParams(Object.entries(lookup))}`
  const response = await fetch(address, { credentials: 'omit' }).catch(() => undefined)
  const state = response?.ok ? ((await response.json()) as RegisterState) : undefined
  return { sent: `GET ${address}`, ...(state === undefined ? {} : { state }) }
}

function checkMarks(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-check]')
  const form = place?.querySelector('form')
  const result = place?.querySelector<HTMLElement>('[data-result]')
  const live = place?.querySelector<HTMLElement>('[data-told]')
  const field = place?.querySelector<HTMLInputElement>('input[name=file]')
  const camera = place?.querySelector<HTMLInputElement>('input[name=camera]')
  const { look: script, engine } = place?.dataset ?? {}
  if (!place || !form || !result || !live || !field || !camera || !script || !engine) return
  // A browser too old for the check leaves it to the server, as one without a script does.
  if (typeof Worker === 'undefined' || typeof WebAssembly === 'undefined' || typeof ''.isWellFormed !== 'function')
    return
  const lang: Lang = page.documentElement.lang === 'en' ? 'en' : 'vi'
  const words = JSON.parse(place.dataset.words ?? '{}') as Words
  const most = Number(place.dataset.most)
  const looker = new Looker(script, engine, () => Number(place.dataset.patience))
  const lists = fetch('/marks/trust.json', { credentials: 'omit' })
    .then(async (response) => ((await response.json()) as { lists: TrustList[] }).lists)
    .catch((): TrustList[] => [])
  const told = (key: string, facts: Words = {}): string => fill(words[key], facts)
  const say = (text: string): void => {
    live.textContent = text
  }
  let drawn = 0

  const checkOne = async (
    pair: Pair<File>,
    done: { readonly id: string; readonly report: Report }[],
  ): Promise<Node> => {
    const { file, sidecar } = pair
    const { name } = file
    const line = (text: string): Node => drawSheet(page, ['p', { class: 'report' }, text])
    if (file.size + (sidecar?.size ?? 0) > most) return line(told('tooLarge', { name }))
    say(told('checking', { name }))
    const seen = await looker.look(pair, await lists)
    if (seen === 'unread' || seen === 'slow') return line(told(seen, { name }))
    const lookup = lookupOf(seen.looked)
    const wanted = place.querySelector<HTMLInputElement>('[data-ask]')?.checked === true
    const asked = lookup !== undefined && wanted ? await ask(lookup) : undefined
    const own = { sha256: seen.sha256, hashes: seen.looked.hashes }
    const state = asked?.state === undefined ? undefined : compared(asked.state, own)
    const verdict = state === undefined ? seen.looked.verdict : withRegister(seen.looked.verdict, state)
    const report: Report = {
      file: { name, size: file.size, sha256: seen.sha256 },
      ...(sidecar && { sidecar: { name: sidecar.name, size: sidecar.size, sha256: seen.sidecarSha256 ?? '' } }),
      at: new Date().toISOString(),
      looked: { ...seen.looked, verdict },
      ...(state === undefined ? {} : { register: state }),
    }
    drawn += 1
    const cite = (text: string): string => citeText(text as Cite, lang)
    const { reportAt } = place.dataset
    const id = `report-${drawn}`
    done.push({ id, report })
    const sheet = drawReport(report, {
      ...{ lang, id, cite, script: true },
      ...(reportAt === undefined ? {} : { reportAt }),
    })
    const section = drawSheet(page, sheet) as HTMLElement
    const sent: Drawing =
      asked === undefined
        ? ['p', { class: 'soft' }, told('askedNothing')]
        : ['p', { class: 'soft' }, `${told('asked')} `, ['code', {}, asked.sent]]
    section
      .querySelector('.answers')
      ?.after(
        drawSheet(page, sent),
        ...(asked !== undefined && asked.state === undefined ? [drawSheet(page, ['p', {}, told('notAnswered')])] : []),
      )
    section.querySelector('[data-print]')?.addEventListener('click', () => window.print())
    const answers = Object.values(answersOf(verdict)).map(({ title }) => title[lang])
    say(told('finished', { name, answers: answers.join('; ') }))
    return section
  }

  let under = Promise.resolve()
  /** One after the other: each file has the whole machine, and the answers come in the order of the files. */
  const take = (files: Iterable<File> | null | undefined): void => {
    const all = pairsOf([...(files ?? [])])
    place.querySelector('.error-summary')?.remove()
    if (all.length === 0) return say(told('none'))
    under = under.then(async () => {
      result.replaceChildren()
      const done: { id: string; report: Report }[] = []
      for (const pair of all) result.append(await checkOne(pair, done))
      if (all.length > 1) result.prepend(drawSheet(page, drawOverview(done, lang)))
      result.querySelector<HTMLElement>('h2')?.focus()
    })
  }

  field.multiple = true
  camera.setAttribute('capture', 'environment')
  const label = place.querySelector('label[for=file]')
  if (label !== null) label.textContent = told('field')
  const hint = page.getElementById(field.getAttribute('aria-describedby') ?? '')
  if (hint !== null) hint.textContent = told('hint')
  for (const shown of place.querySelectorAll<HTMLElement>('[data-with-script]')) shown.hidden = false
  for (const left of place.querySelectorAll<HTMLElement>('[data-without-script]')) left.hidden = true
  for (const touch of place.querySelectorAll<HTMLElement>('[data-touch]'))
    touch.hidden = !window.matchMedia('(pointer: coarse)').matches
  field.addEventListener('change', () => take(field.files))
  camera.addEventListener('change', () => take(camera.files))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    // Before `send-once`, which would wait for an answer of the server.
    event.stopImmediatePropagation()
    take(field.files)
    if (!field.files?.length) field.focus()
  })
  page.addEventListener('paste', (event) => {
    if (event.clipboardData?.files.length) take(event.clipboardData.files)
  })
  page.addEventListener('dragover', (event) => {
    event.preventDefault()
    place.classList.add('verify--over')
  })
  page.addEventListener('dragleave', () => place.classList.remove('verify--over'))
  page.addEventListener('drop', (event) => {
    event.preventDefault()
    place.classList.remove('verify--over')
    take(event.dataTransfer?.files)
  })
  for (const link of place.querySelectorAll<HTMLAnchorElement>('a[data-sample]'))
    link.addEventListener('click', (event) => {
      event.preventDefault()
      // What cannot be fetched is left to the browser, which says why.
      void fetched(link).then((file) => (file === undefined ? window.location.assign(link.href) : take([file])))
    })
  place.querySelector('[data-ready]')?.addEventListener('click', () => {
    void looker.prepare().then((ready) => say(told(ready ? 'isReady' : 'notReady')))
  })
}

/** What a link leads to, as if it had been dropped here; nothing when it cannot be had. */
async function fetched({ href, download }: HTMLAnchorElement): Promise<File | undefined> {
  const response = await fetch(href, { credentials: 'omit' }).catch(() => undefined)
  if (response?.ok !== true) return undefined
  const blob = await response.blob()
  return new File([blob], download, { type: blob.type })
}

/** The same sheet as the server draws, as text and elements only: a file from anywhere writes no markup. */
function drawSheet(page: Document, sheet: Drawing): Node {
  const [tag, attributes, ...inside] = sheet
  const element = page.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...inside.map((one) => (typeof one === 'string' ? one : drawSheet(page, one))))
  return element
}

try {
  checkMarks(document)
} catch (fault) {
  console.error(fault)
}
