import { fill } from '../base/text.ts'
import { actorId, type Actor } from '../base/actor.ts'
import { dayOf, type Instant } from '../base/day.ts'
import { sha256 } from '../base/hash.ts'
import { secretToken } from '../base/ids.ts'
import { done, refuse } from '../base/outcome.ts'
import { sealUntil, unsealInTime } from '../base/seal.ts'
import { showDay } from '../web/format.ts'
import { Button, Buttons } from '../web/parts/button/part.tsx'
import { CodeBlock } from '../web/parts/code-block/part.tsx'
import { DataTable } from '../web/parts/data-table/part.tsx'
import { FormShell } from '../web/parts/form-shell/part.tsx'
import { Notice } from '../web/parts/notice/part.tsx'
import { type AskedPage, page, type Route } from '../web/route.ts'
import type { Office } from './actions.ts'
import * as store from './desk-store.ts'
import { finals } from './due.ts'
import { calendarOf } from './feed.ts'
import { K } from './words-lists.ts'

/**
 * A new address travels to the page that shows it in a sealed cookie of ten minutes: nothing readable is stored, a form
 * sent twice makes one address, and the page drops the cookie as it shows it.
 */
const FRESH = 'saola_calendar'
const FRESH_SECONDS = 600
const PURPOSE = 'fresh calendar'

type Side = store.FeedSide & { readonly name: string | undefined }

/** Whose calendar this person may have: the organisation he acts for, the unit he handles files in. */
function sidesOf(actor: Actor): Side[] {
  if (actor.kind !== 'person') return []
  const { acting, seat } = actor
  return [
    ...(acting === null ? [] : [{ of: 'party', party: acting.party, name: acting.name } as const]),
    ...(seat === null || seat.role === 'administrator'
      ? []
      : [{ of: 'unit', unit: seat.unit, name: undefined } as const]),
  ]
}

const sideNamed = ({ actor }: AskedPage, of: unknown): Side | undefined => sidesOf(actor).find((side) => side.of === of)
const idOf = (token: string): string => sha256(token)
const later = (at: Instant, seconds: number): Instant => new Date(Date.parse(at) + seconds * 1000).toISOString()

const showCalendar = (offices: readonly Office[]): Route =>
  page({
    name: 'showCalendar',
    method: 'get',
    path: '/calendar',
    who: 'person',
    async handle(asked) {
      const { lang, site } = asked
      const sides = sidesOf(asked.actor)
      if (sides.length === 0) return refuse({ code: 'case.no-organisation' })
      const token = unsealInTime(site.secret, PURPOSE, asked.cookie(FRESH), asked.now())
      const sections = await Promise.all(
        sides.map(async (side) => ({
          side,
          name: side.name ?? (side.of === 'unit' ? await unitName(asked, offices, side) : ''),
          feeds: await store.listFeeds(asked.db, side),
        })),
      )
      const fresh = sections.flatMap(({ feeds }) => feeds).find(({ id }) => token !== undefined && id === idOf(token))
      return done({
        cookies: { [FRESH]: null },
        show: asked.page({
          title: K.title[lang],
          unlisted: true,
          children: (
            <>
              <h1>{K.title[lang]}</h1>
              {fresh === undefined || token === undefined ? null : (
                <>
                  <Notice tone="important" title={K.shownOnce[lang]}>
                    <p>{K.shownText[lang]}</p>
                  </Notice>
                  <CodeBlock
                    id="address"
                    code={`${site.url}/${fresh.lang}/calendar/${token}.ics`}
                    copy={{ text: K.copy[lang], done: K.copied[lang] }}
                  />
                </>
              )}
              <p class="lead">{K.lead[lang]}</p>
              <p>{K.what[lang]}</p>
              <p>{K.warning[lang]}</p>
              {sections.map(({ side, name, feeds }) => (
                <Section asked={asked} side={side} name={name} feeds={feeds} />
              ))}
            </>
          ),
        }),
      })
    },
  })

async function unitName(
  { db, lang }: AskedPage,
  offices: readonly Office[],
  side: Extract<store.FeedSide, { of: 'unit' }>,
): Promise<string> {
  return ((await offices[0]?.people.unitName(db, side.unit)) ?? K.yourUnit)[lang]
}

