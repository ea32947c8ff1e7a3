import { type Example, say } from '../example.ts'
import { Cite } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'after a sentence',
    show: (lang) => (
      <p>
        {say(lang, 'Thông báo được ghi nhận ngay khi gửi.', 'The notice is recorded as soon as it is sent.')}{' '}
        <Cite text={say(lang, 'Điều 10 khoản 2', 'Article 10(2)')} href="#law" />
      </p>
    ),
  },
]
