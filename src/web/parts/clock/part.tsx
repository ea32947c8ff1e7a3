import type { Child } from 'hono/jsx'
import type { Lang, Text } from '../../../base/text.ts'
import { Details } from '../details/part.tsx'

/** `calm`: there is time. `soon`: act now. `over`: too late, and loud. `met`: done in time. */
export type ClockTone = 'calm' | 'soon' | 'over' | 'met'

export interface ClockProps {
  /** What must be done: "Trả lời kiến nghị". */
  readonly name: string
  /** In words that need no colour: "còn 3 ngày làm việc (đến hết thứ Sáu 11/09/2026)". */
  readonly remaining: string
  readonly tone: ClockTone
  /** How the time was counted, pauses and holidays included. */
  readonly detail?: Child
  /** The article that sets the time, as a `Cite`. */
  readonly cite?: Child
  readonly lang: Lang
}

const HOW: Text = { vi: 'Thời hạn này được tính thế nào', en: 'How this time limit is counted' }

/** One clock of a file. The words say how it stands; only a clock that has run out is loud. */
export const ClockShown = ({ name, remaining, tone, detail, cite, lang }: ClockProps) => (
  <div class={`clock clock--${tone}`}>
    <p class="clock__name">
      {name} {cite}
    </p>
    <p class="clock__remaining">{remaining}</p>
    {detail ? <Details summary={HOW[lang]}>{detail}</Details> : null}
  </div>
)
