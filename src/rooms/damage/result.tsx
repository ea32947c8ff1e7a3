import type { Lang } from '../../base/text.ts'
import { DAMAGE } from '../../law/damage.ts'
import type { DamageRole } from '../../law/damage-rule.ts'
import type { Liability, LiabilityFinding } from '../../law/liable.ts'
import { citeLink } from '../../web/cite-link.ts'
import { Cite } from '../../web/parts/cite/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { grouped, openQuestions } from './rules.ts'
import { HEADING, LIABLE, listed, OUTCOME, REMARKS, W, WAYS } from './words.ts'

type Group = readonly LiabilityFinding[]

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)

/** One branch as a sentence: "The provider and the user must compensate the injured party". */
export function outcomeOf(group: Group, lang: Lang): string {
  const [first] = group
  if (first === undefined) return ''
  const who = listed(
    group.map(({ liable }) => LIABLE[liable][lang]),
    lang,
    first.holds === 'yes' ? W.and : W.or,
  )
  return capital(OUTCOME[first.branch][lang].replace('{who}', who))
}

const certain = ({ findings }: Liability): readonly Group[] => grouped(findings.filter(({ holds }) => holds === 'yes'))
const open = ({ findings }: Liability): readonly Group[] => grouped(findings.filter(({ holds }) => holds === 'if'))

/** What the answers come to, in one line: the heading of the page and of the print. */
export function headingOf(liability: Liability, lang: Lang): string {
  const groups = certain(liability).filter(([first]) => first?.to === 'injured')
  const [first, ...more] = groups
  if (first === undefined) return HEADING.open[lang]
  return more.length === 0 ? outcomeOf(first, lang) : HEADING.several[lang]
}

export interface ShownProps {
  readonly lang: Lang
  readonly liability: Liability
}

export const Who = ({ lang, liability }: ShownProps) => {
  const groups = certain(liability)
  return groups.length === 0 ? null : (
    <>
      <h2>{W.who[lang]}</h2>
      <Findings lang={lang} groups={groups} />
    </>
  )
}

const Findings = ({ lang, groups }: { readonly lang: Lang; readonly groups: readonly Group[] }) => (
  <SummaryList
    rows={groups.flatMap((group) => {
      const [first] = group
      return first === undefined
        ? []
        : [
            {
              key: outcomeOf(group, lang),
              value: (
                <>
                  {first.text[lang]}
                  {first.confidence === 'D' ? ` ${W.ours[lang]}` : null}
                  <br />
                  <Cite {...citeLink(lang, first.cite)} />
                </>
              ),
            },
          ]
    })}
  />
)

/** What may still apply, and what would have to be known. Reimbursement is shown last: it comes after everything else. */
export const Maybe = ({ lang, liability }: ShownProps) => {
  const groups = open(liability)
  const [claims, recourse] = [
    groups.filter(([first]) => first?.to === 'injured'),
    groups.filter(([first]) => first?.to === 'deployer'),
  ]
  return groups.length === 0 ? null : (
    <>
      <h2>{W.maybe[lang]}</h2>
      {claims.length === 0 ? null : (
        <>
          <p>{W.maybeLead[lang]}</p>
          <Findings lang={lang} groups={claims} />
        </>
      )}
      {recourse.length === 0 ? null : (
        <>
          <p>{W.recourseLead[lang]}</p>
          <Findings lang={lang} groups={recourse} />
        </>
      )}
      <p>{W.toFind[lang]}</p>
      <ul>
        {openQuestions(groups.flat()).map(({ ask, cite }) => (
          <li>
            {ask[lang]} <Cite {...citeLink(lang, cite)} />
          </li>
        ))}
      </ul>
    </>
  )
}

export const Evidence = ({ lang, liability, role }: ShownProps & { readonly role: DamageRole | undefined }) => {
  const whose = DAMAGE.questions[0]?.options.find(({ value }) => value === role)
  return (
    <>
      <h2>
        {W.evidence[lang]}
        {whose === undefined ? null : `: ${whose.label[lang].toLowerCase()}`}
      </h2>
      <p>{W.evidenceLead[lang]}</p>
      <ul>
        {liability.evidence.map(({ text, cite }) => (
          <li>
            {text[lang]} <Cite {...citeLink(lang, cite)} />
          </li>
        ))}
      </ul>
    </>
  )
}

export const Ways = ({ lang }: { readonly lang: Lang }) => (
  <>
    <h2>{W.ways[lang]}</h2>
    <ul>
      {WAYS.map(({ text, cite, path }) => (
        <li>
          {path === undefined ? text[lang] : <a href={`/${lang}${path}`}>{text[lang]}</a>}
          {cite === undefined ? null : (
            <>
              {' '}
              <Cite {...citeLink(lang, cite)} />
            </>
          )}
        </li>
      ))}
    </ul>
  </>
)

export const remarksFor = ({ findings }: Liability) =>
  REMARKS.filter(({ branches }) => findings.some(({ branch }) => branches.includes(branch)))

export const Remarks = ({ lang, liability }: ShownProps) => {
  const all = remarksFor(liability)
  return all.length === 0 ? null : (
    <>
      <h2>{W.remarks[lang]}</h2>
      <ul>
        {all.map(({ text, cite }) => (
          <li>
            {text[lang]} <Cite {...citeLink(lang, cite)} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Certain and open findings as rows of a print. */
export const printedRows = (liability: Liability, lang: Lang, cited: (cite: LiabilityFinding['cite']) => string) => {
  const rows = (groups: readonly Group[]) =>
    groups.flatMap((group) => {
      const [first] = group
      return first === undefined
        ? []
        : [{ key: outcomeOf(group, lang), value: `${first.text[lang]} (${cited(first.cite)})` }]
    })
  return { certain: rows(certain(liability)), open: rows(open(liability)) }
}
