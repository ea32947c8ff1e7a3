import type { Child } from 'hono/jsx'
import { type Asking, describedBy, Group, Hint, idOf, Label, type LabelAs } from '../field.tsx'

export interface SelectProps extends Asking {
  readonly label: Child
  readonly labelAs?: LabelAs | undefined
  readonly value?: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly autocomplete?: string | undefined
}

/** For long lists everybody knows. Up to seven choices, radios are quicker to answer. */
export const Select = (field: SelectProps) => {
  const { label, labelAs, error, options, value } = field
  const id = idOf(field)
  return (
    <Group error={error}>
      <Label target={id} label={label} labelAs={labelAs} />
      <Hint asking={field} />
      <select
        class={`govuk-select${error ? ' govuk-select--error' : ''}`}
        id={id}
        name={field.name}
        autocomplete={field.autocomplete}
        aria-describedby={describedBy(field)}
        aria-invalid={error ? 'true' : undefined}
      >
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Group>
  )
}
