import { fill, type Lang } from '../../base/text.ts'
import { showNumber } from '../../web/format.ts'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type Level, LEVEL_WORDS, SECTOR_WORDS, type SectorName } from '../systems/schema.ts'
import type { Campaign } from './campaign-schema.ts'
import { C, WAY } from './campaign-words.ts'

export interface CriteriaProps {
  readonly lang: Lang
  readonly to: (path: string) => string
  readonly of: {
    readonly number: string
    readonly levels: readonly Level[]
    readonly sectors: readonly SectorName[]
    readonly place: string
    readonly size: number
    readonly way: Campaign['way']
    readonly seedFrom: Campaign['seedFrom']
    readonly seedSays: string
    readonly logSize: number | null
    readonly seed: string | null
    readonly frame: { readonly count: number; readonly sha256: string } | null
  }
}

/** What a sample is drawn from and how, as the chief fixed it: for officers and for everybody else. */
export const Criteria = ({ lang, to, of }: CriteriaProps) => (
  <SummaryList
    rows={[
      { key: C.levels[lang], value: of.levels.map((level) => LEVEL_WORDS[level][lang]).join(', ') },
      {
        key: C.sectors[lang],
        value:
          of.sectors.length === 0 ? C.allSectors[lang] : of.sectors.map((one) => SECTOR_WORDS[one][lang]).join(', '),
      },
      { key: C.place[lang], value: of.place === '' ? C.country[lang] : of.place },
      { key: C.size[lang], value: showNumber(of.size, lang) },
      { key: C.way[lang], value: WAY[of.way][lang] },
      ...(of.frame === null
        ? []
        : [
            {
              key: C.frame[lang],
              value: (
                <>
                  {fill(C.frameSays[lang], { n: showNumber(of.frame.count, lang), hash: of.frame.sha256 })}
                  {of.way === 'random' ? (
                    <>
                      <br />
                      <a href={to(`/samples/${of.number}/frame.csv`)}>{C.frameFile[lang]}</a>
                    </>
                  ) : null}
                </>
              ),
            },
          ]),
      ...(of.way === 'random'
        ? [
            {
              key: C.seedFrom[lang],
              value: (
                <>
                  {of.seedFrom === 'announced'
                    ? of.seedSays
                    : of.logSize === null
                      ? C.seedLog[lang]
                      : fill(C.seedFromLog[lang], { size: showNumber(of.logSize, lang) })}
                  <br />
                  {of.seed === null ? <span class="soft">{C.seedNotYet[lang]}</span> : <code>{of.seed}</code>}
                </>
              ),
            },
          ]
        : []),
    ]}
  />
)
