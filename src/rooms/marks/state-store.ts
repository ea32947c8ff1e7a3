import type { Database } from '../../db/kit.ts'

/** How the register shows a system, by its AI-ID; nothing when it is not in the public register. */
export async function findState(reader: Database, aiId: string): Promise<string | undefined> {
  const row = await reader.selectFrom('register_entry').select('state').where('ai_id', '=', aiId).executeTakeFirst()
  return row?.state ?? undefined
}
