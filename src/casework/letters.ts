import type { Lang, Text } from '../base/text.ts'
import { CALENDAR } from '../law/workingdays.ts'
import type { Mail } from '../post/mail.ts'
import { remaining } from '../web/remaining.ts'
import { pastOf, type Step } from './flow.ts'
import type { ClockOf, Procedure } from './procedure.ts'
import type { CaseFile, ClockKept, Correspondent, Side } from './schema.ts'

const address = (p: Procedure, file: Pick<CaseFile, 'number'>, site: string, lang: Lang): string =>
  `${site}/${lang}/${p.path}/${file.number}`

const FOOT: Text = {
  vi: 'Thư này không chứa nội dung hồ sơ. Hãy đăng nhập để xem.',
  en: 'This mail holds nothing of the file itself. Sign in to read it.',
}
const OPEN: Text = { vi: 'Mở hồ sơ', en: 'Open the file' }

/** What a step tells the other side: what happened, where the file stands, what comes next. Never what was said. */
export const mailsOf = (
  p: Procedure,
  { event, file }: Step,
  side: Side,
  readers: readonly Correspondent[],
  site: string,
): Mail[] =>
  readers.map(({ account, email, lang }) => ({
    about: `case:${file.number}:${event.seq}:${account}`,
    to: email,
    subject: `${file.number}: ${pastOf(p, event.verb)[lang]}`,
    body: [
      `${p.name[lang]} ${file.number}`,
      pastOf(p, event.verb)[lang],
      '',
      whereItStands(p, file, side, lang),
      '',
      `${OPEN[lang]}: ${address(p, file, site, lang)}`,
      '',
      FOOT[lang],
    ].join('\n'),
  }))

/** In one sentence or two: the state, and what is next for this side. */
export function whereItStands(p: Procedure, file: Pick<CaseFile, 'state' | 'asked'>, side: Side, lang: Lang): string {
  const state = p.states[file.state]
  const next = file.asked === null ? state?.next[side] : ASKED[side]
  return [`${state?.name[lang] ?? file.state}.`, next?.[lang] ?? ''].join(' ').trim()
}

/** While a request for more is open, whatever the state. */
export const ASKED: Readonly<Record<Side, Text>> = {
  party: {
    vi: 'Cơ quan đã yêu cầu bổ sung. Hãy trả lời đủ các mục trong danh sách.',
    en: 'The authority asked for more. Answer every item of its list.',
  },
  unit: { vi: 'Đang chờ bên nộp hồ sơ bổ sung.', en: 'The party has been asked for more and has not answered yet.' },
}

const REMIND: Readonly<Record<50 | 80 | 100, Text>> = {
  50: { vi: 'đã qua một nửa thời hạn', en: 'half of the time has passed' },
  80: { vi: 'sắp hết thời hạn', en: 'the time limit is near' },
  100: { vi: 'đến hạn', en: 'the time limit is here' },
}

/** A reminder: one for each file, clock, share of the time and reader, whatever happens to the job that posts it. */
export const reminderOf = (
  p: Procedure,
  clock: ClockOf,
  file: Pick<CaseFile, 'number' | 'state' | 'asked'>,
  kept: Pick<ClockKept, 'reckoning'>,
  share: 50 | 80 | 100,
  { account, email, lang }: Correspondent,
  site: string,
  at: string,
): Mail => ({
  about: `clock:${file.number}:${clock.id}:${share}:${account}`,
  to: email,
  subject: `${file.number}: ${clock.name[lang]}, ${at > kept.reckoning.due ? OVER[lang] : REMIND[share][lang]}`,
  body: [
    `${p.name[lang]} ${file.number}`,
    `${clock.name[lang]}: ${remaining(kept.reckoning, at, lang, CALENDAR)}`,
    '',
    whereItStands(p, file, clock.side, lang),
    '',
    `${OPEN[lang]}: ${address(p, file, site, lang)}`,
    '',
    FOOT[lang],
  ].join('\n'),
})
const OVER: Text = { vi: 'đã quá hạn', en: 'overdue' }
