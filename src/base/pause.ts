import { setTimeout as timer } from 'node:timers/promises'

/** Waits so many milliseconds, or until the signal calls it off, whichever comes first; leaves no listener behind. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  // The only way this wait fails is being called off, which is an end like any other.
  timer(ms, undefined, { signal }).catch(() => undefined)
