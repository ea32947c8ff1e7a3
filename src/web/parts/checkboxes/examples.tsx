import { type Example, say } from '../example.ts'
import { Checkboxes } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'with none of these',
    show: (lang) => (
      <Checkboxes
        name="functions"
        legend={say(lang, 'Hệ thống làm những việc nào sau đây?', 'Which of these does the system do?')}
        hint={say(lang, 'Chọn tất cả việc phù hợp', 'Choose all that apply')}
        values={['speech']}
        options={[
          { value: 'speech', label: say(lang, 'Trò chuyện với con người', 'Talks with people') },
          {
            value: 'images',
            label: say(lang, 'Tạo hình ảnh, âm thanh hoặc video', 'Makes images, sound or video'),
            hint: say(lang, 'Kể cả khi chỉ chỉnh sửa một phần', 'Also when only a part is altered'),
          },
        ]}
        none={{ value: 'none', label: say(lang, 'Không việc nào', 'None of these'), or: say(lang, 'hoặc', 'or') }}
      />
    ),
  },
]
