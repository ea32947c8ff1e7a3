import type { PartyRole, Scope, UnitKind, UnitRole } from '../../base/actor.ts'
import { type Text, text } from '../../base/text.ts'
import type { Code, PartyKind } from './schema.ts'

export const SAYS: Record<Code, Text> = {
  'account.unknown': text('Không tìm thấy tài khoản này.', 'There is no such account.'),
  'account.wrong-password': text('Mật khẩu hiện tại không đúng.', 'The current password is not right.'),
  'account.last-owner': text(
    'Bạn là người chủ quản duy nhất của tổ chức nêu trên, và tổ chức không thể thiếu người đại diện trên Cổng. Hãy trao quyền chủ quản cho người khác, rồi xóa tài khoản.',
    'You are the only owner of an organisation, which cannot be left without anybody who acts for it. Hand it over to somebody else, then erase your account.',
  ),
  'account.seated': text(
    'Tài khoản đang giữ vai trò cán bộ trong một đơn vị. Hãy đề nghị quản trị viên gỡ vai trò đó trước.',
    'The account holds a seat in a unit of the State. Ask the administrator to remove it from the unit first.',
  ),
  'sign-in.mismatch': text('Thư điện tử và mật khẩu không khớp nhau.', 'Email and password do not match.'),
  'sign-in.code-wrong': text(
    'Mã không đúng hoặc đã dùng rồi. Hãy nhập mã đang hiện trên ứng dụng xác thực.',
    'The code is wrong or was used already. Enter the code your authenticator shows now.',
  ),
  'sign-in.code-late': text(
    'Đã quá 10 phút từ lúc nhập mật khẩu. Hãy đăng nhập lại từ đầu.',
    'More than 10 minutes have passed since the password. Sign in again from the start.',
  ),
  'sign-in.too-many': text(
    'Đã thử quá nhiều lần. Hãy đợi 15 phút rồi thử lại.',
    'Too many tries. Wait 15 minutes, then try again.',
  ),
  'link.spent': text(
    'Liên kết này đã được dùng hoặc đã hết hạn. Mỗi liên kết chỉ dùng được một lần; bạn có thể yêu cầu liên kết mới.',
    'This link was used or has run out. Each link works once; you can ask for a new one.',
  ),
  'second-factor.not-for-you': text('Không có trang này.', 'There is no such page.'),
  'second-factor.already': text('Tài khoản đã có bước xác thực thứ hai.', 'The account already has a second step.'),
  'second-factor.stale': text(
    'Trang này đã để quá lâu. Hãy mở lại trang và quét mã mới.',
    'This page has waited too long. Open it again and scan the new code.',
  ),
  'party.unknown': text('Không tìm thấy tổ chức, cá nhân này.', 'There is no such organisation or individual.'),
  'party.changed-meanwhile': text(
    'Có người vừa thay đổi thông tin này. Hãy mở lại trang để xem thông tin mới rồi sửa tiếp.',
    'Somebody changed this meanwhile. Open the page again to see what is new, then change it.',
  ),
  'party.not-your-part': text(
    'Chỉ người có vai trò chủ quản của tổ chức được làm việc này.',
    'Only an owner of the organisation may do this.',
  ),
  'member.unknown': text(
    'Không tìm thấy thành viên này trong tổ chức của bạn.',
    'Your organisation has no such member.',
  ),
  'member.already': text(
    'Người dùng thư điện tử này đã là thành viên.',
    'The person with this email is a member already.',
  ),
  'member.last-owner': text(
    'Tổ chức phải luôn có ít nhất một người chủ quản. Hãy giao lại vai trò này cho một thành viên khác trước.',
    'An organisation always needs an owner. Hand this role to another member first.',
  ),
  'invitation.unknown': text('Không tìm thấy lời mời này.', 'There is no such invitation.'),
  'invitation.too-many': text(
    'Đang có quá nhiều lời mời chưa được trả lời. Hãy rút bớt trước.',
    'Too many invitations are unanswered. Withdraw some first.',
  ),
  'invitation.other-address': text(
    'Lời mời này gửi tới một thư điện tử khác với tài khoản đang đăng nhập.',
    'This invitation went to another email than that of the account signed in.',
  ),
  'invitation.sign-in-first': text(
    'Thư điện tử này đã có tài khoản. Hãy đăng nhập rồi nhận lời mời.',
    'This email already has an account. Sign in, then accept the invitation.',
  ),
  'key.unknown': text('Không tìm thấy khóa API này.', 'There is no such API key.'),
  'key.too-many': text(
    'Một tổ chức có tối đa 20 khóa API đang dùng. Hãy thu hồi khóa không còn cần.',
    'An organisation has at most 20 API keys in use. Revoke one that is no longer needed.',
  ),
  'unit.unknown': text('Không tìm thấy đơn vị này.', 'There is no such unit.'),
  'unit.code-taken': text('Mã này đã dùng cho một đơn vị khác.', 'Another unit has this code.'),
  'desk.changed-meanwhile': text(
    'Có người vừa thay đổi việc phân công này. Hãy mở lại trang để xem phân công hiện tại.',
    'Somebody changed this assignment meanwhile. Open the page again to see who is in charge now.',
  ),
  'seat.unknown': text('Không tìm thấy cán bộ này trong đơn vị.', 'The unit has no such officer.'),
  'seat.already': text(
    'Người dùng thư điện tử này đã là cán bộ của đơn vị.',
    'The person with this email is an officer of the unit already.',
  ),
  'seat.elsewhere': text(
    'Tài khoản này đang là cán bộ của một đơn vị. Hãy đề nghị quản trị viên kết thúc vai trò cũ trước.',
    'This account is an officer of a unit. Ask an administrator to end that role first.',
  ),
  'seat.last-administrator': text(
    'Cổng phải luôn có ít nhất một quản trị viên.',
    'The portal always needs an administrator.',
  ),
  'evaluation.absent': text('Không có trang này.', 'There is no such page.'),
}

