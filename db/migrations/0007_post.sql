-- 0007 post: established leadership posts, and what home schools let go.

create table post (
  organisation      integer not null references organisation,
  school            integer references school,
  setting           text,
  place             text generated always as (coalesce(school::text, setting)) stored not null,
  title             text not null references rung,
  number            integer not null default 1,
  incumbent         integer,
  incumbent_name    text,
  incumbent_trn     text,
  vacant_from       date,
  why               text,
  critical          boolean not null default false,
  created_load      integer,
  changed_load      integer,
  typed             bigint,
  edited_at         timestamptz,
  primary key (organisation, place, title, number),
  foreign key (organisation, setting) references setting,
  foreign key (organisation, incumbent) references person,
  constraint a_post_is_at_one_place check (num_nonnulls(school, setting) = 1)
);
create index post_by_school on post (organisation, school);
create index post_by_setting on post (organisation, setting) where setting is not null;
create index post_by_title on post (organisation, title);
create index post_by_incumbent on post (organisation, incumbent);

comment on table post is 'An established leadership post at a place.';
comment on column post.organisation is 'Who keeps the record.';
comment on column post.school is 'The school; null when at a setting.';
comment on column post.setting is 'The setting; null when at a school.';
comment on column post.place is 'The place''s printed key.';
comment on column post.title is 'The rung.';
comment on column post.number is '1, or more when a place has several of the title.';
comment on column post.incumbent is 'The person who holds it, when a TRN or a Person column said so; null otherwise.';
comment on column post.incumbent_name is 'The name as typed; null when blank.';
comment on column post.incumbent_trn is 'The TRN as typed, kept even when no such person is stored; null when blank.';
comment on column post.vacant_from is 'When it is expected to fall vacant; null when not expected.';
comment on column post.why is 'Why it is expected to; null when nobody said.';
comment on column post.critical is 'Whether losing its holder would hurt.';
comment on column post.created_load is 'The load that made the row; null when made by hand.';
comment on column post.changed_load is 'The load that last wrote the row; null when none did.';
comment on column post.typed is 'Hash of the row as typed in that load; null when made by hand.';
comment on column post.edited_at is 'When somebody last changed it by hand; null when nobody did.';

create table release (
  organisation             integer not null references organisation,
  school                   integer references school,
  setting                  text,
  place                    text generated always as (coalesce(school::text, setting)) stored not null,
  half_days_per_half_term  integer not null,
  out_at_once              integer not null,
  cover_needed             boolean not null,
  agreed_by                text,
  agreed_on                date,
  created_load             integer,
  changed_load             integer,
  typed                    bigint,
  edited_at                timestamptz,
  primary key (organisation, place),
  foreign key (organisation, setting) references setting,
  constraint a_release_is_of_one_place check (num_nonnulls(school, setting) = 1),
  constraint a_release_is_not_negative check (half_days_per_half_term >= 0 and out_at_once >= 0)
);
create index release_by_school on release (organisation, school);
create index release_by_setting on release (organisation, setting) where setting is not null;

comment on table release is 'What a home head lets go, shared by everybody from that place.';
comment on column release.organisation is 'Who keeps the record.';
comment on column release.school is 'The school; null when a setting.';
comment on column release.setting is 'The setting; null when a school.';
comment on column release.place is 'The place''s printed key.';
comment on column release.half_days_per_half_term is 'Half-days of deployments and supervising in one half-term.';
comment on column release.out_at_once is 'People out at the same time, all kinds of placement.';
comment on column release.cover_needed is 'Whether a seconded person''s post must be covered.';
comment on column release.agreed_by is 'Who agreed to it; null when nobody wrote it down.';
comment on column release.agreed_on is 'When it was agreed; null when nobody wrote it down.';
comment on column release.created_load is 'The load that made the row; null when made by hand.';
comment on column release.changed_load is 'The load that last wrote the row; null when none did.';
comment on column release.typed is 'Hash of the row as typed in that load; null when made by hand.';
comment on column release.edited_at is 'When somebody last changed it by hand; null when nobody did.';
