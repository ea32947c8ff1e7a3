import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { createPublicKey, verify } from 'node:crypto'
import { describe, test } from 'node:test'
import { createAdaptorServer } from '@hono/node-server'
import { openBrowser } from '../../test/browser.ts'
import { complaints } from '../../test/html.ts'
import { startWalk } from '../../test/journeys/walk.ts'
import { freshDatabase } from '../../test/kit.ts'
import { CARD, LOST, type Somebody, UMBRELLA, umbrellaOffice, umbrellaWorld } from '../../test/umbrella.ts'
import type { Outcome } from '../base/outcome.ts'
import { LANGS } from '../base/text.ts'
import { SESSION } from '../web/server.ts'
import { act, begin, open, type Sent } from './actions.ts'
import { filePages } from './pages-file.tsx'
import type { CaseFile } from './schema.ts'

const { kit, owner } = await freshDatabase()
kit.setNow('2026-11-02T02:00:00.000Z')
const world = await umbrellaWorld(kit)
const app = world.app(filePages(umbrellaOffice, { beside: (_, { file }) => <p>Bên cạnh hồ sơ của {file.subject}</p> }))

const must = <T,>(outcome: Outcome<T>): T => {
  if (!outcome.ok) assert.fail(JSON.stringify(outcome.refusals))
  return outcome.value
}
const at = (path: string, lang = 'vi'): string => `/${lang}/${UMBRELLA.path}/${path}`
const reported = async (more: Sent = {}): Promise<CaseFile> =>
  must(
    await open(world.as('lan'), umbrellaOffice, [
      { verb: 'report', answers: { ...LOST, ...more.answers }, secrets: CARD },
    ]),
  )
/** A step that a test does not look at, on its way to one that it does. */
const step = async (who: Somebody, { number }: CaseFile, verb: string, sent: Sent = {}): Promise<CaseFile> =>
  must(await act(world.as(who), umbrellaOffice, number, verb, undefined, sent))
const item = { field: 'place', label: { vi: 'Nơi mất', en: 'Where it was lost' }, reason: 'Chưa rõ tầng nào.' }

interface Seen {
  readonly status: number
  readonly to: string
  readonly html: string
}
const seen = async (answer: Response): Promise<Seen> => {
  const html = await answer.text()
  if (/text.html/.test(answer.headers.get('content-type') ?? '') && html !== '')
    assert.deepEqual(await complaints(html), [])
  return { status: answer.status, to: answer.headers.get('location') ?? '', html }
}
type Fields = Readonly<Record<string, string | readonly File[]>>
/** Every page that is looked at is checked to be valid HTML. */
const as = (who: Somebody) => ({
  get: async (path: string) => seen(await app.request(path, { headers: { cookie: `${SESSION}=${who}` } })),
  async post(path: string, fields: Fields) {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat() as (string | File)[]) body.append(name, one)
    return seen(await app.request(path, { method: 'POST', body, headers: { cookie: `${SESSION}=${who}` } }))
  },
})
/** The words of a page as a reader gets them, without marks. */
const words = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
const buttons = (html: string): string[] =>
  [...html.matchAll(/<(?:a|button)[^>]*class="govuk-button[^"]*"[^>]*>([\s\S]*?)<\/(?:a|button)>/g)].map(
    ([, text = '']) => text.replace(/<[^>]+>/g, '').trim(),
  )
const has = (html: string, ...all: readonly (string | RegExp)[]): void => {
  for (const one of all)
    assert.ok(typeof one === 'string' ? words(html).includes(one) : one.test(words(html)), `${one} in ${words(html)}`)
}
const hasNot = (html: string, ...all: readonly string[]): void => {
  for (const one of all) assert.ok(!words(html).includes(one), `${one} in ${words(html)}`)
}
const count = async (what: string, file: CaseFile): Promise<number> =>
  Number((await owner.query(`select count(*) from ${what} where file = $1`, [file.id])).rows[0].count)

