import { join } from 'node:path'
import type { Kit } from '../../db/kit.ts'
import type { Trust } from '../../log/evidence.ts'
import { asKey } from '../../log/jws.ts'
import { NO_QUORUM, parsePolicy } from '../../log/policy.ts'
import { POLICY, readIfThere } from './files.ts'

/** Whom this portal tells a reader to trust, as it stands at /log/policy and /.well-known/jwks.json. */
export interface Shown {
  readonly policy: string
  readonly keys: string
  readonly trust: Trust
}

/** Before the log was ever written nobody is trusted, so nothing can be found good. */
const NOBODY = 'quorum none\n'

export async function trustNow({ site, keys }: Pick<Kit, 'site' | 'keys'>): Promise<Shown> {
  const text = Buffer.from((await readIfThere(join(site.log.folder, POLICY))) ?? NOBODY).toString()
  const policy = parsePolicy(text)
  const set = keys.publicKeys().keys.flatMap((key) => asKey(key) ?? [])
  return {
    policy: text,
    keys: JSON.stringify({ keys: set.map((key) => ({ ...key })) }),
    trust: { policy: policy.ok ? policy.value : { logs: [], witnesses: [], quorum: NO_QUORUM }, keys: set },
  }
}
