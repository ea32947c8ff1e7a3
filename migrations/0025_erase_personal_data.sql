-- Erasing a person's data while every proof still verifies: requests, tombstones, and the only ways to change the record.

create sequence tombstone_number;

create table erasure (
  id       uuid primary key,
  kind     text not null constraint erasure_kind_known check (kind in ('party', 'system', 'file')),
  subject  text not null,
  fields   text[] not null default '{}',
  files    boolean not null default false,
  versions text not null constraint erasure_versions_known check (versions in ('all', 'earlier')),
  asked_on date not null,
  unit     uuid not null references unit (id),
  by       text not null,
  at       timestamptz not null,
  ended    text constraint erasure_end_known check (ended in ('done', 'withdrawn')),
  ended_by text,
  ended_at timestamptz,
  constraint erasure_ends_whole check ((ended is null) = (ended_at is null) and (ended is null) = (ended_by is null)),
  constraint erasure_wants_two check (ended is distinct from 'done' or ended_by <> by)
);
comment on table erasure is 'What an officer proposes to erase at the request of a person, and who carried it out: somebody else. Never holds what is to be erased. fields: keys of the dossier, or reason. versions: earlier leaves what stands in the dossier in force.';

create table tombstone (
  number        text primary key,
  kind          text not null constraint tombstone_kind_known check (kind in ('account', 'party', 'system', 'file')),
  subject       text not null,
  fields        text[] not null default '{}',
  content       jsonb not null,
  erasure       uuid references erasure (id),
  by            text not null,
  at            timestamptz not null,
  backups_until date not null,
  leaf          uuid not null,
  salts         jsonb not null,
  made_in       bigint not null default pg_current_xact_id()::text::bigint
);
comment on table tombstone is 'An act of erasing: of what, on which ground, by which office, when, and until when backups still hold it. Its leaf names every group that was erased. made_in: only the transaction that writes a tombstone may erase what it names. Append only.';

create table tombstone_group (
  tombstone text not null references tombstone (number),
  act       uuid not null,
  name      text not null,
  kept      text,
  salt      text,
  constraint tombstone_group_once primary key (act, name),
  constraint tombstone_group_whole check ((kept is null) = (salt is null))
);
comment on table tombstone_group is 'A group of values that was erased, by the leaf of the act that commits to it. kept and salt: the commitment to what was left of it, as the leaf of the tombstone has it; null where nothing was. Append only.';
create index tombstone_group_tombstone on tombstone_group (tombstone);

create table tombstone_work (
  tombstone   text primary key references tombstone (number),
  reissued_at timestamptz,
  swept_at    timestamptz
);
comment on table tombstone_work is 'What follows an erasure and takes longer than a transaction: past exports made anew, and the pages of the database written over.';

alter table account add column erased_at timestamptz;
comment on column account.erased_at is 'The person asked to be forgotten: only the id stays, because acts name it.';

alter table attachment add column erased_at timestamptz;
comment on column attachment.erased_at is 'Its name and bytes were erased; kind and hash stay, because the hash of a dossier commits to them.';

grant usage on sequence tombstone_number to saola_app;
grant select, insert, update on erasure, tombstone_work to saola_app;
grant select, insert on tombstone, tombstone_group to saola_app;

-- The record is append only for the portal. These functions are the exception: each changes only rows whose leaf a
-- tombstone of the very same transaction names, so that nothing is erased without an act in the public log.

create function erasing(wanted uuid) returns void
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not exists (
    select from tombstone_group g join tombstone t on t.number = g.tombstone
      join log_leaf l on l.id = t.leaf and l.log_index is null
    where g.act = wanted and t.made_in = pg_current_xact_id()::text::bigint)
  then raise exception 'no tombstone of this transaction names this act' using errcode = '42501';
  end if;
end $$;
comment on function erasing is 'Refuses unless this transaction has written a tombstone that names this leaf.';

create function erasing_anything() returns void
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select from tombstone where made_in = pg_current_xact_id()::text::bigint)
  then raise exception 'this transaction erases nothing' using errcode = '42501';
  end if;
end $$;
comment on function erasing_anything is 'Refuses unless this transaction has written a tombstone.';

