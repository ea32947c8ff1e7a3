import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { Browser, Page as Tab } from 'playwright-core'
import { openBrowser } from '../../test/browser.ts'
import { assets } from '../web/assets.ts'
import { Page } from '../web/layout.tsx'
import { DataTable } from '../web/parts/data-table/part.tsx'

let browser: Browser
let server: Server
let tab: Tab

const queue = String(
  <Page lang="vi" title="Việc cần làm" path="/queue">
    <h1>Việc cần làm</h1>
    <div data-keys="keys">
      <DataTable
        caption="Hồ sơ"
        columns={[{ label: 'Hồ sơ' }, { label: 'Ghi chú' }]}
        rows={['a', 'b', 'c'].map((id) => [
          <a href={`#${id}`} id={id}>
            {id}
          </a>,
          <>
            <ul>
              <li>
                <a href="#x">x</a>
              </li>
            </ul>
            <label for={`note-${id}`}>Ghi chú</label>
            <input id={`note-${id}`} type="text" />
          </>,
        ])}
      />
    </div>
    <p id="keys" hidden>
      j và k để đi giữa các hồ sơ
    </p>
    <p id="outside" tabindex={-1}>
      Hết
    </p>
  </Page>,
)

before(async () => {
  server = createServer((request, response) => {
    const file = assets().find(request.url ?? '')
    response.setHeader('content-type', file?.type ?? 'text/html; charset=utf-8')
    response.end(file?.body ?? queue)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  browser = await openBrowser()
  tab = await browser.newPage()
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/queue`)
})
after(async () => {
  await browser.close()
  server.close()
})

/** Where the focus stands after these keys, begun at an element. */
async function from(id: string, ...keys: readonly string[]): Promise<string | undefined> {
  await tab.focus(`#${id}`)
  for (const key of keys) await tab.keyboard.press(key)
  return tab.evaluate(() => document.activeElement?.id)
}

test('j and k, or the arrows, go from row to row and stop at the ends', async () => {
  assert.equal(await from('a', 'j'), 'b')
  assert.equal(await from('a', 'j', 'ArrowDown', 'j'), 'c')
  assert.equal(await from('c', 'k', 'ArrowUp', 'k'), 'a')
})

test('Enter opens the file the focus stands on', async () => {
  await from('a', 'j', 'Enter')
  assert.equal(new URL(tab.url()).hash, '#b')
})

test('nothing moves while one types, with a modifier, or outside the list', async () => {
  assert.equal(await from('note-b', 'j', 'k', '?', 'ArrowDown'), 'note-b')
  assert.equal(await tab.inputValue('#note-b'), 'jk?')
  for (const key of ['Control+k', 'Alt+j', 'Meta+j', 'Shift+ArrowDown']) assert.equal(await from('b', key), 'b', key)
  assert.equal(await from('outside', 'j', '?'), 'outside')
  assert.equal(await tab.isVisible('#keys'), false)
})

test('? shows the help of the list, and takes it away again', async () => {
  await from('a', '?')
  assert.equal(await tab.isVisible('#keys'), true)
  assert.equal(await from('a', '?'), 'a')
  assert.equal(await tab.isVisible('#keys'), false)
})
