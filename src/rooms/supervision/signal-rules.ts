import { type Day, dayOf, type Instant, showDay } from '../../base/day.ts'
import { plain, type Text, text } from '../../base/text.ts'
import { type Cite, citeText } from '../../law/cite.ts'
import { LIST } from '../../law/highrisk/list.ts'
import { rangeOf, TRANSITION } from '../../law/transition.ts'
import { LEVEL_WORDS, type Level, SECTOR_WORDS, type SectorName, type SystemId } from '../systems/schema.ts'
import { reckoningOn, type Reckoning, SIGNAL } from './signal-kinds.ts'
import type { Fact, Found, Signal, SignalKind } from './signal-schema.ts'
import { COUNTED, NATIONWIDE, PERSON_DECIDES } from './signal-terms.ts'

const RANK: Readonly<Record<string, number>> = { low: 0, medium: 1, high: 2 }
const levelWord = (level: string): Text => LEVEL_WORDS[level as Level] ?? text(level, level)
const points = (n: number): number => Math.min(100, Math.max(1, Math.round(n)))
const fact = (what: Text, value: Fact['value'], source: Text): Fact => ({ what, value, source })

const REGISTER = text('Sổ đăng ký', 'The register')
const DECLARED = text('Mức đã khai', 'Level declared')
const declared = (level: Level, source = REGISTER): Fact => fact(DECLARED, levelWord(level), source)
const citesText = (cites: readonly string[], lang: 'vi' | 'en'): string =>
  cites.map((cite) => citeText(cite as Cite, lang)).join('; ')

// ————— what the store finds —————

interface Row {
  readonly system: SystemId
  readonly level: Level
}
export interface ToolRow extends Row {
  readonly notice: string
  readonly tool: string
  readonly cites: readonly string[]
}
export interface WordRow extends Row {
  readonly sectors: readonly SectorName[]
  readonly name: string
  readonly purpose: string
  readonly functions: readonly string[]
  /** Entries of the list, and the phrases that were met. */
  readonly hits: readonly { readonly code: string; readonly terms: readonly string[] }[]
}
export interface ScaleRow extends Row {
  readonly scope: string
  readonly users: readonly string[]
  readonly affected: readonly string[]
  readonly deployers: number
}
export interface IncidentRow extends Row {
  readonly numbers: readonly string[]
  readonly classes: readonly string[]
  readonly nearMisses: number
  readonly events: number
  readonly last: Instant
}
export interface SimilarRow extends Row {
  readonly sectors: readonly SectorName[]
  readonly neighbours: number
  readonly higher: number
  readonly examples: readonly string[]
}
export interface LateRow extends Row {
  readonly sectors: readonly SectorName[]
  readonly firstUse: Day | null
  readonly notice: string
  readonly receivedAt: Instant
  /** A reclassification that came after its fifteen working days: the day it was due. */
  readonly due: Day | null
}

// ————— one rule for each kind —————

/** Did the provider's own answers lead the tool to a higher level than it declared? */
export function toolHigher(row: ToolRow, { weights }: Reckoning): Found[] {
  if ((RANK[row.tool] ?? -1) <= (RANK[row.level] ?? 3)) return []
  const [own, tool] = [levelWord(row.level), levelWord(row.tool)]
  const source = text(`Thông báo ${row.notice}`, `Notice ${row.notice}`)
  return [
    {
      ...{ system: row.system, kind: 'tool-higher', key: '', gravity: points(weights['tool-higher']) },
      reason: text(
        `Đã khai «${own.vi}», trong khi câu trả lời gửi kèm thông báo ${row.notice} dẫn công cụ phân loại đến «${tool.vi}» (${citesText(row.cites, 'vi')}).`,
        `Declared “${own.en}”, while the answers sent with notice ${row.notice} lead the tool to “${tool.en}” (${citesText(row.cites, 'en')}).`,
      ),
      facts: [
        declared(row.level, source),
        fact(text('Mức theo công cụ', 'Level by the tool'), tool, source),
        fact(
          text('Căn cứ của công cụ', 'Grounds of the tool'),
          text(citesText(row.cites, 'vi'), citesText(row.cites, 'en')),
          source,
        ),
      ],
    },
  ]
}

const FIELDS = {
  name: text('Tên hệ thống', 'Name'),
  purpose: text('Mục đích', 'Purpose'),
  functions: text('Chức năng', 'Functions'),
} as const

