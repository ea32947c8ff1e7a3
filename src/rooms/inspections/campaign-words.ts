import { type Text, text } from '../../base/text.ts'
import type { CampaignCode, CampaignState, Way } from './campaign-schema.ts'

export const CAMPAIGN_STATE: Readonly<Record<CampaignState, Text>> = {
  drafted: text('Đang soạn', 'Being drafted'),
  announced: text('Đã công bố, chờ rút mẫu', 'Announced, to be drawn'),
  drawn: text('Đã rút mẫu', 'Drawn'),
  closed: text('Đã kết thúc', 'Closed'),
  dropped: text('Không tiến hành', 'Not carried out'),
}
export const WAY: Readonly<Record<Way, Text>> = {
  random: text('Ngẫu nhiên, giá trị khởi tạo công khai', 'At random, with a published seed'),
  signals: text('Theo dấu hiệu cần xem xét', 'By signals'),
}

export const CAMPAIGN_SAYS: Readonly<Record<CampaignCode, Text>> = {
  'campaign.unknown': text('Không có đợt kiểm tra nào như vậy.', 'There is no such campaign.'),
  'campaign.low': text(
    'Hệ thống rủi ro thấp không được kiểm tra định kỳ hay chọn mẫu: chỉ khi có sự cố, phản ánh hoặc cần bảo đảm an toàn.',
    'Low-risk systems are not checked periodically or by sample: only on an incident, feedback or a need of safety.',
  ),
  'campaign.missing': text('Chưa có nội dung này.', 'This is missing.'),
  'campaign.size': text('Cỡ mẫu từ 1 đến 500.', 'A sample has from 1 to 500 systems.'),
  'campaign.period': text('Thời gian từ 1 đến 90 ngày làm việc.', 'From 1 to 90 working days.'),
  'campaign.seed-source': text(
    'Nêu trước nguồn của giá trị khởi tạo: kết quả nào, của ai, ngày nào.',
    'Name the source of the seed beforehand: which result, whose, of which day.',
  ),
  'campaign.not-competent': text(
    'Đơn vị của bạn không có thẩm quyền kiểm tra.',
    'Your unit is not competent to check.',
  ),
  'campaign.not-now': text(
    'Đợt kiểm tra không còn ở bước này. Tải lại trang.',
    'The campaign is no longer at this step. Load the page again.',
  ),
  'campaign.frame-empty': text('Không có hệ thống nào phù hợp tiêu chí.', 'No system fits the criteria.'),
  'campaign.log-short': text(
    'Nhật ký công khai chưa đủ {size} mục (hiện có {now}): giá trị khởi tạo chưa có.',
    'The public log has not grown to {size} entries yet (now {now}): there is no seed.',
  ),
  'campaign.seed-missing': text('Ghi giá trị khởi tạo đúng như nguồn đã nêu.', 'Give the seed as its source says.'),
  'campaign.officer-opens': text(
    'Cán bộ mở các cuộc kiểm tra; người mở không được ký quyết định.',
    'An officer opens the checks; whoever opens them may not sign the decisions.',
  ),
  'campaign.checks-open': text('Còn {n} cuộc kiểm tra chưa có kết luận.', 'Checks without a conclusion: {n}.'),
}

