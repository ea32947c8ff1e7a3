import { actingFor, type PartyId } from '../../base/actor.ts'
import { done, refuse } from '../../base/outcome.ts'
import { listOfParty } from '../../casework/actions.ts'
import { sees } from '../../casework/flow.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { type AskedPage, page } from '../../web/route.ts'
import { search } from '../register/actions.ts'
import { Query } from '../register/schema.ts'
import { findByAiId, listOf } from '../systems/actions.ts'
import { TOUR_ROLES, type TourRole, TOURS } from './schema.ts'
import { TOUR, TOUR_STEPS, TOUR_WORDS } from './words.ts'

interface Tour {
  readonly asked: AskedPage
  readonly role: TourRole
}

/** One click, and never in production: the page that takes it looks again whether it may. */
const Begin = ({ asked, role, look }: Tour & { readonly look: 'primary' | 'secondary' }) => {
  const { lang, to, once } = asked
  const { start } = TOUR_WORDS[role]
  if (role === 'citizen')
    return (
      <Button look={look} href={to('/tour/citizen')}>
        {start[lang]}
      </Button>
    )
  return (
    <FormShell action={to('/evaluation/sign-in')} once={`${once}-${role}`}>
      <input type="hidden" name="email" value={TOURS[role].email} />
      <input type="hidden" name="back" value={to(`/tour/${role}`)} />
      <Button look={look}>{start[lang]}</Button>
    </FormShell>
  )
}

/** A tour on the start page: who one is, and the button. */
export const TourCard = ({ asked, role }: Tour) => (
  <section aria-labelledby={`tour-${role}`}>
    <h3 id={`tour-${role}`}>{TOUR_WORDS[role].title[asked.lang]}</h3>
    <p>{TOUR_WORDS[role].who[asked.lang]}</p>
    <Begin asked={asked} role={role} look="secondary" />
  </section>
)

const isRole = (text: string | undefined): text is TourRole => TOUR_ROLES.some((role) => role === text)

export const tour = page({
  name: 'showTour',
  method: 'get',
  path: '/tour/{role}',
  who: 'anyone',
  async handle(asked, { params }) {
    const { role } = params
    if (asked.site.mode !== 'evaluation' || !isRole(role)) return refuse({ code: 'evaluation.absent' })
    const { lang } = asked
    const words = TOUR_WORDS[role]
    const hrefs = await Promise.all(TOUR_STEPS[role].map((step) => hrefOf(asked, step.href)))
    const { actor } = asked
    const ready = role === 'citizen' || (actor.kind === 'person' && actor.email === TOURS[role].email)
    const show = asked.page({
      title: words.title[lang],
      back: { text: TOUR.back[lang], href: asked.to('') },
      unlisted: true,
      children: (
        <>
          <p class="caption">{TOUR.section[lang]}</p>
          <h1>{words.title[lang]}</h1>
          <p class="lead">{words.who[lang]}</p>
          {ready ? null : (
            <>
              <p>{TOUR.notYet[lang]}</p>
              <Begin asked={asked} role={role} look="primary" />
            </>
          )}
          <ol>
            {TOUR_STEPS[role].map((step, n) => (
              <li>
                <p>
                  {step.text[lang]}
                  {hrefs[n] === undefined ? null : (
                    <>
                      <br />
                      <a href={hrefs[n]}>{step.link[lang]}</a>
                    </>
                  )}
                </p>
              </li>
            ))}
          </ol>
        </>
      ),
    })
    return done({ show })
  },
})

const NAMED = /^\{(file|record|incident):(.+)\}$/

/** Where a step leads: a fixed page, the draft at hand, or the system of that name, whatever AI-ID this world gave it. */
async function hrefOf(asked: AskedPage, href: string): Promise<string | undefined> {
  if (href === '{draft}') return draftOf(asked)
  const [, kind, name] = NAMED.exec(href) ?? []
  if (name === undefined) return asked.to(href)
  const found = await search(asked, Query.parse({ q: name }), 20)
  // The oldest of that name: a second one stands beside it on purpose.
  const aiId = found.items.filter((s) => s.name === name).at(-1)?.aiId
  if (aiId === undefined) return undefined
  if (kind === 'record') return asked.to(`/register/${aiId}`)
  const system = asked.actor.kind === 'visitor' ? undefined : await findByAiId(asked.db, aiId)
  if (kind === 'incident') return system && incidentOf(asked, system.provider, name)
  return system && asked.to(`/systems/${system.id}`)
}

/** The provider's incident of that system, for whoever may see it. */
async function incidentOf(asked: AskedPage, provider: PartyId, name: string): Promise<string | undefined> {
  const all = await listOfParty(asked.db, provider, 'incident')
  const file = all.find((one) => one.subject === name && sees(one, asked.actor))
  return file && asked.to(`/incidents/${file.number}`)
}

async function draftOf(asked: AskedPage): Promise<string | undefined> {
  const member = actingFor(asked.actor)
  const draft = member && (await listOf(asked.db, member.party)).find((s) => s.state === 'draft')
  return draft ? asked.to(`/systems/${draft.id}`) : undefined
}
