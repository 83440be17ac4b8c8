import Foundation
import Testing

/// Choosing somebody by hand who has to be supervised.
struct SupervisorTests {
  /// The fixture's plan, with a second newcomer P6, a supervisor without days P7, one of another alliance P8, one who
  /// is new themselves P9, one who is barred P10, and two who have completed deployments.
  private func planned() throws -> Workspace {
    let town = try Workspace.chain()
    #expect(try town.talent("propose").code == 0)
    try town.sql(
      """
      insert into cluster (organisation, name, kind) values (1, 'Wold Alliance', 'alliance');
      insert into person (organisation, number, name, home_school, role, travel_miles, vetted_on, vetted_by, prohibited)
      select 1, n, name, 990001, 'Teacher', 20, '2026-09-01', 'Olivia Hall', n = 10 from (values
        (6, 'Fay Fir'), (7, 'Gus Gorse'), (8, 'Hal Hazel'), (9, 'Ivy Ivory'), (10, 'Jo Juniper'), (11, 'Kit Kale'))
        as p(n, name);
      insert into designation (organisation, number, person, role, since, until, half_days_a_year, alliance,
        completed, supervises)
      values (1, 6, 6, 'SLE', '2026-09-01', '2030-08-31', 30, 1, 0, false),
        (1, 7, 7, 'SLE', '2023-09-01', '2030-08-31', 1, 1, 4, true),
        (1, 8, 8, 'SLE', '2023-09-01', '2030-08-31', 30, 2, 4, true),
        (1, 9, 9, 'SLE', '2023-09-01', '2030-08-31', 30, 1, 0, true),
        (1, 10, 10, 'SLE', '2023-09-01', '2030-08-31', 30, 1, 4, true),
        (1, 11, 11, 'SLE', '2023-09-01', '2030-08-31', 30, 1, 4, false);
      insert into held_specialism (organisation, designation, specialism, verified_on)
      values (1, 6, 'Phonics', '2026-09-01'), (1, 11, 'Phonics', '2026-09-01');
      """)
    return town
  }

  private let instead = [
    "decide", "1", "N002", "--instead", "P6", "--by", "Olivia Hall", "--reason", "knows them",
  ]
  private let add = [
    "placement", "add", "N002", "--person", "P6", "--by", "Olivia Hall", "--reason", "knows them",
  ]

  @Test func `a newcomer is chosen by hand with a supervisor whom the rules allow, or not at all`()
    throws
  {
    let town = try planned()
    defer { town.remove() }
    let experienced = [
      "placement", "add", "N002", "--person", "P11", "--by", "Bo", "--reason", "is near",
    ]
    try expectGolden(
      try town.transcript(
        [instead]
          + ["P7", "P8", "P9", "P10", "P6", "P4", "P99", "5 days"].map {
            instead + ["--supervisor", $0]
          } + [
            experienced + ["--supervisor", "P5"],
            ["decide", "1", "N002", "--accept", "--supervisor", "P5", "--by", "Bo"],
            add, instead + ["--supervisor", "P5"], ["placement", "show", "1"],
            ["placement", "list"],
            ["placement", "withdraw", "1", "--by", "Bo", "--reason", "is ill"],
            add + ["--supervisor", "P5"], ["person", "show", "P5"],
          ]
      )
      .replacing(/\ on \d+ \w{3} \d{4}(:| \(|\n)/, with: { " on DATE\($0.output.1)" }), "supervisor"
    )
  }

  @Test func `the days of a supervisor named by hand count for the next who asks`() throws {
    let town = try planned()
    defer { town.remove() }
    try town.sql(
      """
      update designation set half_days_a_year = 3 where person = 5;
      update need set people = 2 where reference = 'N002'
      """)
    #expect(try town.talent(add + ["--supervisor", "P5"]).code == 0)
    #expect(try town.scalar("select supervising_half_days from placement") == "2")
    let next = ["placement", "add", "N002", "--person", "P4", "--by", "Bo", "--reason", "too"]
    let refused = try town.talent(next + ["--supervisor", "P5"])
    #expect(refused.code == 4, "\(refused.complaint)")
    #expect(refused.complaint.contains("0.5 days left as SLE"), "\(refused.complaint)")
    #expect(refused.complaint.contains("Nobody of Wex Alliance could"), "\(refused.complaint)")
    #expect(try town.talent("placement", "withdraw", "1", "--by", "B", "--reason", "r").code == 0)
    #expect(try town.talent(next + ["--supervisor", "P5"]).code == 0)
  }

  @Test func `going without a supervisor is overridden by name, and says so`() throws {
    let town = try planned()
    defer { town.remove() }
    let answer = try town.talent(instead + ["--override", "supervised-first"])
    #expect(answer.code == 0, "\(answer.complaint)")
    #expect(answer.out.contains("Overridden: supervised-first"), "\(answer.out)")
    #expect(try town.scalar("select supervisor is null from placement") == "t")
  }

  @Test func `whom a plan proposed without a supervisor and who needs one by now is not accepted`()
    throws
  {
    let town = try Workspace.chain()
    defer { town.remove() }
    try town.sql("update designation set completed = 1 where person = 4")
    #expect(try town.talent("propose").code == 0)
    try town.sql("update designation set completed = 0 where person = 4")
    let answer = try town.talent("decide", "1", "N002", "--accept", "--by", "Ann")
    #expect(answer.code == 5, "\(answer.complaint)")
    #expect(answer.complaint.contains("nobody is named to supervise"), "\(answer.complaint)")
  }
}
