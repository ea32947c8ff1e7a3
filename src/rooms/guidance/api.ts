import { caseApis } from '../../casework/api.ts'
import { guidanceOffice } from './actions.ts'

/** Programs ask for guidance, and read how their request stands. */
export const apis = caseApis(guidanceOffice)
