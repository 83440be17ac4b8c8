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

  private struct Found {
    let points: Int
    let isMergeOffered: Bool
    let lines: [Reason]
  }

  private func pair(_ a: Somebody, _ b: Somebody, among others: [Somebody] = []) -> Found? {
    let pool = Pool(strangers + others + [a, b])
    let pair = resemblances(in: pool, atLeast: -1_000).first {
      $0.first == a.number && $0.second == b.number
    }
    return pair.map {
      Found(
        points: $0.points, isMergeOffered: $0.isMergeOffered, lines: reasons(for: [$0], in: pool)[0]
      )
    }
  }

  @Test(arguments: [
    ("Siân Pryce", "Sian Pryce"), ("Zoë Tregowan", "Zoe Tregowan"), ("Pryce Sian", "Sian Pryce"),
    ("S Pryce", "Sian Pryce"), ("Sian Pryce", "Sian Pyrce"), ("Sian Pryce", "Dr Sian Pryce"),
    ("Aoife Harris-Lewis", "Aoife Harris"), ("Tom O'Neill", "Tom O’Neill"),
    ("Pryce, Sian (Mrs)", "Sian Pryce"), ("Sian Pryce (née Wrexby)", "Sian Pryce"),
    ("Pryce, Miss Sian", "Sian Pryce"), ("PRYCE, Sian", "Sian Pryce"),
    ("Liz Wrexby", "Elizabeth Wrexby"), ("Bob Pryce", "Robert Pryce"),
    ("Sian Pryce", "Sian Wrexby"),
    ("Sian Wrexby (née Pryce)", "Sian Pryce"), ("Sian Pryce Wrexby", "Sian Pryce"),
    ("Sian Pryce", "Pyrse"), ("Sian Pryce", "Sian Rpyec"), ("Sian Pryce Jr", "Sian Pryce"),
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

  @Test func `two forenames nothing alike at one school are never offered, whatever else agrees`()
    throws
  {
    for other in ["Jill Tregowan", "J Tregowan"] {
      let found = try #require(
        pair(
          somebody(1, "Tom Tregowan", trn: "4600010", as: "Head", in: ["NPQH"]),
          somebody(2, other, trn: "4600011", as: "Head", in: ["NPQH"])))
      #expect(!found.isMergeOffered && found.points >= Resemblance.shownFrom, "\(found.lines)")
      #expect(found.points == found.lines.reduce(0) { $0 + $1.points })
      #expect(found.lines.contains { $0.says.hasSuffix(": somebody has to say") })
    }
    let near = try #require(
      pair(
        somebody(1, "Tom Tregowan", trn: "4600010"), somebody(2, "Tomm Tregowan", trn: "4600011")))
    #expect(!near.isMergeOffered && near.points >= Resemblance.shownFrom, "\(near.lines)")
  }

  @Test(arguments: [
    ("Mary Polglase", "Mark Polglase"), ("Jean Polglase", "Joan Polglase"),
    ("Daniel Polglase", "Danielle Polglase"), ("Anna Polglase", "Anya Polglase"),
    ("Sam Polglase", "Samantha Polglase"), ("Oliver Polglase", "Olivia Polglase"),
    ("Robin Polglase", "Robin Polglase"),
  ])
  func `people numbered together, and two TRNs under two forenames, are shown and not offered`(
    one: String, other: String
  ) throws {
    for trn in ["5234568", "5234569", "5234657", "5234577"] {
      let found = try #require(
        pair(
          somebody(1, one, trn: "5234567", as: "Head", in: ["NPQH"]),
          somebody(2, other, trn: trn, as: "Head", in: ["NPQH"])))
      let isOneName = one == other && trn > "5234569"
      #expect(found.isMergeOffered == isOneName, "\(trn) \(found.lines)")
      #expect(found.points >= 50, "\(trn) \(found.lines)")
      #expect(found.points == found.lines.reduce(0) { $0 + $1.points })
    }
  }

  @Test func `a Mr and a Mrs of one name are not offered, whatever else agrees`() throws {
    for (one, other, isOffered) in [
      ("Mr Robin Pryce", "Mrs Robin Pryce", false),
      ("Pryce, Robin (Mr)", "Miss Robin Pryce", false),
      ("Mrs Robin Pryce", "Ms Robin Pryce", true), ("Mr Robin Pryce", "Dr Robin Pryce", true),
    ] {
      let found = try #require(pair(somebody(1, one, as: "Head"), somebody(2, other, as: "Head")))
      #expect(found.isMergeOffered == isOffered, "\(one): \(found.lines)")
      #expect(found.points >= 50)
    }
  }

  @Test(arguments: [
    ("Tom Tregowan Sr", "Tom Tregowan Jr"), ("Tom Tregowan", "T Tregowan"),
    ("Tom Tregowan", "Tregowan"),
    ("Tom Tregowan", "Tim Tregowan"),
  ])
  func `father and son, an initial, a lone surname and a name much like it are shown, not offered`(
    one: String, other: String
  ) throws {
    let others = ["Tim", "Tom"].flatMap { name in
      (0..<3).map { somebody(Int32(10 + $0), "\(name) Abbot", at: "\($0)") }
    }
    let found = try #require(
      pair(
        somebody(1, one, trn: "4600010", as: "Head", in: ["NPQH"]),
        somebody(2, other, trn: "4600011", as: "Head", in: ["NPQH"]), among: others))
    #expect(found.points == Resemblance.mergeOfferedFrom - 1, "\(found.lines)")
    #expect(found.points == found.lines.reduce(0) { $0 + $1.points })
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
    let another = try #require(
      pair(
        somebody(1, "Loveday Gale", trn: "9400040", at: "1"),
        somebody(2, "Loveday Hale", trn: "9400140", at: "2")))
    #expect(!another.isMergeOffered)
  }

  @Test
  func `in a pool of ten the same names turned round are shown, and a namesake is not offered`() {
    let few = [
      somebody(1, "Siân Tregowan-Pryce", trn: "1112223"), somebody(2, "Tregowan-Pryce Sian"),
      somebody(3, "John Smith", at: "109461"), somebody(4, "John Smith", at: "109462"),
    ]
    let found = resemblances(in: Pool(few + strangers.prefix(6)))
    #expect(found.map { $0.first.number } == [3, 1] || found.map { $0.first.number } == [1, 3])
    #expect(found.allSatisfy { !$0.isMergeOffered })
  }

  @Test func `a forename with a hyphen is no part of the surname`() throws {
    let found = pair(somebody(1, "Mary-Jane Begum"), somebody(2, "Mary-Jane Nowak"))
    let lines = try #require(found).lines.map(\.says)
    #expect(lines.contains("Forename: the same") && lines.contains("Surname: another"))
  }

  @Test func `strangers are not shown`() {
    #expect(resemblances(in: Pool(strangers)) == [])
    let two = pair(somebody(1, "Sian Pryce"), somebody(2, "Owen Vaughan"))
    #expect(two.map { $0.points < Resemblance.shownFrom } ?? true)
  }

  @Test func `the order of the pool changes nothing`() {
    let pool =
      strangers + [somebody(1, "Siân Pryce"), somebody(2, "Pryce Sian"), somebody(3, "S Pryce")]
    let found = resemblances(in: Pool(pool))
    #expect(resemblances(in: Pool(pool.reversed())) == found)
    #expect(found.count == 3 && found.allSatisfy { $0.first < $0.second })
  }

  @Test func `only pairs with somebody from a place are found when it is given`() {
    let pool = Pool(
      strangers + [
        somebody(1, "Siân Pryce", at: "1"), somebody(2, "Pryce Sian", at: "2"),
        somebody(3, "Owen Vaughan", at: "3"), somebody(4, "Owen Vaughn", at: "3"),
      ])
    func found(at place: String?) -> [[Int32]] {
      resemblances(in: pool, withSomebodyFrom: place).map { [$0.first.number, $0.second.number] }
    }
    #expect(found(at: nil).sorted { $0[0] < $1[0] } == [[1, 2], [3, 4]])
    #expect(found(at: "2") == [[1, 2]] && found(at: "3") == [[3, 4]])
    #expect(found(at: "200001") == [] && found(at: "elsewhere") == [])
  }

  @Test func `a name of nothing but points resembles nobody`() {
    #expect(pair(somebody(1, "."), somebody(2, "Sian Pryce")).map { $0.points < 0 } ?? true)
    #expect(pair(somebody(1, "."), somebody(2, "...")).map { $0.points < 0 } ?? true)
  }

  @Test func `who meets in no block by its size is met by what is rarer`() throws {
    // More than a block holds share a school and a surname.
    let crowd = (0..<100).map { somebody(Int32($0 + 10), "Given\($0) Smith", at: "109461") }
    let pool = Pool(strangers + crowd + [somebody(1, "Aoife Smith"), somebody(2, "Aoife Smyth")])
    #expect(resemblances(in: pool).contains { $0.first.number == 1 && $0.second.number == 2 })
  }

  @Test(arguments: [
    ("1234567", "1234567", false), ("1234567", "1234568", false), ("1234567", "1234576", false),
    ("1234567", "2134567", false), ("1234567", "1234565", false), ("1234567", "1234675", true),
    ("1234567", "2234568", true), ("1234567", "7654321", true), ("1234567", "1324576", true),
  ])
  func `TRNs differ past one digit or one swap`(one: String, other: String, differ: Bool) {
    let packed = [one, other].map { PackedTRN($0) }
    #expect(PackedTRN.differ(packed[0], packed[1]) == differ)
    let digits = zip(one, other).count { $0 != $1 }
    #expect(PackedTRN.digitsApart(packed[0], packed[1]) == digits)
    #expect(PackedTRN.areFarApart(packed[0], packed[1]) == (digits > 3))
  }

  @Test func `slips are letters more, less, other or swapped`() {
    #expect(slips("pryce", "pyrce", atMost: 1) == 1)
    #expect(slips("pryce", "price", atMost: 1) == 1)
    #expect(slips("pryce", "pryces", atMost: 1) == 1)
    #expect(slips("pryce", "royce", atMost: 1) == nil)
    #expect(slips("", "", atMost: 1) == 0)
  }

  @Test func `slips are those of the plain definition, for all short words of three letters`() {
    func plain(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
      guard let x = a.last, let y = b.last else { return a.count + b.count }
      let (before, other) = (a.dropLast(), b.dropLast())
      var best = min(
        plain(before, other) + (x == y ? 0 : 1), plain(before, b) + 1, plain(a, other) + 1)
      if x == other.last, y == before.last {
        best = min(best, plain(before.dropLast(), other.dropLast()) + 1)
      }
      return best
    }
    var words: [[Character]] = [[]]
    for word in words where word.isEmpty {
      words += ["a", "b", "c"].flatMap { x in [word + [x]] + ["a", "b"].map { word + [x, $0] } }
    }
    words += words.filter { $0.count == 2 }.flatMap { [$0 + ["c", "a"], $0 + ["b"], ["c"] + $0] }
    for a in words {
      for b in words {
        let count = plain(a[...], b[...])
        for limit in 0...2 {
          #expect(slips(String(a), String(b), atMost: limit) == (count <= limit ? count : nil))
        }
      }
    }
  }
}
