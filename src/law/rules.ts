import { type Day, day } from '../base/day.ts'
import { DOSSIER, type Dossier } from './dossier.ts'
import { DUTIES, DUTY_QUESTIONS, type DutyQuestion } from './duties.ts'
import type { Duty } from './duty.ts'
import type { Entry } from './highrisk/entry.ts'
import { LIST, LIST_VERSION, type ListVersion } from './highrisk/list.ts'
import { when } from './highrisk/when.ts'
import { INTERPRETER_VERSION } from './interpreter.ts'
import { MEDIUM, type Medium } from './medium.ts'
import { PROHIBITED, type ProhibitedAct } from './prohibited.ts'
import { RECLASSIFICATION, type Reclassification } from './reclassification.ts'
import { REMARKS, type Remark } from './remarks.ts'
import type { Test } from './rule.ts'
import { SCREENING, type Screening } from './screening.ts'
import { SECTOR_MENU, type SectorMenu } from './sectors.ts'
import { TRANSITION, type Transition } from './transition.ts'

/** An entry with its condition spelled out, so that an old rule set keeps the condition it was judged by. */
export type ListedEntry = Entry & { readonly when: Test }

/** Everything a classification depends on, as plain data: published, diffed, hashed, replayed. */
export interface Rules {
  readonly interpreter: string
  /** Before this day there is nothing to classify by. */
  readonly from: Day
  readonly list: ListVersion
  readonly screening: Screening
  readonly sectors: SectorMenu
  readonly entries: readonly ListedEntry[]
  readonly medium: Medium
  readonly transition: Transition
  readonly duties: readonly Duty[]
  readonly dutyQuestions: readonly DutyQuestion[]
  readonly dossier: Dossier
  readonly reclassification: Reclassification
  readonly prohibited: readonly ProhibitedAct[]
  readonly remarks: readonly Remark[]
}

/** The rules with the id a judgement is kept under; `ruleset.ts` makes it, a browser is handed it. */
export type RuleSet = Rules & { readonly id: string }

export const RULES: Rules = {
  interpreter: INTERPRETER_VERSION,
  from: day('2026-03-01'),
  list: LIST_VERSION,
  screening: SCREENING,
  sectors: SECTOR_MENU,
  entries: LIST.map((entry) => ({ ...entry, when: when(entry) })),
  medium: MEDIUM,
  transition: TRANSITION,
  duties: DUTIES,
  dutyQuestions: DUTY_QUESTIONS,
  dossier: DOSSIER,
  reclassification: RECLASSIFICATION,
  prohibited: PROHIBITED,
  remarks: REMARKS,
}
