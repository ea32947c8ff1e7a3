import type { Lang } from '../../../base/text.ts'
import { type Example, say } from '../example.ts'
import { type LevelName, LevelTag } from './part.tsx'

const word = (lang: Lang): Record<LevelName, string> => ({
  high: say(lang, 'Rủi ro cao', 'High risk'),
  medium: say(lang, 'Rủi ro trung bình', 'Medium risk'),
  low: say(lang, 'Rủi ro thấp', 'Low risk'),
  outside: say(lang, 'Ngoài phạm vi', 'Outside the scope'),
})
const LEVELS: readonly LevelName[] = ['high', 'medium', 'low', 'outside']

export const examples: readonly Example[] = [
  {
    name: 'every level',
    show: (lang) => (
      <ul class="plain">
        {LEVELS.map((level) => (
          <li>
            <LevelTag level={level} word={word(lang)[level]} />
          </li>
        ))}
      </ul>
    ),
  },
]