create function erase_party_act(wanted uuid, of_party uuid, step int, left_over jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform erasing(wanted);
  update party_event set data = left_over || jsonb_build_object('leaf', wanted)
  where party = of_party and seq = step and data ->> 'leaf' = wanted::text;
end $$;

create function erase_system_act(wanted uuid, of_system uuid, step int, left_over jsonb, left_public jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform erasing(wanted);
  update system_event set data = left_over || jsonb_build_object('leaf', wanted), public = left_public
  where system = of_system and seq = step and data ->> 'leaf' = wanted::text and (public is null) = (left_public is null);
end $$;

create function erase_version(wanted uuid, of_system uuid, step int, left_answers jsonb, left_shown jsonb, left_hash text, left_reason text) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform erasing(wanted);
  update dossier_version v set answers = left_answers, shown = left_shown, hash = left_hash, reason = left_reason
  from system_event e
  where e.system = of_system and e.seq = step and e.data ->> 'leaf' = wanted::text
    and v.system = e.system and v.version::text = e.data ->> 'version';
end $$;

create function erase_notice(wanted uuid, of_system uuid, step int, left_declared jsonb, left_hash text, left_receipt jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform erasing(wanted);
  update notice n set declared = left_declared, dossier_hash = left_hash, receipt = left_receipt, jws = ''
  from system_event e
  where e.system = of_system and e.seq = step and e.data ->> 'leaf' = wanted::text
    and n.system = e.system and n.dossier_version::text = e.data ->> 'version';
end $$;

create function erase_paper(wanted uuid, of_file uuid, step int, left_content jsonb, left_salts jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform erasing(wanted);
  update casefile_paper p set content = left_content, salts = left_salts
  from casefile_event e
  where e.file = of_file and e.seq = step and e.leaf = wanted and p.file = e.file and p.seq = e.seq;
end $$;

create function erase_document(wanted uuid, of_file uuid, step int, left_content jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform erasing(wanted);
  update casefile_document d set content = left_content, jws = ''
  from casefile_event e
  where e.file = of_file and e.seq = step and e.leaf = wanted and d.file = e.file and d.seq = e.seq;
end $$;

create function erase_mails(words text[], readers text[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare word text;
begin
  perform erasing_anything();
  delete from outbox o where lower(o.recipient) = any(readers)
    or ((o.sent_at is not null or o.failed_at is not null)
        and exists (select from unnest(words) w where position(w in o.subject || o.body) > 0));
  foreach word in array words loop
    update outbox set subject = replace(subject, word, '[…]'), body = replace(body, word, '[…]')
    where position(word in subject || body) > 0;
  end loop;
end $$;
comment on function erase_mails is 'Mails to these readers go. Of mails to others, those that were sent go, those that wait lose these words.';

create function erase_terms(terms text[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform erasing_anything();
  delete from term t where t.term = any(terms)
    and not exists (select from system s where s.ai_id is not null
                      and s.search @@ to_tsquery('simple', quote_literal(t.term)));
end $$;
comment on function erase_terms is 'Words no public record holds any more are no longer offered as what was meant.';

revoke execute on function erasing, erasing_anything, erase_party_act, erase_system_act, erase_version, erase_notice,
  erase_paper, erase_document, erase_mails, erase_terms from public;
grant execute on function erase_party_act, erase_system_act, erase_version, erase_notice, erase_paper, erase_document,
  erase_mails, erase_terms to saola_app;

-- An erased step of a public history opens what its tombstone committed to.
create or replace view register_leaf as
  select s.ai_id, e.seq, l.id, l.log_index, l.body,
         encode(sha256('\x00'::bytea || l.body), 'hex') as leaf,
         case when e.seq = s.seq then e.data -> 'salts' ->> 'public' end as public_salt,
         case when e.public is not null then coalesce(g.salt, e.data -> 'salts' ->> 'history') end as history_salt
  from system s
  join system_event e on e.system = s.id and (e.public is not null or e.seq = s.seq)
  join log_leaf l on l.id = (e.data ->> 'leaf')::uuid
  left join tombstone_group g on g.act = l.id and g.name = 'history'
  where s.ai_id is not null;

-- What anyone may know of an erasure: that it was, of what, on which ground and by whom. An account is nobody's business.
create view public_tombstone as
  select t.number, t.kind, case when t.kind in ('system', 'file') then t.subject end as subject, t.fields,
         t.content ->> 'ground' as ground, t.content -> 'office' ->> 'vi' as office_vi, t.content -> 'office' ->> 'en' as office_en,
         t.at, t.backups_until, w.reissued_at, w.swept_at
  from tombstone t
  left join tombstone_work w on w.tombstone = t.number;
comment on view public_tombstone is 'Erasures, for the reading role.';
grant select on public_tombstone to saola_app, saola_public;
