-- 0020 kinds: what more a sheet can say of people, of the past and of schools that followed schools.
--
-- Why: everything an authority keeps has a sheet of its own, and what a load made can be taken back
-- whatever it was. Rows of sheets are known again by a hash of how they were typed, as before.

alter table readiness add column typed bigint;
comment on column readiness.typed is 'Hash of the row as typed in the readiness load that last wrote it; null otherwise.';

alter table participation
  add column started_on date,
  add column ended_on date,
  add column outcome text,
  add column typed bigint,
  add constraint a_programme_ends_after_it_starts check (ended_on >= started_on);
comment on column participation.started_on is 'When they began; null when nobody wrote it down.';
comment on column participation.ended_on is 'When they finished or left; null while under way or not known.';
comment on column participation.outcome is 'What came of it; null while under way or not known.';
comment on column participation.typed is 'Hash of the row as typed in the programmes load that last wrote it; null otherwise.';

alter table career_step
  add column owner text,
  add column source text,
  add column typed bigint;
comment on column career_step.owner is 'Who sees to it; null when nobody was named.';
comment on column career_step.source is 'Where it was named, such as a SIP visit; null when nobody wrote it down.';
comment on column career_step.typed is 'Hash of the row as typed in the steps load that last wrote it; null otherwise.';

alter table held_specialism add column typed bigint;
comment on column held_specialism.typed is 'Hash of the row as typed in the specialisms load that last wrote it; null otherwise.';

alter table conflict
  add column created_load integer,
  add column changed_load integer,
  add column typed bigint,
  add column edited_at timestamptz;
comment on column conflict.created_load is 'The load that made the row; null when made by hand.';
comment on column conflict.changed_load is 'The load that last wrote the row; null when none did.';
comment on column conflict.typed is 'Hash of the row as typed in that load; null when made by hand.';
comment on column conflict.edited_at is 'When somebody last changed it by hand; null when nobody did.';

-- Before the database was kept, or elsewhere: known by person, place, kind and first day.
create table past_placement (
  organisation    integer not null,
  person          integer not null,
  school          integer references school,
  setting         text,
  place           text generated always as (coalesce(school::text, setting)) stored not null,
  kind            text not null,
  role            text,
  specialism      text references specialism,
  half_days       integer,
  fte_hundredths  integer,
  starts_on       date not null,
  ends_on         date not null,
  outcome         text,
  impact          smallint,
  comment         text,
  created_load    integer,
  changed_load    integer,
  typed           bigint,
  edited_at       timestamptz,
  primary key (organisation, person, place, kind, starts_on),
  foreign key (organisation, person) references person,
  foreign key (organisation, setting) references setting,
  constraint a_past_placement_was_at_one_place check (num_nonnulls(school, setting) = 1),
  constraint it_was_a_deployment_or_a_secondment check (kind in ('deployment', 'secondment')),
  constraint days_were_a_deployments check (half_days is null or kind = 'deployment'),
  constraint a_share_of_full_time_was_a_secondments
    check (fte_hundredths is null or kind = 'secondment'),
  constraint it_ended_after_it_started check (ends_on >= starts_on),
  constraint it_came_to_one_of_three_ends check (outcome in ('completed', 'stopped', 'withdrawn')),
  constraint impact_is_one_to_five check (impact between 1 and 5)
);
create index past_placement_by_school on past_placement (organisation, school);
create index past_placement_by_setting on past_placement (organisation, setting) where setting is not null;
create index past_placement_by_specialism on past_placement (organisation, specialism);

comment on table past_placement is 'Deployments and secondments of the past, as sheets tell of them: track record.';
comment on column past_placement.organisation is 'Who keeps the record.';
comment on column past_placement.person is 'Who went.';
comment on column past_placement.school is 'Where; null when a setting.';
comment on column past_placement.setting is 'Where; null when a school.';
comment on column past_placement.place is 'The place''s printed key.';
comment on column past_placement.kind is 'deployment or secondment.';
comment on column past_placement.role is 'The designation it was done in, or the post filled; null when not known.';
comment on column past_placement.specialism is 'What it was about; null when not known.';
comment on column past_placement.half_days is 'Deployments: half-days given; null when not known.';
comment on column past_placement.fte_hundredths is 'Secondments: share of full time in hundredths; null when not known.';
comment on column past_placement.starts_on is 'First day.';
comment on column past_placement.ends_on is 'Last day.';
comment on column past_placement.outcome is 'completed, stopped or withdrawn; null when not known.';
comment on column past_placement.impact is '1 to 5 as the receiving head judged it; null when nobody did.';
comment on column past_placement.comment is 'What somebody wrote about it; null when nothing.';
comment on column past_placement.created_load is 'The load that made the row; null when none did.';
comment on column past_placement.changed_load is 'The load that last wrote the row; null when none did.';
comment on column past_placement.typed is 'Hash of the row as typed in that load; null when made by hand.';
comment on column past_placement.edited_at is 'When somebody last changed it by hand; null when nobody did.';

-- No foreign keys: an extract of some schools comes with the links of all.
create table school_link (
  urn             integer not null,
  linked          integer not null,
  type            text not null,
  established_on  date,
  created_load    integer,
  changed_load    integer,
  typed           bigint,
  edited_at       timestamptz,
  primary key (urn, linked, type)
);
create index school_link_by_linked on school_link (linked);

comment on table school_link is 'What GIAS says links schools: predecessors, successors. Shown, never followed silently.';
comment on column school_link.urn is 'The school; it may not be among those stored.';
comment on column school_link.linked is 'The school it is linked to; it may not be among those stored.';
comment on column school_link.type is 'What the linked school is to it, in GIAS''s words: Successor, Predecessor - merged.';
comment on column school_link.established_on is 'Since when; the latest when GIAS says several, null when it says none.';
comment on column school_link.created_load is 'The load that made the row; null when none did.';
comment on column school_link.changed_load is 'The load that last wrote the row; null when none did.';
comment on column school_link.typed is 'Hash of the row as typed in that load; null when made by hand.';
comment on column school_link.edited_at is 'When somebody last changed it by hand; null when nobody did.';

-- Where a closed school's pupils went, in words; null when GIAS names no successor.
create function successors(of_school integer) returns text
  language plpgsql stable as $$
begin
  return (
    select string_agg(coalesce(s.name || ' (' || l.linked || ')', l.linked::text), ', ' order by l.linked)
    from school_link l left join school s on s.urn = l.linked
    where l.urn = of_school and l.type like 'Successor%');
end
$$;
comment on function successors(integer) is 'The schools that succeeded one, as people read them; null when none is known.';

create or replace function undo_order() returns table (place bigint, relation text)
  language sql immutable as $$
  select place, relation from unnest(array['release', 'post', 'need', 'conflict', 'past_placement',
    'designation', 'person', 'cluster', 'setting', 'school_link', 'school', 'authority'])
    with ordinality o (relation, place)
$$;
