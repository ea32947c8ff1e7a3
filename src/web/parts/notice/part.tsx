import type { Child } from 'hono/jsx'

export interface NoticeProps {
  readonly tone?: 'info' | 'success' | 'important'
  readonly title?: string | undefined
  readonly children?: Child
}

const TONE = { info: '', success: ' notice--success', important: ' notice--important' } as const

/** Something the reader should know on this page. At most one a page; never for errors. */
export const Notice = ({ tone = 'info', title, children }: NoticeProps) => (
  <div class={`notice${TONE[tone]}`} role={tone === 'success' ? 'status' : undefined}>
    {title ? <h2>{title}</h2> : null}
    {children}
  </div>
)
