import { plain } from '../../base/text.ts'
import { type Mapping, type Preset, type Row, type Target, TARGETS, type Told } from './schema.ts'

/** The title of the column that says why a row was not taken. A file that comes back mended may still have it. */
export const REASONS = 'Lý do / Reasons'
export const isReasons = (title: string): boolean => plain(title) === plain(REASONS)

const filled = (row: Row): number => row.cells.filter((c) => c.trim() !== '').length

/** The first row that is about as full as the fullest of the first ones: titles above a table are short. */
export function header(first: readonly Row[], chosen: number | undefined): Row | undefined {
  if (chosen !== undefined) return first.find((row) => row.n === chosen && filled(row) > 0)
  const most = Math.max(0, ...first.map(filled))
  return most === 0 ? undefined : first.find((row) => filled(row) * 10 >= most * 6)
}

/** Titles, each once: what has none is called by its place, what repeats is numbered. */
export function titled(row: Row): string[] {
  const seen = new Map<string, number>()
  return row.cells.map((cell, i) => {
    const title = cell.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 300) || `[${i + 1}]`
    const times = (seen.get(title) ?? 0) + 1
    seen.set(title, times)
    return times === 1 ? title : `${title} (${times})`
  })
}

export const isRepeated = (row: Row, titles: Row): boolean =>
  filled(titles) > 1 &&
  row.cells.length === titles.cells.length &&
  row.cells.every((c, i) => c.trim() === titles.cells[i]?.trim())

/** Words by which a title is known: whole titles first, then parts of longer ones. Without marks, in order. */
const WORDS: Readonly<Record<Target, readonly string[]>> = {
  name: [
    'name',
    'system name',
    'ten he thong',
    'ten',
    'use case name',
    'dossier.name',
    'ten he thong tri tue nhan tao',
  ],
  version: ['version', 'phien ban', 'dossier.version'],
  internalCode: [
    'internal code',
    'internalcode',
    'code',
    'ma noi bo',
    'ma he thong',
    'ma',
    'id',
    'use case id',
    'system id',
    'dossier.internalcode',
  ],
  providerName: [
    'provider',
    'provider name',
    'nha cung cap',
    'ten nha cung cap',
    'agency',
    'agency name',
    'co quan',
    'ten co quan',
    'don vi',
    'organisation',
    'organization',
    'dossier.providername',
  ],
  providerAddress: ['address', 'provider address', 'dia chi', 'dia chi nha cung cap', 'dossier.provideraddress'],
  providerContact: ['contact', 'provider contact', 'lien he', 'thong tin lien he', 'email', 'dossier.providercontact'],
  purpose: [
    'purpose',
    'purpose of use',
    'muc dich',
    'muc dich su dung',
    'description',
    'mo ta',
    'intended purpose',
    'dossier.purpose',
  ],
  functions: ['functions', 'main functions', 'chuc nang', 'chuc nang chinh', 'outputs', 'dossier.functions'],
  architecture: ['architecture', 'kien truc', 'kien truc chuc nang', 'dossier.architecture'],
  scope: [
    'scope',
    'deployment scope',
    'scope of deployment',
    'pham vi',
    'pham vi trien khai',
    'bureau',
    'dossier.scope',
  ],
  users: ['users', 'user groups', 'nhom nguoi su dung', 'nguoi su dung', 'dossier.users'],
  affected: ['affected', 'affected persons', 'nguoi bi anh huong', 'doi tuong bi anh huong', 'dossier.affected'],
  inputData: ['input data', 'data types', 'du lieu dau vao', 'cac loai du lieu dau vao', 'dossier.inputdata'],
  riskMeasures: [
    'risk measures',
    'risk management',
    'bien phap quan ly rui ro',
    'quan ly rui ro',
    'dossier.riskmeasures',
  ],
  safetyMeasures: ['safety measures', 'bien phap an toan', 'bien phap bao dam an toan', 'dossier.safetymeasures'],
  transparencyMeasures: ['transparency measures', 'bien phap minh bach', 'dossier.transparencymeasures'],
  level: ['level', 'risk level', 'muc rui ro', 'muc do rui ro', 'phan loai rui ro', 'result.level'],
  receivedAt: [
    'received at',
    'received on',
    'receivedat',
    'thoi diem tiep nhan',
    'ngay tiep nhan',
    'ngay nhan',
    'received',
  ],
  channel: ['channel', 'kenh', 'kenh tiep nhan'],
  firstUse: [
    'first use',
    'firstuse',
    'date implemented',
    'ngay dua vao su dung',
    'ngay su dung dau tien',
    'offered.firstuse',
  ],
  inUse: ['in use', 'inuse', 'stage of development', 'dang su dung', 'offered.inuse'],
  country: ['country', 'quoc gia', 'nuoc'],
}

const titleKey = (title: string): string =>
  plain(title)
    .replace(/[^\p{L}\p{N}. ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** What the titles suggest. A person looks at it before anything happens. */
export function guess(columns: readonly string[]): Mapping {
  const keys = columns.map((title) => ({ title, key: titleKey(title) }))
  const taken = new Set<string>()
  const fields: Record<string, Told> = {}
  const give = (target: Target, title: string | undefined) => {
    if (title === undefined || taken.has(title) || fields[target] !== undefined) return
    fields[target] = { columns: [title], constant: '' }
    taken.add(title)
  }
  for (const target of TARGETS)
    for (const word of WORDS[target]) give(target, keys.find((k) => k.key === word && !taken.has(k.title))?.title)
  for (const target of TARGETS)
    for (const word of WORDS[target].filter((w) => w.length > 7))
      give(target, keys.find((k) => k.key.includes(word) && k.key.length <= 120 && !taken.has(k.title))?.title)
  return { fields, dates: 'dmy' }
}

const from = (...columns: readonly string[]): Told => ({ columns: [...columns], constant: '' })

/** Presets that come with the portal, recognised by the titles they need. */
export const BUILT_IN: readonly Preset[] = [
  {
    name: 'US federal AI inventory 2024',
    mapping: {
      dates: 'mdy',
      fields: {
        name: from('Use Case Name'),
        providerName: from('Agency'),
        country: { columns: [], constant: 'US' },
        purpose: from('What is the intended purpose and expected benefits of the AI?'),
        functions: from('Describe the AI system’s outputs.'),
        scope: from('Bureau', 'Use Case Topic Area'),
        riskMeasures: from(
          'What are the key risks from using the AI for this particular use case and how were they identified?',
        ),
        firstUse: from('Date Implemented'),
        inUse: from('Stage of Development'),
      },
    },
  },
]

const fits = (columns: readonly string[], { mapping }: Preset): boolean =>
  Object.values(mapping.fields).every((told) => told.columns.every((c) => columns.includes(c)))

/** The first preset all of whose columns are there; one of one's own before those of the portal. */
export const presetFor = (columns: readonly string[], own: readonly Preset[]): Preset | undefined =>
  [...own, ...BUILT_IN].find(
    (p) => fits(columns, p) && Object.values(p.mapping.fields).some((t) => t.columns.length > 0),
  )

/** Only what the file has: a preset may know more columns than this file. */
export const onlyKnown = (mapping: Mapping, columns: readonly string[]): Mapping => ({
  ...mapping,
  fields: Object.fromEntries(
    Object.entries(mapping.fields)
      .map(([target, told]) => [target, { ...told, columns: told.columns.filter((c) => columns.includes(c)) }] as const)
      .filter(([, told]) => told.columns.length > 0 || told.constant !== ''),
  ),
})
