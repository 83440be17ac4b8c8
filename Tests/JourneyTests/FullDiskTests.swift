import Foundation
import Testing

/// Files on a disk that has no room for them.
@Suite(.enabled(if: SmallDisk.canBeMade, "only root can mount a small disk"))
struct FullDiskTests {
  private static let pool =
    "Name,School URN\n"
    + (0..<9).map { "Ann \(["Elm", "Oak", "Ash"][$0 % 3])\(["", "ley", "ton"][$0 / 3]),990004\n" }
    .joined()

  @Test func `are named with what is wrong, and what was loaded says where its refused rows are`()
    throws
  {
    let work = try Workspace(people: "Name,School URN\nBea Birch,990004\n")
    let disk = try SmallDisk(work.folder.appendingPathComponent("full"), megabytes: 1)
    defer {
      disk.remove()
      work.remove()
    }
    try work.write("pool.csv", Self.pool + "Cy Cole,12\n")
    try disk.fill(sparing: 0)
    for command in [
      ["template", "people", "--out", "full/t.xlsx"], ["export", "people", "--out", "full/t.xlsx"],
      ["load", "people", "pool.csv", "--dry-run", "--findings", "full/t.xlsx"],
    ] {
      let answer = try work.talent(command)
      #expect(answer.code == 3, "\(command): \(answer.complaint)")
      let complaint = answer.complaint.split(separator: "\n").last.map(String.init) ?? ""
      #expect(complaint.contains("full/t.xlsx: No space left on device"), "\(answer.complaint)")
      #expect(!answer.complaint.contains("packager.c"))
    }
    let answer = try work.talent(
      "load", "people", "pool.csv", "--accept-good", "--rejects", "full/r.csv")
    #expect(answer.code == 3 && answer.complaint.contains("cannot write full/r.csv"))
    #expect(answer.out.contains("talent loads show 4 --rejected lists them"), "\(answer.out)")
    let rejected = try work.talent("loads", "show", "4", "--rejected", "--plain").out
    #expect(rejected.contains("12"), "\(rejected)")
  }
}
