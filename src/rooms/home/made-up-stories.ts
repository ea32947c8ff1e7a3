import type { Sent } from '../../casework/actions.ts'
import type { PartyName } from './made-up-parties.ts'

// Nothing of this happened: the harm is as made up as the people and the systems.

/** A moment of the story: days before the portal starts, and the time of day in Vietnam; or a day of its own. */
export type When = readonly [day: number | string, time: string]

/** Who takes a step: an organisation, or an officer by the role his account is printed with. */
export type Who = PartyName | 'officer' | 'officer-police' | 'chief' | 'officer-province' | 'chief-province'

export interface Told {
  readonly when: When
  readonly who: Who
  readonly verb: string
  readonly sent?: Sent
  /** Moments among the answers, written as the story writes them. */
  readonly moments?: Readonly<Record<string, When>>
  /** For `ask`: what is still wanted, and why. */
  readonly wants?: readonly (readonly [question: string, reason: string])[]
  /** A file that goes along: its name and its words. */
  readonly file?: readonly [name: string, words: string]
}

const step = (when: When, who: Who, verb: string, more: Omit<Told, 'when' | 'who' | 'verb'> = {}): Told => ({
  ...{ when, who, verb },
  ...more,
})
const say = (answers: NonNullable<Sent['answers']>): Pick<Told, 'sent'> => ({ sent: { answers } })

/** A closed one with its public summary: the tutor of the boating school, which was suspended the next morning. */
const DEPTH: readonly Told[] = [
  step(['2026-09-28', '10:20'], 'baNhanh', 'record', {
    ...say({
      ...{
        role: 'provider',
        aiId: '{luongLach}',
        systemName: 'Gia sư luồng lạch',
        level: 'medium',
        sector: 'education',
      },
      ...{ nearMiss: 'happened', place: 'Khúc sông Ba Nhánh, gần bến số 3', affected: 4, operating: 'limited' },
      description:
        'Gia sư trả lời sai độ sâu luồng sau đợt lũ. Một thuyền tập đi theo câu trả lời, mắc cạn và gãy chân vịt; không ai bị thương.',
      ...{ consequences: ['property'], measures: ['fix'] },
    }),
    moments: { detectedAt: ['2026-09-28', '08:10'] },
  }),
  step(['2026-09-28', '14:45'], 'baNhanh', 'confirm', {
    ...say({ consequences: ['property'] }),
    moments: { confirmedAt: ['2026-09-28', '14:30'], causalLinkAt: ['2026-09-28', '14:30'] },
  }),
  step(['2026-10-01', '09:05'], 'baNhanh', 'report', {
    ...say({
      operating: 'stopped',
      causeView: 'Gia sư dùng bảng con nước của tuần trước lũ.',
      technicalMeasures: 'Tạm dừng gia sư; chặn mọi câu hỏi về độ sâu của một khúc sông cụ thể.',
      organisationalMeasures: 'Giáo viên trực trả lời thay; báo cho học viên của khóa.',
      damage: 'Gãy một chân vịt, dừng hai buổi tập.',
      affected: 4,
      ...{ signer: 'Phan Văn Lái', signerTitle: 'Hiệu trưởng' },
    }),
    file: ['nhat-ky-hoi-dap.txt', 'Hỏi: Khúc gần bến số 3 sâu bao nhiêu?\nĐáp: Hai mét rưỡi, thuyền tập đi được.\n'],
  }),
  step(['2026-10-02', '08:30'], 'officer', 'take'),
  step(['2026-10-05', '15:10'], 'officer', 'guide', {
    ...say({
      guidance:
        'Chỉ mở lại gia sư khi câu hỏi về chuyến đi thật luôn được chuyển cho giáo viên. Ghi ngày của bảng con nước vào mỗi câu trả lời có con số.',
    }),
  }),
  step(['2026-10-12', '10:00'], 'baNhanh', 'final-report', {
    ...say({
      remedy: 'Đã thay bảng con nước, ghi ngày vào câu trả lời và chuyển câu hỏi về chuyến đi thật cho giáo viên trực.',
      cause: 'Dữ liệu con nước quá hạn bảy ngày mà không có cảnh báo.',
      prevention: 'Gia sư tự tắt phần độ sâu khi bảng con nước quá 48 giờ.',
    }),
  }),
  step(['2026-10-14', '09:20'], 'officer', 'close', {
    ...say({ conclusion: 'Nguyên nhân đã rõ, biện pháp khắc phục phù hợp với hướng dẫn. Đóng hồ sơ.' }),
  }),
  step(['2026-10-16', '10:40'], 'officer', 'publish', {
    ...say({
      publicSummary:
        'Một hệ thống trả lời câu hỏi của học viên đã nêu sai độ sâu luồng sau đợt lũ vì dùng dữ liệu quá hạn. Một thuyền tập mắc cạn, hỏng chân vịt, không ai bị thương. Bên cung cấp đã tạm dừng hệ thống, thay dữ liệu và chuyển các câu hỏi về chuyến đi thật cho con người trả lời.',
      nameSystem: 'yes',
    }),
  }),
  step(['2026-10-19', '16:00'], 'baNhanh', 'reply', {
    ...say({
      publicReply:
        'Trường xin lỗi các học viên của buổi tập hôm đó. Từ nay mỗi câu trả lời có con số đều ghi ngày của dữ liệu.',
    }),
  }),
]

