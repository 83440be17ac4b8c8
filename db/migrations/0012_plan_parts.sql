-- 0012 plan parts: score lines lie in their proposal's row, prices in one row a kind.
--
-- Why: a national plan has 72,000 lines and 33,000 prices, and PostgreSQL checks a foreign key a row
-- at a time; measured, two thirds of saving a plan went there and into the lines' own index. Inside
-- the row they belong to they need neither, and cannot be without it. `proposal_line` and
-- `plan_price` say what they said before, as views; seals stay what they were.

drop function plan_text(integer, integer);

alter table proposal
  add column rules text[],
  add column line_points integer[],
  add column reasons text[];
update proposal p set
  rules = coalesce(l.rules, '{}'), line_points = coalesce(l.points, '{}'),
  reasons = coalesce(l.reasons, '{}')
from proposal q
left join (
  select organisation, plan, need, person, array_agg(rule order by position) as rules,
    array_agg(points order by position) as points, array_agg(because order by position) as reasons
  from proposal_line group by organisation, plan, need, person) l
  using (organisation, plan, need, person)
where (p.organisation, p.plan, p.need, p.person) = (q.organisation, q.plan, q.need, q.person);
alter table proposal
  alter column rules set not null,
  alter column line_points set not null,
  alter column reasons set not null,
  add constraint a_line_has_a_rule_points_and_a_reason
    check (cardinality(rules) = cardinality(line_points) and cardinality(rules) = cardinality(reasons));

comment on column proposal.rules is 'The criteria of its lines, by their names in config/weights.yaml, in the order of printing.';
comment on column proposal.line_points is 'Whole points of each line.';
comment on column proposal.reasons is 'The sentence of each line.';

drop table proposal_line;
create view proposal_line as
  select p.organisation, p.plan, p.need, p.person, l.position::smallint as position, l.rule, l.points,
    l.because
  from proposal p,
    unnest(p.rules, p.line_points, p.reasons) with ordinality l (rule, points, because, position);
comment on view proposal_line is 'Why a proposal scored what it did: a line a criterion.';
comment on column proposal_line.organisation is 'Whose plan.';
comment on column proposal_line.plan is 'The plan.';
comment on column proposal_line.need is 'The need.';
comment on column proposal_line.person is 'The person.';
comment on column proposal_line.position is 'Order of printing, from 1.';
comment on column proposal_line.rule is 'The criterion''s name in config/weights.yaml.';
comment on column proposal_line.points is 'Whole points.';
comment on column proposal_line.because is 'The sentence.';

create table plan_proof (
  organisation  integer not null,
  plan          integer not null,
  stage         smallint not null,
  subject       text not null,
  keys          text[] not null,
  prices        bigint[] not null,
  primary key (organisation, plan, stage, subject),
  foreign key (organisation, plan) references plan,
  constraint a_price_is_of_something check (subject in ('need', 'person', 'home', 'limit')),
  constraint keys_and_prices_go_in_pairs check (cardinality(keys) = cardinality(prices))
);
comment on table plan_proof is 'The dual prices that prove a plan optimal, a row a stage and kind; prices of 0 are left out.';
comment on column plan_proof.organisation is 'Whose plan.';
comment on column plan_proof.plan is 'The plan.';
comment on column plan_proof.stage is '1: must-fill first; 2: points.';
comment on column plan_proof.subject is 'need, person, home or limit.';
comment on column plan_proof.keys is 'Needs'' references, people''s numbers, homes'' keys, or one empty text for the limit.';
comment on column plan_proof.prices is 'Points one more unit of each would be worth.';

insert into plan_proof
  select organisation, plan, stage, subject, array_agg(key order by key), array_agg(price order by key)
  from plan_price group by organisation, plan, stage, subject;
drop table plan_price;
create view plan_price as
  select p.organisation, p.plan, p.stage, p.subject, l.key, l.price
  from plan_proof p, unnest(p.keys, p.prices) l (key, price);
comment on view plan_price is 'The prices of a plan''s proof, one a row.';
comment on column plan_price.organisation is 'Whose plan.';
comment on column plan_price.plan is 'The plan.';
comment on column plan_price.stage is '1: must-fill first; 2: points.';
comment on column plan_price.subject is 'need, person, home or limit.';
comment on column plan_price.key is 'The need''s reference, the person''s number, the home''s key, or empty for the limit.';
comment on column plan_price.price is 'Points one more unit of it would be worth.';

-- What a plan says, as one text in an order no locale changes: its scope, proposals with their score
-- lines, what stays unfilled, notes. Prices and totals need no seal: they are proven anew.
create function plan_text(of_organisation integer, of_plan integer) returns text
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
      from plan_note where organisation = of_organisation and plan = of_plan));
comment on function plan_text(integer, integer) is 'What a plan says, as one text, for its seal.';

-- lz4 packs a national snapshot three times as fast as pglz, into as little; PostgreSQL may be built
-- without it.
do $$
begin
  alter table plan alter column snapshot set compression lz4;
  alter table plan_proof alter column keys set compression lz4, alter column prices set compression lz4;
exception when feature_not_supported then null;
end
$$;
