import { type Example, say } from '../example.ts'
import { TaskList } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'all four statuses',
    show: (lang) => (
      <TaskList
        tasks={[
          {
            text: say(lang, 'Về tổ chức của bạn', 'About your organisation'),
            href: '#about',
            status: { tone: 'done', label: say(lang, 'Đã xong', 'Completed') },
          },
          {
            text: say(lang, 'Về hệ thống', 'About the system'),
            hint: say(lang, 'Khoảng 10 phút', 'About 10 minutes'),
            href: '#system',
            status: { tone: 'todo', label: say(lang, 'Chưa xong', 'Incomplete') },
          },
          {
            text: say(lang, 'Người liên hệ', 'Contact person'),
            href: '#contact-person',
            status: { tone: 'problem', label: say(lang, 'Cần sửa', 'There is a problem') },
          },
          {
            text: say(lang, 'Kiểm tra và gửi', 'Check and send'),
            status: { tone: 'later', label: say(lang, 'Chưa làm được', 'Cannot start yet') },
          },
        ]}
      />
    ),
  },
]
