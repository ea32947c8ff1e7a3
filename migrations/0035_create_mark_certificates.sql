-- Certificates that providers sign marks with, and the items they register (Decree art. 17).

create table mark_certificate (
  id             uuid primary key,
  party          uuid not null references party (id),
  system         uuid not null references system (id),
  ai_id          text not null,
  serial         text not null,
  fingerprint    text not null,
  der            bytea not null,
  issuer         bytea not null,
  sealed_key     bytea,
  organisation   text not null,
  not_before     timestamptz not null,
  not_after      timestamptz not null,
  issued_at      timestamptz not null,
  revoked_at     timestamptz,
  revoked_reason text constraint mark_certificate_reason_known check (revoked_reason in
    ('key-compromise', 'changed', 'superseded', 'ended', 'withdrawn')),
  seq            int not null,
  constraint mark_certificate_serial_once unique (serial),
  constraint mark_certificate_fingerprint_once unique (fingerprint),
  constraint mark_certificate_revoked_whole check ((revoked_at is null) = (revoked_reason is null)),
  constraint mark_certificate_dead_keys_gone check (revoked_at is null or sealed_key is null)
);
comment on table mark_certificate is 'A certificate for marks of one system: a technical mark, not a public digital signature. sealed_key: its private key, sealed under the site secret; null once revoked or expired. issuer: the certificate above it.';
create index mark_certificate_system on mark_certificate (system, not_after);

create table mark_certificate_event (
  certificate uuid not null references mark_certificate (id),
  seq         int not null check (seq >= 1),
  verb        text not null,
  by          text not null,
  at          timestamptz not null,
  data        jsonb not null,
  constraint mark_certificate_event_one_per_step primary key (certificate, seq)
);
comment on table mark_certificate_event is 'Certificates for marks as they were issued and revoked. Append only.';

create table mark_item (
  id             uuid primary key,
  content_id     text not null,
  party          uuid not null references party (id),
  system         uuid not null references system (id),
  certificate    uuid references mark_certificate (id),
  ai_id          text not null,
  statement      text not null constraint mark_item_statement_known check (statement in ('created-by-ai', 'edited-by-ai')),
  type           text not null,
  sha256         text not null,
  phash          text,
  dhash          text,
  pdq            text,
  manifest_id    text,
  manifest       bytea,
  registered_at  timestamptz not null,
  withdrawn_at   timestamptz,
  seq            int not null,
  constraint mark_item_content_id_once unique (content_id),
  constraint mark_item_content_id_shape check (content_id ~ '^[0-9a-f]{12}$'),
  constraint mark_item_hashes_whole check ((phash is null) = (dhash is null) and (phash is null) = (pdq is null)),
  constraint mark_item_manifest_whole check ((manifest is null) = (manifest_id is null)),
  constraint mark_item_manifest_size check (octet_length(manifest) <= 262144)
);
comment on table mark_item is 'Content a provider registered of his own will: what leads from a copy back to it. Never the content itself.';
create index mark_item_system on mark_item (system, registered_at desc);
create index mark_item_manifest on mark_item (manifest_id) where manifest_id is not null;
create index mark_item_sha256 on mark_item (sha256);

create table mark_item_event (
  item uuid not null references mark_item (id),
  seq  int not null check (seq >= 1),
  verb text not null,
  by   text not null,
  at   timestamptz not null,
  data jsonb not null,
  constraint mark_item_event_one_per_step primary key (item, seq)
);
comment on table mark_item_event is 'Items as they were registered and withdrawn. Append only.';

create table mark_day (
  party  uuid not null references party (id),
  day    date not null,
  signed int not null,
  constraint mark_day_once primary key (party, day)
);
comment on table mark_day is 'How many signatures an organisation took on a day: all that is kept of a mark that is not registered.';

-- What anyone may read: whom a certificate was given to, whether it holds, and items that lead to their systems.
create view public_mark_certificate as
  select c.serial, c.fingerprint, c.ai_id, c.organisation, c.der, c.issuer, c.not_before, c.not_after, c.issued_at,
         c.revoked_at, c.revoked_reason
  from mark_certificate c;
comment on view public_mark_certificate is 'Certificates for marks, for the reading role: never their keys.';

create view public_mark_item as
  select i.content_id, i.ai_id, i.statement, i.type, i.sha256, i.phash, i.dhash, i.pdq, i.manifest_id, i.manifest,
         i.registered_at, p.name as provider, s.state as system_state, c.serial, c.revoked_at
  from mark_item i
  join party p on p.id = i.party
  join system s on s.id = i.system
  left join mark_certificate c on c.id = i.certificate
  where i.withdrawn_at is null;
comment on view public_mark_item is 'Registered items and how their systems stand, for the reading role.';

grant select, insert on mark_certificate, mark_item to saola_app;
grant update (sealed_key, revoked_at, revoked_reason, seq) on mark_certificate to saola_app;
grant update (withdrawn_at, seq) on mark_item to saola_app;
grant select, insert on mark_certificate_event, mark_item_event to saola_app;
grant select, insert, update on mark_day to saola_app;
grant select on public_mark_certificate, public_mark_item to saola_app, saola_public;
