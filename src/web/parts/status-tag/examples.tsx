import type { Lang } from '../../../base/text.ts'
import { type Example, say } from '../example.ts'
import { StatusTag, type StatusTone } from './part.tsx'

const word = (lang: Lang): Record<StatusTone, string> => ({
  quiet: say(lang, 'Bản nháp', 'Draft'),
  active: say(lang, 'Đang xem xét', 'Under review'),
  done: say(lang, 'Đang hoạt động', 'In operation'),
  problem: say(lang, 'Cần bổ sung', 'Incomplete'),
  suspended: say(lang, 'Tạm đình chỉ', 'Suspended'),
  recalled: say(lang, 'Đã thu hồi', 'Recalled'),
})
const TONES: readonly StatusTone[] = ['quiet', 'active', 'done', 'problem', 'suspended', 'recalled']

export const examples: readonly Example[] = [
  {
    name: 'every tone',
    show: (lang) => (
      <ul class="plain">
        {TONES.map((tone) => (
          <li>
            <StatusTag tone={tone}>{word(lang)[tone]}</StatusTag>
          </li>
        ))}
      </ul>
    ),
  },
]
