import type pg from 'pg'
import { exact, plain } from '../src/base/text.ts'

/** Common words first: the n-th is drawn about 1/n times as often. */
const WHAT = ['Trợ lý ảo', 'Hệ thống', 'Phần mềm', 'Công cụ', 'Nền tảng', 'Mô hình', 'Bộ lọc', 'Camera', 'Robot']
const DOES = [
  'trả lời câu hỏi',
  'nhận dạng giọng nói',
  'chấm điểm tín dụng',
  'dịch văn bản',
  'phát hiện gian lận',
  'gợi ý sản phẩm',
  'đọc phim X-quang',
  'tóm tắt hồ sơ',
  'phân loại đơn thư',
  'dự báo ngập lụt',
  'điều phối xe buýt',
  'chấm bài thi',
  'nhận dạng khuôn mặt',
  'kiểm duyệt nội dung',
  'tạo ảnh quảng cáo',
  'phát hiện cháy rừng',
]
const WHOM = ['khách hàng', 'người bệnh', 'học sinh', 'cán bộ', 'nông dân', 'hành khách', 'thủ thư', 'ngư dân']
const WHERE = ['Sông Ngân', 'Đồng Mây', 'Bến Trăng', 'Đồi Sim', 'Mưa Ngâu', 'Ba Nhánh', 'Sao Mai', 'Gió Bấc']
const KINDS = ['Công ty', 'Hợp tác xã', 'Bệnh viện', 'Trường', 'Ngân hàng', 'Trung tâm', 'Thư viện']
/** A register of so many made-up systems: one insert … select; the indexes are built afterwards, as after any bulk load. */
export async function generate(pool: pg.Pool, rows: number): Promise<void> {
  const { rows: indexes } = await pool.query<{ name: string; def: string }>(
    `select indexname as name, indexdef as def from pg_indexes i
     where tablename = 'system' and not exists (select from pg_constraint c where c.conname = i.indexname)`,
  )
  for (const { name } of indexes) await pool.query(`drop index ${name}`)
  const lists = [WHAT, DOES, WHOM, WHERE, KINDS].flatMap((list) => [list, list.map(exact), list.map(plain)])
  const pick = (list: number, form: number, by: string): string => `($${list * 3 + form + 1}::text[])[${by}]`
  const said = (form: number): { name: string; provider: string; purpose: string } => {
    const [what, does, whom, where, kind] = ['w', 'd', 'h', 'p', 'k'].map((by, list) => pick(list, form, by))
    const code = `'${form === 0 ? 'K' : 'k'}' || to_char(r.code, 'FM00000')`
    return {
      name: `${what} || ' ' || ${does} || ' ' || ${code}`,
      provider: `${kind} || ' ' || ${where}`,
      purpose: `${what} || ' ' || ${does} || ' ' || ${whom} || ' ' || ${where} || ', ' || ${whom}`,
    }
  }
  const [shown, kept, bare] = [said(0), said(1), said(2)]
  const words = (of: typeof shown): string =>
    `${of.name} || ' ' || ${of.provider} || ' ' || lower(r.ai_id) || ' ' || ${of.purpose}`
  await pool.query(
    `insert into system (id, ai_id, provider, internal_code, internal_code_key, name, name_plain, state, level, sectors, entries,
                         dossier_version, public, search_exact, search_plain, created_at, recorded_at, changed_at, seq)
     select gen_random_uuid(), r.ai_id, (select id from party order by id limit 1), 'g' || n, 'g' || n, ${shown.name}, ${bare.name},
            r.state, r.level, r.sectors, '{}', 1,
            jsonb_build_object('aiId', r.ai_id, 'name', ${shown.name}, 'version', '1.0', 'level', r.level, 'state', r.state,
              'provider', jsonb_build_object('name', ${shown.provider}, 'address', null, 'contact', null),
              'purpose', ${shown.purpose}, 'functions', jsonb_build_array(${shown.purpose}), 'scope', ${shown.provider},
              'users', jsonb_build_array('Cán bộ'), 'affected', jsonb_build_array('Người dân'), 'sectors', to_jsonb(r.sectors),
              'entries', '[]'::jsonb, 'firstUse', null,
              'recordedAt', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
              'changedAt', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
            ${words(kept)}, ${words(bare)}, r.at, r.at, r.at, 1
     from (
       select n, 'GEN' || lpad(n::text, 9, '0') as ai_id, timestamptz '2026-03-01' + n * interval '20 seconds' as at,
              (n::bigint * 7919 % 65521)::int as code,
              (array['low','medium','medium','medium','high'])[1 + n % 5] as level,
              (array['declared','in-use','in-use','in-use','suspended','retired'])[1 + (n / 7) % 6] as state,
              array[(array['education','health','banking','transport','other','finance'])[1 + (n / 3) % 6]] as sectors,
              1 + floor(power(random(), 2) * ${WHAT.length})::int as w, 1 + floor(power(random(), 2) * ${DOES.length})::int as d,
              1 + floor(power(random(), 2) * ${WHOM.length})::int as h, 1 + floor(power(random(), 2) * ${WHERE.length})::int as p,
              1 + floor(power(random(), 2) * ${KINDS.length})::int as k
       from generate_series(1, ${rows}) n
     ) r`,
    lists,
  )
  await pool.query(`set maintenance_work_mem = '256MB'`)
  for (const { def } of indexes) await pool.query(def)
  await pool.query(
    `insert into term select distinct t from system, unnest(string_to_array(search_plain, ' ')) t
     where length(t) between 2 and 40 on conflict do nothing`,
  )
  await pool.query('vacuum analyze system')
}
