import { api, type Route } from '../../web/route.ts'
import { attest } from './attestation.ts'
import { AttestationQuery, SignedAttestation } from './attestation-schema.ts'

const attestSearch = api({
  name: 'attestSearch',
  method: 'get',
  path: '/register/attestation',
  who: 'anyone',
  summary: {
    vi: 'Kết quả tra cứu có chữ ký, tính đến một mốc của nhật ký công khai, kèm bằng chứng cho từng kết quả',
    en: 'A signed search result as of a checkpoint of the public log, with a proof for each match',
  },
  query: AttestationQuery,
  output: SignedAttestation,
  handle: (asked, { query }) => attest(asked, query),
})

export const searchApis: readonly Route[] = [attestSearch]
