import type { Dossier } from '../systems/schema.ts'

/** What a provider writes of a system; who the provider is, the portal adds. */
export type Written = Omit<Dossier, 'providerName' | 'providerAddress' | 'providerContact'>

// Made-up systems of made-up people, written with the care a real dossier asks for.

export const TRANG_NON: Written = {
  name: 'Trợ lý thành viên Trăng Non',
  version: '1.0',
  internalCode: 'BT-CHAT-01',
  purpose:
    'Trả lời câu hỏi của thành viên về giờ làm việc, lãi suất đang áp dụng, giấy tờ cần mang theo và cách gửi tiền. Trợ lý không quyết định việc cho vay và không thực hiện giao dịch.',
  functions: [
    'Trả lời câu hỏi bằng văn bản, suốt ngày đêm',
    'Đặt lịch hẹn với nhân viên quầy',
    'Chuyển cuộc trò chuyện cho nhân viên khi thành viên yêu cầu',
  ],
  architecture:
    'Cửa sổ trò chuyện trên trang của hợp tác xã; khối tìm kiếm trong bộ câu hỏi đã duyệt; khối sinh câu trả lời dùng mô hình ngôn ngữ của bên thứ ba qua giao diện lập trình; khối chuyển tiếp cho nhân viên. Không kết nối với hệ thống kế toán.',
  scope: 'Ba điểm giao dịch của hợp tác xã trong tỉnh Đồng Mây; khoảng 4.000 thành viên.',
  users: ['Thành viên hợp tác xã', 'Người tìm hiểu việc gia nhập'],
  affected: ['Thành viên hợp tác xã'],
  inputData: ['Câu hỏi do thành viên gõ', 'Bộ câu hỏi và câu trả lời do hợp tác xã biên soạn'],
  riskMeasures:
    'Rủi ro chính là trả lời sai lãi suất hoặc khiến thành viên tưởng đang nói chuyện với nhân viên. Lãi suất chỉ được trích từ bảng đã duyệt; câu hỏi ngoài phạm vi được chuyển cho nhân viên; mỗi tháng rà soát 200 cuộc trò chuyện.',
  safetyMeasures:
    'Kiểm thử với 350 câu hỏi trước mỗi lần cập nhật; trưởng quầy tắt được trợ lý ngay trên màn hình quản trị; lưu nhật ký 12 tháng.',
  transparencyMeasures:
    'Dòng đầu mỗi cuộc trò chuyện ghi “Bạn đang trò chuyện với trợ lý trí tuệ nhân tạo”; nút “Gặp nhân viên” luôn hiển thị.',
}

/** Said twice on purpose: the same name under another code is a fact the record shows. */
export const TRANG_NON_TWICE: Written = { ...TRANG_NON, version: '2.0', internalCode: 'BT-CHAT-1B' }

export const TRANG_TRON: Written = {
  name: 'Duyệt vay Trăng Tròn',
  version: '1.2',
  internalCode: 'BT-VAY-02',
  purpose: 'Hướng dẫn thành viên lập hồ sơ vay vốn mùa vụ và soạn sẵn đề xuất mức vay để cán bộ tín dụng xem xét.',
  functions: [
    'Hỏi đáp về điều kiện vay',
    'Kiểm tra hồ sơ còn thiếu giấy tờ nào',
    'Soạn đề xuất mức vay và kỳ hạn cho cán bộ tín dụng',
  ],
  architecture:
    'Khối hội thoại thu thập thông tin; khối tính khả năng trả nợ từ thu nhập khai báo và lịch sử gửi, trả; khối soạn đề xuất. Đề xuất hiện trên màn hình của cán bộ tín dụng.',
  scope: 'Vay vốn mùa vụ tại ba điểm giao dịch, khoảng 900 hồ sơ mỗi năm.',
  users: ['Thành viên đề nghị vay', 'Cán bộ tín dụng'],
  affected: ['Thành viên đề nghị vay', 'Người bảo lãnh'],
  inputData: ['Thông tin khai trong hồ sơ vay', 'Lịch sử gửi tiền và trả nợ tại hợp tác xã', 'Lịch mùa vụ của xã'],
  riskMeasures:
    'Rủi ro chính là đề xuất bất lợi cho hộ có thu nhập theo mùa. Mỗi quý so sánh đề xuất giữa các thôn và giữa chủ hộ nam, nữ; lệch quá 5 điểm phần trăm thì dừng để rà soát.',
  safetyMeasures:
    'Chạy song song với cán bộ tín dụng trong ba tháng trước khi dùng; có hạn mức cho từng hồ sơ và tổng hạn mức trong ngày; giám đốc dừng được hệ thống bất cứ lúc nào.',
  transparencyMeasures:
    'Thành viên được báo rằng trí tuệ nhân tạo tham gia xử lý hồ sơ, được xem lý do và được yêu cầu con người xem xét lại.',
}

