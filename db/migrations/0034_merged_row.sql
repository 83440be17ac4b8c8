-- 0034 merged row: a sheet that still has the row of a record that became part of another.
--
-- Why: the same row again changes nothing, and what both records said was settled when they were merged. A
-- row that says something new of the one who went is taken as said of the one who stayed.

create function merged_rows(of_organisation integer, of_relations text[]) returns table (typed bigint)
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
    -- A later load that changed the one who stayed is the last word, as for everybody.
    return query execute format(
      'select (i.image ->> ''typed'')::bigint
       from merge m join merge_image i on i.organisation = m.organisation and i.merge = m.number
         and i.relation = %1$L and not i.is_after
       where m.organisation = $1 and m.undone_at is null
         and (i.image ->> %2$L)::integer = m.gone and i.image ->> ''typed'' is not null
         and not exists (
           select from %1$I t
           where t.organisation = $1 and t.%2$I = person_now($1, m.gone) and t.changed_load is not null
             and not exists (
               select from merge_image a
               where a.organisation = $1 and a.merge >= m.number and a.relation = %1$L and a.is_after
                 and (a.image ->> %2$L)::integer = t.%2$I
                 and (a.image ->> ''changed_load'')::integer = t.changed_load))',
      of_relation, owner) using of_organisation;
  end loop;
end
$$;
comment on function merged_rows(integer, text[]) is
  'Hashes of rows as typed that last wrote some tables'' records of people who are part of others by now.';
