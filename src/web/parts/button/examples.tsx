import { type Example, say } from '../example.ts'
import { Button, Buttons } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'the decisive step and its neighbours',
    show: (lang) => (
      <Buttons>
        <Button>{say(lang, 'Gửi thông báo', 'Send the notice')}</Button>
        <Button look="secondary">{say(lang, 'Lưu và quay lại sau', 'Save and come back later')}</Button>
        <Button look="warning">{say(lang, 'Rút hồ sơ', 'Withdraw the file')}</Button>
      </Buttons>
    ),
  },
  {
    name: 'a link that starts',
    show: (lang) => <Button href="#main">{say(lang, 'Bắt đầu khai báo', 'Start the declaration')}</Button>,
  },
]
