const PAUSE = 4000

/** A second click on a slow line is swallowed. The once token guards the server; this spares the person the doubt. */
export function sendOnce(page: Document): void {
  const sent = new WeakMap<HTMLFormElement, number>()
  page.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
    const last = sent.get(form)
    if (last !== undefined && Date.now() - last < PAUSE) event.preventDefault()
    else sent.set(form, Date.now())
  })
}
