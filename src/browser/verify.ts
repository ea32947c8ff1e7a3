import type { Lang } from '../base/text.ts'
import { examine, type Found } from '../log/examine.ts'
import type { Trust } from '../log/evidence.ts'
import { parseKeys } from '../log/jws.ts'
import { NO_QUORUM, parsePolicy } from '../log/policy.ts'
import { tell, type Names, type Told } from '../log/words.ts'

/** Checks evidence where it lies: the file never leaves the device, and whom to trust came with the page. */
function checkHere(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-verify]')
  const form = place?.querySelector('form')
  const field = place?.querySelector<HTMLInputElement>('input[type=file]')
  const result = place?.querySelector<HTMLElement>('[data-result]')
  const live = place?.querySelector<HTMLElement>('[data-told]')
  if (!place || !form || !field || !result || !live) return
  // A browser too old for the check leaves it to the server, as one without a script does.
  if (typeof ''.isWellFormed !== 'function') return
  const words = place.dataset
  const lang: Lang = page.documentElement.lang === 'en' ? 'en' : 'vi'
  const trust = trustIn(words)
  const names = JSON.parse(words.names ?? '{}') as Names
  const limit = Number(words.limit)

  const say = (text = ''): void => {
    live.textContent = text
  }
  const look = async (file: File): Promise<void> => {
    say(words.checking)
    // A file that is too large to be evidence is not read at all.
    const found: Found =
      file.size > limit
        ? { is: 'unreadable', refusals: [{ code: 'log.evidence-too-long' }] }
        : examine(new Uint8Array(await file.arrayBuffer()), trust)
    const told = tell(found, names)
    result.replaceChildren(drawn(page, told, file.name, lang, words))
    say(`${told.title[lang]}. ${told.means[lang]} ${told.todo[lang]}`)
  }
  const take = (file: File | undefined): void => {
    place.querySelector('.error-summary')?.remove()
    if (file === undefined) return say(words.none)
    look(file).catch(() => {
      // Whoever took the file away meanwhile, or may not read it.
      result.textContent = words.unread ?? ''
      say(words.unread)
    })
  }

  for (const shown of place.querySelectorAll<HTMLElement>('[data-with-script]')) shown.hidden = false
  for (const left of place.querySelectorAll<HTMLElement>('[data-without-script]')) left.hidden = true
  field.addEventListener('change', () => take(field.files?.[0]))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    // Before `send-once`, which would wait for an answer of the server.
    event.stopImmediatePropagation()
    take(field.files?.[0])
    if (!field.files?.length) field.focus()
  })
  page.addEventListener('dragover', (event) => {
    event.preventDefault()
    place.classList.add('verify--over')
  })
  page.addEventListener('dragleave', () => place.classList.remove('verify--over'))
  page.addEventListener('drop', (event) => {
    event.preventDefault()
    place.classList.remove('verify--over')
    take(event.dataTransfer?.files[0])
  })
}

function trustIn({ policy, keys }: DOMStringMap): Trust {
  const [read, set] = [parsePolicy(policy ?? ''), parseKeys(keys ?? '')]
  return {
    policy: read.ok ? read.value : { logs: [], witnesses: [], quorum: NO_QUORUM },
    keys: set.ok ? set.value : [],
  }
}

/** The same as the server draws (`rooms/ledger/pages-verify.tsx`), as text only: a file from anywhere writes no markup. */
function drawn(page: Document, told: Told, name: string, lang: Lang, words: DOMStringMap): HTMLElement {
  const make = (tag: string, className: string, ...children: (Node | string)[]): HTMLElement => {
    const element = page.createElement(tag)
    if (className !== '') element.className = className
    element.append(...children)
    return element
  }
  const list = (rows: readonly { readonly key: string; readonly value: Node | string }[]): HTMLElement =>
    make(
      'dl',
      'govuk-summary-list',
      ...rows.map(({ key, value }) =>
        make(
          'div',
          'govuk-summary-list__row',
          make('dt', 'govuk-summary-list__key', key),
          make('dd', 'govuk-summary-list__value', value),
        ),
      ),
    )
  const title = make('h2', '', told.title[lang])
  title.id = 'verdict'
  const section = make('section', `verdict verdict--${told.tone}`, title)
  section.setAttribute('aria-labelledby', 'verdict')
  section.append(
    make('p', 'verdict__file', `${words.of} ${name}`),
    make('p', '', told.means[lang]),
    make('p', '', told.todo[lang]),
  )
  if (told.facts.length > 0)
    section.append(
      make('h3', '', (told.tone === 'good' ? words.says : words.unsure) ?? ''),
      list(told.facts.map((fact) => ({ key: fact.name[lang], value: fact.value[lang] }))),
    )
  if (told.checks.length > 0)
    section.append(
      make('h3', '', words.checks ?? ''),
      make(
        'ul',
        'checks',
        ...told.checks.map((check) =>
          make('li', `checks__${check.tone}`, `${check.name[lang]}: ${check.answer[lang]}`),
        ),
      ),
    )
  if (told.technical.length > 0)
    section.append(
      make(
        'details',
        'details',
        make('summary', '', words.technical ?? ''),
        make(
          'div',
          'details__text',
          list(told.technical.map((fact) => ({ key: fact.name[lang], value: make('code', '', fact.value) }))),
        ),
      ),
    )
  return section
}

try {
  checkHere(document)
} catch (fault) {
  console.error(fault)
}
