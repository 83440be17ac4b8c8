import Foundation
import Testing

/// What `find` says, to people and to programs.
struct FindTests {
  @Test func `find answers in one line`() throws {
    let town = try Workspace.town()
    defer { town.remove() }
    try expectGolden(
      try town.transcript([
        ["find"], ["find", "--designation", "SLE", "--near", "wx11aa", "--miles", "5"],
        ["find", "--ready-for", "DHT"], ["find", "sian", "phonics"], ["find", "wojick"],
        ["find", "--limit", "2", "--sort", "number"], ["find", "nobody-at-all"],
        ["find", "P2", "--json", "--fields", "number,name,readiness.level"],
        ["find", "P4", "--csv"], ["find", "0012345", "--plain"],
      ]), "find")
  }

  @Test func `a miss is refused and names the nearest`() throws {
    let town = try Workspace.town()
    defer { town.remove() }
    try expectGolden(
      try town.transcript([
        ["find", "--specialism", "phonix"], ["find", "--la", "Wexcomb"],
        ["find", "--near", "ZZ1 1ZZ"], ["find", "--miles", "5"], ["find", "--days-left", "0.3"],
        ["person", "show", "P99"], ["person", "show", "Siân"],
      ]), "find-refused")
  }
}
