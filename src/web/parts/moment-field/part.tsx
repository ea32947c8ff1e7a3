import type { Child } from 'hono/jsx'
import type { Lang, Text } from '../../../base/text.ts'
import { type Asking, describedBy, Group, Hint, idOf, type LabelAs, Legend } from '../field.tsx'

export type MomentPart = 'day' | 'month' | 'year' | 'time'
const PARTS: readonly MomentPart[] = ['day', 'month', 'year', 'time']
const WIDTH: Record<MomentPart, number> = { day: 2, month: 2, year: 4, time: 5 }

const LABELS: Record<MomentPart, Text> = {
  day: { vi: 'Ngày', en: 'Day' },
  month: { vi: 'Tháng', en: 'Month' },
  year: { vi: 'Năm', en: 'Year' },
  time: { vi: 'Giờ : phút', en: 'Time of day' },
}
const ZONE: Text = {
  vi: 'Theo giờ Việt Nam (UTC+7), từ 00:00 đến 23:59. Ví dụ: 14:05',
  en: 'Vietnam time (UTC+7), 00:00 to 23:59. For example, 14:05',
}

export interface MomentFieldProps extends Asking {
  readonly legend: Child
  readonly legendAs?: LabelAs | undefined
  /** What the person typed, right or wrong. */
  readonly values?: Readonly<Partial<Record<MomentPart, string>>> | undefined
  /** Which of the four is wrong; all of them unless said. */
  readonly wrong?: readonly MomentPart[] | undefined
  readonly lang: Lang
}

/** A day and an hour where a clock counts hours, posted as `name-day`, `name-month`, `name-year`, `name-time`; read with `momentIn`. */
export const MomentField = (field: MomentFieldProps) => {
  const { legend, legendAs, values = {}, error, wrong = PARTS, lang } = field
  const id = idOf(field)
  return (
    <Group error={error}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(field)}>
        <Legend legend={legend} legendAs={legendAs} />
        <Hint asking={field} />
        <div class="govuk-date-input moment" id={id}>
          {PARTS.map((part) => (
            <div class="govuk-date-input__item">
              <label class="govuk-label govuk-date-input__label" for={`${id}-${part}`}>
                {LABELS[part][lang]}
              </label>
              <input
                class={`govuk-input govuk-date-input__input govuk-input--width-${WIDTH[part]}${error && wrong.includes(part) ? ' govuk-input--error' : ''}`}
                id={`${id}-${part}`}
                name={`${field.name}-${part}`}
                type="text"
                // A keyboard of digits has no colon on some telephones.
                inputmode={part === 'time' ? undefined : 'numeric'}
                value={values[part]}
                autocomplete="off"
                aria-describedby={part === 'time' ? `${id}-zone` : undefined}
                aria-invalid={error && wrong.includes(part) ? 'true' : undefined}
              />
            </div>
          ))}
        </div>
        <p id={`${id}-zone`} class="moment__zone">
          {ZONE[lang]}
        </p>
      </fieldset>
    </Group>
  )
}
