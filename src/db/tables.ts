// Made from the migrated database by `npm run -s saola -- tables`. Not edited by hand; a test compares.
import type { ColumnType, Generated } from 'kysely'
import type { Json } from '../base/canonical.ts'
import type { JsonObject } from './json.ts'

/** Objects go in as they are; lists and texts through `json`. */
type Jsonb = ColumnType<Json, JsonObject, JsonObject>
type JsonbOrNull = ColumnType<Json | null, JsonObject | null | undefined, JsonObject | null>
type FilledJsonb = ColumnType<Json, JsonObject | undefined, JsonObject>
type List = ColumnType<string[], readonly string[], readonly string[]>
type FilledList = ColumnType<string[], readonly string[] | undefined, readonly string[]>
type Computed<T> = ColumnType<T, never, never>

export interface AccessNoteRow {
  id: string
  at: string
  by: string
  unit: string | null
  party: string
  object: string
}

export interface AccountRow {
  id: string
  email: string
  email_key: string
  name: string
  lang: string
  password_hash: string
  created_at: string
  confirmed_at: string | null
  totp_sealed: Uint8Array | null
  totp_since: string | null
  erased_at: string | null
}

export interface AnsweredRow {
  scope: string
  key: string
  request: string
  status: number
  headers: Jsonb
  body: Uint8Array
  at: string
  keep_until: string | null
}

export interface ApiKeyRow {
  id: string
  party: string
  label: string
  hint: string
  key_hash: string
  scopes: List
  created_at: string
  created_by: string
  revoked_at: string | null
}

export interface AssessmentRow {
  id: string
  account: string
  party: string | null
  system: string | null
  facts: Jsonb
  rule_set: string
  on_day: string
  judgement: Jsonb
  kept_at: string
}

export interface AttachmentRow {
  id: string
  system: string
  stands_for: List
  kind: string
  name: string
  type: string
  size: number
  sha256: string
  added_at: string
  added_by: string
  removed_at: string | null
  erased_at: string | null
}

export interface CalendarRow {
  id: string
  body: Jsonb
  first_used: string
}

export interface CampaignRow {
  id: string
  number: string
  unit: string
  title: string
  purpose: string
  levels: List
  sectors: FilledList
  place: Generated<string>
  size: number
  way: string
  seed_from: string
  seed_says: Generated<string>
  scope: string
  members: string
  period: number
  state: string
  frame_count: number | null
  frame_hash: string | null
  log_size: number | null
  seed: string | null
  summary: string | null
  created_at: string
  announced_at: string | null
  drawn_at: string | null
  closed_at: string | null
  seq: Generated<number>
}

export interface CampaignEventRow {
  campaign: string
  seq: number
  verb: string
  by: string
  at: string
  shown: Jsonb
  leaf: string
  salts: Jsonb
}

export interface CampaignFrameRow {
  campaign: string
  ai_id: string
}

export interface CampaignSampleRow {
  campaign: string
  place: number
  system: string
  file: string | null
}

export interface CaseFeedRow {
  token_hash: string
  hint: string
  party: string | null
  unit: string | null
  lang: string
  made_at: string
  made_by: string
  revoked_at: string | null
}

export interface CaseViewRow {
  id: string
  account: string
  name: string
  query: string
  made_at: string
}

export interface CasefileRow {
  id: string
  number: string
  procedure: string
  party: string
  unit: string | null
  copies: FilledList
  officer: string | null
  state: string
  subject: Generated<string>
  answers: FilledJsonb
  steps: FilledJsonb
  asked: number | null
  holder: string
  held_since: string
  opened_at: string
  opened_by: string
  changed_at: string
  seq: Generated<number>
  served: Generated<number | null>
  workers: FilledList
}

export interface CasefileAttachmentRow {
  id: string
  file: string
  seq: number | null
  side: string
  name: string
  type: string
  size: number
  sha256: string
  added_at: string
  added_by: string
  removed_at: string | null
}

