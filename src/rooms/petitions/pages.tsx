import type { Route } from '../../web/route.ts'
import { aimPages } from './pages-aims.tsx'
import { deskPages, filePages } from './pages-desk.tsx'
import { keyPages } from './pages-keys.tsx'
import { senderPages } from './pages-send.tsx'
import { startPages } from './pages-start.tsx'

export const pages: readonly Route[] = [
  ...startPages,
  ...senderPages,
  ...deskPages,
  ...keyPages,
  ...aimPages,
  ...filePages,
]
