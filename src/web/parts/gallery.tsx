import type { Lang } from '../../base/text.ts'
import { examples as back } from './back/examples.tsx'
import { examples as barChart } from './bar-chart/examples.tsx'
import { examples as button } from './button/examples.tsx'
import { examples as checkboxes } from './checkboxes/examples.tsx'
import { examples as cite } from './cite/examples.tsx'
import { examples as clock } from './clock/examples.tsx'
import { examples as codeBlock } from './code-block/examples.tsx'
import { examples as dataTable } from './data-table/examples.tsx'
import { examples as dateField } from './date-field/examples.tsx'
import { examples as definition } from './definition/examples.tsx'
import { examples as details } from './details/examples.tsx'
import { examples as diff } from './diff/examples.tsx'
import { examples as emptyState } from './empty-state/examples.tsx'
import { examples as errorSummary } from './error-summary/examples.tsx'
import { examples as fileField } from './file-field/examples.tsx'
import { examples as fileList } from './file-list/examples.tsx'
import { examples as filters } from './filters/examples.tsx'
import { examples as formShell } from './form-shell/examples.tsx'
import { examples as levelTag } from './level-tag/examples.tsx'
import { examples as momentField } from './moment-field/examples.tsx'
import { examples as notice } from './notice/examples.tsx'
import { examples as pagination } from './pagination/examples.tsx'
import { examples as panel } from './panel/examples.tsx'
import { examples as qrCode } from './qr-code/examples.tsx'
import { examples as radios } from './radios/examples.tsx'
import { examples as select } from './select/examples.tsx'
import { examples as skipLink } from './skip-link/examples.tsx'
import { examples as statusTag } from './status-tag/examples.tsx'
import { examples as steps } from './steps/examples.tsx'
import { examples as summaryList } from './summary-list/examples.tsx'
import { examples as tag } from './tag/examples.tsx'
import { examples as taskList } from './task-list/examples.tsx'
import { examples as textArea } from './text-area/examples.tsx'
import { examples as textField } from './text-field/examples.tsx'
import { examples as timeline } from './timeline/examples.tsx'
import type { Specimen } from './example.ts'

/** Every part with its examples. The tests and the gallery loop over the same list. */
export const SPECIMENS: readonly Specimen[] = [
  { part: 'back', examples: back },
  { part: 'bar-chart', examples: barChart },
  { part: 'button', examples: button },
  { part: 'checkboxes', examples: checkboxes },
  { part: 'cite', examples: cite },
  { part: 'clock', examples: clock },
  { part: 'code-block', examples: codeBlock },
  { part: 'data-table', examples: dataTable },
  { part: 'date-field', examples: dateField },
  { part: 'definition', examples: definition },
  { part: 'details', examples: details },
  { part: 'diff', examples: diff },
  { part: 'empty-state', examples: emptyState },
  { part: 'error-summary', examples: errorSummary },
  { part: 'file-field', examples: fileField },
  { part: 'file-list', examples: fileList },
  { part: 'filters', examples: filters },
  { part: 'form-shell', examples: formShell },
  { part: 'level-tag', examples: levelTag },
  { part: 'moment-field', examples: momentField },
  { part: 'notice', examples: notice },
  { part: 'pagination', examples: pagination },
  { part: 'panel', examples: panel },
  { part: 'qr-code', examples: qrCode },
  { part: 'radios', examples: radios },
  { part: 'select', examples: select },
  { part: 'skip-link', examples: skipLink },
  { part: 'status-tag', examples: statusTag },
  { part: 'steps', examples: steps },
  { part: 'summary-list', examples: summaryList },
  { part: 'tag', examples: tag },
  { part: 'task-list', examples: taskList },
  { part: 'text-area', examples: textArea },
  { part: 'text-field', examples: textField },
  { part: 'timeline', examples: timeline },
]

/** The body of /parts: what there is to build pages from. */
export const Gallery = ({ lang }: { readonly lang: Lang }) => (
  <>
    {SPECIMENS.map(({ part, examples }) => (
      <section aria-labelledby={`part-${part}`}>
        <h2 id={`part-${part}`}>{part}</h2>
        {examples.map(({ name, show }) => (
          <div class="specimen">
            <h3>{name}</h3>
            {show(lang)}
          </div>
        ))}
      </section>
    ))}
  </>
)
