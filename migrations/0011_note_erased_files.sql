-- Bytes are dropped after the commit that erased their draft, never inside it.

create table erased_file (
  sha256 text primary key,
  at     timestamptz not null
);
comment on table erased_file is 'Hashes of files whose draft was erased and whose bytes are still to be dropped from the content store.';

grant select, insert, delete on erased_file to saola_app;
