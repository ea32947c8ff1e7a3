export interface BackProps {
  readonly text: string
  readonly href: string
}

/** Always works: a link to where the reader came from, not a script. */
export const Back = ({ text, href }: BackProps) => (
  <a class="back" href={href}>
    {text}
  </a>
)