/** A few words that take back what follows: "it carries out no transactions". */
const DENIALS = ['khong', 'chua', 'no', 'not', 'never', 'without', 'neither']
const REACH = 3

/**
 * The words of a text that a phrase in plain spelling meets, as they were written; nothing when it meets none, or when
 * the text says right before it that this is not so.
 */
export function metBy(said: string, phrase: string): string | undefined {
  const words = said.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
  const bare = words.map(plain)
  const wanted = phrase.split(' ')
  const at = bare.findIndex(
    (_, n) =>
      wanted.every((word, m) => bare[n + m] === word) &&
      !bare.slice(Math.max(0, n - REACH), n).some((word) => DENIALS.includes(word)),
  )
  return at < 0 ? undefined : words.slice(at, at + wanted.length).join(' ')
}

/** Do name, purpose or functions use words common for an entry of the list, while less than high is declared? */
export function listWords(row: WordRow, { weights }: Reckoning): Found[] {
  const said = { name: row.name, purpose: row.purpose, functions: row.functions.join('; ') }
  const fields = Object.keys(FIELDS) as (keyof typeof FIELDS)[]
  const person = PERSON_DECIDES.flatMap((phrase) => fields.flatMap((field) => metBy(said[field], phrase) ?? []))[0]
  return row.hits.flatMap(({ code, terms }): Found[] => {
    const entry = LIST.find((e) => e.code === code)
    const met = terms.flatMap((term) => fields.flatMap((field) => within(field, metBy(said[field], term))))
    const [first] = met
    if (entry === undefined || first === undefined) return []
    const same = row.sectors.some((sector) => sector === entry.sector)
    const level = levelWord(row.level)
    const softer =
      person === undefined
        ? text('', '')
        : text(` Mô tả cũng nói «${person}».`, ` The description also says “${person}”.`)
    const elsewhere = same
      ? text('', '')
      : text(
          ` Lĩnh vực đã khai khác với lĩnh vực của mục này (${SECTOR_WORDS[entry.sector].vi}).`,
          ` Another field than that of the entry (${SECTOR_WORDS[entry.sector].en}) is declared.`,
        )
    return [
      {
        ...{ system: row.system, kind: 'list-words', key: code },
        gravity: points(weights['list-words'] + (same ? 15 : -15) - (person === undefined ? 0 : 25)),
        reason: text(
          `${first.field.vi} có cụm từ «${first.words}», thường dùng cho mục ${code} của Danh mục (${entry.name.vi}), trong khi đã khai «${level.vi}».${elsewhere.vi}${softer.vi}`,
          `“${first.words}” (${first.field.en.toLowerCase()}) is common for entry ${code} of the list (${entry.name.en}), while “${level.en}” is declared.${elsewhere.en}${softer.en}`,
        ),
        facts: [
          declared(row.level),
          ...met.map(({ field, words }) => fact(text('Cụm từ', 'Phrase'), words, field)),
          fact(text('Lĩnh vực đã khai', 'Field declared'), sectorsText(row.sectors), REGISTER),
          ...(person === undefined
            ? []
            : [fact(text('Người quyết định', 'A person decides'), person, text('Mô tả', 'Description'))]),
        ],
      },
    ]
  })
}

const within = (field: keyof typeof FIELDS, words: string | undefined) =>
  words === undefined ? [] : [{ field: FIELDS[field], words }]
const sectorsText = (sectors: readonly SectorName[]): Text =>
  sectors.length === 0
    ? text('không khai', 'none declared')
    : text(sectors.map((s) => SECTOR_WORDS[s].vi).join(', '), sectors.map((s) => SECTOR_WORDS[s].en).join(', '))

/** Figures of people in a text: `5.200 thành viên`, `1 million users`; the largest. */
export function crowdIn(said: string): { readonly n: number; readonly words: string } | undefined {
  const found = [
    ...said.matchAll(
      /(\d{1,3}(?:[.,\s]\d{3})+|\d+)(\s+(?:triệu|nghìn|ngàn|million|thousand))?\s+(?:lượt\s+)?([\p{L}\p{M}]+(?:\s+[\p{L}\p{M}]+)?)/gu,
    ),
  ]
  const counted = found.flatMap(([words, digits = '', times = '', whom = '']) => {
    const [one = ''] = plain(whom).split(' ')
    if (![one, plain(whom)].some((word) => COUNTED.includes(word))) return []
    return [{ n: Number(digits.replace(/\D/g, '')) * timesOf(plain(times)), words }]
  })
  return counted.toSorted((a, b) => b.n - a.n)[0]
}
const timesOf = (word: string): number => {
  if (word === 'trieu' || word === 'million') return 1_000_000
  return word === '' ? 1 : 1000
}

