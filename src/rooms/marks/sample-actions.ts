import { mkdirSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../base/hash.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { codeOf } from '../../db/fault.ts'
import type { Kit } from '../../db/kit.ts'
import { heldBlob } from '../../mark/held.ts'
import { picture } from '../../mark/images.ts'
import { type MarkingEngine, markFile } from '../../mark/marking.ts'
import { hashes } from '../../mark/phash.ts'
import type { Pixels } from '../../mark/pixels.ts'
import { embed } from '../../mark/watermark.ts'
import { type Acting, markable, pemOf } from './certificate-actions.ts'
import type { Certificate } from './certificate-schema.ts'
import { compiledEngine, startEngine } from './engine.ts'
import { registerItem } from './item-actions.ts'
import { asPng, withPoints } from './png.ts'
import { SAMPLE_KINDS, type Sample, SampleNote, SAMPLES } from './sample-schema.ts'
import { registrationFor, signClaim } from './signing-actions.ts'

const NOTE = 'samples.json'
/** Long sides in points: enough for a watermark, few bytes. */
const SIDE = 400
/** Flat drawings: they fold to some kilobytes. */
const DRAWN = { marked: 11, generator: 5, plain: 10 } as const
/** As Stable Diffusion WebUI writes it. */
const WRITTEN =
  'umbrella on a river, flat colours\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 2026, Size: 400x267'

/**
 * Makes the files one may try the check with, and registers the marked one: in the made-up world only, where its system
 * stands in the register. A picture that a system marked, the same picture painted over, one with nothing but the text a
 * generator leaves, and one without any mark. Refuses where the system may not be marked.
 */
export async function laySamples(asked: Acting, aiId: string, certificate: Certificate): Promise<Outcome<null>> {
  const { site, authority } = asked
  if (site.samples === undefined || authority === undefined) return refuse({ code: 'certificate.no-issuer' })
  const found = await markable(asked, aiId)
  if (!found.ok) return found
  const said = await registrationFor(asked, found.value, { statement: 'created-by-ai' })
  const points = embed(picture(DRAWN.marked, SIDE), said.contentId)
  const engine = (await startEngine(compiledEngine())) as unknown as MarkingEngine
  const sign = async (claim: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
    const signed = await signClaim(asked, aiId, claim)
    if (!signed.ok) throw new Error(`a sample could not be signed: ${signed.refusals[0]?.code}`)
    return signed.value.cose
  }
  const roots = pemOf(authority.root)
  const { file } = await markFile(engine, { bytes: asPng(points), said, roots, sign, blobOf: heldBlob })
  const { statement, contentId } = said
  const item = { aiId, contentId, statement, type: 'png', sha256: sha256(file), hashes: hashes(points) } as const
  const registered = await registerItem(asked, item)
  if (!registered.ok) return registered
  lay(site.samples, certificate, {
    marked: file,
    changed: withPoints(file, painted(points)),
    generator: asPng(picture(DRAWN.generator, SIDE), ['parameters', WRITTEN]),
    plain: asPng(picture(DRAWN.plain, SIDE)),
  })
  return done(null)
}

/** The note last: files without it are not offered. */
function lay(folder: string, { notAfter }: Certificate, files: Readonly<Record<Sample, Uint8Array>>): void {
  mkdirSync(folder, { recursive: true })
  for (const sample of SAMPLE_KINDS) writeFileSync(join(folder, SAMPLES[sample]), files[sample])
  writeFileSync(join(folder, NOTE), JSON.stringify({ until: notAfter }))
}

/** A red bar right across, as nobody could overlook. */
function painted({ width, height, data }: Pixels): Pixels {
  const changed = Uint8ClampedArray.from(data)
  for (let y = Math.floor(height * 0.45); y < height * 0.6; y += 1)
    for (let x = 0; x < width; x += 1) changed.set([200, 30, 30], (y * width + x) * 4)
  return { width, height, data: changed }
}

/** Which samples there are to try: none outside the made-up world, and none after their certificate has ended. */
export async function offeredSamples({ site, now }: Pick<Kit, 'site' | 'now'>): Promise<readonly Sample[]> {
  if (site.samples === undefined) return []
  const note = await readIn(site.samples, NOTE)
  const read = note && SampleNote.safeParse(JSON.parse(note.toString()))
  return read?.success === true && now() < read.data.until ? SAMPLE_KINDS : []
}

/** The bytes of one sample. */
export async function sampleFile(kit: Pick<Kit, 'site' | 'now'>, name: string): Promise<Outcome<Uint8Array>> {
  const sample = (await offeredSamples(kit)).find((one) => SAMPLES[one] === name)
  const { samples: folder } = kit.site
  const bytes = sample && folder && (await readIn(folder, SAMPLES[sample]))
  return bytes ? done(bytes) : refuse({ code: 'item.unknown' })
}

async function readIn(folder: string, name: string): Promise<Buffer | undefined> {
  try {
    return await readFile(join(folder, name))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return undefined
  }
}
