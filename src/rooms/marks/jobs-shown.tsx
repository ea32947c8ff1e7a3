import { fill, type Lang } from '../../base/text.ts'
import { showNumber, showTime } from '../../web/format.ts'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import type { AskedPage } from '../../web/route.ts'
import type { JobShown } from './job-schema.ts'
import { J } from './job-words.ts'

const inWords = (job: JobShown, lang: Lang): string => {
  const n = (count: number): string => showNumber(count, lang)
  const { of, done, signed, refused } = job
  return fill(J[job.state][lang], { of: n(of), done: n(done), signed: n(signed), refused: n(refused) })
}

/** Jobs of a system with their progress in words; nothing where there are none. */
export const Jobs = ({ asked: { lang }, jobs }: { readonly asked: AskedPage; readonly jobs: readonly JobShown[] }) =>
  jobs.length === 0 ? null : (
    <>
      <h2 id="jobs">{J.title[lang]}</h2>
      <p>{J.text[lang]}</p>
      <DataTable
        caption={J.title[lang]}
        captionHidden
        columns={[J.since, J.progress, J.kept].map((label) => ({ label: label[lang] }))}
        rows={jobs.map((job) => [
          showTime(job.since, lang),
          <>
            {inWords(job, lang)}
            {job.waitsUntil === null ? null : (
              <>
                <br />
                {fill(J.later[lang], { time: showTime(job.waitsUntil, lang) })}
              </>
            )}
          </>,
          showTime(job.keptUntil, lang),
        ])}
      />
    </>
  )