export const TRANG_KHUYET: Written = {
  name: 'Chấm điểm tín dụng Trăng Khuyết',
  version: '0.9',
  internalCode: 'BT-DIEM-03',
  purpose:
    'Chấm điểm khả năng trả nợ cho khoản vay nhỏ và tự động giải ngân khi điểm đạt ngưỡng, để thành viên nhận tiền trong ngày.',
  functions: ['Chấm điểm khả năng trả nợ', 'Tự động giải ngân khoản vay đạt ngưỡng', 'Giải thích điểm cho thành viên'],
  architecture:
    'Khối lấy dữ liệu từ sổ tiền gửi và sổ vay; khối chấm điểm; khối ra quyết định theo ngưỡng do hội đồng tín dụng đặt; khối giải thích bằng lời.',
  scope: 'Thử trước tại điểm giao dịch Bến Trăng, sau đó hai điểm còn lại.',
  users: ['Thành viên đề nghị vay', 'Cán bộ tín dụng'],
  affected: ['Thành viên đề nghị vay'],
  inputData: ['Lịch sử gửi tiền và trả nợ', 'Thông tin khai trong đơn vay'],
  riskMeasures:
    'Rủi ro chính là từ chối nhầm người có khả năng trả nợ. Hồ sơ bị từ chối được cán bộ tín dụng xem lại trong hai ngày làm việc nếu thành viên yêu cầu.',
  safetyMeasures:
    'Tổng số tiền giải ngân tự động mỗi ngày có giới hạn; kiểm toán nội bộ kiểm tra ngẫu nhiên 20 hồ sơ mỗi tháng.',
  transparencyMeasures: 'Đơn vay ghi rõ điểm do hệ thống trí tuệ nhân tạo tính và cách yêu cầu con người xem xét lại.',
}

/** A draft with its gaps: data and risk are still to be written. */
export const TRANG_RAM = {
  name: 'Giọng đọc số dư Trăng Rằm',
  version: '0.3',
  purpose:
    'Đọc số dư và lịch trả nợ qua điện thoại bằng giọng tổng hợp cho thành viên cao tuổi hoặc khó đọc chữ trên màn hình.',
  functions: ['Chuyển văn bản thành giọng nói tiếng Việt', 'Đọc chậm, nhắc lại khi được yêu cầu'],
  scope: 'Tổng đài của hợp tác xã, dự kiến 300 cuộc gọi mỗi tuần.',
  users: ['Thành viên gọi đến tổng đài'],
} as const satisfies Partial<Written>

