import { z } from 'zod'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { api, type Asked, type Route } from '../../web/route.ts'
import { act, aiIds, findByAiId, updateDossier } from './actions.ts'
import { Dossier, PublicState, type System } from './schema.ts'

const params = z.object({ aiId: z.string().max(40) })
const reason = z.string().trim().min(1).max(1000).optional()

/** The system of an AI-ID as somebody may write or say it. Whose it is, the verbs ask. */
async function named(asked: Asked, typed: string): Promise<Outcome<System>> {
  const aiId = aiIds.parse(typed)
  const system = aiId === undefined ? undefined : await findByAiId(asked.db, aiId)
  return system === undefined ? refuse({ code: 'system.unknown' }) : done(system)
}

const putDossier = api({
  name: 'putDossier',
  method: 'put',
  path: '/systems/{aiId}/dossier',
  who: { scope: 'systems:write' },
  summary: {
    vi: 'Cập nhật hoặc đính chính hồ sơ của một hệ thống đã ghi nhận: thành phiên bản mới, phiên bản cũ giữ nguyên',
    en: 'Updates or corrects the dossier of a recorded system: a new version, earlier ones stay',
  },
  params,
  body: z.strictObject({
    dossier: Dossier,
    kind: z.enum(['updated', 'corrected']).meta({
      description: 'updated: the system changed; corrected: what was declared was not right (needs a reason)',
    }),
    reason: reason.meta({ description: 'Published with the change' }),
  }),
  output: z.strictObject({ aiId: z.string(), version: z.int(), dossierHash: z.string(), at: z.string() }),
  keep: 'record',
  async handle(asked, { params: { aiId }, body }) {
    const found = await named(asked, aiId)
    if (!found.ok) return found
    const recorded = await updateDossier(asked, found.value.id, body.dossier, body.kind, body.reason ?? null)
    if (!recorded.ok) return recorded
    const { system, version } = recorded.value
    return done({ aiId: system.aiId, version: version.version, dossierHash: version.hash, at: version.at })
  },
})

const retire = api({
  name: 'retireSystem',
  method: 'post',
  path: '/systems/{aiId}/retirement',
  who: { scope: 'systems:write' },
  summary: {
    vi: 'Ghi nhận ngừng sử dụng một hệ thống; bản ghi vẫn công khai',
    en: 'Records that a system is retired; its record stays public',
  },
  params,
  body: z.strictObject({ reason }),
  output: z.strictObject({ aiId: z.string(), state: PublicState }),
  keep: 'record',
  async handle(asked, { params: { aiId }, body }) {
    const found = await named(asked, aiId)
    if (!found.ok) return found
    const retired = await act(asked, found.value.id, 'retire', found.value.seq, body.reason ?? null)
    if (!retired.ok) return retired
    return done({ aiId: found.value.aiId ?? '', state: PublicState.parse(retired.value.state) })
  },
})

export const apis: readonly Route[] = [putDossier, retire]
