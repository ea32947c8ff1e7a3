import { createServer } from 'node:http'
import pg from 'pg'

/** The least that can answer: one query, one answer. Measured against by record.ts, which starts and ends it. */
const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 })

const server = createServer((request, response) => {
  const aiId = decodeURIComponent(request.url?.split('/').at(-1) ?? '')
  pool.query<{ public: unknown }>('select public from register_entry where ai_id = $1', [aiId]).then(
    ({ rows: [row] }) =>
      response.writeHead(row ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(row?.public)),
    () => response.writeHead(500).end(),
  )
})
server.listen(0, '127.0.0.1', () => {
  const place = server.address()
  console.log(`http://127.0.0.1:${typeof place === 'object' ? place?.port : 0}`)
})
