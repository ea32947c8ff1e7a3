import { type Example, say } from '../example.ts'
import { Details } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'closed',
    show: (lang) => (
      <Details summary={say(lang, 'Vì sao chúng tôi hỏi điều này', 'Why we ask this')}>
        <p>{say(lang, 'Mức độ rủi ro phụ thuộc vào mục đích sử dụng.', 'The risk level depends on the purpose.')}</p>
      </Details>
    ),
  },
  {
    name: 'open',
    show: (lang) => (
      <Details summary={say(lang, 'Bằng chứng ghi nhận', 'Proof of recording')} open>
        <p>{say(lang, 'Bản ghi thứ 42 trong nhật ký công khai.', 'Entry 42 of the public log.')}</p>
      </Details>
    ),
  },
]
