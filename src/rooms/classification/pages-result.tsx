import { type Day, dayOf } from '../../base/day.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { type Lang, type Text, say } from '../../base/text.ts'
import type { Judgement } from '../../law/classify.ts'
import { LIST } from '../../law/highrisk/list.ts'
import type { Facts } from '../../law/rule.ts'
import { dayIn, dayValues, textIn, textsIn } from '../../web/form.ts'
import { showDay } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { Checkboxes } from '../../web/parts/checkboxes/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { DateField } from '../../web/parts/date-field/part.tsx'
import { Details } from '../../web/parts/details/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { type AskedPage, type Form, page, type Route } from '../../web/route.ts'
import { factsFromTool, judge, listAssessments, findAssessment } from '../assessment/actions.ts'
import { citeLink } from '../statute/schema.ts'
import { findDraft, getSystem, saveDraft } from '../systems/actions.ts'
import {
  type Draft,
  isRecorded,
  type Level,
  LEVEL_WORDS,
  LEVELS,
  SECTOR_WORDS,
  type SectorName,
  type System,
} from '../systems/schema.ts'
import { declaredIn } from './actions.ts'
import type { Offered } from './schema.ts'

const SECTOR_CHOICES = (lang: Lang) =>
  (Object.keys(SECTOR_WORDS) as SectorName[]).map((value) => ({ value, label: SECTOR_WORDS[value][lang] }))

export const LEVEL_HINTS: Readonly<Record<Level, Text>> = {
  high: {
    vi: 'Thuộc Danh mục kèm theo Quyết định 33/2026/QĐ-TTg.',
    en: 'On the list annexed to Decision 33/2026/QĐ-TTg.',
  },
  medium: {
    vi: 'Người sử dụng có thể bị nhầm lẫn, tác động hoặc thao túng vì không biết đang gặp AI hoặc nội dung do AI tạo ra.',
    en: 'Users may be confused, influenced or manipulated because they cannot tell they face AI or AI-made content.',
  },
  low: {
    vi: 'Các trường hợp còn lại. Không phải thông báo; có thể tự nguyện công khai.',
    en: 'Everything else. No notice is needed; publication is voluntary.',
  },
}

const labels = (lang: Lang) =>
  lang === 'vi' ? { day: 'Ngày', month: 'Tháng', year: 'Năm' } : { day: 'Day', month: 'Month', year: 'Year' }

/** The level as radios, the only thing required of a result. */
export const LevelField = ({
  lang,
  value,
  error,
  legend,
  legendAs = 'h2',
}: {
  readonly lang: Lang
  readonly value: string | undefined
  readonly error: string | undefined
  readonly legend: string
  readonly legendAs?: 'h1' | 'h2'
}) => (
  <Radios
    name="level"
    legend={legend}
    legendAs={legendAs}
    value={value}
    error={error}
    options={LEVELS.map((level) => ({ value: level, label: LEVEL_WORDS[level][lang], hint: LEVEL_HINTS[level][lang] }))}
  />
)

interface Typed {
  readonly level: string
  readonly sectors: readonly string[]
  readonly entries: readonly string[]
  readonly inUse: string
  readonly firstUse: { readonly day: string; readonly month: string; readonly year: string }
}
type Problems = Partial<Record<'level' | 'firstUse', string>>

const typedFrom = (draft: Draft): Typed => {
  const declared = declaredIn(draft.result)
  const o = declared?.offered ?? {}
  return {
    level: declared?.level ?? '',
    sectors: o.sectors ?? [],
    entries: o.entries ?? [],
    inUse: o.inUse === undefined ? '' : o.inUse ? 'yes' : 'no',
    firstUse: dayValues(o.firstUse),
  }
}

/** The file and its paper, for a draft only: a recorded system is reclassified instead. */
async function paper(asked: AskedPage, id: string): Promise<Outcome<{ system: System; draft: Draft }>> {
  const found = await getSystem(asked, id)
  if (!found.ok) return found
  const draft = await findDraft(asked.db, found.value.id)
  return draft === undefined || isRecorded(found.value)
    ? refuse({ code: 'notice.not-now' })
    : done({ system: found.value, draft })
}

/** Results the person can take over: what they just answered in the tool, and what the organisation kept. */
async function takeable(asked: AskedPage): Promise<{ readonly value: string; readonly label: string }[]> {
  const w = say(asked.lang)
  const word = (level: Judgement['level']) =>
    level === 'high' || level === 'medium' || level === 'low' ? LEVEL_WORDS[level][asked.lang] : undefined
  const now = factsFromTool(asked)
  const fresh = now === undefined ? undefined : word(judge(now, dayOf(asked.now())).level)
  const kept = await listAssessments(asked.db, asked.actor)
  return [
    ...(fresh === undefined
      ? []
      : [{ value: 'now', label: w(`Câu trả lời vừa rồi: ${fresh}`, `Your latest answers: ${fresh}`) }]),
    ...kept.flatMap((a) => {
      const level = word(a.level)
      return level === undefined
        ? []
        : [
            {
              value: a.id as string,
              label: w(`Kết quả lưu ngày ${showDay(a.on)}: ${level}`, `Kept on ${showDay(a.on)}: ${level}`),
            },
          ]
    }),
  ]
}

