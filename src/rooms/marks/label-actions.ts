import { done, type Outcome, refuse, type Refusal } from '../../base/outcome.ts'
import type { Day } from '../../base/day.ts'
import { type LabelAnswers, labelling, labelOptions, nextLabelQuestion } from '../../law/labelling.ts'
import type { Kit } from '../../db/kit.ts'
import { letterOn, MOST_COVERED, type Size } from '../../mark/label.ts'
import { statusOf } from '../supervision/actions.ts'
import { drawLabel, fits, type Label, type LabelWish, USUAL } from './label-art.ts'
import {
  type GuideView,
  type LabelCode,
  type LabelQuery,
  LENGTHS,
  LABEL_KINDS,
  type Shape,
  type WordingView,
} from './label-schema.ts'
import { KIND_CITE, LABEL_TEXT, NO_WORDING, saidIn, WORDINGS } from './words-label.ts'

const no = (code: LabelCode, field: string, cite: string, facts?: Refusal['facts']): Refusal => ({
  ...{ code, field, cite },
  ...(facts === undefined ? {} : { facts }),
})

/**
 * Draws a label to lay over a picture, a video or a page (Decree 142 art. 18.5.a). Refuses what could not be read or
 * would hide the picture (art. 18.3), and an AI-ID the public register does not have.
 */
export async function makeLabel(
  kit: Pick<Kit, 'reader' | 'now' | 'site'>,
  shape: Shape,
  query: LabelQuery,
): Promise<Outcome<Label>> {
  const { says, lang, length, look, letters, width, height, qr } = query
  const named = query.aiId === undefined ? null : await statusOf(kit, query.aiId)
  const picture: Size = width !== undefined && height !== undefined ? { width, height } : USUAL[shape]
  const least = letterOn(picture)
  const letter = query.size ?? least
  const refusals = [
    ...(qr === 'yes' && named === null ? [no('label.qr-without-id', 'qr', 'N14.4')] : []),
    ...(named !== null && !named.ok ? [no('label.unknown-ai-id', 'aiId', 'N14.4', { aiId: query.aiId ?? '' })] : []),
    ...((width === undefined) === (height === undefined)
      ? []
      : [no('label.half-size', width === undefined ? 'width' : 'height', 'N18.3.d')]),
    ...(letter < least ? [no('label.too-small', 'size', 'N18.3.a', { least: String(least) })] : []),
  ]
  if (refusals.length > 0) return refuse(...refusals)
  const aiId = named?.ok ? named.value.aiId : null
  const leads = qr === 'yes' && aiId !== null ? `${kit.site.url}/vi/register/${aiId}` : null
  const wish: LabelWish = { shape, says, lang, length, look, letters, aiId, leads, picture, letter }
  const label = drawLabel(wish)
  return fits(wish, label)
    ? done(label)
    : refuse(no('label.too-large', 'size', 'N18.3.đ', { most: String(MOST_COVERED * 100) }))
}

/** What is owed on these answers, and the question to put next (Law art. 11, Decree 142 art. 16 to 18). Keeps nothing. */
export function guided(answers: LabelAnswers, on: Day): GuideView {
  const found = labelling(answers, on)
  const next = nextLabelQuestion(answers, on)
  return {
    ...found,
    next: next === undefined ? null : { ...next, options: labelOptions(next, answers) },
  }
}

/** All ready wording: labels, cards, scripts to be spoken, lines for texts and interfaces (Decree art. 18.5, 18.6). */
export function wording(): WordingView {
  return {
    prescribed: false,
    note: NO_WORDING,
    cite: 'N18.5',
    labels: LABEL_KINDS.flatMap((says) =>
      LENGTHS.map((length) => ({ says, length, text: LABEL_TEXT[says][length], cite: KIND_CITE[says] })),
    ),
    items: WORDINGS.map(({ id, medium, use, text, cite, spoken, shown }) => ({
      ...{ id, medium, use, text, cite },
      ...(spoken ? { spokenSeconds: { vi: saidIn(text.vi, 'vi'), en: saidIn(text.en, 'en') } } : {}),
      ...(shown === undefined ? {} : { shownSeconds: shown }),
    })),
  }
}
