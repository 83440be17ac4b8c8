-- The whole schema today, for reading: what the migrations make. Written by script/schema.

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

CREATE FUNCTION public.a_part_is_of_a_plan() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

COMMENT ON FUNCTION public.a_part_is_of_a_plan() IS 'Refuses rows whose plan does not exist, all of a statement at once.';

CREATE FUNCTION public.a_plan_goes_after_its_parts() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

COMMENT ON FUNCTION public.a_plan_goes_after_its_parts() IS 'Refuses to delete or renumber a plan whose proposals or open needs are still there.';

CREATE FUNCTION public.an_edit_is_none_where_nothing_differs() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  was jsonb := to_jsonb(old);
  row_key jsonb;
  loaded jsonb;
  -- A trigger before the row is written does not know what is computed from it.
  unsaid text[] := array(select a.attname::text from pg_attribute a
    where a.attrelid = tg_relid and a.attgenerated <> '') || 'edited_at'::text;
begin
  select jsonb_object_agg(a.attname, was -> a.attname) into row_key
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indrelid = tg_relid and i.indisprimary;
  insert into as_loaded (organisation, load, relation, key, image)
    values (old.organisation, old.changed_load, tg_table_name, row_key, was)
    on conflict do nothing;
  select a.image into strict loaded from as_loaded a
    where a.organisation = old.organisation and a.load = old.changed_load
      and a.relation = tg_table_name and a.key = row_key;
  if to_jsonb(new) - unsaid = loaded - unsaid then
    new.edited_at := (loaded ->> 'edited_at')::timestamptz;
  end if;
  return new;
end
$$;

COMMENT ON FUNCTION public.an_edit_is_none_where_nothing_differs() IS 'Takes the mark of an edit off a row that is again what its load wrote.';

CREATE FUNCTION public.covers_stand_on_something() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

COMMENT ON FUNCTION public.covers_stand_on_something() IS 'Refuses to withdraw a placement while a cover of it stands, or to cover one that is withdrawn; all of a statement at once.';

CREATE FUNCTION public.load_changes(of_organisation integer, of_load integer) RETURNS TABLE(line integer, relation text, named text, column_name text, was text, became text)
    LANGUAGE plpgsql STABLE
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    AS $_$
declare
  of_relation text;
begin
  for of_relation in
    select distinct c.relation from load_change c
    where c.organisation = of_organisation and c.load = of_load order by 1
  loop
    return query execute format(
      'select c.line, %1$L, %2$s, b.key, b.value, coalesce(a.image, n.before, to_jsonb(t)) ->> b.key
       from load_change c
       join %1$I t on %3$s and jsonb_build_object(%4$s) = c.key
       left join as_loaded a on a.organisation = c.organisation and a.load = c.load
         and a.relation = c.relation and a.key = c.key
       left join (
         select distinct on (o.key) o.key, o.before from load_change o
         where o.organisation = %5$s and o.relation = %1$L and o.load > %6$s
         order by o.key, o.load) n on n.key = c.key
       cross join lateral jsonb_each_text(c.before) b
       where c.organisation = %5$s and c.load = %6$s and c.relation = %1$L
         and b.key not in (''created_load'', ''changed_load'', ''typed'', ''edited_at'', ''found_by'', ''person'')
         and b.value is distinct from coalesce(a.image, n.before, to_jsonb(t)) ->> b.key
       order by c.line, 3, b.key',
      of_relation, (undo_key(of_relation)).named, undo_mine(of_relation, of_organisation),
      (undo_key(of_relation)).pairs, of_organisation, of_load);
  end loop;
end
$_$;

COMMENT ON FUNCTION public.load_changes(of_organisation integer, of_load integer) IS 'Each value a load replaced: the row of the sheet, the record, the column, what it was and what the load wrote.';

CREATE FUNCTION public.merge_columns(of_relation text) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
  where a.attrelid = of_relation::regclass and a.attnum > 0 and not a.attisdropped
    and a.attgenerated = '' and a.attidentity <> 'a'
$$;

COMMENT ON FUNCTION public.merge_columns(of_relation text) IS 'The columns of a table that can be written.';

CREATE FUNCTION public.merge_parts() RETURNS TABLE(place bigint, relation text, owner text)
    LANGUAGE sql IMMUTABLE
    AS $_$
  select row_number() over (), relation, owner from (values
    ('held_specialism', 'exists (select from designation d where d.organisation = t.organisation
       and d.number = t.designation and d.person = any($2))'),
    ('designation', 't.person = any($2)'), ('readiness', 't.person = any($2)'),
    ('participation', 't.person = any($2)'), ('career_step', 't.person = any($2)'),
    ('conflict', 't.person = any($2)'), ('past_placement', 't.person = any($2)')) p (relation, owner)
$_$;

COMMENT ON FUNCTION public.merge_parts() IS 'Tables about a person, parts before wholes, and the condition that a row t is of one of the people $2.';

CREATE FUNCTION public.merge_people(of_organisation integer, kept_person integer, gone_person integer, by_whom text, because text) RETURNS integer
    LANGUAGE plpgsql
    AS $$
declare
  this integer;
begin
  perform from person p where p.organisation = of_organisation
    and p.number in (kept_person, gone_person) order by p.number for update;
  insert into merge (organisation, kept, gone, gone_trn, gone_typed, merged_by, reason)
    select of_organisation, kept_person, gone_person, p.trn, p.typed, by_whom, because
    from person p where p.organisation = of_organisation and p.number = gone_person
    returning number into this;
  insert into merge_image (organisation, merge, relation, is_after, image)
    select of_organisation, this, p.relation, false, p.image
    from merge_pictures(of_organisation, array[kept_person, gone_person]) p;
  -- Of a term both hold, the one that stays takes the specialisms it lacks.
  create temp table same_term on commit drop as
    select g.number as gone, min(k.number) as kept from designation g
    join designation k on k.organisation = of_organisation and k.person = kept_person and k.role = g.role
      and daterange(k.since, k.until, '[]') && daterange(g.since, g.until, '[]')
    where g.organisation = of_organisation and g.person = gone_person group by g.number;
  insert into held_specialism (organisation, designation, specialism, verified_on, expires_on, edited_at)
    select distinct on (s.kept, h.specialism) of_organisation, s.kept, h.specialism, h.verified_on,
      h.expires_on, now()
    from same_term s join held_specialism h on h.organisation = of_organisation and h.designation = s.gone
    order by s.kept, h.specialism, h.verified_on desc nulls last
    on conflict do nothing;
  delete from held_specialism h using same_term s
    where h.organisation = of_organisation and h.designation = s.gone;
  delete from designation d using same_term s
    where d.organisation = of_organisation and d.number = s.gone;
  drop table same_term;
  update designation set person = kept_person, edited_at = now()
    where organisation = of_organisation and person = gone_person;
  -- What both say, the one that stays says.
  insert into readiness (organisation, person, post, level, judged_on, edited_at)
    select organisation, kept_person, post, level, judged_on, now() from readiness
    where organisation = of_organisation and person = gone_person on conflict do nothing;
  insert into participation (organisation, person, programme, started_on, ended_on, outcome, edited_at)
    select organisation, kept_person, programme, started_on, ended_on, outcome, now() from participation
    where organisation = of_organisation and person = gone_person on conflict do nothing;
  insert into career_step (organisation, person, what, due, done_on, outcome, owner, source, edited_at)
    select organisation, kept_person, what, due, done_on, outcome, owner, source, now() from career_step
    where organisation = of_organisation and person = gone_person on conflict do nothing;
  insert into conflict (organisation, person, school, setting, kind, why, declared_at, edited_at)
    select organisation, kept_person, school, setting, kind, why, declared_at, now() from conflict
    where organisation = of_organisation and person = gone_person on conflict do nothing;
  insert into past_placement (organisation, person, school, setting, kind, role, specialism, half_days,
      fte_hundredths, starts_on, ends_on, outcome, impact, comment, edited_at)
    select organisation, kept_person, school, setting, kind, role, specialism, half_days,
      fte_hundredths, starts_on, ends_on, outcome, impact, comment, now() from past_placement
    where organisation = of_organisation and person = gone_person on conflict do nothing;
  delete from readiness where organisation = of_organisation and person = gone_person;
  delete from participation where organisation = of_organisation and person = gone_person;
  delete from career_step where organisation = of_organisation and person = gone_person;
  delete from conflict where organisation = of_organisation and person = gone_person;
  delete from past_placement where organisation = of_organisation and person = gone_person;
  update placement set person = kept_person where organisation = of_organisation and person = gone_person;
  update post set incumbent = kept_person where organisation = of_organisation and incumbent = gone_person;
  delete from person where organisation = of_organisation and number = gone_person;
  update person k set
      (family_name, given_name, trn, home_school, home_setting, role, aspiration, strengths, behaviours,
        travel_miles, half_days_a_year, performance, potential, notes, available_from, available_until,
        vetted_on, vetted_by, prohibited, edited_at)
      = (select coalesce(k.family_name, g.family_name), coalesce(k.given_name, g.given_name),
          coalesce(k.trn, g.trn),
          case when k.home_setting is null then coalesce(k.home_school, g.home_school) end,
          case when k.home_school is null and (k.home_setting is not null or g.home_school is null)
            then coalesce(k.home_setting, g.home_setting) end,
          coalesce(k.role, g.role), coalesce(k.aspiration, g.aspiration),
          k.strengths || array(select s from unnest(g.strengths) s where s <> all(k.strengths)),
          k.behaviours || array(select b from unnest(g.behaviours) b where b <> all(k.behaviours)),
          coalesce(k.travel_miles, g.travel_miles), coalesce(k.half_days_a_year, g.half_days_a_year),
          coalesce(k.performance, g.performance), coalesce(k.potential, g.potential),
          case when k.notes is distinct from g.notes then concat_ws(E'\n', k.notes, g.notes) else k.notes end,
          case when k.available_until is null then coalesce(k.available_from, g.available_from)
            else k.available_from end,
          case when k.available_from is null then coalesce(k.available_until, g.available_until)
            else k.available_until end,
          case when k.vetted_on is null then g.vetted_on else k.vetted_on end,
          case when k.vetted_on is null then g.vetted_by else k.vetted_by end,
          k.prohibited or g.prohibited, now()
        from merge_image i, jsonb_populate_record(null::person, i.image) g
        where i.organisation = of_organisation and i.merge = this and i.relation = 'person'
          and g.number = gone_person)
    where k.organisation = of_organisation and k.number = kept_person;
  insert into merge_image (organisation, merge, relation, is_after, image)
    select of_organisation, this, p.relation, true, p.image
    from merge_pictures(of_organisation, array[kept_person]) p;
  return this;
end
$$;

COMMENT ON FUNCTION public.merge_people(of_organisation integer, kept_person integer, gone_person integer, by_whom text, because text) IS 'Makes two records one: blanks are filled, lists joined, and what both say the one that stays says; the merge''s number.';

CREATE FUNCTION public.merge_pictures(of_organisation integer, people integer[]) RETURNS TABLE(relation text, image jsonb)
    LANGUAGE plpgsql STABLE
    AS $_$
begin
  for relation in select p.relation from merge_parts() p order by p.place
  loop
    return query execute format('select %L, to_jsonb(t) from %I t where t.organisation = $1 and %s',
        relation, relation, (select p.owner from merge_parts() p where p.relation = merge_pictures.relation))
      using of_organisation, people;
  end loop;
  return query select 'person', to_jsonb(t) from person t
    where t.organisation = of_organisation and t.number = any(people);
  return query select 'placement', to_jsonb(t) from placement t
    where t.organisation = of_organisation and t.person = any(people);
  return query select 'post', to_jsonb(t) from post t
    where t.organisation = of_organisation and t.incumbent = any(people);
end
$_$;

COMMENT ON FUNCTION public.merge_pictures(of_organisation integer, people integer[]) IS 'Everything kept of some people, as it stands.';

CREATE FUNCTION public.merged_rows(of_organisation integer, of_relations text[]) RETURNS TABLE(typed bigint)
    LANGUAGE plpgsql STABLE
    AS $_$
declare
  of_relation text;
  owner text;
begin
  for of_relation, owner in
    select r.relation, r.owner from (values ('person', 'number'), ('designation', 'person'),
      ('readiness', 'person'), ('participation', 'person'), ('career_step', 'person'), ('conflict', 'person'),
      ('past_placement', 'person')) r (relation, owner)
    where r.relation = any(of_relations)
  loop
    return query execute format(
      'select (i.image ->> ''typed'')::bigint
       from merge m join merge_image i on i.organisation = m.organisation and i.merge = m.number
         and i.relation = %1$L and not i.is_after
       where m.organisation = $1 and m.undone_at is null
         and (i.image ->> %2$L)::integer = m.gone and i.image ->> ''typed'' is not null',
      of_relation, owner) using of_organisation;
  end loop;
end
$_$;

COMMENT ON FUNCTION public.merged_rows(of_organisation integer, of_relations text[]) IS 'Hashes of rows as typed that last wrote some tables'' records of people who are part of others by now.';

CREATE FUNCTION public.person_now(of_organisation integer, of_person integer) RETURNS integer
    LANGUAGE plpgsql STABLE
    AS $$
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

COMMENT ON FUNCTION public.person_now(of_organisation integer, of_person integer) IS 'Who stands for a person after all merges: themselves when they are part of nobody.';

CREATE TABLE public.cover (
    organisation integer NOT NULL,
    plan integer NOT NULL,
    need text NOT NULL,
    person integer NOT NULL,
    "position" smallint NOT NULL,
    covered_by integer NOT NULL,
    instead_of integer NOT NULL,
    post text NOT NULL,
    school integer,
    setting text,
    way text NOT NULL,
    points integer NOT NULL,
    rules text[] NOT NULL,
    line_points integer[] NOT NULL,
    reasons text[] NOT NULL,
    CONSTRAINT a_chain_of_covers_begins_with_who_leaves CHECK ((("position" = 1) = (instead_of = person))),
    CONSTRAINT a_chain_of_covers_is_counted_from_one CHECK (("position" > 0)),
    CONSTRAINT a_cover_comes_in_a_known_way CHECK ((way = ANY (ARRAY['moves'::text, 'steps up'::text, 'exchanges'::text]))),
    CONSTRAINT a_covered_post_is_at_one_place CHECK ((num_nonnulls(school, setting) = 1)),
    CONSTRAINT a_line_has_a_rule_points_and_a_reason CHECK (((cardinality(rules) = cardinality(line_points)) AND (cardinality(rules) = cardinality(reasons)))),
    CONSTRAINT nobody_covers_for_themselves CHECK ((covered_by <> instead_of))
);

COMMENT ON TABLE public.cover IS 'Who fills a post that a proposed secondment opens, and so on down the chain.';
COMMENT ON COLUMN public.cover.organisation IS 'Whose plan.';
COMMENT ON COLUMN public.cover.plan IS 'The plan.';
COMMENT ON COLUMN public.cover.need IS 'The need the secondment fills.';
COMMENT ON COLUMN public.cover.person IS 'Who leaves for it.';
COMMENT ON COLUMN public.cover."position" IS 'Its place down the chain: 1 covers the post of who leaves.';
COMMENT ON COLUMN public.cover.covered_by IS 'Who fills the post.';
COMMENT ON COLUMN public.cover.instead_of IS 'Whose post they fill.';
COMMENT ON COLUMN public.cover.post IS 'The post''s rung.';
COMMENT ON COLUMN public.cover.school IS 'Where the post is; null when at a setting.';
COMMENT ON COLUMN public.cover.setting IS 'Where the post is; null when at a school.';
COMMENT ON COLUMN public.cover.way IS 'moves: from another place; steps up: from the same one; exchanges: changes places with who leaves.';
COMMENT ON COLUMN public.cover.points IS 'The sum of its lines.';
COMMENT ON COLUMN public.cover.rules IS 'The criteria of its lines, by their names in config/weights.yaml, in the order of printing.';
COMMENT ON COLUMN public.cover.line_points IS 'Whole points of each line.';
COMMENT ON COLUMN public.cover.reasons IS 'The sentence of each line.';

CREATE TABLE public.plan (
    organisation integer NOT NULL,
    number integer NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    kinds text[] NOT NULL,
    within text,
    starts_on date,
    ends_on date,
    policy text NOT NULL,
    snapshot bytea NOT NULL,
    fingerprint bytea NOT NULL,
    seal bytea,
    objective bigint NOT NULL,
    bound bigint NOT NULL,
    must_fill_unfilled integer NOT NULL,
    published_at timestamp with time zone,
    published_by text,
    must_fill_bound integer NOT NULL,
    proof text DEFAULT ''::text NOT NULL,
    CONSTRAINT a_bound_is_never_below_the_plan CHECK ((bound >= objective)),
    CONSTRAINT a_must_fill_bound_is_never_above_the_plan CHECK (((must_fill_bound >= 0) AND (must_fill_bound <= must_fill_unfilled))),
    CONSTRAINT a_plan_is_draft_published_or_superseded CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'superseded'::text]))),
    CONSTRAINT a_published_plan_says_by_whom CHECK ((((state = 'draft'::text) = (published_by IS NULL)) AND ((published_by IS NULL) = (published_at IS NULL))))
);
ALTER TABLE ONLY public.plan ALTER COLUMN snapshot SET COMPRESSION lz4;
ALTER TABLE ONLY public.plan ALTER COLUMN proof SET COMPRESSION lz4;

