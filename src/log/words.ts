import type { Json } from '../base/canonical.ts'
import type { Text } from '../base/text.ts'
import { type ContentAnswer, erasedBy, type Evidence, type Judged } from './evidence.ts'
import { type Came, type Found, outcomeOf } from './examine.ts'

/** What came out, in plain words, the same wherever it is shown: in a browser, on the server, on the command line. */
export interface Told {
  readonly came: Came
  /** `good` only when everything holds; `wrong` only when something contradicts; the rest is neither. */
  readonly tone: 'good' | 'open' | 'wrong'
  readonly title: Text
  readonly means: Text
  readonly todo: Text
  /** What the file says, as far as it was confirmed or is not contradicted. */
  readonly facts: readonly { readonly name: Text; readonly value: Text }[]
  /** Each check by itself. */
  readonly checks: readonly { readonly name: Text; readonly answer: Text; readonly tone: Told['tone'] }[]
  /** For those who want to know exactly. */
  readonly technical: readonly { readonly name: Text; readonly value: string }[]
}

/** Words for codes of the portal that this floor does not know, such as levels of risk: `high` → words. */
export type Names = Readonly<Record<string, Text>>

interface Said {
  readonly title: Text
  readonly means: Text
  readonly todo: Text
}

const GET_WHOLE: Text = {
  vi: 'Hãy tải tệp có đuôi .tlog-proof tại trang của thông báo, văn bản hoặc bản ghi, mục “Bằng chứng ghi nhận”, rồi kiểm tra tệp đó.',
  en: 'Download the file ending in .tlog-proof from the page of the notice, document or record, under “Proof of recording”, and check that one.',
}
const FROM_SOURCE: Text = {
  vi: 'Đừng dựa vào tệp này. Hãy xin lại tệp từ người đã đưa cho bạn hoặc tự tải từ Cổng; nếu tệp mới vẫn không khớp, hãy báo cho cơ quan vận hành Cổng.',
  en: 'Do not rely on this file. Ask for it again, or download it from the portal yourself; if the new file does not match either, tell those who run the portal.',
}

