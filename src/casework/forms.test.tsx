import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { complaints } from '../../test/html.ts'
import { freshDatabase } from '../../test/kit.ts'
import {
  CARD,
  LOST,
  type Somebody,
  UMBRELLA,
  umbrellaOffice,
  umbrellaOfficeBefore,
  umbrellaWorld,
} from '../../test/umbrella.ts'
import type { Outcome } from '../base/outcome.ts'
import { holdsBytes } from '../db/files.ts'
import { dropErasedFiles } from '../rooms/systems/actions.ts'
import { SESSION } from '../web/server.ts'
import { act, attach, begin, getWhole, type Office, open, savePage } from './actions.ts'
import { casePages } from './pages.tsx'

const { kit, owner } = await freshDatabase()
const world = await umbrellaWorld(kit)
const app = world.app(casePages(umbrellaOffice))
const before = world.app(casePages(umbrellaOfficeBefore))

interface Seen {
  readonly status: number
  readonly to: string
  readonly html: string
}
async function seen(answer: Response): Promise<Seen> {
  const html = await answer.text()
  if (/html/.test(answer.headers.get('content-type') ?? '') && html !== '') assert.deepEqual(await complaints(html), [])
  return { status: answer.status, to: answer.headers.get('location') ?? '', html }
}
type Fields = Readonly<Record<string, string | readonly string[] | File | readonly File[]>>

/** Every page that is looked at is checked to be valid HTML. */
const as = (who: Somebody, portal = app) => ({
  get: async (path: string) => seen(await portal.request(path, { headers: { cookie: `${SESSION}=${who}` } })),
  async post(path: string, fields: Fields = {}) {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) body.append(name, one as string)
    return seen(await portal.request(path, { method: 'POST', body, headers: { cookie: `${SESSION}=${who}` } }))
  },
})
const lan = as('lan')
const count = async (sql: string): Promise<number> =>
  Number((await owner.query(`select count(*) as n from ${sql}`)).rows[0].n)
const must = <T,>(outcome: Outcome<T>): T => {
  if (!outcome.ok) assert.fail(JSON.stringify(outcome.refusals))
  return outcome.value
}
const hidden = (html: string, name: string): string[] =>
  [...html.matchAll(/<input type="hidden"[^>]*>/g)]
    .filter(([tag]) => tag.includes(` name="${name}"`))
    .map(([tag]) => / value="([^"]*)"/.exec(tag)?.[1] ?? '')
const problems = (html: string): string[] => {
  const [, list = ''] = /class="error-summary"[\s\S]*?<ul>([\s\S]*?)<\/ul>/.exec(html) ?? []
  return [...list.matchAll(/<a href="([^"]*)">([^<]*)/g)].map(([, href = '', text = '']) => `${href} ${text}`)
}

/** The boxes of each page of the report, as somebody types them. */
const PAGES: Readonly<Record<string, Fields>> = {
  umbrella: { name: 'Ô cầu vồng', kind: 'rain', colours: ['red', 'gold'], ribs: '8', serial: 'UM-0042' },
  loss: {
    ...{ 'lostOn-day': '30', 'lostOn-month': '10', 'lostOn-year': '2026' },
    ...{ 'noticedAt-day': '31', 'noticedAt-month': '10', 'noticedAt-year': '2026', 'noticedAt-time': '9:00' },
    ...{ place: 'Bến Sông', how: 'forgotten' },
  },
  borrower: { contact: 'o@thuvien.example', card: '123456789' },
  worth: { worth: '250' },
}
const text = (body: string, name: string, type = 'text/plain') => new File([body], name, { type })

async function begun(who: Somebody = 'lan', portal = app): Promise<string> {
  const { to, status } = await as(who, portal).post('/vi/umbrella-losses')
  assert.equal(status, 303)
  return to.replace('/vi/umbrella-losses/', '').replace('/do/report', '')
}
async function filled(...left: string[]): Promise<string> {
  const number = await begun()
  for (const [page, fields] of Object.entries(PAGES))
    if (!left.includes(page))
      assert.equal((await lan.post(`/vi/umbrella-losses/${number}/do/report/${page}`, fields)).status, 303)
  return number
}
const reported = async (): Promise<string> =>
  must(await open(world.as('lan'), umbrellaOffice, [{ verb: 'report', answers: LOST, secrets: CARD }])).number
