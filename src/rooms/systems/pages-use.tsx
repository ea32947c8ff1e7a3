import { fill } from '../../base/text.ts'
import { done, type Outcome } from '../../base/outcome.ts'
import { textIn } from '../../web/form.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { TextArea } from '../../web/parts/text-area/part.tsx'
import { type Answer, type AskedPage, page, type Route } from '../../web/route.ts'
import { act, getOwn, offers } from './actions.ts'
import { deployerPages } from './pages-deployers.tsx'
import { CITES } from './rules.ts'
import { isRecorded, LEVEL_WORDS, type Recorded, STATE_WORDS, Verb } from './schema.ts'
import { backTo, Cited, isNo, mayFile, problemsOf, type Slips, StateShown } from './shown.tsx'
import { D, STEPS, U } from './words.ts'

/** Steps whoever looks back will want to understand. */
const EXPLAINED: readonly Verb[] = ['suspend', 'recall', 'retire', 'withdraw']
/** Steps that cannot be taken back. */
const FINAL: readonly Verb[] = ['retire', 'withdraw']

const use = page({
  name: 'showUse',
  method: 'get',
  path: '/systems/{id}/use',
  who: 'viewer',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await getOwn(asked, params.id ?? '')
    if (!found.ok) return found
    const system = found.value
    return done(isRecorded(system) ? { show: usePage(asked, system) } : { goTo: asked.to(`/systems/${system.id}`) })
  },
})

const usePage = (asked: AskedPage, system: Recorded, said?: string) => {
  const { lang, to } = asked
  const offered = offers(system, asked.actor)
  return asked.page({
    title: `${U.use[lang]} – ${system.name}`,
    back: backTo(asked, system),
    unlisted: true,
    problems: said === undefined ? [] : [{ href: '#present', text: said }],
    children: (
      <>
        <h1>{U.use[lang]}</h1>
        <p id="present">
          {U.present[lang]}: <StateShown lang={lang} state={system.state} />
        </p>
        <p>{U.useLead[lang]}</p>
        {system.holds.length === 0 ? null : (
          <Notice tone="important" title={U.held[lang]}>
            <p>{U.heldText[lang]}</p>
            <ul>
              {system.holds.map(({ order, state }) => (
                <li>
                  <a href={to(`/orders/public/${order}`)}>{order}</a>: {STATE_WORDS[state][lang]}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {offered.length > 0 ? (
          <>
            <h2>{U.canDo[lang]}</h2>
            <ul class="tasks">
              {offered.map((verb) => (
                <li>
                  <span class="tasks__what">
                    <a href={to(`/systems/${system.id}/use/${verb}`)}>{STEPS[verb].title[lang]}</a>
                    <span class="tasks__hint">{STEPS[verb].means[lang]}</span>
                  </span>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>{(mayFile(asked, system) ? U.ended : U.reader)[lang]}</p>
        )}
        <p class="soft">
          {U.keepDossier[lang]} <Cited lang={lang} cite="N12.6" />
        </p>
      </>
    ),
  })
}

const step = page({
  name: 'showStep',
  method: 'get',
  path: '/systems/{id}/use/{verb}',
  who: 'filer',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await getOwn(asked, params.id ?? '')
    if (!found.ok) return found
    const [system, verb] = [found.value, Verb.safeParse(params.verb).data]
    if (!isRecorded(system) || verb === undefined || !offers(system, asked.actor).includes(verb))
      return done({ goTo: asked.to(`/systems/${system.id}/use`) })
    return done({ show: stepPage(asked, system, verb, '', {}) })
  },
})

const take = page({
  name: 'takeStep',
  method: 'post',
  path: '/systems/{id}/use/{verb}',
  who: 'filer',
  async handle(asked, { params, form }): Promise<Outcome<Answer>> {
    const { lang } = asked
    const found = await getOwn(asked, params.id ?? '')
    if (!found.ok) return found
    const [system, verb] = [found.value, Verb.safeParse(params.verb).data]
    if (!isRecorded(system) || verb === undefined) return done({ goTo: asked.to(`/systems/${system.id}`) })
    const reason = textIn(form, 'reason').trim()
    if (reason.length > 1000)
      return done({ show: stepPage(asked, system, verb, reason, { reason: D.reasonLong[lang] }), status: 422 })
    const seen = textIn(form, 'seq')
    const taken = await act(
      asked,
      system.id,
      verb,
      /^\d{1,9}$/.test(seen) ? Number(seen) : -1,
      reason === '' ? null : reason,
    )
    if (taken.ok) return done({ goTo: asked.to(`/systems/${system.id}/use`) })
    if (!isNo(taken.refusals, 'system.changed-meanwhile', 'system.not-now')) return taken
    // What has changed is what the person must see; what they wrote stays in the step's own page, if it is still open.
    const said = fill((isNo(taken.refusals, 'system.not-now') ? U.notNow : U.stale)[lang], {
      state: STATE_WORDS[system.state][lang],
    })
    const open = offers(system, asked.actor).includes(verb)
    return done({
      show: open ? stepPage(asked, system, verb, reason, { present: said }) : usePage(asked, system, said),
      status: 409,
    })
  },
})

const stepPage = (asked: AskedPage, system: Recorded, verb: Verb, reason: string, slips: Slips) => {
  const { lang, to } = asked
  const { title, means, button } = STEPS[verb]
  const at = to(`/systems/${system.id}/use`)
  return asked.page({
    title: `${title[lang]} – ${system.name}`,
    back: { text: U.use[lang], href: at },
    unlisted: true,
    problems: problemsOf(slips),
    children: (
      <>
        <p class="caption">{system.name}</p>
        <h1>{title[lang]}</h1>
        <p>{means[lang]}</p>
        <p>
          {U.basis[lang]} <Cited lang={lang} cite={CITES[verb]} />
        </p>
        <p id="present">
          {U.present[lang]}: <StateShown lang={lang} state={system.state} />
        </p>
        {system.level === 'high' && verb === 'put-into-use' ? (
          <Notice tone="important" title={`${LEVEL_WORDS.high[lang]}: ${U.conformity[lang].toLowerCase()}`}>
            <p>
              {U.conformityText[lang]} <Cited lang={lang} cite="L13.3" />
            </p>
          </Notice>
        ) : null}
        <FormShell action={`${at}/${verb}`} once={asked.once} seq={system.seq}>
          {EXPLAINED.includes(verb) ? (
            <TextArea
              name="reason"
              label={U.reason[lang]}
              hint={U.reasonHint[lang]}
              value={reason}
              error={slips.reason}
              rows={3}
            />
          ) : null}
          <Buttons>
            <Button look={FINAL.includes(verb) ? 'warning' : 'primary'}>{button[lang]}</Button>
            <Button look="secondary" href={at}>
              {U.cancel[lang]}
            </Button>
          </Buttons>
        </FormShell>
      </>
    ),
  })
}

export const usePages: readonly Route[] = [use, step, take, ...deployerPages]
