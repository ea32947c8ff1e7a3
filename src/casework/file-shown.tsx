import type { AccountId, UnitId } from '../base/actor.ts'
import type { Text } from '../base/text.ts'
import { showBytes, showTime } from '../web/format.ts'
import type { AskedPage } from '../web/route.ts'
import type { Office, Whole } from './actions.ts'
import { pastOf } from './flow.ts'
import { questionsOf } from './form.ts'
import type { Procedure } from './procedure.ts'
import type { AttachmentView, CaseEvent, Item } from './schema.ts'
import { Lines, type Names } from './shown.tsx'
import { F } from './words-file.ts'

// ————— who is who —————

export interface Known extends Names {
  /** Of officers, for the State's side only: the party knows units. */
  readonly officers: ReadonlyMap<string, string>
}

export async function knownOf(asked: AskedPage, { people }: Office, { file, side, events }: Whole): Promise<Known> {
  const units = [file.unit, ...file.copies, ...events.map((e) => e.unit)].filter((u): u is UnitId => u !== null)
  const accounts = events.filter((e) => e.side === 'unit').map((e) => e.by.replace('account:', ''))
  const officers = side === 'party' ? [] : [...new Set([...accounts, ...(file.officer === null ? [] : [file.officer])])]
  const named = officers.map(async (o) => [o, (await people.officerName(asked.db, o as AccountId)) ?? ''] as const)
  return {
    side,
    party: (await people.partyName(asked.db, file.party)) ?? '',
    units: await people.unitNames(asked.db, [...new Set(units)]),
    officers: new Map(await Promise.all(named)),
  }
}

/** Who took a step: the party by its name, the State by its unit and, for its own side, the officer. */
export function whoTook({ lang }: AskedPage, { events }: Whole, names: Known, event: CaseEvent): string {
  if (event.side === 'portal') return F.portal[lang]
  if (event.side === 'party') return event.by.startsWith('key:') ? `${names.party} (${F.program[lang]})` : names.party
  // Handing over changes who leads: it was done by whoever led before.
  const led = events.find(({ seq }) => seq === event.seq - 1)?.unit ?? event.unit
  const unit = (led === null ? undefined : names.units.get(led)) ?? F.someUnit
  const officer = names.officers.get(event.by.replace('account:', '')) ?? ''
  return officer === '' ? unit[lang] : `${unit[lang]} – ${officer}`
}

// ————— pieces of a file and of its steps —————

export interface ShownProps {
  readonly asked: AskedPage
  readonly p: Procedure
  readonly whole: Whole
  readonly names: Known
  /** Address of the file. */
  readonly at: string
}

export const questionName = (p: Procedure, key: string): Text | undefined =>
  Object.values(p.forms)
    .flatMap((versions) => versions.toReversed().flatMap(questionsOf))
    .find((q) => q.key === key)?.ask

/** A question in the middle of a sentence: only its first letter, so that an abbreviation stays one. */
export const within = (ask: string): string => `${ask.charAt(0).toLowerCase()}${ask.slice(1)}`

interface ItemsProps extends Omit<ShownProps, 'names'> {
  readonly items: readonly Item[]
  readonly replies?: readonly string[]
}

export const Items = ({ asked, p, whole, at, items, replies }: ItemsProps) => {
  const { lang } = asked
  return (
    <ol>
      {items.map((item, n) => {
        const because = whole.events.find(({ seq }) => seq === item.because)
        return (
          <li>
            <strong>{item.label[lang]}</strong>
            <br />
            {F.why[lang]}: <Lines text={item.reason} />
            {because === undefined ? null : (
              <>
                <br />
                {F.because[lang]}:{' '}
                <a href={`${at}/steps/${because.seq}`}>
                  {pastOf(p, because.verb)[lang]} ({showTime(because.at, lang)})
                </a>
              </>
            )}
            {replies === undefined ? null : (
              <>
                <br />
                {F.reply[lang]}: <Lines text={replies[n] ?? ''} />
              </>
            )}
          </li>
        )
      })}
    </ol>
  )
}

export const FilesOfStep = ({
  asked,
  at,
  files,
}: {
  readonly asked: AskedPage
  readonly at: string
  readonly files: readonly AttachmentView[]
}) =>
  files.length === 0 ? null : (
    <ul>
      {files.map((file) => (
        <li>
          <a href={`${at}/files/${file.id}`}>{file.name}</a> ({showBytes(file.size, asked.lang)})
        </li>
      ))}
    </ul>
  )
