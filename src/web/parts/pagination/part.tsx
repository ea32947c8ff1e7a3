export interface PaginationProps {
  /** What this is, for those who hear it: "Các trang kết quả". */
  readonly label: string
  readonly previous?: { readonly text: string; readonly href: string } | undefined
  readonly next?: { readonly text: string; readonly href: string } | undefined
}

/** Before and after, by cursor: a register that grows has no page 17. Renders nothing where there is nothing more. */
export const Pagination = ({ label, previous, next }: PaginationProps) =>
  previous || next ? (
    <nav class="pages" aria-label={label}>
      {previous ? (
        <a href={previous.href} rel="prev">
          {previous.text}
        </a>
      ) : (
        <span></span>
      )}
      {next ? (
        <a href={next.href} rel="next">
          {next.text}
        </a>
      ) : null}
    </nav>
  ) : null
