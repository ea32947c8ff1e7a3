-- Whoever told something may take back name and files (Law art. 8.3): then they are deleted, not hidden.

grant delete on petition_seal, petition_sealed, petition_file to saola_app;
comment on table petition_file is 'A copy of a file that came with a message, freed of everything but the picture or the text. It has no name: n counts the files of a step. Gone when its sender takes files back; the step and how many there were stay.';
comment on table petition_sealed is 'Name and contact of a sender, and original files with their names: each encrypted with age to the key of its message, in memory, before anything was written. Gone when its sender takes them back.';
