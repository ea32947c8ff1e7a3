-- Checks and inspections, what was asked for and handed over in them, and campaigns that draw a sample of systems.

create table inspection_visit (
  file          uuid primary key references casefile (id),
  number        text not null,
  kind          text not null constraint inspection_visit_kind_known check (kind in ('check', 'inspection')),
  party         uuid not null references party (id),
  unit          uuid not null references unit (id),
  system        uuid not null references system (id),
  level         text not null constraint inspection_visit_level_known check (level in ('high', 'medium', 'low')),
  ground        text not null constraint inspection_visit_ground_known check (ground in
    ('periodic', 'signs', 'report', 'sample', 'evaluation', 'incident', 'petition', 'safety')),
  state         text not null,
  announced_at  timestamptz not null,
  concluded_at  timestamptz,
  outcomes      text[] not null default '{}',
  planned       boolean not null default false,
  published_at  timestamptz,
  withheld_at   timestamptz,
  closed_at     timestamptz,
  changed_at    timestamptz not null,
  constraint inspection_visit_number_once unique (number),
  -- Law art. 10.5: nothing periodic and no sample where the level does not admit it.
  constraint inspection_visit_ground_of_level check (case ground
    when 'periodic' then level = 'high' when 'signs' then level = 'high'
    when 'report' then level = 'medium' when 'evaluation' then level = 'medium'
    when 'sample' then level in ('high', 'medium') else true end)
);
comment on table inspection_visit is 'What is listed and counted of a check (Law art. 28.2) or an inspection (28.1) once it is announced: a working copy of its file. level: that of the system on that day.';
create index inspection_visit_system on inspection_visit (system, announced_at desc);

create table inspection_record (
  file       uuid not null references casefile (id),
  n          int not null check (n between 1 and 200),
  what       text not null,
  asked_step int not null,
  given_step int,
  how        text constraint inspection_record_how_known check (how in ('portal', 'hand')),
  constraint inspection_record_once primary key (file, n),
  constraint inspection_record_given_whole check ((given_step is null) = (how is null))
);
comment on table inspection_record is 'What a check or inspection wants to see (Law art. 28.3). given_step: the step whose document is the receipt for it.';

create sequence campaign_number;

create table campaign (
  id           uuid primary key,
  number       text not null,
  unit         uuid not null references unit (id),
  title        text not null,
  purpose      text not null,
  levels       text[] not null constraint campaign_never_low check (levels <> '{}' and levels <@ array['high', 'medium']),
  sectors      text[] not null default '{}',
  place        text not null default '',
  size         int not null constraint campaign_size_bounded check (size between 1 and 500),
  way          text not null constraint campaign_way_known check (way in ('random', 'signals')),
  seed_from    text not null constraint campaign_seed_known check (seed_from in ('log', 'announced')),
  seed_says    text not null default '',
  scope        text not null,
  members      text not null,
  period       int not null,
  state        text not null constraint campaign_state_known check (state in ('drafted', 'announced', 'drawn', 'closed', 'dropped')),
  frame_count  int,
  frame_hash   text,
  log_size     bigint,
  seed         text,
  summary      text,
  created_at   timestamptz not null,
  announced_at timestamptz,
  drawn_at     timestamptz,
  closed_at    timestamptz,
  seq          int not null default 0 check (seq >= 0),
  constraint campaign_number_once unique (number),
  -- What is drawn from is fixed before there is a seed to draw with.
  constraint campaign_frame_before_seed check (seed is null or frame_hash is not null)
);
comment on table campaign is 'A round of checks over a sample (Law art. 10.5.a, 10.5.b): the cache of its events. log_size: the size of the public log whose root is the seed. Never of low-risk systems (art. 10.5.c).';
create index campaign_unit on campaign (unit, created_at desc);

create table campaign_frame (
  campaign uuid not null references campaign (id),
  ai_id    text not null,
  constraint campaign_frame_once primary key (campaign, ai_id)
);
comment on table campaign_frame is 'The systems a sample is drawn from, as they were when it was announced. Append only.';

create table campaign_sample (
  campaign uuid not null references campaign (id),
  place    int not null check (place >= 1),
  system   uuid not null references system (id),
  file     text,
  constraint campaign_sample_once primary key (campaign, place),
  constraint campaign_sample_each_once unique (campaign, system)
);
comment on table campaign_sample is 'The sample in the order of its draw, and the number of the check opened for each.';

create table campaign_event (
  campaign uuid not null references campaign (id),
  seq      int not null check (seq >= 1),
  verb     text not null constraint campaign_event_verb_known check (verb in
    ('created', 'announced', 'drawn', 'opened', 'closed', 'dropped')),
  by       text not null,
  at       timestamptz not null,
  shown    jsonb not null,
  leaf     uuid not null,
  salts    jsonb not null,
  constraint campaign_event_one_per_step primary key (campaign, seq)
);
comment on table campaign_event is 'What happened to a campaign. shown: what the step fixed, committed to by its leaf; of a random campaign its salt is published. Append only.';

-- What anyone may read of a campaign drawn at random: enough to draw it again.
create view public_campaign as
  select c.number, u.name_vi as issuer_vi, u.name_en as issuer_en, c.title, c.state, c.levels, c.sectors, c.place, c.size,
         c.announced_at, c.frame_count, c.frame_hash, c.seed_from, c.seed_says, c.log_size, c.seed, c.drawn_at,
         c.closed_at, c.summary, e.leaf, e.salts ->> 'shown' as salt,
         array(select s.ai_id from campaign_sample p join system s on s.id = p.system where p.campaign = c.id order by p.place) as sample
  from campaign c
  join unit u on u.id = c.unit
  join campaign_event e on e.campaign = c.id and e.verb = 'announced'
  where c.way = 'random' and c.announced_at is not null;
comment on view public_campaign is 'Samples drawn at random, for the reading role.';
create view public_campaign_frame as
  select c.number, f.ai_id from campaign_frame f join campaign c on c.id = f.campaign
  where c.way = 'random' and c.announced_at is not null;
comment on view public_campaign_frame is 'What they were drawn from, for the reading role.';

grant select, insert, update on inspection_visit, inspection_record, campaign, campaign_sample to saola_app;
grant select, insert on campaign_frame, campaign_event to saola_app;
grant usage on sequence campaign_number to saola_app;
grant select on public_campaign, public_campaign_frame to saola_app, saola_public;
