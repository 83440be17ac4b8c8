-- 0002 vocabulary: the lists an organisation speaks in, seeded from config/ when a database is migrated.
--
-- Why: designations, specialisms and rungs are dated, versioned data, never an enum; a foreign key
-- keeps a misspelling out of a record whatever wrote it. Names are the keys: a row reads by itself.

create table specialism (
  name        text primary key,
  group_name  text not null
);
create table rung (
  name        text primary key,
  position    integer not null
);
create table phase (
  name        text primary key
);
create table role (
  name        text primary key
);
create table programme (
  name        text primary key
);

comment on table specialism is 'Areas of expertise a designation can be verified in.';
comment on column specialism.name is 'The name used everywhere.';
comment on column specialism.group_name is 'The group it is listed under.';
comment on table rung is 'The ladder of posts people hold and aspire to.';
comment on column rung.name is 'The name used everywhere.';
comment on column rung.position is 'Its place on the ladder, lowest first; side branches follow.';
comment on table phase is 'Phases of education as GIAS names them.';
comment on column phase.name is 'The name used everywhere.';
comment on table role is 'Designations a person can hold for a term: SLE, SFSL and what an alliance adds.';
comment on column role.name is 'The name used everywhere.';
comment on table programme is 'NPQs and legacy programmes people take part in.';
comment on column programme.name is 'The name used everywhere.';
