import { z } from 'zod'
import { done } from '../../base/outcome.ts'
import { api, type Route } from '../../web/route.ts'
import { counts, outcomes } from './actions.ts'
import { KINDS, OUTCOMES, STATES } from './schema.ts'

const Told = z
  .strictObject({
    number: z.string(),
    kind: z.enum(KINDS),
    about: z.string().nullable().meta({ description: 'AI-ID of the record it is about' }),
    outcome: z.enum(OUTCOMES),
    summary: z.string(),
    receivedAt: z.string().meta({ description: 'The beginning of the hour in which it came' }),
    changedAt: z.string(),
  })
  .readonly()
  .meta({ id: 'PetitionOutcome', description: 'A closed message and what became of it; never who sent it' })

const Counted = z.strictObject({ kind: z.enum(KINDS), state: z.enum(STATES), n: z.int() }).readonly()

const listed = api({
  name: 'listPetitionOutcomes',
  method: 'get',
  path: '/petitions/outcomes',
  who: 'anyone',
  summary: {
    vi: 'Số phản ánh theo loại và tình trạng, và kết quả của phản ánh đã kết thúc; phản ánh hành vi bị nghiêm cấm chỉ được đếm',
    en: 'Messages by kind and standing, and what became of closed ones; reports of prohibited acts are only counted',
  },
  query: z.strictObject({
    about: z.string().max(40).optional().meta({ description: 'Only those about the record of this AI-ID' }),
  }),
  output: z.strictObject({ counts: z.array(Counted), items: z.array(Told) }),
  handle: async (asked, { query: { about } }) =>
    done({ counts: await counts(asked), items: [...(await outcomes(asked, about))] }),
})

export const apis: readonly Route[] = [listed]
