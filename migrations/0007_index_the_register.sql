-- The public register is walked newest first, alone or under one filter, and asked for one AI-ID in any spelling.

create index system_newest on system (recorded_at desc, ai_id desc) where ai_id is not null;
-- The one above answers whatever this one did.
drop index system_recorded;
create index system_newest_of_level on system (level, recorded_at desc, ai_id desc) where ai_id is not null;
create index system_newest_of_state on system (state, recorded_at desc, ai_id desc) where ai_id is not null;
create index system_sectors on system using gin (sectors) where ai_id is not null;
create index system_entries on system using gin (entries) where ai_id is not null;
-- Read aloud or copied from paper: separators, case and the letters that look like digits do not count.
create index system_ai_id_spelling on system (translate(upper(ai_id), 'OIL -._', '011')) where ai_id is not null;
