-- Judgements of the classification tool, notices of the result, and every rule set ever used.

create table rule_set (
  id         text primary key,
  body       jsonb not null,
  first_used timestamptz not null
);
comment on table rule_set is 'Every rule set under which a judgement was kept. Append only: an old judgement replays under its own rules.';

create table assessment (
  id        uuid primary key,
  account   uuid not null references account (id),
  party     uuid references party (id),
  system    uuid references system (id),
  facts     jsonb not null,
  rule_set  text not null references rule_set (id),
  on_day    date not null,
  judgement jsonb not null,
  kept_at   timestamptz not null
);
comment on table assessment is 'A result of the classification tool kept as evidence (Decree art. 10.3). Append only.';
create index assessment_account on assessment (account, kept_at desc);
create index assessment_party on assessment (party) where party is not null;

create sequence notice_number;

create table notice (
  number          text primary key,
  system          uuid not null references system (id),
  kind            text not null constraint notice_kind_known check (kind in ('first', 'reclassification', 'publication')),
  channel         text not null constraint notice_channel_known check (channel in ('portal', 'interim', 'imported')),
  received_at     timestamptz not null,
  recorded_at     timestamptz not null,
  level           text not null constraint notice_level_known check (level in ('high', 'medium', 'low')),
  dossier_version int not null,
  dossier_hash    text not null,
  declared        jsonb not null,
  rule_set        text references rule_set (id),
  judgement       jsonb,
  differs         boolean not null default false,
  by              text not null,
  receipt         jsonb not null,
  jws             text not null,
  constraint notice_of_version foreign key (system, dossier_version) references dossier_version (system, version)
);
comment on table notice is 'A declaration with its instant receipt (Law art. 10.3, Decree art. 14.4). received_at is the original time where it came by another channel (art. 46). differs: the tool would have answered otherwise; recorded for the later check, decides nothing. Append only.';
create index notice_system on notice (system, recorded_at);

grant select, insert on rule_set, assessment, notice to saola_app;
grant usage on sequence notice_number to saola_app;
