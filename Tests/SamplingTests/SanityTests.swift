import Domain
import Sampling
import Testing

@Suite struct `Everybody in a sample` {
  private let pool: SampledPool
  private let schools = fictionalSchools(seed: 1).schools
  private let today = SampledPool.today

  init() throws { pool = try SampledPool() }

  private func share(_ rows: [[String: String]], where holds: ([String: String]) -> Bool) -> Double
  {
    Double(rows.count(where: holds)) / Double(rows.count)
  }

  @Test func `has a number of their own, seven digits, or none`() {
    let numbers = pool.rows("rising-stars.csv").map { $0["TRN"]! }.filter { !$0.isEmpty }
    #expect(Set(numbers).count == numbers.count)
    #expect(numbers.allSatisfy { TRN($0) != nil })
    #expect(numbers.contains { $0.hasPrefix("0") })
    #expect(numbers.count < 600)
  }

  @Test func `works at a school there is`() {
    let known = Set(schools.map(\.urn.description))
    for (file, column) in [
      ("rising-stars.csv", "School URN"), ("designations.csv", "Home school URN"),
      ("posts.csv", "School URN"), ("release.csv", "School URN"), ("needs.csv", "School URN"),
      ("clusters.csv", "School URN"),
    ] {
      #expect(pool.rows(file).allSatisfy { known.contains($0[column]!) }, "\(file)")
    }
  }

  @Test func `is told apart by name at one school`() {
    let people = pool.rows("rising-stars.csv").map {
      "\($0["Surname"]!)|\($0["Forename"]!)|\($0["School URN"]!)"
    }
    #expect(Set(people).count == people.count)
  }

  @Test func `is under one name and home in both sheets`() {
    let people = pool.rows("rising-stars.csv")
    let byNumber = Dictionary(
      people.filter { !$0["TRN"]!.isEmpty }.map { ($0["TRN"]!, $0) },
      uniquingKeysWith: { a, _ in a })
    let both = pool.rows("designations.csv").filter { byNumber[$0["TRN"]!] != nil }
    #expect(both.count == 102)
    for row in both {
      let person = byNumber[row["TRN"]!]!
      #expect(person["Surname"] == row["Surname"] && person["Forename"] == row["Forename"])
      #expect(person["School URN"] == row["Home school URN"])
    }
  }

  @Test func `holds a designation whose dates are in order`() {
    for row in pool.rows("designations.csv") {
      let (since, until) = (day(row["Designated on"]!)!, day(row["Until"]!)!)
      #expect(since < today && today < until)
      if let verified = day(row["Verified on"]!) { #expect(since < verified && verified < today) }
    }
  }

  @Test func `holds a designation as often as there are such`() {
    let rows = pool.rows("designations.csv")
    let next = Day(iso: "2028-08-31")!
    #expect((0.08...0.28).contains(share(rows) { $0["Designation"] == "SFSL" }))
    #expect((0.2...0.45).contains(share(rows) { $0["Completed deployments"] == "0" }))
    #expect((0.15...0.35).contains(share(rows) { $0["Supervises"] == "yes" }))
    #expect(share(rows) { day($0["Until"]!)! >= next } > 0.8)
    #expect(rows.allSatisfy { $0["Supervises"] == "no" || $0["Completed deployments"] != "0" })
  }

  @Test func `is ready as often as people are, as judged before today`() {
    let rows = pool.rows("rising-stars.csv")
    #expect((0.18...0.28).contains(share(rows) { $0["Readiness"] == "Ready now" }))
    #expect(rows.compactMap { day($0["Readiness judged on"]!) }.allSatisfy { $0 < today })
    #expect(rows.allSatisfy { $0["Aspiration"]!.isEmpty == $0["Readiness"]!.isEmpty })
    #expect(
      (0.1...0.4).contains(share(rows) { day($0["Next step due"]!).map { $0 < today } ?? false }))
  }

  @Test func `climbs a ladder with many teachers and one head a school`() {
    let rows = pool.rows("rising-stars.csv")
    for title in ["Headteacher", "Deputy headteacher"] {
      let at = rows.filter { $0["Current role"] == title }.map { $0["School URN"]! }
      #expect(Set(at).count == at.count)
      #expect(!at.isEmpty)
    }
    #expect(share(rows) { $0["Current role"] == "Teacher" } > 0.25)
    #expect(
      rows.allSatisfy {
        $0["Current role"] != "Deputy headteacher"
          || ["", "Headteacher"].contains($0["Aspiration"]!)
      })
  }

  @Test func `fills the post the talent database says`() {
    let people = pool.rows("rising-stars.csv")
    let linked = pool.rows("posts.csv").filter { !$0["Incumbent TRN"]!.isEmpty }
    #expect(linked.count > 20)
    for post in linked {
      let person = people.first { $0["TRN"] == post["Incumbent TRN"] }
      #expect(person?["Current role"] == post["Post"])
      #expect(person?["School URN"] == post["School URN"])
    }
  }
}
