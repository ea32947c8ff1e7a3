import { hash, verify } from '@node-rs/argon2'

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const typed = (password: string): string => password.normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => hash(typed(password), COST)

let nobodys: Promise<string> | undefined

/** Takes as long for an address nobody has as for one somebody has. */
export async function fits(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password')
  const same = await verify(passwordHash ?? (await nobodys), typed(password))
  return passwordHash !== undefined && same
}
