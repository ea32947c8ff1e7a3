import type { Lang } from '../../../base/text.ts'
import { type Example, say } from '../example.ts'
import { LevelTag } from '../level-tag/part.tsx'
import { DataTable } from './part.tsx'

export const lent = (lang: Lang) => (
  <DataTable
    caption={say(lang, 'Hệ thống đã công khai', 'Published systems')}
    columns={[
      { label: say(lang, 'Tên hệ thống', 'System') },
      { label: say(lang, 'Mức độ rủi ro', 'Risk level') },
      { label: say(lang, 'Ngày ghi nhận', 'Recorded') },
      { label: say(lang, 'Lượt dùng', 'Uses'), numeric: true },
    ]}
    rows={[
      [
        <a href="#a">{say(lang, 'Trợ lý cho mượn ô', 'Umbrella lending assistant')}</a>,
        <LevelTag level="medium" word={say(lang, 'Rủi ro trung bình', 'Medium risk')} />,
        <span class="number">01/03/2026</span>,
        say(lang, '12.400', '12,400'),
      ],
      [
        <a href="#b">{say(lang, 'Dự báo mưa cho bạn đọc', 'Rain forecast for readers')}</a>,
        <LevelTag level="low" word={say(lang, 'Rủi ro thấp', 'Low risk')} />,
        <span class="number">15/04/2026</span>,
        '860',
      ],
    ]}
  />
)

export const examples: readonly Example[] = [{ name: 'a register', show: lent }]