export interface CasefileClockRow {
  file: string
  clock: string
  side: string
  kind: string
  due_at: string
  reckoning: Jsonb
  remind_50: string
  remind_80: string
  remind_100: string
  reminded: Generated<number>
  met_at: string | null
}

export interface CasefileDocumentRow {
  number: string
  file: string
  seq: number
  kind: string
  content: Jsonb
  jws: string
  at: string
}

export interface CasefileDraftRow {
  file: string
  verb: string
  form: string
  version: number
  answers: Jsonb
  sealed: FilledJsonb
  saved_at: string
  saved_by: string
}

export interface CasefileEventRow {
  file: string
  seq: number
  verb: string
  side: string
  by: string
  unit: string | null
  copies: List
  at: string
  state: string
  leaf: string
}

export interface CasefileOriginRow {
  file: string
  number: string
}

export interface CasefilePaperRow {
  file: string
  seq: number
  content: Jsonb
  salts: Jsonb
}

export interface CasefilePublicRow {
  file: string
  number: string
  procedure: string
  content: JsonbOrNull
  at: string
  changed_at: string
}

export interface CasefileSecretRow {
  file: string
  key: string
  sealed: Uint8Array
  hint: string
}

export interface CasefileSourceRow {
  number: string
  path: string
  unit: string
  noted_at: string
}

export interface ChangeBaseRow {
  one: Generated<boolean>
  cluster: number
  base: number
}

export interface ClaimRow {
  id: string
  number: string
  claimant: string
  title: string
  facts: string
  happened_on: string | null
  ai_id: string | null
  system_name: string
  asked: number | null
  state: string
  seq: number
  opened_at: string
  changed_at: string
}

export interface ClaimMatterRow {
  claim: string
  n: number
  kind: string
  asker: number
  answerer: number
  state: string
  offer: number | null
}

export interface ClaimShareRow {
  claim: string
  side: number
  unit: string
  by: string
  at: string
  ended_at: string | null
}

export interface ClaimSideRow {
  claim: string
  n: number
  role: string
  name: string
  party: string | null
  found_by: string
  joined_at: string | null
  declined_at: string | null
}

export interface ClaimStepRow {
  claim: string
  seq: number
  matter: number | null
  verb: string
  side: number
  by: string
  at: string
  amount: number | null
  words: string | null
}

export interface DeploymentRow {
  id: string
  system: string
  deployer: string | null
  deployer_name: string
  since: string
  until: string | null
  added_by: string
  added_at: string
}

export interface DeskRow {
  name: string
  unit: string
  since: string
  by: string
}

export interface DossierDraftRow {
  system: string
  answers: Jsonb
  rev: Generated<number>
  saved_at: string
  saved_by: string
}

export interface DossierVersionRow {
  system: string
  version: number
  answers: Jsonb
  shown: Jsonb
  hash: string
  reason: string | null
  by: string
  at: string
}

export interface ErasedFileRow {
  sha256: string
  at: string
}

export interface ErasureRow {
  id: string
  kind: string
  subject: string
  fields: FilledList
  files: Generated<boolean>
  versions: string
  asked_on: string
  unit: string
  by: string
  at: string
  ended: string | null
  ended_by: string | null
  ended_at: string | null
}

export interface IncidentRow {
  file: string
  number: string
  party: string
  role: string
  system: string | null
  ai_id: string | null
  system_name: string
  sector: string
  classes: List
  near_miss: boolean
  detected_at: string
  confirmed_at: string | null
  reported_at: string | null
  serious: Generated<boolean>
  event: string | null
}

export interface IncidentCaseRow {
  id: string
  at: string
  by: string
}

export interface IncidentLinkRow {
  one: string
  other: string
  same: boolean
  at: string
  by: string
  leaf: string
  salts: Jsonb
}

export interface IncidentMeasureRow {
  file: string
  seq: number
  kind: string
  at: string
  shown: string
}

