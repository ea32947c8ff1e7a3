import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { Refusal, Sort } from './base/outcome.ts'
import type { Text } from './base/text.ts'
import { REFUSALS as caseworkRefusals } from './casework/schema.ts'
import { SAYS as caseworkSays } from './casework/words.ts'
import { listPages } from './casework/pages-lists.ts'
import type { Office } from './casework/actions.ts'
import type { Kit } from './db/kit.ts'
import type { DataSet } from './db/open-data.ts'
import { health, type LogState, observe, type Pools } from './health.ts'
import type { Journal } from './journal.ts'
import { type Cite, citeText } from './law/cite.ts'
import * as assessment from './rooms/assessment/api.ts'
import { pages as assessmentPages } from './rooms/assessment/pages.tsx'
import { REFUSALS as assessmentRefusals } from './rooms/assessment/schema.ts'
import { SAYS as assessmentSays } from './rooms/assessment/words.ts'
import * as classification from './rooms/classification/api.ts'
import { pages as classificationPages } from './rooms/classification/pages.tsx'
import { REFUSALS as classificationRefusals } from './rooms/classification/schema.ts'
import { SAYS as classificationSays } from './rooms/classification/words.ts'
import { apis as damageApis } from './rooms/damage/api.ts'
import { pages as damagePages } from './rooms/damage/pages.tsx'
import { REFUSALS as damageRefusals } from './rooms/damage/schema.ts'
import { SAYS as damageSays } from './rooms/damage/words-claim.ts'
import { guidanceOffice } from './rooms/guidance/actions.ts'
import { apis as guidanceApis } from './rooms/guidance/api.ts'
import { pages as guidancePages } from './rooms/guidance/pages.tsx'
import { frame, problemPage } from './rooms/home/frame.tsx'
import { homePages } from './rooms/home/pages.tsx'
import { whoHolds, whoIs } from './rooms/parties/actions.ts'
import { pages as partiesPages } from './rooms/parties/pages.tsx'
import { REFUSALS as partiesRefusals } from './rooms/parties/schema.ts'
import { SAYS as partiesSays } from './rooms/parties/words.ts'
import { pages as inventoryPages } from './rooms/inventory/pages.tsx'
import { REFUSALS as inventoryRefusals } from './rooms/inventory/schema.ts'
import { SAYS as inventorySays } from './rooms/inventory/words.ts'
import { incidentOffice, inquiryOffice, SETS as INCIDENT_SETS } from './rooms/incidents/actions.ts'
import { pages as erasurePages } from './rooms/erasure/pages.tsx'
import { REFUSALS as erasureRefusals } from './rooms/erasure/schema.ts'
import { SAYS as erasureSays } from './rooms/erasure/words.ts'
import * as incidents from './rooms/incidents/api.ts'
import { pages as incidentsPages } from './rooms/incidents/pages.tsx'
import { REFUSALS as incidentsRefusals } from './rooms/incidents/schema.ts'
import { SAYS as incidentsSays } from './rooms/incidents/words.ts'
import { checkOffice, inspectionOffice, SETS as INSPECTION_SETS } from './rooms/inspections/actions.ts'
import * as inspections from './rooms/inspections/api.ts'
import { pages as inspectionsPages } from './rooms/inspections/pages.tsx'
import { REFUSALS as inspectionsRefusals } from './rooms/inspections/schema.ts'
import { SAYS as inspectionsSays } from './rooms/inspections/words.ts'
import { apis as petitionsApis } from './rooms/petitions/api.ts'
import { pages as petitionsPages } from './rooms/petitions/pages.tsx'
import { REFUSALS as petitionsRefusals } from './rooms/petitions/schema.ts'
import { SAYS as petitionsSays } from './rooms/petitions/words.ts'
import * as register from './rooms/register/api.ts'
import { SETS as REGISTER_SETS } from './rooms/register/actions.ts'
import { labelApis } from './rooms/marks/api-label.ts'
import { labelPages } from './rooms/marks/pages-label.tsx'
import { labelGuidePages } from './rooms/marks/pages-label-guide.tsx'
import { labelWordingPages } from './rooms/marks/pages-label-wording.tsx'
import { LABEL_REFUSALS } from './rooms/marks/label-schema.ts'
import { LABEL_SAYS } from './rooms/marks/words-label.ts'
import { certificateApis } from './rooms/marks/api-certificates.ts'
import { itemApis } from './rooms/marks/api-items.ts'
import { ITEM_REFUSALS } from './rooms/marks/item-schema.ts'
import { ITEM_SAYS } from './rooms/marks/item-words.ts'
import { signApis } from './rooms/marks/api-sign.ts'
import { jobApis } from './rooms/marks/api-jobs.ts'
import { JOB_REFUSALS } from './rooms/marks/job-schema.ts'
import { JOB_SAYS } from './rooms/marks/job-words.ts'
import { SIGNING_REFUSALS } from './rooms/marks/signing-schema.ts'
import { SIGNING_SAYS } from './rooms/marks/signing-words.ts'
import { CERTIFICATE_REFUSALS } from './rooms/marks/certificate-schema.ts'
import { CERTIFICATE_SAYS } from './rooms/marks/certificate-words.ts'
import { certificatePages } from './rooms/marks/pages-certificates.tsx'
import { jobPages } from './rooms/marks/pages-jobs.tsx'
import { markingPages } from './rooms/marks/pages-marking.tsx'
import { startPages as marksStartPages } from './rooms/marks/pages-start.tsx'
import * as ledger from './rooms/ledger/api.ts'
import { searchApis } from './rooms/ledger/api-search.ts'
import { pages as ledgerPages } from './rooms/ledger/pages.tsx'
import { evidencePages } from './rooms/ledger/pages-evidence.tsx'
import { verifyPages } from './rooms/ledger/pages-verify.tsx'
import { REFUSALS as ledgerRefusals } from './rooms/ledger/schema.ts'
import { SAYS as ledgerSays } from './rooms/ledger/words.ts'
import { VERIFY_REFUSALS } from './rooms/ledger/verify-schema.ts'
import { VERIFY_SAYS } from './rooms/ledger/words-verify.ts'
import { pages as registerPages } from './rooms/register/pages.tsx'
import { REFUSALS as registerRefusals } from './rooms/register/schema.ts'
import { SAYS as registerSays } from './rooms/register/words.ts'
import * as statute from './rooms/statute/api.ts'
import { pages as statutePages } from './rooms/statute/pages.tsx'
import { REFUSALS as statuteRefusals } from './rooms/statute/schema.ts'
import { SAYS as statuteSays } from './rooms/statute/words.ts'
import { orderOffice, SETS as ORDER_SETS } from './rooms/supervision/actions.ts'
import { checkApis } from './rooms/marks/api-check.ts'
import { checkPages } from './rooms/marks/pages-check.tsx'
import { REFUSALS as marksRefusals } from './rooms/marks/schema.ts'
import { SAYS as marksSays } from './rooms/marks/words.ts'
import * as supervision from './rooms/supervision/api.ts'
import { pages as supervisionPages } from './rooms/supervision/pages.tsx'
import { REFUSALS as supervisionRefusals } from './rooms/supervision/schema.ts'
import { SAYS as supervisionSays } from './rooms/supervision/words.ts'
import * as systems from './rooms/systems/api.ts'
import { pages as systemsPages } from './rooms/systems/pages.tsx'
import { REFUSALS as systemsRefusals } from './rooms/systems/schema.ts'
import { SAYS as systemsSays } from './rooms/systems/words.ts'
import { SETS as VIOLATION_SETS, violationOffice } from './rooms/violations/actions.ts'
import { apis as violationApis } from './rooms/violations/api.ts'
import { pages as violationPages } from './rooms/violations/pages.tsx'
import { REFUSALS as violationRefusals } from './rooms/violations/schema.ts'
import { SAYS as violationSays } from './rooms/violations/words.ts'
import { describe } from './web/describe.ts'
import type { Route } from './web/route.ts'
import { clientAddress, Crowd, Flood } from './web/flood.ts'
import { type Ports, serve } from './web/server.ts'

