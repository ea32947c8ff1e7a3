import { type Published, streamPublished } from '../../casework/actions.ts'
import { type DataSet, type Drawn, drawnSet } from '../../db/open-data.ts'
import type { Database } from '../../db/kit.ts'
import type { PublicCampaign } from './campaign-schema.ts'
import { listPublic } from './campaign-store.ts'
import { C } from './campaign-words.ts'
import { CHECK, INSPECTION } from './procedure.ts'
import { FIELDS, W } from './words.ts'

const words = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const list = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

const CONCLUDED: readonly Drawn<Published>[] = [
  { name: 'number', type: 'text', title: W.recordN, of: (c) => c.number },
  {
    name: 'kind',
    type: 'text',
    title: { vi: 'Loại', en: 'Kind' },
    about: { vi: 'check (kiểm tra) hoặc inspection (thanh tra).', en: 'check (art. 28.2) or inspection (art. 28.1).' },
    of: ({ content }) => words(content.kind),
  },
  {
    name: 'outcomes',
    type: 'list',
    title: W.result,
    about: {
      vi: 'none (không phát hiện vi phạm), order (cần yêu cầu của cơ quan), violation (chuyển xử lý vi phạm).',
      en: 'none (no violation found), order (an order is called for) or violation (passed on).',
    },
    of: ({ content }) => list(content.outcomes),
  },
  {
    name: 'aiId',
    type: 'text',
    title: { vi: 'Mã AI-ID', en: 'AI-ID' },
    about: { vi: 'Chỉ khi kết luận nêu tên hệ thống.', en: 'Only where the conclusion names the system.' },
    of: ({ content }) => words(content.aiId),
  },
  {
    name: 'systemName',
    type: 'text',
    title: W.system,
    about: { vi: 'Chỉ khi kết luận nêu tên hệ thống.', en: 'Only where the conclusion names the system.' },
    of: ({ content }) => words(content.system),
  },
  {
    name: 'summary',
    type: 'text',
    title: FIELDS.publicSummary,
    about: { vi: 'Như cơ quan đã viết.', en: 'As the authority wrote it, in Vietnamese.' },
    of: ({ content }) => words(content.summary),
  },
  {
    name: 'concludedAt',
    type: 'moment',
    title: { vi: 'Kết luận', en: 'Concluded' },
    of: (c) => words(c.content.concludedAt),
  },
  { name: 'publishedAt', type: 'moment', title: W.publishedOn, of: (c) => c.at },
]

async function* concluded(reader: Database): AsyncIterable<readonly Published[]> {
  for (const { id } of [CHECK, INSPECTION]) yield* streamPublished(reader, id)
}

const CONCLUSIONS: DataSet = drawnSet(
  {
    id: 'conclusions',
    title: W.conclusions,
    about: {
      vi: 'Kết luận thanh tra, kiểm tra đã được công khai (Điều 28 khoản 4 Luật Trí tuệ nhân tạo). Kết luận không công khai không có ở đây.',
      en: 'Conclusions of checks and inspections that were made public (Law on AI art. 28.4). What was withheld is not here.',
    },
    key: ['number'],
  },
  CONCLUDED,
  concluded,
)

const SAMPLED: readonly Drawn<PublicCampaign>[] = [
  { name: 'number', type: 'text', title: C.number, of: (c) => c.number },
  { name: 'title', type: 'text', title: C.name, of: (c) => c.title },
  {
    name: 'state',
    type: 'text',
    title: C.standing,
    about: {
      vi: 'announced (đã công bố), drawn (đã rút mẫu), closed (đã kết thúc), dropped (không tiến hành).',
      en: 'announced, drawn, closed or dropped.',
    },
    of: (c) => c.state,
  },
  { name: 'levels', type: 'list', title: C.levels, of: (c) => c.levels },
  {
    name: 'sectors',
    type: 'list',
    title: C.sectors,
    about: { vi: 'Trống nghĩa là mọi lĩnh vực.', en: 'Empty means every field.' },
    of: (c) => c.sectors,
  },
  { name: 'size', type: 'integer', title: C.size, of: (c) => c.size },
  { name: 'frameCount', type: 'integer', title: C.frameCount, of: (c) => c.frame.count },
  {
    name: 'frameSha256',
    type: 'text',
    title: C.frame,
    about: {
      vi: 'SHA-256 của các AI-ID xếp theo chữ, mỗi AI-ID một dòng.',
      en: 'SHA-256 of its AI-IDs in the order of their letters, one a line.',
    },
    of: (c) => c.frame.sha256,
  },
  {
    name: 'logSize',
    type: 'integer',
    title: C.logSize,
    about: {
      vi: 'Trống khi giá trị khởi tạo đến từ nguồn khác.',
      en: 'Empty where the seed comes from another source.',
    },
    of: (c) => c.logSize,
  },
  { name: 'seed', type: 'text', title: C.seed, of: (c) => c.seed },
  {
    name: 'sample',
    type: 'list',
    title: C.sample,
    about: { vi: 'Theo thứ tự rút.', en: 'In the order of the draw.' },
    of: (c) => c.sample,
  },
  { name: 'announcedAt', type: 'moment', title: C.announced, of: (c) => c.announcedAt },
  { name: 'drawnAt', type: 'moment', title: { vi: 'Rút mẫu', en: 'Drawn' }, of: (c) => c.drawnAt },
]

/** So few that one page holds them: a campaign is weeks of work. */
const MOST = 10_000

const SAMPLES: DataSet = drawnSet(
  {
    id: 'samples',
    title: C.publicTitle,
    about: {
      vi: 'Mẫu kiểm tra rút ngẫu nhiên, với mọi thứ cần để rút lại (Điều 10 khoản 5 Luật Trí tuệ nhân tạo). Có tên trong mẫu không có nghĩa là có vi phạm.',
      en: 'Samples of systems drawn at random to be checked, with all it takes to draw them again (Law on AI art. 10.5). To stand in one says nothing against a system.',
    },
    key: ['number'],
  },
  SAMPLED,
  async function* (reader) {
    yield await listPublic(reader, MOST)
  },
)

/** What checks and inspections publish as open data. */
export const SETS: readonly DataSet[] = [CONCLUSIONS, SAMPLES]
