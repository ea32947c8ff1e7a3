import type { Json } from '../base/canonical.ts'
import { fill, type Lang, type Text } from '../base/text.ts'
import type { Finding } from './lint.ts'
import { answersOf, asJson, type Report } from './report.ts'
import { R, STOPPED } from './report-words.ts'
import { BESIDE_CODES } from './sidecar.ts'
import type { ManifestFacts, SignedReading } from './signed.ts'
import { ABOUT_WORDS, DISAGREE, LIMITED, QUESTIONS } from './verdict-words.ts'
import type { Verdict } from './verdict.ts'

const TAGS = [
  ...['section', 'h2', 'h3', 'h4', 'p', 'strong', 'ol', 'ul', 'li', 'dl', 'div', 'dt', 'dd', 'code', 'a'],
  ...['details', 'summary', 'button', 'span'],
] as const
type Tag = (typeof TAGS)[number]

/** A page as a value: text, or an element with its attributes and what is in it. Server and browser draw it alike. */
export type Sheet = string | Drawing
export type Drawing = readonly [tag: Tag, attributes: Readonly<Record<string, string>>, ...inside: Sheet[]]

/** What the drawing needs to know of the place it is drawn in. */
export interface Place {
  readonly lang: Lang
  /** Tells ids apart where several files are drawn on one page. */
  readonly id: string
  /** A citation in words; this floor does not know the law. */
  readonly cite: (cite: string) => string
  /** Where someone may report the content, where there is such a page. */
  readonly reportAt?: string
  /** Can a button print? Only where a script runs. */
  readonly script: boolean
}

/** Good and wrong are said of what was checked; a mark by itself is neither. */
const TONE: Readonly<Record<string, 'good' | 'wrong'>> = {
  'intact yes': 'good',
  'intact changed': 'wrong',
  'signer national': 'good',
  'signer c2pa': 'good',
  'signer invalid': 'wrong',
  'register match': 'good',
  'register content-differs': 'wrong',
  'register revoked': 'wrong',
  'register recalled': 'wrong',
  'register suspended': 'wrong',
  'register id-conflict': 'wrong',
}

/** The whole report of one file: four answers first, evidence below. */
export function drawReport(report: Report, place: Place): Drawing {
  const { lang, id } = place
  const { verdict, signed, stopped } = report.looked
  return [
    'section',
    { class: 'report', 'aria-labelledby': id },
    ['h2', { id, tabindex: '-1' }, report.file.name],
    ['ol', { class: 'answers' }, ...answers(report, place)],
    ...(verdict.disagreements.length === 0 ? [] : [disagreement(verdict, lang)]),
    ...(stopped === undefined ? [] : [p(STOPPED[stopped][lang])]),
    ...(verdict.limits.length === 0 ? [] : [p(`${LIMITED[lang]} (${verdict.limits.join(', ')})`)]),
    ...signed.flatMap(({ elsewhere }) => (elsewhere === undefined ? [] : [p(R.elsewhere[lang], ' ', code(elsewhere))])),
    ...aside(report, lang),
    ...says(verdict, lang),
    keep(report, place),
    ...signed.filter(({ manifest }) => manifest !== 'absent').map((reading) => signature(reading, lang)),
    ...signed.flatMap((reading) => (reading.manifests === undefined ? [] : [manifests(reading.manifests, lang)])),
    rules(report.looked.findings, place),
    metadata(report, lang),
    engines(report, lang),
  ]
}

/** Many files at a glance: each with its four answers, leading to its report. */
export function drawOverview(
  reports: readonly { readonly id: string; readonly report: Report }[],
  lang: Lang,
): Drawing {
  return [
    'section',
    { class: 'report', 'aria-labelledby': 'overview' },
    ['h2', { id: 'overview', tabindex: '-1' }, `${R.overview[lang]} (${reports.length})`],
    [
      'ol',
      { class: 'overview' },
      ...reports.map(({ id, report }): Sheet => {
        const { verdict } = report.looked
        const said = Object.entries(answersOf(verdict)).map(([question, { title }]): Sheet => {
          const tone = TONE[`${question} ${verdict[question as 'found']}`] ?? 'open'
          return ['li', { class: `checks__${tone}` }, title[lang]]
        })
        return ['li', {}, ['a', { href: `#${id}` }, report.file.name], ['ul', { class: 'checks' }, ...said]]
      }),
    ],
    [
      'p',
      { class: 'no-print' },
      [
        'a',
        { href: inAddress(reports.map(({ report }) => asJson(report))), download: 'reports.json' },
        R.allJson[lang],
      ],
    ],
  ]
}

/** Where the manifest lay, when it was not in the file; and what is missing when it came without one. */
function aside({ sidecar, looked: { verdict, signed } }: Report, lang: Lang): Sheet[] {
  if (verdict.kind === 'c2pa') return [p(R.manifestAlone[lang])]
  if (sidecar === undefined) return []
  const used = signed.some(({ beside }) => beside === true)
  const differs = used && signed.some(({ codes }) => codes.includes(BESIDE_CODES.differs))
  return [
    p(`${R[used ? 'beside' : 'besideUnused'][lang]} `, code(sidecar.name)),
    ...(differs ? [p(R.besideDiffers[lang])] : []),
  ]
}

