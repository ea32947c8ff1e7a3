import type { Lang } from '../../../base/text.ts'
import { Cite } from '../cite/part.tsx'
import { type Example, say } from '../example.ts'
import { ClockShown, type ClockTone } from './part.tsx'

const name = (lang: Lang) => say(lang, 'Trả lời người mượn ô', 'Answer to the borrower')
const remaining = (lang: Lang): Record<ClockTone, string> => ({
  calm: say(
    lang,
    'Còn 12 ngày làm việc (đến hết thứ Sáu 11/09/2026)',
    '12 working days left (until the end of Friday 11/09/2026)',
  ),
  soon: say(lang, 'Còn 5 giờ (đến 17:00 hôm nay, thứ Năm 10/09/2026)', '5 hours left (until 17:00 today)'),
  over: say(
    lang,
    'Quá hạn 2 ngày làm việc (hạn là thứ Tư 09/09/2026)',
    '2 working days late (due Wednesday 09/09/2026)',
  ),
  met: say(lang, 'Đã trả lời đúng hạn, ngày 08/09/2026', 'Answered in time, on 08/09/2026'),
})
const TONES: readonly ClockTone[] = ['calm', 'soon', 'over', 'met']

export const examples: readonly Example[] = [
  {
    name: 'every tone',
    show: (lang) => (
      <>
        {TONES.map((tone) => (
          <ClockShown lang={lang} name={name(lang)} tone={tone} remaining={remaining(lang)[tone]} />
        ))}
      </>
    ),
  },
  {
    name: 'explained',
    show: (lang) => (
      <ClockShown
        lang={lang}
        name={name(lang)}
        tone="calm"
        remaining={remaining(lang).calm}
        cite={<Cite text={say(lang, 'Điều 2 Nội quy', 'Rule 2')} href="#rule-2" />}
        detail={
          <p>
            {say(
              lang,
              '15 ngày làm việc kể từ ngày nhận, không tính ngày nghỉ lễ 02/09/2026.',
              '15 working days from receipt, not counting the public holiday on 02/09/2026.',
            )}
          </p>
        }
      />
    ),
  },
]
