-- 0024 refused row: what a load handed back is kept with it as well, as typed, with the reason.
--
-- Why: whoever mends the refused rows a month later asks what stood there and what was wrong with it;
-- the file of refused rows may be gone by then.

alter table load_row add column refused text;
comment on column load_row.refused is 'Why the row was refused; null for a row the load took.';
comment on table load_row is
  'Every row a load took or, where the good rows were to be taken, refused, as typed: also the cells of columns that are not read.';

create index load_row_refused on load_row (organisation, load, line) where refused is not null;
