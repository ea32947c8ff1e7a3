import { actorId } from '../base/actor.ts'
import { done, type Outcome, refuse } from '../base/outcome.ts'
import { seal } from '../base/seal.ts'
import { barring, formOf, sees, sideOf, verbOf } from './flow.ts'
import { besides, isSecret, questionsOf, secretSlips, slips } from './form.ts'
import { type Acting, deskOf, no, type Office, partyOf, type Sent } from './office.ts'
import type { Answers, CaseFile, Draft } from './schema.ts'
import { purposeOf } from './secrets.ts'
import * as store from './store.ts'

/** What stands in the boxes of a form: what the portal knows, what was answered before, what was typed since. */
export async function paperOf(
  asked: Acting,
  { procedure: p, people }: Office,
  file: CaseFile,
  verb: string,
): Promise<{ readonly draft: Draft | undefined; readonly answers: Answers }> {
  const draft = await store.findDraft(asked.db, file.id, verb)
  const form = draft && p.forms[draft.form]?.find(({ version }) => version === draft.version)
  // What was emptied in a draft stays empty.
  if (draft !== undefined) return { draft, answers: { ...(form && besides(form, file.answers)), ...draft.answers } }
  const facts = sideOf(file, asked.actor) === 'party' ? await people.about(asked.db, file.party) : undefined
  const known = facts === undefined ? {} : (p.known?.(facts, file.answers) ?? {})
  return { draft, answers: { ...known, ...file.answers } }
}

/**
 * Saves one page of a form on the way. Gaps may stay until it is sent; what cannot be right is refused now, with
 * nothing saved. Secrets are sealed before they are written.
 */
export async function savePage(
  asked: Acting,
  office: Office,
  number: string,
  verb: string,
  page: string,
  sent: Sent,
): Promise<Outcome<CaseFile>> {
  const { procedure: p } = office
  const file = await store.findFile(asked.db, p.id, number)
  if (file === undefined || !sees(file, asked.actor)) return no('case.unknown')
  const v = verbOf(p, verb)
  const barred = barring(p, file, verb, asked.actor)
  if (barred !== undefined) return refuse(barred)
  const { draft, answers: before } = await paperOf(asked, office, file, verb)
  const form = v && formOf(p, v, draft?.version)
  const own = form?.pages.find(({ id }) => id === page)
  if (form === undefined || own === undefined) return no('case.unknown')
  const keys = own.questions.map(({ key }) => key)
  const kept = Object.fromEntries(Object.entries(before).filter(([key]) => !keys.includes(key)))
  const answers = { ...kept, ...pick(sent.answers ?? {}, keys) }
  const wrong = [
    ...slips(form, answers, asked.now(), [], { pages: [page], whole: false }),
    ...secretSlips(form, answers, pick(sent.secrets ?? {}, keys) as Readonly<Record<string, string>>),
  ]
  if (wrong.length > 0) return refuse(...wrong)
  const sealed = Object.fromEntries(
    Object.entries(sent.secrets ?? {})
      .filter(([key, words]) => keys.includes(key) && words !== '')
      .map(([key, words]) => [key, seal(asked.site.secret, purposeOf(file, key), words).toString('base64url')]),
  )
  await store.saveDraft(
    asked.db,
    file.id,
    {
      ...{ verb, form: form.id, version: form.version, savedAt: asked.now() },
      answers: pick(
        answers,
        questionsOf(form)
          .filter((q) => !isSecret(q))
          .map(({ key }) => key),
      ),
      sealed: { ...draft?.sealed, ...sealed },
    },
    actorId(asked.actor),
  )
  return done(file)
}

export const pick = (answers: Answers, keys: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => keys.includes(key)))

/** Erases a file that was begun and never sent. */
export async function erase(asked: Acting, { procedure }: Office, number: string): Promise<Outcome<null>> {
  const file = await store.findFile(asked.db, procedure.id, number)
  if (file === undefined || sideOf(file, asked.actor) !== (procedure.begunBy ?? 'party')) return no('case.unknown')
  if (procedure.begunBy === 'unit') {
    if (file.officer !== deskOf(asked.actor)?.officer) return no('case.not-on-your-desk')
  } else if (partyOf(asked.actor) !== file.party) return no('case.not-your-part')
  if (file.seq > 0) return no('case.submitted')
  await store.eraseFile(asked.db, file.id, asked.now())
  return done(null)
}
