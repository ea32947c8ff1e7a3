import type { Text } from '../base/text.ts'
import type { Cite } from './cite.ts'
import type { Sector, TransportGroup } from './highrisk/entry.ts'

/** The list has entries for banking only, but the transition of Law art. 35.1 speaks of finance as a whole. */
export type MenuSector = Sector | 'finance'

export interface MenuItem<V extends string> {
  readonly value: V
  readonly label: Text
  readonly help?: Text
}

export interface SectorMenu {
  readonly ask: Text
  readonly help: Text
  readonly cite: Cite
  readonly items: readonly MenuItem<MenuSector>[]
  readonly groupsAsk: Text
  readonly groups: readonly MenuItem<TransportGroup>[]
  readonly kindsAsk: Text
  readonly kindsHelp: Text
  readonly none: Text
}

/** The menus that lead to the entries of Decision 33/2026. Grouping of transport is ours. */
export const SECTOR_MENU: SectorMenu = {
  ask: { vi: 'Hệ thống được sử dụng trong lĩnh vực nào?', en: 'In which fields is the system used?' },
  help: {
    vi: 'Chọn mọi lĩnh vực liên quan. Danh mục hệ thống rủi ro cao chỉ gồm các lĩnh vực này.',
    en: 'Choose all that apply. The list of high-risk systems covers only these fields.',
  },
  cite: 'Q1',
  items: [
    {
      value: 'education',
      label: { vi: 'Giáo dục', en: 'Education' },
      help: {
        vi: 'Dạy, học, kiểm tra, đánh giá, quản lý người học',
        en: 'Teaching, learning, testing, managing learners',
      },
    },
    {
      value: 'ethnic-religion',
      label: { vi: 'Dân tộc và tôn giáo', en: 'Ethnic affairs and religion' },
      help: {
        vi: 'Chính sách dân tộc, đăng ký và quản lý nhà nước về tôn giáo',
        en: 'Ethnic policy, registration and state management of religion',
      },
    },
    {
      value: 'health',
      label: { vi: 'Y tế', en: 'Health' },
      help: { vi: 'Khám bệnh, chữa bệnh, phẫu thuật', en: 'Diagnosis, treatment, surgery' },
    },
    {
      value: 'banking',
      label: { vi: 'Ngân hàng', en: 'Banking' },
      help: { vi: 'Giao dịch, cấp tín dụng', en: 'Transactions, credit' },
    },
    {
      value: 'finance',
      label: { vi: 'Tài chính ngoài ngân hàng', en: 'Finance other than banking' },
      help: {
        vi: 'Bảo hiểm, chứng khoán, tài chính khác; chỉ ảnh hưởng đến thời hạn chuyển tiếp',
        en: 'Insurance, securities and so on; matters only for the transition date',
      },
    },
    {
      value: 'litigation',
      label: { vi: 'Tố tụng', en: 'Litigation' },
      help: { vi: 'Giải quyết vụ việc tại tòa án', en: 'Settling cases in court' },
    },
    {
      value: 'transport',
      label: { vi: 'Giao thông vận tải', en: 'Transport' },
      help: {
        vi: 'Phương tiện, công trình, hàng không, quản lý nhà nước ngành xây dựng',
        en: 'Vehicles, works, aviation, state management of construction',
      },
    },
  ],
  groupsAsk: {
    vi: 'Hệ thống thuộc nhóm nào trong lĩnh vực giao thông vận tải?',
    en: 'Which part of transport is it about?',
  },
  groups: [
    {
      value: 'road-rail',
      label: { vi: 'Phương tiện tự hành, tín hiệu và điều độ', en: 'Self-driving vehicles, signals and dispatch' },
    },
    {
      value: 'works',
      label: { vi: 'Công trình giao thông và hạ tầng kỹ thuật', en: 'Transport works and technical infrastructure' },
    },
    {
      value: 'state-management',
      label: {
        vi: 'Thủ tục hành chính, phát hiện và xử lý vi phạm',
        en: 'Administrative files, detecting and handling violations',
      },
    },
    {
      value: 'air-traffic',
      label: { vi: 'Quản lý, điều hành bay', en: 'Air traffic management and control' },
    },
    {
      value: 'flight',
      label: {
        vi: 'Tàu bay: lái, tránh va chạm, khẩn nguy, bảo dưỡng, nhiên liệu',
        en: 'Aircraft: piloting, collision avoidance, emergency, maintenance, fuel',
      },
    },
    {
      value: 'airfield',
      label: {
        vi: 'Khu bay: lăn, vị trí đỗ, xe tự hành, thiết bị bay không người lái, vật thể lạ',
        en: 'Airfield: taxiing, stands, driverless vehicles, drones, foreign objects',
      },
    },
    {
      value: 'aviation-security',
      label: { vi: 'An ninh hàng không', en: 'Aviation security' },
    },
    {
      value: 'airport-infrastructure',
      label: {
        vi: 'Hạ tầng cảng hàng không: điện, đèn, thiết bị hạ cánh, tĩnh không',
        en: 'Airport infrastructure: power, lights, landing aids, obstacle clearance',
      },
    },
  ],
  kindsAsk: { vi: 'Hệ thống của bạn có phải là loại nào dưới đây không?', en: 'Is your system any of these kinds?' },
  kindsHelp: {
    vi: 'Chọn mọi loại đúng với hệ thống; các câu tiếp theo sẽ làm rõ. Nếu phân vân, hãy chọn để được hỏi thêm.',
    en: 'Choose every kind that fits; the next questions make it precise. If in doubt, choose it and be asked more.',
  },
  none: { vi: 'Không thuộc trường hợp nào', en: 'None of these' },
}
