import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { say } from '../../base/text.ts'
import { reckon } from '../../law/clock.ts'
import { RECLASSIFICATION } from '../../law/reclassification.ts'
import { CALENDAR } from '../../law/workingdays.ts'
import { dayIn, textIn } from '../../web/form.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { DateField } from '../../web/parts/date-field/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice as Banner } from '../../web/parts/notice/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { TextArea } from '../../web/parts/text-area/part.tsx'
import { provisionalWords, remaining } from '../../web/remaining.ts'
import { type AskedPage, type Form, page, type Route } from '../../web/route.ts'
import { citeLink } from '../statute/schema.ts'
import { getSystem } from '../systems/actions.ts'
import { isRecorded, LEVEL_WORDS, LEVELS, type Recorded } from '../systems/schema.ts'
import { reclassify } from './actions.ts'
import { LevelField } from './pages-result.tsx'
import { TRIGGERS } from './schema.ts'
import { SAYS } from './words.ts'

const FIELDS = ['trigger', 'completedOn', 'level', 'reason'] as const
type Field = (typeof FIELDS)[number]
type Problems = Partial<Record<Field, string>>

interface Typed {
  readonly trigger: string
  readonly completedOn: { readonly day: string; readonly month: string; readonly year: string }
  readonly level: string
  readonly reason: string
}
const EMPTY: Typed = { trigger: '', completedOn: { day: '', month: '', year: '' }, level: '', reason: '' }

async function recorded(asked: AskedPage, id: string): Promise<Outcome<Recorded>> {
  const found = await getSystem(asked, id)
  if (!found.ok) return found
  return isRecorded(found.value) ? done(found.value) : refuse({ code: 'notice.not-now' })
}

function form(asked: AskedPage, system: Recorded, typed: Typed, problems: Problems) {
  const { lang, to, once } = asked
  const w = say(lang)
  const title = w('Phân loại lại', 'Reclassify')
  const now = asked.now()
  const clock = reckon({ workingDays: RECLASSIFICATION.higher.workingDays }, now, CALENDAR)
  return asked.page({
    title: `${title} – ${system.name}`,
    back: { text: system.name, href: to(`/systems/${system.id}`) },
    unlisted: true,
    problems: FIELDS.flatMap((field) =>
      problems[field] === undefined
        ? []
        : [{ href: field === 'completedOn' ? '#completedOn-day' : `#${field}`, text: problems[field] }],
    ),
    children: (
      <>
        <h1>{title}</h1>
        <p>
          {w('Mức hiện tại:', 'Present level:')} <strong>{LEVEL_WORDS[system.level][lang]}</strong>.{' '}
          {w('Mã định danh không thay đổi.', 'The AI-ID stays the same.')} <Cite {...citeLink(lang, 'N11.4')} />
        </p>
        <Banner title={w('Thời hạn', 'Time limits')}>
          <p>
            {w(
              'Lên mức cao hơn: thông báo trong 15 ngày làm việc kể từ ngày hoàn thành rà soát và áp dụng ngay các biện pháp của mức mới.',
              'To a higher level: notify within 15 working days of completing the review, and apply the measures of the new level at once.',
            )}{' '}
            <Cite {...citeLink(lang, RECLASSIFICATION.higher.cite)} />
          </p>
          <p>
            {w(
              `Nếu rà soát xong hôm nay: ${remaining(clock, now, lang)}.`,
              `If the review was completed today: ${remaining(clock, now, lang)}.`,
            )}
          </p>
          {clock.provisional.length === 0 ? null : <p class="soft">{provisionalWords(clock.provisional, lang)}</p>}
          <p>
            {RECLASSIFICATION.lower.duty[lang]} <Cite {...citeLink(lang, RECLASSIFICATION.lower.cite)} />
          </p>
        </Banner>
        <FormShell action={to(`/systems/${system.id}/reclassify`)} once={once}>
          <Radios
            name="trigger"
            legend={w('Vì sao phải rà soát?', 'Why was it reviewed?')}
            legendAs="h2"
            value={typed.trigger}
            error={problems.trigger}
            options={RECLASSIFICATION.triggers.map((t) => ({
              value: t.id,
              label: t.text[lang],
              hint: <Cite {...citeLink(lang, t.cite)} />,
            }))}
          />
          <p class="soft">
            {w('Không phải phân loại lại khi chỉ có:', 'No reclassification is needed for:')}{' '}
            {RECLASSIFICATION.notTriggers.map((t) => t.text[lang].toLocaleLowerCase(lang)).join('; ')}.{' '}
            <Cite {...citeLink(lang, 'N11.4')} />
          </p>
          <DateField
            name="completedOn"
            legend={w('Ngày hoàn thành rà soát', 'Day the review was completed')}
            legendAs="h2"
            labels={
              lang === 'vi'
                ? { day: 'Ngày', month: 'Tháng', year: 'Năm' }
                : { day: 'Day', month: 'Month', year: 'Year' }
            }
            values={typed.completedOn}
            error={problems.completedOn}
          />
          <LevelField
            lang={lang}
            value={typed.level}
            error={problems.level}
            legend={w('Mức rủi ro mới', 'New risk level')}
          />
          <TextArea
            name="reason"
            label={w('Lý do (không bắt buộc)', 'Reason (optional)')}
            labelAs="h2"
            value={typed.reason}
            rows={4}
            maxlength={4000}
            error={problems.reason}
          />
          <Buttons>
            <Button>{w('Gửi thông báo phân loại lại', 'Send the notice of reclassification')}</Button>
          </Buttons>
        </FormShell>
      </>
    ),
  })
}

