import { fill } from '../base/text.ts'
/** A step of the bar is told at each tenth: a screen reader that hears every percent hears nothing else. */
const TOLD = 10

interface Answer {
  /** The page the server led to, or showed instead. */
  readonly page: Document
  readonly status: number
  readonly address: string
}

/** What the server said in words: above the form, at the field, or as the heading of a page of its own. */
const reasonIn = (page: Document): string | undefined =>
  ['.error-summary li', '.govuk-error-message', 'h1']
    .map((where) => page.querySelector(where)?.textContent?.trim())
    .find(Boolean)

/** Who was signed out meanwhile is led to the sign-in page, which is no success either. */
const knows = (page: Document): boolean => page.querySelector('.head__who') !== null

function post(form: HTMLFormElement, body: FormData, told: (percent: number) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // fetch cannot say how far it has come.
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.setRequestHeader('accept', 'text/html')
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) told(Math.floor(((loaded / total) * 100) / TOLD) * TOLD)
    })
    request.addEventListener('error', reject)
    request.addEventListener('abort', reject)
    request.addEventListener('load', () =>
      resolve({
        page: new DOMParser().parseFromString(request.responseText, 'text/html'),
        status: request.status,
        address: request.responseURL,
      }),
    )
    request.send(body)
  })
}

/** A form with `data-upload` sends each chosen file on its own and says in words how far it has come. */
function watch(form: HTMLFormElement, page: Document): void {
  const words = form.dataset
  const list = page.createElement('ul')
  list.className = 'uploads'
  list.setAttribute('aria-live', 'polite')
  form.after(list)

  let count = 0
  let open = 0
  let running = 0
  let led = ''
  let line = Promise.resolve()

  const settle = () => {
    open -= 1
    if (open > 0 || led === '') return
    form.dispatchEvent(new CustomEvent('saved', { bubbles: true }))
    location.assign(led)
  }

  const take = (field: string, file: File, button: HTMLElement | null) => {
    const { name } = file
    const item = list.appendChild(page.createElement('li'))
    const text = item.appendChild(page.createElement('p'))
    const buttons = item.appendChild(page.createElement('div'))
    buttons.className = 'buttons'
    text.tabIndex = -1
    open += 1
    count += 1
    const mark = `-${count}`

    const offer = (label: string | undefined, act: () => void) => {
      const made = buttons.appendChild(page.createElement('button'))
      made.type = 'button'
      made.className = 'govuk-button govuk-button--secondary'
      const which = page.createElement('span')
      which.className = 'govuk-visually-hidden'
      which.textContent = ` ${name}`
      made.append(label ?? '', which)
      made.addEventListener('click', act)
    }
    const say = (told: string | undefined, values = {}) => {
      const now = fill(told, { name, ...values })
      if (text.textContent !== now) text.textContent = now
    }
    const fail = (reason: string | undefined) => {
      say(words.failed, { reason: reason ?? words.lost })
      offer(words.retry, () => {
        // The button goes; whoever stood on it stands on the words about the same file.
        text.focus()
        queue()
      })
      offer(words.drop, () => {
        item.remove()
        form.querySelector<HTMLElement>('input[type=file]')?.focus()
        settle()
      })
    }
    const send = async (): Promise<void> => {
      // What else the form says is read now: a retry sends what the person has mended since.
      const body = new FormData(form)
      for (const [key, value] of [...body]) if (value instanceof File) body.delete(key)
      const once = body.get('once')
      // The same token for the same file, however often: one that arrived unheard is not kept twice.
      if (typeof once === 'string') body.set('once', once + mark)
      if (button instanceof HTMLButtonElement && button.name) body.set(button.name, button.value)
      body.append(field, file)
      running += 1
      try {
        const answer = await post(form, body, (percent) => say(words.sending, { percent: String(percent) })).finally(
          // Before anything else: leaving the page is no loss from here on.
          () => (running -= 1),
        )
        if (answer.status >= 400 || knows(page) !== knows(answer.page))
          return fail(answer.status < 500 ? reasonIn(answer.page) : undefined)
        // The next file is sent from the state this one left behind, or it would be refused as stale.
        const seq = answer.page.querySelector<HTMLInputElement>('form[data-upload] [name=seq]')?.value
        const ours = form.querySelector<HTMLInputElement>('[name=seq]')
        if (ours && seq) ours.value = seq
        led = answer.address
        say(words.sent)
        settle()
      } catch {
        fail(undefined)
      }
    }
    const queue = () => {
      buttons.replaceChildren()
      say(words.sending, { percent: '0' })
      // One after the other: a slow line is not made slower, and the order stays as chosen.
      line = line.then(send)
    }
    queue()
  }

  form.addEventListener('submit', (event) => {
    const { submitter } = event
    if (submitter?.hasAttribute('formaction')) return
    const fields = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')]
    const chosen = fields.flatMap((field) => [...(field.files ?? [])].map((file) => ({ field: field.name, file })))
    // Nothing chosen: the form goes as it is, and the server says what is missing.
    if (chosen.length === 0 && running === 0) return
    event.preventDefault()
    for (const field of fields) field.value = ''
    for (const { field, file } of chosen) take(field, file, submitter)
  })
  window.addEventListener('beforeunload', (event) => {
    if (running > 0) event.preventDefault()
  })
}

export function sendEach(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-upload]'))
    if (form.querySelector('input[type=file][multiple]')) watch(form, page)
}
