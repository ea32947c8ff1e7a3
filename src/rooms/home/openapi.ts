/** The parts of an OpenAPI document that a reader needs. Made by `web/describe.ts`, so its shape is ours. */
interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly minLength?: number
  readonly maxLength?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly default?: unknown
  readonly description?: string
}
interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema?: Schema
  readonly description?: string
}
type Content = Readonly<Record<string, { readonly schema?: Schema }>>
interface Operation {
  readonly operationId?: string
  readonly summary?: string
  readonly description?: string
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
}

export type Where = 'path' | 'query' | 'header' | 'body'

/** One thing to send or to receive. */
export interface Field {
  readonly name: string
  readonly where: Where
  readonly required: boolean
  readonly type: string
  /** The schema described once further down. */
  readonly named: string | undefined
  readonly about: string
}

export interface Endpoint {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: { readonly vi: string; readonly en: string }
  readonly scope: string | undefined
  readonly fields: readonly Field[]
  readonly answers: readonly string[]
  /** What comes back: a schema described once, or its own fields. */
  readonly returns: Field | undefined
}

export interface NamedSchema {
  readonly name: string
  readonly about: string
  readonly type: string
  readonly fields: readonly Field[]
}

/** Objects with more members than that are tables of their own elsewhere (the answers of the tool). */
const MOST = 40

/** What a field means: its own words, else those of the schema it names. */
const aboutOf = (schema: Schema, doc: Document): string => {
  const named = nameOf(schema)
  return schema.description ?? (named === undefined ? undefined : doc.components?.schemas?.[named]?.description) ?? ''
}

const nameOf = (schema: Schema): string | undefined =>
  (schema.$ref ?? schema.items?.$ref ?? schema.allOf?.find((s) => s.$ref)?.$ref)?.split('/').at(-1)

function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return nameOf(schema) ?? 'object'
  // A named schema that may also be null is written as both at once.
  if (schema.allOf)
    return schema.allOf.map((s) => nameOf(s) ?? (s.type?.includes('null') ? 'null' : typeOf(s))).join(' | ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(' | ')
  if (schema.enum) return schema.enum.length > 12 ? 'enum' : schema.enum.map((v) => JSON.stringify(v)).join(' | ')
  if (schema.items) return `${typeOf(schema.items)}[]`
  const type = typeof schema.type === 'string' ? schema.type : (schema.type ?? ['any']).join(' | ')
  return schema.format ? `${type} (${schema.format})` : type
}

const bounds = (s: Schema): string =>
  [
    s.minLength === undefined || s.minLength < 2 ? '' : `≥ ${s.minLength}`,
    s.maxLength === undefined ? '' : `≤ ${s.maxLength}`,
    s.minimum === undefined || s.maximum === undefined ? '' : `${s.minimum}–${s.maximum}`,
    s.maxItems === undefined ? '' : `≤ ${s.maxItems} ×`,
  ]
    .filter((text) => text !== '')
    .join(', ')

interface Place {
  readonly name: string
  readonly where: Where
  readonly required: boolean
}

function fieldOf(doc: Document, place: Place, schema: Schema): Field {
  const bound = bounds(schema)
  const type = `${typeOf(schema)}${bound === '' ? '' : ` (${bound})`}`
  return { ...place, type, named: nameOf(schema), about: aboutOf(schema, doc) }
}

/** Members by dotted names; a member with a name of its own, or too many members, is not opened. */
function members(doc: Document, schema: Schema, before = ''): readonly Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
    const required = schema.required?.includes(key) ?? false
    const field = fieldOf(doc, { name: before + key, where: 'body', required }, inner)
    const within = inner.items?.$ref === undefined ? (inner.items ?? inner) : inner
    const size = Object.keys(within.properties ?? {}).length
    if (size === 0 || size > MOST) return [size > MOST ? { ...field, type: `object (${size})` } : field]
    return [field, ...members(doc, within, `${before}${key}${inner.items ? '[]' : ''}.`)]
  })
}

const bodyOf = (content: Content | undefined): Schema | undefined => content?.['application/json']?.schema

const described = ({ description }: Parameter) => (description === undefined ? {} : { description })

/** Every operation of the document, in its order. */
export function endpoints(doc: Document): readonly Endpoint[] {
  const { paths, components } = doc
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, o]): Endpoint => {
      const body = bodyOf(o.requestBody?.content)
      const named = body && nameOf(body)
      const opened = named === undefined ? body : components?.schemas?.[named]
      const good = Object.keys(o.responses).find((status) => status.startsWith('2'))
      const returned = good === undefined ? undefined : bodyOf(o.responses[good]?.content)
      return {
        id: o.operationId ?? `${method}-${path}`,
        method: method.toUpperCase(),
        path,
        summary: { vi: o.description ?? '', en: o.summary ?? '' },
        scope: o.security?.flatMap((s) => Object.values(s).flat())[0],
        fields: [
          ...(o.parameters ?? []).map((p) =>
            fieldOf(
              doc,
              { name: p.name, where: p.in, required: p.required ?? false },
              { ...p.schema, ...described(p) },
            ),
          ),
          ...(opened ? members(doc, opened) : []),
        ],
        answers: Object.keys(o.responses),
        returns: returned && fieldOf(doc, { name: '', where: 'body', required: true }, returned),
      }
    }),
  )
}

/** The schemas that several operations share. */
export const schemas = (doc: Document): readonly NamedSchema[] =>
  Object.entries(doc.components?.schemas ?? {}).map(([name, schema]) => ({
    name,
    about: schema.description ?? '',
    type: schema.enum ? schema.enum.map(String).join(', ') : typeOf(schema),
    fields: members(doc, schema),
  }))
