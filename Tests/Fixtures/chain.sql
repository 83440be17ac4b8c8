-- Three schools of one alliance: a headship to fill by secondment, whose post and the one after it have to be
-- covered, and a first deployment that has to be supervised.
insert into specialism (name, group_name) values ('Phonics', ''), ('English', '') on conflict do nothing;
insert into rung (name, position) values ('Teacher', 3), ('Assistant headteacher', 5),
  ('Deputy headteacher', 6), ('Headteacher', 8) on conflict do nothing;
insert into phase (name) values ('Primary') on conflict do nothing;
insert into role (name) values ('SLE') on conflict do nothing;
insert into authority (code, name) values ('990', 'Wexcombe') on conflict do nothing;
insert into school (urn, name, authority, phase, status, pupils, easting, northing) values
  (990001, 'Abbey Primary School', '990', 'Primary', 'Open', 420, 500000, 250000),
  (990002, 'Brook Primary School', '990', 'Primary', 'Open', 410, 502000, 251000),
  (990003, 'Castle Primary School', '990', 'Primary', 'Open', 400, 503000, 250000);
insert into cluster (organisation, name, kind) values (1, 'Wex Alliance', 'alliance');
insert into cluster_member (organisation, cluster, school) values (1, 1, 990001), (1, 1, 990002), (1, 1, 990003);
insert into release (organisation, school, half_days_per_half_term, out_at_once, cover_needed, agreed_by) values
  (1, 990001, 20, 3, true, 'Head'), (1, 990002, 20, 3, true, 'Head'), (1, 990003, 20, 3, false, 'Head');
insert into person (organisation, number, name, home_school, role, travel_miles, vetted_on, vetted_by) values
  (1, 1, 'Ann Ash', 990001, 'Deputy headteacher', 20, '2026-09-01', 'Olivia Hall'),
  (1, 2, 'Bea Birch', 990002, 'Assistant headteacher', 20, '2026-09-01', 'Olivia Hall'),
  (1, 3, 'Cy Cedar', 990002, 'Teacher', 20, '2026-09-01', 'Olivia Hall'),
  (1, 4, 'Di Dogwood', 990001, 'Teacher', 20, '2026-09-01', 'Olivia Hall'),
  (1, 5, 'Ed Elm', 990003, 'Teacher', 20, '2026-09-01', 'Olivia Hall');
select setval('person_number_seq', 5);
insert into readiness (organisation, person, post, level, judged_on) values
  (1, 1, 'Headteacher', 'Ready now', '2026-09-01'), (1, 2, 'Deputy headteacher', 'Ready now', '2026-09-01'),
  (1, 3, 'Assistant headteacher', 'Ready now', '2026-09-01');
insert into designation (organisation, number, person, role, since, until, half_days_a_year, alliance, completed,
    supervises) values
  (1, 1, 4, 'SLE', '2026-09-01', '2030-08-31', 30, 1, 0, false),
  (1, 2, 5, 'SLE', '2023-09-01', '2027-08-31', 30, 1, 6, true);
insert into held_specialism (organisation, designation, specialism, verified_on) values
  (1, 1, 'Phonics', '2026-09-01'), (1, 2, 'English', '2025-09-01');
insert into need (organisation, reference, school, kind, role, specialism, half_days, fte_hundredths,
    starts_on, ends_on, priority, people) values
  (1, 'N001', 990003, 'secondment', 'Headteacher', null, null, 100, '2027-01-04', '2027-07-16', 'must fill', 1),
  (1, 'N002', 990002, 'deployment', 'SLE', 'Phonics', 10, null, '2027-01-18', '2027-03-25', 'high', 1);
