const SHOWN = 3000

/** A copy button stays hidden until something can copy. */
export function offerCopy(page: Document): void {
  if (!navigator.clipboard) return
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const words = button.textContent
    button.hidden = false
    button.setAttribute('aria-live', 'polite')
    button.addEventListener('click', () => {
      const text = page.getElementById(button.dataset.copy ?? '')?.textContent ?? ''
      void navigator.clipboard.writeText(text).then(() => {
        button.textContent = button.dataset.done ?? words
        setTimeout(() => {
          button.textContent = words
        }, SHOWN)
      })
    })
  }
}
