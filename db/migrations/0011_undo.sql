-- 0011 undo: a load reversed in one transaction, keeping what people or later loads changed since.
--
-- Why functions over the catalogue: which rows a relation's rows are referred to by is in it, so no
-- list of references has to be kept in step with the tables. A record that has to stay keeps its
-- parts: a person who holds a designation of a later load is not left without their readiness.

create function undo_parts() returns table (part text, whole text)
  language sql immutable as $$
  values ('held_specialism', 'designation'), ('readiness', 'person'), ('participation', 'person'),
    ('career_step', 'person'), ('cluster_member', 'cluster')
$$;
comment on function undo_parts() is
  'Tables whose rows are parts of a row of another: they stay as long as it stays.';

create function undo_references(of_relation text)
  returns table (child text, matching text, is_part boolean)
  language sql stable as $$
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
comment on function undo_references(text) is
  'What refers to a relation: the table r, how its rows match the relation''s rows t, and whether r is a part of t.';

create function undo_key(of_relation text, out pairs text, out named text)
  language sql stable as $$
  select string_agg(format('%L, t.%I', a.attname, a.attname), ', ' order by k.place),
    'concat_ws('' '', ' || string_agg(format(
        case when a.attname = 'person' or (of_relation = 'person' and a.attname = 'number')
             then '''P'' || t.%I' else 't.%I' end, a.attname), ', ' order by k.place)
      filter (where a.attname <> 'organisation') || ')'
  from pg_index i, unnest(i.indkey) with ordinality k (attnum, place), pg_attribute a
  where i.indrelid = of_relation::regclass and i.indisprimary
    and a.attrelid = i.indrelid and a.attnum = k.attnum
$$;
comment on function undo_key(text) is
  'The primary key of a relation''s rows t: as arguments of jsonb_build_object, and as people read it.';

create function undo_mine(of_relation text, of_organisation integer) returns text
  language sql stable as $$
  select case when exists (select from pg_attribute a
                where a.attrelid = of_relation::regclass and a.attname = 'organisation')
         then format('t.organisation = %s', of_organisation) else 'true' end
$$;
comment on function undo_mine(text, integer) is
  'The condition that a relation''s row t is the organisation''s; always true of common data.';

create function undo_goes(of_relation text, of_organisation integer, of_load integer) returns text
  language plpgsql stable as $$
begin
  return format('t.created_load = %1$s and t.changed_load = %1$s and t.edited_at is null and %2$s',
      of_load, undo_mine(of_relation, of_organisation))
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
      where f.child in (select o.relation from undo_order() o) and not f.is_part), '');
end
$$;
comment on function undo_goes(text, integer, integer) is
  'The condition that a row t goes: the load made it, nobody changed it, nothing but parts that go refers to it or did before a later load.';

-- What the load changed is as before; its image is used up.
create function undo_restore(of_relation text, of_organisation integer, of_load integer) returns bigint
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
       delete from load_change c using %1$I t, load l
       where c.organisation = %3$s and c.load = %4$s and c.relation = %1$L
         and l.organisation = %3$s and l.number = %4$s
         and c.key = jsonb_build_object(%5$s) and %6$s
         and t.changed_load = %4$s and (t.edited_at is null or t.edited_at <= l.loaded_at)
       returning c.key, c.before)
     update %1$I t set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$I, i.before))
     from image i where i.key = jsonb_build_object(%5$s) and %6$s',
    of_relation, columns, of_organisation, of_load, (undo_key(of_relation)).pairs,
    undo_mine(of_relation, of_organisation));
  get diagnostics restored = row_count;
  return restored;
end
$$;
comment on function undo_restore(text, integer, integer) is
  'Gives rows that a load was the last to change back as they were; how many.';

-- Parts go with their whole, or from a whole that the load did not make.
create function undo_delete_parts(of_relation text, of_organisation integer, of_load integer)
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
         and t.created_load is distinct from %5$s',
      relation, of_relation, matching, undo_mine(of_relation, of_organisation), of_load);
    get diagnostics of_others = row_count;
    execute format('delete from %I r using %I t where %s and %s',
      relation, of_relation, matching, undo_goes(of_relation, of_organisation, of_load));
    get diagnostics deleted = row_count;
    deleted := deleted + of_others;
    return next;
  end loop;
end
$$;
comment on function undo_delete_parts(text, integer, integer) is
  'Deletes the parts a load made of rows that go, and of rows that another load or a hand made.';

create function undo_kept(of_relation text, of_organisation integer, of_load integer)
  returns table (kept_key text, kept_name text, why text)
  language plpgsql as $$
begin
  return query execute format(
    'select jsonb_build_object(%1$s)::text, %2$s,
       case when t.edited_at > l.loaded_at then ''edited by hand since''
            when t.changed_load <> %3$s then ''changed since by load '' || t.changed_load
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
    of_relation, of_organisation, undo_mine(of_relation, of_organisation));
end
$$;
comment on function undo_kept(text, integer, integer) is
  'What of a load still stands in a relation: its key, its name, and why it was kept.';

create function undo_order() returns table (place bigint, relation text)
  language sql immutable as $$
  select place, relation from unnest(array['release', 'post', 'need', 'designation', 'person',
    'cluster', 'setting', 'school', 'authority']) with ordinality o (relation, place)
$$;
comment on function undo_order() is
  'The tables that loads fill, but for parts: what refers before what it refers to.';

create function undo_load(of_organisation integer, of_load integer)
  returns table (relation text, reversed bigint, kept_key text, kept_name text, why text)
  language plpgsql as $$
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
    select r.relation, k.kept_key, k.kept_name, k.why
    from (select o.place, o.relation from undo_order() o
          union all select 100, p.part from undo_parts() p) r,
      undo_kept(r.relation, of_organisation, of_load) k
    order by r.place, r.relation, k.kept_name
  loop
    kept := kept + 1;
    return next;
  end loop;
  update load l set undone_at = now()
    where l.organisation = of_organisation and l.number = of_load
      and (total > 0 or (kept = 0 and l.undone_at is null));
end
$$;
comment on function undo_load(integer, integer) is
  'Reverses what stands of a load: rows it made go, rows it changed are as before, the rest is kept and returned.';

create function undo_blockers(of_organisation integer, of_load integer)
  returns table (what text, number integer)
  language plpgsql stable as $$
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
$$;
comment on function undo_blockers(integer, integer) is
  'Loads and plans whose rows keep those of a load from going; one may be named more than once.';
