/** A part with `data-refresh` (seconds) is fetched anew until the page has no such part any more; then the page is loaded whole. */
export function refreshProgress(page: Document): void {
  const part = page.querySelector<HTMLElement>('[data-refresh]')
  if (part === null) return
  const again = async (): Promise<void> => {
    if (page.visibilityState === 'hidden') return wait()
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-refresh]')
    if (fresh === null) return location.reload()
    // Only what changed: whoever stands on the link keeps standing there.
    const [bar, state] = [part.querySelector('progress'), part.querySelector('[role=status]')]
    const now = fresh.querySelector('progress')
    if (bar && now) {
      bar.max = now.max
      bar.value = now.value
    }
    if (state) state.textContent = fresh.querySelector('[role=status]')?.textContent ?? ''
    wait()
  }
  // A line that is away for a while is tried again; the link on the page does the same by hand.
  const wait = (): void => void window.setTimeout(() => void again().catch(wait), Number(part.dataset.refresh) * 1000)
  wait()
}
