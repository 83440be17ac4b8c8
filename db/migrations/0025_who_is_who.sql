-- 0025 who is who: pairs that somebody knows to be two people, and merges of people whom plans name.
--
-- Why: a pair that was looked at once is not to be looked at every week, and whoever did is asked years
-- later. A plan is sealed as it was made and goes on naming who became part of another since; what the
-- key holds on to is who stands for them now.

create table not_the_same (
  organisation      integer not null references organisation,
  number            integer generated always as identity,
  -- No foreign keys: a number is never given again, and a load that made one of the two can be undone.
  first             integer not null,
  second            integer not null,
  dismissed_by      text not null,
  reason            text not null,
  dismissed_at      timestamptz not null default now(),
  restored_by       text,
  restored_because  text,
  restored_at       timestamptz,
  primary key (organisation, number),
  constraint the_lower_number_comes_first check (first < second),
  constraint taking_a_dismissal_back_says_who_why_and_when
    check (num_nonnulls(restored_by, restored_because, restored_at) in (0, 3))
);
create unique index a_pair_is_dismissed_once on not_the_same (organisation, first, second)
  where restored_at is null;

comment on table not_the_same is 'Pairs that resemble one another and are two people, by whom and why.';
comment on column not_the_same.organisation is 'Who keeps the records.';
comment on column not_the_same.number is 'Its number.';
comment on column not_the_same.first is 'The lower of the two people''s numbers.';
comment on column not_the_same.second is 'The higher.';
comment on column not_the_same.dismissed_by is 'Who knows that they are two.';
comment on column not_the_same.reason is 'How they know.';
comment on column not_the_same.dismissed_at is 'When they said so.';
comment on column not_the_same.restored_by is 'Who took it back; null while it stands.';
comment on column not_the_same.restored_because is 'Why they did; null while it stands.';
comment on column not_the_same.restored_at is 'When they did; null while it stands.';

-- Bounded, should merges ever go round in a circle.
create function person_now(of_organisation integer, of_person integer) returns integer
  language plpgsql stable as $$
declare
  kept_person integer;
begin
  for step in 1..100 loop
    select m.kept into kept_person from merge m
      where m.organisation = of_organisation and m.gone = of_person and m.undone_at is null
      order by m.number desc limit 1;
    exit when kept_person is null;
    of_person := kept_person;
  end loop;
  return of_person;
end
$$;
comment on function person_now(integer, integer) is
  'Who stands for a person after all merges: themselves when they are part of nobody.';
create index merge_by_gone on merge (organisation, gone) where undone_at is null;

alter table proposal
  drop constraint proposal_organisation_person_fkey,
  add column now_part_of integer,
  add column stands_for integer generated always as (coalesce(now_part_of, person)) stored not null,
  add foreign key (organisation, stands_for) references person;
drop index proposal_by_person;
create index proposal_by_who_stands_for_it on proposal (organisation, stands_for);
comment on column proposal.now_part_of is 'Whom the person became part of since; null while they are a record of their own.';
comment on column proposal.stands_for is 'The person there is now.';

alter table decision
  drop constraint decision_organisation_instead_fkey,
  add column instead_now_part_of integer,
  add column instead_stands_for integer
    generated always as (coalesce(instead_now_part_of, instead)) stored,
  add foreign key (organisation, instead_stands_for) references person;
drop index decision_by_instead;
create index decision_by_who_stands_for_it on decision (organisation, instead_stands_for);
comment on column decision.instead_now_part_of is 'Whom the one chosen instead became part of since; null while they are a record of their own.';
comment on column decision.instead_stands_for is 'The one chosen instead as there is now; null when nobody was.';
