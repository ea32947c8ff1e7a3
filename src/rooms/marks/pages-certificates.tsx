import { createHash } from 'node:crypto'
import { dayOf } from '../../base/day.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { fill, type Lang } from '../../base/text.ts'
import type { Authority } from '../../db/kit.ts'
import { citeLink } from '../../web/cite-link.ts'
import { textIn } from '../../web/form.ts'
import { showDay, showTime } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { CodeBlock } from '../../web/parts/code-block/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { StatusTag } from '../../web/parts/status-tag/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { type Answer, type AskedPage, file, page, type Route } from '../../web/route.ts'
import { aiIds, getOwn } from '../systems/actions.ts'
import { isRecorded, type Recorded, STATE_WORDS } from '../systems/schema.ts'
import * as act from './certificate-actions.ts'
import { mayMark } from './certificate-rules.ts'
import { type Certificate, isLive, type PublicCertificate, Reason, REASONS, Serial } from './certificate-schema.ts'
import { itemsOf, withdrawItem } from './item-actions.ts'
import { jobsOf } from './job-actions.ts'
import { Jobs } from './jobs-shown.tsx'
import { Grouped, Stamps, stampsFile } from './pages-stamps.tsx'
import { backToMarks } from './pages-start.tsx'
import { K } from './marking-words.ts'
import { C, CERTIFICATE_SAYS, REASON_WORDS } from './certificate-words.ts'

type Standing = Pick<Certificate, 'notBefore' | 'notAfter' | 'revokedAt'>

const Stands = ({ lang, of, now }: { readonly lang: Lang; readonly of: Standing; readonly now: string }) =>
  isLive(of, now) ? (
    <StatusTag tone="active">{C.live[lang]}</StatusTag>
  ) : (
    <StatusTag tone={of.revokedAt === null ? 'quiet' : 'problem'}>
      {(of.revokedAt === null ? C.ended : C.revoked)[lang]}
    </StatusTag>
  )

const period = (lang: Lang, { notBefore, notAfter }: Standing): string =>
  fill(C.validFromTo[lang], { from: showDay(dayOf(notBefore)), to: showDay(dayOf(notAfter)) })

// ————— what anyone may read —————

const LATEST = 50

const showAll = page({
  name: 'showMarkCertificates',
  method: 'get',
  path: '/marks/certificates',
  who: 'anyone',
  open: true,
  async handle(asked, { query }): Promise<Outcome<Answer>> {
    const { lang, to, authority } = asked
    const typed = typeof query.q === 'string' ? query.q.trim().slice(0, 100) : ''
    const serial = Serial.safeParse(typed).data
    const aiId = aiIds.parse(typed)
    const one = serial === undefined ? undefined : await act.publicCertificate(asked, serial)
    if (one?.ok) return done({ goTo: to(`/marks/certificates/${one.value.serial}`) })
    const listed = typed === '' || aiId !== undefined ? await act.publicCertificates(asked, aiId, LATEST) : []
    return done({
      show: asked.page({
        title: C.title[lang],
        about: C.about[lang],
        back: backToMarks(asked),
        wide: true,
        children: (
          <>
            <h1>{C.title[lang]}</h1>
            <p class="lead">{C.lead[lang]}</p>
            <p>
              <Cite {...citeLink(lang, 'L11.2')} /> · <Cite {...citeLink(lang, 'N17')} />
            </p>
            <Notice tone="important" title={C.nature[lang]}>
              <p>{C.natureText[lang]}</p>
            </Notice>
            <h2>{C.root[lang]}</h2>
            {authority === undefined ? (
              <p>{C.noIssuer[lang]}</p>
            ) : (
              <Root lang={lang} authority={authority} site={asked.site.url} />
            )}
            <h2>{C.find[lang]}</h2>
            <form method="get" action={to('/marks/certificates')}>
              <TextField
                name="q"
                label={C.findLabel[lang]}
                hint={C.findHint[lang]}
                value={typed}
                autocomplete="off"
                spellcheck={false}
                width={20}
              />
              <Button look="secondary">{C.findDo[lang]}</Button>
            </form>
            <h2>{(typed === '' ? C.latest : C.found)[lang]}</h2>
            <Listed asked={asked} all={listed} none={(typed === '' ? C.none : C.noneFound)[lang]} />
          </>
        ),
      }),
      json: { items: listed },
    })
  },
})

interface RootProps {
  readonly lang: Lang
  readonly authority: Authority
  readonly site: string
}

