import { done, type Outcome, type Refusal, refuse } from '../../base/outcome.ts'
import { fill, type Lang, type Text } from '../../base/text.ts'
import { Lines } from '../../casework/shown.tsx'
import { citeLink } from '../../web/cite-link.ts'
import { textIn } from '../../web/form.ts'
import { showNumber, showTime } from '../../web/format.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { Checkboxes } from '../../web/parts/checkboxes/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { EmptyState } from '../../web/parts/empty-state/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { LevelTag } from '../../web/parts/level-tag/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { StatusTag } from '../../web/parts/status-tag/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { TextArea } from '../../web/parts/text-area/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { Timeline } from '../../web/parts/timeline/part.tsx'
import { type Answer, type AskedPage, page, type Route } from '../../web/route.ts'
import { LEVEL_WORDS, SECTOR_WORDS } from '../systems/schema.ts'
import {
  announceCampaign,
  campaignOf,
  campaignsOf,
  type CampaignWhole,
  closeCampaign,
  createCampaign,
  drawCampaign,
  dropCampaign,
  openChecks,
} from './actions.ts'
import { BLANK, campaignIn } from './campaign-form.ts'
import { type Campaign, type CampaignInput, SEEDS, WAYS } from './campaign-schema.ts'
import { C, CAMPAIGN_PAST, CAMPAIGN_SAYS, CAMPAIGN_STATE, WAY } from './campaign-words.ts'
import { Criteria } from './campaign-shown.tsx'
import { samplePages } from './pages-samples.tsx'
import { CHECK } from './procedure.ts'

type Slips = Readonly<Record<string, string>>
const problemsOf = (slips: Slips) => Object.entries(slips).map(([field, text]) => ({ href: `#${field}`, text }))

/** The words of refusals that stand beside a field; nothing when one of them stands beside none. */
function slipsOf(refusals: readonly Refusal[], lang: Lang): Slips | undefined {
  const says = CAMPAIGN_SAYS as Readonly<Record<string, Text>>
  return refusals.every(({ field }) => field !== undefined)
    ? Object.fromEntries(refusals.map(({ field = '', code }) => [field, says[code]?.[lang] ?? code]))
    : undefined
}

// ————— the list —————

const showCampaigns = page({
  name: 'showCampaigns',
  method: 'get',
  path: '/campaigns',
  who: 'officer',
  async handle(asked): Promise<Outcome<Answer>> {
    const { lang, to, actor } = asked
    const found = await campaignsOf(asked)
    if (!found.ok) return found
    const chief = actor.kind === 'person' && actor.seat?.role === 'chief'
    return done({
      show: asked.page({
        title: C.title[lang],
        about: C.lead[lang],
        wide: true,
        unlisted: true,
        back: { text: CHECK.plural[lang], href: to('/checks') },
        children: (
          <>
            <h1>{C.title[lang]}</h1>
            <p class="lead">{C.lead[lang]}</p>
            <p>
              <Cite {...citeLink(lang, 'L10.5.b')} /> · <a href={to('/samples')}>{C.publicTitle[lang]}</a>
            </p>
            {chief ? <Button href={to('/campaigns/new')}>{C.start[lang]}</Button> : <p>{C.chiefOnly[lang]}</p>}
            {found.value.length === 0 ? (
              <EmptyState title={C.none[lang]} />
            ) : (
              <DataTable
                caption={C.title[lang]}
                captionHidden
                columns={[C.name, C.standing, C.way, C.progress].map((label) => ({ label: label[lang] }))}
                rows={found.value.map((c) => [
                  <>
                    <a href={to(`/campaigns/${c.number}`)}>{c.title}</a>
                    <br />
                    <span class="soft">{c.number}</span>
                  </>,
                  <Standing lang={lang} campaign={c} />,
                  WAY[c.way][lang],
                  c.all === 0 ? '' : fill(C.progressSays[lang], { concluded: c.concluded, all: c.all }),
                ])}
              />
            )}
          </>
        ),
      }),
    })
  },
})

