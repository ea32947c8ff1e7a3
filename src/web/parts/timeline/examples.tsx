import { type Example, say } from '../example.ts'
import { Timeline } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'newest first',
    show: (lang) => (
      <Timeline
        items={[
          {
            when: say(lang, '09:30 ngày 14/09/2026', '14/09/2026 at 09:30'),
            what: say(lang, 'Yêu cầu bổ sung tài liệu', 'More documents asked for'),
            who: say(lang, 'Phòng Mượn trả, Thư viện Ễnh Ương', 'Lending desk, Bullfrog Library'),
            href: '#request',
            detail: (
              <p>
                {say(
                  lang,
                  'Thiếu biên bản thử nghiệm ô trong mưa to.',
                  'The report of the test in heavy rain is missing.',
                )}
              </p>
            ),
          },
          {
            when: say(lang, '14:05 ngày 11/09/2026', '11/09/2026 at 14:05'),
            what: say(lang, 'Nộp hồ sơ', 'File handed in'),
            who: 'Nguyễn Ánh Đường',
          },
        ]}
      />
    ),
  },
]
