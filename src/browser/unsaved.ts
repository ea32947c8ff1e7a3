/** A form with `data-unsaved` asks before it is left with changes nobody has kept. */
export function warnUnsaved(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-unsaved]')) {
    let changed = false
    const settle = () => {
      changed = false
    }
    form.addEventListener('input', () => {
      changed = true
    })
    form.addEventListener('saved', settle)
    form.addEventListener('submit', settle)
    window.addEventListener('beforeunload', (event) => {
      if (changed) event.preventDefault()
    })
  }
}