export const LUONG_LACH: Written = {
  name: 'Gia sư luồng lạch',
  version: '1.4',
  internalCode: 'BN-GS-01',
  purpose:
    'Giải đáp cho học viên về biển báo đường thủy, quy tắc tránh va và cách đọc con nước, để học viên ôn bài ngoài giờ lên lớp.',
  functions: ['Hỏi đáp theo giáo trình lái thuyền', 'Ra câu hỏi ôn tập', 'Giải thích đáp án sai'],
  architecture:
    'Khối tìm đoạn giáo trình liên quan; khối sinh câu trả lời bằng mô hình ngôn ngữ; khối kiểm tra câu trả lời có trích đúng giáo trình hay không.',
  scope: 'Khoảng 260 học viên mỗi khóa của trường.',
  users: ['Học viên', 'Giáo viên'],
  affected: ['Học viên', 'Người đi thuyền do học viên lái sau này'],
  inputData: ['Câu hỏi của học viên', 'Giáo trình do trường biên soạn', 'Bảng con nước công bố hằng tuần'],
  riskMeasures:
    'Rủi ro chính là trả lời sai độ sâu luồng. Hệ thống phải trích nguồn cho mọi con số; giáo viên xem lại 50 câu trả lời mỗi tuần.',
  safetyMeasures:
    'Câu hỏi về chuyến đi thật được trả lời “hãy hỏi giáo viên”; giáo viên trực tắt được gia sư cho cả lớp.',
  transparencyMeasures: 'Tên hiển thị là “Gia sư máy”; học viên ký nhận hướng dẫn sử dụng đầu khóa.',
}

export const CHAM_THI: Written = {
  name: 'Chấm thi lý thuyết lái thuyền',
  version: '2.1',
  internalCode: 'BN-THI-02',
  purpose:
    'Chấm bài thi lý thuyết tự luận ngắn và xếp hạng học viên cuối khóa; kết quả dùng để xét cấp chứng chỉ nghề.',
  functions: ['Đọc bài viết tay đã quét', 'Chấm theo thang điểm đã duyệt', 'Xếp hạng học viên trong khóa'],
  architecture:
    'Khối nhận dạng chữ viết tay; khối so ý với đáp án; khối cộng điểm và xếp hạng; kết quả ghi vào sổ điểm của trường.',
  scope: 'Bốn kỳ thi mỗi năm, khoảng 1.000 bài thi.',
  users: ['Hội đồng thi', 'Giáo viên'],
  affected: ['Học viên dự thi'],
  inputData: ['Bài thi viết tay đã quét, không kèm họ tên', 'Đáp án và thang điểm'],
  riskMeasures:
    'Rủi ro chính là chấm thấp bài viết khó đọc hoặc dùng từ địa phương. Mười phần trăm số bài được hai giáo viên chấm lại; lệch từ một điểm trở lên thì chấm lại cả phòng thi.',
  safetyMeasures:
    'Học viên được phúc khảo, khi đó con người chấm lại toàn bộ; hội đồng thi có quyền bỏ kết quả của hệ thống; lưu nhật ký từng lần chấm.',
  transparencyMeasures:
    'Quy chế thi ghi rõ bài được chấm bằng trí tuệ nhân tạo, cách tính điểm và thời hạn xin phúc khảo.',
}

export const LONG_TIENG: Written = {
  name: 'Lồng tiếng bài giảng Ba Nhánh',
  version: '1.0',
  internalCode: 'BN-TIENG-03',
  purpose: 'Tạo giọng đọc cho video bài giảng từ kịch bản do giáo viên viết, để thay bài nhanh khi quy tắc thay đổi.',
  functions: ['Tổng hợp giọng đọc tiếng Việt', 'Khớp giọng đọc với hình', 'Gắn dấu nhận biết vào âm thanh'],
  architecture: 'Khối chuẩn hóa kịch bản; khối tổng hợp giọng nói; khối ghép âm thanh vào video; khối gắn dấu.',
  scope: 'Kênh bài giảng của trường, khoảng 80 video.',
  users: ['Giáo viên'],
  affected: ['Học viên', 'Giáo viên đã cho mượn giọng'],
  inputData: ['Kịch bản bài giảng', 'Bản thu giọng của hai giáo viên có văn bản đồng ý'],
  riskMeasures:
    'Rủi ro chính là giọng bị dùng để nói điều giáo viên không nói. Chỉ kịch bản có chữ ký của giáo viên mới được tổng hợp; bản thu gốc được khóa riêng.',
  safetyMeasures: 'Mỗi video được giáo viên nghe hết trước khi đăng; gỡ video trong một giờ khi có yêu cầu.',
  transparencyMeasures: 'Đầu và cuối video ghi “Giọng đọc do trí tuệ nhân tạo tạo ra”; âm thanh có dấu máy đọc được.',
}

