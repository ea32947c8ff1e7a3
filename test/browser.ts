import { spawn } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs'
import { chmod, lstat, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

/**
 * A real Chromium for tests that arrives with npm: no root, no package of the system, no fonts of the system.
 * It is unpacked once into a folder named by its version; the folder appears whole or not at all, so that several
 * test files may start at the same moment.
 */
const HERE = dirname(fileURLToPath(import.meta.url))
const CACHE = join(HERE, '..', 'node_modules', '.cache')
/** Where in the unpacked folder each archive goes. */
const ARCHIVES = { fonts: 'fonts', swiftshader: '.', al2023: '.' } as const

/** What the package ships: `bin` beside its manifest. Its `exports` hide the manifest, so we look from its entry. */
function packaged(): { readonly bin: string; readonly version: string } {
  let folder = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))
  while (!existsSync(join(folder, 'bin', 'chromium.br'))) {
    if (folder === dirname(folder)) throw new Error('@sparticuz/chromium has no bin folder')
    folder = dirname(folder)
  }
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  return { bin: join(folder, 'bin'), version: manifest.version }
}

const run = (command: string, ...args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`))))
  })

const expand = (from: string, to: string, mode = 0o644): Promise<void> =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode }))

async function unpack(bin: string, folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true })
  const draft = await mkdtemp(`${folder}.`)
  try {
    await expand(join(bin, 'chromium.br'), join(draft, 'chromium'), 0o755)
    for (const [name, place] of Object.entries(ARCHIVES)) {
      // Through a file: tar on a pipe closes early under Node 20.
      const tar = join(draft, `${name}.tar`)
      await expand(join(bin, `${name}.tar.br`), tar)
      await mkdir(join(draft, place), { recursive: true })
      await run('tar', '--no-same-owner', '-xf', tar, '-C', join(draft, place))
      await rm(tar)
    }
    // A temporary folder is private; what is kept may be used by whoever runs the tests next.
    await chmod(draft, 0o755)
    await rename(draft, folder)
  } catch (fault) {
    await rm(draft, { recursive: true, force: true })
    // Somebody else was quicker: theirs is as good.
    if (!existsSync(join(folder, 'chromium'))) throw fault
  }
}

const fontsOf = (folder: string, scratch: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${scratch}/fonts</cachedir><config></config></fontconfig>
`

/** Nothing may phone home, wait for a keyring or paint through a GPU that is not there. */
const FLAGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--no-first-run',
  '--password-store=basic',
]

/** Opens Chromium. The caller closes it; the scratch folder goes with it. */
export async function openBrowser(): Promise<Browser> {
  const { bin, version } = packaged()
  const folder = await unpacked(bin, version)
  const scratch = await mkdtemp(join(tmpdir(), 'saola-browser-'))
  const fonts = join(scratch, 'fonts.conf')
  await writeFile(fonts, fontsOf(folder, scratch))
  const libraries = [
    join(folder, 'al2023', 'lib'),
    join(folder, 'lib'),
    folder,
    process.env.LD_LIBRARY_PATH ?? '',
  ].filter((path) => path !== '' && existsSync(path))
  const launch = () =>
    chromium.launch({
      executablePath: join(folder, 'chromium'),
      args: FLAGS,
      env: {
        ...(process.env as Record<string, string>),
        HOME: scratch,
        FONTCONFIG_FILE: fonts,
        LD_LIBRARY_PATH: libraries.join(':'),
      },
    })
  // A browser that dies while it starts (seen once, a fault of its own) is not what is tested.
  const browser = await launch().catch(launch)
  browser.on('disconnected', () => void rm(scratch, { recursive: true, force: true }).catch(() => undefined))
  return browser
}

/** In the cache of the installation; beside temporary files when that folder belongs to somebody else. */
async function unpacked(bin: string, version: string): Promise<string> {
  const kept = join(CACHE, `chromium-${version}`)
  const own = join(tmpdir(), `saola-chromium-${version}-${process.getuid?.() ?? 0}`)
  if (existsSync(join(kept, 'chromium'))) return kept
  try {
    await unpack(bin, kept)
    return kept
  } catch (fault) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes((fault as NodeJS.ErrnoException).code ?? '')) throw fault
  }
  if (!existsSync(own)) await unpack(bin, own)
  // Anybody may put a folder there under our name; we run only what is ours.
  if ((await lstat(own)).uid !== process.getuid?.()) throw new Error(`${own} belongs to somebody else`)
  return own
}
