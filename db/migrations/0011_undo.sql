-- 0011 undo: a load reversed in one transaction, keeping what people or later loads changed since.
--
-- Why one function: which rows a relation's rows are referred to by is in the catalogue, so no list
-- of references has to be kept in step with the tables.

create function undo_load(of_organisation integer, of_load integer)
  returns table (relation text, reversed bigint, kept_key text, why text)
  language plpgsql as $$
declare
  at timestamptz;
  owned boolean;
  mine text;
  pk text;
  columns text;
  referred text;
  deleted bigint;
  restored bigint;
begin
  select l.loaded_at into at from load l
    where l.organisation = of_organisation and l.number = of_load and l.undone_at is null for update;
  if not found then
    return;
  end if;
  -- Children first, so that what they refer to can go after them.
  foreach relation in array array['held_specialism', 'readiness', 'participation', 'career_step',
    'cluster_member', 'release', 'post', 'need', 'designation', 'person', 'cluster', 'setting', 'school',
    'authority']
  loop
    select string_agg(format('%L, t.%I', a.attname, a.attname), ', ' order by k.place)
      into pk
      from pg_index i, unnest(i.indkey) with ordinality k (attnum, place), pg_attribute a
      where i.indrelid = relation::regclass and i.indisprimary
        and a.attrelid = i.indrelid and a.attnum = k.attnum;
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum), bool_or(a.attname = 'organisation')
      into columns, owned
      from pg_attribute a
      where a.attrelid = relation::regclass and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' and a.attidentity <> 'a';
    mine := case when owned then format('t.organisation = %s', of_organisation) else 'true' end;

    execute format(
      'update %1$I t set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$I, c.before))
       from load_change c
       where c.organisation = %3$s and c.load = %4$s and c.relation = %1$L
         and c.key = jsonb_build_object(%5$s) and %6$s
         and t.changed_load = %4$s and (t.edited_at is null or t.edited_at <= %7$L)',
      relation, columns, of_organisation, of_load, pk, mine, at);
    get diagnostics restored = row_count;

    select coalesce(string_agg(format(' and not exists (select from %I r where %s)',
        f.conrelid::regclass, f.matching), ''), '')
      into referred
      from (
        select c.conrelid,
          (select string_agg(format('r.%I = t.%I', child.attname, parent.attname), ' and ')
           from unnest(c.conkey, c.confkey) as pair (child_column, parent_column)
           join pg_attribute child on child.attrelid = c.conrelid and child.attnum = pair.child_column
           join pg_attribute parent on parent.attrelid = c.confrelid and parent.attnum = pair.parent_column
          ) as matching
        from pg_constraint c where c.contype = 'f' and c.confrelid = relation::regclass
      ) f;
    execute format(
      'delete from %1$I t where t.created_load = %2$s and t.changed_load = %2$s
         and t.edited_at is null and %3$s %4$s',
      relation, of_load, mine, referred);
    get diagnostics deleted = row_count;

    reversed := restored + deleted;
    kept_key := null;
    why := null;
    if reversed > 0 then
      return next;
    end if;
    reversed := 0;
    for kept_key, why in execute format(
      'select jsonb_build_object(%1$s)::text,
         case when t.edited_at is not null then ''edited by hand since''
              when t.changed_load <> %2$s then ''changed since by load '' || t.changed_load
              else ''something kept refers to it'' end
       from %3$I t
       where %4$s and (t.created_load = %2$s or exists (
         select from load_change c where c.organisation = %5$s and c.load = %2$s
           and c.relation = %3$L and c.key = jsonb_build_object(%1$s)
           and to_jsonb(t) <> c.before))
       order by 1',
      pk, of_load, relation, mine, of_organisation)
    loop
      return next;
    end loop;
  end loop;
  update load l set undone_at = now() where l.organisation = of_organisation and l.number = of_load;
end
$$;
comment on function undo_load(integer, integer) is
  'Reverses a load: rows it made go, rows it changed are as before, rows changed since are kept and returned.';
