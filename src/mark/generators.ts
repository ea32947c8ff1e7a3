import type { Carrier } from './field.ts'

/** One word of a file about itself: a field, or a property of its XMP. */
export interface Said {
  readonly carrier: Carrier
  readonly key: string
  readonly value: string
}

/**
 * What a generator leaves behind. Unsigned text that anyone can write: a trace lets us say "the file says it was made
 * by", never that it was. Every condition is narrow, because a photograph with a false alarm does more harm than a
 * generator without one.
 */
export interface GeneratorRule {
  readonly id: string
  readonly name: string
  readonly carrier?: readonly Carrier[]
  readonly key: RegExp
  readonly value: RegExp
  /** Another word of the same file must be there as well. */
  readonly beside?: { readonly key: RegExp; readonly value: RegExp }
}

const ANY = /^/
/** Where programs sign their work. */
const TOOL =
  /^(Software|tiff:Software|xmp:CreatorTool|OriginatingProgram|ImageEditingSoftware|TSSE|TENC|TXXX:(encoder|software|generator|tool)|encoder|encoded_by|software|generator|©too|©swr|©enc|com\.apple\.quicktime\.software|WritingApp|ISFT|Producer|Creator|pdf:Producer|Originator|vendor|source|tool)$/i
/** Where people and programs write freely. */
const NOTE =
  /^(parameters|comment|comments|description|dc:description|ImageDescription|UserComment|exif:UserComment|XPComment|title|dc:title|TIT2|COMM(:.*)?|TXXX:.*|ICMT|©cmt|©des|desc|Caption|synopsis|generation_data)$/i
const CREDIT =
  /^(photoshop:Credit|Credit|dc:creator|Author|Artist|Make|dc:rights|Copyright|©ART|TPE1|photoshop:Source|Source|By-line)$/i

