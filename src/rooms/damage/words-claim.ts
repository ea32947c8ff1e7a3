import type { Text } from '../../base/text.ts'
import type { ClaimVerb, Code, LiableRole, Matter, MatterVerb, SideRole } from './schema.ts'

const text = (vi: string, en: string): Text => ({ vi, en })

export const SAYS: Record<Code, Text> = {
  'claim.unknown': text(
    'Không có hồ sơ yêu cầu bồi thường nào ở địa chỉ này dành cho bạn.',
    'There is no claim here for you.',
  ),
  'claim.no-organisation': text(
    'Hãy chọn tổ chức, cá nhân mà bạn thay mặt trước khi lập hồ sơ.',
    'Choose for whom you act before you begin a claim.',
  ),
  'claim.not-your-part': text('Bạn không được làm việc này trong hồ sơ.', 'This is not yours to do in the claim.'),
  'claim.not-now': text('Lúc này không làm được việc đó.', 'That cannot be done now.'),
  'claim.changed-meanwhile': text(
    'Hồ sơ vừa thay đổi. Hãy đọc lại rồi làm tiếp.',
    'The claim has just changed. Please read it again and go on.',
  ),
  'claim.missing': text('Hãy điền mục này.', 'Please fill this in.'),
  'claim.too-long': text('Nội dung dài hơn {max} ký tự.', 'This is longer than {max} characters.'),
  'claim.amount': text(
    'Hãy ghi số tiền bằng chữ số, tính bằng đồng, ví dụ 12.500.000.',
    'Write the sum in digits, in đồng, such as 12,500,000.',
  ),
  'claim.day': text('Hãy ghi một ngày có thật và đã qua.', 'Write a real day that has passed.'),
  'claim.role': text('Hãy chọn một vai trò.', 'Please choose a role.'),
  'claim.system-unknown': text(
    'Không có hệ thống nào mang mã định danh này trong Sổ đăng ký.',
    'No system in the register bears this AI-ID.',
  ),
  'claim.nobody-found': text(
    'Không tìm thấy tổ chức nào theo mã này trên Cổng. Để trống mã để nhận đường dẫn mời.',
    'No organisation is found by this code. Leave it empty to get an invitation link.',
  ),
  'claim.already-there': text('Bên này đã có trong hồ sơ.', 'This party stands in the claim already.'),
  'claim.too-many': text('Một hồ sơ có nhiều nhất 20 bên.', 'A claim holds twenty parties at most.'),
  'claim.unit-unknown': text('Hãy chọn một đơn vị.', 'Please choose a unit.'),
}

export const ROLE: Readonly<Record<SideRole, Text>> = {
  injured: text('Người bị thiệt hại', 'Injured party'),
  deployer: text('Bên triển khai', 'Deployer'),
  provider: text('Nhà cung cấp', 'Provider'),
  developer: text('Nhà phát triển', 'Developer'),
  user: text('Người sử dụng', 'User'),
  'third-party': text('Bên thứ ba', 'Third party'),
  other: text('Tổ chức, cá nhân khác', 'Another organisation or person'),
}
export const ROLE_CITE: Readonly<Record<LiableRole, 'L29.1' | 'L29.2' | 'L29.4'>> = {
  deployer: 'L29.2',
  provider: 'L29.1',
  developer: 'L29.1',
  user: 'L29.1',
  'third-party': 'L29.4',
  other: 'L29.1',
}

export const MATTER_STATE: Readonly<Record<Matter['state'], Text>> = {
  talking: text('Đang thương lượng', 'Being negotiated'),
  accepted: text('Một bên đã đồng ý, chờ xác nhận', 'Accepted, waiting to be confirmed'),
  agreed: text('Đã thỏa thuận', 'Agreed'),
  settled: text('Đã chi trả', 'Paid'),
  ended: text('Đã dừng', 'Ended'),
}

export const PAST: Readonly<Record<ClaimVerb, Text>> = {
  open: text('Lập hồ sơ', 'Claim begun'),
  invite: text('Mời một bên', 'A party was invited'),
  join: text('Tham gia hồ sơ', 'Joined the claim'),
  decline: text('Từ chối tham gia', 'Declined to join'),
  offer: text('Đề nghị', 'Offer'),
  say: text('Trao đổi', 'Message'),
  accept: text('Đồng ý với đề nghị', 'Offer accepted'),
  confirm: text('Xác nhận thỏa thuận', 'Agreement confirmed'),
  settle: text('Xác nhận đã nhận tiền', 'Payment received'),
  recourse: text('Yêu cầu hoàn trả', 'Reimbursement asked for'),
  share: text('Chia sẻ với một đơn vị', 'Shared with a unit'),
  unshare: text('Thôi chia sẻ', 'Sharing ended'),
  withdraw: text('Rút yêu cầu', 'Claim withdrawn'),
}

