import { fill } from '../../base/text.ts'
import { dayOf } from '../../base/day.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { dayIn, textIn, type TypedDay } from '../../web/form.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { DateField } from '../../web/parts/date-field/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { type Answer, type AskedPage, type Form, page, type Route } from '../../web/route.ts'
import { findPartyByCode } from '../parties/actions.ts'
import { endDeployment, getOwn, getSystem, linkDeployer, listDeployments } from './actions.ts'
import { type Deployment, isRecorded, type Recorded } from './schema.ts'
import {
  backTo,
  Cited,
  dayLabels,
  daySlip,
  isNo,
  LevelShown,
  mayFile,
  problemsOf,
  saying,
  showPeriod,
  type Slips,
  typedDay,
} from './shown.tsx'
import { U, W } from './words.ts'

/** A recorded system of one's own, or one that may be read; a draft has no deployers yet. */
async function recorded(asked: AskedPage, id: string, get = getOwn): Promise<Outcome<Recorded | Answer>> {
  const found = await get(asked, id)
  if (!found.ok) return found
  return done(isRecorded(found.value) ? found.value : { goTo: asked.to(`/systems/${found.value.id}`) })
}
const isAnswer = (value: Recorded | Answer): value is Answer => !('provider' in value)

interface Typed {
  readonly name: string
  readonly code: string
  readonly since: TypedDay
  readonly until: TypedDay
}
const NOTHING: TypedDay = { values: { day: '', month: '', year: '' }, day: undefined }

const list = page({
  name: 'listDeployers',
  method: 'get',
  path: '/systems/{id}/deployers',
  who: 'person',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await recorded(asked, params.id ?? '', getSystem)
    if (!found.ok || isAnswer(found.value)) return found as Outcome<Answer>
    return done({
      show: await deployersPage(asked, found.value, { name: '', code: '', since: NOTHING, until: NOTHING }, {}),
    })
  },
})

const add = page({
  name: 'addDeployer',
  method: 'post',
  path: '/systems/{id}/deployers',
  who: 'filer',
  async handle(asked, { params, form }): Promise<Outcome<Answer>> {
    const found = await recorded(asked, params.id ?? '')
    if (!found.ok || isAnswer(found.value)) return found as Outcome<Answer>
    const system = found.value
    const typed: Typed = {
      name: textIn(form, 'name').trim(),
      code: textIn(form, 'code').trim(),
      since: dayIn(form, 'since'),
      until: dayIn(form, 'until'),
    }
    const party = typed.code === '' ? null : await findPartyByCode(asked.db, typed.code)
    const slips = wrong(asked, typed, party === undefined)
    const again = async (said: Slips) =>
      done<Answer>({ show: await deployersPage(asked, system, typed, said), status: 422 })
    const [since, until] = [typed.since.day, typed.until.day]
    if (problemsOf(slips).length > 0 || since === undefined || since === 'wrong' || until === 'wrong')
      return again(slips)
    const linked = await linkDeployer(asked, system.id, {
      name: typed.name,
      party: party?.id ?? null,
      since,
      until: until ?? null,
    })
    if (linked.ok) return done({ goTo: asked.to(`/systems/${system.id}/deployers`) })
    const [first] = linked.refusals
    if (first === undefined || !isNo(linked.refusals, 'deployment.dates', 'deployment.already', 'system.not-now'))
      return linked
    return again({
      [first.field ?? (first.code === 'deployment.already' ? 'code' : 'name')]: saying(first, asked.lang),
    })
  },
})

const wrong = ({ lang }: AskedPage, { name, since, until }: Typed, nobody: boolean): Slips => ({
  name: name === '' ? U.deployerNameMissing[lang] : name.length > 300 ? U.deployerNameLong[lang] : undefined,
  code: nobody ? saying({ code: 'deployment.no-organisation' }, lang) : undefined,
  since: daySlip(since, lang),
  until: daySlip(until, lang, true),
})

