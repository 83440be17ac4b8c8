-- 0039 said before: what keeps a record from being taken back is named as what it is.
--
-- Why: an authority whose schools were kept, because people work there, was said to be kept for a school made
-- or edited by hand, which nobody had done.

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
