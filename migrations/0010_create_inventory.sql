-- Inventories handed over as a whole: what was uploaded, what became of each row, and that no row is taken over twice.

create table inventory_import (
  id          uuid primary key,
  party       uuid references party (id),
  unit        uuid references unit (id),
  by          text not null,
  name        text not null,
  sha256      text not null,
  size        bigint not null,
  reading     jsonb not null,
  columns     jsonb not null,
  sample      jsonb not null,
  total       int not null,
  repeated    int not null default 0,
  mapping     jsonb,
  state       text not null
              constraint inventory_import_state_known check (state in
                ('uploaded', 'checking', 'checked', 'running', 'done', 'stuck')),
  seen        int not null default 0,
  created_at  timestamptz not null,
  changed_at  timestamptz not null,
  lease       text,
  lease_until timestamptz,
  constraint inventory_import_for_one check ((party is null) <> (unit is null))
);
comment on table inventory_import is 'A file of systems handed over by an organisation (its own) or by a unit of the State (of agencies). reading: how the bytes are read; mapping: which column says what; seen: the last row judged. Whoever holds the lease works on it; one that dies gives it back by doing nothing. The bytes lie in the content store.';
create index inventory_import_party on inventory_import (party, created_at desc) where party is not null;
create index inventory_import_unit on inventory_import (unit, created_at desc) where unit is not null;
create index inventory_import_waiting on inventory_import (changed_at) where state in ('checking', 'running');

create table inventory_row (
  import  uuid not null references inventory_import (id),
  n       int not null,
  verdict text not null
          constraint inventory_row_verdict_known check (verdict in ('draft', 'notice', 'already', 'faulty')),
  key     text not null,
  content text not null,
  done    boolean not null default false,
  agency  text,
  work    jsonb,
  reasons jsonb not null default '[]',
  lacks   text[] not null default '{}',
  cells   jsonb,
  system  uuid,
  constraint inventory_row_once primary key (import, n)
);
comment on table inventory_row is 'Each row of an uploaded file: judged first, then taken over. n is the row as a spreadsheet counts; work is what is still to be written and is dropped once it is; cells are kept for faulty rows, to be mended and sent again. Paper, not record: judged anew when the columns are mapped anew.';
create index inventory_row_waiting on inventory_row (import, n) where not done;
create index inventory_row_key on inventory_row (import, key);
create index inventory_row_verdict on inventory_row (import, verdict, n);

create table inventory_once (
  scope   text not null,
  key     text not null,
  content text not null,
  system  uuid not null,
  import  uuid not null references inventory_import (id),
  n       int not null,
  constraint inventory_row_taken_once primary key (scope, key)
);
comment on table inventory_once is 'Rows taken over, by what identifies them: provider and internal code, else the content of the row. Written in the transaction of the draft or notice, so that no row is taken over twice, whoever sends it again.';

create table inventory_agency (
  name_key text primary key,
  party    uuid not null references party (id)
);
comment on table inventory_agency is 'Agencies that a unit of the State named in an inventory, by normalised name: organisations owned by nobody until somebody is invited. Only these are matched by name; an organisation that people founded themselves is not, since anybody may found one under any name.';

create table inventory_preset (
  scope   text not null,
  name    text not null,
  mapping jsonb not null,
  by      text not null,
  at      timestamptz not null,
  constraint inventory_preset_once primary key (scope, name)
);
comment on table inventory_preset is 'Which column says what, kept under a name for the next file of the same kind.';

grant select, insert, update on inventory_import, inventory_once, inventory_preset to saola_app;
grant select, insert, update, delete on inventory_row to saola_app;
grant select, insert on inventory_agency to saola_app;
