import type { Child } from 'hono/jsx'
import { type Asking, describedBy, Group, Hint, idOf, type LabelAs, Legend } from '../field.tsx'
import type { Choice } from '../radios/part.tsx'

export interface CheckboxesProps extends Asking {
  readonly legend: Child
  readonly legendAs?: LabelAs | undefined
  readonly options: readonly Choice[]
  readonly values?: readonly string[]
  /** In a box of filters, where many stand together. */
  readonly small?: boolean | undefined
  /** "None of these": a script unticks the others; the server must still refuse a contradiction. */
  readonly none?: { readonly value: string; readonly label: Child; readonly or: string } | undefined
}

interface BoxProps {
  readonly own: string
  readonly name: string
  readonly choice: Choice
  readonly checked: boolean
  readonly exclusive?: boolean
}

const Box = ({ own, name, choice, checked, exclusive }: BoxProps) => (
  <div class="govuk-checkboxes__item">
    <input
      class="govuk-checkboxes__input"
      id={own}
      name={name}
      type="checkbox"
      value={choice.value}
      checked={checked}
      data-exclusive={exclusive ? '' : undefined}
      aria-describedby={choice.hint ? `${own}-item-hint` : undefined}
    />
    <label class="govuk-label govuk-checkboxes__label" for={own}>
      {choice.label}
    </label>
    {choice.hint ? (
      <div id={`${own}-item-hint`} class="govuk-hint govuk-checkboxes__hint">
        {choice.hint}
      </div>
    ) : null}
  </div>
)

/** Any number of answers. Without a script, "none" is simply one more box. */
export const Checkboxes = (field: CheckboxesProps) => {
  const { legend, legendAs, options, values = [], none, error, name, small } = field
  const id = idOf(field)
  return (
    <Group error={error}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(field)}>
        <Legend legend={legend} legendAs={legendAs} />
        <Hint asking={field} />
        <div class={`govuk-checkboxes${small ? ' govuk-checkboxes--small' : ''}`} data-checkboxes>
          {options.map((choice, n) => (
            <Box
              own={n === 0 ? id : `${id}-${n + 1}`}
              name={name}
              choice={choice}
              checked={values.includes(choice.value)}
            />
          ))}
          {none ? (
            <>
              <div class="govuk-checkboxes__divider">{none.or}</div>
              <Box own={`${id}-none`} name={name} choice={none} checked={values.includes(none.value)} exclusive />
            </>
          ) : null}
        </div>
      </fieldset>
    </Group>
  )
}
