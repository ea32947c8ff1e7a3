const QUIET = 1500

type Said = 'saving' | 'saved' | 'failed'

/** A form with `data-autosave` posts itself there a moment after the last change, and says in words how that went. */
function watch(form: HTMLFormElement, address: string): void {
  const state = form.querySelector<HTMLElement>('[role=status]')
  const say = (said: Said) => {
    if (state) state.textContent = state.dataset[said] ?? ''
  }
  let timer: number | undefined
  let running = false
  let again = false

  const save = async (): Promise<void> => {
    // One at a time and in order: an older draft must never arrive after a newer one.
    if (running) {
      again = true
      return
    }
    running = true
    say('saving')
    try {
      const body = new FormData(form)
      for (const [name, value] of [...body]) if (value instanceof File) body.delete(name)
      const answer = await fetch(address, { method: 'POST', body, headers: { accept: 'application/json' } })
      // Led elsewhere (to sign in again) means: not kept.
      const kept = answer.ok && !answer.redirected
      say(kept ? 'saved' : 'failed')
      if (kept) form.dispatchEvent(new CustomEvent('saved', { bubbles: true }))
    } catch {
      say('failed')
    }
    running = false
    if (again) {
      again = false
      await save()
    }
  }

  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void save(), QUIET)
  })
  form.addEventListener('submit', () => clearTimeout(timer))
}

export function offerAutosave(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-autosave]'))
    if (form.dataset.autosave) watch(form, form.dataset.autosave)
}