const Root = ({ lang, authority, site }: RootProps) => (
  <>
    <p>{C.rootText[lang]}</p>
    <SummaryList
      rows={[
        {
          key: C.fingerprint[lang],
          value: <Grouped hex={createHash('sha256').update(authority.root).digest('hex')} />,
        },
      ]}
    />
    <ul>
      <li>
        <a href="/marks/root.pem">{C.rootFile[lang]}</a>
      </li>
      <li>
        <a href="/marks/issuer.pem">{C.chainFile[lang]}</a>
      </li>
      <li>
        <a href={act.REVOCATIONS}>{C.revokedFile[lang]}</a>
      </li>
    </ul>
    <Stamps lang={lang} stamper={authority.stamper} site={site} />
  </>
)

const Listed = ({
  asked,
  all,
  none,
}: {
  readonly asked: AskedPage
  readonly all: readonly PublicCertificate[]
  readonly none: string
}) => {
  const { lang, to } = asked
  if (all.length === 0) return <p>{none}</p>
  return (
    <DataTable
      caption={C.title[lang]}
      captionHidden
      columns={[C.number, C.system, C.valid, C.state].map((label) => ({ label: label[lang] }))}
      rows={all.map((c) => [
        <a class="wrap" href={to(`/marks/certificates/${c.serial}`)}>
          {c.serial}
        </a>,
        <>
          <a href={to(`/register/${c.aiId}`)}>{c.aiId}</a>
          <br />
          {c.organisation}
        </>,
        period(lang, c),
        <Stands lang={lang} of={c} now={asked.now()} />,
      ])}
    />
  )
}

const showOne = page({
  name: 'showMarkCertificate',
  method: 'get',
  path: '/marks/certificates/{serial}',
  who: 'anyone',
  open: true,
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const { lang, to } = asked
    const serial = Serial.safeParse(params.serial).data
    const found = serial === undefined ? undefined : await act.publicCertificate(asked, serial)
    if (found === undefined) return refuse({ code: 'certificate.unknown' })
    if (!found.ok) return found
    const c = found.value
    return done({
      show: asked.page({
        title: fill(C.one[lang], { number: c.serial }),
        about: C.about[lang],
        back: { text: C.title[lang], href: to('/marks/certificates') },
        children: (
          <>
            <p class="caption">{C.title[lang]}</p>
            <h1 class="wrap">{c.serial}</h1>
            <p>
              <Stands lang={lang} of={c} now={asked.now()} />
            </p>
            <SummaryList
              rows={[
                { key: C.organisation[lang], value: c.organisation },
                { key: C.system[lang], value: <a href={to(`/register/${c.aiId}`)}>{c.aiId}</a> },
                ...(c.system === null ? [] : [{ key: C.systemState[lang], value: STATE_WORDS[c.system][lang] }]),
                { key: C.valid[lang], value: period(lang, c) },
                { key: C.issued[lang], value: showTime(c.issuedAt, lang) },
                ...(c.revokedAt === null || c.revokedReason === null
                  ? []
                  : [
                      { key: C.revokedAt[lang], value: showTime(c.revokedAt, lang) },
                      { key: C.reason[lang], value: REASON_WORDS[c.revokedReason][lang] },
                    ]),
                { key: C.fingerprint[lang], value: <Grouped hex={c.fingerprint} /> },
              ]}
            />
            <Notice title={C.nature[lang]}>
              <p>
                {C.natureText[lang]} <Cite {...citeLink(lang, 'N17')} />
              </p>
            </Notice>
            <h2>{C.whole[lang]}</h2>
            <CodeBlock id="pem" code={c.certificate} copy={{ text: C.copy[lang], done: C.copied[lang] }} />
            <p>
              <a href={`/api/v1/marks/certificates/${c.serial}`}>{C.json[lang]}</a>
            </p>
          </>
        ),
      }),
      json: c,
    })
  },
})

const PEM = 'application/x-pem-file'

const certificateFile = (name: string, path: string, of: (authority: Authority) => Uint8Array) =>
  file({
    name,
    path,
    handle: async ({ authority }) =>
      authority === undefined
        ? refuse({ code: 'certificate.no-issuer' })
        : done({ type: PEM, body: act.pemOf(of(authority)) }),
  })

const revoked = file({
  name: 'markRevocationList',
  path: act.REVOCATIONS,
  async handle(asked) {
    const body = await act.revocationList(asked)
    return body === undefined ? refuse({ code: 'certificate.no-issuer' }) : done({ type: 'application/pkix-crl', body })
  },
})

// ————— of one's own system —————