export interface InspectionRecordRow {
  file: string
  n: number
  what: string
  asked_step: number
  given_step: number | null
  how: string | null
}

export interface InspectionVisitRow {
  file: string
  number: string
  kind: string
  party: string
  unit: string
  system: string
  level: string
  ground: string
  state: string
  announced_at: string
  concluded_at: string | null
  outcomes: FilledList
  planned: Generated<boolean>
  published_at: string | null
  withheld_at: string | null
  closed_at: string | null
  changed_at: string
}

export interface InventoryAgencyRow {
  name_key: string
  party: string
}

export interface InventoryImportRow {
  id: string
  party: string | null
  unit: string | null
  by: string
  name: string
  sha256: string
  size: number
  reading: Jsonb
  columns: Jsonb
  sample: Jsonb
  total: number
  repeated: Generated<number>
  mapping: JsonbOrNull
  state: string
  seen: Generated<number>
  created_at: string
  changed_at: string
  lease: string | null
  lease_until: string | null
}

export interface InventoryOnceRow {
  scope: string
  key: string
  content: string
  system: string
  import: string
  n: number
}

export interface InventoryPresetRow {
  scope: string
  name: string
  mapping: Jsonb
  by: string
  at: string
}

export interface InventoryRowRow {
  import: string
  n: number
  verdict: string
  key: string
  content: string
  done: Generated<boolean>
  agency: string | null
  work: JsonbOrNull
  reasons: FilledJsonb
  lacks: FilledList
  cells: JsonbOrNull
  system: string | null
}

export interface InvitationRow {
  id: string
  party: string | null
  unit: string | null
  role: string
  email_key: string
  token_hash: string
  by: string
  at: string
  until: string
  ended_at: string | null
  accepted_by: string | null
}

export interface LogCounterRow {
  one: Generated<boolean>
  next: Generated<number>
  holder: string | null
  until: string | null
}

export interface LogHeadRow {
  origin: string
  size: number
  root: string
  note: string
  signed_at: string
  witnessed: string | null
}

export interface LogLeafRow {
  id: string
  log_index: number | null
  at: string
  body: Uint8Array
  arrival: Computed<number>
}

export interface LogWitnessRow {
  key: string
  size: number
  line: string | null
  at: string
  problem: string | null
}

export interface MailLinkRow {
  token_hash: string
  account: string
  purpose: string
  until: string
  used_at: string | null
}

export interface MarkCertificateRow {
  id: string
  party: string
  system: string
  ai_id: string
  serial: string
  fingerprint: string
  der: Uint8Array
  issuer: Uint8Array
  sealed_key: Uint8Array | null
  organisation: string
  not_before: string
  not_after: string
  issued_at: string
  revoked_at: string | null
  revoked_reason: string | null
  seq: number
}

export interface MarkCertificateEventRow {
  certificate: string
  seq: number
  verb: string
  by: string
  at: string
  data: Jsonb
}

export interface MarkDayRow {
  party: string
  day: string
  signed: number
}

export interface MarkItemRow {
  id: string
  content_id: string
  party: string
  system: string
  certificate: string | null
  ai_id: string
  statement: string
  type: string
  sha256: string
  phash: string | null
  dhash: string | null
  pdq: string | null
  manifest_id: string | null
  manifest: Uint8Array | null
  registered_at: string
  withdrawn_at: string | null
  seq: number
}

export interface MarkItemEventRow {
  item: string
  seq: number
  verb: string
  by: string
  at: string
  data: Jsonb
}

export interface MarkJobRow {
  id: string
  party: string
  system: string
  ai_id: string
  key: string
  state: string
  lines: number
  seen: Generated<number>
  signed: Generated<number>
  refused: Generated<number>
  created_at: string
  changed_at: string
  due_at: string
  keep_until: string
}

export interface MarkJobLineRow {
  job: string
  line: number
  ref: string | null
  claim: Uint8Array | null
  cose: Uint8Array | null
  serial: string | null
  content_id: string | null
  refusal: JsonbOrNull
}

