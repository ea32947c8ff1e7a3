import { fill, type Lang } from '../../base/text.ts'
import { showNumber, showTime } from '../../web/format.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import type { AskedPage } from '../../web/route.ts'
import type { JobShown } from './job-schema.ts'
import { J } from './job-words.ts'

const inWords = (job: JobShown, lang: Lang): string => {
  const n = (count: number): string => showNumber(count, lang)
  const { of, done, signed, refused } = job
  return fill(J[job.state][lang], { of: n(of), done: n(done), signed: n(signed), refused: n(refused) })
}

interface JobsProps {
  readonly asked: AskedPage
  readonly jobs: readonly JobShown[]
  /** The page of the system's marks; nothing for whoever may only read. */
  readonly endAt?: string | undefined
}

/** Jobs of a system with their progress in words; nothing where there are none. */
export const Jobs = ({ asked: { lang, once }, jobs, endAt }: JobsProps) =>
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
          <>
            {showTime(job.keptUntil, lang)}
            {endAt === undefined ? null : (
              <>
                {' '}
                <Button look="secondary" form={`end-${job.id}`}>
                  {(job.state === 'done' ? J.erase : J.end)[lang]}
                  <span class="govuk-visually-hidden"> ({showTime(job.since, lang)})</span>
                </Button>
              </>
            )}
          </>,
        ])}
      />
      {endAt === undefined
        ? null
        : jobs.map(({ id }) => (
            <FormShell id={`end-${id}`} action={`${endAt}/jobs/${id}/end`} once={`${once}-${id}`} />
          ))}
    </>
  )
