import { actingFor } from '../../base/actor.ts'
import { dayOf } from '../../base/day.ts'
import { done } from '../../base/outcome.ts'
import { citeText } from '../../law/cite.ts'
import type { RuleSet } from '../../law/rules.ts'
import { qrMatrix, renderPdf } from '../../web/document.ts'
import { showDay, showMoment, showTime, showWeekday } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { Details } from '../../web/parts/details/part.tsx'
import { EmptyState } from '../../web/parts/empty-state/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { QrCode } from '../../web/parts/qr-code/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type AskedPage, page } from '../../web/route.ts'
import { ROUTE_WORDS } from '../statute/schema.ts'
import { findAssessment, listAssessments, replay } from './actions.ts'
import { Duties, Head, Next, proofRows, Reasons, Remarks, SaidList, type Shown } from './result.tsx'
import { allSaid, said } from './rules.ts'
import type { Assessment } from './schema.ts'
import { LEVEL_LINE, WORDS as W } from './words.ts'

const TEMPLATE = 'rooms/assessment/evidence.typ'

const owner = ({ actor, lang }: AskedPage, { party }: Pick<Assessment, 'party'>): string =>
  party === null ? W.keepForMeKept[lang] : (actingFor(actor)?.name ?? W.keepForParty[lang])

export const keptResults = page({
  name: 'listKept',
  method: 'get',
  path: '/classify/kept',
  who: 'person',
  async handle(asked) {
    const { lang, to } = asked
    const all = await listAssessments(asked.db, asked.actor)
    const show = asked.page({
      title: W.keptList[lang],
      unlisted: true,
      wide: true,
      back: { text: W.title[lang], href: to('/classify') },
      children: (
        <>
          <h1>{W.keptList[lang]}</h1>
          {all.length === 0 ? (
            <EmptyState title={W.keptNone[lang]}>
              <p>{W.keptNoneText[lang]}</p>
              <p>
                <a href={to('/classify')}>{W.title[lang]}</a>
              </p>
            </EmptyState>
          ) : (
            <DataTable
              caption={W.keptList[lang]}
              captionHidden
              columns={[W.keptAt, W.result, W.onDay, W.keepFor].map((label) => ({ label: label[lang] }))}
              rows={all.map((a) => [
                <a href={to(`/classify/kept/${a.id}`)}>{showTime(a.keptAt, lang)}</a>,
                LEVEL_LINE[a.level][lang],
                showDay(a.on),
                owner(asked, a),
              ])}
            />
          )}
        </>
      ),
    })
    return done({ show })
  },
})

export const keptPage = page({
  name: 'showKept',
  method: 'get',
  path: '/classify/kept/{id}',
  who: 'person',
  async handle(asked, { params }) {
    const found = await findAssessment(asked.db, params.id ?? '', asked.actor)
    if (!found.ok) return found
    const kept = found.value
    const { rules, newer, result } = await replay(asked.db, kept)
    const { lang, to } = asked
    const shown: Shown = { lang, rules, facts: kept.facts, judgement: kept.judgement }
    const show = asked.page({
      title: W.keptTitle[lang],
      unlisted: true,
      back: { text: W.keptList[lang], href: to('/classify/kept') },
      children: (
        <>
          <Head {...shown} />
          {newer ? (
            <Notice>
              <p>{W.newer[lang]}</p>
              <p>
                <a href={to('/classify')}>{W.again[lang]}</a>
              </p>
            </Notice>
          ) : null}
          <SummaryList
            rows={[
              { key: W.keptId[lang], value: kept.id },
              { key: W.keptAt[lang], value: showMoment(kept.keptAt, lang) },
              { key: W.keepFor[lang], value: owner(asked, kept) },
              ...proofRows(shown),
            ]}
          />
          <Buttons>
            <Button href={to(`/classify/kept/${kept.id}/document`)}>{W.pdf[lang]}</Button>
          </Buttons>
          <Next {...shown} today={dayOf(asked.now())} act={false} />
          <Reasons {...shown} />
          <Duties {...shown} />
          <Remarks {...shown} />
          <Details summary={W.answers[lang]}>
            <SaidList lang={lang} all={allSaid(rules, kept.facts)} />
          </Details>
          <Details summary={W.proof[lang]}>
            <p>{W.replay[lang][result]}</p>
          </Details>
          <QrCode text={addressOf(asked, kept)} title={W.keptTitle[lang]} caption={addressOf(asked, kept)} />
        </>
      ),
    })
    return done({ show })
  },
})

const addressOf = (asked: AskedPage, kept: Assessment): string => asked.site.url + asked.to(`/classify/kept/${kept.id}`)

export const keptDocument = page({
  name: 'printKept',
  method: 'get',
  path: '/classify/kept/{id}/document',
  who: 'person',
  async handle(asked, { params }) {
    const found = await findAssessment(asked.db, params.id ?? '', asked.actor)
    if (!found.ok) return found
    const { rules } = await replay(asked.db, found.value)
    const body = await renderPdf(TEMPLATE, paper(asked, found.value, rules), found.value.keptAt)
    return done({ download: { type: 'application/pdf', name: `saola-${found.value.id}.pdf`, body } })
  },
})

/** What the printed document says: nothing the page does not. */
function paper(asked: AskedPage, kept: Assessment, rules: RuleSet) {
  const { lang, site } = asked
  const { judgement: j } = kept
  const row = (key: string, value: string) => ({ key, value })
  const due = j.due?.due ? `${W.dueBy[lang]} ${showWeekday(j.due.due, lang)}. ` : ''
  const asRows = (all: ReturnType<typeof said>) =>
    all.map((s) => row(s.ask[lang], `${s.answers.map((a) => a[lang]).join('; ')} (${citeText(s.cite, lang)})`))
  return {
    lang,
    title: W.keptTitle[lang],
    number: kept.id,
    address: addressOf(asked, kept),
    date: showDay(j.on),
    qr: qrMatrix(addressOf(asked, kept)),
    evaluation: site.mode === 'evaluation',
    about: `${W.document[lang]} (${citeText('N10.3', lang)})`,
    own: W.own[lang],
    head: [
      row(W.result[lang], LEVEL_LINE[j.level][lang]),
      ...j.entries.flatMap((e) => [
        row(`${W.entry[lang]} ${e.code}`, e.name[lang]),
        row(W.route[lang], ROUTE_WORDS[e.route][lang]),
      ]),
      ...(j.due ? [row(W.byWhen[lang], due + j.due.reason[lang])] : []),
      row(W.onDay[lang], showDay(j.on)),
      row(W.keptAt[lang], showMoment(kept.keptAt, lang)),
      row(W.keepFor[lang], owner(asked, kept)),
      row(W.ruleSet[lang], j.ruleSet),
      row(W.interpreter[lang], j.interpreter),
    ],
    why: { title: W.why[lang], rows: asRows(said(rules, kept.facts, j.because)) },
    answers: { title: W.answers[lang], rows: asRows(allSaid(rules, kept.facts)) },
    remarks: { title: W.remarks[lang], items: j.remarks.map((r) => `${r.text[lang]} (${citeText(r.cite, lang)})`) },
  }
}
