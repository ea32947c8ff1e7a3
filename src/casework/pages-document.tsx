import { dayOf } from '../base/day.ts'
import { done, type Outcome, refuse } from '../base/outcome.ts'
import type { Lang } from '../base/text.ts'
import { type Cite, citeText } from '../law/cite.ts'
import { qrMatrix, renderPdf } from '../web/document.ts'
import { showDay, showMoment } from '../web/format.ts'
import { Button, Buttons } from '../web/parts/button/part.tsx'
import { Details } from '../web/parts/details/part.tsx'
import { Notice } from '../web/parts/notice/part.tsx'
import { Panel } from '../web/parts/panel/part.tsx'
import { QrCode } from '../web/parts/qr-code/part.tsx'
import { SummaryList } from '../web/parts/summary-list/part.tsx'
import { type Answer, type AskedPage, type Download, page, type Route } from '../web/route.ts'
import { getWhole, type Office, type Whole } from './actions.ts'
import type { Procedure } from './procedure.ts'
import type { CaseDocument, Shown } from './schema.ts'
import { AnswerShown, answerText, Cited } from './shown.tsx'
import { SAYS } from './words.ts'
import { F } from './words-file.ts'

/** What was issued on a file: to read, to print, and as it was signed. Whoever sees the file sees it. */
export const documentPages = (office: Office): Route[] => {
  const { procedure: p } = office
  return [
    page({
      name: `${p.id}.showDocument`,
      method: 'get',
      // One address with four endings: numbers hold no dot.
      path: `/${p.path}/{number}/documents/{doc}`,
      who: 'person',
      async handle(asked, { params }): Promise<Outcome<Answer>> {
        const found = await getWhole(asked, office, params.number ?? '')
        if (!found.ok) return found
        const [name = '', ending = ''] = (params.doc ?? '').split(/\.(?=[^.]*$)/)
        const document = found.value.documents.find(({ number }) => number === name)
        if (document === undefined) return refuse({ code: 'document.unknown' })
        const drawn = { asked, p, whole: found.value, document }
        switch (ending) {
          case '':
            return done({ show: documentPage(drawn) })
          case 'pdf':
          case 'jws':
            if (document.jws === '') return refuse({ code: 'document.erased' })
            return ending === 'pdf'
              ? done({ download: await pdfOf(drawn) })
              : done({ download: { type: 'application/jose', name: `${name}.jws`, body: document.jws } })
          case 'json':
            return done({ download: jsonOf(document) })
          default:
            return refuse({ code: 'document.unknown' })
        }
      },
    }),
  ]
}

interface Drawn {
  readonly asked: AskedPage
  readonly p: Procedure
  readonly whole: Whole
  readonly document: CaseDocument
}

/** Facts of the document as it was signed. */
const facts = ({ content }: CaseDocument, lang: Lang): { readonly key: string; readonly value: string }[] => [
  { key: F.number[lang], value: content.number },
  { key: F.file[lang], value: content.file },
  { key: F.issuedAt[lang], value: showMoment(content.issuedAt, lang) },
  { key: F.issuer[lang], value: content.issuer[lang] },
  { key: F.to[lang], value: content.to },
]

interface SaidPart {
  readonly title: string
  readonly answers: readonly Shown[]
}

/** Questions and answers of the step, under the headings of their form. */
function saidIn({ asked, p, whole, document }: Drawn): SaidPart[] {
  const { shown = [], form } = whole.papers.get(document.seq) ?? {}
  const used = form === undefined ? undefined : p.forms[form.id]?.find(({ version }) => version === form.version)
  return [...new Set(shown.map((q) => q.page))].map((id) => ({
    title: used?.pages.find((one) => one.id === id)?.title[asked.lang] ?? id,
    answers: shown.filter((q) => q.page === id),
  }))
}

const says = ({ asked, p, whole, document }: Drawn): string => {
  const verb = whole.events.find(({ seq }) => seq === document.seq)?.verb ?? ''
  return p.verbs[verb]?.document?.says[asked.lang] ?? ''
}

