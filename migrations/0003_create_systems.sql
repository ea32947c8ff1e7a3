-- AI systems: the record, its events, its dossier (Decree 142/2026/NĐ-CP art. 12), files and deployers.

create table system (
  id                uuid primary key,
  ai_id             text,
  provider          uuid not null references party (id),
  internal_code     text not null default '',
  internal_code_key text not null default '',
  name              text not null default '',
  name_plain        text not null default '',
  state             text not null
                    constraint system_state_known check (state in
                      ('draft', 'declared', 'in-use', 'suspended', 'recalled', 'retired', 'withdrawn')),
  level             text constraint system_level_known check (level in ('high', 'medium', 'low')),
  sectors           text[] not null default '{}',
  entries           text[] not null default '{}',
  first_use         date,
  dossier_version   int not null default 0,
  public            jsonb not null default '{}',
  search_exact      text not null default '',
  search_plain      text not null default '',
  created_at        timestamptz not null,
  recorded_at       timestamptz,
  changed_at        timestamptz not null,
  seq               int not null default 0 check (seq >= 0),
  search            tsvector not null generated always as (to_tsvector('simple', search_plain)) stored,
  constraint system_ai_id_once unique (ai_id),
  constraint system_draft_has_no_ai_id check ((state = 'draft') = (ai_id is null))
);
comment on table system is 'An AI system: the cache of its events. public is the list of what anyone may read; search_exact and search_plain are its words with and without Vietnamese marks, made by the app.';
create unique index system_one_per_internal_code on system (provider, internal_code_key) where ai_id is not null;
create index system_provider on system (provider, changed_at desc);
create index system_search on system using gin (search) where ai_id is not null;
create index system_recorded on system (recorded_at desc, id) where ai_id is not null;
create index system_name_plain on system (name_plain) where ai_id is not null;

create table system_event (
  system uuid not null references system (id),
  seq    int not null check (seq >= 1),
  verb   text not null,
  by     text not null,
  at     timestamptz not null,
  data   jsonb not null,
  public jsonb,
  constraint system_event_one_per_step primary key (system, seq)
);
comment on table system_event is 'What happened to a system. public is the part anyone may read in its history, null where nothing is. Append only.';

create table dossier_draft (
  system   uuid primary key references system (id),
  answers  jsonb not null,
  rev      int not null default 1,
  saved_at timestamptz not null,
  saved_by text not null
);
comment on table dossier_draft is 'Private paper: what the organisation is writing, before it is sent.';

create table dossier_version (
  system  uuid not null references system (id),
  version int not null check (version >= 1),
  answers jsonb not null,
  shown   jsonb not null,
  hash    text not null,
  reason  text,
  by      text not null,
  at      timestamptz not null,
  constraint dossier_version_once primary key (system, version)
);
comment on table dossier_version is 'The dossier as declared, with the questions and answers as the person saw them. Corrections are new versions. Append only.';

create table attachment (
  id         uuid primary key,
  system     uuid not null references system (id),
  stands_for text[] not null,
  kind       text not null,
  name       text not null,
  type       text not null,
  size       bigint not null,
  sha256     text not null,
  added_at   timestamptz not null,
  added_by   text not null,
  removed_at timestamptz
);
comment on table attachment is 'Files beside a dossier: model card, system card (Decree art. 12.5), DPIA (art. 12.7). The bytes lie in the content store under their hash.';
create index attachment_system on attachment (system);

create table deployment (
  id            uuid primary key,
  system        uuid not null references system (id),
  deployer      uuid references party (id),
  deployer_name text not null,
  since         date not null,
  until         date,
  added_by      text not null,
  added_at      timestamptz not null
);
comment on table deployment is 'Who deploys a system, and when. A deployer inherits its class (Law art. 10.2).';
create index deployment_system on deployment (system);
create index deployment_deployer on deployment (deployer) where deployer is not null;

grant select, insert, update on system, attachment, deployment to saola_app;
grant select, insert, update, delete on dossier_draft to saola_app;
grant select, insert on system_event, dossier_version to saola_app;
