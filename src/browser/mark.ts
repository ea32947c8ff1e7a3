import { fill } from '../base/text.ts'
import type { Order, Word } from './sign.ts'

type Words = Readonly<Record<string, string>>
type Marked = Extract<Word, { is: 'marked' }>

/** Enough for a film on a slow telephone. */
const PATIENCE = 120_000

/** Marks files where they lie: the portal is sent a claim of less than a kilobyte, and signs it. */
function markHere(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-mark]')
  const form = place?.querySelector('form')
  const field = place?.querySelector<HTMLInputElement>('input[name=file]')
  const result = place?.querySelector<HTMLElement>('[data-result]')
  const live = place?.querySelector<HTMLElement>('[data-told]')
  if (!place || !form || !field || !result || !live) return
  // A browser too old for it leaves it to the server, as one without a script does.
  if (typeof Worker === 'undefined' || typeof WebAssembly === 'undefined' || typeof ''.isWellFormed !== 'function')
    return
  const data = place.dataset
  const words = JSON.parse(data.words ?? '{}') as Words
  const most = Number(data.most)
  const told = (key: string, facts: Words = {}): string => fill(words[key], facts)
  const say = (text: string): void => {
    live.textContent = text
  }
  const make = <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    ...children: (Node | string)[]
  ): HTMLElementTagNameMap[Tag] => {
    const element = page.createElement(tag)
    element.append(...children)
    return element
  }

  let worker: Worker | undefined
  const ask = (order: Order): Promise<Word | 'time'> => {
    worker ??= new Worker(data.sign ?? '')
    const at = worker
    return new Promise((answered) => {
      const timer = setTimeout(() => {
        at.terminate()
        worker = undefined
        answered('time')
      }, PATIENCE)
      const end = (word: Word): void => {
        clearTimeout(timer)
        answered(word)
      }
      at.onmessage = ({ data: word }: MessageEvent<Word>) => end(word)
      at.onerror = () => end({ is: 'without' })
      at.postMessage(order)
    })
  }
  /** The engine that is in the worker now; another worker needs it again. */
  let readyIn: Worker | undefined
  const prepare = async (): Promise<boolean> => {
    if (worker !== undefined && readyIn === worker) return true
    say(told('loading'))
    const word = await ask({ do: 'start', engine: data.engine ?? '' })
    readyIn = word !== 'time' && word.is === 'ready' ? worker : undefined
    return readyIn !== undefined
  }

  const chosen = (name: string): string[] => new FormData(form).getAll(name).map(String)

  const markOne = async (file: File): Promise<Node> => {
    const { name } = file
    const no = (why: string): Node => {
      const text = told('notMarked', { name, why })
      say(text)
      return make('p', text)
    }
    if (file.size > most) return no(told('whyLarge'))
    if (!(await prepare())) return no(told('whyLoad'))
    say(told('working', { name }))
    const [statement] = chosen('statement')
    const contentId = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('')
    const said = {
      statement: statement === 'edited-by-ai' ? ('edited-by-ai' as const) : ('created-by-ai' as const),
      ...(JSON.parse(data.said ?? '{}') as { aiId: string; register: string; provider: string }),
      ...{ contentId, at: new Date().toISOString() },
    }
    const more = chosen('more')
    const order = {
      file,
      said,
      roots: data.roots ?? '',
      watermark: more.includes('watermark'),
      signAt: data.signAt ?? '',
    }
    const word = await ask({ do: 'mark', ...order })
    if (word === 'time') return no(told('whyTime'))
    if (word.is === 'refused') return no(refusalIn(word.page) ?? told('whyLost'))
    if (word.is === 'not') return no(told(`why${word.why.slice(0, 1).toUpperCase()}${word.why.slice(1)}`))
    if (word.is !== 'marked') return no(told('whyEngine'))
    const registered = more.includes('register') ? await register(word, said) : undefined
    say(told('finished', { name }))
    return shown(name, contentId, word, registered)
  }

  /** Numbers, hashes and the manifest, when the person has chosen so. Nothing: done; else why not. */
  const register = async (word: Marked, said: { contentId: string; statement: string }): Promise<string | true> => {
    const base64 = btoa(Array.from(word.marked.manifest, (byte) => String.fromCharCode(byte)).join(''))
    const body = new URLSearchParams({
      ...{ contentId: said.contentId, statement: said.statement, type: word.marked.kind, sha256: word.sha256 },
      ...{ manifest: base64, ...word.hashes },
    })
    const answer = await fetch(data.registerAt ?? '', { method: 'POST', body }).catch(() => undefined)
    if (answer?.status === 204) return true
    return (answer && refusalIn(await answer.text())) ?? told('whyLost')
  }

  /** What a page of the portal gives as its reason. */
  const refusalIn = (html: string): string | undefined =>
    new DOMParser().parseFromString(html, 'text/html').querySelector('.lead')?.textContent ?? undefined

  const shown = (name: string, contentId: string, word: Marked, registered: string | true | undefined): Node => {
    const { marked, layers, sent, type } = word
    const save = (bytes: Uint8Array, as: string, kind: string): HTMLElement => {
      const link = make('a', told('download', { name: as }))
      link.href = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: kind }))
      link.download = as
      link.className = 'govuk-button'
      return make('p', link)
    }
    const sidecar = `${name.replace(/\.[^.]*$/, '')}.c2pa`
    const row = (key: string, value: string): HTMLElement => {
      const [term, said] = [make('dt', key), make('dd', value)]
      term.className = 'govuk-summary-list__key'
      said.className = 'govuk-summary-list__value'
      const whole = make('div', term, said)
      whole.className = 'govuk-summary-list__row'
      return whole
    }
    const written = layers.map((layer) => told(`layer${layer.slice(0, 1).toUpperCase()}${layer.slice(1)}`))
    const list = make(
      'dl',
      row(told('layers'), [...written, ...(registered === true ? [told('layerRegistered')] : [])].join(', ')),
      row(told('contentId'), contentId),
      row(told('wire'), told('bytes', { n: String(sent) })),
    )
    list.className = 'govuk-summary-list'
    const heading = make('h2', name)
    heading.className = 'wrap'
    heading.tabIndex = -1
    return make(
      'section',
      heading,
      make('p', told('proved')),
      ...(marked.placement === 'embedded'
        ? [save(marked.file, name, type)]
        : [make('p', told('sidecar', { name: sidecar })), save(marked.manifest, sidecar, 'application/c2pa')]),
      list,
      ...(typeof registered === 'string' ? [make('p', registered)] : []),
    )
  }

  let under = Promise.resolve()
  /** One after the other: each file has the whole machine. */
  const take = (files: readonly File[]): void => {
    if (files.length === 0) {
      say(told('none'))
      field.focus()
      return
    }
    under = under.then(async () => {
      result.replaceChildren()
      for (const [n, file] of files.entries()) {
        const one = await markOne(file)
        result.append(one)
        if (n === 0 && one instanceof HTMLElement) one.querySelector<HTMLElement>('h2')?.focus()
      }
    })
  }

  field.multiple = true
  const label = place.querySelector('label[for=file]')
  if (label !== null) label.textContent = told('files')
  const hint = page.getElementById(field.getAttribute('aria-describedby') ?? '')
  if (hint !== null) hint.textContent = `${told('hint')} ${told('most')}`
  for (const one of place.querySelectorAll<HTMLElement>('[data-with-script]')) one.hidden = false
  for (const left of place.querySelectorAll<HTMLElement>('[data-without-script]')) left.hidden = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    // Before `send-once`, which would wait for an answer of the server.
    event.stopImmediatePropagation()
    take([...(field.files ?? [])])
  })
}

try {
  markHere(document)
} catch (fault) {
  console.error(fault)
}