const at = (number: string, rest = '', lang = 'vi') => `/${lang}/umbrella-losses/${number}${rest}`

describe('the start page', () => {
  test('says who it is for, what one needs, how long it takes and by which article, in both languages', async () => {
    const { html } = await lan.get('/vi/umbrella-losses')
    for (const words of ['Dành cho thư viện', 'Mô tả chiếc ô', '5 ngày làm việc', 'Điều 12', 'Bắt đầu báo mất ô'])
      assert.match(html, new RegExp(words))
    assert.match((await lan.get('/en/umbrella-losses')).html, /5 working days[\s\S]*Begin a report/)
  })

  test('leads a visitor to sign in and back, and shows a viewer or an officer no button', async () => {
    assert.match((await as('visitor').get('/vi/umbrella-losses')).html, /href="\/vi\/umbrella-losses\/new"/)
    assert.equal(
      (await as('visitor').get('/vi/umbrella-losses/new')).to,
      '/vi/sign-in?back=%2Fvi%2Fumbrella-losses%2Fnew',
    )
    assert.equal((await lan.get('/vi/umbrella-losses/new')).to, '/vi/umbrella-losses')
    for (const who of ['mai', 'khanh'] as const)
      assert.doesNotMatch((await as(who).get('/vi/umbrella-losses')).html, /Bắt đầu báo mất ô/)
  })

  test('shows members the open files of their organisation, and strangers nothing of them', async () => {
    const number = await begun()
    assert.match((await as('mai').get('/vi/umbrella-losses')).html, new RegExp(number))
    assert.doesNotMatch((await as('stranger').get('/vi/umbrella-losses')).html, new RegExp(number))
  })

  test('a form begun twice from one page begins one file', async () => {
    const [one, two] = [
      await lan.post('/vi/umbrella-losses', { once: 'same' }),
      await lan.post('/vi/umbrella-losses', { once: 'same' }),
    ]
    assert.equal(one.to, two.to)
  })
})

