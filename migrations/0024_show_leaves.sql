-- Open data and search results name the leaf of each act, so that outsiders can hold every row against the log.

-- The salt of `public` is shown of the latest act only: what an earlier version showed may be withdrawn since, and short
-- values of it could be guessed. `history` commits to nothing but what the public history shows.
create view register_leaf as
  select s.ai_id, e.seq, l.id, l.log_index, l.body,
         encode(sha256('\x00'::bytea || l.body), 'hex') as leaf,
         case when e.seq = s.seq then e.data -> 'salts' ->> 'public' end as public_salt,
         case when e.public is not null then e.data -> 'salts' ->> 'history' end as history_salt
  from system s
  join system_event e on e.system = s.id and (e.public is not null or e.seq = s.seq)
  join log_leaf l on l.id = (e.data ->> 'leaf')::uuid
  where s.ai_id is not null;

comment on view register_leaf is 'The leaf of each public step and of the latest act of each record, with the salts that open what is public in it. leaf is the RFC 6962 hash in hex.';
grant select on register_leaf to saola_app, saola_public;

-- Signed search results by provider and by receipt.
create index system_provider_name on system using hash ((public -> 'provider' ->> 'name')) where ai_id is not null;
create index notice_receipt_hash on notice (
  sha256(decode(rpad(translate(split_part(jws, '.', 2), '-_', '+/'), (length(split_part(jws, '.', 2)) + 3) / 4 * 4, '='), 'base64'))
);
