import { Button } from '../button/part.tsx'
import { type Example, say } from '../example.ts'
import { FileField } from '../file-field/part.tsx'
import { TextField } from '../text-field/part.tsx'
import { FormShell, UPLOAD_WORDS } from './part.tsx'

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
  {
    name: 'several files, each sent on its own',
    show: (lang) => (
      <FormShell action="/parts/files" once="7a2b" upload={UPLOAD_WORDS[lang]}>
        <FileField
          name="proofs"
          label={say(lang, 'Tài liệu kèm theo', 'Documents')}
          hint={say(lang, 'PDF hoặc ảnh; chọn được nhiều tệp', 'PDF or pictures; you may choose several')}
          multiple
        />
        <Button look="secondary">{say(lang, 'Gửi tài liệu', 'Send the documents')}</Button>
      </FormShell>
    ),
  },
]