/** Late twice, and by a person: the first report came after its 72 hours, the one on the remedy has not come. */
const VOICE: readonly Told[] = [
  step([27, '20:30'], 'saoMai', 'record', {
    ...say({
      ...{ role: 'provider', aiId: '{giongRu}', systemName: 'Giọng ru Sao Mai', level: 'medium', sector: 'other' },
      ...{ nearMiss: 'happened', place: 'Phường Cầu Mây, tỉnh Đồng Mây', operating: 'running', measures: ['none'] },
      description:
        'Giọng ru phát ra giống hệt giọng một người bà đã mất. Gia đình nhận ra và phản đối; bản thu đã được nhiều người chuyển tiếp.',
      ...{ consequences: ['rights-privacy'], uncontrollable: 'yes', affected: 6 },
    }),
    moments: { detectedAt: [27, '19:00'] },
  }),
  step([26, '09:40'], 'saoMai', 'confirm', {
    ...say({ consequences: ['rights-privacy'], uncontrollable: 'yes' }),
    moments: { confirmedAt: [26, '09:00'] },
  }),
  step([21, '21:10'], 'saoMai', 'report', {
    sent: {
      answers: {
        ...{ phone: '000 000 000', email: 'chao@saomai.example', operating: 'limited', affected: 6 },
        causeView: 'Một bản thu mẫu do người quen gửi chưa hỏi ý kiến gia đình.',
        technicalMeasures: 'Gỡ bản thu mẫu, tạo lại giọng từ các bản thu còn lại.',
        organisationalMeasures: 'Gọi điện xin lỗi gia đình; báo cho thư viện đang dùng hệ thống.',
        damage: 'Sáu người trong gia đình bị tổn thương; không rõ bao nhiêu người đã nghe bản thu.',
        signer: 'Lê Thị Sao Mai',
      },
      // No such number was ever given out.
      secrets: { citizenId: '000000000000' },
    },
  }),
  step([20, '08:50'], 'officer', 'take'),
  step([18, '14:20'], 'officer', 'guide', {
    ...say({
      guidance:
        'Chỉ dùng bản thu mẫu có sự đồng ý bằng văn bản. Thông báo cho mọi bên đang dùng hệ thống để gỡ bản thu cũ.',
    }),
  }),
]

/** The same event, told by the library that uses the voice. */
const VOICE_HEARD: readonly Told[] = [
  step([26, '10:15'], 'muaNgau', 'record', {
    ...say({
      ...{ role: 'deployer', tellProvider: 'yes', aiId: '{giongRu}', systemName: 'Giọng ru Sao Mai', level: 'medium' },
      ...{ sector: 'other', nearMiss: 'happened', place: 'Góc đọc thiếu nhi của thư viện', operating: 'stopped' },
      description: 'Một gia đình nghe giọng ru ở góc đọc, nhận ra giống hệt giọng người bà đã mất và phản đối.',
      ...{ consequences: ['rights-privacy'], uncontrollable: 'no', affected: 2, measures: ['suspend'] },
    }),
    moments: { detectedAt: [26, '09:30'] },
  }),
  step([26, '16:30'], 'muaNgau', 'confirm', {
    ...say({ consequences: ['rights-privacy'], uncontrollable: 'no' }),
    moments: { confirmedAt: [26, '16:00'] },
  }),
  step([25, '10:00'], 'muaNgau', 'report', {
    ...say({
      operating: 'stopped',
      technicalMeasures: 'Tắt loa ở góc đọc.',
      organisationalMeasures: 'Thủ thư gặp và xin lỗi gia đình.',
      damage: 'Hai người nghe thấy tại thư viện.',
      ...{ affected: 2, signer: 'Trịnh Văn Ngâu', signerTitle: 'Thủ thư' },
    }),
  }),
  step([14, '15:00'], 'muaNgau', 'final-report', {
    ...say({ remedy: 'Góc đọc nay dùng băng ghi giọng của thủ thư; giọng ru tổng hợp đã được gỡ.' }),
  }),
]

