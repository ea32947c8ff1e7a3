import { type Example, say } from '../example.ts'
import { Select } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'a chosen one',
    show: (lang) => (
      <Select
        name="province"
        label={say(lang, 'Nơi đặt trụ sở', 'Where the head office is')}
        value="b"
        options={[
          { value: '', label: say(lang, 'Chọn một nơi', 'Choose a place') },
          { value: 'a', label: say(lang, 'Xứ Nắng', 'Sunland') },
          { value: 'b', label: say(lang, 'Xứ Mưa', 'Rainland') },
        ]}
      />
    ),
  },
]
