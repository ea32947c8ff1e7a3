import type { Child } from 'hono/jsx'
import { done } from '../../base/outcome.ts'
import type { Lang } from '../../base/text.ts'
import { MAX_EVIDENCE } from '../../log/evidence.ts'
import { examine } from '../../log/examine.ts'
import { tell, type Told } from '../../log/words.ts'
import { assets } from '../../web/assets.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { Details } from '../../web/parts/details/part.tsx'
import { FileField } from '../../web/parts/file-field/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { LEVEL_WORDS, STATE_WORDS } from '../systems/schema.ts'
import { type Shown, trustNow } from './trust.ts'
import { V } from './words-verify.ts'

const NAMES = { ...LEVEL_WORDS, ...STATE_WORDS }

/** Drawn here for whoever has no script, and by `browser/verify.ts` in the same form for everyone else. */
const Result = ({ lang, told, name }: { readonly lang: Lang; readonly told: Told; readonly name: string }) => (
  <section class={`verdict verdict--${told.tone}`} aria-labelledby="verdict">
    <h2 id="verdict">{told.title[lang]}</h2>
    {name === '' ? null : (
      <p class="verdict__file">
        {V.of[lang]} {name}
      </p>
    )}
    <p>{told.means[lang]}</p>
    <p>{told.todo[lang]}</p>
    {told.facts.length === 0 ? null : (
      <>
        <h3>{V[told.tone === 'good' ? 'says' : 'unsure'][lang]}</h3>
        <SummaryList rows={told.facts.map((fact) => ({ key: fact.name[lang], value: fact.value[lang] }))} />
      </>
    )}
    {told.checks.length === 0 ? null : (
      <>
        <h3>{V.checks[lang]}</h3>
        <ul class="checks">
          {told.checks.map((check) => (
            <li class={`checks__${check.tone}`}>
              {check.name[lang]}: {check.answer[lang]}
            </li>
          ))}
        </ul>
      </>
    )}
    {told.technical.length === 0 ? null : (
      <Details summary={V.technical[lang]}>
        <SummaryList
          rows={told.technical.map((fact) => ({ key: fact.name[lang], value: <code>{fact.value}</code> }))}
        />
      </Details>
    )}
  </section>
)

interface Drawn {
  readonly asked: AskedPage
  readonly shown: Shown
  readonly problem?: string
  readonly result?: Child
}

/** What the script needs, so that it asks nobody: whom to trust, and its words. */
const dataFor = ({ asked: { lang }, shown }: Drawn) => ({
  'data-verify': '',
  'data-policy': shown.policy,
  'data-keys': shown.keys,
  'data-names': JSON.stringify(NAMES),
  'data-limit': String(MAX_EVIDENCE),
  'data-checking': V.checking[lang],
  'data-none': V.none[lang],
  'data-unread': V.unread[lang],
  'data-of': V.of[lang],
  'data-says': V.says[lang],
  'data-unsure': V.unsure[lang],
  'data-checks': V.checks[lang],
  'data-technical': V.technical[lang],
})

function draw(drawn: Drawn) {
  const { asked, shown, problem, result } = drawn
  const { lang, to } = asked
  return asked.page({
    title: V.title[lang],
    about: V.about[lang],
    ...(problem === undefined ? {} : { problems: [{ href: '#file', text: problem }] }),
    children: (
      <>
        <h1>{V.title[lang]}</h1>
        <p class="lead">{V.lead[lang]}</p>
        <div {...dataFor(drawn)}>
          <p data-with-script hidden>
            {V.stays[lang]}
          </p>
          <p data-without-script>{V.sent[lang]}</p>
          <FormShell action={to('/verify')} upload>
            <FileField
              name="file"
              label={V.field[lang]}
              hint={V.hint[lang]}
              accept=".tlog-proof,.jws,.json,.txt"
              error={problem}
            />
            <p data-with-script hidden>
              {V.drop[lang]}
            </p>
            <Button>{V.check[lang]}</Button>
          </FormShell>
          <p class="govuk-visually-hidden" role="status" data-told></p>
          <div data-result>{result}</div>
        </div>
        <h2>{V.where[lang]}</h2>
        <p>{V.whereText[lang]}</p>
        <h2>{V.limits[lang]}</h2>
        <p>{V.limitsText[lang]}</p>
        <Details summary={V.trust[lang]}>
          <p>{V.trustText[lang]}</p>
          <p>
            <a href="/log/policy">{V.policy[lang]}</a>
          </p>
          <pre class="wrap">
            <code>{shown.policy}</code>
          </pre>
          <p>
            <a href="/.well-known/jwks.json">{V.keys[lang]}</a>
          </p>
          <ul>
            {shown.trust.keys.map(({ kid }) => (
              <li>
                <code>{kid}</code>
              </li>
            ))}
          </ul>
        </Details>
        <script src={assets().verify} defer></script>
      </>
    ),
  })
}

const showVerify = page({
  name: 'showVerify',
  method: 'get',
  path: '/verify',
  who: 'anyone',
  open: true,
  handle: async (asked) => done({ show: draw({ asked, shown: await trustNow(asked) }) }),
})

/** For browsers without a script. Nothing of the file is kept: it is read in memory and forgotten with the answer. */
const checkFile = page({
  name: 'checkFile',
  method: 'post',
  path: '/verify',
  who: 'anyone',
  // Around the file stands the form.
  limit: MAX_EVIDENCE + 16_384,
  async handle(asked, { form }) {
    const { lang } = asked
    const shown = await trustNow(asked)
    const { file } = form
    if (!(file instanceof File) || file.name === '')
      return done({ show: draw({ asked, shown, problem: V.none[lang] }), status: 422 })
    const told = tell(examine(new Uint8Array(await file.arrayBuffer()), shown.trust), NAMES)
    const result = (
      <>
        <p>{V.wasSent[lang]}</p>
        <Result lang={lang} told={told} name={file.name} />
      </>
    )
    return done({ show: draw({ asked, shown, result }) })
  },
})

export const verifyPages: readonly Route[] = [showVerify, checkFile]
