import assert from 'node:assert/strict'
import test from 'node:test'
import { inTongues } from './tongue.ts'

test('what a provider declared in Vietnamese is read as Vietnamese on an English page', () => {
  assert.equal(
    inTongues('<h1>Trợ lý thành viên Trăng Non</h1><p>Hợp tác xã</p>', 'en'),
    '<h1><span lang="vi">Trợ lý thành viên Trăng Non</span></h1><p><span lang="vi">Hợp tác xã</span></p>',
  )
  assert.equal(inTongues('<td>Lê Thị Sao Mai</td>', 'en'), '<td><span lang="vi">Lê Thị Sao Mai</span></td>')
})

test('and what one declared in English as English on a Vietnamese page', () => {
  const purpose = 'Guides a robotic arm that holds the tissue while a surgeon sutures.'
  assert.equal(inTongues(`<p>${purpose}</p>`, 'vi'), `<p><span lang="en">${purpose}</span></p>`)
})

test('sentences of the portal stay whole: numbers of acts, names within them, short words', () => {
  for (const text of [
    'Decree 142/2026/NĐ-CP, art. 17',
    'Decision 33/2026/QĐ-TTg',
    'With Lê Thị Sao Mai since 19/11/2026 at 09:00.',
    'Declared “Medium risk”; “Chấm điểm tín dụng” (name) is common for entry IV.2 of the list.',
  ])
    assert.equal(inTongues(`<p>${text}</p>`, 'en'), `<p>${text}</p>`)
  for (const text of ['Heron Stand Planner', 'in to a the', 'Hệ thống phục vụ the của and', 'AI-ID VN-7AX8-KV6H-GV'])
    assert.equal(inTongues(`<p>${text}</p>`, 'vi'), `<p>${text}</p>`)
})

test('nothing is put where no element may stand, nor where the language is said already', () => {
  for (const html of [
    '<title>Trợ lý thành viên</title>',
    '<option value="1">Trợ lý thành viên</option>',
    '<textarea name="x">Trợ lý thành viên</textarea>',
    '<script type="application/json">{"a":"Trợ lý <b>thành viên"}</script>',
    '<svg><text>Trợ lý thành viên</text></svg>',
    '<a lang="vi" href="/vi">Tiếng Việt</a>',
    '<img alt="Trợ lý thành viên">',
  ])
    assert.equal(inTongues(html, 'en'), html)
})
