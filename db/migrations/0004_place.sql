-- 0004 place: schools, settings without a URN, and the clusters they belong to.
--
-- Why: schools are common reference data from GIAS; settings and clusters are an organisation's own.
-- A place is a school or a setting, exactly one; `place` is its printed key and serves as key.

create table authority (
  code          text primary key,
  name          text not null,
  created_load  integer,
  changed_load  integer,
  edited_at     timestamptz,
  constraint an_authority_code_is_three_digits check (code ~ '^[0-9]{3}$')
);
comment on table authority is 'Local authorities as GIAS names them.';
comment on column authority.code is 'The three-digit LA code.';
comment on column authority.name is 'Its name.';
comment on column authority.created_load is 'The load that made the row; null when made by hand.';
comment on column authority.changed_load is 'The load that last wrote the row; null when none did.';
comment on column authority.edited_at is 'When somebody last changed it by hand; null when nobody did.';

create table school (
  urn                   integer primary key,
  name                  text not null,
  authority             text not null references authority,
  establishment_number  text,
  type                  text,
  phase                 text references phase,
  status                text not null,
  pupils                integer,
  free_meals_permille   integer,
  rural                 boolean,
  town                  text,
  postcode              text,
  easting               integer,
  northing              integer,
  created_load          integer,
  changed_load          integer,
  typed                 bigint,
  edited_at             timestamptz,
  constraint a_school_stands_somewhere_or_nowhere check ((easting is null) = (northing is null)),
  constraint a_status_is_one_gias_knows check
    (status in ('Open', 'Closed', 'Open, but proposed to close', 'Proposed to open'))
);
create index school_by_authority on school (authority);
create index school_by_phase on school (phase);
create index school_by_position on school (easting, northing);
create index school_by_postcode on school (postcode);
create index school_by_name on school using gin (search_text(name) gin_trgm_ops);

comment on table school is 'Establishments in GIAS, common to all organisations.';
comment on column school.urn is 'GIAS unique reference number: an opaque key.';
comment on column school.name is 'As GIAS writes it. Names repeat: never a key.';
comment on column school.authority is 'Its local authority.';
comment on column school.establishment_number is 'Four digits inside the authority; null when GIAS gives none.';
comment on column school.type is 'Type of establishment, GIAS''s words; null when not given.';
comment on column school.phase is 'Phase of education; null where GIAS says not applicable.';
comment on column school.status is 'Open, closed or about to be.';
comment on column school.pupils is 'Number of pupils; null when not known.';
comment on column school.free_meals_permille is 'Pupils with free school meals in tenths of a percent; null when not known.';
comment on column school.rural is 'Whether GIAS classes it rural; null when not known.';
comment on column school.town is 'Its town; null when not given.';
comment on column school.postcode is 'Its postcode; null when not given.';
comment on column school.easting is 'National Grid easting in metres; null when not known.';
comment on column school.northing is 'National Grid northing in metres; null when not known.';
comment on column school.created_load is 'The load that made the row; null when made by hand.';
comment on column school.changed_load is 'The load that last wrote the row; null when none did.';
comment on column school.typed is 'Hash of the row as typed in that load; the same row again is known by it; null when made by hand.';
comment on column school.edited_at is 'When somebody last changed it by hand; null when nobody did.';

create table setting (
  organisation  integer not null references organisation,
  reference     text not null,
  name          text not null,
  kind          text not null,
  authority     text references authority,
  phase         text references phase,
  postcode      text,
  easting       integer,
  northing      integer,
  created_load  integer,
  changed_load  integer,
  typed         bigint,
  edited_at     timestamptz,
  primary key (organisation, reference),
  constraint a_setting_is_not_mistaken_for_a_school check (reference !~ '^[0-9]+$'),
  constraint a_setting_stands_somewhere_or_nowhere check ((easting is null) = (northing is null))
);
create index setting_by_authority on setting (organisation, authority);
create index setting_by_phase on setting (organisation, phase);

comment on table setting is 'Nurseries, children''s centres and services without a URN.';
comment on column setting.organisation is 'Who keeps it.';
comment on column setting.reference is 'Its local reference, never all digits.';
comment on column setting.name is 'Its name.';
comment on column setting.kind is 'nursery, children''s centre or service.';
comment on column setting.authority is 'Its local authority; null when not given.';
comment on column setting.phase is 'Its phase; null when not given.';
comment on column setting.postcode is 'Its postcode; null when not given.';
comment on column setting.easting is 'National Grid easting in metres; null when not known.';
comment on column setting.northing is 'National Grid northing in metres; null when not known.';
comment on column setting.created_load is 'The load that made the row; null when made by hand.';
comment on column setting.changed_load is 'The load that last wrote the row; null when none did.';
comment on column setting.typed is 'Hash of the row as typed in that load; null when made by hand.';
comment on column setting.edited_at is 'When somebody last changed it by hand; null when nobody did.';

create table cluster (
  organisation  integer not null references organisation,
  number        integer generated always as identity,
  name          text not null,
  kind          text not null,
  created_load  integer,
  changed_load  integer,
  edited_at     timestamptz,
  primary key (organisation, number),
  constraint a_cluster_has_its_own_name unique (organisation, name)
);
comment on table cluster is 'A named group of schools; an alliance is also a designating body.';
comment on column cluster.organisation is 'Who keeps it.';
comment on column cluster.number is 'Its number.';
comment on column cluster.name is 'Its name, unique in the organisation.';
comment on column cluster.kind is 'alliance, family, collaboration, trust, triad or hub.';
comment on column cluster.created_load is 'The load that made the row; null when made by hand.';
comment on column cluster.changed_load is 'The load that last wrote the row; null when none did.';
comment on column cluster.edited_at is 'When somebody last changed it by hand; null when nobody did.';

create table cluster_member (
  organisation  integer not null,
  cluster       integer not null,
  school        integer references school,
  setting       text,
  place         text generated always as (coalesce(school::text, setting)) stored not null,
  created_load  integer,
  changed_load  integer,
  edited_at     timestamptz,
  primary key (organisation, cluster, place),
  foreign key (organisation, cluster) references cluster,
  foreign key (organisation, setting) references setting,
  constraint a_member_is_one_school_or_setting check (num_nonnulls(school, setting) = 1)
);
create index cluster_member_by_school on cluster_member (organisation, school);
create index cluster_member_by_setting on cluster_member (organisation, setting) where setting is not null;

comment on table cluster_member is 'Which places are in which cluster.';
comment on column cluster_member.organisation is 'Who keeps it.';
comment on column cluster_member.cluster is 'The cluster.';
comment on column cluster_member.school is 'The school; null when the member is a setting.';
comment on column cluster_member.setting is 'The setting; null when the member is a school.';
comment on column cluster_member.place is 'The member''s printed key: a URN or a setting''s reference.';
comment on column cluster_member.created_load is 'The load that made the row; null when made by hand.';
comment on column cluster_member.changed_load is 'The load that last wrote the row; null when none did.';
comment on column cluster_member.edited_at is 'When somebody last changed it by hand; null when nobody did.';