const addressOf = ({ asked, p, whole, document }: Drawn): string =>
  `${asked.site.url}/${asked.lang}/${p.path}/${whole.file.number}/documents/${document.number}`

const documentPage = (drawn: Drawn) => {
  const { asked, p, whole, document } = drawn
  const { lang, to } = asked
  const { content, number } = document
  const file = to(`/${p.path}/${whole.file.number}`)
  const at = `${file}/documents/${number}`
  return asked.page({
    title: `${content.title[lang]} ${number}`,
    back: { text: whole.file.number, href: file },
    unlisted: true,
    children: (
      <>
        <Panel title={content.title[lang]} label={F.number[lang]} number={number} />
        {content.legalValue ? null : <Notice tone="important">{F.noValue[lang]}</Notice>}
        <p>{says(drawn)}</p>
        <SummaryList
          rows={[
            ...facts(document, lang).slice(1),
            {
              key: F.basis[lang],
              value: content.cites.map((cite, n) => (
                <>
                  {n === 0 ? '' : '; '}
                  <Cited lang={lang} cite={cite as Cite} />
                </>
              )),
            },
          ]}
        />
        {document.jws === '' ? <p>{SAYS['document.erased'][lang]}</p> : null}
        <Buttons>
          {document.jws === '' ? null : <Button href={`${at}.pdf`}>{F.pdf[lang]}</Button>}
          <Button look="secondary" href={file}>
            {F.toFile[lang]}
          </Button>
        </Buttons>
        {saidIn(drawn).map(({ title, answers }) => (
          <section>
            <h2>{title}</h2>
            <SummaryList
              rows={answers.map((q) => ({
                key: q.ask[lang],
                value: <AnswerShown lang={lang} answer={q.answer} />,
              }))}
            />
          </section>
        ))}
        <QrCode text={addressOf(drawn)} title={F.qr[lang]} caption={addressOf(drawn)} />
        <Details summary={F.proof[lang]}>
          {document.jws === '' ? null : (
            <>
              <SummaryList rows={[{ key: F.hash[lang], value: <code>{content.content}</code> }]} />
              <p>{F.signed[lang]}</p>
            </>
          )}
          <ul>
            <li>
              <a href={`${at}.tlog-proof`}>{F.evidence[lang]}</a>
            </li>
            <li>
              <a href={to('/verify')}>{F.verify[lang]}</a>
            </li>
            {document.jws === '' ? null : (
              <li>
                <a href={`${at}.jws`}>{F.jws[lang]}</a>
              </li>
            )}
            <li>
              <a href={`${at}.json`}>{F.json[lang]}</a>
            </li>
            <li>
              <a href="/.well-known/jwks.json">{F.keys[lang]}</a>
            </li>
          </ul>
        </Details>
      </>
    ),
  })
}

async function pdfOf(drawn: Drawn): Promise<Download> {
  const { asked, document } = drawn
  const { lang } = asked
  const { content, number } = document
  const address = addressOf(drawn)
  const cites = content.cites.map((cite) => citeText(cite as Cite, lang)).join('; ')
  const body = await renderPdf(
    'casework/document.typ',
    {
      ...{ lang, number, address, title: content.title[lang], says: says(drawn) },
      ...{ date: showDay(dayOf(document.at)), qr: qrMatrix(address), evaluation: !content.legalValue },
      rows: [...facts(document, lang), { key: F.basis[lang], value: cites }],
      said: saidIn(drawn).map(({ title, answers }) => ({
        title,
        rows: answers.map((q) => ({ key: q.ask[lang], value: answerText(q.answer, lang) })),
      })),
      signature: { label: F.drawn[lang], kid: keyOf(document.jws), content: F.hash[lang], hash: content.content },
    },
    document.at,
  )
  return { type: 'application/pdf', name: `${number}.pdf`, body }
}

const jsonOf = ({ number, content }: CaseDocument): Download => ({
  type: 'application/json',
  name: `${number}.json`,
  body: JSON.stringify(content, null, 2),
})

/** Which key signed: written in the protected header (RFC 7515). */
const keyOf = (jws: string): string =>
  (JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid
