import type { AccountId, Actor, PartyId, PartyRole, Scope, UnitId, UnitRole } from '../src/base/actor.ts'
import { day, type Instant } from '../src/base/day.ts'
import type { Sort } from '../src/base/outcome.ts'
import type { Lang, Text } from '../src/base/text.ts'
import type { Acting, Office } from '../src/casework/actions.ts'
import type { Form } from '../src/casework/form.ts'
import type { Procedure } from '../src/casework/procedure.ts'
import { type Answers, REFUSALS } from '../src/casework/schema.ts'
import { SAYS } from '../src/casework/words.ts'
import { type Cite, citeText } from '../src/law/cite.ts'
import { addMember, createAccount, createParty, createUnit, people, seatOfficer } from '../src/rooms/parties/actions.ts'
import { Page } from '../src/web/layout.tsx'
import type { Route } from '../src/web/route.ts'
import { serve } from '../src/web/server.ts'
import type { TestKit } from './kit.ts'

/**
 * A made-up procedure for the engine's tests: a library tells the lost-property office that an umbrella is gone.
 *
 *   begun ─report▶ reported ─search▶ searching ─decide▶ decided ─release▶ decided
 *                     │ └─found──────────┴─found▶ found ─decide▶ decided
 *                     └─withdraw▶ withdrawn
 */
const t = (vi: string, en: string): Text => ({ vi, en })

const yesNo = [
  { value: 'yes', label: t('Có', 'Yes') },
  { value: 'no', label: t('Không', 'No') },
] as const

const umbrella: Form['pages'][number] = {
  id: 'umbrella',
  title: t('Chiếc ô', 'The umbrella'),
  lead: t('Mô tả chiếc ô để cán bộ nhận ra.', 'Describe the umbrella so that an officer can recognise it.'),
  questions: [
    {
      key: 'name',
      ask: t('Tên gọi chiếc ô', 'What the umbrella is called'),
      kind: 'line',
      max: 80,
      cite: 'L12.1',
    },
    {
      key: 'kind',
      ask: t('Loại ô', 'Kind of umbrella'),
      kind: 'one',
      options: [
        { value: 'rain', label: t('Ô che mưa', 'For rain') },
        {
          value: 'sun',
          label: t('Ô che nắng', 'For sun'),
          hint: t('Cán thường ngắn hơn', 'Often with a shorter handle'),
        },
      ],
    },
    {
      key: 'colours',
      ask: t('Màu sắc', 'Colours'),
      hint: t('Chọn mọi màu có trên ô.', 'Choose every colour it has.'),
      kind: 'many',
      options: [
        { value: 'red', label: t('Đỏ', 'Red') },
        { value: 'blue', label: t('Xanh', 'Blue') },
        { value: 'gold', label: t('Vàng kim', 'Gold') },
      ],
    },
    { key: 'ribs', ask: t('Số nan', 'Number of ribs'), kind: 'number', min: 4, max: 24 },
    {
      key: 'serial',
      ask: t('Mã khắc trên cán', 'Code on the handle'),
      kind: 'line',
      max: 12,
      pattern: /^UM-\d{4}$/,
      format: t('Hai chữ UM, gạch nối và bốn chữ số, ví dụ UM-0042.', 'UM, a hyphen and four digits, such as UM-0042.'),
      optional: true,
    },
  ],
}

const loss: Form['pages'][number] = {
  id: 'loss',
  title: t('Việc mất ô', 'The loss'),
  questions: [
    { key: 'lostOn', ask: t('Ngày mất', 'Day it was lost'), kind: 'day' },
    {
      key: 'noticedAt',
      ask: t('Thời điểm phát hiện', 'When you noticed'),
      kind: 'moment',
      cite: 'N19.3',
    },
    { key: 'place', ask: t('Nơi mất', 'Where it was lost'), kind: 'line', max: 120 },
    {
      key: 'how',
      ask: t('Ô bị mất thế nào', 'How it was lost'),
      kind: 'one',
      options: [
        { value: 'forgotten', label: t('Để quên', 'Left behind') },
        { value: 'stolen', label: t('Bị lấy trộm', 'Stolen') },
        { value: 'storm', label: t('Gió cuốn', 'Blown away') },
      ],
    },
    {
      key: 'thief',
      ask: t('Người lấy trộm trông thế nào', 'What the thief looked like'),
      kind: 'text',
      max: 500,
      when: { key: 'how', is: ['stolen'] },
    },
  ],
}

const borrower: Form['pages'][number] = {
  id: 'borrower',
  title: t('Người mượn', 'The borrower'),
  questions: [
    { key: 'contact', ask: t('Liên hệ', 'Contact'), kind: 'line', max: 254 },
    {
      key: 'card',
      ask: t('Số thẻ thư viện', 'Library card number'),
      hint: t('Chín chữ số', 'Nine digits'),
      kind: 'secret',
      max: 9,
      pattern: /^\d{9}$/,
      format: t('Chín chữ số.', 'Nine digits.'),
    },
  ],
}

const reportV1: Form = { id: 'report', version: 1, pages: [umbrella, loss, borrower] }

/** What changed: one question more where the loss is told, and a page about the worth. */
const reportV2: Form = {
  id: 'report',
  version: 2,
  pages: [
    umbrella,
    {
      ...loss,
      questions: [
        ...loss.questions,
        { key: 'witness', ask: t('Người chứng kiến', 'Witness'), kind: 'line', max: 120, optional: true },
      ],
    },
    borrower,
    {
      id: 'worth',
      title: t('Giá trị', 'Its worth'),
      questions: [
        {
          key: 'worth',
          ask: t('Giá trị ước tính, nghìn đồng', 'Estimated worth, thousand đồng'),
          kind: 'number',
          min: 1,
          max: 99_999,
        },
      ],
    },
  ],
}

const found: Form = {
  id: 'found',
  version: 1,
  pages: [
    {
      id: 'found',
      title: t('Ô đã tìm thấy', 'The umbrella was found'),
      questions: [
        { key: 'foundAt', ask: t('Thời điểm tìm thấy', 'When it was found'), kind: 'moment' },
        { key: 'foundWhere', ask: t('Nơi tìm thấy', 'Where it was found'), kind: 'text', max: 500 },
        { key: 'broken', ask: t('Ô có bị hỏng không', 'Is it broken'), kind: 'one', options: yesNo },
        {
          key: 'damage',
          ask: t('Hỏng chỗ nào', 'What is broken'),
          kind: 'line',
          max: 120,
          when: { key: 'broken', is: ['yes'] },
        },
      ],
    },
  ],
}

const decision: Form = {
  id: 'decision',
  version: 1,
  pages: [
    {
      id: 'decision',
      title: t('Kết luận', 'Decision'),
      questions: [
        {
          key: 'outcome',
          ask: t('Kết quả', 'Outcome'),
          kind: 'one',
          options: [
            { value: 'returned', label: t('Ô đã trả lại', 'Returned') },
            { value: 'gone', label: t('Không tìm được', 'Not found') },
          ],
        },
        { key: 'reasons', ask: t('Lý do', 'Reasons'), kind: 'text', max: 2000 },
      ],
    },
  ],
}

const summary: Form = {
  id: 'summary',
  version: 1,
  pages: [
    {
      id: 'summary',
      title: t('Tóm tắt công khai', 'Public summary'),
      questions: [{ key: 'summary', ask: t('Tóm tắt', 'Summary'), kind: 'text', max: 1000 }],
    },
  ],
}

const WAIT = {
  party: t('Phòng đồ thất lạc đang xem.', 'The lost-property office is looking at it.'),
  unit: t('Nhận xử lý và tìm ô.', 'Take the file and search.'),
}

export const UMBRELLA = {
  id: 'umbrella-loss',
  path: 'umbrella-losses',
  prefix: 'UL',
  name: t('Báo mất ô', 'Loss of an umbrella'),
  plural: t('Các báo mất ô', 'Losses of umbrellas'),
  start: {
    lead: t(
      'Dành cho thư viện cho mượn ô. Báo ngay khi biết ô đã mất; phòng đồ thất lạc trả lời trong 5 ngày làm việc.',
      'For libraries that lend umbrellas. Report as soon as you know; the lost-property office answers within 5 working days.',
    ),
    needs: [
      t('Mô tả chiếc ô', 'A description of the umbrella'),
      t('Số thẻ của người mượn', 'The card number of the borrower'),
    ],
    button: t('Bắt đầu báo mất ô', 'Begin a report'),
  },
  cites: ['L12.1', 'N19.3'],
  states: {
    begun: {
      name: t('Đang soạn', 'Being written'),
      holder: 'party',
      next: {
        party: t('Điền và gửi báo cáo.', 'Fill in the report and send it.'),
        unit: t('Chưa gửi.', 'Not sent yet.'),
      },
      noDate: t('Chưa gửi nên chưa có thời hạn.', 'Not sent, so no time limit runs.'),
    },
    reported: { name: t('Đã báo', 'Reported'), holder: 'unit', next: WAIT, open: true },
    searching: { name: t('Đang tìm', 'Being searched for'), holder: 'unit', next: WAIT, open: true },
    found: {
      name: t('Đã tìm thấy', 'Found'),
      holder: 'unit',
      next: { party: t('Chờ kết luận.', 'Wait for the decision.'), unit: t('Ra kết luận.', 'Decide.') },
      open: true,
    },
    decided: {
      name: t('Đã kết luận', 'Decided'),
      holder: 'nobody',
      next: {
        party: t('Không phải làm gì thêm.', 'Nothing more to do.'),
        unit: t('Có thể công khai.', 'May be published.'),
      },
      noDate: t('Hồ sơ đã xong.', 'The file is closed.'),
      final: true,
    },
    withdrawn: {
      name: t('Đã rút', 'Withdrawn'),
      holder: 'nobody',
      next: {
        party: t('Không phải làm gì thêm.', 'Nothing more to do.'),
        unit: t('Không phải làm gì.', 'Nothing to do.'),
      },
      noDate: t('Hồ sơ đã rút.', 'The file was withdrawn.'),
      final: true,
    },
  },
  verbs: {
    report: {
      ask: t('Gửi báo mất ô', 'Send the report'),
      past: t('Đã báo mất ô', 'The loss was reported'),
      who: 'party',
      cite: 'L12.1',
      form: 'report',
      files: true,
      handsOver: true,
      api: true,
      document: {
        kind: 'receipt',
        prefix: 'ULR',
        title: t('Giấy tiếp nhận báo mất ô', 'Receipt for the report of a loss'),
        says: t('Đã tiếp nhận báo mất ô.', 'The report of a lost umbrella was received.'),
      },
      checks: (_, answers) =>
        answers.kind === 'sun' && answers.how === 'storm' ? [{ code: 'case.choice', field: 'how', cite: 'N19.3' }] : [],
    },
    search: {
      ask: t('Bắt đầu tìm', 'Begin the search'),
      past: t('Đã bắt đầu tìm', 'The search began'),
      who: 'officer',
      cite: 'N19.3',
    },
    found: {
      ask: t('Báo đã tìm thấy ô', 'Report that it was found'),
      past: t('Đã báo tìm thấy ô', 'The umbrella was reported found'),
      who: 'party',
      cite: 'L12.1',
      form: 'found',
      files: true,
      api: true,
    },
    withdraw: {
      ask: t('Rút báo cáo', 'Withdraw the report'),
      past: t('Đã rút báo cáo', 'The report was withdrawn'),
      who: 'party',
      cite: 'L12.1',
      api: true,
    },
    decide: {
      ask: t('Ra kết luận', 'Decide'),
      past: t('Đã ra kết luận', 'A decision was made'),
      who: 'chief',
      cite: 'N19.3',
      form: 'decision',
      files: true,
      secondPerson: true,
      document: {
        kind: 'decision',
        prefix: 'ULD',
        title: t('Kết luận về việc mất ô', 'Decision on the loss'),
        says: t('Kết luận về chiếc ô bị mất.', 'What was decided about the umbrella.'),
      },
    },
    release: {
      ask: t('Công khai tóm tắt', 'Publish the summary'),
      past: t('Đã công khai tóm tắt', 'The summary was published'),
      who: 'officer',
      cite: 'L12.1',
      form: 'summary',
      publish: (file, answers) => ({ summary: answers.summary ?? '', kind: file.answers.kind ?? '' }),
    },
  },
  flow: {
    begun: { report: 'reported' },
    reported: { search: 'searching', found: 'found', withdraw: 'withdrawn' },
    searching: { found: 'found', decide: 'decided' },
    found: { decide: 'decided' },
    decided: { release: 'decided' },
    withdrawn: {},
  },
  forms: { report: [reportV1, reportV2], found: [found], decision: [decision], summary: [summary] },
  clocks: [
    {
      id: 'found-or-not',
      name: t('Báo kết quả tìm trong thư viện', 'Say whether it was found in the library'),
      kind: 'legal',
      side: 'party',
      starts: { verb: 'report', answer: 'noticedAt' },
      met: ['found', 'withdraw'],
      rule: (answers) => (answers.how === 'forgotten' ? { rule: { hours: 72 }, cite: 'N19.3' } : undefined),
    },
    {
      id: 'decide',
      name: t('Trả lời của phòng đồ thất lạc', 'Answer of the lost-property office'),
      kind: 'legal',
      side: 'unit',
      starts: { verb: 'report' },
      met: ['decide', 'withdraw'],
      rule: () => ({ rule: { workingDays: 5 }, cite: 'L12.1' }),
    },
  ],
  route: (answers) => ({
    lead: answers.how === 'storm' ? 'umbrella-storm' : 'umbrella',
    copies: answers.how === 'stolen' ? ['umbrella-storm'] : [],
  }),
  desks: ['umbrella', 'umbrella-storm'],
  subject: ({ name }) => (typeof name === 'string' ? name : ''),
  known: (party) => ({ contact: party.contact }),
} satisfies Procedure as Procedure

/** The same procedure before its form was changed. */
export const UMBRELLA_BEFORE: Procedure = { ...UMBRELLA, forms: { ...UMBRELLA.forms, report: [reportV1] } }

export const umbrellaOffice: Office = { procedure: UMBRELLA, people }
export const umbrellaOfficeBefore: Office = { procedure: UMBRELLA_BEFORE, people }

/** A report that says everything; `card` is a secret and goes beside it. */
export const LOST: Answers = {
  name: 'Ô cầu vồng',
  kind: 'rain',
  colours: ['red', 'gold'],
  ribs: 8,
  lostOn: day('2026-10-30'),
  noticedAt: '2026-10-31T02:00:00.000Z',
  place: 'Bến Sông',
  how: 'forgotten',
  contact: 'o@thuvien.example',
  worth: 250,
}
export const CARD = { card: '123456789' } as const

export type Somebody = 'lan' | 'binh' | 'mai' | 'stranger' | 'khanh' | 'duc' | 'thao' | 'gio' | 'quan' | 'visitor'

export interface RoomRefusals {
  readonly refusals: Readonly<Record<string, Sort>>
  readonly says: Readonly<Record<string, Text>>
}

export interface UmbrellaWorld {
  /** The library that lends umbrellas, and somebody else's organisation. */
  readonly library: PartyId
  readonly strangers: PartyId
  /** In charge of losses; in charge when a storm took the umbrella. */
  readonly office: UnitId
  readonly storm: UnitId
  /**
   * lan owns, binh files and mai reads for the library; the stranger owns the other organisation. khanh and duc are
   * officers and thao the chief of the office, gio an officer for storms, quan the administrator.
   */
  readonly actors: Readonly<Record<Somebody, Actor>>
  /** API keys: `library`, `reader` (may only read) and `stranger`. */
  readonly keys: Readonly<Record<string, Actor>>
  as(who: Somebody, now?: Instant): Acting
  /** The pages and APIs given, with `cookie: saola_session=lan` and `authorization: Bearer library`. */
  /** `room`: what the room at hand may refuse besides, and in which words. */
  app(routes: readonly Route[], room?: RoomRefusals): ReturnType<typeof serve>
}

