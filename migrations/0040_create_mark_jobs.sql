-- Signing in bulk: claims handed over by the thousand are signed in the background, kept for a while, and erased.

create table mark_job (
  id         uuid primary key,
  party      uuid not null references party (id),
  system     uuid not null references system (id),
  ai_id      text not null,
  key        uuid not null references api_key (id),
  state      text not null
             constraint mark_job_state_known check (state in ('waiting', 'running', 'done')),
  lines      int not null,
  seen       int not null default 0,
  signed     int not null default 0,
  refused    int not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  due_at     timestamptz not null,
  keep_until timestamptz not null,
  constraint mark_job_counts check (signed + refused <= lines),
  constraint mark_job_done_whole check (state <> 'done' or signed + refused = lines)
);
comment on table mark_job is 'Claims of one system handed over to be signed in the background. key: the API key that ordered it; seen: the last line dealt with; due_at: not before, as when the share of the day is used up. Whoever works on it holds the row for one short transaction, so a portal that dies leaves it as it was. Paper, not record: erased after keep_until, or when its owner says so.';
create index mark_job_party on mark_job (party, created_at desc);
create index mark_job_system on mark_job (system, created_at desc);
create index mark_job_waiting on mark_job (changed_at) where state <> 'done';
create index mark_job_keep on mark_job (keep_until);

create table mark_job_line (
  job        uuid not null references mark_job (id) on delete cascade,
  line       int not null,
  ref        text,
  claim      bytea,
  cose       bytea,
  serial     text,
  content_id text,
  refusal    jsonb,
  constraint mark_job_line_once primary key (job, line),
  constraint mark_job_line_one_of check (num_nonnulls(claim, cose, refusal) = 1),
  constraint mark_job_line_signed_whole check ((cose is null) = (serial is null) and (cose is null) = (content_id is null))
);
comment on table mark_job_line is 'A line of a job: its claim until it is signed, then the signature, or why there is none. line is counted as in what was sent; ref is the sender''s own name for it. Never content, only its hashes.';

grant select, insert, delete on mark_job to saola_app;
grant update (state, seen, signed, refused, changed_at, due_at, keep_until) on mark_job to saola_app;
grant select, insert, delete on mark_job_line to saola_app;
grant update (claim, cose, serial, content_id, refusal) on mark_job_line to saola_app;
