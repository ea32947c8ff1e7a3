import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { ICON } from './mark-drawing.ts'

/** One file as a browser may ask for it. Compressed bodies are absent where compressing gains nothing (fonts). */
export interface Asset {
  readonly type: string
  /** A script that runs WebAssembly in a worker, whose content security policy is its own. */
  readonly wasm?: true
  readonly body: Uint8Array
  readonly gzip?: Uint8Array
  readonly br?: Uint8Array
}

export interface Assets {
  readonly css: string
  readonly js: string
  /** The script of the page that checks evidence, which no other page loads. */
  readonly verify: string
  /** The script of the page that checks marks, and the one that looks at files beside it. */
  readonly check: string
  readonly look: string
  /** The script of the page on which providers mark files, and the one that marks them beside it. */
  readonly mark: string
  readonly sign: string
  /** The script of the pages on which officers open what is sealed. */
  readonly seal: string
  /** The script of a form that was held up: some seconds of reckoning. */
  readonly work: string
  /** The script of the page that labels pictures. */
  readonly label: string
  readonly icon: string
  /** Fonts worth fetching together with the style sheet: the text face, both subsets. */
  readonly preload: readonly string[]
  /** The file at an address under /assets/, or nothing. Names carry a hash of the content: cache them for ever. */
  find(path: string): Asset | undefined
}

const HERE = dirname(fileURLToPath(import.meta.url))
const STYLES = join(HERE, 'styles')
const SCRIPTS = join(HERE, '..', 'browser')
/** Floors below the scripts, from which they are bundled. */
const BELOW = ['base', 'log', 'mark'].map((floor) => join(HERE, '..', floor))
const CACHE = join(HERE, '..', '..', 'node_modules', '.cache', 'saola')
const SCRIPT = 'text/javascript; charset=utf-8'
const FACES = ['vietnamese-400', 'latin-400', 'vietnamese-700', 'latin-700']

const load = createRequire(import.meta.url)
const { resolve } = load
const folderOf = (name: string) => dirname(resolve(`${name}/package.json`))
const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex').slice(0, 12)

/** Style sheet and scripts as text, before fonts are named. */
interface Built {
  readonly css: string
  readonly js: string
  readonly verify: string
  readonly check: string
  readonly look: string
  readonly mark: string
  readonly sign: string
  readonly seal: string
  readonly work: string
  readonly label: string
}

function inputs(): string {
  // The compilers' versions are exact there, so another version is another sum.
  const sum = createHash('sha256').update(readFileSync(join(HERE, '..', '..', 'package.json')))
  for (const folder of [STYLES, SCRIPTS, ...BELOW])
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(scss|ts)$/.test(file)) sum.update(file).update(readFileSync(join(folder, file)))
  return sum.digest('hex').slice(0, 24)
}

/** The compilers are loaded only where there is something to compile: they hold tens of megabytes for ever. */
function build(): Built {
  const { compile } = load('sass') as typeof import('sass')
  const { buildSync } = load('esbuild') as typeof import('esbuild')
  const { css } = compile(join(STYLES, 'app.scss'), {
    style: 'compressed',
    loadPaths: [dirname(folderOf('govuk-frontend'))],
  })
  const bundle = (entry: string): string => {
    const made = buildSync({
      entryPoints: [join(SCRIPTS, entry)],
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      target: 'es2020',
    })
    return made.outputFiles[0]?.text ?? ''
  }
  return {
    css,
    js: bundle('app.ts'),
    verify: bundle('verify.ts'),
    check: bundle('check.ts'),
    look: bundle('look.ts'),
    mark: bundle('mark.ts'),
    sign: bundle('sign.ts'),
    seal: bundle('seal.ts'),
    work: bundle('work.ts'),
    label: bundle('label.ts'),
  }
}

/** The second start is instant; a folder that cannot be read or written only costs the second the building takes. */
function built(): Built {
  const kept = join(CACHE, `${inputs()}.json`)
  try {
    return JSON.parse(readFileSync(kept, 'utf8')) as Built
  } catch {
    const fresh = build()
    try {
      mkdirSync(CACHE, { recursive: true })
      const draft = `${kept}.${process.pid}`
      writeFileSync(draft, JSON.stringify(fresh))
      renameSync(draft, kept)
    } catch {
      // Read-only installation: build again next time.
    }
    return fresh
  }
}

function squeezed(text: string, type: string): Asset {
  const body = Buffer.from(text)
  return { type, body, gzip: gzipSync(body, { level: 9 }), br: brotliCompressSync(body) }
}

function gather(): Assets {
  const files = new Map<string, Asset>()
  const add = (name: string, ending: string, asset: Asset): string => {
    const path = `/assets/${name}.${hash(asset.body)}.${ending}`
    files.set(path, asset)
    return path
  }
  const fonts = new Map(
    FACES.map((face) => {
      const file = join(folderOf('@fontsource/be-vietnam-pro'), 'files', `be-vietnam-pro-${face}-normal.woff2`)
      return [face, add(`be-vietnam-pro-${face}`, 'woff2', { type: 'font/woff2', body: readFileSync(file) })]
    }),
  )
  const { css, js, verify, check, look, mark, sign, seal, work, label } = built()
  const faced = css.replace(/font:([a-z]+-\d+)/g, (_, face: string) => fonts.get(face) ?? '')
  return {
    css: add('app', 'css', squeezed(faced, 'text/css; charset=utf-8')),
    js: add('app', 'js', squeezed(js, SCRIPT)),
    verify: add('verify', 'js', squeezed(verify, SCRIPT)),
    check: add('check', 'js', squeezed(check, SCRIPT)),
    look: add('look', 'js', { ...squeezed(look, SCRIPT), wasm: true }),
    mark: add('mark-files', 'js', squeezed(mark, SCRIPT)),
    sign: add('sign', 'js', { ...squeezed(sign, SCRIPT), wasm: true }),
    seal: add('seal', 'js', squeezed(seal, SCRIPT)),
    work: add('work', 'js', squeezed(work, SCRIPT)),
    label: add('label', 'js', squeezed(label, SCRIPT)),
    icon: add('mark', 'svg', squeezed(ICON, 'image/svg+xml')),
    preload: FACES.slice(0, 2).flatMap((face) => fonts.get(face) ?? []),
    find: (path) => files.get(path),
  }
}

let known: Assets | undefined
/** Style sheet, scripts, fonts and icon, built once and kept in memory, compressed beforehand. */
export function assets(): Assets {
  known ??= gather()
  return known
}
