import { day } from '../../base/day.ts'
import type { Text } from '../../base/text.ts'
import type { Condition, Entry, TransportGroup } from './entry.ts'

type Question = Text & Pick<Condition, 'help' | 'presumed'>

const condition =
  (speaksFor: boolean) =>
  (fact: Condition['fact'], { vi, en, ...rest }: Question): Condition => ({
    fact,
    ask: { vi, en },
    ...rest,
    speaksFor,
  })

/** Asked straight: "yes" fulfils the condition, or brings the exclusion about. */
export const yes = condition(true)
/** Asked for the person's check: "no" fulfils the printed "executed without it". */
export const no = condition(false)

/** Aviation entries have most of their columns in common; a row says only what is its own. */
export const row = (
  code: string,
  group: TransportGroup,
  own: Pick<Entry, 'name' | 'kind' | 'conditions'> & Partial<Pick<Entry, 'limits' | 'exclusions' | 'route' | 'note'>>,
): Entry => ({
  code,
  cite: `Q.${code}`,
  sector: 'transport',
  group,
  limits: [],
  join: 'all',
  exclusions: [],
  route: 'unknown',
  from: day('2026-08-15'),
  confidence: 'A-ocr',
  ...own,
})

/** For words the Decision uses without saying where they begin. */
export const undefinedTerm = (vi: string, en: string): Text => ({
  vi: `Quyết định không định nghĩa và không nêu con số nào cho “${vi}”; bên trả lời tự xác định và nêu rõ lý do.`,
  en: `The Decision gives no definition and no figure for “${en}”; the answer is your own, with reasons.`,
})

export const EITHER_PERSON: Text = {
  vi: 'Chỉ cần một trong hai bên xác nhận thì trả lời “có”.',
  en: 'Answer yes if either of the two confirms.',
}

export const STATED_EFFECT: Text = {
  vi: 'Quyết định nêu sẵn tác động này nên coi là có; nếu trả lời “không”, cần nêu lý do và đề nghị hướng dẫn.',
  en: 'The Decision states this effect, so it is taken to be there; a “no” needs reasons and a request for guidance.',
}

export const NO_HUMAN_CHECK: Text = {
  vi: 'Mục này không nêu điều kiện về sự kiểm tra, xác nhận của con người nên không có câu hỏi về việc đó.',
  en: 'This entry prints no condition about a human check, so none is asked.',
}
