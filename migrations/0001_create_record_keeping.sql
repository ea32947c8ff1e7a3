-- What every room writes to: leaves of the log, answers already given, mail to send.
-- Roles are made once, outside migrations (npm run db:prepare); migrations only grant.

create table log_leaf (
  id        uuid primary key,
  log_index bigint,
  at        timestamptz not null,
  body      bytea not null,
  constraint log_leaf_index_once unique (log_index)
);
comment on table log_leaf is 'Leaves wait here, written in the transaction of the act, until the sequencer gives them an index. Identity order is not commit order: the sequencer takes rows whose index is null. Append only for the app role.';

create table answered (
  scope        text not null,
  key          text not null,
  request      text not null,
  status       int  not null,
  headers      jsonb not null,
  body         bytea not null,
  at           timestamptz not null,
  keep_until   timestamptz,
  constraint answered_once primary key (scope, key)
);
comment on table answered is 'One row per idempotency key or one-time form token, written in the transaction of the act it answers, so that a repeated request gets the same bytes again. keep_until null: as long as the record.';
create index answered_keep_until on answered (keep_until) where keep_until is not null;

create table outbox (
  id         uuid primary key,
  about      text not null,
  recipient  text not null,
  subject    text not null,
  body       text not null,
  created_at timestamptz not null,
  due_at     timestamptz not null,
  attempts   int not null default 0,
  sent_at    timestamptz,
  failed_at  timestamptz,
  problem    text,
  constraint outbox_once unique (about)
);
comment on table outbox is 'Mail to send, written in the transaction of the act that causes it. about says what it is about and makes it unique; due_at doubles as the lease of the sender.';
create index outbox_due on outbox (due_at) where sent_at is null and failed_at is null;

grant select, insert on log_leaf to saola_app;
grant select, insert, delete on answered to saola_app;
grant select, insert, update on outbox to saola_app;
