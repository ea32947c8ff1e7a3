-- Open data: what happened to public records, in an order that can be followed without missing or repeating a step.

-- Neither a moment nor a sequence is such an order: both are given before the commit, so that a slow transaction lays
-- its event behind a reader who has already passed. The number of the transaction is given before it too, but PostgreSQL
-- tells which numbers are settled: below pg_snapshot_xmin no transaction runs any more and none will ever begin.
create table change_base (
  one     boolean constraint change_base_once primary key default true check (one),
  cluster bigint not null,
  base    bigint not null
);
comment on table change_base is 'What is added to the number of a transaction. A dump restored into another cluster, whose transactions count from anew, goes on above what it brought along.';
insert into change_base (cluster, base) select system_identifier, 0 from pg_control_system();

create function change_number() returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  here constant bigint := (select system_identifier from pg_control_system());
  found bigint := (select base from change_base where cluster = here);
begin
  if found is null then
    -- The first act after a restore; a second one at the same moment waits here for it and then finds it done.
    update change_base set cluster = here, base = 1 + (select coalesce(max(change), 0) from system_event)
      where cluster <> here;
    select base into found from change_base;
  end if;
  return found + pg_current_xact_id()::text::bigint;
end $$;
comment on function change_number is 'The number all events of this transaction bear.';

create function changes_settled() returns bigint
  language sql stable security definer set search_path = pg_catalog, public as $$
  select case
    when cluster = (select system_identifier from pg_control_system())
      then base + pg_snapshot_xmin(pg_current_snapshot())::text::bigint
    else 9223372036854775807
  end
  from change_base $$;
comment on function changes_settled is 'Below this number every event is there that ever will be, as the asking statement sees the world.';

alter table system_event
  add column n bigserial not null,
  add column change bigint not null default change_number();
comment on column system_event.n is 'Order within a change.';
comment on column system_event.change is 'The transaction that wrote the event; see change_number.';
create index system_event_settled on system_event (change, n) where public is not null;

create or replace view register_event as
  select s.ai_id, e.seq, e.verb, e.at, e.public, e.change, e.n
  from system_event e
  join system s on s.id = e.system
  where s.ai_id is not null and e.public is not null;

-- Feeds show what changed last.
create index system_changed on system (changed_at desc, ai_id desc) where ai_id is not null;

revoke execute on function change_number, changes_settled from public;
grant usage on sequence system_event_n_seq to saola_app;
grant execute on function change_number to saola_app;
grant execute on function changes_settled to saola_app, saola_public;