export const C = {
  title: text('Các đợt kiểm tra', 'Campaigns of checks'),
  lead: text(
    'Một đợt kiểm tra rút một mẫu hệ thống theo tiêu chí và mở một cuộc kiểm tra cho từng hệ thống. Hệ thống rủi ro trung bình được kiểm tra chọn mẫu; hệ thống rủi ro cao có thể được chọn để kiểm tra định kỳ.',
    'A campaign draws a sample of systems by criteria and opens a check of each. Medium risk is checked by sample; high risk may be chosen for its periodic check.',
  ),
  none: text('Chưa có đợt kiểm tra nào.', 'There is no campaign yet.'),
  number: text('Số', 'Number'),
  name: text('Tên đợt kiểm tra', 'Name'),
  standing: text('Tình trạng', 'State'),
  progress: text('Tiến độ', 'Progress'),
  progressSays: text('{concluded} trên {all} đã kết luận', '{concluded} of {all} concluded'),
  start: text('Soạn đợt kiểm tra', 'Draft a campaign'),
  chiefOnly: text(
    'Lãnh đạo đơn vị soạn và công bố đợt kiểm tra.',
    'The chief of a unit drafts and announces campaigns.',
  ),
  purpose: text('Mục đích', 'Purpose'),
  levels: text('Mức rủi ro', 'Level of risk'),
  levelsHint: text(
    'Hệ thống rủi ro thấp không được chọn mẫu (điểm c khoản 5 Điều 10 Luật 134/2025/QH15).',
    'Low risk is not sampled (Law 134/2025/QH15, art. 10(5)(c)).',
  ),
  sectors: text('Lĩnh vực', 'Fields'),
  sectorsHint: text('Không chọn nghĩa là mọi lĩnh vực.', 'None chosen means every field.'),
  allSectors: text('Mọi lĩnh vực', 'Every field'),
  place: text('Địa bàn', 'Place'),
  placeHint: text(
    'Một phần địa chỉ của nhà cung cấp, ví dụ Đồng Mây. Bỏ trống nghĩa là cả nước.',
    'Part of the provider’s address, such as Đồng Mây. Empty means the whole country.',
  ),
  country: text('Cả nước', 'Whole country'),
  size: text('Cỡ mẫu', 'Size of the sample'),
  way: text('Cách chọn', 'How it is chosen'),
  waySignals: text(
    'Hệ thống có điểm dấu hiệu cao nhất; mẫu không được công khai.',
    'Systems with the gravest signals; the sample is not public.',
  ),
  wayRandom: text(
    'Danh sách hệ thống được chốt khi công bố, giá trị khởi tạo chỉ có sau đó; ai cũng rút lại được đúng mẫu ấy.',
    'The list is fixed when announced and the seed comes only after; anyone can draw the same sample again.',
  ),
  seedFrom: text('Giá trị khởi tạo', 'The seed'),
  seedLog: text(
    'Gốc của nhật ký công khai ở một kích thước chưa đạt tới',
    'The root of the public log at a size not reached yet',
  ),
  seedAnnounced: text('Một kết quả công khai khác, nêu trước', 'Another public result, named beforehand'),
  seedSays: text('Nguồn nào, ngày nào', 'Which source, which day'),
  seedSaysHint: text(
    'Chỉ khi dùng kết quả khác, ví dụ giải đặc biệt xổ số miền Bắc ngày 15/12/2026.',
    'Only for another result, such as the first prize of the northern lottery of 15 December 2026.',
  ),
  scope: text('Phạm vi, nội dung kiểm tra', 'Scope and content of each check'),
  members: text('Thành viên', 'Members'),
  membersHint: text('Mỗi người một dòng; trưởng đoàn ở dòng đầu.', 'One a line; who leads comes first.'),
  period: text('Thời gian mỗi cuộc, ngày làm việc', 'Length of each check in working days'),
  save: text('Lưu đợt kiểm tra', 'Keep the campaign'),
  announce: text('Công bố và chốt danh sách', 'Announce it and fix the list'),
  announceSays: text(
    'Danh sách hệ thống và tiêu chí được chốt trong nhật ký công khai. Sau đó không sửa được nữa.',
    'The list of systems and the criteria are fixed in the public log. Nothing can be changed after.',
  ),
  drop: text('Không tiến hành', 'Do not carry it out'),
  draw: text('Rút mẫu', 'Draw the sample'),
  drawWaits: text(
    'Giá trị khởi tạo là gốc của nhật ký công khai ở kích thước {size}; hiện có {now} mục.',
    'The seed is the root of the public log at size {size}; now it has {now} entries.',
  ),
  seed: text('Giá trị khởi tạo', 'The seed'),
  seedType: text('Giá trị khởi tạo theo nguồn đã nêu', 'The seed as the source says'),
  openChecks: text('Mở kiểm tra cho cả mẫu', 'Open a check for each'),
  openSays: text(
    'Mỗi hệ thống được mở một hồ sơ kiểm tra và trình lãnh đạo ký. Bấm lại không mở thêm.',
    'A file is begun for each system and put before the chief. Pressing again opens none twice.',
  ),
  chiefWaits: text(
    'Cán bộ của đơn vị mở các cuộc kiểm tra cho mẫu này; sau đó bạn ký từng quyết định trên bàn việc.',
    'An officer of your unit opens the checks of this sample; then you sign each decision from your desk.',
  ),
  close: text('Kết thúc đợt kiểm tra', 'Close the campaign'),
  summary: text('Tổng kết', 'Summary'),
  summaryHint: text(
    'Bản tổng kết của đợt chọn ngẫu nhiên được công khai: không nêu tên hệ thống, tổ chức.',
    'The summary of a random campaign is public: name no system and no organisation.',
  ),
  sample: text('Mẫu', 'The sample'),
  place_: text('Thứ tự', 'Place'),
  system: text('Hệ thống', 'System'),
  check: text('Kiểm tra', 'Check'),
  notOpened: text('chưa mở', 'not opened'),
  publicPage: text('Trang công khai', 'Public page'),
  criteria: text('Tiêu chí', 'Criteria'),
  issuer: text('Cơ quan', 'Authority'),
  announced: text('Công bố', 'Announced'),
  frame: text('Danh sách đã chốt', 'The list as fixed'),
  frameCount: text('Số hệ thống trong danh sách', 'Systems in the list'),
  logSize: text('Kích thước nhật ký', 'Size of the log'),
  frameSays: text('{n} hệ thống; SHA-256 {hash}', '{n} systems; SHA-256 {hash}'),
  frameFile: text('Tải danh sách (CSV)', 'Take the list (CSV)'),
  seedFromLog: text('Gốc của nhật ký công khai ở kích thước {size}', 'Root of the public log at size {size}'),
  seedNotYet: text(
    'Chưa có: chỉ biết sau khi nhật ký đạt kích thước đã nêu hoặc nguồn đã công bố.',
    'Not there yet: known only when the log has grown so far, or the source has spoken.',
  ),
  notDrawn: text('Mẫu chưa được rút.', 'The sample has not been drawn yet.'),
  how: text('Rút lại mẫu này', 'Draw it again'),
  howSays: text(
    'Với mỗi AI-ID trong danh sách, tính SHA-256 của ba dòng: giá trị khởi tạo, số đợt kiểm tra, AI-ID, mỗi dòng kết thúc bằng dấu xuống dòng. Sắp xếp các kết quả tăng dần và lấy từ đầu cho đủ cỡ mẫu. Danh sách so được với dữ liệu mở cùng ngày: hệ thống đang sử dụng, đúng mức rủi ro và lĩnh vực.',
    'For each AI-ID of the list, take the SHA-256 of three lines: seed, number of the campaign, AI-ID, each ended by a line feed. Sort the results upwards and take as many as the sample has. The list can be held against the open data of the same day: systems in use, of these levels and fields.',
  ),
  howCode: text('Chương trình rút lại (Python)', 'A program that does it (Python)'),
  logProof: text('Việc công bố trong nhật ký công khai', 'The announcement in the public log'),
  log: text('Nhật ký công khai', 'The public log'),
  json: text('Dữ liệu để rút lại (JSON)', 'Data to draw it again (JSON)'),
  publicTitle: text('Mẫu kiểm tra rút ngẫu nhiên', 'Samples drawn at random'),
  publicLead: text(
    'Các đợt kiểm tra chọn ngẫu nhiên, với đủ dữ liệu để ai cũng rút lại đúng mẫu. Có tên trong mẫu không có nghĩa là có vi phạm.',
    'Campaigns that choose at random, with all it takes to draw the same sample again. To stand in a sample says nothing against a system.',
  ),
  history: text('Diễn biến', 'What happened'),
} as const

export const CAMPAIGN_PAST = {
  created: text('Soạn', 'Drafted'),
  announced: text('Công bố, chốt danh sách', 'Announced, the list fixed'),
  drawn: text('Rút mẫu', 'Sample drawn'),
  opened: text('Mở kiểm tra cho mẫu', 'Checks opened'),
  closed: text('Kết thúc', 'Closed'),
  dropped: text('Không tiến hành', 'Not carried out'),
} as const
