import { done, type Outcome } from '../../base/outcome.ts'
import type { Office } from '../../casework/actions.ts'
import { type Answer, page, type Route } from '../../web/route.ts'
import { evidenceOfDocument, evidenceOfNotice, evidenceOfRecord } from './evidence.ts'

const ENDING = '.tlog-proof'

const handOut = (name: string, file: Outcome<string>): Outcome<Answer> =>
  file.ok ? done({ download: { type: 'text/plain; charset=utf-8', name: `${name}${ENDING}`, body: file.value } }) : file

const receiptProof = page({
  name: 'receiptProof',
  method: 'get',
  path: `/notices/{number}/receipt${ENDING}`,
  who: 'person',
  handle: async (asked, { params: { number = '' } }) => handOut(number, await evidenceOfNotice(asked, number)),
})

const recordProof = page({
  name: 'recordProof',
  method: 'get',
  path: `/register/{aiId}/record${ENDING}`,
  who: 'anyone',
  open: true,
  handle: async (asked, { params: { aiId = '' } }) => handOut(aiId, await evidenceOfRecord(asked, aiId)),
})

const documentProof = (office: Office): Route =>
  page({
    name: `${office.procedure.id}.documentProof`,
    method: 'get',
    path: `/${office.procedure.path}/{number}/documents/{doc}${ENDING}`,
    who: 'person',
    async handle(asked, { params: { number = '', doc = '' } }) {
      const name = doc.slice(0, -ENDING.length)
      return handOut(name, await evidenceOfDocument(asked, office, number, name))
    },
  })

/** Evidence files. They stand before the pages of the procedures, whose documents take every other ending. */
export const evidencePages = (offices: readonly Office[]): readonly Route[] => [
  receiptProof,
  recordProof,
  ...offices.map(documentProof),
]