async function deployersPage(asked: AskedPage, system: Recorded, typed: Typed, slips: Slips) {
  const { lang, to } = asked
  const all = await listDeployments(asked.db, system.id)
  const may = mayFile(asked, system)
  const open = system.state !== 'retired' && system.state !== 'withdrawn'
  const at = to(`/systems/${system.id}/deployers`)
  return asked.page({
    title: `${U.deployers[lang]} – ${system.name}`,
    back: backTo(asked, system),
    unlisted: true,
    problems: problemsOf(slips),
    children: (
      <>
        <h1>{U.deployers[lang]}</h1>
        <p>
          {U.deployersLead[lang]} <Cited lang={lang} cite="L10.2" />
        </p>
        {all.length === 0 ? (
          <p>{U.deployersNone[lang]}</p>
        ) : (
          <DataTable
            caption={U.deployers[lang]}
            captionHidden
            columns={[U.deployer, W.period, U.inherited, ...(may ? [U.action] : [])].map((label) => ({
              label: label[lang],
            }))}
            rows={all.map((d) => [
              <>
                {d.deployerName} {d.deployer === null ? null : <span class="soft">({U.onPortal[lang]})</span>}
              </>,
              showPeriod(d.since, d.until, lang),
              <LevelShown lang={lang} level={system.level} />,
              ...(may ? [d.until === null ? <EndLink asked={asked} at={at} deployment={d} /> : '–'] : []),
            ])}
          />
        )}
        {may && open ? (
          <>
            <h2>{U.addDeployer[lang]}</h2>
            <FormShell action={at} once={asked.once}>
              <TextField
                name="name"
                label={U.deployerName[lang]}
                value={typed.name}
                error={slips.name}
                autocomplete="off"
              />
              <TextField
                name="code"
                label={U.deployerCode[lang]}
                hint={U.deployerCodeHint[lang]}
                value={typed.code}
                error={slips.code}
                width={20}
                autocomplete="off"
                spellcheck={false}
              />
              <DateField
                name="since"
                legend={W.since[lang]}
                labels={dayLabels(lang)}
                values={typed.since.values}
                error={slips.since}
              />
              <DateField
                name="until"
                legend={W.until[lang]}
                hint={W.untilHint[lang]}
                labels={dayLabels(lang)}
                values={typed.until.values}
                error={slips.until}
              />
              <Button>{U.addDeployerButton[lang]}</Button>
            </FormShell>
          </>
        ) : null}
      </>
    ),
  })
}

const EndLink = ({
  asked,
  at,
  deployment,
}: {
  readonly asked: AskedPage
  readonly at: string
  readonly deployment: Deployment
}) => (
  <a href={`${at}/${deployment.id}`}>
    {U.end[asked.lang]}
    <span class="govuk-visually-hidden">: {deployment.deployerName}</span>
  </a>
)

/** The deployment an address names, of a system of one's own. */
async function deploymentOf(
  asked: AskedPage,
  id: string,
  deployment: string,
): Promise<Outcome<{ system: Recorded; deployment: Deployment } | Answer>> {
  const found = await recorded(asked, id)
  if (!found.ok || isAnswer(found.value)) return found as Outcome<Answer>
  const one = (await listDeployments(asked.db, found.value.id)).find((d) => d.id === deployment)
  return one === undefined ? refuse({ code: 'deployment.unknown' }) : done({ system: found.value, deployment: one })
}

const ask = page({
  name: 'showDeployment',
  method: 'get',
  path: '/systems/{id}/deployers/{deployment}',
  who: 'filer',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await deploymentOf(asked, params.id ?? '', params.deployment ?? '')
    if (!found.ok || !('deployment' in found.value)) return found as Outcome<Answer>
    return done({ show: endPage(asked, found.value.system, found.value.deployment, typedDay(dayOf(asked.now())), {}) })
  },
})

const end = page({
  name: 'endDeployment',
  method: 'post',
  path: '/systems/{id}/deployers/{deployment}',
  who: 'filer',
  async handle(
    asked,
    { params, form }: { params: Readonly<Record<string, string>>; form: Form },
  ): Promise<Outcome<Answer>> {
    const found = await deploymentOf(asked, params.id ?? '', params.deployment ?? '')
    if (!found.ok || !('deployment' in found.value)) return found as Outcome<Answer>
    const { system, deployment } = found.value
    const until = dayIn(form, 'until')
    const again = (said: string | undefined) =>
      done<Answer>({ show: endPage(asked, system, deployment, until, { until: said }), status: 422 })
    if (until.day === undefined || until.day === 'wrong') return again(daySlip(until, asked.lang))
    const ended = await endDeployment(asked, system.id, deployment.id, until.day)
    if (ended.ok) return done({ goTo: asked.to(`/systems/${system.id}/deployers`) })
    const [first] = ended.refusals
    return first !== undefined && isNo(ended.refusals, 'deployment.dates') ? again(saying(first, asked.lang)) : ended
  },
})

const endPage = (asked: AskedPage, system: Recorded, deployment: Deployment, until: TypedDay, slips: Slips) => {
  const { lang, to } = asked
  const at = to(`/systems/${system.id}/deployers`)
  const title = fill(U.endTitle[lang], { name: deployment.deployerName })
  return asked.page({
    title,
    back: { text: U.deployers[lang], href: at },
    unlisted: true,
    problems: problemsOf(slips),
    children: (
      <FormShell action={`${at}/${deployment.id}`} once={asked.once}>
        <DateField
          name="until"
          legend={title}
          legendAs="h1"
          hint={showPeriod(deployment.since, deployment.until, lang)}
          labels={dayLabels(lang)}
          values={until.values}
          error={slips.until}
        />
        <Button>{U.endButton[lang]}</Button>
      </FormShell>
    ),
  })
}

export const deployerPages: readonly Route[] = [list, add, ask, end]
