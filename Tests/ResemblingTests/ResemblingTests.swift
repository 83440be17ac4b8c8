import Domain
import Testing

@testable import Resembling

/// Who may be whom, and why.
@Suite struct ResemblingTests {
  private func somebody(
    _ number: Int32, _ name: String, trn: String? = nil, at place: String? = "109461",
    as role: String? = nil, in programmes: [String] = []
  ) -> Somebody {
    let folded = name.lowercased().replacing("é", with: "e").replacing("ŵ", with: "w")
      .replacing("â", with: "a")
    return Somebody(
      number: PersonNumber(number), name: name, folded: folded, trn: trn, place: place, role: role,
      programmes: programmes)
  }

  /// So many strangers that the pool is no village.
  private var strangers: [Somebody] {
    let given = ["Ada", "Ben", "Cleo", "Dev", "Esme", "Finn", "Gita", "Hugo", "Iris", "Jude"]
    let family = ["Abbot", "Blount", "Crewe", "Dunmore", "Eccles", "Frith", "Garside", "Holroyd"]
    return (0..<400).map { at in
      somebody(
        Int32(1_000 + at), "\(given[at % 10]) \(family[at / 10 % 8])",
        trn: String(2_000_003 + at * 7_919), at: "\(200_000 + at % 90)", as: "Teacher")
    }
  }

  private func pair(_ a: Somebody, _ b: Somebody) -> Resemblance? {
    resemblances(in: strangers + [a, b], atLeast: -1_000).first {
      $0.first == a.number && $0.second == b.number
    }
  }

  @Test(arguments: [
    ("Siân Pryce", "Sian Pryce"), ("Zoë Tregowan", "Zoe Tregowan"), ("Pryce Sian", "Sian Pryce"),
    ("S Pryce", "Sian Pryce"), ("Sian Pryce", "Sian Pyrce"), ("Sian Pryce", "Dr Sian Pryce"),
    ("Aoife Harris-Lewis", "Aoife Harris"), ("Tom O'Neill", "Tom O’Neill"),
    ("Katherine Wrexby", "Katharine Wrexby"), ("Siân Tregowan-Pryce", "Tregowan-Pryce Sian"),
  ])
  func `the same school and names that are nearly one are shown`(one: String, other: String) throws
  {
    let found = try #require(pair(somebody(1, one), somebody(2, other)))
    #expect(found.points >= Resemblance.shownFrom, "\(found.lines)")
    #expect(found.points == found.lines.reduce(0) { $0 + $1.points })
  }

  @Test func `the same rare name at the same school without a TRN is offered first`() throws {
    let found = try #require(
      pair(somebody(1, "Siân Pryce", trn: "1234567"), somebody(2, "Sian Pryce")))
    #expect(found.isMergeOffered, "\(found.lines)")
    #expect(found.lines.contains { $0.says == "The same school or setting" })
  }

  @Test func `two people with one name and two TRNs are not offered`() throws {
    let found = pair(
      somebody(1, "Sian Pryce", trn: "1234567"), somebody(2, "Sian Pryce", trn: "7654321"))
    #expect(try #require(found).isMergeOffered == false)
  }

  @Test func `a TRN one slip away says much`() throws {
    let near = try #require(
      pair(
        somebody(1, "Sian Pryce", trn: "1234567", at: "1"),
        somebody(2, "Sian Pryce", trn: "1234576", at: "2")))
    #expect(near.isMergeOffered)
    #expect(near.lines.contains { $0.says == "TRNs one slip apart" })
  }

  @Test func `a forename with a hyphen is no part of the surname`() throws {
    let found = pair(somebody(1, "Mary-Jane Begum"), somebody(2, "Mary-Jane Nowak"))
    let lines = try #require(found).lines.map(\.says)
    #expect(lines.contains("Forename: the same") && lines.contains("Surname: another"))
  }

  @Test func `strangers are not shown`() {
    #expect(resemblances(in: strangers) == [])
    let two = pair(somebody(1, "Sian Pryce"), somebody(2, "Owen Vaughan"))
    #expect(two.map { $0.points < Resemblance.shownFrom } ?? true)
  }

  @Test func `the order of the pool changes nothing`() {
    let pool =
      strangers + [somebody(1, "Siân Pryce"), somebody(2, "Pryce Sian"), somebody(3, "S Pryce")]
    #expect(
      resemblances(in: pool) == resemblances(in: pool.reversed().sorted { $0.number < $1.number }))
    #expect(resemblances(in: pool).count == 3)
  }

  @Test(arguments: [
    ("1234567", "1234567", false), ("1234567", "1234568", false), ("1234567", "1234576", false),
    ("1234567", "2134567", false), ("1234567", "1234565", false), ("1234567", "1234675", true),
    ("1234567", "2234568", true), ("1234567", "7654321", true), ("1234567", "1324576", true),
  ])
  func `TRNs differ past one digit or one swap`(one: String, other: String, differ: Bool) {
    let packed = [one, other].map { Compared(somebody(1, "A B", trn: $0)).trn }
    #expect(Compared.differ(packed[0], packed[1]) == differ)
  }

  @Test func `slips are letters more, less, other or swapped`() {
    #expect(slips("pryce", "pyrce", atMost: 1) == 1)
    #expect(slips("pryce", "price", atMost: 1) == 1)
    #expect(slips("pryce", "pryces", atMost: 1) == 1)
    #expect(slips("pryce", "royce", atMost: 1) == nil)
    #expect(slips("", "", atMost: 1) == 0)
  }
}
