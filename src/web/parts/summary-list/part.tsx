import type { Child } from 'hono/jsx'

export interface SummaryRow {
  readonly key: Child
  readonly value: Child
  /** `about` names the row for those who hear links out of their place: "Sửa" + "tên tổ chức". */
  readonly action?: { readonly text: string; readonly href: string; readonly about: string } | undefined
}

/** Check your answers; and the face of every record. */
export const SummaryList = ({ rows }: { readonly rows: readonly SummaryRow[] }) => {
  const acting = rows.some((row) => row.action !== undefined)
  return (
    <dl class="govuk-summary-list">
      {rows.map((row) => (
        <div class={`govuk-summary-list__row${acting && !row.action ? ' govuk-summary-list__row--no-actions' : ''}`}>
          <dt class="govuk-summary-list__key">{row.key}</dt>
          <dd class="govuk-summary-list__value">{row.value}</dd>
          {row.action ? (
            <dd class="govuk-summary-list__actions">
              <a href={row.action.href}>
                {row.action.text}
                <span class="govuk-visually-hidden"> {row.action.about}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