/** Is the reach large for a level below high (Law art. 9.2)? */
export function scale(row: ScaleRow, { weights, crowd, deployers }: Reckoning): Found[] {
  const said = [row.scope, ...row.users, ...row.affected].join('; ')
  const people = crowdIn(said)
  const country = NATIONWIDE.flatMap((phrase) => metBy(said, phrase) ?? [])[0]
  const many = people !== undefined && people.n >= crowd ? people : undefined
  const facts = [
    ...(many === undefined
      ? []
      : [
          fact(
            text('Số người nêu trong hồ sơ', 'People the dossier names'),
            many.words,
            text('Phạm vi, người dùng, người bị ảnh hưởng', 'Scope, users, affected persons'),
          ),
        ]),
    ...(country === undefined
      ? []
      : [fact(text('Phạm vi', 'Scope'), country, text('Phạm vi sử dụng', 'Scope of use'))]),
    ...(row.deployers < deployers
      ? []
      : [
          fact(
            text('Bên triển khai hiện có', 'Deployers at present'),
            String(row.deployers),
            text('Danh sách bên triển khai', 'List of deployers'),
          ),
        ]),
  ]
  if (facts.length === 0) return []
  const [level, list] = [
    levelWord(row.level),
    (lang: 'vi' | 'en') => facts.map((f) => `${f.what[lang].toLowerCase()}: ${String(f.value)}`).join('; '),
  ]
  return [
    {
      ...{ system: row.system, kind: 'scale', key: '', gravity: points(weights.scale + 10 * (facts.length - 1)) },
      reason: text(
        `Quy mô lớn so với mức «${level.vi}» đã khai (${list('vi')}).`,
        `A large reach for the level declared, “${level.en}” (${list('en')}).`,
      ),
      facts: [declared(row.level), ...facts],
    },
  ]
}

/** How often and how gravely did it go wrong? Several reports of one event count once. */
export function incidents(row: IncidentRow, { weights, incidentDays }: Reckoning): Found[] {
  const harm = row.events - row.nearMisses
  const gravest = row.classes.includes('a') ? 15 : 0
  const last = showDay(dayOf(row.last))
  return [
    {
      ...{ system: row.system, kind: 'incidents', key: '' },
      gravity: points(weights.incidents + 10 * (row.events - 1) + gravest - (harm === 0 ? 20 : 0)),
      reason: text(
        `Trong ${incidentDays} ngày qua có ${row.events} sự cố nghiêm trọng được báo cáo, gần nhất ngày ${last}${harm === 0 ? ', đều chưa gây hậu quả' : ''}.`,
        `Serious incidents reported within ${incidentDays} days: ${row.events}, the last on ${last}${harm === 0 ? ', none with harm done' : ''}.`,
      ),
      facts: row.numbers.map((number) =>
        fact(text('Hồ sơ sự cố', 'Incident file'), number, text('Báo cáo sự cố', 'Incident reports')),
      ),
    },
  ]
}

/** Are most systems of the field with a like name declared higher? */
export function similarHigher(row: SimilarRow, { weights, neighbours, share }: Reckoning): Found[] {
  if (row.neighbours < neighbours || row.higher / row.neighbours < share) return []
  const level = levelWord(row.level)
  return [
    {
      ...{ system: row.system, kind: 'similar-higher', key: '' },
      gravity: points(weights['similar-higher'] + (row.higher >= 20 ? 10 : 0)),
      reason: text(
        `${row.higher} trên ${row.neighbours} hệ thống cùng lĩnh vực có tên gần giống đã khai mức cao hơn «${level.vi}».`,
        `Of ${row.neighbours} systems of the field with a like name, ${row.higher} are declared higher than “${level.en}”.`,
      ),
      facts: [
        declared(row.level),
        fact(text('Lĩnh vực', 'Field'), sectorsText(row.sectors), REGISTER),
        ...row.examples.map((name) => fact(text('Ví dụ', 'Example'), name, REGISTER)),
      ],
    },
  ]
}

