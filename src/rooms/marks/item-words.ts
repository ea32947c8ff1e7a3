import type { Text } from '../../base/text.ts'
import type { ItemCode } from './item-schema.ts'

export const ITEM_SAYS: Readonly<Record<ItemCode, Text>> = {
  'item.unknown': { vi: 'Không có nội dung nào đã đăng ký như vậy.', en: 'There is no such registered item.' },
  'item.not-yours': {
    vi: 'Bạn cần quyền lập hồ sơ trong tổ chức đã đăng ký nội dung này.',
    en: 'You need the right to file for the organisation that registered this item.',
  },
  'item.taken': {
    vi: 'Mã nội dung {contentId} đã được đăng ký. Hãy đánh dấu lại với một mã nội dung khác.',
    en: 'Content id {contentId} is registered already. Mark the content again with another one.',
  },
  'item.manifest': {
    vi: 'Bản kê C2PA gửi kèm không do chứng thư của hệ thống này ký, hoặc nói về nội dung khác.',
    en: 'The manifest that was sent is not signed by a certificate of this system, or speaks of other content.',
  },
  'item.binding': {
    vi: 'Giá trị không đúng độ dài của thuật toán: 6 byte cho dấu chìm, 48 byte cho mã băm hình ảnh.',
    en: 'The value has not the length of its algorithm: 6 bytes for the watermark, 48 for hashes of a picture.',
  },
}
