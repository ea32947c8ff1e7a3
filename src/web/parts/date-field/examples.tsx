import type { Lang } from '../../../base/text.ts'
import { type Example, say } from '../example.ts'
import { DateField } from './part.tsx'

const labels = (lang: Lang) => ({
  day: say(lang, 'Ngày', 'Day'),
  month: say(lang, 'Tháng', 'Month'),
  year: say(lang, 'Năm', 'Year'),
})

export const examples: readonly Example[] = [
  {
    name: 'filled',
    show: (lang) => (
      <DateField
        name="used-since"
        legend={say(lang, 'Hệ thống được dùng từ khi nào?', 'Since when is the system in use?')}
        hint={say(lang, 'Ví dụ: 27 3 2026', 'For example, 27 3 2026')}
        labels={labels(lang)}
        values={{ day: '1', month: '3', year: '2026' }}
      />
    ),
  },
  {
    name: 'with an error',
    show: (lang) => (
      <DateField
        name="opened"
        legend={say(lang, 'Ngày mở cửa', 'Opening date')}
        labels={labels(lang)}
        values={{ day: '31', month: '2', year: '2026' }}
        wrong={['day', 'month']}
        error={say(lang, 'Ngày mở cửa phải là ngày có thật', 'The opening date must be real')}
      />
    ),
  },
]
