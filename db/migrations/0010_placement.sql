-- 0010 placement: what people decided about proposals, and the placements that came of it.
--
-- Why: nothing is ever accepted by the program. A decision carries a name and a reason, and a choice
-- against a bar carries the bar that was overridden. A choice can be taken back, with a name and a
-- reason of its own; the row stays, and frees the need's place and the person's days.

create table placement (
  organisation    integer not null,
  number          integer generated always as identity,
  need            text not null,
  person          integer not null,
  plan            integer,
  kind            text not null,
  role            text,
  half_days       integer not null default 0,
  fte_hundredths  integer not null default 0,
  starts_on       date not null,
  ends_on         date not null,
  state           text not null default 'chosen, release pending',
  chosen_by       text not null,
  chosen_at       timestamptz not null default now(),
  reason          text,
  overridden      text,
  withdrawn_by       text,
  withdrawn_because  text,
  withdrawn_at       timestamptz,
  primary key (organisation, number),
  foreign key (organisation, need) references need,
  foreign key (organisation, person) references person,
  foreign key (organisation, plan) references plan,
  constraint a_placement_ends_after_it_starts check (ends_on >= starts_on),
  constraint a_placement_is_a_deployment_or_a_secondment check (kind in ('deployment', 'secondment')),
  constraint a_placement_is_in_a_known_state
    check (state in ('chosen, release pending', 'withdrawn')),
  constraint a_withdrawal_says_who_why_and_when check
    (num_nonnulls(withdrawn_by, withdrawn_because, withdrawn_at)
      = case state when 'withdrawn' then 3 else 0 end),
  constraint overriding_a_bar_by_hand_says_why check (overridden is null or reason is not null),
  constraint a_person_is_seconded_full_time_once_at_a_time exclude using gist
    (organisation with =, person with =, daterange(starts_on, ends_on, '[]') with &&)
    where (kind = 'secondment' and fte_hundredths = 100 and state <> 'withdrawn')
);
create unique index a_person_fills_a_need_once on placement (organisation, need, person)
  where state <> 'withdrawn';
create index placement_by_need on placement (organisation, need);
create index placement_by_person on placement (organisation, person);
create index placement_by_plan on placement (organisation, plan);

comment on table placement is 'A chosen deployment or secondment.';
comment on column placement.organisation is 'Whose placement.';
comment on column placement.number is 'Its number, as printed.';
comment on column placement.need is 'The need it fills.';
comment on column placement.person is 'Who goes.';
comment on column placement.plan is 'The plan it was decided from; null when chosen without one.';
comment on column placement.kind is 'deployment or secondment.';
comment on column placement.role is 'The designation whose days it spends; null for secondments.';
comment on column placement.half_days is 'Deployments: half-days it spends.';
comment on column placement.fte_hundredths is 'Secondments: share of full time in hundredths.';
comment on column placement.starts_on is 'First day.';
comment on column placement.ends_on is 'Last day.';
comment on column placement.state is 'Where it stands: chosen, release pending until the home head agrees.';
comment on column placement.chosen_by is 'The person who chose.';
comment on column placement.chosen_at is 'When they did.';
comment on column placement.reason is 'Why; null when the proposal''s own reasons were enough.';
comment on column placement.overridden is 'The bars overridden by name; null when none was.';
comment on column placement.withdrawn_by is 'Who took the choice back; null while it stands.';
comment on column placement.withdrawn_because is 'Why they did; null while it stands.';
comment on column placement.withdrawn_at is 'When they did; null while it stands.';

create table decision (
  organisation  integer not null,
  plan          integer not null,
  need          text not null,
  person        integer not null,
  verdict       text not null,
  instead       integer,
  placement     integer,
  decided_by    text not null,
  reason        text,
  overridden    text,
  decided_at    timestamptz not null default now(),
  primary key (organisation, plan, need, person),
  foreign key (organisation, plan, need, person) references proposal,
  foreign key (organisation, instead) references person,
  foreign key (organisation, placement) references placement,
  constraint a_verdict_is_one_of_three check (verdict in ('accepted', 'declined', 'instead')),
  constraint choosing_otherwise_names_who check ((verdict = 'instead') = (instead is not null)),
  constraint declining_says_why check (verdict = 'accepted' or reason is not null),
  constraint what_is_chosen_is_placed check ((verdict = 'declined') = (placement is null)),
  constraint overriding_a_bar_says_why check (overridden is null or reason is not null)
);
create index decision_by_instead on decision (organisation, instead);
create index decision_by_placement on decision (organisation, placement);

comment on table decision is 'What a named person decided about a proposal.';
comment on column decision.organisation is 'Whose plan.';
comment on column decision.plan is 'The plan.';
comment on column decision.need is 'The need.';
comment on column decision.person is 'Whom the plan proposed.';
comment on column decision.verdict is 'accepted, declined or instead.';
comment on column decision.instead is 'Whom they chose instead; null otherwise.';
comment on column decision.placement is 'The placement it made; null when declined.';
comment on column decision.decided_by is 'Who decided.';
comment on column decision.reason is 'Why; null when accepted without comment.';
comment on column decision.overridden is 'The bar overridden by name; null when none was.';
comment on column decision.decided_at is 'When.';
