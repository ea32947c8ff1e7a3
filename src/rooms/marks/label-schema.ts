import { z } from 'zod'
import { isDay } from '../../base/day.ts'
import type { Sort } from '../../base/outcome.ts'
import { LABEL_QUESTIONS, NOT_YET } from '../../law/labels.ts'

/** Forms of label art: a corner of a picture, a bar across it, cards for video wide and tall, a line in the credits. */
export const SHAPES = ['corner', 'bar', 'start-wide', 'start-tall', 'credits'] as const
export type Shape = (typeof SHAPES)[number]

/** What a label says was done (Decree 142 art. 18.1, 18.2). */
export const LABEL_KINDS = ['made', 'edited', 'person', 'event'] as const
export type LabelKind = (typeof LABEL_KINDS)[number]

export const TONGUES = ['vi', 'en', 'both'] as const
export type Tongue = (typeof TONGUES)[number]
export const LENGTHS = ['short', 'long'] as const
export type Length = (typeof LENGTHS)[number]

/** Light on dark, dark on light; bare letters have no ground, so what lies under them decides whether they are read. */
export const LOOKS = ['dark', 'light', 'bare-light', 'bare-dark'] as const
export type Look = (typeof LOOKS)[number]
export const isBare = (look: Look): boolean => look.startsWith('bare')

/** Letters as outlines, the same on every machine; or as text, which can be edited and needs a font. */
export const LETTERS = ['drawn', 'typed'] as const

const pixels = z.coerce.number().int().min(64).max(16_384)

/** What one may ask of a label. All strict: a slip in a name must not make a label that says something else. */
export const LabelQuery = z.strictObject({
  says: z
    .enum(LABEL_KINDS)
    .default('made')
    .meta({ description: 'What was done: made, edited, a person or an event simulated' }),
  lang: z.enum(TONGUES).default('vi'),
  length: z.enum(LENGTHS).default('short'),
  look: z.enum(LOOKS).default('dark'),
  aiId: z.string().max(40).optional().meta({ description: 'AI-ID of a system in the public register' }),
  qr: z.enum(['yes', 'no']).default('no').meta({ description: 'A code that leads to the register entry; needs aiId' }),
  width: pixels.optional().meta({ description: 'Of the picture or video, in pixels; together with height' }),
  height: pixels.optional(),
  size: z.coerce
    .number()
    .min(1)
    .max(4096)
    .optional()
    .meta({ description: 'Of a letter, in pixels; at least 5 % of the shortest side, which is the default' }),
  letters: z.enum(LETTERS).default('drawn').meta({ description: 'Outlines, or text that needs a font' }),
})
export type LabelQuery = z.infer<typeof LabelQuery>

export const LabelPath = z.object({
  shape: z
    .string()
    .regex(new RegExp(`^(${SHAPES.join('|')})(\\.svg)?$`))
    .transform((name) => name.replace(/\.svg$/, '') as Shape)
    .meta({ description: SHAPES.join(', '), example: SHAPES[0] }),
})

/** The whole drawing. */
export const LabelSvg = z.string().meta({ description: 'SVG 1.1' })

export const MEDIA = ['video', 'audio', 'text', 'interface'] as const
export type Medium = (typeof MEDIA)[number]

const Both = z.object({ vi: z.string(), en: z.string() })

/** Ready wording as it goes out. */
export const WordingView = z.strictObject({
  prescribed: z.literal(false).meta({ description: 'No act prescribes wording (Decree 142/2026/NĐ-CP, art. 18.5)' }),
  note: Both,
  cite: z.string(),
  labels: z
    .array(z.strictObject({ says: z.enum(LABEL_KINDS), length: z.enum(LENGTHS), text: Both, cite: z.string() }))
    .readonly(),
  items: z
    .array(
      z.strictObject({
        id: z.string(),
        medium: z.enum(MEDIA),
        use: Both,
        text: Both,
        cite: z.string(),
        spokenSeconds: z
          .object({ vi: z.number(), en: z.number() })
          .optional()
          .meta({ description: 'How long it takes to say at a calm pace' }),
        shownSeconds: z.number().optional().meta({ description: 'How long to show it, at least; advice' }),
      }),
    )
    .readonly(),
})
export type WordingView = z.infer<typeof WordingView>

/**
 * Answers of the guide as a program sends them: exactly the questions there are, each with its choices. `open` is the
 * same as leaving a question out.
 */
export const GuideInput = z.strictObject({
  answers: z.strictObject(
    Object.fromEntries(
      LABEL_QUESTIONS.map(({ fact, options }) => [fact, z.enum([...options.map((o) => o.value), NOT_YET]).optional()]),
    ),
  ),
  on: z
    .string()
    .refine(isDay, {
      params: { code: 'form.day', text: { vi: 'Ngày phải có dạng 2026-03-01.', en: 'A day is written 2026-03-01.' } },
    })
    .optional()
    .meta({ description: 'As of which day; today when left out' }),
})

const Cited = z.object({ id: z.string(), text: Both, cite: z.string() })
const Strings = z.array(z.string()).readonly()

/** What is owed, as it goes out. */
export const GuideView = z.object({
  on: z.string(),
  owed: z
    .array(
      z.object({
        id: z.string(),
        holds: z.enum(['yes', 'if']).meta({ description: 'if: it hangs on the questions in because' }),
        name: Both,
        by: Both,
        todo: Both,
        cite: z.string(),
        also: Strings,
        from: z.string(),
        confidence: z.string(),
        because: Strings,
      }),
    )
    .readonly(),
  exceptions: z
    .array(Cited)
    .readonly()
    .meta({ description: 'Why no label is owed (art. 18.4); says nothing of the notice' }),
  ways: z.array(Cited.extend({ of: z.enum(['notice-label', 'mark']) })).readonly(),
  remarks: z.array(Cited.extend({ also: Strings, confidence: z.string() })).readonly(),
  open: Strings.meta({ description: 'Questions still open that could change what is owed, or how' }),
  until: z
    .object({ day: z.string(), cite: z.string(), confidence: z.string() })
    .optional()
    .meta({ description: 'Last day of the transition period of an older system (Law art. 35.1)' }),
  next: z
    .object({
      fact: z.string(),
      ask: Both,
      help: Both.optional(),
      cite: z.string(),
      options: z.array(z.object({ value: z.string(), label: Both, help: Both.optional() })).readonly(),
    })
    .nullable(),
})
export type GuideView = z.infer<typeof GuideView>

export const LABEL_REFUSALS = {
  'label.qr-without-id': 'unfit',
  'label.unknown-ai-id': 'unfit',
  'label.half-size': 'unfit',
  'label.too-small': 'unfit',
  'label.too-large': 'unfit',
} as const satisfies Record<string, Sort>
export type LabelCode = keyof typeof LABEL_REFUSALS
