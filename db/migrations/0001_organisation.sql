-- 0001 organisation: who owns records, and what names are searched by.
--
-- Why: every owned table's keys lead with the organisation, so that the same schema can be guarded
-- by row-level security and distributed by organisation. A newcomer gets one without asking.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

create table organisation (
  id          integer generated always as identity primary key,
  name        text not null,
  -- The organisation commands act for when none is named; at most one.
  in_use      boolean not null default false,
  constraint an_organisation_has_its_own_name unique (name),
  constraint an_organisation_has_a_name check (name <> '')
);
create unique index one_organisation_is_in_use on organisation (in_use) where in_use;

comment on table organisation is 'A local authority, alliance, trust or partnership that owns records.';
comment on column organisation.id is 'Leads every key of what it owns.';
comment on column organisation.name is 'As its people call it.';
comment on column organisation.in_use is 'The one commands act for when none is named.';

insert into organisation (name, in_use) values ('local', true);

-- Lower case, without accents, in composed form: what names are compared and searched by.
-- unaccent is only stable because its dictionary could be replaced; ours is the shipped one, named.
create function search_text(typed text) returns text
  language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent'::regdictionary, normalize(typed, NFC)));
comment on function search_text(text) is 'Folds case, accents and Unicode form for comparing and searching names.';
