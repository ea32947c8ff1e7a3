import { type Example, say } from '../example.ts'
import { TextField } from './part.tsx'

export const examples: readonly Example[] = [
  {
    name: 'plain, with a hint',
    show: (lang) => (
      <TextField
        name="lender-name"
        label={say(lang, 'Tên tổ chức của bạn', 'Name of your organisation')}
        hint={say(lang, 'Ghi đúng như trong quyết định thành lập', 'As written in the founding decision')}
        value={say(lang, 'Thư viện Ô Đỏ – chi nhánh Mỹ Đức', 'The Red Umbrella Library')}
        autocomplete="organization"
        spellcheck={false}
      />
    ),
  },
  {
    name: 'with an error',
    show: (lang) => (
      <TextField
        name="lender"
        label={say(lang, 'Tên tổ chức của bạn', 'Name of your organisation')}
        error={say(lang, 'Nhập tên tổ chức của bạn', 'Enter the name of your organisation')}
        autocomplete="organization"
      />
    ),
  },
  {
    name: 'short, numeric, with a unit',
    show: (lang) => (
      <TextField
        name="umbrellas"
        label={say(lang, 'Số ô cho mượn mỗi tháng', 'Umbrellas lent each month')}
        value="240"
        inputmode="numeric"
        width={5}
        suffix={say(lang, 'chiếc', 'pieces')}
      />
    ),
  },
]