export const PARTY_ROLE: Record<PartyRole, { readonly label: Text; readonly hint: Text }> = {
  owner: {
    label: text('Chủ quản', 'Owner'),
    hint: text(
      'Lập và gửi hồ sơ, mời thành viên, tạo khóa API, sửa thông tin tổ chức',
      'Files, invites members, makes API keys, changes the organisation’s details',
    ),
  },
  filer: {
    label: text('Người lập hồ sơ', 'Filer'),
    hint: text('Lập và gửi hồ sơ thay mặt tổ chức', 'Prepares and sends files for the organisation'),
  },
  viewer: { label: text('Người xem', 'Viewer'), hint: text('Chỉ xem, không thay đổi', 'Reads and changes nothing') },
}

export const PARTY_KIND: Record<PartyKind, { readonly label: Text; readonly hint: Text }> = {
  organisation: {
    label: text('Tổ chức', 'Organisation'),
    hint: text('Doanh nghiệp, cơ quan, đơn vị, hiệp hội', 'A company, public body, institute or association'),
  },
  individual: {
    label: text('Cá nhân', 'Individual'),
    hint: text('Bạn hoạt động dưới tên của mình', 'You act under your own name'),
  },
}

export const SCOPE: Record<Scope, Text> = {
  'notices:write': text('Gửi thông báo (notices:write)', 'Send notices (notices:write)'),
  'systems:read': text(
    'Đọc hồ sơ hệ thống của tổ chức (systems:read)',
    'Read the organisation’s systems (systems:read)',
  ),
  'systems:write': text('Cập nhật hồ sơ hệ thống (systems:write)', 'Update systems (systems:write)'),
  'cases:read': text('Đọc hồ sơ thủ tục của tổ chức (cases:read)', 'Read the organisation’s cases (cases:read)'),
  'cases:write': text(
    'Lập, bổ sung và gửi hồ sơ thủ tục (cases:write)',
    'Prepare, supplement and send cases (cases:write)',
  ),
  'marks:write': text('Ký đánh dấu nội dung (marks:write)', 'Sign marks on content (marks:write)'),
}

export const UNIT_KIND: Record<UnitKind, Text> = {
  most: text('Bộ Khoa học và Công nghệ', 'Ministry of Science and Technology'),
  police: text('Bộ Công an', 'Ministry of Public Security'),
  ministry: text('Bộ, cơ quan ngang bộ', 'Ministry or ministerial-level agency'),
  province: text('Ủy ban nhân dân cấp tỉnh', 'Provincial people’s committee'),
}