async function resultPage(asked: AskedPage, system: System, draft: Draft, typed: Typed, problems: Problems) {
  const { lang, to, once } = asked
  const w = say(lang)
  const choices = await takeable(asked)
  const offered = declaredIn(draft.result)?.offered
  return asked.page({
    title: `${w('Kết quả phân loại', 'Classification result')} – ${system.name}`,
    back: { text: system.name, href: to(`/systems/${system.id}`) },
    unlisted: true,
    problems: Object.entries(problems).map(([field, text]) => ({
      href: field === 'firstUse' ? '#firstUse-day' : `#${field}`,
      text,
    })),
    children: (
      <>
        <h1>{w('Kết quả phân loại', 'Classification result')}</h1>
        <p>
          {w(
            'Nhà cung cấp tự phân loại và chịu trách nhiệm về kết quả. Chỉ mức rủi ro là bắt buộc; những mục khác có thể để trống.',
            'The provider classifies and answers for the result. Only the level is required; everything else may be left empty.',
          )}
        </p>
        <p>
          <Cite {...citeLink(lang, 'L10.1')} />; <Cite {...citeLink(lang, 'N14.4')} />
        </p>
        {choices.length === 0 ? (
          <p>
            <a href={to('/classify')}>
              {w('Chưa chắc? Dùng công cụ phân loại', 'Not sure? Use the classification tool')}
            </a>{' '}
            <span class="soft">{w('(không bắt buộc, không cần tài khoản)', '(optional, no account needed)')}</span>
          </p>
        ) : (
          <FormShell action={to(`/systems/${system.id}/result/take`)} once={`${once}t`} seq={draft.rev} id="take">
            <Radios
              name="from"
              legend={w('Lấy từ công cụ phân loại', 'Take it from the classification tool')}
              legendAs="h2"
              small
              options={choices}
              value={choices[0]?.value}
            />
            <Buttons>
              <Button look="secondary">{w('Điền theo kết quả này', 'Fill in from this result')}</Button>
            </Buttons>
          </FormShell>
        )}
        <FormShell action={to(`/systems/${system.id}/result`)} once={once} seq={draft.rev}>
          <LevelField lang={lang} value={typed.level} error={problems.level} legend={w('Mức rủi ro', 'Risk level')} />
          <h2>{w('Thông tin thêm (không bắt buộc)', 'More (optional)')}</h2>
          <p class="soft">
            {w(
              'Giúp người đọc Sổ đăng ký và giúp tính đúng thời hạn chuyển tiếp. Không ai được yêu cầu bạn khai các mục này.',
              'It helps readers of the register and makes transition dates exact. Nobody may demand it.',
            )}
          </p>
          <Checkboxes
            name="sectors"
            legend={w('Lĩnh vực sử dụng', 'Fields of use')}
            small
            values={typed.sectors}
            options={SECTOR_CHOICES(lang)}
          />
          <Details
            summary={w('Mục tương ứng trong Danh mục hệ thống rủi ro cao', 'Matching entries of the high-risk list')}
            open={typed.entries.length > 0}
          >
            <Checkboxes
              name="entries"
              legend={w('Mục trong Danh mục', 'List entries')}
              small
              values={typed.entries}
              options={LIST.map((e) => ({ value: e.code, label: `${e.code}. ${e.name[lang]}` }))}
            />
          </Details>
          <Radios
            name="inUse"
            legend={w('Hệ thống đã được đưa vào sử dụng chưa?', 'Is the system in use already?')}
            inline
            value={typed.inUse}
            options={[
              { value: 'no', label: w('Chưa', 'Not yet') },
              { value: 'yes', label: w('Đã sử dụng', 'In use') },
            ]}
          />
          <DateField
            name="firstUse"
            legend={w('Ngày bắt đầu sử dụng, nếu đã sử dụng', 'First day of use, if in use')}
            labels={labels(lang)}
            values={typed.firstUse}
            error={problems.firstUse}
          />
          {offered?.facts === undefined ? null : (
            <p class="soft">
              {w(
                'Câu trả lời từ công cụ được gửi kèm làm căn cứ.',
                'The answers given in the tool go along as grounds.',
              )}
            </p>
          )}
          <Buttons>
            <Button>{w('Lưu kết quả', 'Save the result')}</Button>
          </Buttons>
        </FormShell>
      </>
    ),
  })
}

