-- 0036 as loaded: what a load wrote of a record that somebody has edited since.
--
-- Why: a record that was edited and put back by hand to what the load wrote holds nothing that an undo
-- would lose. The first edit since a load keeps the row as the load left it; an edit that comes to those
-- values, or changes none, leaves no mark.

create table as_loaded (
  organisation  integer not null,
  load          integer not null,
  relation      text not null,
  key           jsonb not null,
  image         jsonb not null,
  primary key (organisation, load, relation, key),
  foreign key (organisation, load) references load
);
comment on table as_loaded is 'Rows as the load that wrote them last left them, before somebody edited them.';
comment on column as_loaded.organisation is 'Who loaded.';
comment on column as_loaded.load is 'The load that last changed the row.';
comment on column as_loaded.relation is 'The table the row is in.';
comment on column as_loaded.key is 'The row''s primary key.';
comment on column as_loaded.image is 'The whole row as it was.';

create function an_edit_is_none_where_nothing_differs() returns trigger
  language plpgsql as $$
declare
  was jsonb := to_jsonb(old);
  row_key jsonb;
  loaded jsonb;
  -- A trigger before the row is written does not know what is computed from it.
  unsaid text[] := array(select a.attname::text from pg_attribute a
    where a.attrelid = tg_relid and a.attgenerated <> '') || 'edited_at'::text;
begin
  select jsonb_object_agg(a.attname, was -> a.attname) into row_key
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indrelid = tg_relid and i.indisprimary;
  insert into as_loaded (organisation, load, relation, key, image)
    values (old.organisation, old.changed_load, tg_table_name, row_key, was)
    on conflict do nothing;
  select a.image into strict loaded from as_loaded a
    where a.organisation = old.organisation and a.load = old.changed_load
      and a.relation = tg_table_name and a.key = row_key;
  if to_jsonb(new) - unsaid = loaded - unsaid then
    new.edited_at := (loaded ->> 'edited_at')::timestamptz;
  end if;
  return new;
end
$$;
comment on function an_edit_is_none_where_nothing_differs() is
  'Takes the mark of an edit off a row that is again what its load wrote.';

create trigger an_edit_put_back_is_none before update on person for each row
  when (new.changed_load = old.changed_load and new.edited_at is distinct from old.edited_at)
  execute function an_edit_is_none_where_nothing_differs();
create trigger an_edit_put_back_is_none before update on readiness for each row
  when (new.changed_load = old.changed_load and new.edited_at is distinct from old.edited_at)
  execute function an_edit_is_none_where_nothing_differs();
create trigger an_edit_put_back_is_none before update on career_step for each row
  when (new.changed_load = old.changed_load and new.edited_at is distinct from old.edited_at)
  execute function an_edit_is_none_where_nothing_differs();
create trigger an_edit_put_back_is_none before update on need for each row
  when (new.changed_load = old.changed_load and new.edited_at is distinct from old.edited_at)
  execute function an_edit_is_none_where_nothing_differs();
create trigger an_edit_put_back_is_none before update on release for each row
  when (new.changed_load = old.changed_load and new.edited_at is distinct from old.edited_at)
  execute function an_edit_is_none_where_nothing_differs();
