export interface SkipLinkProps {
  readonly text: string
  readonly href: string
}

/** The first stop of the Tab key: past the header, to what the page is about. */
export const SkipLink = ({ text, href }: SkipLinkProps) => (
  <a class="skip" href={href}>
    {text}
  </a>
)
