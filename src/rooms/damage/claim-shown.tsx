import type { Lang } from '../../base/text.ts'
import { Lines } from '../../casework/shown.tsx'
import { citeLink } from '../../web/cite-link.ts'
import { showDay, showDong, showTime } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { Details } from '../../web/parts/details/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { Select } from '../../web/parts/select/part.tsx'
import { StatusTag, type StatusTone } from '../../web/parts/status-tag/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { TextArea } from '../../web/parts/text-area/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { Timeline } from '../../web/parts/timeline/part.tsx'
import type { AskedPage } from '../../web/route.ts'
import { agreedOn, LONGEST, matterOffers, recourseOpen } from './claim-rules.ts'
import { type ClaimSide, LIABLE_ROLES, type Matter, type MatterVerb, type WholeClaim } from './schema.ts'
import { C, DO, MATTER_STATE, PAST, ROLE, ROLE_CITE } from './words-claim.ts'

/** What is wrong with a form, by field, and what was typed in it. */
export interface Draft {
  readonly slips: Readonly<Record<string, string>>
  readonly typed: Readonly<Record<string, string>>
}
export const BLANK: Draft = { slips: {}, typed: {} }

export interface ClaimProps {
  readonly asked: AskedPage
  readonly whole: WholeClaim
  readonly side: ClaimSide
  /** An officer reads what a side shares: there is nothing to do. */
  readonly reading: boolean
  readonly draft: Draft
}

const nameOf = ({ sides }: WholeClaim, n: number): string => sides.find((side) => side.n === n)?.name ?? ''
const at = ({ asked, whole }: Pick<ClaimProps, 'asked' | 'whole'>, more = ''): string =>
  asked.to(`/damage/claims/${whole.claim.number}${more}`)
/** Every form of the page carries the step that was read. */
const shell = (props: Pick<ClaimProps, 'asked' | 'whole'>, more: string) => ({
  ...{ action: at(props, more), once: props.asked.once, seq: props.whole.claim.seq },
})

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

/** Joining admits nothing; both answers are one click. */
export const Invitation = (props: ClaimProps) => {
  const { lang } = props.asked
  return (
    <>
      <Notice title={C.youAreInvited[lang]}>
        <p>{C.youAreInvitedText[lang]}</p>
      </Notice>
      <FormShell {...shell(props, '/invitation')}>
        <Buttons>
          <Button name="verb" value="join">
            {C.joinDo[lang]}
          </Button>
          <Button look="secondary" name="verb" value="decline">
            {C.declineDo[lang]}
          </Button>
        </Buttons>
      </FormShell>
    </>
  )
}

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

