import { Cite } from '../cite/part.tsx'
import { type Example, say } from '../example.ts'
import { DefinitionInline } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'in a sentence',
    show: (lang) => (
      <p>
        {say(lang, 'Nếu bạn là', 'If you are a')}{' '}
        <DefinitionInline term={say(lang, 'bên triển khai', 'deployer')}>
          {say(lang, 'người dùng hệ thống trong công việc của mình', 'one who uses the system in their own work')},{' '}
          <Cite text={say(lang, 'Điều 3 khoản 5', 'Article 3(5)')} href="#law" />
        </DefinitionInline>
        {say(lang, ', hãy đọc phần này.', ', read this part.')}
      </p>
    ),
  },
]