COMMENT ON TABLE public.plan IS 'The outcome of one matching run.';
COMMENT ON COLUMN public.plan.organisation IS 'Whose plan.';
COMMENT ON COLUMN public.plan.number IS 'Its number, as printed.';
COMMENT ON COLUMN public.plan.state IS 'draft, published or superseded.';
COMMENT ON COLUMN public.plan.made_at IS 'When it was made.';
COMMENT ON COLUMN public.plan.kinds IS 'The kinds of need it was asked for.';
COMMENT ON COLUMN public.plan.within IS 'The cluster or authority it was kept to; null when all.';
COMMENT ON COLUMN public.plan.starts_on IS 'First day of needs taken in; null when not limited.';
COMMENT ON COLUMN public.plan.ends_on IS 'Last day of needs taken in; null when not limited.';
COMMENT ON COLUMN public.plan.policy IS 'Rules, weights, penalties and norms it was made under.';
COMMENT ON COLUMN public.plan.snapshot IS 'People, needs and places it was made from: UTF-8 text, a line a record.';
COMMENT ON COLUMN public.plan.fingerprint IS 'SHA-256 of policy and snapshot, taken when the plan was made.';
COMMENT ON COLUMN public.plan.seal IS 'SHA-256 of what it says (plan_text), taken when it was saved; null only while it is being saved.';
COMMENT ON COLUMN public.plan.objective IS 'Points won less penalties of what stays unfilled.';
COMMENT ON COLUMN public.plan.bound IS 'No plan can score more than this.';
COMMENT ON COLUMN public.plan.must_fill_unfilled IS 'Must-fill places it leaves unfilled.';
COMMENT ON COLUMN public.plan.published_at IS 'When it was published; null while a draft.';
COMMENT ON COLUMN public.plan.published_by IS 'Who published it; null while a draft.';
COMMENT ON COLUMN public.plan.must_fill_bound IS 'No plan leaves fewer must-fill places unfilled.';
COMMENT ON COLUMN public.plan.proof IS 'The evidence for its bounds, as text; empty where prices are all there is, or nothing was open.';

CREATE TABLE public.plan_note (
    organisation integer NOT NULL,
    plan integer NOT NULL,
    "position" integer NOT NULL,
    says text NOT NULL
);

COMMENT ON TABLE public.plan_note IS 'Defaults used and warnings printed with a plan.';
COMMENT ON COLUMN public.plan_note.organisation IS 'Whose plan.';
COMMENT ON COLUMN public.plan_note.plan IS 'The plan.';
COMMENT ON COLUMN public.plan_note."position" IS 'Order of printing, from 1.';
COMMENT ON COLUMN public.plan_note.says IS 'The sentence.';

CREATE TABLE public.proposal (
    organisation integer NOT NULL,
    plan integer NOT NULL,
    need text NOT NULL,
    person integer NOT NULL,
    points integer NOT NULL,
    rules text[] NOT NULL,
    line_points integer[] NOT NULL,
    reasons text[] NOT NULL,
    now_part_of integer,
    stands_for integer GENERATED ALWAYS AS (COALESCE(now_part_of, person)) STORED NOT NULL,
    supervisor integer,
    supervisor_role text,
    supervising_half_days integer,
    CONSTRAINT a_line_has_a_rule_points_and_a_reason CHECK (((cardinality(rules) = cardinality(line_points)) AND (cardinality(rules) = cardinality(reasons)))),
    CONSTRAINT nobody_supervises_themselves CHECK ((supervisor <> person)),
    CONSTRAINT supervising_says_who_as_what_and_for_how_long CHECK ((num_nonnulls(supervisor, supervisor_role, supervising_half_days) = ANY (ARRAY[0, 3]))),
    CONSTRAINT supervising_takes_at_least_half_a_day CHECK ((supervising_half_days > 0))
);

COMMENT ON TABLE public.proposal IS 'One proposed placement in a plan.';
COMMENT ON COLUMN public.proposal.organisation IS 'Whose plan.';
COMMENT ON COLUMN public.proposal.plan IS 'The plan.';
COMMENT ON COLUMN public.proposal.need IS 'The need it would fill.';
COMMENT ON COLUMN public.proposal.person IS 'Who would fill it.';
COMMENT ON COLUMN public.proposal.points IS 'The sum of its lines.';
COMMENT ON COLUMN public.proposal.rules IS 'The criteria of its lines, by their names in config/weights.yaml, in the order of printing.';
COMMENT ON COLUMN public.proposal.line_points IS 'Whole points of each line.';
COMMENT ON COLUMN public.proposal.reasons IS 'The sentence of each line.';
COMMENT ON COLUMN public.proposal.now_part_of IS 'Whom the person became part of since; null while they are a record of their own.';
COMMENT ON COLUMN public.proposal.stands_for IS 'The person there is now.';
COMMENT ON COLUMN public.proposal.supervisor IS 'Who supervises it; null when it is not a first deployment.';
COMMENT ON COLUMN public.proposal.supervisor_role IS 'The designation of the supervisor whose days it spends; null without a supervisor.';
COMMENT ON COLUMN public.proposal.supervising_half_days IS 'Half-days of the supervisor that it spends; null without a supervisor.';

CREATE VIEW public.proposal_line AS
 SELECT p.organisation,
    p.plan,
    p.need,
    p.person,
    (l."position")::smallint AS "position",
    l.rule,
    l.points,
    l.because
   FROM public.proposal p,
    LATERAL UNNEST(p.rules, p.line_points, p.reasons) WITH ORDINALITY l(rule, points, because, "position");

COMMENT ON VIEW public.proposal_line IS 'Why a proposal scored what it did: a line a criterion.';
COMMENT ON COLUMN public.proposal_line.organisation IS 'Whose plan.';
COMMENT ON COLUMN public.proposal_line.plan IS 'The plan.';
COMMENT ON COLUMN public.proposal_line.need IS 'The need.';
COMMENT ON COLUMN public.proposal_line.person IS 'The person.';
COMMENT ON COLUMN public.proposal_line."position" IS 'Order of printing, from 1.';
COMMENT ON COLUMN public.proposal_line.rule IS 'The criterion''s name in config/weights.yaml.';
COMMENT ON COLUMN public.proposal_line.points IS 'Whole points.';
COMMENT ON COLUMN public.proposal_line.because IS 'The sentence.';

CREATE TABLE public.unfilled (
    organisation integer NOT NULL,
    plan integer NOT NULL,
    need text NOT NULL,
    missing integer NOT NULL,
    because text NOT NULL,
    CONSTRAINT something_is_missing CHECK ((missing > 0))
);

COMMENT ON TABLE public.unfilled IS 'What a plan leaves unfilled, and why.';
COMMENT ON COLUMN public.unfilled.organisation IS 'Whose plan.';
COMMENT ON COLUMN public.unfilled.plan IS 'The plan.';
COMMENT ON COLUMN public.unfilled.need IS 'The need.';
COMMENT ON COLUMN public.unfilled.missing IS 'How many people are missing.';
COMMENT ON COLUMN public.unfilled.because IS 'The sentence.';

