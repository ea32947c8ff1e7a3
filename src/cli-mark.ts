import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { NotMarked } from './mark/marking.ts'
import { isContentId } from './mark/own.ts'
import { type Marker, type MarkOptions, openMarker, PortalSaysNo } from './marker.ts'

export const MARK_HELP = `  mark FILE…           mark audio, images and video of a system; the files stay here
    --portal URL         who signs (SAOLA_PORTAL)
    --ai-id ID           of which system
    --edited             edited by AI, not created
    --before FILE        the marked file this one was made from
    --out FOLDER         where marked files go (marked)
    --list FILE          many, by JSON lines: {"file": …, "contentId": …, "edited": …, "before": …, "out": …}
    --root FILE          the root of the portal as PEM, known from elsewhere
    --json               one line of JSON for each file
                         the API key stands in SAOLA_API_KEY, never among the arguments
                         (exit code 0: all marked, 1: some not, 2: could not begin)
`

export interface MarkSaid {
  readonly code: 0 | 1 | 2
  /** What was done, one line for each file. */
  readonly says: readonly string[]
  readonly faults: readonly string[]
}

interface Task {
  readonly file: string
  readonly out?: string
  readonly options: MarkOptions
}

class CannotBegin extends Error {}

/** How many files are under way at a time: while one waits for its signature another is reckoned. */
const AT_ONCE = 4

/** Marks files here. `told` hears of each file as it is done, and how many there are. */
export async function markCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  told: (done: number, all: number) => void = () => undefined,
): Promise<MarkSaid> {
  try {
    const { values, tasks } = wanted(args)
    const portal = (values.portal ?? env.SAOLA_PORTAL ?? '').replace(/\/$/, '')
    const [apiKey, aiId] = [env.SAOLA_API_KEY ?? '', values['ai-id'] ?? '']
    if (portal === '' || aiId === '') throw new CannotBegin('mark needs --portal and --ai-id.')
    if (apiKey === '') throw new CannotBegin('mark needs an API key in SAOLA_API_KEY.')
    const root = values.root === undefined ? {} : { root: read(values.root).toString() }
    const marker = await openMarker({ portal, apiKey, aiId, ...root })
    const out = values.out ?? 'marked'
    const lines = await inTurn(tasks, (task) => markOne(marker, task, out), told)
    const shown = lines.map((line) => (values.json ? JSON.stringify(line) : inWords(line)))
    const bad = lines.map((line) => line.fault !== undefined)
    return {
      code: bad.includes(true) ? 1 : 0,
      says: shown.filter((_, n) => values.json || bad[n] === false),
      faults: values.json ? [] : shown.filter((_, n) => bad[n] === true),
    }
  } catch (error) {
    if (error instanceof CannotBegin || error instanceof PortalSaysNo)
      return { code: 2, says: [], faults: [error.message] }
    throw error
  }
}

interface Line {
  readonly file: string
  readonly marked?: string
  readonly sidecar?: string
  readonly contentId?: string
  readonly manifestId?: string
  readonly layers?: readonly string[]
  readonly fault?: string
}

async function markOne(marker: Marker, { file, out, options }: Task, folder: string): Promise<Line> {
  try {
    const marked = await marker.mark(read(file), options)
    const place = out ?? join(folder, basename(file))
    // What stands there may be the only unmarked copy.
    if (existsSync(place)) return { file, fault: `${place} exists already.` }
    // Two films of one name, of different kinds: each keeps its own.
    const stem = `${place.slice(0, place.length - extname(place).length)}.c2pa`
    const sidecar = existsSync(stem) ? `${place}.c2pa` : stem
    const { contentId, manifestId, layers, placement } = marked
    if (placement === 'sidecar' && existsSync(sidecar)) return { file, fault: `${sidecar} exists already.` }
    mkdirSync(join(place, '..'), { recursive: true })
    writeFileSync(place, marked.file, { flag: 'wx' })
    const done = { file, marked: place, contentId, manifestId, layers }
    if (placement === 'embedded') return done
    writeFileSync(sidecar, marked.manifest, { flag: 'wx' })
    return { ...done, sidecar }
  } catch (error) {
    if (error instanceof NotMarked) return { file, fault: `not marked (${error.fault}): ${error.message}` }
    if (error instanceof PortalSaysNo || error instanceof CannotBegin) return { file, fault: error.message }
    throw error
  }
}

const inWords = ({ file, marked, sidecar, contentId, fault }: Line): string =>
  fault === undefined
    ? `${file} → ${marked}, content ${contentId}${sidecar === undefined ? '' : `; this kind holds no manifest: keep ${sidecar} beside it`}`
    : `${file}: ${fault}`

async function inTurn<T, R>(
  tasks: readonly T[],
  run: (task: T) => Promise<R>,
  told: (done: number, all: number) => void,
): Promise<R[]> {
  const results: R[] = []
  let [next, done] = [0, 0]
  const worker = async (): Promise<void> => {
    for (let n = next++; n < tasks.length; n = next++) {
      const task = tasks[n]
      if (task === undefined) return
      results[n] = await run(task)
      told((done += 1), tasks.length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}

function read(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    // Not there, or not ours to read: the same to whoever named it.
    throw new CannotBegin(`${file} cannot be read.`)
  }
}

function wanted(args: readonly string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const known = {
    ...{ portal: text, 'ai-id': text, before: text, out: text, list: text, root: text },
    ...{ edited: flag, json: flag },
  }
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: known })
    const common: MarkOptions = {
      ...(values.edited ? { statement: 'edited-by-ai' } : {}),
      ...(values.before === undefined ? {} : { before: read(values.before) }),
    }
    const named = positionals.map((file): Task => ({ file, options: common }))
    const tasks = [...named, ...(values.list === undefined ? [] : listed(values.list))]
    if (tasks.length === 0) throw new CannotBegin('mark needs a file, or --list.')
    return { values, tasks }
  } catch (error) {
    // What parseArgs throws is one sentence for who typed it.
    throw error instanceof TypeError ? new CannotBegin(error.message) : error
  }
}

/** Every line is judged before the first file is marked: nobody wants half a list done. */
function listed(list: string): Task[] {
  const lines = read(list).toString().split('\n')
  return lines.flatMap((line, n) => (line.trim() === '' ? [] : [taskOf(line, `${list}, line ${n + 1}`)]))
}

function taskOf(line: string, where: string): Task {
  let given: Record<string, unknown>
  try {
    given = JSON.parse(line) as Record<string, unknown>
  } catch {
    // The parser's own words would not help the reader.
    throw new CannotBegin(`${where}: no JSON.`)
  }
  const { file, contentId, edited, before, out } = given
  const statement = edited === true ? 'edited-by-ai' : 'created-by-ai'
  if (typeof file !== 'string' || file === '') throw new CannotBegin(`${where}: "file" is missing.`)
  if (contentId !== undefined && !(typeof contentId === 'string' && isContentId(contentId)))
    throw new CannotBegin(`${where}: "contentId" must be twelve hexadecimal digits.`)
  return {
    file,
    ...(typeof out === 'string' ? { out } : {}),
    options: {
      ...(typeof edited === 'boolean' ? { statement } : {}),
      ...(typeof contentId === 'string' ? { contentId } : {}),
      ...(typeof before === 'string' ? { before: read(before) } : {}),
    },
  }
}
