import assert from 'node:assert/strict'
import type { Hono } from 'hono'
import { createApp } from '../src/app.tsx'
import type { Actor, PartyId, PartyRole } from '../src/base/actor.ts'
import { day } from '../src/base/day.ts'
import { createJournal } from '../src/journal.ts'
import { addMember, createAccount, createApiKey, createParty, signInAs } from '../src/rooms/parties/actions.ts'
import { type Acting, putOnRecord } from '../src/rooms/systems/actions.ts'
import type { Recorded } from '../src/rooms/systems/schema.ts'
import { SESSION } from '../src/web/server.ts'
import type { TestKit } from './kit.ts'
import { good, kept } from './outcomes.ts'
import { noticeBody } from './notices.ts'

/** A provider with a painter of umbrellas in the register, its people, and the whole portal around them. */
export interface House {
  readonly app: Hono
  readonly provider: string
  readonly system: Recorded
  readonly lan: Acting
  readonly viewer: Acting
  readonly stranger: Acting
  /** A key of the provider that may sign marks. */
  readonly apiKey: string
  /** One more system of the same provider. */
  another(): Promise<Recorded>
}

const PASSWORD = 'ô che mưa nắng 2026'
const sessions = new WeakMap<Acting, string>()

/** Headers of a browser in which this person is signed in. */
export const asCookie = (asked: Acting): Record<string, string> => ({
  cookie: `${SESSION}=${sessions.get(asked) ?? assert.fail('nobody signed in')}`,
})

export async function openHouse(kit: TestKit): Promise<House> {
  const provider = 'Thư viện Ô'
  const details = (name: string, contact: string) =>
    ({
      kind: 'organisation',
      ...{ name, address: '1 Bến Sông', contact, country: 'VN', code: null },
      ...{ contactPoint: null, presence: null, representative: null, stateBody: false },
    }) as const
  const person = async (name: string, role: PartyRole, of?: { party: PartyId; name: string }): Promise<Acting> => {
    const email = `${name}@thuvien.example`
    const account = await createAccount(kit, { email, name, lang: 'vi', password: PASSWORD })
    const party = of?.party ?? (await createParty(kit, account, details(`${name} và bạn`, email))).id
    if (of !== undefined) await addMember(kit, party, account, role)
    const acting = { party, name: of?.name ?? `${name} và bạn`, role }
    const actor: Actor = { kind: 'person', account, name, email, lang: 'vi', acting, seat: null }
    const asked = { ...kit, actor }
    const opened = await signInAs(kit, email)
    assert.ok(opened.ok)
    sessions.set(asked, opened.value.token)
    return asked
  }
  const email = 'lan@thuvien.example'
  const account = await createAccount(kit, { email, name: 'lan', lang: 'vi', password: PASSWORD })
  const { id: party } = await createParty(kit, account, details(provider, email))
  const owner: Actor = {
    ...{ kind: 'person', account, name: 'lan', email, lang: 'vi', seat: null },
    acting: { party, name: provider, role: 'owner' },
  }
  const lan: Acting = { ...kit, actor: owner }
  const opened = await signInAs(kit, email)
  assert.ok(opened.ok)
  sessions.set(lan, opened.value.token)

  let made = 0
  const another = async (): Promise<Recorded> => {
    made += 1
    const answers = noticeBody(`O-VE-${made}`).dossier
    const becomes = { level: 'medium', state: 'in-use', sectors: [], entries: [], firstUse: day('2026-06-01') } as const
    const recording = { provider: party, answers, verb: 'notified', data: {}, reason: null, at: kit.now(), becomes }
    return good(await kept(lan, (asked) => putOnRecord(asked, { ...recording, verb: 'notified' }))).system
  }
  const system = await another()
  const apiKey = await createApiKey(kit, { party, account, label: 'máy vẽ ô', scopes: ['marks:write'] })
  const app = createApp(kit, { pools: {}, trustProxy: 0, journal: createJournal('silent') })
  return {
    ...{ app, provider, system, lan, apiKey, another },
    viewer: await person('mai', 'viewer', { party, name: provider }),
    stranger: await person('tu', 'owner'),
  }
}
