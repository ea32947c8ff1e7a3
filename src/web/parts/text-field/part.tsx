import type { Child } from 'hono/jsx'
import { type Asking, describedBy, Group, Hint, idOf, Label, type LabelAs } from '../field.tsx'

export interface TextFieldProps extends Asking {
  readonly label: Child
  readonly labelAs?: LabelAs | undefined
  readonly value?: string | undefined
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search'
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url'
  /** As HTML names them: `name`, `email`, `organization`, `one-time-code`, `new-password`, `off`. */
  readonly autocomplete?: string | undefined
  /** Off for names, codes and addresses. */
  readonly spellcheck?: boolean | undefined
  readonly maxlength?: number | undefined
  /** As wide as the answer is long, in characters. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
  readonly readonly?: boolean | undefined
}

export const TextField = (field: TextFieldProps) => {
  const { label, labelAs, error, prefix, suffix, type = 'text', width } = field
  const id = idOf(field)
  const input = (
    <input
      class={`govuk-input${error ? ' govuk-input--error' : ''}${width ? ` govuk-input--width-${width}` : ''}`}
      id={id}
      name={field.name}
      type={type}
      value={type === 'password' ? undefined : field.value}
      inputmode={field.inputmode}
      autocomplete={field.autocomplete}
      spellcheck={field.spellcheck}
      maxlength={field.maxlength}
      readonly={field.readonly}
      aria-describedby={describedBy(field)}
      aria-invalid={error ? 'true' : undefined}
    />
  )
  return (
    <Group error={error}>
      <Label target={id} label={label} labelAs={labelAs} />
      <Hint asking={field} />
      {prefix || suffix ? (
        <div class="govuk-input__wrapper">
          {prefix ? (
            <div class="govuk-input__prefix" aria-hidden="true">
              {prefix}
            </div>
          ) : null}
          {input}
          {suffix ? (
            <div class="govuk-input__suffix" aria-hidden="true">
              {suffix}
            </div>
          ) : null}
        </div>
      ) : (
        input
      )}
    </Group>
  )
}
