import { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { type ApiRoute, LINES, type Route } from './route.ts'

const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string(),
    instance: z.string(),
    errors: z.array(
      z.object({
        code: z.string(),
        pointer: z.string().optional(),
        vi: z.string(),
        en: z.string(),
        cite: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. Codes are stable; absence is said alone and reveals nothing.' })

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemBody } },
})

/** The answers a route can give besides the good one: they follow from what it takes. */
function refusals(route: ApiRoute): Record<string, ReturnType<typeof problem>> {
  const writes = route.method !== 'get' && !route.stateless
  return {
    // A key that is sent must be a key, even where none is needed.
    401: problem('No valid API key'),
    ...(typeof route.who === 'object' ? { 403: problem('The key lacks the scope') } : {}),
    ...(route.params ? { 404: problem('Not there, for you') } : {}),
    ...(route.body
      ? {
          400: problem('Not JSON, or no Idempotency-Key'),
          413: problem('Larger than 1 MiB'),
          415: problem('Not application/json'),
        }
      : {}),
    ...(route.file === undefined
      ? {}
      : {
          413: problem(
            `Larger than ${route.file >= 1_048_576 ? `${route.file / 1_048_576} MiB` : `${route.file} bytes`}`,
          ),
          429: problem('Too much at once'),
        }),
    ...(route.lines === undefined
      ? {}
      : {
          400: problem('No Idempotency-Key'),
          413: problem(`Larger than ${route.lines / 1_048_576} MiB`),
          415: problem(`Not ${LINES}`),
          429: problem('Too much at once'),
        }),
    ...(writes
      ? {
          409: problem('Not at this moment: already recorded, changed meanwhile, or a request with this key in flight'),
        }
      : {}),
    ...(route.body || route.query ? { 422: problem('Fields that cannot be taken, all at once') } : {}),
    503: problem('The database does not answer at the moment; nothing was recorded'),
  }
}

const IdempotencyKey = z.object({
  'Idempotency-Key': z.string().min(1).max(200).meta({
    description:
      'Once per act. The same key with the same body gets the same answer again; only what was done is kept, so a refused request may be sent again.',
  }),
})

const fileOf = (type = 'application/octet-stream') => ({
  [type]: { schema: z.string().meta({ format: 'binary', description: 'The file itself' }) },
})

/** A form with the file and one beside it. */
const formOf = (beside: string | undefined) => {
  if (beside === undefined) return {}
  const binary = z.string().meta({ format: 'binary' })
  const form = z.object({ file: binary, [beside]: binary.meta({ description: 'A second file beside it' }).optional() })
  return { 'multipart/form-data': { schema: form } }
}

const LINES_BODY = {
  [LINES]: { schema: z.string().meta({ description: 'JSON lines: one value a line, in UTF-8' }) },
}

/** The OpenAPI 3.1 document, made from the very list the server mounts. */
export function describe(routes: readonly Route[], site: string): object {
  const book = new OpenAPIHono()
  const { openAPIRegistry: registry } = book
  registry.registerComponent('securitySchemes', 'ApiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key of an organisation, made on the page of the organisation',
  })
  for (const route of routes) {
    if (route.kind !== 'api') continue
    const writes = route.method !== 'get' && !route.stateless
    registry.registerPath({
      method: route.method,
      path: route.path,
      operationId: route.name,
      summary: route.summary.en,
      description: route.summary.vi,
      ...(typeof route.who === 'object' ? { security: [{ ApiKey: [route.who.scope] }] } : {}),
      request: {
        ...(route.params ? { params: route.params as never } : {}),
        ...(route.query ? { query: route.query as never } : {}),
        ...(writes ? { headers: IdempotencyKey } : {}),
        ...(route.file === undefined
          ? {}
          : { body: { required: true, content: { ...fileOf(route.fileType), ...formOf(route.beside) } } }),
        ...(route.lines === undefined ? {} : { body: { required: true, content: LINES_BODY } }),
        ...(route.body ? { body: { required: true, content: { 'application/json': { schema: route.body } } } } : {}),
      },
      responses: {
        [route.status ?? 200]: {
          description: 'Done',
          content: { [route.media ?? 'application/json']: { schema: route.output } },
        },
        ...refusals(route),
      },
    })
  }
  return book.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Saola',
      version: '1',
      description:
        'One-stop portal on artificial intelligence and national database on AI systems (Law 134/2025/QH15, art. 8).',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: `${site}/api/v1` }],
  })
}