const showResult = page({
  name: 'showDeclaredResult',
  method: 'get',
  path: '/systems/{id}/result',
  who: 'filer',
  async handle(asked, { params }) {
    const found = await paper(asked, params.id ?? '')
    if (!found.ok) return found
    const { system, draft } = found.value
    return done({ show: await resultPage(asked, system, draft, typedFrom(draft), {}) })
  },
})

const saveResult = page({
  name: 'saveResult',
  method: 'post',
  path: '/systems/{id}/result',
  who: 'filer',
  async handle(asked, { params, form }) {
    const found = await paper(asked, params.id ?? '')
    if (!found.ok) return found
    const { system, draft } = found.value
    const { typed, problems, level, offered } = readResult(asked, form, declaredIn(draft.result)?.offered.facts)
    if (level === undefined || Object.keys(problems).length > 0)
      return done({ show: await resultPage(asked, system, draft, typed, problems), status: 422 })
    const saved = await saveDraft(asked, system.id, Number(textIn(form, 'seq')), (d) => ({
      ...d,
      result: { level, ...offered },
    }))
    return saved.ok ? done({ goTo: asked.to(`/systems/${system.id}`) }) : saved
  },
})

function readResult(asked: AskedPage, form: Form, facts: Facts | undefined) {
  const w = say(asked.lang)
  const first = dayIn(form, 'firstUse')
  const typed: Typed = {
    level: textIn(form, 'level'),
    sectors: textsIn(form, 'sectors'),
    entries: textsIn(form, 'entries'),
    inUse: textIn(form, 'inUse'),
    firstUse: first.values,
  }
  const level = LEVELS.find((l) => l === typed.level)
  const firstUse = first.day === 'wrong' ? undefined : first.day
  const problems: Problems = {
    ...(level === undefined ? { level: w('Hãy chọn mức rủi ro.', 'Choose the risk level.') } : {}),
    ...(first.day === 'wrong'
      ? { firstUse: w('Hãy ghi một ngày có thật, ví dụ 15 8 2026.', 'Give a real day, such as 15 8 2026.') }
      : firstUse !== undefined && firstUse > dayOf(asked.now())
        ? { firstUse: w('Ngày này chưa đến.', 'This day is still to come.') }
        : {}),
  }
  const offered: Offered = {
    ...(typed.sectors.length > 0 ? { sectors: typed.sectors.filter((s): s is SectorName => s in SECTOR_WORDS) } : {}),
    ...(level === 'high' && typed.entries.length > 0
      ? { entries: typed.entries.filter((e) => LIST.some((x) => x.code === e)) }
      : {}),
    ...(typed.inUse === '' ? {} : { inUse: typed.inUse === 'yes' }),
    ...(firstUse === undefined ? {} : { firstUse }),
    ...(facts === undefined ? {} : { facts }),
  }
  return { typed, problems, level, offered }
}

const takeResult = page({
  name: 'takeResult',
  method: 'post',
  path: '/systems/{id}/result/take',
  who: 'filer',
  async handle(asked, { params, form }) {
    const found = await paper(asked, params.id ?? '')
    if (!found.ok) return found
    const facts = await chosenFacts(asked, textIn(form, 'from'))
    if (!facts.ok) return facts
    const judgement = judge(facts.value, dayOf(asked.now()))
    const saved = await saveDraft(asked, found.value.system.id, Number(textIn(form, 'seq')), (d) => ({
      ...d,
      result: resultOf(judgement, facts.value),
    }))
    return saved.ok ? done({ goTo: asked.to(`/systems/${found.value.system.id}/result`) }) : saved
  },
})

async function chosenFacts(asked: AskedPage, from: string): Promise<Outcome<Facts>> {
  if (from === 'now') return done(factsFromTool(asked) ?? {})
  const kept = await findAssessment(asked.db, from, asked.actor)
  return kept.ok ? done(kept.value.facts) : kept
}

/** A judgement as a declared result: the level with what the tool found on its way. */
function resultOf(j: Judgement, facts: Facts): Record<string, unknown> {
  const sectors = Object.keys(SECTOR_WORDS).filter((s) => facts[`sector.${s}`] === true)
  const firstUse = facts.firstUseDay as Day | undefined
  return {
    ...(j.level === 'high' || j.level === 'medium' || j.level === 'low' ? { level: j.level } : {}),
    ...(sectors.length > 0 ? { sectors } : {}),
    ...(j.entries.length > 0 ? { entries: j.entries.map((e) => e.code) } : {}),
    ...(firstUse === undefined ? {} : { firstUse }),
    facts,
  }
}

export const resultPages: readonly Route[] = [showResult, saveResult, takeResult]
