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
    item: z.enum(['same', 'differs', 'none', 'uncompared']).exactOptional(),
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

const Words = z.strictObject({ vi: z.string(), en: z.string() })
const Engine = z.strictObject({ name: z.string(), version: z.string() })
const Answer = z.strictObject({
  code: z.string(),
  title: Words,
  means: Words,
  not: Words.meta({ description: 'What nobody should read into it' }),
})
const Place = z.strictObject({ carrier: z.string(), key: z.string(), offset: z.number(), length: z.number() })

const FileSeen = z.strictObject({ name: z.string(), size: z.number(), sha256: z.string() })

/** The report of one file. Its members are described in docs/marks.md; codes are stable. */
export const MarkReport = z
  .strictObject({
    format: z.literal('saola-mark-report/1'),
    file: FileSeen,
    sidecar: FileSeen.nullable().meta({ description: 'The manifest that was given beside the file' }),
    at: z.string(),
    kind: z.string(),
    answers: z.strictObject({ found: Answer, intact: Answer, signer: Answer, register: Answer }),
    about: z.strictObject({ code: z.string(), title: Words }),
    registration: z
      .strictObject({
        ...{ statement: z.string(), aiId: z.string().exactOptional(), contentId: z.string().exactOptional() },
        ...{ register: z.string().exactOptional(), provider: z.string().exactOptional() },
        ...{ at: z.string().exactOptional(), signed: z.boolean() },
      })
      .nullable()
      .meta({ description: 'What the mark says of itself; `signed`: under a signature that holds' }),
    watermark: z.looseObject({ contentId: z.string(), z: z.number() }).nullable(),
    soughtWatermark: Engine.nullable(),
    register: MarkState.nullable(),
    disagreements: z.array(
      z.strictObject({
        question: z.string(),
        answers: z.array(z.strictObject({ engine: Engine, answer: z.string() })),
      }),
    ),
    engines: z.array(Engine),
    limits: z.array(z.string()).meta({ description: 'Why less than everything was seen' }),
    stopped: z.enum(['time', 'crash']).nullable().meta({ description: 'Why the engine gave no answer' }),
    readings: z
      .array(z.looseObject({ engine: Engine, manifest: z.string(), codes: z.array(z.string()) }))
      .meta({ description: 'What each engine found, with signer and manifests' }),
    traces: z.array(z.looseObject({ sort: z.string(), place: Place })),
    rules: z.array(
      z.strictObject({
        ...{ pack: z.string(), id: z.string(), level: z.enum(['error', 'warning', 'note']) },
        ...{ cite: z.string().nullable(), title: Words, place: Place.nullable(), value: z.string().nullable() },
      }),
    ),
    fields: z.array(z.strictObject({ carrier: z.string(), key: z.string(), value: z.string(), offset: z.number() })),
    fieldsLeftOut: z.number(),
  })
  .meta({ id: 'MarkReport' })

/** Every way the check of marks can say no, and what sort of no it is. */
export const REFUSALS = {
  'mark.busy': 'overmuch',
  'mark.no-file': 'unfit',
} as const satisfies Record<string, Sort>
export type Code = keyof typeof REFUSALS