export interface MembershipRow {
  party: string
  account: string
  role: string
  since: string
  until: string | null
}

export interface NoticeRow {
  number: string
  system: string
  kind: string
  channel: string
  received_at: string
  recorded_at: string
  level: string
  dossier_version: number
  dossier_hash: string
  declared: Jsonb
  rule_set: string | null
  judgement: JsonbOrNull
  differs: Generated<boolean>
  by: string
  receipt: Jsonb
  jws: string
}

export interface OutboxRow {
  id: string
  about: string
  recipient: string
  subject: string
  body: string
  created_at: string
  due_at: string
  attempts: Generated<number>
  sent_at: string | null
  failed_at: string | null
  problem: string | null
}

export interface PartyRow {
  id: string
  kind: string
  name: string
  address: string
  contact: string
  code: string | null
  country: Generated<string>
  contact_point: string | null
  presence: string | null
  representative: string | null
  state_body: Generated<boolean>
  created_at: string
  seq: Generated<number>
}

export interface PartyEventRow {
  party: string
  seq: number
  verb: string
  by: string
  at: string
  data: Jsonb
}

export interface PetitionRow {
  id: string
  number: string
  code: string
  kind: string
  named: boolean
  about: string | null
  act: string | null
  unit: string
  officer: string | null
  state: string
  outcome: string | null
  summary: string | null
  steps: FilledJsonb
  received_at: string
  changed_at: string
  receipt: Jsonb
  jws: string
  seq: Generated<number>
  take_days: Generated<number>
  answer_days: Generated<number>
}

export interface PetitionAimRow {
  unit: string
  take: number
  answer: number
}

export interface PetitionEventRow {
  petition: string
  seq: number
  verb: string
  side: string
  by: string
  at: string
  state: string
  leaf: string
}

export interface PetitionFileRow {
  petition: string
  seq: number
  n: number
  type: string
  size: number
  sha256: string
}

export interface PetitionPaperRow {
  petition: string
  seq: number
  content: Jsonb
  salts: Jsonb
}

export interface PetitionRecipientRow {
  unit: string
  recipient: string
  label: string
  account: string
  since: string
  until: string | null
}

export interface PetitionSealRow {
  petition: string
  own: string
  envelope: Uint8Array
  recipients: List
}

export interface PetitionSealedRow {
  id: string
  petition: string
  seq: number
  what: string
  body: Uint8Array
}

export interface PublicCampaignRow {
  number: Computed<string>
  issuer_vi: Computed<string | null>
  issuer_en: Computed<string | null>
  title: Computed<string>
  state: Computed<string>
  levels: Computed<string[]>
  sectors: Computed<string[]>
  place: Computed<string>
  size: Computed<number>
  announced_at: Computed<string | null>
  frame_count: Computed<number | null>
  frame_hash: Computed<string | null>
  seed_from: Computed<string>
  seed_says: Computed<string>
  log_size: Computed<number | null>
  seed: Computed<string | null>
  drawn_at: Computed<string | null>
  closed_at: Computed<string | null>
  summary: Computed<string | null>
  leaf: Computed<string>
  salt: Computed<string | null>
  sample: Computed<string[] | null>
}

export interface PublicCampaignFrameRow {
  number: Computed<string>
  ai_id: Computed<string>
}

export interface PublicCaseRow {
  number: Computed<string>
  procedure: Computed<string>
  content: Computed<Json | null>
  at: Computed<string>
  changed_at: Computed<string>
}

export interface PublicIncidentCountRow {
  kind: Computed<string | null>
  key: Computed<string | null>
  count: Computed<number | null>
}

export interface PublicIncidentPaceRow {
  median_minutes: Computed<number | null>
}

