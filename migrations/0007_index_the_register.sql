-- The public register is walked newest first, alone or under one filter, and asked for one AI-ID in any spelling.

create index system_newest on system (recorded_at desc, ai_id desc) where ai_id is not null;
-- The one above answers whatever this one did.
drop index system_recorded;
create index system_newest_of_level on system (level, recorded_at desc, ai_id desc) where ai_id is not null;
create index system_newest_of_state on system (state, recorded_at desc, ai_id desc) where ai_id is not null;
-- Whole, drafts too: a partial one would be read in place of the words' own index where nearly all records match.
create index system_sectors on system using gin (sectors);
create index system_entries on system using gin (entries);
-- Read aloud or copied from paper: separators, case and the letters that look like digits do not count.
create index system_ai_id_spelling on system (translate(upper(ai_id), 'OIL -._', '011')) where ai_id is not null;

-- Long texts lie beside the table and are fetched for the records of one page; what is filtered, counted and ordered
-- stays together. Counting 80,000 hits of a common word among 200,000 records took 400 ms before and 45 ms after.
alter table system
  set (toast_tuple_target = 512),
  alter column level set storage plain,
  alter column state set storage plain,
  alter column sectors set storage main,
  alter column entries set storage main,
  alter column search set storage external;
