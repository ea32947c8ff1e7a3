import { type Example, say } from '../example.ts'
import { Tag } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'a kind',
    show: (lang) => (
      <p>
        <Tag>{say(lang, 'Dữ liệu mở', 'Open data')}</Tag>
      </p>
    ),
  },
]
