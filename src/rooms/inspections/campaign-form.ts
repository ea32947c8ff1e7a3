import { textIn, textsIn } from '../../web/form.ts'
import type { Form } from '../../web/route.ts'
import { LEVELS, SECTOR_WORDS, type SectorName } from '../systems/schema.ts'
import { type CampaignInput, SEEDS, WAYS } from './campaign-schema.ts'

/** A figure as typed; not a number where it is none, which the rules refuse. */
const figure = (text: string): number => (/^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN)

/** What a chief typed, whole or not: the rules say what lacks. */
export function campaignIn(form: Form): CampaignInput {
  const [levels, sectors] = [textsIn(form, 'levels'), textsIn(form, 'sectors')]
  const text = (name: string, max: number): string => textIn(form, name).trim().slice(0, max)
  return {
    ...{ title: text('title', 200), purpose: text('purpose', 2000), place: text('place', 100) },
    levels: LEVELS.filter((level) => levels.includes(level)),
    sectors: (Object.keys(SECTOR_WORDS) as SectorName[]).filter((sector) => sectors.includes(sector)),
    ...{ size: figure(textIn(form, 'size')), period: figure(textIn(form, 'period')) },
    way: WAYS.find((way) => way === textIn(form, 'way')) ?? 'random',
    seedFrom: SEEDS.find((seed) => seed === textIn(form, 'seedFrom')) ?? 'log',
    ...{ seedSays: text('seedSays', 500), scope: text('scope', 2000), members: text('members', 1000) },
  }
}

/** A new form, filled in as far as anybody can know. */
export const BLANK: CampaignInput = {
  ...{ title: '', purpose: '', levels: ['medium'], sectors: [], place: '', size: 10, way: 'random', seedFrom: 'log' },
  ...{ seedSays: '', scope: '', members: '', period: 10 },
}
