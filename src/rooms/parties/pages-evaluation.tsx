import type { Child } from 'hono/jsx'
import { done, refuse } from '../../base/outcome.ts'
import { listMails, type PostedMail } from '../../post/mailbox.ts'
import { showTime } from '../../web/format.ts'
import { EmptyState } from '../../web/parts/empty-state/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { SESSION } from '../../web/server.ts'
import { signOut } from './account-actions.ts'
import { signInAs } from './actions.ts'
import { framed, one } from './forms.tsx'
import { sessionCookie } from './pages-account.tsx'
import { isAtThisMachine, isFromOurPage, safeBack } from './rules.ts'
import { A } from './words-account.ts'

const ABSENT = { code: 'evaluation.absent' } as const
const isEvaluation = ({ site }: AskedPage): boolean => site.mode === 'evaluation'

/** Our own addresses become links, as paths: the portal may be reached under another name of this machine. */
const Words = ({ text, site }: { readonly text: string; readonly site: string }) => (
  <>
    {text
      .split(/(https?:\/\/\S+)/)
      .map((piece) => (piece.startsWith(`${site}/`) ? <a href={piece.slice(site.length)}>{piece}</a> : piece))}
  </>
)

const Mail = ({ asked, mail }: { readonly asked: AskedPage; readonly mail: PostedMail }) => (
  <article aria-labelledby={`mail-${mail.id}`}>
    <h2 id={`mail-${mail.id}`}>{mail.subject}</h2>
    <SummaryList
      rows={[
        { key: A.mailTo[asked.lang], value: mail.to },
        { key: A.mailAt[asked.lang], value: showTime(mail.at, asked.lang) },
      ]}
    />
    {mail.body.split(/\n{2,}/).map((paragraph) => (
      <p>
        {paragraph.split('\n').map((line, n) => (
          <>
            {n === 0 ? null : <br />}
            <Words text={line} site={asked.site.url} />
          </>
        ))}
      </p>
    ))}
  </article>
)

const mailPage = (asked: AskedPage, mails: readonly PostedMail[]): Child => {
  const { lang } = asked
  return framed(
    asked,
    { title: A.mails[lang] },
    <>
      <p>{A.mailsText[lang]}</p>
      {mails.length === 0 ? (
        <EmptyState title={A.mailsNone[lang]}>
          <p>{A.mailsNoneText[lang]}</p>
        </EmptyState>
      ) : (
        mails.map((mail) => <Mail asked={asked} mail={mail} />)
      )}
    </>,
  )
}

export const evaluationPages: readonly Route[] = [
  page({
    name: 'evaluationSignIn',
    method: 'post',
    path: '/evaluation/sign-in',
    who: 'anyone',
    async handle(asked, { form }) {
      if (!isEvaluation(asked) || !isFromOurPage(asked.header)) return refuse(ABSENT)
      const opened = await signInAs(asked, one(form.email))
      if (!opened.ok) return opened
      const old = asked.cookie(SESSION)
      if (old !== undefined) await signOut(asked, old)
      return done({ goTo: safeBack(form.back) ?? asked.to(''), cookies: sessionCookie(opened.value) })
    },
  }),
  page({
    name: 'evaluationMail',
    method: 'get',
    path: '/evaluation/mail',
    who: 'anyone',
    async handle(asked) {
      if (!isEvaluation(asked) || !isAtThisMachine(asked.header)) return refuse(ABSENT)
      return done({ show: mailPage(asked, await listMails(asked.db)) })
    },
  }),
]
