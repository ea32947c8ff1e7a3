import { caseApis } from '../../casework/api.ts'
import { orderOffice } from './actions.ts'

/** The own files of an addressee stand beside the list everybody may read. */
export const apis = caseApis(orderOffice, { own: 'own' })
