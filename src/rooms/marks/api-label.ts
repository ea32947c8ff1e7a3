import { done } from '../../base/outcome.ts'
import { api, type Route } from '../../web/route.ts'
import { makeLabel, wording } from './label-actions.ts'
import { LabelPath, LabelQuery, LabelSvg, WordingView } from './label-schema.ts'

const drawing = api({
  name: 'drawLabel',
  method: 'get',
  path: '/marks/labels/{shape}.svg',
  who: 'anyone',
  summary: {
    vi: 'Nhãn hiển thị dưới dạng SVG để đặt lên hình ảnh, video (Điều 18 Nghị định 142/2026/NĐ-CP): góc, dải, màn hình mở đầu, danh đề',
    en: 'A visible label as SVG to lay over a picture or video (Decree 142/2026/NĐ-CP, art. 18): corner, bar, opening card, credits',
  },
  params: LabelPath,
  query: LabelQuery,
  output: LabelSvg,
  media: 'image/svg+xml',
  async handle(asked, { params, query }) {
    const label = await makeLabel(asked, params.shape, query)
    return label.ok ? done(label.value.svg) : label
  },
})

const words = api({
  name: 'listLabelWording',
  method: 'get',
  path: '/marks/labels/wording',
  who: 'anyone',
  summary: {
    vi: 'Câu chữ có sẵn cho thông báo và nhãn: video, lời đọc kèm thời lượng, văn bản, giao diện; tiếng Việt và tiếng Anh',
    en: 'Ready wording for notices and labels: video, spoken scripts with their length, texts, interfaces; Vietnamese and English',
  },
  output: WordingView,
  handle: async () => done(wording()),
})

export const labelApis: readonly Route[] = [drawing, words]
