import type { Child } from 'hono/jsx'
import { type PartyId, SCOPES } from '../../base/actor.ts'
import { dayOf } from '../../base/day.ts'
import { done } from '../../base/outcome.ts'
import { sealUntil, unsealInTime } from '../../base/seal.ts'
import { showDay, showTime } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { Checkboxes } from '../../web/parts/checkboxes/part.tsx'
import { CodeBlock } from '../../web/parts/code-block/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { later } from './account-actions.ts'
import { Ask, again, blank, type Draft, framed, judge, memberOf, one, RowButton, RowForms, several } from './forms.tsx'
import * as act from './party-actions.ts'
import { KeyRequest, type KeyView } from './schema.ts'
import { KEY_FIELDS as F, SCOPE } from './words.ts'
import { O } from './words-organisation.ts'

const home = ({ lang, to }: AskedPage) => ({ text: O.organisation[lang], href: to('/organisation') })

/**
 * A new key travels to the page that shows it in a cookie of ten minutes, sealed for that key: nothing readable is
 * stored, a form sent twice makes one key, and the page drops the cookie as it shows it.
 */
const FRESH = 'saola_key'
const FRESH_HOURS = 1 / 6
const purpose = (id: string): string => `fresh key ${id}`

const State = ({ asked, k }: { readonly asked: AskedPage; readonly k: KeyView }) =>
  k.revokedAt === null ? (
    <RowButton id={`revoke-${k.id}`} text={O.keyRevoke[asked.lang]} about={k.label} />
  ) : (
    <>
      {O.keyRevoked[asked.lang]} {showDay(dayOf(k.revokedAt))}
    </>
  )

export async function keysSection(asked: AskedPage, party: PartyId): Promise<Child> {
  const { lang, to } = asked
  const keys = await act.keysOf(asked, party)
  return (
    <>
      <h2>{O.keys[lang]}</h2>
      <p>{keys.length === 0 ? O.keysNone[lang] : O.keysText[lang]}</p>
      {keys.length === 0 ? null : (
        <DataTable
          caption={O.keys[lang]}
          captionHidden
          columns={[O.keyLabel, O.keyHint, O.keyScopes, O.keyMade, O.keyState].map((label) => ({ label: label[lang] }))}
          rows={keys.map((k) => [
            k.label,
            <span class="number">…{k.hint}</span>,
            k.scopes.map((scope) => SCOPE[scope][lang]).join('; '),
            <span class="number">{showDay(dayOf(k.createdAt))}</span>,
            <State asked={asked} k={k} />,
          ])}
        />
      )}
      <RowForms
        verbs={keys
          .filter((k) => k.revokedAt === null)
          .map(({ id }) => ({ id: `revoke-${id}`, action: to(`/organisation/keys/${id}/revoke`), once: asked.once }))}
      />
      <Buttons>
        <Button look="secondary" href={to('/organisation/keys/new')}>
          {O.keyNew[lang]}
        </Button>
      </Buttons>
    </>
  )
}

const newKeyPage = (asked: AskedPage, draft: Draft): Child => {
  const { lang, to, once } = asked
  return framed(
    asked,
    { title: O.keyNew[lang], draft, back: home(asked) },
    <>
      <p>{O.keysText[lang]}</p>
      <FormShell action={to('/organisation/keys/new')} once={once}>
        <Ask lang={lang} draft={draft} name="label" words={F.label} autocomplete="off" spellcheck={false} />
        <Checkboxes
          name="scopes"
          legend={F.scopes.label[lang]}
          hint={F.scopes.hint[lang]}
          options={SCOPES.map((scope) => ({ value: scope, label: SCOPE[scope][lang] }))}
          values={several(draft.values.scopes as string[] | undefined)}
          error={draft.slips.scopes}
        />
        <Button>{O.keyDo[lang]}</Button>
      </FormShell>
    </>,
  )
}

