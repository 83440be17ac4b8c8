-- 0038 load changes: what a load made of a value is what it wrote, not what somebody typed over it since.
--
-- Why: a role that a sheet had made Headteacher was shown as having become Middle leader, which the sheet
-- never said. The first edit since a load keeps the row as the load left it: that is looked at first. Whom
-- a record is of is changed by merges alone.

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
$$;
comment on function load_changes(integer, integer) is
  'Each value a load replaced: the row of the sheet, the record, the column, what it was and what the load wrote.';
