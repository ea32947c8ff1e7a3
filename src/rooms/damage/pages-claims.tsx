import { done, type Outcome, type Refusal } from '../../base/outcome.ts'
import type { Lang, Text } from '../../base/text.ts'
import { dayIn, textIn } from '../../web/form.ts'
import { showTime } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { DateField } from '../../web/parts/date-field/part.tsx'
import { EmptyState } from '../../web/parts/empty-state/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { TextArea } from '../../web/parts/text-area/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { type Answer, type AskedPage, type Form, page, type PageRoute, type Route } from '../../web/route.ts'
import * as act from './actions.ts'
import { LONGEST } from './claim-rules.ts'
import * as forms from './claim-forms.tsx'
import * as shown from './claim-shown.tsx'
import { MATTER_VERBS, REFUSALS } from './schema.ts'
import { W } from './words.ts'
import { C, ROLE, SAYS } from './words-claim.ts'

// ————— what is wrong with a form —————

const saying = ({ code, facts }: Refusal, lang: Lang): string =>
  ((SAYS as Readonly<Record<string, Text>>)[code]?.[lang] ?? code).replace(
    /\{(\w+)\}/g,
    (_, name: string) => facts?.[name] ?? '',
  )

/** Reasons that can be mended in the form, by field; nothing when there is one that cannot. */
function slipsOf(refusals: readonly Refusal[], lang: Lang): forms.Draft['slips'] | undefined {
  const mendable = refusals.every(
    ({ code, field }) => field !== undefined && (REFUSALS as Readonly<Record<string, string>>)[code] === 'unfit',
  )
  return mendable ? Object.fromEntries(refusals.map((r) => [r.field ?? '', saying(r, lang)])) : undefined
}

const problemsOf = (slips: forms.Draft['slips']) =>
  Object.entries(slips).map(([field, text]) => ({ href: `#${field}`, text }))

const typedIn = (form: Form): forms.Draft['typed'] =>
  Object.fromEntries(Object.keys(form).map((name) => [name, textIn(form, name)]))

// ————— lists —————

const list = page({
  name: 'listClaims',
  method: 'get',
  path: '/damage/claims',
  who: 'person',
  async handle(asked) {
    const { lang, to, actor } = asked
    const { own, shared } = await act.listOwn(asked)
    const acts = actor.kind === 'person' && actor.acting !== null && actor.acting.role !== 'viewer'
    const show = asked.page({
      title: C.claims[lang],
      unlisted: true,
      back: { text: W.title[lang], href: to('/damage') },
      children: (
        <>
          <h1>{C.claims[lang]}</h1>
          <p class="lead">{C.lead[lang]}</p>
          {acts ? (
            <Buttons>
              <Button href={to('/damage/claims/new')}>{C.begin[lang]}</Button>
            </Buttons>
          ) : null}
          {own.length + shared.length === 0 ? <EmptyState title={C.none[lang]} /> : null}
          {own.length === 0 ? null : (
            <DataTable
              caption={C.claims[lang]}
              captionHidden
              columns={[C.number, C.title, C.yourRole, C.state, C.changed].map((label) => ({ label: label[lang] }))}
              rows={own.map(({ claim, side }) => [
                <a class="number" href={to(`/damage/claims/${claim.number}`)}>
                  {claim.number}
                </a>,
                claim.title,
                ROLE[side.role][lang],
                side.joinedAt === null ? C.invited[lang] : C[claim.state][lang],
                showTime(claim.changedAt, lang),
              ])}
            />
          )}
          {shared.length === 0 ? null : (
            <DataTable
              caption={C.claims[lang]}
              captionHidden
              columns={[C.number, C.title, C.changed].map((label) => ({ label: label[lang] }))}
              rows={shared.map((claim) => [
                <a class="number" href={to(`/damage/claims/${claim.number}`)}>
                  {claim.number}
                </a>,
                claim.title,
                showTime(claim.changedAt, lang),
              ])}
            />
          )}
        </>
      ),
    })
    return done({ show })
  },
})

// ————— beginning —————