/** Was it notified after it was in use without a transition that allows it, or reclassified late? */
export function late(row: LateRow, { weights }: Reckoning): Found[] {
  const [received, source] = [dayOf(row.receivedAt), text(`Thông báo ${row.notice}`, `Notice ${row.notice}`)]
  const on = showDay(received)
  if (row.due !== null)
    return [
      {
        ...{ system: row.system, kind: 'late', key: row.notice, gravity: points(weights.late) },
        reason: text(
          `Phân loại lại được thông báo ngày ${on}, sau hạn ${showDay(row.due)} (15 ngày làm việc).`,
          `The reclassification was notified on ${on}, after it was due on ${showDay(row.due)} (15 working days).`,
        ),
        facts: [
          fact(text('Hạn thông báo', 'Due'), showDay(row.due), source),
          fact(text('Ngày nhận', 'Received'), on, source),
        ],
      },
    ]
  if (row.firstUse === null || received <= row.firstUse || received < transitionEnd(row, row.firstUse)) return []
  const use = showDay(row.firstUse)
  return [
    {
      ...{ system: row.system, kind: 'late', key: row.notice, gravity: points(weights.late) },
      reason: text(
        `Thông báo ngày ${on}, sau ngày đưa vào sử dụng đã khai (${use}), và không thuộc thời hạn chuyển tiếp.`,
        `Notified on ${on}, after the day of first use declared (${use}), with no transition that allows it.`,
      ),
      facts: [
        fact(text('Ngày sử dụng đầu tiên', 'First use'), use, REGISTER),
        fact(text('Ngày nhận thông báo', 'Notice received'), on, source),
      ],
    },
  ]
}

/** The day before which the notice was still in time (Law art. 35.1, Decision 33/2026 art. 4); the first use without one. */
function transitionEnd({ level, sectors }: LateRow, firstUse: Day): Day {
  const long = sectors.some((sector) => TRANSITION.long.includes(sector))
  const row = TRANSITION.rows.find(
    (r) =>
      r.listed === (level === 'high') &&
      r.firstUse.includes(rangeOf(firstUse)) &&
      (r.sectors === 'every' || r.sectors === (long ? 'long' : 'other')),
  )
  return row?.before ?? firstUse
}

// ————— all of them together —————

export interface Gathered {
  readonly tool: readonly ToolRow[]
  readonly words: readonly WordRow[]
  readonly scale: readonly ScaleRow[]
  readonly incidents: readonly IncidentRow[]
  readonly similar: readonly SimilarRow[]
  readonly late: readonly LateRow[]
}

/**
 * Every reason there is on a day. A low-risk system is looked at on an incident, feedback or a need of safety and for
 * nothing else (Law art. 10.5.c): its other reasons count only beside one of these. `admitted`: low-risk systems with
 * such a reason posted and still open.
 */
export function reckonSignals(all: Gathered, on: Day, admitted: ReadonlySet<SystemId>): Found[] {
  const by = reckoningOn(on)
  const told = all.incidents.flatMap((row) => incidents(row, by))
  const open = new Set([...admitted, ...told.map(({ system }) => system)])
  const mayLook = ({ level, system }: Row): boolean => level !== 'low' || open.has(system)
  return [
    ...told,
    ...all.tool.filter(mayLook).flatMap((row) => toolHigher(row, by)),
    ...all.words.filter(mayLook).flatMap((row) => listWords(row, by)),
    ...all.scale.filter(mayLook).flatMap((row) => scale(row, by)),
    ...all.similar.filter(mayLook).flatMap((row) => similarHigher(row, by)),
    ...all.late.filter(mayLook).flatMap((row) => late(row, by)),
  ]
}

/** May a system of this level be looked at for these reasons? */
export const admits = (level: Level, kinds: readonly SignalKind[]): boolean =>
  level !== 'low' || kinds.some((kind) => SIGNAL[kind].admitsLow === true)

/** Reasons a unit of this kind has to do with. */
export const kindsFor = (unit: Parameters<(typeof SIGNAL)[SignalKind]['units']['includes']>[0]): SignalKind[] =>
  (Object.keys(SIGNAL) as SignalKind[]).filter((kind) => SIGNAL[kind].units.includes(unit))

/** The reasons in one text, for the draft of a check or an order. */
export const reasonsSaid = (signals: readonly Pick<Signal, 'reason'>[], lang: 'vi' | 'en'): string =>
  signals.map(({ reason }) => reason[lang]).join('\n')
