import type { Lang } from '../../base/text.ts'

/** A mail in words; `link` is its only address, on a line of its own so that every reader makes it clickable. */
export interface Letter {
  readonly subject: string
  readonly body: string
}
type Said = Record<Lang, Letter>

export const confirmMail = (f: { name: string; link: string }): Said => ({
  vi: {
    subject: 'Xác nhận thư điện tử của bạn – Saola',
    body: `Chào ${f.name},\n\nBạn vừa đăng ký tài khoản trên Cổng một cửa về trí tuệ nhân tạo. Mở liên kết sau và nhập mật khẩu bạn đã chọn:\n\n${f.link}\n\nLiên kết dùng được một lần, trong 24 giờ. Nếu bạn không đăng ký, hãy bỏ qua thư này: tài khoản sẽ không được mở.`,
  },
  en: {
    subject: 'Confirm your email – Saola',
    body: `Hello ${f.name},\n\nYou have just signed up at the One-stop portal on AI. Open this link and enter the password you chose:\n\n${f.link}\n\nThe link works once, for 24 hours. If you did not sign up, ignore this mail: no account will be opened.`,
  },
})

export const knownMail = (f: { name: string; link: string }): Said => ({
  vi: {
    subject: 'Bạn đã có tài khoản – Saola',
    body: `Chào ${f.name},\n\nCó người vừa đăng ký tài khoản bằng thư điện tử này. Bạn đã có tài khoản rồi; hãy đăng nhập, hoặc đặt mật khẩu mới nếu đã quên:\n\n${f.link}\n\nNếu không phải bạn, bạn không cần làm gì.`,
  },
  en: {
    subject: 'You already have an account – Saola',
    body: `Hello ${f.name},\n\nSomebody has just signed up with this email. You already have an account; sign in, or set a new password if it is forgotten:\n\n${f.link}\n\nIf it was not you, there is nothing to do.`,
  },
})

export const resetMail = (f: { name: string; link: string }): Said => ({
  vi: {
    subject: 'Đặt mật khẩu mới – Saola',
    body: `Chào ${f.name},\n\nMở liên kết sau để đặt mật khẩu mới:\n\n${f.link}\n\nLiên kết dùng được một lần, trong 24 giờ. Nếu bạn không yêu cầu, hãy bỏ qua thư này: mật khẩu của bạn vẫn như cũ.`,
  },
  en: {
    subject: 'Set a new password – Saola',
    body: `Hello ${f.name},\n\nOpen this link to set a new password:\n\n${f.link}\n\nThe link works once, for 24 hours. If you did not ask for it, ignore this mail: your password stays as it is.`,
  },
})

export const passwordChangedMail = (f: { name: string; link: string }): Said => ({
  vi: {
    subject: 'Mật khẩu của bạn đã đổi – Saola',
    body: `Chào ${f.name},\n\nMật khẩu tài khoản của bạn vừa được đổi và mọi phiên đăng nhập khác đã kết thúc. Nếu không phải bạn đổi, hãy đặt mật khẩu mới ngay:\n\n${f.link}`,
  },
  en: {
    subject: 'Your password was changed – Saola',
    body: `Hello ${f.name},\n\nThe password of your account was changed and all other sessions have ended. If it was not you, set a new password at once:\n\n${f.link}`,
  },
})

export const memberInvitationMail = (f: { party: string; role: Record<Lang, string>; link: string }): Said => ({
  vi: {
    subject: `Lời mời tham gia ${f.party} – Saola`,
    body: `Chào bạn,\n\n${f.party} mời bạn tham gia trên Cổng một cửa về trí tuệ nhân tạo với vai trò: ${f.role.vi}. Mở liên kết sau để xem và nhận lời:\n\n${f.link}\n\nLiên kết dùng được một lần, trong 7 ngày. Nếu bạn không biết tổ chức này, hãy bỏ qua thư.`,
  },
  en: {
    subject: `Invitation to ${f.party} – Saola`,
    body: `Hello,\n\n${f.party} invites you to join it at the One-stop portal on AI in this role: ${f.role.en}. Open this link to read and accept:\n\n${f.link}\n\nThe link works once, for 7 days. If you do not know this organisation, ignore this mail.`,
  },
})

export const officerInvitationMail = (f: {
  unit: Record<Lang, string>
  role: Record<Lang, string>
  link: string
}): Said => ({
  vi: {
    subject: 'Lời mời làm cán bộ trên Cổng – Saola',
    body: `Chào bạn,\n\nBạn được mời vào đơn vị ${f.unit.vi} trên Cổng một cửa về trí tuệ nhân tạo với vai trò: ${f.role.vi}. Mở liên kết sau để nhận lời:\n\n${f.link}\n\nLiên kết dùng được một lần, trong 7 ngày. Bạn sẽ cần một ứng dụng xác thực trên điện thoại.`,
  },
  en: {
    subject: 'Invitation as an officer – Saola',
    body: `Hello,\n\nYou are invited into the unit ${f.unit.en} at the One-stop portal on AI in this role: ${f.role.en}. Open this link to accept:\n\n${f.link}\n\nThe link works once, for 7 days. You will need an authenticator app on your phone.`,
  },
})