const SAYS: Readonly<Record<Came, Said>> = {
  holds: {
    title: { vi: 'Bằng chứng đúng', en: 'The evidence holds' },
    means: {
      vi: 'Nội dung dưới đây đã được ghi vào nhật ký công khai của Cổng và từ đó không bị sửa. Bằng chứng xác nhận việc ghi nhận, không xác nhận điều được khai là đúng.',
      en: 'The content below was recorded in the public log of the portal and has not been changed since. This proves that it was recorded, not that what was declared is true.',
    },
    todo: {
      vi: 'Hãy đối chiếu nội dung dưới đây với giấy tờ bạn đang cầm. Cùng một tệp có thể được kiểm tra lại bất cứ lúc nào.',
      en: 'Compare the content below with the paper in your hand. The same file can be checked again at any time.',
    },
  },
  erased: {
    title: {
      vi: 'Một phần đã được xóa đúng luật; phần còn lại nguyên vẹn',
      en: 'A part was erased lawfully; the rest is intact',
    },
    means: {
      vi: 'Việc này đã được ghi vào nhật ký công khai. Một phần nội dung có dữ liệu cá nhân và sau đó đã được xóa; chính nhật ký ghi lại việc xóa, nên phần thiếu không phải là dấu hiệu sửa đổi. Các mục kiểm tra dưới đây nêu phần nào, khi nào và theo dấu xóa nào.',
      en: 'This act was recorded in the public log. A part of its content held personal data and was erased later; the log itself holds the act of erasing, so what is missing is no sign of tampering. The checks below name the part, the time and the tombstone.',
    },
    todo: {
      vi: 'Bạn có thể dựa vào phần còn lại. Nội dung đã xóa không lấy lại được từ Cổng.',
      en: 'You may rely on the rest. What was erased cannot be had from the portal any more.',
    },
  },
  wrong: {
    title: { vi: 'Tệp không khớp', en: 'The file does not match' },
    means: {
      vi: 'Ít nhất một phần của tệp mâu thuẫn với phần khác hoặc với chữ ký: tệp đã bị sửa, bị hỏng, hoặc không phải do Cổng lập. Các mục kiểm tra dưới đây nêu rõ phần nào.',
      en: 'At least one part of the file contradicts another part or a signature: the file was changed or damaged, or the portal did not make it. The checks below name the part.',
    },
    todo: FROM_SOURCE,
  },
  'unknown-log': {
    title: { vi: 'Chưa kiểm tra được: tệp thuộc nhật ký khác', en: 'Cannot be checked here: another log' },
    means: {
      vi: 'Tệp dẫn đến một nhật ký mà nơi kiểm tra này không tin cậy sẵn. Điều đó không có nghĩa là tệp sai.',
      en: 'The file belongs to a log that this place does not know. That does not mean that the file is wrong.',
    },
    todo: {
      vi: 'Hãy kiểm tra tệp tại chính Cổng đã cấp tệp, hoặc bằng công cụ dòng lệnh với khóa của Cổng đó.',
      en: 'Check it at the portal that issued it, or on the command line with the keys of that portal.',
    },
  },
  unsigned: {
    title: { vi: 'Chưa kiểm tra được: không có chữ ký quen biết', en: 'Cannot be checked: no signature we know' },
    means: {
      vi: 'Tệp mang tên nhật ký của Cổng nhưng không có chữ ký nào của khóa mà nơi kiểm tra này biết. Có thể Cổng đã đổi khóa.',
      en: 'The file bears the name of the portal’s log, but no signature of a key this place knows. The portal may have changed its key.',
    },
    todo: {
      vi: 'Hãy tải lại trang này để có danh sách khóa mới nhất rồi kiểm tra lại. Nếu vẫn như vậy, đừng dựa vào tệp này.',
      en: 'Load this page anew to get the newest keys and check again. If nothing changes, do not rely on the file.',
    },
  },
  'key-unknown': {
    title: { vi: 'Chưa kiểm tra được chữ ký của văn bản', en: 'The signature of the document cannot be checked' },
    means: {
      vi: 'Văn bản được ký bằng một khóa mà nơi kiểm tra này không biết. Các phần khác không có gì mâu thuẫn.',
      en: 'The document is signed with a key this place does not know. Nothing else in the file contradicts itself.',
    },
    todo: {
      vi: 'Hãy tải lại trang này để có danh sách khóa mới nhất, hoặc kiểm tra tại chính Cổng đã cấp văn bản.',
      en: 'Load this page anew to get the newest keys, or check at the portal that issued the document.',
    },
  },
  'not-covered': {
    title: { vi: 'Nhật ký không bảo đảm hết nội dung này', en: 'The entry does not cover all of this' },
    means: {
      vi: 'Tệp kèm theo nội dung mà dòng ghi trong nhật ký không nói đến, nên không ai bảo đảm cho phần đó.',
      en: 'The file carries content that the entry in the log says nothing about, so nobody vouches for that part.',
    },
    todo: FROM_SOURCE,
  },
  'not-bound': {
    title: { vi: 'Có ghi nhận, nhưng chưa gắn với văn bản này', en: 'Recorded, but not tied to this document' },
    means: {
      vi: 'Chữ ký của văn bản đúng, và nhật ký có ghi một việc về cùng đối tượng vào thời điểm nêu dưới đây; nhưng dòng ghi ấy (lập theo mẫu cũ) không chứa dấu vết của văn bản.',
      en: 'The signature of the document is good, and the log holds an act about the same thing at the time below; but that entry, of the older kind, holds no trace of the document itself.',
    },
    todo: {
      vi: 'Bạn có thể dựa vào chữ ký của văn bản. Nếu cần bằng chứng trong nhật ký, hãy yêu cầu Cổng xác nhận.',
      en: 'You may rely on the signature of the document. If you need the proof of the log, ask the portal.',
    },
  },
  'not-yet': {
    title: { vi: 'Chưa được đưa vào nhật ký', en: 'Not yet included' },
    means: {
      vi: 'Việc này đã được Cổng nhận nhưng chưa nằm trong mốc nhật ký kèm theo tệp. Không có gì sai: mốc tiếp theo thường có sau một phút.',
      en: 'The portal has taken this act, but the checkpoint in the file ends before it. Nothing is wrong: the next checkpoint usually comes within a minute.',
    },
    todo: {
      vi: 'Hãy tải lại tệp bằng chứng từ Cổng sau một phút rồi kiểm tra lại.',
      en: 'Download the evidence from the portal again in a minute, and check the new file.',
    },
  },
  'too-few': {
    title: { vi: 'Đã ghi nhận, còn chờ nhân chứng', en: 'Recorded, waiting for witnesses' },
    means: {
      vi: 'Nội dung và chữ ký đều đúng, nhưng chưa đủ số nhân chứng độc lập mà quy tắc kiểm tra đòi hỏi xác nhận mốc này.',
      en: 'Content and signatures hold, but fewer independent witnesses than the policy asks for have confirmed this checkpoint so far.',
    },
    todo: {
      vi: 'Hãy tải lại tệp bằng chứng từ Cổng sau vài phút rồi kiểm tra lại.',
      en: 'Download the evidence from the portal again in a few minutes, and check the new file.',
    },
  },
  'jws-good': {
    title: { vi: 'Chữ ký đúng, còn thiếu bằng chứng ghi nhận', en: 'The signature is good; the proof is missing' },
    means: {
      vi: 'Đây là văn bản do Cổng ký và chưa bị sửa. Tệp này không cho biết văn bản đã nằm trong nhật ký công khai hay chưa.',
      en: 'The portal signed this document and it was not changed. The file does not say whether the document is in the public log.',
    },
    todo: GET_WHOLE,
  },
  'jws-wrong': {
    title: { vi: 'Chữ ký sai', en: 'The signature is wrong' },
    means: {
      vi: 'Văn bản nêu tên khóa của Cổng nhưng chữ ký không phải của khóa đó: văn bản đã bị sửa, bị hỏng hoặc bị giả mạo.',
      en: 'The document names a key of the portal, but the signature is not of that key: it was changed, damaged or forged.',
    },
    todo: FROM_SOURCE,
  },
  'jws-unknown': {
    title: { vi: 'Chưa kiểm tra được: khóa không quen biết', en: 'Cannot be checked: unknown key' },
    means: {
      vi: 'Văn bản được ký bằng một khóa mà nơi kiểm tra này không biết. Điều đó không có nghĩa là văn bản sai.',
      en: 'The document is signed with a key this place does not know. That does not mean that it is wrong.',
    },
    todo: {
      vi: 'Hãy kiểm tra tại chính Cổng đã cấp văn bản, hoặc tải lại trang này để có danh sách khóa mới nhất.',
      en: 'Check it at the portal that issued it, or load this page anew to get the newest keys.',
    },
  },
  json: {
    title: { vi: 'Tệp này chỉ có nội dung, không có bằng chứng', en: 'Only content, and no evidence' },
    means: {
      vi: 'Tệp JSON không có chữ ký và không có bằng chứng: ai cũng viết được một tệp như vậy. Không thể kết luận đúng hay sai.',
      en: 'A JSON file bears no signature and no proof: anybody can write one. Nothing can be said for or against it.',
    },
    todo: GET_WHOLE,
  },
  'bare-proof': {
    title: { vi: 'Bằng chứng không kèm nội dung', en: 'A proof without content' },
    means: {
      vi: 'Tệp chứng minh có một dòng nằm trong một nhật ký, nhưng không cho biết dòng đó nói gì.',
      en: 'The file proves that something is in a log, but not what.',
    },
    todo: GET_WHOLE,
  },
  pdf: {
    title: { vi: 'Bản PDF dùng để đọc và in', en: 'A PDF is for reading and printing' },
    means: {
      vi: 'Bản PDF không mang bằng chứng. Không thể kết luận đúng hay sai từ bản PDF.',
      en: 'A PDF carries no evidence. Nothing can be said for or against it.',
    },
    todo: GET_WHOLE,
  },
  'too-long': {
    title: { vi: 'Tệp quá lớn', en: 'The file is too large' },
    means: {
      vi: 'Tệp lớn hơn 1 MB. Tệp bằng chứng của Cổng luôn nhỏ hơn nhiều, nên đây là một tệp khác.',
      en: 'The file is larger than 1 MB. Evidence of the portal is always much smaller, so this is another file.',
    },
    todo: GET_WHOLE,
  },
  unreadable: {
    title: { vi: 'Không đọc được tệp này', en: 'This file cannot be read' },
    means: {
      vi: 'Tệp không có dạng của tệp bằng chứng hoặc văn bản đã ký. Có thể bạn chọn nhầm tệp, hoặc tệp bị hỏng trên đường đi. Không thể kết luận đúng hay sai.',
      en: 'It has not the form of evidence or of a signed document. It may be another file, or was damaged on its way. Nothing can be said for or against it.',
    },
    todo: GET_WHOLE,
  },
}

const TONE: Readonly<Partial<Record<Came, Told['tone']>>> = {
  holds: 'good',
  erased: 'good',
  wrong: 'wrong',
  'jws-wrong': 'wrong',
}

export function tell(found: Found, names: Names = {}): Told {
  const came = outcomeOf(found)
  const tone = TONE[came] ?? 'open'
  return {
    ...{ came, tone, ...SAYS[came] },
    facts: tone === 'wrong' ? [] : factsOf(found, names),
    checks: found.is === 'evidence' ? checksOf(found.judgement, found.evidence) : [],
    technical: technicalOf(found),
  }
}

// ————— each check —————

type Answers<T extends string> = Readonly<Record<T, Text>>

const INCLUSION: Answers<Judged['inclusion']> = {
  included: { vi: 'có', en: 'yes' },
  'not-yet': { vi: 'chưa, vì nằm sau mốc này', en: 'not yet, it comes after this checkpoint' },
  wrong: { vi: 'không dẫn đến mốc này', en: 'does not lead to this checkpoint' },
}
const SIGNATURE: Answers<Judged['signature']> = {
  good: { vi: 'đúng', en: 'good' },
  wrong: { vi: 'sai', en: 'wrong' },
  absent: { vi: 'không có chữ ký của khóa quen biết', en: 'none of a known key' },
  'unknown-log': { vi: 'nhật ký không quen biết', en: 'of a log not known here' },
}
const WITNESSES: Answers<Judged['witnesses']['is']> = {
  enough: { vi: 'đủ theo quy tắc', en: 'enough for the policy' },
  'too-few': { vi: 'chưa đủ', en: 'not enough yet' },
  wrong: { vi: 'có chữ ký sai', en: 'one signature is wrong' },
}
const NO_WITNESS: Text = { vi: 'quy tắc không đòi hỏi', en: 'none asked for' }
const CONTENT: Answers<Exclude<ContentAnswer, 'erased'>> = {
  holds: { vi: 'khớp với dòng ghi', en: 'matches the entry' },
  differs: { vi: 'không khớp với dòng ghi', en: 'differs from the entry' },
  'group-unknown': { vi: 'dòng ghi không có phần này', en: 'the entry has no such part' },
  'erased-unproven': {
    vi: 'tệp nói là đã xóa, nhưng nhật ký không ghi việc xóa này',
    en: 'the file calls it erased, and the log holds no such act',
  },
}
const DOCUMENT: Answers<Exclude<Judged['document']['signature'], 'none'>> = {
  good: { vi: 'đúng', en: 'good' },
  wrong: { vi: 'sai', en: 'wrong' },
  'key-unknown': { vi: 'khóa không quen biết', en: 'of a key not known here' },
}
const MATCH: Answers<Exclude<Judged['document']['match'], 'none'>> = {
  matches: { vi: 'khớp', en: 'the same' },
  differs: { vi: 'không khớp', en: 'not the same' },
  'not-bound': { vi: 'dòng ghi không gắn với văn bản', en: 'the entry is not tied to it' },
}

const GROUPS: Names = {
  receipt: { vi: 'Xác nhận', en: 'Receipt' },
  document: { vi: 'Văn bản', en: 'Document' },
  public: { vi: 'Nội dung công khai', en: 'Public content' },
}

/** When and under which tombstone a part went, as the entry of that act says. */
function erasure({ erased = {} }: Evidence, group: string): Text {
  const { tombstone, at } = erasedBy(erased[group] ?? { entry: '' })
  const when = moment(at)
  return {
    vi: `đã được xóa đúng luật lúc ${when.vi}, dấu xóa ${tombstone}`,
    en: `erased lawfully on ${when.en}, tombstone ${tombstone}`,
  }
}

function checksOf(judged: Judged, evidence: Evidence): Told['checks'] {
  const { inclusion, signature, witnesses, content, document } = judged
  const unasked = witnesses.is === 'enough' && witnesses.cosigned.length === 0
  return [
    {
      name: { vi: 'Có trong nhật ký', en: 'Inclusion in the log' },
      answer: INCLUSION[inclusion],
      tone: toneOf(inclusion, 'included'),
    },
    {
      name: { vi: 'Chữ ký của nhật ký', en: 'Signature of the log' },
      answer: SIGNATURE[signature],
      tone: toneOf(signature, 'good'),
    },
    {
      name: { vi: 'Nhân chứng', en: 'Witnesses' },
      answer: unasked ? NO_WITNESS : WITNESSES[witnesses.is],
      tone: toneOf(witnesses.is, 'enough'),
    },
    ...Object.entries(content).map(([group, answer]) => ({
      name: GROUPS[group] ?? { vi: `Phần “${group}”`, en: `Part “${group}”` },
      answer: answer === 'erased' ? erasure(evidence, group) : CONTENT[answer],
      tone: answer === 'erased' ? ('good' as const) : toneOf(answer, 'holds'),
    })),
    ...(document.signature === 'none' || document.match === 'none'
      ? []
      : [
          {
            name: { vi: 'Chữ ký của văn bản', en: 'Signature of the document' },
            answer: DOCUMENT[document.signature],
            tone: toneOf(document.signature, 'good'),
          },
          {
            name: { vi: 'Văn bản và dòng ghi', en: 'Document and entry' },
            answer: MATCH[document.match],
            tone: toneOf(document.match, 'matches'),
          },
        ]),
  ]
}

/** Only what contradicts is wrong: what is missing, unknown or still to come is open. */
const toneOf = (answer: string, good: string): Told['tone'] =>
  answer === good ? 'good' : ['wrong', 'differs', 'erased-unproven'].includes(answer) ? 'wrong' : 'open'

// ————— what the file says —————

/** Members shown of a receipt, a document or a public record, in this order, when they are there. */
const FACTS: readonly (readonly [key: string, name: Text])[] = [
  ['number', { vi: 'Số', en: 'Number' }],
  ['title', { vi: 'Văn bản', en: 'Document' }],
  ['aiId', { vi: 'AI-ID', en: 'AI-ID' }],
  ['system', { vi: 'Hệ thống', en: 'System' }],
  ['name', { vi: 'Hệ thống', en: 'System' }],
  ['provider', { vi: 'Nhà cung cấp', en: 'Provider' }],
  ['level', { vi: 'Mức rủi ro', en: 'Risk level' }],
  ['state', { vi: 'Tình trạng', en: 'State' }],
  ['file', { vi: 'Hồ sơ', en: 'File' }],
  ['issuer', { vi: 'Nơi cấp', en: 'Issued by' }],
  ['to', { vi: 'Cấp cho', en: 'Issued to' }],
  ['receivedAt', { vi: 'Thời điểm tiếp nhận', en: 'Received' }],
  ['recordedAt', { vi: 'Thời điểm ghi nhận', en: 'Recorded' }],
  ['issuedAt', { vi: 'Thời điểm cấp', en: 'Issued' }],
  ['changedAt', { vi: 'Thay đổi gần nhất', en: 'Last change' }],
]
const ACT: Text = { vi: 'Việc được ghi', en: 'Act recorded' }
const SUBJECT: Text = { vi: 'Đối tượng', en: 'About' }
const AT: Text = { vi: 'Thời điểm', en: 'Time' }
const EFFECT: Text = { vi: 'Giá trị', en: 'Effect' }
const NO_EFFECT: Text = { vi: 'Bản dùng thử, không có giá trị pháp lý', en: 'Evaluation only, no legal effect' }

