import type { Entry } from './entry.ts'
import { EITHER_PERSON, NO_HUMAN_CHECK, no, row, STATED_EFFECT, undefinedTerm, yes } from './transport-air-row.ts'

/** VI.19–VI.31: release and fuelling of aircraft, aviation security, the airport's own works and surroundings. */
export const transportAirport: readonly Entry[] = [
  row('VI.19', 'flight', {
    name: {
      vi: 'Tự động quyết định cho phép hoặc không cho phép khai thác tàu bay (Predictive Maintenance)',
      en: 'Predictive maintenance that decides whether an aircraft may fly',
    },
    kind: {
      vi: 'Hệ thống phân tích dữ liệu kỹ thuật và tự ra quyết định cho phép hoặc không cho phép khai thác tàu bay.',
      en: 'The system analyses technical data and decides by itself whether an aircraft may operate.',
    },
    conditions: [
      yes('Q.VI.19.1', {
        vi:
          'Dựa trên phân tích của AI, hệ thống có tự động ban hành lệnh đình bay ' +
          'hoặc quyết định cho phép tàu bay tiếp tục khai thác không?',
        en:
          'Does the system itself, from AI analysis, issue a grounding order ' +
          'or a decision that the aircraft may keep operating?',
      }),
      no('Q.VI.19.2', {
        vi: 'Trước khi thực hiện, việc đó có được kỹ sư hàng không có chứng chỉ phê chuẩn xem xét, ký duyệt không?',
        en: 'Does an aviation engineer with an approved certificate review and sign before it is carried out?',
      }),
    ],
  }),
  row('VI.20', 'flight', {
    name: { vi: 'Quản lý nhiên liệu hàng không tự động', en: 'Automatic aviation fuel management' },
    kind: {
      vi: 'Hệ thống quản lý nhiên liệu hàng không, tự động ra lệnh nạp nhiên liệu.',
      en: 'The system manages aviation fuel and orders the fuelling of aircraft by itself.',
    },
    conditions: [
      yes('Q.VI.20.1', {
        vi: 'Hệ thống có tự động xác định lượng và thời điểm nạp nhiên liệu cho tàu bay không?',
        en: 'Does the system itself set the amount and the time of fuelling an aircraft?',
      }),
      no('Q.VI.20.2', {
        vi: 'Kỹ sư khai thác bay có xác nhận loại nhiên liệu trước khi nạp không?',
        en: 'Does the flight operations engineer confirm the type of fuel before fuelling?',
        help: {
          vi: 'Quyết định nói về xác nhận loại nhiên liệu; chỉ xác nhận lượng hoặc thời điểm nạp thì trả lời “không”.',
          en: 'The Decision speaks of the type of fuel; if only amount or time is confirmed, answer no.',
        },
      }),
    ],
  }),
  row('VI.21', 'aviation-security', {
    name: {
      vi: 'Phân tích hình ảnh soi chiếu, phát hiện vật phẩm nguy hiểm trong hành lý',
      en: 'Automated threat detection in baggage screening',
    },
    kind: {
      vi: 'Hệ thống phân tích hình ảnh soi chiếu hành lý tại cửa kiểm tra an ninh để phát hiện vật phẩm nguy hiểm.',
      en: 'The system reads screening images at the security check and finds dangerous items in baggage.',
    },
    conditions: [
      yes('Q.VI.21.1', {
        vi:
          'Hệ thống có tự động đưa ra quyết định cảnh báo, phân loại mối đe dọa, kích hoạt báo động ' +
          'hoặc cách ly hành lý không?',
        en: 'Does the system itself decide to warn, classify a threat, raise an alarm or isolate baggage?',
      }),
      no('Q.VI.21.2', {
        vi:
          'Trước khi thực hiện quyết định đó, có bước kiểm tra lại bắt buộc ' +
          'của nhân viên an ninh hàng không hay không?',
        en: 'Must aviation security staff re-check before that decision is carried out?',
      }),
      yes('Q.VI.21.3', {
        vi: 'Hệ thống có thể bỏ sót vật nguy hiểm hoặc báo động nhầm làm gián đoạn khai thác không?',
        en: 'Can the system miss a dangerous item, or disrupt operation by a false alarm?',
        help: STATED_EFFECT,
        presumed: true,
      }),
    ],
  }),
  row('VI.22', 'aviation-security', {
    name: { vi: 'Phân tích hành vi hành khách qua camera', en: 'Passenger behaviour detection by camera' },
    kind: {
      vi: 'Hệ thống phân tích hành vi của hành khách qua camera.',
      en: 'The system analyses the behaviour of passengers on camera.',
    },
    limits: [
      yes('Q.VI.22.0', {
        vi: 'Hệ thống có được sử dụng tại khu vực kiểm soát an ninh không?',
        en: 'Is the system used in the security control area?',
      }),
    ],
    conditions: [
      yes('Q.VI.22.1', {
        vi: 'Hệ thống có tự động xác định hành vi nghi vấn không?',
        en: 'Does the system itself identify suspicious behaviour?',
      }),
      yes('Q.VI.22.2', {
        vi: 'Hệ thống có kích hoạt cảnh báo an ninh hoặc biện pháp can thiệp không?',
        en: 'Does the system trigger a security alert or an intervention?',
      }),
      no('Q.VI.22.3', {
        vi: 'Nhân viên an ninh có xác nhận ban đầu trước khi cảnh báo hoặc biện pháp đó được kích hoạt không?',
        en: 'Do security staff give a first confirmation before the alert or intervention is triggered?',
      }),
      yes('Q.VI.22.4', {
        vi: 'Hệ thống có ảnh hưởng trực tiếp đến quyền tự do cá nhân không?',
        en: 'Does the system directly affect personal freedom?',
        help: STATED_EFFECT,
        presumed: true,
      }),
    ],
    route: 'self',
  }),
  row('VI.23', 'aviation-security', {
    name: {
      vi: 'Tự động xác định đối tượng nguy cơ, từ chối vận chuyển hành khách',
      en: 'Picking out risk persons, refusing carriage of passengers',
    },
    kind: {
      vi: 'Hệ thống quản lý an ninh hàng không, tự động xác định đối tượng nguy cơ hoặc từ chối vận chuyển hành khách.',
      en: 'The system serves aviation security and picks out risk persons or refuses to carry passengers by itself.',
    },
    conditions: [
      yes('Q.VI.23.1', {
        vi: 'Hệ thống có tự động từ chối vận chuyển hành khách hoặc kích hoạt biện pháp an ninh không?',
        en: 'Does the system itself refuse to carry a passenger or trigger a security measure?',
      }),
      no('Q.VI.23.2', {
        vi: 'Trước khi thực hiện, việc đó có được nhân viên an ninh hàng không có thẩm quyền xác minh không?',
        en: 'Do competent aviation security staff verify the case before this is carried out?',
      }),
    ],
    route: 'self',
  }),
  row('VI.24', 'aviation-security', {
    name: {
      vi: 'Tự động phát hiện và xử lý UAV xâm phạm quanh cảng hàng không (Counter-UAV)',
      en: 'Counter-UAV around airports',
    },
    kind: {
      vi: 'Hệ thống tự động phát hiện và xử lý thiết bị bay không người lái (UAV/drone) xâm phạm.',
      en: 'The system detects intruding drones (UAVs) and deals with them by itself.',
    },
    limits: [
      yes('Q.VI.24.0', {
        vi: 'Hệ thống có nhằm vào UAV xâm phạm vùng cấm bay quanh cảng hàng không hay không?',
        en: 'Is the system aimed at UAVs that intrude into a no-fly zone around an airport?',
      }),
    ],
    conditions: [
      yes('Q.VI.24.1', {
        vi:
          'Hệ thống có tự động thực thi biện pháp đối kháng (vô hiệu hóa tín hiệu, bắn hạ ' +
          'hoặc chiếm quyền điều khiển UAV) không?',
        en: 'Does the system itself execute counter-measures (jam signals, shoot down or take over the UAV)?',
      }),
      no('Q.VI.24.2', {
        vi:
          'Trước khi thực hiện, biện pháp đó có lệnh xác nhận của lực lượng an ninh hàng không ' +
          'hoặc cơ quan quân sự có thẩm quyền không?',
        en:
          'Does the aviation security force or the competent military body give a confirming order ' +
          'before the counter-measure is carried out?',
        help: EITHER_PERSON,
      }),
    ],
  }),
  row('VI.25', 'airport-infrastructure', {
    name: {
      vi: 'Điều khiển luồng năng lượng và dự phòng tại trạm điện, đài kiểm soát không lưu (SCADA/ICS)',
      en: 'Power flow and backup at power stations or air traffic control towers (SCADA/ICS)',
    },
    kind: {
      vi: 'Hệ thống điều khiển tự động luồng năng lượng và dự phòng tại trạm điện, đài kiểm soát không lưu.',
      en: 'The system controls power flow and backup at power stations or air traffic control towers automatically.',
    },
    conditions: [
      yes('Q.VI.25.1', {
        vi: 'Hệ thống có quyền can thiệp trực tiếp vào lưới điều khiển vật lý (SCADA/ICS) không?',
        en: 'Does the system have the power to intervene directly in the physical control network (SCADA/ICS)?',
      }),
      yes('Q.VI.25.2', {
        vi: 'Lưới điều khiển đó có thuộc hạ tầng hàng không quan trọng quốc gia không?',
        en: 'Does that network belong to nationally important aviation infrastructure?',
        help: undefinedTerm('hạ tầng hàng không quan trọng quốc gia', 'nationally important aviation infrastructure'),
      }),
      no('Q.VI.25.3', {
        vi: 'Kỹ sư vận hành có xác nhận trước khi hệ thống can thiệp không?',
        en: 'Does the operating engineer confirm before the system intervenes?',
      }),
    ],
  }),
  row('VI.26', 'airfield', {
    name: { vi: 'Giám sát và phát hiện xâm nhập khu bay', en: 'Runway and taxiway incursion detection' },
    kind: {
      vi: 'Hệ thống giám sát khu bay (đường cất hạ cánh, đường lăn) và phát hiện xâm nhập.',
      en: 'The system watches runways and taxiways and detects incursions.',
    },
    conditions: [
      yes('Q.VI.26.1', {
        vi: 'Hệ thống có tự động phát hiện vật thể, phương tiện hoặc người xâm nhập khu bay không?',
        en: 'Does the system itself detect an object, vehicle or person intruding into the airfield?',
      }),
      yes('Q.VI.26.2', {
        vi:
          'Hệ thống có kích hoạt biện pháp kiểm soát hạ tầng vật lý ' +
          '(đóng đường cất hạ cánh, bật đèn cảnh báo) không?',
        en: 'Does the system trigger control of physical infrastructure (runway closure, warning lights)?',
      }),
      no('Q.VI.26.3', {
        vi: 'Nhân viên điều hành sân bay có xác nhận trước khi biện pháp đó được kích hoạt không?',
        en: 'Do the airport operations staff confirm before that control is triggered?',
      }),
    ],
  }),
  row('VI.27', 'airfield', {
    name: {
      vi: 'Giám sát đường cất hạ cánh, phát hiện vật thể lạ (FOD)',
      en: 'Runway monitoring and foreign-object detection (FOD)',
    },
    kind: {
      vi: 'Hệ thống giám sát tình trạng đường cất hạ cánh và phát hiện vật thể lạ (FOD).',
      en: 'The system watches the state of the runway and detects foreign objects on it (FOD).',
    },
    conditions: [
      yes('Q.VI.27.1', {
        vi: 'Hệ thống có tự động phát hiện vật thể lạ hoặc nguy cơ mất an toàn trên đường cất hạ cánh không?',
        en: 'Does the system itself detect a foreign object or a safety danger on the runway?',
      }),
      yes('Q.VI.27.2', {
        vi: 'Hệ thống có kích hoạt cảnh báo hoặc hạn chế khai thác không?',
        en: 'Does the system trigger an alert or limit operation?',
      }),
      no('Q.VI.27.3', {
        vi: 'Nhân viên khai thác sân bay có xác nhận trước khi cảnh báo hoặc hạn chế đó được kích hoạt không?',
        en: 'Do the airport operating staff confirm before the alert or limit is triggered?',
      }),
    ],
  }),
  row('VI.28', 'airport-infrastructure', {
    name: {
      vi: 'Giám sát và điều khiển hạ tầng sân bay (đèn hiệu, ILS/GBAS, cấp điện)',
      en: 'Airport infrastructure control (lights, ILS/GBAS, power)',
    },
    kind: {
      vi: 'Hệ thống giám sát và điều khiển hạ tầng sân bay: đèn hiệu đường cất hạ cánh, ILS/GBAS, cấp điện.',
      en: 'The system monitors and controls airport infrastructure: runway lights, ILS/GBAS or power supply.',
    },
    conditions: [
      yes('Q.VI.28.1', {
        vi:
          'Hệ thống có quyền truy cập và điều khiển trực tiếp hệ thống hạ tầng kỹ thuật quan trọng ' +
          'của sân bay không?',
        en: 'May the system access and directly control important technical infrastructure of the airport?',
        help: undefinedTerm('hạ tầng kỹ thuật quan trọng', 'important technical infrastructure'),
      }),
      yes('Q.VI.28.2', {
        vi: 'Việc đó có ảnh hưởng đến hoạt động dẫn đường và hạ cánh của tàu bay không?',
        en: 'Does this affect the navigation and landing of aircraft?',
      }),
    ],
    note: NO_HUMAN_CHECK,
  }),
  row('VI.29', 'airport-infrastructure', {
    name: {
      vi: 'Thiết bị hỗ trợ hạ cánh chính xác tích hợp AI (ILS/GBAS)',
      en: 'Precision landing aids with AI (ILS/GBAS)',
    },
    kind: {
      vi: 'Hệ thống kiểm soát thiết bị hỗ trợ hạ cánh chính xác có tích hợp AI (ILS/GBAS).',
      en: 'The system controls a precision landing aid with AI built in (ILS/GBAS).',
    },
    conditions: [
      yes('Q.VI.29.1', {
        vi: 'Hệ thống có dẫn đường hạ cánh trong điều kiện tầm nhìn hạn chế không?',
        en: 'Does the system guide landings in limited visibility?',
        help: undefinedTerm('tầm nhìn hạn chế', 'limited visibility'),
      }),
      yes('Q.VI.29.2', {
        vi: 'Hệ thống có tích hợp thành phần AI quyết định tự động không?',
        en: 'Does the system contain an AI part that decides automatically?',
      }),
      yes('Q.VI.29.3', {
        vi: 'Hệ thống có ảnh hưởng trực tiếp đến an toàn hạ cánh của tàu bay không?',
        en: 'Does the system directly affect the safety of landing?',
        help: STATED_EFFECT,
        presumed: true,
      }),
    ],
    note: NO_HUMAN_CHECK,
  }),
  row('VI.30', 'aviation-security', {
    name: {
      vi: 'Đánh giá rủi ro an ninh đối với hồ sơ cấp thẻ kiểm soát an ninh hàng không',
      en: 'Risk rating of applications for aviation security passes',
    },
    kind: {
      vi: 'Hệ thống đánh giá rủi ro an ninh đối với hồ sơ đề nghị cấp thẻ kiểm soát an ninh hàng không.',
      en: 'The system rates the security risk of applications for aviation security passes.',
    },
    conditions: [
      yes('Q.VI.30.1', {
        vi: 'Kết quả đánh giá của AI có phải là căn cứ duy nhất để ra quyết định không?',
        en: 'Is the result of the AI the sole ground of the decision?',
      }),
      yes('Q.VI.30.2', {
        vi:
          'Kết quả đó có được dùng để từ chối cấp thẻ hoặc hạn chế quyền tiếp cận khu vực hạn chế ' +
          'của cá nhân không?',
        en: 'Is that result used to refuse a pass or to limit a person’s access to restricted areas?',
      }),
      no('Q.VI.30.3', {
        vi: 'Hội đồng thẩm định có xem xét độc lập trước khi ra quyết định không?',
        en: 'Does the appraisal board review the case independently before the decision?',
      }),
    ],
  }),
  row('VI.31', 'airport-infrastructure', {
    name: {
      vi: 'Thanh tra, cảnh báo vi phạm tĩnh không sân bay qua dữ liệu vệ tinh, ảnh hàng không',
      en: 'Inspection of obstacle clearance around airports by satellite or aerial images',
    },
    kind: {
      vi: 'Hệ thống tự động thanh tra và cảnh báo vi phạm tĩnh không sân bay qua dữ liệu vệ tinh, ảnh hàng không.',
      en: 'The system inspects satellite data or aerial images for breaches of obstacle clearance around airports.',
    },
    conditions: [
      yes('Q.VI.31.1', {
        vi:
          'Kết quả của hệ thống có được dùng làm căn cứ pháp lý để quyết định đình chỉ công trình ' +
          'vi phạm tĩnh không hoặc xử phạt hành chính không?',
        en:
          'Is the result used as legal ground to stop works that break obstacle-clearance rules ' +
          'or to impose an administrative fine?',
      }),
      no('Q.VI.31.2', {
        vi: 'Có tiến hành thẩm định thực địa trước khi ra quyết định đó không?',
        en: 'Is there a field appraisal before that decision is made?',
      }),
    ],
  }),
]
