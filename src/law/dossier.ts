import { type Day, day } from '../base/day.ts'
import type { Text } from '../base/text.ts'
import type { Cite, Confidence } from './cite.ts'

export type DossierPart = 'identification' | 'description' | 'data' | 'risk'
export type DossierKey =
  | 'name'
  | 'version'
  | 'internalCode'
  | 'providerName'
  | 'providerAddress'
  | 'providerContact'
  | 'purpose'
  | 'functions'
  | 'architecture'
  | 'scope'
  | 'users'
  | 'affected'
  | 'inputData'
  | 'riskMeasures'
  | 'safetyMeasures'
  | 'transparencyMeasures'

export interface DossierField {
  readonly key: DossierKey
  readonly part: DossierPart
  readonly label: Text
  readonly hint: Text
  readonly kind: 'text' | 'long' | 'list' | 'contact'
  readonly max: number
  readonly cite: Cite
  /** Shown in the public register? Where the law names no public field, only what a reader needs (our choice). */
  readonly public: boolean
}

export interface DossierAttachment {
  readonly id: 'model-card' | 'system-card' | 'dpia'
  readonly label: Text
  readonly parts: readonly DossierPart[]
  readonly cite: Cite
}

export interface Dossier {
  readonly cite: Cite
  readonly from: Day
  readonly confidence: Confidence
  readonly parts: readonly { readonly id: DossierPart; readonly label: Text; readonly cite: Cite }[]
  readonly fields: readonly DossierField[]
  readonly warning: Text
  readonly warningCite: Cite
  readonly thirdParty: Text
  readonly thirdPartyCite: Cite
  readonly attachments: readonly DossierAttachment[]
}

const part = (id: DossierPart, cite: Cite, vi: string, en: string) => ({ id, cite, label: { vi, en } })

/** Shown beside every field of the dossier and before every upload (Decree 142 art. 12.4). */
export const DOSSIER_WARNING: Text = {
  vi: 'Không đưa vào hồ sơ mã nguồn, tham số mô hình, thuật toán chi tiết, dữ liệu huấn luyện thô, bí mật kinh doanh hay bí mật nhà nước.',
  en: 'Do not put source code, model parameters, detailed algorithms, raw training data, business secrets or state secrets into the dossier.',
}

