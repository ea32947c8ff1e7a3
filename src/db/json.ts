import { type RawBuilder, sql } from 'kysely'
import type { Json } from '../base/canonical.ts'

/** A JSON object: what a jsonb column takes as it is. Lists and plain texts go through `json`. */
export type JsonObject = { readonly [key: string]: Json | undefined }

/**
 * A value for a jsonb column. pg would send a list as a PostgreSQL array and a text as bare text; this sends JSON.
 * `null` and `undefined` become SQL null, so that `is null` means what it says.
 */
export const json = (value: object | string | number | boolean | null | undefined): RawBuilder<JsonObject> =>
  value === null || value === undefined
    ? sql<JsonObject>`null::jsonb`
    : sql<JsonObject>`${JSON.stringify(value)}::jsonb`
