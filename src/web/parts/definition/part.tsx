import type { Child } from 'hono/jsx'

export interface DefinitionProps {
  readonly term: string
  /** One clause, in the words of a neighbour; a `Cite` may end it. */
  readonly children?: Child
}

/** A statutory term explained in place, at its first appearance on the page. */
export const DefinitionInline = ({ term, children }: DefinitionProps) => (
  <>
    <dfn class="term">{term}</dfn> <span class="soft">({children})</span>
  </>
)
