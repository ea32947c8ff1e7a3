export interface StepsProps {
  /** In words: "Bước 2 trên 5: Về hệ thống". */
  readonly text: string
}

/** Where the reader is in a longer form, above the heading. Words, no row of dots. */
export const Steps = ({ text }: StepsProps) => <p class="caption">{text}</p>
