import type { Child } from 'hono/jsx'

export interface PanelProps {
  readonly title: string
  /** What the number is: "Số tiếp nhận". */
  readonly label?: string | undefined
  readonly number?: string | undefined
  readonly children?: Child
}

/** It is done, and this is its number. What happens next follows below. */
export const Panel = ({ title, label, number, children }: PanelProps) => (
  <div class="panel">
    <h1>{title}</h1>
    {number ? (
      <p>
        {label}
        <span class="panel__number">{number}</span>
      </p>
    ) : null}
    {children}
  </div>
)
