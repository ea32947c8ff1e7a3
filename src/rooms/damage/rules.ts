import type { Text } from '../../base/text.ts'
import { DAMAGE, type DamageSaid } from '../../law/damage.ts'
import type { DamageQuestion } from '../../law/damage-rule.ts'
import { isDamageAnswer, type LiabilityFinding } from '../../law/liable.ts'

export type Asking = Readonly<Record<string, string | readonly string[]>>

/** The answers an address holds. What nobody asks, or no question offers, is left out. */
export const saidIn = (query: Asking): DamageSaid =>
  Object.fromEntries(
    DAMAGE.questions.flatMap((question) => {
      const chosen = [query[question.id] ?? []].flat()
      return isDamageAnswer(question, chosen) ? [[question.id, chosen] as const] : []
    }),
  )

/** The same as the query of an address, `?role=injured&when=since`, or nothing. */
export function addressOf(said: DamageSaid): string {
  const params = new URLSearchParams(
    Object.entries(said).flatMap(([id, chosen]) => chosen.map((value): [string, string] => [id, value])),
  )
  return params.size === 0 ? '' : `?${params}`
}

export const questionById = (id: string): DamageQuestion | undefined => DAMAGE.questions.find((q) => q.id === id)

/** The words of the choices made. */
export const labelsOf = ({ options }: DamageQuestion, chosen: readonly string[]): readonly Text[] =>
  options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label)

/** Findings of one branch are told in one sentence: several who broke rules, or are jointly liable. */
export function grouped(findings: readonly LiabilityFinding[]): readonly (readonly LiabilityFinding[])[] {
  const groups = new Map<string, LiabilityFinding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.branch)
    if (group === undefined) groups.set(finding.branch, [finding])
    else group.push(finding)
  }
  return [...groups.values()]
}

/** The questions on which open findings hang, each once, in their order. */
export const openQuestions = (findings: readonly LiabilityFinding[]): readonly DamageQuestion[] =>
  DAMAGE.questions.filter(({ id, options }) =>
    findings.some(({ hangsOn }) => hangsOn.some((fact) => fact === id || options.some(({ value }) => value === fact))),
  )
