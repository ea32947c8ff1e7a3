-- Reasons to look at a system: reckoned from what the portal holds, posted by other rooms, or put down by an officer.

create table signal (
  id         uuid primary key,
  system     uuid not null references system (id),
  kind       text not null,
  -- Tells one reason of a kind from another about the same system: an entry of the list, the number of a petition.
  key        text not null default '',
  gravity    int not null constraint signal_gravity_in_points check (gravity between 1 and 100),
  reason_vi  text not null,
  reason_en  text not null,
  facts      jsonb not null default '[]',
  origin     text,
  state      text not null constraint signal_state_known check (state in
    ('open', 'dismissed', 'check-opened', 'order-started', 'passed')),
  led_to     text,
  raised_at  timestamptz not null,
  changed_at timestamptz not null,
  seq        int not null default 0 check (seq >= 0),
  constraint signal_once unique (system, kind, key)
);
comment on table signal is 'A reason for an officer to look at a system (Law art. 10.5), never a verdict and never public. facts: [{what: {vi, en}, value, source}], what the reason rests on. origin: the file it was posted from; led_to: the file it led to. passed: the facts are no longer so.';
create index signal_open on signal (system) where state = 'open';

create table signal_look (
  signal uuid not null references signal (id),
  seq    int not null check (seq >= 1),
  verb   text not null constraint signal_look_verb_known check (verb in ('raised', 'dismissed', 'check-opened', 'order-started')),
  by     text not null,
  unit   uuid not null references unit (id),
  at     timestamptz not null,
  reason text,
  led_to text,
  leaf   uuid not null,
  salts  jsonb not null,
  constraint signal_look_one_per_step primary key (signal, seq)
);
comment on table signal_look is 'What officers did with a signal, and why. Append only.';

-- Names that are alike, for systems of one kind that were declared at different levels.
create index system_name_alike on system using gin (name_plain gin_trgm_ops) where ai_id is not null;

grant select, insert, update on signal to saola_app;
grant select, insert on signal_look to saola_app;
