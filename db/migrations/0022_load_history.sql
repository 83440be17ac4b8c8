-- 0022 load history: which value replaced which, row by row; and what an undo kept because of a placement.

-- What a load wrote over a value, to the column: what it was, and what the load made of it (what the
-- next load found there, or what stands now).
create function load_changes(of_organisation integer, of_load integer)
  returns table (line integer, relation text, named text, column_name text, was text, became text)
  language plpgsql stable as $$
declare
  of_relation text;
begin
  for of_relation in
    select distinct c.relation from load_change c
    where c.organisation = of_organisation and c.load = of_load order by 1
  loop
    return query execute format(
      'select c.line, %1$L, %2$s, b.key, b.value, a.image ->> b.key
       from load_change c
       join %1$I t on %3$s and jsonb_build_object(%4$s) = c.key
       cross join lateral (select coalesce((
           select n.before from load_change n
           where n.organisation = c.organisation and n.relation = c.relation and n.key = c.key
             and n.load > c.load order by n.load limit 1), to_jsonb(t)) as image) a
       cross join lateral jsonb_each_text(c.before) b
       where c.organisation = %5$s and c.load = %6$s and c.relation = %1$L
         and b.key not in (''created_load'', ''changed_load'', ''typed'', ''edited_at'', ''found_by'')
         and b.value is distinct from a.image ->> b.key
       order by c.line, 3, b.key',
      of_relation, (undo_key(of_relation)).named, undo_mine(of_relation, of_organisation),
      (undo_key(of_relation)).pairs, of_organisation, of_load);
  end loop;
end
$$;
comment on function load_changes(integer, integer) is
  'Each value a load replaced: the row of the sheet, the record, the column, what it was and what it became.';

create or replace function undo_kept(of_relation text, of_organisation integer, of_load integer)
  returns table (kept_key text, kept_name text, why text)
  language plpgsql as $$
begin
  return query execute format(
    'select jsonb_build_object(%1$s)::text, %2$s,
       case when t.edited_at > l.loaded_at then ''edited by hand since''
            when t.changed_load <> %3$s then ''changed since by load '' || t.changed_load
            when %8$s then ''placed since''
            else %4$L end
     from %5$I t join load l on l.organisation = %6$s and l.number = %3$s
     where %7$s and (t.created_load = %3$s or exists (
       select from load_change c where c.organisation = %6$s and c.load = %3$s
         and c.relation = %5$L and c.key = jsonb_build_object(%1$s)
         and to_jsonb(t) <> c.before))
     order by 2',
    (undo_key(of_relation)).pairs, (undo_key(of_relation)).named, of_load,
    coalesce((select format('its %s is kept', p.whole) from undo_parts() p where p.part = of_relation),
      'something kept refers to it'),
    of_relation, of_organisation, undo_mine(of_relation, of_organisation),
    case of_relation
      when 'person' then 'exists (select from placement r where r.organisation = t.organisation and r.person = t.number)'
      when 'need' then 'exists (select from placement r where r.organisation = t.organisation and r.need = t.reference)'
      else 'false' end);
end
$$;
