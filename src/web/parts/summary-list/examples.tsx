import { type Example, say } from '../example.ts'
import { LevelTag } from '../level-tag/part.tsx'
import { SummaryList } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'check your answers',
    show: (lang) => (
      <SummaryList
        rows={[
          {
            key: say(lang, 'Tên hệ thống', 'Name of the system'),
            value: say(lang, 'Trợ lý cho mượn ô', 'Umbrella lending assistant'),
            action: {
              text: say(lang, 'Sửa', 'Change'),
              href: '#name',
              about: say(lang, 'tên hệ thống', 'the name of the system'),
            },
          },
          {
            key: say(lang, 'Mức độ rủi ro', 'Risk level'),
            value: <LevelTag level="medium" word={say(lang, 'Rủi ro trung bình', 'Medium risk')} />,
          },
        ]}
      />
    ),
  },
  {
    name: 'a record',
    show: (lang) => (
      <SummaryList
        rows={[
          { key: say(lang, 'Mã số', 'Number'), value: <span class="number">AI-2026-000042-K</span> },
          {
            key: say(lang, 'Địa chỉ', 'Address'),
            value: say(lang, 'Số 8 ngõ Nghỉ Mát, phường Ễnh Ương', '8 Shady Lane, Bullfrog Ward'),
          },
        ]}
      />
    ),
  },
]
