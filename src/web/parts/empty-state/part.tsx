import type { Child } from 'hono/jsx'

export interface EmptyStateProps {
  readonly title: string
  /** What to do now: widen the search, start the first one. */
  readonly children?: Child
}

/** Nothing here yet, or nothing found: says why and what helps. */
export const EmptyState = ({ title, children }: EmptyStateProps) => (
  <div class="empty">
    <h2>{title}</h2>
    {children}
  </div>
)