const showOwn = page({
  name: 'showSystemMarks',
  method: 'get',
  path: '/systems/{id}/marks',
  who: 'viewer',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await getOwn(asked, params.id ?? '')
    if (!found.ok) return found
    const system = found.value
    return done(
      isRecorded(system) ? { show: await ownPage(asked, system) } : { goTo: asked.to(`/systems/${system.id}`) },
    )
  },
})

async function ownPage(asked: AskedPage, system: Recorded, said?: string) {
  const { lang, to } = asked
  const [all, items] = [await act.certificatesOf(asked, system), await itemsOf(asked, system, 20)]
  const jobs = await jobsOf(asked, system)
  const may = mayMark(system, asked.actor)
  const outOfUse = !may.ok && may.refusals.some(({ code }) => code === 'certificate.system-state')
  const writes = may.ok || outOfUse
  const at = to(`/systems/${system.id}/marks`)
  return asked.page({
    title: `${C.own[lang]} – ${system.name}`,
    back: { text: system.name, href: to(`/systems/${system.id}`) },
    unlisted: true,
    problems: said === undefined ? [] : [{ href: '#certificates', text: said }],
    children: (
      <>
        <p class="caption">{system.name}</p>
        <h1>{C.own[lang]}</h1>
        <p class="lead">{C.ownLead[lang]}</p>
        <p>
          <Cite {...citeLink(lang, 'L11.2')} /> · <Cite {...citeLink(lang, 'N17')} />
        </p>
        {outOfUse ? (
          <Notice tone="important" title={C.outOfUse[lang]}>
            <p>
              {CERTIFICATE_SAYS['certificate.system-state'][lang]} ({STATE_WORDS[system.state][lang]})
            </p>
          </Notice>
        ) : null}
        <h2 id="certificates">{C.certificates[lang]}</h2>
        {all.length === 0 ? (
          <p>{C.ownNone[lang]}</p>
        ) : (
          <DataTable
            caption={C.certificates[lang]}
            captionHidden
            columns={[C.number, C.valid, C.state].map((label) => ({ label: label[lang] }))}
            rows={all.map((c) => [
              <a class="wrap" href={to(`/marks/certificates/${c.serial}`)}>
                {c.serial}
              </a>,
              period(lang, c),
              <>
                <Stands lang={lang} of={c} now={asked.now()} />
                {writes && isLive(c, asked.now()) ? (
                  <>
                    {' '}
                    <a href={`${at}/${c.id}/revoke`}>
                      {C.revoke[lang]}
                      <span class="govuk-visually-hidden"> {c.serial}</span>
                    </a>
                  </>
                ) : null}
              </>,
            ])}
          />
        )}
        {may.ok && all.some((c) => isLive(c, asked.now())) ? (
          <p>
            <Button href={to(`/systems/${system.id}/mark`)}>{K.title[lang]}</Button>
          </p>
        ) : null}
        {may.ok ? (
          <FormShell action={at} once={asked.once}>
            <Button look={all.length === 0 ? 'primary' : 'secondary'}>
              {(all.length === 0 ? C.issue : C.issueMore)[lang]}
            </Button>
          </FormShell>
        ) : null}
        {writes ? null : <p>{C.reader[lang]}</p>}
        <Jobs asked={asked} jobs={jobs} endAt={writes ? at : undefined} />
        {items.length === 0 ? null : (
          <>
            <h2>{K.items[lang]}</h2>
            <DataTable
              caption={K.items[lang]}
              captionHidden
              columns={[K.contentId, K.kind, K.registeredAt].map((label) => ({ label: label[lang] }))}
              rows={items.map((item) => [
                <a href={`/api/v1/marks/items/${item.contentId}`}>{item.contentId}</a>,
                item.type,
                <>
                  {showTime(item.registeredAt, lang)}
                  {writes ? (
                    <>
                      {' '}
                      <Button look="secondary" form={`withdraw-${item.contentId}`}>
                        {C.withdraw[lang]}
                        <span class="govuk-visually-hidden"> {item.contentId}</span>
                      </Button>
                    </>
                  ) : null}
                </>,
              ])}
            />
            {items.map(({ contentId }) => (
              <FormShell
                id={`withdraw-${contentId}`}
                action={`${at}/items/${contentId}/withdraw`}
                once={`${asked.once}-${contentId}`}
              />
            ))}
          </>
        )}
        <p class="soft">{C.ownKey[lang]}</p>
        <p class="soft">
          {C.nature[lang]}: {C.natureText[lang]} <a href={to('/marks/certificates')}>{C.title[lang]}</a>
        </p>
      </>
    ),
  })
}

