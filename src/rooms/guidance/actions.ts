import { done } from '../../base/outcome.ts'
import type { Effect, Office } from '../../casework/actions.ts'
import { endNote, putNote } from '../assessment/actions.ts'
import { people } from '../parties/actions.ts'
import { GUIDANCE } from './procedure.ts'

/** A general answer stands under its question in the classification tool, from the moment it is published. */
const publish: Effect = async ({ db }, { file, event, paper: { answers = {} } }) => {
  const { topic, publicQuestion, publicAnswer } = answers
  const [question, asked, answered] = [topic, publicQuestion, publicAnswer].map(String)
  await putNote(db, {
    ...{ number: file.number, question: question ?? '', asked: asked ?? '', answered: answered ?? '', at: event.at },
  })
  return done(null)
}

const withdraw: Effect = async ({ db }, { file, event }) => {
  await endNote(db, file.number, event.at)
  return done(null)
}

export const guidanceOffice: Office = {
  procedure: GUIDANCE,
  people,
  effects: { publish, 'withdraw-publication': withdraw },
}
