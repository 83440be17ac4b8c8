-- 0023 merge: two records that were one person, made one by a named person with a reason, and back.
--
-- Why: nobody is merged by a program. What both said before is kept whole, so that a merge can be
-- taken back; a sheet that still names the record that went finds the one that stayed.

create table merge (
  organisation    integer not null references organisation,
  number          integer generated always as identity,
  kept            integer not null,
  gone            integer not null,
  gone_trn        text,
  gone_typed      bigint,
  merged_by       text not null,
  reason          text not null,
  merged_at       timestamptz not null default now(),
  undone_by       text,
  undone_because  text,
  undone_at       timestamptz,
  primary key (organisation, number),
  constraint two_people_are_merged check (kept <> gone),
  constraint taking_a_merge_back_says_who_why_and_when
    check (num_nonnulls(undone_by, undone_because, undone_at) in (0, 3))
);
create index merge_by_gone_trn on merge (organisation, gone_trn) where gone_trn is not null;

comment on table merge is 'Records of one person that were made one, by whom and why.';
comment on column merge.organisation is 'Who keeps the records.';
comment on column merge.number is 'Its number.';
comment on column merge.kept is 'The person who stayed.';
comment on column merge.gone is 'The number of the record that went: it is never given again.';
comment on column merge.gone_trn is 'Its TRN, by which sheets still find who stayed; null when it had none.';
comment on column merge.gone_typed is 'The hash of its row as typed, by which sheets still find who stayed; null when by hand.';
comment on column merge.merged_by is 'Who decided that they are one.';
comment on column merge.reason is 'Why.';
comment on column merge.merged_at is 'When.';
comment on column merge.undone_by is 'Who took it back; null while it stands.';
comment on column merge.undone_because is 'Why they did; null while it stands.';
comment on column merge.undone_at is 'When they did; null while it stands.';

create table merge_image (
  organisation  integer not null,
  merge         integer not null,
  number        integer generated always as identity,
  relation      text not null,
  is_after      boolean not null,
  image         jsonb not null,
  primary key (organisation, merge, number),
  foreign key (organisation, merge) references merge
);
comment on table merge_image is 'What both records of a merge said before, and what the one said after.';
comment on column merge_image.organisation is 'Who keeps the records.';
comment on column merge_image.merge is 'The merge.';
comment on column merge_image.number is 'Its number.';
comment on column merge_image.relation is 'The table the row is in.';
comment on column merge_image.is_after is 'Whether it is as the merge left it; else as it was.';
comment on column merge_image.image is 'The whole row.';

-- Rows that say something of a person and go where the person goes; a whole after its parts.
create function merge_parts() returns table (place bigint, relation text, owner text)
  language sql immutable as $$
  select row_number() over (), relation, owner from (values
    ('held_specialism', 'exists (select from designation d where d.organisation = t.organisation
       and d.number = t.designation and d.person = any($2))'),
    ('designation', 't.person = any($2)'), ('readiness', 't.person = any($2)'),
    ('participation', 't.person = any($2)'), ('career_step', 't.person = any($2)'),
    ('conflict', 't.person = any($2)'), ('past_placement', 't.person = any($2)')) p (relation, owner)
$$;
comment on function merge_parts() is
  'Tables about a person, parts before wholes, and the condition that a row t is of one of the people $2.';

create function merge_columns(of_relation text) returns text
  language sql stable as $$
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
  where a.attrelid = of_relation::regclass and a.attnum > 0 and not a.attisdropped
    and a.attgenerated = '' and a.attidentity <> 'a'
$$;
comment on function merge_columns(text) is 'The columns of a table that can be written.';

create function merge_pictures(of_organisation integer, people integer[])
  returns table (relation text, image jsonb)
  language plpgsql stable as $$
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
$$;
comment on function merge_pictures(integer, integer[]) is 'Everything kept of some people, as it stands.';

create function merge_people(
  of_organisation integer, kept_person integer, gone_person integer, by_whom text, because text)
  returns integer
  language plpgsql as $$
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
comment on function merge_people(integer, integer, integer, text, text) is
  'Makes two records one: blanks are filled, lists joined, and what both say the one that stays says; the merge''s number.';

create function unmerge_changed(of_organisation integer, of_merge integer) returns table (relation text)
  language plpgsql stable as $$
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
comment on function unmerge_changed(integer, integer) is
  'Tables in which the person who stayed is not as the merge left them.';

create function unmerge_people(of_organisation integer, of_merge integer, by_whom text, because text)
  returns void
  language plpgsql as $$
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
$$;
comment on function unmerge_people(integer, integer, text, text) is
  'Gives both records of a merge back as they were.';
