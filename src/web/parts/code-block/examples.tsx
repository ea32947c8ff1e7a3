import { type Example, say } from '../example.ts'
import { CodeBlock } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'with a copy button',
    show: (lang) => (
      <CodeBlock
        id="request"
        title={say(lang, 'Tra cứu bằng API', 'Look up through the API')}
        code={'curl https://saola.example/api/v1/systems/AI-2026-000042-K \\\n  -H "Accept: application/json"'}
        copy={{ text: say(lang, 'Sao chép', 'Copy'), done: say(lang, 'Đã sao chép', 'Copied') }}
      />
    ),
  },
]
