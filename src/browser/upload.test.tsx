import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, test } from 'node:test'
import type { Browser, Page as Tab } from 'playwright-core'
import { openBrowser } from '../../test/browser.ts'
import { assets } from '../web/assets.ts'
import { Page } from '../web/layout.tsx'
import { Button } from '../web/parts/button/part.tsx'
import { FileField } from '../web/parts/file-field/part.tsx'
import { FormShell, UPLOAD_WORDS } from '../web/parts/form-shell/part.tsx'
import { TextField } from '../web/parts/text-field/part.tsx'

interface Posted {
  readonly once: string
  readonly seq: string
  readonly kind: string
  readonly files: readonly string[]
}

let browser: Browser
let server: Server
let origin: string
/** What arrived, in order, and how the portal of the test behaves. */
let posted: Posted[] = []
let kept: string[] = []
let signedIn = true
let away = false

const filesPage = (problem?: string, title = 'Tài liệu'): string =>
  String(
    <Page
      lang="vi"
      title={title}
      path="/files"
      who={signedIn ? { name: 'Ễnh Ương', href: '/me', signOut: '/sign-out' } : undefined}
      problems={problem === undefined ? [] : [{ href: '#proofs', text: problem }]}
    >
      <h1>{title}</h1>
      <p id="kept">{kept.join(', ')}</p>
      <FormShell action="/files" once="abc" seq={kept.length} upload={UPLOAD_WORDS.vi} unsaved>
        <TextField name="kind" label="Loại" />
        <FileField name="proofs" label="Tài liệu" multiple error={problem} />
        <Button>Gửi tài liệu</Button>
      </FormShell>
    </Page>,
  )

/** What the portal's rim does: 303 after something was kept, 422 with the page otherwise, 303 to the door without a session. */
async function receive(body: Buffer<ArrayBuffer>, type: string): Promise<readonly [number, string]> {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData()
  const read = (name: string) => String(form.get(name))
  const files = form.getAll('proofs').map((file) => (file instanceof File ? file.name : ''))
  posted.push({ once: read('once'), seq: read('seq'), kind: read('kind'), files })
  if (!signedIn) return [303, '/sign-in']
  if (read('seq') !== String(kept.length)) return [409, filesPage('Trang này đã cũ')]
  if (read('kind') === '') return [422, filesPage('Hãy nói rõ loại tài liệu')]
  kept.push(...files)
  return [303, '/files?added=1']
}

before(async () => {
  server = createServer((request, response) => {
    const file = assets().find(request.url ?? '')
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'",
    )
    response.setHeader('content-type', file?.type ?? 'text/html; charset=utf-8')
    if (request.method !== 'POST') {
      response.end(file?.body ?? filesPage(undefined, request.url === '/sign-in' ? 'Đăng nhập' : undefined))
      return
    }
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => void chunks.push(chunk))
    request.on('end', () => {
      if (away) {
        request.socket.destroy()
        return
      }
      void receive(Buffer.concat(chunks), request.headers['content-type'] ?? '').then(([status, said]) => {
        response.statusCode = status
        if (status === 303) response.setHeader('location', said).end()
        else response.end(said)
      })
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  server.close()
})
beforeEach(() => {
  posted = []
  kept = []
  signedIn = true
  away = false
})

const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name.repeat(1000)) })

/** Opens the page, fills it in, and gives what the list of files says. */
async function visit(look: (tab: Tab) => Promise<void>, javaScriptEnabled = true): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled })
  const tab = await context.newPage()
  tab.setDefaultTimeout(10_000)
  const faults: string[] = []
  tab.on('pageerror', (fault) => void faults.push(fault.message))
  tab.on('dialog', (dialog) => {
    faults.push(`asked: ${dialog.type()}`)
    void dialog.accept()
  })
  await tab.goto(`${origin}/files`)
  await look(tab)
  await context.close()
  assert.deepEqual(faults, [])
}
const press = (tab: Tab) => tab.click('main button[type=submit]')
const choose = (tab: Tab, ...names: readonly string[]) => tab.setInputFiles('#proofs', names.map(file))

