import type { Route } from '../../web/route.ts'
import { accountPages } from './pages-account.tsx'
import { proposalPages } from './pages-proposals.tsx'

/** Every page of this room. */
export const pages: readonly Route[] = [...accountPages, ...proposalPages]
