import type { Json } from '../base/canonical.ts'
import { ABOUT_WORDS, FOUND_WORDS, INTACT_WORDS, REGISTER_WORDS, SIGNER_WORDS, type Answer } from './verdict-words.ts'
import type { Looked } from './look.ts'
import type { RegisterState } from './signed.ts'
import type { Verdict } from './verdict.ts'

/** The file that was looked at, as whoever looked knows it. */
export interface FileSeen {
  readonly name: string
  readonly size: number
  readonly sha256: string
}

/** One file, what was seen in it, and what the register said. */
export interface Report {
  readonly file: FileSeen
  /** The manifest that was given beside it. */
  readonly sidecar?: FileSeen
  /** When it was looked at, in UTC. */
  readonly at: string
  readonly looked: Looked
  /** What the register answered, where it was asked and has answered. */
  readonly register?: RegisterState
}

/** The four answers in their order, each with its words. */
export const answersOf = (verdict: Verdict): Readonly<Record<'found' | 'intact' | 'signer' | 'register', Answer>> => ({
  found: FOUND_WORDS[verdict.found],
  intact: INTACT_WORDS[verdict.intact],
  signer: SIGNER_WORDS[verdict.signer],
  register: REGISTER_WORDS[verdict.register],
})

/** The report as people keep it and programs read it. Codes are stable; the words say the same in both languages. */
export function asJson({ file, sidecar, at, looked, register }: Report): Json {
  const { verdict, signed, findings, fields, more, sought, stopped } = looked
  const answers = Object.entries(answersOf(verdict)).map(([question, { title, means, not }]) => [
    question,
    { code: verdict[question as 'found'], title, means, not },
  ])
  const whole = {
    format: 'saola-mark-report/1',
    file,
    sidecar: sidecar ?? null,
    at,
    kind: verdict.kind,
    answers: Object.fromEntries(answers) as Record<string, unknown>,
    about: { code: verdict.about, title: ABOUT_WORDS[verdict.about] },
    registration: verdict.registration ?? null,
    watermark: verdict.watermark ?? null,
    register: register ?? null,
    soughtWatermark: sought ?? null,
    disagreements: verdict.disagreements,
    engines: [verdict.judge, ...verdict.engines],
    limits: verdict.limits,
    stopped: stopped ?? null,
    readings: signed,
    traces: verdict.traces,
    rules: findings.map(({ pack, rule, place, value }) => ({
      ...{ pack, id: rule.id, level: rule.level, cite: rule.cite ?? null, title: rule.title },
      ...{ place: place ?? null, value: value ?? null },
    })),
    fields,
    fieldsLeftOut: more,
  }
  // Members that are absent stay absent, as in everything else that is written as JSON.
  return JSON.parse(JSON.stringify(whole)) as Json
}
