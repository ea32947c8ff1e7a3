import type { Json } from '../../base/canonical.ts'
import type { Refusal } from '../../base/outcome.ts'
import type { Campaign, CampaignCode, CampaignInput } from './campaign-schema.ts'

type Slip = Refusal & { readonly code: CampaignCode }

/** What speaks against a campaign as it was drafted: all of it at once. */
export function againstCampaign(input: CampaignInput): Slip[] {
  const { levels, way, seedFrom, seedSays, size, period } = input
  const empty = (['title', 'purpose', 'scope', 'members'] as const).filter((key) => input[key].trim() === '')
  return [
    ...empty.map((field): Slip => ({ code: 'campaign.missing', field })),
    ...(levels.length === 0 ? [{ code: 'campaign.missing', field: 'levels' } as const] : []),
    ...(levels.includes('low') ? [{ code: 'campaign.low', field: 'levels', cite: 'L10.5.c' } as const] : []),
    ...(Number.isInteger(size) && size >= 1 && size <= 500 ? [] : [{ code: 'campaign.size', field: 'size' } as const]),
    ...(Number.isInteger(period) && period >= 1 && period <= 90
      ? []
      : [{ code: 'campaign.period', field: 'period' } as const]),
    ...(way === 'random' && seedFrom === 'announced' && seedSays.trim() === ''
      ? [{ code: 'campaign.seed-source', field: 'seedSays' } as const]
      : []),
  ]
}

/** What the announcement fixes, as its leaf commits to it. */
export const criteriaOf = (c: Campaign): Readonly<Record<string, Json>> => ({
  ...{ title: c.title, levels: [...c.levels], sectors: [...c.sectors], place: c.place, size: c.size, way: c.way },
  ...{ seedFrom: c.seedFrom, seedSays: c.seedSays },
})
