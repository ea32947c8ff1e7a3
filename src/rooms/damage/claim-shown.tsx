import type { Lang } from '../../base/text.ts'
import { Lines } from '../../casework/shown.tsx'
import { citeLink } from '../../web/cite-link.ts'
import { showDay, showDong, showTime } from '../../web/format.ts'
import { Cite } from '../../web/parts/cite/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { StatusTag, type StatusTone } from '../../web/parts/status-tag/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { Timeline } from '../../web/parts/timeline/part.tsx'
import { type ClaimProps, MatterForm } from './claim-forms.tsx'
import { agreedOn, matterOffers } from './claim-rules.ts'
import type { ClaimSide, Matter, WholeClaim } from './schema.ts'
import { C, MATTER_STATE, PAST, ROLE, ROLE_CITE } from './words-claim.ts'

const nameOf = ({ sides }: WholeClaim, n: number): string => sides.find((side) => side.n === n)?.name ?? ''
export const Facts = ({ asked: { lang, to }, whole: { claim, sides } }: ClaimProps) => (
  <SummaryList
    rows={[
      { key: C.claimant[lang], value: sides[0]?.name ?? '' },
      {
        key: C.system[lang],
        value:
          claim.aiId === null ? (
            claim.systemName
          ) : (
            <>
              <a href={to(`/register/${claim.aiId}`)}>{claim.systemName}</a> <span class="number">{claim.aiId}</span>
            </>
          ),
      },
      ...(claim.happenedOn === null ? [] : [{ key: C.happenedOn[lang], value: showDay(claim.happenedOn) }]),
      ...(claim.asked === null ? [] : [{ key: C.askedSum[lang], value: showDong(claim.asked, lang) }]),
      { key: C.state[lang], value: C[claim.state][lang] },
      { key: C.facts[lang], value: <Lines text={claim.facts} /> },
    ]}
  />
)

const standingOf = ({ joinedAt, declinedAt }: ClaimSide): { tone: StatusTone; word: keyof typeof C } =>
  declinedAt !== null
    ? { tone: 'quiet', word: 'declined' }
    : joinedAt !== null
      ? { tone: 'done', word: 'joined' }
      : { tone: 'quiet', word: 'waiting' }

/** `links`: for the claimant, how those he invited without a code come in. */
export const Sides = (props: ClaimProps & { readonly links: ReadonlyMap<number, string> }) => {
  const { asked, whole, links } = props
  const { lang } = asked
  return (
    <>
      <h2>{C.sides[lang]}</h2>
      <DataTable
        caption={C.sides[lang]}
        captionHidden
        columns={[C.side, C.role, C.standing].map((label) => ({ label: label[lang] }))}
        rows={whole.sides.map((side) => {
          const { tone, word } = standingOf(side)
          const words = C[word]
          return [
            side.name,
            <>
              {ROLE[side.role][lang]}
              {side.role === 'injured' ? null : (
                <>
                  <br />
                  <Cite {...citeLink(lang, ROLE_CITE[side.role])} />
                </>
              )}
            </>,
            <StatusTag tone={tone}>{words[lang]}</StatusTag>,
          ]
        })}
      />
      {[...links].map(([n, link]) => (
        <div class="no-print">
          <p>
            <strong>{nameOf(whole, n)}.</strong> {C.link[lang]}
            <br />
            <code>{link}</code>
          </p>
          <p class="soft small">{C.linkHint[lang]}</p>
        </div>
      ))}
    </>
  )
}

const TONE: Readonly<Record<Matter['state'], StatusTone>> = {
  talking: 'quiet',
  accepted: 'quiet',
  agreed: 'done',
  settled: 'done',
  ended: 'quiet',
}

export const Matters = (props: ClaimProps) => (
  <>
    {props.whole.matters.map((matter) => (
      <OneMatter {...props} matter={matter} />
    ))}
  </>
)

const OneMatter = (props: ClaimProps & { readonly matter: Matter }) => {
  const { asked, whole, side, matter, reading } = props
  const { lang } = asked
  const offer = whole.steps.find(({ seq }) => seq === matter.offer)
  const agreed = agreedOn(whole, matter)
  const with_ = nameOf(whole, matter.asker === side.n ? matter.answerer : matter.asker)
  return (
    <section id={`matter-${matter.n}`}>
      <h2>
        {C[matter.kind][lang]}: {with_}
      </h2>
      <p>
        <StatusTag tone={TONE[matter.state]}>{MATTER_STATE[matter.state][lang]}</StatusTag>{' '}
        <Cite {...citeLink(lang, matter.kind === 'recourse' ? 'L29.2' : 'L29')} />
      </p>
      <p>
        {agreed !== null ? (
          <>
            {C.agreedOn[lang]}: <strong>{showDong(agreed, lang)}</strong>
          </>
        ) : offer?.amount == null ? (
          C.noOffer[lang]
        ) : (
          <>
            {C.standingOffer[lang]}: <strong>{showDong(offer.amount, lang)}</strong> {C.by[lang]}{' '}
            {nameOf(whole, offer.side)}
          </>
        )}
      </p>
      {reading ? null : <MatterForm {...props} offers={matterOffers(whole, matter, side)} />}
    </section>
  )
}

const about = (whole: WholeClaim, matter: number | null, lang: Lang): string => {
  const found = whole.matters.find(({ n }) => n === matter)
  return found === undefined
    ? ''
    : ` (${C[found.kind][lang].toLowerCase()}: ${nameOf(whole, found.asker)} – ${nameOf(whole, found.answerer)})`
}

export const History = ({ asked: { lang }, whole }: ClaimProps) => (
  <>
    <h2>{C.history[lang]}</h2>
    <Timeline
      items={[...whole.steps].reverse().map((step) => ({
        when: showTime(step.at, lang),
        what: `${PAST[step.verb][lang]}${about(whole, step.matter, lang)}`,
        who: nameOf(whole, step.side),
        detail:
          step.amount === null && step.words === null ? undefined : (
            <>
              {step.amount === null ? null : (
                <p>
                  <strong>{showDong(step.amount, lang)}</strong>
                </p>
              )}
              {step.words === null ? null : (
                <p>
                  <Lines text={step.words} />
                </p>
              )}
            </>
          ),
      }))}
    />
  </>
)
