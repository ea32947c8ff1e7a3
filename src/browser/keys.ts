const ROW = 'tbody tr, li'
const STEP: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }

/** In these, letters are typed and arrows choose. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'))

/**
 * In a list with `data-keys`, j and k or the arrows go from row to row (its first link), and ? shows the help whose id
 * `data-keys` names. Only while the focus stands in the list: a letter spoken or slipped elsewhere moves nothing
 * (WCAG 2.1.4).
 */
export function walkRows(page: Document): void {
  for (const list of page.querySelectorAll<HTMLElement>('[data-keys]')) {
    const help = page.getElementById(list.dataset.keys ?? '')
    help?.setAttribute('role', 'status')
    list.addEventListener('keydown', (event) => {
      const { key, ctrlKey, altKey, metaKey, target } = event
      if (ctrlKey || altKey || metaKey || isField(target)) return
      if (key === '?' && help) {
        help.hidden = !help.hidden
        return
      }
      const step = event.shiftKey ? undefined : STEP[key]
      if (step === undefined) return
      // A list inside a row belongs to its row.
      const rows = [...list.querySelectorAll<HTMLElement>(ROW)].filter((row) => !row.parentElement?.closest(ROW))
      const links = rows.flatMap((row) => row.querySelector('a') ?? [])
      const here = links.findIndex((link) => target instanceof Node && link.closest(ROW)?.contains(target))
      const next = links[here + step]
      if (next === undefined) return
      event.preventDefault()
      next.focus()
    })
  }
}
