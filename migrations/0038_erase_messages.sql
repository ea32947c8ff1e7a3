-- Messages to the State reach the end of what is kept too: their words are erased under a tombstone, as papers of files are.

alter table erasure drop constraint erasure_kind_known,
  add constraint erasure_kind_known check (kind in ('party', 'system', 'file', 'petition'));
alter table tombstone drop constraint tombstone_kind_known,
  add constraint tombstone_kind_known check (kind in ('account', 'party', 'system', 'file', 'petition'));

create function erase_petition_paper(wanted uuid, of_petition uuid, step int, left_content jsonb, left_salts jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform erasing(wanted);
  update petition_paper p set content = left_content, salts = left_salts
  from petition_event e
  where e.petition = of_petition and e.seq = step and e.leaf = wanted and p.petition = e.petition and p.seq = e.seq;
end $$;
comment on function erase_petition_paper is 'What was said at a step of a message; only under a tombstone of this transaction that names the step.';

revoke execute on function erase_petition_paper from public;
grant execute on function erase_petition_paper to saola_app;

comment on table petition_paper is 'What was said at a step, with the salts of its leaf. Apart from the event, so that it can be erased where the law demands it: then erased names the tombstone. Append only otherwise.';

-- It said the same of every message, because the language of a page tells something of its reader.
alter table petition drop column lang;
