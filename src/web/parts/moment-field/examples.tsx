import { type Example, say } from '../example.ts'
import { MomentField } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'filled',
    show: (lang) => (
      <MomentField
        name="noticed"
        lang={lang}
        legend={say(lang, 'Bạn biết về sự cố khi nào?', 'When did you learn of the incident?')}
        values={{ day: '1', month: '3', year: '2026', time: '14:05' }}
      />
    ),
  },
  {
    name: 'with an error',
    show: (lang) => (
      <MomentField
        name="stopped"
        lang={lang}
        legend={say(lang, 'Sự cố dừng lại khi nào?', 'When did the incident stop?')}
        hint={say(lang, 'Ước chừng cũng được', 'A good guess will do')}
        values={{ day: '1', month: '3', year: '2026', time: '25:00' }}
        wrong={['time']}
        error={say(lang, 'Giờ phải từ 00:00 đến 23:59', 'The time must be between 00:00 and 23:59')}
      />
    ),
  },
]
