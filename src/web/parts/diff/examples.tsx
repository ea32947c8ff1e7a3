import { type Example, say } from '../example.ts'
import { Diff } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'altered, added',
    show: (lang) => (
      <Diff
        words={{
          was: say(lang, 'Trước', 'Before'),
          now: say(lang, 'Nay', 'Now'),
          nothing: say(lang, 'không có', 'nothing'),
        }}
        changes={[
          {
            key: 'purpose',
            label: say(lang, 'Mục đích', 'Purpose'),
            was: say(lang, 'Gợi ý ô theo thời tiết', 'Suggests umbrellas by the weather'),
            now: say(lang, 'Gợi ý ô và áo mưa theo thời tiết', 'Suggests umbrellas and raincoats by the weather'),
          },
          { key: 'version', label: say(lang, 'Phiên bản', 'Version'), now: '2.1' },
        ]}
      />
    ),
  },
]
