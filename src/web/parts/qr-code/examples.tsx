import { type Example, say } from '../example.ts'
import { QrCode } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'the address of a record',
    show: (lang) => (
      <QrCode
        text="https://saola.example/vi/register/AI-2026-000042-K"
        title={say(lang, 'Mã QR dẫn đến bản ghi', 'QR code leading to the record')}
        caption="AI-2026-000042-K"
      />
    ),
  },
]
