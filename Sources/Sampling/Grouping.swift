import Domain

/// Schools near each other, grouped: an authority's schools to alliances, an alliance's to families.
struct Grouping {
  let schools: [School]

  /// About so many schools an alliance, and in a family.
  static let alliance = 30
  static let family = 5

  /// Positions of the schools of each authority, by its code and then URN.
  func authorities() -> [[Int]] {
    let ordered = schools.indices.sorted {
      (schools[$0].authorityCode, schools[$0].urn) < (schools[$1].authorityCode, schools[$1].urn)
    }
    var result: [[Int]] = []
    for index in ordered {
      if let last = result.last?.last, schools[last].authorityCode == schools[index].authorityCode {
        result[result.count - 1].append(index)
      } else {
        result.append([index])
      }
    }
    return result
  }

  func alliances(of members: [Int]) -> [[Int]] {
    let count = max(1, (members.count + Grouping.alliance / 2) / Grouping.alliance)
    return split(members, into: count) { members, first, count in
      members * first / count
    }
  }

  /// Fives; one of three to seven where they do not come out even.
  func families(of members: [Int]) -> [[Int]] {
    split(members, into: max(1, (members.count + 2) / Grouping.family)) { _, first, _ in
      first * Grouping.family
    }
  }

  /// Halves again and again across the longer side, so that neighbours stay together. O(n log² n).
  private func split(
    _ members: [Int], into count: Int, cut: (_ members: Int, _ first: Int, _ count: Int) -> Int
  ) -> [[Int]] {
    guard count > 1 else { return [members.sorted { schools[$0].urn < schools[$1].urn }] }
    let eastWest = spread(members.map { place($0).easting })
    let northSouth = spread(members.map { place($0).northing })
    let along = { (index: Int) in
      eastWest >= northSouth ? self.place(index).easting : self.place(index).northing
    }
    let ordered = members.sorted { (along($0), schools[$0].urn) < (along($1), schools[$1].urn) }
    let first = count / 2
    let end = cut(ordered.count, first, count)
    return split(Array(ordered[..<end]), into: first, cut: cut)
      + split(Array(ordered[end...]), into: count - first, cut: cut)
  }

  private func place(_ index: Int) -> Location {
    schools[index].location ?? Location(easting: 0, northing: 0)
  }

  private func spread(_ values: [Int32]) -> Int32 {
    (values.max() ?? 0) - (values.min() ?? 0)
  }
}
