import { SCOPES } from '../../base/actor.ts'
import { done } from '../../base/outcome.ts'
import type { Lang } from '../../base/text.ts'
import { DOSSIER } from '../../law/dossier.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { CodeBlock } from '../../web/parts/code-block/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type AskedPage, page } from '../../web/route.ts'
import { type Document, type Endpoint, endpoints, type Field, type NamedSchema, schemas } from './openapi.ts'
import { API as A, SCOPE_WORDS, WHERE } from './words-api.ts'

/** The API as a page, from the document that describes the very routes the server mounts. */
export function apiPage(document: (site: string) => object) {
  let known: Document | undefined
  return page({
    name: 'showApi',
    method: 'get',
    path: '/api',
    who: 'anyone',
    async handle(asked) {
      // One site, one list of routes: the document is the same for the life of the process.
      known ??= document(asked.site.url) as Document
      const show = asked.page({
        title: A.title[asked.lang],
        about: A.lead[asked.lang],
        wide: true,
        children: <Api asked={asked} document={known} />,
      })
      return done({ show })
    },
  })
}

const Api = ({ asked, document }: { readonly asked: AskedPage; readonly document: Document }) => {
  const { lang, site } = asked
  const all = endpoints(document)
  return (
    <>
      <h1>{A.title[lang]}</h1>
      <p class="lead">{A.lead[lang]}</p>
      <SummaryList
        rows={[
          { key: A.base[lang], value: <code>{site.url}/api/v1</code> },
          { key: A.machine[lang], value: <a href="/api/v1/openapi.json">/api/v1/openapi.json</a> },
        ]}
      />
      <Keys asked={asked} used={new Set(all.map((e) => e.scope))} />
      <h2>{A.once[lang]}</h2>
      <p>{A.onceText[lang]}</p>
      <h2>{A.problems[lang]}</h2>
      <p>{A.problemsText[lang]}</p>
      <Example lang={lang} id="problem" title={A.exampleProblem[lang]} code={PROBLEM} />
      <Examples lang={lang} site={site.url} />
      <h2 id="operations">{A.contents[lang]}</h2>
      <DataTable
        caption={A.contents[lang]}
        captionHidden
        columns={[{ label: A.contents[lang] }, { label: A.about[lang] }]}
        rows={all.map((e) => [
          <a href={`#${e.id}`}>
            <code>
              {e.method} {e.path}
            </code>
          </a>,
          e.summary[lang],
        ])}
      />
      {all.map((endpoint) => (
        <Operation lang={lang} endpoint={endpoint} />
      ))}
      <h2>{A.shared[lang]}</h2>
      {schemas(document).map((schema) => (
        <Shared lang={lang} schema={schema} />
      ))}
    </>
  )
}

interface KeysProps {
  readonly asked: AskedPage
  /** Scopes some operation asks for. */
  readonly used: ReadonlySet<string | undefined>
}

/** Whoever may come to be an owner is shown the way: visitors sign in, people without an organisation found one. */
const mayMakeKeys = (actor: AskedPage['actor']): boolean =>
  actor.kind === 'visitor' || (actor.kind === 'person' && (actor.acting ? actor.acting.role === 'owner' : !actor.seat))

const Keys = ({ asked: { lang, to, site, actor }, used }: KeysProps) => (
  <>
    <h2>{A.keys[lang]}</h2>
    <p>{A.keysText[lang]}</p>
    <ul>
      {SCOPES.filter((scope) => used.has(scope)).map((scope) => (
        <li>
          <code>{scope}</code>: {SCOPE_WORDS[scope][lang]}
        </li>
      ))}
    </ul>
    {site.mode === 'evaluation' ? <p>{A.keyLies[lang]}</p> : null}
    {mayMakeKeys(actor) ? (
      <Button look="secondary" href={to('/organisation/keys/new')}>
        {A.makeKey[lang]}
      </Button>
    ) : (
      <p>{A.keyOwner[lang]}</p>
    )}
  </>
)

interface ExampleProps {
  readonly lang: Lang
  readonly id: string
  readonly title: string
  readonly code: string
}

const Example = ({ lang, id, title, code }: ExampleProps) => (
  <CodeBlock id={`example-${id}`} title={title} code={code} copy={{ text: A.copy[lang], done: A.copied[lang] }} />
)

const Examples = ({ lang, site }: { readonly lang: Lang; readonly site: string }) => (
  <>
    <h2>{A.examples[lang]}</h2>
    <Example
      lang={lang}
      id="find"
      title={A.exampleFind[lang]}
      code={`curl '${site}/api/v1/systems?q=giong+ru&limit=5'`}
    />
    <Example lang={lang} id="assess" title={A.exampleAssess[lang]} code={assessBy(site)} />
    <Example lang={lang} id="notify" title={A.exampleNotify[lang]} code={notifyBy(site)} />
  </>
)

const assessBy = (site: string): string =>
  [
    `curl '${site}/api/v1/assessments' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '{"facts": {"screen": "system", "sector.health": true, "Q.III.1": true}}'`,
  ].join('\n')

