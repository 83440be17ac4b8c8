-- 0032 pin: lines of a plan that somebody wants kept in every plan made after it.
--
-- Why: a head was promised somebody, or a person counts on a move. Later plans are made around such a line,
-- whatever it costs them, until somebody says otherwise or the line is decided; the row stays, with who did.

create table pin (
  organisation  integer not null,
  number        integer generated always as identity,
  need          text not null,
  person        integer not null,
  plan          integer not null,
  pinned_by     text not null,
  reason        text,
  pinned_at     timestamptz not null default now(),
  unpinned_by   text,
  unpinned_at   timestamptz,
  primary key (organisation, number),
  foreign key (organisation, plan, need, person) references proposal,
  foreign key (organisation, person) references person,
  constraint a_pin_says_by_whom check (pinned_by ~ '\S'),
  constraint taking_a_pin_away_says_by_whom check ((unpinned_by is null) = (unpinned_at is null))
);
create unique index a_line_is_pinned_once on pin (organisation, need, person) where unpinned_at is null;
create index pin_by_line on pin (organisation, plan, need, person);
create index pin_by_person on pin (organisation, person);

comment on table pin is 'A line of a plan that stays in later plans.';
comment on column pin.organisation is 'Whose plan.';
comment on column pin.number is 'Its number.';
comment on column pin.need is 'The need.';
comment on column pin.person is 'Who is to fill it.';
comment on column pin.plan is 'The plan whose line it is.';
comment on column pin.pinned_by is 'Who pinned it.';
comment on column pin.reason is 'Why; null when nobody said.';
comment on column pin.pinned_at is 'When.';
comment on column pin.unpinned_by is 'Who took it away, or decided the line; null while it holds.';
comment on column pin.unpinned_at is 'When they did; null while it holds.';
