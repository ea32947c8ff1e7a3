-- Serious incidents: what is kept beside their files, which reports are about one event, and what anyone may count.

create table incident_case (
  id uuid primary key,
  at timestamptz not null,
  by text not null
);
comment on table incident_case is 'One event that several reports tell of. Append only.';

create table incident (
  -- A program opens a file and takes its first steps at once: this row is written before the file is.
  file         uuid primary key references casefile (id) deferrable initially deferred,
  number       text not null,
  party        uuid not null references party (id),
  role         text not null constraint incident_role_known check (role in ('provider', 'deployer')),
  system       uuid references system (id),
  ai_id        text,
  system_name  text not null,
  sector       text not null,
  classes      text[] not null,
  near_miss    boolean not null,
  detected_at  timestamptz not null,
  confirmed_at timestamptz,
  reported_at  timestamptz,
  serious      boolean not null default true,
  event        uuid references incident_case (id),
  constraint incident_number_once unique (number)
);
comment on table incident is 'What is counted and compared of an incident file: a working copy of its answers, without a word of the description. serious: false once it was found not to be. event: the case it shares with other reports.';
create index incident_detected on incident (detected_at);
create index incident_system on incident (system) where system is not null;

create table incident_measure (
  file  uuid not null,
  seq   int not null,
  kind  text not null constraint incident_measure_kind_known check (kind in ('fix', 'suspend', 'recall')),
  at    timestamptz not null,
  shown text not null constraint incident_measure_shown_known
    check (shown in ('register', 'unregistered', 'another', 'not-allowed', 'not-needed')),
  constraint incident_measure_once primary key (file, seq, kind),
  constraint incident_measure_of_file foreign key (file) references casefile (id) deferrable initially deferred
);
comment on table incident_measure is 'What a provider or deployer did by himself (Law art. 12.2.a), and what the register shows of it. Append only.';

create table incident_link (
  one       uuid not null references incident (file),
  other     uuid not null references incident (file),
  same      boolean not null,
  at        timestamptz not null,
  by        text not null,
  leaf      uuid not null,
  salts     jsonb not null,
  constraint incident_link_once primary key (one, other),
  constraint incident_link_in_order check (one < other)
);
comment on table incident_link is 'What an officer found of two reports: one event or two. Append only.';

-- What anyone may read: sums, never a row. Several reports of one event count once.
create view public_incident_count as
  with counted as (
    select distinct on (coalesce(event, file)) coalesce(event, file) as event, sector, classes,
           to_char(reported_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month
    from incident
    where reported_at is not null and serious
    order by coalesce(event, file), reported_at
  )
  select 'all' as kind, '' as key, count(*)::int as count from counted
  union all
  select 'class', class, count(*)::int from counted, unnest(classes) as class group by class
  union all
  select 'sector', sector, count(*)::int from counted group by sector
  union all
  select 'month', month, count(*)::int from counted group by month;
comment on view public_incident_count is 'Serious incidents by class, sector and month of the report, for the reading role.';

create view public_incident_pace as
  select round(percentile_cont(0.5) within group (order by extract(epoch from reported_at - confirmed_at)) / 60)::int
           as median_minutes
  from incident
  where reported_at is not null and confirmed_at is not null and serious;
comment on view public_incident_pace is 'Median time from confirmation to the preliminary report, in minutes, for the reading role.';

grant select, insert, update on incident to saola_app;
grant select, insert on incident_case, incident_measure, incident_link to saola_app;
grant select on public_incident_count, public_incident_pace to saola_app, saola_public;
