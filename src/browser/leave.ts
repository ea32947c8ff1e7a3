/** The way out in a hurry takes the place of the page, so that going back does not lead here again. */
export function leaveAtOnce(page: Document): void {
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[data-leave]'))
    link.addEventListener('click', (event) => {
      event.preventDefault()
      page.body.replaceChildren()
      location.replace(link.href)
    })
}