export interface AppOptions {
  readonly pools: Pools
  /** How many proxies in front are ours. */
  readonly trustProxy: number
  readonly journal: Journal
  /** How the public log is doing; absent where none is written. */
  readonly log?: LogState
}

/** Every procedure at work: the desk, the lists and the reminders go over all of them. */
export const OFFICES: readonly Office[] = [
  guidanceOffice,
  incidentOffice,
  inquiryOffice,
  orderOffice,
  checkOffice,
  inspectionOffice,
  violationOffice,
]

/** Every route of every room, in one list. */
export const ROUTES: readonly Route[] = [
  ...homePages((site) => describe(ROUTES, site)),
  ...partiesPages,
  ...statutePages,
  ...statute.apis,
  ...systemsPages,
  ...systems.apis,
  ...assessmentPages,
  ...assessment.apis,
  ...classificationPages,
  ...classification.apis,
  ...inventoryPages,
  // Before the documents themselves, whose address takes any ending.
  ...evidencePages(OFFICES),
  ...listPages(OFFICES),
  ...guidancePages,
  ...guidanceApis,
  ...incidentsPages,
  ...incidents.apis,
  ...supervisionPages,
  ...supervision.apis,
  ...inspectionsPages,
  ...inspections.apis,
  ...violationPages,
  ...violationApis,
  ...damagePages,
  ...damageApis,
  ...marksStartPages,
  ...certificatePages,
  ...markingPages,
  ...jobPages,
  ...certificateApis,
  ...signApis,
  ...jobApis,
  ...itemApis,
  ...checkPages,
  ...checkApis,
  ...labelPages,
  ...labelGuidePages,
  ...labelWordingPages,
  ...labelApis,
  ...petitionsPages,
  ...petitionsApis,
  ...ledgerPages,
  ...verifyPages,
  ...ledger.apis,
  ...searchApis,
  ...registerPages,
  ...register.apis,
  ...erasurePages,
]

