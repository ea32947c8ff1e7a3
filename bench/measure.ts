import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { cpus, loadavg, totalmem } from 'node:os'
import pg from 'pg'

/** What one round of one side came to. */
export interface Sample {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** Machine, versions and load: without them a figure says little. */
export async function printMachine(title: string, owner?: string): Promise<void> {
  const postgres = owner === undefined ? '' : `, PostgreSQL ${await versionOf(owner)}`
  const memory = Math.round(totalmem() / 2 ** 30)
  console.log(`\n${title}`)
  console.log(
    `  ${cpus().length} cores, ${memory} GB, Node ${process.version}${postgres}; load ${loadavg()
      .map((l) => l.toFixed(1))
      .join(' ')}`,
  )
}

async function versionOf(owner: string): Promise<string> {
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  try {
    const { rows } = await client.query<{ server_version: string; fsync: string }>(
      `select current_setting('server_version') as server_version, current_setting('fsync') as fsync`,
    )
    return `${rows[0]?.server_version} (fsync ${rows[0]?.fsync})`
  } finally {
    await client.end()
  }
}

/** So many at a time, each beginning the next when one ends, for so long. A failure ends the measurement. */
export async function press(parallel: number, ms: number, act: () => Promise<unknown>): Promise<Sample> {
  const took: number[] = []
  const began = performance.now()
  const one = async (): Promise<void> => {
    while (performance.now() - began < ms) {
      const before = performance.now()
      await act()
      took.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: parallel }, one))
  const seconds = (performance.now() - began) / 1000
  return { perSecond: took.length / seconds, p50: quantile(took, 0.5), p99: quantile(took, 0.99) }
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Every side once a round, one after the other, so that a busy minute meets them all alike. */
export async function interleave<N extends string, T>(
  rounds: number,
  sides: Readonly<Record<N, () => Promise<T>>>,
): Promise<Record<N, T[]>> {
  const names = Object.keys(sides) as N[]
  const samples = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<N, T[]>
  for (let round = 0; round < rounds; round += 1)
    for (const name of round % 2 === 0 ? names : names.toReversed()) samples[name].push(await sides[name]())
  return samples
}

const show = (n: number): string => (n >= 100 ? String(Math.round(n)) : n.toPrecision(3))
/** Median with the smallest and largest round. */
export const spread = (values: readonly number[]): string =>
  `${show(median(values))} [${show(Math.min(...values))}–${show(Math.max(...values))}]`

export function printSamples(name: string, samples: readonly Sample[]): void {
  const of = (key: keyof Sample): string => spread(samples.map((s) => s[key]))
  console.log(`  ${name.padEnd(28)} ${of('perSecond')} /s   p50 ${of('p50')} ms   p99 ${of('p99')} ms`)
}

/** `least`: the ratio must reach it; `most`: it must not pass it. */
export function printRatio(what: string, ratio: number, goal: { readonly least?: number; readonly most?: number }) {
  const met = ratio >= (goal.least ?? 0) && ratio <= (goal.most ?? Number.POSITIVE_INFINITY)
  const asked = goal.least === undefined ? `at most ${goal.most}` : `at least ${goal.least}`
  console.log(`  ${what}: ${show(ratio)} (goal ${asked}: ${met ? 'met' : 'MISSED'})`)
}

const agent = new Agent({ keepAlive: true, maxSockets: 100 })

/** A request with as little of a client as there is: it shares the machine with what is measured. */
export function ask(
  url: string,
  options: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string } = {},
): Promise<{ status: number; body: Buffer }> {
  return new Promise((done, failed) => {
    const { method = 'GET', headers = {}, body } = options
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request(url, { agent, method, headers: { ...headers, ...length } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => done({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }))
      response.on('error', failed)
    })
    // A server may close a connection at rest just when it is taken up again. Every write here carries its key.
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (sent.reusedSocket && error.code === 'ECONNRESET') ask(url, options).then(done, failed)
      else failed(error)
    })
    sent.end(body)
  })
}

/** Asks and insists on the status. */
export async function mustAnswer(
  url: string,
  status: number,
  options: Parameters<typeof ask>[1] = {},
): Promise<Buffer> {
  const answer = await ask(url, options)
  if (answer.status !== status) throw new Error(`${url} answered ${answer.status}: ${answer.body.toString()}`)
  return answer.body
}

/** In MB, as the kernel counts them. */
export function memoryOf(pid: number): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const field = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024
  return { now: field('VmRSS'), peak: field('VmHWM') }
}
