import { done } from '../../base/outcome.ts'
import { api, type Route } from '../../web/route.ts'
import { FILE_MOST } from './readers.ts'
import { markSent, signClaim } from './signing-actions.ts'
import { ClaimRequest, FileQuery, MarkedAnswer, SignedClaim } from './signing-schema.ts'

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

export const signApis: readonly Route[] = [claim, sent]