/** Everything that is published as open data; a room with something to publish adds its value here. */
export const DATA_SETS: readonly DataSet[] = [
  ...REGISTER_SETS,
  ...ORDER_SETS,
  ...INCIDENT_SETS,
  ...INSPECTION_SETS,
  ...VIOLATION_SETS,
]

/** What each room may refuse: of what sort it is, and in which words. A code stands once. */
export const REFUSALS: Readonly<Record<string, Sort>> = {
  ...caseworkRefusals,
  ...partiesRefusals,
  ...statuteRefusals,
  ...systemsRefusals,
  ...assessmentRefusals,
  ...classificationRefusals,
  ...inventoryRefusals,
  ...incidentsRefusals,
  ...supervisionRefusals,
  ...inspectionsRefusals,
  ...CERTIFICATE_REFUSALS,
  ...SIGNING_REFUSALS,
  ...JOB_REFUSALS,
  ...ITEM_REFUSALS,
  ...marksRefusals,
  ...violationRefusals,
  ...damageRefusals,
  ...LABEL_REFUSALS,
  ...petitionsRefusals,
  ...ledgerRefusals,
  ...VERIFY_REFUSALS,
  ...registerRefusals,
  ...erasureRefusals,
}
export const SAYS: Readonly<Record<Refusal['code'], Text>> = {
  ...caseworkSays,
  ...partiesSays,
  ...statuteSays,
  ...systemsSays,
  ...assessmentSays,
  ...classificationSays,
  ...inventorySays,
  ...incidentsSays,
  ...supervisionSays,
  ...inspectionsSays,
  ...CERTIFICATE_SAYS,
  ...SIGNING_SAYS,
  ...JOB_SAYS,
  ...ITEM_SAYS,
  ...marksSays,
  ...violationSays,
  ...damageSays,
  ...LABEL_SAYS,
  ...petitionsSays,
  ...ledgerSays,
  ...VERIFY_SAYS,
  ...registerSays,
  ...erasureSays,
}

/** Without a server around it (in tests) a request comes from nowhere. */
function addressOf(c: Context, trustProxy: number): string | undefined {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>
  return clientAddress(incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'), trustProxy)
}

const ports = ({ journal, trustProxy }: AppOptions, flood = new Flood(), crowd = new Crowd()): Ports => ({
  refusals: { sort: REFUSALS, says: SAYS, cite: (cite, lang) => citeText(cite as Cite, lang) },
  whoIs,
  whoHolds,
  frame,
  problemPage,
  signIn: (lang, back, actor) =>
    `/${lang}/${actor.kind === 'visitor' ? 'sign-in' : 'organisations'}?back=${encodeURIComponent(back)}`,
  flooded(c) {
    const address = addressOf(c, trustProxy)
    return address !== undefined && flood.tooMany(address, Date.now())
  },
  crowd: {
    tooMany: (c) => crowd.tooMany(addressOf(c, trustProxy), Date.now()),
    task: () => crowd.task(),
    solved: (answer) => crowd.solved(answer),
  },
  observe(route, status, ms, method, requestId) {
    observe(route, status, ms)
    journal.info({ method, route, status, ms: Math.round(ms), requestId }, 'answered')
  },
  fault: (error, requestId, route) => journal.error({ err: error, requestId, route }, 'a request failed'),
})

/** The whole portal as something that answers requests. */
export function createApp(kit: Kit, options: AppOptions): Hono {
  const portal = serve(kit, ROUTES, ports(options))
  const document = describe(ROUTES, kit.site.url)
  portal.get('/api/v1/openapi.json', (c) => c.json(document))
  portal.get('/log/*', (c) => ledger.logFile(kit, c.req.path.slice('/log/'.length)))
  portal.get('/.well-known/jwks.json', (c) => c.json(kit.keys.publicKeys() as object))
  // Handed on as it came: a mounted app would get a copy of every request, which costs more than many answers do.
  return new Hono().route('/', health(kit, options.pools, options.log)).all('*', (c) => portal.fetch(c.req.raw, c.env))
}