export interface PublicMarkCertificateRow {
  serial: Computed<string>
  fingerprint: Computed<string>
  ai_id: Computed<string>
  organisation: Computed<string>
  der: Computed<Uint8Array>
  issuer: Computed<Uint8Array>
  not_before: Computed<string>
  not_after: Computed<string>
  issued_at: Computed<string>
  revoked_at: Computed<string | null>
  revoked_reason: Computed<string | null>
}

export interface PublicMarkItemRow {
  content_id: Computed<string>
  ai_id: Computed<string>
  statement: Computed<string>
  type: Computed<string>
  sha256: Computed<string>
  phash: Computed<string | null>
  dhash: Computed<string | null>
  pdq: Computed<string | null>
  manifest_id: Computed<string | null>
  manifest: Computed<Uint8Array | null>
  registered_at: Computed<string>
  provider: Computed<string | null>
  system_state: Computed<string | null>
  serial: Computed<string>
  revoked_at: Computed<string | null>
}

export interface PublicOrderRow {
  number: Computed<string>
  kind: Computed<string>
  basis: Computed<string>
  ai_id: Computed<string | null>
  system_name: Computed<string>
  provider: Computed<string | null>
  public_reason: Computed<string | null>
  issuer_vi: Computed<string | null>
  issuer_en: Computed<string | null>
  issued_at: Computed<string>
  ended: Computed<string | null>
  ended_at: Computed<string | null>
  ended_reason: Computed<string | null>
  changed_at: Computed<string>
  system_state: Computed<string | null>
  level: Computed<string | null>
  sectors: Computed<string[]>
}

export interface PublicPetitionRow {
  number: Computed<string>
  kind: Computed<string>
  about: Computed<string | null>
  outcome: Computed<string | null>
  summary: Computed<string | null>
  received_at: Computed<string>
  changed_at: Computed<string>
}

export interface PublicPetitionCountRow {
  kind: Computed<string>
  state: Computed<string>
  n: Computed<number | null>
}

export interface PublicTombstoneRow {
  number: Computed<string>
  kind: Computed<string>
  subject: Computed<string>
  fields: Computed<string[]>
  ground: Computed<string | null>
  office_vi: Computed<string | null>
  office_en: Computed<string | null>
  at: Computed<string>
  backups_until: Computed<string>
  reissued_at: Computed<string | null>
  swept_at: Computed<string | null>
}

export interface PublicViolationRow {
  number: Computed<string>
  conduct: Computed<string>
  sanction: Computed<string | null>
  sanctioned_at: Computed<string | null>
  published_at: Computed<string | null>
  changed_at: Computed<string>
  issuer_vi: Computed<string | null>
  issuer_en: Computed<string | null>
  title: Computed<string | null>
  summary: Computed<string | null>
  party: Computed<string>
  ai_id: Computed<string | null>
  system_name: Computed<string | null>
  reply: Computed<string | null>
  replied_at: Computed<string | null>
  standing: Computed<string | null>
  reason: Computed<string | null>
}

export interface RegisterEntryRow {
  ai_id: Computed<string | null>
  state: Computed<string>
  level: Computed<string | null>
  sectors: Computed<string[]>
  entries: Computed<string[]>
  first_use: Computed<string | null>
  public: Computed<Json>
  recorded_at: Computed<string | null>
  changed_at: Computed<string>
  dossier_version: Computed<number>
  name_plain: Computed<string>
  search_exact: Computed<string>
  search_plain: Computed<string>
  search: Computed<string>
}

export interface RegisterEventRow {
  ai_id: Computed<string | null>
  seq: Computed<number>
  verb: Computed<string>
  at: Computed<string>
  public: Computed<Json | null>
  change: Computed<number>
  n: Computed<number>
}

export interface RegisterLeafRow {
  ai_id: Computed<string | null>
  seq: Computed<number>
  id: Computed<string>
  log_index: Computed<number | null>
  body: Computed<Uint8Array>
  leaf: Computed<string | null>
  public_salt: Computed<string | null>
  history_salt: Computed<string | null>
}

