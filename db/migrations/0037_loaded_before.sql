-- 0037 loaded before: a row that an earlier load took is known when it comes again, whatever has become of its
-- record.
--
-- Why: the same row again changes nothing. A record keeps the hash of the last row only, so that an older
-- sheet put back the values of before, and of somebody without a TRN made a second person once a later load
-- had moved or renamed them. What a load replaced keeps the hash of the row it stood by as well.

alter table load_change add column typed bigint;
comment on column load_change.typed is
  'Hash of a row as typed that was taken of this record: that of the record as it was or, where records of the kind keep none, that of the row that changed it; null when there is none.';
update load_change c set typed = (c.before ->> 'typed')::bigint from load l
  where l.organisation = c.organisation and l.number = c.load
    and (c.relation <> 'person' or l.kind = 'people');
create index load_change_by_row_as_typed on load_change (organisation, typed) where typed is not null;

-- A row without a TRN is of somebody who has one by now where a hand or a later load gave it.
drop index person_by_row_as_typed;
create index person_by_row_as_typed on person (organisation, typed)
  where trn is null or edited_at is not null or changed_load is distinct from created_load;

create function rows_loaded_before(of_organisation integer, of_relation text)
  returns table (line integer, named text, since_load integer)
  language plpgsql stable as $$
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
$$;
comment on function rows_loaded_before(integer, text) is
  'Rows of incoming that an earlier load took and whose record says something else by now: which record, and the load that changed it since.';

create or replace function merged_rows(of_organisation integer, of_relations text[]) returns table (typed bigint)
  language plpgsql stable as $$
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
$$;
