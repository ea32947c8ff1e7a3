import type { Child } from 'hono/jsx'

export interface Change {
  readonly key: string
  readonly label: string
  /** Absent: there was nothing. */
  readonly was?: Child
  /** Absent: it was taken out. */
  readonly now?: Child
}

export interface DiffProps {
  readonly changes: readonly Change[]
  /** "Trước" and "Nay": the words that carry what colour and strokes only repeat. */
  readonly words: { readonly was: string; readonly now: string; readonly nothing: string }
}

/** What changed, readable aloud: before, then now. */
export const Diff = ({ changes, words }: DiffProps) => (
  <dl class="diff">
    {changes.map((change) => (
      <div data-key={change.key}>
        <dt>{change.label}</dt>
        <dd>
          <span class="diff__word">{words.was}:</span>{' '}
          {change.was === undefined ? <span class="soft">{words.nothing}</span> : <del>{change.was}</del>}
        </dd>
        <dd>
          <span class="diff__word">{words.now}:</span>{' '}
          {change.now === undefined ? <span class="soft">{words.nothing}</span> : <ins>{change.now}</ins>}
        </dd>
      </div>
    ))}
  </dl>
)
