-- A draft is private paper and may be erased (Decree art. 4.3.d: what the portal may not collect must not stay).
-- A recorded system cannot be: its events and dossier versions refer to it, and nobody may delete those. Its documents
-- are held by the policy below: only those beside a draft may be erased.
grant delete on system, attachment to saola_app;

alter table attachment enable row level security;
create policy attachment_read on attachment for select to saola_app using (true);
create policy attachment_add on attachment for insert to saola_app with check (true);
create policy attachment_change on attachment for update to saola_app using (true);
create policy attachment_erase_of_draft on attachment for delete to saola_app
  using (exists (select from system s where s.id = attachment.system and s.ai_id is null));