export const DO: Readonly<Record<MatterVerb, Text>> = {
  offer: text('Gửi đề nghị', 'Send the offer'),
  say: text('Gửi lời trao đổi', 'Send the message'),
  accept: text('Đồng ý với đề nghị', 'Accept the offer'),
  confirm: text('Xác nhận thỏa thuận', 'Confirm the agreement'),
  settle: text('Xác nhận đã nhận tiền', 'Confirm that it was paid'),
}

export const C = {
  claims: text('Hồ sơ yêu cầu bồi thường', 'Claims for compensation'),
  lead: text(
    'Nơi các bên tự giữ yêu cầu, đề nghị và thỏa thuận với nhau. Nhà nước không phân xử; cán bộ không đọc được nếu không bên nào chia sẻ.',
    'Where the parties keep claim, offers and agreement between themselves. The State does not judge; no officer can read it unless a party shares it.',
  ),
  keep: text('Giữ hồ sơ trên Cổng', 'Keep a claim on the portal'),
  keepText: text(
    'Có tài khoản, bạn có thể lập hồ sơ yêu cầu bồi thường, mời các bên liên quan, trao đổi đề nghị và ghi lại thỏa thuận.',
    'With an account you can begin a claim, invite those concerned, exchange offers and put down what is agreed.',
  ),
  begin: text('Lập hồ sơ', 'Begin a claim'),
  none: text('Chưa có hồ sơ nào.', 'There is no claim yet.'),
  number: text('Số', 'Number'),
  title: text('Yêu cầu', 'Claim'),
  yourRole: text('Vai trò của bạn', 'Your role'),
  state: text('Tình trạng', 'State'),
  changed: text('Thay đổi', 'Changed'),
  open: text('Đang mở', 'Open'),
  withdrawn: text('Đã rút', 'Withdrawn'),
  invited: text('Được mời, chưa trả lời', 'Invited, not answered yet'),
  newTitle: text('Lập hồ sơ yêu cầu bồi thường', 'Begin a claim for compensation'),
  newLead: text(
    'Bạn là người bị thiệt hại, hoặc thay mặt người bị thiệt hại. Chỉ những bên bạn mời mới đọc được.',
    'You are the injured party, or act for it. Only those you invite can read it.',
  ),
  titleAsk: text('Yêu cầu về việc gì', 'What the claim is about'),
  titleHint: text('Một dòng, ví dụ: Hỏng thuyền tập vì chỉ dẫn sai.', 'One line: a boat damaged by a wrong direction.'),
  factsAsk: text('Điều gì đã xảy ra, thiệt hại gì', 'What happened, and what was the damage'),
  factsHint: text(
    'Không ghi bí mật và dữ liệu cá nhân không cần thiết. Bằng chứng do bạn giữ; không phải gửi lên Cổng.',
    'Leave out secrets and personal data that are not needed. You keep the evidence; it need not come here.',
  ),
  happened: text('Ngày xảy ra thiệt hại (không bắt buộc)', 'Day of the damage (optional)'),
  day: text('Ngày', 'Day'),
  month: text('Tháng', 'Month'),
  year: text('Năm', 'Year'),
  system: text('Tên hệ thống', 'Name of the system'),
  aiId: text('Mã định danh hệ thống (không bắt buộc)', 'AI-ID (optional)'),
  asked: text('Số tiền yêu cầu, đồng (không bắt buộc)', 'Sum asked for, in đồng (optional)'),
  happenedOn: text('Ngày xảy ra thiệt hại', 'Day of the damage'),
  askedSum: text('Số tiền yêu cầu', 'Sum asked for'),
  facts: text('Sự việc', 'What happened'),
  claimant: text('Người yêu cầu', 'Claimant'),
  sides: text('Các bên', 'The parties'),
  side: text('Bên', 'Party'),
  role: text('Vai trò', 'Role'),
  standing: text('Tham gia', 'Taking part'),
  joined: text('Đã tham gia', 'Joined'),
  declined: text('Đã từ chối', 'Declined'),
  waiting: text('Chưa trả lời', 'Not answered yet'),
  link: text('Đường dẫn mời, có hiệu lực 30 ngày:', 'Invitation link, good for 30 days:'),
  linkHint: text(
    'Gửi riêng cho bên đó. Ai có đường dẫn và tài khoản trên Cổng thì tham gia được với vai trò này.',
    'Send it to that party alone. Whoever has it, and an account here, can join in this role.',
  ),
  invite: text('Mời một bên phải bồi thường', 'Invite one who is liable'),
  inviteDo: text('Mời', 'Invite'),
  name: text('Tên bên được mời', 'Name of the party'),
  key: text('Mã định danh hệ thống hoặc mã số tổ chức', 'AI-ID, or code of the organisation'),
  keyHint: text(
    'Mã định danh dẫn tới nhà cung cấp của hệ thống. Để trống thì bạn nhận một đường dẫn mời.',
    'An AI-ID leads to the provider of the system. Left empty, you get an invitation link.',
  ),
  youAreInvited: text('Bạn được mời vào hồ sơ này', 'You are invited into this claim'),
  youAreInvitedText: text(
    'Tham gia không phải là thừa nhận trách nhiệm. Từ chối thì hồ sơ không còn hiện với bạn; quyền của các bên theo pháp luật giữ nguyên.',
    'Joining admits nothing. If you decline, the claim is no longer shown to you; the rights of the parties under the law stay as they are.',
  ),
  joinDo: text('Tham gia hồ sơ', 'Join the claim'),
  declineDo: text('Từ chối', 'Decline'),
  with: text('Với', 'With'),
  compensation: text('Bồi thường', 'Compensation'),
  recourse: text('Hoàn trả', 'Reimbursement'),
  recourseDo: text('Yêu cầu hoàn trả', 'Ask for reimbursement'),
  recourseText: text(
    'Bạn đã bồi thường. Bạn có thể yêu cầu bên khác trong hồ sơ hoàn trả, nếu giữa hai bên có thỏa thuận.',
    'You have compensated. You may ask another party of the claim to reimburse you, where the two of you so agreed.',
  ),
  recourseOf: text('Bên được yêu cầu', 'Asked of'),
  amount: text('Số tiền, đồng', 'Sum, in đồng'),
  terms: text('Lời nhắn hoặc điều kiện', 'Message or terms'),
  standingOffer: text('Đề nghị hiện tại', 'Offer that stands'),
  agreedOn: text('Số tiền đã thỏa thuận', 'Sum agreed on'),
  noOffer: text('Chưa có đề nghị.', 'There is no offer yet.'),
  by: text('của', 'by'),
  history: text('Đã diễn ra', 'What has happened'),
  share: text('Cho cơ quan nhà nước đọc', 'Let an authority read it'),
  shareText: text(
    'Không cán bộ nào đọc được hồ sơ này. Bạn có thể cho một đơn vị đọc những gì bạn đọc được; mỗi lần đọc được ghi lại và bạn thôi chia sẻ lúc nào cũng được.',
    'No officer can read this claim. You may let a unit read what you read; every reading is noted, and you may end it at any time.',
  ),
  unit: text('Đơn vị', 'Unit'),
  choose: text('Chọn', 'Choose'),
  shareDo: text('Cho đơn vị đọc', 'Let the unit read'),
  sharedWith: text('Đang chia sẻ với', 'Shared with'),
  unshareDo: text('Thôi chia sẻ', 'End it'),
  withdraw: text('Rút yêu cầu', 'Withdraw the claim'),
  withdrawText: text(
    'Thương lượng đang diễn ra sẽ dừng; thỏa thuận đã xác nhận giữ nguyên. Không làm lại được.',
    'Talks that are under way end; what was agreed stays. This cannot be undone.',
  ),
  readAs: text(
    'Đơn vị của bạn đọc hồ sơ này vì một bên đã chia sẻ:',
    'Your unit reads this because a party shares it:',
  ),
  joinTitle: text('Lời mời vào hồ sơ yêu cầu bồi thường', 'Invitation into a claim for compensation'),
  joinAs: text('Với vai trò', 'As'),
  signIn: text('Đăng nhập để trả lời', 'Sign in to answer'),
  expired: text('Đường dẫn mời không còn dùng được.', 'This invitation link is no longer good.'),
  mailLine: text('Hồ sơ yêu cầu bồi thường', 'Claim for compensation'),
  mailOpen: text('Mở hồ sơ', 'Open the claim'),
  mailFoot: text(
    'Thư này không chứa nội dung hồ sơ. Hãy đăng nhập để xem.',
    'This mail holds nothing of the claim itself. Sign in to read it.',
  ),
} as const
