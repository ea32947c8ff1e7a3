import { type Example, say } from '../example.ts'
import { Notice } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'information',
    show: (lang) => (
      <Notice>
        <p>{say(lang, 'Bạn có thể dừng lại và quay lại sau.', 'You can stop and come back later.')}</p>
      </Notice>
    ),
  },
  {
    name: 'success',
    show: (lang) => (
      <Notice tone="success" title={say(lang, 'Đã lưu', 'Saved')}>
        <p>{say(lang, 'Bản nháp được giữ 30 ngày.', 'The draft is kept for 30 days.')}</p>
      </Notice>
    ),
  },
  {
    name: 'important',
    show: (lang) => (
      <Notice tone="important" title={say(lang, 'Còn 3 ngày làm việc', '3 working days left')}>
        <p>
          {say(lang, 'Bổ sung hồ sơ đến hết thứ Sáu 11/09/2026.', 'Complete the file by the end of Friday 11/09/2026.')}
        </p>
      </Notice>
    ),
  },
]
