import { type Day, dayOf } from '../../base/day.ts'
import { done } from '../../base/outcome.ts'
import { api, type Route } from '../../web/route.ts'
import type { LabelAnswers } from '../../law/labelling.ts'
import { guided, makeLabel, wording } from './label-actions.ts'
import { GuideInput, GuideView, LabelPath, LabelQuery, LabelSvg, WordingView } from './label-schema.ts'

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

const guide = api({
  name: 'askLabelDuties',
  method: 'post',
  path: '/marks/labels/duties',
  who: 'anyone',
  stateless: true,
  summary: {
    vi: 'Phải thông báo, gắn nhãn hay đánh dấu gì, theo các câu trả lời; không lưu gì. Trả về câu hỏi tiếp theo nếu còn',
    en: 'Which notice, label or mark is owed, from answers; nothing is stored. Returns the next question, if any',
  },
  body: GuideInput,
  output: GuideView,
  handle: async ({ now }, { body }) => done(guided(body.answers as LabelAnswers, (body.on ?? dayOf(now())) as Day)),
})

export const labelApis: readonly Route[] = [drawing, words, guide]
