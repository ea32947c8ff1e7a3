import type { Route } from '../web/route.ts'
import type { Office } from './actions.ts'
import { casesPages } from './pages-cases.tsx'
import { deskPages } from './pages-desk.tsx'
import { feedPages } from './pages-feed.tsx'

/** What stands across all procedures: the files of an organisation, the desk of a unit, and their calendars. */
export const listPages = (offices: readonly Office[]): readonly Route[] => [
  ...casesPages(offices),
  ...deskPages(offices),
  ...feedPages(offices),
]