export const UNIT_ROLE: Record<UnitRole, { readonly label: Text; readonly hint: Text }> = {
  officer: {
    label: text('Cán bộ', 'Officer'),
    hint: text('Xem hồ sơ đã khai để kiểm tra sau', 'Reads declared files for later checks'),
  },
  chief: {
    label: text('Lãnh đạo đơn vị', 'Chief'),
    hint: text('Xem hồ sơ đã khai của đơn vị phụ trách', 'Reads declared files for the unit'),
  },
  administrator: {
    label: text('Quản trị viên', 'Administrator'),
    hint: text('Mời và cho thôi cán bộ, không xử lý hồ sơ', 'Invites and removes officers; handles no files'),
  },
}

/** A field in words: what it asks, and what to do when it was left empty or does not fit. */
export interface FieldWords {
  readonly label: Text
  readonly hint?: Text
  readonly missing: Text
  readonly wrong: Text
}
const tooLong = (vi: string, en: string): Text => text(`${vi} quá dài`, `${en} is too long`)

export const ACCOUNT_FIELDS = {
  name: {
    label: text('Họ và tên', 'Full name'),
    missing: text('Nhập họ và tên của bạn', 'Enter your full name'),
    wrong: tooLong('Họ và tên', 'The name'),
  },
  email: {
    label: text('Thư điện tử', 'Email'),
    missing: text('Nhập thư điện tử', 'Enter an email address'),
    wrong: text(
      'Nhập thư điện tử đúng dạng, ví dụ ten@example.vn',
      'Enter an email address in the right form, such as name@example.vn',
    ),
  },
  password: {
    label: text('Mật khẩu', 'Password'),
    missing: text('Nhập mật khẩu', 'Enter a password'),
    wrong: text('Mật khẩu cần từ 10 đến 200 ký tự', 'The password needs 10 to 200 characters'),
  },
  current: {
    label: text('Mật khẩu hiện tại', 'Current password'),
    missing: text('Nhập mật khẩu hiện tại', 'Enter the current password'),
    wrong: text('Mật khẩu hiện tại không đúng', 'The current password is not right'),
  },
  lang: {
    label: text('Ngôn ngữ của thư gửi cho bạn', 'Language of mails to you'),
    missing: text('Chọn một ngôn ngữ', 'Choose a language'),
    wrong: text('Chọn một ngôn ngữ', 'Choose a language'),
  },
  code: {
    label: text('Mã xác thực', 'Code'),
    hint: text('6 chữ số đang hiện trên ứng dụng xác thực của bạn', 'The 6 digits your authenticator shows now'),
    missing: text('Nhập mã gồm 6 chữ số', 'Enter the 6-digit code'),
    wrong: text('Nhập mã gồm 6 chữ số', 'Enter the 6-digit code'),
  },
} as const satisfies Record<string, FieldWords>
export const NEW_PASSWORD_HINT = text(
  'Ít nhất 10 ký tự. Một câu dài dễ nhớ là tốt nhất; không bắt buộc chữ hoa, số hay ký hiệu.',
  'At least 10 characters. A long phrase you remember is best; capitals, digits and signs are not required.',
)

