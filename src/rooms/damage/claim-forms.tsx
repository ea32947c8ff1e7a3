import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { citeLink } from '../../web/cite-link.ts'
import { Details } from '../../web/parts/details/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { Select } from '../../web/parts/select/part.tsx'
import { TextArea } from '../../web/parts/text-area/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import type { AskedPage } from '../../web/route.ts'
import { LONGEST, recourseOpen } from './claim-rules.ts'
import { type ClaimSide, LIABLE_ROLES, type Matter, type MatterVerb, type WholeClaim } from './schema.ts'
import { C, DO, ROLE } from './words-claim.ts'

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

const at = ({ asked, whole }: Pick<ClaimProps, 'asked' | 'whole'>, more = ''): string =>
  asked.to(`/damage/claims/${whole.claim.number}${more}`)
/** Every form of the page carries the step that was read. */
const shell = (props: Pick<ClaimProps, 'asked' | 'whole'>, more: string) => ({
  ...{ action: at(props, more), once: props.asked.once, seq: props.whole.claim.seq },
})

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

/** What this side may do in a matter now; the first button is what the other side waits for. */
export const MatterForm = (props: ClaimProps & { readonly matter: Matter; readonly offers: readonly MatterVerb[] }) => {
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
