import type { Text } from '../../base/text.ts'
import type { Entry } from './entry.ts'
import { EITHER_PERSON, no, row, undefinedTerm, yes } from './transport-air-row.ts'

/** The Decision names the Civil Aviation Law without number or date, so the cut-off day is not ours to fix. */
const CIVIL_AVIATION_LAW: Text = {
  vi:
    'Quyết định không ghi số, ngày của Luật Hàng không dân dụng; nhiều khả năng đó là luật mới nhất, ' +
    'có hiệu lực từ ngày 01 tháng 7 năm 2026. Hãy ghi rõ ngày chứng nhận loại.',
  en:
    'The Decision gives neither number nor date of the Civil Aviation Law; most likely it means the newest one, ' +
    'in force since 1 July 2026. State the day of the type certificate.',
}

/** VI.7–VI.18: traffic in the air, decisions in flight, movements in the airfield. */
export const transportAirTraffic: readonly Entry[] = [
  row('VI.7', 'air-traffic', {
    name: { vi: 'Quản lý không lưu tự động (A-ATM)', en: 'Automated air traffic management (A-ATM)' },
    kind: {
      vi: 'Hệ thống quản lý không lưu tự động, ra quyết định phân luồng, điều hướng phương tiện bay.',
      en: 'The system manages air traffic automatically and decides on the flow and heading of aircraft.',
    },
    conditions: [
      yes('Q.VI.7.1', {
        vi: 'Hệ thống có tự động phát lệnh điều hướng, thay đổi độ cao hoặc phân luồng phương tiện bay không?',
        en: 'Does the system itself issue orders on the heading, a change of altitude or the flow of aircraft?',
      }),
      no('Q.VI.7.2', {
        vi: 'Kiểm soát viên không lưu có trực tiếp giám sát và phê duyệt các lệnh đó trước khi phát lệnh không?',
        en: 'Does the air traffic controller directly supervise and approve these orders before they are issued?',
        help: {
          vi: 'Phải có cả giám sát và phê duyệt; thiếu một trong hai thì trả lời “không”.',
          en: 'Both are needed, supervision and approval; if either is missing, answer no.',
        },
      }),
    ],
    exclusions: [
      yes('Q.VI.7.x', {
        vi: 'Có phải hệ thống chỉ cung cấp gợi ý, cảnh báo để tham khảo không?',
        en: 'Does the system only give suggestions or alerts for reference?',
      }),
    ],
  }),
  row('VI.8', 'air-traffic', {
    name: {
      vi: 'Quyết định phân tách tàu bay, cấp phép cất/hạ cánh (AI-ATC)',
      en: 'Separation of aircraft and take-off or landing clearance (AI-ATC)',
    },
    kind: {
      vi: 'Hệ thống hỗ trợ hoặc thay thế kiểm soát viên không lưu khi phân tách tàu bay, cấp phép cất/hạ cánh.',
      en: 'The system supports or replaces the air traffic controller in separating aircraft and giving clearances.',
    },
    conditions: [
      yes('Q.VI.8.1', {
        vi:
          'Hệ thống có trực tiếp đưa ra hoặc thực thi quyết định phân tách tàu bay, cấp phép cất/hạ cánh ' +
          'hoặc điều hướng bay không?',
        en:
          'Does the system directly give or execute decisions on separation, take-off or landing clearance, ' +
          'or heading?',
      }),
      no('Q.VI.8.2', {
        vi: 'Kiểm soát viên không lưu có phê duyệt độc lập các quyết định đó trước khi thực hiện không?',
        en: 'Does the air traffic controller approve these decisions independently before they are carried out?',
      }),
    ],
  }),
  row('VI.9', 'air-traffic', {
    name: {
      vi: 'Dự báo xung đột quỹ đạo tàu bay và tự động phát lệnh tránh va chạm',
      en: 'Trajectory conflict prediction and resolution',
    },
    kind: {
      vi: 'Hệ thống dự báo quỹ đạo các tàu bay xung đột với nhau và tự động phát lệnh tránh va chạm.',
      en: 'The system predicts when flight paths will conflict and issues orders to avoid a collision.',
    },
    conditions: [
      yes('Q.VI.9.1', {
        vi: 'Hệ thống có tự động phát hiện nguy cơ xung đột giữa các tàu bay không?',
        en: 'Does the system itself detect a risk of conflict between aircraft?',
      }),
      yes('Q.VI.9.2', {
        vi: 'Hệ thống có tự động đưa ra hoặc thực thi biện pháp tách tàu bay không?',
        en: 'Does the system itself give or execute a measure that separates the aircraft?',
      }),
      no('Q.VI.9.3', {
        vi: 'Kiểm soát viên không lưu có phê duyệt biện pháp tách tàu bay trước khi thực hiện không?',
        en: 'Does the air traffic controller approve the separation measure before it is carried out?',
      }),
    ],
  }),
  row('VI.10', 'air-traffic', {
    name: {
      vi: 'Tự động điều phối slot cất/hạ cánh và phân bổ cổng ra tàu bay (ATFM/CDM)',
      en: 'Automatic coordination of slots and allocation of gates (ATFM/CDM)',
    },
    kind: {
      vi: 'Hệ thống tự động điều phối slot cất/hạ cánh, có thể kèm phân bổ cổng ra tàu bay, tại cảng hàng không.',
      en: 'The system coordinates take-off and landing slots at an airport, perhaps gates as well, automatically.',
    },
    conditions: [
      yes('Q.VI.10.1', {
        vi: 'Hệ thống có áp dụng tại cảng hàng không quốc tế có lưu lượng trên 5 triệu hành khách/năm không?',
        en: 'Is the system used at an international airport with more than 5 million passengers a year?',
        help: {
          vi: 'Quyết định không nêu lấy số liệu của năm nào; hãy ghi rõ năm và nguồn số liệu.',
          en: 'The Decision does not say which year counts; state the year and the source of your figure.',
        },
      }),
      yes('Q.VI.10.2', {
        vi: 'Hệ thống có tự động phân bổ và xác nhận slot không?',
        en: 'Does the system itself allocate and confirm slots?',
      }),
      no('Q.VI.10.3', {
        vi: 'Có cơ chế để điều phối viên cảng phúc tra slot do hệ thống phân bổ và xác nhận không?',
        en: 'Is there a mechanism by which the airport coordinator re-checks the slots the system gives?',
      }),
    ],
    exclusions: [
      yes('Q.VI.10.x', {
        vi: 'Có phải đây là hệ thống hỗ trợ ra quyết định (DSS) chỉ cung cấp gợi ý không?',
        en: 'Is it a decision-support system (DSS) that only makes suggestions?',
      }),
    ],
    note: {
      vi: 'Tên mục nêu cả slot và cổng ra tàu bay, phần mô tả chỉ nêu slot; chúng tôi chỉ hỏi về slot.',
      en: 'The printed name speaks of slots and gates, the description of slots only; we ask about slots.',
    },
  }),
  row('VI.11', 'flight', {
    name: {
      vi: 'Điều khiển bay tự hành tích hợp AI (Autopilot/FMS)',
      en: 'AI autopilot and flight management (Autopilot/FMS)',
    },
    kind: {
      vi: 'Hệ thống lái tự động hoặc quản lý bay trên tàu bay có tích hợp AI (Autopilot/FMS).',
      en: 'The system is an autopilot or flight management system with AI built in.',
    },
    limits: [
      yes('Q.VI.11.0', {
        vi:
          'Hệ thống có tích hợp với thiết bị tự hành và có khả năng ra quyết định điều hướng độc lập ' +
          'trong tình huống bất thường không?',
        en:
          'Is the system integrated with the self-flying equipment and able to decide on navigation alone ' +
          'in abnormal situations?',
        help: undefinedTerm('tình huống bất thường', 'abnormal situations'),
      }),
    ],
    conditions: [
      yes('Q.VI.11.1', {
        vi: 'AI có khả năng tự động điều chỉnh hành trình, độ cao hoặc xử lý tình huống khẩn cấp không?',
        en: 'Can the AI itself adjust the route or altitude, or handle an emergency?',
      }),
      no('Q.VI.11.2', {
        vi: 'Để làm việc đó, hệ thống có yêu cầu phi công vừa can thiệp vừa xác nhận không?',
        en: 'To do so, does the system require the pilot both to intervene and to confirm?',
        help: {
          vi: 'Phải có cả can thiệp và xác nhận; thiếu một trong hai thì trả lời “không”.',
          en: 'Both are needed, intervention and confirmation; if either is missing, answer no.',
        },
      }),
    ],
    exclusions: [
      yes('Q.VI.11.x', {
        vi:
          'Có phải đây là hệ thống lái tự động (autopilot) thông thường đã được chứng nhận loại trước ngày ' +
          'Luật Hàng không dân dụng có hiệu lực không?',
        en: 'Is it an ordinary autopilot, type-certified before the Civil Aviation Law took effect?',
        help: CIVIL_AVIATION_LAW,
      }),
    ],
  }),
  row('VI.12', 'flight', {
    name: {
      vi: 'Cảnh báo và điều hướng tránh va chạm thế hệ mới trên tàu bay (CAS)',
      en: 'New-generation collision warning and avoidance on board (CAS)',
    },
    kind: {
      vi: 'Hệ thống thế hệ mới trên tàu bay, tự động cảnh báo va chạm và điều hướng tránh va chạm (CAS).',
      en: 'The system is a new-generation one on board that warns of collisions and steers clear of them (CAS).',
    },
    conditions: [
      yes('Q.VI.12.1', {
        vi: 'Hệ thống tránh va chạm (CAS) này có tích hợp AI không?',
        en: 'Does this collision avoidance system (CAS) have AI built in?',
      }),
      yes('Q.VI.12.2', {
        vi: 'Hệ thống có khả năng tự động điều khiển tàu bay né tránh không?',
        en: 'Can the system itself steer the aircraft out of the way?',
      }),
      no('Q.VI.12.3', {
        vi: 'Để tàu bay né tránh, hệ thống có yêu cầu phi công phải hành động không?',
        en: 'Does the evasive manoeuvre require an action by the pilot?',
      }),
    ],
    exclusions: [
      yes('Q.VI.12.x', {
        vi:
          'Có phải đây là hệ thống TCAS/ACAS truyền thống đã có chứng nhận loại trước ngày ' +
          'Luật Hàng không dân dụng Việt Nam có hiệu lực không?',
        en: 'Is it a traditional TCAS/ACAS, type-certified before the Civil Aviation Law of Vietnam took effect?',
        help: CIVIL_AVIATION_LAW,
      }),
    ],
  }),
  row('VI.13', 'flight', {
    name: { vi: 'Dự báo và xử lý tình huống khẩn nguy bay', en: 'Predicting and handling emergencies in flight' },
    kind: {
      vi: 'Hệ thống dự báo và xử lý tình huống khẩn nguy trong khi bay.',
      en: 'The system predicts and handles emergencies in flight.',
    },
    conditions: [
      yes('Q.VI.13.1', {
        vi: 'Hệ thống có tự động đề xuất hoặc thực thi quyết định chuyển hướng, hạ cánh khẩn cấp không?',
        en: 'Does the system itself propose or execute a diversion or an emergency landing?',
      }),
      no('Q.VI.13.2', {
        vi: 'Phi công hoặc kiểm soát viên không lưu có xác nhận quyết định đó trước khi thực hiện không?',
        en: 'Does the pilot or the air traffic controller confirm that decision before it is carried out?',
        help: EITHER_PERSON,
      }),
    ],
  }),
  row('VI.14', 'air-traffic', {
    name: {
      vi: 'Dự báo thời tiết hàng không, tự động đóng đường cất hạ cánh hoặc hủy chuyến bay',
      en: 'Aviation weather forecasting with power to close a runway or cancel flights',
    },
    kind: {
      vi: 'Hệ thống dự báo thời tiết hàng không có chức năng tự động phát lệnh đóng đường cất hạ cánh hoặc hủy chuyến.',
      en: 'The system forecasts aviation weather and has a function that orders a runway closed or flights cancelled.',
    },
    conditions: [
      yes('Q.VI.14.1', {
        vi: 'Hệ thống có tự động ra quyết định đóng đường cất hạ cánh, hủy hoặc trì hoãn chuyến bay không?',
        en: 'Does the system itself decide to close a runway, or to cancel or delay flights?',
      }),
      no('Q.VI.14.2', {
        vi: 'Trước khi thực hiện, quyết định đó có được cơ quan khí tượng hàng không có thẩm quyền phê duyệt không?',
        en: 'Does the competent aviation meteorological authority approve that decision before it is carried out?',
      }),
    ],
  }),
  row('VI.15', 'airfield', {
    name: {
      vi: 'Điều hành tàu bay trên mặt đất tại sân bay (A-SMGCS cấp 3-4)',
      en: 'Guidance of aircraft on the ground (A-SMGCS level 3–4)',
    },
    kind: {
      vi: 'Hệ thống điều hành tàu bay di chuyển trên mặt đất tại sân bay (A-SMGCS cấp 3 hoặc cấp 4).',
      en: 'The system directs the movement of aircraft on the ground at an airport (A-SMGCS level 3 or 4).',
    },
    conditions: [
      yes('Q.VI.15.1', {
        vi:
          'Trong khu bay, hệ thống có tự động cấp phép lăn, phân bổ đường lăn ' +
          'hoặc điều phối vị trí đỗ tàu bay không?',
        en: 'In the airfield, does the system itself clear taxiing, allot taxiways or coordinate aircraft stands?',
      }),
      no('Q.VI.15.2', {
        vi: 'Kiểm soát viên mặt đất có xác nhận các quyết định đó trước khi thực hiện không?',
        en: 'Does the ground controller confirm these decisions before they are carried out?',
      }),
    ],
  }),
  row('VI.16', 'airfield', {
    name: { vi: 'Phân bổ vị trí đỗ và cổng ra tàu bay tự động', en: 'Automatic stand and gate allocation' },
    kind: {
      vi: 'Hệ thống tự động phân bổ vị trí đỗ tàu bay, cổng ra tàu bay.',
      en: 'The system allocates aircraft stands and gates automatically.',
    },
    conditions: [
      yes('Q.VI.16.1', {
        vi: 'Hệ thống có tự động quyết định phân bổ vị trí đỗ hoặc cổng ra tàu bay không?',
        en: 'Does the system itself decide which stand or gate is allocated?',
      }),
      yes('Q.VI.16.2', {
        vi: 'Việc phân bổ đó có diễn ra trong điều kiện khai thác thực tế không?',
        en: 'Does this happen in live operation?',
      }),
      no('Q.VI.16.3', {
        vi: 'Nhân viên điều hành cảng có phê duyệt việc phân bổ trước khi thực hiện không?',
        en: 'Do the airport operations staff approve the allocation before it is carried out?',
      }),
    ],
  }),
  row('VI.17', 'airfield', {
    name: { vi: 'Điều khiển phương tiện tự hành trong khu bay', en: 'Autonomous vehicles in the airfield' },
    kind: {
      vi:
        'Hệ thống điều khiển phương tiện tự hành trong khu bay, ' +
        'như xe dẫn đường, xe nạp hành lý, xe tiếp nhiên liệu.',
      en: 'The system drives autonomous vehicles airside, such as follow-me cars, baggage loaders or fuel trucks.',
    },
    conditions: [
      yes('Q.VI.17.1', {
        vi: 'Hệ thống có điều khiển phương tiện vận hành tự động trong khu bay (airside) không?',
        en: 'Does the system control vehicles that run automatically airside?',
      }),
      yes('Q.VI.17.2', {
        vi: 'Phương tiện đó có nguy cơ gây va chạm với tàu bay hoặc hạ tầng sân bay không?',
        en: 'Is there a risk that these vehicles hit aircraft or airport infrastructure?',
        help: undefinedTerm('nguy cơ gây va chạm', 'risk of collision'),
      }),
      no('Q.VI.17.3', {
        vi: 'Người điều khiển có trực tiếp giám sát phương tiện trong khi phương tiện vận hành không?',
        en: 'Does the operator directly supervise the vehicles while they run?',
      }),
    ],
  }),
  row('VI.18', 'air-traffic', {
    name: {
      vi: 'Điều khiển drone/UAV được cấp phép trong không phận kiểm soát sân bay (U-Space/UTM)',
      en: 'Licensed drones in controlled airspace (U-Space/UTM)',
    },
    kind: {
      vi: 'Hệ thống điều khiển thiết bị bay không người lái (UAV) được cấp phép trong không phận kiểm soát sân bay.',
      en: 'The system steers licensed drones (UAVs) in the controlled airspace of an airport.',
    },
    conditions: [
      yes('Q.VI.18.1', {
        vi: 'Hệ thống có tự động điều hướng UAV được cấp phép hoạt động không?',
        en: 'Does the system itself steer a UAV that is licensed to operate?',
      }),
      yes('Q.VI.18.2', {
        vi: 'UAV có hoạt động trong vùng kiểm soát không lưu sân bay hoặc gần đường cất hạ cánh không?',
        en: 'Does the UAV fly in the airport’s air traffic control zone or near the runway?',
        help: undefinedTerm('gần đường cất hạ cánh', 'near the runway'),
      }),
      no('Q.VI.18.3', {
        vi: 'Cơ quan kiểm soát không lưu có trực tiếp giám sát hoạt động đó không?',
        en: 'Does the air traffic control body directly supervise the flight?',
      }),
    ],
    exclusions: [
      yes('Q.VI.18.x', {
        vi: 'Có phải đây là hệ thống chống UAV xâm phạm trái phép không?',
        en: 'Is it a system against UAVs that intrude unlawfully?',
        help: {
          vi: 'Hệ thống chống UAV xâm phạm được xem xét tại mục VI.24.',
          en: 'Systems against intruding UAVs are looked at under entry VI.24.',
        },
      }),
    ],
  }),
]