export interface RuleSetRow {
  id: string
  body: Jsonb
  first_used: string
}

export interface SeatRow {
  unit: string
  account: string
  role: string
  since: string
  until: string | null
}

export interface SessionRow {
  token_hash: string
  account: string
  acting: string | null
  strong: boolean
  created_at: string
  until: string
}

export interface SignalRow {
  id: string
  system: string
  kind: string
  key: Generated<string>
  gravity: number
  reason_vi: string
  reason_en: string
  facts: FilledJsonb
  origin: string | null
  state: string
  led_to: string | null
  raised_at: string
  changed_at: string
  seq: Generated<number>
}

export interface SignalLookRow {
  signal: string
  seq: number
  verb: string
  by: string
  unit: string
  at: string
  reason: string | null
  led_to: string | null
  leaf: string
  salts: Jsonb
}

export interface SupervisionOrderRow {
  file: string
  number: string
  principal: string | null
  party: string
  unit: string
  kind: string
  basis: string
  system: string | null
  ai_id: string | null
  system_name: string
  incident: string | null
  public_reason: string | null
  state: string
  units: number | null
  units_done: number | null
  issued_at: string
  due_at: string
  acknowledged_at: string | null
  complied_at: string | null
  verified_at: string | null
  escalated_at: string | null
  complained_at: string | null
  ended: string | null
  ended_at: string | null
  ended_reason: string | null
  changed_at: string
}

export interface SystemRow {
  id: string
  ai_id: string | null
  provider: string
  internal_code: Generated<string>
  internal_code_key: Generated<string>
  name: Generated<string>
  name_plain: Generated<string>
  state: string
  level: string | null
  sectors: FilledList
  entries: FilledList
  first_use: string | null
  dossier_version: Generated<number>
  public: FilledJsonb
  search_exact: Generated<string>
  search_plain: Generated<string>
  created_at: string
  recorded_at: string | null
  changed_at: string
  seq: Generated<number>
  search: Computed<string>
  holds: FilledJsonb
  own_state: string | null
}

export interface SystemCodeRow {
  provider: string
  code_key: string
  system: string
}

export interface SystemEventRow {
  system: string
  seq: number
  verb: string
  by: string
  at: string
  data: Jsonb
  public: JsonbOrNull
  n: Generated<number>
  change: Generated<number>
}

export interface TermRow {
  term: string
}

export interface TombstoneRow {
  number: string
  kind: string
  subject: string
  fields: FilledList
  content: Jsonb
  erasure: string | null
  by: string
  at: string
  backups_until: string
  leaf: string
  salts: Jsonb
  made_in: Generated<number>
}

export interface TombstoneGroupRow {
  tombstone: string
  act: string
  name: string
  kept: string | null
  salt: string | null
}

export interface TombstoneWorkRow {
  tombstone: string
  reissued_at: string | null
  swept_at: string | null
}

export interface ToolNoteRow {
  number: string
  question: string
  asked: string
  answered: string
  at: string
  ended_at: string | null
}

export interface UnitRow {
  id: string
  kind: string
  code: string
  name_vi: string
  name_en: string
  seq: Generated<number>
}

export interface UnitEventRow {
  unit: string
  seq: number
  verb: string
  by: string
  at: string
  data: Jsonb
}

export interface ViolationRow {
  file: string
  number: string
  party: string
  unit: string
  system: string | null
  ai_id: string | null
  system_name: string | null
  conduct: string
  state: string
  opened_at: string
  found_at: string | null
  sanction: string | null
  sanctioned_at: string | null
  overturned_at: string | null
  overturned_reason: string | null
  title: string | null
  summary: string | null
  named: Generated<boolean>
  published_at: string | null
  reply: string | null
  replied_at: string | null
  withdrawn_at: string | null
  withdrawn_reason: string | null
  changed_at: string
}

