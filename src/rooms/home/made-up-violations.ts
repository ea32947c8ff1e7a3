import type { Sent } from '../../casework/actions.ts'
import type { PartyName } from './made-up-parties.ts'
import type { Told, When, Who } from './made-up-stories.ts'

// Nothing of this happened either: no one here broke any rule, because no one here exists.

/** A case an authority opened, and whom it is about. */
export interface CaseAbout {
  readonly about: PartyName
  readonly told: readonly Told[]
}

const step = (when: When, who: Who, verb: string, answers?: NonNullable<Sent['answers']>): Told => ({
  ...{ when, who, verb },
  ...(answers === undefined ? {} : { sent: { answers } }),
})

const TWICE = {
  ...{ aiId: '{trangNon}', systemName: 'Trợ lý thành viên Trăng Non', conduct: 'untruthful', source: 'own' },
  ...{ happenedOn: '2026-08-20', term: 5, termUnit: 'workingDays' },
  facts:
    'Một hệ thống được khai hai lần dưới hai mã nội bộ; số người sử dụng khai ở hai bản lệch nhau. Bản ghi ngày 20/08/2026 và bản trước đó đều còn hiển thị.',
} as const
const TWICE_FOUND = {
  foundConduct: 'untruthful',
  established: 'Hai bản ghi nói về cùng một hệ thống; bản sau khai số người sử dụng không đúng.',
  weighing: 'Hợp tác xã giải trình là nhầm khi đổi phần mềm quản lý. Chấp nhận là vô ý; sai lệch vẫn có thật.',
} as const
const TWICE_SANCTION = {
  ...{ sanction: 'warning', remedies: ['declare'] },
  sanctionReason: 'Vi phạm lần đầu, vô ý, không ai bị thiệt hại, đã chủ động báo.',
  remedyText: 'Đính chính hồ sơ và gộp hai bản ghi trong 15 ngày.',
} as const
const TWICE_PUBLIC = {
  publicTitle: 'Khai hai lần cùng một hệ thống',
  publicSummary:
    'Một tổ chức tín dụng khai cùng một hệ thống dưới hai mã, số người sử dụng ở hai bản không khớp. Không ai bị thiệt hại. Hình thức: cảnh cáo, kèm yêu cầu đính chính.',
  nameParty: 'yes',
} as const

/** Sanctioned, published and answered. */
const DECLARED_TWICE: CaseAbout = {
  about: 'benTrang',
  told: [
    step(['2026-09-10', '09:30'], 'officer', 'propose', TWICE),
    step(['2026-09-11', '14:10'], 'chief', 'open', TWICE),
    step(['2026-09-16', '10:20'], 'benTrang', 'explain', {
      explanation:
        'Chúng tôi nhập lại hệ thống khi đổi phần mềm quản lý và quên rút bản cũ. Con số ở bản sau là số lượt hỏi, không phải số thành viên.',
    }),
    step(['2026-09-22', '15:40'], 'officer', 'weigh', TWICE_FOUND),
    step(['2026-09-24', '08:50'], 'chief', 'find', TWICE_FOUND),
    step(['2026-09-25', '09:15'], 'officer', 'draw-up', TWICE_SANCTION),
    step(['2026-09-28', '16:00'], 'chief', 'sanction', TWICE_SANCTION),
    step(['2026-10-06', '09:40'], 'benTrang', 'report', { whatDone: 'Đã đính chính hồ sơ và rút bản ghi thừa.' }),
    step(['2026-10-07', '10:05'], 'officer', 'redact', TWICE_PUBLIC),
    step(['2026-10-08', '08:20'], 'chief', 'publish', TWICE_PUBLIC),
    step(['2026-10-12', '11:30'], 'benTrang', 'reply', {
      publicReply:
        'Hợp tác xã nhận sai sót khi nhập liệu. Từ tháng 10, mỗi bản khai được người thứ hai đối chiếu trước khi gửi.',
    }),
  ],
}

const VOICE = {
  ...{
    aiId: '{giongRu}',
    systemName: 'Giọng ru Sao Mai',
    conduct: 'no-label',
    source: 'incident',
    happenedOn: '2026-10-15',
  },
  facts:
    'Góc đọc thiếu nhi phát giọng tổng hợp giống giọng một người đã mất mà không có nhãn nào cho biết là giọng máy.',
  ...{ term: 10, termUnit: 'workingDays' },
} as const

/** Opened, and waiting for what the library has to say. */
const UNLABELLED: CaseAbout = {
  about: 'muaNgau',
  told: [step([6, '09:10'], 'officer', 'propose', VOICE), step([5, '15:30'], 'chief', 'open', VOICE)],
}

export const VIOLATIONS: readonly CaseAbout[] = [DECLARED_TWICE, UNLABELLED]

/** The propeller of the morning the tutor was wrong about the depth: asked for, offered, agreed. */
export const CLAIM = {
  claimant: 'saoMai',
  liable: 'baNhanh',
  aiId: '{luongLach}',
  title: 'Gãy chân vịt thuyền vì chỉ dẫn sai độ sâu',
  facts:
    'Sáng 28/09 tôi mang thuyền của mình đến buổi tập. Gia sư trả lời khúc gần bến số 3 sâu hai mét rưỡi; thuyền mắc cạn và gãy chân vịt. Tôi giữ hóa đơn thay chân vịt và ảnh màn hình câu trả lời.',
  happenedOn: '2026-09-28',
  asked: '4.200.000',
  began: ['2026-10-02', '19:30'],
  invited: ['2026-10-02', '19:40'],
  joined: ['2026-10-05', '08:20'],
  offered: ['2026-10-05', '08:45', '3.000.000', 'Trường chịu phần chân vịt; xin đối chiếu hóa đơn.'],
  countered: ['2026-10-06', '20:10', '3.800.000', 'Gồm cả công lắp theo hóa đơn.'],
  accepted: ['2026-10-07', '09:00'],
  confirmed: ['2026-10-07', '21:05'],
} as const
