import type { Child } from 'hono/jsx'

/** `suspended` and `recalled` are loud; nothing else on any page is. */
export type StatusTone = 'quiet' | 'active' | 'done' | 'problem' | 'suspended' | 'recalled'

export interface StatusTagProps {
  readonly tone: StatusTone
  readonly children?: Child
}

/** Where a thing stands, in a word. */
export const StatusTag = ({ tone, children }: StatusTagProps) => (
  <strong class={`tag${tone === 'quiet' ? '' : ` tag--${tone}`}`}>{children}</strong>
)
