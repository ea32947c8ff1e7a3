import { done, type Outcome } from '../../base/outcome.ts'
import { Lines } from '../../casework/shown.tsx'
import { citeLink } from '../../web/cite-link.ts'
import { showNumber, showTime } from '../../web/format.ts'
import { Cite } from '../../web/parts/cite/part.tsx'
import { CodeBlock } from '../../web/parts/code-block/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { EmptyState } from '../../web/parts/empty-state/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type Answer, page, type Route } from '../../web/route.ts'
import { publicCampaign, publicCampaigns, publicFrame } from './actions.ts'
import { Criteria } from './campaign-shown.tsx'
import { C, CAMPAIGN_STATE } from './campaign-words.ts'
import { AGAIN } from './draw.ts'

const showSamples = page({
  name: 'showSamples',
  method: 'get',
  path: '/samples',
  who: 'anyone',
  open: true,
  async handle(asked): Promise<Outcome<Answer>> {
    const { lang, to } = asked
    const all = await publicCampaigns(asked)
    return done({
      show: asked.page({
        title: C.publicTitle[lang],
        about: C.publicLead[lang],
        children: (
          <>
            <h1>{C.publicTitle[lang]}</h1>
            <p class="lead">{C.publicLead[lang]}</p>
            <p>
              <Cite {...citeLink(lang, 'L10.5.b')} />
            </p>
            {all.length === 0 ? (
              <EmptyState title={C.none[lang]} />
            ) : (
              <DataTable
                caption={C.publicTitle[lang]}
                captionHidden
                columns={[C.name, C.issuer, C.announced, C.standing].map((label) => ({ label: label[lang] }))}
                rows={all.map((c) => [
                  <>
                    <a href={to(`/samples/${c.number}`)}>{c.title}</a>
                    <br />
                    <span class="soft">{c.number}</span>
                  </>,
                  c.issuer[lang],
                  showTime(c.announcedAt, lang),
                  CAMPAIGN_STATE[c.state][lang],
                ])}
              />
            )}
          </>
        ),
      }),
      json: { items: all },
    })
  },
})

const showSample = page({
  name: 'showSample',
  method: 'get',
  path: '/samples/{number}',
  who: 'anyone',
  open: true,
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const { lang, to } = asked
    const found = await publicCampaign(asked, params.number ?? '')
    if (!found.ok) return found
    const c = found.value
    return done({
      show: asked.page({
        title: `${c.number}: ${c.title}`,
        about: C.publicLead[lang],
        back: { text: C.publicTitle[lang], href: to('/samples') },
        children: (
          <>
            <p class="caption">{C.publicTitle[lang]}</p>
            <h1>
              {c.number}: {c.title}
            </h1>
            <p class="lead">{C.publicLead[lang]}</p>
            <SummaryList
              rows={[
                { key: C.issuer[lang], value: c.issuer[lang] },
                { key: C.standing[lang], value: CAMPAIGN_STATE[c.state][lang] },
                { key: C.announced[lang], value: showTime(c.announcedAt, lang) },
                {
                  key: C.logProof[lang],
                  value: (
                    <>
                      <code>{c.leaf.id}</code>
                      <br />
                      <a href={to('/log')}>{C.log[lang]}</a>
                    </>
                  ),
                },
                ...(c.summary === null ? [] : [{ key: C.summary[lang], value: <Lines text={c.summary} /> }]),
              ]}
            />
            <h2>{C.criteria[lang]}</h2>
            <Criteria lang={lang} to={to} of={{ ...c, way: 'random' }} />
            <h2>{C.sample[lang]}</h2>
            {c.sample.length === 0 ? (
              <p>{C.notDrawn[lang]}</p>
            ) : (
              <ol>
                {c.sample.map((aiId) => (
                  <li>
                    <a class="number" href={to(`/register/${aiId}`)}>
                      {aiId}
                    </a>
                  </li>
                ))}
              </ol>
            )}
            <h2>{C.how[lang]}</h2>
            <p>{C.howSays[lang]}</p>
            <h3>{C.howCode[lang]}</h3>
            <CodeBlock id="again" code={AGAIN} />
            <p>
              <code>
                python3 again.py {c.number} {c.seed ?? '…'} {showNumber(c.size, 'en')} frame.csv
              </code>
            </p>
            <p>
              <a href={to(`/samples/${c.number}/data.json`)}>{C.json[lang]}</a>
            </p>
          </>
        ),
      }),
      json: c,
    })
  },
})

const takeFrame = page({
  name: 'takeSampleFrame',
  method: 'get',
  path: '/samples/{number}/frame.csv',
  who: 'anyone',
  async handle(asked, { params: { number = '' } }): Promise<Outcome<Answer>> {
    const found = await publicFrame(asked, number)
    if (!found.ok) return found
    const body = `${['aiId', ...found.value].join('\n')}\n`
    return done({ download: { type: 'text/csv; charset=utf-8', name: `${number}-frame.csv`, body } })
  },
})

const takeData = page({
  name: 'takeSample',
  method: 'get',
  path: '/samples/{number}/data.json',
  who: 'anyone',
  async handle(asked, { params: { number = '' } }): Promise<Outcome<Answer>> {
    const found = await publicCampaign(asked, number)
    if (!found.ok) return found
    const body = `${JSON.stringify(found.value, null, 2)}\n`
    return done({ download: { type: 'application/json', name: `${number}.json`, body } })
  },
})

export const samplePages: readonly Route[] = [showSamples, takeFrame, takeData, showSample]
