import type { Child } from 'hono/jsx'
import { type Asking, describedBy, Group, Hint, idOf, type LabelAs, Legend } from '../field.tsx'

export type DatePart = 'day' | 'month' | 'year'
const PARTS: readonly DatePart[] = ['day', 'month', 'year']

export interface DateFieldProps extends Asking {
  readonly legend: Child
  readonly legendAs?: LabelAs | undefined
  readonly labels: Readonly<Record<DatePart, string>>
  /** What the person typed, right or wrong. */
  readonly values?: Readonly<Partial<Record<DatePart, string>>> | undefined
  /** Which of the three is wrong; all of them unless said. */
  readonly wrong?: readonly DatePart[] | undefined
  readonly birthday?: boolean | undefined
}

/** Three boxes, posted as `name-day`, `name-month`, `name-year`: the quickest way to type a date one knows. */
export const DateField = (field: DateFieldProps) => {
  const { legend, legendAs, labels, values = {}, error, wrong = PARTS, birthday } = field
  const id = idOf(field)
  return (
    <Group error={error}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(field)}>
        <Legend legend={legend} legendAs={legendAs} />
        <Hint asking={field} />
        <div class="govuk-date-input" id={id}>
          {PARTS.map((part) => (
            <div class="govuk-date-input__item">
              <label class="govuk-label govuk-date-input__label" for={`${id}-${part}`}>
                {labels[part]}
              </label>
              <input
                class={`govuk-input govuk-date-input__input govuk-input--width-${part === 'year' ? 4 : 2}${error && wrong.includes(part) ? ' govuk-input--error' : ''}`}
                id={`${id}-${part}`}
                name={`${field.name}-${part}`}
                type="text"
                inputmode="numeric"
                value={values[part]}
                autocomplete={birthday ? `bday-${part}` : undefined}
                aria-invalid={error && wrong.includes(part) ? 'true' : undefined}
              />
            </div>
          ))}
        </div>
      </fieldset>
    </Group>
  )
}
