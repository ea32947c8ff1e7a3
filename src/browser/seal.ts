import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'

/**
 * Opens what is sealed, makes keys and seals anew: on the device of the officer who holds a private key. The key stays in
 * the memory of this page; nothing here sends it anywhere or keeps it.
 */
const SECRET = /AGE-SECRET-KEY-1[0-9A-Z]+/i

/** The key somebody chose or typed; nothing when there is none. */
async function keyIn(place: HTMLElement): Promise<string | undefined> {
  const file = place.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0]
  const typed = place.querySelector<HTMLInputElement>('input[type=password]')?.value ?? ''
  return SECRET.exec(file === undefined ? typed : await file.text())?.[0]?.toUpperCase()
}

async function opened(identity: string, sealed: Uint8Array): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return decrypter.decrypt(sealed)
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

async function fetched(href: string): Promise<Uint8Array> {
  const answer = await fetch(href, { credentials: 'same-origin' })
  if (!answer.ok) throw new Error(`${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}

/** A link that saves bytes under a name, from memory. */
function saving(page: Document, bytes: Uint8Array | string, name: string, text: string): HTMLElement {
  const link = page.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'application/octet-stream' }))
  link.download = name
  link.textContent = `${text}: ${name}`
  return link
}

function reveal(page: Document): void {
  for (const shown of page.querySelectorAll<HTMLElement>('[data-with-script]')) shown.hidden = false
  for (const left of page.querySelectorAll<HTMLElement>('[data-without-script]')) left.hidden = true
}

/** A button that needs a key: what goes wrong is said beside it. */
function withKey(place: HTMLElement, run: (key: string, say: (text?: string) => void) => Promise<void>): void {
  const told = place.querySelector<HTMLElement>('[data-told]')
  const say = (text = ''): void => {
    if (told) told.textContent = text
  }
  place.querySelector('[data-open]')?.addEventListener('click', () => {
    keyIn(place)
      .then((key) => (key === undefined ? say(place.dataset.none) : run(key, say)))
      .catch(() => say(place.dataset.wrong))
  })
}

// ————— opening —————

function offerOpening(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-unseal]')
  if (!place) return
  withKey(place, async (key, say) => {
    const own = textOf(await opened(key, await fetched(place.dataset.unseal ?? '')))
    for (const item of place.querySelectorAll<HTMLElement>('[data-sealed]')) {
      const shown = item.querySelector<HTMLElement>('[data-shown]')
      const href = item.querySelector<HTMLAnchorElement>('[data-file]')?.href ?? ''
      const bytes = await opened(own, await fetched(href))
      shown?.replaceChildren(
        item.dataset.sealed === 'identity' ? whoIn(page, bytes) : fileIn(page, bytes, place.dataset.save ?? ''),
      )
    }
    say(place.dataset.opened)
  })
}

function whoIn(page: Document, bytes: Uint8Array): HTMLElement {
  const { name = '', contact = '' } = JSON.parse(textOf(bytes)) as { name?: string; contact?: string }
  const line = page.createElement('p')
  // As text: a name may hold anything.
  line.append(name, page.createElement('br'), contact)
  return line
}

/** The first line says name and kind, the rest is the file. */
function fileIn(page: Document, bytes: Uint8Array, text: string): HTMLElement {
  const end = bytes.indexOf(10)
  const { name = 'file' } = JSON.parse(textOf(bytes.subarray(0, end))) as { name?: string }
  const line = page.createElement('p')
  line.append(saving(page, bytes.slice(end + 1), name, text))
  return line
}

// ————— keys —————

function offerMaking(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-make]')
  const field = page.querySelector<HTMLInputElement>('input[name=recipient]:not([type=hidden])')
  if (!place || !field) return
  place.querySelector('button')?.addEventListener('click', () => {
    make(page, place, field).catch((fault: unknown) => console.error(fault))
  })
}

async function make(page: Document, place: HTMLElement, field: HTMLInputElement): Promise<void> {
  const secret = await generateX25519Identity()
  const recipient = await identityToRecipient(secret)
  field.value = recipient
  const told = place.querySelector<HTMLElement>('[data-told]')
  const text = `# public key: ${recipient}\n${secret}\n`
  told?.replaceChildren(
    `${place.dataset.made} `,
    saving(page, text, `saola-${recipient.slice(-6)}.key.txt`, place.dataset.save ?? ''),
  )
}

function offerRewrapping(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-rewrap]')
  if (!place) return
  const recipients = (place.dataset.recipients ?? '').split(' ').filter(Boolean)
  withKey(place, async (key, say) => {
    let [done, left] = [0, 0]
    const all = [...place.querySelectorAll<HTMLElement>('[data-envelope]')]
    for (const item of all) {
      const sealed = Uint8Array.from(atob(item.dataset.envelope ?? ''), (sign) => sign.charCodeAt(0))
      const own = await opened(key, sealed).catch(() => undefined)
      if (own !== undefined && (await sent(place.dataset.rewrap ?? '', item.dataset.number ?? '', own, recipients))) {
        done += 1
        item.remove()
      } else left += 1
      say((place.dataset.done ?? '').replace('{n}', String(done)).replace('{left}', String(left)))
    }
  })
}

/** The key of a message, sealed for the present recipients, goes back; its private half does not. */
async function sent(action: string, number: string, own: Uint8Array, recipients: readonly string[]): Promise<boolean> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const envelope = await encrypter.encrypt(own)
  const body = new URLSearchParams({ number, envelope: btoa(String.fromCharCode(...envelope)) })
  for (const recipient of recipients) body.append('recipient', recipient)
  return (await fetch(action, { method: 'POST', body, credentials: 'same-origin' })).ok
}

try {
  reveal(document)
  offerOpening(document)
  offerMaking(document)
  offerRewrapping(document)
} catch (fault) {
  console.error(fault)
}
