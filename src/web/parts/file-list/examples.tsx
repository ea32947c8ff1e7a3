import type { Lang } from '../../../base/text.ts'
import { Button } from '../button/part.tsx'
import { type Example, say } from '../example.ts'
import { FormShell } from '../form-shell/part.tsx'
import { StatusTag } from '../status-tag/part.tsx'
import { FILE_WORDS, FileList } from './part.tsx'

const removal = (lang: Lang, name: string) => (
  <FormShell action="/parts/files/remove">
    <Button look="secondary">
      {say(lang, 'Xóa tệp', 'Remove')}
      <span class="govuk-visually-hidden"> {name}</span>
    </Button>
  </FormShell>
)

export const examples: readonly Example[] = [
  {
    name: 'kept, refused, and one with a long name',
    show: (lang) => (
      <FileList
        words={FILE_WORDS[lang]}
        files={[
          {
            name: 'bien-ban-thu-nghiem-o-trong-mua-to-tai-chi-nhanh-Enh-Uong-lan-thu-hai-ban-cuoi.pdf',
            href: '#file-1',
            size: say(lang, '1,5 MB', '1.5 MB'),
            sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
            type: say(lang, 'Biên bản thử nghiệm', 'Test report'),
            added: say(lang, '14:05 ngày 11/09/2026', '11/09/2026 at 14:05'),
            remove: removal(lang, 'bien-ban-thu-nghiem.pdf'),
          },
          {
            name: 'anh-chup.png',
            size: '860 kB',
            sha256: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
            state: <StatusTag tone="problem">{say(lang, 'Không mở được', 'Cannot be opened')}</StatusTag>,
          },
        ]}
      />
    ),
  },
]
