-- A town small enough to know everybody: what find, person, need and placement are tested on.
insert into specialism (name, group_name) values ('Phonics', ''), ('English', ''), ('Maths', '')
  on conflict do nothing;
insert into rung (name, position) values ('Teacher', 3), ('Middle leader', 4),
  ('Deputy headteacher', 6), ('Headteacher', 8) on conflict do nothing;
insert into phase (name) values ('Primary'), ('Secondary'), ('Nursery') on conflict do nothing;
insert into role (name) values ('SLE'), ('LLE') on conflict do nothing;
insert into programme (name) values ('NPQH'), ('NPQSL') on conflict do nothing;
insert into authority (code, name) values ('990', 'Wexcombe'), ('822', 'Bedford');
insert into school (urn, name, authority, phase, status, postcode, easting, northing) values
  (100001, 'Abbey Primary School', '990', 'Primary', 'Open', 'WX1 1AA', 500000, 250000),
  (100002, 'Brook Academy', '990', 'Secondary', 'Open', 'WX1 2BB', 503000, 254000),
  (100003, 'Castle Primary School', '822', 'Primary', 'Open', 'MK40 1AA', 540000, 250000),
  (100004, 'Dell Infant School', '990', 'Primary', 'Closed', 'WX1 1AA', 500100, 250000);
insert into setting (organisation, reference, name, kind, authority, phase, easting, northing) values
  (1, 'S1', 'Elm Nursery', 'nursery', '990', 'Nursery', 501000, 250000);
insert into cluster (organisation, name, kind) values (1, 'Family 1', 'family');
insert into cluster_member (organisation, cluster, school, setting) values
  (1, 1, 100001, null), (1, 1, null, 'S1');
insert into person (organisation, number, name, trn, home_school, home_setting, role, aspiration,
    strengths, travel_miles, performance, potential, notes, vetted_on, vetted_by) values
  (1, 1, 'Siân Llŷr', '0012345', 100001, null, 'Deputy headteacher', 'Headteacher', '{Maths}', 20, 3, 2,
    null, '2026-09-01', 'Olivia Hall'),
  (1, 2, 'Ann O''Brien', '1234567', 100002, null, 'Middle leader', 'Deputy headteacher', '{Phonics}',
    null, null, null, null, null, null),
  (1, 3, 'Tomasz Wójcik', null, null, 'S1', 'Teacher', 'Deputy headteacher', '{}', null, null, null,
    'led the phonics review', null, null),
  (1, 4, '=HYPERLINK("x")', null, 100003, null, 'Headteacher', null, '{}', null, null, null, null,
    null, null),
  (1, 5, 'Jo Lee', null, null, null, null, null, '{}', null, null, null, '100% sure', null, null);
select setval('person_number_seq', 5);
insert into readiness (organisation, person, post, level, judged_on) values
  (1, 1, 'Headteacher', 'Ready now', '2026-04-01'), (1, 2, 'Deputy headteacher', '1-2 years', '2026-05-01'),
  (1, 3, 'Deputy headteacher', 'Ready now', null);
insert into designation (organisation, number, person, role, since, until, half_days_a_year, phases,
    completed, supervises) values
  (1, 1, 1, 'SLE', '2024-09-01', '2028-08-31', 20, '{Primary,Secondary}', 2, true),
  (1, 2, 3, 'LLE', '2025-09-01', null, null, '{}', 0, false),
  (1, 3, 4, 'SLE', '2020-09-01', '2024-08-31', 30, '{}', 5, false);
insert into held_specialism (organisation, designation, specialism, verified_on) values
  (1, 1, 'Phonics', '2024-10-01'), (1, 1, 'English', null), (1, 2, 'English', '2025-10-01'),
  (1, 3, 'Phonics', '2020-10-01');
insert into participation (organisation, person, programme) values (1, 1, 'NPQH'), (1, 2, 'NPQSL');
insert into career_step (organisation, person, what, due, done_on) values
  (1, 1, 'Deputy exchange', '2026-06-30', null), (1, 2, 'Shadow an SLT meeting', '2027-06-01', null),
  (1, 3, 'Coach a colleague', '2026-01-01', '2026-02-01');
insert into post (organisation, school, title, incumbent, critical) values
  (1, 100001, 'Deputy headteacher', 1, true);
insert into conflict (organisation, person, school, kind, why) values
  (1, 1, 100002, 'conflict', 'governor there');
insert into need (organisation, reference, school, kind, role, specialism, half_days, fte_hundredths,
    starts_on, ends_on, priority, people) values
  (1, 'N001', 100002, 'deployment', 'SLE', 'Phonics', 6, null, '2026-11-02', '2027-03-25', 'high', 2),
  (1, 'N002', 100003, 'secondment', 'Headteacher', null, null, 60, '2027-01-04', '2027-07-22', 'must fill', 1);
insert into placement (organisation, need, person, kind, role, half_days, starts_on, ends_on, chosen_by,
    chosen_at) values
  (1, 'N001', 1, 'deployment', 'SLE', 6, '2026-11-02', '2027-03-25', 'Olivia Hall', '2026-10-20');
insert into placement (organisation, need, person, kind, role, half_days, starts_on, ends_on, chosen_by,
    chosen_at, state, withdrawn_by, withdrawn_because, withdrawn_at) values
  (1, 'N001', 3, 'deployment', 'LLE', 6, '2026-11-02', '2027-03-25', 'Olivia Hall', '2026-10-20',
    'withdrawn', 'Olivia Hall', 'the school changed its mind', '2026-10-27');