const issue = page({
  name: 'issueMarkCertificate',
  method: 'post',
  path: '/systems/{id}/marks',
  who: 'filer',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const { lang } = asked
    const found = await getOwn(asked, params.id ?? '')
    if (!found.ok) return found
    const system = found.value
    const issued = await act.issueCertificate(asked, system.id)
    if (issued.ok) return done({ goTo: asked.to(`/systems/${system.id}/marks`) })
    const [{ code, facts = {} } = { code: '' }] = issued.refusals
    if (!isRecorded(system) || !['certificate.too-many', 'certificate.no-issuer'].includes(code)) return issued
    const said = fill(CERTIFICATE_SAYS[code as keyof typeof CERTIFICATE_SAYS][lang], facts)
    return done({ show: await ownPage(asked, system, said), status: 409 })
  },
})

const askRevoke = page({
  name: 'askRevokeMarkCertificate',
  method: 'get',
  path: '/systems/{id}/marks/{certificate}/revoke',
  who: 'filer',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await ownOne(asked, params)
    return found.ok ? done({ show: revokePage(asked, found.value) }) : found
  },
})

const revoke = page({
  name: 'revokeMarkCertificate',
  method: 'post',
  path: '/systems/{id}/marks/{certificate}/revoke',
  who: 'filer',
  async handle(asked, { params, form }): Promise<Outcome<Answer>> {
    const found = await ownOne(asked, params)
    if (!found.ok) return found
    const reason = Reason.safeParse(textIn(form, 'reason')).data
    if (reason === undefined) {
      const said = CERTIFICATE_SAYS['certificate.reason-missing'][asked.lang]
      return done({ show: revokePage(asked, found.value, said), status: 422 })
    }
    const revoked = await act.revokeCertificate(asked, found.value.certificate.id, reason)
    return revoked.ok ? done({ goTo: asked.to(`/systems/${found.value.system.id}/marks`) }) : revoked
  },
})

interface OwnOne {
  readonly system: Recorded
  readonly certificate: Certificate
}

async function ownOne(asked: AskedPage, params: Readonly<Record<string, string>>): Promise<Outcome<OwnOne>> {
  const found = await getOwn(asked, params.id ?? '')
  if (!found.ok) return found
  const system = found.value
  const certificate = isRecorded(system)
    ? (await act.certificatesOf(asked, system)).find(({ id }) => id === params.certificate)
    : undefined
  return certificate === undefined || !isRecorded(system)
    ? refuse({ code: 'certificate.unknown' })
    : done({ system, certificate })
}

function revokePage(asked: AskedPage, { system, certificate }: OwnOne, error?: string) {
  const { lang, to } = asked
  const at = to(`/systems/${system.id}/marks`)
  return asked.page({
    title: `${C.revokeTitle[lang]} – ${system.name}`,
    back: { text: C.own[lang], href: at },
    unlisted: true,
    problems: error === undefined ? [] : [{ href: '#reason', text: error }],
    children: (
      <>
        <p class="caption wrap">{certificate.serial}</p>
        <h1>{C.revokeTitle[lang]}</h1>
        <p>{C.revokeText[lang]}</p>
        <FormShell action={`${at}/${certificate.id}/revoke`} once={asked.once}>
          <Radios
            name="reason"
            legend={C.revokeWhy[lang]}
            options={(Object.keys(REASONS) as Reason[]).map((value) => ({ value, label: REASON_WORDS[value][lang] }))}
            error={error}
          />
          <Buttons>
            <Button look="warning">{C.revokeDo[lang]}</Button>
            <Button look="secondary" href={at}>
              {C.cancel[lang]}
            </Button>
          </Buttons>
        </FormShell>
      </>
    ),
  })
}

const withdraw = page({
  name: 'withdrawMarkItemHere',
  method: 'post',
  path: '/systems/{id}/marks/items/{contentId}/withdraw',
  who: 'filer',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await getOwn(asked, params.id ?? '')
    if (!found.ok) return found
    const withdrawn = await withdrawItem(asked, params.contentId ?? '')
    return withdrawn.ok ? done({ goTo: asked.to(`/systems/${found.value.id}/marks`) }) : withdrawn
  },
})

export const certificatePages: readonly Route[] = [
  showAll,
  showOne,
  certificateFile('markRoot', '/marks/root.pem', ({ root }) => root),
  certificateFile('markIssuer', '/marks/issuer.pem', ({ issuer }) => issuer),
  stampsFile,
  revoked,
  showOwn,
  issue,
  askRevoke,
  revoke,
  withdraw,
]
