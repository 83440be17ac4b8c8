-- 0021 load detail: what a load was given, to the cell, and what each of its rows changed.
--
-- Why: years later somebody asks where a value came from. The file is known by its SHA-256, each row
-- taken keeps its cells exactly as typed, and each old value says which row replaced it. A dry run is
-- kept for a week, so that a load made with its token can name what has changed in between.

alter table load
  add column file_hash text,
  add column mapping text,
  add column mapping_text text,
  add column policy text not null default 'all or nothing',
  add column headings text[] not null default '{}',
  add constraint a_policy_is_one_of_two check (policy in ('all or nothing', 'good rows only'));
comment on column load.file_hash is 'SHA-256 of the file in hexadecimal; null for a load older than this column.';
comment on column load.mapping is 'The mapping it was read by; null when the headings were our own.';
comment on column load.mapping_text is 'That mapping as it was; null when there was none.';
comment on column load.policy is 'all or nothing, or good rows only with the others handed back.';
comment on column load.headings is 'The headings as typed, in the sheet''s order; empty for a load older than this column.';

alter table load_change add column line integer;
comment on column load_change.line is 'The row of the sheet that changed it; null for a load older than this column.';

create table load_row (
  organisation  integer not null,
  load          integer not null,
  line          integer not null,
  cells         text[] not null,
  primary key (organisation, load, line),
  foreign key (organisation, load) references load
);
comment on table load_row is 'Every row a load took, as typed: also the cells of columns that are not read.';
comment on column load_row.organisation is 'Who loaded.';
comment on column load_row.load is 'The load.';
comment on column load_row.line is 'The physical line the row starts on, or its row in the workbook.';
comment on column load_row.cells is 'Its cells in the sheet''s order, exactly as typed.';

create table rehearsal (
  organisation  integer not null references organisation,
  number        integer generated always as identity,
  kind          text not null,
  file_name     text not null,
  file_hash     text not null,
  -- Null when the headings were our own.
  mapping_text  text,
  lines         integer[] not null,
  states        bigint[] not null,
  made_at       timestamptz not null default now(),
  primary key (organisation, number),
  constraint every_line_has_its_state check (cardinality(lines) = cardinality(states))
);
comment on table rehearsal is 'A dry run: what each row would have done to what was stored then.';
comment on column rehearsal.organisation is 'Who rehearsed.';
comment on column rehearsal.number is 'Its number: a part of its token.';
comment on column rehearsal.kind is 'The kind of sheet.';
comment on column rehearsal.file_name is 'The file as named on the command line.';
comment on column rehearsal.file_hash is 'SHA-256 of the file: only that very file is loaded with the token.';
comment on column rehearsal.mapping_text is 'The mapping it was read by; null when the headings were our own.';
comment on column rehearsal.lines is 'The lines of the rows that were good.';
comment on column rehearsal.states is 'For each a hash of its fate and of the records it would have changed.';
comment on column rehearsal.made_at is 'When; a rehearsal is forgotten after a week.';
