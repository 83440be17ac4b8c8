-- 0031 chain: supervised placements, and placements that cover a post another one opens.
--
-- Why: the moves of one secondment stand or fall together. Each is a placement with a need of its own; what
-- a secondment's covers hang on is written down, and the database refuses a cover of what was taken back.

alter table need
  add column cover_of text,
  add foreign key (organisation, cover_of) references need,
  add constraint a_cover_is_asked_of_one_person
    check (cover_of is null or (kind = 'secondment' and people = 1)),
  add constraint a_need_is_no_cover_of_itself check (cover_of <> reference);
create index need_by_cover_of on need (organisation, cover_of) where cover_of is not null;
comment on column need.cover_of is
  'The need whose secondment opened this post, which plans leave alone; null when a place asked for somebody.';

alter table placement
  add column supervisor integer,
  add column supervisor_role text,
  add column supervising_half_days integer,
  add column covers_placement integer,
  add foreign key (organisation, supervisor) references person,
  add foreign key (organisation, covers_placement) references placement,
  add constraint supervising_says_who_as_what_and_for_how_long
    check (num_nonnulls(supervisor, supervisor_role, supervising_half_days) in (0, 3)),
  add constraint supervising_takes_at_least_half_a_day check (supervising_half_days > 0),
  add constraint nobody_supervises_themselves check (supervisor <> person),
  add constraint a_deployment_is_what_is_supervised check (supervisor is null or kind = 'deployment'),
  add constraint a_cover_is_a_secondment_of_another_placement
    check (covers_placement is null or (kind = 'secondment' and covers_placement <> number));
create index placement_by_supervisor on placement (organisation, supervisor) where supervisor is not null;
create index placement_by_covered on placement (organisation, covers_placement)
  where covers_placement is not null;
comment on column placement.supervisor is 'Who supervises it; null when it is not a first deployment.';
comment on column placement.supervisor_role is
  'The designation of the supervisor whose days it spends; null without a supervisor.';
comment on column placement.supervising_half_days is
  'Half-days of the supervisor that it spends; null without a supervisor.';
comment on column placement.covers_placement is
  'The placement whose post it fills meanwhile; null when it covers none.';

-- Pictures of rows, against which rows are held when a load or a merge is taken back, get the new columns too.
update load_change set before = before || '{"cover_of": null}' where relation = 'need';
update merge_image set image = image
    || '{"supervisor": null, "supervisor_role": null, "supervising_half_days": null, "covers_placement": null}'
  where relation = 'placement';

create function covers_stand_on_something() returns trigger
  language plpgsql as $$
begin
  if exists (
    select from placement c
    join placement p on p.organisation = c.organisation and p.number = c.covers_placement
    where c.covers_placement is not null and c.state <> 'withdrawn' and p.state = 'withdrawn'
      and exists (select from changed x where x.organisation = c.organisation
        and x.number in (c.number, p.number)))
  then
    raise check_violation using message = 'a cover of the placement still stands',
      constraint = 'a_cover_goes_before_what_it_covers', table = 'placement';
  end if;
  return null;
end
$$;
comment on function covers_stand_on_something() is
  'Refuses to withdraw a placement while a cover of it stands, or to cover one that is withdrawn; all of a statement at once.';

create trigger a_cover_goes_before_what_it_covers after update on placement
  referencing new table as changed for each statement execute function covers_stand_on_something();
create trigger a_cover_is_of_a_placement_that_stands after insert on placement
  referencing new table as changed for each statement execute function covers_stand_on_something();