const inAddress = (json: Json): string =>
  `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(json, null, 2))}`

const p = (...inside: Sheet[]): Sheet => ['p', {}, ...inside]
const code = (text: string): Sheet => ['code', {}, text]
const folded = (title: Text, lang: Lang, ...inside: Sheet[]): Sheet => [
  'details',
  { class: 'details' },
  ['summary', {}, title[lang]],
  ['div', { class: 'details__text' }, ...inside],
]
const rows = (all: readonly (readonly [name: string, value: Sheet | undefined])[]): Sheet => [
  'dl',
  { class: 'govuk-summary-list' },
  ...all.flatMap(([name, value]): Sheet[] =>
    value === undefined
      ? []
      : [
          [
            'div',
            { class: 'govuk-summary-list__row' },
            ['dt', { class: 'govuk-summary-list__key' }, name],
            ['dd', { class: 'govuk-summary-list__value' }, value],
          ],
        ],
  ),
]

/** `14:05:09 ngày 11/09/2026 (UTC+7)`; what is no moment stays as it was written. */
export function showAt(instant: string, lang: Lang): string {
  const at = new Date(Date.parse(instant) + 7 * 3_600_000)
  if (Number.isNaN(at.getTime())) return instant
  const [day = '', clock = ''] = at.toISOString().slice(0, 19).split('T')
  return `${clock} ${lang === 'vi' ? 'ngày' : 'on'} ${day.split('-').reverse().join('/')} (UTC+7)`
}

function answers(report: Report, { lang }: Place): Sheet[] {
  const { verdict } = report.looked
  return Object.entries(answersOf(verdict)).map(([key, { title, means, not }]): Sheet => {
    const question = key as keyof typeof QUESTIONS
    const tone = TONE[`${question} ${verdict[question]}`] ?? 'open'
    const inside: Sheet[] = [
      ['h3', {}, QUESTIONS[question][lang]],
      ['p', { class: 'answers__title' }, ['strong', {}, title[lang]]],
      ...(question === 'found' ? [p(ABOUT_WORDS[verdict.about][lang])] : []),
      p(means[lang]),
      ['p', { class: 'soft' }, not[lang]],
      ...(question === 'signer' ? stamped(report, lang) : []),
      ...(question === 'register' ? live(report, lang) : []),
    ]
    return ['li', { class: `answers__one answers__one--${tone}` }, ...inside]
  })
}

/** When it was signed, as somebody else vouches: from then on neither end nor revocation of the certificate matters. */
const stamped = ({ looked: { signed } }: Report, lang: Lang): Sheet[] =>
  signed
    .filter(({ stampedAt, signature }) => stampedAt !== undefined && signature === 'good')
    .slice(0, 1)
    .map(({ stampedAt = '', stampedBy }) =>
      p(fill(R.stamped[lang], { at: showAt(stampedAt, lang), by: stampedBy ?? R.stampedBySomeone[lang] })),
    )

const IN_REGISTER = [
  ...['match', 'uncompared', 'system-only', 'content-differs', 'revoked', 'recalled', 'suspended', 'ended'],
]

function live({ register, looked: { verdict } }: Report, lang: Lang): Sheet[] {
  if (register === undefined) return []
  const aiId = register.aiId ?? verdict.registration?.aiId
  const link: Sheet[] =
    aiId !== undefined && IN_REGISTER.includes(verdict.register)
      ? [p(['a', { href: `/${lang}/register/${encodeURIComponent(aiId)}` }, `${R.entry[lang]} (${aiId})`])]
      : []
  return [p(`${R.asOf[lang]} ${showAt(register.asOf, lang)}.`), ...link]
}

const disagreement = ({ disagreements }: Verdict, lang: Lang): Sheet => [
  'div',
  { class: 'notice' },
  p(['strong', {}, DISAGREE[lang]]),
  [
    'ul',
    {},
    ...disagreements.map(({ question, answers: all }): Sheet => {
      const said = all.map(({ engine, answer }) => `${engine.name} ${engine.version}: ${answer}`)
      return ['li', {}, `${QUESTIONS[question][lang]} ${said.join('; ')}`]
    }),
  ],
]

function says({ registration, watermark }: Verdict, lang: Lang): Sheet[] {
  if (registration === undefined && watermark === undefined) return []
  const { statement, aiId, contentId, provider, at } = registration ?? {}
  return [
    ['h3', {}, R.says[lang]],
    ...(registration?.signed === false ? [p(R.saysUnsigned[lang])] : []),
    rows([
      [R.statement[lang], statement && R[statement === 'created-by-ai' ? 'created' : 'edited'][lang]],
      [R.aiId[lang], aiId && code(aiId)],
      [R.contentId[lang], contentId && code(contentId)],
      [R.watermark[lang], watermark && code(watermark.contentId)],
      [R.provider[lang], provider],
      [R.madeAt[lang], at && showAt(at, lang)],
    ]),
  ]
}

