/** "None of these" unticks the others, and any other unticks "none". */
export function keepExclusive(page: Document): void {
  page.addEventListener('change', (event) => {
    const box = event.target
    if (!(box instanceof HTMLInputElement) || box.type !== 'checkbox' || !box.checked) return
    const group = box.closest('[data-checkboxes]')
    const none = 'exclusive' in box.dataset
    for (const other of group?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])
      if (other !== box && (none || 'exclusive' in other.dataset)) other.checked = false
  })
}
