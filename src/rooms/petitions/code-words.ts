/**
 * 1024 short Vietnamese words written without marks, so that they are typed on any keyboard and sound alike in nobody's
 * ear: one word carries ten bits. Words that frighten or offend were left out. The order and the words never change:
 * a code given out would not be found again.
 */
export const CODE_WORDS: readonly string[] = `
ba bac bach bai bam ban bang bao bap bau bay be bec ben beo bep bet bi bia bich bien bieng biet bieu bim bin
binh bip bit bo boc boe boi bon bong bop bot bu bua buc bui bum bun bung buoc buon buong but buu ca cach cai cam
can cang canh cao cap cat cau cay chac chai cham chan chang chanh chao chap chat chau chay che chen cheo chep
chi chia chiec chiem chien chieu chim chin chinh chip chit chiu choai choe choi chon chong chop chot chu chua
chuan chuc chun chung chuoc chuoi chuom chuon chuong chuot chup chuyen co coi com con cong cop cot cua cuc cum
cung cuoc cuoi cuon cuong cuu da dac dai dang dao dat dau day de dem den dep det deu di dia dich diec diem diep
dieu dim din dinh dip diu do doa doai doan doang doat doe doi dom don dong dop dua duc dui dum dun dung duoc
duoi duong dup dut duyen duyet gac gach gai gam gan gang ganh gao gap gat gau ghe ghen ghep ghi ghim gia giai
giam giang gianh giao giap giat giau giay gio gioi gion giong giot giua giuong giup go goc goi gom gon gong gop
got gu guc gui gung guong gut ha hac hach ham han hang hanh hao hap hat hau hay he hech hen heo hep het heu hi
hia hich hien hieu him hinh hip hit ho hoa hoai hoan hoang hoanh hoat hoay hoc hoe hoi hon hong hop hot hu hua
huan hue hui hum hung huong huou huu huy huyen huyet huynh ke kech kem ken kenh keo kep ket keu kha khac khach
khai kham khan khang khanh khao khap khat khau khay khe khen kheo khep khi khia khich khiem khien khieu khinh
khit kho khoa khoac khoai khoan khoang khoanh khoat khoe khoi khom khong khop khot khu khua khuan khuay khuc
khuoc khuon khuong khuyen khuyet khuynh ki kia kich kiem kien kieng kiep kiet kieu kim kin kinh kip kit kiu ky
la lac lach lai lam lan lang lanh lao lap lat lau lay le lem len lenh leo lep let leu li lia lich lien lieng
lieu lim lin linh lip lit liu loa loac loai loang loanh loat loc loi long lop lot lu luan luat luc lue lui lun
lung luoc luoi luon luong luu luy luyen ly mac mach mai mam man mang manh mao map may me mech mem men menh meo
mep met mi mia mich miem mien mieng miet mim min minh mit miu mo moc mom mon mot mu mua muc mui mum mun mung
muoi muon muong muot my na nac nach nai nam nan nang nanh nao nap nau nay ne nen nenh neo nep net neu nga ngac
ngach ngai ngam ngan ngang nganh ngao ngap ngat ngau ngay nghe nghen nghi nghia nghich nghiem nghiep nghieu
nghin ngo ngoa ngoai ngoan ngoc ngoe ngoi ngom ngon ngong ngot ngua ngung nguoi nguon nguong nguy nguyen nguyet
nha nhac nhai nham nhan nhang nhanh nhao nhap nhat nhau nhay nhe nhem nhen nhep nhet nhi nhich nhiem nhien nhiep
nhiet nhieu nhim nhin nhinh nhip nhit nhiu nho nhom nhong nhot nhu nhua nhuan nhung nhuoc nhuom nhuong nhut ni
nien nieu nin ninh no noc noi nom non nong nop nu nua nuc nui num nung nuoc nuoi nuom nuong nuot nut phai pham
phan phang phanh phao phap phat phau phay phe phen phep phet phi phia phich phien phieu phim phin phinh pho phoi
phong phu phuc phum phun phung phuoc phuon phuong qua quai quan quang quanh quao quay que queo quet quy quyen ra
rac rach rai ram ran rang ranh rao rap rat rau ray re ren reo ret ria rich rien rieng rieu rim rin rinh ro roc
roi rom rong rot ru ruc rui rum run rung ruoi ruom ruong ruot rut sa sac sach sai sam san sang sanh sao sap sat
sau say se sem sen seo set si sia sich siem sien sieu sim sin sinh soa soai soan soat soc soi som son song sot
su sua suat suc sui sum sun suoi suon suong sup suu suy suyt ta tac tach tai tam tanh tao tap tau tay tech tem
ten teo tep tet teu tha thach thai tham than thang thanh thao thap that thau thay the thech them then theo thep
thet theu thi thia thich thiem thien thieng thiep thiet thieu thim thin thinh thip thit thiu tho thoa thoai
thoan thoang thoat thoc thoi thom thon thong thop thot thuan thuat thuc thue thum thun thung thuoc thuom thuong
thuot thup thut thuy thuyen thuyet ti tia tich tiem tien tieng tiep tieu tim tin tinh tip tit tiu to toa toac
toai toan toang toanh toat toc toe toet tom ton tong top tot tra trac trach trai tram tran trang tranh trao trap
trat trau tray tre trech trem tren treo tret treu tri trich triem trien trieng triet trieu trim trin trinh trit
triu tro troc troi trong trop trot tru trua truan truc trui trum trun trung truoc truong truot trut truy truyen
truyet tua tuan tuc tue tui tum tun tung tuoc tuoi tuom tuon tuong tuot tup tut tuu tuy tuyen tuyet tuynh va vac
vach vai vam van vang vanh vao vap vat vay ve vech ven venh veo vet veu vi via viec viem vien vieng viet vin
vinh vip vit viu vo voc voi vom von vong vop vot vua vuc vui vun vung vuon vuong vuot vut xa xac xach xai xam
xan xang xanh xao xap xat xay xe xech xem xen xeo xep xet xeu xi xia xich xiec xiem xien xieng xiet xieu xin
xinh xit xiu xo xoa xoai xoan xoang xoay xoc xoe xoi xom xon xong xop xot xu xua xuan xuat xuc xue xui xum xun
xung xuoc xuoi xuong xup xut xuyen xuyt`
  .trim()
  .split(/\s+/)