export const PARTY_FIELDS = {
  kind: {
    label: text('Bạn đại diện cho ai?', 'Whom do you act for?'),
    missing: text('Chọn tổ chức hoặc cá nhân', 'Choose organisation or individual'),
    wrong: text('Chọn tổ chức hoặc cá nhân', 'Choose organisation or individual'),
  },
  name: {
    label: text('Tên tổ chức, cá nhân', 'Name'),
    hint: text('Ghi đúng như trong giấy tờ thành lập hoặc căn cước', 'As in the founding papers or the identity card'),
    missing: text('Nhập tên tổ chức, cá nhân', 'Enter the name'),
    wrong: tooLong('Tên', 'The name'),
  },
  address: {
    label: text('Địa chỉ', 'Address'),
    missing: text('Nhập địa chỉ', 'Enter the address'),
    wrong: tooLong('Địa chỉ', 'The address'),
  },
  contact: {
    label: text('Thông tin liên hệ', 'Contact'),
    hint: text(
      'Thư điện tử hoặc số điện thoại mà cơ quan quản lý có thể liên hệ',
      'An email address or telephone number the authority can use',
    ),
    missing: text('Nhập thư điện tử hoặc số điện thoại', 'Enter an email address or telephone number'),
    wrong: text(
      'Nhập thư điện tử hoặc số điện thoại đúng dạng',
      'Enter an email address or telephone number in the right form',
    ),
  },
  code: {
    label: text(
      'Mã số thuế hoặc số quyết định thành lập (không bắt buộc)',
      'Tax code or founding decision number (optional)',
    ),
    missing: text('Nhập mã số', 'Enter the code'),
    wrong: tooLong('Mã số', 'The code'),
  },
  country: {
    label: text('Nước đặt trụ sở hoặc cư trú', 'Country of the head office or residence'),
    missing: text('Chọn một nước', 'Choose a country'),
    wrong: text('Chọn một nước trong danh sách', 'Choose a country from the list'),
  },
  contactPoint: {
    label: text('Đầu mối liên hệ tại Việt Nam (không bắt buộc)', 'Contact point in Vietnam (optional)'),
    missing: text('Nhập đầu mối liên hệ', 'Enter the contact point'),
    wrong: tooLong('Nội dung', 'This'),
  },
  presence: {
    label: text('Hiện diện thương mại tại Việt Nam (không bắt buộc)', 'Commercial presence in Vietnam (optional)'),
    missing: text('Nhập hiện diện thương mại', 'Enter the commercial presence'),
    wrong: tooLong('Nội dung', 'This'),
  },
  representative: {
    label: text(
      'Đại diện được ủy quyền tại Việt Nam (không bắt buộc)',
      'Authorised representative in Vietnam (optional)',
    ),
    missing: text('Nhập đại diện', 'Enter the representative'),
    wrong: tooLong('Nội dung', 'This'),
  },
  stateBody: {
    label: text(
      'Đây là cơ quan nhà nước hoặc đơn vị sự nghiệp công lập',
      'This is a state body or public service unit',
    ),
    missing: text('Chọn có hoặc không', 'Choose yes or no'),
    wrong: text('Chọn có hoặc không', 'Choose yes or no'),
  },
} as const satisfies Record<string, FieldWords>

export const MEMBER_FIELDS = {
  email: ACCOUNT_FIELDS.email,
  role: {
    label: text('Vai trò', 'Role'),
    missing: text('Chọn một vai trò', 'Choose a role'),
    wrong: text('Chọn một vai trò', 'Choose a role'),
  },
} as const satisfies Record<string, FieldWords>

export const KEY_FIELDS = {
  label: {
    label: text('Tên khóa', 'Name of the key'),
    hint: text('Để sau này bạn biết chương trình nào dùng khóa này', 'So that you know later which program uses it'),
    missing: text('Đặt tên cho khóa', 'Name the key'),
    wrong: tooLong('Tên khóa', 'The name'),
  },
  scopes: {
    label: text('Khóa được làm gì?', 'What may the key do?'),
    hint: text('Chỉ chọn những quyền chương trình thật sự cần', 'Choose only what the program really needs'),
    missing: text('Chọn ít nhất một quyền', 'Choose at least one'),
    wrong: text('Chọn ít nhất một quyền', 'Choose at least one'),
  },
} as const satisfies Record<string, FieldWords>

export const UNIT_FIELDS = {
  kind: {
    label: text('Loại đơn vị', 'Kind of unit'),
    missing: text('Chọn loại đơn vị', 'Choose a kind'),
    wrong: text('Chọn loại đơn vị', 'Choose a kind'),
  },
  code: {
    label: text('Mã đơn vị', 'Code'),
    missing: text('Nhập mã đơn vị', 'Enter the code'),
    wrong: tooLong('Mã', 'The code'),
  },
  nameVi: {
    label: text('Tên tiếng Việt', 'Name in Vietnamese'),
    missing: text('Nhập tên tiếng Việt', 'Enter the Vietnamese name'),
    wrong: tooLong('Tên', 'The name'),
  },
  nameEn: {
    label: text('Tên tiếng Anh', 'Name in English'),
    missing: text('Nhập tên tiếng Anh', 'Enter the English name'),
    wrong: tooLong('Tên', 'The name'),
  },
} as const satisfies Record<string, FieldWords>