export const XEP_LICH = {
  name: 'Xếp lịch bến tập',
  version: '3.0',
  internalCode: 'BN-LICH-04',
  purpose: 'Gợi ý giờ tập lái cho từng nhóm theo con nước và số thuyền rỗi; giáo viên chọn và chốt lịch.',
} as const satisfies Partial<Written>

export const NHAT_KY_DO: Written = {
  name: 'Nhật ký chuyến đò bằng giọng nói',
  version: '0.8',
  internalCode: 'BN-NK-05',
  purpose: 'Ghi lời thuyền trưởng đọc thành nhật ký chuyến tập và đọc lại để xác nhận.',
  functions: ['Chuyển giọng nói thành văn bản', 'Tóm tắt chuyến đi', 'Đọc lại bằng giọng tổng hợp'],
  architecture: 'Khối nhận dạng giọng nói chạy trên máy tính bảng; khối tóm tắt; khối tổng hợp giọng nói.',
  scope: 'Mười hai thuyền tập của trường.',
  users: ['Thuyền trưởng hướng dẫn'],
  affected: ['Học viên trên thuyền'],
  inputData: ['Giọng nói của thuyền trưởng'],
  riskMeasures: 'Rủi ro chính là ghi sai giờ và mực nước. Thuyền trưởng xác nhận từng mục trước khi lưu.',
  safetyMeasures: 'Không điều khiển thuyền; mất kết nối thì ghi tay như cũ.',
  transparencyMeasures: 'Máy tính bảng hiển thị “Bản ghi do máy lập, chờ xác nhận”.',
}

export const GIONG_RU: Written = {
  name: 'Giọng ru Sao Mai',
  version: '1.1',
  internalCode: 'SM-01',
  purpose:
    'Đọc truyện và hát ru bằng giọng tổng hợp từ giọng của chính tác giả, cho thư viện và gia đình nghe ban đêm.',
  functions: ['Tổng hợp giọng đọc và giọng hát', 'Chọn nhịp chậm hoặc vừa', 'Tự tắt sau thời gian hẹn'],
  architecture: 'Khối tách câu; khối tổng hợp giọng nói, giọng hát; khối phát có hẹn giờ. Chạy trên máy người dùng.',
  scope: 'Ứng dụng miễn phí, khoảng 1.500 lượt cài đặt; một số thư viện và trạm y tế dùng tại chỗ.',
  users: ['Cha mẹ', 'Thủ thư', 'Nhân viên trạm y tế'],
  affected: ['Trẻ nhỏ nghe truyện', 'Người bệnh nằm theo dõi'],
  inputData: ['Truyện và lời ru thuộc phạm vi công cộng', 'Bản thu giọng của tác giả'],
  riskMeasures:
    'Rủi ro chính là trẻ tưởng có người thật ở bên. Ứng dụng không trò chuyện, không gọi tên trẻ và tự tắt sau tối đa 30 phút.',
  safetyMeasures: 'Danh mục truyện do tác giả chọn; không nhận văn bản tùy ý từ người dùng.',
  transparencyMeasures: 'Câu mở đầu mỗi truyện nói rõ đây là giọng máy; màn hình luôn ghi “Giọng tổng hợp”.',
}

