-- 0009 plan: what a matching run proposed, from what, and the prices that prove it.
--
-- Why: a plan only proposes. Years later it must still say the same thing and be checkable, so it
-- keeps its whole input and policy as text, not references into data that moves on.

create table plan (
  organisation         integer not null references organisation,
  number               integer generated always as identity,
  state                text not null default 'draft',
  made_at              timestamptz not null default now(),
  kinds                text[] not null,
  within               text,
  starts_on            date,
  ends_on              date,
  policy               text not null,
  snapshot             bytea not null,
  fingerprint          bytea not null,
  -- Null only while the plan is being saved.
  seal                 bytea,
  objective            bigint not null,
  bound                bigint not null,
  must_fill_unfilled   integer not null,
  published_at         timestamptz,
  published_by         text,
  primary key (organisation, number),
  constraint a_plan_is_draft_published_or_superseded
    check (state in ('draft', 'published', 'superseded')),
  constraint a_bound_is_never_below_the_plan check (bound >= objective),
  constraint a_published_plan_says_by_whom
    check ((state = 'draft') = (published_by is null) and (published_by is null) = (published_at is null))
);

comment on table plan is 'The outcome of one matching run.';
comment on column plan.organisation is 'Whose plan.';
comment on column plan.number is 'Its number, as printed.';
comment on column plan.state is 'draft, published or superseded.';
comment on column plan.made_at is 'When it was made.';
comment on column plan.kinds is 'The kinds of need it was asked for.';
comment on column plan.within is 'The cluster or authority it was kept to; null when all.';
comment on column plan.starts_on is 'First day of needs taken in; null when not limited.';
comment on column plan.ends_on is 'Last day of needs taken in; null when not limited.';
comment on column plan.policy is 'Rules, weights, penalties and norms it was made under.';
comment on column plan.snapshot is 'People, needs and places it was made from: UTF-8 text, a line a record.';
comment on column plan.fingerprint is 'SHA-256 of policy and snapshot, taken when the plan was made.';
comment on column plan.seal is
  'SHA-256 of what it says (plan_text), taken when it was saved; null only while it is being saved.';
comment on column plan.objective is 'Points won less penalties of what stays unfilled.';
comment on column plan.bound is 'No plan can score more than this.';
comment on column plan.must_fill_unfilled is 'Must-fill places no plan can fill.';
comment on column plan.published_at is 'When it was published; null while a draft.';
comment on column plan.published_by is 'Who published it; null while a draft.';

create table proposal (
  organisation  integer not null,
  plan          integer not null,
  need          text not null,
  person        integer not null,
  points        integer not null,
  primary key (organisation, plan, need, person),
  foreign key (organisation, plan) references plan,
  foreign key (organisation, need) references need,
  foreign key (organisation, person) references person
);
create index proposal_by_need on proposal (organisation, need);
create index proposal_by_person on proposal (organisation, person);

comment on table proposal is 'One proposed placement in a plan.';
comment on column proposal.organisation is 'Whose plan.';
comment on column proposal.plan is 'The plan.';
comment on column proposal.need is 'The need it would fill.';
comment on column proposal.person is 'Who would fill it.';
comment on column proposal.points is 'The sum of its lines.';

create table proposal_line (
  organisation  integer not null,
  plan          integer not null,
  need          text not null,
  person        integer not null,
  position      smallint not null,
  rule          text not null,
  points        integer not null,
  because       text not null,
  primary key (organisation, plan, need, person, position),
  foreign key (organisation, plan, need, person) references proposal
);

comment on table proposal_line is 'Why a proposal scored what it did: a line a criterion.';
comment on column proposal_line.organisation is 'Whose plan.';
comment on column proposal_line.plan is 'The plan.';
comment on column proposal_line.need is 'The need.';
comment on column proposal_line.person is 'The person.';
comment on column proposal_line.position is 'Order of printing, from 1.';
comment on column proposal_line.rule is 'The criterion''s name in config/weights.yaml.';
comment on column proposal_line.points is 'Whole points.';
comment on column proposal_line.because is 'The sentence.';

create table unfilled (
  organisation  integer not null,
  plan          integer not null,
  need          text not null,
  missing       integer not null,
  because       text not null,
  primary key (organisation, plan, need),
  foreign key (organisation, plan) references plan,
  foreign key (organisation, need) references need,
  constraint something_is_missing check (missing > 0)
);
create index unfilled_by_need on unfilled (organisation, need);

comment on table unfilled is 'What a plan leaves unfilled, and why.';
comment on column unfilled.organisation is 'Whose plan.';
comment on column unfilled.plan is 'The plan.';
comment on column unfilled.need is 'The need.';
comment on column unfilled.missing is 'How many people are missing.';
comment on column unfilled.because is 'The sentence.';

create table plan_price (
  organisation  integer not null,
  plan          integer not null,
  stage         smallint not null,
  subject       text not null,
  key           text not null,
  price         bigint not null,
  primary key (organisation, plan, stage, subject, key),
  foreign key (organisation, plan) references plan,
  constraint a_price_is_of_something check (subject in ('need', 'person', 'home', 'limit'))
);

comment on table plan_price is 'The dual prices that prove a plan optimal; prices of 0 are left out.';
comment on column plan_price.organisation is 'Whose plan.';
comment on column plan_price.plan is 'The plan.';
comment on column plan_price.stage is '1: must-fill first; 2: points.';
comment on column plan_price.subject is 'need, person, home or limit.';
comment on column plan_price.key is 'The need''s reference, the person''s number, the home''s key, or empty for the limit.';
comment on column plan_price.price is 'Points one more unit of it would be worth.';

create table plan_note (
  organisation  integer not null,
  plan          integer not null,
  position      integer not null,
  says          text not null,
  primary key (organisation, plan, position),
  foreign key (organisation, plan) references plan
);

comment on table plan_note is 'Defaults used and warnings printed with a plan.';
comment on column plan_note.organisation is 'Whose plan.';
comment on column plan_note.plan is 'The plan.';
comment on column plan_note.position is 'Order of printing, from 1.';
comment on column plan_note.says is 'The sentence.';

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
