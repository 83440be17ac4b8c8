import Foundation
import Testing

/// Looking up the keys of places.
struct SchoolTests {
  @Test func `a URN is looked up by words of the name`() throws {
    let town = try Workspace.town()
    defer { town.remove() }
    try expectGolden(
      try town.transcript([
        ["school", "find", "BROOK"], ["school", "find", "academy", "brook"],
        ["school", "find", "Broook"], ["school", "find", "a", "--la", "wexcombe", "--limit", "2"],
        ["school", "find", "brook", "--la", "Wexcomb"], ["school", "find", "100%"],
        ["school", "find", "a", "--phase", "Primary", "--plain"],
        ["school", "find", "brook", "--json", "--fields", "place,name"],
        ["school", "find"], ["find", "--near", "Brook Academy"],
      ]), "school")
  }

  @Test func `an empty pool says how it is filled`() throws {
    let work = try Workspace()
    defer { work.remove() }
    let answer = try work.talent("find", "sian")
    #expect(answer.code == 0)
    #expect(answer.out.contains("Nobody is in the pool yet. Try: talent load people FILE"))
  }

  @Test func `a setting is found by its name and named by its reference`() throws {
    let town = try Workspace.town()
    defer { town.remove() }
    let name = try #require(try town.scalar("select name from setting where reference = 'S1'"))
    let found = try town.talent("school", "find", name.uppercased(), "--plain")
    #expect(found.out.contains("S1\t\(name)"), "\(found.out)")
  }
}
