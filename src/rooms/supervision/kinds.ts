import type { UnitKind } from '../../base/actor.ts'
import { type Day, day } from '../../base/day.ts'
import { type Text, text } from '../../base/text.ts'
import type { Cite, Confidence } from '../../law/cite.ts'
import type { Held, Level } from '../systems/schema.ts'
import type { Basis, Kind } from './schema.ts'

export interface KindOf {
  readonly name: Text
  /** What the addressee has to do. */
  readonly means: Text
  /** The provisions it can stand on; where there is more than one, the drafter says which. */
  readonly bases: readonly Basis[]
  /** What becomes of the system on the register while the order stands. */
  readonly holds?: Held
  /** It asks for information: the record of Law art. 31.2 is owed. */
  readonly asks?: true
}

export const KIND: Readonly<Record<Kind, KindOf>> = {
  reclassify: {
    name: text('Tái phân loại', 'Reclassify'),
    means: text('Phân loại lại hệ thống và thông báo kết quả.', 'Classify the system anew and notify the result.'),
    bases: ['L10.6'],
  },
  supplement: {
    name: text('Bổ sung hồ sơ', 'Supplement the dossier'),
    means: text('Bổ sung hồ sơ phân loại của hệ thống.', 'Supplement the classification dossier of the system.'),
    bases: ['L10.6'],
  },
  suspend: {
    name: text('Tạm dừng việc sử dụng', 'Suspend use'),
    means: text(
      'Tạm dừng việc sử dụng hệ thống; nhà cung cấp và mọi bên triển khai đều phải thực hiện.',
      'Stop using the system for now; the provider and every deployer have to.',
    ),
    bases: ['L10.6', 'L12.3'],
    holds: 'suspended',
  },
  recall: {
    name: text('Thu hồi', 'Recall'),
    means: text(
      'Thu hồi hệ thống; nhà cung cấp và mọi bên triển khai đều phải thực hiện.',
      'Take the system back; the provider and every deployer have to.',
    ),
    bases: ['L12.3'],
    holds: 'recalled',
  },
  're-evaluate': {
    name: text('Đánh giá lại', 'Re-evaluate'),
    means: text('Đánh giá lại hệ thống sau sự cố.', 'Evaluate the system anew after an incident.'),
    bases: ['L12.3'],
  },
  explain: {
    name: text('Giải trình', 'Explain'),
    means: text(
      'Giải trình trong phạm vi được hỏi; không phải cung cấp mã nguồn, thuật toán chi tiết, bộ tham số hay bí mật.',
      'Account for what is asked; source code, detailed algorithms, parameters and secrets are not owed.',
    ),
    bases: ['L14.1.e', 'L14.2.đ', 'L15.1.b', 'L15.1.c', 'L15.2.a', 'L15.2.b'],
    asks: true,
  },
  produce: {
    name: text('Cung cấp hồ sơ, nhật ký, dữ liệu', 'Produce records'),
    means: text(
      'Cung cấp hồ sơ kỹ thuật, nhật ký lưu vết, dữ liệu huấn luyện và thông tin cần thiết khác trong thanh tra, kiểm tra.',
      'Hand over the technical file, audit logs, training data and other needed information during an inspection or check.',
    ),
    bases: ['L28.3'],
    asks: true,
  },
  'suspend-legacy': {
    name: text('Tạm dừng hệ thống hoạt động trước ngày Luật có hiệu lực', 'Suspend a legacy system'),
    means: text(
      'Tạm dừng hoạt động của hệ thống trong thời hạn chuyển tiếp vì nguy cơ gây thiệt hại nghiêm trọng.',
      'Stop the system for now, within its transition period, because it may do serious damage.',
    ),
    bases: ['L35.2'],
    holds: 'suspended',
  },
  'end-legacy': {
    name: text('Chấm dứt hệ thống hoạt động trước ngày Luật có hiệu lực', 'End a legacy system'),
    means: text(
      'Chấm dứt hoạt động của hệ thống trong thời hạn chuyển tiếp vì nguy cơ gây thiệt hại nghiêm trọng.',
      'End the system, within its transition period, because it may do serious damage.',
    ),
    bases: ['L35.2'],
    holds: 'retired',
  },
}

