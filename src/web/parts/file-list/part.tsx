import type { Child } from 'hono/jsx'
import type { Lang } from '../../../base/text.ts'
import { Details } from '../details/part.tsx'

export interface ListedFile {
  readonly name: string
  readonly href?: string | undefined
  /** As it is read: `showBytes`. */
  readonly size: string
  readonly sha256: string
  /** What the document is, in words: "Biên bản thử nghiệm". */
  readonly type?: Child
  /** When it came, as it is read. */
  readonly added?: Child
  /** A form of its own with one button. */
  readonly remove?: Child
  /** A `StatusTag`: checked, replaced, refused. */
  readonly state?: Child
}

export interface FileWords {
  /** Opens the proof of one file. */
  readonly proof: string
  /** What the long number is good for. */
  readonly proofMeans: string
}

/** The usual words; a page may bring its own. */
export const FILE_WORDS: Readonly<Record<Lang, FileWords>> = {
  vi: {
    proof: 'Bằng chứng tệp không bị thay đổi',
    proofMeans: 'Mã SHA-256 dưới đây tính từ nội dung tệp. Tệp bạn giữ cho ra cùng mã thì đúng là tệp này.',
  },
  en: {
    proof: 'Proof that the file has not changed',
    proofMeans:
      'The SHA-256 value below is computed from the content. A file of yours with the same value is this very file.',
  },
}

export interface FileListProps {
  readonly files: readonly ListedFile[]
  readonly words: FileWords
}

/** The attachments of any file. What one looks for comes first; the proof waits for those who want it. */
export const FileList = ({ files, words }: FileListProps) => (
  <ul class="files">
    {files.map(({ name, href, size, sha256, type, added, remove, state }) => (
      <li>
        <div class="files__what">
          <p class="files__name">
            {href === undefined ? name : <a href={href}>{name}</a>} {state}
          </p>
          <ul class="files__facts">{[type, size, added].map((fact) => (fact ? <li>{fact}</li> : null))}</ul>
          <Details summary={words.proof}>
            <p>{words.proofMeans}</p>
            <p>
              <code>{sha256}</code>
            </p>
          </Details>
        </div>
        {remove ? <div class="files__act">{remove}</div> : null}
      </li>
    ))}
  </ul>
)
