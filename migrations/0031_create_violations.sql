-- Violation cases once they were opened, and what anyone may read of those that were sanctioned and published.

create table violation (
  file             uuid primary key references casefile (id) deferrable initially deferred,
  number           text not null,
  party            uuid not null references party (id),
  unit             uuid not null references unit (id),
  system           uuid references system (id),
  ai_id            text,
  system_name      text,
  conduct          text not null,
  state            text not null,
  opened_at        timestamptz not null,
  found_at         timestamptz,
  sanction         text constraint violation_sanction_known check (sanction in ('warning', 'fine', 'other')),
  sanctioned_at    timestamptz,
  overturned_at    timestamptz,
  overturned_reason text,
  title            text,
  summary          text,
  named            boolean not null default false,
  published_at     timestamptz,
  reply            text,
  replied_at       timestamptz,
  withdrawn_at     timestamptz,
  withdrawn_reason text,
  changed_at       timestamptz not null,
  constraint violation_number_once unique (number),
  constraint violation_sanction_whole check ((sanction is null) = (sanctioned_at is null)),
  constraint violation_published_sanctions check (published_at is null or sanctioned_at is not null)
);
comment on table violation is 'What is listed and published of a violation case (Law art. 28.4, 29.1): a working copy of its file. named: the public may read who was sanctioned. Never removed: what was overturned or withdrawn says so.';
create index violation_party on violation (party);
create index violation_system on violation (system) where system is not null;
create index violation_public on violation (changed_at desc) where published_at is not null;

-- What anyone may read: decisions that were published, with the reply of the party. Names only where the decision says so,
-- and nothing of the contents once the publication was withdrawn.
create view public_violation as
  select v.number, v.conduct, v.sanction, v.sanctioned_at, v.published_at, v.changed_at,
         u.name_vi as issuer_vi, u.name_en as issuer_en,
         case when v.withdrawn_at is null then v.title end as title,
         case when v.withdrawn_at is null then v.summary end as summary,
         case when v.withdrawn_at is null and v.named then p.name end as party,
         case when v.withdrawn_at is null and v.named then v.ai_id end as ai_id,
         case when v.withdrawn_at is null and v.named then v.system_name end as system_name,
         case when v.withdrawn_at is null then v.reply end as reply,
         case when v.withdrawn_at is null then v.replied_at end as replied_at,
         case when v.withdrawn_at is not null then 'withdrawn'
              when v.overturned_at is not null then 'overturned'
              when v.state = 'carried-out' then 'carried-out'
              else 'standing' end as standing,
         coalesce(v.withdrawn_reason, v.overturned_reason) as reason
  from violation v
  join party p on p.id = v.party
  join unit u on u.id = v.unit
  where v.published_at is not null;
comment on view public_violation is 'Published decisions on violations, redacted, for the reading role.';

grant select, insert, update on violation to saola_app;
grant select on public_violation to saola_app, saola_public;