/** To take away: as a file, on paper, or to whoever looks into it. */
function keep(report: Report, { lang, script, reportAt }: Place): Sheet {
  const name = `${report.file.name.replace(/[^\w.-]+/g, '_').slice(0, 80)}.report.json`
  return [
    'p',
    { class: 'report__keep no-print' },
    ['a', { href: inAddress(asJson(report)), download: name }, R.json[lang]],
    ...(script ? [['button', { type: 'button', class: 'link', 'data-print': '' }, R.print[lang]] as Sheet] : []),
    ...(reportAt === undefined ? [] : [['a', { href: reportAt }, R.report[lang]] as Sheet]),
  ]
}

const signature = (reading: SignedReading, lang: Lang): Sheet => {
  const { signer, stampedAt, stampedBy, brokenIngredient, codes } = reading
  return folded(
    R.signed,
    lang,
    ...(brokenIngredient === true ? [p(R.brokenIngredient[lang])] : []),
    rows([
      [R.signer[lang], signer?.name],
      [R.organisation[lang], signer?.organisation],
      [R.certificateOf[lang], signer?.aiId && code(signer.aiId)],
      [R.serial[lang], signer?.serial && code(signer.serial)],
      [R.stampedAt[lang], stampedAt && [showAt(stampedAt, lang), stampedBy].filter(Boolean).join(', ')],
      [R.codes[lang], codes.length === 0 ? undefined : code(codes.join(', '))],
    ]),
  )
}

/** The tree: what speaks for the file, and below it what went in, each once. */
function manifests(all: readonly ManifestFacts[], lang: Lang): Sheet {
  const drawn = new Set<string>()
  const node = (facts: ManifestFacts, depth: number): Sheet[] => {
    if (drawn.has(facts.label) || depth > 8) return []
    drawn.add(facts.label)
    return [
      rows([
        [R.generator[lang], facts.generator],
        [R.signer[lang], [facts.signedBy, facts.organisation].filter(Boolean).join(', ') || undefined],
        [R.stampedAt[lang], facts.signedAt && showAt(facts.signedAt, lang)],
        [
          R.actions[lang],
          facts.actions.length === 0 ? undefined : facts.actions.map(({ action }) => action).join(', '),
        ],
        [R.assertions[lang], facts.assertions.length === 0 ? undefined : facts.assertions.join(', ')],
      ]),
      ...(facts.ingredients.length === 0 ? [] : [['ul', { class: 'tree' }, ...parts(facts, depth)] as Sheet]),
    ]
  }
  const parts = ({ ingredients }: ManifestFacts, depth: number): Sheet[] =>
    ingredients.map(({ relationship, title, manifest, problems }): Sheet => {
      const own = all.find(({ label }) => label === manifest)
      const said = problems.length === 0 ? '' : ` – ${R.problems[lang]}: ${problems.join(', ')}`
      const line = `${title ?? R.noTitle[lang]} (${relationship})${said}`
      return ['li', {}, line, ...(own === undefined ? [] : node(own, depth + 1))]
    })
  const [first] = all
  const title = first?.title ?? R.noTitle[lang]
  return folded(R.manifests, lang, p(['strong', {}, title]), ...(first === undefined ? [] : node(first, 0)))
}

function rules(findings: readonly Finding[], { lang, cite }: Place): Sheet {
  if (findings.length === 0) return folded(R.rules, lang, p(R.rulesHold[lang]))
  return folded(R.rules, lang, [
    'ul',
    {},
    ...findings.map(({ rule, value }): Sheet => {
      const level = R.level[rule.level][lang]
      const by = rule.cite === undefined ? '' : ` (${cite(rule.cite)})`
      const what = value === undefined || value === '' ? '' : `: ${value}`
      return ['li', {}, ['strong', {}, `${rule.title[lang]}${what}`], ` – ${level}${by}. `, rule.help[lang]]
    }),
  ])
}

function metadata({ looked: { fields, more } }: Report, lang: Lang): Sheet {
  if (fields.length === 0) return folded(R.metadata, lang, p(R.metadataNone[lang]))
  return folded(
    R.metadata,
    lang,
    rows(fields.map(({ carrier, key, value }) => [`${carrier} ${key}`, code(value)] as const)),
    ...(more === 0 ? [] : [p(`${R.more[lang]} ${more}`)]),
  )
}

const engines = ({ file, at, looked: { verdict, sought } }: Report, lang: Lang): Sheet =>
  folded(
    R.engines,
    lang,
    rows([
      ...[verdict.judge, ...verdict.engines].map(
        ({ name, version }) => [name, `${R.engine[lang]} ${version}`] as const,
      ),
      ...(sought === undefined || verdict.watermark !== undefined
        ? []
        : [[sought.name, `${R.engine[lang]} ${sought.version}: ${R.noWatermark[lang]}`] as const]),
      [R.kind[lang], verdict.kind],
      [R.size[lang], `${file.size} ${R.bytes[lang]}`],
      [R.hash[lang], code(file.sha256)],
      [R.at[lang], showAt(at, lang)],
    ]),
  )