/** Why information may be asked for; which of them a provision admits differs by level of risk. */
export const GROUNDS = ['inspection', 'risk-signs', 'incident', 'violation-signs', 'rights'] as const
export type Ground = (typeof GROUNDS)[number]

export interface BasisOf {
  /** Kinds of units that may order on it. */
  readonly units: readonly UnitKind[]
  readonly confidence: Confidence
  /** For systems of this level only. */
  readonly level?: Level
  /** On this side of the system only. */
  readonly role?: 'provider' | 'deployer'
  readonly grounds?: readonly Ground[]
  /** The provision that forbids asking for source code, detailed algorithms and parameters on it. */
  readonly keepsSecret?: Cite
}

const EVERY_UNIT: readonly UnitKind[] = ['most', 'police', 'ministry', 'province']

/**
 * Who is competent: the Law says "the competent authority" and no more (law.md 1.3). Our reading, of confidence D: checks
 * and what follows from them belong to the ministry of science and technology, line ministries and provinces (Law art.
 * 28.2, 30.2; Decree art. 41, 43, 44); what follows from an incident to whoever leads it (Decree art. 19.6, 42.5);
 * legacy systems to "the authority that manages AI for the State" (Law art. 35.2, 30.2.b). A portal with other rules
 * changes this table.
 */
export const BASIS: Readonly<Record<Basis, BasisOf>> = {
  'L10.6': { units: ['most', 'ministry', 'province'], confidence: 'D' },
  'L12.3': { units: ['most', 'police'], confidence: 'D' },
  'L14.1.e': {
    ...{ units: EVERY_UNIT, confidence: 'D', level: 'high', role: 'provider', grounds: GROUNDS },
    keepsSecret: 'L14.1.e',
  },
  'L14.2.đ': {
    ...{ units: EVERY_UNIT, confidence: 'D', level: 'high', role: 'deployer', grounds: GROUNDS },
    keepsSecret: 'L14.4',
  },
  'L15.1.b': {
    ...{ units: EVERY_UNIT, confidence: 'D', level: 'medium', role: 'provider' },
    ...{ grounds: ['inspection', 'risk-signs', 'incident'], keepsSecret: 'L15.1.b' },
  },
  'L15.1.c': {
    ...{ units: EVERY_UNIT, confidence: 'D', level: 'medium', role: 'deployer' },
    ...{ grounds: ['inspection', 'incident'], keepsSecret: 'L31.2' },
  },
  'L15.2.a': {
    ...{ units: EVERY_UNIT, confidence: 'D', level: 'low', role: 'provider' },
    ...{ grounds: ['violation-signs', 'rights'], keepsSecret: 'L31.2' },
  },
  'L15.2.b': {
    ...{ units: EVERY_UNIT, confidence: 'D', level: 'low', role: 'deployer' },
    ...{ grounds: ['violation-signs', 'rights'], keepsSecret: 'L31.2' },
  },
  'L28.3': { units: EVERY_UNIT, confidence: 'D', grounds: ['inspection'] },
  'L35.2': { units: ['most'], confidence: 'D' },
}

/** Systems that ran before this day are the legacy of Law art. 35.1. */
export const LAW_IN_FORCE: Day = day('2026-03-01')
/** The first day after the transition: health, education and finance have eighteen months, all others twelve. */
export const TRANSITION_ENDS: Readonly<Record<'long' | 'other', Day>> = {
  long: day('2027-09-01'),
  other: day('2027-03-01'),
}
export const LONG_SECTORS: readonly string[] = ['health', 'education', 'finance', 'banking']
