import type pg from 'pg'

/** A row an act of the portal left behind: its table and every value as text. */
export interface Row {
  readonly table: string
  readonly columns: readonly string[]
  readonly values: readonly (string | null)[]
}

/** Every row one act left behind, in the order the references want. Throws when it left nothing in one of the places. */
export async function modelRows(
  pool: pg.Pool,
  places: readonly (readonly [table: string, where: string])[],
): Promise<readonly Row[]> {
  const found = await Promise.all(
    places.map(async ([table, where]) => {
      const { rows: made } = await pool.query<{ name: string }>(
        `select column_name as name from information_schema.columns
         where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER' and is_identity = 'NO'
           and (column_default is null or column_default not like 'nextval%') order by ordinal_position`,
        [table],
      )
      const columns = made.map((c) => c.name)
      const { rows } = await pool.query<(string | null)[]>({
        text: `select ${columns.map((c) => `"${c}"::text`).join(', ')} from ${table} where ${where}`,
        rowMode: 'array',
      } as pg.QueryArrayConfig as never)
      if (rows.length === 0) throw new Error(`the act left nothing in ${table}`)
      return rows.map((values) => ({ table, columns, values }))
    }),
  )
  return found.flat()
}

/** The same rows again, in one transaction, with fresh values for the columns named `table.column`. */
export async function insertAgain(
  pool: pg.Pool,
  model: readonly Row[],
  fresh: Readonly<Record<string, () => string>>,
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const { table, columns, values } of model)
      await client.query(
        `insert into ${table} (${columns.map((c) => `"${c}"`).join(', ')}) values (${columns.map((_, n) => `$${n + 1}`).join(', ')})`,
        columns.map((column, n) => fresh[`${table}.${column}`]?.() ?? values[n]),
      )
    await client.query('commit')
  } finally {
    client.release()
  }
}
