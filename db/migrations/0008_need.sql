-- 0008 need: what schools ask for.

create table need (
  organisation   integer not null references organisation,
  reference      text not null,
  school         integer references school,
  setting        text,
  kind           text not null,
  role           text,
  specialism     text references specialism,
  phase          text references phase,
  half_days      integer,
  fte_hundredths integer,
  starts_on      date not null,
  ends_on        date not null,
  priority       text not null,
  behaviours     text[] not null default '{}',
  people         integer not null default 1,
  asked_by       text,
  asked_on       date,
  closed_on      date,
  closed_because text,
  created_load   integer,
  changed_load   integer,
  typed          bigint,
  edited_at      timestamptz,
  primary key (organisation, reference),
  foreign key (organisation, setting) references setting,
  constraint a_need_is_at_one_place check (num_nonnulls(school, setting) = 1),
  constraint a_need_is_a_deployment_or_a_secondment check (kind in ('deployment', 'secondment')),
  constraint a_deployment_asks_for_days check ((kind = 'deployment') = (half_days is not null)),
  constraint a_secondment_asks_for_a_share_of_full_time
    check ((kind = 'secondment') = (fte_hundredths is not null)),
  constraint a_secondment_fills_a_post check (kind <> 'secondment' or role is not null),
  constraint a_share_of_full_time_is_a_share check (fte_hundredths between 1 and 100),
  constraint days_are_days check (half_days between 1 and 390),
  constraint a_need_ends_after_it_starts check (ends_on >= starts_on),
  constraint a_priority_is_one_of_three check (priority in ('must fill', 'high', 'normal')),
  constraint a_need_asks_for_somebody check (people between 1 and 100),
  constraint a_closed_need_says_why check ((closed_on is null) = (closed_because is null))
);
create index need_by_school on need (organisation, school);
create index need_by_setting on need (organisation, setting) where setting is not null;
create index need_by_specialism on need (organisation, specialism);
create index need_by_phase on need (organisation, phase);

comment on table need is 'What a school or setting asks for.';
comment on column need.organisation is 'Who keeps the record.';
comment on column need.reference is 'The need''s own short reference.';
comment on column need.school is 'Where; null when a setting.';
comment on column need.setting is 'Where; null when a school.';
comment on column need.kind is 'deployment (days of support) or secondment (fill a post for a term).';
comment on column need.role is 'Deployments: the designation wanted, null when none is asked for; secondments: the rung to fill.';
comment on column need.specialism is 'The specialism wanted; null when none is asked for.';
comment on column need.phase is 'The phase; null takes the place''s own.';
comment on column need.half_days is 'Deployments: half-days each person gives; null for secondments.';
comment on column need.fte_hundredths is 'Secondments: share of full time in hundredths; null for deployments.';
comment on column need.starts_on is 'First day of the window.';
comment on column need.ends_on is 'Last day of the window.';
comment on column need.priority is 'must fill comes before everything else; high and normal differ by their penalty.';
comment on column need.behaviours is 'Behaviours wanted.';
comment on column need.people is 'How many people.';
comment on column need.asked_by is 'Who asked; null when nobody wrote it down.';
comment on column need.asked_on is 'When they asked; null when nobody wrote it down.';
comment on column need.closed_on is 'When it was closed; null while open.';
comment on column need.closed_because is 'Why it was closed; null while open.';
comment on column need.created_load is 'The load that made the row; null when made by hand.';
comment on column need.changed_load is 'The load that last wrote the row; null when none did.';
comment on column need.typed is 'Hash of the row as typed in that load; null when made by hand.';
comment on column need.edited_at is 'When somebody last changed it by hand; null when nobody did.';