export const InviteForm = (props: ClaimProps) => {
  const { asked, draft } = props
  const { lang } = asked
  const { slips, typed } = draft
  return (
    <div class="no-print">
      <Details
        summary={C.invite[lang]}
        open={props.whole.sides.length === 1 || ['role', 'name', 'key'].some((f) => slips[f] !== undefined)}
      >
        <FormShell {...shell(props, '/invite')}>
          <Radios
            name="role"
            small
            legend={C.role[lang]}
            value={typed.role}
            error={slips.role}
            options={LIABLE_ROLES.map((value) => ({ value, label: ROLE[value][lang] }))}
          />
          <TextField name="name" label={C.name[lang]} value={typed.name} error={slips.name} maxlength={300} />
          <TextField
            name="key"
            label={C.key[lang]}
            hint={C.keyHint[lang]}
            value={typed.key}
            error={slips.key}
            maxlength={60}
            spellcheck={false}
          />
          <Button look="secondary">{C.inviteDo[lang]}</Button>
        </FormShell>
      </Details>
    </div>
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

const MatterForm = (props: ClaimProps & { readonly matter: Matter; readonly offers: readonly MatterVerb[] }) => {
  const { asked, matter, offers, draft } = props
  const { lang } = asked
  const [amount, words] = [`amount-${matter.n}`, `words-${matter.n}`]
  const first: MatterVerb = offers.find((verb) => verb !== 'offer' && verb !== 'say') ?? 'offer'
  return offers.length === 0 ? null : (
    <div class="no-print">
      <FormShell {...shell(props, `/matters/${matter.n}`)}>
        {offers.includes('offer') ? (
          <TextField
            name={amount}
            label={C.amount[lang]}
            inputmode="numeric"
            width={20}
            value={draft.typed[amount]}
            error={draft.slips[amount]}
          />
        ) : null}
        <TextArea
          name={words}
          label={C.terms[lang]}
          rows={3}
          value={draft.typed[words]}
          error={draft.slips[words]}
          maxlength={LONGEST}
        />
        <Buttons>
          {[first, ...offers.filter((verb) => verb !== first)]
            .filter((verb) => offers.includes(verb))
            .map((verb) => (
              <Button name="verb" value={verb} look={verb === first ? 'primary' : 'secondary'}>
                {DO[verb][lang]}
              </Button>
            ))}
        </Buttons>
      </FormShell>
    </div>
  )
}

export const Recourse = (props: ClaimProps) => {
  const { asked, whole, side, draft } = props
  const { lang } = asked
  const from = recourseOpen(whole, side)
  return from.length === 0 ? null : (
    <section class="no-print">
      <h2>{C.recourse[lang]}</h2>
      <p>
        {C.recourseText[lang]} <Cite {...citeLink(lang, 'L29.2')} />
      </p>
      <FormShell {...shell(props, '/recourse')}>
        <Radios
          name="of"
          small
          legend={C.recourseOf[lang]}
          value={draft.typed.of}
          error={draft.slips.of}
          options={from.map(({ n, name }) => ({ value: String(n), label: name }))}
        />
        <TextArea
          name="recourse-words"
          label={C.terms[lang]}
          rows={3}
          value={draft.typed['recourse-words']}
          error={draft.slips['recourse-words']}
          maxlength={LONGEST}
        />
        <Button look="secondary">{C.recourseDo[lang]}</Button>
      </FormShell>
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

export interface UnitChoice {
  readonly id: string
  readonly name: { readonly vi: string; readonly en: string }
}

export const Sharing = (props: ClaimProps & { readonly units: readonly UnitChoice[] }) => {
  const { asked, whole, draft, units } = props
  const { lang } = asked
  const shared = whole.shares.filter(({ endedAt }) => endedAt === null)
  return (
    <div class="no-print">
      <Details summary={C.share[lang]} open={shared.length > 0 || draft.slips.unit !== undefined}>
        <p>{C.shareText[lang]}</p>
        {shared.map(({ unit }) => (
          <FormShell {...shell(props, '/share')}>
            <input type="hidden" name="unit" value={unit} />
            <p>
              {C.sharedWith[lang]}: <strong>{units.find(({ id }) => id === unit)?.name[lang]}</strong>
            </p>
            <Button look="secondary" name="verb" value="unshare">
              {C.unshareDo[lang]}
            </Button>
          </FormShell>
        ))}
        <FormShell {...shell(props, '/share')}>
          <Select
            name="unit"
            label={C.unit[lang]}
            error={draft.slips.unit}
            options={[
              { value: '', label: C.choose[lang] },
              ...units
                .filter(({ id }) => !shared.some(({ unit }) => unit === id))
                .map(({ id, name }) => ({ value: id, label: name[lang] })),
            ]}
          />
          <Button look="secondary" name="verb" value="share">
            {C.shareDo[lang]}
          </Button>
        </FormShell>
      </Details>
    </div>
  )
}

export const Withdraw = (props: ClaimProps) => (
  <div class="no-print">
    <Details summary={C.withdraw[props.asked.lang]}>
      <p>{C.withdrawText[props.asked.lang]}</p>
      <FormShell {...shell(props, '/withdraw')}>
        <Button look="warning">{C.withdraw[props.asked.lang]}</Button>
      </FormShell>
    </Details>
  </div>
)
