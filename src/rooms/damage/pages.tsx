import type { Route } from '../../web/route.ts'
import { claimPages } from './pages-claims.tsx'
import { guidePages } from './pages-guide.tsx'

export const pages: readonly Route[] = [...guidePages, ...claimPages]
