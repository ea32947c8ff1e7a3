import { done } from '../../base/outcome.ts'
import { api, type Route } from '../../web/route.ts'
import { FILE_MOST } from './readers.ts'
import { markSent, signClaim, signClaims, stampQuery } from './signing-actions.ts'
import {
  ClaimRequest,
  ClaimsRequest,
  FileQuery,
  MarkedAnswer,
  QUERY_MOST,
  SignedClaim,
  SignedClaims,
  StampReply,
} from './signing-schema.ts'

const claim = api({
  name: 'signMark',
  method: 'post',
  path: '/marks/sign',
  who: { scope: 'marks:write' },
  // Signing again does no harm, and answers to keep would be kept for nothing.
  stateless: true,
  summary: {
    vi: 'Ký tuyên bố của một đánh dấu C2PA; nội dung không rời máy của bạn',
    en: 'Sign the claim of a C2PA mark; the content stays on your machine',
  },
  body: ClaimRequest,
  output: SignedClaim,
  async handle(asked, { body }) {
    const signed = await signClaim(asked, body.aiId, body.claim)
    return signed.ok ? done({ ...signed.value, cose: Buffer.from(signed.value.cose).toString('base64') }) : signed
  },
})

const many = api({
  name: 'signMarks',
  method: 'post',
  path: '/marks/sign-many',
  who: { scope: 'marks:write' },
  stateless: true,
  summary: {
    vi: 'Ký nhiều tuyên bố C2PA cùng lúc (tối đa 200); tuyên bố không hợp lệ được nêu riêng',
    en: 'Sign many claims of C2PA at once (at most 200); claims that are unfit are named',
  },
  body: ClaimsRequest,
  output: SignedClaims,
  async handle(asked, { body }) {
    const signed = await signClaims(asked, body.aiId, body.claims)
    if (!signed.ok) return signed
    const { items, serial, left, stampedAt } = signed.value
    const shown = items.map((one) =>
      one.ok
        ? { cose: Buffer.from(one.cose).toString('base64'), contentId: one.contentId }
        : { code: one.refusal.code, fault: one.refusal.facts?.fault ?? '' },
    )
    return done({ items: shown, serial, left, stampedAt })
  },
})

const sent = api({
  name: 'markFile',
  method: 'post',
  path: '/marks',
  who: { scope: 'marks:write' },
  stateless: true,
  file: FILE_MOST,
  summary: {
    vi: 'Đánh dấu một tệp được gửi đến; tệp không được lưu lại',
    en: 'Mark a file that is sent; the file is not kept',
  },
  query: FileQuery,
  output: MarkedAnswer,
  handle: (asked, { query, bytes }) => markSent(asked, bytes, query),
})

const stamp = api({
  name: 'stampTime',
  method: 'post',
  path: '/marks/tsa',
  who: 'anyone',
  stateless: true,
  file: QUERY_MOST,
  fileType: 'application/timestamp-query',
  media: 'application/timestamp-reply',
  summary: {
    vi: 'Đóng dấu thời gian theo RFC 3161 cho người ký ở nơi khác; chỉ nhận giá trị băm, không lưu gì',
    en: 'A time stamp as of RFC 3161, for whoever signs elsewhere; takes a hash alone and keeps nothing',
  },
  output: StampReply,
  handle: (asked, { bytes }) => stampQuery(asked, bytes),
})

export const signApis: readonly Route[] = [claim, many, sent, stamp]
