import type { Child } from 'hono/jsx'
import { type Asking, describedBy, Group, Hint, idOf, type LabelAs, Legend } from '../field.tsx'

export interface Choice {
  readonly value: string
  readonly label: Child
  readonly hint?: Child
}

export interface RadiosProps extends Asking {
  readonly legend: Child
  readonly legendAs?: LabelAs | undefined
  readonly options: readonly Choice[]
  readonly value?: string | undefined
  /** Two short answers may stand side by side. */
  readonly inline?: boolean | undefined
  /** In a box of filters, where many stand together. */
  readonly small?: boolean | undefined
}

/** Exactly one answer. The first option carries the field's id, so that the error summary leads to it. */
export const Radios = (field: RadiosProps) => {
  const { legend, legendAs, options, value, error, inline, small } = field
  const id = idOf(field)
  return (
    <Group error={error}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(field)}>
        <Legend legend={legend} legendAs={legendAs} />
        <Hint asking={field} />
        <div class={`govuk-radios${inline ? ' govuk-radios--inline' : ''}${small ? ' govuk-radios--small' : ''}`}>
          {options.map((option, n) => {
            const own = n === 0 ? id : `${id}-${n + 1}`
            return (
              <div class="govuk-radios__item">
                <input
                  class="govuk-radios__input"
                  id={own}
                  name={field.name}
                  type="radio"
                  value={option.value}
                  checked={option.value === value}
                  aria-describedby={option.hint ? `${own}-item-hint` : undefined}
                />
                <label class="govuk-label govuk-radios__label" for={own}>
                  {option.label}
                </label>
                {option.hint ? (
                  <div id={`${own}-item-hint`} class="govuk-hint govuk-radios__hint">
                    {option.hint}
                  </div>
                ) : null}
              </div>
            )
          })}
        </div>
      </fieldset>
    </Group>
  )
}
