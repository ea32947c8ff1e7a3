import { done } from '../../base/outcome.ts'
import type { Lang } from '../../base/text.ts'
import { showNumber, showTime } from '../../web/format.ts'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { page, type Route } from '../../web/route.ts'
import { showHead, witnessesNow } from './actions.ts'
import type { HeadView, WitnessLine } from './schema.ts'
import { WORDS } from './words.ts'

const Code = ({ text }: { readonly text: string }) => <code>{text}</code>

const Present = ({ lang, head }: { readonly lang: Lang; readonly head: HeadView }) => (
  <SummaryList
    rows={[
      { key: WORDS.origin[lang], value: <Code text={head.origin} /> },
      { key: WORDS.size[lang], value: showNumber(head.size, lang) },
      { key: WORDS.root[lang], value: <Code text={head.root} /> },
      { key: WORDS.signedAt[lang], value: showTime(head.signedAt, lang) },
      { key: WORDS.keys[lang], value: head.keys.map((key) => <Code text={key} />) },
    ]}
  />
)

interface Looking {
  readonly lang: Lang
  readonly size: number
  readonly witnesses: readonly WitnessLine[]
}

const Witnesses = ({ lang, size, witnesses }: Looking) =>
  witnesses.length === 0 ? (
    <p>{WORDS.noWitness[lang]}</p>
  ) : (
    <ul>
      {witnesses.map((witness) => (
        <li>
          {witness.key.replace(/\+[0-9a-f]{8}$/, '')}:{' '}
          {witness.line !== null && witness.size === size ? WORDS.cosigned[lang] : WORDS.notCosigned[lang]}
        </li>
      ))}
    </ul>
  )

const showLog = page({
  name: 'showLog',
  method: 'get',
  path: '/log',
  who: 'anyone',
  async handle(asked) {
    const { lang } = asked
    const head = await showHead(asked)
    if (!head.ok) return head
    const show = asked.page({
      title: WORDS.title[lang],
      about: WORDS.lead[lang],
      children: (
        <>
          <h1>{WORDS.title[lang]}</h1>
          <p class="lead">{WORDS.lead[lang]}</p>
          <p>{WORDS.shows[lang]}</p>
          <h2>{WORDS.now[lang]}</h2>
          <Present lang={lang} head={head.value} />
          <h2>{WORDS.witnesses[lang]}</h2>
          <Witnesses lang={lang} size={head.value.size} witnesses={await witnessesNow(asked)} />
          <h2>{WORDS.keep[lang]}</h2>
          <p>{WORDS.keepText[lang]}</p>
          <p>
            <a href="/log/checkpoint" download="checkpoint.txt">
              {WORDS.checkpoint[lang]}
            </a>
          </p>
          <p>{WORDS.limits[lang]}</p>
        </>
      ),
    })
    return done({ show })
  },
})

export const pages: readonly Route[] = [showLog]
