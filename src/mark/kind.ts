import { latin1, marked } from './spell.ts'
import type { View } from './view.ts'
import { id3Length } from './walk-id3.ts'
import { isManifest } from './walk-jumbf.ts'

export const KINDS = [
  ...['jpeg', 'png', 'webp', 'avif', 'heic', 'tiff', 'gif', 'svg', 'pdf', 'mp4', 'mov', 'm4a'],
  ...['mp3', 'wav', 'flac', 'ogg', 'opus', 'mkv', 'webm', 'avi', 'xmp', 'c2pa', 'unknown'],
] as const
export type Kind = (typeof KINDS)[number]

/** What the decree speaks of (art. 17): sound, images, video. The rest is read all the same. */
export const MEDIUM: Readonly<Record<Kind, 'image' | 'video' | 'audio' | 'document' | 'sidecar' | 'unknown'>> = {
  jpeg: 'image',
  png: 'image',
  webp: 'image',
  avif: 'image',
  heic: 'image',
  tiff: 'image',
  gif: 'image',
  svg: 'image',
  pdf: 'document',
  mp4: 'video',
  mov: 'video',
  m4a: 'audio',
  mp3: 'audio',
  wav: 'audio',
  flac: 'audio',
  ogg: 'audio',
  opus: 'audio',
  mkv: 'video',
  webm: 'video',
  avi: 'video',
  xmp: 'sidecar',
  c2pa: 'sidecar',
  unknown: 'unknown',
}

/** By its bytes, never by its name. */
export function kindOf(view: View): Kind {
  if (view.u24(0) === 0xffd8ff) return 'jpeg'
  if (view.is(0, '\x89PNG\r\n\x1a\n')) return 'png'
  if (view.is(0, 'GIF87a') || view.is(0, 'GIF89a')) return 'gif'
  if (view.is(0, 'II*\0') || view.is(0, 'MM\0*')) return 'tiff'
  if (view.is(0, '%PDF-') || latin1(view.bytes(0, 1024)).includes('%PDF-')) return 'pdf'
  if (view.is(0, 'OggS')) return latin1(view.bytes(0, 128)).includes('OpusHead') ? 'opus' : 'ogg'
  if (view.is(0, 'fLaC')) return 'flac'
  if (view.is(0, 'ID3')) return view.is(id3Length(view), 'fLaC') ? 'flac' : 'mp3'
  if (view.u32(0) === 0x1a45dfa3) return latin1(view.bytes(0, 128)).includes('webm') ? 'webm' : 'mkv'
  if (isManifest(view)) return 'c2pa'
  return riff(view) ?? media(view) ?? xml(view) ?? (sound(view) ? 'mp3' : 'unknown')
}

function riff(view: View): Kind | undefined {
  if (!['RIFF', 'RF64', 'BW64'].includes(view.ascii(0, 4))) return undefined
  const form = view.ascii(8, 4)
  return form === 'WEBP' ? 'webp' : form === 'WAVE' ? 'wav' : form === 'AVI ' ? 'avi' : undefined
}

function media(view: View): Kind | undefined {
  if (!view.is(4, 'ftyp')) return /^(moov|mdat|wide|free|skip)$/.test(view.ascii(4, 4)) ? 'mov' : undefined
  const brands = latin1(view.bytes(8, Math.min(Math.max(8, view.u32(0)) - 8, 256)))
  const major = brands.slice(0, 4)
  if (/avif|avis/.test(major)) return 'avif'
  if (/heic|heix|hevc|heim|heis|hevm|hevs/.test(major)) return 'heic'
  if (/mif1|msf1/.test(major)) return brands.includes('avif') ? 'avif' : 'heic'
  if (major === 'qt  ') return 'mov'
  return /^M4[AB] /.test(major) ? 'm4a' : 'mp4'
}

function xml(view: View): Kind | undefined {
  const head = marked(view.bytes(0, 4096))
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (!head.startsWith('<')) return undefined
  if (/<([\w.-]+:)?svg[\s>]/.test(head)) return 'svg'
  return /<\?xpacket|<x:xmpmeta|<rdf:RDF/.test(head) ? 'xmp' : undefined
}

/** A frame of MPEG sound, or a tag behind something else. */
function sound(view: View): boolean {
  const head = view.u16(0)
  const layer = (head >> 1) & 3
  if ((head & 0xffe0) === 0xffe0 && layer !== 0 && ((head >> 3) & 3) !== 1) return true
  return view.size > 160 && (view.is(view.size - 128, 'TAG') || view.is(view.size - 32, 'APETAGEX'))
}