const newPage = (asked: AskedPage, { slips, typed }: forms.Draft) => {
  const { lang, to } = asked
  const dated = {
    day: typed['happened-day'] ?? '',
    month: typed['happened-month'] ?? '',
    year: typed['happened-year'] ?? '',
  }
  return asked.page({
    title: C.newTitle[lang],
    unlisted: true,
    back: { text: C.claims[lang], href: to('/damage/claims') },
    problems: problemsOf(slips),
    children: (
      <>
        <h1>{C.newTitle[lang]}</h1>
        <p>{C.newLead[lang]}</p>
        <FormShell action={to('/damage/claims/new')} once={asked.once} unsaved>
          <TextField
            name="title"
            label={C.titleAsk[lang]}
            hint={C.titleHint[lang]}
            value={typed.title}
            error={slips.title}
            maxlength={200}
          />
          <TextArea
            name="facts"
            label={C.factsAsk[lang]}
            hint={C.factsHint[lang]}
            rows={7}
            value={typed.facts}
            error={slips.facts}
            maxlength={LONGEST}
          />
          <DateField
            name="happened"
            legend={C.happened[lang]}
            labels={{ day: C.day[lang], month: C.month[lang], year: C.year[lang] }}
            values={dated}
            error={slips.happened}
          />
          <TextField
            name="aiId"
            label={C.aiId[lang]}
            value={typed.aiId}
            error={slips.aiId}
            width={20}
            spellcheck={false}
            maxlength={40}
          />
          <TextField
            name="systemName"
            label={C.system[lang]}
            value={typed.systemName}
            error={slips.systemName}
            maxlength={300}
          />
          <TextField
            name="asked"
            label={C.asked[lang]}
            value={typed.asked}
            error={slips.asked}
            inputmode="numeric"
            width={20}
          />
          <Button>{C.begin[lang]}</Button>
        </FormShell>
      </>
    ),
  })
}

const beginning = page({
  name: 'beginClaim',
  method: 'get',
  path: '/damage/claims/new',
  who: 'filer',
  handle: async (asked, { query }) => {
    const { aiId } = query
    return done({ show: newPage(asked, { slips: {}, typed: typeof aiId === 'string' ? { aiId } : {} }) })
  },
})

const begin = page({
  name: 'openClaim',
  method: 'post',
  path: '/damage/claims/new',
  who: 'filer',
  async handle(asked, { form }): Promise<Outcome<Answer>> {
    const text = (name: string) => textIn(form, name)
    const opened = await act.openClaim(asked, {
      ...{ title: text('title'), facts: text('facts'), happenedOn: dayIn(form, 'happened').day },
      ...{ systemName: text('systemName'), aiId: text('aiId'), asked: text('asked') },
    })
    if (opened.ok) return done({ goTo: asked.to(`/damage/claims/${opened.value.number}`) })
    const slips = slipsOf(opened.refusals, asked.lang)
    return slips === undefined ? opened : done({ show: newPage(asked, { slips, typed: typedIn(form) }), status: 422 })
  },
})

// ————— one claim —————

async function claimPage(asked: AskedPage, seen: act.ClaimSeen, draft: forms.Draft) {
  const { lang, to, site } = asked
  const { whole, side, reading } = seen
  const { claim } = whole
  const props: forms.ClaimProps = { asked, ...seen, draft }
  const joined = side.joinedAt !== null
  const own = joined && !reading
  const links = new Map(
    side.n === 0 && own && claim.state === 'open'
      ? whole.sides.flatMap((s): [number, string][] =>
          s.party === null ? [[s.n, `${site.url}${to(`/damage/claims/join/${act.linkFor(asked, claim, s)}`)}`]] : [],
        )
      : [],
  )
  return asked.page({
    title: `${claim.title} – ${claim.number}`,
    unlisted: true,
    back: { text: C.claims[lang], href: to('/damage/claims') },
    problems: problemsOf(draft.slips),
    children: (
      <>
        <span class="caption number">{claim.number}</span>
        <h1>{claim.title}</h1>
        {reading ? (
          <Notice>
            <p>
              {C.readAs[lang]} {side.name}.
            </p>
          </Notice>
        ) : null}
        {joined || claim.state !== 'open' ? null : <forms.Invitation {...props} />}
        <shown.Facts {...props} />
        <shown.Matters {...props} />
        {own ? <forms.Recourse {...props} /> : null}
        <shown.Sides {...props} links={links} />
        {own && side.n === 0 && claim.state === 'open' ? <forms.InviteForm {...props} /> : null}
        <shown.History {...props} />
        {own ? <forms.Sharing {...props} units={await act.unitsToShare(asked)} /> : null}
        {own && side.n === 0 && claim.state === 'open' ? <forms.Withdraw {...props} /> : null}
        <p class="soft">{C.lead[lang]}</p>
      </>
    ),
  })
}

const one = page({
  name: 'showClaim',
  method: 'get',
  path: '/damage/claims/{number}',
  who: 'person',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const seen = await act.getClaim(asked, params.number ?? '')
    return seen.ok ? done({ show: await claimPage(asked, seen.value, forms.BLANK) }) : seen
  },
})