describe('a form of several pages', () => {
  test('is a list of tasks; it can be checked and sent only when nothing lacks', async () => {
    const number = await filled('worth')
    const list = await lan.get(at(number, '/do/report'))
    assert.match(list.html, /Đã lưu lúc/)
    assert.match(list.html, /Còn 1 phần chưa xong/)
    assert.doesNotMatch(list.html, /do\/report\/check/)
    assert.equal((await lan.get(at(number, '/do/report/check'))).to, at(number, '/do/report'))
    const last = await lan.post(at(number, '/do/report/worth'), PAGES.worth)
    assert.equal(last.to, at(number, '/do/report/check'))
    assert.match((await lan.get(at(number, '/do/report', 'en'))).html, /Check and send/)
  })

  test('saves and leads to the next part that lacks something, or back to the list', async () => {
    const number = await begun()
    const page = (id: string) => at(number, `/do/report/${id}`)
    assert.equal((await lan.post(page('loss'), PAGES.loss)).to, page('borrower'))
    assert.equal((await lan.post(page('worth'), PAGES.worth)).to, page('umbrella'))
    assert.equal((await lan.post(page('borrower'), { ...PAGES.borrower, go: 'list' })).to, at(number, '/do/report'))
    assert.equal((await lan.post(page('umbrella'), { name: 'Ô' })).to, at(number, '/do/report'))
    assert.equal((await lan.post(page('umbrella'), PAGES.umbrella)).to, page('check'))
  })

  test('knows the contact of the party already, and keeps what was typed', async () => {
    const number = await begun()
    assert.match((await lan.get(at(number, '/do/report/borrower'))).html, /value="o@thuvien\.example"/)
    await lan.post(at(number, '/do/report/umbrella'), PAGES.umbrella)
    const { html } = await lan.get(at(number, '/do/report/umbrella', 'en'))
    assert.match(html, /value="Ô cầu vồng"/)
    assert.match(html, /value="gold" checked/)
    assert.match(html, /value="rain" checked/)
  })

  test('says every problem at once, first above and in the same words at the field, and loses nothing typed', async () => {
    const number = await begun()
    const path = at(number, '/do/report/loss')
    const wrong = {
      ...PAGES.loss,
      'lostOn-month': '13',
      'noticedAt-year': '2030',
      place: 'x'.repeat(121),
      how: 'eaten',
    }
    const { status, html } = await lan.post(path, wrong)
    assert.equal(status, 422)
    assert.deepEqual(
      problems(html).map((line) => line.split(' ')[0]),
      ['#lostOn-day', '#noticedAt-day', '#place', '#how'],
    )
    for (const words of ['không có ngày này', 'thời điểm này chưa đến', 'tối đa 120 ký tự'])
      assert.equal(html.split(words).length, 3, words)
    assert.match(html, /name="lostOn-month"[^>]*value="13"/)
    assert.match(html, /name="noticedAt-year"[^>]*value="2030"/)
    assert.match(html, new RegExp(`value="x{121}"`))
    assert.equal(await count(`casefile_draft d join casefile f on f.id = d.file where f.number = '${number}'`), 0)
    assert.equal(
      (await as('binh').post(at(number, '/do/report/umbrella', 'en'), { ribs: '3', serial: 'A' })).status,
      422,
    )
  })

  test('a question that depends on another of the same page says when it is to be answered', async () => {
    const number = await filled('loss')
    assert.match((await lan.get(at(number, '/do/report/loss'))).html, /Chỉ trả lời khi bạn chọn «Bị lấy trộm»/)
    await lan.post(at(number, '/do/report/loss'), { ...PAGES.loss, how: 'stolen' })
    assert.match((await lan.get(at(number, '/do/report'))).html, /Còn 1 phần/)
    await lan.post(at(number, '/do/report/loss'), { ...PAGES.loss, thief: 'Cao, đội mũ' })
    assert.doesNotMatch((await lan.get(at(number, '/do/report/check'))).html, /Cao, đội mũ/)
  })

  test('a secret is never shown again: it is kept, an empty box leaves it, and a wrong one is refused', async () => {
    const number = await filled()
    const page = await lan.get(at(number, '/do/report/borrower'))
    assert.doesNotMatch(page.html, /123456789/)
    assert.match(page.html, /Đã lưu và mã hóa: ••••••/)
    assert.equal((await lan.post(at(number, '/do/report/borrower'), { contact: 'x', card: '' })).status, 303)
    const check = await lan.get(at(number, '/do/report/check'))
    assert.match(check.html, /Số thẻ thư viện[\s\S]*••••••/)
    assert.doesNotMatch(check.html, /123456789/)
    assert.equal((await lan.post(at(number, '/do/report/borrower'), { contact: 'x', card: '12' })).status, 422)
    assert.equal(await count(`casefile_draft where answers::text like '%123456789%'`), 0)
  })

  test('is sent from the check page, once however often the button is pressed', async () => {
    const number = await filled()
    const check = await lan.get(at(number, '/do/report/check'))
    assert.match(check.html, /Đỏ<br\s*\/?>Vàng kim/)
    assert.match(check.html, new RegExp(`href="${at(number, '/do/report/loss')}#place"`))
    assert.deepEqual(await complaints((await lan.get(at(number, '/do/report/check', 'en'))).html), [])
    const fields = { seq: hidden(check.html, 'seq')[0] ?? '', once: hidden(check.html, 'once').at(-1) ?? '' }
    const sent = await lan.post(at(number, '/do/report'), fields)
    assert.equal(sent.to, at(number, '/do/report/done'))
    assert.equal((await lan.post(at(number, '/do/report'), fields)).to, sent.to)
    assert.equal(await count(`casefile_event e join casefile f on f.id = e.file where f.number = '${number}'`), 1)
    assert.equal(must(await getWhole(world.as('lan'), umbrellaOffice, number)).hints.get('card'), '••••••789')
    const after = await lan.get(sent.to)
    for (const words of [number, 'Phòng đồ thất lạc đang xem', 'Giấy tiếp nhận báo mất ô ULR-'])
      assert.ok(after.html.includes(words))
    assert.equal((await lan.get(at(number, '/do/found/done'))).to, at(number), 'what was not done is not said to be')
    assert.equal((await lan.get(at(number, '/do/report'))).status, 409)
  })

  test('a refusal on sending is said on the check page and leads to the page of the field', async () => {
    const number = await filled()
    await lan.post(at(number, '/do/report/umbrella'), { ...PAGES.umbrella, kind: 'sun' })
    await lan.post(at(number, '/do/report/loss'), { ...PAGES.loss, how: 'storm' })
    const { status, html } = await lan.post(at(number, '/do/report'), { seq: '0' })
    assert.equal(status, 422)
    assert.match(problems(html)[0] ?? '', new RegExp(`^${at(number, '/do/report/loss')}#how Ô bị mất thế nào`))
    assert.equal(await count(`casefile where number = '${number}' and seq = 0`), 1)
    assert.equal(await count(`outbox where about like 'case:${number}%'`), 0)
  })

  test('a running draft survives a new version of the form', async () => {
    const number = await begun('lan', before)
    await as('lan', before).post(at(number, '/do/report/umbrella'), PAGES.umbrella)
    // The new version comes into force while the form is being filled in.
    assert.doesNotMatch((await lan.get(at(number, '/do/report'))).html, /Giá trị/)
    for (const page of ['loss', 'borrower'] as const) await lan.post(at(number, `/do/report/${page}`), PAGES[page])
    assert.equal((await lan.post(at(number, '/do/report'), { seq: '0' })).status, 303)
    const { papers } = must(await getWhole(world.as('lan'), umbrellaOffice, number))
    assert.deepEqual(papers.get(1)?.form, { id: 'report', version: 1 })
    assert.match((await lan.get(at(await begun(), '/do/report'))).html, /Giá trị/)
  })

  test('a file that was never sent can be erased, after a question, and one that was sent cannot', async () => {
    const number = await filled()
    assert.match((await lan.get(at(number, '/erase'))).html, /không lấy lại được/)
    assert.equal((await lan.post(at(number, '/erase'))).to, '/vi/umbrella-losses')
    assert.equal((await lan.get(at(number, '/do/report'))).status, 404)
    const sent = await reported()
    assert.equal((await lan.get(at(sent, '/erase'))).status, 409)
    assert.equal((await lan.post(at(sent, '/erase'))).status, 409)
  })
})