/** Being verified, with a list the provider has not answered yet. */
const BALANCE: readonly Told[] = [
  step([6, '09:20'], 'benTrang', 'record', {
    ...say({
      ...{ role: 'provider', aiId: '{trangNon}', systemName: 'Trợ lý thành viên Trăng Non', level: 'medium' },
      ...{ sector: 'banking', nearMiss: 'happened', place: 'Ứng dụng của hợp tác xã', operating: 'limited' },
      description:
        'Khi hai thành viên hỏi cùng một lúc, trợ lý đọc số dư của người này cho người kia. Phát hiện qua cuộc gọi của một thành viên.',
      ...{ consequences: ['rights-privacy'], uncontrollable: 'no', affected: 14, measures: ['fix'] },
      also: ['personal-data'],
    }),
    moments: { detectedAt: [6, '08:40'] },
  }),
  step([6, '11:10'], 'benTrang', 'confirm', {
    ...say({ consequences: ['rights-privacy'], uncontrollable: 'no' }),
    moments: { confirmedAt: [6, '11:00'], causalLinkAt: [6, '11:00'] },
  }),
  step([5, '10:30'], 'benTrang', 'personal-data-noticed'),
  step([5, '16:40'], 'benTrang', 'report', {
    ...say({
      operating: 'limited',
      technicalMeasures: 'Tắt phần hỏi số dư; mỗi phiên hỏi đáp nay có bộ nhớ riêng.',
      organisationalMeasures: 'Gọi điện cho 14 thành viên; báo cáo hội đồng quản trị.',
      damage: 'Mười bốn thành viên bị lộ số dư cho người khác trong khoảng 40 phút.',
      ...{ affected: 14, also: ['personal-data'], signer: 'Đặng Thị Mai', signerTitle: 'Giám đốc' },
    }),
    file: ['trich-nhat-ky.txt', '08:02 phiên 118 và phiên 119 mở cùng lúc\n08:02 phiên 119 nhận số dư của phiên 118\n'],
  }),
  step([4, '09:00'], 'officer', 'take'),
  step([2, '15:30'], 'officer', 'ask', {
    wants: [
      ['causeView', 'Báo cáo chưa nêu vì sao hai phiên dùng chung bộ nhớ và lỗi có từ phiên bản nào.'],
      ['damage', 'Cho biết khoảng thời gian chính xác, để xác định còn ai khác bị ảnh hưởng hay không.'],
    ],
  }),
]

/** Class d: the police unit leads, the ministry keeps a view. Nobody has taken it yet. */
const COUNTER: readonly Told[] = [
  step([2, '08:20'], 'songNgan', 'record', {
    ...say({
      ...{ role: 'provider', aiId: '{hoiDap}', systemName: 'Hỏi đáp thủ tục bến thủy', level: 'medium' },
      ...{ sector: 'transport', nearMiss: 'happened', place: 'Trang của Ban Quản lý và bộ phận một cửa' },
      description:
        'Từ sáng sớm hệ thống trả lời mọi câu hỏi bằng một lời mời chuyển tiền; bộ phận một cửa phải ngừng tiếp dân trong nửa ngày.',
      ...{ consequences: ['service'], affected: 230, operating: 'stopped', measures: ['fix'], also: ['cyber'] },
    }),
    moments: { detectedAt: [2, '07:15'] },
  }),
  step([2, '09:00'], 'songNgan', 'confirm', {
    ...say({ consequences: ['service'] }),
    moments: { confirmedAt: [2, '08:45'] },
  }),
  step([2, '11:30'], 'songNgan', 'cyber-noticed'),
  step([1, '10:15'], 'songNgan', 'report', {
    ...say({
      operating: 'stopped',
      causeView: 'Có thể kho câu hỏi đã bị người ngoài sửa.',
      technicalMeasures: 'Ngắt hệ thống khỏi mạng, khôi phục kho câu hỏi từ bản sao.',
      organisationalMeasures: 'Cử thêm hai cán bộ trực quầy; dán thông báo cho người dân.',
      damage: 'Khoảng 230 lượt hỏi nhận câu trả lời sai; chưa ghi nhận ai chuyển tiền.',
      ...{ affected: 230, also: ['cyber'], signer: 'Vũ Thị Ngân', signerTitle: 'Trưởng ban' },
    }),
  }),
]

