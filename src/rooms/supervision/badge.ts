import { createHash } from 'node:crypto'
import type { Lang } from '../../base/text.ts'
import { inXml } from '../../web/feeds.ts'
import { showTime } from '../../web/format.ts'
import { qrPath } from '../../web/parts/qr-code/part.tsx'
import { STATE_WORDS } from '../systems/schema.ts'
import type { Status } from './schema.ts'
import { W } from './words.ts'

/** Suspended and recalled are loud; nothing else is. Word and shape say the same as the colour. */
const LOUD: Readonly<Partial<Record<Status['state'], string>>> = { suspended: '#8A5A00', recalled: '#A3262A' }
const QUIET = '#14213D'
const [WIDTH, HEIGHT, SIDE] = [360, 120, 96]
/** More would run into the edge; the whole name stands in the title. */
const LONGEST = 30

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)
const line = (x: number, y: number, size: number, fill: string, text: string, weight = '400'): string =>
  `<text x="${x}" y="${y}" font-family="'Be Vietnam Pro',sans-serif" font-size="${size}" font-weight="${weight}" fill="${fill}">${inXml(text)}</text>`

/**
 * The status of a system as a picture for other people's pages: word, moment, and a code that leads to the register.
 * `jws` is the same status signed; it lies in the metadata, so that a saved picture can be checked.
 */
export function badge(status: Status, jws: string, address: string, lang: Lang): string {
  const { path, side } = qrPath(address)
  const colour = LOUD[status.state] ?? QUIET
  const title = W.badgeTitle[lang].replace('{name}', status.name)
  // Two badges on one page must not share an id.
  const id = `t${createHash('sha256').update(status.aiId).digest('hex').slice(0, 8)}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" lang="${lang}" aria-labelledby="${id}">`,
    `<title id="${id}">${inXml(`${title}: ${STATE_WORDS[status.state][lang]}`)}</title>`,
    `<metadata><status xmlns="urn:saola:status">${inXml(jws)}</status></metadata>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#FFFFFF" stroke="${colour}" stroke-width="3"/>`,
    ...(colour === QUIET ? [] : [`<rect width="8" height="${HEIGHT}" fill="${colour}"/>`]),
    line(20, 26, 11, QUIET, W.badgeRegister[lang]),
    line(20, 52, 20, colour, STATE_WORDS[status.state][lang], '700'),
    line(20, 74, 12, QUIET, cut(status.name, LONGEST)),
    line(20, 91, 12, QUIET, status.aiId),
    line(
      ...([20, 108, 10, QUIET] as const),
      status.legalValue ? W.badgeAsOf[lang].replace('{time}', showTime(status.asOf, lang)) : W.evaluation[lang],
    ),
    `<svg x="${WIDTH - SIDE - 12}" y="12" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path d="${path}" fill="#000000"/></svg>`,
    '</svg>',
    '',
  ].join('\n')
}
