import type pg from 'pg'

/**
 * Looks behind the curtain at every notice: is it whole? `broken` counts notices without their system, event, dossier
 * version or leaf; `leftovers` systems, versions, events or leaves that belong to no notice (in a database where
 * nothing but notices was sent).
 */
export async function wholeNotices(owner: pg.Pool): Promise<{ notices: number; broken: number; leftovers: number }> {
  const { rows } = await owner.query<{ notices: string; broken: string; leftovers: string }>(`
    with whole as (
      select n.number
      from notice n
      join system s on s.id = n.system and s.ai_id = n.receipt ->> 'aiId' and s.state <> 'draft'
      join dossier_version v on v.system = s.id and v.version = n.dossier_version and v.hash = n.dossier_hash
      join system_event e on e.system = s.id and (e.data ->> 'version')::int = v.version
      join log_leaf l on l.id = (e.data ->> 'leaf')::uuid
    )
    select (select count(*) from notice) as notices,
           (select count(*) from notice n where not exists (select from whole w where w.number = n.number)) as broken,
           (select count(*) from system s where not exists (select from notice n where n.system = s.id))
             + (select count(*) from system_event e where not exists (select from notice n where n.system = e.system))
             + (select count(*) from log_leaf l where not exists (select from system_event e where (e.data ->> 'leaf')::uuid = l.id)) as leftovers`)
  const [row] = rows
  return { notices: Number(row?.notices), broken: Number(row?.broken), leftovers: Number(row?.leftovers) }
}