const showReclassify = page({
  name: 'showReclassify',
  method: 'get',
  path: '/systems/{id}/reclassify',
  who: 'filer',
  async handle(asked, { params }) {
    const found = await recorded(asked, params.id ?? '')
    return found.ok ? done({ show: form(asked, found.value, EMPTY, {}) }) : found
  },
})

const sendReclassify = page({
  name: 'sendReclassify',
  method: 'post',
  path: '/systems/{id}/reclassify',
  who: 'filer',
  async handle(asked, { params, form: posted }) {
    const found = await recorded(asked, params.id ?? '')
    if (!found.ok) return found
    const system = found.value
    const { typed, input, problems } = read(asked, posted)
    if (input === undefined) return done({ show: form(asked, system, typed, problems), status: 422 })
    const sent = await reclassify(asked, system.aiId, input)
    if (sent.ok) return done({ goTo: asked.to(`/notices/${sent.value.receipt.number}`) })
    const at = sent.refusals.flatMap((r) =>
      r.code === 'reclassification.same-level'
        ? [['level', SAYS[r.code][asked.lang]]]
        : r.code === 'notice.day-to-come' || r.code === 'reclassification.before-law'
          ? [['completedOn', SAYS[r.code][asked.lang]]]
          : [],
    )
    return at.length === sent.refusals.length
      ? done({ show: form(asked, system, typed, Object.fromEntries(at) as Problems), status: 422 })
      : sent
  },
})

function read(asked: AskedPage, posted: Form) {
  const w = say(asked.lang)
  const completed = dayIn(posted, 'completedOn')
  const typed: Typed = {
    trigger: textIn(posted, 'trigger'),
    completedOn: completed.values,
    level: textIn(posted, 'level'),
    reason: textIn(posted, 'reason'),
  }
  const level = LEVELS.find((l) => l === typed.level)
  const trigger = TRIGGERS.find((t) => t === typed.trigger)
  const reason = typed.reason.trim()
  const problems: Problems = {
    ...(trigger === undefined ? { trigger: w('Hãy chọn lý do rà soát.', 'Choose why it was reviewed.') } : {}),
    ...(completed.day === undefined || completed.day === 'wrong'
      ? {
          completedOn: w(
            'Hãy ghi ngày hoàn thành rà soát, ví dụ 15 8 2026.',
            'Give the day the review was completed, such as 15 8 2026.',
          ),
        }
      : {}),
    ...(level === undefined ? { level: w('Hãy chọn mức rủi ro mới.', 'Choose the new level.') } : {}),
    ...(reason.length > 4000 ? { reason: w('Nội dung dài tối đa 4.000 ký tự.', 'At most 4,000 characters.') } : {}),
  }
  const complete =
    level !== undefined &&
    trigger !== undefined &&
    completed.day !== undefined &&
    completed.day !== 'wrong' &&
    Object.keys(problems).length === 0
  return {
    typed,
    problems,
    input: complete
      ? { trigger, completedOn: completed.day as never, result: { level }, ...(reason === '' ? {} : { reason }) }
      : undefined,
  }
}

export const reclassifyPages: readonly Route[] = [showReclassify, sendReclassify]
