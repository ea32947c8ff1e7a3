import type { Text } from '../../base/text.ts'
import { showTime } from '../../web/format.ts'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import type { AskedPage } from '../../web/route.ts'
import { RowButton, RowForms } from './forms.tsx'
import type { InvitationView } from './schema.ts'
import { O } from './words-organisation.ts'

interface WaitingProps {
  readonly asked: AskedPage
  readonly invitations: readonly InvitationView[]
  /** The page of the organisation or unit they lead into. */
  readonly into: string
  readonly role: (invitation: InvitationView) => Text
}

/** Invitations nobody has answered, each with a button that withdraws it. */
export const Waiting = ({ asked: { lang, to, once }, invitations, into, role }: WaitingProps) => {
  if (invitations.length === 0) return null
  return (
    <>
      <h2>{O.invitations[lang]}</h2>
      <DataTable
        caption={O.invitations[lang]}
        captionHidden
        columns={[O.email, O.memberRole, O.until, O.action].map((label) => ({ label: label[lang] }))}
        rows={invitations.map((i) => [
          i.email,
          role(i)[lang],
          showTime(i.until, lang),
          <RowButton id={`withdraw-${i.id}`} text={O.withdraw[lang]} about={`${O.withdrawOf[lang]} ${i.email}`} />,
        ])}
      />
      <RowForms
        verbs={invitations.map(({ id }) => ({
          id: `withdraw-${id}`,
          action: to(`${into}/invitations/${id}/withdraw`),
          once,
        }))}
      />
    </>
  )
}
