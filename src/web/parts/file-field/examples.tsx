import { type Example, say } from '../example.ts'
import { FileField } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'formats and size in the hint',
    show: (lang) => (
      <FileField
        name="manual"
        label={say(lang, 'Tài liệu hướng dẫn sử dụng', 'Instructions for use')}
        hint={say(lang, 'PDF, tối đa 20 MB', 'PDF, at most 20 MB')}
        accept=".pdf"
      />
    ),
  },
]
