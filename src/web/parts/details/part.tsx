import type { Child } from 'hono/jsx'

export interface DetailsProps {
  readonly summary: string
  readonly open?: boolean | undefined
  readonly children?: Child
}

/** For what a few readers need and the rest may pass by. */
export const Details = ({ summary, open, children }: DetailsProps) => (
  <details class="details" open={open}>
    <summary>{summary}</summary>
    <div class="details__text">{children}</div>
  </details>
)
