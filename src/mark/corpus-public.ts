import type { Verdict } from './verdict.ts'

/** What each public test file of C2PA is expected to give, without any list of roots. */
export interface Expected {
  readonly file: string
  readonly answers: readonly [Verdict['found'], Verdict['intact'], Verdict['signer']]
  /** A part of it was broken already when it was taken in. */
  readonly broken?: true
}

const SOUND = [
  ...['C', 'CA', 'CACA', 'CACAICAICICA', 'CAI', 'CAIAIIICAICIICAIICICA', 'CAICA', 'CAICAI', 'CI', 'CICA'],
  ...['CICACACA', 'CII'],
]
const CHANGED = ['XCA', 'XCI', 'E-dat-CA', 'E-uri-CA']
const jpeg = (name: string): string => `adobe-20220124-${name}.jpg`

/**
 * The 22 pictures and the PDF that Adobe gave to the public test files of C2PA (CC BY-SA 4.0). Their signer is a test
 * certificate, so untrusted, which is not invalid. Every answer is the one their makers give: there is no
 * miss to explain. The files are not ours to hand on and lie elsewhere.
 */
export const PUBLIC_FILES: readonly Expected[] = [
  ...['A', 'I'].map((name): Expected => ({ file: jpeg(name), answers: ['none', 'nothing', 'unsigned'] })),
  ...SOUND.map((name): Expected => ({ file: jpeg(name), answers: ['signed', 'yes', 'untrusted'] })),
  { file: 'adobe-20240110-single_manifest_store.pdf', answers: ['signed', 'yes', 'untrusted'] },
  ...CHANGED.map((name): Expected => ({ file: jpeg(name), answers: ['signed', 'changed', 'untrusted'] })),
  // The signature itself does not hold: nobody can be named.
  { file: jpeg('E-sig-CA'), answers: ['signed', 'changed', 'invalid'] },
  // A claim that is referred to is missing, and with it what was known of a part.
  { file: jpeg('E-clm-CAICAI'), answers: ['signed', 'changed', 'untrusted'], broken: true },
  // Sound itself, made from a part whose signature did not hold.
  { file: jpeg('CIE-sig-CA'), answers: ['signed', 'yes', 'untrusted'], broken: true },
  // The same, and the manifest of the part was altered once more after the whole was signed.
  { file: jpeg('E-uri-CIE-sig-CA'), answers: ['signed', 'changed', 'untrusted'], broken: true },
]
