-- 0030 joint plan: who supervises a first deployment, who covers a post that a secondment opens, and the
-- evidence for a plan's bounds.
--
-- Why: a plan names everybody it needs, so that a head who is asked for somebody knows what hangs on it.
-- Numbered after 0023, because a migration in front of one that a database has been through is refused.

alter table plan
  add column must_fill_bound integer,
  add column proof text not null default '';
update plan set must_fill_bound = must_fill_unfilled;
alter table plan
  alter column must_fill_bound set not null,
  add constraint a_must_fill_bound_is_never_above_the_plan
    check (must_fill_bound between 0 and must_fill_unfilled);
comment on column plan.must_fill_unfilled is 'Must-fill places it leaves unfilled.';
comment on column plan.must_fill_bound is 'No plan leaves fewer must-fill places unfilled.';
comment on column plan.proof is
  'The evidence for its bounds, as text; empty where prices are all there is, or nothing was open.';

alter table proposal
  add column supervisor integer,
  add column supervisor_role text,
  add column supervising_half_days integer,
  add foreign key (organisation, supervisor) references person,
  add constraint supervising_says_who_as_what_and_for_how_long
    check (num_nonnulls(supervisor, supervisor_role, supervising_half_days) in (0, 3)),
  add constraint supervising_takes_at_least_half_a_day check (supervising_half_days > 0),
  add constraint nobody_supervises_themselves check (supervisor <> person);
create index proposal_by_supervisor on proposal (organisation, supervisor) where supervisor is not null;
comment on column proposal.supervisor is 'Who supervises it; null when it is not a first deployment.';
comment on column proposal.supervisor_role is
  'The designation of the supervisor whose days it spends; null without a supervisor.';
comment on column proposal.supervising_half_days is
  'Half-days of the supervisor that it spends; null without a supervisor.';

create table cover (
  organisation  integer not null,
  plan          integer not null,
  need          text not null,
  person        integer not null,
  position      smallint not null,
  covered_by    integer not null,
  instead_of    integer not null,
  post          text not null,
  school        integer references school,
  setting       text,
  way           text not null,
  points        integer not null,
  rules         text[] not null,
  line_points   integer[] not null,
  reasons       text[] not null,
  primary key (organisation, plan, need, person, position),
  foreign key (organisation, plan, need, person) references proposal,
  foreign key (organisation, covered_by) references person,
  foreign key (organisation, instead_of) references person,
  foreign key (organisation, setting) references setting,
  constraint a_chain_of_covers_is_counted_from_one check (position > 0),
  constraint a_chain_of_covers_begins_with_who_leaves check ((position = 1) = (instead_of = person)),
  constraint nobody_covers_for_themselves check (covered_by <> instead_of),
  constraint a_covered_post_is_at_one_place check (num_nonnulls(school, setting) = 1),
  constraint a_cover_comes_in_a_known_way check (way in ('moves', 'steps up', 'exchanges')),
  constraint a_line_has_a_rule_points_and_a_reason
    check (cardinality(rules) = cardinality(line_points) and cardinality(rules) = cardinality(reasons))
);
create index cover_by_person on cover (organisation, covered_by);
create index cover_by_whose_post on cover (organisation, instead_of);
create index cover_by_school on cover (organisation, school);
create index cover_by_setting on cover (organisation, setting) where setting is not null;

comment on table cover is 'Who fills a post that a proposed secondment opens, and so on down the chain.';
comment on column cover.organisation is 'Whose plan.';
comment on column cover.plan is 'The plan.';
comment on column cover.need is 'The need the secondment fills.';
comment on column cover.person is 'Who leaves for it.';
comment on column cover.position is 'Its place down the chain: 1 covers the post of who leaves.';
comment on column cover.covered_by is 'Who fills the post.';
comment on column cover.instead_of is 'Whose post they fill.';
comment on column cover.post is 'The post''s rung.';
comment on column cover.school is 'Where the post is; null when at a setting.';
comment on column cover.setting is 'Where the post is; null when at a school.';
comment on column cover.way is
  'moves: from another place; steps up: from the same one; exchanges: changes places with who leaves.';
comment on column cover.points is 'The sum of its lines.';
comment on column cover.rules is 'The criteria of its lines, by their names in config/weights.yaml, in the order of printing.';
comment on column cover.line_points is 'Whole points of each line.';
comment on column cover.reasons is 'The sentence of each line.';

-- What a plan says, as one text in an order no locale changes: its scope, proposals with their score
-- lines, what stays unfilled, notes; then who supervises, who covers, and the score lines of covers. Where
-- there are none it is the text it was before, so that seals stay valid. Proofs and totals need no seal:
-- they are checked anew.
create or replace function plan_text(of_organisation integer, of_plan integer) returns text
  language sql stable
  return concat_ws(E'\n',
    (select concat_ws(E'\t', kinds::text, coalesce(within, ''), coalesce(starts_on::text, ''), coalesce(ends_on::text, ''))
      from plan where organisation = of_organisation and number = of_plan),
    (select string_agg(concat_ws(E'\t', need, person, points), E'\n' order by need collate "C", person)
      from proposal where organisation = of_organisation and plan = of_plan),
    (select string_agg(concat_ws(E'\t', need, person, position, rule, points, because), E'\n'
        order by need collate "C", person, position)
      from proposal_line where organisation = of_organisation and plan = of_plan),
    (select string_agg(concat_ws(E'\t', need, missing, because), E'\n' order by need collate "C")
      from unfilled where organisation = of_organisation and plan = of_plan),
    (select string_agg(concat_ws(E'\t', position, says), E'\n' order by position)
      from plan_note where organisation = of_organisation and plan = of_plan),
    (select string_agg(concat_ws(E'\t', need, person, 'supervised by', supervisor, supervisor_role,
        supervising_half_days), E'\n' order by need collate "C", person)
      from proposal where organisation = of_organisation and plan = of_plan and supervisor is not null),
    (select string_agg(concat_ws(E'\t', need, person, position, 'covered by', covered_by, instead_of, post,
        coalesce(school::text, ''), coalesce(setting, ''), way, points), E'\n'
        order by need collate "C", person, position)
      from cover where organisation = of_organisation and plan = of_plan),
    (select string_agg(concat_ws(E'\t', c.need, c.person, c.position, 'covered because', l.place, l.rule,
        l.points, l.because), E'\n' order by c.need collate "C", c.person, c.position, l.place)
      from cover c, unnest(c.rules, c.line_points, c.reasons) with ordinality l (rule, points, because, place)
      where c.organisation = of_organisation and c.plan = of_plan),
    (select concat_ws(E'\t', 'proof', objective, bound, must_fill_unfilled, must_fill_bound, proof)
      from plan where organisation = of_organisation and number = of_plan and proof <> ''));

do $$
begin
  alter table plan alter column proof set compression lz4;
exception when feature_not_supported then null;
end
$$;
