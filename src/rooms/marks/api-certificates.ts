import { done } from '../../base/outcome.ts'
import { api, type Route } from '../../web/route.ts'
import * as act from './certificate-actions.ts'
import { CertificateOf, CertificateRequest, PublicCertificate, PublicCertificates } from './certificate-schema.ts'

const one = api({
  name: 'getMarkCertificate',
  method: 'get',
  path: '/marks/certificates/{serial}',
  who: 'anyone',
  summary: {
    vi: 'Chứng thư đánh dấu: cấp cho hệ thống nào, còn hiệu lực hay đã bị thu hồi',
    en: 'A certificate for marks: which system it was given to, whether it holds or was revoked',
  },
  params: CertificateOf,
  output: PublicCertificate,
  handle: (asked, { params: { serial } }) => act.publicCertificate(asked, serial),
})

const issue = api({
  name: 'issueMarkCertificateByApi',
  method: 'post',
  path: '/marks/certificates',
  who: { scope: 'marks:write' },
  summary: {
    vi: 'Cấp chứng thư đánh dấu cho một hệ thống của tổ chức (90 ngày)',
    en: 'Issue a certificate for marks of a system of the organisation (90 days)',
  },
  body: CertificateRequest,
  output: PublicCertificates,
  status: 201,
  async handle(asked, { body: { aiId } }) {
    const issued = await act.issueCertificate(asked, aiId)
    return issued.ok ? done({ serial: issued.value.serial, chain: act.chainOf(issued.value) }) : issued
  },
})

export const certificateApis: readonly Route[] = [one, issue]
