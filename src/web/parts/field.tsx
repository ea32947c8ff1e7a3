import type { Child } from 'hono/jsx'

/** What every field says about itself. `error` repeats the words of the error summary. */
export interface Asking {
  readonly name: string
  /** The target of the error summary's link. The name, unless said otherwise. */
  readonly id?: string | undefined
  readonly hint?: Child
  readonly error?: string | undefined
}

/** How the label stands: as the only heading of a one-question page, as a section, or plainly above the field. */
export type LabelAs = 'h1' | 'h2'

export const idOf = ({ id, name }: Asking): string => id ?? name

/** Points at the hint and the error, in this order, and at nothing when there is neither. */
export const describedBy = (asking: Asking, ...more: readonly string[]): string | undefined => {
  const id = idOf(asking)
  const ids = [...(asking.hint ? [`${id}-hint`] : []), ...(asking.error ? [`${id}-error`] : []), ...more]
  return ids.length > 0 ? ids.join(' ') : undefined
}

export const Hint = ({ asking }: { readonly asking: Asking }) => (
  <>
    {asking.hint ? (
      <div id={`${idOf(asking)}-hint`} class="govuk-hint">
        {asking.hint}
      </div>
    ) : null}
    {asking.error ? (
      <p id={`${idOf(asking)}-error`} class="govuk-error-message">
        {asking.error}
      </p>
    ) : null}
  </>
)

export const Group = ({ error, children }: { readonly error?: string | undefined; readonly children?: Child }) => (
  <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>{children}</div>
)

interface LabelProps {
  readonly target: string
  readonly label: Child
  readonly labelAs?: LabelAs | undefined
}

/** The label of a single control. */
export const Label = ({ target, label, labelAs }: LabelProps) => {
  const text = (
    <label class="govuk-label" for={target}>
      {label}
    </label>
  )
  if (labelAs === undefined) return text
  return labelAs === 'h1' ? <h1 class="govuk-label-wrapper">{text}</h1> : <h2 class="govuk-label-wrapper">{text}</h2>
}

/** The question above several controls. */
export const Legend = ({ legend, legendAs }: { readonly legend: Child; readonly legendAs?: LabelAs | undefined }) => {
  if (legendAs === undefined) return <legend class="govuk-fieldset__legend">{legend}</legend>
  const size = legendAs === 'h1' ? 'l' : 'm'
  return (
    <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${size}`}>
      {legendAs === 'h1' ? (
        <h1 class="govuk-fieldset__heading">{legend}</h1>
      ) : (
        <h2 class="govuk-fieldset__heading">{legend}</h2>
      )}
    </legend>
  )
}