const Standing = ({
  lang,
  campaign: { state },
}: {
  readonly lang: Lang
  readonly campaign: Pick<Campaign, 'state'>
}) => (
  <StatusTag tone={state === 'closed' ? 'done' : state === 'drafted' || state === 'dropped' ? 'quiet' : 'active'}>
    {CAMPAIGN_STATE[state][lang]}
  </StatusTag>
)

// ————— drafting —————

function draftPage(asked: AskedPage, input: CampaignInput, slips: Slips = {}) {
  const { lang, to } = asked
  return asked.page({
    title: C.start[lang],
    unlisted: true,
    back: { text: C.title[lang], href: to('/campaigns') },
    problems: problemsOf(slips),
    children: (
      <>
        <h1>{C.start[lang]}</h1>
        <p class="lead">{C.lead[lang]}</p>
        <FormShell action={to('/campaigns')} once={asked.once} unsaved>
          <TextField name="title" label={C.name[lang]} value={input.title} maxlength={200} error={slips.title} />
          <TextArea
            name="purpose"
            label={C.purpose[lang]}
            value={input.purpose}
            maxlength={2000}
            rows={3}
            error={slips.purpose}
          />
          <Checkboxes
            name="levels"
            legend={C.levels[lang]}
            hint={C.levelsHint[lang]}
            values={input.levels}
            options={(['high', 'medium', 'low'] as const).map((value) => ({ value, label: LEVEL_WORDS[value][lang] }))}
            error={slips.levels}
          />
          <Checkboxes
            name="sectors"
            legend={C.sectors[lang]}
            hint={C.sectorsHint[lang]}
            values={input.sectors}
            options={Object.entries(SECTOR_WORDS).map(([value, label]) => ({ value, label: label[lang] }))}
          />
          <TextField name="place" label={C.place[lang]} hint={C.placeHint[lang]} value={input.place} maxlength={100} />
          <TextField
            name="size"
            label={C.size[lang]}
            value={Number.isNaN(input.size) ? '' : String(input.size)}
            inputmode="numeric"
            error={slips.size}
          />
          <Radios
            name="way"
            legend={C.way[lang]}
            value={input.way}
            options={WAYS.map((value) => ({
              value,
              label: WAY[value][lang],
              hint: (value === 'random' ? C.wayRandom : C.waySignals)[lang],
            }))}
          />
          <Radios
            name="seedFrom"
            legend={C.seedFrom[lang]}
            value={input.seedFrom}
            options={SEEDS.map((value) => ({ value, label: (value === 'log' ? C.seedLog : C.seedAnnounced)[lang] }))}
          />
          <TextField
            name="seedSays"
            label={C.seedSays[lang]}
            hint={C.seedSaysHint[lang]}
            value={input.seedSays}
            maxlength={500}
            error={slips.seedSays}
          />
          <TextArea
            name="scope"
            label={C.scope[lang]}
            value={input.scope}
            maxlength={2000}
            rows={3}
            error={slips.scope}
          />
          <TextArea
            name="members"
            label={C.members[lang]}
            hint={C.membersHint[lang]}
            value={input.members}
            maxlength={1000}
            rows={3}
            error={slips.members}
          />
          <TextField
            name="period"
            label={C.period[lang]}
            value={Number.isNaN(input.period) ? '' : String(input.period)}
            inputmode="numeric"
            error={slips.period}
          />
          <Button>{C.save[lang]}</Button>
        </FormShell>
      </>
    ),
  })
}

const draftCampaign = page({
  name: 'draftCampaign',
  method: 'get',
  path: '/campaigns/new',
  who: 'chief',
  handle: async (asked): Promise<Outcome<Answer>> => done({ show: draftPage(asked, BLANK) }),
})

const create = page({
  name: 'createCampaign',
  method: 'post',
  path: '/campaigns',
  who: 'chief',
  async handle(asked, { form }): Promise<Outcome<Answer>> {
    const input = campaignIn(form)
    const made = await createCampaign(asked, input)
    if (made.ok) return done({ goTo: asked.to(`/campaigns/${made.value.number}`) })
    const slips = slipsOf(made.refusals, asked.lang)
    return slips === undefined ? made : done({ show: draftPage(asked, input, slips), status: 422 })
  },
})

