import { fill } from '../../base/text.ts'
import type { Whole } from '../../casework/actions.ts'
import { casePages } from '../../casework/pages.tsx'
import { showNumber, showTime } from '../../web/format.ts'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { StatusTag } from '../../web/parts/status-tag/part.tsx'
import type { AskedPage, Route } from '../../web/route.ts'
import { type Beside, besideFile, orderOffice } from './actions.ts'
import { publicPages } from './pages-public.tsx'
import { signalPages } from './pages-signals.tsx'
import { ORDER } from './procedure.ts'
import { isOverdue, percentOf } from './rules.ts'
import type { Addressee, Completion } from './schema.ts'
import { SAYS, W } from './words.ts'

async function beside(asked: AskedPage, whole: Whole) {
  const found = await besideFile(asked, whole.file)
  if (found === undefined) return null
  const { lang, to } = asked
  const { order, principal, addressees, completion, offPortal } = found
  const links = [
    ...(order.publicReason === null || order.principal !== null
      ? []
      : [{ text: W.onPublicList[lang], href: to(`/orders/public/${order.number}`) }]),
    ...(principal === undefined
      ? []
      : [{ text: `${W.underOrder[lang]}: ${principal.number}`, href: to(`/orders/${principal.number}`) }]),
    ...(order.incident === null || whole.side === 'party'
      ? []
      : [{ text: `${W.issuedUnder[lang]}: ${order.incident}`, href: to(`/incidents/${order.incident}`) }]),
  ]
  return (
    <>
      {links.length === 0 ? null : (
        <ul>
          {links.map(({ text, href }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
      {completion === undefined ? null : (
        <Carried asked={asked} whole={whole} all={addressees} completion={completion} />
      )}
      {offPortal.length === 0 ? null : <OffPortal asked={asked} names={offPortal} />}
    </>
  )
}

interface CarriedProps {
  readonly asked: AskedPage
  readonly whole: Whole
  readonly all: readonly Addressee[]
  readonly completion: Completion
}

/** How far every addressee has come, for the authority and for the provider who linked them. */
const Carried = ({ asked, whole, all, completion: c }: CarriedProps) => {
  const { lang, to } = asked
  const at = asked.now()
  return (
    <section id="addressees">
      <h2>{W.addressees[lang]}</h2>
      <p>
        {fill(W.completion[lang], { complied: c.complied, addressees: c.addressees, acknowledged: c.acknowledged })}{' '}
        {c.percent === null
          ? W.unitsNone[lang]
          : fill(W.unitsAll[lang], {
              ...{ done: showNumber(c.unitsDone, lang), all: showNumber(c.units, lang), percent: c.percent },
            })}{' '}
        {c.overdue === 0 ? null : <strong>{fill(W.overdueCount[lang], { n: c.overdue })}</strong>}
      </p>
      <DataTable
        caption={W.addressees[lang]}
        captionHidden
        columns={[W.addressee, W.number, W.standing, W.acknowledgedAt, W.unitsColumn].map((label) => ({
          label: label[lang],
        }))}
        rows={all.map((order) => [
          order.partyName,
          // The provider sees how far the others are; their files are their own.
          whole.side === 'party' && order.principal !== null ? (
            order.number
          ) : (
            <a class="number" href={to(`/orders/${order.number}`)}>
              {order.number}
            </a>
          ),
          <>
            {ORDER.states[order.state]?.name[lang] ?? order.state}
            {isOverdue(order, at) ? (
              <>
                {' '}
                <StatusTag tone="problem">{W.overdue[lang]}</StatusTag>
              </>
            ) : null}
            {order.escalatedAt === null ? null : <> · {W.escalated[lang]}</>}
            {order.complainedAt === null ? null : <> · {W.complained[lang]}</>}
          </>,
          order.acknowledgedAt === null ? W.notYet[lang] : showTime(order.acknowledgedAt, lang),
          order.units === null
            ? W.notYet[lang]
            : `${showNumber(order.unitsDone ?? 0, lang)} / ${showNumber(order.units, lang)} (${percentOf(order.unitsDone ?? 0, order.units)}%)`,
        ])}
      />
    </section>
  )
}

const OffPortal = ({ asked: { lang }, names }: { readonly asked: AskedPage; readonly names: Beside['offPortal'] }) => (
  <section>
    <h2>{W.offPortal[lang]}</h2>
    <p>{W.offPortalText[lang]}</p>
    <ul>
      {names.map((name) => (
        <li>{name}</li>
      ))}
    </ul>
  </section>
)

export const pages: readonly Route[] = [
  // Before the file, whose address would swallow theirs.
  ...publicPages,
  ...signalPages,
  ...casePages(orderOffice, {
    says: SAYS,
    intro: ({ lang, to }) => (
      <p>
        <a href={to('/orders/public')}>{W.publicTitle[lang]}</a>
      </p>
    ),
    beside,
  }),
]
