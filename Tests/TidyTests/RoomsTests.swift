import Foundation
import Testing

/// The rooms and their arrows are those of the design: a star around Domain.
struct RoomsTests {
  /// Who sees more than Domain, and what.
  private static let exceptions: [String: Set<String>] = [
    "Domain": [],
    "Solvers": [],
    "CPostgres": [],
    "CZip": [],
    "CXML": [],
    "CXLSXWriter": [],
    "Schema": [],
    "Defaults": [],
    "EmbedText": [],
    "Postgres": ["CPostgres"],
    "Reporting": ["Domain", "CXLSXWriter"],
    "Loading": ["Domain", "CZip", "CXML"],
    "Storing": ["Domain", "Postgres", "Schema"],
    "Matching": ["Domain", "Solvers"],
  ]

  /// They carry the others together, and may see any of them.
  private static let seeingSeveral: Set<String> = ["Commands", "bench", "sheetbench"]

  @Test func theTopHoldsNothingUnexpected() throws {
    let expected: Set<String> = [
      "Package.swift", "README.md", "Sources", "Tests", "config", "db", "docs", "script",
    ]
    let unexpected = try SourceTree.topLevel().filter { !expected.contains($0) }
    #expect(unexpected == [])
  }

  @Test func arrowsAreTheDesigns() throws {
    let targets = try Manifest.targets()
    let ours = Set(targets.map(\.name))
    #expect(ours.isSuperset(of: ["Domain", "Storing", "Commands", "talent", "bench"]))
    for target in targets where target.isProduct && !Self.seeingSeveral.contains(target.name) {
      let arrows = Set(target.dependencies).intersection(ours)
      let allowed =
        target.name == "talent" ? ["Commands"] : Self.exceptions[target.name] ?? ["Domain"]
      #expect(
        arrows.isSubset(of: allowed),
        "\(target.name) may see \(allowed.sorted()), and Package.swift lets it see \(arrows.sorted())"
      )
    }
  }

  /// SwiftPM's own check lets a target import what its dependencies depend on; a star does not.
  @Test func everyImportOfOursIsDeclared() throws {
    let targets = try Manifest.targets()
    let ours = Set(targets.map(\.name))
    for target in targets {
      let imported = try target.folders.flatMap { try SourceTree.swift(in: $0) }.flatMap { file in
        file.lines.compactMap {
          $0.firstMatch(of: /^(?:@testable |public )?import (\w+)$/)?.output.1
        }
      }
      let undeclared = Set(imported.map(String.init)).intersection(ours)
        .subtracting(target.dependencies)
      #expect(undeclared == [], "\(target.name) imports them, and Package.swift does not say so")
    }
  }

  @Test func theProductsAreTalentAndTheBenches() throws {
    #expect(try Manifest.executableProducts() == ["bench", "sheetbench", "talent"])
  }

  @Test func everyRoomHasItsFrontDoor() throws {
    let targets = try Manifest.targets()
    for target in targets where target.isRoom {
      let door = "Sources/\(target.name)/\(target.name).swift"
      let text = try? String(contentsOf: SourceTree.root.appending(path: door), encoding: .utf8)
      let said = try #require(
        text, "\(door) is missing: an overview and the room's one or two verbs")
      let speaks = said.split(separator: "\n").contains { $0.hasPrefix("//") }
      #expect(speaks, "\(door) does not say what the room is for")
    }
  }
}