/** Recorded and not confirmed: no clock runs yet. */
const TWICE_PAID: readonly Told[] = [
  step([1, '16:50'], 'benTrang', 'record', {
    ...say({
      ...{ role: 'provider', aiId: '{trangKhuyet}', systemName: 'Chấm điểm tín dụng Trăng Khuyết', level: 'medium' },
      ...{ sector: 'banking', nearMiss: 'happened', place: 'Điểm giao dịch Bến Trăng', operating: 'limited' },
      description: 'Đối chiếu sổ quỹ cuối ngày thấy một khoản vay nhỏ được giải ngân hai lần.',
      ...{ consequences: ['property'], affected: 1, measures: ['fix'] },
    }),
    moments: { detectedAt: [1, '16:20'] },
  }),
]

export const INCIDENTS: readonly (readonly Told[])[] = [DEPTH, VOICE, VOICE_HEARD, BALANCE, COUNTER, TWICE_PAID]

/** Answered, and its general part published under the question of the tool. */
const DUBBING: readonly Told[] = [
  step(['2026-09-08', '09:15'], 'baNhanh', 'send', {
    ...say({
      topic: 'medium.grounds',
      question:
        'Giọng đọc tổng hợp trong video bài giảng, đầu video có ghi rõ là giọng máy, thì người học có còn bị coi là không nhận biết được hay không?',
      ...{ system: 'Lồng tiếng bài giảng Ba Nhánh', purpose: 'Tạo giọng đọc cho video bài giảng từ kịch bản.' },
      ...{ functions: 'Tổng hợp giọng đọc tiếng Việt; khớp giọng với hình.', own: 'Rủi ro trung bình.' },
    }),
  }),
  step(['2026-09-09', '08:40'], 'officer', 'take'),
  step(['2026-09-18', '14:00'], 'officer', 'guide', {
    ...say({
      answer:
        'Dòng chữ ở đầu video chưa đủ nếu người học xem từ giữa hoặc chỉ nghe. Khi dấu nhận biết có suốt thời lượng thì người học nhận biết được. Trường tự phân loại và chịu trách nhiệm về kết quả.',
    }),
  }),
  step(['2026-09-21', '10:30'], 'officer', 'publish', {
    ...say({
      topic: 'medium.grounds',
      publicQuestion: 'Chỉ ghi chú ở đầu video rằng giọng đọc do máy tạo ra thì đã đủ để người xem nhận biết chưa?',
      publicAnswer:
        'Chưa, nếu người xem có thể bắt đầu từ giữa video hoặc chỉ nghe tiếng. Dấu nhận biết cần có suốt thời lượng, trong hình hoặc trong tiếng.',
    }),
  }),
]

/** Waits for an officer. */
const READING: readonly Told[] = [
  step([3, '14:10'], 'benTrang', 'send', {
    ...say({
      topic: 'medium.grounds',
      question:
        'Tổng đài đọc số dư bằng giọng tổng hợp, câu đầu tiên nói “đây là giọng máy”. Thành viên cao tuổi có thể quên; như vậy có thuộc rủi ro trung bình không?',
      ...{ system: 'Giọng đọc số dư Trăng Rằm', purpose: 'Đọc số dư và lịch trả nợ qua điện thoại.' },
      functions: 'Chuyển văn bản thành giọng nói; đọc chậm, nhắc lại khi được yêu cầu.',
    }),
  }),
]

export const GUIDANCE_REQUESTS: readonly (readonly Told[])[] = [DUBBING, READING]
