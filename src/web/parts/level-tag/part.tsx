/** The levels of the Law, and `outside` for what it does not reach. */
export type LevelName = 'low' | 'medium' | 'high' | 'outside'

export interface LevelTagProps {
  readonly level: LevelName
  readonly word: string
}

/** Circle, diamond, square: three shapes that stay apart in grey. Outside is a bar. */
const SHAPE: Record<LevelName, string> = {
  low: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z',
  medium: 'M8 0l8 8-8 8-8-8Z',
  high: 'M1 1h14v14H1Z',
  outside: 'M0 6h16v4H0Z',
}

/** The level by colour, word and shape, never by colour alone. */
export const LevelTag = ({ level, word }: LevelTagProps) => (
  <strong class={`level level--${level}`}>
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path fill="currentColor" d={SHAPE[level]} />
    </svg>
    {word}
  </strong>
)
