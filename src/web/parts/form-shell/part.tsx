import type { Child } from 'hono/jsx'

/** Words of the background saving, written into a live region. */
export interface Autosave {
  readonly action: string
  readonly saving: string
  readonly saved: string
  readonly failed: string
}

export interface FormShellProps {
  readonly action: string
  /** Makes a form sent twice be acted on once. */
  readonly once?: string | undefined
  /** The state the reader saw: a stale page is refused, not obeyed. */
  readonly seq?: number | string | undefined
  readonly id?: string | undefined
  /** Files travel as multipart. */
  readonly upload?: boolean | undefined
  readonly autosave?: Autosave | undefined
  /** Ask before leaving with unsent changes. */
  readonly unsaved?: boolean | undefined
  readonly children?: Child
}

/** Every form that changes something. The server checks all answers at once; the browser's own bubbles stay off. */
export const FormShell = ({ action, once, seq, id, upload, autosave, unsaved, children }: FormShellProps) => (
  <form
    method="post"
    action={action}
    id={id}
    novalidate
    enctype={upload ? 'multipart/form-data' : undefined}
    data-autosave={autosave?.action}
    data-unsaved={unsaved ? '' : undefined}
  >
    {once === undefined ? null : <input type="hidden" name="once" value={once} />}
    {seq === undefined ? null : <input type="hidden" name="seq" value={String(seq)} />}
    {children}
    {autosave ? (
      <p
        class="autosave"
        role="status"
        data-saving={autosave.saving}
        data-saved={autosave.saved}
        data-failed={autosave.failed}
      ></p>
    ) : null}
  </form>
)
