import { z } from 'zod'

/** Files to try the check with, in the order they are offered. */
export const SAMPLES = {
  marked: 'mau-1-da-danh-dau.png',
  changed: 'mau-2-bi-sua.png',
  generator: 'mau-3-dong-chu.png',
  plain: 'mau-4-khong-dau.png',
} as const
export type Sample = keyof typeof SAMPLES
export const SAMPLE_KINDS = Object.keys(SAMPLES) as readonly Sample[]

/** What lies beside the files: until when they are offered, because the certificate that signed one ends then. */
export const SampleNote = z.strictObject({ until: z.iso.datetime() })