/** A whole notice, so that it can be sent as it stands. */
const notifyBy = (site: string): string => {
  const dossier = Object.fromEntries(DOSSIER.fields.map((f) => [f.key, f.kind === 'list' ? ['…'] : '…']))
  return [
    `curl '${site}/api/v1/notices' \\`,
    `  -H "Authorization: Bearer $SAOLA_KEY" \\`,
    `  -H 'Idempotency-Key: notice-2026-0001' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify({ dossier, result: { level: 'medium' } }, null, 2)}'`,
  ].join('\n')
}

const LOW = {
  vi: 'Hệ thống rủi ro thấp không phải thông báo, nên Cổng không nhận thông báo này. Bạn có thể tự nguyện công khai thông tin cơ bản của hệ thống.',
  en: 'A low-risk system need not be notified, so the portal takes no notice of it. You may publish its basic information voluntarily.',
}
/** What `POST /notices` really answers to a low-risk system; a test sends one and compares. */
export const EXAMPLE_PROBLEM = {
  type: 'about:blank',
  title: LOW.vi,
  status: 422,
  code: 'notice.low',
  instance: 'urn:request:01a20186-75a9-7a29-bef3-93ccd9e3d15b',
  errors: [{ code: 'notice.low', ...LOW, pointer: '/result/level', cite: 'L10.3' }],
}
const PROBLEM = `HTTP/1.1 422 Unprocessable Entity
Content-Type: application/problem+json

${JSON.stringify(EXAMPLE_PROBLEM, null, 2)}`

const Operation = ({ lang, endpoint: e }: { readonly lang: Lang; readonly endpoint: Endpoint }) => (
  <section aria-labelledby={e.id}>
    <h3 id={e.id}>
      <code>
        {e.method} {e.path}
      </code>
    </h3>
    <p>{e.summary[lang]}.</p>
    <p>{e.scope === undefined ? A.open[lang] : A.scope[lang].replace('{scope}', e.scope)}</p>
    {e.fields.length === 0 ? (
      <p class="soft">{A.nothing[lang]}</p>
    ) : (
      <Fields lang={lang} fields={e.fields} caption={A.sends[lang]} where />
    )}
    <p>
      {A.returns[lang]}: {e.returns === undefined ? '–' : <Type field={e.returns} />}. {A.status[lang]}:{' '}
      {e.answers.join(', ')}.
    </p>
  </section>
)

const anchor = (name: string): string => `data-${name}`

const Type = ({ field }: { readonly field: Field }) =>
  field.named === undefined ? (
    <code>{field.type}</code>
  ) : (
    <a href={`#${anchor(field.named)}`}>
      <code>{field.type}</code>
    </a>
  )

interface FieldsProps {
  readonly lang: Lang
  readonly fields: readonly Field[]
  readonly caption: string
  /** Says where a field is sent, when not in the body. */
  readonly where?: boolean
}

const Fields = ({ lang, fields, caption, where }: FieldsProps) => {
  const explained = fields.some((f) => f.about !== '')
  const kind = (f: Field): string =>
    [...(f.required ? [A.required[lang]] : []), ...(where && f.where !== 'body' ? [WHERE[f.where][lang]] : [])].join(
      ', ',
    )
  return (
    <DataTable
      caption={caption}
      columns={[{ label: A.field[lang] }, { label: A.type[lang] }, ...(explained ? [{ label: A.about[lang] }] : [])]}
      rows={fields.map((f) => [
        <>
          <code>{f.name}</code>
          {kind(f) === '' ? null : (
            <>
              <br />
              <span class="soft small">{kind(f)}</span>
            </>
          )}
        </>,
        <Type field={f} />,
        ...(explained ? [<About lang={lang} field={f} />] : []),
      ])}
    />
  )
}

/** The document speaks English; the decree's own fields have their Vietnamese names. */
const About = ({ lang, field }: { readonly lang: Lang; readonly field: Field }) => {
  if (field.where === 'header') return <>{A.onceShort[lang]}</>
  if (field.name.endsWith('facts')) return <>{A.facts[lang]}</>
  const label = DOSSIER.fields.find((f) => f.label.en === field.about)?.label
  if (label !== undefined) return <>{label[lang]}</>
  return lang === 'en' || field.about === '' ? <>{field.about}</> : <span lang="en">{field.about}</span>
}

const Shared = ({ lang, schema }: { readonly lang: Lang; readonly schema: NamedSchema }) => (
  <section aria-labelledby={anchor(schema.name)}>
    <h3 id={anchor(schema.name)}>
      <code>{schema.name}</code>
    </h3>
    {schema.about === '' ? null : <p lang="en">{schema.about}</p>}
    {schema.fields.length === 0 ? (
      <p>
        <code>{schema.type}</code>
      </p>
    ) : (
      <Fields lang={lang} fields={schema.fields} caption={schema.name} />
    )}
    <p>
      <a href="#operations">{A.back[lang]}</a>
    </p>
  </section>
)
