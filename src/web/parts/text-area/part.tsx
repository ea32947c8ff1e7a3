import type { Child } from 'hono/jsx'
import { type Asking, describedBy, Group, Hint, idOf, Label, type LabelAs } from '../field.tsx'

export interface TextAreaProps extends Asking {
  readonly label: Child
  readonly labelAs?: LabelAs | undefined
  readonly value?: string | undefined
  readonly rows?: number
  readonly maxlength?: number | undefined
  /** The limit in words, below the box: "Tối đa 500 ký tự". */
  readonly limit?: string | undefined
  readonly spellcheck?: boolean | undefined
}

export const TextArea = (field: TextAreaProps) => {
  const { label, labelAs, error, limit, rows = 5 } = field
  const id = idOf(field)
  return (
    <Group error={error}>
      <Label target={id} label={label} labelAs={labelAs} />
      <Hint asking={field} />
      <textarea
        class={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
        id={id}
        name={field.name}
        rows={rows}
        maxlength={field.maxlength}
        spellcheck={field.spellcheck}
        aria-describedby={describedBy(field, ...(limit ? [`${id}-limit`] : []))}
        aria-invalid={error ? 'true' : undefined}
      >
        {field.value ?? ''}
      </textarea>
      {limit ? (
        <p class="count" id={`${id}-limit`}>
          {limit}
        </p>
      ) : null}
    </Group>
  )
}
