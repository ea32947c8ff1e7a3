import { type Example, say } from '../example.ts'
import { SkipLink } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'to the content',
    show: (lang) => <SkipLink text={say(lang, 'Đến nội dung', 'Skip to content')} href="#main" />,
  },
]
