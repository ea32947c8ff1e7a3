import type { Child } from 'hono/jsx'

/** A quiet word beside a thing: its kind, its source. */
export const Tag = ({ children }: { readonly children?: Child }) => <span class="tag">{children}</span>
