import Foundation
import Testing

/// Organisations that share a database.
struct OrgTests {
  @Test func `the organisation somebody chooses is their own choice`() throws {
    let work = try Workspace()
    defer { work.remove() }
    try expectGolden(
      try work.transcript([
        ["org", "add", "Elsewhere"], ["org", "add", "ELSEWHERE"], ["org", "add", ""],
        ["org", "add", " \t"], ["org", "use", "Nowhere"], ["org", "use", "elsewhere"], ["org"],
      ]), "org")
    #expect(try work.read("data/talent/organisation") == "Elsewhere\n")
    #expect(try work.scalar("select name from organisation where in_use") == "local")
    #expect(try work.talent("person", "add", "--name", "Ada").code == 0)
    let owner = try work.scalar(
      "select o.name from person p join organisation o on o.id = p.organisation")
    #expect(owner == "Elsewhere")
  }

  @Test func `a choice that is gone is said, and can be made anew`() throws {
    let work = try Workspace()
    defer { work.remove() }
    try FileManager.default.createDirectory(
      at: work.folder.appendingPathComponent("data/talent"), withIntermediateDirectories: true)
    try work.write("data/talent/organisation", "Gone\n")
    let refused = try work.talent("need", "list")
    #expect(refused.code == 3)
    #expect(
      refused.complaint == "talent: there is no organisation Gone\n  Try: talent org list\n")
    #expect(try work.talent("org", "list").code == 0)
    #expect(try work.talent("org", "use", "local").code == 0)
    #expect(try work.talent("need", "list").code == 0)
  }
}
