-- One system keeps its AI-ID through all its versions (Decree art. 11.4), so a code once declared leads to it for ever,
-- also after the provider gave the system another one.

create table system_code (
  provider uuid not null references party (id),
  code_key text not null,
  system   uuid not null references system (id),
  constraint system_code_once primary key (provider, code_key)
);
comment on table system_code is 'Every internal code a recorded system was ever declared under. Append only.';

insert into system_code (provider, code_key, system)
select provider, internal_code_key, id from system where ai_id is not null and internal_code_key <> '';

grant select, insert on system_code to saola_app;
