import { deflateSync } from 'node:zlib'
import {
  ape,
  chunk,
  flac,
  foldedChunk,
  gif,
  heif,
  id3,
  id3Frame,
  infoList,
  internationalChunk,
  join,
  jpeg,
  matroska,
  mp3,
  mp4,
  ogg,
  packet,
  png,
  riff,
  riffChunk,
  textChunk,
  tiff,
  userText,
  utf16Of,
  utf8Of,
} from './corpus.ts'
import { NAMESPACES } from './xmp.ts'

/** A file that says which generator made it, in the form in which that generator says so. */
export interface Generated {
  readonly form: string
  readonly generator: string
  readonly bytes: Uint8Array
}

const WEBUI =
  'a red umbrella in the rain\nNegative prompt: blurry\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 123456, Size: 512x512, Model: some-model'
const PROMPT = JSON.stringify({ '3': { class_type: 'KSampler', inputs: { seed: 5, steps: 20 } } })
const WORKFLOW = JSON.stringify({ last_node_id: 9, last_link_id: 9, nodes: [{ id: 1 }], links: [] })
const NOVELAI = JSON.stringify({ prompt: 'an umbrella', steps: 28, sampler: 'k_euler', scale: 5, uc: 'lowres' })
const INVOKE = JSON.stringify({ app_version: '3.4.0', positive_prompt: 'an umbrella', model: { model_name: 'm' } })
const SWARM = JSON.stringify({ sui_image_params: { prompt: 'an umbrella', model: 'm' } })
const FOOOCUS = JSON.stringify({ prompt: 'an umbrella', metadata_scheme: 'fooocus', version: 'Fooocus v2.5.0' })
const JOB = 'an umbrella in the rain --ar 3:2 --v 6.1 Job ID: 0b8f6f0e-5d2a-4f3b-9c1d-2a7e5b6c8d9f'
const comment = (code: string, body: Uint8Array): Uint8Array => join(code.padEnd(8, '\0'), body)
const note = (text: string): Uint8Array => comment('ASCII', utf8Of(text))
const photo = (exif: Uint8Array): Uint8Array => jpeg({ exif })
const webp = (exif: Uint8Array): Uint8Array =>
  riff('WEBP', [riffChunk('VP8X', new Uint8Array(10)), riffChunk('EXIF', exif)])