export const THIEP_VE: Written = {
  name: 'Thiệp vẽ Sao Mai',
  version: '0.7',
  internalCode: 'SM-02',
  purpose: 'Vẽ hình cho thiệp chúc mừng từ vài từ mô tả của người dùng.',
  functions: ['Tạo hình từ mô tả', 'Gắn dấu nhận biết vào ảnh'],
  architecture: 'Khối lọc mô tả; khối tạo hình dùng mô hình mở của bên thứ ba; khối gắn dấu vào ảnh.',
  scope: 'Trang cá nhân của tác giả, khoảng 200 thiệp mỗi tháng.',
  users: ['Người gửi thiệp'],
  affected: ['Người nhận thiệp'],
  inputData: ['Mô tả ngắn do người dùng gõ'],
  riskMeasures:
    'Rủi ro chính là hình giống người thật. Mô tả có tên người bị từ chối; chỉ tạo phong cách tranh khắc gỗ.',
  safetyMeasures: 'Bộ lọc mô tả; người nhận báo xấu được ngay trên thiệp.',
  transparencyMeasures: 'Góc thiệp ghi “Hình do trí tuệ nhân tạo vẽ”; ảnh có dấu máy đọc được.',
}

export const HOI_DAP_BEN: Written = {
  name: 'Hỏi đáp thủ tục bến thủy',
  version: '1.3',
  internalCode: 'SN-HD-01',
  purpose: 'Trả lời người dân và chủ thuyền về thủ tục mở bến, giấy tờ và nơi nộp; không tiếp nhận hồ sơ.',
  functions: ['Hỏi đáp về thủ tục', 'Dẫn đến biểu mẫu đúng', 'Chuyển câu hỏi cho bộ phận một cửa'],
  architecture: 'Khối tìm trong bộ thủ tục đã công bố; khối sinh câu trả lời kèm đường dẫn; khối chuyển cho cán bộ.',
  scope: 'Trang của Ban Quản lý và màn hình tại bộ phận một cửa; khoảng 600 lượt hỏi mỗi tháng.',
  users: ['Chủ thuyền', 'Người dân hai bờ sông'],
  affected: ['Người nộp hồ sơ'],
  inputData: ['Câu hỏi của người dân', 'Bộ thủ tục hành chính đã công bố'],
  riskMeasures: 'Rủi ro chính là dẫn sai thủ tục. Mỗi câu trả lời kèm đường dẫn đến văn bản; cán bộ rà soát hằng tuần.',
  safetyMeasures: 'Không thu thập giấy tờ tùy thân; tắt được ngay khi bộ thủ tục thay đổi.',
  transparencyMeasures: 'Lời chào đầu tiên nói rõ đây là hệ thống trí tuệ nhân tạo và cách gặp cán bộ.',
}

export const RA_SOAT_BEN: Written = {
  name: 'Rà soát hồ sơ cấp phép bến',
  version: '2.0',
  internalCode: 'SN-RS-02',
  purpose: 'Kiểm tra hồ sơ xin phép mở bến có đủ và khớp nhau không, soạn thông báo bổ sung gửi người nộp.',
  functions: ['Đối chiếu giấy tờ trong hồ sơ', 'Phân loại hồ sơ đạt, chưa đạt', 'Soạn thông báo gửi người nộp'],
  architecture: 'Khối đọc tài liệu; khối đối chiếu theo danh mục thành phần hồ sơ; khối soạn văn bản.',
  scope: 'Hồ sơ mở bến trên sông Ngân, khoảng 40 hồ sơ mỗi tháng.',
  users: ['Cán bộ bộ phận một cửa'],
  affected: ['Tổ chức, cá nhân xin phép mở bến'],
  inputData: ['Hồ sơ do người nộp gửi', 'Bản đồ luồng đã công bố'],
  riskMeasures: 'Rủi ro chính là trả lại nhầm hồ sơ hợp lệ. Hồ sơ bị trả lại được thống kê theo lý do mỗi tuần.',
  safetyMeasures: 'Người nộp khiếu nại thì cán bộ xem lại toàn bộ; nhật ký ghi từng bước đối chiếu.',
  transparencyMeasures: 'Thông báo gửi người nộp ghi rõ phần nào do hệ thống trí tuệ nhân tạo soạn.',
}

