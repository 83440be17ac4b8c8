-- 0039 said before: a cell that says what it said when it was loaded last is known, and what keeps a record from
-- being taken back is named as what it is.
--
-- Why: a sheet that changed one cell put all others of its row back over what somebody had edited, or a merge had
-- settled, since. The first edit since a load keeps the row as the load left it, and a merge keeps what both said:
-- from these is read what a load said last of each value that is another by now. And an authority whose schools
-- were kept, because people work there, was said to be kept for a school made or edited by hand, which nobody had
-- done.

create or replace function undo_referring(of_relation text, of_organisation integer, of_load integer) returns text
  language sql stable as $$
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
$$;

create function said_owner(of_relation text) returns text
  language sql immutable as $$
  select case when of_relation = 'person' then 'number'
    when of_relation in (select p.relation from merge_parts() p) and of_relation <> 'held_specialism' then 'person' end
$$;
comment on function said_owner(text) is
  'The column that says of whom a row is, where rows go with a person who becomes part of another; null elsewhere.';

-- A designation is the same by its holder, its role and its first day: of two that were one, the number of one is gone.
create function said_key(of_relation text) returns text[]
  language sql stable as $$
  select case when of_relation = 'designation' then array['organisation', 'person', 'role', 'since']
    else array_agg(a.attname::text order by a.attname) end
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
  where i.indrelid = of_relation::regclass and i.indisprimary
$$;
comment on function said_key(text) is 'The columns by which a relation''s row is the same through merges.';

-- Each state of a record is that before the load that made the one after it, beginning with what it is now. A
-- value was edited after a load where that left another than the next load found.
create function said_before(of_organisation integer, of_relation text, of_columns text[])
  returns table (gone integer, column_name text, said jsonb, record jsonb, because text)
  language plpgsql stable set jit to off as $$
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
$$;
comment on function said_before(integer, text, text[]) is
  'Values that a load said last of records of a relation and that somebody edited, or a merge settled, since: what the record says now, why, and whose rows said it, where they are those of a record that went.';

create function sheet_value(of_column text, of_value jsonb) returns text
  language sql immutable as $$
  select case
    when jsonb_typeof(of_value) = 'array' then (
      select string_agg(v, '; ' order by n) from jsonb_array_elements_text(of_value) with ordinality x (v, n))
    when jsonb_typeof(of_value) = 'boolean' then case of_value when 'true' then 'yes' else 'no' end
    when of_column like 'half_days%' then trim_scale((of_value #>> '{}')::numeric / 2)::text
    when of_column like '%_hundredths' then trim_scale((of_value #>> '{}')::numeric / 100)::text
    when of_value #>> '{}' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then
      regexp_replace(of_value #>> '{}', '^(....)-(..)-(..)$', '\3/\2/\1')
    else of_value #>> '{}' end
$$;
comment on function sheet_value(text, jsonb) is 'A stored value as a sheet would have it; null for a blank cell.';
