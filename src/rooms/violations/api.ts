import { caseApis } from '../../casework/api.ts'
import { violationOffice } from './actions.ts'

/** The own files of a party stand beside the list everybody may read. */
export const apis = caseApis(violationOffice, { own: 'own' })