/** The classification dossier of Decree 142 art. 12: four parts, and nothing a notice may be asked beyond them. */
export const DOSSIER: Dossier = {
  cite: 'N12',
  from: day('2026-05-01'),
  confidence: 'A',
  parts: [
    part(
      'identification',
      'N12.2.a',
      'Thông tin nhận diện hệ thống và nhà cung cấp',
      'Identification of the system and its provider',
    ),
    part('description', 'N12.2.b', 'Mô tả hệ thống và bối cảnh triển khai', 'Description and context of deployment'),
    part('data', 'N12.2.c', 'Dữ liệu đầu vào', 'Input data'),
    part('risk', 'N12.2.d', 'Biện pháp quản lý rủi ro', 'Risk-management measures'),
  ],
  fields: [
    {
      key: 'name',
      part: 'identification',
      label: { vi: 'Tên hệ thống', en: 'Name of the system' },
      hint: { vi: 'Tên người sử dụng nhìn thấy.', en: 'The name users see.' },
      kind: 'text',
      max: 200,
      cite: 'N12.2.a',
      public: true,
    },
    {
      key: 'version',
      part: 'identification',
      label: { vi: 'Phiên bản', en: 'Version' },
      hint: { vi: 'Phiên bản được phân loại, ví dụ 2.1.', en: 'The version that was classified, such as 2.1.' },
      kind: 'text',
      max: 60,
      cite: 'N12.2.a',
      public: true,
    },
    {
      key: 'internalCode',
      part: 'identification',
      label: {
        vi: 'Mã nội bộ hoặc mã định danh do cơ quan nhà nước cấp',
        en: 'Internal code or identifier issued by the State',
      },
      hint: { vi: 'Một trong hai là đủ.', en: 'Either one is enough.' },
      kind: 'text',
      max: 60,
      cite: 'N12.2.a',
      public: false,
    },
    {
      key: 'providerName',
      part: 'identification',
      label: { vi: 'Tên nhà cung cấp', en: 'Name of the provider' },
      hint: {
        vi: 'Tổ chức, cá nhân đưa hệ thống ra thị trường hoặc đưa vào sử dụng dưới tên của mình.',
        en: 'Whoever places the system on the market or puts it into use under their own name.',
      },
      kind: 'text',
      max: 200,
      cite: 'N12.2.a',
      public: true,
    },
    {
      key: 'providerAddress',
      part: 'identification',
      label: { vi: 'Địa chỉ nhà cung cấp', en: 'Address of the provider' },
      hint: {
        vi: 'Trụ sở chính; nhà cung cấp nước ngoài ghi thêm địa chỉ tại Việt Nam nếu có.',
        en: 'The head office; a foreign provider adds an address in Vietnam if there is one.',
      },
      kind: 'text',
      max: 300,
      cite: 'N12.2.a',
      public: false,
    },
    {
      key: 'providerContact',
      part: 'identification',
      label: { vi: 'Thông tin liên hệ của nhà cung cấp', en: 'Contact of the provider' },
      hint: {
        vi: 'Thư điện tử và số điện thoại của bộ phận phụ trách.',
        en: 'E-mail and telephone of the unit in charge.',
      },
      kind: 'contact',
      max: 200,
      cite: 'N12.2.a',
      public: false,
    },
    {
      key: 'purpose',
      part: 'description',
      label: { vi: 'Mục đích sử dụng', en: 'Purpose of use' },
      hint: {
        vi: 'Hệ thống giúp ai làm việc gì, trong hai hoặc ba câu.',
        en: 'Whom it helps to do what, in two or three sentences.',
      },
      kind: 'long',
      max: 4000,
      cite: 'N12.2.b',
      public: true,
    },
    {
      key: 'functions',
      part: 'description',
      label: { vi: 'Chức năng chính', en: 'Main functions' },
      hint: { vi: 'Mỗi dòng một chức năng.', en: 'One function a line.' },
      kind: 'list',
      max: 4000,
      cite: 'N12.2.b',
      public: true,
    },
    {
      key: 'architecture',
      part: 'description',
      label: { vi: 'Kiến trúc ở mức chức năng, nghiệp vụ', en: 'Architecture at functional or business level' },
      hint: {
        vi: 'Các khối chính và luồng xử lý; không cần mã nguồn, tham số hay thuật toán chi tiết.',
        en: 'Main blocks and flow; no source code, parameters or detailed algorithms.',
      },
      kind: 'long',
      max: 8000,
      cite: 'N12.2.b',
      public: false,
    },
    {
      key: 'scope',
      part: 'description',
      label: { vi: 'Phạm vi triển khai', en: 'Scope of deployment' },
      hint: {
        vi: 'Địa bàn, lĩnh vực, kênh cung cấp và quy mô dự kiến.',
        en: 'Area, sector, channels and expected scale.',
      },
      kind: 'long',
      max: 4000,
      cite: 'N12.2.b',
      public: true,
    },
    {
      key: 'users',
      part: 'description',
      label: { vi: 'Nhóm người sử dụng', en: 'User groups' },
      hint: {
        vi: 'Mỗi dòng một nhóm trực tiếp dùng hệ thống hoặc kết quả của hệ thống.',
        en: 'One group a line that uses the system or its output.',
      },
      kind: 'list',
      max: 2000,
      cite: 'N12.2.b',
      public: true,
    },
    {
      key: 'affected',
      part: 'description',
      label: { vi: 'Người bị ảnh hưởng', en: 'Affected persons' },
      hint: {
        vi: 'Những người có quyền, lợi ích chịu tác động dù không dùng hệ thống; mỗi dòng một nhóm.',
        en: 'Those whose rights or interests are touched though they do not use it; one group a line.',
      },
      kind: 'list',
      max: 2000,
      cite: 'N12.2.b',
      public: true,
    },
    {
      key: 'inputData',
      part: 'data',
      label: { vi: 'Các loại dữ liệu đầu vào chính', en: 'Main types of input data' },
      hint: {
        vi: 'Mô tả chung từng loại, không kèm dữ liệu.',
        en: 'A general description of each type, without the data.',
      },
      kind: 'list',
      max: 4000,
      cite: 'N12.2.c',
      public: false,
    },
    {
      key: 'riskMeasures',
      part: 'risk',
      label: { vi: 'Tóm tắt biện pháp quản lý rủi ro', en: 'Summary of risk-management measures' },
      hint: {
        vi: 'Rủi ro nào đã được nhận diện và xử lý thế nào.',
        en: 'Which risks were found and how each is handled.',
      },
      kind: 'long',
      max: 6000,
      cite: 'N12.2.d',
      public: false,
    },
    {
      key: 'safetyMeasures',
      part: 'risk',
      label: { vi: 'Tóm tắt biện pháp bảo đảm an toàn', en: 'Summary of safety measures' },
      hint: {
        vi: 'Ví dụ: kiểm thử, giám sát, con người can thiệp và dừng hệ thống.',
        en: 'For instance testing, monitoring, people who intervene and stop it.',
      },
      kind: 'long',
      max: 6000,
      cite: 'N12.2.d',
      public: false,
    },
    {
      key: 'transparencyMeasures',
      part: 'risk',
      label: { vi: 'Tóm tắt biện pháp minh bạch', en: 'Summary of transparency measures' },
      hint: {
        vi: 'Người sử dụng biết mình đang dùng trí tuệ nhân tạo bằng cách nào.',
        en: 'How users learn that they are dealing with AI.',
      },
      kind: 'long',
      max: 6000,
      cite: 'N12.2.d',
      public: false,
    },
  ],
  warning: DOSSIER_WARNING,
  warningCite: 'N12.4',
  thirdParty: {
    vi: 'Nếu dùng nền tảng hoặc mô hình của bên thứ ba, chỉ cần cung cấp thông tin mà bạn tiếp cận được một cách hợp pháp.',
    en: 'Where you use a third party’s platform or model, give only what you can lawfully reach.',
  },
  thirdPartyCite: 'N12.3',
  attachments: [
    {
      id: 'model-card',
      label: { vi: 'Thẻ mô hình (Model Card)', en: 'Model card' },
      parts: ['description', 'data', 'risk'],
      cite: 'N12.5',
    },
    {
      id: 'system-card',
      label: { vi: 'Thẻ hệ thống (System Card)', en: 'System card' },
      parts: ['description', 'data', 'risk'],
      cite: 'N12.5',
    },
    {
      id: 'dpia',
      label: { vi: 'Hồ sơ đánh giá tác động xử lý dữ liệu cá nhân', en: 'Personal-data impact assessment (DPIA)' },
      parts: ['data', 'risk'],
      cite: 'N12.7',
    },
  ],
}
