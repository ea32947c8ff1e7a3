import { z } from 'zod'
import type { Sort } from '../../base/outcome.ts'
import { HashesOf } from './item-schema.ts'

/** What is asked of the register about a mark: numbers that stand in it, and nothing else of the file. */
export const StateQuery = z.strictObject({
  aiId: z.string().max(40).optional(),
  contentId: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .optional()
    .meta({ description: 'Twelve hexadecimal digits' }),
  certificate: z
    .string()
    .regex(/^[0-9a-f]{1,64}$/)
    .optional()
    .meta({ description: 'Number of the signing certificate, in hexadecimal' }),
  at: z.iso.datetime().optional().meta({ description: 'When it signed; now, when the moment is not known' }),
})
export type StateQuery = z.infer<typeof StateQuery>

/** What the register says of the numbers in a mark, at a moment. */
export const MarkState = z
  .strictObject({
    asOf: z.string(),
    id: z.enum(['known', 'unknown']),
    aiId: z.string().exactOptional(),
    system: z.enum(['declared', 'in-use', 'suspended', 'recalled', 'retired', 'withdrawn']).exactOptional(),
    item: z.enum(['same', 'differs', 'none']).exactOptional(),
    certificate: z.enum(['good', 'revoked']).exactOptional(),
    registered: z
      .strictObject({ sha256: z.string(), hashes: HashesOf.nullable() })
      .exactOptional()
      .meta({ description: 'The item registered under this content id, to be compared where the content is' }),
  })
  .readonly()
  .meta({ id: 'MarkState' })
export type MarkState = z.infer<typeof MarkState>

/** A file that was sent, told apart by name for whoever sends several. */
export const CheckQuery = z.strictObject({
  name: z.string().max(200).default('file').meta({ description: 'Name of the file, repeated in the report' }),
})

/** The report of one file. Its members are described in docs/marks.md; codes are stable. */
export const MarkReport = z
  .strictObject({
    format: z.literal('saola-mark-report/1'),
    file: z.strictObject({ name: z.string(), size: z.number(), sha256: z.string() }),
    at: z.string(),
    kind: z.string(),
    answers: z.record(
      z.enum(['found', 'intact', 'signer', 'register']),
      z.strictObject({ code: z.string(), title: z.unknown(), means: z.unknown(), not: z.unknown() }),
    ),
    about: z.unknown(),
    registration: z.unknown(),
    watermark: z.unknown(),
    soughtWatermark: z.unknown(),
    register: MarkState.nullable(),
    disagreements: z.array(z.unknown()),
    engines: z.array(z.strictObject({ name: z.string(), version: z.string() })),
    limits: z.array(z.string()),
    stopped: z.enum(['time', 'crash']).nullable(),
    readings: z.array(z.unknown()),
    traces: z.array(z.unknown()),
    rules: z.array(z.unknown()),
    fields: z.array(z.unknown()),
    fieldsLeftOut: z.number(),
  })
  .meta({ id: 'MarkReport' })

/** Every way the check of marks can say no, and what sort of no it is. */
export const REFUSALS = {
  'mark.busy': 'overmuch',
  'mark.no-file': 'unfit',
} as const satisfies Record<string, Sort>
export type Code = keyof typeof REFUSALS
