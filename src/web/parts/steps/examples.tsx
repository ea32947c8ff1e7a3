import { type Example, say } from '../example.ts'
import { Steps } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'second of five',
    show: (lang) => <Steps text={say(lang, 'Bước 2 trên 5: Về hệ thống', 'Step 2 of 5: About the system')} />,
  },
]
