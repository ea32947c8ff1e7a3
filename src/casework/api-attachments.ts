import { z } from 'zod'
import { done, type Outcome } from '../base/outcome.ts'
import { FILE_LIMIT } from '../db/files.ts'
import { api, type Route } from '../web/route.ts'
import { attach, detach, type Office } from './actions.ts'
import type { Attachment } from './schema.ts'

/** A file beside a file of a procedure, as a program is shown it. */
export const Attached = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    type: z.string(),
    size: z.int(),
    sha256: z.string(),
    seq: z.int().nullable().meta({ description: 'The step it went with; null while it waits for the next one' }),
  })
  .meta({ id: 'Attachment' })

export const attachedAs = ({ id, name, type, size, sha256, seq }: Attachment): z.infer<typeof Attached> => ({
  ...{ id, name, type, size, sha256, seq },
})

const write = { scope: 'cases:write' } as const

/** Files for the next step, one by one: kept beside the file, handed over with whatever step takes files. */
export const attachmentApis = (office: Office, named: string): readonly Route[] => {
  const { procedure: p } = office
  return [
    api({
      name: `attach${named}`,
      method: 'post',
      path: `/${p.path}/{number}/attachments`,
      who: write,
      summary: {
        vi: `${p.name.vi}: gửi kèm một tệp; tệp đi cùng bước tiếp theo`,
        en: `${p.name.en}: send a file along; it goes with the next step`,
      },
      params: z.object({ number: z.string().max(40) }),
      query: z.strictObject({
        name: z
          .string()
          .trim()
          .min(1)
          .max(200)
          .meta({ description: 'What the file is called; its type is what its bytes say' }),
      }),
      file: FILE_LIMIT,
      output: Attached,
      status: 201,
      async handle(asked, { params: { number }, query: { name }, bytes }): Promise<Outcome<z.infer<typeof Attached>>> {
        const kept = await attach(asked, office, number, new File([Uint8Array.from(bytes)], name))
        return kept.ok ? done(attachedAs(kept.value)) : kept
      },
    }),
    api({
      name: `detach${named}`,
      method: 'delete',
      path: `/${p.path}/{number}/attachments/{id}`,
      who: write,
      summary: {
        vi: `${p.name.vi}: bỏ một tệp chưa gửi đi cùng bước nào`,
        en: `${p.name.en}: take away a file that went with no step yet`,
      },
      params: z.object({ number: z.string().max(40), id: z.uuid() }),
      output: z.strictObject({ number: z.string() }),
      async handle(asked, { params: { number, id } }): Promise<Outcome<{ number: string }>> {
        const gone = await detach(asked, office, number, id)
        return gone.ok ? done({ number }) : gone
      },
    }),
  ]
}
