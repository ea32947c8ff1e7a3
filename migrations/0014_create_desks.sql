-- Which unit of the State is in charge of which desk: Decree 142 art. 41 to 44 name the bodies, not their departments.

create table desk (
  name  text primary key,
  unit  uuid not null references unit (id),
  since timestamptz not null,
  by    text not null
);
comment on table desk is 'The unit a kind of work goes to (Decree art. 41 to 44; incidents: art. 19.7, 42.5). Without a row it goes where the act sends it; unit_event keeps who was in charge before.';

grant select, insert, update on desk to saola_app;
