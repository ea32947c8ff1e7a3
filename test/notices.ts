import { randomUUID } from 'node:crypto'

/** A notice as a program sends it, about a system of our made-up world. */
export const noticeBody = (internalCode: string) => ({
  dossier: {
    name: `Umbrella adviser ${internalCode}`,
    version: '1.0',
    internalCode,
    providerName: 'The Umbrella Library',
    providerAddress: '1 Rain Street, Hà Nội',
    providerContact: 'library@example.vn',
    purpose: 'Tells readers which umbrella suits the weather.',
    functions: ['Chats about umbrellas'],
    architecture: 'A language model behind a chat window.',
    scope: 'Readers of the library',
    users: ['Librarians'],
    affected: ['Readers'],
    inputData: ['Questions of readers'],
    riskMeasures: 'A librarian reads along.',
    safetyMeasures: 'It can be switched off.',
    transparencyMeasures: 'It says that it is a machine.',
  },
  result: { level: 'medium' },
})

/** What a notifier sent and what it was told: the promise to be kept. */
export interface Promised {
  readonly key: string
  readonly code: string
  readonly status: number
  readonly type: string
  readonly body: Buffer
}

/** What one notifier sees of the portal, whatever happens to it: a key is repeated until it is answered. */
export class Notifier {
  readonly promised: Promised[] = []
  readonly refused: string[] = []
  #stopped = false
  readonly #url: string
  readonly #apiKey: string

  constructor(url: string, apiKey: string) {
    this.#url = url
    this.#apiKey = apiKey
  }

  stop(): void {
    this.#stopped = true
  }

  /** Notifies one system after another until stopped; the last one may stay without an answer. */
  async run(): Promise<void> {
    while (!this.#stopped) {
      const [key, code] = [randomUUID(), `umbrella-${randomUUID()}`]
      const answer = await this.#insist(key, code)
      if (answer === undefined) return
      if (answer.status < 300) this.promised.push(answer)
      else this.refused.push(`${answer.status} ${answer.body.toString()}`)
    }
  }

  async #insist(key: string, code: string): Promise<Promised | undefined> {
    while (!this.#stopped) {
      // Cut off or away: the notifier cannot know whether it was heard, so it says the same again.
      const answer = await this.send(key, code).catch(() => undefined)
      const inFlight = answer?.status === 409 && /in-flight/.test(answer.body.toString())
      if (answer !== undefined && answer.status < 500 && !inFlight) return answer
      await new Promise((resume) => setTimeout(resume, 50))
    }
    return undefined
  }

  async send(key: string, code: string): Promise<Promised> {
    const response = await fetch(`${this.#url}/api/v1/notices`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.#apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(noticeBody(code)),
      signal: AbortSignal.timeout(15_000),
    })
    const body = Buffer.from(await response.arrayBuffer())
    return { key, code, status: response.status, type: response.headers.get('content-type') ?? '', body }
  }
}
