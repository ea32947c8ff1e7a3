import type { Child } from 'hono/jsx'
import type { Lang } from '../../../base/text.ts'

/** Words of the background saving, written into a live region. */
export interface Autosave {
  readonly action: string
  readonly saving: string
  readonly saved: string
  readonly failed: string
}

/** Words of the sending of several files one by one. `{name}`, `{percent}` and `{reason}` are filled in by the script. */
export interface UploadWords {
  readonly sending: string
  readonly sent: string
  readonly failed: string
  /** The reason when the server gave none. */
  readonly lost: string
  readonly retry: string
  readonly drop: string
}

export const UPLOAD_WORDS: Readonly<Record<Lang, UploadWords>> = {
  vi: {
    sending: 'Đang gửi {name}: {percent} %',
    sent: 'Đã gửi {name}',
    failed: 'Không gửi được {name}: {reason}',
    lost: 'tệp chưa đến nơi vì đường truyền gián đoạn hoặc tệp quá lớn.',
    retry: 'Gửi lại',
    drop: 'Bỏ',
  },
  en: {
    sending: 'Sending {name}: {percent}%',
    sent: '{name} has been sent',
    failed: '{name} could not be sent: {reason}',
    lost: 'it did not arrive. The connection was interrupted, or the file is too large.',
    retry: 'Send again',
    drop: 'Leave out',
  },
}

export interface FormShellProps {
  readonly action: string
  /** Makes a form sent twice be acted on once. */
  readonly once?: string | undefined
  /** The state the reader saw: a stale page is refused, not obeyed. */
  readonly seq?: number | string | undefined
  readonly id?: string | undefined
  /** Files travel as multipart; with words, each of several files on its own where a script runs. */
  readonly upload?: boolean | UploadWords | undefined
  readonly autosave?: Autosave | undefined
  /** Ask before leaving with unsent changes. */
  readonly unsaved?: boolean | undefined
  readonly children?: Child
}

const asData = (words: UploadWords) => ({
  'data-upload': '',
  ...Object.fromEntries(Object.entries(words).map(([name, text]) => [`data-${name}`, text])),
})

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
    {...(typeof upload === 'object' ? asData(upload) : {})}
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
