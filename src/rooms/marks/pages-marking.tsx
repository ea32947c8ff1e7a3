import { done, type Outcome } from '../../base/outcome.ts'
import type { Lang } from '../../base/text.ts'
import { assets } from '../../web/assets.ts'
import { citeLink } from '../../web/cite-link.ts'
import { enginePath } from '../../web/engine-asset.ts'
import { textIn } from '../../web/form.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { Checkboxes } from '../../web/parts/checkboxes/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { FileField } from '../../web/parts/file-field/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { type Answer, type AskedPage, page, type Route } from '../../web/route.ts'
import type { Recorded } from '../systems/schema.ts'
import { certificatesOf, markable, pemOf } from './certificate-actions.ts'
import { toSignWith } from './certificate-rules.ts'
import { registerItem } from './item-actions.ts'
import { ItemRequest } from './item-schema.ts'
import { K } from './marking-words.ts'
import { FILE_MOST } from './readers.ts'
import { markSent, registrationFor, signClaim } from './signing-actions.ts'
import { ClaimRequest, Statement } from './signing-schema.ts'
import { SIGNING_SAYS } from './signing-words.ts'

/** On the device of whoever marks nobody else pays for memory. */
const DEVICE_MOST = 200 * 1_048_576
const megabytes = (bytes: number): string => `${bytes / 1_048_576} MB`

const at = (system: Recorded): string => `/systems/${system.id}/mark`

/** What the script needs to know, so that it asks for nothing but the engine and a signature. */
async function dataFor(asked: AskedPage, system: Recorded, lang: Lang) {
  const said = await registrationFor(asked, system, { statement: 'created-by-ai' })
  return {
    'data-mark': '',
    'data-most': String(DEVICE_MOST),
    'data-sign': assets().sign,
    'data-engine': enginePath(),
    'data-roots': asked.authority === undefined ? '' : pemOf(asked.authority.root),
    'data-said': JSON.stringify({ aiId: said.aiId, register: said.register, provider: said.provider }),
    'data-sign-at': asked.to(`${at(system)}/sign`),
    'data-register-at': asked.to(`${at(system)}/items`),
    'data-words': JSON.stringify(
      Object.fromEntries(
        Object.entries(K).map(([key, text]) => [key, text[lang].replace('{most}', megabytes(DEVICE_MOST))]),
      ),
    ),
  }
}

async function draw(asked: AskedPage, system: Recorded, problem?: string) {
  const { lang, to } = asked
  const ready = toSignWith(await certificatesOf(asked, system), asked.now()) !== undefined
  const back = to(`/systems/${system.id}/marks`)
  return asked.page({
    title: `${K.title[lang]} – ${system.name}`,
    back: { text: K.toCertificates[lang], href: back },
    unlisted: true,
    problems: problem === undefined ? [] : [{ href: '#file', text: problem }],
    children: (
      <>
        <p class="caption">
          {system.name} · {system.aiId}
        </p>
        <h1>{K.title[lang]}</h1>
        <p class="lead">{K.lead[lang]}</p>
        <p>
          <Cite {...citeLink(lang, 'L11.2')} /> · <Cite {...citeLink(lang, 'N17')} />
        </p>
        {ready ? (
          await form(asked, system, problem)
        ) : (
          <Notice tone="important" title={K.noCertificate[lang]}>
            <p>
              {K.noCertificateText[lang]} <a href={back}>{K.toCertificates[lang]}</a>
            </p>
          </Notice>
        )}
        <p>
          {K.keep[lang]} (<Cite {...citeLink(lang, 'N17.4')} />
          ).
        </p>
        <p>
          {K.label[lang]} (<Cite {...citeLink(lang, 'N18.2')} />
          ). <a href={to('/marks/labels')}>{K.toLabels[lang]}</a>
        </p>
        <p>
          <a href={to('/api')}>{K.many[lang]}</a>
        </p>
      </>
    ),
  })
}