export const GOI_Y_O = {
  name: 'Gợi ý ô theo cơn mưa',
  version: '1.0',
  internalCode: 'MN-01',
  purpose: 'Gợi ý loại ô nên mượn theo dự báo mưa và chiều cao của kệ còn trống; bạn đọc tự chọn.',
} as const satisfies Partial<Written>

export const APRON_TUG: Written = {
  name: 'Heron Apron Tug',
  version: '4.2',
  internalCode: 'TH-TUG-4',
  purpose:
    'Drives baggage trains between the terminal and the aircraft stand without a person at the wheel, so that loads reach the aircraft on time in heavy rain.',
  functions: [
    'Plans a route on the apron',
    'Drives and brakes on its own',
    'Gives way to aircraft and to people on foot',
  ],
  architecture:
    'Perception from cameras and laser ranging; localisation on the apron map; a planner; an independent braking unit that does not depend on the planner.',
  scope: 'Six tugs on the east apron of the made-up airport Đồng Mây, day and night.',
  users: ['Ramp supervisors', 'Maintenance staff'],
  affected: ['Ground staff on the apron', 'Flight crews and passengers'],
  inputData: ['Camera images and laser ranges', 'Apron map', 'Stand allocation of the day'],
  riskMeasures:
    'Collision with people, aircraft or ground equipment was found to be the main risk. Speed is limited to 15 km/h, to 5 km/h near a stand; aircraft engines running close the stand to tugs.',
  safetyMeasures:
    'The braking unit was tested apart from the planner; every tug has four stop buttons, and the ramp supervisor can stop all of them at once. Logs are kept for 24 months.',
  transparencyMeasures: 'Tugs carry a blue light and the words “Driverless” in Vietnamese and English.',
}

export const STAND_PLANNER: Written = {
  name: 'Heron Stand Planner',
  version: '2.6',
  internalCode: 'TH-STAND-2',
  purpose: 'Allots aircraft stands and gates for the next four hours and changes them when flights are late.',
  functions: ['Allots stands and gates', 'Re-plans when a flight is late', 'Tells ground staff and displays'],
  architecture: 'A forecast of arrivals, a planner with the rules of the airport, and an interface to the displays.',
  scope: 'One terminal with eleven stands at the made-up airport Đồng Mây.',
  users: ['Airport operations staff'],
  affected: ['Airlines', 'Passengers', 'Ground staff'],
  inputData: ['Flight plans and estimated times', 'Sizes of aircraft and stands'],
  riskMeasures: 'A stand too small for an aircraft is excluded by a fixed table outside the planner.',
  safetyMeasures: 'Operations staff can freeze the plan and go on by hand; each change is logged with its reason.',
  transparencyMeasures: 'Displays mark automatic changes; staff are trained before they use it.',
}

export const SUTURE_GUIDE: Written = {
  name: 'Tarn Suture Guide',
  version: '1.0',
  internalCode: 'TH-SUT-1',
  purpose: 'Guides a robotic arm that holds the tissue while a surgeon sutures, and steadies the needle path.',
  functions: ['Tracks the needle and the tissue', 'Guides the arm along the path the surgeon drew', 'Stops on contact'],
  architecture: 'Stereo vision, a tracker, a motion guide and a force limiter in separate hardware.',
  scope: 'Two teaching theatres first; not yet in use.',
  users: ['Surgeons', 'Theatre nurses'],
  affected: ['Patients'],
  inputData: ['Stereo images of the field', 'Forces at the tool'],
  riskMeasures:
    'Wrong tracking under blood or smoke was found to be the main risk; below a set confidence the arm holds still.',
  safetyMeasures: 'Force is limited by hardware; the surgeon’s pedal must be held down for any movement.',
  transparencyMeasures: 'The patient is told before consent; the theatre screen shows when guidance is on.',
}
