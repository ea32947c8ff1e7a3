import { setFlagsFromString } from 'node:v8'

/** By how much of what is in use the heap may grow before it is collected, in percent; 0 is V8's own choice. */
const GROWTH = 50
let running = 0

/**
 * Runs something that walks through far more than it keeps, at night beside the portal. V8 would let garbage grow to
 * several times what is in use before it collects; meanwhile it collects when half has been added. The whole process
 * is frugal as long as one such run goes on. A Node that does not know the flag says so once and goes on as ever.
 */
export async function frugally<T>(run: () => Promise<T>): Promise<T> {
  running += 1
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`)
  try {
    return await run()
  } finally {
    running -= 1
    if (running === 0) setFlagsFromString('--heap-growing-percent=0')
  }
}
