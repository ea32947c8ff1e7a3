import { dayOf } from '../../base/day.ts'
import { done } from '../../base/outcome.ts'
import { DAMAGE, damageFacts } from '../../law/damage.ts'
import { damagePath, liable } from '../../law/liable.ts'
import { api, type Route } from '../../web/route.ts'
import { saidIn } from './rules.ts'
import { DamageInput, LiabilityAnswer } from './schema.ts'
import { NOTE } from './words.ts'

const guide = api({
  name: 'guideOnDamage',
  method: 'post',
  path: '/liability',
  who: 'anyone',
  stateless: true,
  summary: {
    vi: 'Ai bồi thường cho ai theo Điều 29 của Luật, từ các câu trả lời; không lưu gì, không phải kết luận',
    en: 'Who compensates whom under article 29 of the Law, from answers; nothing is stored, and it is no judgement',
  },
  body: DamageInput,
  output: LiabilityAnswer,
  async handle({ now }, { body }) {
    const given = Object.entries(body.answers).flatMap(([id, chosen]) => (chosen === undefined ? [] : [[id, chosen]]))
    const { said, next } = damagePath(DAMAGE, saidIn(Object.fromEntries(given)))
    const { on, findings, evidence } = liable(DAMAGE, damageFacts(DAMAGE, said), dayOf(now()))
    return done({
      ...{ on, findings: [...findings], next: next?.id ?? null, note: NOTE },
      evidence: evidence.map(({ id, roles, text, cite }) => ({ id, roles, text, cite })),
    })
  },
})

export const apis: readonly Route[] = [guide]
