import { type Day, dayOf } from '../../base/day.ts'
import { done } from '../../base/outcome.ts'
import { nextStep } from '../../law/flow.ts'
import { RULE_SET } from '../../law/ruleset.ts'
import { api, type Route } from '../../web/route.ts'
import { judge } from './actions.ts'
import { AssessmentAnswer, AssessmentInput } from './schema.ts'

const assess = api({
  name: 'assess',
  method: 'post',
  path: '/assessments',
  who: 'anyone',
  stateless: true,
  summary: {
    vi: 'Phân loại một hệ thống từ các câu trả lời; không lưu gì. Trả về kết quả và câu hỏi tiếp theo nếu còn',
    en: 'Classify a system from answers; nothing is stored. Returns the result and the next question, if any',
  },
  body: AssessmentInput,
  output: AssessmentAnswer,
  handle: async ({ now }, { body }) => {
    const on = (body.on ?? dayOf(now())) as Day
    return done({ ...judge(body.facts, on), next: nextStep(RULE_SET, body.facts, on) ?? null })
  },
})

export const apis: readonly Route[] = [assess]