export const GENERATORS: readonly GeneratorRule[] = [
  // Written into files by name of key or by a form that nobody writes by hand.
  {
    id: 'sd-webui',
    name: 'Stable Diffusion WebUI',
    key: NOTE,
    value: /\bSteps: \d+, [\s\S]{0,400}\b(Sampler|CFG scale|Seed): /,
  },
  { id: 'comfyui', name: 'ComfyUI', key: /^(prompt|TXXX:prompt)$/i, value: /"class_type"\s*:/ },
  {
    id: 'comfyui',
    name: 'ComfyUI',
    key: /^(workflow|TXXX:workflow)$/i,
    value: /"(last_node_id|last_link_id|nodes)"\s*:/,
  },
  {
    id: 'comfyui',
    name: 'ComfyUI',
    key: /^(Make|Model|ImageDescription|DocumentName|UserComment|XPComment|comment|©cmt|description|COMM(:.*)?)$/i,
    value: /^\s*(?:(?:workflow|prompt)\s*:\s*)?\{[\s\S]*"(class_type|last_node_id)\\?"\s*:/i,
  },
  { id: 'comfyui', name: 'ComfyUI', key: TOOL, value: /^ComfyUI\b/ },
  {
    id: 'invokeai',
    name: 'InvokeAI',
    key: /^(sd-metadata|invokeai_metadata|invokeai_graph|invokeai_workflow)$/i,
    value: ANY,
  },
  { id: 'invokeai', name: 'InvokeAI', key: /^Dream$/, value: / -(s|S|W|H|C|A)\s?\d*/ },
  { id: 'novelai', name: 'NovelAI', key: TOOL, value: /^NovelAI\b/ },
  {
    id: 'novelai',
    name: 'NovelAI',
    key: /^(Comment|UserComment)$/i,
    value: /^\s*\{(?=[\s\S]*"uc"\s*:)(?=[\s\S]*"(sampler|steps|scale)"\s*:)/,
  },
  { id: 'novelai', name: 'NovelAI', key: /^(Title|Description)$/, value: /^(NovelAI|AI) generated image$/i },
  { id: 'fooocus', name: 'Fooocus', key: /^fooocus_scheme$/i, value: ANY },
  { id: 'fooocus', name: 'Fooocus', key: TOOL, value: /^Fooocus\b/ },
  {
    id: 'fooocus',
    name: 'Fooocus',
    key: /^(parameters|UserComment|comment)$/i,
    value: /"(version|Version)"\s*:\s*"Fooocus|"metadata_scheme"\s*:\s*"fooocus"/,
  },
  { id: 'swarmui', name: 'SwarmUI', key: NOTE, value: /"sui_image_params"\s*:/ },
  { id: 'easy-diffusion', name: 'Easy Diffusion', key: /^use_stable_diffusion_model$/i, value: ANY },
  { id: 'easy-diffusion', name: 'Easy Diffusion', key: NOTE, value: /"use_stable_diffusion_model"\s*:/ },
  { id: 'hugging-face', name: 'Hugging Face', key: /^hf-job-id$/i, value: ANY },
  { id: 'midjourney', name: 'Midjourney', key: NOTE, value: /\bJob ID: [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/ },
  {
    id: 'grok',
    name: 'Grok',
    key: /^ImageDescription$/,
    value: /^Signature: [A-Za-z0-9+/=]{40,}/,
    beside: { key: /^Artist$/, value: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/ },
  },
  { id: 'flux', name: 'FLUX', key: /^Make$/, value: /^Black Forest Labs$/ },
  { id: 'flux', name: 'FLUX', key: TOOL, value: /^AI generated;.*;flux/i },
  { id: 'google', name: 'Google AI', key: CREDIT, value: /^(Made|Edited|Created) with Google AI$/i },
  { id: 'suno', name: 'Suno', key: NOTE, value: /\bmade with suno\b/i },
  { id: 'udio', name: 'Udio', key: NOTE, value: /\b(made|created|generated) (with|by|on) udio\b/i },
  { id: 'ai-generated', name: 'AI', key: TOOL, value: /^AI[- ]generated\b/i },
  { id: 'stealth', name: 'Stable Diffusion', carrier: ['stealth'], key: ANY, value: ANY },
  // Named by the program that signs as the maker.
  ...(
    [
      ['midjourney', 'Midjourney', /\bMidjourney\b/i],
      ['openai', 'OpenAI', /\b(DALL[·.\-\s]?E|ChatGPT|gpt-image|OpenAI(-API)?|Sora by OpenAI)\b/i],
      ['firefly', 'Adobe Firefly', /\bAdobe[ _]Firefly\b/i],
      ['microsoft', 'Microsoft Designer', /\b(Bing Image Creator|Microsoft Designer|Image Creator from Designer)\b/i],
      ['stable-diffusion', 'Stable Diffusion', /\b(Stable ?Diffusion|DreamStudio|Stability AI)\b/i],
      ['draw-things', 'Draw Things', /^Draw Things\b/],
      ['diffusionbee', 'DiffusionBee', /\bDiffusionBee\b/i],
      ['invokeai', 'InvokeAI', /\bInvokeAI\b/i],
      ['leonardo', 'Leonardo.Ai', /\bLeonardo\.?\s?Ai\b/i],
      ['ideogram', 'Ideogram', /^Ideogram(\.ai| AI|\s\d|$)/i],
      ['recraft', 'Recraft', /^Recraft\b/i],
      ['apple', 'Apple Image Playground', /\bImage Playground\b/],
      ['google', 'Google AI', /\b(Google (Imagen|Gemini|Veo)|Imagen \d|Google AI)\b/],
      ['runway', 'Runway', /\bRunwayML\b|^Runway Gen-\d/i],
      ['kling', 'Kling', /\bKling ?AI\b/i],
      ['pika', 'Pika', /^Pika(\.art| Labs)\b/i],
      ['luma', 'Luma Dream Machine', /\bLuma (AI|Dream Machine)\b/i],
      ['elevenlabs', 'ElevenLabs', /\bElevenLabs\b/i],
      ['suno', 'Suno', /^Suno( AI)?( v\d.*)?$/i],
      ['udio', 'Udio', /^Udio$/i],
      ['musicgen', 'MusicGen', /\b(MusicGen|AudioCraft)\b/i],
    ] as const
  ).map(([id, name, value]): GeneratorRule => ({ id, name, key: TOOL, value })),
  { id: 'midjourney', name: 'Midjourney', key: CREDIT, value: /^Midjourney$/i },
  { id: 'microsoft', name: 'Microsoft Designer', key: CREDIT, value: /^(Bing Image Creator|Microsoft Designer)$/i },
  { id: 'openai', name: 'OpenAI', key: CREDIT, value: /^(DALL[·-]E( \d)?|OpenAI|ChatGPT)$/i },
  { id: 'apple', name: 'Apple Image Playground', key: CREDIT, value: /^Apple Image Playground$/i },
]

/** Long values are judged by their beginning: generators say who they are there, and patterns stay cheap. */
const LOOKED_AT = 65_536
/** Of all words of a file together. */
const LOOKED_AT_ALL = 4 << 20

/** The generators that these words speak of, each with the word that did. */
export function generatorsIn(
  words: readonly Said[],
): readonly { readonly id: string; readonly name: string; readonly at: number }[] {
  const found = new Map<string, { id: string; name: string; at: number }>()
  let left = LOOKED_AT_ALL
  for (const [at, word] of words.entries()) {
    const value = word.value.slice(0, Math.min(LOOKED_AT, left))
    left -= value.length
    for (const rule of GENERATORS) {
      if (found.has(rule.id) || !rule.key.test(word.key) || !rule.value.test(value)) continue
      if (rule.carrier !== undefined && !rule.carrier.includes(word.carrier)) continue
      const { beside } = rule
      if (beside !== undefined && !words.some((w) => beside.key.test(w.key) && beside.value.test(w.value))) continue
      found.set(rule.id, { id: rule.id, name: rule.name, at })
    }
  }
  return [...found.values()]
}
