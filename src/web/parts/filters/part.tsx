import type { Child } from 'hono/jsx'

export interface FiltersProps {
  /** "Lọc kết quả": the button on a phone and the heading of the box. */
  readonly title: string
  readonly action: string
  readonly apply: string
  readonly clear: { readonly text: string; readonly href: string }
  readonly fields: Child
  /** Open on a phone too, when a filter is at work. */
  readonly open?: boolean | undefined
  /** The results, to the right from 1024 px. */
  readonly children?: Child
}

/** Filters on the left of what they filter; on a phone behind a button. A GET form: every view has an address. */
export const Filters = ({ title, action, apply, clear, fields, open, children }: FiltersProps) => (
  <div class="filtered">
    <div class="filters">
      <details open={open}>
        <summary>{title}</summary>
        <form method="get" action={action} aria-label={title}>
          {fields}
          <button type="submit" class="govuk-button govuk-button--secondary">
            {apply}
          </button>
          <a href={clear.href}>{clear.text}</a>
        </form>
      </details>
    </div>
    <div>{children}</div>
  </div>
)