/** People, organisations and units, on the records of `parties`. */
export async function umbrellaWorld(kit: TestKit): Promise<UmbrellaWorld> {
  const account = (name: string, lang: Lang = 'vi') =>
    createAccount(kit, { email: `${name}@thuvien.example`, name, lang, password: 'ô che mưa nắng 2026' })
  const [lan, binh, mai, stranger, khanh, duc, thao, gio, quan] = await Promise.all([
    account('lan'),
    account('binh', 'en'),
    account('mai'),
    account('stranger'),
    account('khanh'),
    account('duc', 'en'),
    account('thao'),
    account('gio'),
    account('quan'),
  ])
  const details = {
    kind: 'organisation',
    address: '1 Bến Sông',
    contact: 'o@thuvien.example',
    country: 'VN',
    contactPoint: null,
    presence: null,
    representative: null,
    stateBody: false,
  } as const
  const library = await createParty(kit, lan, { ...details, name: 'Thư viện Ô', code: '0100000001' })
  const strangers = await createParty(kit, stranger, { ...details, name: 'Người lạ', code: '0100000002' })
  await addMember(kit, library.id, binh, 'filer')
  await addMember(kit, library.id, mai, 'viewer')
  const office = await createUnit(kit, {
    ...{ kind: 'most', code: 'UMBRELLA' },
    ...{ nameVi: 'Phòng đồ thất lạc', nameEn: 'Lost-property office' },
  })
  const storm = await createUnit(kit, {
    ...{ kind: 'ministry', code: 'STORM' },
    ...{ nameVi: 'Phòng chống bão', nameEn: 'Storm office' },
  })
  for (const [unit, who, role] of [
    [office, khanh, 'officer'],
    [office, duc, 'officer'],
    [office, thao, 'chief'],
    [storm, gio, 'officer'],
    [office, quan, 'administrator'],
  ] as const)
    await seatOfficer(kit, unit, who, role)
  const desk = (name: string, unit: UnitId) =>
    kit.db.insertInto('desk').values({ name, unit, since: kit.now(), by: 'saola' }).execute()
  await desk('umbrella', office)
  await desk('umbrella-storm', storm)

  const member = (id: AccountId, name: string, party: PartyId, role: PartyRole, lang: Lang = 'vi'): Actor => ({
    ...{ kind: 'person', account: id, name, email: `${name}@thuvien.example`, lang, seat: null },
    acting: { party, name: party === library.id ? 'Thư viện Ô' : 'Người lạ', role },
  })
  const seated = (id: AccountId, name: string, unit: UnitId, role: UnitRole, lang: Lang = 'vi'): Actor => ({
    ...{ kind: 'person', account: id, name, email: `${name}@thuvien.example`, lang, acting: null },
    seat: { unit, kind: unit === office ? 'most' : 'ministry', role },
  })
  const actors: UmbrellaWorld['actors'] = {
    lan: member(lan, 'lan', library.id, 'owner'),
    binh: member(binh, 'binh', library.id, 'filer', 'en'),
    mai: member(mai, 'mai', library.id, 'viewer'),
    stranger: member(stranger, 'stranger', strangers.id, 'owner'),
    khanh: seated(khanh, 'khanh', office, 'officer'),
    duc: seated(duc, 'duc', office, 'officer', 'en'),
    thao: seated(thao, 'thao', office, 'chief'),
    gio: seated(gio, 'gio', storm, 'officer'),
    quan: seated(quan, 'quan', office, 'administrator'),
    visitor: { kind: 'visitor' },
  }
  const program = (key: string, party: PartyId, scopes: readonly Scope[]): Actor => ({
    ...{ kind: 'program', key, scopes },
    acting: { party, name: party === library.id ? 'Thư viện Ô' : 'Người lạ', role: 'filer' },
  })
  const keys = {
    library: program('library', library.id, ['cases:read', 'cases:write']),
    reader: program('reader', library.id, ['cases:read']),
    stranger: program('stranger', strangers.id, ['cases:read', 'cases:write']),
  }
  const holder = (known: Readonly<Record<string, Actor>>, token: string): Actor => known[token] ?? actors.visitor
  return {
    ...{ library: library.id, strangers: strangers.id, office, storm, actors, keys },
    as: (who, now) => ({ ...kit, actor: actors[who], ...(now === undefined ? {} : { now: () => now }) }),
    app: (routes, room = { refusals: {}, says: {} }) =>
      serve(kit, routes, {
        refusals: {
          sort: { ...REFUSALS, ...room.refusals },
          says: { ...SAYS, ...room.says },
          cite: (cite, lang) => citeText(cite as Cite, lang),
        },
        whoIs: async (_, token) => holder(actors, token),
        whoHolds: async (_, key) => holder(keys, key),
        frame: (asked, content) => Page({ lang: asked.lang, path: asked.path, ...content }),
        problemPage: (_, problem) => ({ title: problem.title, children: `${problem.code} ${problem.title}` }),
        flooded: () => false,
        signIn: (lang, back) => `/${lang}/sign-in?back=${encodeURIComponent(back)}`,
        observe: () => undefined,
        fault: (error) => {
          throw error
        },
      }),
  }
}
