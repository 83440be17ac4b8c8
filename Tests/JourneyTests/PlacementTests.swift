import Foundation
import Testing

/// Choices made without a plan, and choices taken back.
struct PlacementTests {
  @Test func `somebody is placed by hand as a plan would judge them, and taken back`() throws {
    let town = try Workspace.town()
    defer { town.remove() }
    let add = ["placement", "add", "n001", "--by", "Olivia Hall", "--reason", "the head asked"]
    try expectGolden(
      try town.transcript([
        add + ["--person", "P1"], add + ["--person", "P2"], add + ["--person", "P99"],
        add + ["--person", "P2", "--override", "nothing"],
        add + ["--person", "P2", "--override", "vetting"],
        add + [
          "--person", "P2", "--override", "designation", "--override", "specialism", "--override",
          "own-school",
        ],
        add + ["--person", "P4"],
        ["placement", "withdraw", "1", "--by", "Ann Lee", "--reason", "she is ill"],
        ["placement", "withdraw", "1", "--by", "Bo", "--reason", "again"],
        ["placement", "withdraw", "99", "--by", "Bo", "--reason", "again"],
        ["placement", "show", "1"], ["placement", "show", "3"], ["need", "show", "N001"],
        ["placement", "list"], ["placement", "list", "--state", "bogus"],
      ])
      .replacing(/\ on \d+ \w{3} \d{4}(:| \(|\n)/, with: { " on DATE\($0.output.1)" }),
      "placement")
  }

  @Test func `a placement withdrawn frees the need's place for the next plan`() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty(people: 120, designated: 50, needs: 20)
    let plan = try work.talent("propose", "--json").json()
    let first = try #require((plan["proposals"] as? [[String: Any]])?.first)
    let need = try #require(first["need"] as? String)
    let person = try #require(first["person"] as? String)
    let add = [
      "placement", "add", need, "--person", person, "--by", "Ann", "--reason", "asked for",
    ]
    #expect(try work.talent(add).code == 0)
    #expect(try work.scalar("select plan is null from placement") == "t")
    let twice = try work.talent(add)
    #expect(twice.code == 5 && twice.complaint.contains("placement 1"), "\(twice.complaint)")
    let withdrawn = try work.talent(
      "placement", "withdraw", "1", "--by", "Ann", "--reason", "a mistake")
    #expect(withdrawn.code == 0, "\(withdrawn.complaint)")
    let next = try work.talent("propose", "--json").json()
    let again = (next["proposals"] as? [[String: Any]])?.contains {
      $0["need"] as? String == need && $0["person"] as? String == person
    }
    #expect(again == true)
  }

  @Test func `a need with no place open takes nobody by hand`() throws {
    let town = try Workspace.town()
    defer { town.remove() }
    #expect(try town.talent("need", "close", "N001", "--because", "over").code == 0)
    let answer = try town.talent(
      "placement", "add", "N001", "--person", "P2", "--by", "Ann", "--reason", "asked for")
    #expect(answer.code == 5, "\(answer.complaint)")
    #expect(answer.complaint.contains("no place open"))
  }
}
