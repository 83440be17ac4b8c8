-- 0013 plan membership: a plan's proposals and open needs are held against their plan by the statement.
--
-- Why: the rows of a plan are saved together and name one plan, and a foreign key asks about it again for
-- each: 20,000 times for a national plan, a quarter of the time its saving takes. Needs and people, which
-- differ from row to row and may be deleted by others, keep their foreign keys.

alter table proposal drop constraint proposal_organisation_plan_fkey;
alter table unfilled drop constraint unfilled_organisation_plan_fkey;

create function a_part_is_of_a_plan() returns trigger
  language plpgsql as $$
begin
  if exists (
    select from (select distinct organisation, plan from added) a
    where not exists (
      select from plan p where p.organisation = a.organisation and p.number = a.plan))
  then
    raise foreign_key_violation using
      message = format('%s holds rows of a plan that does not exist', tg_table_name);
  end if;
  return null;
end
$$;
comment on function a_part_is_of_a_plan() is
  'Refuses rows whose plan does not exist, all of a statement at once.';

create trigger a_proposal_is_of_a_plan after insert on proposal
  referencing new table as added for each statement execute function a_part_is_of_a_plan();
create trigger a_changed_proposal_is_of_a_plan after update on proposal
  referencing new table as added for each statement execute function a_part_is_of_a_plan();
create trigger an_open_need_is_of_a_plan after insert on unfilled
  referencing new table as added for each statement execute function a_part_is_of_a_plan();
create trigger a_changed_open_need_is_of_a_plan after update on unfilled
  referencing new table as added for each statement execute function a_part_is_of_a_plan();

create function a_plan_goes_after_its_parts() returns trigger
  language plpgsql as $$
begin
  if exists (
    with lost as (
      select organisation, number from gone g
      where not exists (
        select from plan p where p.organisation = g.organisation and p.number = g.number))
    select from lost l join proposal p on p.organisation = l.organisation and p.plan = l.number
    union all
    select from lost l join unfilled u on u.organisation = l.organisation and u.plan = l.number)
  then
    raise foreign_key_violation using message = 'proposals or open needs of the plan are still there';
  end if;
  return null;
end
$$;
comment on function a_plan_goes_after_its_parts() is
  'Refuses to delete or renumber a plan whose proposals or open needs are still there.';

create trigger a_plan_goes_after_its_parts after delete on plan
  referencing old table as gone for each statement execute function a_plan_goes_after_its_parts();
create trigger a_plan_keeps_its_number_while_it_has_parts after update on plan
  referencing old table as gone for each statement execute function a_plan_goes_after_its_parts();
