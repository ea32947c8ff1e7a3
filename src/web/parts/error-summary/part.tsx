/** One thing to mend: the words, and the field they lead to (`#` and the field's id). */
export interface Problem {
  readonly href: string
  readonly text: string
}

export interface ErrorSummaryProps {
  readonly title: string
  readonly items: readonly Problem[]
  readonly id?: string | undefined
}

/** All problems at once, first on the page. A script puts the focus here; without it the heading comes first anyway. */
export const ErrorSummary = ({ title, items, id = 'problems' }: ErrorSummaryProps) => (
  <div class="error-summary" id={id} tabindex={-1} role="alert" aria-labelledby={`${id}-title`} data-focus>
    <h2 id={`${id}-title`}>{title}</h2>
    <ul>
      {items.map((item) => (
        <li>
          <a href={item.href}>{item.text}</a>
        </li>
      ))}
    </ul>
  </div>
)