async function form(asked: AskedPage, system: Recorded, problem: string | undefined) {
  const { lang, to } = asked
  return (
    <>
      <div {...(await dataFor(asked, system, lang))}>
        <p data-with-script hidden>
          <strong>{K.stays[lang]}</strong>
        </p>
        <p data-without-script>{K.sent[lang]}</p>
        <FormShell action={to(at(system))} upload>
          <FileField
            name="file"
            label={K.file[lang]}
            hint={`${K.hint[lang]} ${K.most[lang].replace('{most}', megabytes(FILE_MOST))}`}
            error={problem}
          />
          <Radios
            name="statement"
            legend={K.statement[lang]}
            value="created-by-ai"
            options={[
              { value: 'created-by-ai', label: K.created[lang] },
              { value: 'edited-by-ai', label: K.edited[lang] },
            ]}
          />
          <div data-with-script hidden>
            <Checkboxes
              name="more"
              legend={K.more[lang]}
              options={[
                { value: 'watermark', label: K.watermark[lang], hint: K.watermarkHint[lang] },
                { value: 'register', label: K.register[lang], hint: K.registerHint[lang] },
              ]}
              values={[]}
            />
          </div>
          <Button>{K.mark[lang]}</Button>
        </FormShell>
        <p role="status" data-told></p>
        <div data-result></div>
      </div>
      <script src={assets().mark} defer></script>
    </>
  )
}

const showMarking = page({
  name: 'showMarking',
  method: 'get',
  path: '/systems/{id}/mark',
  who: 'filer',
  wasm: true,
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await markable(asked, params.id ?? '')
    return found.ok ? done({ show: await draw(asked, found.value) }) : found
  },
})

/** For browsers without a script. Nothing of the file is kept; what holds no manifest comes back as its sidecar. */
const markUpload = page({
  name: 'markUpload',
  method: 'post',
  path: '/systems/{id}/mark',
  who: 'filer',
  stateless: true,
  // Around the file stands the form.
  limit: FILE_MOST + 16_384,
  async handle(asked, { params, form: sent }): Promise<Outcome<Answer>> {
    const { lang } = asked
    const found = await markable(asked, params.id ?? '')
    if (!found.ok) return found
    const { file } = sent
    const again = async (problem: string) =>
      done({ show: await draw(asked, found.value, problem), status: 422 as const })
    if (!(file instanceof File) || file.name === '') return again(K.none[lang])
    const statement = Statement.catch('created-by-ai').parse(textIn(sent, 'statement'))
    const bytes = new Uint8Array(await file.arrayBuffer())
    const marked = await markSent(asked, bytes, { aiId: found.value.aiId, statement })
    if (!marked.ok) {
      const code = marked.refusals[0]?.code ?? ''
      return code in SIGNING_SAYS ? again(SIGNING_SAYS[code as keyof typeof SIGNING_SAYS][lang]) : marked
    }
    const { file: whole, manifest } = marked.value
    const [body, name] = whole === null ? [manifest, `${file.name.replace(/\.[^.]*$/, '')}.c2pa`] : [whole, file.name]
    return done({ download: { type: 'application/octet-stream', name, body: Buffer.from(body, 'base64') } })
  },
})

/** The script sends a claim, some 800 bytes with its address, and gets the signature back. */
const signHere = page({
  name: 'signMarkHere',
  method: 'post',
  path: '/systems/{id}/mark/sign',
  who: 'filer',
  async handle(asked, { params, form: sent }): Promise<Outcome<Answer>> {
    const found = await markable(asked, params.id ?? '')
    if (!found.ok) return found
    const claim = ClaimRequest.shape.claim.safeParse(textIn(sent, 'claim')).data ?? new Uint8Array(0)
    const signed = await signClaim(asked, found.value.aiId, claim)
    return signed.ok ? done({ kept: true, download: { type: 'application/cose', body: signed.value.cose } }) : signed
  },
})

/** What the person chose to register: numbers, hashes and the manifest, never the content. */
const registerHere = page({
  name: 'registerMarkHere',
  method: 'post',
  path: '/systems/{id}/mark/items',
  who: 'filer',
  limit: 524_288,
  async handle(asked, { params, form: sent }): Promise<Outcome<Answer>> {
    const found = await markable(asked, params.id ?? '')
    if (!found.ok) return found
    const hashes = textIn(sent, 'phash') === '' ? undefined : one(sent, ['phash', 'dhash', 'pdq'])
    const typed = {
      ...one(sent, ['contentId', 'statement', 'type', 'sha256', 'manifest']),
      aiId: found.value.aiId,
      hashes,
    }
    const request = ItemRequest.safeParse(typed)
    if (!request.success) return { ok: false, refusals: [{ code: 'item.manifest' }] }
    const registered = await registerItem(asked, request.data)
    return registered.ok ? done({ kept: true }) : registered
  },
})

const one = (sent: Parameters<typeof textIn>[0], names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, textIn(sent, name)]))

export const markingPages: readonly Route[] = [showMarking, markUpload, signHere, registerHere]
