import { fill } from '../../base/text.ts'
import { actingFor, files } from '../../base/actor.ts'
import { dayOf } from '../../base/day.ts'
import { done, refuse } from '../../base/outcome.ts'
import { dayIn, textIn, type TypedDay } from '../../web/form.ts'
import { showTime } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { DateField } from '../../web/parts/date-field/part.tsx'
import { EmptyState } from '../../web/parts/empty-state/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { type Answer, type AskedPage, page, type Route } from '../../web/route.ts'
import { aiIds, deployMyself, listDeployedBy, listOf, listPapers, startDraft } from './actions.ts'
import { changesPages } from './pages-changes.tsx'
import { dossierPages } from './pages-dossier.tsx'
import { filePages } from './pages-files.tsx'
import { historyPages } from './pages-history.tsx'
import { usePages } from './pages-use.tsx'
import { owedBy } from './rules.ts'
import { isRecorded, type Paper, type System } from './schema.ts'
import {
  backToList,
  Cited,
  dayLabels,
  daySlip,
  isNo,
  LevelShown,
  problemsOf,
  saying,
  showPeriod,
  type Slips,
  StateShown,
  typedDay,
} from './shown.tsx'
import { W } from './words.ts'

const list = page({
  name: 'listOwnSystems',
  method: 'get',
  path: '/systems',
  who: 'viewer',
  async handle(asked) {
    const { db, actor, lang, to } = asked
    const member = actingFor(actor)
    if (member === null) return refuse({ code: 'system.not-yours' })
    const [systems, papers, deployed] = await Promise.all([
      listOf(db, member.party),
      listPapers(db, member.party),
      listDeployedBy(db, member.party),
    ])
    const may = files(actor, member.party)
    const addSystem = may ? <Button href={to('/systems/new')}>{W.add[lang]}</Button> : null
    const show = asked.page({
      title: W.systems[lang],
      wide: true,
      unlisted: true,
      children: (
        <>
          <h1>{W.systems[lang]}</h1>
          <p>{fill(W.systemsOf[lang], { name: member.name })}</p>
          {systems.length === 0 ? (
            <EmptyState title={W.none[lang]}>
              <p>{W.noneHelp[lang]}</p>
              <p>
                <a href={to('/classify')}>{W.classify[lang]}</a>
              </p>
              {addSystem}
            </EmptyState>
          ) : (
            <>
              {addSystem}
              <DataTable
                caption={W.systems[lang]}
                captionHidden
                columns={[
                  { label: W.name[lang] },
                  { label: 'AI-ID' },
                  { label: W.level[lang] },
                  { label: W.state[lang] },
                  { label: W.last[lang] },
                ]}
                rows={systems.map((s) => [
                  <a href={to(`/systems/${s.id}`)}>{s.name}</a>,
                  s.aiId === null ? '–' : <span class="number">{s.aiId}</span>,
                  s.level === null ? W.undeclared[lang] : <LevelShown lang={lang} level={s.level} />,
                  <StateShown lang={lang} state={s.state} />,
                  latest(
                    asked,
                    s,
                    papers.find((p) => p.system === s.id),
                  ),
                ])}
              />
            </>
          )}
          <h2>{W.deployed[lang]}</h2>
          <p>
            {(deployed.length === 0 ? W.deployedNone : W.deployedLead)[lang]} <Cited lang={lang} cite="L10.2" />
          </p>
          {deployed.length === 0 ? null : (
            <DataTable
              caption={W.deployed[lang]}
              captionHidden
              columns={[
                { label: W.name[lang] },
                { label: 'AI-ID' },
                { label: W.level[lang] },
                { label: W.state[lang] },
                { label: W.period[lang] },
              ]}
              rows={deployed.map(({ system: s, since, until }) => [
                <a href={to(`/register/${s.aiId}`)}>{s.name}</a>,
                <span class="number">{s.aiId}</span>,
                s.level === null ? '–' : <LevelShown lang={lang} level={s.level} />,
                <StateShown lang={lang} state={s.state} />,
                showPeriod(since, until, lang),
              ])}
            />
          )}
          {may ? (
            <>
              <p>
                <a href={to('/systems/deploy')}>{W.deploy[lang]}</a>
              </p>
              <p>
                <a href={to('/inventory')}>{W.inventory[lang]}</a>
              </p>
            </>
          ) : null}
        </>
      ),
    })
    return done<Answer>({ show })
  },
})

/** What a draft still lacks, or when a recorded system last changed. */
function latest({ lang, to }: AskedPage, system: System, paper: Paper | undefined) {
  if (!isRecorded(system)) {
    const n = paper === undefined ? 0 : owedBy(paper)
    return n === 0 ? W.complete[lang] : fill(W.lacks[lang], { n })
  }
  const changed = fill(W.changedAt[lang], { time: showTime(system.changedAt, lang) })
  return paper === undefined ? changed : <a href={to(`/systems/${system.id}/changes`)}>{W.writing[lang]}</a>
}

