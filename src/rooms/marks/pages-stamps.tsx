import { createHash } from 'node:crypto'
import { dayOf } from '../../base/day.ts'
import { done, refuse } from '../../base/outcome.ts'
import { fill, type Lang } from '../../base/text.ts'
import type { Stamper } from '../../db/kit.ts'
import { showDay } from '../../web/format.ts'
import { CodeBlock } from '../../web/parts/code-block/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { file } from '../../web/route.ts'
import { pemOf } from './certificate-actions.ts'
import { C } from './certificate-words.ts'

/** In fours, so that two people can compare it over the telephone. */
export const Grouped = ({ hex }: { readonly hex: string }) => (
  <code class="wrap">{(hex.match(/.{1,4}/g) ?? []).join(' ')}</code>
)

const FILE = '/marks/stamps.pem'

interface StampsProps {
  readonly lang: Lang
  readonly stamper: Stamper | undefined
  readonly site: string
}

/** Who gives time stamps, for how long, and how whoever signs elsewhere may have one. */
export const Stamps = ({ lang, stamper, site }: StampsProps) => (
  <>
    <h3>{C.stamps[lang]}</h3>
    {stamper === undefined ? (
      <p>{C.stampsNone[lang]}</p>
    ) : (
      <>
        <p>{C.stampsText[lang]}</p>
        <SummaryList
          rows={[
            {
              key: C.fingerprint[lang],
              value: <Grouped hex={createHash('sha256').update(stamper.certificate).digest('hex')} />,
            },
            {
              key: C.valid[lang],
              value: fill(C.validFromTo[lang], {
                from: showDay(dayOf(stamper.from)),
                to: showDay(dayOf(stamper.to)),
              }),
            },
            { key: C.stampsPolicy[lang], value: <code class="wrap">{stamper.policy}</code> },
          ]}
        />
        <ul>
          <li>
            <a href={FILE}>{C.stampsFile[lang]}</a>
          </li>
        </ul>
        <p>{C.stampsElsewhere[lang]}</p>
        <CodeBlock id="stamp" code={commands(site)} />
      </>
    )}
  </>
)

const commands = (site: string): string =>
  [
    'openssl ts -query -data FILE -sha256 -cert -out query.tsq',
    "curl -H 'content-type: application/timestamp-query' \\",
    `  --data-binary @query.tsq -o reply.tsr ${site}/api/v1/marks/tsa`,
    'openssl ts -verify -queryfile query.tsq -in reply.tsr -CAfile root.pem',
  ].join('\n')

export const stampsFile = file({
  name: 'markStamps',
  path: FILE,
  handle: async ({ authority }) =>
    authority?.stamper === undefined
      ? refuse({ code: 'signing.no-stamper' })
      : done({ type: 'application/x-pem-file', body: pemOf(authority.stamper.certificate) }),
})
