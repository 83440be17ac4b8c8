import Domain
import Storing

/// Six people of three places, a deployment that has to be supervised and a secondment with a chain of two.
enum JointTown {
  static let window = "'2027-01-18', '2027-07-16'"

  static func store() throws -> Store {
    let store = try Store(migratedDatabase())
    try store.connection.script(
      """
      insert into authority (code, name) values ('822', 'Bedford') on conflict do nothing;
      insert into phase (name) values ('Primary') on conflict do nothing;
      insert into rung (name, position) values ('Teacher', 3), ('Assistant headteacher', 5),
        ('Deputy headteacher', 6), ('Headteacher', 8) on conflict do nothing;
      insert into specialism (name, group_name) values ('Phonics', '') on conflict do nothing;
      insert into role (name) values ('SLE'), ('LLE') on conflict do nothing;
      insert into school (urn, name, authority, phase, status) values
        (990001, 'Abbey Primary School', '822', 'Primary', 'Open'),
        (990002, 'Brook Primary School', '822', 'Primary', 'Open'),
        (990003, 'Castle Primary School', '822', 'Primary', 'Open');
      insert into setting (organisation, reference, name, kind, authority) values
        (1, 'S1', 'Elm Nursery', 'nursery', '822');
      insert into person (organisation, number, name, home_school, role) values
        (1, 1, 'Ann Ash', 990001, 'Teacher'), (1, 2, 'Bea Birch', 990001, 'Teacher'),
        (1, 3, 'Cy Cedar', 990002, 'Deputy headteacher'),
        (1, 4, 'Di Dogwood', 990003, 'Assistant headteacher'), (1, 5, 'Ed Elm', 990003, 'Teacher'),
        (1, 6, 'Flo Fir', 990003, 'Teacher');
      select setval('person_number_seq', 6);
      insert into designation (organisation, person, role, since, completed, supervises) values
        (1, 1, 'SLE', '2026-09-01', 0, false), (1, 2, 'SLE', '2024-09-01', 5, true);
      insert into need (organisation, reference, school, kind, role, half_days, fte_hundredths, starts_on,
          ends_on, priority) values
        (1, 'N1', 990003, 'deployment', 'SLE', 10, null, \(window), 'normal'),
        (1, 'N2', 990001, 'secondment', 'Headteacher', null, 100, \(window), 'must fill'),
        (1, 'N3', 990002, 'deployment', 'SLE', 4, null, \(window), 'normal');
      """)
    return store
  }

  static let covers = [
    Cover(
      person: PersonNumber(4), insteadOf: PersonNumber(3), post: "Deputy headteacher",
      place: URN(990002).map { .school($0) } ?? .setting(""), way: .moves, points: -893,
      lines: [ScoreLine(.readiness, points: 7, because: "Ready now\nfor it")]),
    Cover(
      person: PersonNumber(5), insteadOf: PersonNumber(4), post: "Assistant headteacher",
      place: URN(990003).map { .school($0) } ?? .setting(""), way: .stepsUp, points: 0, lines: []),
  ]

  static let plan = Plan(
    kinds: [.deployment, .secondment], policy: "p", snapshot: "s", objective: 5, bound: 9,
    mustFillUnfilled: 2, mustFillBound: 1,
    proposals: [
      Proposal(
        need: "N1", person: PersonNumber(1), points: 7,
        lines: [ScoreLine(.distance, points: 7, because: "near")],
        supervision: Supervision(person: PersonNumber(2), role: "SLE", halfDays: HalfDays(3))),
      Proposal(need: "N2", person: PersonNumber(3), points: 0, lines: [], covers: covers),
    ],
    unfilled: [Unfilled(need: "N3", missing: 1, because: "nobody")], proof: "joint proof\t1\n",
    notes: ["a note"])
}