type Run = (asked: AskedPage, number: string, seen: number, form: Form, n: number) => Promise<Outcome<null>>

/** A form of the claim's page: done, and back to the page; or the page again with what is to mend. */
const step = (name: string, path: string, run: Run): PageRoute =>
  page({
    name,
    method: 'post',
    path: `/damage/claims/{number}/${path}`,
    who: 'filer',
    async handle(asked, { params, form }): Promise<Outcome<Answer>> {
      const number = params.number ?? ''
      const outcome = await run(asked, number, Number(textIn(form, 'seq')), form, Number(params.n ?? 0))
      if (outcome.ok) {
        const left = textIn(form, 'verb') === 'decline'
        return done({ goTo: asked.to(`/damage/claims${left ? '' : `/${number}`}`) })
      }
      const slips = slipsOf(outcome.refusals, asked.lang)
      const seen = slips === undefined ? outcome : await act.getClaim(asked, number)
      return slips === undefined || !seen.ok
        ? outcome
        : done({
            show: await claimPage(asked, seen.value as act.ClaimSeen, { slips, typed: typedIn(form) }),
            status: 422,
          })
    },
  })

const steps: readonly PageRoute[] = [
  step('inviteToClaim', 'invite', (asked, number, seen, form) =>
    act.invite(asked, number, seen, {
      ...{ role: textIn(form, 'role'), name: textIn(form, 'name'), key: textIn(form, 'key') },
    }),
  ),
  step('answerInvitationToClaim', 'invitation', (asked, number, seen, form) =>
    act.answerInvitation(asked, number, seen, textIn(form, 'verb') === 'join' ? 'join' : 'decline'),
  ),
  step('settleMatter', 'matters/{n}', (asked, number, seen, form, n) =>
    act.settleMatter(asked, number, seen, n, MATTER_VERBS.find((v) => v === textIn(form, 'verb')) ?? 'say', {
      ...{ amount: textIn(form, `amount-${n}`), words: textIn(form, `words-${n}`) },
    }),
  ),
  step('askRecourse', 'recourse', (asked, number, seen, form) =>
    act.askRecourse(asked, number, seen, Number(textIn(form, 'of')), textIn(form, 'recourse-words')),
  ),
  step('shareClaim', 'share', (asked, number, seen, form) =>
    act.shareWith(asked, number, seen, textIn(form, 'unit'), textIn(form, 'verb') === 'unshare' ? 'unshare' : 'share'),
  ),
  step('withdrawClaim', 'withdraw', (asked, number, seen) => act.withdrawClaim(asked, number, seen)),
]

// ————— by a link —————

const invited = page({
  name: 'showClaimInvitation',
  method: 'get',
  path: '/damage/claims/join/{token}',
  who: 'anyone',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const token = params.token ?? ''
    const found = await act.findInvited(asked, token)
    if (!found.ok) return found
    const { lang, to, actor } = asked
    const { whole, side } = found.value
    const mayJoin = actor.kind === 'person' && actor.acting !== null && actor.acting.role !== 'viewer'
    const show = asked.page({
      title: C.joinTitle[lang],
      unlisted: true,
      children: (
        <>
          <h1>{C.joinTitle[lang]}</h1>
          <p>{C.youAreInvitedText[lang]}</p>
          <SummaryList
            rows={[
              { key: C.claimant[lang], value: whole.sides[0]?.name ?? '' },
              { key: C.title[lang], value: whole.claim.title },
              { key: C.joinAs[lang], value: ROLE[side.role][lang] },
            ]}
          />
          {mayJoin ? (
            <FormShell action={to(`/damage/claims/join/${token}`)} once={asked.once}>
              <Button>{C.joinDo[lang]}</Button>
            </FormShell>
          ) : (
            <Button
              href={to(
                `/${actor.kind === 'visitor' ? 'sign-in' : 'organisations'}?back=${encodeURIComponent(asked.path)}`,
              )}
            >
              {C.signIn[lang]}
            </Button>
          )}
        </>
      ),
    })
    return done({ show })
  },
})

const join = page({
  name: 'joinClaim',
  method: 'post',
  path: '/damage/claims/join/{token}',
  who: 'filer',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const joined = await act.joinByLink(asked, params.token ?? '')
    return joined.ok ? done({ goTo: asked.to(`/damage/claims/${joined.value.number}`) }) : joined
  },
})

export const claimPages: readonly Route[] = [list, beginning, begin, invited, join, one, ...steps]
