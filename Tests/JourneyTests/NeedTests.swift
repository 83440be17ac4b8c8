import Foundation
import Testing

/// Needs, release, clusters and conflicts kept by hand.
struct NeedTests {
  @Test func `needs are added, listed, shown and closed`() throws {
    let town = try Workspace.town()
    defer { town.remove() }
    try expectGolden(
      try town.transcript([
        ["need", "list"],
        [
          "need", "add", "--at", "100001", "--kind", "deployment", "--role", "SLE", "--specialism",
          "numeracy", "--days", "2.5", "--from", "04/01/2027", "--to", "2027-03-25", "--priority",
          "must-fill", "--behaviour", "resilience", "--asked-by", "O Hall",
        ],
        [
          "need", "add", "--at", "S1", "--kind", "secondment", "--role", "DHT", "--fte", "0.6",
          "--from", "04/01/2027", "--to", "25/03/2027", "--reference", "EY-1",
        ],
        ["need", "show", "n003"], ["need", "show", "N001"],
        ["need", "close", "N002", "--because", "filled from outside"],
        ["need", "close", "N002", "--because", "again"],
        ["need", "close", "N001", "--because", "one is enough"],
        ["need", "list", "--all"], ["need", "list", "--within", "family 1"],
        ["need", "list", "--within", "Famly"],
      ]), "need")
  }

  @Test func `what cannot be is refused with a remedy`() throws {
    let town = try Workspace.town()
    defer { town.remove() }
    let add = ["need", "add", "--at", "100001", "--from", "04/01/2027", "--to", "25/03/2027"]
    try expectGolden(
      try town.transcript([
        add + ["--kind", "deployment"], add + ["--kind", "secondment", "--fte", "0.5"],
        add + ["--kind", "deployment", "--days", "0.3"], add + ["--kind", "visit", "--days", "1"],
        add + ["--kind", "deployment", "--days", "2", "--reference", "N001"],
        add + ["--kind", "deployment", "--days", "2", "--priority", "urgent"],
        [
          "need", "add", "--at", "1", "--kind", "deployment", "--days", "2", "--from", "31/02/2027",
          "--to", "01/03/2027",
        ],
        add.map { $0 == "100001" ? "Upland" : $0 } + ["--kind", "deployment", "--days", "2"],
        [
          "need", "add", "--at", "100001", "--kind", "deployment", "--days", "2", "--from",
          "04/01/2025", "--to", "25/03/2025",
        ],
        ["need", "show", "N099"],
      ]), "need-refused")
    #expect(try town.scalar("select count(*) from need") == "2")
  }

  @Test func `release, clusters and conflicts are recorded`() throws {
    let town = try Workspace.town()
    defer { town.remove() }
    try expectGolden(
      try town.transcript([
        [
          "release", "set", "100001", "--days", "6", "--out", "1", "--cover", "yes", "--agreed-by",
          "O Hall",
        ],
        [
          "release", "set", "100001", "--days", "2.5", "--out", "2", "--cover", "no", "--agreed-by",
          "O Hall", "--json",
        ],
        ["cluster", "add", "Family 2", "--kind", "family", "100001", "100002"],
        ["cluster", "add", "family 2", "--kind", "family", "100002", "S1"],
        ["cluster", "add", "Family 2", "--kind", "trust", "100003"],
        ["cluster", "add", "Family 2", "--kind", "family", "999999"],
        ["conflict", "add", "P2", "100001", "--because", "married to the head"],
        ["conflict", "add", "P2", "100001", "--because", "married to the head"],
      ]), "by-hand")
  }
}
