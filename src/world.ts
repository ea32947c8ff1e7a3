import type { Kit } from './db/kit.ts'

export interface World {
  readonly accounts: { role: string; email: string; password: string }[]
  readonly apiKey: string
}

export async function fillWorld(kit: Kit): Promise<World> {
  await kit.db.selectFrom('account').select('id').limit(1).execute()
  return { accounts: [], apiKey: '' }
}
