-- 0003 load: a sheet taken in is a thing of its own, and can be undone.
--
-- Why: every loaded row says which load made it and which load last changed it; what a load
-- overwrote is kept whole. Undo needs nothing else.

create table load (
  organisation  integer not null references organisation,
  number        integer generated always as identity,
  kind          text not null,
  file_name     text not null,
  -- A hash of every row as typed, in any order.
  rows_hash     bigint not null,
  rows_read     integer not null default 0,
  created       integer not null default 0,
  updated       integer not null default 0,
  unchanged     integer not null default 0,
  rejected      integer not null default 0,
  loaded_at     timestamptz not null default now(),
  -- Null while the load stands.
  undone_at     timestamptz,
  primary key (organisation, number),
  constraint every_row_read_is_accounted_for
    check (rows_read = created + updated + unchanged + rejected)
);

comment on table load is 'A sheet taken in: what it was and what became of its rows.';
comment on column load.organisation is 'Who loaded it.';
comment on column load.number is 'Its number, as printed; never used twice.';
comment on column load.kind is 'schools, settings, clusters, people, designations, posts, release or needs.';
comment on column load.file_name is 'The file as named on the command line.';
comment on column load.rows_hash is 'Hash of the rows as typed: the same file again is known by it.';
comment on column load.rows_read is 'Data rows seen: created + updated + unchanged + rejected.';
comment on column load.created is 'Rows that made a new record.';
comment on column load.updated is 'Rows that changed a stored record.';
comment on column load.unchanged is 'Rows that said what was stored already.';
comment on column load.rejected is 'Rows refused, each with its findings.';
comment on column load.loaded_at is 'When it was committed.';
comment on column load.undone_at is 'When it was undone; null while it stands.';

-- What a load overwrote. Created rows need no image: they carry the load's number.
create table load_change (
  organisation  integer not null,
  load          integer not null,
  relation      text not null,
  -- The row's primary key, as an object.
  key           jsonb not null,
  -- The whole row as it was.
  before        jsonb not null,
  primary key (organisation, load, relation, key),
  foreign key (organisation, load) references load
);

comment on table load_change is 'Rows as they were before a load changed them.';
comment on column load_change.organisation is 'Who loaded.';
comment on column load_change.load is 'The load that changed the row.';
comment on column load_change.relation is 'The table the row is in.';
comment on column load_change.key is 'The row''s primary key.';
comment on column load_change.before is 'The whole row as it was.';
