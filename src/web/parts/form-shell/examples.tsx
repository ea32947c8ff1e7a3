import { Button } from '../button/part.tsx'
import { type Example, say } from '../example.ts'
import { TextField } from '../text-field/part.tsx'
import { FormShell } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'one question, saved in the background',
    show: (lang) => (
      <FormShell
        action="/parts"
        once="5f1c"
        seq={4}
        autosave={{
          action: '/parts/draft',
          saving: say(lang, 'Đang lưu…', 'Saving…'),
          saved: say(lang, 'Đã lưu bản nháp', 'Draft saved'),
          failed: say(
            lang,
            'Chưa lưu được bản nháp. Nội dung vẫn còn trên trang này.',
            'The draft was not saved. Your text is still on this page.',
          ),
        }}
      >
        <TextField
          name="contact"
          label={say(lang, 'Thư điện tử để nhận kết quả', 'Email for the result')}
          type="email"
          autocomplete="email"
          spellcheck={false}
        />
        <Button>{say(lang, 'Gửi thông báo', 'Send the notice')}</Button>
      </FormShell>
    ),
  },
]
