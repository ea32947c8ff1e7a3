import type { Route } from '../../web/route.ts'
import { noticePages } from './pages-notice.tsx'
import { reclassifyPages } from './pages-reclassify.tsx'
import { resultPages } from './pages-result.tsx'
import { sendPages } from './pages-send.tsx'
import { systemPages } from './pages-system.tsx'

export const pages: readonly Route[] = [
  ...systemPages,
  ...resultPages,
  ...sendPages,
  ...reclassifyPages,
  ...noticePages,
]
