import type { Text } from '../../base/text.ts'

const t = (vi: string, en: string): Text => ({ vi, en })

/** Pages of administrators: units and officers. */
export const U = {
  units: t('Đơn vị và cán bộ', 'Units and officers'),
  unitsText: t(
    'Quyền của cán bộ do loại đơn vị và vai trò quyết định. Mọi thay đổi đều được ghi lại.',
    'An officer’s rights are the kind of unit and the role together. Every change is recorded.',
  ),
  unit: t('Đơn vị', 'Unit'),
  kind: t('Loại', 'Kind'),
  code: t('Mã', 'Code'),
  create: t('Thêm đơn vị', 'Add a unit'),
  createDo: t('Thêm đơn vị', 'Add the unit'),
  officers: t('Cán bộ', 'Officers'),
  officersNone: t('Đơn vị chưa có cán bộ nào.', 'The unit has no officers yet.'),
  officer: t('Cán bộ', 'Officer'),
  email: t('Thư điện tử', 'Email'),
  role: t('Vai trò', 'Role'),
  factor: t('Bước xác thực thứ hai', 'Second step'),
  factorOn: t('Đã bật', 'On'),
  factorOff: t('Chưa bật', 'Off'),
  invite: t('Mời cán bộ', 'Invite an officer'),
  inviteDo: t('Gửi lời mời', 'Send the invitation'),
  manage: t('Quản lý', 'Manage'),
  since: t('Từ', 'Since'),
  remove: t('Cho thôi vai trò', 'End the role'),
  removeText: t(
    'Người này không còn quyền cán bộ và phải đăng nhập lại. Tài khoản cá nhân vẫn còn.',
    'They lose their rights as an officer and must sign in again. Their personal account stays.',
  ),
  reset: t('Đặt lại bước xác thực thứ hai', 'Reset the second step'),
  resetText: t(
    'Dùng khi cán bộ mất điện thoại. Hãy chắc chắn đúng người trước khi đặt lại.',
    'For a lost telephone. Be sure it is the right person before you reset.',
  ),
  desks: t('Phân công đơn vị phụ trách', 'Units in charge'),
  desksText: t(
    'Nghị định giao việc cho từng cơ quan; ở đây bạn chọn đơn vị trực tiếp phụ trách. Hồ sơ mới được chuyển đến đơn vị đã chọn. Mọi thay đổi đều được ghi lại.',
    'The decree gives each body its work; here you choose the unit that does it. New cases go to the unit you choose. Every change is recorded.',
  ),
  desksDo: t('Lưu phân công', 'Save who is in charge'),
  desksSaved: t('Đã lưu phân công.', 'Who is in charge has been saved.'),
} as const satisfies Record<string, Text>
