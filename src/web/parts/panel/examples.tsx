import { type Example, say } from '../example.ts'
import { Panel } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'recorded',
    show: (lang) => (
      <Panel
        title={say(lang, 'Đã ghi nhận thông báo của bạn', 'Your notice is recorded')}
        label={say(lang, 'Số tiếp nhận', 'Receipt number')}
        number="TB-2026-000042-K"
      />
    ),
  },
]
