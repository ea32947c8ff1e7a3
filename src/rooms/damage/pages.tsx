import type { Route } from '../../web/route.ts'
import { guidePages } from './pages-guide.tsx'

export const pages: readonly Route[] = [...guidePages]