// ————— one campaign —————

const showCampaign = page({
  name: 'showCampaign',
  method: 'get',
  path: '/campaigns/{number}',
  who: 'officer',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await campaignOf(asked, params.number ?? '')
    return found.ok ? done({ show: wholePage(asked, found.value) }) : found
  },
})

function wholePage(asked: AskedPage, whole: CampaignWhole, slips: Slips = {}) {
  const { lang, to } = asked
  const { campaign, sample, events } = whole
  return asked.page({
    title: `${campaign.number}: ${campaign.title}`,
    wide: true,
    unlisted: true,
    back: { text: C.title[lang], href: to('/campaigns') },
    problems: problemsOf(slips),
    children: (
      <>
        <p class="caption">{C.title[lang]}</p>
        <h1>
          {campaign.number}: {campaign.title}
        </h1>
        <p id="present">
          <Standing lang={lang} campaign={campaign} />
        </p>
        <Next asked={asked} whole={whole} slips={slips} />
        <h2>{C.criteria[lang]}</h2>
        <Criteria
          lang={lang}
          to={to}
          of={{
            ...campaign,
            frame:
              campaign.frameCount === null ? null : { count: campaign.frameCount, sha256: campaign.frameHash ?? '' },
          }}
        />
        {campaign.way === 'random' && campaign.announcedAt !== null ? (
          <p>
            <a href={to(`/samples/${campaign.number}`)}>{C.publicPage[lang]}</a>
          </p>
        ) : null}
        <SummaryList
          rows={[
            { key: C.purpose[lang], value: <Lines text={campaign.purpose} /> },
            { key: C.scope[lang], value: <Lines text={campaign.scope} /> },
            { key: C.members[lang], value: <Lines text={campaign.members} /> },
            { key: C.period[lang], value: showNumber(campaign.period, lang) },
            ...(campaign.summary === null ? [] : [{ key: C.summary[lang], value: <Lines text={campaign.summary} /> }]),
          ]}
        />
        {sample.length === 0 ? null : <Sample asked={asked} whole={whole} />}
        <h2>{C.history[lang]}</h2>
        <Timeline
          items={events.toReversed().map(({ verb, at }) => ({
            when: <time datetime={at}>{showTime(at, lang)}</time>,
            what: CAMPAIGN_PAST[verb as keyof typeof CAMPAIGN_PAST][lang],
            who: '',
          }))}
        />
      </>
    ),
  })
}

interface WholeProps {
  readonly asked: AskedPage
  readonly whole: CampaignWhole
  readonly slips?: Slips
}

const Sample = ({ asked: { lang, to }, whole: { sample } }: WholeProps) => {
  const concluded = sample.filter(({ outcomes }) => outcomes.length > 0).length
  return (
    <section id="sample">
      <h2>{C.sample[lang]}</h2>
      <p>{fill(C.progressSays[lang], { concluded, all: sample.length })}</p>
      <DataTable
        caption={C.sample[lang]}
        captionHidden
        columns={[C.place_, C.system, C.levels, C.check].map((label) => ({ label: label[lang] }))}
        rows={sample.map(({ place, aiId, name, provider, level, file, state }) => [
          place,
          <>
            <a href={to(`/register/${aiId}`)}>{name}</a>
            <br />
            <span class="soft">
              {provider} · <span class="number">{aiId}</span>
            </span>
          </>,
          <LevelTag level={level} word={LEVEL_WORDS[level][lang]} />,
          file === null ? (
            C.notOpened[lang]
          ) : (
            <>
              <a href={to(`/checks/${file}`)}>{file}</a>
              <br />
              {CHECK.states[state ?? '']?.name[lang] ?? ''}
            </>
          ),
        ])}
      />
    </section>
  )
}

