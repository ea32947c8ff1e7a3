-- From what a file arose: another file, or something a room took in that is no file (what a citizen wrote).

create table casefile_source (
  number   text primary key,
  path     text not null,
  unit     uuid not null references unit (id),
  noted_at timestamptz not null
);
comment on table casefile_source is 'What a file may arise from and is no file itself: its number, its page below /vi and /en, and the unit that may see it.';

create table casefile_origin (
  file   uuid primary key references casefile (id) on delete cascade,
  number text not null
);
comment on table casefile_origin is 'The number of the file, or of the source, from which a file arose. Shown to whoever may see both.';
create index casefile_origin_number on casefile_origin (number);

grant select, insert on casefile_source, casefile_origin to saola_app;
