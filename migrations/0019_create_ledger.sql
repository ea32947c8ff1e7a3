-- The log of acts: which leaf stands where, who writes, how far it is signed, and which witness saw what.

-- Order of arrival: an act that saw another one committed arrives after it. Not the order of commits, so the sequencer
-- still takes whatever has no index, never "greater than the last".
alter table log_leaf add column arrival bigint not null generated always as identity;
create index log_leaf_waiting on log_leaf (arrival) where log_index is null;

comment on table log_leaf is 'Leaves wait here, written in the transaction of the act, until the sequencer gives them an index. Identity order is not commit order: the sequencer takes rows whose index is null. Append only: the app role may give an index once, and nothing else may it change.';

grant update (log_index) on log_leaf to saola_app;
-- An index once given is out of reach of the app role: it does not even see such a row when it updates.
alter table log_leaf enable row level security;
create policy log_leaf_read on log_leaf for select to saola_app using (true);
create policy log_leaf_add on log_leaf for insert to saola_app with check (log_index is null);
create policy log_leaf_index_once on log_leaf for update to saola_app
  using (log_index is null) with check (log_index is not null);

create table log_counter (
  one    boolean primary key default true constraint log_counter_one_row check (one),
  next   bigint not null default 0 constraint log_counter_counts check (next >= 0),
  holder text,
  until  timestamptz
);
comment on table log_counter is 'One row: the index the next leaf gets, and who may give it until when. Times are the clock of the database. A writer that dies gives the lease back by doing nothing.';
insert into log_counter default values;

create table log_head (
  origin    text primary key,
  size      bigint not null constraint log_head_counts check (size >= 0),
  root      text not null,
  note      text not null,
  signed_at timestamptz not null,
  witnessed text
);
comment on table log_head is 'The last signed head of the log. It moves by compare-and-swap: who finds another size or root than expected has lost. witnessed is the last checkpoint that enough witnesses had cosigned.';

create table log_witness (
  key     text primary key,
  size    bigint not null,
  line    text,
  at      timestamptz not null,
  problem text
);
comment on table log_witness is 'What each witness said last: the size it holds, its cosignature of the checkpoint of that size, or why there is none.';

grant select, update on log_counter to saola_app;
grant select, insert, update on log_head, log_witness to saola_app;
