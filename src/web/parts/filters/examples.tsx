import { lent } from '../data-table/examples.tsx'
import { type Example, say } from '../example.ts'
import { Radios } from '../radios/part.tsx'
import { TextField } from '../text-field/part.tsx'
import { Filters } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'a register with its filters',
    show: (lang) => (
      <Filters
        title={say(lang, 'Lọc kết quả', 'Filter the results')}
        action="/parts"
        apply={say(lang, 'Áp dụng', 'Apply filters')}
        clear={{ text: say(lang, 'Xóa bộ lọc', 'Clear filters'), href: '/parts' }}
        fields={
          <>
            <TextField name="q" label={say(lang, 'Từ khóa', 'Keyword')} type="search" />
            <Radios
              name="level"
              small
              legend={say(lang, 'Mức độ rủi ro', 'Risk level')}
              options={[
                { value: 'high', label: say(lang, 'Cao', 'High') },
                { value: 'low', label: say(lang, 'Thấp', 'Low') },
              ]}
            />
          </>
        }
      >
        {lent(lang)}
      </Filters>
    ),
  },
]