/** The one thing to be done next, by whoever may do it. */
const Next = ({ asked, whole: { campaign, sample, role, logNow }, slips = {} }: WholeProps) => {
  const { lang, to, once } = asked
  const at = to(`/campaigns/${campaign.number}`)
  const chief = role === 'chief'
  if (campaign.state === 'drafted')
    return chief ? (
      <>
        <p>{C.announceSays[lang]}</p>
        <FormShell action={`${at}/announce`} once={once}>
          <Button>{C.announce[lang]}</Button>
        </FormShell>
        <Drop at={at} asked={asked} />
      </>
    ) : (
      <p>{C.chiefOnly[lang]}</p>
    )
  if (campaign.state === 'announced')
    return (
      <>
        {campaign.logSize === null ? null : (
          <p>{fill(C.drawWaits[lang], { size: showNumber(campaign.logSize, lang), now: showNumber(logNow, lang) })}</p>
        )}
        {chief ? (
          <>
            <FormShell action={`${at}/draw`} once={once}>
              {campaign.way === 'random' && campaign.seedFrom === 'announced' ? (
                <TextField
                  name="seed"
                  label={C.seedType[lang]}
                  hint={campaign.seedSays}
                  maxlength={500}
                  error={slips.seed}
                />
              ) : null}
              <Button>{C.draw[lang]}</Button>
            </FormShell>
            <Drop at={at} asked={asked} />
          </>
        ) : null}
      </>
    )
  if (campaign.state !== 'drawn') return null
  return (
    <>
      {sample.some(({ file }) => file === null) && !chief ? (
        <FormShell action={`${at}/open`} once={once}>
          <p>{C.openSays[lang]}</p>
          <Button>{C.openChecks[lang]}</Button>
        </FormShell>
      ) : null}
      {sample.some(({ file }) => file === null) && chief ? <p>{C.chiefWaits[lang]}</p> : null}
      {chief && sample.every(({ file }) => file !== null) ? (
        <FormShell action={`${at}/close`} once={once}>
          <TextArea
            name="summary"
            label={C.summary[lang]}
            hint={C.summaryHint[lang]}
            maxlength={4000}
            rows={4}
            error={slips.summary}
          />
          <Button>{C.close[lang]}</Button>
        </FormShell>
      ) : null}
    </>
  )
}

const Drop = ({ at, asked: { lang, once } }: { readonly at: string; readonly asked: AskedPage }) => (
  <FormShell action={`${at}/drop`} once={`${once}-drop`}>
    <Button look="secondary">{C.drop[lang]}</Button>
  </FormShell>
)

// ————— steps —————

async function after(asked: AskedPage, number: string, outcome: Outcome<unknown>): Promise<Outcome<Answer>> {
  if (outcome.ok) return done({ goTo: asked.to(`/campaigns/${number}`) })
  const slips = slipsOf(outcome.refusals, asked.lang)
  const found = slips === undefined ? undefined : await campaignOf(asked, number)
  return found?.ok === true
    ? done({ show: wholePage(asked, found.value, slips), status: 422 })
    : refuse(...outcome.refusals)
}

const stepOf = (
  name: string,
  path: string,
  who: 'chief' | 'officer',
  take: (asked: AskedPage, number: string, said: string) => Promise<Outcome<unknown>>,
  field = '',
): Route =>
  page({
    name,
    method: 'post',
    path: `/campaigns/{number}/${path}`,
    who,
    handle: async (asked, { params: { number = '' }, form }) =>
      after(asked, number, await take(asked, number, textIn(form, field))),
  })

export const campaignPages: readonly Route[] = [
  showCampaigns,
  draftCampaign,
  create,
  showCampaign,
  stepOf('announceCampaign', 'announce', 'chief', announceCampaign),
  stepOf('dropCampaign', 'drop', 'chief', dropCampaign),
  stepOf('drawCampaign', 'draw', 'chief', drawCampaign, 'seed'),
  stepOf('openChecks', 'open', 'officer', openChecks),
  stepOf('closeCampaign', 'close', 'chief', closeCampaign, 'summary'),
  ...samplePages,
]
