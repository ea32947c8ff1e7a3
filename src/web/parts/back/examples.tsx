import { type Example, say } from '../example.ts'
import { Back } from './part.tsx'

export const examples: readonly Example[] = [
  { name: 'back', show: (lang) => <Back text={say(lang, 'Quay lại', 'Back')} href="#main" /> },
]
