import { done } from '../../base/outcome.ts'
import { api, file, type Route } from '../../web/route.ts'
import { BINDINGS, manifestOf, matchesByBinding, publicItem, registerItem, withdrawItem } from './item-actions.ts'
import {
  ALGORITHMS,
  Algorithms,
  Binding,
  BindingQuery,
  ItemOf,
  ItemRequest,
  Matches,
  PublicItem,
} from './item-schema.ts'

const WRITER = { scope: 'marks:write' } as const
const PATH = BINDINGS.replace('/api/v1', '')

const register = api({
  name: 'registerMarkItem',
  method: 'post',
  path: '/marks/items',
  who: WRITER,
  summary: {
    vi: 'Đăng ký nội dung đã đánh dấu để tìm lại được từ bản sao; nội dung không được gửi đến',
    en: 'Register marked content so that copies lead back to it; the content itself is not sent',
  },
  body: ItemRequest,
  output: PublicItem,
  status: 201,
  keep: 'record',
  handle: (asked, { body }) => registerItem(asked, body),
})

const withdrawn = api({
  name: 'withdrawMarkItem',
  method: 'delete',
  path: '/marks/items/{contentId}',
  who: WRITER,
  summary: { vi: 'Rút nội dung đã đăng ký', en: 'Withdraw a registered item' },
  params: ItemOf,
  output: ItemOf,
  async handle(asked, { params: { contentId } }) {
    const outcome = await withdrawItem(asked, contentId)
    return outcome.ok ? done({ contentId }) : outcome
  },
})

const item = api({
  name: 'getMarkItem',
  method: 'get',
  path: '/marks/items/{contentId}',
  who: 'anyone',
  summary: {
    vi: 'Nội dung đã đăng ký, theo mã nội dung trong đánh dấu',
    en: 'A registered item, by the content id in its mark',
  },
  params: ItemOf,
  output: PublicItem,
  handle: (asked, { params: { contentId } }) => publicItem(asked, contentId),
})

const MATCH = {
  vi: 'C2PA: tìm bản kê theo dấu chìm hoặc mã băm mà bạn đã tính trên máy mình',
  en: 'C2PA: find manifests by a watermark or hashes that were reckoned on your side',
}

const byBinding = api({
  name: 'findByBinding',
  method: 'get',
  path: `${PATH}/matches/byBinding`,
  who: 'anyone',
  summary: MATCH,
  query: BindingQuery,
  output: Matches,
  handle: (asked, { query }) => matchesByBinding(asked, query),
})

const byBindingPosted = api({
  name: 'findByBindingPosted',
  method: 'post',
  path: `${PATH}/matches/byBinding`,
  who: 'anyone',
  stateless: true,
  summary: MATCH,
  query: BindingQuery.pick({ maxResults: true }),
  body: Binding,
  output: Matches,
  handle: (asked, { query, body }) => matchesByBinding(asked, { ...body, ...query }),
})

const algorithms = api({
  name: 'listBindings',
  method: 'get',
  path: `${PATH}/services/supportedAlgorithms`,
  who: 'anyone',
  summary: { vi: 'C2PA: các thuật toán được hỗ trợ', en: 'C2PA: algorithms that are supported' },
  output: Algorithms,
  handle: async () => done({ watermarks: [{ alg: ALGORITHMS.watermark }], fingerprints: [{ alg: ALGORITHMS.image }] }),
})

const manifest = file({
  name: 'getManifest',
  path: `${BINDINGS}/manifests/{id}`,
  async handle(asked, { id = '' }) {
    const found = await manifestOf(asked, id)
    return found.ok ? done({ type: 'application/c2pa', body: found.value }) : found
  },
})

export const itemApis: readonly Route[] = [register, withdrawn, item, byBinding, byBindingPosted, algorithms, manifest]