function factsOf(found: Found, names: Names): Told['facts'] {
  if (found.is === 'jws') return factsIn(found.jws.value, names)
  if (found.is === 'json') return factsIn(found.value, names)
  if (found.is !== 'evidence') return []
  const { opened, entry } = found.evidence
  const shown = Object.entries(opened)
    .filter(([group]) => found.judgement.content[group] === 'holds')
    .flatMap(([, { value }]) => factsIn(value, names))
  if (shown.length > 0) return shown
  const { type, subject, at } = JSON.parse(entry) as Readonly<Record<'type' | 'subject' | 'at', string>>
  return [
    { name: ACT, value: both(type) },
    { name: SUBJECT, value: both(subject) },
    { name: AT, value: moment(at) },
  ]
}

function factsIn(value: Json, names: Names): Told['facts'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const members = value as Readonly<Record<string, Json>>
  const facts = FACTS.flatMap(([key, name]) => {
    const said = Object.hasOwn(members, key) ? wordsOf(key, members[key], names) : undefined
    return said === undefined ? [] : [{ name, value: said }]
  })
  return members.legalValue === false ? [...facts, { name: EFFECT, value: NO_EFFECT }] : facts
}

function wordsOf(key: string, value: Json | undefined, names: Names): Text | undefined {
  if (typeof value === 'string') {
    if (value === '') return undefined
    if (key.endsWith('At')) return moment(value)
    const named = key === 'level' || key === 'state'
    return named && Object.hasOwn(names, value) ? (names[value] ?? both(value)) : both(value)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { vi, en, name } = value as Readonly<Record<string, Json>>
  if (typeof name === 'string') return both(name)
  return typeof vi === 'string' && typeof en === 'string' ? { vi, en } : undefined
}

const both = (text: string): Text => ({ vi: text, en: text })

/** In Vietnam's time, wherever the reader is; what is no moment stays as it stands. */
function moment(text: string): Text {
  const iso = isoOf(Date.parse(text) + 7 * 3_600_000)
  if (iso === undefined) return both(text)
  const [date, clock] = [iso.slice(0, 10).split('-').reverse().join('/'), iso.slice(11, 19)]
  return { vi: `${clock} ngày ${date} (UTC+7)`, en: `${date} at ${clock} (UTC+7)` }
}

/** A file may name a moment no calendar has: that is no reason to fail. */
const isoOf = (ms: number): string | undefined =>
  ms > -62_135_596_800_000 && ms < 253_402_300_800_000 ? new Date(ms).toISOString() : undefined

// ————— details —————

function technicalOf(found: Found): Told['technical'] {
  if (found.is === 'unreadable')
    return [{ name: { vi: 'Mã lý do', en: 'Reason' }, value: found.refusals.map(({ code }) => code).join(', ') }]
  if (found.is === 'jws') return [{ name: { vi: 'Khóa ký', en: 'Signing key' }, value: found.jws.kid }]
  if (found.is !== 'evidence') return []
  const { proof, entry } = found.evidence
  const { origin, size } = proof.signed.checkpoint
  const { cosigned, wrong } = found.judgement.witnesses
  const seen = cosigned.map(({ name, at }) => `${name} (${isoOf(at * 1000) ?? at})`)
  return [
    { name: { vi: 'Nhật ký', en: 'Log' }, value: origin },
    { name: { vi: 'Vị trí trong nhật ký', en: 'Place in the log' }, value: String(proof.index) },
    { name: { vi: 'Số dòng của mốc', en: 'Size of the checkpoint' }, value: String(size) },
    { name: { vi: 'Nhân chứng đã ký xác nhận', en: 'Witnesses that cosigned' }, value: seen.join(', ') || '–' },
    ...(wrong.length === 0
      ? []
      : [{ name: { vi: 'Chữ ký nhân chứng sai', en: 'False cosignatures of' }, value: wrong.join(', ') }]),
    { name: { vi: 'Dòng ghi', en: 'Entry' }, value: entry },
  ]
}