const FOUND: Fields = {
  ...{ 'foundAt-day': '1', 'foundAt-month': '11', 'foundAt-year': '2026', 'foundAt-time': '8h30' },
  ...{ foundWhere: 'Dưới gầm bàn', broken: 'no' },
}

describe('a form of one page', () => {
  test('is the whole thing: sent at once, with its files', async () => {
    const number = await reported()
    const page = await lan.get(at(number, '/do/found'))
    assert.match(page.html, /Báo đã tìm thấy ô/)
    const file = [text('một', 'một.txt'), text('hai', 'hai.txt')]
    const sent = await lan.post(at(number, '/do/found'), { ...FOUND, seq: '1', file })
    assert.equal(sent.to, at(number, '/do/found/done'))
    const whole = must(await getWhole(world.as('lan'), umbrellaOffice, number))
    assert.deepEqual(
      whole.attachments.map(({ name, seq }) => [name, seq]),
      [
        ['một.txt', 2],
        ['hai.txt', 2],
      ],
    )
    assert.equal(whole.file.answers.foundAt, '2026-11-01T01:30:00.000Z')
  })

  test('says what is wrong with answers and files at once, keeps what was typed and the good files', async () => {
    const number = await reported()
    const file = [text('một', 'một.txt'), new File([new Uint8Array([0, 1, 2])], 'chạy.bin'), text('', 'rỗng.txt')]
    const no = await lan.post(at(number, '/do/found'), { ...FOUND, foundWhere: '', broken: 'yes', seq: '1', file })
    assert.equal(no.status, 422)
    assert.deepEqual(
      problems(no.html).map((line) => line.split(' ')[0]),
      ['#foundWhere', '#damage', '#file'],
    )
    assert.match(no.html, /chạy\.bin[\s\S]*Đã nhận và giữ: một\.txt/)
    assert.match(no.html, /name="foundAt-time"[^>]*value="8h30"/)
    assert.equal(await count(`casefile_attachment a join casefile f on f.id = a.file where f.number = '${number}'`), 0)
    const again = { ...FOUND, seq: '1', kept: hidden(no.html, 'kept') }
    assert.equal((await as('binh').post(at(number, '/do/found'), again)).status, 303, 'another person’s kept files')
    const second = await reported()
    const once = await lan.post(at(second, '/do/found'), { ...FOUND, broken: '', seq: '1', file: text('ba', 'ba.txt') })
    assert.equal(
      (await lan.post(at(second, '/do/found'), { ...FOUND, seq: '1', kept: hidden(once.html, 'kept') })).status,
      303,
    )
    const names = async (n: string) =>
      must(await getWhole(world.as('lan'), umbrellaOffice, n)).attachments.map(({ name }) => name)
    assert.deepEqual([await names(number), await names(second)], [[], ['ba.txt']])
  })

  test('what was answered before stands in its box, and is gone when somebody empties it', async () => {
    const serial = UMBRELLA.forms.report?.[0]?.pages[0]?.questions.find(({ key }) => key === 'serial') ?? assert.fail()
    const [form = assert.fail()] = UMBRELLA.forms.found ?? []
    const pages = form.pages.map((page) => ({ ...page, questions: [...page.questions, serial] }))
    const forms = { ...UMBRELLA.forms, found: [{ ...form, pages }] }
    const office = { ...umbrellaOffice, procedure: { ...UMBRELLA, forms } }
    const answers = { ...LOST, serial: 'UM-0042' }
    const { number } = must(await open(world.as('lan'), office, [{ verb: 'report', answers, secrets: CARD }]))
    const own = as('lan', world.app(casePages(office)))
    assert.match((await own.get(at(number, '/do/found'))).html, /value="UM-0042"/)
    assert.equal((await own.post(at(number, '/do/found'), { ...FOUND, serial: '', seq: '1' })).status, 303)
    assert.equal(must(await getWhole(world.as('lan'), office, number)).file.answers.serial, undefined)
  })

  test('from a stale page it is refused with the present step, and nothing typed is lost', async () => {
    const number = await reported()
    must(await act(world.as('lan'), umbrellaOffice, number, 'message', 1, { text: 'Xin chào' }))
    const stale = await lan.post(at(number, '/do/found'), { ...FOUND, seq: '1' })
    assert.equal(stale.status, 409)
    assert.match(stale.html, /nay ở bước 2, trạng thái «Đã báo»/)
    assert.match(stale.html, /Dưới gầm bàn/)
    assert.deepEqual(hidden(stale.html, 'seq'), ['2'])
    assert.equal((await lan.post(at(number, '/do/found'), { ...FOUND, seq: '2' })).status, 303)
    const gone = await lan.post(at(number, '/do/found'), { ...FOUND, seq: '2' })
    assert.deepEqual([gone.status, /case\.changed-meanwhile/.test(gone.html)], [409, true])
  })

  test('an officer’s form works the same way, once the file is on the desk', async () => {
    const number = await reported()
    assert.equal((await as('khanh').get(at(number, '/do/search'))).status, 403)
    must(await act(world.as('khanh'), umbrellaOffice, number, 'take', 1))
    const confirm = await as('khanh').get(at(number, '/do/search'))
    assert.match(confirm.html, /Sau bước này, hồ sơ ở trạng thái «Đang tìm»/)
    assert.equal((await as('khanh').post(at(number, '/do/search'), { seq: '2' })).status, 303)
    const decided = await as('thao').post(at(number, '/do/decide', 'en'), {
      ...{ outcome: 'gone', reasons: 'Không thấy đâu.', seq: '3' },
      file: text('biên bản', 'biên bản.txt'),
    })
    assert.equal(decided.to, at(number, '/do/decide/done', 'en'))
  })

  test('a step that only has to be confirmed has one button, and warns where the file ends', async () => {
    const number = await reported()
    const page = await lan.get(at(number, '/do/withdraw', 'en'))
    assert.match(page.html, /govuk-button--warning/)
    assert.equal((await lan.post(at(number, '/do/withdraw', 'en'), {})).status, 409, 'no step named')
    assert.equal((await lan.post(at(number, '/do/withdraw', 'en'), { seq: '1' })).status, 303)
  })
})

