/** The whole address is the value (IPTC NewsCodes, digital source type); the code alone is not. */
export const SOURCE_TYPES = 'http://cv.iptc.org/newscodes/digitalsourcetype/'

/** Whether a source type says that AI made it, that AI took part, or nothing of the kind. */
export type Share = 'generated' | 'edited' | 'synthetic' | 'none'

const SHARES: Readonly<Record<string, Share>> = {
  trainedAlgorithmicMedia: 'generated',
  compositeWithTrainedAlgorithmicMedia: 'edited',
  compositeSynthetic: 'synthetic',
  algorithmicMedia: 'synthetic',
  digitalCapture: 'none',
  computationalCapture: 'none',
  multiFrameComputationalCapture: 'none',
  negativeFilm: 'none',
  positiveFilm: 'none',
  print: 'none',
  minorHumanEdits: 'none',
  humanEdits: 'none',
  compositeCapture: 'none',
  composite: 'none',
  algorithmicallyEnhanced: 'none',
  dataDrivenMedia: 'none',
  digitalArt: 'none',
  digitalCreation: 'none',
  virtualRecording: 'none',
  screenCapture: 'none',
  softwareImage: 'none',
}

export interface SourceType {
  readonly value: string
  readonly code: string
  readonly share: Share
  /** Written as the whole address, letter for letter. */
  readonly whole: boolean
  /** A code that IPTC lists. */
  readonly listed: boolean
}

/** Reads the address, the address with `https`, and the bare code; only the first is `whole`. */
export function readSourceType(value: string): SourceType {
  const text = value.trim()
  const code =
    /^(?:https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/)?([A-Za-z]{1,60})\/?$/.exec(text)?.[1] ?? ''
  const listed = Object.hasOwn(SHARES, code)
  return {
    value: text,
    code: code === '' ? text.slice(0, 200) : code,
    share: listed ? (SHARES[code] ?? 'none') : 'none',
    whole: text === SOURCE_TYPES + code && code !== '',
    listed,
  }
}
