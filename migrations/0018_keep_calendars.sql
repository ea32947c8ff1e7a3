-- Every calendar a clock was counted with, so that an appeal can count again.

create table calendar (
  id         text primary key,
  body       jsonb not null,
  first_used timestamptz not null
);
comment on table calendar is 'Holidays and swapped working days as they were known when clocks were counted with them. Append only: an old due date replays under its own calendar.';

grant select, insert on calendar to saola_app;
