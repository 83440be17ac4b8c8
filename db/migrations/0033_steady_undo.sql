-- 0033 steady undo: taking a load back costs what the load did, keeps who became part of another, and says
-- what refers to a record that stays.
--
-- Why: right after a load the statistics know nothing of its rows. Plans made for one row joined thousands
-- with thousands in nested loops: the second undo of 8,000 updated rows took a minute, telling what a load
-- had changed took two. Hash and merge joins cost the same whatever the statistics say. Whether somebody
-- edited a record since is read off the record and no clock, for a load may have waited for another one.
-- Loads, undos and merges take turns: whoever calls undo_load holds the lock for them.

create function undo_noun(of_relation text) returns text
  language sql immutable as $$
  select case of_relation when 'held_specialism' then 'specialism' when 'readiness' then 'readiness judgement'
    when 'participation' then 'programme' when 'cluster_member' then 'cluster membership'
    when 'proposal' then 'line of a plan' when 'cover' then 'cover in a plan'
    when 'release' then 'release agreement' when 'decision' then 'decision on a plan'
    else replace(of_relation, '_', ' ') end
$$;
comment on function undo_noun(text) is 'What people call a row of a table.';

create function undo_merges(of_organisation integer, of_load integer)
  returns table (gone integer, named text, kept integer)
  language plpgsql stable as $$
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
comment on function undo_merges(integer, integer) is
  'Records that a load made or changed and that are part of another person by now, the last merge first.';

create function undo_merged(of_relation text, of_organisation integer, of_row text) returns text
  language sql stable as $$
  select case when of_relation in ('person', 'post') or of_relation in (select p.relation from merge_parts() p)
    then format('from merge_image i join merge m on m.organisation = i.organisation and m.number = i.merge
        where m.organisation = %s and m.undone_at is null and i.is_after and i.relation = %L
          and i.image = to_jsonb(%I)', of_organisation, of_relation, of_row)
    else 'from merge m where false' end
$$;
comment on function undo_merged(text, integer, text) is
  'The merge m that left a row as it stands, as from and where: only as it stands can the merge be undone.';

create or replace function undo_goes(of_relation text, of_organisation integer, of_load integer) returns text
  language plpgsql stable as $$
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
$$;

create or replace function undo_restore(of_relation text, of_organisation integer, of_load integer) returns bigint
  language plpgsql as $$
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
$$;

create or replace function undo_delete_parts(of_relation text, of_organisation integer, of_load integer)
  returns table (relation text, deleted bigint)
  language plpgsql as $$
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
$$;

create function undo_referring(of_relation text, of_organisation integer, of_load integer) returns text
  language sql stable as $$
  select 'coalesce(' || coalesce(string_agg(format('(select min(%s) from %I r where %s%s), ',
      case when exists (select from pg_attribute a
            where a.attrelid = f.child::regclass and a.attname = 'created_load')
        then format('''a %1$s '' || coalesce(
            ''of load '' || coalesce(nullif(r.changed_load, %2$s), nullif(r.created_load, %2$s)),
            ''made or edited by hand'') || '' refers to it''', undo_noun(f.child), of_load)
        when exists (select from pg_attribute a
            where a.attrelid = f.child::regclass and a.attname = 'plan')
        then format('coalesce(''plan '' || r.plan || '' names it'', ''a %s refers to it'')', undo_noun(f.child))
        else format('''a %s refers to it''', undo_noun(f.child)) end, f.child, f.matching,
      case when f.is_part then format(
        ' and (r.created_load = %1$s and r.changed_load = %1$s and r.edited_at is null) is not true', of_load)
      else '' end), '' order by f.is_part, f.child, f.matching), '')
    || '''what a later load or a merge replaced refers to it'')'
  from undo_references(of_relation) f
$$;
comment on function undo_referring(text, integer, integer) is
  'The expression that says what refers to a row t, which therefore stays.';

create or replace function undo_kept(of_relation text, of_organisation integer, of_load integer)
  returns table (kept_key text, kept_name text, why text)
  language plpgsql as $$
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
$$;

create or replace function undo_load(of_organisation integer, of_load integer)
  returns table (relation text, reversed bigint, kept_key text, kept_name text, why text)
  language plpgsql set enable_nestloop to off set jit to off as $$
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

alter function undo_blockers(integer, integer) set enable_nestloop to off;
alter function undo_blockers(integer, integer) set jit to off;

create or replace function load_changes(of_organisation integer, of_load integer)
  returns table (line integer, relation text, named text, column_name text, was text, became text)
  language plpgsql stable set enable_nestloop to off set jit to off as $$
declare
  of_relation text;
begin
  for of_relation in
    select distinct c.relation from load_change c
    where c.organisation = of_organisation and c.load = of_load order by 1
  loop
    return query execute format(
      'select c.line, %1$L, %2$s, b.key, b.value, coalesce(n.before, to_jsonb(t)) ->> b.key
       from load_change c
       join %1$I t on %3$s and jsonb_build_object(%4$s) = c.key
       left join (
         select distinct on (o.key) o.key, o.before from load_change o
         where o.organisation = %5$s and o.relation = %1$L and o.load > %6$s
         order by o.key, o.load) n on n.key = c.key
       cross join lateral jsonb_each_text(c.before) b
       where c.organisation = %5$s and c.load = %6$s and c.relation = %1$L
         and b.key not in (''created_load'', ''changed_load'', ''typed'', ''edited_at'', ''found_by'')
         and b.value is distinct from coalesce(n.before, to_jsonb(t)) ->> b.key
       order by c.line, 3, b.key',
      of_relation, (undo_key(of_relation)).named, undo_mine(of_relation, of_organisation),
      (undo_key(of_relation)).pairs, of_organisation, of_load);
  end loop;
end
$$;
