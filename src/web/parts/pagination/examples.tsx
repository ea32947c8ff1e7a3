import { type Example, say } from '../example.ts'
import { Pagination } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'both ways',
    show: (lang) => (
      <Pagination
        label={say(lang, 'Các trang kết quả', 'Pages of results')}
        previous={{ text: say(lang, 'Trang trước', 'Previous page'), href: '?before=a' }}
        next={{ text: say(lang, 'Trang sau', 'Next page'), href: '?after=b' }}
      />
    ),
  },
]