const shownPage = (asked: AskedPage, key: string | undefined): Child => {
  const { lang, to } = asked
  const title = key === undefined ? O.keyGone[lang] : O.keyShown[lang]
  return framed(
    asked,
    { title, back: home(asked) },
    <>
      {key === undefined ? (
        <p>{O.keyGoneText[lang]}</p>
      ) : (
        <>
          <Notice tone="important" title={O.keyShownOnce[lang]}>
            <p>{O.keyShownText[lang]}</p>
          </Notice>
          <CodeBlock id="key" code={key} copy={{ text: O.copy[lang], done: O.copied[lang] }} />
        </>
      )}
      <Buttons>
        <Button look="secondary" href={to('/organisation')}>
          {O.toOrganisation[lang]}
        </Button>
      </Buttons>
    </>,
  )
}

const keys: readonly Route[] = [
  page({
    name: 'newApiKey',
    method: 'get',
    path: '/organisation/keys/new',
    who: 'owner',
    handle: async (asked) => done({ show: newKeyPage(asked, blank) }),
  }),
  page({
    name: 'makeApiKey',
    method: 'post',
    path: '/organisation/keys/new',
    who: 'owner',
    async handle(asked, { form }) {
      const values = { label: one(form.label), scopes: several(form.scopes) }
      const input = judge(KeyRequest, values, F, asked.lang)
      if (!input.ok) return again(newKeyPage(asked, input.draft))
      const member = memberOf(asked)
      const made = await act.makeApiKey(asked, member, member.acting.party, input.value)
      if (!made.ok) return made
      const { id, key } = made.value
      const value = sealUntil(asked.site.secret, purpose(id), key, later(asked.now(), FRESH_HOURS))
      return done({
        goTo: asked.to(`/organisation/keys/${id}`),
        cookies: { [FRESH]: { value, lasts: FRESH_HOURS * 3600 } },
      })
    },
  }),
  page({
    name: 'showApiKey',
    method: 'get',
    path: '/organisation/keys/{id}',
    who: 'owner',
    async handle(asked, { params }) {
      const id = params.id ?? ''
      const known = await act.keyOf(asked, memberOf(asked).acting.party, id)
      if (!known.ok) return known
      const key = unsealInTime(asked.site.secret, purpose(id), asked.cookie(FRESH), asked.now())
      return done({ show: shownPage(asked, key), cookies: { [FRESH]: null } })
    },
  }),
  page({
    name: 'revokeApiKey',
    method: 'post',
    path: '/organisation/keys/{id}/revoke',
    who: 'owner',
    async handle(asked, { params }) {
      const revoked = await act.revokeApiKey(asked, asked.actor, memberOf(asked).acting.party, params.id ?? '')
      return revoked.ok ? done({ goTo: asked.to('/organisation') }) : revoked
    },
  }),
]

// ————— who of the State read what —————

async function accessPage(asked: AskedPage): Promise<Child> {
  const { lang } = asked
  const notes = await act.accessNotesOf(asked, memberOf(asked).acting.party)
  return framed(
    asked,
    { title: O.access[lang], wide: true, back: home(asked) },
    <>
      <p>{O.accessText[lang]}</p>
      {notes.length === 0 ? (
        <p>{O.accessNone[lang]}</p>
      ) : (
        <DataTable
          caption={O.access[lang]}
          captionHidden
          columns={[O.accessWhen, O.accessUnit, O.accessObject].map((label) => ({ label: label[lang] }))}
          rows={notes.map((n) => [showTime(n.at, lang), (n.unit ?? O.accessUnknown)[lang], n.object])}
        />
      )}
    </>,
  )
}

const access = page({
  name: 'accessNotes',
  method: 'get',
  path: '/organisation/access-notes',
  who: 'viewer',
  handle: async (asked) => done({ show: await accessPage(asked) }),
})

export const keyPages: readonly Route[] = [...keys, access]
