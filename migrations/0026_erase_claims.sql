-- Claims between parties hold a person's own words too; they go with the person, once nothing is left to settle.

create function erase_claims(of_party uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform erasing_anything();
  update claim set title = '', facts = '' where claimant = of_party;
  update claim_step s set words = null
  from claim_side d where d.party = of_party and s.claim = d.claim and s.side = d.n;
  update claim_side set name = '' where party = of_party;
end $$;
comment on function erase_claims is 'What a party said in claims, and its name there. What the others said, amounts and dates stay theirs.';

revoke execute on function erase_claims from public;
grant execute on function erase_claims to saola_app;
