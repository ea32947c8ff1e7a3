-- People, organisations, the State's units, and who may do what for whom.

create table account (
  id            uuid primary key,
  email         text not null,
  email_key     text not null,
  name          text not null,
  lang          text not null constraint account_lang_known check (lang in ('vi', 'en')),
  password_hash text not null,
  created_at    timestamptz not null,
  confirmed_at  timestamptz,
  totp_sealed   bytea,
  totp_since    timestamptz,
  constraint account_email_once unique (email_key)
);
comment on table account is 'A person who signs in. email_key is the address in lower case. totp_sealed is encrypted with the site secret; totp_since null while the second factor is not yet proved.';

create table mail_link (
  token_hash text primary key,
  account    uuid not null references account (id),
  purpose    text not null constraint mail_link_purpose_known check (purpose in ('confirm', 'reset')),
  until      timestamptz not null,
  used_at    timestamptz
);
comment on table mail_link is 'One-time links sent by mail: confirm an address, set a new password. Only the hash of the token is kept.';

create table party (
  id             uuid primary key,
  kind           text not null constraint party_kind_known check (kind in ('organisation', 'individual')),
  name           text not null,
  address        text not null,
  contact        text not null,
  code           text,
  country        text not null default 'VN',
  contact_point  text,
  presence       text,
  representative text,
  state_body     boolean not null default false,
  created_at     timestamptz not null,
  seq            int not null default 0
);
comment on table party is 'An organisation or individual that provides or deploys AI systems. code is the tax or founding code; contact_point, presence and representative are what Law art. 14.6 asks of foreign providers: offered, never demanded.';
create index party_code on party (code) where code is not null;

create table party_event (
  party uuid not null references party (id),
  seq   int not null check (seq >= 1),
  verb  text not null,
  by    text not null,
  at    timestamptz not null,
  data  jsonb not null,
  constraint party_event_one_per_step primary key (party, seq)
);
comment on table party_event is 'What happened to an organisation and its members. Append only.';

create table membership (
  party   uuid not null references party (id),
  account uuid not null references account (id),
  role    text not null constraint membership_role_known check (role in ('owner', 'filer', 'viewer')),
  since   timestamptz not null,
  until   timestamptz,
  constraint membership_once primary key (party, account, since)
);
comment on table membership is 'Who acts for whom, and when. The organisation owns its files, never the person.';
create unique index membership_one_current on membership (party, account) where until is null;
create index membership_account on membership (account) where until is null;

create table unit (
  id      uuid primary key,
  kind    text not null constraint unit_kind_known check (kind in ('most', 'police', 'ministry', 'province')),
  code    text not null,
  name_vi text not null,
  name_en text not null,
  constraint unit_code_once unique (code)
);
comment on table unit is 'A unit of the State that supervises: rights are unit kind times role.';

create table seat (
  unit    uuid not null references unit (id),
  account uuid not null references account (id),
  role    text not null constraint seat_role_known check (role in ('officer', 'chief', 'administrator')),
  since   timestamptz not null,
  until   timestamptz,
  constraint seat_once primary key (unit, account, since)
);
comment on table seat is 'An officer in a unit, and when.';
create unique index seat_one_current on seat (account) where until is null;

create table invitation (
  id          uuid primary key,
  party       uuid references party (id),
  unit        uuid references unit (id),
  role        text not null,
  email_key   text not null,
  token_hash  text not null,
  by          text not null,
  at          timestamptz not null,
  until       timestamptz not null,
  ended_at    timestamptz,
  accepted_by uuid references account (id),
  constraint invitation_token_once unique (token_hash),
  constraint invitation_to_one_place check ((party is null) <> (unit is null))
);
comment on table invitation is 'A one-time invitation into an organisation or a unit. ended_at: accepted (accepted_by set) or withdrawn.';

create table session (
  token_hash text primary key,
  account    uuid not null references account (id),
  acting     uuid references party (id),
  strong     boolean not null,
  created_at timestamptz not null,
  until      timestamptz not null
);
comment on table session is 'A signed-in browser. strong: the second factor was shown. Only the hash of the cookie is kept.';
create index session_until on session (until);

create table api_key (
  id         uuid primary key,
  party      uuid not null references party (id),
  label      text not null,
  hint       text not null,
  key_hash   text not null,
  scopes     text[] not null,
  created_at timestamptz not null,
  created_by uuid not null references account (id),
  revoked_at timestamptz,
  constraint api_key_once unique (key_hash)
);
comment on table api_key is 'A program that acts for an organisation. The key is shown once; only its hash and last characters (hint) are kept.';
create index api_key_party on api_key (party);

create table access_note (
  id     uuid primary key,
  at     timestamptz not null,
  by     text not null,
  unit   uuid references unit (id),
  party  uuid not null references party (id),
  object text not null
);
comment on table access_note is 'An officer read a restricted record of a party: written before the answer, shown to the party. Append only.';
create index access_note_party on access_note (party, at);

grant select, insert, update on account, mail_link, party, membership, unit, seat, invitation, api_key to saola_app;
grant select, insert, update, delete on session to saola_app;
grant select, insert on party_event, access_note to saola_app;