test('each chosen file is sent on its own, with a token of its own, from the state the one before left behind', async () => {
  await visit(async (tab) => {
    await tab.fill('#kind', 'biên bản')
    await choose(tab, 'a.txt', 'ảnh.txt', 'c.txt')
    await press(tab)
    await tab.waitForURL(`${origin}/files?added=1`)
    assert.equal(await tab.textContent('#kept'), 'a.txt, ảnh.txt, c.txt')
  })
  assert.deepEqual(
    posted,
    ['a.txt', 'ảnh.txt', 'c.txt'].map((name, n) => ({
      once: `abc-${n + 1}`,
      seq: String(n),
      kind: 'biên bản',
      files: [name],
    })),
  )
})

test('a file the server refuses says so in the server’s words, and goes again with what was mended', async () => {
  await visit(async (tab) => {
    await choose(tab, 'a.txt', 'b.txt')
    await press(tab)
    await tab.getByText('Không gửi được b.txt: Hãy nói rõ loại tài liệu').waitFor()
    assert.equal(await tab.getAttribute('.uploads', 'aria-live'), 'polite')
    assert.deepEqual(kept, [])
    await tab.fill('#kind', 'ảnh')
    await tab.getByRole('button', { name: 'Gửi lại a.txt' }).click()
    await tab.getByText('Đã gửi a.txt').waitFor()
    assert.equal(new URL(tab.url()).search, '', 'the page waits for the other file')
    await tab.getByRole('button', { name: 'Bỏ b.txt' }).click()
    await tab.waitForURL(`${origin}/files?added=1`)
  })
  assert.deepEqual(kept, ['a.txt'])
  assert.deepEqual(
    posted.map(({ once }) => once),
    ['abc-1', 'abc-2', 'abc-1'],
  )
})

test('a line that breaks and a session that has ended are told, and lose nothing', async () => {
  away = true
  await visit(async (tab) => {
    await tab.fill('#kind', 'ảnh')
    await choose(tab, 'a.txt')
    await press(tab)
    await tab.getByText('Không gửi được a.txt: tệp chưa đến nơi').waitFor()
    away = false
    signedIn = false
    await tab.getByRole('button', { name: 'Gửi lại' }).click()
    await tab.getByText('Không gửi được a.txt: Đăng nhập').waitFor()
    assert.equal(await tab.evaluate(() => document.activeElement?.textContent), await tab.textContent('.uploads p'))
    signedIn = true
    await tab.getByRole('button', { name: 'Gửi lại' }).click()
    await tab.waitForURL(`${origin}/files?added=1`)
  })
  assert.deepEqual(kept, ['a.txt'])
})

test('when every file was left out the page stays, and with none chosen the server says what is missing', async () => {
  await visit(async (tab) => {
    await choose(tab, 'a.txt')
    await press(tab)
    await tab.getByRole('button', { name: 'Bỏ' }).click()
    assert.equal(await tab.locator('.uploads li').count(), 0)
    assert.equal(await tab.evaluate(() => document.activeElement?.id), 'proofs')
    await press(tab)
    await tab.locator('.error-summary').waitFor()
  })
  assert.deepEqual(posted.at(-1), { once: 'abc', seq: '0', kind: '', files: [''] })
})

test('without a script all files go at once', async () => {
  await visit(async (tab) => {
    await tab.fill('#kind', 'ảnh')
    await choose(tab, 'a.txt', 'b.txt')
    await press(tab)
    await tab.waitForURL(`${origin}/files?added=1`)
  }, false)
  assert.deepEqual(posted, [{ once: 'abc', seq: '0', kind: 'ảnh', files: ['a.txt', 'b.txt'] }])
})
