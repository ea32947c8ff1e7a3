-- The law sets no time for answering a message of this kind (Decree art. 41.3.c), so each unit says its own aim. A message
-- keeps the aim it came in under: a later change moves no date that a sender was told.

create table petition_aim (
  unit   uuid primary key references unit (id),
  take   int not null constraint petition_aim_take check (take between 1 and 30),
  answer int not null constraint petition_aim_answer check (answer between 1 and 120)
);
comment on table petition_aim is 'Working days in which a unit means to take a message up, and to answer it; where a unit has said nothing, 3 and 15. unit_event keeps who changed it.';

alter table petition
  add column take_days int not null default 3,
  add column answer_days int not null default 15;
comment on column petition.take_days is 'The aim of the unit when the message came, in working days.';
comment on column petition.answer_days is 'The aim of the unit when the message came, in working days.';

grant select, insert, update on petition_aim to saola_app;
