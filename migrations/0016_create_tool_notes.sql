-- General guidance under the question of the classification tool it belongs to.

create table tool_note (
  number   text primary key,
  question text not null,
  asked    text not null,
  answered text not null,
  at       timestamptz not null,
  ended_at timestamptz
);
comment on table tool_note is 'What the State published about a question of the tool (Law art. 10.4): number of the guidance file, the question in general words, the answer. ended_at: withdrawn.';
create index tool_note_question on tool_note (question) where ended_at is null;

grant select, insert, update on tool_note to saola_app;
