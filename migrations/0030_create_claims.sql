-- Claims for compensation that parties keep on the portal between themselves (Law art. 29). Private paper: no unit holds
-- them, no leaf of the log tells of them, and the reading role sees nothing.

create sequence claim_number;

create table claim (
  id          uuid primary key,
  number      text not null,
  claimant    uuid not null references party (id),
  title       text not null,
  facts       text not null,
  happened_on date,
  ai_id       text,
  system_name text not null,
  asked       bigint check (asked > 0),
  state       text not null constraint claim_state_known check (state in ('open', 'withdrawn')),
  seq         int not null check (seq >= 1),
  opened_at   timestamptz not null,
  changed_at  timestamptz not null,
  constraint claim_number_once unique (number)
);
comment on table claim is 'A claim for compensation, kept by the parties (Law art. 29): a working copy of its steps. asked: in đồng. The State does not judge it and reads it only where a party shares it.';
create index claim_claimant on claim (claimant, changed_at desc);

create table claim_side (
  claim       uuid not null references claim (id),
  n           int not null check (n >= 0),
  role        text not null constraint claim_side_role_known check (role in
    ('injured', 'deployer', 'provider', 'developer', 'user', 'third-party', 'other')),
  name        text not null,
  party       uuid references party (id),
  found_by    text not null constraint claim_side_found_known check (found_by in ('self', 'ai-id', 'code', 'link')),
  joined_at   timestamptz,
  declined_at timestamptz,
  constraint claim_side_once primary key (claim, n),
  constraint claim_side_party_once unique (claim, party),
  constraint claim_side_answers_once check (joined_at is null or declined_at is null)
);
comment on table claim_side is 'Who stands in a claim: 0 the claimant, the others those he holds liable. party is null until whoever holds the invitation link has joined.';
create index claim_side_party on claim_side (party) where party is not null;

create table claim_matter (
  claim    uuid not null references claim (id),
  n        int not null check (n >= 1),
  kind     text not null constraint claim_matter_kind_known check (kind in ('compensation', 'recourse')),
  asker    int not null,
  answerer int not null,
  state    text not null constraint claim_matter_state_known check (state in
    ('talking', 'accepted', 'agreed', 'settled', 'ended')),
  offer    int,
  constraint claim_matter_once primary key (claim, n),
  constraint claim_matter_pair_once unique (claim, kind, asker, answerer),
  constraint claim_matter_of_two check (asker <> answerer),
  constraint claim_matter_asker foreign key (claim, asker) references claim_side (claim, n),
  constraint claim_matter_answerer foreign key (claim, answerer) references claim_side (claim, n)
);
comment on table claim_matter is 'What two of them settle: the compensation between the claimant and one who is liable, or recourse between two who are. offer: the step of the offer that stands.';

create table claim_step (
  claim  uuid not null references claim (id),
  seq    int not null check (seq >= 1),
  matter int,
  verb   text not null,
  side   int not null,
  by     text not null,
  at     timestamptz not null,
  amount bigint check (amount >= 0),
  words  text,
  constraint claim_step_once primary key (claim, seq),
  constraint claim_step_side foreign key (claim, side) references claim_side (claim, n),
  constraint claim_step_matter foreign key (claim, matter) references claim_matter (claim, n)
);
comment on table claim_step is 'What was done in a claim, and said; a step of a matter is for its two sides only. Append only.';

create table claim_share (
  claim    uuid not null references claim (id),
  side     int not null,
  unit     uuid not null references unit (id),
  by       text not null,
  at       timestamptz not null,
  ended_at timestamptz,
  constraint claim_share_once primary key (claim, side, unit),
  constraint claim_share_side foreign key (claim, side) references claim_side (claim, n)
);
comment on table claim_share is 'A unit of the State a side lets read what that side reads, until it ends that.';

grant usage on sequence claim_number to saola_app;
grant select, insert, update on claim, claim_side, claim_matter, claim_share to saola_app;
grant select, insert on claim_step to saola_app;
