-- What anyone tells the State about AI (Decree 142 art. 41.3.c), and reports of prohibited acts (Law art. 7).

create sequence petition_number;

create table petition (
  id          uuid primary key,
  number      text not null,
  code        text not null,
  kind        text not null constraint petition_kind_known check (kind in ('feedback', 'record-error', 'prohibited')),
  named       boolean not null,
  about       text,
  act         text,
  lang        text not null constraint petition_lang_known check (lang in ('vi', 'en')),
  unit        uuid not null references unit (id),
  officer     uuid references account (id),
  state       text not null constraint petition_state_known check (state in ('received', 'taken', 'answered', 'closed')),
  outcome     text constraint petition_outcome_known check (outcome in ('mended', 'no-fault', 'case-opened', 'passed-on', 'noted')),
  summary     text,
  steps       jsonb not null default '{}',
  received_at timestamptz not null,
  changed_at  timestamptz not null,
  receipt     jsonb not null,
  jws         text not null,
  seq         int not null default 0 check (seq >= 0),
  constraint petition_number_once unique (number),
  constraint petition_code_once unique (code),
  constraint petition_closed_with_outcome check (state <> 'closed' or outcome is not null)
);
comment on table petition is 'A message of anybody: the cache of its events. code: keyed hash of the eight words with which its sender returns; the words are kept nowhere. named: the sender left a name, which lies sealed. Every time in this table and its events is the beginning of an hour. summary: what became of it, in words for everybody.';
create index petition_unit on petition (unit, state);
create index petition_about on petition (about) where about is not null;

create table petition_event (
  petition uuid not null references petition (id),
  seq      int not null check (seq >= 1),
  verb     text not null,
  side     text not null constraint petition_event_side_known check (side in ('sender', 'unit')),
  by       text not null,
  at       timestamptz not null,
  state    text not null,
  leaf     uuid not null,
  constraint petition_event_one_per_step primary key (petition, seq)
);
comment on table petition_event is 'What happened to a message, without what was said. by is "sender" or the account of an officer. Append only.';

create table petition_paper (
  petition uuid not null,
  seq      int not null,
  content  jsonb not null,
  salts    jsonb not null,
  constraint petition_paper_one_per_step primary key (petition, seq),
  constraint petition_paper_of_event foreign key (petition, seq) references petition_event (petition, seq)
);
comment on table petition_paper is 'What was said at a step, with the salts of its leaf. Apart from the event, so that it can be erased where the law demands it. Append only.';

create table petition_file (
  petition uuid not null,
  seq      int not null,
  n        int not null,
  type     text not null,
  size     bigint not null,
  sha256   text not null,
  constraint petition_file_once primary key (petition, seq, n),
  constraint petition_file_of_event foreign key (petition, seq) references petition_event (petition, seq)
);
comment on table petition_file is 'A copy of a file that came with a message, freed of everything but the picture or the text. It has no name: n counts the files of a step. Append only.';

-- The sealed store. Nothing of it can be opened with what the server holds.
create table petition_seal (
  petition   uuid primary key references petition (id),
  own        text not null,
  envelope   bytea not null,
  recipients text[] not null
);
comment on table petition_seal is 'own: the public key made for one message alone. envelope: its private half, encrypted with age (X25519) to the recipients of the unit. A recipient who can open it may encrypt it anew for others: in his browser, never here.';

create table petition_sealed (
  id       uuid primary key,
  petition uuid not null,
  seq      int not null,
  what     text not null constraint petition_sealed_what_known check (what in ('identity', 'original')),
  body     bytea not null,
  constraint petition_sealed_of_event foreign key (petition, seq) references petition_event (petition, seq)
);
comment on table petition_sealed is 'Name and contact of a sender, and original files with their names: each encrypted with age to the key of its message, in memory, before anything was written. Append only.';
create index petition_sealed_petition on petition_sealed (petition);

create table petition_recipient (
  unit       uuid not null references unit (id),
  recipient  text not null,
  label      text not null,
  account    uuid not null references account (id),
  since      timestamptz not null,
  until      timestamptz,
  constraint petition_recipient_once primary key (unit, recipient)
);
comment on table petition_recipient is 'Public keys (age X25519 recipients) for which a unit has messages sealed. The private halves are held by officers and never come here. unit_event keeps who added and ended one.';

-- What anyone may read: what was told about a record or in general, and what became of it. Never who told it.
create view public_petition as
  select number, kind, about, outcome, summary, received_at, changed_at
  from petition
  where kind <> 'prohibited' and state = 'closed' and summary is not null;
comment on view public_petition is 'Messages that are closed and whose outcome is told to everybody, for the reading role. Reports of prohibited acts are only counted.';

create view public_petition_count as
  select kind, state, count(*) as n from petition group by kind, state;
comment on view public_petition_count is 'How many messages there are of each kind, and how they stand.';

grant usage on sequence petition_number to saola_app;
grant select, insert, update on petition, petition_recipient to saola_app;
grant select, insert on petition_event, petition_paper, petition_file, petition_sealed to saola_app;
grant select, insert on petition_seal to saola_app;
grant update (envelope, recipients) on petition_seal to saola_app;
grant select on public_petition, public_petition_count to saola_app, saola_public;
