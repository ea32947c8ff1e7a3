import { day } from '../../base/day.ts'
import type { Entry } from './entry.ts'

/** Entries II.1 to II.7, ethnic affairs and religion. */
export const ethnicReligion: readonly Entry[] = [
  {
    code: 'II.1',
    cite: 'Q.II.1',
    sector: 'ethnic-religion',
    name: {
      vi: 'Tự động chấm điểm, phân loại, xếp hạng hồ sơ thụ hưởng chính sách dân tộc',
      en: 'Automatic scoring, sorting and ranking of files for benefits of ethnic policy',
    },
    kind: {
      vi: 'Hệ thống chấm điểm, phân loại hoặc xếp hạng hồ sơ.',
      en: 'The system scores, sorts or ranks files.',
    },
    limits: [
      {
        fact: 'Q.II.1.0',
        ask: {
          vi: 'Việc chấm điểm, phân loại, xếp hạng hồ sơ có nhằm xác định đối tượng hoặc địa bàn thụ hưởng chính sách dân tộc không?',
          en: 'Is the scoring, sorting or ranking meant to determine beneficiaries or areas of ethnic policy?',
        },
        speaksFor: true,
      },
    ],
    join: 'all',
    conditions: [
      {
        fact: 'Q.II.1.1',
        ask: {
          vi: 'Hệ thống có tự động chấm điểm hồ sơ không?',
          en: 'Does the system score the files automatically?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.II.1.2',
        ask: {
          vi: 'Kết quả của hệ thống có được dùng làm căn cứ để cơ quan nhà nước có thẩm quyền ra quyết định không?',
          en: 'Does the system’s result serve as a ground for a decision of the competent state agency?',
        },
        help: {
          vi: 'Đó là quyết định phê duyệt, từ chối hoặc ưu tiên hồ sơ; xác định danh sách đối tượng, địa bàn thụ hưởng chính sách; ảnh hưởng trực tiếp đến quyền, lợi ích hợp pháp của cá nhân, cộng đồng hoặc đến việc phân bổ nguồn lực công.',
          en: 'Meant are decisions that approve, refuse or give priority to files, that fix the list of beneficiaries or areas, or that directly affect the lawful rights and interests of persons or communities or the sharing of public resources.',
        },
        speaksFor: true,
      },
    ],
    exclusions: [],
    asides: [
      {
        fact: 'Q.II.1.aside',
        ask: {
          vi: 'Kết quả của hệ thống có được áp dụng làm kết quả chính thức để công bố không?',
          en: 'Is the system’s result used as the official result for publication?',
        },
        help: {
          vi: 'Câu hỏi này chỉ để ghi nhận thông tin: câu trả lời không làm thay đổi mức rủi ro.',
          en: 'Asked for information only: neither answer changes the risk level.',
        },
        speaksFor: true,
      },
    ],
    route: 'unknown',
    from: day('2026-08-15'),
    confidence: 'A-ocr',
    note: {
      vi: 'Gạch đầu dòng thứ ba của mục này (không áp dụng làm kết quả chính thức để công bố) không có chủ ngữ và có thể hiểu theo hai cách trái ngược nhau. Vì vậy nội dung đó chỉ được hỏi để ghi nhận, không làm giảm mức rủi ro; trường hợp cho rằng nội dung đó loại trừ hệ thống của mình, có thể đề nghị Bộ Khoa học và Công nghệ hướng dẫn.',
      en: 'The third dash of this entry (on not being used as the official result for publication) has no subject and can be read in two opposite ways. It is therefore asked for information and lowers nothing; whoever holds that it takes their system out may ask the Ministry of Science and Technology for guidance.',
    },
  },
  {
    code: 'II.2',
    cite: 'Q.II.2',
    sector: 'ethnic-religion',
    name: {
      vi: 'Tự động xác thực và quyết định tính hợp lệ của thông tin liên quan đến dân tộc và tôn giáo',
      en: 'Automatic verification of information on ethnic and religious matters and decision on its validity',
    },
    kind: {
      vi: 'Hệ thống xác thực thông tin liên quan đến dân tộc, tôn giáo và quyết định thông tin đó có hợp lệ hay không.',
      en: 'The system verifies information on ethnic or religious matters and decides whether it is valid.',
    },
    limits: [],
    join: 'all',
    conditions: [
      {
        fact: 'Q.II.2.1',
        ask: {
          vi: 'Hệ thống có tự động kiểm tra, đối chiếu và xác thực thông tin liên quan đến dân tộc và tôn giáo không?',
          en: 'Does the system check, compare and verify information on ethnic or religious matters automatically?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.II.2.2',
        ask: {
          vi: 'Hệ thống có tự đưa ra quyết định chấp nhận hoặc từ chối thông tin không?',
          en: 'Does the system itself decide to accept or reject the information?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.II.2.3',
        ask: {
          vi: 'Cơ quan có thẩm quyền có xem xét hoặc phê duyệt lại quyết định của hệ thống trước khi quyết định đó được thực thi không?',
          en: 'Does the competent authority review or re-approve the system’s decision before it is carried out?',
        },
        help: {
          vi: 'Trả lời “Có” nếu thực tế có ít nhất một trong hai việc: xem xét hoặc phê duyệt lại.',
          en: 'Answer yes if at least one of the two, review or re-approval, really takes place.',
        },
        speaksFor: false,
      },
    ],
    exclusions: [],
    route: 'unknown',
    from: day('2026-08-15'),
    confidence: 'A-ocr',
  },
  {
    code: 'II.3',
    cite: 'Q.II.3',
    sector: 'ethnic-religion',
    name: {
      vi: 'Tự động quyết định hồ sơ đăng ký, gia hạn hoặc hủy bỏ quyết định quản lý nhà nước về dân tộc và tôn giáo',
      en: 'Automatic decision on registrations and on renewing or cancelling state decisions in ethnic and religious affairs',
    },
    kind: {
      vi: 'Hệ thống quyết định chấp thuận, từ chối hồ sơ đăng ký hoặc gia hạn, hủy bỏ quyết định quản lý nhà nước trong lĩnh vực dân tộc, tôn giáo.',
      en: 'The system approves or refuses registration files, or renews or cancels decisions of state management, in ethnic or religious affairs.',
    },
    limits: [],
    join: 'all',
    conditions: [
      {
        fact: 'Q.II.3.1',
        ask: {
          vi: 'Hệ thống có tự động đưa ra quyết định cuối cùng về việc chấp thuận, từ chối hồ sơ đăng ký hoặc gia hạn, hủy bỏ quyết định quản lý nhà nước trong lĩnh vực dân tộc và tôn giáo không?',
          en: 'Does the system automatically take the final decision to approve or refuse registration files, or to renew or cancel decisions of state management, in ethnic or religious affairs?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.II.3.2',
        ask: {
          vi: 'Cơ quan có thẩm quyền có xem xét, can thiệp hoặc phê duyệt lại quyết định của hệ thống trước khi quyết định đó được thực thi không?',
          en: 'Does the competent authority review, intervene in or re-approve the system’s decision before it is carried out?',
        },
        help: {
          vi: 'Trả lời “Có” nếu thực tế có ít nhất một trong ba việc: xem xét, can thiệp hoặc phê duyệt lại.',
          en: 'Answer yes if at least one of the three, review, intervention or re-approval, really takes place.',
        },
        speaksFor: false,
      },
    ],
    exclusions: [],
    route: 'unknown',
    from: day('2026-08-15'),
    confidence: 'A-ocr',
  },
  {
    code: 'II.4',
    cite: 'Q.II.4',
    sector: 'ethnic-religion',
    name: {
      vi: 'Tự động ra quyết định cuối cùng về hồ sơ thụ hưởng chính sách dân tộc',
      en: 'Automatic final decision on files for benefits of ethnic policy',
    },
    kind: {
      vi: 'Hệ thống ra quyết định phê duyệt hoặc từ chối hồ sơ.',
      en: 'The system decides to approve or refuse files.',
    },
    limits: [
      {
        fact: 'Q.II.4.0',
        ask: {
          vi: 'Đó có phải là quyết định cuối cùng về việc phê duyệt hoặc từ chối hồ sơ xác định đối tượng, địa bàn thụ hưởng chính sách dân tộc không?',
          en: 'Is this the final approval or refusal of files that determine beneficiaries or areas of ethnic policy?',
        },
        speaksFor: true,
      },
    ],
    join: 'all',
    conditions: [
      {
        fact: 'Q.II.4.1',
        ask: {
          vi: 'Hệ thống có tự động ra quyết định không?',
          en: 'Does the system take the decision automatically?',
        },
        help: {
          vi: 'Bao gồm cả quyết định làm phát sinh, thay đổi hoặc chấm dứt quyền, lợi ích hợp pháp của cá nhân, cộng đồng. Mục này không nêu điều kiện về việc con người kiểm tra.',
          en: 'This includes decisions that create, change or end lawful rights and interests of persons or communities. The entry prints no condition on a person’s check.',
        },
        speaksFor: true,
      },
    ],
    exclusions: [],
    route: 'unknown',
    from: day('2026-08-15'),
    confidence: 'A-ocr',
  },
  {
    code: 'II.5',
    cite: 'Q.II.5',
    sector: 'ethnic-religion',
    name: {
      vi: 'Tự động dừng chi trả, thu hồi hoặc khóa quyền hưởng hỗ trợ do nghi ngờ gian lận',
      en: 'Automatic stopping, recovery or locking of support on suspected fraud',
    },
    kind: {
      vi: 'Hệ thống thực thi việc dừng chi trả, thu hồi hoặc khóa quyền hưởng hỗ trợ.',
      en: 'The system stops payment of support, recovers it or locks the right to it.',
    },
    limits: [
      {
        fact: 'Q.II.5.0',
        ask: {
          vi: 'Việc dừng chi trả, thu hồi hoặc khóa quyền hưởng hỗ trợ có phải do nghi ngờ gian lận không?',
          en: 'Is suspected fraud the ground for stopping, recovering or locking the support?',
        },
        speaksFor: true,
      },
    ],
    join: 'all',
    conditions: [
      {
        fact: 'Q.II.5.1',
        ask: {
          vi: 'Hệ thống có tự động kích hoạt biện pháp làm gián đoạn quyền hưởng lợi hoặc việc tiếp cận tài sản, dịch vụ của đối tượng không?',
          en: 'Does the system automatically trigger a measure that interrupts a person’s benefit or access to assets or services?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.II.5.2',
        ask: {
          vi: 'Có bước xác minh độc lập trước khi biện pháp có hiệu lực không?',
          en: 'Is there an independent verification before the measure takes effect?',
        },
        speaksFor: false,
      },
    ],
    exclusions: [],
    route: 'unknown',
    from: day('2026-08-15'),
    confidence: 'A-ocr',
  },
  {
    code: 'II.6',
    cite: 'Q.II.6',
    sector: 'ethnic-religion',
    name: {
      vi: 'Tự động ra lệnh phân bổ hoặc điều phối nguồn ngân sách, chính sách hỗ trợ theo thuật toán',
      en: 'Automatic orders allocating or coordinating budget or support by algorithm',
    },
    kind: {
      vi: 'Hệ thống ra lệnh phân bổ hoặc điều phối nguồn ngân sách, chính sách hỗ trợ.',
      en: 'The system gives orders that allocate or coordinate budget or support.',
    },
    limits: [
      {
        fact: 'Q.II.6.0',
        ask: {
          vi: 'Việc phân bổ hoặc điều phối có được thực hiện theo thuật toán không?',
          en: 'Is the allocation or coordination made by algorithm?',
        },
        speaksFor: true,
      },
    ],
    join: 'all',
    conditions: [
      {
        fact: 'Q.II.6.1',
        ask: {
          vi: 'Hệ thống có quyền thực thi hoặc tự động thực thi phương án phân bổ nguồn ngân sách, chính sách hỗ trợ không?',
          en: 'Does the system have the power to execute the plan allocating budget or support, or execute it automatically?',
        },
        help: {
          vi: 'Mục này không nêu điều kiện về việc con người kiểm tra.',
          en: 'The entry prints no condition on a person’s check.',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.II.6.2',
        ask: {
          vi: 'Việc thực thi có diễn ra sau khi quyết định phân bổ hoặc điều phối nguồn ngân sách có hiệu lực không?',
          en: 'Does the execution come after the decision on allocation or coordination has taken effect?',
        },
        speaksFor: true,
      },
    ],
    exclusions: [],
    route: 'unknown',
    from: day('2026-08-15'),
    confidence: 'A-ocr',
  },
  {
    code: 'II.7',
    cite: 'Q.II.7',
    sector: 'ethnic-religion',
    name: {
      vi: 'Suy đoán, phân loại về dân tộc, tín ngưỡng, tôn giáo để áp dụng biện pháp quản lý',
      en: 'Inferring and classifying ethnicity, belief or religion in order to apply management measures',
    },
    kind: {
      vi: 'Hệ thống suy đoán hoặc phân loại về dân tộc, tín ngưỡng, tôn giáo.',
      en: 'The system infers or classifies ethnicity, belief or religion.',
    },
    limits: [],
    join: 'all',
    conditions: [
      {
        fact: 'Q.II.7.1',
        ask: {
          vi: 'Hệ thống có tự động phân loại cá nhân, nhóm cộng đồng theo thuộc tính dân tộc, tín ngưỡng, tôn giáo không?',
          en: 'Does the system automatically classify persons or communities by ethnicity, belief or religion?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.II.7.2',
        ask: {
          vi: 'Kết quả có được dùng làm căn cứ áp dụng biện pháp quản lý, kiểm tra hoặc xử lý hành chính không?',
          en: 'Is the result a ground for a management measure, an inspection or administrative handling?',
        },
        speaksFor: true,
      },
    ],
    exclusions: [],
    route: 'unknown',
    from: day('2026-08-15'),
    confidence: 'A-ocr',
  },
]
