export interface CiteProps {
  /** The provision, already in words: "Điều 14 khoản 4 Nghị định 142". */
  readonly text: string
  readonly href: string
}

/** The provision a sentence stands on. */
export const Cite = ({ text, href }: CiteProps) => (
  <a class="cite" href={href}>
    {text}
  </a>
)
