import { type Example, say } from '../example.ts'
import { TextArea } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'with a limit',
    show: (lang) => (
      <TextArea
        name="purpose"
        label={say(lang, 'Hệ thống dùng để làm gì?', 'What is the system for?')}
        hint={say(lang, 'Viết như nói với một người ngoài ngành', 'Write as you would tell someone outside the field')}
        maxlength={500}
        limit={say(lang, 'Tối đa 500 ký tự', 'At most 500 characters')}
      />
    ),
  },
  {
    name: 'with an error',
    show: (lang) => (
      <TextArea
        name="steps-taken"
        rows={3}
        label={say(lang, 'Tổ chức của bạn đã làm gì?', 'What has your organisation done?')}
        error={say(lang, 'Cho biết việc đã làm', 'Say what was done')}
        value="…"
      />
    ),
  },
]
