import { day } from '../../base/day.ts'
import type { Entry } from './entry.ts'

/** Entries VI.1 to VI.6, transport on the ground, its works and their management. VI.7 to VI.31 are aviation. */
export const transportGround: readonly Entry[] = [
  {
    code: 'VI.1',
    cite: 'Q.VI.1',
    sector: 'transport',
    group: 'road-rail',
    name: {
      vi: 'Điều khiển tự hành cấp độ cao trên phương tiện giao thông',
      en: 'High-level autonomous driving of vehicles',
    },
    kind: {
      vi: 'Hệ thống điều khiển tự hành cấp độ cao trên phương tiện giao thông.',
      en: 'The system drives or steers a vehicle, vessel or aircraft with a high level of autonomy.',
    },
    limits: [],
    join: 'any',
    conditions: [
      {
        fact: 'Q.VI.1.1',
        ask: {
          vi: 'Hệ thống có điều khiển phương tiện giao thông ở mức độ không yêu cầu con người giám sát, can thiệp liên tục trong quá trình vận hành không?',
          en: 'Does the system control a vehicle at a level that needs no continuous human supervision or intervention in operation?',
        },
        help: {
          vi: 'Phương tiện giao thông gồm phương tiện đường bộ, đường sắt, đường thủy nội địa, hàng hải và hàng không.',
          en: 'Vehicles are those of road, rail, inland water, sea and air.',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.VI.1.2',
        ask: {
          vi: 'Quyết định của hệ thống có phải là căn cứ trực tiếp để phương tiện thực hiện hành vi điều khiển có thể ảnh hưởng đến an toàn tính mạng, sức khỏe, tài sản của con người không?',
          en: 'Is the system’s decision the direct ground of a control act of the vehicle that may affect life, health or property?',
        },
        speaksFor: true,
      },
    ],
    exclusions: [],
    route: 'unknown',
    from: day('2026-08-15'),
    confidence: 'A-ocr',
    note: {
      vi: 'Mục này áp dụng cho mọi loại phương tiện giao thông, kể cả phương tiện đường thủy nội địa, hàng hải và hàng không.',
      en: 'The entry covers every kind of vehicle, those of inland water, sea and air included.',
    },
  },
  {
    code: 'VI.2',
    cite: 'Q.VI.2',
    sector: 'transport',
    group: 'road-rail',
    name: {
      vi: 'Điều khiển hoặc tự động vận hành tín hiệu, điều độ giao thông đường bộ và đường sắt',
      en: 'Control or automatic running of signals and dispatch, road and rail',
    },
    kind: {
      vi: 'Hệ thống điều khiển hoặc tự động vận hành tín hiệu, điều độ giao thông đường bộ, đường sắt.',
      en: 'The system controls or automatically runs signals or traffic dispatch on roads or railways.',
    },
    limits: [],
    join: 'all',
    conditions: [
      {
        fact: 'Q.VI.2.1',
        ask: {
          vi: 'Hệ thống có được kết nối trực tiếp với trung tâm điều khiển giao thông đường bộ hoặc hệ thống điều độ chạy tàu không?',
          en: 'Is the system directly connected to a road-traffic control centre or a train-dispatch system?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.VI.2.2',
        ask: {
          vi: 'Hệ thống có quyền tự động thay đổi tín hiệu, chu kỳ điều khiển, tổ chức luồng tuyến, thiết lập đường chạy hoặc điều độ phương tiện không?',
          en: 'Does the system have the power to change signals, control cycles, traffic flows, train routes or vehicle dispatch automatically?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.VI.2.3',
        ask: {
          vi: 'Người có thẩm quyền có phê duyệt độc lập trước khi thay đổi của hệ thống được thực thi không?',
          en: 'Does the competent person give an independent approval before the system’s change is carried out?',
        },
        speaksFor: false,
      },
      {
        fact: 'Q.VI.2.4',
        ask: {
          vi: 'Hệ thống có khả năng ảnh hưởng trực tiếp đến an toàn giao thông, an toàn chạy tàu và người tham gia giao thông không?',
          en: 'May the system directly affect road or train safety and people in traffic?',
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
    code: 'VI.3',
    cite: 'Q.VI.3',
    sector: 'transport',
    group: 'works',
    name: {
      vi: 'Điều hành, kiểm soát vận hành công trình giao thông và hạ tầng kỹ thuật trọng yếu',
      en: 'Running of transport works and key technical infrastructure',
    },
    kind: {
      vi: 'Hệ thống điều hành, kiểm soát việc vận hành công trình giao thông hoặc hạ tầng kỹ thuật trọng yếu.',
      en: 'The system runs or controls the operation of transport works or key technical infrastructure.',
    },
    limits: [],
    join: 'all',
    conditions: [
      {
        fact: 'Q.VI.3.1',
        ask: {
          vi: 'Hệ thống có quyền truy cập và can thiệp trực tiếp vào hệ thống điều khiển, giám sát vận hành của công trình giao thông hoặc hạ tầng kỹ thuật trọng yếu không?',
          en: 'May the system access and directly intervene in the control or monitoring system of transport works or key technical infrastructure?',
        },
        help: {
          vi: 'Đó là hầm đường bộ, cầu lớn, tuyến cao tốc, công trình đầu mối giao thông hoặc hệ thống hạ tầng kỹ thuật trọng yếu, bao gồm cấp nước, thoát nước, chiếu sáng đô thị. Quyết định 33/2026/QĐ-TTg không nêu con số cho “cầu lớn” và không quy định thế nào là “trọng yếu”; nhà cung cấp hoặc bên triển khai tự xác định và nêu lý do.',
          en: 'Meant are road tunnels, large bridges, expressways, transport hubs, and key technical infrastructure, including water supply, drainage and urban lighting. The Decision gives no number for “large bridges” and does not define “key”; the answer is your own, with your reasons.',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.VI.3.2',
        ask: {
          vi: 'Kết quả đầu ra của hệ thống có được thực thi ngay hoặc làm thay đổi trạng thái vận hành vật lý của công trình không?',
          en: 'Is the system’s output executed at once, or does it change the physical operating state of the works?',
        },
        help: {
          vi: 'Mục này không nêu điều kiện về việc con người kiểm tra.',
          en: 'The entry prints no condition on a person’s check.',
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
    code: 'VI.4',
    cite: 'Q.VI.4',
    sector: 'transport',
    group: 'works',
    name: {
      vi: 'Tự động đánh giá nguy cơ sự cố và phát lệnh hạn chế hoặc dừng khai thác công trình, kết cấu hạ tầng',
      en: 'Automatic assessment of structural danger with orders to limit or stop the use of works',
    },
    kind: {
      vi: 'Hệ thống phát hiện, đánh giá nguy cơ sự cố của công trình, kết cấu hạ tầng và phát lệnh hạn chế hoặc dừng khai thác.',
      en: 'The system detects and assesses danger to works or structures and gives orders to limit or stop their use.',
    },
    limits: [],
    join: 'all',
    conditions: [
      {
        fact: 'Q.VI.4.1',
        ask: {
          vi: 'Hệ thống có tự động đánh giá tình trạng an toàn của công trình, kết cấu hạ tầng giao thông, công trình xây dựng hoặc hạ tầng kỹ thuật trọng yếu không?',
          en: 'Does the system automatically assess the safety of transport structures, construction works or key technical infrastructure?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.VI.4.2',
        ask: {
          vi: 'Kết quả của hệ thống có được dùng trực tiếp để ra quyết định hạn chế khai thác, dừng khai thác, cô lập hoặc chuyển trạng thái vận hành không?',
          en: 'Is the result used directly to decide on limiting use, stopping it, isolating the works or switching their operating state?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.VI.4.3',
        ask: {
          vi: 'Có bước thẩm định độc lập, bắt buộc của con người trước khi quyết định được thực thi không?',
          en: 'Is there a mandatory, independent appraisal by a person before the decision is carried out?',
        },
        help: {
          vi: 'Chỉ trả lời “Có” nếu việc thẩm định vừa bắt buộc vừa độc lập.',
          en: 'Answer yes only if the appraisal is both mandatory and independent.',
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
    code: 'VI.5',
    cite: 'Q.VI.5',
    sector: 'transport',
    group: 'state-management',
    name: {
      vi: 'Tự động thẩm định, chấm điểm, xếp hạng hoặc phân loại hồ sơ làm căn cứ quyết định cuối cùng',
      en: 'Automatic appraisal, scoring, ranking or sorting of files as ground of the final decision',
    },
    kind: {
      vi: 'Hệ thống tự động thẩm định, chấm điểm, xếp hạng hoặc phân loại hồ sơ để làm căn cứ quyết định cuối cùng.',
      en: 'The system automatically appraises, scores, ranks or sorts files as ground of the final decision.',
    },
    limits: [],
    join: 'all',
    conditions: [
      {
        fact: 'Q.VI.5.1',
        ask: {
          vi: 'Hệ thống có được sử dụng trong hoạt động quản lý nhà nước, cung cấp dịch vụ công thuộc phạm vi Bộ Xây dựng không?',
          en: 'Is the system used in state management or public services within the remit of the Ministry of Construction?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.VI.5.2',
        ask: {
          vi: 'Kết quả đầu ra có được dùng làm căn cứ trực tiếp để chấp thuận, từ chối, tạm dừng, hạn chế hoặc thay đổi hiệu lực của hồ sơ, thủ tục, giấy phép không?',
          en: 'Is the output the direct ground for approving, refusing, suspending, limiting or changing the effect of files, procedures or licences?',
        },
        help: {
          vi: 'Đó là hồ sơ, thủ tục hành chính, giấy phép, chứng chỉ và điều kiện hoạt động của tổ chức, cá nhân.',
          en: 'Meant are files, administrative procedures, licences, certificates and conditions on which organisations and persons operate.',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.VI.5.3',
        ask: {
          vi: 'Người có thẩm quyền có xem xét hoặc phê duyệt độc lập trước khi kết quả được thực thi không?',
          en: 'Does the competent person independently review or approve the result before it is carried out?',
        },
        help: {
          vi: 'Trả lời “Có” nếu thực tế có ít nhất một trong hai việc: xem xét hoặc phê duyệt độc lập.',
          en: 'Answer yes if at least one of the two, independent review or approval, really takes place.',
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
    code: 'VI.6',
    cite: 'Q.VI.6',
    sector: 'transport',
    group: 'works',
    name: {
      vi: 'Tự động phát hiện vi phạm hoặc nhận diện sinh trắc học theo thời gian thực để phục vụ kiểm soát, xử lý',
      en: 'Automatic violation detection or real-time biometric identification for control and handling',
    },
    kind: {
      vi: 'Hệ thống phát hiện vi phạm hoặc nhận diện sinh trắc học theo thời gian thực để phục vụ kiểm soát, xử lý.',
      en: 'The system detects violations or identifies people by biometrics in real time, for control and handling.',
    },
    limits: [],
    join: 'all',
    conditions: [
      {
        fact: 'Q.VI.6.1',
        ask: {
          vi: 'Hệ thống có tự động phát hiện vi phạm, xác định đối tượng, phân tích hình ảnh, dữ liệu cảm biến hoặc nhận diện sinh trắc học theo thời gian thực không?',
          en: 'Does the system automatically detect violations, identify subjects, analyse images or sensor data, or identify by biometrics in real time?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.VI.6.2',
        ask: {
          vi: 'Hệ thống có hoạt động tại đầu mối giao thông hoặc công trình công cộng quan trọng không?',
          en: 'Does it do so at transport hubs or important public works?',
        },
        help: {
          vi: 'Quyết định 33/2026/QĐ-TTg không quy định thế nào là công trình công cộng “quan trọng”. Nhà cung cấp hoặc bên triển khai tự xác định và nêu lý do.',
          en: 'The Decision does not define “important” public works. The answer is your own, with your reasons.',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.VI.6.3',
        ask: {
          vi: 'Kết quả có được sử dụng trực tiếp để xử lý vi phạm, cưỡng chế, kiểm soát an ninh, trật tự, hạn chế tiếp cận hoặc áp dụng biện pháp quản lý không?',
          en: 'Is the result used directly for handling violations, coercion, security and order control, access limits or management measures?',
        },
        speaksFor: true,
      },
      {
        fact: 'Q.VI.6.4',
        ask: {
          vi: 'Cán bộ có thẩm quyền có xác minh độc lập trước khi kết quả được sử dụng để xử lý hoặc áp dụng biện pháp không?',
          en: 'Does a competent officer verify the result independently before anyone acts on it?',
        },
        speaksFor: false,
      },
    ],
    exclusions: [],
    route: 'self',
    from: day('2026-08-15'),
    confidence: 'A-ocr',
  },
]
