import { type Example, say } from '../example.ts'
import { EmptyState } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'nothing found',
    show: (lang) => (
      <EmptyState title={say(lang, 'Không tìm thấy hệ thống nào', 'No system found')}>
        <p>
          {say(
            lang,
            'Thử bỏ bớt điều kiện lọc, hoặc tìm theo tên tổ chức.',
            'Try fewer filters, or search by the name of the organisation.',
          )}
        </p>
        <p>
          <a href="?">{say(lang, 'Xóa mọi điều kiện lọc', 'Clear all filters')}</a>
        </p>
      </EmptyState>
    ),
  },
]
