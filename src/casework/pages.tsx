import type { Text } from '../base/text.ts'
import type { Route } from '../web/route.ts'
import type { Office } from './actions.ts'
import { filePages } from './pages-file.tsx'
import { formPages } from './pages-form.tsx'
import type { More } from './shown.tsx'

/** Every page of a procedure. `says`: the words of the room's own refusals, for its forms. */
export const casePages = (
  office: Office,
  more: More & { readonly says?: Readonly<Record<string, Text>> } = {},
): Route[] => [...formPages(office, more), ...filePages(office, more)]
