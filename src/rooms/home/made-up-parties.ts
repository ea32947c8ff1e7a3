import type { PartyRole, UnitKind, UnitRole } from '../../base/actor.ts'
import type { Lang } from '../../base/text.ts'
import type { PartyDetails, UnitDetails } from '../parties/schema.ts'
import { TOURS } from './schema.ts'

// Nobody here exists: names, places and addresses are made up, and `.example` belongs to no one (RFC 2606).

const plainParty = { code: null, country: 'VN', contactPoint: null, presence: null, representative: null }

export const PARTIES = {
  benTrang: {
    ...plainParty,
    kind: 'organisation',
    name: 'Hợp tác xã tín dụng Bến Trăng',
    address: 'Số 7 đường Lá Tre, xã Bến Trăng, tỉnh Đồng Mây',
    contact: 'lienhe@bentrang.example',
    code: 'BT-000107',
    representative: 'Đặng Thị Mai, giám đốc',
    stateBody: false,
  },
  baNhanh: {
    ...plainParty,
    kind: 'organisation',
    name: 'Trường dạy lái thuyền Ba Nhánh',
    address: 'Bến số 3, sông Ba Nhánh, xã Cồn Sậy, tỉnh Đồng Mây',
    contact: 'vanphong@banhanh.example',
    code: 'BN-000233',
    stateBody: false,
  },
  saoMai: {
    ...plainParty,
    kind: 'individual',
    name: 'Lê Thị Sao Mai',
    address: 'Ngõ Hoa Gạo, phường Cầu Mây, tỉnh Đồng Mây',
    contact: 'chao@saomai.example',
    stateBody: false,
  },
  tarnHeron: {
    ...plainParty,
    kind: 'organisation',
    name: 'Tarn & Heron Instruments ApS',
    address: 'Reed Quay 12, Tarnby Havn, Denmark',
    contact: 'vietnam-desk@tarnheron.example',
    country: 'DK',
    contactPoint: 'Văn phòng liên lạc Tarn & Heron, số 2 phố Bến Cau, phường Cầu Mây, tỉnh Đồng Mây',
    representative: 'Nguyễn Hạc Đình, đại diện được ủy quyền tại Việt Nam',
    stateBody: false,
  },
  songNgan: {
    ...plainParty,
    kind: 'organisation',
    name: 'Ban Quản lý bến thủy Sông Ngân',
    address: 'Số 1 đường Bờ Kè, phường Sông Ngân, tỉnh Đồng Mây',
    contact: 'motcua@benthuysongngan.example',
    stateBody: true,
  },
  muaNgau: {
    ...plainParty,
    kind: 'organisation',
    name: 'Thư viện cho mượn ô Mưa Ngâu',
    address: 'Số 16 phố Hiên Dài, phường Cầu Mây, tỉnh Đồng Mây',
    contact: 'thuthu@muangau.example',
    stateBody: false,
  },
  doiSim: {
    ...plainParty,
    kind: 'organisation',
    name: 'Trạm y tế xã Đồi Sim',
    address: 'Thôn Thượng, xã Đồi Sim, tỉnh Đồng Mây',
    contact: 'tramyte@doisim.example',
    stateBody: true,
  },
} as const satisfies Record<string, PartyDetails>
export type PartyName = keyof typeof PARTIES

export const UNITS = {
  most: {
    kind: 'most',
    code: 'MOST',
    nameVi: 'Đơn vị tiếp nhận (Bộ Khoa học và Công nghệ)',
    nameEn: 'Receiving unit (Ministry of Science and Technology)',
  },
  police: {
    kind: 'police',
    code: 'MPS',
    nameVi: 'Đơn vị an ninh mạng (Bộ Công an)',
    nameEn: 'Cybersecurity unit (Ministry of Public Security)',
  },
  ministry: {
    kind: 'ministry',
    code: 'MIN-01',
    nameVi: 'Đơn vị chuyên ngành (bộ quản lý ngành)',
    nameEn: 'Sector unit (a line ministry)',
  },
  province: {
    kind: 'province',
    code: 'DONG-MAY',
    nameVi: 'Đơn vị khoa học và công nghệ tỉnh Đồng Mây',
    nameEn: 'Science and technology unit of Đồng Mây province',
  },
} as const satisfies Record<UnitKind, UnitDetails>

interface Made {
  /** What the account is for, as the start of the portal prints it. */
  readonly role: string
  readonly email: string
  readonly name: string
  readonly lang: Lang
}
interface MadeMember extends Made {
  readonly party: PartyName
  readonly as: PartyRole
}
interface MadeOfficer extends Made {
  readonly unit: UnitKind
  readonly as: UnitRole
}

const member = (
  role: string,
  party: PartyName,
  as: PartyRole,
  email: string,
  name: string,
  lang: Lang = 'vi',
): MadeMember => ({ role, party, as, email, name, lang })
const officer = (role: string, unit: UnitKind, as: UnitRole, email: string, name: string): MadeOfficer => ({
  role,
  unit,
  as,
  email,
  name,
  lang: 'vi',
})

/** The first member of each organisation is the one who founds it here and acts for it in the story. */
export const MEMBERS: readonly MadeMember[] = [
  member('provider', 'benTrang', 'owner', TOURS.provider.email, 'Đặng Thị Mai'),
  member('provider-filer', 'benTrang', 'filer', 'loc@bentrang.example', 'Hồ Văn Lộc'),
  member('provider-viewer', 'benTrang', 'viewer', 'kiem-soat@bentrang.example', 'Tô Thị Ngần'),
  member('provider-school', 'baNhanh', 'owner', 'thuyen-truong@banhanh.example', 'Phan Văn Lái'),
  member('provider-individual', 'saoMai', 'owner', 'chao@saomai.example', 'Lê Thị Sao Mai'),
  member('provider-foreign', 'tarnHeron', 'owner', 'ingrid@tarnheron.example', 'Ingrid Holm', 'en'),
  member('provider-state-body', 'songNgan', 'owner', 'mot-cua@benthuysongngan.example', 'Vũ Thị Ngân'),
  member('deployer-library', 'muaNgau', 'owner', 'thuthu@muangau.example', 'Trịnh Văn Ngâu'),
  member('deployer-clinic', 'doiSim', 'owner', 'tramyte@doisim.example', 'Nông Thị Sim'),
]

export const OFFICERS: readonly MadeOfficer[] = [
  officer('officer', 'most', 'officer', TOURS.officer.email, 'Bùi Thị Tiếp'),
  officer('chief', 'most', 'chief', 'duyen@donvitiepnhan.example', 'Cao Văn Duyên'),
  officer('administrator', 'most', 'administrator', 'quan-tri@donvitiepnhan.example', 'Lương Thị Quản'),
  officer('officer-police', 'police', 'officer', 'an@donvianninh.example', 'Mạc Văn An'),
  officer('officer-ministry', 'ministry', 'officer', 'nganh@donvichuyennganh.example', 'Thạch Thị Ngành'),
  officer('officer-province', 'province', 'officer', 'tinh@dongmay.example', 'Quách Văn Tỉnh'),
  officer('chief-province', 'province', 'chief', 'dau@dongmay.example', 'Đinh Thị Đầu'),
]