describe('attachments', () => {
  test('come several in one post; those that cannot be taken never lose the others', async () => {
    const number = await begun()
    const path = at(number, '/files')
    const back = at(number, '/do/report')
    const added = await lan.post(path, {
      back,
      file: [
        text('một', 'một.txt'),
        new File([new Uint8Array([0, 1])], 'chạy.bin'),
        text('hai', 'hai.txt'),
        text('', 'rỗng.txt'),
      ],
    })
    assert.equal(added.status, 303)
    const page = await lan.get(added.to)
    assert.match(page.html, /Đã nhận một\.txt, hai\.txt/)
    assert.deepEqual(problems(page.html), [
      '#file Tệp chạy.bin không thuộc loại nhận được: PDF, DOCX, ODT, PNG, JPEG hoặc văn bản.',
      '#file Hãy chọn một tệp có nội dung.',
    ])
    assert.match(page.html, /<code>[0-9a-f]{64}<\/code>/)
    assert.match((await lan.get(back)).html, /2 tệp/)
    const [, id = ''] = new RegExp(`${path}/([0-9a-f-]{36})/remove`).exec(page.html) ?? []
    assert.equal((await lan.get(`${path}/${id}`)).html, 'một')
    assert.equal((await lan.post(`${path}/${id}/remove`, { back })).status, 303)
    assert.doesNotMatch((await lan.get(path)).html, /một\.txt/)
  })

  test('none chosen, or none that can be taken, is said on the page and keeps nothing', async () => {
    const number = await begun()
    for (const fields of [{}, { file: new File([new Uint8Array([0, 1])], 'chạy.bin') }])
      assert.equal((await lan.post(at(number, '/files', 'en'), fields)).status, 422)
    assert.deepEqual(await complaints((await lan.get(at(number, '/files', 'en'))).html), [])
  })

  test('a way back that leaves the file, or words of somebody else on our page, are not followed', async () => {
    const number = await begun()
    const { html } = await lan.get(at(number, '/files?back=https://elsewhere.example&told=W10'))
    assert.doesNotMatch(html, /(href|value)="https:\/\/elsewhere/)
    assert.deepEqual(problems(html), [])
  })

  test('what was chosen is seen by its own side only, and what was sent stays', async () => {
    const number = await reported()
    const one = must(await attach(world.as('lan'), umbrellaOffice, number, text('x', 'x.txt')))
    assert.equal((await as('khanh').get(at(number, `/files/${one.id}`))).status, 404)
    must(await act(world.as('lan'), umbrellaOffice, number, 'message', 1, { text: 'Kèm tệp' }))
    assert.equal((await as('khanh').get(at(number, `/files/${one.id}`))).html, 'x')
    assert.equal((await lan.post(at(number, `/files/${one.id}/remove`))).status, 409)
  })
})

test('erasing a file, or taking an attachment away, takes its bytes too, unless another file is made of them', async () => {
  const bytes = async (file: { readonly sha256: string }) => holdsBytes(kit.site.files, file.sha256)
  const [one, other] = [await begun(), await reported()]
  const add = async (number: string, body: string) =>
    must(await attach(world.as('lan'), umbrellaOffice, number, text(body, 'x.txt')))
  const [shared, own, taken] = [await add(one, 'chung'), await add(one, 'riêng'), await add(other, 'gỡ')]
  await add(other, 'chung')
  await lan.post(at(one, '/erase'))
  await lan.post(at(other, `/files/${taken.id}/remove`))
  assert.deepEqual(await Promise.all([shared, own, taken].map(bytes)), [true, true, true], 'not before the commit')
  await dropErasedFiles(kit)
  assert.deepEqual(await Promise.all([shared, own, taken].map(bytes)), [true, false, false])
})

const ADDRESSES: readonly (readonly ['get' | 'post', string])[] = [
  ['get', '/do/report'],
  ['get', '/do/report/umbrella'],
  ['get', '/do/report/check'],
  ['post', '/do/report/umbrella'],
  ['post', '/do/report'],
  ['get', '/do/found'],
  ['post', '/do/found'],
  ['get', '/files'],
  ['post', '/files'],
  ['get', '/files/01a201ff-88da-77b0-b882-b8e7a20f7f29'],
  ['post', '/files/01a201ff-88da-77b0-b882-b8e7a20f7f29/remove'],
  ['get', '/erase'],
  ['post', '/erase'],
]

describe('who may', () => {
  test('a file of another organisation is not there, at any address', async () => {
    for (const number of [await filled(), await reported(), 'UL-2026-999999'])
      for (const who of ['stranger', 'gio', 'quan'] as const)
        for (const [method, rest] of ADDRESSES)
          assert.equal((await as(who)[method](at(number, rest), {} as never)).status, 404, `${who} ${method} ${rest}`)
  })

  test('a viewer of the organisation may not write, nor take away', async () => {
    const number = await filled()
    const one = must(await attach(world.as('lan'), umbrellaOffice, number, text('x', 'x.txt')))
    const mai = as('mai')
    const file = text('y', 'y.txt')
    for (const [rest, fields] of [
      ['/do/report/umbrella', PAGES.umbrella],
      ['/do/report', { seq: '0' }],
      ['/files', { file }],
      [`/files/${one.id}/remove`, {}],
    ] as const)
      assert.equal((await mai.post(at(number, rest), fields)).status, 403, rest)
    assert.equal((await mai.post(at(number, '/erase'))).status, 404)
    assert.equal((await mai.get(at(number, '/do/report'))).status, 403)
    assert.deepEqual(
      (await savePage(world.as('mai'), umbrellaOffice, number, 'report', 'worth', { answers: { worth: 1 } })).ok,
      false,
    )
  })

  test('of many who take one step at the same moment one wins, and the others learn where the file stands', async () => {
    const number = await reported()
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => lan.post(at(number, '/do/withdraw'), { seq: '1' })),
    )
    assert.equal(answers.filter(({ status }) => status === 303).length, 1)
    assert.equal(
      answers.filter(({ status, html }) => status === 409 && /case\.changed-meanwhile/.test(html)).length,
      199,
    )
    assert.equal(await count(`casefile_event e join casefile f on f.id = e.file where f.number = '${number}'`), 2)
  })
})

test('a refusal of a room is said in its own words', async () => {
  const office: Office = {
    ...umbrellaOffice,
    procedure: {
      ...UMBRELLA,
      verbs: {
        ...UMBRELLA.verbs,
        found: {
          ...(UMBRELLA.verbs.found ?? assert.fail()),
          checks: () => [{ code: 'umbrella.wet', field: 'foundWhere' }],
        },
      },
    },
  }
  const says = { 'umbrella.wet': { vi: 'Chỗ ấy đang mưa.', en: 'It rains there.' } }
  const portal = world.app(casePages(office, { says }))
  const { status, html } = await as('lan', portal).post(at(await reported(), '/do/found'), { ...FOUND, seq: '1' })
  assert.deepEqual([status, problems(html)], [422, ['#foundWhere Nơi tìm thấy: Chỗ ấy đang mưa.']])
})

test('a file begun and left is private paper', async () => {
  const file = must(await begin(world.as('lan'), umbrellaOffice))
  assert.equal((await as('khanh').get(at(file.number, '/do/report'))).status, 404)
})
