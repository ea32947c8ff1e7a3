import { onlyServes } from '../../base/actor.ts'
import { showDay } from '../../base/day.ts'
import type { Lang } from '../../base/text.ts'
import { LABEL_QUALITIES, type LabelWay } from '../../law/label-duties.ts'
import type { LabelAnswers, Labelling, Owed } from '../../law/labelling.ts'
import { LABEL_QUESTIONS, type LabelFact } from '../../law/labels.ts'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import type { AskedPage } from '../../web/route.ts'
import { Cited } from './pages-label.tsx'
import { G, MEDIUM_OF } from './words-label-guide.ts'
import { MEDIUM_WORDS } from './words-label-pages.ts'

/** An answer in the words of its question. */
export const saidOf = (fact: LabelFact, value: string | undefined, lang: Lang): string => {
  const option = LABEL_QUESTIONS.find((q) => q.fact === fact)?.options.find((o) => o.value === value)
  return (option?.label ?? G.notYet)[lang]
}
export const askOf = (fact: LabelFact, lang: Lang): string =>
  LABEL_QUESTIONS.find((q) => q.fact === fact)?.ask[lang] ?? ''

interface DutiesProps {
  readonly lang: Lang
  readonly answers: LabelAnswers
  readonly title: string
  readonly duties: readonly Owed[]
}

/** Each duty with its moment, its day, its articles, and the answers it rests or hangs on. */
export const Duties = ({ lang, answers, title, duties }: DutiesProps) =>
  duties.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      {duties.map((duty) => (
        <section aria-labelledby={duty.id}>
          <h3 id={duty.id}>{duty.name[lang]}</h3>
          <p>{duty.todo[lang]}</p>
          <SummaryList
            rows={[
              { key: G.by[lang], value: duty.by[lang] },
              { key: G.since[lang], value: showDay(duty.from) },
              {
                key: G.cites[lang],
                value: [duty.cite, ...duty.also].map((cite, n) => (
                  <>
                    {n === 0 ? null : '; '}
                    <Cited lang={lang} cite={cite} />
                  </>
                )),
              },
              duty.holds === 'if'
                ? { key: G.hangsOn[lang], value: duty.because.map((fact) => askOf(fact, lang)).join(' ') }
                : {
                    key: G.why[lang],
                    value: (
                      <ul class="plain">
                        {duty.because.map((fact) => (
                          <li>
                            {askOf(fact, lang)} <strong>{saidOf(fact, answers[fact], lang)}</strong>
                          </li>
                        ))}
                      </ul>
                    ),
                  },
            ]}
          />
        </section>
      ))}
    </>
  )

/** What remains to be done once notice, label or mark are there. */
export const After = ({ lang, duties }: { readonly lang: Lang; readonly duties: readonly Owed[] }) =>
  duties.length === 0 ? null : (
    <>
      <h2>{G.after[lang]}</h2>
      <ul>
        {duties.map(({ todo, cite }) => (
          <li>
            {todo[lang]} <Cited lang={lang} cite={cite} />
          </li>
        ))}
      </ul>
    </>
  )

interface FoundProps {
  readonly lang: Lang
  readonly found: Labelling
}

export const Exceptions = ({ lang, found }: FoundProps) =>
  found.exceptions.length === 0 ? null : (
    <>
      <h2>{G.free[lang]}</h2>
      <ul>
        {found.exceptions.map(({ text, cite }) => (
          <li>
            {text[lang]} <Cited lang={lang} cite={cite} />
          </li>
        ))}
      </ul>
    </>
  )

type ReadyProps = Pick<FoundProps, 'found'> & { readonly asked: AskedPage; readonly answers: LabelAnswers }

/** Where what is needed lies ready. */
export const Ready = ({ asked: { actor, lang, to }, answers, found }: ReadyProps) => {
  const shows = found.owed.some(({ id }) => id === 'notice' || id === 'label' || id === 'recognise')
  const marks = !onlyServes(actor) && found.owed.some(({ id }) => id === 'mark' || id === 'mark-deployer')
  const medium = MEDIUM_OF[answers.content ?? ''] ?? 'text'
  if (!shows && !marks) return null
  return (
    <div class="no-print">
      <h2>{G.ready[lang]}</h2>
      <ul>
        {shows && (answers.content === 'image' || answers.content === 'video') ? (
          <li>
            <a href={to('/marks/labels')}>{G.toBench[lang]}</a>
          </li>
        ) : null}
        {shows ? (
          <li>
            <a href={to(`/marks/labels/wording#${medium}`)}>
              {G.toWording[lang].replace('{medium}', MEDIUM_WORDS[medium][lang].toLowerCase())}
            </a>
          </li>
        ) : null}
        {marks ? (
          <li>
            <a href={to('/systems')}>{G.toMark[lang]}</a> · <a href={to('/marks/certificates')}>{G.toMarkMore[lang]}</a>
          </li>
        ) : null}
      </ul>
    </div>
  )
}

export const Ways = ({ lang, found }: FoundProps) => {
  const list = (of: LabelWay['of'], title: string) => {
    const ways = found.ways.filter((way) => way.of === of)
    return ways.length === 0 ? null : (
      <>
        <h3>{title}</h3>
        <ul>
          {ways.map(({ text, cite }) => (
            <li>
              {text[lang]} <Cited lang={lang} cite={cite} />
            </li>
          ))}
        </ul>
      </>
    )
  }
  const told = found.ways.some((way) => way.of === 'notice-label')
  return found.ways.length === 0 ? null : (
    <>
      <h2>{G.ways[lang]}</h2>
      {list('notice-label', G.waysLabel[lang])}
      {told ? (
        <>
          <h3>{G.qualities[lang]}</h3>
          <ul>
            {LABEL_QUALITIES.map(({ text, cite }) => (
              <li>
                {text[lang]} <Cited lang={lang} cite={cite} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {list('mark', G.waysMark[lang])}
    </>
  )
}

export const Remarks = ({ lang, found }: FoundProps) =>
  found.remarks.length === 0 ? null : (
    <>
      <h2>{G.remarks[lang]}</h2>
      <ul>
        {found.remarks.map(({ text, cite, also, confidence }) => (
          <li>
            {text[lang]}{' '}
            {[cite, ...also].map((one, n) => (
              <>
                {n === 0 ? null : '; '}
                <Cited lang={lang} cite={one} />
              </>
            ))}
            {confidence === 'D' ? <span class="soft"> ({G.ours[lang]})</span> : null}
          </li>
        ))}
      </ul>
    </>
  )
