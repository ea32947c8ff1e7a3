import type { Lang } from '../../../base/text.ts'
import { type Example, say } from '../example.ts'
import { type Choice, Radios } from './part.tsx'

const roles = (lang: Lang): readonly Choice[] => [
  {
    value: 'provider',
    label: say(lang, 'Nhà cung cấp', 'Provider'),
    hint: say(lang, 'Đưa hệ thống ra thị trường dưới tên mình', 'Places the system on the market under its own name'),
  },
  {
    value: 'deployer',
    label: say(lang, 'Bên triển khai', 'Deployer'),
    hint: say(lang, 'Dùng hệ thống trong hoạt động của mình', 'Uses the system in its own work'),
  },
]

export const examples: readonly Example[] = [
  {
    name: 'the one question of a page',
    show: (lang) => (
      <Radios
        name="role"
        legend={say(lang, 'Tổ chức của bạn là ai đối với hệ thống này?', 'What is your organisation to this system?')}
        legendAs="h1"
        options={roles(lang)}
        value="deployer"
      />
    ),
  },
  {
    name: 'yes or no, with an error',
    show: (lang) => (
      <Radios
        name="minors"
        legend={say(lang, 'Hệ thống có phục vụ trẻ em không?', 'Does the system serve children?')}
        hint={say(lang, 'Trẻ em là người dưới 16 tuổi', 'Children are people under 16')}
        error={say(lang, 'Chọn Có hoặc Không', 'Choose Yes or No')}
        options={[
          { value: 'yes', label: say(lang, 'Có', 'Yes') },
          { value: 'no', label: say(lang, 'Không', 'No') },
        ]}
        inline
      />
    ),
  },
]
