import { fill, type Text } from '../base/text.ts'
import { textIn } from '../web/form.ts'
import { showTime } from '../web/format.ts'
import { Button, Buttons } from '../web/parts/button/part.tsx'
import { FormShell } from '../web/parts/form-shell/part.tsx'
import { Notice } from '../web/parts/notice/part.tsx'
import { Select } from '../web/parts/select/part.tsx'
import { TextArea } from '../web/parts/text-area/part.tsx'
import type { Form } from '../web/route.ts'
import type { Office, Whole } from './actions.ts'
import { OTHER_FIELDS, pastOf } from './flow.ts'
import { questionsOf } from './form.ts'
import { newestForm, type Procedure } from './procedure.ts'
import type { Item } from './schema.ts'
import { at, Attaching, Cancel, sheet, type Talk } from './talk-shown.tsx'
import { F } from './words-file.ts'

const ROWS = 3
const MOST_ROWS = 40

/** How many rows the page had; one more when asked for. */
const rowsOf = (form: Form): number => {
  const had = Number(textIn(form, 'rows'))
  const rows = Number.isInteger(had) && had >= ROWS ? Math.min(had, MOST_ROWS) : ROWS
  return textIn(form, 'more') === '' ? rows : Math.min(rows + 1, MOST_ROWS)
}

/** Rows somebody wrote something into, by their number on the page. */
const filled = (form: Form): number[] =>
  Array.from({ length: rowsOf(form) }, (_, n) => n + 1).filter((n) =>
    ['field', 'reason', 'because'].some((name) => textIn(form, `${name}-${n}`).trim() !== ''),
  )

/** What the party was asked already, as it was asked; before that, what its newest forms will ask. */
function fieldsOf(p: Procedure, whole: Whole): ReadonlyMap<string, Text> {
  const said = whole.events
    .filter(({ side }) => side === 'party')
    .flatMap(({ seq }) => whole.papers.get(seq)?.shown ?? [])
    .map(({ key, ask }) => [key, ask] as const)
  const asked = Object.values(p.verbs)
    .filter(({ who }) => who === 'party')
    .flatMap(({ form }) => (form === undefined ? [] : (newestForm(p, form) ?? [])))
    .flatMap((form) => questionsOf(form).map(({ key, ask }) => [key, ask] as const))
  return new Map<string, Text>([
    ...(said.length > 0 ? said : asked),
    ...OTHER_FIELDS.map((field) => [field, field === 'attachment' ? F.attachment : F.other] as const),
  ])
}

const itemsIn = (form: Form, whole: Whole, p: Procedure): Item[] => {
  const fields = fieldsOf(p, whole)
  return filled(form).map((n) => {
    const [field, because] = [textIn(form, `field-${n}`), textIn(form, `because-${n}`)]
    return {
      field,
      label: fields.get(field) ?? { vi: field, en: field },
      reason: textIn(form, `reason-${n}`).trim(),
      ...(/^\d{1,9}$/.test(because) ? { because: Number(because) } : {}),
    }
  })
}

/** One list of everything that is missing, each with its reason. */
export const askTalk = ({ procedure: p }: Office): Talk => ({
  verb: 'ask',
  read: (form, whole) => ({ items: itemsIn(form, whole, p) }),
  // The engine counts the items it was sent; the page also has rows left empty.
  fieldOf(form, field) {
    if (field === 'items') return 'field-1'
    const [, name = '', n = ''] = /^(field|reason|because)-(\d+)$/.exec(field) ?? []
    return name === '' ? field : `${name}-${filled(form)[Number(n) - 1] ?? 1}`
  },
  async show(asked, whole, form, returned) {
    const { lang } = asked
    const { events } = whole
    const first = events.find(({ verb }) => verb === 'ask')
    const later = first === undefined ? [] : events.filter(({ side, seq }) => side === 'party' && seq > first.seq)
    const rows = rowsOf(form)
    const field = (name: string) => ({ name, error: returned.slips[name], value: textIn(form, name) })
    const choose = { value: '', label: F.choose[lang] }
    return sheet({
      ...{ asked, p, whole, returned },
      ...{ title: F.ask[lang], lead: F.askLead[lang] },
      children: (
        <>
          {first === undefined ? null : (
            <Notice tone="important">
              <p>{(later.length === 0 ? F.askNothing : F.askAgain)[lang]}</p>
            </Notice>
          )}
          <FormShell
            action={at(asked, p, whole.file, '/ask')}
            once={asked.once}
            seq={whole.file.seq}
            id="ask"
            upload
            unsaved
          >
            <input type="hidden" name="rows" value={String(rows)} />
            {Array.from({ length: rows }, (_, n) => n + 1).map((n) => (
              <fieldset class="govuk-fieldset">
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
                  <h2 class="govuk-fieldset__heading">{fill(F.row[lang], { n })}</h2>
                </legend>
                <Select
                  {...field(`field-${n}`)}
                  label={F.field[lang]}
                  options={[
                    choose,
                    ...[...fieldsOf(p, whole)].map(([value, label]) => ({ value, label: label[lang] })),
                  ]}
                />
                <TextArea {...field(`reason-${n}`)} label={F.reason[lang]} rows={3} />
                {first === undefined ? null : (
                  <Select
                    {...field(`because-${n}`)}
                    label={F.becauseOf[lang]}
                    options={[
                      choose,
                      ...later.map(({ seq, verb, at: when }) => ({
                        value: String(seq),
                        label: `${pastOf(p, verb)[lang]} (${showTime(when, lang)})`,
                      })),
                    ]}
                  />
                )}
              </fieldset>
            ))}
            <p class="soft">{F.rowsEmpty[lang]}</p>
            {rows < MOST_ROWS ? (
              <Button look="secondary" name="more" value="1">
                {F.addRow[lang]}
              </Button>
            ) : null}
            <Attaching asked={asked} p={p} whole={whole} slips={returned.slips} />
            <Buttons>
              <Button>{F.askSend[lang]}</Button>
              <Cancel asked={asked} p={p} file={whole.file} />
            </Buttons>
          </FormShell>
        </>
      ),
    })
  },
})
