-- Who was given which power in the State's units, by whom and when.

alter table unit add column seq int not null default 0;

create table unit_event (
  unit uuid not null references unit (id),
  seq  int not null check (seq >= 1),
  verb text not null,
  by   text not null,
  at   timestamptz not null,
  data jsonb not null,
  constraint unit_event_one_per_step primary key (unit, seq)
);
comment on table unit_event is 'What happened to a unit of the State and its officers: the power to decide over others leaves a trace. Append only.';

grant select, insert on unit_event to saola_app;
