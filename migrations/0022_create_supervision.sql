-- Orders of the State: files a unit begins, what they ask of a system, and what anyone may read of them.

-- The step from which on the party sees a file: 0 for one it began itself; null while nothing was served on it.
alter table casefile
  add column served int default 0,
  add column workers text[] not null default '{}';
comment on column casefile.served is 'The step from which on the party sees the file. 0: its own. null: a unit began it and has served nothing yet.';

comment on column casefile.workers is 'Officers who prepared what is decided on the file: none of them may also decide.';

alter table system
  add column holds jsonb not null default '[]',
  add column own_state text;
comment on column system.holds is 'Orders of the State that stand against it: [{order, state}]. state of the row is what they and the provider make of it together.';
comment on column system.own_state is 'The state the provider''s own steps give while an order stands; null without one.';

create table supervision_order (
  -- A file served on a deployer is opened within the step of another file: this row is written before the file is.
  file            uuid primary key references casefile (id) deferrable initially deferred,
  number          text not null,
  principal       uuid references supervision_order (file),
  party           uuid not null references party (id),
  unit            uuid not null references unit (id),
  kind            text not null constraint supervision_order_kind_known check (kind in
    ('reclassify', 'supplement', 'suspend', 'recall', 're-evaluate', 'explain', 'produce', 'suspend-legacy', 'end-legacy')),
  basis           text not null,
  system          uuid references system (id),
  ai_id           text,
  system_name     text not null,
  incident        text,
  public_reason   text,
  state           text not null,
  units           int,
  units_done      int,
  issued_at       timestamptz not null,
  due_at          timestamptz not null,
  acknowledged_at timestamptz,
  complied_at     timestamptz,
  verified_at     timestamptz,
  escalated_at    timestamptz,
  complained_at   timestamptz,
  ended           text constraint supervision_order_end_known check (ended in ('lifted', 'closed', 'revoked')),
  ended_at        timestamptz,
  ended_reason    text,
  changed_at      timestamptz not null,
  constraint supervision_order_number_once unique (number),
  constraint supervision_order_ends_whole check ((ended is null) = (ended_at is null)),
  constraint supervision_order_done_of_all check (units_done <= units)
);
comment on table supervision_order is 'What is listed and counted of an order once it is issued (Law art. 10.6, 12.3, 28.3, 35.2): a working copy of its file. principal: the order under which this one was served on a deployer. Never removed: a lifted order stays visible.';
create index supervision_order_principal on supervision_order (principal) where principal is not null;
create index supervision_order_system on supervision_order (system) where system is not null;
create index supervision_order_public on supervision_order (changed_at desc) where principal is null and public_reason is not null;

-- What anyone may read: orders that take a system out of use, with those that were lifted.
create view public_order as
  select o.number, o.kind, o.basis, o.ai_id, o.system_name, p.name as provider, o.public_reason, u.name_vi as issuer_vi,
         u.name_en as issuer_en, o.issued_at, o.ended, o.ended_at, o.ended_reason, o.changed_at,
         s.state as system_state, s.level, coalesce(s.sectors, '{}') as sectors
  from supervision_order o
  join party p on p.id = o.party
  join unit u on u.id = o.unit
  left join system s on s.id = o.system
  where o.principal is null and o.public_reason is not null;
comment on view public_order is 'Orders to suspend or recall, and those lifted since, for the reading role.';

grant select, insert, update on supervision_order to saola_app;
grant select on public_order to saola_app, saola_public;
