import { type Text, text } from '../../base/text.ts'

/** Pages of administrators: units and officers. */
export const U = {
  units: text('Đơn vị và cán bộ', 'Units and officers'),
  unitsText: text(
    'Quyền của cán bộ do loại đơn vị và vai trò quyết định. Mọi thay đổi đều được ghi lại.',
    'An officer’s rights are the kind of unit and the role together. Every change is recorded.',
  ),
  unit: text('Đơn vị', 'Unit'),
  kind: text('Loại', 'Kind'),
  code: text('Mã', 'Code'),
  create: text('Thêm đơn vị', 'Add a unit'),
  createDo: text('Thêm đơn vị', 'Add the unit'),
  officers: text('Cán bộ', 'Officers'),
  officersNone: text('Đơn vị chưa có cán bộ nào.', 'The unit has no officers yet.'),
  officer: text('Cán bộ', 'Officer'),
  email: text('Thư điện tử', 'Email'),
  role: text('Vai trò', 'Role'),
  factor: text('Bước xác thực thứ hai', 'Second step'),
  factorOn: text('Đã bật', 'On'),
  factorOff: text('Chưa bật', 'Off'),
  invite: text('Mời cán bộ', 'Invite an officer'),
  inviteDo: text('Gửi lời mời', 'Send the invitation'),
  manage: text('Quản lý', 'Manage'),
  since: text('Từ', 'Since'),
  remove: text('Cho thôi vai trò', 'End the role'),
  removeText: text(
    'Người này không còn quyền cán bộ và phải đăng nhập lại. Tài khoản cá nhân vẫn còn.',
    'They lose their rights as an officer and must sign in again. Their personal account stays.',
  ),
  reset: text('Đặt lại bước xác thực thứ hai', 'Reset the second step'),
  resetText: text(
    'Dùng khi cán bộ mất điện thoại. Hãy chắc chắn đúng người trước khi đặt lại.',
    'For a lost telephone. Be sure it is the right person before you reset.',
  ),
  desks: text('Phân công đơn vị phụ trách', 'Units in charge'),
  desksText: text(
    'Nghị định giao việc cho từng cơ quan; ở đây bạn chọn đơn vị trực tiếp phụ trách. Hồ sơ mới được chuyển đến đơn vị đã chọn. Mọi thay đổi đều được ghi lại.',
    'The decree gives each body its work; here you choose the unit that does it. New cases go to the unit you choose. Every change is recorded.',
  ),
  desksDo: text('Lưu phân công', 'Save who is in charge'),
  desksSaved: text('Đã lưu phân công.', 'Who is in charge has been saved.'),
} as const satisfies Record<string, Text>
