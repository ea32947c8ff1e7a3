import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { create } from 'qrcode'
import type { Instant } from '../base/day.ts'
import { characters } from './document/coverage.ts'

/** What a template may read: plain JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/** Templates live beside their room and begin `#import "/web/document/letterhead.typ": data, letter`. */
const SOURCES = join(dirname(fileURLToPath(import.meta.url)), '..')
/** Renders whose results typst may remember; more only costs memory. */
const REMEMBERED = 10

/** Whole faces, not the subsets of the web: every Vietnamese letter must be inside the file. */
const faces = (): string[] => {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/be-vietnam-pro/package.json'))
  return ['400Regular', '700Bold'].map((face) => join(folder, face))
}

let drawable: ReadonlySet<number> | undefined
/** What both faces can draw. */
function covered(): ReadonlySet<number> {
  if (drawable === undefined) {
    const [regular = new Set<number>(), bold = new Set<number>()] = faces().map((folder) => {
      const file = readdirSync(folder).find((name) => name.endsWith('.ttf')) ?? ''
      return characters(readFileSync(join(folder, file)))
    })
    drawable = new Set([...regular].filter((code) => bold.has(code)))
  }
  return drawable
}

const BLANK = new Set(['\n', '\t'])

/**
 * Text as our faces can draw it. What they cannot (an emoji, a Chinese character) is named by its number, `[U+4E2D]`,
 * so that a receipt is always possible and never silently says less; control characters, which say nothing, go.
 */
export const printable = (text: string): string =>
  Array.from(text.normalize('NFC'))
    .map((sign) => {
      const code = sign.codePointAt(0) ?? 0
      if (BLANK.has(sign) || covered().has(code)) return sign
      if (/[\p{Cc}\p{Cf}\p{Mn}]/u.test(sign)) return ''
      return /\p{Zs}/u.test(sign) ? ' ' : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
    })
    .join('')

const printableIn = (data: Json): string =>
  JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? printable(value) : value))

/** Loaded at the first document: the engine is large, and most processes never print. */
let engine: Promise<NodeCompiler> | undefined
const compiler = (): Promise<NodeCompiler> => {
  engine ??= import('@myriaddreamin/typst-ts-node-compiler').then(({ NodeCompiler }) =>
    NodeCompiler.create({ workspace: SOURCES, fontArgs: [{ fontPaths: faces() }] }),
  )
  return engine
}

/** Only where and what is wrong with the template; never the data, which may be personal. */
class TemplateFault extends Error {}

/**
 * A PDF/A-2b from a template (the path of a `.typ` file under `src/`, or its text) and data. The data travels beside
 * the source as `sys.inputs.data`, never inside it, so nothing in it can become markup or code. The same template,
 * data and moment give the same bytes.
 */
export async function renderPdf(template: string, data: Json, at?: Instant): Promise<Uint8Array> {
  const typst = await compiler()
  const isPath = template.endsWith('.typ') && !template.includes('\n')
  const inputs = { data: printableIn(data) }
  const result = typst.compile(
    isPath ? { mainFilePath: join(SOURCES, template), inputs } : { mainFileContent: template, inputs },
  )
  const page = result.result
  if (page === null) {
    const fault = result.takeError()
    const said: readonly { message?: string }[] = fault === null ? [] : typst.fetchDiagnostics(fault)
    throw new TemplateFault(said.map(({ message }) => message ?? '').join('; ') || 'typst gave no document')
  }
  const moment = at === undefined ? Date.now() : Date.parse(at)
  const pdf = typst.pdf(page, { pdfStandard: 'a-2b', creationTimestamp: Math.floor(moment / 1000) })
  typst.evictCache(REMEMBERED)
  return pdf
}

/** A QR code as rows of 0 and 1, for `qr-code(rows)` of the letterhead. */
export function qrMatrix(text: string): readonly string[] {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  return Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (_, x) => (modules.get(y, x) ? '1' : '0')).join(''),
  )
}
