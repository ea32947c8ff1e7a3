import { type Hashes, sameImage } from './phash.ts'
import type { RegisterState } from './signed.ts'

/**
 * Is this the content that was registered under its number? The same bytes, or a picture that looks the same: only then
 * may "marked by" be said, for numbers and watermarks can be copied. Sounds and films of other bytes stay uncompared.
 */
export function compared<State extends RegisterState>(
  state: State,
  own: { readonly sha256?: string; readonly hashes?: Hashes | undefined },
): State {
  const { registered, item } = state
  if (registered === undefined || item === 'differs') return state
  if (own.sha256 === registered.sha256) return { ...state, item: 'same' }
  if (own.hashes === undefined || registered.hashes === null) return { ...state, item: 'uncompared' }
  return { ...state, item: sameImage(own.hashes, registered.hashes) ? 'same' : 'differs' }
}