const newSystem = page({
  name: 'newSystem',
  method: 'get',
  path: '/systems/new',
  who: 'filer',
  handle: async (asked) => done<Answer>({ show: namePage(asked, '', {}) }),
})

const addSystem = page({
  name: 'addSystem',
  method: 'post',
  path: '/systems/new',
  who: 'filer',
  async handle(asked, { form }) {
    const member = actingFor(asked.actor)
    if (member === null) return refuse({ code: 'system.not-yours' })
    const name = textIn(form, 'name').trim()
    const slip = name === '' ? W.newMissing[asked.lang] : name.length > 200 ? W.newLong[asked.lang] : undefined
    if (slip !== undefined) return done<Answer>({ show: namePage(asked, name, { name: slip }), status: 422 })
    const started = await startDraft(asked, member.party, name)
    return started.ok ? done<Answer>({ goTo: asked.to(`/systems/${started.value.id}`) }) : started
  },
})

const namePage = (asked: AskedPage, name: string, slips: Slips) => {
  const { lang, to } = asked
  return asked.page({
    title: W.newTitle[lang],
    back: backToList(asked),
    unlisted: true,
    problems: problemsOf(slips),
    children: (
      <FormShell action={to('/systems/new')} once={asked.once}>
        <TextField
          name="name"
          label={W.newTitle[lang]}
          labelAs="h1"
          hint={W.newHint[lang]}
          value={name}
          error={slips.name}
          autocomplete="off"
        />
        <p class="soft">{W.newPrivate[lang]}</p>
        <Button>{W.newButton[lang]}</Button>
      </FormShell>
    ),
  })
}

const deploy = page({
  name: 'newDeployment',
  method: 'get',
  path: '/systems/deploy',
  who: 'filer',
  async handle(asked, { query }) {
    const aiId = typeof query.aiId === 'string' ? query.aiId.slice(0, 40) : ''
    return done<Answer>({ show: deployPage(asked, aiId, typedDay(dayOf(asked.now())), {}) })
  },
})

const recordDeployment = page({
  name: 'recordDeployment',
  method: 'post',
  path: '/systems/deploy',
  who: 'filer',
  async handle(asked, { form }) {
    const { lang } = asked
    const [aiId, since] = [textIn(form, 'aiId').trim(), dayIn(form, 'since')]
    const slips: Slips = {
      aiId: aiId === '' ? W.aiIdMissing[lang] : aiIds.parse(aiId) === undefined ? W.aiIdWrong[lang] : undefined,
      since: daySlip(since, lang),
    }
    const again = (wrong: Slips) => done<Answer>({ show: deployPage(asked, aiId, since, wrong), status: 422 })
    if (problemsOf(slips).length > 0 || since.day === undefined || since.day === 'wrong') return again(slips)
    const linked = await deployMyself(asked, aiId, since.day)
    if (linked.ok) return done<Answer>({ goTo: asked.to('/systems') })
    if (isNo(linked.refusals, 'system.unknown')) return again({ aiId: W.aiIdNobody[lang] })
    const [first] = linked.refusals
    return first !== undefined && isNo(linked.refusals, 'system.not-now', 'deployment.already')
      ? again({ aiId: saying(first, lang) })
      : linked
  },
})

const deployPage = (asked: AskedPage, aiId: string, since: TypedDay, slips: Slips) => {
  const { lang, to } = asked
  return asked.page({
    title: W.deploy[lang],
    back: backToList(asked),
    unlisted: true,
    problems: problemsOf(slips),
    children: (
      <>
        <h1>{W.deploy[lang]}</h1>
        <p>
          {W.deployedLead[lang]} <Cited lang={lang} cite="L10.2" />
        </p>
        <FormShell action={to('/systems/deploy')} once={asked.once}>
          <TextField
            name="aiId"
            label={W.aiId[lang]}
            hint={W.aiIdHint[lang]}
            value={aiId}
            error={slips.aiId}
            width={20}
            autocomplete="off"
            spellcheck={false}
          />
          <DateField
            name="since"
            legend={W.since[lang]}
            labels={dayLabels(lang)}
            values={since.values}
            error={slips.since}
          />
          <p class="soft">{W.deploySeen[lang]}</p>
          <Buttons>
            <Button>{W.deployButton[lang]}</Button>
            <Button look="secondary" href={to('/register')}>
              {W.lookUp[lang]}
            </Button>
          </Buttons>
        </FormShell>
      </>
    ),
  })
}

export const pages: readonly Route[] = [
  list,
  newSystem,
  addSystem,
  deploy,
  recordDeployment,
  ...dossierPages,
  ...filePages,
  ...changesPages,
  ...historyPages,
  ...usePages,
]
