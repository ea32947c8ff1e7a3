import type { Child } from 'hono/jsx'

export interface Happening {
  /** As it is read: "14:05 ngày 11/09/2026". */
  readonly when: Child
  readonly what: Child
  /** Who did it: a name, a unit, "Hệ thống". */
  readonly who: Child
  readonly detail?: Child
  /** Where what happened can be read in full. */
  readonly href?: string | undefined
}

export interface TimelineProps {
  /** Newest first. */
  readonly items: readonly Happening[]
}

/** What happened to a file, by whom and when. The heading above it names the file. */
export const Timeline = ({ items }: TimelineProps) => (
  <ol class="timeline">
    {items.map(({ when, what, who, detail, href }) => (
      <li>
        <p class="timeline__when">{when}</p>
        <p class="timeline__what">{href === undefined ? what : <a href={href}>{what}</a>}</p>
        <p class="timeline__who">{who}</p>
        {detail ? <div class="timeline__detail">{detail}</div> : null}
      </li>
    ))}
  </ol>
)