export interface Tables {
  access_note: AccessNoteRow
  account: AccountRow
  answered: AnsweredRow
  api_key: ApiKeyRow
  assessment: AssessmentRow
  attachment: AttachmentRow
  calendar: CalendarRow
  campaign: CampaignRow
  campaign_event: CampaignEventRow
  campaign_frame: CampaignFrameRow
  campaign_sample: CampaignSampleRow
  case_feed: CaseFeedRow
  case_view: CaseViewRow
  casefile: CasefileRow
  casefile_attachment: CasefileAttachmentRow
  casefile_clock: CasefileClockRow
  casefile_document: CasefileDocumentRow
  casefile_draft: CasefileDraftRow
  casefile_event: CasefileEventRow
  casefile_origin: CasefileOriginRow
  casefile_paper: CasefilePaperRow
  casefile_public: CasefilePublicRow
  casefile_secret: CasefileSecretRow
  casefile_source: CasefileSourceRow
  change_base: ChangeBaseRow
  claim: ClaimRow
  claim_matter: ClaimMatterRow
  claim_share: ClaimShareRow
  claim_side: ClaimSideRow
  claim_step: ClaimStepRow
  deployment: DeploymentRow
  desk: DeskRow
  dossier_draft: DossierDraftRow
  dossier_version: DossierVersionRow
  erased_file: ErasedFileRow
  erasure: ErasureRow
  incident: IncidentRow
  incident_case: IncidentCaseRow
  incident_link: IncidentLinkRow
  incident_measure: IncidentMeasureRow
  inspection_record: InspectionRecordRow
  inspection_visit: InspectionVisitRow
  inventory_agency: InventoryAgencyRow
  inventory_import: InventoryImportRow
  inventory_once: InventoryOnceRow
  inventory_preset: InventoryPresetRow
  inventory_row: InventoryRowRow
  invitation: InvitationRow
  log_counter: LogCounterRow
  log_head: LogHeadRow
  log_leaf: LogLeafRow
  log_witness: LogWitnessRow
  mail_link: MailLinkRow
  mark_certificate: MarkCertificateRow
  mark_certificate_event: MarkCertificateEventRow
  mark_day: MarkDayRow
  mark_item: MarkItemRow
  mark_item_event: MarkItemEventRow
  mark_job: MarkJobRow
  mark_job_line: MarkJobLineRow
  membership: MembershipRow
  notice: NoticeRow
  outbox: OutboxRow
  party: PartyRow
  party_event: PartyEventRow
  petition: PetitionRow
  petition_aim: PetitionAimRow
  petition_event: PetitionEventRow
  petition_file: PetitionFileRow
  petition_paper: PetitionPaperRow
  petition_recipient: PetitionRecipientRow
  petition_seal: PetitionSealRow
  petition_sealed: PetitionSealedRow
  public_campaign: PublicCampaignRow
  public_campaign_frame: PublicCampaignFrameRow
  public_case: PublicCaseRow
  public_incident_count: PublicIncidentCountRow
  public_incident_pace: PublicIncidentPaceRow
  public_mark_certificate: PublicMarkCertificateRow
  public_mark_item: PublicMarkItemRow
  public_order: PublicOrderRow
  public_petition: PublicPetitionRow
  public_petition_count: PublicPetitionCountRow
  public_tombstone: PublicTombstoneRow
  public_violation: PublicViolationRow
  register_entry: RegisterEntryRow
  register_event: RegisterEventRow
  register_leaf: RegisterLeafRow
  rule_set: RuleSetRow
  seat: SeatRow
  session: SessionRow
  signal: SignalRow
  signal_look: SignalLookRow
  supervision_order: SupervisionOrderRow
  system: SystemRow
  system_code: SystemCodeRow
  system_event: SystemEventRow
  term: TermRow
  tombstone: TombstoneRow
  tombstone_group: TombstoneGroupRow
  tombstone_work: TombstoneWorkRow
  tool_note: ToolNoteRow
  unit: UnitRow
  unit_event: UnitEventRow
  violation: ViolationRow
}