describe('the file page', () => {
  test('says first what it is, where it stands, who holds it since when, and by when', async () => {
    const file = await reported()
    const { html } = await as('lan').get(at(file.number))
    has(
      html,
      `${file.number}: Ô cầu vồng`,
      'Đã báo Phòng đồ thất lạc đang xem.',
      'Đang chờ Phòng đồ thất lạc, từ 09:00 ngày 02/11/2026.',
      'Thời hạn gần nhất: Báo kết quả tìm trong thư viện, còn 24 giờ (đến 09:00 ngày 03/11/2026)',
      'Trả lời của phòng đồ thất lạc (của cơ quan)',
      'còn 5 ngày làm việc (đến hết thứ Hai 09/11/2026)',
      'Bên cạnh hồ sơ của Ô cầu vồng',
    )
    const order = ['Đã báo', 'Đang chờ', 'Thời hạn gần nhất', 'Việc bạn có thể làm', 'Diễn biến', 'Văn bản đã cấp']
    const places = order.map((text) => words(html).indexOf(text))
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    )
  })

  test('is written in English for whoever reads English', async () => {
    const file = await reported()
    const { html } = await as('binh').get(at(file.number, 'en'))
    has(
      html,
      'Reported The lost-property office is looking at it.',
      'With Lost-property office since 02/11/2026 at 09:00.',
    )
    has(html, 'Next date: Say whether it was found in the library, 24 hours left (until 03/11/2026 at 09:00)')
  })

  test('shows both clocks to both sides, with the article and how they were counted', async () => {
    const file = await reported()
    for (const who of ['lan', 'mai', 'khanh', 'thao'] as const) {
      const { html } = await as(who).get(at(file.number))
      has(html, 'Báo kết quả tìm trong thư viện (của bên nộp hồ sơ)', 'Trả lời của phòng đồ thất lạc (của cơ quan)')
      has(html, 'Giờ được tính liên tục', 'Ngày bắt đầu, thứ Hai 02/11/2026, không được tính')
      assert.match(html, /clock__name">[\s\S]*?provisions\/N19\.3/)
    }
  })

  test('says that a clock was met in time, was met late, is over, or ended with its file', async () => {
    const inTime = await step('lan', await reported(), 'found', {
      answers: { foundAt: kit.now(), foundWhere: 'Dưới gầm bàn', broken: 'no' },
    })
    has(
      (await as('khanh').get(at(inTime.number))).html,
      'đã xong trong hạn, lúc 09:00 ngày 02/11/2026 (hạn: 09:00 ngày 03/11/2026)',
    )
    const file = await reported()
    kit.setNow('2026-11-20T02:00:00.000Z')
    try {
      has(
        (await as('lan').get(at(file.number))).html,
        /đã quá hạn \d+ ngày \(hạn: 09:00/,
        /đã quá hạn \d+ ngày làm việc/,
      )
      const late = await step('lan', file, 'found', {
        answers: { foundAt: kit.now(), foundWhere: 'Dưới gầm bàn', broken: 'no' },
      })
      has((await as('lan').get(at(late.number))).html, 'nộp sau thời hạn: xong lúc 09:00 ngày 20/11/2026')
      const other = await reported()
      await step('khanh', other, 'take')
      await step('khanh', other, 'search')
      await step('thao', other, 'decide', { answers: { outcome: 'gone', reasons: 'Không tìm thấy.' } })
      const { html } = await as('lan').get(at(other.number))
      has(html, 'không còn chạy vì hồ sơ đã kết thúc', 'Hồ sơ đã xong.', 'Không ai còn phải xử lý')
      hasNot(html, 'Thời hạn gần nhất')
    } finally {
      kit.setNow('2026-11-02T02:00:00.000Z')
    }
  })

  test('offers each reader what is theirs to do, the decisive step first, and nothing else', async () => {
    const file = await reported()
    const own = async (who: Somebody) => buttons((await as(who).get(at(file.number))).html)
    assert.deepEqual(await own('lan'), ['Báo đã tìm thấy ô', 'Rút báo cáo', 'Viết tin nhắn', 'Gửi tin nhắn'])
    assert.deepEqual(await own('mai'), [])
    assert.deepEqual(await own('khanh'), ['Nhận xử lý hồ sơ', 'Viết tin nhắn', 'Gửi tin nhắn'])
    has((await as('mai').get(at(file.number))).html, 'Bạn chỉ có quyền xem hồ sơ của tổ chức này.')
    await step('khanh', file, 'take')
    assert.deepEqual(await own('khanh'), [
      ...['Bắt đầu tìm', 'Yêu cầu bổ sung', 'Chuyển đơn vị khác chủ trì', 'Viết tin nhắn', 'Gửi tin nhắn'],
    ])
    assert.deepEqual(await own('duc'), ['Nhận xử lý thay khanh', 'Viết tin nhắn', 'Gửi tin nhắn'])
    await step('khanh', file, 'ask', { items: [item] })
    assert.equal((await own('lan'))[0], 'Trả lời yêu cầu bổ sung')
  })

  test('a unit with a copy reads everything and has nothing to press; a stranger learns nothing', async () => {
    const file = await reported({ answers: { how: 'stolen', thief: 'Cao, mặc áo mưa.' } })
    const { html } = await as('gio').get(at(file.number))
    has(html, 'Đơn vị của bạn theo dõi hồ sơ này', 'Đơn vị theo dõi Phòng chống bão')
    assert.deepEqual(buttons(html), [])
    hasNot(html, 'Thông tin được che')
    for (const who of ['stranger', 'quan'] as const) {
      const { status, html: none } = await as(who).get(at(file.number))
      assert.equal(status, 404)
      hasNot(none, 'Ô cầu vồng')
    }
    assert.equal((await as('visitor').get(at(file.number))).status, 303)
  })

  test('the officer is named to the State, and to the party only the unit', async () => {
    const file = await reported()
    await step('khanh', file, 'take')
    has((await as('duc').get(at(file.number))).html, 'Cán bộ đang xử lý khanh', 'Phòng đồ thất lạc – khanh')
    hasNot((await as('lan').get(at(file.number))).html, 'khanh')
  })

  test('an officer’s reading leaves a note the party can see', async () => {
    const file = await reported()
    const notes = async () =>
      (await owner.query('select by from access_note where object = $1', [file.number])).rows.length
    await as('lan').get(at(file.number))
    assert.equal(await notes(), 0)
    await as('khanh').get(at(file.number))
    assert.equal(await notes(), 1)
  })
})

describe('a file that was begun and not sent', () => {
  test('leads to its form, says why there is no date, and is there for its party only', async () => {
    const { number } = must(await begin(world.as('lan'), umbrellaOffice))
    const { html } = await as('lan').get(at(number))
    has(html, `${number} `, 'Đang soạn Điền và gửi báo cáo.', 'Chưa gửi nên chưa có thời hạn.', 'Chưa có tệp nào.')
    has(html, 'Đang chờ tổ chức của bạn', 'Hồ sơ chưa được gửi. Chỉ tổ chức của bạn xem được.')
    assert.deepEqual(buttons(html), ['Điền biểu mẫu'])
    assert.match(html, new RegExp(`href="${at(number)}/do/report"`))
    assert.equal((await as('khanh').get(at(number))).status, 404)
  })
})

describe('taking a file', () => {
  test('happens once, and a colleague’s stale page is told where the file stands', async () => {
    const file = await reported()
    const done = await as('khanh').post(at(`${file.number}/take`), { seq: '1', once: 'a' })
    assert.deepEqual([done.status, done.to], [303, at(file.number)])
    const late = await as('duc').post(at(`${file.number}/take`), { seq: '1', once: 'b' })
    assert.equal(late.status, 409)
    has(late.html, 'Hồ sơ vừa có bước mới trong lúc bạn xem.', 'Nhận xử lý thay khanh')
    assert.equal((await as('mai').post(at(`${file.number}/take`), { seq: '2' })).status, 403)
  })

  test('whoever changes the language after a refusal comes back to the file', async () => {
    const file = await reported()
    assert.equal((await as('khanh').get(at(`${file.number}/take`, 'en'))).to, at(file.number, 'en'))
  })
})

describe('asking for more', () => {
  const taken = async (): Promise<CaseFile> => step('khanh', await reported(), 'take')

  test('starts with three rows, and a row more keeps what was typed', async () => {
    const file = await taken()
    const first = await as('khanh').get(at(`${file.number}/ask`))
    assert.equal(first.html.match(/name="reason-\d"/g)?.length, 3)
    assert.match(first.html, /<option value="place">Nơi mất<\/option>/)
    assert.match(first.html, /<option value="attachment">/)
    const more = await as('khanh').post(at(`${file.number}/ask`), {
      ...{ seq: '2', rows: '3', more: '1', 'field-2': 'place', 'reason-2': 'Tầng nào?' },
    })
    assert.equal(more.status, 200)
    assert.equal(more.html.match(/name="reason-\d"/g)?.length, 4)
    assert.match(more.html, /<option value="place" selected="">/)
    has(more.html, 'Tầng nào?')
  })

  test('says everything that is wrong at its row, and keeps every word', async () => {
    const file = await taken()
    const { status, html } = await as('khanh').post(at(`${file.number}/ask`), {
      ...{ seq: '2', once: 'c', rows: '3', 'field-1': '', 'reason-1': '' },
      ...{ 'field-2': 'place', 'reason-2': '', 'field-3': '', 'reason-3': 'Còn thiếu ảnh' },
    })
    assert.equal(status, 422)
    assert.match(html, /href="#reason-2"/)
    assert.match(html, /href="#field-3"/)
    assert.doesNotMatch(html, /href="#(field|reason)-1"/)
    has(html, 'Còn thiếu ảnh')
    const none = await as('khanh').post(at(`${file.number}/ask`), { seq: '2', rows: '3' })
    has(none.html, 'Hãy điền ít nhất một mục.')
    assert.equal(await count('casefile_event', file), 2)
  })

  test('a second list points at what the party sent later, and is refused at the row otherwise', async () => {
    const file = await taken()
    await step('khanh', file, 'ask', { items: [item] })
    await step('lan', file, 'answer', { replies: ['Tầng hai'] })
    const { html } = await as('khanh').get(at(`${file.number}/ask`))
    has(html, 'Đã có một danh sách trước đây.')
    assert.match(html, /<option value="4">Đã trả lời yêu cầu bổ sung/)
    assert.doesNotMatch(html, /<option value="1">/, 'the report came before the first list')
    const row = { seq: '4', once: 'd', rows: '3', 'field-1': 'other', 'reason-1': 'Ai đã ở tầng hai?' }
    const no = await as('khanh').post(at(`${file.number}/ask`), row)
    assert.equal(no.status, 422)
    assert.match(no.html, /href="#because-1"/)
    has(no.html, 'Chỉ được yêu cầu thêm điều này khi có trả lời')
    const yes = await as('khanh').post(at(`${file.number}/ask`), { ...row, 'because-1': '4' })
    assert.equal(yes.status, 303)
    has((await as('lan').get(at(file.number))).html, 'Ai đã ở tầng hai?', 'Phát sinh từ: Đã trả lời yêu cầu bổ sung')
  })

  test('who has not taken the file is led back to it, and refused when he posts', async () => {
    const file = await taken()
    assert.equal((await as('duc').get(at(`${file.number}/ask`))).to, at(file.number))
    const row = { seq: '2', rows: '3', 'field-1': 'place', 'reason-1': 'Tầng nào?' }
    assert.equal((await as('duc').post(at(`${file.number}/ask`), row)).status, 403)
  })
})

describe('answering', () => {
  const asked = async (): Promise<CaseFile> => {
    const file = await step('khanh', await reported(), 'take')
    return step('khanh', file, 'ask', { items: [item, { ...item, field: 'attachment', reason: 'Xin ảnh chiếc ô.' }] })
  }

  test('shows each item with its reason and wants an answer to every one', async () => {
    const file = await asked()
    has((await as('lan').get(at(file.number))).html, 'Cơ quan yêu cầu lúc', 'Xin ảnh chiếc ô.')
    const form = await as('lan').get(at(`${file.number}/answer`))
    has(form.html, '1. Nơi mất', 'Lý do: Chưa rõ tầng nào.', 'Lý do: Xin ảnh chiếc ô.')
    const { status, html } = await as('lan').post(at(`${file.number}/answer`), {
      ...{ seq: '3', once: 'e', 'reply-1': 'Tầng hai', 'reply-2': '  ' },
    })
    assert.equal(status, 422)
    assert.match(html, /href="#reply-2"/)
    assert.doesNotMatch(html, /href="#reply-1"/)
    has(html, 'Tầng hai')
  })

  test('goes with its files in one step; a wrong file takes everything back and loses no word', async () => {
    const file = await asked()
    const said = { seq: '3', 'reply-1': 'Tầng hai', 'reply-2': 'Ảnh đính kèm' }
    const bad = await as('lan').post(at(`${file.number}/answer`), {
      ...{
        ...said,
        once: 'f',
        file: [new File(['ảnh'], 'o.txt'), new File(['GIF89a\u0000\u0001'], 'o.gif', { type: 'image/gif' })],
      },
    })
    assert.equal(bad.status, 422)
    has(bad.html, 'Tệp o.gif không thuộc loại nhận được', 'Trình duyệt không giữ lại tệp đã chọn', 'Ảnh đính kèm')
    hasNot(bad.html, 'Tệp sẽ gửi kèm')
    assert.deepEqual([await count('casefile_attachment', file), await count('casefile_event', file)], [0, 3])
    const good = await as('lan').post(at(`${file.number}/answer`), {
      ...{ ...said, once: 'g', file: [new File(['ảnh'], 'o.txt', { type: 'text/plain' })] },
    })
    assert.equal(good.status, 303)
    const { html } = await as('khanh').get(at(file.number))
    has(html, 'o.txt', 'Đang chờ Phòng đồ thất lạc')
    const steps = await as('khanh').get(at(`${file.number}/steps/4`))
    has(steps.html, 'Nơi mất Lý do: Chưa rõ tầng nào. Trả lời: Tầng hai', 'Trả lời: Ảnh đính kèm', 'o.txt')
  })
})

describe('messages', () => {
  test('go both ways, once, and are read by everybody who sees the file', async () => {
    const file = await reported()
    const sent = { seq: '1', once: 'h', text: 'Ô có khắc tên không?' }
    assert.equal((await as('khanh').post(at(`${file.number}/message`), sent)).to, `${at(file.number)}#messages`)
    assert.equal((await as('khanh').post(at(`${file.number}/message`), sent)).status, 303)
    assert.equal(await count('casefile_event', file), 2)
    await as('lan').post(at(`${file.number}/message`), { seq: '2', once: 'i', text: 'Có,\nở cán.' })
    for (const who of ['lan', 'mai', 'khanh'] as const)
      has((await as(who).get(at(file.number))).html, 'Ô có khắc tên không?', 'Có, ở cán.')
  })

  test('an empty one is refused beside its box, one on a stale page keeps its words', async () => {
    const file = await reported()
    const empty = await as('lan').post(at(`${file.number}/message`), { seq: '1', text: ' ' })
    assert.equal(empty.status, 422)
    assert.match(empty.html, /href="#text"/)
    await step('khanh', file, 'take')
    const stale = await as('lan').post(at(`${file.number}/message`), { seq: '1', text: 'Còn nữa' })
    assert.equal(stale.status, 409)
    has(stale.html, 'Hồ sơ vừa có bước mới trong lúc bạn xem.', 'Còn nữa')
    assert.match(stale.html, /name="seq" value="2"/)
    assert.equal((await as('mai').post(at(`${file.number}/message`), { seq: '2', text: 'Xin chào' })).status, 403)
  })
})

describe('handing over', () => {
  test('names the other units, and the one that had it keeps a view', async () => {
    const file = await step('khanh', await reported(), 'take')
    const form = await as('khanh').get(at(`${file.number}/hand-over`))
    has(form.html, 'Phòng chống bão')
    assert.doesNotMatch(form.html, /value="umbrella"/)
    const none = await as('khanh').post(at(`${file.number}/hand-over`), { seq: '2', text: 'Do gió cuốn' })
    assert.equal(none.status, 422)
    assert.match(none.html, /href="#desk"/)
    has(none.html, 'Do gió cuốn')
    const done = await as('khanh').post(at(`${file.number}/hand-over`), {
      ...{ seq: '2', once: 'k', desk: 'umbrella-storm', text: 'Do gió cuốn' },
    })
    assert.equal(done.status, 303)
    has((await as('gio').get(at(file.number))).html, 'Đơn vị chủ trì Phòng chống bão', 'Phòng đồ thất lạc – khanh')
    has((await as('lan').get(at(`${file.number}/steps/3`))).html, 'Chuyển đơn vị chủ trì', 'Do gió cuốn')
    assert.deepEqual(buttons((await as('khanh').get(at(file.number))).html), [])
  })
})

describe('what was said at a step', () => {
  test('stands as the person saw it, in the reader’s language, secrets masked', async () => {
    const file = await reported()
    const vi = await as('khanh').get(at(`${file.number}/steps/1`))
    has(vi.html, 'Chiếc ô', 'Loại ô Ô che mưa', 'Màu sắc Đỏ Vàng kim', 'Số thẻ thư viện ••••••789 Mở xem')
    hasNot(vi.html, CARD.card)
    const en = await as('lan').get(at(`${file.number}/steps/1`, 'en'))
    has(en.html, 'The loss was reported', 'Kind of umbrella For rain', 'When you noticed')
    for (const none of ['9', 'x', '01'])
      assert.equal((await as('lan').get(at(`${file.number}/steps/${none}`))).status, 404)
  })

  test('a secret is opened alone, and each opening is noted', async () => {
    const file = await reported()
    const { html } = await as('khanh').get(at(`${file.number}/secret/card`))
    has(html, 'Số thẻ thư viện', CARD.card, 'Lần xem này đã được ghi lại')
    const { rows } = await owner.query('select by from access_note where object = $1', [`${file.number} card`])
    assert.equal(rows.length, 1)
    assert.equal((await as('khanh').get(at(`${file.number}/secret/name`))).status, 404)
    assert.equal((await as('stranger').get(at(`${file.number}/secret/card`))).status, 404)
  })
})

describe('documents', () => {
  const receipt = async (): Promise<{ readonly file: CaseFile; readonly path: string; readonly number: string }> => {
    const file = await reported()
    const { html } = await as('lan').get(at(file.number))
    const [path = '', number = ''] = /\/vi\/[\w/-]+\/documents\/(ULR-[\d-]+)/.exec(html) ?? []
    return { file, path, number }
  }

  test('say what was issued, to whom and on what, in both languages', async () => {
    const { path, number, file } = await receipt()
    const { html } = await as('khanh').get(path)
    has(
      html,
      'Giấy tiếp nhận báo mất ô',
      number,
      'Đã tiếp nhận báo mất ô.',
      'Cấp cho Thư viện Ô',
      'Tên gọi chiếc ô Ô cầu vồng',
    )
    has(html, 'Chế độ dùng thử – không có giá trị pháp lý', `http://localhost:8400${path}`)
    hasNot(html, CARD.card)
    has(
      (await as('lan').get(path.replace('/vi/', '/en/'))).html,
      'Receipt for the report of a loss',
      'Issued to Thư viện Ô',
    )
    assert.equal((await as('stranger').get(path)).status, 404)
    assert.equal((await as('lan').get(at(`${file.number}/documents/ULR-2026-999999`))).status, 404)
    assert.equal((await as('lan').get(`${path}.exe`)).status, 404)
  })

  test('come as PDF in both languages, as JSON, and signed so that anyone can check', async () => {
    const { path, number } = await receipt()
    const cookie = { headers: { cookie: `${SESSION}=lan` } }
    for (const lang of LANGS) {
      const answer = await app.request(`${path.replace('/vi/', `/${lang}/`)}.pdf`, cookie)
      assert.equal(answer.headers.get('content-type'), 'application/pdf')
      assert.match(Buffer.from(await answer.arrayBuffer()).toString('latin1'), /^%PDF/)
    }
    const content = (await (await app.request(`${path}.json`, cookie)).json()) as { number: string }
    assert.equal(content.number, number)
    const jws = await (await app.request(`${path}.jws`, cookie)).text()
    const [head = '', body = '', signature = ''] = jws.split('.')
    assert.deepEqual(JSON.parse(Buffer.from(body, 'base64url').toString()), content)
    const [jwk] = kit.keys.publicKeys().keys
    const key = createPublicKey({ key: jwk as never, format: 'jwk' })
    assert.ok(verify(null, Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url')))
  })
})

test('every page is accessible and fits a telephone, in both languages', async () => {
  const file = await reported()
  await step('khanh', file, 'take')
  await step('khanh', file, 'message', { text: 'Ô có khắc tên không?' })
  await step('khanh', file, 'ask', { items: [item, { ...item, field: 'other', reason: 'Ai đã mượn ô lần cuối?' }] })
  const second = await reported({ answers: { name: 'Ô giấy dầu của phòng đọc thiếu nhi tầng hai' } })
  await step('khanh', second, 'take')
  await step('khanh', second, 'ask', { items: [item] })
  await step('lan', second, 'answer', { replies: ['Tầng hai'] })
  const [path = ''] = /documents\/ULR-[\d-]+/.exec((await as('lan').get(at(file.number))).html) ?? []
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await openBrowser()
  try {
    for (const lang of LANGS)
      for (const [who, paths] of [
        ['lan', ['', '/answer', '/steps/1', '/steps/4', `/${path}`]],
        [
          'khanh',
          ['', '/hand-over', '/secret/card', `:${second.number}`, `:${second.number}/ask`, `:${second.number}/steps/4`],
        ],
      ] as const) {
        const context = await browser.newContext({ locale: lang })
        await context.addCookies([{ name: SESSION, value: who, url }])
        const walk = await startWalk(context, url, `file-${who}-${lang}`, lang, true)
        for (const one of paths)
          await walk.go(`/${UMBRELLA.path}/${one.startsWith(':') ? one.slice(1) : `${file.number}${one}`}`)
        assert.deepEqual(walk.complaints, [])
        await context.close()
      }
  } finally {
    await browser.close()
    await new Promise((closed) => server.close(closed))
  }
})