CREATE FUNCTION public.plan_text(of_organisation integer, of_plan integer) RETURNS text
    LANGUAGE sql STABLE
    RETURN concat_ws('
'::text, (SELECT concat_ws('	'::text, (plan.kinds)::text, COALESCE(plan.within, ''::text), COALESCE((plan.starts_on)::text, ''::text), COALESCE((plan.ends_on)::text, ''::text)) AS concat_ws FROM public.plan WHERE ((plan.organisation = plan_text.of_organisation) AND (plan.number = plan_text.of_plan))), (SELECT string_agg(concat_ws('	'::text, proposal.need, proposal.person, proposal.points), '
'::text ORDER BY (proposal.need COLLATE "C"), proposal.person) AS string_agg FROM public.proposal WHERE ((proposal.organisation = plan_text.of_organisation) AND (proposal.plan = plan_text.of_plan))), (SELECT string_agg(concat_ws('	'::text, proposal_line.need, proposal_line.person, proposal_line."position", proposal_line.rule, proposal_line.points, proposal_line.because), '
'::text ORDER BY (proposal_line.need COLLATE "C"), proposal_line.person, proposal_line."position") AS string_agg FROM public.proposal_line WHERE ((proposal_line.organisation = plan_text.of_organisation) AND (proposal_line.plan = plan_text.of_plan))), (SELECT string_agg(concat_ws('	'::text, unfilled.need, unfilled.missing, unfilled.because), '
'::text ORDER BY (unfilled.need COLLATE "C")) AS string_agg FROM public.unfilled WHERE ((unfilled.organisation = plan_text.of_organisation) AND (unfilled.plan = plan_text.of_plan))), (SELECT string_agg(concat_ws('	'::text, plan_note."position", plan_note.says), '
'::text ORDER BY plan_note."position") AS string_agg FROM public.plan_note WHERE ((plan_note.organisation = plan_text.of_organisation) AND (plan_note.plan = plan_text.of_plan))), (SELECT string_agg(concat_ws('	'::text, proposal.need, proposal.person, 'supervised by', proposal.supervisor, proposal.supervisor_role, proposal.supervising_half_days), '
'::text ORDER BY (proposal.need COLLATE "C"), proposal.person) AS string_agg FROM public.proposal WHERE ((proposal.organisation = plan_text.of_organisation) AND (proposal.plan = plan_text.of_plan) AND (proposal.supervisor IS NOT NULL))), (SELECT string_agg(concat_ws('	'::text, cover.need, cover.person, cover."position", 'covered by', cover.covered_by, cover.instead_of, cover.post, COALESCE((cover.school)::text, ''::text), COALESCE(cover.setting, ''::text), cover.way, cover.points), '
'::text ORDER BY (cover.need COLLATE "C"), cover.person, cover."position") AS string_agg FROM public.cover WHERE ((cover.organisation = plan_text.of_organisation) AND (cover.plan = plan_text.of_plan))), (SELECT string_agg(concat_ws('	'::text, c.need, c.person, c."position", 'covered because', l.place, l.rule, l.points, l.because), '
'::text ORDER BY (c.need COLLATE "C"), c.person, c."position", l.place) AS string_agg FROM public.cover c, LATERAL UNNEST(c.rules, c.line_points, c.reasons) WITH ORDINALITY l(rule, points, because, place) WHERE ((c.organisation = plan_text.of_organisation) AND (c.plan = plan_text.of_plan))), (SELECT concat_ws('	'::text, 'proof', plan.objective, plan.bound, plan.must_fill_unfilled, plan.must_fill_bound, plan.proof) AS concat_ws FROM public.plan WHERE ((plan.organisation = plan_text.of_organisation) AND (plan.number = plan_text.of_plan) AND (plan.proof <> ''::text))));

COMMENT ON FUNCTION public.plan_text(of_organisation integer, of_plan integer) IS 'What a plan says, as one text, for its seal.';

CREATE FUNCTION public.rows_loaded_before(of_organisation integer, of_relation text) RETURNS TABLE(line integer, named text, since_load integer)
    LANGUAGE plpgsql STABLE
    AS $_$
declare
  -- Whom a record is of: who became part of another goes by the one who stayed.
  who text := case of_relation when 'person' then 'number' else 'person' end;
  matching text;
begin
  if not exists (select from pg_attribute a
      where a.attrelid = of_relation::regclass and a.attname = 'typed') then
    return;
  end if;
  select string_agg(format('t.%1$I = k.%1$I', a.attname), ' and ') into matching
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indrelid = of_relation::regclass and i.indisprimary;
  return query execute format(
    'select distinct on (i.line) i.line, %2$s,
       case when c.typed = (c.before ->> ''typed'')::bigint then c.load else nullif(t.changed_load, c.load) end
     from incoming i
     join load_change c on c.organisation = $1 and c.typed = i.typed and c.relation = %1$L
     cross join jsonb_populate_record(null::%1$I, c.key || case when c.key ? %3$L
       then jsonb_build_object(%3$L, person_now($1, (c.key ->> %3$L)::integer)) else ''{}'' end) k
     join %1$I t on %4$s
     where t.typed is distinct from i.typed
     order by i.line, c.load desc',
    of_relation, case of_relation when 'person' then '''P'' || t.number'
      else format('%L', 'the ' || undo_noun(of_relation)) end, who, matching) using of_organisation;
end
$_$;

COMMENT ON FUNCTION public.rows_loaded_before(of_organisation integer, of_relation text) IS 'Rows of incoming that an earlier load took and whose record says something else by now: which record, and the load that changed it since.';

CREATE FUNCTION public.said_before(of_organisation integer, of_relation text, of_columns text[]) RETURNS TABLE(gone integer, column_name text, said jsonb, record jsonb, because text)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    AS $_$
declare
  owner text := said_owner(of_relation);
begin
  if not exists (select from as_loaded a where a.organisation = of_organisation and a.relation = of_relation)
    and (owner is null or not exists (
      select from merge m where m.organisation = of_organisation and m.undone_at is null))
  then
    return;
  end if;
  return query execute format(
    'with recursive merged as materialized (
       select m.number, m.gone, person_now(m.organisation, m.gone) as kept,
         ''P'' || m.gone || '' became part of P'' || m.kept || '' on '' || to_char(m.merged_at, ''FMDD Mon YYYY'') as says
       from merge m where m.organisation = $1 and m.undone_at is null and %2$L is not null),
     -- What the records that went said when they did, and as a load had left them before the first edit.
     theirs as materialized (
       select m.gone, m.kept, m.says, i.image from merged m
       join merge_image i on i.organisation = $1 and i.merge = m.number and i.relation = %1$L and not i.is_after
         and (i.image ->> %2$L)::integer = m.gone
       union all
       select m.gone, m.kept, m.says, a.image from merged m
       join as_loaded a on a.organisation = $1 and a.relation = %1$L and (a.key ->> %2$L)::integer = m.gone),
     gone_row as (
       select x.gone, x.kept, x.says, x.image, t as row from theirs x cross join lateral jsonb_populate_record(
         null::%1$I, x.image || jsonb_build_object(%2$L, x.kept)) t),
     touched as (
       select k.* from as_loaded a cross join lateral jsonb_populate_record(null::%1$I, a.key) k
       where a.organisation = $1 and a.relation = %1$L
       union select (g.row).* from gone_row g),
     state as (
       select distinct jsonb_build_object(%3$s) as key, 0 as step, t.changed_load as load, to_jsonb(t) as image
       from touched k join %1$I t on %4$s
       union all
       select s.key, s.step + 1, (c.before ->> ''changed_load'')::integer, c.before
       from state s cross join lateral (
         select c.before from load_change c
         where c.organisation = $1 and c.load = s.load and c.relation = %1$L and c.key = s.key limit 1) c
       where (c.before ->> ''changed_load'')::integer < s.load),
     event as (
       select s.key, s.step, s.load, n.name, a.image -> n.name as said,
         a.image is not null and a.image -> n.name is distinct from s.image -> n.name as by_hand,
         c.before -> n.name is distinct from coalesce(a.image, s.image) -> n.name as by_load
       from state s
       left join as_loaded a on a.organisation = $1 and a.load = s.load and a.relation = %1$L and a.key = s.key
       left join lateral (
         select c.before from load_change c
         where c.organisation = $1 and c.load = s.load and c.relation = %1$L and c.key = s.key limit 1) c on true
       cross join unnest($2) n (name)
       where s.load is not null),
     edited as (
       select distinct on (e.key, e.name) e.* from event e where e.by_hand or e.by_load
       order by e.key, e.name, e.step)
     select null::integer, e.name, e.said, s.image, coalesce((
         select ''P'' || m.gone || '' became part of P'' || m.kept || '' on '' || to_char(m.merged_at, ''FMDD Mon YYYY'')
         from merge m
         join merge_image b on b.organisation = $1 and b.merge = m.number and b.relation = %1$L and not b.is_after
           and b.image @> s.key
         join merge_image a on a.organisation = $1 and a.merge = m.number and a.relation = %1$L and a.is_after
           and a.image @> s.key
         where m.organisation = $1 and m.undone_at is null and b.image -> e.name is distinct from a.image -> e.name
           and a.image -> e.name = s.image -> e.name
         order by m.number desc limit 1),
         ''somebody edited it on '' || to_char((s.image ->> ''edited_at'')::timestamptz, ''FMDD Mon YYYY''))
     from edited e join state s on s.key = e.key and s.step = 0
     where e.by_hand and e.said is distinct from s.image -> e.name
     union all
     -- A load that wrote the value since the last merge is the last word on who stayed.
     select g.gone, n.name, g.image -> n.name, s.image, g.says
     from gone_row g join state s on s.step = 0 and %5$s
     cross join unnest($2) n (name)
     where g.image -> n.name is distinct from s.image -> n.name and not exists (
       select from event e where e.key = s.key and e.name = n.name and e.by_load and e.load > (
         select coalesce(max((i.image ->> ''changed_load'')::integer), 0)
         from merge_image i where i.organisation = $1 and i.is_after and i.merge = (
           select max(m.number) from merge m
           where m.organisation = $1 and m.kept = g.kept and m.undone_at is null)))',
    of_relation, owner, (undo_key(of_relation)).pairs,
    (select string_agg(format('t.%1$I = k.%1$I', c), ' and ') from unnest(said_key(of_relation)) c),
    (select string_agg(format('s.image -> %1$L = to_jsonb(g.row) -> %1$L', c), ' and ')
     from unnest(said_key(of_relation)) c)) using of_organisation, of_columns;
end
$_$;

COMMENT ON FUNCTION public.said_before(of_organisation integer, of_relation text, of_columns text[]) IS 'Values that a load said last of records of a relation and that somebody edited, or a merge settled, since: what the record says now, why, and whose rows said it, where they are those of a record that went.';

CREATE FUNCTION public.said_key(of_relation text) RETURNS text[]
    LANGUAGE sql STABLE
    AS $$
  select case when of_relation = 'designation' then array['organisation', 'person', 'role', 'since']
    else array_agg(a.attname::text order by a.attname) end
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
  where i.indrelid = of_relation::regclass and i.indisprimary
$$;

COMMENT ON FUNCTION public.said_key(of_relation text) IS 'The columns by which a relation''s row is the same through merges.';

CREATE FUNCTION public.said_owner(of_relation text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
  select case when of_relation = 'person' then 'number'
    when of_relation in (select p.relation from merge_parts() p) and of_relation <> 'held_specialism' then 'person' end
$$;

COMMENT ON FUNCTION public.said_owner(of_relation text) IS 'The column that says of whom a row is, where rows go with a person who becomes part of another; null elsewhere.';

CREATE FUNCTION public.search_text(typed text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(public.unaccent('public.unaccent'::regdictionary, NORMALIZE(typed, NFC)));

COMMENT ON FUNCTION public.search_text(typed text) IS 'Folds case, accents and Unicode form for comparing and searching names.';

CREATE FUNCTION public.sheet_value(of_column text, of_value jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$
  select case
    when jsonb_typeof(of_value) = 'array' then (
      select string_agg(v, '; ' order by n) from jsonb_array_elements_text(of_value) with ordinality x (v, n))
    when jsonb_typeof(of_value) = 'boolean' then case of_value when 'true' then 'yes' else 'no' end
    when of_column like 'half_days%' then trim_scale((of_value #>> '{}')::numeric / 2)::text
    when of_column like '%_hundredths' then trim_scale((of_value #>> '{}')::numeric / 100)::text
    when of_value #>> '{}' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then
      regexp_replace(of_value #>> '{}', '^(....)-(..)-(..)$', '\3/\2/\1')
    else of_value #>> '{}' end
$_$;

COMMENT ON FUNCTION public.sheet_value(of_column text, of_value jsonb) IS 'A stored value as a sheet would have it; null for a blank cell.';

CREATE FUNCTION public.successors(of_school integer) RETURNS text
    LANGUAGE plpgsql STABLE
    AS $$
begin
  return (
    select string_agg(coalesce(s.name || ' (' || l.linked || ')', l.linked::text), ', ' order by l.linked)
    from school_link l left join school s on s.urn = l.linked
    where l.urn = of_school and l.type like 'Successor%');
end
$$;

COMMENT ON FUNCTION public.successors(of_school integer) IS 'The schools that succeeded one, as people read them; null when none is known.';

CREATE FUNCTION public.undo_blockers(of_organisation integer, of_load integer) RETURNS TABLE(what text, number integer)
    LANGUAGE plpgsql STABLE
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    AS $_$
declare
  head text;
  child text;
  matching text;
begin
  for head in select o.relation from undo_order() o union all select p.part from undo_parts() p
  loop
    return query execute format(
      'select ''load'', t.changed_load from %1$I t
       where %2$s and t.changed_load > %3$s and (t.created_load = %3$s or exists (
         select from load_change c where c.organisation = %4$s and c.load = %3$s
           and c.relation = %1$L and c.key = jsonb_build_object(%5$s)))
       group by 2',
      head, undo_mine(head, of_organisation), of_load, of_organisation, (undo_key(head)).pairs);
    for child, matching in select f.child, f.matching from undo_references(head) f
    loop
      if exists (select from pg_attribute a
          where a.attrelid = child::regclass and a.attname = 'created_load') then
        return query execute format(
          'select ''load'', later.number from %I r join %I t on %s,
             unnest(array[r.created_load, r.changed_load]) later (number)
           where %s and t.created_load = %s and later.number > %5$s group by 2',
          child, head, matching, undo_mine(head, of_organisation), of_load);
        return query execute format(
          'select ''load'', c.load
           from load_change c, jsonb_populate_record(null::%1$I, c.before) r, %2$I t
           where c.organisation = %3$s and c.load > %4$s and c.relation = %1$L and %5$s and %6$s
             and t.created_load = %4$s group by 2',
          child, head, of_organisation, of_load, matching, undo_mine(head, of_organisation));
      elsif exists (select from pg_attribute a
          where a.attrelid = child::regclass and a.attname = 'plan') then
        return query execute format(
          'select ''plan'', r.plan from %I r join %I t on %s
           where %s and t.created_load = %s and r.plan is not null group by 2',
          child, head, matching, undo_mine(head, of_organisation), of_load);
      end if;
    end loop;
  end loop;
end
$_$;

COMMENT ON FUNCTION public.undo_blockers(of_organisation integer, of_load integer) IS 'Loads and plans whose rows keep those of a load from going; one may be named more than once.';

CREATE FUNCTION public.undo_delete_parts(of_relation text, of_organisation integer, of_load integer) RETURNS TABLE(relation text, deleted bigint)
    LANGUAGE plpgsql
    AS $_$
declare
  matching text;
  of_others bigint;
begin
  for relation, matching in
    select f.child, f.matching from undo_references(of_relation) f where f.is_part
  loop
    execute format(
      'delete from %1$I r using %2$I t where %3$s and %4$s
         and r.created_load = %5$s and r.changed_load = %5$s and r.edited_at is null
         and t.created_load is distinct from %5$s and not exists (select %6$s)',
      relation, of_relation, matching, undo_mine(of_relation, of_organisation), of_load,
      undo_merged(relation, of_organisation, 'r'));
    get diagnostics of_others = row_count;
    execute format('delete from %I r using %I t where %s and %s and not exists (select %s)',
      relation, of_relation, matching, undo_goes(of_relation, of_organisation, of_load),
      undo_merged(relation, of_organisation, 'r'));
    get diagnostics deleted = row_count;
    deleted := deleted + of_others;
    return next;
  end loop;
end
$_$;

COMMENT ON FUNCTION public.undo_delete_parts(of_relation text, of_organisation integer, of_load integer) IS 'Deletes the parts a load made of rows that go, and of rows that another load or a hand made.';

CREATE FUNCTION public.undo_goes(of_relation text, of_organisation integer, of_load integer) RETURNS text
    LANGUAGE plpgsql STABLE
    AS $_$
begin
  return format('t.created_load = %1$s and t.changed_load = %1$s and t.edited_at is null and %2$s
        and not exists (select %3$s)',
      of_load, undo_mine(of_relation, of_organisation), undo_merged(of_relation, of_organisation, 't'))
    || coalesce((
      select string_agg(format(' and not exists (select from %I r where %s%s)', f.child, f.matching,
        case when f.is_part then format(
          ' and (r.created_load = %1$s and r.changed_load = %1$s and r.edited_at is null) is not true',
          of_load) else '' end), '')
      from undo_references(of_relation) f), '')
    -- What a later load overwrote comes back when that is undone, and has to find what it refers to.
    || coalesce((
      select string_agg(format(
        ' and not exists (select from load_change c, jsonb_populate_record(null::%1$I, c.before) r
           where c.organisation = %2$s and c.load > %3$s and c.relation = %1$L and %4$s)',
        f.child, of_organisation, of_load, f.matching), '')
      from undo_references(of_relation) f
      where f.child in (select o.relation from undo_order() o) and not f.is_part), '')
    -- So does who became part of another when the two are parted.
    || coalesce((
      select string_agg(format(
        ' and not exists (select from merge m
           join merge_image i on i.organisation = m.organisation and i.merge = m.number
             and i.relation = %1$L and not i.is_after, jsonb_populate_record(null::%1$I, i.image) r
           where m.organisation = %2$s and m.undone_at is null and %3$s)',
        f.child, of_organisation, f.matching), '')
      from undo_references(of_relation) f
      where f.child in (select 'person' union all select p.relation from merge_parts() p)
        and not f.is_part), '');
end
$_$;

COMMENT ON FUNCTION public.undo_goes(of_relation text, of_organisation integer, of_load integer) IS 'The condition that a row t goes: the load made it, nobody changed it, nothing but parts that go refers to it or did before a later load.';

CREATE FUNCTION public.undo_kept(of_relation text, of_organisation integer, of_load integer) RETURNS TABLE(kept_key text, kept_name text, why text)
    LANGUAGE plpgsql
    AS $_$
begin
  return query execute format(
    'select jsonb_build_object(%1$s)::text, %2$s,
       case when exists (select %9$s)
              then (select max(''P'' || m.gone || '' became part of P'' || m.kept || '' since'') %9$s)
            when t.edited_at is distinct from (c.before ->> ''edited_at'')::timestamptz
              then ''edited by hand since''
            when t.changed_load <> %3$s then ''changed since by load '' || t.changed_load
            when %8$s then ''placed since''
            else %4$s end
     from %5$I t left join load_change c on c.organisation = %6$s and c.load = %3$s
       and c.relation = %5$L and c.key = jsonb_build_object(%1$s)
     where %7$s and (t.created_load = %3$s or to_jsonb(t) <> c.before)
     order by 2',
    (undo_key(of_relation)).pairs,
    (undo_key(of_relation)).named || case when exists (select from pg_attribute a
        where a.attrelid = of_relation::regclass and a.attname = 'name') then ' || '' '' || t.name' else '' end,
    of_load,
    coalesce((select format('%L', format('its %s is kept', p.whole)) from undo_parts() p where p.part = of_relation),
      undo_referring(of_relation, of_organisation, of_load)),
    of_relation, of_organisation, undo_mine(of_relation, of_organisation),
    case of_relation
      when 'person' then 'exists (select from placement r where r.organisation = t.organisation and r.person = t.number)'
      when 'need' then 'exists (select from placement r where r.organisation = t.organisation and r.need = t.reference)'
      else 'false' end,
    undo_merged(of_relation, of_organisation, 't'));
end
$_$;

COMMENT ON FUNCTION public.undo_kept(of_relation text, of_organisation integer, of_load integer) IS 'What of a load still stands in a relation: its key, its name, and why it was kept.';

CREATE FUNCTION public.undo_key(of_relation text, OUT pairs text, OUT named text) RETURNS record
    LANGUAGE sql STABLE
    AS $$
  select string_agg(format('%L, t.%I', a.attname, a.attname), ', ' order by k.place),
    'concat_ws('' '', ' || string_agg(format(
        case when a.attname = 'person' or (of_relation = 'person' and a.attname = 'number')
             then '''P'' || t.%I' else 't.%I' end, a.attname), ', ' order by k.place)
      filter (where a.attname <> 'organisation') || ')'
  from pg_index i, unnest(i.indkey) with ordinality k (attnum, place), pg_attribute a
  where i.indrelid = of_relation::regclass and i.indisprimary
    and a.attrelid = i.indrelid and a.attnum = k.attnum
$$;

COMMENT ON FUNCTION public.undo_key(of_relation text, OUT pairs text, OUT named text) IS 'The primary key of a relation''s rows t: as arguments of jsonb_build_object, and as people read it.';

CREATE FUNCTION public.undo_load(of_organisation integer, of_load integer) RETURNS TABLE(relation text, reversed bigint, kept_key text, kept_name text, why text)
    LANGUAGE plpgsql
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    AS $$
declare
  head text;
  deleted bigint;
  total bigint := 0;
  kept bigint := 0;
begin
  perform from load l where l.organisation = of_organisation and l.number = of_load for update;
  -- Everything is as before the load first, so that what refers to what is settled.
  for relation in select o.relation from undo_order() o union all select p.part from undo_parts() p
  loop
    reversed := undo_restore(relation, of_organisation, of_load);
    total := total + reversed;
    if reversed > 0 then
      return next;
    end if;
  end loop;
  for head in select o.relation from undo_order() o order by o.place
  loop
    for relation, reversed in
      select d.relation, d.deleted from undo_delete_parts(head, of_organisation, of_load) d
    loop
      total := total + reversed;
      if reversed > 0 then
        return next;
      end if;
    end loop;
    execute format('delete from %I t where %s', head, undo_goes(head, of_organisation, of_load));
    get diagnostics deleted = row_count;
    relation := head;
    reversed := deleted;
    total := total + deleted;
    if deleted > 0 then
      return next;
    end if;
  end loop;
  reversed := 0;
  for relation, kept_key, kept_name, why in
    select x.relation, x.key, x.named, x.because from (
      select r.place, r.relation, k.kept_key as key, k.kept_name as named, k.why as because
      from (select o.place, o.relation from undo_order() o
            union all select 100, p.part from undo_parts() p) r,
        undo_kept(r.relation, of_organisation, of_load) k
      union all
      select 0, 'person', jsonb_build_object('organisation', of_organisation, 'number', m.gone)::text, m.named,
        'is part of P' || m.kept
      from undo_merges(of_organisation, of_load) m) x
    order by x.place, x.relation, x.named
  loop
    kept := kept + 1;
    return next;
  end loop;
  update load l set undone_at = now()
    where l.organisation = of_organisation and l.number = of_load
      and (total > 0 or (kept = 0 and l.undone_at is null));
end
$$;

COMMENT ON FUNCTION public.undo_load(of_organisation integer, of_load integer) IS 'Reverses what stands of a load: rows it made go, rows it changed are as before, the rest is kept and returned.';

CREATE FUNCTION public.undo_merged(of_relation text, of_organisation integer, of_row text) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  select case when of_relation in ('person', 'post') or of_relation in (select p.relation from merge_parts() p)
    then format('from merge_image i join merge m on m.organisation = i.organisation and m.number = i.merge
        where m.organisation = %s and m.undone_at is null and i.is_after and i.relation = %L
          and i.image = to_jsonb(%I)', of_organisation, of_relation, of_row)
    else 'from merge m where false' end
$$;

COMMENT ON FUNCTION public.undo_merged(of_relation text, of_organisation integer, of_row text) IS 'The merge m that left a row as it stands, as from and where: only as it stands can the merge be undone.';

CREATE FUNCTION public.undo_merges(of_organisation integer, of_load integer) RETURNS TABLE(gone integer, named text, kept integer)
    LANGUAGE plpgsql STABLE
    AS $$
begin
  return query
  select m.gone, 'P' || m.gone || coalesce(' ' || (
      select i.image ->> 'name' from merge_image i
      where i.organisation = m.organisation and i.merge = m.number and i.relation = 'person'
        and not i.is_after and (i.image ->> 'number')::integer = m.gone), ''), m.kept
  from merge m
  where m.organisation = of_organisation and m.undone_at is null
    and (exists (
        select from merge_image i
        where i.organisation = m.organisation and i.merge = m.number and not i.is_after
          and of_load in ((i.image ->> 'created_load')::integer, (i.image ->> 'changed_load')::integer)
          and (i.image ->> case i.relation when 'person' then 'number' else 'person' end)::integer = m.gone)
      or exists (
        select from load_change c
        where c.organisation = m.organisation and c.load = of_load and c.relation = 'person'
          and c.key = jsonb_build_object('organisation', m.organisation, 'number', m.gone)))
  order by m.number desc;
end
$$;

COMMENT ON FUNCTION public.undo_merges(of_organisation integer, of_load integer) IS 'Records that a load made or changed and that are part of another person by now, the last merge first.';

CREATE FUNCTION public.undo_mine(of_relation text, of_organisation integer) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  select case when exists (select from pg_attribute a
                where a.attrelid = of_relation::regclass and a.attname = 'organisation')
         then format('t.organisation = %s', of_organisation) else 'true' end
$$;

COMMENT ON FUNCTION public.undo_mine(of_relation text, of_organisation integer) IS 'The condition that a relation''s row t is the organisation''s; always true of common data.';

CREATE FUNCTION public.undo_noun(of_relation text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
  select case of_relation when 'held_specialism' then 'specialism' when 'readiness' then 'readiness judgement'
    when 'participation' then 'programme' when 'cluster_member' then 'cluster membership'
    when 'proposal' then 'line of a plan' when 'cover' then 'cover in a plan'
    when 'release' then 'release agreement' when 'decision' then 'decision on a plan'
    else replace(of_relation, '_', ' ') end
$$;

COMMENT ON FUNCTION public.undo_noun(of_relation text) IS 'What people call a row of a table.';

CREATE FUNCTION public.undo_order() RETURNS TABLE(place bigint, relation text)
    LANGUAGE sql IMMUTABLE
    AS $$
  select place, relation from unnest(array['release', 'post', 'need', 'conflict', 'past_placement',
    'designation', 'person', 'cluster', 'setting', 'school_link', 'school', 'authority'])
    with ordinality o (relation, place)
$$;

COMMENT ON FUNCTION public.undo_order() IS 'The tables that loads fill, but for parts: what refers before what it refers to.';

CREATE FUNCTION public.undo_parts() RETURNS TABLE(part text, whole text)
    LANGUAGE sql IMMUTABLE
    AS $$
  values ('held_specialism', 'designation'), ('readiness', 'person'), ('participation', 'person'),
    ('career_step', 'person'), ('cluster_member', 'cluster')
$$;

COMMENT ON FUNCTION public.undo_parts() IS 'Tables whose rows are parts of a row of another: they stay as long as it stays.';

CREATE FUNCTION public.undo_references(of_relation text) RETURNS TABLE(child text, matching text, is_part boolean)
    LANGUAGE sql STABLE
    AS $$
  select c.conrelid::regclass::text,
    (select string_agg(format('r.%I = t.%I', child.attname, parent.attname), ' and ')
     from unnest(c.conkey, c.confkey) as pair (child_column, parent_column)
     join pg_attribute child on child.attrelid = c.conrelid and child.attnum = pair.child_column
     join pg_attribute parent on parent.attrelid = c.confrelid and parent.attnum = pair.parent_column),
    exists (select from undo_parts() p
            where p.part = c.conrelid::regclass::text and p.whole = of_relation)
  from pg_constraint c where c.contype = 'f' and c.confrelid = of_relation::regclass
  order by 1, 2
$$;

COMMENT ON FUNCTION public.undo_references(of_relation text) IS 'What refers to a relation: the table r, how its rows match the relation''s rows t, and whether r is a part of t.';

CREATE FUNCTION public.undo_referring(of_relation text, of_organisation integer, of_load integer) RETURNS text
    LANGUAGE sql STABLE
    AS $_$
  select 'coalesce(' || coalesce(string_agg(format('(select min(%s) from %I r where %s%s), ',
      case when exists (select from pg_attribute a
            where a.attrelid = f.child::regclass and a.attname = 'created_load')
        then format('''a %1$s '' || coalesce(
            ''of load '' || coalesce(nullif(r.changed_load, %2$s), nullif(r.created_load, %2$s)),
            case when r.edited_at is null and %2$s in (r.created_load, r.changed_load)
              then ''of this load, which is kept,'' else ''made or edited by hand'' end) || '' refers to it''',
          undo_noun(f.child), of_load)
        when exists (select from pg_attribute a
            where a.attrelid = f.child::regclass and a.attname = 'plan')
        then format('coalesce(''plan '' || r.plan || '' names it'', ''a %s refers to it'')', undo_noun(f.child))
        else format('''a %s refers to it''', undo_noun(f.child)) end, f.child, f.matching,
      case when f.is_part then format(
        ' and (r.created_load = %1$s and r.changed_load = %1$s and r.edited_at is null) is not true', of_load)
      else '' end), '' order by f.is_part, f.child, f.matching), '')
    || '''what a later load or a merge replaced refers to it'')'
  from undo_references(of_relation) f
$_$;

COMMENT ON FUNCTION public.undo_referring(of_relation text, of_organisation integer, of_load integer) IS 'The expression that says what refers to a row t, which therefore stays.';

CREATE FUNCTION public.undo_restore(of_relation text, of_organisation integer, of_load integer) RETURNS bigint
    LANGUAGE plpgsql
    AS $_$
declare
  columns text;
  restored bigint;
begin
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into columns
    from pg_attribute a
    where a.attrelid = of_relation::regclass and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' and a.attidentity <> 'a';
  execute format(
    'with image as (
       delete from load_change c using %1$I t
       where c.organisation = %3$s and c.load = %4$s and c.relation = %1$L
         and c.key = jsonb_build_object(%5$s) and %6$s and t.changed_load = %4$s
         and t.edited_at is not distinct from (c.before ->> ''edited_at'')::timestamptz
         and not exists (select %7$s)
       returning c.key, c.before)
     update %1$I t set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$I, i.before))
     from image i where i.key = jsonb_build_object(%5$s) and %6$s',
    of_relation, columns, of_organisation, of_load, (undo_key(of_relation)).pairs,
    undo_mine(of_relation, of_organisation), undo_merged(of_relation, of_organisation, 't'));
  get diagnostics restored = row_count;
  return restored;
end
$_$;

COMMENT ON FUNCTION public.undo_restore(of_relation text, of_organisation integer, of_load integer) IS 'Gives rows that a load was the last to change back as they were; how many.';

CREATE FUNCTION public.unmerge_changed(of_organisation integer, of_merge integer) RETURNS TABLE(relation text)
    LANGUAGE plpgsql STABLE
    AS $$
begin
  return query with now as (
    select p.relation as name, p.image from merge m, merge_pictures(m.organisation, array[m.kept]) p
    where m.organisation = of_organisation and m.number = of_merge),
  after as (
    select i.relation as name, i.image from merge_image i
    where i.organisation = of_organisation and i.merge = of_merge and i.is_after)
  select distinct d.name from (
    (select * from now except select * from after) union all (select * from after except select * from now)) d
  order by 1;
end
$$;

COMMENT ON FUNCTION public.unmerge_changed(of_organisation integer, of_merge integer) IS 'Tables in which the person who stayed is not as the merge left them.';

CREATE FUNCTION public.unmerge_people(of_organisation integer, of_merge integer, by_whom text, because text) RETURNS void
    LANGUAGE plpgsql
    AS $_$
declare
  m record;
  part text;
begin
  select * into m from merge g where g.organisation = of_organisation and g.number = of_merge for update;
  for part in select p.relation from merge_parts() p order by p.place
  loop
    execute format('delete from %I t where t.organisation = $1 and %s', part,
        (select p.owner from merge_parts() p where p.relation = part))
      using of_organisation, array[m.kept];
  end loop;
  -- Who stayed first, so that a TRN is free for who comes back.
  execute format('update person t set (%1$s) = (select %1$s from jsonb_populate_record(null::person, i.image))
      from merge_image i where i.organisation = $1 and i.merge = $2 and i.relation = ''person''
        and not i.is_after and (i.image ->> ''number'')::integer = $3
        and t.organisation = $1 and t.number = $3', merge_columns('person'))
    using of_organisation, of_merge, m.kept;
  for part in select o.relation from (
      select 100 as place, 'person' as relation union all select p.place, p.relation from merge_parts() p) o
    order by o.place desc
  loop
    execute format('insert into %1$I (%2$s) select %2$s from (
        select (jsonb_populate_record(null::%1$I, i.image)).* from merge_image i
        where i.organisation = $1 and i.merge = $2 and i.relation = %1$L and not i.is_after
          and (%1$L <> ''person'' or (i.image ->> ''number'')::integer = $3)) r',
        part, merge_columns(part))
      using of_organisation, of_merge, m.gone;
  end loop;
  update placement t set person = m.gone from merge_image i
    where i.organisation = of_organisation and i.merge = of_merge and i.relation = 'placement'
      and not i.is_after and (i.image ->> 'person')::integer = m.gone
      and t.organisation = of_organisation and t.number = (i.image ->> 'number')::integer;
  update post t set incumbent = m.gone from merge_image i
    where i.organisation = of_organisation and i.merge = of_merge and i.relation = 'post'
      and not i.is_after and (i.image ->> 'incumbent')::integer = m.gone
      and t.organisation = of_organisation and t.place = i.image ->> 'place'
      and t.title = i.image ->> 'title' and t.number = (i.image ->> 'number')::integer;
  update merge g set undone_by = by_whom, undone_because = because, undone_at = now()
    where g.organisation = of_organisation and g.number = of_merge;
end
$_$;

COMMENT ON FUNCTION public.unmerge_people(of_organisation integer, of_merge integer, by_whom text, because text) IS 'Gives both records of a merge back as they were.';

CREATE TABLE public.as_loaded (
    organisation integer NOT NULL,
    load integer NOT NULL,
    relation text NOT NULL,
    key jsonb NOT NULL,
    image jsonb NOT NULL
);

COMMENT ON TABLE public.as_loaded IS 'Rows as the load that wrote them last left them, before somebody edited them.';
COMMENT ON COLUMN public.as_loaded.organisation IS 'Who loaded.';
COMMENT ON COLUMN public.as_loaded.load IS 'The load that last changed the row.';
COMMENT ON COLUMN public.as_loaded.relation IS 'The table the row is in.';
COMMENT ON COLUMN public.as_loaded.key IS 'The row''s primary key.';
COMMENT ON COLUMN public.as_loaded.image IS 'The whole row as it was.';

CREATE TABLE public.authority (
    code text NOT NULL,
    name text NOT NULL,
    created_load integer,
    changed_load integer,
    edited_at timestamp with time zone,
    CONSTRAINT an_authority_code_is_three_digits CHECK ((code ~ '^[0-9]{3}$'::text))
);

COMMENT ON TABLE public.authority IS 'Local authorities as GIAS names them.';
COMMENT ON COLUMN public.authority.code IS 'The three-digit LA code.';
COMMENT ON COLUMN public.authority.name IS 'Its name.';
COMMENT ON COLUMN public.authority.created_load IS 'The load that made the row; null when made by hand.';
COMMENT ON COLUMN public.authority.changed_load IS 'The load that last wrote the row; null when none did.';
COMMENT ON COLUMN public.authority.edited_at IS 'When somebody last changed it by hand; null when nobody did.';

CREATE TABLE public.career_step (
    organisation integer NOT NULL,
    person integer NOT NULL,
    what text NOT NULL,
    due date,
    done_on date,
    outcome text,
    created_load integer,
    changed_load integer,
    edited_at timestamp with time zone,
    owner text,
    source text,
    typed bigint,
    CONSTRAINT a_step_says_what CHECK ((what <> ''::text))
);

COMMENT ON TABLE public.career_step IS 'A next step a person has named; overdue until an outcome is recorded.';
COMMENT ON COLUMN public.career_step.organisation IS 'Who keeps the record.';
COMMENT ON COLUMN public.career_step.person IS 'The person.';
COMMENT ON COLUMN public.career_step.what IS 'The step, in the person''s words.';
COMMENT ON COLUMN public.career_step.due IS 'When it is due; null when nobody said.';
COMMENT ON COLUMN public.career_step.done_on IS 'When it was done; null while open.';
COMMENT ON COLUMN public.career_step.outcome IS 'What came of it; null while open.';
COMMENT ON COLUMN public.career_step.created_load IS 'The load that made the row; null when made by hand.';
COMMENT ON COLUMN public.career_step.changed_load IS 'The load that last wrote the row; null when none did.';
COMMENT ON COLUMN public.career_step.edited_at IS 'When somebody last changed it by hand; null when nobody did.';
COMMENT ON COLUMN public.career_step.owner IS 'Who sees to it; null when nobody was named.';
COMMENT ON COLUMN public.career_step.source IS 'Where it was named, such as a SIP visit; null when nobody wrote it down.';
COMMENT ON COLUMN public.career_step.typed IS 'Hash of the row as typed in the steps load that last wrote it; null otherwise.';

CREATE TABLE public.cluster (
    organisation integer NOT NULL,
    number integer NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    created_load integer,
    changed_load integer,
    edited_at timestamp with time zone
);

COMMENT ON TABLE public.cluster IS 'A named group of schools; an alliance is also a designating body.';
COMMENT ON COLUMN public.cluster.organisation IS 'Who keeps it.';
COMMENT ON COLUMN public.cluster.number IS 'Its number.';
COMMENT ON COLUMN public.cluster.name IS 'Its name, unique in the organisation.';
COMMENT ON COLUMN public.cluster.kind IS 'alliance, family, collaboration, trust, triad or hub.';
COMMENT ON COLUMN public.cluster.created_load IS 'The load that made the row; null when made by hand.';
COMMENT ON COLUMN public.cluster.changed_load IS 'The load that last wrote the row; null when none did.';
COMMENT ON COLUMN public.cluster.edited_at IS 'When somebody last changed it by hand; null when nobody did.';

CREATE TABLE public.cluster_member (
    organisation integer NOT NULL,
    cluster integer NOT NULL,
    school integer,
    setting text,
    place text GENERATED ALWAYS AS (COALESCE((school)::text, setting)) STORED NOT NULL,
    created_load integer,
    changed_load integer,
    edited_at timestamp with time zone,
    CONSTRAINT a_member_is_one_school_or_setting CHECK ((num_nonnulls(school, setting) = 1))
);

COMMENT ON TABLE public.cluster_member IS 'Which places are in which cluster.';
COMMENT ON COLUMN public.cluster_member.organisation IS 'Who keeps it.';
COMMENT ON COLUMN public.cluster_member.cluster IS 'The cluster.';
COMMENT ON COLUMN public.cluster_member.school IS 'The school; null when the member is a setting.';
COMMENT ON COLUMN public.cluster_member.setting IS 'The setting; null when the member is a school.';
COMMENT ON COLUMN public.cluster_member.place IS 'The member''s printed key: a URN or a setting''s reference.';
COMMENT ON COLUMN public.cluster_member.created_load IS 'The load that made the row; null when made by hand.';
COMMENT ON COLUMN public.cluster_member.changed_load IS 'The load that last wrote the row; null when none did.';
COMMENT ON COLUMN public.cluster_member.edited_at IS 'When somebody last changed it by hand; null when nobody did.';

ALTER TABLE public.cluster ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.cluster_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.conflict (
    organisation integer NOT NULL,
    person integer NOT NULL,
    school integer,
    setting text,
    place text GENERATED ALWAYS AS (COALESCE((school)::text, setting)) STORED NOT NULL,
    kind text NOT NULL,
    why text NOT NULL,
    declared_at timestamp with time zone DEFAULT now() NOT NULL,
    created_load integer,
    changed_load integer,
    typed bigint,
    edited_at timestamp with time zone,
    CONSTRAINT a_conflict_is_an_interest_or_a_wish CHECK ((kind = ANY (ARRAY['conflict'::text, 'hidden'::text]))),
    CONSTRAINT a_conflict_is_with_one_place CHECK ((num_nonnulls(school, setting) = 1))
);

COMMENT ON TABLE public.conflict IS 'Places a person may not be sent to.';
COMMENT ON COLUMN public.conflict.organisation IS 'Who keeps the record.';
COMMENT ON COLUMN public.conflict.person IS 'The person.';
COMMENT ON COLUMN public.conflict.school IS 'The school; null when it is a setting.';
COMMENT ON COLUMN public.conflict.setting IS 'The setting; null when it is a school.';
COMMENT ON COLUMN public.conflict.place IS 'The place''s printed key.';
COMMENT ON COLUMN public.conflict.kind IS 'conflict (a declared interest) or hidden (the person''s own wish, shown to nobody there).';
COMMENT ON COLUMN public.conflict.why IS 'The reason given.';
COMMENT ON COLUMN public.conflict.declared_at IS 'When it was recorded.';
COMMENT ON COLUMN public.conflict.created_load IS 'The load that made the row; null when made by hand.';
COMMENT ON COLUMN public.conflict.changed_load IS 'The load that last wrote the row; null when none did.';
COMMENT ON COLUMN public.conflict.typed IS 'Hash of the row as typed in that load; null when made by hand.';
COMMENT ON COLUMN public.conflict.edited_at IS 'When somebody last changed it by hand; null when nobody did.';

CREATE TABLE public.decision (
    organisation integer NOT NULL,
    plan integer NOT NULL,
    need text NOT NULL,
    person integer NOT NULL,
    verdict text NOT NULL,
    instead integer,
    placement integer,
    decided_by text NOT NULL,
    reason text,
    overridden text,
    decided_at timestamp with time zone DEFAULT now() NOT NULL,
    instead_now_part_of integer,
    instead_stands_for integer GENERATED ALWAYS AS (COALESCE(instead_now_part_of, instead)) STORED,
    CONSTRAINT a_verdict_is_one_of_three CHECK ((verdict = ANY (ARRAY['accepted'::text, 'declined'::text, 'instead'::text]))),
    CONSTRAINT choosing_otherwise_names_who CHECK (((verdict = 'instead'::text) = (instead IS NOT NULL))),
    CONSTRAINT declining_says_why CHECK (((verdict = 'accepted'::text) OR (reason IS NOT NULL))),
    CONSTRAINT overriding_a_bar_says_why CHECK (((overridden IS NULL) OR (reason IS NOT NULL))),
    CONSTRAINT what_is_chosen_is_placed CHECK (((verdict = 'declined'::text) = (placement IS NULL)))
);

COMMENT ON TABLE public.decision IS 'What a named person decided about a proposal.';
COMMENT ON COLUMN public.decision.organisation IS 'Whose plan.';
COMMENT ON COLUMN public.decision.plan IS 'The plan.';
COMMENT ON COLUMN public.decision.need IS 'The need.';
COMMENT ON COLUMN public.decision.person IS 'Whom the plan proposed.';
COMMENT ON COLUMN public.decision.verdict IS 'accepted, declined or instead.';
COMMENT ON COLUMN public.decision.instead IS 'Whom they chose instead; null otherwise.';
COMMENT ON COLUMN public.decision.placement IS 'The placement it made; null when declined.';
COMMENT ON COLUMN public.decision.decided_by IS 'Who decided.';
COMMENT ON COLUMN public.decision.reason IS 'Why; null when accepted without comment.';
COMMENT ON COLUMN public.decision.overridden IS 'The bar overridden by name; null when none was.';
COMMENT ON COLUMN public.decision.decided_at IS 'When.';
COMMENT ON COLUMN public.decision.instead_now_part_of IS 'Whom the one chosen instead became part of since; null while they are a record of their own.';
COMMENT ON COLUMN public.decision.instead_stands_for IS 'The one chosen instead as there is now; null when nobody was.';

CREATE TABLE public.designation (
    organisation integer NOT NULL,
    number integer NOT NULL,
    person integer NOT NULL,
    role text NOT NULL,
    since date NOT NULL,
    until date,
    alliance integer,
    phases text[] DEFAULT '{}'::text[] NOT NULL,
    half_days_a_year integer,
    travel_miles integer,
    completed integer DEFAULT 0 NOT NULL,
    supervises boolean DEFAULT false NOT NULL,
    created_load integer,
    changed_load integer,
    typed bigint,
    edited_at timestamp with time zone,
    CONSTRAINT a_designation_ends_after_it_starts CHECK ((until >= since)),
    CONSTRAINT a_year_has_so_many_days CHECK (((half_days_a_year >= 0) AND (half_days_a_year <= 390))),
    CONSTRAINT completed_is_a_count CHECK ((completed >= 0)),
    CONSTRAINT travel_is_a_distance CHECK (((travel_miles >= 1) AND (travel_miles <= 500)))
);

COMMENT ON TABLE public.designation IS 'A designation a person holds for a term.';
COMMENT ON COLUMN public.designation.organisation IS 'Who keeps the record.';
COMMENT ON COLUMN public.designation.number IS 'Its number.';
COMMENT ON COLUMN public.designation.person IS 'Who holds it.';
COMMENT ON COLUMN public.designation.role IS 'SLE, SFSL, ...';
COMMENT ON COLUMN public.designation.since IS 'The first day it holds.';
COMMENT ON COLUMN public.designation.until IS 'The last day it holds; null while no end has been decided.';
COMMENT ON COLUMN public.designation.alliance IS 'The cluster that designated; null when not known.';
COMMENT ON COLUMN public.designation.phases IS 'Phases worked in; empty means the home school''s.';
COMMENT ON COLUMN public.designation.half_days_a_year IS 'Half-days a year in this designation; null takes the policy''s default.';
COMMENT ON COLUMN public.designation.travel_miles IS 'Travel limit in this designation; null takes the person''s own.';
COMMENT ON COLUMN public.designation.completed IS 'Deployments completed in it.';
COMMENT ON COLUMN public.designation.supervises IS 'Whether the holder supervises others'' first deployments.';
COMMENT ON COLUMN public.designation.created_load IS 'The load that made the row; null when made by hand.';
COMMENT ON COLUMN public.designation.changed_load IS 'The load that last wrote the row; null when none did.';
COMMENT ON COLUMN public.designation.typed IS 'Hash of the row as typed in that load; null when made by hand.';
COMMENT ON COLUMN public.designation.edited_at IS 'When somebody last changed it by hand; null when nobody did.';

ALTER TABLE public.designation ALTER COLUMN number ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.designation_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.held_specialism (
    organisation integer NOT NULL,
    designation integer NOT NULL,
    specialism text NOT NULL,
    verified_on date,
    expires_on date,
    created_load integer,
    changed_load integer,
    edited_at timestamp with time zone,
    typed bigint,
    CONSTRAINT a_verification_expires_after_it_is_made CHECK ((expires_on >= verified_on))
);

COMMENT ON TABLE public.held_specialism IS 'Specialisms held in a designation.';
COMMENT ON COLUMN public.held_specialism.organisation IS 'Who keeps the record.';
COMMENT ON COLUMN public.held_specialism.designation IS 'The designation.';
COMMENT ON COLUMN public.held_specialism.specialism IS 'The specialism.';
COMMENT ON COLUMN public.held_specialism.verified_on IS 'When it was verified; null while nobody did, and then it never qualifies.';
COMMENT ON COLUMN public.held_specialism.expires_on IS 'The last day the verification counts; null when it does not expire.';
COMMENT ON COLUMN public.held_specialism.created_load IS 'The load that made the row; null when made by hand.';
COMMENT ON COLUMN public.held_specialism.changed_load IS 'The load that last wrote the row; null when none did.';
COMMENT ON COLUMN public.held_specialism.edited_at IS 'When somebody last changed it by hand; null when nobody did.';
COMMENT ON COLUMN public.held_specialism.typed IS 'Hash of the row as typed in the specialisms load that last wrote it; null otherwise.';

CREATE TABLE public.load (
    organisation integer NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    file_name text NOT NULL,
    rows_hash bigint NOT NULL,
    rows_read integer DEFAULT 0 NOT NULL,
    created integer DEFAULT 0 NOT NULL,
    updated integer DEFAULT 0 NOT NULL,
    unchanged integer DEFAULT 0 NOT NULL,
    rejected integer DEFAULT 0 NOT NULL,
    loaded_at timestamp with time zone DEFAULT now() NOT NULL,
    undone_at timestamp with time zone,
    file_hash text,
    mapping text,
    mapping_text text,
    policy text DEFAULT 'all or nothing'::text NOT NULL,
    headings text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT a_policy_is_one_of_two CHECK ((policy = ANY (ARRAY['all or nothing'::text, 'good rows only'::text]))),
    CONSTRAINT every_row_read_is_accounted_for CHECK ((rows_read = (((created + updated) + unchanged) + rejected)))
);

COMMENT ON TABLE public.load IS 'A sheet taken in: what it was and what became of its rows.';
COMMENT ON COLUMN public.load.organisation IS 'Who loaded it.';
COMMENT ON COLUMN public.load.number IS 'Its number, as printed; never used twice.';
COMMENT ON COLUMN public.load.kind IS 'schools, settings, clusters, people, designations, posts, release or needs.';
COMMENT ON COLUMN public.load.file_name IS 'The file as named on the command line.';
COMMENT ON COLUMN public.load.rows_hash IS 'Hash of the rows as typed: the same file again is known by it.';
COMMENT ON COLUMN public.load.rows_read IS 'Data rows seen: created + updated + unchanged + rejected.';
COMMENT ON COLUMN public.load.created IS 'Rows that made a new record.';
COMMENT ON COLUMN public.load.updated IS 'Rows that changed a stored record.';
COMMENT ON COLUMN public.load.unchanged IS 'Rows that said what was stored already.';
COMMENT ON COLUMN public.load.rejected IS 'Rows refused, each with its findings.';
COMMENT ON COLUMN public.load.loaded_at IS 'When it was committed.';
COMMENT ON COLUMN public.load.undone_at IS 'When it was undone; null while it stands.';
COMMENT ON COLUMN public.load.file_hash IS 'SHA-256 of the file in hexadecimal; null for a load older than this column.';
COMMENT ON COLUMN public.load.mapping IS 'The mapping it was read by; null when the headings were our own.';
COMMENT ON COLUMN public.load.mapping_text IS 'That mapping as it was; null when there was none.';
COMMENT ON COLUMN public.load.policy IS 'all or nothing, or good rows only with the others handed back.';
COMMENT ON COLUMN public.load.headings IS 'The headings as typed, in the sheet''s order; empty for a load older than this column.';

CREATE TABLE public.load_change (
    organisation integer NOT NULL,
    load integer NOT NULL,
    relation text NOT NULL,
    key jsonb NOT NULL,
    before jsonb NOT NULL,
    line integer,
    typed bigint
);

COMMENT ON TABLE public.load_change IS 'Rows as they were before a load changed them.';
COMMENT ON COLUMN public.load_change.organisation IS 'Who loaded.';
COMMENT ON COLUMN public.load_change.load IS 'The load that changed the row.';
COMMENT ON COLUMN public.load_change.relation IS 'The table the row is in.';
COMMENT ON COLUMN public.load_change.key IS 'The row''s primary key.';
COMMENT ON COLUMN public.load_change.before IS 'The whole row as it was.';
COMMENT ON COLUMN public.load_change.line IS 'The row of the sheet that changed it; null for a load older than this column.';
COMMENT ON COLUMN public.load_change.typed IS 'Hash of a row as typed that was taken of this record: that of the record as it was or, where records of the kind keep none, that of the row that changed it; null when there is none.';

ALTER TABLE public.load ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.load_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.load_row (
    organisation integer NOT NULL,
    load integer NOT NULL,
    line integer NOT NULL,
    cells text[] NOT NULL,
    refused text
);

COMMENT ON TABLE public.load_row IS 'Every row a load took or, where the good rows were to be taken, refused, as typed: also the cells of columns that are not read.';
COMMENT ON COLUMN public.load_row.organisation IS 'Who loaded.';
COMMENT ON COLUMN public.load_row.load IS 'The load.';
COMMENT ON COLUMN public.load_row.line IS 'The physical line the row starts on, or its row in the workbook.';
COMMENT ON COLUMN public.load_row.cells IS 'Its cells in the sheet''s order, exactly as typed.';
COMMENT ON COLUMN public.load_row.refused IS 'Why the row was refused; null for a row the load took.';

CREATE TABLE public.merge (
    organisation integer NOT NULL,
    number integer NOT NULL,
    kept integer NOT NULL,
    gone integer NOT NULL,
    gone_trn text,
    gone_typed bigint,
    merged_by text NOT NULL,
    reason text NOT NULL,
    merged_at timestamp with time zone DEFAULT now() NOT NULL,
    undone_by text,
    undone_because text,
    undone_at timestamp with time zone,
    CONSTRAINT taking_a_merge_back_says_who_why_and_when CHECK ((num_nonnulls(undone_by, undone_because, undone_at) = ANY (ARRAY[0, 3]))),
    CONSTRAINT two_people_are_merged CHECK ((kept <> gone))
);

COMMENT ON TABLE public.merge IS 'Records of one person that were made one, by whom and why.';
COMMENT ON COLUMN public.merge.organisation IS 'Who keeps the records.';
COMMENT ON COLUMN public.merge.number IS 'Its number.';
COMMENT ON COLUMN public.merge.kept IS 'The person who stayed.';
COMMENT ON COLUMN public.merge.gone IS 'The number of the record that went: it is never given again.';
COMMENT ON COLUMN public.merge.gone_trn IS 'Its TRN, by which sheets still find who stayed; null when it had none.';
COMMENT ON COLUMN public.merge.gone_typed IS 'The hash of its row as typed, by which sheets still find who stayed; null when by hand.';
COMMENT ON COLUMN public.merge.merged_by IS 'Who decided that they are one.';
COMMENT ON COLUMN public.merge.reason IS 'Why.';
COMMENT ON COLUMN public.merge.merged_at IS 'When.';
COMMENT ON COLUMN public.merge.undone_by IS 'Who took it back; null while it stands.';
COMMENT ON COLUMN public.merge.undone_because IS 'Why they did; null while it stands.';
COMMENT ON COLUMN public.merge.undone_at IS 'When they did; null while it stands.';

CREATE TABLE public.merge_image (
    organisation integer NOT NULL,
    merge integer NOT NULL,
    number integer NOT NULL,
    relation text NOT NULL,
    is_after boolean NOT NULL,
    image jsonb NOT NULL
);

COMMENT ON TABLE public.merge_image IS 'What both records of a merge said before, and what the one said after.';
COMMENT ON COLUMN public.merge_image.organisation IS 'Who keeps the records.';
COMMENT ON COLUMN public.merge_image.merge IS 'The merge.';
COMMENT ON COLUMN public.merge_image.number IS 'Its number.';
COMMENT ON COLUMN public.merge_image.relation IS 'The table the row is in.';
COMMENT ON COLUMN public.merge_image.is_after IS 'Whether it is as the merge left it; else as it was.';
COMMENT ON COLUMN public.merge_image.image IS 'The whole row.';

ALTER TABLE public.merge_image ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.merge_image_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.merge ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.merge_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.migration (
    number integer NOT NULL,
    subject text NOT NULL,
    hash bigint NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.migration IS 'Which migrations this database has been through.';
COMMENT ON COLUMN public.migration.number IS 'NNNN of the file.';
COMMENT ON COLUMN public.migration.subject IS 'What it is about.';
COMMENT ON COLUMN public.migration.hash IS 'Hash of the file: a shipped migration never changes.';
COMMENT ON COLUMN public.migration.applied_at IS 'When it was applied.';

CREATE TABLE public.need (
    organisation integer NOT NULL,
    reference text NOT NULL,
    school integer,
    setting text,
    kind text NOT NULL,
    role text,
    specialism text,
    phase text,
    half_days integer,
    fte_hundredths integer,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    priority text NOT NULL,
    behaviours text[] DEFAULT '{}'::text[] NOT NULL,
    people integer DEFAULT 1 NOT NULL,
    asked_by text,
    asked_on date,
    closed_on date,
    closed_because text,
    created_load integer,
    changed_load integer,
    typed bigint,
    edited_at timestamp with time zone,
    cover_of text,
    CONSTRAINT a_closed_need_says_why CHECK (((closed_on IS NULL) = (closed_because IS NULL))),
    CONSTRAINT a_cover_is_asked_of_one_person CHECK (((cover_of IS NULL) OR ((kind = 'secondment'::text) AND (people = 1)))),
    CONSTRAINT a_deployment_asks_for_days CHECK (((kind = 'deployment'::text) = (half_days IS NOT NULL))),
    CONSTRAINT a_need_asks_for_somebody CHECK (((people >= 1) AND (people <= 100))),
    CONSTRAINT a_need_ends_after_it_starts CHECK ((ends_on >= starts_on)),
    CONSTRAINT a_need_is_a_deployment_or_a_secondment CHECK ((kind = ANY (ARRAY['deployment'::text, 'secondment'::text]))),
    CONSTRAINT a_need_is_at_one_place CHECK ((num_nonnulls(school, setting) = 1)),
    CONSTRAINT a_need_is_no_cover_of_itself CHECK ((cover_of <> reference)),
    CONSTRAINT a_priority_is_one_of_three CHECK ((priority = ANY (ARRAY['must fill'::text, 'high'::text, 'normal'::text]))),
    CONSTRAINT a_secondment_asks_for_a_share_of_full_time CHECK (((kind = 'secondment'::text) = (fte_hundredths IS NOT NULL))),
    CONSTRAINT a_secondment_fills_a_post CHECK (((kind <> 'secondment'::text) OR (role IS NOT NULL))),
    CONSTRAINT a_share_of_full_time_is_a_share CHECK (((fte_hundredths >= 1) AND (fte_hundredths <= 100))),
    CONSTRAINT days_are_days CHECK (((half_days >= 1) AND (half_days <= 390)))
);

COMMENT ON TABLE public.need IS 'What a school or setting asks for.';
COMMENT ON COLUMN public.need.organisation IS 'Who keeps the record.';
COMMENT ON COLUMN public.need.reference IS 'The need''s own short reference.';
COMMENT ON COLUMN public.need.school IS 'Where; null when a setting.';
COMMENT ON COLUMN public.need.setting IS 'Where; null when a school.';
COMMENT ON COLUMN public.need.kind IS 'deployment (days of support) or secondment (fill a post for a term).';
COMMENT ON COLUMN public.need.role IS 'Deployments: the designation wanted, null when none is asked for; secondments: the rung to fill.';
COMMENT ON COLUMN public.need.specialism IS 'The specialism wanted; null when none is asked for.';
COMMENT ON COLUMN public.need.phase IS 'The phase; null takes the place''s own.';
COMMENT ON COLUMN public.need.half_days IS 'Deployments: half-days each person gives; null for secondments.';
COMMENT ON COLUMN public.need.fte_hundredths IS 'Secondments: share of full time in hundredths; null for deployments.';
COMMENT ON COLUMN public.need.starts_on IS 'First day of the window.';
COMMENT ON COLUMN public.need.ends_on IS 'Last day of the window.';
COMMENT ON COLUMN public.need.priority IS 'must fill comes before everything else; high and normal differ by their penalty.';
COMMENT ON COLUMN public.need.behaviours IS 'Behaviours wanted.';
COMMENT ON COLUMN public.need.people IS 'How many people.';
COMMENT ON COLUMN public.need.asked_by IS 'Who asked; null when nobody wrote it down.';
COMMENT ON COLUMN public.need.asked_on IS 'When they asked; null when nobody wrote it down.';
COMMENT ON COLUMN public.need.closed_on IS 'When it was closed; null while open.';
COMMENT ON COLUMN public.need.closed_because IS 'Why it was closed; null while open.';
COMMENT ON COLUMN public.need.created_load IS 'The load that made the row; null when made by hand.';
COMMENT ON COLUMN public.need.changed_load IS 'The load that last wrote the row; null when none did.';
COMMENT ON COLUMN public.need.typed IS 'Hash of the row as typed in that load; null when made by hand.';
COMMENT ON COLUMN public.need.edited_at IS 'When somebody last changed it by hand; null when nobody did.';
COMMENT ON COLUMN public.need.cover_of IS 'The need whose secondment opened this post, which plans leave alone; null when a place asked for somebody.';

CREATE TABLE public.not_the_same (
    organisation integer NOT NULL,
    number integer NOT NULL,
    first integer NOT NULL,
    second integer NOT NULL,
    dismissed_by text NOT NULL,
    reason text NOT NULL,
    dismissed_at timestamp with time zone DEFAULT now() NOT NULL,
    restored_by text,
    restored_because text,
    restored_at timestamp with time zone,
    CONSTRAINT taking_a_dismissal_back_says_who_why_and_when CHECK ((num_nonnulls(restored_by, restored_because, restored_at) = ANY (ARRAY[0, 3]))),
    CONSTRAINT the_lower_number_comes_first CHECK ((first < second))
);

COMMENT ON TABLE public.not_the_same IS 'Pairs that resemble one another and are two people, by whom and why.';
COMMENT ON COLUMN public.not_the_same.organisation IS 'Who keeps the records.';
COMMENT ON COLUMN public.not_the_same.number IS 'Its number.';
COMMENT ON COLUMN public.not_the_same.first IS 'The lower of the two people''s numbers.';
COMMENT ON COLUMN public.not_the_same.second IS 'The higher.';
COMMENT ON COLUMN public.not_the_same.dismissed_by IS 'Who knows that they are two.';
COMMENT ON COLUMN public.not_the_same.reason IS 'How they know.';
COMMENT ON COLUMN public.not_the_same.dismissed_at IS 'When they said so.';
COMMENT ON COLUMN public.not_the_same.restored_by IS 'Who took it back; null while it stands.';
COMMENT ON COLUMN public.not_the_same.restored_because IS 'Why they did; null while it stands.';
COMMENT ON COLUMN public.not_the_same.restored_at IS 'When they did; null while it stands.';

ALTER TABLE public.not_the_same ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.not_the_same_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisation (
    id integer NOT NULL,
    name text NOT NULL,
    in_use boolean DEFAULT false NOT NULL,
    CONSTRAINT an_organisation_has_a_name CHECK ((name <> ''::text))
);

COMMENT ON TABLE public.organisation IS 'A local authority, alliance, trust or partnership that owns records.';
COMMENT ON COLUMN public.organisation.id IS 'Leads every key of what it owns.';
COMMENT ON COLUMN public.organisation.name IS 'As its people call it.';
COMMENT ON COLUMN public.organisation.in_use IS 'The one commands act for when none is named.';

ALTER TABLE public.organisation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.participation (
    organisation integer NOT NULL,
    person integer NOT NULL,
    programme text NOT NULL,
    created_load integer,
    changed_load integer,
    edited_at timestamp with time zone,
    started_on date,
    ended_on date,
    outcome text,
    typed bigint,
    CONSTRAINT a_programme_ends_after_it_starts CHECK ((ended_on >= started_on))
);

COMMENT ON TABLE public.participation IS 'Who took part in which programme.';
COMMENT ON COLUMN public.participation.organisation IS 'Who keeps the record.';
COMMENT ON COLUMN public.participation.person IS 'The person.';
COMMENT ON COLUMN public.participation.programme IS 'The programme.';
COMMENT ON COLUMN public.participation.created_load IS 'The load that made the row; null when made by hand.';
COMMENT ON COLUMN public.participation.changed_load IS 'The load that last wrote the row; null when none did.';
COMMENT ON COLUMN public.participation.edited_at IS 'When somebody last changed it by hand; null when nobody did.';
COMMENT ON COLUMN public.participation.started_on IS 'When they began; null when nobody wrote it down.';
COMMENT ON COLUMN public.participation.ended_on IS 'When they finished or left; null while under way or not known.';
COMMENT ON COLUMN public.participation.outcome IS 'What came of it; null while under way or not known.';
COMMENT ON COLUMN public.participation.typed IS 'Hash of the row as typed in the programmes load that last wrote it; null otherwise.';

CREATE TABLE public.past_placement (
    organisation integer NOT NULL,
    person integer NOT NULL,
    school integer,
    setting text,
    place text GENERATED ALWAYS AS (COALESCE((school)::text, setting)) STORED NOT NULL,
    kind text NOT NULL,
    role text,
    specialism text,
    half_days integer,
    fte_hundredths integer,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    outcome text,
    impact smallint,
    comment text,
    created_load integer,
    changed_load integer,
    typed bigint,
    edited_at timestamp with time zone,
    CONSTRAINT a_past_placement_was_at_one_place CHECK ((num_nonnulls(school, setting) = 1)),
    CONSTRAINT a_share_of_full_time_was_a_secondments CHECK (((fte_hundredths IS NULL) OR (kind = 'secondment'::text))),
    CONSTRAINT days_were_a_deployments CHECK (((half_days IS NULL) OR (kind = 'deployment'::text))),
    CONSTRAINT impact_is_one_to_five CHECK (((impact >= 1) AND (impact <= 5))),
    CONSTRAINT it_came_to_one_of_three_ends CHECK ((outcome = ANY (ARRAY['completed'::text, 'stopped'::text, 'withdrawn'::text]))),
    CONSTRAINT it_ended_after_it_started CHECK ((ends_on >= starts_on)),
    CONSTRAINT it_was_a_deployment_or_a_secondment CHECK ((kind = ANY (ARRAY['deployment'::text, 'secondment'::text])))
);

COMMENT ON TABLE public.past_placement IS 'Deployments and secondments of the past, as sheets tell of them: track record.';
COMMENT ON COLUMN public.past_placement.organisation IS 'Who keeps the record.';
COMMENT ON COLUMN public.past_placement.person IS 'Who went.';
COMMENT ON COLUMN public.past_placement.school IS 'Where; null when a setting.';
COMMENT ON COLUMN public.past_placement.setting IS 'Where; null when a school.';
COMMENT ON COLUMN public.past_placement.place IS 'The place''s printed key.';
COMMENT ON COLUMN public.past_placement.kind IS 'deployment or secondment.';
COMMENT ON COLUMN public.past_placement.role IS 'The designation it was done in, or the post filled; null when not known.';
COMMENT ON COLUMN public.past_placement.specialism IS 'What it was about; null when not known.';
COMMENT ON COLUMN public.past_placement.half_days IS 'Deployments: half-days given; null when not known.';
COMMENT ON COLUMN public.past_placement.fte_hundredths IS 'Secondments: share of full time in hundredths; null when not known.';
COMMENT ON COLUMN public.past_placement.starts_on IS 'First day.';
COMMENT ON COLUMN public.past_placement.ends_on IS 'Last day.';
COMMENT ON COLUMN public.past_placement.outcome IS 'completed, stopped or withdrawn; null when not known.';
COMMENT ON COLUMN public.past_placement.impact IS '1 to 5 as the receiving head judged it; null when nobody did.';
COMMENT ON COLUMN public.past_placement.comment IS 'What somebody wrote about it; null when nothing.';
COMMENT ON COLUMN public.past_placement.created_load IS 'The load that made the row; null when none did.';
COMMENT ON COLUMN public.past_placement.changed_load IS 'The load that last wrote the row; null when none did.';
COMMENT ON COLUMN public.past_placement.typed IS 'Hash of the row as typed in that load; null when made by hand.';
COMMENT ON COLUMN public.past_placement.edited_at IS 'When somebody last changed it by hand; null when nobody did.';

CREATE TABLE public.person (
    organisation integer NOT NULL,
    number integer NOT NULL,
    name text NOT NULL,
    family_name text,
    given_name text,
    trn text,
    home_school integer,
    home_setting text,
    role text,
    aspiration text,
    strengths text[] DEFAULT '{}'::text[] NOT NULL,
    behaviours text[] DEFAULT '{}'::text[] NOT NULL,
    travel_miles integer,
    half_days_a_year integer,
    performance smallint,
    potential smallint,
    notes text,
    available_from date,
    available_until date,
    vetted_on date,
    vetted_by text,
    prohibited boolean DEFAULT false NOT NULL,
    found_by text GENERATED ALWAYS AS (public.search_text((name ||
CASE
    WHEN (notes IS NULL) THEN ''::text
    ELSE (' '::text || notes)
END))) STORED NOT NULL,
    created_load integer,
    changed_load integer,
    typed bigint,
    edited_at timestamp with time zone,
    CONSTRAINT a_home_is_a_school_or_a_setting CHECK ((num_nonnulls(home_school, home_setting) <= 1)),
    CONSTRAINT a_person_has_a_name CHECK ((name <> ''::text)),
    CONSTRAINT a_trn_is_seven_digits CHECK (((trn ~ '^[0-9]{7}$'::text) AND (trn <> '0000000'::text))),
    CONSTRAINT a_vetting_says_who_confirmed CHECK (((vetted_on IS NULL) = (vetted_by IS NULL))),
    CONSTRAINT a_year_has_so_many_days CHECK (((half_days_a_year >= 0) AND (half_days_a_year <= 390))),
    CONSTRAINT availability_ends_after_it_starts CHECK ((available_until >= available_from)),
    CONSTRAINT performance_is_one_to_three CHECK (((performance >= 1) AND (performance <= 3))),
    CONSTRAINT potential_is_one_to_three CHECK (((potential >= 1) AND (potential <= 3))),
    CONSTRAINT travel_is_a_distance CHECK (((travel_miles >= 1) AND (travel_miles <= 500)))
);

COMMENT ON TABLE public.person IS 'Somebody in the talent pool.';
COMMENT ON COLUMN public.person.organisation IS 'Who keeps the record.';
COMMENT ON COLUMN public.person.number IS 'A short, stable number, printed P17.';
COMMENT ON COLUMN public.person.name IS 'As the person writes it.';
COMMENT ON COLUMN public.person.family_name IS 'Kept when a sheet has it apart, never split by us; null otherwise.';
COMMENT ON COLUMN public.person.given_name IS 'Kept when a sheet has it apart, never split by us; null otherwise.';
COMMENT ON COLUMN public.person.trn IS 'Teacher reference number, seven digits as text; null when none is known.';
COMMENT ON COLUMN public.person.home_school IS 'Where the person works; null when at a setting or not known.';
COMMENT ON COLUMN public.person.home_setting IS 'The setting where the person works; null when at a school or not known.';
COMMENT ON COLUMN public.person.role IS 'Current post on the ladder; null when not known.';
COMMENT ON COLUMN public.person.aspiration IS 'The post aspired to; null when not known.';
COMMENT ON COLUMN public.person.strengths IS 'Specialisms nobody verified: they earn points, never satisfy a requirement.';
COMMENT ON COLUMN public.person.behaviours IS 'Resourceful behaviours evidenced.';
COMMENT ON COLUMN public.person.travel_miles IS 'How far they will travel, road miles; null takes the policy''s default.';
COMMENT ON COLUMN public.person.half_days_a_year IS 'Half-days a year they can give; null takes the policy''s default.';
COMMENT ON COLUMN public.person.performance IS 'Nine-box axis, 1 to 3; null when not judged.';
COMMENT ON COLUMN public.person.potential IS 'Nine-box axis, 1 to 3; null when not judged.';
COMMENT ON COLUMN public.person.notes IS 'What somebody wrote down; null when nothing.';
COMMENT ON COLUMN public.person.available_from IS 'Not available before; null means no such limit.';
COMMENT ON COLUMN public.person.available_until IS 'Not available after; null means no such limit.';
COMMENT ON COLUMN public.person.vetted_on IS 'When vetting was last confirmed; null while nobody confirmed.';
COMMENT ON COLUMN public.person.vetted_by IS 'Who confirmed it; null while nobody did.';
COMMENT ON COLUMN public.person.prohibited IS 'Whether a prohibition is recorded.';
COMMENT ON COLUMN public.person.found_by IS 'Name and notes folded for searching.';
COMMENT ON COLUMN public.person.created_load IS 'The load that made the row; null when made by hand.';
COMMENT ON COLUMN public.person.changed_load IS 'The load that last wrote the row; null when none did.';
COMMENT ON COLUMN public.person.typed IS 'Hash of the row as typed in the people load that last wrote it; null when made by hand.';
COMMENT ON COLUMN public.person.edited_at IS 'When somebody last changed it by hand; null when nobody did.';

ALTER TABLE public.person ALTER COLUMN number ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.person_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.phase (
    name text NOT NULL
);

COMMENT ON TABLE public.phase IS 'Phases of education as GIAS names them.';
COMMENT ON COLUMN public.phase.name IS 'The name used everywhere.';

CREATE TABLE public.pin (
    organisation integer NOT NULL,
    number integer NOT NULL,
    need text NOT NULL,
    person integer NOT NULL,
    plan integer NOT NULL,
    pinned_by text NOT NULL,
    reason text,
    pinned_at timestamp with time zone DEFAULT now() NOT NULL,
    unpinned_by text,
    unpinned_at timestamp with time zone,
    CONSTRAINT a_pin_says_by_whom CHECK ((pinned_by ~ '\S'::text)),
    CONSTRAINT taking_a_pin_away_says_by_whom CHECK (((unpinned_by IS NULL) = (unpinned_at IS NULL)))
);

COMMENT ON TABLE public.pin IS 'A line of a plan that stays in later plans.';
COMMENT ON COLUMN public.pin.organisation IS 'Whose plan.';
COMMENT ON COLUMN public.pin.number IS 'Its number.';
COMMENT ON COLUMN public.pin.need IS 'The need.';
COMMENT ON COLUMN public.pin.person IS 'Who is to fill it.';
COMMENT ON COLUMN public.pin.plan IS 'The plan whose line it is.';
COMMENT ON COLUMN public.pin.pinned_by IS 'Who pinned it.';
COMMENT ON COLUMN public.pin.reason IS 'Why; null when nobody said.';
COMMENT ON COLUMN public.pin.pinned_at IS 'When.';
COMMENT ON COLUMN public.pin.unpinned_by IS 'Who took it away, or decided the line; null while it holds.';
COMMENT ON COLUMN public.pin.unpinned_at IS 'When they did; null while it holds.';

ALTER TABLE public.pin ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.pin_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placement (
    organisation integer NOT NULL,
    number integer NOT NULL,
    need text NOT NULL,
    person integer NOT NULL,
    plan integer,
    kind text NOT NULL,
    role text,
    half_days integer DEFAULT 0 NOT NULL,
    fte_hundredths integer DEFAULT 0 NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    state text DEFAULT 'chosen, release pending'::text NOT NULL,
    chosen_by text NOT NULL,
    chosen_at timestamp with time zone DEFAULT now() NOT NULL,
    reason text,
    overridden text,
    withdrawn_by text,
    withdrawn_because text,
    withdrawn_at timestamp with time zone,
    supervisor integer,
    supervisor_role text,
    supervising_half_days integer,
    covers_placement integer,
    CONSTRAINT a_cover_is_a_secondment_of_another_placement CHECK (((covers_placement IS NULL) OR ((kind = 'secondment'::text) AND (covers_placement <> number)))),
    CONSTRAINT a_deployment_is_what_is_supervised CHECK (((supervisor IS NULL) OR (kind = 'deployment'::text))),
    CONSTRAINT a_placement_ends_after_it_starts CHECK ((ends_on >= starts_on)),
    CONSTRAINT a_placement_is_a_deployment_or_a_secondment CHECK ((kind = ANY (ARRAY['deployment'::text, 'secondment'::text]))),
    CONSTRAINT a_placement_is_in_a_known_state CHECK ((state = ANY (ARRAY['chosen, release pending'::text, 'withdrawn'::text]))),
    CONSTRAINT a_withdrawal_says_who_why_and_when CHECK ((num_nonnulls(withdrawn_by, withdrawn_because, withdrawn_at) =
CASE state
    WHEN 'withdrawn'::text THEN 3
    ELSE 0
END)),
    CONSTRAINT nobody_supervises_themselves CHECK ((supervisor <> person)),
    CONSTRAINT overriding_a_bar_by_hand_says_why CHECK (((overridden IS NULL) OR (reason IS NOT NULL))),
    CONSTRAINT supervising_says_who_as_what_and_for_how_long CHECK ((num_nonnulls(supervisor, supervisor_role, supervising_half_days) = ANY (ARRAY[0, 3]))),
    CONSTRAINT supervising_takes_at_least_half_a_day CHECK ((supervising_half_days > 0))
);

COMMENT ON TABLE public.placement IS 'A chosen deployment or secondment.';
COMMENT ON COLUMN public.placement.organisation IS 'Whose placement.';
COMMENT ON COLUMN public.placement.number IS 'Its number, as printed.';
COMMENT ON COLUMN public.placement.need IS 'The need it fills.';
COMMENT ON COLUMN public.placement.person IS 'Who goes.';
COMMENT ON COLUMN public.placement.plan IS 'The plan it was decided from; null when chosen without one.';
COMMENT ON COLUMN public.placement.kind IS 'deployment or secondment.';
COMMENT ON COLUMN public.placement.role IS 'The designation whose days it spends; null for secondments.';
COMMENT ON COLUMN public.placement.half_days IS 'Deployments: half-days it spends.';
COMMENT ON COLUMN public.placement.fte_hundredths IS 'Secondments: share of full time in hundredths.';
COMMENT ON COLUMN public.placement.starts_on IS 'First day.';
COMMENT ON COLUMN public.placement.ends_on IS 'Last day.';
COMMENT ON COLUMN public.placement.state IS 'Where it stands: chosen, release pending until the home head agrees.';
COMMENT ON COLUMN public.placement.chosen_by IS 'The person who chose.';
COMMENT ON COLUMN public.placement.chosen_at IS 'When they did.';
COMMENT ON COLUMN public.placement.reason IS 'Why; null when the proposal''s own reasons were enough.';
COMMENT ON COLUMN public.placement.overridden IS 'The bars overridden by name; null when none was.';
COMMENT ON COLUMN public.placement.withdrawn_by IS 'Who took the choice back; null while it stands.';
COMMENT ON COLUMN public.placement.withdrawn_because IS 'Why they did; null while it stands.';
COMMENT ON COLUMN public.placement.withdrawn_at IS 'When they did; null while it stands.';
COMMENT ON COLUMN public.placement.supervisor IS 'Who supervises it; null when it is not a first deployment.';
COMMENT ON COLUMN public.placement.supervisor_role IS 'The designation of the supervisor whose days it spends; null without a supervisor.';
COMMENT ON COLUMN public.placement.supervising_half_days IS 'Half-days of the supervisor that it spends; null without a supervisor.';
COMMENT ON COLUMN public.placement.covers_placement IS 'The placement whose post it fills meanwhile; null when it covers none.';

ALTER TABLE public.placement ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.placement_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.plan ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.plan_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.plan_proof (
    organisation integer NOT NULL,
    plan integer NOT NULL,
    stage smallint NOT NULL,
    subject text NOT NULL,
    keys text[] NOT NULL,
    prices bigint[] NOT NULL,
    CONSTRAINT a_price_is_of_something CHECK ((subject = ANY (ARRAY['need'::text, 'person'::text, 'home'::text, 'limit'::text]))),
    CONSTRAINT keys_and_prices_go_in_pairs CHECK ((cardinality(keys) = cardinality(prices)))
);
ALTER TABLE ONLY public.plan_proof ALTER COLUMN keys SET COMPRESSION lz4;
ALTER TABLE ONLY public.plan_proof ALTER COLUMN prices SET COMPRESSION lz4;

COMMENT ON TABLE public.plan_proof IS 'The dual prices that prove a plan optimal, a row a stage and kind; prices of 0 are left out.';
COMMENT ON COLUMN public.plan_proof.organisation IS 'Whose plan.';
COMMENT ON COLUMN public.plan_proof.plan IS 'The plan.';
COMMENT ON COLUMN public.plan_proof.stage IS '1: must-fill first; 2: points.';
COMMENT ON COLUMN public.plan_proof.subject IS 'need, person, home or limit.';
COMMENT ON COLUMN public.plan_proof.keys IS 'Needs'' references, people''s numbers, homes'' keys, or one empty text for the limit.';
COMMENT ON COLUMN public.plan_proof.prices IS 'Points one more unit of each would be worth.';

CREATE VIEW public.plan_price AS
 SELECT p.organisation,
    p.plan,
    p.stage,
    p.subject,
    l.key,
    l.price
   FROM public.plan_proof p,
    LATERAL UNNEST(p.keys, p.prices) l(key, price);

COMMENT ON VIEW public.plan_price IS 'The prices of a plan''s proof, one a row.';
COMMENT ON COLUMN public.plan_price.organisation IS 'Whose plan.';
COMMENT ON COLUMN public.plan_price.plan IS 'The plan.';
COMMENT ON COLUMN public.plan_price.stage IS '1: must-fill first; 2: points.';
COMMENT ON COLUMN public.plan_price.subject IS 'need, person, home or limit.';
COMMENT ON COLUMN public.plan_price.key IS 'The need''s reference, the person''s number, the home''s key, or empty for the limit.';
COMMENT ON COLUMN public.plan_price.price IS 'Points one more unit of it would be worth.';

CREATE TABLE public.post (
    organisation integer NOT NULL,
    school integer,
    setting text,
    place text GENERATED ALWAYS AS (COALESCE((school)::text, setting)) STORED NOT NULL,
    title text NOT NULL,
    number integer DEFAULT 1 NOT NULL,
    incumbent integer,
    incumbent_name text,
    incumbent_trn text,
    vacant_from date,
    why text,
    critical boolean DEFAULT false NOT NULL,
    created_load integer,
    changed_load integer,
    typed bigint,
    edited_at timestamp with time zone,
    CONSTRAINT a_post_is_at_one_place CHECK ((num_nonnulls(school, setting) = 1))
);

COMMENT ON TABLE public.post IS 'An established leadership post at a place.';
COMMENT ON COLUMN public.post.organisation IS 'Who keeps the record.';
COMMENT ON COLUMN public.post.school IS 'The school; null when at a setting.';
COMMENT ON COLUMN public.post.setting IS 'The setting; null when at a school.';
COMMENT ON COLUMN public.post.place IS 'The place''s printed key.';
COMMENT ON COLUMN public.post.title IS 'The rung.';
COMMENT ON COLUMN public.post.number IS '1, or more when a place has several of the title.';
COMMENT ON COLUMN public.post.incumbent IS 'The person who holds it, when a TRN or a Person column said so; null otherwise.';
COMMENT ON COLUMN public.post.incumbent_name IS 'The name as typed; null when blank.';
COMMENT ON COLUMN public.post.incumbent_trn IS 'The TRN as typed, kept even when no such person is stored; null when blank.';
COMMENT ON COLUMN public.post.vacant_from IS 'When it is expected to fall vacant; null when not expected.';
COMMENT ON COLUMN public.post.why IS 'Why it is expected to; null when nobody said.';
COMMENT ON COLUMN public.post.critical IS 'Whether losing its holder would hurt.';
COMMENT ON COLUMN public.post.created_load IS 'The load that made the row; null when made by hand.';
COMMENT ON COLUMN public.post.changed_load IS 'The load that last wrote the row; null when none did.';
COMMENT ON COLUMN public.post.typed IS 'Hash of the row as typed in that load; null when made by hand.';
COMMENT ON COLUMN public.post.edited_at IS 'When somebody last changed it by hand; null when nobody did.';

CREATE TABLE public.programme (
    name text NOT NULL
);

COMMENT ON TABLE public.programme IS 'NPQs and legacy programmes people take part in.';
COMMENT ON COLUMN public.programme.name IS 'The name used everywhere.';

CREATE TABLE public.readiness (
    organisation integer NOT NULL,
    person integer NOT NULL,
    post text NOT NULL,
    level text NOT NULL,
    judged_on date,
    created_load integer,
    changed_load integer,
    edited_at timestamp with time zone,
    typed bigint
);

COMMENT ON TABLE public.readiness IS 'How ready a person is for a target post, and when that was judged.';
COMMENT ON COLUMN public.readiness.organisation IS 'Who keeps the record.';
COMMENT ON COLUMN public.readiness.person IS 'The person.';
COMMENT ON COLUMN public.readiness.post IS 'The rung aimed at.';
COMMENT ON COLUMN public.readiness.level IS 'Ready now, 1-2 years, 3-5 years or not yet, as config lists them.';
COMMENT ON COLUMN public.readiness.judged_on IS 'The day it was judged; null when nobody wrote it down, and then it never qualifies.';
COMMENT ON COLUMN public.readiness.created_load IS 'The load that made the row; null when made by hand.';
COMMENT ON COLUMN public.readiness.changed_load IS 'The load that last wrote the row; null when none did.';
COMMENT ON COLUMN public.readiness.edited_at IS 'When somebody last changed it by hand; null when nobody did.';
COMMENT ON COLUMN public.readiness.typed IS 'Hash of the row as typed in the readiness load that last wrote it; null otherwise.';

CREATE TABLE public.rehearsal (
    organisation integer NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    file_name text NOT NULL,
    file_hash text NOT NULL,
    mapping_text text,
    lines integer[] NOT NULL,
    states bigint[] NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT every_line_has_its_state CHECK ((cardinality(lines) = cardinality(states)))
);

COMMENT ON TABLE public.rehearsal IS 'A dry run: what each row would have done to what was stored then.';
COMMENT ON COLUMN public.rehearsal.organisation IS 'Who rehearsed.';
COMMENT ON COLUMN public.rehearsal.number IS 'Its number: a part of its token.';
COMMENT ON COLUMN public.rehearsal.kind IS 'The kind of sheet.';
COMMENT ON COLUMN public.rehearsal.file_name IS 'The file as named on the command line.';
COMMENT ON COLUMN public.rehearsal.file_hash IS 'SHA-256 of the file: only that very file is loaded with the token.';
COMMENT ON COLUMN public.rehearsal.mapping_text IS 'The mapping it was read by; null when the headings were our own.';
COMMENT ON COLUMN public.rehearsal.lines IS 'The lines of the rows that were good.';
COMMENT ON COLUMN public.rehearsal.states IS 'For each a hash of its fate and of the records it would have changed.';
COMMENT ON COLUMN public.rehearsal.made_at IS 'When; a rehearsal is forgotten after a week.';

ALTER TABLE public.rehearsal ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.rehearsal_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.release (
    organisation integer NOT NULL,
    school integer,
    setting text,
    place text GENERATED ALWAYS AS (COALESCE((school)::text, setting)) STORED NOT NULL,
    half_days_per_half_term integer NOT NULL,
    out_at_once integer NOT NULL,
    cover_needed boolean NOT NULL,
    agreed_by text,
    agreed_on date,
    created_load integer,
    changed_load integer,
    typed bigint,
    edited_at timestamp with time zone,
    CONSTRAINT a_release_is_not_negative CHECK (((half_days_per_half_term >= 0) AND (out_at_once >= 0))),
    CONSTRAINT a_release_is_of_one_place CHECK ((num_nonnulls(school, setting) = 1))
);

COMMENT ON TABLE public.release IS 'What a home head lets go, shared by everybody from that place.';
COMMENT ON COLUMN public.release.organisation IS 'Who keeps the record.';
COMMENT ON COLUMN public.release.school IS 'The school; null when a setting.';
COMMENT ON COLUMN public.release.setting IS 'The setting; null when a school.';
COMMENT ON COLUMN public.release.place IS 'The place''s printed key.';
COMMENT ON COLUMN public.release.half_days_per_half_term IS 'Half-days of deployments and supervising in one half-term.';
COMMENT ON COLUMN public.release.out_at_once IS 'People out at the same time, all kinds of placement.';
COMMENT ON COLUMN public.release.cover_needed IS 'Whether a seconded person''s post must be covered.';
COMMENT ON COLUMN public.release.agreed_by IS 'Who agreed to it; null when nobody wrote it down.';
COMMENT ON COLUMN public.release.agreed_on IS 'When it was agreed; null when nobody wrote it down.';
COMMENT ON COLUMN public.release.created_load IS 'The load that made the row; null when made by hand.';
COMMENT ON COLUMN public.release.changed_load IS 'The load that last wrote the row; null when none did.';
COMMENT ON COLUMN public.release.typed IS 'Hash of the row as typed in that load; null when made by hand.';
COMMENT ON COLUMN public.release.edited_at IS 'When somebody last changed it by hand; null when nobody did.';

CREATE TABLE public.role (
    name text NOT NULL
);

COMMENT ON TABLE public.role IS 'Designations a person can hold for a term: SLE, SFSL and what an alliance adds.';
COMMENT ON COLUMN public.role.name IS 'The name used everywhere.';

CREATE TABLE public.rung (
    name text NOT NULL,
    "position" integer NOT NULL
);

COMMENT ON TABLE public.rung IS 'The ladder of posts people hold and aspire to.';
COMMENT ON COLUMN public.rung.name IS 'The name used everywhere.';
COMMENT ON COLUMN public.rung."position" IS 'Its place on the ladder, lowest first; side branches follow.';

CREATE TABLE public.school (
    urn integer NOT NULL,
    name text NOT NULL,
    authority text NOT NULL,
    establishment_number text,
    type text,
    phase text,
    status text NOT NULL,
    pupils integer,
    free_meals_permille integer,
    rural boolean,
    town text,
    postcode text,
    easting integer,
    northing integer,
    created_load integer,
    changed_load integer,
    typed bigint,
    edited_at timestamp with time zone,
    CONSTRAINT a_school_stands_somewhere_or_nowhere CHECK (((easting IS NULL) = (northing IS NULL))),
    CONSTRAINT a_status_is_one_gias_knows CHECK ((status = ANY (ARRAY['Open'::text, 'Closed'::text, 'Open, but proposed to close'::text, 'Proposed to open'::text])))
);

COMMENT ON TABLE public.school IS 'Establishments in GIAS, common to all organisations.';
COMMENT ON COLUMN public.school.urn IS 'GIAS unique reference number: an opaque key.';
COMMENT ON COLUMN public.school.name IS 'As GIAS writes it. Names repeat: never a key.';
COMMENT ON COLUMN public.school.authority IS 'Its local authority.';
COMMENT ON COLUMN public.school.establishment_number IS 'Four digits inside the authority; null when GIAS gives none.';
COMMENT ON COLUMN public.school.type IS 'Type of establishment, GIAS''s words; null when not given.';
COMMENT ON COLUMN public.school.phase IS 'Phase of education; null where GIAS says not applicable.';
COMMENT ON COLUMN public.school.status IS 'Open, closed or about to be.';
COMMENT ON COLUMN public.school.pupils IS 'Number of pupils; null when not known.';
COMMENT ON COLUMN public.school.free_meals_permille IS 'Pupils with free school meals in tenths of a percent; null when not known.';
COMMENT ON COLUMN public.school.rural IS 'Whether GIAS classes it rural; null when not known.';
COMMENT ON COLUMN public.school.town IS 'Its town; null when not given.';
COMMENT ON COLUMN public.school.postcode IS 'Its postcode; null when not given.';
COMMENT ON COLUMN public.school.easting IS 'National Grid easting in metres; null when not known.';
COMMENT ON COLUMN public.school.northing IS 'National Grid northing in metres; null when not known.';
COMMENT ON COLUMN public.school.created_load IS 'The load that made the row; null when made by hand.';
COMMENT ON COLUMN public.school.changed_load IS 'The load that last wrote the row; null when none did.';
COMMENT ON COLUMN public.school.typed IS 'Hash of the row as typed in that load; the same row again is known by it; null when made by hand.';
COMMENT ON COLUMN public.school.edited_at IS 'When somebody last changed it by hand; null when nobody did.';

CREATE TABLE public.school_link (
    urn integer NOT NULL,
    linked integer NOT NULL,
    type text NOT NULL,
    established_on date,
    created_load integer,
    changed_load integer,
    typed bigint,
    edited_at timestamp with time zone
);

COMMENT ON TABLE public.school_link IS 'What GIAS says links schools: predecessors, successors. Shown, never followed silently.';
COMMENT ON COLUMN public.school_link.urn IS 'The school; it may not be among those stored.';
COMMENT ON COLUMN public.school_link.linked IS 'The school it is linked to; it may not be among those stored.';
COMMENT ON COLUMN public.school_link.type IS 'What the linked school is to it, in GIAS''s words: Successor, Predecessor - merged.';
COMMENT ON COLUMN public.school_link.established_on IS 'Since when; the latest when GIAS says several, null when it says none.';
COMMENT ON COLUMN public.school_link.created_load IS 'The load that made the row; null when none did.';
COMMENT ON COLUMN public.school_link.changed_load IS 'The load that last wrote the row; null when none did.';
COMMENT ON COLUMN public.school_link.typed IS 'Hash of the row as typed in that load; null when made by hand.';
COMMENT ON COLUMN public.school_link.edited_at IS 'When somebody last changed it by hand; null when nobody did.';

CREATE TABLE public.setting (
    organisation integer NOT NULL,
    reference text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    authority text,
    phase text,
    postcode text,
    easting integer,
    northing integer,
    created_load integer,
    changed_load integer,
    typed bigint,
    edited_at timestamp with time zone,
    CONSTRAINT a_setting_is_not_mistaken_for_a_school CHECK ((reference !~ '^[0-9]+$'::text)),
    CONSTRAINT a_setting_stands_somewhere_or_nowhere CHECK (((easting IS NULL) = (northing IS NULL)))
);

COMMENT ON TABLE public.setting IS 'Nurseries, children''s centres and services without a URN.';
COMMENT ON COLUMN public.setting.organisation IS 'Who keeps it.';
COMMENT ON COLUMN public.setting.reference IS 'Its local reference, never all digits.';
COMMENT ON COLUMN public.setting.name IS 'Its name.';
COMMENT ON COLUMN public.setting.kind IS 'nursery, children''s centre or service.';
COMMENT ON COLUMN public.setting.authority IS 'Its local authority; null when not given.';
COMMENT ON COLUMN public.setting.phase IS 'Its phase; null when not given.';
COMMENT ON COLUMN public.setting.postcode IS 'Its postcode; null when not given.';
COMMENT ON COLUMN public.setting.easting IS 'National Grid easting in metres; null when not known.';
COMMENT ON COLUMN public.setting.northing IS 'National Grid northing in metres; null when not known.';
COMMENT ON COLUMN public.setting.created_load IS 'The load that made the row; null when made by hand.';
COMMENT ON COLUMN public.setting.changed_load IS 'The load that last wrote the row; null when none did.';
COMMENT ON COLUMN public.setting.typed IS 'Hash of the row as typed in that load; null when made by hand.';
COMMENT ON COLUMN public.setting.edited_at IS 'When somebody last changed it by hand; null when nobody did.';

CREATE TABLE public.specialism (
    name text NOT NULL,
    group_name text NOT NULL
);

COMMENT ON TABLE public.specialism IS 'Areas of expertise a designation can be verified in.';
COMMENT ON COLUMN public.specialism.name IS 'The name used everywhere.';
COMMENT ON COLUMN public.specialism.group_name IS 'The group it is listed under.';

ALTER TABLE ONLY public.cluster
    ADD CONSTRAINT a_cluster_has_its_own_name UNIQUE (organisation, name);

ALTER TABLE ONLY public.designation
    ADD CONSTRAINT a_person_holds_a_designation_once_at_a_time EXCLUDE USING gist (organisation WITH =, person WITH =, role WITH =, daterange(since, until, '[]'::text) WITH &&);

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT a_person_is_seconded_full_time_once_at_a_time EXCLUDE USING gist (organisation WITH =, person WITH =, daterange(starts_on, ends_on, '[]'::text) WITH &&) WHERE (((kind = 'secondment'::text) AND (fte_hundredths = 100) AND (state <> 'withdrawn'::text)));

ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT an_organisation_has_its_own_name UNIQUE (name);

ALTER TABLE ONLY public.as_loaded
    ADD CONSTRAINT as_loaded_pkey PRIMARY KEY (organisation, load, relation, key);

ALTER TABLE ONLY public.authority
    ADD CONSTRAINT authority_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.career_step
    ADD CONSTRAINT career_step_pkey PRIMARY KEY (organisation, person, what);

ALTER TABLE ONLY public.cluster_member
    ADD CONSTRAINT cluster_member_pkey PRIMARY KEY (organisation, cluster, place);

ALTER TABLE ONLY public.cluster
    ADD CONSTRAINT cluster_pkey PRIMARY KEY (organisation, number);

ALTER TABLE ONLY public.conflict
    ADD CONSTRAINT conflict_pkey PRIMARY KEY (organisation, person, place, kind);

ALTER TABLE ONLY public.cover
    ADD CONSTRAINT cover_pkey PRIMARY KEY (organisation, plan, need, person, "position");

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (organisation, plan, need, person);

ALTER TABLE ONLY public.designation
    ADD CONSTRAINT designation_pkey PRIMARY KEY (organisation, number);

ALTER TABLE ONLY public.held_specialism
    ADD CONSTRAINT held_specialism_pkey PRIMARY KEY (organisation, designation, specialism);

ALTER TABLE ONLY public.load_change
    ADD CONSTRAINT load_change_pkey PRIMARY KEY (organisation, load, relation, key);

ALTER TABLE ONLY public.load
    ADD CONSTRAINT load_pkey PRIMARY KEY (organisation, number);

ALTER TABLE ONLY public.load_row
    ADD CONSTRAINT load_row_pkey PRIMARY KEY (organisation, load, line);

ALTER TABLE ONLY public.merge_image
    ADD CONSTRAINT merge_image_pkey PRIMARY KEY (organisation, merge, number);

ALTER TABLE ONLY public.merge
    ADD CONSTRAINT merge_pkey PRIMARY KEY (organisation, number);

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.need
    ADD CONSTRAINT need_pkey PRIMARY KEY (organisation, reference);

ALTER TABLE ONLY public.not_the_same
    ADD CONSTRAINT not_the_same_pkey PRIMARY KEY (organisation, number);

ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_pkey PRIMARY KEY (organisation, person, programme);

ALTER TABLE ONLY public.past_placement
    ADD CONSTRAINT past_placement_pkey PRIMARY KEY (organisation, person, place, kind, starts_on);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (organisation, number);

ALTER TABLE ONLY public.phase
    ADD CONSTRAINT phase_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.pin
    ADD CONSTRAINT pin_pkey PRIMARY KEY (organisation, number);

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT placement_pkey PRIMARY KEY (organisation, number);

ALTER TABLE ONLY public.plan_note
    ADD CONSTRAINT plan_note_pkey PRIMARY KEY (organisation, plan, "position");

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT plan_pkey PRIMARY KEY (organisation, number);

ALTER TABLE ONLY public.plan_proof
    ADD CONSTRAINT plan_proof_pkey PRIMARY KEY (organisation, plan, stage, subject);

ALTER TABLE ONLY public.post
    ADD CONSTRAINT post_pkey PRIMARY KEY (organisation, place, title, number);

ALTER TABLE ONLY public.programme
    ADD CONSTRAINT programme_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_pkey PRIMARY KEY (organisation, plan, need, person);

ALTER TABLE ONLY public.readiness
    ADD CONSTRAINT readiness_pkey PRIMARY KEY (organisation, person, post);

ALTER TABLE ONLY public.rehearsal
    ADD CONSTRAINT rehearsal_pkey PRIMARY KEY (organisation, number);

ALTER TABLE ONLY public.release
    ADD CONSTRAINT release_pkey PRIMARY KEY (organisation, place);

ALTER TABLE ONLY public.role
    ADD CONSTRAINT role_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.rung
    ADD CONSTRAINT rung_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.school_link
    ADD CONSTRAINT school_link_pkey PRIMARY KEY (urn, linked, type);

ALTER TABLE ONLY public.school
    ADD CONSTRAINT school_pkey PRIMARY KEY (urn);

ALTER TABLE ONLY public.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (organisation, reference);

ALTER TABLE ONLY public.specialism
    ADD CONSTRAINT specialism_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.unfilled
    ADD CONSTRAINT unfilled_pkey PRIMARY KEY (organisation, plan, need);

CREATE UNIQUE INDEX a_designation_starts_once ON public.designation USING btree (organisation, person, role, since);

CREATE UNIQUE INDEX a_line_is_pinned_once ON public.pin USING btree (organisation, need, person) WHERE (unpinned_at IS NULL);

CREATE UNIQUE INDEX a_pair_is_dismissed_once ON public.not_the_same USING btree (organisation, first, second) WHERE (restored_at IS NULL);

CREATE UNIQUE INDEX a_person_fills_a_need_once ON public.placement USING btree (organisation, need, person) WHERE (state <> 'withdrawn'::text);

CREATE UNIQUE INDEX a_trn_is_one_person ON public.person USING btree (organisation, trn) WHERE (trn IS NOT NULL);

CREATE INDEX career_step_by_due ON public.career_step USING btree (organisation, due) WHERE (done_on IS NULL);

CREATE INDEX cluster_member_by_school ON public.cluster_member USING btree (organisation, school);

CREATE INDEX cluster_member_by_setting ON public.cluster_member USING btree (organisation, setting) WHERE (setting IS NOT NULL);

CREATE INDEX conflict_by_school ON public.conflict USING btree (organisation, school);

CREATE INDEX conflict_by_setting ON public.conflict USING btree (organisation, setting) WHERE (setting IS NOT NULL);

CREATE INDEX cover_by_person ON public.cover USING btree (organisation, covered_by);

CREATE INDEX cover_by_school ON public.cover USING btree (organisation, school);

CREATE INDEX cover_by_setting ON public.cover USING btree (organisation, setting) WHERE (setting IS NOT NULL);

CREATE INDEX cover_by_whose_post ON public.cover USING btree (organisation, instead_of);

CREATE INDEX decision_by_placement ON public.decision USING btree (organisation, placement);

CREATE INDEX decision_by_who_stands_for_it ON public.decision USING btree (organisation, instead_stands_for);

CREATE INDEX designation_by_alliance ON public.designation USING btree (organisation, alliance);

CREATE INDEX designation_by_role ON public.designation USING btree (organisation, role);

CREATE INDEX designation_by_row_as_typed ON public.designation USING btree (organisation, typed);

CREATE INDEX held_specialism_by_specialism ON public.held_specialism USING btree (organisation, specialism);

CREATE INDEX load_change_by_row_as_typed ON public.load_change USING btree (organisation, typed) WHERE (typed IS NOT NULL);

CREATE INDEX load_row_refused ON public.load_row USING btree (organisation, load, line) WHERE (refused IS NOT NULL);

CREATE INDEX merge_by_gone ON public.merge USING btree (organisation, gone) WHERE (undone_at IS NULL);

CREATE INDEX merge_by_gone_trn ON public.merge USING btree (organisation, gone_trn) WHERE (gone_trn IS NOT NULL);

CREATE INDEX need_by_cover_of ON public.need USING btree (organisation, cover_of) WHERE (cover_of IS NOT NULL);

CREATE INDEX need_by_phase ON public.need USING btree (organisation, phase);

CREATE INDEX need_by_school ON public.need USING btree (organisation, school);

CREATE INDEX need_by_setting ON public.need USING btree (organisation, setting) WHERE (setting IS NOT NULL);

CREATE INDEX need_by_specialism ON public.need USING btree (organisation, specialism);

CREATE UNIQUE INDEX one_organisation_is_in_use ON public.organisation USING btree (in_use) WHERE in_use;

CREATE INDEX participation_by_programme ON public.participation USING btree (organisation, programme);

CREATE INDEX past_placement_by_school ON public.past_placement USING btree (organisation, school);

CREATE INDEX past_placement_by_setting ON public.past_placement USING btree (organisation, setting) WHERE (setting IS NOT NULL);

CREATE INDEX past_placement_by_specialism ON public.past_placement USING btree (organisation, specialism);

CREATE INDEX person_by_aspiration ON public.person USING btree (organisation, aspiration);

CREATE INDEX person_by_home_school ON public.person USING btree (organisation, home_school);

CREATE INDEX person_by_home_setting ON public.person USING btree (organisation, home_setting) WHERE (home_setting IS NOT NULL);

CREATE INDEX person_by_role ON public.person USING btree (organisation, role);

CREATE INDEX person_by_row_as_typed ON public.person USING btree (organisation, typed) WHERE ((trn IS NULL) OR (edited_at IS NOT NULL) OR (changed_load IS DISTINCT FROM created_load));

CREATE INDEX person_by_strength ON public.person USING gin (strengths);

CREATE INDEX person_by_words ON public.person USING gin (found_by public.gin_trgm_ops);

CREATE INDEX pin_by_line ON public.pin USING btree (organisation, plan, need, person);

CREATE INDEX pin_by_person ON public.pin USING btree (organisation, person);

CREATE INDEX placement_by_covered ON public.placement USING btree (organisation, covers_placement) WHERE (covers_placement IS NOT NULL);

CREATE INDEX placement_by_need ON public.placement USING btree (organisation, need);

CREATE INDEX placement_by_person ON public.placement USING btree (organisation, person);

CREATE INDEX placement_by_plan ON public.placement USING btree (organisation, plan);

CREATE INDEX placement_by_supervisor ON public.placement USING btree (organisation, supervisor) WHERE (supervisor IS NOT NULL);

CREATE INDEX post_by_incumbent ON public.post USING btree (organisation, incumbent);

CREATE INDEX post_by_school ON public.post USING btree (organisation, school);

CREATE INDEX post_by_setting ON public.post USING btree (organisation, setting) WHERE (setting IS NOT NULL);

CREATE INDEX post_by_title ON public.post USING btree (organisation, title);

CREATE INDEX proposal_by_need ON public.proposal USING btree (organisation, need);

CREATE INDEX proposal_by_supervisor ON public.proposal USING btree (organisation, supervisor) WHERE (supervisor IS NOT NULL);

CREATE INDEX proposal_by_who_stands_for_it ON public.proposal USING btree (organisation, stands_for);

CREATE INDEX readiness_by_post ON public.readiness USING btree (organisation, post, level);

CREATE INDEX release_by_school ON public.release USING btree (organisation, school);

CREATE INDEX release_by_setting ON public.release USING btree (organisation, setting) WHERE (setting IS NOT NULL);

CREATE INDEX school_by_authority ON public.school USING btree (authority);

CREATE INDEX school_by_name ON public.school USING gin (public.search_text(name) public.gin_trgm_ops);

CREATE INDEX school_by_phase ON public.school USING btree (phase);

CREATE INDEX school_by_position ON public.school USING btree (easting, northing);

CREATE INDEX school_by_postcode ON public.school USING btree (postcode);

CREATE INDEX school_link_by_linked ON public.school_link USING btree (linked);

CREATE INDEX setting_by_authority ON public.setting USING btree (organisation, authority);

CREATE INDEX setting_by_phase ON public.setting USING btree (organisation, phase);

CREATE INDEX unfilled_by_need ON public.unfilled USING btree (organisation, need);

CREATE TRIGGER a_changed_open_need_is_of_a_plan AFTER UPDATE ON public.unfilled REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.a_part_is_of_a_plan();

CREATE TRIGGER a_changed_proposal_is_of_a_plan AFTER UPDATE ON public.proposal REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.a_part_is_of_a_plan();

CREATE TRIGGER a_cover_goes_before_what_it_covers AFTER UPDATE ON public.placement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.covers_stand_on_something();

CREATE TRIGGER a_cover_is_of_a_placement_that_stands AFTER INSERT ON public.placement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.covers_stand_on_something();

CREATE TRIGGER a_plan_goes_after_its_parts AFTER DELETE ON public.plan REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.a_plan_goes_after_its_parts();

CREATE TRIGGER a_plan_keeps_its_number_while_it_has_parts AFTER UPDATE ON public.plan REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.a_plan_goes_after_its_parts();

CREATE TRIGGER a_proposal_is_of_a_plan AFTER INSERT ON public.proposal REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.a_part_is_of_a_plan();

CREATE TRIGGER an_edit_put_back_is_none BEFORE UPDATE ON public.career_step FOR EACH ROW WHEN (((new.changed_load = old.changed_load) AND (new.edited_at IS DISTINCT FROM old.edited_at))) EXECUTE FUNCTION public.an_edit_is_none_where_nothing_differs();

CREATE TRIGGER an_edit_put_back_is_none BEFORE UPDATE ON public.need FOR EACH ROW WHEN (((new.changed_load = old.changed_load) AND (new.edited_at IS DISTINCT FROM old.edited_at))) EXECUTE FUNCTION public.an_edit_is_none_where_nothing_differs();

CREATE TRIGGER an_edit_put_back_is_none BEFORE UPDATE ON public.person FOR EACH ROW WHEN (((new.changed_load = old.changed_load) AND (new.edited_at IS DISTINCT FROM old.edited_at))) EXECUTE FUNCTION public.an_edit_is_none_where_nothing_differs();

CREATE TRIGGER an_edit_put_back_is_none BEFORE UPDATE ON public.readiness FOR EACH ROW WHEN (((new.changed_load = old.changed_load) AND (new.edited_at IS DISTINCT FROM old.edited_at))) EXECUTE FUNCTION public.an_edit_is_none_where_nothing_differs();

CREATE TRIGGER an_edit_put_back_is_none BEFORE UPDATE ON public.release FOR EACH ROW WHEN (((new.changed_load = old.changed_load) AND (new.edited_at IS DISTINCT FROM old.edited_at))) EXECUTE FUNCTION public.an_edit_is_none_where_nothing_differs();

CREATE TRIGGER an_open_need_is_of_a_plan AFTER INSERT ON public.unfilled REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.a_part_is_of_a_plan();

ALTER TABLE ONLY public.as_loaded
    ADD CONSTRAINT as_loaded_organisation_load_fkey FOREIGN KEY (organisation, load) REFERENCES public.load(organisation, number);

ALTER TABLE ONLY public.career_step
    ADD CONSTRAINT career_step_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES public.person(organisation, number);

ALTER TABLE ONLY public.cluster_member
    ADD CONSTRAINT cluster_member_organisation_cluster_fkey FOREIGN KEY (organisation, cluster) REFERENCES public.cluster(organisation, number);

ALTER TABLE ONLY public.cluster_member
    ADD CONSTRAINT cluster_member_organisation_setting_fkey FOREIGN KEY (organisation, setting) REFERENCES public.setting(organisation, reference);

ALTER TABLE ONLY public.cluster_member
    ADD CONSTRAINT cluster_member_school_fkey FOREIGN KEY (school) REFERENCES public.school(urn);

ALTER TABLE ONLY public.cluster
    ADD CONSTRAINT cluster_organisation_fkey FOREIGN KEY (organisation) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.conflict
    ADD CONSTRAINT conflict_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES public.person(organisation, number);

ALTER TABLE ONLY public.conflict
    ADD CONSTRAINT conflict_organisation_setting_fkey FOREIGN KEY (organisation, setting) REFERENCES public.setting(organisation, reference);

ALTER TABLE ONLY public.conflict
    ADD CONSTRAINT conflict_school_fkey FOREIGN KEY (school) REFERENCES public.school(urn);

ALTER TABLE ONLY public.cover
    ADD CONSTRAINT cover_organisation_covered_by_fkey FOREIGN KEY (organisation, covered_by) REFERENCES public.person(organisation, number);

ALTER TABLE ONLY public.cover
    ADD CONSTRAINT cover_organisation_instead_of_fkey FOREIGN KEY (organisation, instead_of) REFERENCES public.person(organisation, number);

ALTER TABLE ONLY public.cover
    ADD CONSTRAINT cover_organisation_plan_need_person_fkey FOREIGN KEY (organisation, plan, need, person) REFERENCES public.proposal(organisation, plan, need, person);

ALTER TABLE ONLY public.cover
    ADD CONSTRAINT cover_organisation_setting_fkey FOREIGN KEY (organisation, setting) REFERENCES public.setting(organisation, reference);

ALTER TABLE ONLY public.cover
    ADD CONSTRAINT cover_school_fkey FOREIGN KEY (school) REFERENCES public.school(urn);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_organisation_instead_stands_for_fkey FOREIGN KEY (organisation, instead_stands_for) REFERENCES public.person(organisation, number);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_organisation_placement_fkey FOREIGN KEY (organisation, placement) REFERENCES public.placement(organisation, number);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_organisation_plan_need_person_fkey FOREIGN KEY (organisation, plan, need, person) REFERENCES public.proposal(organisation, plan, need, person);

ALTER TABLE ONLY public.designation
    ADD CONSTRAINT designation_organisation_alliance_fkey FOREIGN KEY (organisation, alliance) REFERENCES public.cluster(organisation, number);

ALTER TABLE ONLY public.designation
    ADD CONSTRAINT designation_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES public.person(organisation, number);

ALTER TABLE ONLY public.designation
    ADD CONSTRAINT designation_role_fkey FOREIGN KEY (role) REFERENCES public.role(name);

ALTER TABLE ONLY public.held_specialism
    ADD CONSTRAINT held_specialism_organisation_designation_fkey FOREIGN KEY (organisation, designation) REFERENCES public.designation(organisation, number);

ALTER TABLE ONLY public.held_specialism
    ADD CONSTRAINT held_specialism_specialism_fkey FOREIGN KEY (specialism) REFERENCES public.specialism(name);

ALTER TABLE ONLY public.load_change
    ADD CONSTRAINT load_change_organisation_load_fkey FOREIGN KEY (organisation, load) REFERENCES public.load(organisation, number);

ALTER TABLE ONLY public.load
    ADD CONSTRAINT load_organisation_fkey FOREIGN KEY (organisation) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.load_row
    ADD CONSTRAINT load_row_organisation_load_fkey FOREIGN KEY (organisation, load) REFERENCES public.load(organisation, number);

ALTER TABLE ONLY public.merge_image
    ADD CONSTRAINT merge_image_organisation_merge_fkey FOREIGN KEY (organisation, merge) REFERENCES public.merge(organisation, number);

ALTER TABLE ONLY public.merge
    ADD CONSTRAINT merge_organisation_fkey FOREIGN KEY (organisation) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.need
    ADD CONSTRAINT need_organisation_cover_of_fkey FOREIGN KEY (organisation, cover_of) REFERENCES public.need(organisation, reference);

ALTER TABLE ONLY public.need
    ADD CONSTRAINT need_organisation_fkey FOREIGN KEY (organisation) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.need
    ADD CONSTRAINT need_organisation_setting_fkey FOREIGN KEY (organisation, setting) REFERENCES public.setting(organisation, reference);

ALTER TABLE ONLY public.need
    ADD CONSTRAINT need_phase_fkey FOREIGN KEY (phase) REFERENCES public.phase(name);

ALTER TABLE ONLY public.need
    ADD CONSTRAINT need_school_fkey FOREIGN KEY (school) REFERENCES public.school(urn);

ALTER TABLE ONLY public.need
    ADD CONSTRAINT need_specialism_fkey FOREIGN KEY (specialism) REFERENCES public.specialism(name);

ALTER TABLE ONLY public.not_the_same
    ADD CONSTRAINT not_the_same_organisation_fkey FOREIGN KEY (organisation) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES public.person(organisation, number);

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_programme_fkey FOREIGN KEY (programme) REFERENCES public.programme(name);

ALTER TABLE ONLY public.past_placement
    ADD CONSTRAINT past_placement_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES public.person(organisation, number);

ALTER TABLE ONLY public.past_placement
    ADD CONSTRAINT past_placement_organisation_setting_fkey FOREIGN KEY (organisation, setting) REFERENCES public.setting(organisation, reference);

ALTER TABLE ONLY public.past_placement
    ADD CONSTRAINT past_placement_school_fkey FOREIGN KEY (school) REFERENCES public.school(urn);

ALTER TABLE ONLY public.past_placement
    ADD CONSTRAINT past_placement_specialism_fkey FOREIGN KEY (specialism) REFERENCES public.specialism(name);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_aspiration_fkey FOREIGN KEY (aspiration) REFERENCES public.rung(name);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_home_school_fkey FOREIGN KEY (home_school) REFERENCES public.school(urn);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_organisation_fkey FOREIGN KEY (organisation) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_organisation_home_setting_fkey FOREIGN KEY (organisation, home_setting) REFERENCES public.setting(organisation, reference);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_role_fkey FOREIGN KEY (role) REFERENCES public.rung(name);

ALTER TABLE ONLY public.pin
    ADD CONSTRAINT pin_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES public.person(organisation, number);

ALTER TABLE ONLY public.pin
    ADD CONSTRAINT pin_organisation_plan_need_person_fkey FOREIGN KEY (organisation, plan, need, person) REFERENCES public.proposal(organisation, plan, need, person);

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT placement_organisation_covers_placement_fkey FOREIGN KEY (organisation, covers_placement) REFERENCES public.placement(organisation, number);

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT placement_organisation_need_fkey FOREIGN KEY (organisation, need) REFERENCES public.need(organisation, reference);

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT placement_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES public.person(organisation, number);

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT placement_organisation_plan_fkey FOREIGN KEY (organisation, plan) REFERENCES public.plan(organisation, number);

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT placement_organisation_supervisor_fkey FOREIGN KEY (organisation, supervisor) REFERENCES public.person(organisation, number);

ALTER TABLE ONLY public.plan_note
    ADD CONSTRAINT plan_note_organisation_plan_fkey FOREIGN KEY (organisation, plan) REFERENCES public.plan(organisation, number);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT plan_organisation_fkey FOREIGN KEY (organisation) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.plan_proof
    ADD CONSTRAINT plan_proof_organisation_plan_fkey FOREIGN KEY (organisation, plan) REFERENCES public.plan(organisation, number);

ALTER TABLE ONLY public.post
    ADD CONSTRAINT post_organisation_fkey FOREIGN KEY (organisation) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.post
    ADD CONSTRAINT post_organisation_incumbent_fkey FOREIGN KEY (organisation, incumbent) REFERENCES public.person(organisation, number);

ALTER TABLE ONLY public.post
    ADD CONSTRAINT post_organisation_setting_fkey FOREIGN KEY (organisation, setting) REFERENCES public.setting(organisation, reference);

ALTER TABLE ONLY public.post
    ADD CONSTRAINT post_school_fkey FOREIGN KEY (school) REFERENCES public.school(urn);

ALTER TABLE ONLY public.post
    ADD CONSTRAINT post_title_fkey FOREIGN KEY (title) REFERENCES public.rung(name);

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_organisation_need_fkey FOREIGN KEY (organisation, need) REFERENCES public.need(organisation, reference);

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_organisation_stands_for_fkey FOREIGN KEY (organisation, stands_for) REFERENCES public.person(organisation, number);

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_organisation_supervisor_fkey FOREIGN KEY (organisation, supervisor) REFERENCES public.person(organisation, number);

ALTER TABLE ONLY public.readiness
    ADD CONSTRAINT readiness_organisation_person_fkey FOREIGN KEY (organisation, person) REFERENCES public.person(organisation, number);

ALTER TABLE ONLY public.readiness
    ADD CONSTRAINT readiness_post_fkey FOREIGN KEY (post) REFERENCES public.rung(name);

ALTER TABLE ONLY public.rehearsal
    ADD CONSTRAINT rehearsal_organisation_fkey FOREIGN KEY (organisation) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.release
    ADD CONSTRAINT release_organisation_fkey FOREIGN KEY (organisation) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.release
    ADD CONSTRAINT release_organisation_setting_fkey FOREIGN KEY (organisation, setting) REFERENCES public.setting(organisation, reference);

ALTER TABLE ONLY public.release
    ADD CONSTRAINT release_school_fkey FOREIGN KEY (school) REFERENCES public.school(urn);

ALTER TABLE ONLY public.school
    ADD CONSTRAINT school_authority_fkey FOREIGN KEY (authority) REFERENCES public.authority(code);

ALTER TABLE ONLY public.school
    ADD CONSTRAINT school_phase_fkey FOREIGN KEY (phase) REFERENCES public.phase(name);

ALTER TABLE ONLY public.setting
    ADD CONSTRAINT setting_authority_fkey FOREIGN KEY (authority) REFERENCES public.authority(code);

ALTER TABLE ONLY public.setting
    ADD CONSTRAINT setting_organisation_fkey FOREIGN KEY (organisation) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.setting
    ADD CONSTRAINT setting_phase_fkey FOREIGN KEY (phase) REFERENCES public.phase(name);

ALTER TABLE ONLY public.unfilled
    ADD CONSTRAINT unfilled_organisation_need_fkey FOREIGN KEY (organisation, need) REFERENCES public.need(organisation, reference);
