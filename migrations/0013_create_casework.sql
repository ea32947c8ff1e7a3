-- One engine for every procedure: files, their steps, what was said at each, clocks, attachments, documents, feeds.

create sequence casefile_number;

create table casefile (
  id         uuid primary key,
  number     text not null,
  procedure  text not null,
  party      uuid not null references party (id),
  unit       uuid references unit (id),
  copies     uuid[] not null default '{}',
  officer    uuid references account (id),
  state      text not null,
  subject    text not null default '',
  answers    jsonb not null default '{}',
  steps      jsonb not null default '{}',
  asked      int,
  holder     text not null constraint casefile_holder_known check (holder in ('party', 'unit', 'nobody')),
  held_since timestamptz not null,
  opened_at  timestamptz not null,
  opened_by  text not null,
  changed_at timestamptz not null,
  seq        int not null default 0 check (seq >= 0),
  constraint casefile_number_once unique (number)
);
comment on table casefile is 'A file of a procedure: the cache of its events. unit leads, copies keep a view; unit is null until the party has handed the file over. answers are the present ones, without secrets; steps says when each verb last happened; asked is the step of a request for more information that is still open.';
create index casefile_party on casefile (party, changed_at desc);
create index casefile_unit on casefile (unit, state) where unit is not null;
create index casefile_copies on casefile using gin (copies);

create table casefile_event (
  file   uuid not null references casefile (id),
  seq    int not null check (seq >= 1),
  verb   text not null,
  side   text not null constraint casefile_event_side_known check (side in ('party', 'unit', 'portal')),
  by     text not null,
  unit   uuid references unit (id),
  copies uuid[] not null,
  at     timestamptz not null,
  state  text not null,
  leaf   uuid not null,
  constraint casefile_event_one_per_step primary key (file, seq)
);
comment on table casefile_event is 'What happened to a file, without what was said. Append only.';

create table casefile_paper (
  file    uuid not null,
  seq     int not null,
  content jsonb not null,
  salts   jsonb not null,
  constraint casefile_paper_one_per_step primary key (file, seq),
  constraint casefile_paper_of_event foreign key (file, seq) references casefile_event (file, seq)
);
comment on table casefile_paper is 'What was said at a step: questions and answers as the person saw them, words, reasons, files, with the salts of the leaf. Apart from the event, so that it can be erased where the law demands it and every proof still holds. Append only.';

create table casefile_draft (
  file     uuid not null references casefile (id),
  verb     text not null,
  form     text not null,
  version  int not null,
  answers  jsonb not null,
  sealed   jsonb not null default '{}',
  saved_at timestamptz not null,
  saved_by text not null,
  constraint casefile_draft_once primary key (file, verb)
);
comment on table casefile_draft is 'Private paper: a form somebody is filling in, of the version it was begun with.';

create table casefile_secret (
  file   uuid not null references casefile (id),
  key    text not null,
  sealed bytea not null,
  hint   text not null,
  constraint casefile_secret_once primary key (file, key)
);
comment on table casefile_secret is 'Answers that are read one by one and noted each time (a citizen id): encrypted with the site secret, hint masks all but the last signs.';

create table casefile_clock (
  file       uuid not null references casefile (id),
  clock      text not null,
  side       text not null constraint casefile_clock_side_known check (side in ('party', 'unit')),
  kind       text not null constraint casefile_clock_kind_known check (kind in ('legal', 'target', 'parallel')),
  due_at     timestamptz not null,
  reckoning  jsonb not null,
  remind_50  timestamptz not null,
  remind_80  timestamptz not null,
  remind_100 timestamptz not null,
  reminded   int not null default 0,
  met_at     timestamptz,
  constraint casefile_clock_once primary key (file, clock)
);
comment on table casefile_clock is 'A clock of a file as it was reckoned: rule, start, calendar and the way to the due moment, so that it can be replayed. reminded: the share up to which mails stand in the outbox. Overdue is never stored: it is read against the time of asking.';
create index casefile_clock_running on casefile_clock (due_at) where met_at is null;

create table casefile_attachment (
  id         uuid primary key,
  file       uuid not null references casefile (id),
  seq        int,
  side       text not null constraint casefile_attachment_side_known check (side in ('party', 'unit')),
  name       text not null,
  type       text not null,
  size       bigint not null,
  sha256     text not null,
  added_at   timestamptz not null,
  added_by   text not null,
  removed_at timestamptz
);
comment on table casefile_attachment is 'A file beside a file. seq null: chosen, but not handed over with a step yet, and seen by its own side only.';
create index casefile_attachment_file on casefile_attachment (file);

create table casefile_document (
  number  text primary key,
  file    uuid not null references casefile (id),
  seq     int not null,
  kind    text not null,
  content jsonb not null,
  jws     text not null,
  at      timestamptz not null
);
comment on table casefile_document is 'What was issued: receipts and decisions, as signed canonical JSON; page and PDF are drawn from it. Append only.';
create index casefile_document_file on casefile_document (file);

create table casefile_public (
  file       uuid primary key references casefile (id),
  number     text not null,
  procedure  text not null,
  content    jsonb,
  at         timestamptz not null,
  changed_at timestamptz not null
);
comment on table casefile_public is 'What anyone may read of a file. content null: withdrawn.';

create table case_feed (
  token_hash text primary key,
  hint       text not null,
  party      uuid references party (id),
  unit       uuid references unit (id),
  lang       text not null constraint case_feed_lang_known check (lang in ('vi', 'en')),
  made_at    timestamptz not null,
  made_by    text not null,
  revoked_at timestamptz,
  constraint case_feed_of_one check ((party is null) <> (unit is null))
);
comment on table case_feed is 'A private calendar address of an organisation or a unit. Only the hash of its token is kept.';

create table case_view (
  id      uuid primary key,
  account uuid not null references account (id),
  name    text not null,
  query   text not null,
  made_at timestamptz not null,
  constraint case_view_name_once unique (account, name)
);
comment on table case_view is 'Filters of the desk an officer keeps under a name.';

create view public_case as
  select number, procedure, content, at, changed_at from casefile_public where content is not null;
comment on view public_case is 'Published files, for the reading role.';

grant usage on sequence casefile_number to saola_app;
grant select, insert, update, delete on casefile to saola_app;
grant select, insert on casefile_event, casefile_paper, casefile_document to saola_app;
grant select, insert, update, delete on casefile_draft, casefile_secret, casefile_attachment, case_view to saola_app;
grant select, insert, update on casefile_clock, casefile_public, case_feed to saola_app;
grant select on public_case to saola_public;
