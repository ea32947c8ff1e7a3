import type { Sort } from '../../base/outcome.ts'

export const VERIFY_REFUSALS = { 'evidence.not-yet': 'untimely' } as const satisfies Record<string, Sort>
export type VerifyCode = keyof typeof VERIFY_REFUSALS