interface SectionProps {
  readonly asked: AskedPage
  readonly side: Side
  readonly name: string
  readonly feeds: readonly store.Feed[]
}

const Section = ({ asked: { lang, to, once }, side, name, feeds }: SectionProps) => (
  <section aria-labelledby={side.of}>
    <h2 id={side.of}>{fill(K.of[lang], { name })}</h2>
    {feeds.length === 0 ? (
      <p>{K.none[lang]}</p>
    ) : (
      <DataTable
        caption={K.addresses[lang]}
        captionHidden
        columns={[K.hint, K.made, K.language, K.act].map((label) => ({ label: label[lang] }))}
        rows={feeds.map((feed) => [
          <span class="number">…{feed.hint}</span>,
          <span class="number">{showDay(dayOf(feed.madeAt))}</span>,
          K[feed.lang][lang],
          <Button look="secondary" form={`revoke-${feed.id}`}>
            {K.revoke[lang]}
            <span class="govuk-visually-hidden"> …{feed.hint}</span>
          </Button>,
        ])}
      />
    )}
    {feeds.map((feed) => (
      <FormShell id={`revoke-${feed.id}`} action={to(`/calendar/${feed.id}/revoke`)} once={`${once}-${feed.hint}`}>
        <input type="hidden" name="side" value={side.of} />
      </FormShell>
    ))}
    <FormShell action={to('/calendar')} once={`${once}-${side.of}`}>
      <input type="hidden" name="side" value={side.of} />
      <Buttons>
        <Button look={feeds.length === 0 ? 'primary' : 'secondary'}>
          {(feeds.length === 0 ? K.make : K.another)[lang]}
        </Button>
      </Buttons>
    </FormShell>
  </section>
)

const makeCalendar = page({
  name: 'makeCalendar',
  method: 'post',
  path: '/calendar',
  who: 'person',
  async handle(asked, { form }) {
    const side = sideNamed(asked, form.side)
    if (side === undefined) return refuse({ code: 'case.not-your-part' })
    const token = secretToken()
    const feed = { id: idOf(token), hint: token.slice(-4), lang: asked.lang, madeAt: asked.now() }
    await store.keepFeed(asked.db, feed, side, actorId(asked.actor))
    const value = sealUntil(asked.site.secret, PURPOSE, token, later(asked.now(), FRESH_SECONDS))
    return done({ goTo: asked.to('/calendar'), cookies: { [FRESH]: { value, lasts: FRESH_SECONDS } } })
  },
})

const revokeCalendar = page({
  name: 'revokeCalendar',
  method: 'post',
  path: '/calendar/{id}/revoke',
  who: 'person',
  async handle(asked, { params, form }) {
    const side = sideNamed(asked, form.side)
    const revoked = side !== undefined && (await store.revokeFeed(asked.db, params.id ?? '', side, asked.now()))
    return revoked ? done({ goTo: asked.to('/calendar') }) : refuse({ code: 'feed.unknown' })
  },
})

/** Whoever has the address reads it: a calendar program has no session. A revoked one is as if it had never been. */
const readCalendar = (offices: readonly Office[]): Route =>
  page({
    name: 'readCalendar',
    method: 'get',
    path: '/calendar/{token}',
    who: 'anyone',
    async handle(asked, { params }) {
      const feed = await store.findFeed(asked.db, idOf((params.token ?? '').replace(/\.ics$/, '')))
      if (feed === undefined) return refuse({ code: 'feed.unknown' })
      const procedures = offices.map(({ procedure }) => procedure)
      const scope = { procedures: procedures.map(({ id }) => id), finals: finals(procedures) }
      const entries = await store.listEntries(asked.db, feed.side, scope)
      const body = calendarOf({ entries, procedures, lang: feed.lang, site: asked.site.url, at: asked.now() })
      return done({ download: { type: 'text/calendar; charset=utf-8', name: 'saola.ics', body } })
    },
  })

export const feedPages = (offices: readonly Office[]): readonly Route[] => [
  showCalendar(offices),
  makeCalendar,
  revokeCalendar,
  readCalendar(offices),
]
