-- What anyone may see. The public role reads these views and nothing else.

create extension if not exists pg_trgm;

create table term (
  term text primary key
);
comment on table term is 'Distinct words of the public register without marks: where a search finds nothing, the nearest of these are offered.';

create index term_nearest on term using gin (term gin_trgm_ops);

create view register_entry as
  select ai_id, state, level, sectors, entries, first_use, public, recorded_at, changed_at, dossier_version,
         name_plain, search_exact, search_plain, search
  from system
  where ai_id is not null;

create view register_event as
  select s.ai_id, e.seq, e.verb, e.at, e.public
  from system_event e
  join system s on s.id = e.system
  where s.ai_id is not null and e.public is not null;

grant select, insert on term to saola_app;
grant select on register_entry, register_event to saola_app;
grant select on register_entry, register_event, term to saola_public;