/** Forty files in the forms that generators and the tools around them use. */
export const GENERATED: readonly Generated[] = [
  { form: 'PNG text', generator: 'sd-webui', bytes: png([textChunk('parameters', WEBUI)]) },
  {
    form: 'PNG text',
    generator: 'comfyui',
    bytes: png([textChunk('prompt', PROMPT), textChunk('workflow', WORKFLOW)]),
  },
  { form: 'PNG text', generator: 'invokeai', bytes: png([textChunk('invokeai_metadata', INVOKE)]) },
  {
    form: 'PNG text',
    generator: 'invokeai',
    bytes: png([textChunk('Dream', '"an umbrella" -s 50 -S 42 -W 512 -H 512')]),
  },
  {
    form: 'PNG text',
    generator: 'novelai',
    bytes: png([textChunk('Software', 'NovelAI'), textChunk('Comment', NOVELAI)]),
  },
  { form: 'PNG text', generator: 'novelai', bytes: png([textChunk('Comment', NOVELAI)]) },
  {
    form: 'PNG text',
    generator: 'fooocus',
    bytes: png([textChunk('fooocus_scheme', 'fooocus'), textChunk('parameters', FOOOCUS)]),
  },
  { form: 'PNG text', generator: 'swarmui', bytes: png([textChunk('parameters', SWARM)]) },
  { form: 'PNG text', generator: 'hugging-face', bytes: png([textChunk('hf-job-id', '1f6d')]) },
  { form: 'PNG text', generator: 'easy-diffusion', bytes: png([textChunk('use_stable_diffusion_model', 'sd-v1-4')]) },
  {
    form: 'PNG text',
    generator: 'midjourney',
    bytes: png([textChunk('Description', JOB), textChunk('Author', 'someone')]),
  },
  { form: 'PNG text behind the picture', generator: 'sd-webui', bytes: png([], [textChunk('parameters', WEBUI)]) },
  {
    form: 'PNG international text',
    generator: 'sd-webui',
    bytes: png([internationalChunk('parameters', `ô dù đỏ ${WEBUI}`)]),
  },
  {
    form: 'PNG folded text',
    generator: 'comfyui',
    bytes: png([foldedChunk('zTXt', 'workflow', deflateSync(WORKFLOW))]),
  },
  {
    form: 'PNG folded text',
    generator: 'sd-webui',
    bytes: png([foldedChunk('zTXt', 'parameters', deflateSync(WEBUI))]),
  },
  {
    form: 'PNG folded international text',
    generator: 'sd-webui',
    bytes: png([foldedChunk('iTXt', 'parameters', deflateSync(utf8Of(WEBUI)))]),
  },
  { form: 'PNG Exif', generator: 'sd-webui', bytes: png([chunk('eXIf', tiff({}, { comment: note(WEBUI) }))]) },
  { form: 'Exif comment, ASCII', generator: 'sd-webui', bytes: photo(tiff({}, { comment: note(WEBUI) })) },
  {
    form: 'Exif comment, UTF-16 little',
    generator: 'sd-webui',
    bytes: photo(tiff({}, { comment: comment('UNICODE', utf16Of(WEBUI, true)) })),
  },
  {
    form: 'Exif comment, UTF-16 big',
    generator: 'sd-webui',
    bytes: photo(tiff({}, { comment: comment('UNICODE', utf16Of(WEBUI, false)) })),
  },
  {
    form: 'Exif comment, UTF-16 big',
    generator: 'fooocus',
    bytes: photo(tiff({}, { little: false, comment: comment('UNICODE', utf16Of(FOOOCUS, false)) })),
  },
  {
    form: 'Exif comment, no code',
    generator: 'easy-diffusion',
    bytes: photo(tiff({}, { comment: comment('', utf8Of('{"use_stable_diffusion_model": "m"}')) })),
  },
  {
    form: 'Exif texts',
    generator: 'grok',
    bytes: photo(tiff({ 0x010e: `Signature: ${'Ab3/'.repeat(20)}==`, 0x013b: '0b8f6f0e-5d2a-4f3b-9c1d-2a7e5b6c8d9f' })),
  },
  {
    form: 'Exif texts',
    generator: 'flux',
    bytes: photo(tiff({ 0x010f: 'Black Forest Labs', 0x0131: 'AI generated;txt2img;flux' })),
  },
  {
    form: 'WebP Exif',
    generator: 'comfyui',
    bytes: webp(tiff({ 0x010f: `workflow:${WORKFLOW}`, 0x0110: `prompt:${PROMPT}` })),
  },
  { form: 'WebP Exif', generator: 'sd-webui', bytes: webp(tiff({}, { comment: comment('UNICODE', utf16Of(WEBUI)) })) },
  { form: 'HEIF Exif', generator: 'apple', bytes: heif('heic', { exif: tiff({ 0x0131: 'Apple Image Playground' }) }) },
  {
    form: 'XMP',
    generator: 'firefly',
    bytes: jpeg({ xmp: packet(`xmlns:xmp="${NAMESPACES.xmp}" xmp:CreatorTool="Adobe Firefly"`) }),
  },
  {
    form: 'XMP',
    generator: 'google',
    bytes: jpeg({ xmp: packet(`xmlns:photoshop="${NAMESPACES.photoshop}" photoshop:Credit="Made with Google AI"`) }),
  },
  {
    form: 'XMP',
    generator: 'draw-things',
    bytes: png([
      internationalChunk(
        'XML:com.adobe.xmp',
        packet(`xmlns:xmp="${NAMESPACES.xmp}"`, '<xmp:CreatorTool>Draw Things</xmp:CreatorTool>'),
      ),
    ]),
  },
  { form: 'IPTC', generator: 'google', bytes: jpeg({ iptc: { 110: 'Made with Google AI' } }) },
  { form: 'JPEG comment', generator: 'sd-webui', bytes: jpeg({ comment: WEBUI }) },
  { form: 'GIF comment', generator: 'sd-webui', bytes: gif({ comment: WEBUI }) },
  {
    form: 'MP4 values',
    generator: 'comfyui',
    bytes: mp4('isom', { '\xa9cmt': JSON.stringify({ prompt: PROMPT, workflow: WORKFLOW }) }),
  },
  { form: 'MP4 values', generator: 'comfyui', bytes: mp4('isom', { prompt: PROMPT, workflow: WORKFLOW }) },
  { form: 'Matroska tags', generator: 'comfyui', bytes: matroska('webm', { PROMPT, WORKFLOW }) },
  {
    form: 'ID3 comment',
    generator: 'suno',
    bytes: mp3(id3([id3Frame('COMM', join('\x03eng\0', utf8Of('made with suno; created=2026-05-01')))])),
  },
  { form: 'ID3 user text', generator: 'comfyui', bytes: mp3(id3([id3Frame('TXXX', userText('workflow', WORKFLOW))])) },
  {
    form: 'ID3 user text',
    generator: 'comfyui',
    bytes: mp3(id3([id3Frame('TXXX', userText('prompt', PROMPT, true), 3)], 3)),
  },
  { form: 'APE tag', generator: 'udio', bytes: mp3(new Uint8Array(0), ape({ Comment: 'Created with Udio' })) },
  { form: 'FLAC comment', generator: 'comfyui', bytes: flac({ prompt: PROMPT, workflow: WORKFLOW }) },
  { form: 'Ogg comment', generator: 'comfyui', bytes: ogg('opus', { workflow: WORKFLOW.padEnd(9000) }) },
  {
    form: 'RIFF info',
    generator: 'elevenlabs',
    bytes: riff('WAVE', [infoList({ ISFT: 'ElevenLabs' }), riffChunk('data', new Uint8Array(64))]),
  },
]
