import { z } from 'zod'
import { DAMAGE, type DamageQuestion } from '../../law/damage.ts'

const Both = z.strictObject({ vi: z.string(), en: z.string() })

const answerTo = ({ ask, options, kind }: DamageQuestion) => {
  const one = z.enum(options.map(({ value }) => value))
  return (kind === 'one' ? one : z.array(one).min(1)).optional().meta({ description: ask.en })
}

/** Answers of a program, by question: exactly those the guide asks. */
export const DamageInput = z.strictObject({
  answers: z.strictObject(Object.fromEntries(DAMAGE.questions.map((q) => [q.id, answerTo(q)]))),
})

/** Who compensates whom, as it goes out. */
export const LiabilityAnswer = z
  .strictObject({
    on: z.string(),
    findings: z.array(
      z.strictObject({
        id: z.string(),
        branch: z.string(),
        liable: z.string().meta({ description: 'Who pays; `civil`: general civil law says, `nobody`: an exemption' }),
        to: z.enum(['injured', 'deployer']),
        text: Both,
        cite: z.string(),
        confidence: z.string(),
        holds: z.enum(['yes', 'if']),
        hangsOn: z.array(z.string()).readonly(),
      }),
    ),
    evidence: z.array(
      z.strictObject({ id: z.string(), roles: z.array(z.string()).readonly(), text: Both, cite: z.string() }),
    ),
    next: z.string().nullable().meta({ description: 'The question to answer next; null when all are answered' }),
    note: Both,
  })
  .meta({ id: 'Liability', description: 'Information on Law art. 29 from answers given; no judgement' })
