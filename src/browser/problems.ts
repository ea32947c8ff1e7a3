/** The error summary takes the focus, so that a screen reader begins with it. */
export function focusProblems(page: Document): void {
  page.querySelector<HTMLElement>('[data-focus]')?.focus()
}
