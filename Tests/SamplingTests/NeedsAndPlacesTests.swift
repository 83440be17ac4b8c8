import Domain
import Sampling
import Testing

@Suite struct `Needs and places of a sample` {
  private let pool: SampledPool
  private let today = SampledPool.today

  init() throws { pool = try SampledPool(needs: 1_000) }

  @Test func `ask for days or for a share of full time`() {
    for row in pool.rows("needs.csv") {
      let isSecondment = row["Kind"] == "secondment"
      #expect(row["Days"]!.isEmpty == isSecondment)
      #expect(row["FTE"]!.isEmpty != isSecondment)
      #expect(row["Specialism"]!.isEmpty == isSecondment)
    }
  }

  @Test func `start in six weeks to five months, on a Monday, for up to thirty weeks`() {
    for row in pool.rows("needs.csv") {
      let (from, to) = (day(row["From"]!)!, day(row["To"]!)!)
      #expect(from.weekday == 0)
      #expect((42...156).contains(Int(from.number - today.number)))
      #expect((25...208).contains(Int(to.number - from.number)))
      #expect(day(row["Asked on"]!)! < today)
    }
  }

  @Test func `come in the proportions schools ask in`() {
    let rows = pool.rows("needs.csv")
    let count = { (holds: ([String: String]) -> Bool) in rows.count(where: holds) }
    #expect((110...190).contains(count { $0["Kind"] == "secondment" }))
    #expect((70...130).contains(count { $0["Priority"] == "must fill" }))
    #expect((300...400).contains(count { $0["Priority"] == "high" }))
    #expect((35...85).contains(count { $0["People"] == "2" }))
    #expect(Set(rows.map { $0["Reference"]! }).count == 1_000)
    #expect(rows[0]["Reference"] == "N0001")
  }

  @Test func `want phonics of primary schools only`() {
    let phonics = pool.rows("needs.csv").filter { $0["Specialism"] == "Phonics" }
    #expect(!phonics.isEmpty)
    #expect(phonics.allSatisfy { ["Primary", "All-through"].contains($0["Phase"]!) })
  }

  @Test func `put every school in one alliance and one family`() {
    let rows = pool.rows("clusters.csv")
    for kind in ["alliance", "family"] {
      let members = rows.filter { $0["Kind"] == kind }
      #expect(members.count == 60)
      #expect(Set(members.map { $0["School URN"]! }).count == 60)
    }
    let sizes = Dictionary(grouping: rows) { $0["Cluster"]! }.mapValues(\.count)
    #expect(sizes.values.sorted() == [Int](repeating: 5, count: 12) + [30, 30])
  }

  @Test func `keep families together`() {
    let schools = fictionalSchools(seed: 1).schools
    let place = Dictionary(uniqueKeysWithValues: schools.map { ($0.urn.description, $0.location!) })
    let families = Dictionary(grouping: pool.rows("clusters.csv").filter { $0["Kind"] == "family" })
    {
      $0["Cluster"]!
    }
    for members in families.values {
      let places = members.map { place[$0["School URN"]!]! }
      #expect(places.allSatisfy { $0.metres(to: places[0]) < 16_000 })
    }
  }

  @Test func `designate in the home's alliance`() {
    let alliances = Dictionary(
      uniqueKeysWithValues: pool.rows("clusters.csv").filter { $0["Kind"] == "alliance" }
        .map { ($0["School URN"]!, $0["Cluster"]!) })
    #expect(
      pool.rows("designations.csv").allSatisfy {
        alliances[$0["Home school URN"]!] == $0["Alliance"]
      })
  }

  @Test func `release as heads do`() {
    let rows = pool.rows("release.csv")
    #expect((42...58).contains(rows.count))
    #expect(rows.allSatisfy { (5...15).contains(Int($0["Days per half-term"]!)!) })
    #expect(rows.allSatisfy { (1...3).contains(Int($0["Out at once"]!)!) })
  }
}
