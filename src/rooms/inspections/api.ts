import { caseApis } from '../../casework/api.ts'
import type { Route } from '../../web/route.ts'
import { checkOffice, inspectionOffice } from './actions.ts'

export const apis: readonly Route[] = [...caseApis(checkOffice), ...caseApis(inspectionOffice)]
