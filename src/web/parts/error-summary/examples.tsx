import { type Example, say } from '../example.ts'
import { ErrorSummary } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'two problems',
    show: (lang) => (
      <ErrorSummary
        title={say(lang, 'Có nội dung cần sửa', 'There is a problem')}
        items={[
          { href: '#lender', text: say(lang, 'Nhập tên tổ chức của bạn', 'Enter the name of your organisation') },
          { href: '#opened-day', text: say(lang, 'Ngày mở cửa phải là ngày có thật', 'The opening date must be real') },
        ]}
      />
    ),
  },
]
